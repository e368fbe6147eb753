#include "scorecard/link_test/links.hpp"

#include <algorithm>
#include <cmath>

#include "base/error.hpp"
#include "base/splitmix.hpp"
#include "scorecard/forecast/season.hpp"
#include "scorecard/link_test/ranks.hpp"

namespace entente::scorecard::link_test {
namespace {

constexpr int longest_lag = 400;

bool ascending(const Series& series) {
  for (std::size_t i = 1; i < series.points.size(); ++i)
    if (series.points[i].period <= series.points[i - 1].period) return false;
  return true;
}

void check(std::span<const Link> links) {
  std::vector<FieldError> errors;
  for (std::size_t i = 0; i < links.size(); ++i) {
    const std::string path = fmt::format("links[{}]", i);
    if (links[i].lag < 0 || links[i].lag > longest_lag)
      errors.push_back({path + ".lag", "out_of_range", "A lag is 0 to 400 periods."});
    for (std::size_t j = 0; j < links[i].alliances.size(); ++j) {
      const Pair& pair = links[i].alliances[j];
      const std::string at = fmt::format("{}.alliances[{}]", path, j);
      const char* order = "The values have to be in the order of time, one for each period.";
      if (!ascending(pair.cause)) errors.push_back({at + ".cause", "out_of_order", order});
      if (!ascending(pair.effect)) errors.push_back({at + ".effect", "out_of_order", order});
      if (pair.cause.frequency != pair.effect.frequency)
        errors.push_back({at, "frequencies_differ", "Cause and effect have to be seen in the same periods."});
    }
  }
  throw_if_any(std::move(errors));
}

std::span<const Point> used(const Series& series) {
  const std::span<const Point> points = series.points;
  return points.size() > longest_series ? points.last(longest_series) : points;
}

const Point* find(std::span<const Point> points, std::int32_t period) {
  const auto place = std::ranges::lower_bound(points, period, {}, &Point::period);
  return place != points.end() && place->period == period ? &*place : nullptr;
}

/// One alliance's part of a link, made ready.
struct Stratum {
  std::span<const Point> cause, effect;
  int apart = 1;  ///< periods over which a change is taken
  std::vector<std::int64_t> cause_ranks, effect_ranks;
  double effective = 0, norm = 0;  ///< norm: √(Σ cause² · Σ effect²)

