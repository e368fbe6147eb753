#include "scorecard/evaluation/trend.hpp"

#include <algorithm>
#include <array>

namespace entente::scorecard::evaluation {
namespace {

constexpr Score five_points = full_score / 20;
constexpr std::int64_t multiple = 420;  // of 1 to 7, so that every slope is a whole number

/// `change` is a count of 1 / scale.
Trend verdict(Int128 change, std::int64_t scale) {
  if (change >= Int128{five_points} * scale) return Trend::better;
  if (change <= -Int128{five_points} * scale) return Trend::worse;
  return Trend::flat;
}

/// Twice the median.
template <class Iterator>
std::int64_t doubled_median(Iterator begin, Iterator end) {
  std::sort(begin, end);
  const auto count = end - begin;
  return begin[(count - 1) / 2] + begin[count / 2];
}

}  // namespace

Trend trend_of(std::span<const TrendPoint> points) {
  if (points.size() < trend_least) return Trend::insufficient;
  std::array<std::int64_t, trend_periods*(trend_periods - 1) / 2> slopes;
  std::size_t count = 0;
  for (std::size_t i = 0; i < points.size(); ++i)
    for (std::size_t j = i + 1; j < points.size(); ++j)
      slopes[count++] = (points[j].score - points[i].score) * (multiple / (points[j].period - points[i].period));
  const std::int64_t slope = doubled_median(slopes.begin(), slopes.begin() + static_cast<std::ptrdiff_t>(count));
  return verdict(Int128{slope} * (points.back().period - points.front().period), 2 * multiple);
}

Trend seasonal_trend_of(std::span<const Score> differences) {
  if (differences.size() < trend_least) return Trend::insufficient;
  std::array<std::int64_t, trend_periods> sorted;
  std::copy(differences.begin(), differences.end(), sorted.begin());
  return verdict(doubled_median(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(differences.size())), 2);
}

}  // namespace entente::scorecard::evaluation
