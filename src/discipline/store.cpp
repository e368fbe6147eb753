#include "discipline/store.hpp"

namespace entente::discipline {
namespace {

constexpr std::string_view select_settings = "SELECT kind, rhythm FROM notification_setting WHERE person = $1";
constexpr std::string_view upsert_setting =
    "INSERT INTO notification_setting (person, kind, rhythm) VALUES ($1, $2, $3) ON CONFLICT (person, kind) DO UPDATE SET rhythm = excluded.rhythm";
// Owners are gathered once: asked for each person, every measure of the house would be read as often.
constexpr std::string_view select_readers =
    "SELECT person.id, CASE WHEN person.id IN (SELECT owner FROM measure WHERE owner IS NOT NULL AND removed_at IS NULL "
    "UNION SELECT owner FROM service_level WHERE owner IS NOT NULL AND removed_at IS NULL) "
    "THEN CAST(1 AS BIGINT) ELSE CAST(0 AS BIGINT) END "
    "FROM person WHERE person.state = 'confirmed' AND EXISTS (SELECT 1 FROM member WHERE member.person = person.id AND member.state = 'confirmed') "
    "ORDER BY person.id";
constexpr std::string_view select_all_settings = "SELECT person, kind, rhythm FROM notification_setting";
constexpr std::string_view select_all_told = "SELECT person, kind, at FROM news_told";
constexpr std::string_view insert_reminder =
    "INSERT INTO reminder (person, measure, period, number, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (person, measure, period, number) DO NOTHING";
constexpr std::string_view select_reminders = "SELECT measure, period, number FROM reminder WHERE person = $1";
constexpr std::string_view insert_level_reminder =
    "INSERT INTO service_level_reminder (person, level, period, number, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (person, level, period, number) DO NOTHING";
constexpr std::string_view select_level_reminders = "SELECT level, period, number FROM service_level_reminder WHERE person = $1";
constexpr std::string_view select_lights = "SELECT lights FROM lights_told WHERE person = $1 AND alliance = $2";
constexpr std::string_view upsert_lights =
    "INSERT INTO lights_told (person, alliance, lights) VALUES ($1, $2, $3) ON CONFLICT (person, alliance) DO UPDATE SET lights = excluded.lights";
constexpr std::string_view select_mailed = "SELECT item FROM inbox_mailed WHERE person = $1";
constexpr std::string_view insert_mailed = "INSERT INTO inbox_mailed (person, item, at) VALUES ($1, $2, $3) ON CONFLICT (person, item) DO NOTHING";
constexpr std::string_view upsert_told =
    "INSERT INTO news_told (person, kind, at) VALUES ($1, $2, $3) ON CONFLICT (person, kind) DO UPDATE SET at = excluded.at";

}  // namespace

Notifications notifications(db::Transaction& transaction, const Viewer& viewer) {
  Notifications settings;
  for (const auto& [kind, rhythm] : transaction.all<std::tuple<News, Rhythm>>(select_settings, viewer.person)) settings.choose(kind, rhythm);
  return settings;
}

Notifications choose_notifications(Door& door, db::Transaction& transaction, const Viewer& viewer, const NotificationChoice& choice) {
  // The operator at the command line is nobody who gets mail.
  if (viewer.person.empty()) throw_not_found();
  Notifications settings = notifications(transaction, viewer);
  settings.due_values = choice.due_values;
  settings.consents = choice.consents;
  settings.changes = choice.changes;
  settings.said = choice.said.value_or(settings.said);
  settings.waiting = choice.waiting.value_or(settings.waiting);
  std::vector<std::tuple<PersonId, News, Rhythm>> rows;
  for (News kind : all_news) rows.emplace_back(viewer.person, kind, settings.of(kind));
  transaction.bulk(upsert_setting, rows);
  access::ActDraft draft{{}, viewer.home, "changed", "notification_setting", viewer.person.text(), 1, "", ""};
  door.act(transaction, viewer, draft);
  return settings;
}

std::vector<Reader> readers(db::Transaction& transaction) {
  std::vector<Reader> out;
  std::map<PersonId, std::size_t> places;
  transaction.each(select_readers, [&](const db::Row& row) {
    places[row.get<PersonId>(0)] = out.size();
    out.push_back({row.get<PersonId>(0), row.get<bool>(1), {}, {}});
  });
  transaction.each(select_all_settings, [&](const db::Row& row) {
    if (auto place = places.find(row.get<PersonId>(0)); place != places.end()) out[place->second].settings.choose(row.get<News>(1), row.get<Rhythm>(2));
  });
  transaction.each(select_all_told, [&](const db::Row& row) {
    if (auto place = places.find(row.get<PersonId>(0)); place != places.end()) out[place->second].told[row.get<News>(1)] = row.get<Instant>(2);
  });
  return out;
}

void keep_reminders(db::Transaction& transaction, const std::vector<Reminded>& reminders) { transaction.bulk(insert_reminder, reminders); }

void keep_reminders(db::Transaction& transaction, const std::vector<LevelReminded>& reminders) { transaction.bulk(insert_level_reminder, reminders); }

std::set<LevelReminderKey> level_reminders_of(db::Transaction& transaction, const PersonId& person) {
  auto rows = transaction.all<LevelReminderKey>(select_level_reminders, person);
  return {rows.begin(), rows.end()};
}

std::set<ReminderKey> reminders_of(db::Transaction& transaction, const PersonId& person) {
  auto rows = transaction.all<ReminderKey>(select_reminders, person);
  return {rows.begin(), rows.end()};
}

std::optional<Lights> lights_told(db::Transaction& transaction, const PersonId& person, const AllianceId& alliance) {
  auto text = transaction.one<std::string>(select_lights, person, alliance);
  return text ? std::optional(json::read<Lights>(*text, {10'000'000, 4})) : std::nullopt;
}

void keep_lights(db::Transaction& transaction, const PersonId& person, const AllianceId& alliance, const Lights& lights) {
  transaction.run(upsert_lights, person, alliance, json::text(lights));
}

std::set<std::string> mailed_items(db::Transaction& transaction, const PersonId& person) {
  auto rows = transaction.all<std::string>(select_mailed, person);
  return {rows.begin(), rows.end()};
}

void keep_mailed(db::Transaction& transaction, const std::vector<Mailed>& items) { transaction.bulk(insert_mailed, items); }

void keep_told(db::Transaction& transaction, const std::vector<Told>& told) { transaction.bulk(upsert_told, told); }

}  // namespace entente::discipline
