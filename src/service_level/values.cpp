// Values of service levels: entering, correcting, taking back.
#include "auth/crypto.hpp"
#include "base/text.hpp"
#include "scorecard/store.hpp"
#include "service_level/follow.hpp"

namespace entente::service_level {
namespace {

namespace items = access::items;
using access::Act;
using access::ActDraft;
using access::Grant;

constexpr std::string_view columns = "level, period, number, state, value, reason, note, recorded_at, person, organisation, source, act";
const std::string insert_sql =
    fmt::format("INSERT INTO service_level_value ({}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)", columns);
const std::string newest_sql = fmt::format("SELECT {} FROM service_level_value WHERE level = $1 AND period = $2 ORDER BY number DESC LIMIT 1", columns);
const std::string row_sql = fmt::format("SELECT {} FROM service_level_value WHERE level = $1 AND period = $2 AND number = $3", columns);
const std::string of_act_sql = fmt::format("SELECT {} FROM service_level_value WHERE act = $1 ORDER BY level, period", columns);
const std::string history_sql = fmt::format("SELECT {} FROM service_level_value WHERE level = $1 ORDER BY recorded_at DESC, period DESC, number DESC LIMIT 500", columns);
constexpr std::string_view is_newest = "number = (SELECT MAX(later.number) FROM service_level_value later WHERE later.level = said.level AND later.period = said.period)";
const std::string all_sql = fmt::format(
    "SELECT {} FROM service_level_value said WHERE level IN (SELECT id FROM service_level WHERE alliance = $1 AND removed_at IS NULL) AND {}", columns, is_newest);
const std::string of_level_sql = fmt::format("SELECT {} FROM service_level_value said WHERE level = $1 AND {}", columns, is_newest);

constexpr std::size_t most_rows = 20'000;
constexpr TextRule reason_rule{.longest = 2000, .empty = TextRule::Empty::allowed, .lines = TextRule::Lines::many};
constexpr TextRule note_rule{.longest = 4000, .empty = TextRule::Empty::allowed, .lines = TextRule::Lines::many};

void refuse(std::vector<FieldError>& errors, const std::string& path, std::string_view code, std::string message) {
  errors.push_back({path, std::string(code), std::move(message)});
}

/// The levels that rows name by identifier or code.
class Levels {
 public:
  Levels(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance) : levels_(items::all<ServiceLevel>(transaction, viewer, alliance)) {
    const Grant& grant = viewer.need(alliance, Act::read_shared);
    for (const auto& level : levels_) {
      by_name_[level.id.text()] = &level;
      auto [place, is_new] = by_name_.try_emplace(level.code, &level);
      if (!is_new && level.space == grant.shared) place->second = &level;
    }
  }
  const ServiceLevel* find(const std::string& name) const {
    auto found = by_name_.find(name);
    return found == by_name_.end() ? nullptr : found->second;
  }

