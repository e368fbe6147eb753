#include "discipline/store.hpp"

namespace entente::discipline {
namespace {

constexpr std::string_view select_settings = "SELECT kind, rhythm FROM notification_setting WHERE person = $1";
constexpr std::string_view upsert_setting =
    "INSERT INTO notification_setting (person, kind, rhythm) VALUES ($1, $2, $3) ON CONFLICT (person, kind) DO UPDATE SET rhythm = excluded.rhythm";
constexpr std::string_view select_readers =
    "SELECT person.id, CASE WHEN EXISTS (SELECT 1 FROM measure WHERE measure.owner = person.id AND measure.removed_at IS NULL AND measure.retired IS NULL) "
    "OR EXISTS (SELECT 1 FROM service_level WHERE service_level.owner = person.id AND service_level.removed_at IS NULL) "
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
constexpr std::string_view upsert_told =
    "INSERT INTO news_told (person, kind, at) VALUES ($1, $2, $3) ON CONFLICT (person, kind) DO UPDATE SET at = excluded.at";

void put(Notifications& settings, News kind, Rhythm rhythm) {
  switch (kind) {
    case News::due_values: settings.due_values = rhythm; break;
    case News::consents: settings.consents = rhythm; break;
    case News::changes: settings.changes = rhythm; break;
  }
}

}  // namespace

Notifications notifications(db::Transaction& transaction, const Viewer& viewer) {
  Notifications settings;
  for (const auto& [kind, rhythm] : transaction.all<std::tuple<News, Rhythm>>(select_settings, viewer.person)) put(settings, kind, rhythm);
  return settings;
}

void choose_notifications(Door& door, db::Transaction& transaction, const Viewer& viewer, const Notifications& settings) {
  // The operator at the command line is nobody who gets mail.
  if (viewer.person.empty()) throw_not_found();
  for (News kind : {News::due_values, News::consents, News::changes}) transaction.run(upsert_setting, viewer.person, kind, settings.of(kind));
  access::ActDraft draft{{}, viewer.home, "changed", "notification_setting", viewer.person.text(), 1, "", ""};
  door.act(transaction, viewer, draft);
}

std::vector<Reader> readers(db::Transaction& transaction) {
  std::vector<Reader> out;
  std::map<PersonId, std::size_t> places;
  transaction.each(select_readers, [&](const db::Row& row) {
    places[row.get<PersonId>(0)] = out.size();
    out.push_back({row.get<PersonId>(0), row.get<bool>(1), {}, {}});
  });
  transaction.each(select_all_settings, [&](const db::Row& row) {
    if (auto place = places.find(row.get<PersonId>(0)); place != places.end()) put(out[place->second].settings, row.get<News>(1), row.get<Rhythm>(2));
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

void keep_told(db::Transaction& transaction, const std::vector<Told>& told) { transaction.bulk(upsert_told, told); }

}  // namespace entente::discipline
