#include "scorecard/evaluation/signal.hpp"

#include <algorithm>

namespace entente::scorecard::evaluation {
namespace {

constexpr int least_points = 6, locked_points = 12;

Int128 distance(Int128 a, Int128 b) {
  return a < b ? b - a : a - b;
}

struct Chart {
  Decimal centre, low, high;
};

/// Each of the three numbers is rounded once, so that a point exactly on the centre or on a limit is found to be there.
Chart limits_of(std::span<const Decimal> values, const SignalSettings& settings) {
  const auto n = static_cast<Int128>(values.size());
  // The products below stay under (700 n² + 7000 n) · largest: where that does not fit, the last decimals are given up.
  Int128 largest = 0;
  for (const Decimal value : values) largest = std::max(largest, distance(value.units(), 0));
  const Int128 room = (~UInt128{0} >> 1) / static_cast<UInt128>(700 * n * n + 7000 * n);
  Int128 coarse = 1;
  while (largest / coarse > room) coarse *= 10;
  const auto at = [&](std::size_t i) {
    return coarse == 1 ? values[i].units() : divide_half_even(values[i].units(), coarse);
  };

  Int128 sum = 0, ranges = 0, kept = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    sum += at(i);
    if (i > 0) ranges += distance(at(i), at(i - 1));
  }
  Int128 count = 0;
  for (std::size_t i = 1; i < values.size(); ++i) {
    const Int128 range = distance(at(i), at(i - 1));
    if (range * (n - 1) * 1000 > 3267 * ranges) continue;
    kept += range;
    ++count;
  }
  Chart chart;
  const Int128 middle = 100 * count * sum, reach = 266 * n * kept, divisor = 100 * n * count;
  chart.centre = Decimal::from_units(divide_half_even(sum, n) * coarse);
  chart.low = Decimal::from_units(divide_half_even(middle - reach, divisor) * coarse);
  chart.high = Decimal::from_units(divide_half_even(middle + reach, divisor) * coarse);
  if (settings.natural_min) chart.low = std::max(chart.low, *settings.natural_min);
  if (settings.natural_max) chart.high = std::min(chart.high, *settings.natural_max);
  return chart;
}

int side_of(Decimal value, Decimal centre) {
  return value > centre ? 1 : value < centre ? -1 : 0;
}

/// 1 nearer to the upper limit than to the centre, −1 nearer to the lower, else 0.
int near_limit(Decimal value, const Chart& chart) {
  const Int128 from_centre = distance(value.units(), chart.centre.units());
  if (distance(value.units(), chart.high.units()) < from_centre && value > chart.centre) return 1;
  if (distance(value.units(), chart.low.units()) < from_centre && value < chart.centre) return -1;
  return 0;
}

/// The side on which each rule fires; 0 for not at all.
struct Fired {
  int outside = 0, run = 0, three = 0;
};

Fired fired_at_latest(std::span<const Decimal> values, const Chart& chart) {
  Fired fired;
  const Decimal latest = values.back();
  if (latest > chart.high) fired.outside = 1;
  if (latest < chart.low) fired.outside = -1;
  if (values.size() >= 8) {
    const auto last = values.last(8);
    const int side = side_of(latest, chart.centre);
    if (std::all_of(last.begin(), last.end(), [&](Decimal value) { return side_of(value, chart.centre) == side; }))
      fired.run = side;
  }
  if (values.size() >= 4) {
    // A pattern that the latest point has left is over.
    const int side = near_limit(latest, chart);
    const auto last = values.last(4);
    const auto near = std::count_if(last.begin(), last.end(), [&](Decimal value) { return near_limit(value, chart) == side; });
    fired.three = near >= 3 ? side : 0;
  }
  return fired;
}

bool two_sided(const ScoringRule& judge) {
  return judge.type() == ScoringType::target || judge.type() == ScoringType::range;
}

Assurance assurance_of(const Chart& chart, const ScoringRule& judge, Date period_end) {
  if (judge.direction() == Direction::none && !two_sided(judge)) return Assurance::none;
  const auto green = [&](Decimal value) { return light_of(judge.score_of(value, period_end)) == Light::green; };
  const bool low = green(chart.low), high = green(chart.high);
  if (low && high) return Assurance::meets;
  if (low || high) return Assurance::hit_or_miss;
  if (!two_sided(judge)) return Assurance::misses;
  // Both are outside the green zone: on the same side of it, or with the zone between them.
  const BandEdges edges = judge.bands(period_end);
  const bool same_side = chart.high < edges.at[1] || chart.low > edges.at[2];
  return same_side ? Assurance::misses : Assurance::hit_or_miss;
}

}  // namespace

Signal signal_of(std::span<const Decimal> values, const SignalSettings& settings, const ScoringRule& judge,
                 Date period_end) {
  Signal signal;
  signal.points = static_cast<int>(values.size());
  if (signal.points < least_points) return signal;
  const bool based = settings.base && signal.points >= *settings.base;
  signal.limits = based || signal.points >= locked_points ? Limits::locked : Limits::trial;
  const Chart chart = limits_of(based ? values.first(static_cast<std::size_t>(*settings.base)) : values, settings);
  signal.centre = chart.centre;
  signal.low = chart.low;
  signal.high = chart.high;

  const Fired fired = fired_at_latest(values, chart);
  if (fired.outside) signal.rules |= outside;
  if (fired.run) signal.rules |= run_of_eight;
  if (fired.three) signal.rules |= three_of_four;
  const int side = fired.outside ? fired.outside : fired.run ? fired.run : fired.three;
  if (side != 0) {
    if (two_sided(judge)) {
      const bool good = light_of(judge.score_of(values.back(), period_end)) == Light::green;
      signal.verdict = good ? Verdict::improvement : Verdict::concern;
    } else if (judge.direction() != Direction::none) {
      signal.verdict = (side > 0) == (judge.direction() == Direction::higher) ? Verdict::improvement : Verdict::concern;
    }
  }
  signal.assurance = assurance_of(chart, judge, period_end);
  return signal;
}

}  // namespace entente::scorecard::evaluation
