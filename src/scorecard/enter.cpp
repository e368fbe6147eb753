// Values, on their two time axes.
#include "access/items.hpp"
#include "auth/crypto.hpp"
#include "base/text.hpp"
#include "scorecard/rules.hpp"
#include "scorecard/store.hpp"

namespace entente::scorecard {
namespace {

namespace items = access::items;
using access::Act;
using access::Grant;

/// What has to be known of a measure to take its values.
struct MeasureHead {
  MeasureId id;
  SpaceId space;
  std::string code;
  Frequency frequency = Frequency::month;
  std::optional<PersonId> owner;
  bool is_computed = false;
  ThemeId theme;
  std::optional<std::string> scoring;  ///< the newest
};
BOOST_DESCRIBE_STRUCT(MeasureHead, (), (id, space, code, frequency, owner, is_computed, theme, scoring))

// A measure of the version in force takes the values that it says, though the draft may say otherwise or have dropped it.
constexpr std::string_view head_by_id_sql =
    "SELECT measure.id, measure.space, measure.code, COALESCE(agreed.frequency, measure.frequency), measure.owner, "
    "COALESCE(agreed.computed, CASE WHEN measure.formula = '' THEN 0 ELSE 1 END), objective.theme, COALESCE(agreed.scoring, "
    "(SELECT scoring FROM target WHERE target.measure = measure.id AND target.removed_at IS NULL ORDER BY effective_from DESC LIMIT 1)) "
    "FROM measure JOIN objective ON objective.id = measure.objective "
    "LEFT JOIN (SELECT charter_measure.measure, charter_measure.frequency, charter_measure.computed, charter_measure.scoring "
    "FROM charter_measure JOIN charter ON charter.id = charter_measure.charter WHERE charter.state = 'in_force' AND charter_measure.measure = $1) agreed "
    "ON agreed.measure = measure.id "
    "WHERE measure.id = $1 AND measure.alliance = $2 "
    "AND (agreed.measure IS NOT NULL OR (measure.removed_at IS NULL AND objective.removed_at IS NULL))";
constexpr std::string_view heads_sql =
    "SELECT measure.id, measure.space, measure.code, COALESCE(agreed.frequency, measure.frequency), measure.owner, "
    "COALESCE(agreed.computed, CASE WHEN measure.formula = '' THEN 0 ELSE 1 END), objective.theme, COALESCE(agreed.scoring, "
    "(SELECT scoring FROM target WHERE target.measure = measure.id AND target.removed_at IS NULL ORDER BY effective_from DESC LIMIT 1)) "
    "FROM measure JOIN objective ON objective.id = measure.objective "
    "LEFT JOIN (SELECT charter_measure.measure, charter_measure.frequency, charter_measure.computed, charter_measure.scoring "
    "FROM charter JOIN charter_measure ON charter.id = charter_measure.charter WHERE charter.state = 'in_force' AND charter.alliance = $1) agreed "
    "ON agreed.measure = measure.id "
    "WHERE measure.alliance = $1 "
    "AND (agreed.measure IS NOT NULL OR (measure.removed_at IS NULL AND objective.removed_at IS NULL))";
constexpr std::string_view newest_observation_sql =
    "SELECT measure, series, period, number, state, value, numerator, denominator, weight, reason, note, flags, recorded_at, "
    "person, organisation, source, act FROM observation WHERE measure = $1 AND series = $2 AND period = $3 "
    "ORDER BY number DESC LIMIT 1";
constexpr std::string_view insert_observation_sql =
    "INSERT INTO observation (measure, series, period, number, state, value, numerator, denominator, weight, reason, note, flags, "
    "recorded_at, person, organisation, source, act) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";

struct Known {
  MeasureHead head;
  ValueKind kind = ValueKind::number;
};

/// The measures that the rows of one call name, each looked up once.
class Measures {
 public:
  Measures(db::Transaction& transaction, const Grant& grant) : transaction_(transaction), grant_(grant) {}

  const Known* find(const std::string& name) {
    auto known = known_.find(name);
    if (known != known_.end()) return known->second ? &*known->second : nullptr;
    std::optional<Known> found;
    if (auto id = MeasureId::parse(name)) {
      if (auto head = transaction_.one<MeasureHead>(head_by_id_sql, *id, grant_.alliance))
        if (grant_.sees(head->space)) found = Known{std::move(*head), {}};
    }
    if (!found) found = by_code(name);
    if (found && found->head.scoring) found->kind = value_kind({*found->head.scoring});
    const auto& kept = known_.emplace(name, std::move(found)).first->second;
    return kept ? &*kept : nullptr;
  }