 private:
  std::vector<ServiceLevel> levels_;
  std::unordered_map<std::string, const ServiceLevel*> by_name_;
};

std::optional<Period> checked_period(const ValueInput& input, const ServiceLevel& level, const Calendar& calendar, Date today, const std::string& path,
                                     std::vector<FieldError>& errors) {
  auto period = try_parse_period(input.period);
  if (!period || period->frequency != level.frequency) {
    refuse(errors, path, "bad_period", fmt::format("{} is taken each {}; “{}” is no such period.", level.code, name(level.frequency), input.period));
    return std::nullopt;
  }
  Date last_day = calendar.last_day(*period);
  if (last_day > today) refuse(errors, path, "not_ended", fmt::format("{} has not ended yet.", input.period));
  else if (last_day < level.starts || (level.ends && last_day > *level.ends))
    refuse(errors, path, "not_promised", fmt::format("{} was not promised on the last day of {}.", level.code, input.period));
  else return period;
  return std::nullopt;
}

std::optional<LevelValue> prepare(const ValueInput& input, const ServiceLevel& level, const Calendar& calendar, Date today, const std::string& path,
                                  std::vector<FieldError>& errors) {
  std::size_t errors_before = errors.size();
  LevelValue row;
  row.level = level.id;
  if (auto period = checked_period(input, level, calendar, today, path + "period", errors)) row.period = *period;
  row.state = input.state.value_or(ValueState::value);
  row.value = input.value;
  row.reason = clean_text(input.reason.value_or(""), path + "reason", reason_rule, errors);
  row.note = clean_text(input.note.value_or(""), path + "note", note_rule, errors);
  if (row.state == ValueState::value && !row.value) refuse(errors, path + "value", "empty", "Give a value, or say n/a with a reason.");
  if (row.state != ValueState::value && row.value) refuse(errors, path + "value", "value_with_state", "A row has either a value or a state.");
  if (row.state == ValueState::na && row.reason.empty()) refuse(errors, path + "reason", "reason_required", "Say why there is no value for this period.");
  return errors.size() == errors_before ? std::optional(std::move(row)) : std::nullopt;
}

access::ActAnswer write(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const SpaceId& space, std::string_view kind,
                        std::vector<LevelValue>& rows, const std::optional<LevelValue>& earlier) {
  ActDraft draft{alliance, space, kind, "service_level_value", rows.front().level.text(), rows.front().number + 1, "", ""};
  draft.id = ActId::make(door.random());
  std::set<std::string> changed;
  std::string text;
  for (auto& row : rows) {
    row.act = draft.id;
    changed.insert(row.level.text());
    json::write(text, row);
  }
  if (rows.size() == 1) {
    draft.after = text;
    if (earlier) draft.before = json::text(*earlier);
  } else {
    draft.batch_count = rows.size();
    draft.batch_digest = auth::sha256(text);
  }
  transaction.bulk(insert_sql, rows);
  return door.act(transaction, viewer, draft, {changed.begin(), changed.end()});
}

Changed undo(Door& door, db::Transaction& transaction, const Viewer& viewer, const ActId& act, const AllianceId& alliance) {
  auto rows = transaction.all<LevelValue>(of_act_sql, act);
  if (rows.empty()) throw_not_found();
  std::vector<LevelValue> back;
  NewValues followed;
  SpaceId space;
  for (const auto& row : rows) {
    auto level = items::need<ServiceLevel>(transaction, viewer, row.level);
    if (!may_enter(viewer, viewer.need(alliance, Act::enter_observations), level)) throw_not_found();
    space = level.space;
    if (transaction.one<LevelValue>(newest_sql, row.level, row.period)->number != row.number)
      throw Error(ErrorKind::conflict, "changed_since", "One of these values was changed again since. Undo the later change first.");
    LevelValue earlier = row;
    if (row.number > 0) {
      earlier = *transaction.one<LevelValue>(row_sql, row.level, row.period, row.number - 1);
    } else {
      earlier.state = ValueState::missing;
      earlier.value.reset();
      earlier.note.clear();
    }
    earlier.number = row.number + 1;
    earlier.reason = "Taken back.";
    earlier.recorded_at = door.now();
    earlier.person = viewer.person;
    earlier.organisation = viewer.organisation;
    followed.push_back({std::move(level), {earlier}});
    back.push_back(std::move(earlier));
  }
  auto answer = write(door, transaction, viewer, alliance, space, "undone", back, rows.size() == 1 ? std::optional(rows.front()) : std::nullopt);
  follow_values(door, transaction, viewer, followed);
  return {rows.front().level.text(), back.front().number + 1, answer, true};
}

}  // namespace

Entered enter(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, std::span<const ValueInput> inputs,
              std::string_view source) {
  const Grant& grant = viewer.need(alliance, Act::enter_observations);
  viewer.need(alliance, Act::read_shared);
  if (inputs.size() > most_rows) throw Error(ErrorKind::too_large, "too_many_rows", "20,000 values are the most in one call.");
  auto days = scorecard::days_of(transaction, alliance);
  const Calendar& calendar = days.calendar;
  Instant now = door.now();
  Date today = days.on(now);
  Levels levels(transaction, viewer, alliance);
  std::vector<FieldError> errors;
  std::map<SpaceId, std::vector<LevelValue>> writes;
  std::map<SpaceId, std::optional<LevelValue>> earlier;
  std::map<ServiceLevelId, std::pair<ServiceLevel, std::vector<LevelValue>>> followed;
  std::set<std::pair<ServiceLevelId, Period>> seen;
  Entered entered;
  for (std::size_t i = 0; i < inputs.size() && errors.size() < 100; ++i) {
    const auto& input = inputs[i];
    std::string path = fmt::format("[{}].", i);
    const ServiceLevel* level = levels.find(input.level);
    if (!level || !may_enter(viewer, grant, *level)) {
      refuse(errors, path + "level", "unknown", fmt::format("There is no service level “{}” for which you may enter values.", input.level));
      continue;
    }
    auto row = prepare(input, *level, calendar, today, path, errors);
    if (!row) continue;
    if (!seen.insert({row->level, row->period}).second) {
      refuse(errors, path + "period", "twice", fmt::format("There are two rows for {} in {}.", level->code, input.period));
      continue;
    }
    auto present = transaction.one<LevelValue>(newest_sql, row->level, row->period);
    if (input.version && *input.version != (present ? present->number + 1 : 0))
      throw Error(ErrorKind::precondition_failed, "changed_meanwhile", fmt::format("{} in {} was changed by somebody else meanwhile.", level->code, input.period));
    bool same = present && present->state == row->state && present->value == row->value;
    if (same && (row->note.empty() || row->note == present->note)) continue;
    if (present && present->state != ValueState::missing && !same && row->reason.empty()) {
      refuse(errors, path + "reason", "reason_required", "A value stands here already. Say why it changes; the old one is kept.");
      continue;
    }
    row->number = present ? present->number + 1 : 0;
    row->recorded_at = now;
    row->person = viewer.person;
    row->organisation = viewer.organisation;
    row->source = source;
    if (writes[level->space].empty()) earlier[level->space] = std::move(present);
    auto& of_level = followed.try_emplace(level->id, *level, std::vector<LevelValue>()).first->second;
    of_level.second.push_back(*row);
    writes[level->space].push_back(std::move(*row));
    ++entered.written;
  }
  throw_if_any(std::move(errors));
  for (auto& [space, rows] : writes) entered.acts.push_back(write(door, transaction, viewer, alliance, space, "entered", rows, earlier[space]));
  NewValues values;
  for (auto& [id, value] : followed) values.push_back(std::move(value));
  follow_values(door, transaction, viewer, values);
  return entered;
}

ValuesOf newest_values(db::Transaction& transaction, const AllianceId& alliance) {
  ValuesOf out;
  for (auto& row : transaction.all<LevelValue>(all_sql, alliance)) out[row.level][row.period] = std::move(row);
  return out;
}

std::map<Period, LevelValue> newest_values(db::Transaction& transaction, const ServiceLevelId& level) {
  std::map<Period, LevelValue> out;
  for (auto& row : transaction.all<LevelValue>(of_level_sql, level)) out[row.period] = std::move(row);
  return out;
}

std::vector<LevelValue> history(db::Transaction& transaction, const ServiceLevelId& level) { return transaction.all<LevelValue>(history_sql, level); }

void add_value_undoer(access::Undoers& undoers) {
  undoers.add("service_level_value", [](Door& door, db::Transaction& transaction, const Viewer& viewer, const ActId& act, const std::string&,
                                        const AllianceId& alliance, const std::string&, const std::string&) {
    return undo(door, transaction, viewer, act, alliance);
  });
}

}  // namespace entente::service_level
