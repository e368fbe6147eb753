#include "scorecard/evaluation/scoring.hpp"

#include <algorithm>

namespace entente::scorecard::evaluation {
namespace {

constexpr Decimal one = Decimal::from_integer(1);
constexpr Decimal two = Decimal::from_integer(2);
constexpr Decimal tenth = Decimal::from_units(Decimal::one_unit / 10);
/// Stands for a ratio too large to hold; beyond every limit.
constexpr Int128 beyond_all = Int128{100'000'000'000'000'000} * Decimal::one_unit;

Decimal units(Int128 count) {
  return Decimal::from_units(count);
}

/// a / b, or a value beyond all limits of the same sign where it does not fit.
Decimal quotient(Decimal a, Decimal b, bool& exact) {
  if (const auto found = multiply_divide_half_even(a.units(), Decimal::one_unit, b.units())) return units(*found);
  exact = false;
  return units(a.is_negative() != b.is_negative() ? -beyond_all : beyond_all);
}

/// A missing piece is the input of a type that needs something else.
Scored wrong(const char* problem) {
  return {State::error, 0, std::nullopt, problem};
}

}  // namespace

ScoringRule::ScoringRule(const Scoring& scoring, const std::string& path)
    : type_(scoring.type),
      curve_(scoring.curve),
      light_(scoring.type == ScoringType::manual ? scoring.light : Light::grey) {
  throw_if_any(problems(scoring, path));

  // Four anchors around the limits, or one for a step.
  const auto limits = [&](Decimal red, Decimal green, std::optional<Decimal> worst, std::optional<Decimal> stretch) {
    step_ = red == green;
    if (step_) {
      anchors_ = {green};
      return;
    }
    anchors_ = {worst.value_or(red - (green - red)), red, green, stretch.value_or(green + (green - red))};
  };
  const auto minus = [](std::optional<Decimal> number) { return number ? std::optional(-*number) : std::nullopt; };

  switch (type_) {
    case ScoringType::higher:
      direction_ = Direction::higher;
      limits(*scoring.red, *scoring.green, scoring.worst, scoring.stretch);
      break;
    case ScoringType::lower:
      direction_ = Direction::lower;
      mirrored_ = true;
      limits(-*scoring.red, -*scoring.green, minus(scoring.worst), minus(scoring.stretch));
      break;
    case ScoringType::target:
    case ScoringType::range: {
      const Decimal low = *scoring.green_low, high = *scoring.green_high;
      const Decimal middle = units(divide_half_even(low.units() + high.units(), 2));
      const bool range = type_ == ScoringType::range;
      anchors_ = {*scoring.red_low - (low - *scoring.red_low), *scoring.red_low, low, range ? low : middle};
      right_ = {-(*scoring.red_high + (*scoring.red_high - high)), -*scoring.red_high, -high, range ? -high : -middle};
      break;
    }
    case ScoringType::progress:
    case ScoringType::percent:
      has_baseline_ = scoring.baseline.has_value();
      baseline_ = scoring.baseline.value_or(Decimal());
      span_ = *scoring.target - baseline_;
      direction_ = has_baseline_ ? (span_.is_negative() ? Direction::lower : Direction::higher) : scoring.direction;
      limits(scoring.red.value_or(units(85 * Decimal::one_unit / 100)),
             scoring.green.value_or(units(95 * Decimal::one_unit / 100)), std::nullopt, std::nullopt);
      if (type_ == ScoringType::progress && (curve_ == Curve::steps || (scoring.start && scoring.due))) {
        has_path_ = true;
        start_ = scoring.start.value_or(Date());
        due_ = scoring.due.value_or(Date());
        steps_ = scoring.steps;
      }
      break;
    case ScoringType::bands:
      direction_ = scoring.direction;
      mirrored_ = scoring.direction == Direction::lower;
      for (const Decimal edge : scoring.edges) anchors_.push_back(mirrored_ ? -edge : edge);
      if (mirrored_) std::reverse(anchors_.begin(), anchors_.end());
      break;
    case ScoringType::texts:
      for (const auto& [text, score] : scoring.scores)  // score / 100 * 3, from 18 to 12 decimals
        texts_.emplace_back(text, static_cast<Score>(divide_half_even(score.units() * 3, 100'000'000)));
      break;
    case ScoringType::milestone:
      due_ = *scoring.due;
      mirrored_ = true;
      limits(-*scoring.red_days, -*scoring.yellow_days, std::nullopt, std::nullopt);
      break;
    case ScoringType::yesno:
      direction_ = Direction::higher;
      break;
    case ScoringType::manual:
    case ScoringType::unscored:
      break;
  }
}

Direction ScoringRule::direction() const {
  return direction_;
}

bool ScoringRule::charts(const CellValue& value) const {
  if (value.kind != ValueKind::number) return false;
  switch (type_) {
    case ScoringType::yesno:
    case ScoringType::texts:
    case ScoringType::milestone:
    case ScoringType::manual:
      return false;
    case ScoringType::percent:
      return has_baseline_ || !value.number.is_negative();
    default:
      return true;
  }
}

Score ScoringRule::along(const Anchors& anchors, Decimal x) {
  const auto pieces = static_cast<int>(anchors.size()) - 1;
  if (x < anchors.front()) return 0;
  int i = pieces;
  while (anchors[static_cast<std::size_t>(i)] > x) --i;
  if (i == pieces) return full_score;
  const Int128 from = anchors[static_cast<std::size_t>(i)].units();
  const Int128 width = anchors[static_cast<std::size_t>(i) + 1].units() - from;
  const Int128 gone = x.units() - from;
  if (pieces == 3) return i * score_unit + static_cast<Score>(*multiply_divide_half_even(gone, score_unit, width));
  return static_cast<Score>(*multiply_divide_half_even(i * width + gone, full_score, pieces * width));
}

std::optional<Decimal> ScoringRule::extended(const Anchors& anchors, Decimal x) {
  const std::size_t pieces = anchors.size() - 1;
  std::size_t i = pieces;
  while (i > 0 && anchors[i] > x) --i;
  i = std::min(i, pieces - 1);
  const Int128 from = anchors[i].units(), width = anchors[i + 1].units() - from;
  Int128 gone, whole;
  if (__builtin_sub_overflow(x.units(), from, &gone)) return std::nullopt;
  if (__builtin_add_overflow(static_cast<Int128>(i) * width, gone, &whole)) return std::nullopt;
  const auto found = multiply_divide_half_even(whole, Decimal::one_unit, static_cast<Int128>(pieces) * width);
  return found ? std::optional(units(*found)) : std::nullopt;
}

Score ScoringRule::on_ratio(Decimal ratio) const {
  if (step_) return ratio >= anchors_.front() ? full_score : 0;
  return along(anchors_, ratio);
}

Score ScoringRule::on_scale(Decimal number) const {
  if (!right_.empty()) {
    // Left of the middle the left side decides, right of it the right side; in the green zone of a range both give 100.
    const Score left = along(anchors_, number), right = along(right_, -number);
    return std::min(left, right);
  }
  return on_ratio(mirrored_ ? -number : number);
}

Decimal ScoringRule::share(Decimal number, bool& exact) const {
  Int128 way;
  if (__builtin_sub_overflow(number.units(), baseline_.units(), &way)) {
    exact = false;
    return units(number.is_negative() != span_.is_negative() ? -beyond_all : beyond_all);
  }
  const Decimal part = quotient(units(way), span_, exact);
  return !has_baseline_ && direction_ == Direction::lower ? two - part : part;
}

Decimal ScoringRule::expected(Date day) const {
  if (!has_path_) return one;
  if (curve_ == Curve::steps) {
    Decimal reached;
    for (const Step& step : steps_)
      if (step.date <= day) reached = step.share;
    return reached;
  }
  if (day >= due_) return one;
  if (day <= start_) return Decimal();
  const Int128 gone = day - start_, whole = due_ - start_;
  if (curve_ == Curve::linear) return units(divide_half_even(gone * Decimal::one_unit, whole));
  // 3t² − 2t³ with t = gone / whole. Days number less than 4 million, so the product fits after one division.
  const Int128 top = 3 * gone * gone * whole - 2 * gone * gone * gone;
  return units(multiply_divide_half_even(top, Decimal::one_unit, whole * whole * whole).value_or(Decimal::one_unit));
}

Decimal ScoringRule::against_expected(Decimal part, Date period_end, bool& exact) const {
  if (!has_path_) return part;
  const Decimal awaited = expected(period_end);
  return awaited >= tenth ? quotient(part, awaited, exact) : one + (part - awaited);
}

Score ScoringRule::score_of(Decimal number, Date period_end) const {
  bool exact = true;
  switch (type_) {
    case ScoringType::higher:
    case ScoringType::lower:
    case ScoringType::target:
    case ScoringType::range:
    case ScoringType::bands:
      return on_scale(number);
    case ScoringType::progress:
    case ScoringType::percent:
      return on_ratio(against_expected(share(number, exact), period_end, exact));
    case ScoringType::milestone:
      return on_scale(number);
    case ScoringType::yesno:
      return number.is_zero() ? 0 : full_score;
    default:
      return 0;
  }
}

Scored ScoringRule::score(const CellValue& value, Date period_end) const {
  Scored result{State::value, 0, std::nullopt, nullptr};
  switch (type_) {
    case ScoringType::unscored:
      return {};
    case ScoringType::manual:
      if (light_ == Light::grey) return {};
      result.score = middle_of(light_);
      return result;
    case ScoringType::texts: {
      if (value.kind != ValueKind::text) return wrong("A text is expected.");
      const auto found =
          std::find_if(texts_.begin(), texts_.end(), [&](const auto& entry) { return entry.first == value.text; });
      if (found == texts_.end()) return wrong("This text has no score.");
      result.score = found->second;
      return result;
    }
    case ScoringType::yesno:
      if (value.kind != ValueKind::truth &&
          !(value.kind == ValueKind::number && (value.number.is_zero() || value.number == one)))
        return wrong("Yes or no is expected.");
      result.score = score_of(value.number, period_end);
      return result;
    case ScoringType::milestone:
      if (value.kind == ValueKind::date) {
        const Int128 days_late = value.number.units() - Int128{due_.days} * Decimal::one_unit;
        result.score = on_scale(units(days_late));
      } else if (value.kind == ValueKind::number) {
        result.score = on_scale(value.number);
      } else {
        return wrong("A date, or a number of days late, is expected.");
      }
      return result;
    default:
      break;
  }
  if (value.kind != ValueKind::number) return wrong("A number is expected.");
  switch (type_) {
    case ScoringType::progress:
    case ScoringType::percent: {
      if (type_ == ScoringType::percent && !has_baseline_ && value.number.is_negative())
        return wrong("A negative value has no percentage of its target without a baseline.");
      bool exact = true;
      const Decimal part = share(value.number, exact);
      if (exact) result.attainment = part;
      result.score = on_ratio(against_expected(part, period_end, exact));
      return result;
    }
    case ScoringType::target:
    case ScoringType::range:
      result.score = on_scale(value.number);
      return result;
    default:
      break;
  }
  const Decimal x = mirrored_ ? -value.number : value.number;
  result.score = on_ratio(x);
  if (step_) {
    result.attainment = result.score == full_score ? one : Decimal();
  } else {
    result.attainment = extended(anchors_, x);
  }
  return result;
}

}  // namespace entente::scorecard::evaluation
