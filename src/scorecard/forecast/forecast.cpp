#include "scorecard/forecast/forecast.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/error.hpp"
#include "scorecard/forecast/methods.hpp"
#include "scorecard/forecast/season.hpp"

namespace entente::scorecard::forecast {
namespace {

constexpr double worthwhile = 0.9;  ///< a less simple method has to err by a tenth less
constexpr int least_known = 8, most_origins = 24, most_steps = 12, least_pairs = 4;
constexpr std::array methods{Method::naive, Method::seasonal_naive, Method::drift, Method::theil_sen,
                             Method::damped_holt};

void check(const Series& series, const Question& question) {
  if (question.horizon < 1 || question.horizon > longest_horizon)
    throw_bad_field("horizon", "out_of_range", "A forecast looks 1 to 60 periods ahead.");
  for (std::size_t i = 1; i < series.points.size(); ++i)
    if (series.points[i].period <= series.points[i - 1].period)
      throw_bad_field("points", "out_of_order", "The values have to be in the order of time, one for each period.");
  const std::size_t zones = question.green.size();
  if (zones > 1 && zones != static_cast<std::size_t>(question.horizon))
    throw_bad_field("green", "out_of_range", "Give one green zone, or one for each step.");
}

/// The last values that may be used: not too many, and none before a wide hole.
std::span<const Point> used(const Series& series) {
  std::span<const Point> points = series.points;
  if (points.size() > longest_series) points = points.last(longest_series);
  for (std::size_t i = points.size(); i-- > 1;)
    if (std::int64_t{points[i].period} - points[i - 1].period > longest_gap) return points.subspan(i);
  return points;
}

Track track_of(std::span<const Point> points, const Series& series) {
  Track track;
  const Point& first = points.front();
  for (const Point& point : points) {
    track.at.push_back(point.period - first.period);
    track.value.push_back((point.value - first.value).approximate());
  }
  track.season = season_length(series.frequency);
  if (series.natural_min) track.low = (*series.natural_min - first.value).approximate();
  if (series.natural_max) track.high = (*series.natural_max - first.value).approximate();
  return track;
}

/// The mean absolute errors of these methods on the same past forecasts, and how many there were.
struct Comparison {
  std::array<double, methods.size()> sum{};
  int pairs = 0;
};

int first_origin(const Track& track, bool seasonal) {
  int first = std::max(least_known, track.size() - most_origins);
  // One season has to be over.
  while (seasonal && first < track.size() && track.at[static_cast<std::size_t>(first - 1)] < track.season - 1) ++first;
  return first;
}

Comparison compare(const Track& track, const Fits& fits, int horizon, bool seasonal) {
  const int reach = std::max(1, std::min({horizon, track.size() / 4, most_steps}));
  Comparison found;
  for (int known = first_origin(track, seasonal); known < track.size(); ++known)
    for (int i = known; i < track.size(); ++i) {
      const auto target = static_cast<std::size_t>(i);
      const int step = track.at[target] - track.at[static_cast<std::size_t>(known - 1)];
      if (i > known && step > reach) break;
      if (seasonal && !season_mate(track, known, track.at[target])) continue;
      for (std::size_t m = 0; m < methods.size(); ++m)
        if (seasonal || methods[m] != Method::seasonal_naive)
          found.sum[m] += std::abs(*fits.predict(methods[m], known, step) - track.value[target]);
      ++found.pairs;
    }
  return found;
}

void choose(const Track& track, const Fits& fits, int horizon, Forecast& answer) {
  bool seasonal = track.season > 1 && track.at.back() >= 2 * track.season - 1;
  for (int h = 1; seasonal && h <= horizon; ++h)
    seasonal = season_mate(track, track.size(), track.at.back() + h).has_value();
  Comparison found = compare(track, fits, horizon, seasonal);
  if (seasonal && found.pairs < least_pairs) {
    seasonal = false;
    found = compare(track, fits, horizon, seasonal);
  }
  for (std::size_t m = 0; m < methods.size(); ++m)
    if (seasonal || methods[m] != Method::seasonal_naive)
      answer.candidates.push_back({methods[m], found.sum[m] / found.pairs});
  const Candidate* best = &answer.candidates.front();
  for (const Candidate& candidate : answer.candidates)
    if (candidate.error < best->error * worthwhile) best = &candidate;
  answer.method = best->method;
  answer.error = best->error;
  double change = 0;
  for (std::size_t i = 1; i < track.value.size(); ++i) change += std::abs(track.value[i] - track.value[i - 1]);
  if (change > 0) answer.scaled_error = best->error / (change / (track.size() - 1));
}

/// With 9 decimals; what no decimal can hold (a drift beyond 10^19) stops there.
Decimal decimal_of(double number) {
  constexpr double largest = 1e19;
  const double whole = std::nearbyint(std::clamp(number, -largest, largest) * 1e9);
  return Decimal::from_units(static_cast<Int128>(whole) * 1'000'000'000);
}

/// A green zone on the track. A value that misses an end by rounding alone is on it.
struct Zone {
  double low, high;

  Zone(const Green& green, Decimal first, const Track& track)
      : low(-std::numeric_limits<double>::infinity()), high(std::numeric_limits<double>::infinity()) {
    double size = 0;
    for (const double value : track.value) size = std::max(size, std::abs(value));
    if (green.low) low = (*green.low - first).approximate(), low -= 1e-9 * std::max(size, std::abs(low));
    if (green.high) high = (*green.high - first).approximate(), high += 1e-9 * std::max(size, std::abs(high));
  }
  bool contains(double value) const { return low <= value && value <= high; }
};

}  // namespace

Forecast forecast(const Series& series, const Question& question) {
  check(series, question);
  const std::span<const Point> points = used(series);
  Forecast answer;
  answer.points = static_cast<int>(points.size());
  if (series.cumulative) {
    answer.status = Status::cumulative;
    return answer;
  }
  answer.needed = std::max(0, least_points - answer.points);
  if (answer.needed > 0) return answer;

  answer.status = Status::ready;
  const Track track = track_of(points, series);
  const Fits fits(track, first_origin(track, false));
  choose(track, fits, question.horizon, answer);

  const std::vector<double> strayed = deviations(answer.method, track, fits, question.horizon);
  const auto steps = static_cast<std::size_t>(question.horizon);
  const Decimal first = points.front().value;
  const auto within = [&](double value) { return std::min(std::max(value, track.low), track.high); };
  std::vector<double> column(paths / 2);
  for (std::size_t h = 0; h < steps; ++h) {
    for (std::size_t path = 0; path < column.size(); ++path) column[path] = strayed[path * steps + h];
    Step step;
    step.period = Period{series.frequency, points.back().period + static_cast<int>(h) + 1};
    const double middle = *fits.predict(answer.method, track.size(), static_cast<int>(h) + 1);
    if (!question.green.empty()) {
      const Zone zone(question.green[question.green.size() == 1 ? 0 : h], first, track);
      int green = 0;
      for (const double away : column)
        green += zone.contains(within(middle + away)) + zone.contains(within(middle - away));
      step.chance = static_cast<double>(green) / paths;
    }
    const double reach = mirrored_quantile(column);
    step.p10 = first + decimal_of(within(middle - reach));
    step.p50 = first + decimal_of(middle);
    step.p90 = first + decimal_of(within(middle + reach));
    answer.steps.push_back(step);
  }
  return answer;
}

std::optional<Green> green_zone(const evaluation::ScoringRule& rule, Date period_end) {
  const evaluation::BandEdges edges = rule.bands(period_end);
  for (std::size_t i = 0; edges.count > 0 && i <= static_cast<std::size_t>(edges.count); ++i) {
    if (edges.lights[i] != evaluation::Light::green) continue;
    Green green;
    if (i > 0) green.low = edges.at[i - 1];
    if (i < static_cast<std::size_t>(edges.count)) green.high = edges.at[i];
    // A negative number that the rule calls an error is not green.
    const evaluation::CellValue negative{evaluation::ValueKind::number, Decimal::from_integer(-1), {}};
    if (!rule.charts(negative)) green.low = std::max(green.low.value_or(Decimal()), Decimal());
    return green;
  }
  return std::nullopt;
}

std::vector<Point> points_of(std::span<const evaluation::HistoryPoint> history) {
  std::vector<Point> points;
  for (const evaluation::HistoryPoint& point : history) {
    const evaluation::Level& level = point.level;
    const bool own = level.state == evaluation::State::value && level.from == level.shown;
    if (own && level.kind == evaluation::ValueKind::number) points.push_back({point.period.index, level.value});
  }
  return points;
}

}  // namespace entente::scorecard::forecast
