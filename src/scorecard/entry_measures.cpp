#include "scorecard/entry_measures.hpp"

namespace entente::scorecard {
namespace {

// A measure of the version in force takes the values that it says, though the draft may say otherwise or have dropped it. Who
// supplies it is named where that party can supply: a partner that has joined.
constexpr std::string_view select_sql =
    "SELECT measure.id, measure.space, measure.code, COALESCE(agreed.frequency, measure.frequency), "
    "CASE WHEN agreed.measure IS NULL THEN measure.owner ELSE agreed.owner END, "
    "COALESCE(agreed.computed, CASE WHEN measure.formula = '' THEN 0 ELSE 1 END), COALESCE(agreed.theme, objective.theme), COALESCE(agreed.scoring, "
    "(SELECT scoring FROM target WHERE target.measure = measure.id AND target.removed_at IS NULL ORDER BY effective_from DESC LIMIT 1)), "
    "CASE WHEN agreed.measure IS NULL THEN measure.note_below ELSE agreed.note_below END, "
    "(SELECT party.id FROM party WHERE party.id = CASE WHEN agreed.measure IS NULL THEN measure.supplier ELSE agreed.supplier END "
    "AND party.kind = 'partner' AND party.state = 'confirmed'), CASE WHEN agreed.measure IS NULL THEN 0 ELSE 1 END, agreed.targets "
    "FROM measure JOIN objective ON objective.id = measure.objective "
    "LEFT JOIN (SELECT charter_measure.measure, charter_measure.frequency, charter_measure.computed, charter_measure.scoring, charter_measure.note_below, "
    "charter_measure.supplier, charter_measure.owner, charter_measure.theme, charter_measure.targets ";
constexpr std::string_view taken_sql = "AND (agreed.measure IS NOT NULL OR (measure.removed_at IS NULL AND objective.removed_at IS NULL))";
const std::string head_by_id_sql =
    fmt::format("{}FROM charter_measure JOIN charter ON charter.id = charter_measure.charter WHERE charter.state = 'in_force' AND charter_measure.measure = $1) agreed "
                "ON agreed.measure = measure.id WHERE measure.id = $1 AND measure.alliance = $2 {}",
                select_sql, taken_sql);
const std::string heads_sql =
    fmt::format("{}FROM charter JOIN charter_measure ON charter.id = charter_measure.charter WHERE charter.state = 'in_force' AND charter.alliance = $1) agreed "
                "ON agreed.measure = measure.id WHERE measure.alliance = $1 {}",
                select_sql, taken_sql);
constexpr std::string_view targets_sql =
    "SELECT effective_from, scoring FROM target WHERE measure = $1 AND removed_at IS NULL ORDER BY effective_from";
constexpr std::string_view newest_observation_sql =
    "SELECT measure, series, period, number, state, value, numerator, denominator, weight, reason, note, flags, recorded_at, "
    "person, organisation, source, act, shared_light FROM observation WHERE measure = $1 AND series = $2 AND period = $3 "
    "ORDER BY number DESC LIMIT 1";
constexpr std::string_view insert_observation_sql =
    "INSERT INTO observation (measure, series, period, number, state, value, numerator, denominator, weight, reason, note, flags, "
    "recorded_at, person, organisation, source, act, shared_light) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)";

}  // namespace

const EntryMeasure* EntryMeasures::find(const std::string& name) {
  auto known = known_.find(name);
  if (known != known_.end()) return known->second ? &*known->second : nullptr;
  std::optional<EntryMeasure> found;
  if (auto id = MeasureId::parse(name)) {
    if (auto head = transaction_.one<MeasureHead>(head_by_id_sql, *id, grant_.alliance))
      if (grant_.sees(head->space)) found = EntryMeasure{std::move(*head), {}};
  }
  if (!found) found = by_code(name);
  if (found && found->head.scoring) found->kind = value_kind({*found->head.scoring});
  const auto& kept = known_.emplace(name, std::move(found)).first->second;
  return kept ? &*kept : nullptr;
}

/// A shared measure before a private one of the same code.
std::optional<EntryMeasure> EntryMeasures::by_code(const std::string& code) {
  if (codes_.empty())
    for (auto& head : transaction_.all<MeasureHead>(heads_sql, grant_.alliance))
      if (grant_.sees(head.space)) {
        auto& place = codes_[head.code];
        if (!place || head.space == grant_.shared) place = head;
      }
  auto found = codes_.find(code);
  if (found == codes_.end()) return std::nullopt;
  return EntryMeasure{*found->second, {}};
}

std::optional<std::string> EntryMeasures::scoring_on(const EntryMeasure& measure, Date day) const {
  const auto& head = measure.head;
  if (head.agreed && !head.agreed_targets) return head.scoring;
  auto steps = head.agreed ? json::read_kept<std::vector<TargetStep>>(*head.agreed_targets) : transaction_.all<TargetStep>(targets_sql, head.id);
  if (steps.empty()) return std::nullopt;
  auto after = std::find_if(steps.begin(), steps.end(), [&](const TargetStep& step) { return step.from > day; });
  return (after == steps.begin() ? after : std::prev(after))->scoring;
}

std::optional<Observation> newest_observation(db::Transaction& transaction, const MeasureId& measure, Series series, const Period& period) {
  return transaction.one<Observation>(newest_observation_sql, measure, series, period);
}

void insert_observations(db::Transaction& transaction, std::span<const Observation> rows) { transaction.bulk(insert_observation_sql, rows); }

}  // namespace entente::scorecard
