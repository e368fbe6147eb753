#include "scorecard/evaluation/rollup.hpp"

#include <algorithm>

namespace entente::scorecard::evaluation {
namespace {

bool is_unknown(const Standing& child) {
  return !child.has_score && (child.state == State::missing || child.state == State::error ||
                              child.state == State::withheld || child.state == State::unknown);
}

enum class Side { known, low, high };

/// A child's score as seen from one side; only for children that are in. A negative result: not part of it.
Score seen(const Standing& child, Side side) {
  if (child.has_score) return side == Side::known ? child.score : side == Side::low ? child.low : child.high;
  if (side == Side::known) return -1;
  const Band band = band_of(child.state == State::withheld ? child.light : Light::grey);
  return side == Side::low ? band.low : band.high;
}

using Ranked = std::vector<std::pair<Score, std::int64_t>>;

Score mean(std::span<const Weighted> children, Side side) {
  Int128 sum = 0, total = 0;
  for (const Weighted& edge : children) {
    if (edge.weight == 0 || !(edge.child.has_score || is_unknown(edge.child))) continue;
    const Score score = seen(edge.child, side);
    if (score < 0) continue;
    sum += Int128{edge.weight} * score;
    total += edge.weight;
  }
  return static_cast<Score>(divide_half_even(sum, total));
}

Score by_rank(const RollUpRule& rule, std::span<const Weighted> children, Side side, Ranked& ranked) {
  ranked.clear();
  Int128 total = 0;
  for (const Weighted& edge : children) {
    if (edge.weight == 0 || !(edge.child.has_score || is_unknown(edge.child))) continue;
    const Score score = seen(edge.child, side);
    if (score < 0) continue;
    ranked.emplace_back(score, edge.weight);
    total += edge.weight;
  }
  std::sort(ranked.begin(), ranked.end());
  switch (rule.method) {
    case Method::worst:
      return ranked.front().first;
    case Method::best:
      return ranked.back().first;
    case Method::k_of_n: {
      const auto k = static_cast<std::size_t>(rule.k);
      return ranked.size() < k ? 0 : ranked[ranked.size() - k].first;
    }
    default:
      break;
  }
  Int128 reached = 0;
  for (const auto& [score, weight] : ranked) {
    reached += weight;
    if (2 * reached >= total) return score;
  }
  return ranked.back().first;
}

Score by_method(const RollUpRule& rule, std::span<const Weighted> children, Side side, Ranked& scratch) {
  return rule.method == Method::mean ? mean(children, side) : by_rank(rule, children, side, scratch);
}

/// Pending if any child is, else na, unscored, undefined.
State nothing_left(std::span<const Weighted> children) {
  State result = State::undefined;
  const auto rank = [](State state) {
    return state == State::pending ? 3 : state == State::na ? 2 : state == State::unscored ? 1 : 0;
  };
  for (const Weighted& edge : children)
    if (rank(edge.child.state) > rank(result)) result = edge.child.state;
  return result;
}

}  // namespace

RollUp roll_up(const RollUpRule& rule, std::span<const Weighted> children, Ranked& scratch) {
  RollUp result;
  Int128 known = 0, unknown = 0;
  bool red = false, mandatory_red = false, mandatory_unknown = false;
  bool certain = true;
  for (const Weighted& edge : children) {
    if (edge.weight == 0) continue;
    const bool lost = is_unknown(edge.child);
    if (!edge.child.has_score && !lost) continue;
    (lost ? unknown : known) += edge.weight;
    const bool is_red = edge.child.light == Light::red;
    red = red || is_red;
    mandatory_red = mandatory_red || (edge.mandatory && is_red && !lost);
    mandatory_unknown = mandatory_unknown || (edge.mandatory && lost);
    certain =
        certain && edge.child.has_score && edge.child.low == edge.child.score && edge.child.high == edge.child.score;
  }
  const Int128 total = known + unknown;
  if (total != 0) {
    result.coverage = static_cast<Score>(*multiply_divide_half_even(known, score_unit, total));
    result.has_interval = true;
  }

  if (rule.method == Method::none || (rule.method == Method::manual && rule.light == Light::grey)) {
    result.has_interval = false;
    result.coverage = -1;
    result.state = State::unscored;
    return result;
  }
  if (rule.method == Method::manual) {
    result.state = State::value;
    result.light = rule.light;
    result.has_score = result.has_interval = true;
    result.score = result.low = result.high = middle_of(rule.light);
    return result;
  }
  if (total == 0) {
    result.state = nothing_left(children);
    return result;
  }

  if (known != 0) result.score = by_method(rule, children, Side::known, scratch);
  result.low = certain ? result.score : by_method(rule, children, Side::low, scratch);
  result.high = certain ? result.score : by_method(rule, children, Side::high, scratch);
  if (2 * known < total || mandatory_unknown) {
    result.score = 0;
    result.state = State::unknown;
    return result;
  }
  result.state = State::value;
  result.has_score = true;
  result.capped = mandatory_red || (rule.red_override && red);
  result.light = result.capped ? Light::red : light_of(result.score);
  result.split = !result.capped && light_of(result.low) != light_of(result.high);
  return result;
}

std::vector<std::int64_t> whole_weights(std::span<const Decimal> weights) {
  Int128 common = 0, largest = 0;
  for (const Decimal weight : weights) {
    Int128 a = common, b = weight.units();
    largest = std::max(largest, b);
    while (b != 0) a = std::exchange(b, a % b);
    common = a;
  }
  // Weights of more than 18 digits between them lose what lies beyond.
  constexpr Int128 limit = 1'000'000'000'000'000'000;
  while (common != 0 && largest / common > limit) common *= 10;
  std::vector<std::int64_t> whole;
  whole.reserve(weights.size());
  for (const Decimal weight : weights)
    whole.push_back(common == 0 ? 0 : static_cast<std::int64_t>(divide_half_even(weight.units(), common)));
  return whole;
}

}  // namespace entente::scorecard::evaluation