  std::size_t pairs() const { return cause_ranks.size(); }
  bool moves() const { return norm > 0; }
};

std::vector<Point> changes(std::span<const Point> points, int apart) {
  std::vector<Point> found;
  for (const Point& point : points)
    if (const Point* before = find(points, point.period - apart))
      found.push_back({point.period, point.value - before->value});
  return found;
}

Stratum stratum_of(const Pair& pair, int lag) {
  Stratum stratum;
  stratum.cause = used(pair.cause);
  stratum.effect = used(pair.effect);
  if (pair.cause.seasonal || pair.effect.seasonal) stratum.apart = std::max(1, season_length(pair.cause.frequency));
  const std::vector<Point> cause = changes(stratum.cause, stratum.apart);
  std::vector<Decimal> before, after;
  for (const Point& change : changes(stratum.effect, stratum.apart))
    if (const Point* earlier = find(cause, change.period - lag)) {
      before.push_back(earlier->value);
      after.push_back(change.value);
    }
  stratum.cause_ranks = centred_ranks<Decimal>(before);
  stratum.effect_ranks = centred_ranks<Decimal>(after);
  stratum.effective = effective_pairs(stratum.cause_ranks, stratum.effect_ranks);
  stratum.norm = std::sqrt(static_cast<double>(ring_product(stratum.cause_ranks, stratum.cause_ranks, 0))) *
                 std::sqrt(static_cast<double>(ring_product(stratum.effect_ranks, stratum.effect_ranks, 0)));
  return stratum;
}

/// How many periods with both values are needed until there are so many pairs more.
int periods_until(std::span<const Stratum> strata, int lag, int more) {
  struct Ends {
    std::int32_t both, cause, effect;
  };
  std::vector<Ends> ends;
  for (const Stratum& stratum : strata) {
    const auto last = [](std::span<const Point> points) { return points.empty() ? 0 : points.back().period; };
    const std::int32_t cause = last(stratum.cause), effect = last(stratum.effect);
    const bool one = stratum.cause.empty() || stratum.effect.empty();
    ends.push_back({one ? cause + effect : std::max(cause, effect), cause, effect});
  }
  if (ends.empty()) return more + lag + 1;
  int periods = 0;
  // A pair needs the cause at two periods and the effect at two; what lies after both ends will be there.
  for (int found = 0; found < more;) {
    ++periods;
    for (std::size_t s = 0; s < strata.size(); ++s) {
      const std::int32_t now = ends[s].both + periods;
      const auto there = [&](std::span<const Point> points, std::int32_t period) {
        return period > ends[s].both || find(points, period);
      };
      const int apart = strata[s].apart;
      found += there(strata[s].effect, now - apart) && there(strata[s].cause, now - lag) &&
               there(strata[s].cause, now - lag - apart);
    }
  }
  return periods;
}

/// p of one alliance: all positions of the ring, in whole numbers.
void turn_all(const Stratum& stratum, Result& result) {
  const std::int64_t real = std::abs(ring_product(stratum.cause_ranks, stratum.effect_ranks, 0));
  int far = 0;
  for (std::size_t shift = 0; shift < stratum.pairs(); ++shift)
    far += std::abs(ring_product(stratum.cause_ranks, stratum.effect_ranks, shift)) >= real;
  result.p = far / static_cast<double>(stratum.pairs());
  result.least_p = 1 / static_cast<double>(stratum.pairs());
}

/// p of several: each turned by itself.
void turn_each(std::span<const Stratum> strata, int lag, double weight, Result& result) {
  // The part of the mean that each alliance has in each position of its ring.
  std::vector<std::vector<double>> parts;
  double combinations = 1;
  std::uint64_t seed = mix(2, static_cast<std::uint64_t>(lag));
  for (const Stratum& stratum : strata) {
    auto& part = parts.emplace_back();
    for (std::size_t shift = 0; shift < stratum.pairs(); ++shift)
      part.push_back(static_cast<double>(ring_product(stratum.cause_ranks, stratum.effect_ranks, shift)) /
                     stratum.norm * stratum.effective / weight);
    combinations *= static_cast<double>(stratum.pairs());
    seed = mix(seed, stratum.pairs());
  }
  const double real = std::abs(result.correlation) - 1e-12;
  const bool all = combinations <= most_shifts;
  const int tries = all ? static_cast<int>(combinations) : most_shifts;
  SplitMix random(seed);
  int far = all ? 0 : 1;
  for (int i = all ? 0 : 1; i < tries; ++i) {
    double sum = 0;
    auto rest = static_cast<std::size_t>(i);
    for (const auto& part : parts) {
      sum += all ? part[rest % part.size()] : part[random.below(static_cast<std::uint32_t>(part.size()))];
      rest /= part.size();
    }
    far += std::abs(sum) >= real;
  }
  result.p = static_cast<double>(far) / tries;
  result.least_p = 1.0 / tries;
}

Result examine(const Link& link) {
  std::vector<Stratum> strata;
  for (const Pair& pair : link.alliances) strata.push_back(stratum_of(pair, link.lag));
  Result result;
  for (const Stratum& stratum : strata) {
    result.pairs += static_cast<int>(stratum.pairs());
    result.effective += stratum.effective;
  }
  if (result.effective < least_effective) {
    result.obstacle = Obstacle::too_few;
    // A handful of pairs says nothing yet about autocorrelation.
    const double worth = result.pairs >= 6 ? result.effective / result.pairs : 1;
    const auto pairs = static_cast<int>(std::ceil(least_effective / worth - 1e-9));
    result.needed = periods_until(strata, link.lag, std::max(1, pairs - result.pairs));
    return result;
  }
  std::erase_if(strata, [](const Stratum& stratum) { return !stratum.moves(); });
  double weight = 0;
  for (const Stratum& stratum : strata) weight += stratum.effective;
  if (weight < least_effective) {
    result.obstacle = Obstacle::no_movement;
    return result;
  }
  for (const Stratum& stratum : strata)
    result.correlation += static_cast<double>(ring_product(stratum.cause_ranks, stratum.effect_ranks, 0)) /
                          stratum.norm * stratum.effective / weight;
  if (strata.size() == 1)
    turn_all(strata.front(), result);
  else
    turn_each(strata, link.lag, weight, result);
  result.verdict = Verdict::inconclusive;
  return result;
}

}  // namespace

std::vector<Result> test_links(std::span<const Link> links) {
  check(links);
  std::vector<Result> results;
  std::vector<std::size_t> testable;
  std::vector<double> p;
  for (const Link& link : links) {
    results.push_back(examine(link));
    if (results.back().verdict == Verdict::untestable) continue;
    testable.push_back(results.size() - 1);
    p.push_back(results.back().p);
  }
  const std::vector<double> adjusted = benjamini_hochberg(p);
  for (std::size_t i = 0; i < testable.size(); ++i) {
    Result& result = results[testable[i]];
    result.adjusted = adjusted[i];
    if (result.adjusted > false_discovery_rate + 1e-12 || result.correlation == 0) continue;
    const bool as_claimed = (result.correlation > 0) == (links[testable[i]].sign == Sign::helps);
    result.verdict = as_claimed ? Verdict::supported : Verdict::contradicted;
  }
  return results;
}

int lag_periods(std::int64_t lag_months, Frequency frequency) {
  const auto rounded = [&](std::int64_t times, std::int64_t by) {
    return static_cast<int>((2 * lag_months * times + by) / (2 * by));
  };
  switch (frequency) {
    case Frequency::day:
      return rounded(365, 12);
    case Frequency::week:
      return rounded(52, 12);
    case Frequency::month:
      return rounded(1, 1);
    case Frequency::quarter:
      return rounded(1, 3);
    case Frequency::half:
      return rounded(1, 6);
    case Frequency::year:
      break;
  }
  return rounded(1, 12);
}

Series series_of(const evaluation::Strip& strip, evaluation::NodeIndex node, bool seasonal) {
  Series series;
  series.seasonal = seasonal;
  if (!strip.periods.empty()) series.frequency = strip.periods.front().frequency;
  for (std::size_t i = 0; i < strip.periods.size(); ++i) {
    const evaluation::Past& past = strip.at(i, node);
    if (past.has_score && past.state == evaluation::State::value)
      series.points.push_back({strip.periods[i].index, evaluation::hundred(past.score)});
  }
  return series;
}

}  // namespace entente::scorecard::link_test
