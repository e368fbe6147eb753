// How observations become cells.
#include <fmt/format.h>

#include <algorithm>

#include "scorecard/evaluation/aggregate.hpp"
#include "scorecard/evaluation/model.hpp"

namespace entente::scorecard::evaluation {
namespace {

/// Marks a cell that was made from finer observations, so that it may be made again.
constexpr Flags from_finer = 0x8000;

constexpr std::size_t most_details = std::numeric_limits<std::int32_t>::max();

ValueKind kind_of(const Observation& observation) {
  switch (observation.value.index()) {
    case 1:
      return ValueKind::number;
    case 2:
      return ValueKind::truth;
    case 3:
      return ValueKind::date;
    case 4:
      return ValueKind::text;
    default:
      return ValueKind::none;
  }
}

Decimal number_of(const Observation& observation) {
  switch (observation.value.index()) {
    case 1:
      return std::get<Decimal>(observation.value);
    case 2:
      return Decimal::from_integer(std::get<bool>(observation.value) ? 1 : 0);
    case 3:
      return Decimal::from_integer(std::get<Date>(observation.value).days);
    default:
      return {};
  }
}

bool needs_detail(const Observation& observation) {
  return kind_of(observation) == ValueKind::text || !observation.reason.empty() || observation.numerator ||
         observation.denominator || observation.weight || observation.other || observation.shared_light;
}

}  // namespace

std::int32_t Model::keep(std::int32_t detail, Detail value) {
  if (detail >= 0) {
    details_[static_cast<std::size_t>(detail)] = std::move(value);
    return detail;
  }
  if (details_.size() >= most_details) throw Error(ErrorKind::too_large, "too_many_details", "Too many observations.");
  details_.push_back(std::move(value));
  return static_cast<std::int32_t>(details_.size() - 1);
}

Cell Model::cell_of(const Measure& measure, const Observation& observation, std::int32_t detail) {
  Cell cell{observation.state, ValueKind::none, observation.flags, -1, {}};
  Detail kept;
  kept.reason = observation.reason;
  kept.shared_light = observation.shared_light.value_or(Light::grey);
  kept.other = observation.other;
  switch (observation.state) {
    case State::value:
      if (observation.numerator.has_value() != observation.denominator.has_value())
        throw_bad_field(observation.numerator ? "denominator" : "numerator", "required",
                        "A ratio needs both its numerator and its denominator.");
      if (observation.weight && observation.weight->is_negative())
        throw_bad_field("weight", "negative", "A weight cannot be negative.");
      cell.kind = kind_of(observation);
      cell.number = number_of(observation);
      if (cell.kind == ValueKind::text) kept.text = std::get<std::string>(observation.value);
      kept.weight = observation.weight.value_or(Decimal::from_integer(1));
      if (observation.numerator && (measure.aggregation == Aggregation::ratio || cell.kind == ValueKind::none)) {
        const Aggregated quotient = ratio(*observation.numerator, *observation.denominator);
        cell.state = quotient.state;
        cell.kind = quotient.state == State::value ? ValueKind::number : ValueKind::none;
        cell.number = quotient.value.number;
        kept.problem = quotient.problem;
        kept.numerator = *observation.numerator;
        kept.denominator = *observation.denominator;
        kept.has_ratio = true;
      } else if (cell.kind == ValueKind::none) {
        throw_bad_field("value", "required", "A value is needed, or a state with a reason.");
      }
      break;
    case State::na:
    case State::withheld:
    case State::error:
      break;
    default:
      throw_bad_field("state", "unknown_state", "A state that can be declared is na, withheld, error or missing.");
  }
  if (needs_detail(observation) || kept.has_ratio) cell.detail = keep(detail, std::move(kept));
  return cell;
}

void Model::put(NodeIndex index, const Observation& observation) {
  const Measure& measure = measures_.at(index);
  const Frequency frequency = observation.period.frequency;
  if (frequency > measure.frequency)
    throw_bad_field("period", "period_too_coarse",
                    fmt::format("{} is longer than the measure's period, a {}: a coarse value is never split.",
                                observation.period.text(), name(measure.frequency)));
  if (observation.state == State::missing || observation.state == State::pending)
    return remove(index, observation.period);
  if (frequency < measure.frequency) return put_finer(index, observation);
  const std::int32_t position = columns_.find(index, observation.period.index);
  const std::int32_t detail = position < 0 ? -1 : columns_.detail(index, position);
  columns_.put(index, observation.period.index, cell_of(measure, observation, detail));
}

void Model::put_finer(NodeIndex index, const Observation& observation) {
  const Measure& measure = measures_[index];
  // Checked the same way, and refused before anything is changed.
  const Cell checked = cell_of(measure, observation, -1);
  if (checked.detail >= 0) details_.pop_back();
  if (measure.aggregation == Aggregation::none)
    throw_bad_field("period", "no_aggregation",
                    "This measure has no aggregation over time, so it takes no shorter periods.");
  if (measure.aggregation == Aggregation::ratio && observation.state == State::value && !observation.numerator)
    throw_bad_field("numerator", "required", "A ratio over shorter periods needs numerators and denominators.");
  const Period own = calendar_.containing(observation.period, measure.frequency);
  auto& kept = finer_[index];
  for (int f = 0; f < static_cast<int>(measure.frequency); ++f) {
    const auto other = static_cast<Frequency>(f);
    if (other == observation.period.frequency) continue;
    const auto first = kept.lower_bound(calendar_.first_part(own, other));
    if (first != kept.end() && first->first.frequency == other && first->first <= calendar_.last_part(own, other))
      throw_bad_field("period", "mixed_periods",
                      fmt::format("{} already has values by the {}; one period is made of parts of one length.",
                                  own.text(), name(other)));
  }
  kept.insert_or_assign(observation.period, observation);
  rebuild_from_finer(index, own);
}

void Model::rebuild_from_finer(NodeIndex index, Period own) {
  const Measure& measure = measures_[index];
  const std::int32_t position = columns_.find(index, own.index);
  if (position >= 0 && !(columns_.cell(index, position).flags & from_finer)) return;  // observed directly
  const auto found = finer_.find(index);
  std::vector<Part> parts;
  std::vector<std::string_view> texts;
  int covered = 0;
  if (found != finer_.end()) {
    for (int f = 0; f < static_cast<int>(measure.frequency) && parts.empty(); ++f) {
      const auto finer = static_cast<Frequency>(f);
      const Period first = calendar_.first_part(own, finer), last = calendar_.last_part(own, finer);
      for (auto at = found->second.lower_bound(first);
           at != found->second.end() && at->first <= last && at->first.frequency == finer; ++at) {
        const Observation& observation = at->second;
        Part part;
        part.state = observation.state;
        part.flags = observation.flags;
        if (observation.flags & disputed) part.other = observation.other;
        part.value = {kind_of(observation), number_of(observation), {}};
        if (part.value.kind == ValueKind::text) part.value.text = std::get<std::string>(observation.value);
        part.weight = observation.weight.value_or(part.weight);
        part.has_ratio = observation.numerator.has_value();
        part.numerator = observation.numerator.value_or(Decimal());
        part.denominator = observation.denominator.value_or(Decimal());
        if (part.has_ratio && part.value.kind == ValueKind::none) {
          const Aggregated quotient = ratio(part.numerator, part.denominator);
          part.value = {ValueKind::number, quotient.value.number, {}};
          if (measure.aggregation != Aggregation::ratio)
            part.state = quotient.state;  // a ratio adds up before it divides
        }
        parts.push_back(part);
      }
      if (parts.empty()) continue;
      for (Period part = first; part <= last; part = part.next()) {
        const bool begun = !measure.starts || calendar_.last_day(part) >= *measure.starts;
        covered += begun && (!measure.retired || calendar_.first_day(part) < *measure.retired);
      }
    }
  }
  covered = std::max(covered, static_cast<int>(parts.size()));
  const Aggregated result = aggregate(measure.aggregation, parts, covered);
  if (result.state == State::missing) {
    if (position >= 0) columns_.remove(index, position);
    return;
  }
  Detail kept;
  kept.text = result.value.text;
  kept.problem = result.problem;
  kept.has_ratio = result.has_ratio;
  kept.numerator = result.numerator;
  kept.denominator = result.denominator;
  if (measure.aggregation == Aggregation::weighted_mean && result.state == State::value) kept.weight = result.weight;
  kept.other = other_side(measure.aggregation, parts, covered);
  kept.have = static_cast<std::uint16_t>(result.have);
  kept.of = static_cast<std::uint16_t>(result.of);
  Cell cell{result.state, result.state == State::value ? result.value.kind : ValueKind::none,
            static_cast<Flags>(result.flags | from_finer), -1, result.value.number};
  cell.detail = keep(position < 0 ? -1 : columns_.detail(index, position), std::move(kept));
  columns_.put(index, own.index, cell);
}

void Model::remove(NodeIndex index, Period period) {
  const Measure& measure = measures_.at(index);
  if (period.frequency > measure.frequency) return;
  const Period own = calendar_.containing(period, measure.frequency);
  if (period.frequency < measure.frequency) {
    if (const auto found = finer_.find(index); found != finer_.end()) found->second.erase(period);
  } else if (const std::int32_t position = columns_.find(index, period.index); position >= 0) {
    columns_.remove(index, position);
  }
  rebuild_from_finer(index, own);
}

}  // namespace entente::scorecard::evaluation
