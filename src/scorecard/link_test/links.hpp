#pragma once
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/decimal.hpp"
#include "base/period.hpp"
#include "scorecard/evaluation/level.hpp"

/// Does what the map claims show in the figures? Pure: takes series, gives verdicts, never edits the map.
///
///     Link link{Sign::helps, lag_periods(link.lag_months, Frequency::month),
///               {{series_of(strip, *model.find("O1")), series_of(strip, *model.find("O2"))}}};
///     std::vector<Result> results = test_links(links);
///
/// What stands for an objective is **its score over the periods** of a strip: it is there however many measures the
/// objective has, more is always better, so that a link's sign means the same for all. A caller may bring values of
/// single measures instead; then for a measure that is better when lower the sign is the caller's to turn.
namespace entente::scorecard::link_test {

constexpr double least_effective = 12;  ///< pairs, after the reduction for autocorrelation
constexpr int most_shifts = 2000;       ///< as many arrangements are tried one by one; of more so many are drawn
constexpr int longest_series = 520;     ///< the last so many values are used
constexpr double false_discovery_rate = 0.10;

enum class Sign : std::uint8_t { helps, hinders };
BOOST_DESCRIBE_ENUM(Sign, helps, hinders)

struct Point {
  std::int32_t period = 0;  ///< a Period's index
  Decimal value;
};

/// Points ascending, not two for one period; both series of a pair have periods of one frequency.
struct Series {
  Frequency frequency = Frequency::month;
  bool seasonal = false;
  std::vector<Point> points;
};

/// What one alliance saw of cause and effect.
struct Pair {
  Series cause, effect;
};

/// One claim of the map. Several pairs pool alliances that share the measures: what is compared stays within each, so
/// that differences between alliances prove nothing.
struct Link {
  Sign sign = Sign::helps;
  int lag = 0;  ///< the effect is expected so many periods after the cause, 0 to 400
  std::vector<Pair> alliances;
};

enum class Verdict : std::uint8_t {
  supported,     ///< they move together as claimed, and chance alone seldom does that
  contradicted,  ///< they move together the other way round
  inconclusive,  ///< nothing that chance alone does not do
  untestable,    ///< too little is known, or one side never moves
};
BOOST_DESCRIBE_ENUM(Verdict, supported, contradicted, inconclusive, untestable)

enum class Obstacle : std::uint8_t { none, too_few, no_movement };
BOOST_DESCRIBE_ENUM(Obstacle, none, too_few, no_movement)

struct Result {
  Verdict verdict = Verdict::untestable;
  Obstacle obstacle = Obstacle::none;  ///< why untestable
  int pairs = 0;                       ///< of changes of cause and effect, the lag apart
  double effective = 0;                ///< the same, reduced for autocorrelation
  int needed = 0;          ///< with too_few: periods with both values still needed, if the series go on as they are
  double correlation = 0;  ///< Spearman's, −1 to 1; pooled: the mean, weighted by effective pairs
  double p = 1;            ///< two-sided
  double adjusted = 1;     ///< by Benjamini and Hochberg, over all links that can be tested
  double least_p = 1;      ///< the smallest p that so few arrangements can give
};

/// Tests all links of a map together.
///
/// 1. **Differences**: of each series the change from one period to the next, or to a year ago if cause or effect is
///    seasonal. A gap gives no change: nothing is filled in.
/// 2. **Pairs**: the cause's change in a period, the effect's `lag` periods later.
/// 3. **Correlation** of ranks (Spearman 1904), mid-ranks for ties.
/// 4. **Effective pairs**: 1/N* = 1/N + 2/N Σ (1 − j/N) r_cause(j) r_effect(j) for j = 1 to N/5, at most N (Pyper and
///    Peterman 1998); r are autocorrelations of the ranks. Under 12 the link is untestable. Pooled: the sum.
/// 5. **Chance**: the effect's changes are turned round like a ring against the cause's, so that each keeps its own
///    autocorrelation. p is the share of all positions, the real one included, in which the correlation is as far from
///    zero as it is. Pooled: every alliance is turned by itself (permutation within strata); beyond 2,000 combinations
///    1,999 are drawn by a generator seeded with the lag and the numbers of pairs, p = (1 + as far) / 2,000 (Phipson
///    and Smyth 2010). Gaps are closed before turning.
/// 6. **Many links**: Benjamini and Hochberg (1995) over all testable links, at a false discovery rate of 0.10: of the
///    verdicts `supported` and `contradicted` about one in ten is expected to be false.
///
/// A ring of N pairs has N positions, so p is never below 1/N: in a large map with short series one lone link cannot
/// stand out. Pooling, or more links that hold, can. What moves together need not be cause and effect.
///
/// Throws `bad_input` at "links[i].lag" (out_of_range), "links[i].alliances[j].cause" or ".effect" (out_of_order), or
/// "links[i].alliances[j]" (frequencies_differ).
std::vector<Result> test_links(std::span<const Link> links);

/// Months as periods of a frequency, rounded half up: 2 months are 9 weeks, 1 quarter, 0 halves.
int lag_periods(std::int64_t lag_months, Frequency frequency);

/// The scores (0 to 100) of a node over the periods of a strip. Only where it had one of its own for that period:
/// carried scores would look like rest. The strip's frequency has to be that of the slower of cause and effect, or
/// slower: in a faster one a score would be there several times.
Series series_of(const evaluation::Strip& strip, evaluation::NodeIndex node, bool seasonal);

}  // namespace entente::scorecard::link_test
