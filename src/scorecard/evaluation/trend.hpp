#pragma once
#include <boost/describe/enum.hpp>
#include <span>

#include "scorecard/evaluation/score.hpp"

namespace entente::scorecard::evaluation {

enum class Trend : std::uint8_t { better, worse, flat, insufficient };
BOOST_DESCRIBE_ENUM(Trend, better, worse, flat, insufficient)

constexpr int trend_periods = 8;  ///< a trend looks at so many last periods
constexpr int trend_least = 4;    ///< and needs so many values among them

/// A score and where it lies among the last periods, counted from any origin.
struct TrendPoint {
  int period = 0;
  Score score = 0;
};

/// The Theil–Sen slope (the median of the slopes of all pairs) times the distance from the first point to the last: 5
/// points out of 100 or more are better, −5 or less worse. Exact: no division takes place. At most 8 points, ascending
/// and not two for one period, within 8 periods.
Trend trend_of(std::span<const TrendPoint> points);

/// For seasonal measures: the median of the differences between each point and the one a year before it, by the same
/// limits and with the same least number (of differences).
Trend seasonal_trend_of(std::span<const Score> differences);

}  // namespace entente::scorecard::evaluation
