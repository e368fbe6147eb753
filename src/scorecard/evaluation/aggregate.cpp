#include "scorecard/evaluation/aggregate.hpp"

#include <algorithm>
#include <numeric>

namespace entente::scorecard::evaluation {
namespace {

constexpr const char* too_large = "The numbers of this period are too large to add up.";

Aggregated error(Aggregated result, const char* problem) {
  result.state = State::error;
  result.problem = problem;
  return result;
}

/// Whether an aggregator can work on such values.
bool fits(Aggregation aggregation, ValueKind kind) {
  switch (aggregation) {
    case Aggregation::last:
    case Aggregation::first:
    case Aggregation::count:
      return true;
    case Aggregation::min:
    case Aggregation::max:
      return kind != ValueKind::text;
    default:
      return kind == ValueKind::number;
  }
}

bool add(Int128& sum, Int128 more) {
  return !__builtin_add_overflow(sum, more, &sum);
}

/// Σ weight · value / Σ weight. Weights lose their common factor first, so that the sums stay exact in all but absurd
/// cases; in those each term is rounded.
Aggregated weighted_mean(Aggregated result, std::span<const Part> parts) {
  Int128 common = 0, total = 0;
  for (const Part& part : parts) {
    if (part.state != State::value) continue;
    if (part.weight.is_negative()) return error(result, "A weight cannot be negative.");
    Int128 a = common, b = part.weight.units();
    while (b != 0) a = std::exchange(b, a % b);
    common = a;
    if (!add(total, part.weight.units())) return error(result, too_large);
  }
  if (total == 0) return error(result, "The weights add up to zero.");
  Int128 sum = 0;
  bool exact = true;
  for (const Part& part : parts) {
    Int128 product;
    if (part.state == State::value)
      exact = exact && !__builtin_mul_overflow(part.weight.units() / common, part.value.number.units(), &product) &&
              add(sum, product);
  }
  if (exact) {
    result.value.number = Decimal::from_units(divide_half_even(sum, total / common));
  } else {
    sum = 0;
    for (const Part& part : parts) {
      if (part.state != State::value) continue;
      const auto term = multiply_divide_half_even(part.value.number.units(), part.weight.units(), total);
      if (!term || !add(sum, *term)) return error(result, too_large);
    }
    result.value.number = Decimal::from_units(sum);
  }
  result.weight = Decimal::from_units(total);
  return result;
}

Aggregated of_numbers(Aggregation aggregation, Aggregated result, std::span<Part> parts) {
  Int128 sum = 0;
  for (const Part& part : parts)
    if (part.state == State::value && !add(sum, part.value.number.units())) return error(result, too_large);
  if (aggregation == Aggregation::sum) {
    result.value.number = Decimal::from_units(sum);
    return result;
  }
  if (aggregation == Aggregation::mean) {
    result.value.number = Decimal::from_units(divide_half_even(sum, result.have));
    return result;
  }
  // The median: values first, ascending.
  std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) {
    const bool first = a.state == State::value, second = b.state == State::value;
    return first != second ? first : first && a.value.number < b.value.number;
  });
  const auto middle = static_cast<std::size_t>(result.have) / 2;
  if (result.have % 2 == 1) {
    result.value.number = parts[middle].value.number;
  } else {
    const Int128 low = parts[middle - 1].value.number.units(), high = parts[middle].value.number.units();
    result.value.number = Decimal::from_units(low + divide_half_even(high - low, 2));
  }
  return result;
}

Aggregated of_ratios(Aggregated result, std::span<const Part> parts) {
  Int128 top = 0, bottom = 0;
  for (const Part& part : parts) {
    if (part.state != State::value) continue;
    if (!part.has_ratio) return error(result, "A numerator and a denominator are needed to aggregate a ratio.");
    if (!add(top, part.numerator.units()) || !add(bottom, part.denominator.units())) return error(result, too_large);
  }
  Aggregated quotient = ratio(Decimal::from_units(top), Decimal::from_units(bottom));
  quotient.flags = result.flags;
  quotient.have = result.have;
  quotient.of = result.of;
  return quotient;
}

}  // namespace

