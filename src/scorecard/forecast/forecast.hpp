#pragma once
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/decimal.hpp"
#include "base/period.hpp"
#include "scorecard/evaluation/level.hpp"
#include "scorecard/evaluation/scoring.hpp"

/// Where a measure is going. Pure: no input, no output, no clock; the same input gives the same answer on every
/// machine.
///
///     Series series{Frequency::month, points_of(model.history(measure, today, longest_series))};
///     Question question{.horizon = 6, .green = {*green_zone(*model.rule(measure, period), last_day)}};
///     Forecast answer = forecast(series, question);
///     answer.steps.back().chance        // of being on track six periods after the last value
///
/// Floating point is used inside, on the differences to the first value, so that a series counted from another zero has
/// exactly the same forecast, moved.
namespace entente::scorecard::forecast {

constexpr int least_points = 12;     ///< fewer values have no forecast
constexpr int longest_series = 156;  ///< the last so many values are used: three years of weeks, thirteen of months
constexpr int longest_gap = 24;  ///< what lies before a hole of so many periods or more is another story, and not used
constexpr int longest_horizon = 60;
constexpr int paths = 1000;

/// From simple to less so.
/// - naive: the last value.
/// - seasonal_naive: the last known value of the same season; from two years of values on.
/// - drift: the last value plus the mean step from first to last.
/// - theil_sen: the line of Theil (1950) and Sen (1968): median of the slopes of all pairs, median of what is left.
/// - damped_holt: level and damped trend (Holt 1957; Gardner and McKenzie 1985); the weights of level, trend and
/// damping
///   are the best of 72 by squared one-step errors.
enum class Method : std::uint8_t { naive, seasonal_naive, drift, theil_sen, damped_holt };
BOOST_DESCRIBE_ENUM(Method, naive, seasonal_naive, drift, theil_sen, damped_holt)

enum class Status : std::uint8_t {
  ready,
  too_few,     ///< under 12 values: no number is given, not even a careful one
  cumulative,  ///< a running total has to be turned into its increments first
};
BOOST_DESCRIBE_ENUM(Status, ready, too_few, cumulative)

/// An own value of a measure. `period` is a Period's index; what is missing is simply not there.
struct Point {
  std::int32_t period = 0;
  Decimal value;
};

struct Series {
  Frequency frequency = Frequency::month;
  std::vector<Point> points;  ///< ascending, not two for one period
  std::optional<Decimal> natural_min, natural_max;
  bool cumulative = false;
};

/// The values that are on track: from low to high, both included; no low or no high means no end.
struct Green {
  std::optional<Decimal> low, high;
};

struct Question {
  int horizon = 1;           ///< periods after the last value, 1 to 60
  std::vector<Green> green;  ///< empty: no chances; one for all steps; or one for each
};

/// What is expected of one period. p10 ≤ p50 ≤ p90, all within the natural bounds, with 9 decimals. p50 is the method's
/// own forecast.
struct Step {
  Period period;
  Decimal p10, p50, p90;
  std::optional<double> chance;  ///< of being green in this period: the share of the 1,000 paths, 0 to 1
};

/// How far a method was off in the past.
struct Candidate {
  Method method = Method::naive;
  double error = 0;  ///< mean absolute error, in the measure's unit
};

struct Forecast {
  Status status = Status::too_few;
  int points = 0;  ///< values used
  int needed = 0;  ///< with too_few: values still needed
  Method method = Method::naive;
  double error = 0;                    ///< of the chosen method
  std::optional<double> scaled_error;  ///< the same divided by the mean absolute change from value to value (MASE)
  std::vector<Candidate> candidates;   ///< those that were compared, on the same past forecasts, in the order of Method
  std::vector<Step> steps;             ///< 1 to horizon
};

/// The forecast of one series.
///
/// **Choice.** Each method forecasts the past as it would have at the time (rolling origin, Tashman 2000): from up to
/// 24 origins with at least 8 values each, one to h steps ahead, h being the horizon but at most a quarter of the
/// values and at most 12 (the next value always counts, however wide the gap to it). The smallest mean absolute error
/// wins, but a less simple method has to be a tenth better than the best before it: what is chosen by luck is surer of
/// itself than it should be. With one series that is the choice by MASE (Hyndman and Koehler 2006) too. Seasonal naive
/// takes part where the values span two seasons; then the origins begin after the first season.
///
/// **Gaps** are never filled. A step across a gap of g periods counts as g steps for the mean step, its residual is
/// divided by √g; Holt's level moves on along the trend without learning; a season looks to the last year that has a
/// value.
///
/// **Interval.** 500 paths and their mirror images, each step with a residual of the chosen method drawn at random and
/// with a random sign (Efron 1979); P10 and P90 are quantiles of these 1,000 values (type 7 of Hyndman and Fan 1996).
/// Residuals are enlarged for the parameters fitted to them; drift by √(1 + h/span) and the line as for least squares,
/// its residuals thinned out by (1 + r)/(1 − r) where they follow each other (Bartlett 1946). Natural bounds cut off
/// what lies beyond. The generator's seed comes from the periods of the values, not from the values: another unit gives
/// the same chance.
///
/// Throws `bad_input` at "horizon", "points" (not ascending) or "green" (neither none, one, nor one for each step).
Forecast forecast(const Series& series, const Question& question);

/// What a scoring rule calls green in a period that ends on this day, for higher, lower, target, range, progress,
/// percent and bands; absent for other types and where nothing is green.
std::optional<Green> green_zone(const evaluation::ScoringRule& rule, Date period_end);

/// The own numbers of a history: neither carried nor declared ones.
std::vector<Point> points_of(std::span<const evaluation::HistoryPoint> history);

}  // namespace entente::scorecard::forecast
