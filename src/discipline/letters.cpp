#include "discipline/letters.hpp"

#include "access/still_seen.hpp"
#include "base/day_words.hpp"
#include "charter/store.hpp"
#include "model/supply.hpp"
#include "service_level/views.hpp"

namespace entente::discipline {
namespace {

using access::Act;
using access::Grant;
using strategy::Light;

constexpr std::size_t most_lights = 12;
constexpr std::size_t most_missing = 20;
constexpr std::size_t most_asked = 20;
/// Who is told for the first time hears of what was said lately, not of everything ever.
constexpr std::int64_t days_back = 31;

db::Sight sight() { return db::Sight::of_system("letters"); }

std::vector<SpaceId> drawn_from(const Grant& grant, model::Side side) {
  auto spaces = model::spaces_of(grant, side);
  std::vector<SpaceId> out = spaces.others;
  out.insert(out.begin(), spaces.shared);
  return out;
}

std::string address(const model::Reading& reading, std::string_view rest) { return fmt::format("/a/{}{}", reading.contents().alliance.slug, rest); }

std::string_view word(Light light) {
  switch (light) {
    case Light::green: return "on track";
    case Light::yellow: return "at risk";
    case Light::red: return "off track";
    case Light::grey: return "no judgement";
  }
  return "";
}

std::string due_words(const Period& period, Date due, Date today) {
  return fmt::format("The value for {} {} {}.", model::label_of(period), today <= due ? "is due by" : "was due on", day_words(due));
}

/// Who is told that a value is missing: who owns the measure, who leads its theme, and the manager of the party from which it comes.
/// A measure of nobody is the concern of every manager.
bool minds(const access::Viewer& viewer, const Grant& grant, const model::Reading& reading, const scorecard::Measure& measure) {
  if (measure.owner == viewer.person) return true;
  const auto* objective = reading.objective(measure.objective);
  if (objective && grant.leads(objective->theme)) return true;
  if (!grant.roles.has(access::Role::alliance_manager)) return false;
  if (measure.supplier) return *measure.supplier == grant.party;
  auto owner = model::person_name(reading, measure.owner);
  return !owner || owner->organisation == viewer.organisation;
}

/// Long lists end with a word on the rest.
void shorten(mail::Part& part, std::size_t most, std::string_view link) {
  if (part.lines.size() <= most) return;
  auto rest = part.lines.size() - most;
  part.lines.resize(most);
  part.lines.push_back({fmt::format("And {} more", rest), "", std::string(link)});
}

}  // namespace

int Letters::write(Instant slot) {
  Instant now = door_.now();
  auto readers = door_.read(sight(), [](db::Transaction& transaction) { return discipline::readers(transaction); });
  int written = 0;
  std::vector<Told> quiet;
  for (const auto& reader : readers) {
    bool any = false;
    for (News kind : all_news) {
      auto told = reader.told.find(kind);
      bool turn = turn_of(kind, reader.settings.of(kind), told == reader.told.end() ? std::nullopt : std::optional(told->second), now) == Turn::yes;
      any = any || (turn && (kind != News::due_values || reader.owns));
    }
    if (!any) continue;
    auto viewer = viewers_.of(reader.person, access::Channel::system);
    if (!viewer) continue;
    Letter letter = letter_for(reader, *viewer);
    if (letter.content.parts.empty() && letter.lights.empty()) {
      quiet.insert(quiet.end(), letter.told.begin(), letter.told.end());
      continue;
    }
    written += door_.write(sight(), [&](db::Transaction& transaction) {
      keep_reminders(transaction, letter.reminders);
      keep_reminders(transaction, letter.level_reminders);
      for (const auto& [alliance, lights] : letter.lights) keep_lights(transaction, reader.person, alliance, lights);
      keep_mailed(transaction, letter.mailed);
      keep_told(transaction, letter.told);
      if (letter.content.parts.empty()) return 0;
      mail::Draft draft{reader.person, "news", fmt::format("news {} {}", reader.person.view(), slot.text()), "What waits for you, and what changed", letter.content};
      return mail::put(transaction, door_.random(), now, draft) ? 1 : 0;
    });
  }
  if (!quiet.empty()) door_.write(sight(), [&](db::Transaction& transaction) { keep_told(transaction, quiet); });
  return written;
}

Letter Letters::letter_for(const Reader& reader, const access::Viewer& viewer) {
  Letter letter;
  Instant now = door_.now();
  std::set<News> turns;
  for (News kind : all_news) {
    auto told = reader.told.find(kind);
    if (turn_of(kind, reader.settings.of(kind), told == reader.told.end() ? std::nullopt : std::optional(told->second), now) == Turn::no) continue;
    turns.insert(kind);
    letter.told.push_back({reader.person, kind, now});
  }
  std::set<ReminderKey> had;
  std::set<LevelReminderKey> had_levels;
  if (turns.contains(News::due_values) && reader.owns)
    door_.read(sight(), [&](db::Transaction& transaction) {
      had = reminders_of(transaction, reader.person);
      had_levels = level_reminders_of(transaction, reader.person);
    });
  for (const auto& grant : viewer.grants) {
    if (!grant.may(Act::read_map)) continue;
    if (!turns.contains(News::due_values) || !reader.owns) continue;
    add_due_values(letter, viewer, grant, had);
    add_due_levels(letter, viewer, grant, had_levels);
  }
  for (const auto& grant : viewer.grants)
    if (turns.contains(News::consents)) add_consents(letter, reader, viewer, grant);
  if (turns.contains(News::said) || turns.contains(News::waiting)) add_inbox(letter, viewer, turns);
  for (const auto& grant : viewer.grants)
    if (turns.contains(News::changes) && grant.may(Act::read_map)) add_changes(letter, viewer, grant);

  bool due = !letter.reminders.empty() || !letter.level_reminders.empty();
  letter.content.opening = "Here is what has come up since you were last told.";
  letter.content.reason = due ? "You get this mail because you own measures, or take part in these alliances."
                              : "You get this mail because you take part in these alliances.";
  return letter;
}

void Letters::add_due_values(Letter& letter, const access::Viewer& viewer, const Grant& grant, const std::set<ReminderKey>& had) {
  if (!grant.may(Act::enter_observations)) return;
  auto side = grant.sees(grant.own) ? model::Side::ours : model::Side::joint;
  service_.look(viewer, grant.alliance, side, "", Act::enter_observations, {}, [&](const model::Look& look) {
    mail::Part part;
    for (const auto& measure : look.reading.contents().measures) {
      if (!measure.owner || *measure.owner != viewer.person) continue;
      if (model::may_enter(viewer, grant, look.reading, measure) != scorecard::MayEnter::yes) continue;
      for (const auto& cell : due_cells(look.reading, measure, look.today)) {
        if (had.contains({measure.id, cell.period, cell.number})) continue;
        part.lines.push_back({fmt::format("{} {}", measure.code, measure.name), due_words(cell.period, cell.due, look.today),
                              address(look.reading, fmt::format("/m/{}?enter={}{}", measure.id.view(), cell.period.text(), measure.space == grant.own ? "&side=ours" : ""))});
        letter.reminders.push_back({viewer.person, measure.id, cell.period, cell.number, door_.now()});
      }
    }
    if (part.lines.empty()) return;
    part.spaces = drawn_from(grant, side);
    part.right = access::right_name(Act::enter_observations);
    part.heading = fmt::format("{}: values that you enter", look.reading.contents().alliance.name);
    letter.content.parts.push_back(std::move(part));
  });
}

void Letters::add_due_levels(Letter& letter, const access::Viewer& viewer, const Grant& grant, const std::set<LevelReminderKey>& had) {
  if (!grant.may(Act::enter_observations) || !grant.may(Act::read_shared)) return;
  Date today = service_.today(grant.alliance);
  struct Found {
    std::vector<service_level::DueValue> values;
    std::string slug, name;
  };
  auto found = door_.read(viewer, [&](db::Transaction& transaction) {
    Found out{service_level::due_values(transaction, viewer, grant.alliance, door_.now()), "", ""};
    if (!out.values.empty())
      std::tie(out.slug, out.name) = *transaction.one<std::tuple<std::string, std::string>>("SELECT slug, name FROM alliance WHERE id = $1", grant.alliance);
    return out;
  });
  std::map<SpaceId, mail::Part> parts;  // a mail leaves a part out whole, so each part is of one space
  for (const auto& value : found.values) {
    auto number = reminder_number(value.last_day, value.level.grace, today);
    if (!number || had.contains({value.level.id, value.period, *number}) || !service_level::may_enter(viewer, grant, value.level)) continue;
    auto& part = parts[value.level.space];
    part.lines.push_back({fmt::format("{} {}", value.level.code, value.level.name), due_words(value.period, value.due, today),
                          fmt::format("/a/{}/service-levels/{}?enter={}", found.slug, value.level.id.view(), value.period.text())});
    letter.level_reminders.push_back({viewer.person, value.level.id, value.period, *number, door_.now()});
  }
  for (auto& [space, part] : parts) {
    part.spaces = {space};
    part.right = access::right_name(Act::enter_observations);
    part.heading = fmt::format("{}: service levels that you report", found.name);
    letter.content.parts.push_back(std::move(part));
  }
}

void Letters::add_consents(Letter& letter, const Reader& reader, const access::Viewer& viewer, const Grant& grant) {
  if (!grant.may(Act::read_shared)) return;
  // At once and daily tell of what is new; weekly, of all that still waits.
  std::optional<Instant> since;
  if (auto told = reader.told.find(News::consents); told != reader.told.end() && reader.settings.consents != Rhythm::weekly) since = told->second;
  std::vector<SpaceId> spaces = grant.agreements;
  spaces.insert(spaces.begin(), grant.shared);
  for (const auto& space : spaces) {
    if (!grant.sees(space)) continue;
    auto waiting = door_.read(viewer, [&](db::Transaction& transaction) {
      auto versions = charter::versions(transaction, viewer, grant.alliance, space);
      std::erase_if(versions, [&](const charter::CharterView& version) {
        bool mine = version.state == charter::State::proposed && (version.may_sign || version.may_return) && (!since || version.made_at > *since);
        return !mine;
      });
      return versions;
    });
    if (waiting.empty()) continue;
    service_.look(viewer, grant.alliance, model::Side::joint, "", Act::read_shared, {}, [&](const model::Look& look) {
      mail::Part part{{space}, std::string(access::right_name(Act::accept)), fmt::format("{}: versions that wait for your side", look.reading.contents().alliance.name), {}};
      for (const auto& version : waiting)
        part.lines.push_back({fmt::format("Version {}, proposed by {} of {}", version.number, version.made_by, version.made_by_party), version.note, address(look.reading, "/")});
      letter.content.parts.push_back(std::move(part));
    });
  }
}

void Letters::add_inbox(Letter& letter, const access::Viewer& viewer, const std::set<News>& turns) {
  auto asked = inbox_(viewer, door_.now().plus_seconds(-days_back * 86'400));
  std::erase_if(asked, [&](const Asked& one) { return !turns.contains(one.kind); });
  if (asked.empty()) return;
  auto had = door_.read(sight(), [&](db::Transaction& transaction) { return mailed_items(transaction, viewer.person); });
  // A mail leaves a part out whole, so each part is of the same spaces and of one right.
  std::vector<mail::Part> parts;
  for (auto& one : asked) {
    if (had.contains(one.key)) continue;
    letter.mailed.push_back({viewer.person, one.key, door_.now()});
    std::string heading = fmt::format("{}: {}", one.alliance, one.kind == News::said ? "said to you" : "waiting for your answer");
    auto place = std::find_if(parts.begin(), parts.end(), [&](const mail::Part& part) {
      return part.heading == heading && part.spaces == one.spaces && part.right == one.right;
    });
    if (place == parts.end()) place = parts.insert(parts.end(), {std::move(one.spaces), std::move(one.right), std::move(heading), {}});
    place->lines.push_back(std::move(one.line));
  }
  for (auto& part : parts) {
    shorten(part, most_asked, "/inbox");
    letter.content.parts.push_back(std::move(part));
  }
}

void Letters::add_changes(Letter& letter, const access::Viewer& viewer, const Grant& grant) {
  service_.look(viewer, grant.alliance, model::Side::joint, "", Act::read_map, {}, [&](const model::Look& look) {
    const auto& reading = look.reading;
    auto spaces = drawn_from(grant, model::Side::joint);
    model::Judge judge(reading, look.today);
    std::string moment = "?period=" + reading.calendar().period_of(look.today, reading.reporting_frequency()).text();
    Lights lights;
    for (const auto& objective : reading.contents().objectives) lights[objective.id.text()] = static_cast<Light>(judge.level(reading.node(objective.id)).light);
    auto before = door_.read(sight(), [&](db::Transaction& transaction) { return lights_told(transaction, viewer.person, grant.alliance); });
    if (before) {
      mail::Part part{spaces, std::string(access::right_name(Act::read_map)), fmt::format("{}: lights that changed", reading.contents().alliance.name), {}};
      for (const auto& objective : reading.contents().objectives) {
        auto was = before->find(objective.id.text());
        Light is = lights.at(objective.id.text());
        if (was == before->end() || was->second == is) continue;
        part.lines.push_back({fmt::format("{} {}", objective.code, objective.title), fmt::format("Was {}, is {}.", word(was->second), word(is)),
                              address(reading, fmt::format("/o/{}{}", objective.id.view(), moment))});
      }
      shorten(part, most_lights, address(reading, "/map" + moment));
      if (!part.lines.empty()) letter.content.parts.push_back(std::move(part));
    }
    if (before != lights) letter.lights.emplace_back(grant.alliance, lights);
    if (!grant.may(Act::read_shared)) return;
    mail::Part part{spaces, std::string(access::right_name(Act::read_shared)), fmt::format("{}: values that are missing", reading.contents().alliance.name), {}};
    std::vector<mail::Line> others;  // a person's own come first, so that they are not what is cut off
    for (const auto& measure : reading.contents().measures) {
      if (!minds(viewer, grant, reading, measure)) continue;
      const auto& level = judge.level(reading.node(measure.id));
      using scorecard::evaluation::State;
      if (level.state != State::missing && level.state != State::stale) continue;
      auto owner = model::person_name(reading, measure.owner);
      auto& lines = measure.owner == viewer.person ? part.lines : others;
      lines.push_back({fmt::format("{} {}", measure.code, measure.name),
                       fmt::format("No value for {}; {}.", model::label_of(level.shown), owner ? "owned by " + owner->name : "nobody owns it"),
                       address(reading, fmt::format("/m/{}", measure.id.view()))});
    }
    part.lines.insert(part.lines.end(), std::make_move_iterator(others.begin()), std::make_move_iterator(others.end()));
    shorten(part, most_missing, address(reading, "/scorecards"));
    if (!part.lines.empty()) letter.content.parts.push_back(std::move(part));
  });
}

}  // namespace entente::discipline