Aggregated ratio(Decimal numerator, Decimal denominator) {
  Aggregated result;
  result.state = State::value;
  result.numerator = numerator;
  result.denominator = denominator;
  result.has_ratio = true;
  result.value.kind = ValueKind::number;
  if (denominator.is_zero()) return error(result, "The denominator is zero.");
  const auto quotient = multiply_divide_half_even(numerator.units(), Decimal::one_unit, denominator.units());
  if (!quotient) return error(result, too_large);
  result.value.number = Decimal::from_units(*quotient);
  return result;
}

std::optional<Decimal> other_side(Aggregation aggregation, std::span<const Part> parts, int covered) {
  if (std::none_of(parts.begin(), parts.end(), [](const Part& part) { return part.other.has_value(); })) return std::nullopt;
  std::vector<Part> theirs(parts.begin(), parts.end());
  for (Part& part : theirs) {
    if (!part.other) continue;
    part.value.number = *part.other;
    if (!part.has_ratio) continue;
    const auto numerator = multiply_divide_half_even(part.other->units(), part.denominator.units(), Decimal::one_unit);
    if (!numerator) return std::nullopt;
    part.numerator = Decimal::from_units(*numerator);
  }
  const Aggregated result = aggregate(aggregation, theirs, covered);
  const bool is_number = result.state == State::value && result.value.kind != ValueKind::text;
  return is_number ? std::optional(result.value.number) : std::nullopt;
}

Aggregated aggregate(Aggregation aggregation, std::span<Part> parts, int covered) {
  Aggregated result;
  int not_applicable = 0;
  bool withheld = false, broken = false, same = true;
  const Part* first = nullptr;
  const Part* last = nullptr;
  const Part* least = nullptr;
  const Part* most = nullptr;
  for (const Part& part : parts) {
    result.flags |= part.flags;
    not_applicable += part.state == State::na;
    withheld = withheld || part.state == State::withheld;
    broken = broken || part.state == State::error;
    if (part.state != State::value) continue;
    ++result.have;
    if (!first) first = least = most = &part;
    last = &part;
    same = same && part.value.kind == first->value.kind;
    if (part.value.number < least->value.number) least = &part;
    if (most->value.number < part.value.number) most = &part;
  }
  result.of = covered - not_applicable;
  if (withheld) {
    result.state = State::withheld;
    return result;
  }
  if (result.have == 0) {
    if (broken) return error(result, "The values of this period cannot be judged.");
    result.state = result.of == 0 && covered > 0 ? State::na : State::missing;
    return result;
  }
  const bool adds = aggregation == Aggregation::sum || aggregation == Aggregation::count;
  if (result.have < result.of) {
    if (adds) return result;  // missing
    result.flags |= provisional;
  }
  if (aggregation == Aggregation::none && covered > 1)
    return error(result, "This measure has no aggregation over time.");
  if (!same || !fits(aggregation, first->value.kind)) {
    if (aggregation != Aggregation::none) return error(result, "Such values cannot be aggregated in this way.");
  }
  result.state = State::value;
  result.value.kind = ValueKind::number;
  switch (aggregation) {
    case Aggregation::sum:
    case Aggregation::mean:
    case Aggregation::median:
      return of_numbers(aggregation, result, parts);
    case Aggregation::weighted_mean:
      return weighted_mean(result, parts);
    case Aggregation::ratio:
      return of_ratios(result, parts);
    case Aggregation::count:
      result.value.number = Decimal::from_integer(result.have);
      return result;
    case Aggregation::first:
      result.value = first->value;
      return result;
    case Aggregation::min:
      result.value = least->value;
      return result;
    case Aggregation::max:
      result.value = most->value;
      return result;
    case Aggregation::last:
    case Aggregation::none:
      break;
  }
  result.value = last->value;
  return result;
}

}  // namespace entente::scorecard::evaluation
