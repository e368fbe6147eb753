#include "initiative/effect.hpp"

#include <algorithm>

namespace entente::initiative {
namespace {

Decimal magnitude(const Decimal& number) { return number.is_negative() ? -number : number; }

Decimal median(std::vector<Decimal> values) {
  std::sort(values.begin(), values.end());
  auto middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / Decimal::from_integer(2);
}

/// The last few of these.
std::vector<Decimal> newest(const std::vector<Decimal>& values) {
  auto count = std::min<std::size_t>(values.size(), values_compared);
  return {values.end() - static_cast<std::ptrdiff_t>(count), values.end()};
}

/// Which part of the whole effect is to be seen: 0.1 to 1.
Decimal share_by(Date from, Date by, Date today) {
  Decimal one = Decimal::from_integer(1), least = one / Decimal::from_integer(10);
  if (by <= from || today >= by) return one;
  return std::max(least, Decimal::from_integer(today - from) / Decimal::from_integer(by - from));
}

Decimal half_of_expected(const EffectQuestion& question, const Effect& effect) {
  if (question.size) return magnitude(*question.size) * share_by(*effect.from, *effect.by, question.as_of) / Decimal::from_integer(2);
  return question.smallest ? magnitude(*question.smallest) : magnitude(*effect.before) / Decimal::from_integer(20);
}

}  // namespace

Date months_after(Date day, std::int64_t months) {
  std::int64_t index = std::int64_t{day.year()} * 12 + day.month() - 1 + months;
  return date_clamped(static_cast<int>(index / 12), static_cast<int>(index % 12) + 1, day.day());
}

Decimal smallest_change(const Decimal& green, const Decimal& red) { return magnitude(green - red) * Decimal::from_integer(15) / Decimal::from_integer(100); }

Effect effect_of(const EffectQuestion& question, std::span<const Value> values) {
  Effect effect;
  if (!question.starts) return effect;
  effect.from = months_after(*question.starts, question.lag_months);
  effect.by = months_after(question.ends ? std::max(*question.ends, *question.starts) : *question.starts, question.lag_months);
  effect.settled = question.as_of >= *effect.by;
  std::vector<Decimal> before, after;
  for (const auto& one : values) {
    if (one.last < *question.starts) before.push_back(one.value);
    if (one.first >= *effect.from && one.last <= question.as_of) after.push_back(one.value);
  }
  before = newest(before);
  after = newest(after);
  effect.before_values = static_cast<int>(before.size());
  effect.after_values = static_cast<int>(after.size());
  if (!before.empty()) effect.before = median(before);
  if (!after.empty()) effect.after = median(after);
  if (before.empty()) return effect;
  if (after.empty()) {
    if (!effect.settled) effect.verdict = Verdict::too_early;
    return effect;
  }
  effect.change = *effect.after - *effect.before;
  Decimal need = half_of_expected(question, effect);
  bool up = question.sign == scorecard::MoveSign::up;
  effect.wanted = up ? need : -need;
  Decimal forward = up ? *effect.change : -*effect.change;
  bool some = !forward.is_zero();
  effect.verdict = some && forward >= need ? Verdict::moved : some && -forward >= need ? Verdict::against : Verdict::flat;
  return effect;
}

}  // namespace entente::initiative
