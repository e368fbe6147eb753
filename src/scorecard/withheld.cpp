#include "scorecard/withheld.hpp"

#include "scorecard/evaluation/score.hpp"
#include "scorecard/scoring_json.hpp"

namespace entente::scorecard {
namespace {

namespace ev = evaluation;

constexpr std::string_view insert_sql = "INSERT INTO withheld_value (measure, period, number, space, value) VALUES ($1, $2, $3, $4, $5)";
constexpr std::string_view one_sql =
    "SELECT value FROM withheld_value WHERE measure = $1 AND period = $2 AND number = $3 AND space = $4";
constexpr std::string_view behind_sql =
    "SELECT measure, period, number, space, value FROM withheld_value WHERE measure = $1 AND period = $2 AND number = $3";
constexpr std::string_view of_measure_sql =
    "SELECT measure, period, number, space, value FROM withheld_value WHERE measure = $1 AND space = $2";
constexpr std::string_view of_space_sql = "SELECT measure, period, number, space, value FROM withheld_value WHERE space = $1";

ev::CellValue cell_value(ValueKind kind, const std::string& value) {
  switch (kind) {
    case ValueKind::truth: return {ev::ValueKind::truth, Decimal::from_integer(value == "true" ? 1 : 0), {}};
    case ValueKind::date: return {ev::ValueKind::date, Decimal::from_integer(parse_date(value).days), {}};
    case ValueKind::number: return {ev::ValueKind::number, parse_decimal(value), {}};
    default: return {ev::ValueKind::text, {}, value};
  }
}

}  // namespace

void insert_withheld(db::Transaction& transaction, std::span<const WithheldValue> values) { transaction.bulk(insert_sql, values); }

std::optional<std::string> withheld_value(db::Transaction& transaction, const SpaceId& space, const MeasureId& measure, const Period& period,
                                          std::int64_t number) {
  return transaction.one<std::string>(one_sql, measure, period, number, space);
}

std::optional<WithheldValue> withheld_behind(db::Transaction& transaction, const MeasureId& measure, const Period& period, std::int64_t number) {
  return transaction.one<WithheldValue>(behind_sql, measure, period, number);
}

std::vector<WithheldValue> withheld_values(db::Transaction& transaction, const SpaceId& space, const MeasureId& measure) {
  return transaction.all<WithheldValue>(of_measure_sql, measure, space);
}

std::vector<WithheldValue> withheld_values(db::Transaction& transaction, const SpaceId& space) {
  return transaction.all<WithheldValue>(of_space_sql, space);
}

namespace {

std::optional<ev::Score> judged(const std::optional<std::string>& scoring, ValueKind kind, const std::string& value, Date period_end) {
  if (!scoring || kind == ValueKind::none) return std::nullopt;
  auto scored = ev::ScoringRule(parse_scoring(*scoring)).score(cell_value(kind, value), period_end);
  return scored.state == ev::State::value ? std::optional(scored.score) : std::nullopt;
}

}  // namespace

std::optional<Decimal> score_of_value(const std::optional<std::string>& scoring, ValueKind kind, const std::string& value, Date period_end) {
  auto score = judged(scoring, kind, value, period_end);
  return score ? std::optional(ev::hundred(*score)) : std::nullopt;
}

Light light_of_value(const std::optional<std::string>& scoring, ValueKind kind, const std::string& value, Date period_end) {
  auto score = judged(scoring, kind, value, period_end);
  return score ? static_cast<Light>(ev::light_of(*score)) : Light::grey;
}

}  // namespace entente::scorecard
