#include <algorithm>

#include "scorecard/evaluation/scoring.hpp"

namespace entente::scorecard::evaluation {
namespace {

/// The value that is worth third / 3 on equal pieces.
Decimal at_third(const std::vector<Decimal>& anchors, int third) {
  const auto pieces = static_cast<int>(anchors.size()) - 1;
  const int whole = third * pieces / 3, rest = third * pieces % 3;
  const auto i = static_cast<std::size_t>(whole);
  if (rest == 0) return anchors[i];
  const Int128 width = anchors[i + 1].units() - anchors[i].units();
  return Decimal::from_units(anchors[i].units() + divide_half_even(width * rest, 3));
}

BandEdges rising(Decimal red, Decimal green) {
  return {2, {red, green}, {Light::red, Light::yellow, Light::green}};
}

BandEdges flipped(BandEdges edges) {
  std::reverse(edges.at.begin(), edges.at.begin() + edges.count);
  std::reverse(edges.lights.begin(), edges.lights.begin() + edges.count + 1);
  return edges;
}

}  // namespace

/// Where the share of the way, seen against what is expected, has this value.
std::optional<Decimal> ScoringRule::value_at(Decimal ratio, Date period_end) const {
  const Decimal awaited = expected(period_end), one = Decimal::from_integer(1);
  try {
    Decimal part = ratio;
    if (has_path_) part = awaited >= one / Decimal::from_integer(10) ? ratio * awaited : ratio - one + awaited;
    if (!has_baseline_ && direction_ == Direction::lower) part = Decimal::from_integer(2) - part;
    return baseline_ + part * span_;
  } catch (const Error&) {
    return std::nullopt;
  }
}

BandEdges ScoringRule::bands(Date period_end) const {
  switch (type_) {
    case ScoringType::higher:
    case ScoringType::lower:
    case ScoringType::bands: {
      BandEdges edges = step_ ? BandEdges{1, {anchors_.front()}, {Light::red, Light::green}}
                              : rising(at_third(anchors_, 1), at_third(anchors_, 2));
      if (!mirrored_) return edges;
      for (int i = 0; i < edges.count; ++i)
        edges.at[static_cast<std::size_t>(i)] = -edges.at[static_cast<std::size_t>(i)];
      return flipped(edges);
    }
    case ScoringType::target:
    case ScoringType::range:
      return {4,
              {anchors_[1], anchors_[2], -right_[2], -right_[1]},
              {Light::red, Light::yellow, Light::green, Light::yellow, Light::red}};
    case ScoringType::progress:
    case ScoringType::percent: {
      const auto red = value_at(step_ ? anchors_.front() : anchors_[1], period_end);
      const auto green = step_ ? red : value_at(anchors_[2], period_end);
      if (!red || !green) return {};
      const BandEdges edges = step_ ? BandEdges{1, {*green}, {Light::red, Light::green}} : rising(*red, *green);
      return direction_ == Direction::lower ? flipped(edges) : edges;
    }
    default:
      return {};
  }
}

std::optional<ScoringRule> ScoringRule::plus(const ScoringRule& other) const {
  const bool fits = type_ == other.type_ && step_ == other.step_ && mirrored_ == other.mirrored_ &&
                    has_baseline_ == other.has_baseline_ && anchors_.size() == other.anchors_.size() &&
                    type_ != ScoringType::texts && type_ != ScoringType::yesno && type_ != ScoringType::milestone &&
                    type_ != ScoringType::manual && type_ != ScoringType::unscored;
  if (!fits) return std::nullopt;
  ScoringRule sum = other;
  try {
    if (type_ == ScoringType::progress || type_ == ScoringType::percent) {
      sum.baseline_ = baseline_ + other.baseline_;
      sum.span_ = span_ + other.span_;
      if (sum.span_.is_zero() || sum.span_.is_negative() != span_.is_negative()) return std::nullopt;
      return sum;
    }
    for (std::size_t i = 0; i < anchors_.size(); ++i) sum.anchors_[i] = anchors_[i] + other.anchors_[i];
    for (std::size_t i = 0; i < right_.size(); ++i) sum.right_[i] = right_[i] + other.right_[i];
  } catch (const Error&) {
    return std::nullopt;
  }
  return sum;
}

}  // namespace entente::scorecard::evaluation