 private:
  /// A shared measure before a private one of the same code.
  std::optional<Known> by_code(const std::string& code) {
    if (codes_.empty())
      for (auto& head : transaction_.all<MeasureHead>(heads_sql, grant_.alliance))
        if (grant_.sees(head.space)) {
          auto& place = codes_[head.code];
          if (!place || head.space == grant_.shared) place = head;
        }
    auto found = codes_.find(code);
    if (found == codes_.end()) return std::nullopt;
    return Known{*found->second, {}};
  }

  db::Transaction& transaction_;
  const Grant& grant_;
  std::unordered_map<std::string, std::optional<Known>> known_;
  std::unordered_map<std::string, std::optional<MeasureHead>> codes_;
};

std::string flags_of(const ObservationInput& input, const std::string& path, std::vector<FieldError>& errors) {
  std::string out;
  if (!input.flags) return out;
  for (const auto& flag : *input.flags) {
    if (flag != "provisional" && flag != "estimated")
      errors.push_back({path + "flags", "unknown_flag", fmt::format("“{}” is not a flag; there are provisional and estimated.", flag)});
    out += (out.empty() ? "" : " ") + flag;
  }
  return out;
}

bool same_value(const Observation& a, const Observation& b) {
  return a.state == b.state && a.value == b.value && a.numerator == b.numerator && a.denominator == b.denominator &&
         a.weight == b.weight && a.flags == b.flags;
}

/// One row made ready to be written, or errors.
std::optional<Observation> prepare(const ObservationInput& input, const Known& measure, const Calendar& calendar, Date today,
                                   const std::string& path, std::vector<FieldError>& errors) {
  std::size_t errors_before = errors.size();
  Observation row;
  row.measure = measure.head.id;
  row.series = input.series.value_or(Series::actual);
  auto period = entry_period(input.period, measure.head.frequency, row.series, calendar, today, path + "period", errors);
  if (period) row.period = *period;
  row.state = input.state.value_or(ObservationState::value);
  row.reason = clean_text(input.reason.value_or(""), path + "reason", {.longest = 2000, .empty = TextRule::Empty::allowed, .lines = TextRule::Lines::many}, errors);
  row.note = clean_text(input.note.value_or(""), path + "note", {.longest = 4000, .empty = TextRule::Empty::allowed, .lines = TextRule::Lines::many}, errors);
  row.flags = flags_of(input, path, errors);
  row.numerator = input.numerator;
  row.denominator = input.denominator;
  row.weight = input.weight;
  bool has_value = input.value && !input.value->is_null();
  if (row.state == ObservationState::value) {
    if (row.numerator && row.denominator) {
      if (row.denominator->is_zero())
        errors.push_back({path + "denominator", "division_by_zero", "A ratio cannot be divided by zero. Say n/a with a reason instead."});
      else
        row.value = (*row.numerator / *row.denominator).text_rounded(9);
    } else if (has_value) {
      row.value = stored_value(*input.value, row.series == Series::actual ? measure.kind : ValueKind::number, path + "value", errors);
    } else {
      errors.push_back({path + "value", "empty", "Give a value, or say n/a with a reason."});
    }
  } else if (has_value) {
    errors.push_back({path + "value", "value_with_state", "A row has either a value or a state."});
  }
  if (row.state == ObservationState::na && row.reason.empty())
    errors.push_back({path + "reason", "reason_required", "Say why there is no value for this period."});
  if (errors.size() != errors_before) return std::nullopt;
  return row;
}

std::string batch_digest_text(std::span<const Observation> rows) {
  std::string text;
  for (const auto& row : rows) json::write(text, row);
  return text;
}

}  // namespace

Entered enter(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance,
              std::span<const ObservationInput> inputs, std::string_view source) {
  const Grant& grant = viewer.need(alliance, Act::enter_observations);
  Calendar calendar = calendar_of(transaction, alliance);
  Instant now = door.now();
  Date today{static_cast<std::int32_t>(now.microseconds / 86'400'000'000)};
  Measures measures(transaction, grant);
  std::vector<FieldError> errors;
  Entered entered;
  std::map<SpaceId, std::vector<Observation>> writes;
  std::map<SpaceId, std::vector<std::optional<Observation>>> earlier;
  std::set<std::tuple<MeasureId, Series, Period>> seen;

  for (std::size_t i = 0; i < inputs.size() && errors.size() < 100; ++i) {
    const auto& input = inputs[i];
    std::string path = fmt::format("[{}].", i);
    const Known* measure = measures.find(input.measure);
    if (!measure || !grant.may_enter(viewer.person, measure->head.owner, measure->head.theme)) {
      errors.push_back({path + "measure", "unknown", fmt::format("There is no measure “{}” for which you may enter values.", input.measure)});
      continue;
    }
    if (measure->head.is_computed && input.series.value_or(Series::actual) == Series::actual) {
      errors.push_back({path + "measure", "computed", fmt::format("{} is computed by its formula; enter the values that it is made of.", measure->head.code)});
      continue;
    }
    auto row = prepare(input, *measure, calendar, today, path, errors);
    if (!row) continue;
    if (!seen.insert({row->measure, row->series, row->period}).second) {
      errors.push_back({path + "period", "twice", fmt::format("There are two rows for {} in {}.", measure->head.code, input.period)});
      continue;
    }
    auto present = transaction.one<Observation>(newest_observation_sql, row->measure, row->series, row->period);
    if (input.version && *input.version != (present ? present->number + 1 : 0)) {
      throw Error(ErrorKind::precondition_failed, "changed_meanwhile",
                  fmt::format("{} in {} was changed by somebody else meanwhile.", measure->head.code, input.period));
    }
    EnteredRow result{row->measure, row->period, Outcome::new_};
    bool says_the_same = present && same_value(*present, *row);
    if (says_the_same && (row->note.empty() || row->note == present->note)) {
      result.outcome = Outcome::unchanged;
    } else {
      bool replaces = present && present->state != ObservationState::missing;
      if (replaces && !says_the_same && row->reason.empty())
        errors.push_back({path + "reason", "reason_required", "A value stands here already. Say why it changes; the old one is kept."});
      result.outcome = replaces ? Outcome::corrected : Outcome::new_;
      row->number = present ? present->number + 1 : 0;
      row->recorded_at = now;
      row->person = viewer.person;
      row->organisation = viewer.organisation;
      row->source = source;
      earlier[measure->head.space].push_back(std::move(present));
      writes[measure->head.space].push_back(std::move(*row));
    }
    entered.rows.push_back(result);
  }
  throw_if_any(std::move(errors));

  for (auto& [space, rows] : writes) {
    access::ActDraft draft{alliance, space, "entered", "observation", rows.front().measure.text(), rows.front().number + 1, "", ""};
    std::vector<std::string> changed;
    for (const auto& row : rows)
      if (changed.empty() || changed.back() != row.measure.view()) changed.push_back(row.measure.text());
    std::sort(changed.begin(), changed.end());
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    ActId act = ActId::make(door.random());
    for (auto& row : rows) row.act = act;
    if (rows.size() == 1) {
      draft.after = json::text(rows.front());
      if (earlier[space].front()) draft.before = json::text(*earlier[space].front());
    } else {
      draft.batch_count = rows.size();
      draft.batch_digest = auth::sha256(batch_digest_text(rows));
    }
    draft.id = act;
    transaction.bulk(insert_observation_sql, rows);
    entered.acts.push_back(door.act(transaction, viewer, draft, std::move(changed)));
  }
  return entered;
}

std::vector<Observation> history(db::Transaction& transaction, const Viewer& viewer, const MeasureId& id, const std::optional<Period>& period) {
  auto measure = items::find<Measure>(transaction, viewer, id);
  if (!measure) throw_not_found();
  viewer.need(measure->alliance, Act::read_shared);
  constexpr std::string_view all_sql =
      "SELECT measure, series, period, number, state, value, numerator, denominator, weight, reason, note, flags, recorded_at, "
      "person, organisation, source, act FROM observation WHERE measure = $1 ORDER BY recorded_at DESC, period DESC, number DESC";
  constexpr std::string_view one_sql =
      "SELECT measure, series, period, number, state, value, numerator, denominator, weight, reason, note, flags, recorded_at, "
      "person, organisation, source, act FROM observation WHERE measure = $1 AND period = $2 ORDER BY recorded_at DESC, number DESC";
  return period ? transaction.all<Observation>(one_sql, id, *period) : transaction.all<Observation>(all_sql, id);
}

}  // namespace entente::scorecard
