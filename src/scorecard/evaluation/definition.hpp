#pragma once
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/calendar.hpp"
#include "scorecard/evaluation/scoring.hpp"

/// What a model is made of: the nouns of a scorecard as far as judging needs them.
namespace entente::scorecard::evaluation {

constexpr Date always{std::numeric_limits<std::int32_t>::min()};
constexpr Date never{std::numeric_limits<std::int32_t>::max()};

/// How the values of several periods become one.
enum class Aggregation : std::uint8_t { sum, mean, weighted_mean, last, first, min, max, median, count, ratio, none };
BOOST_DESCRIBE_ENUM(Aggregation, sum, mean, weighted_mean, last, first, min, max, median, count, ratio, none)

/// The grace that a measure of this frequency has unless it says otherwise: 10 days for a month and longer, 2 for a
/// week.
constexpr int default_grace(Frequency frequency) {
  return frequency >= Frequency::month ? 10 : frequency == Frequency::week ? 2 : 0;
}

/// A light set by hand over the computed one, from a day until and including its expiry. Only the light changes.
struct LightOverride {
  Light light = Light::grey;
  Date from = always;
  Date expires;
  std::string reason;
};

/// The definition that judges every period whose last day is this day or later, until the next one.
struct ScoringFrom {
  Date effective_from = always;
  Scoring scoring;
  std::optional<Date> restated_until;  ///< periods that ended before this day were judged otherwise then: flagged restated
};

struct MeasureDefinition {
  std::string code;
  Frequency frequency = Frequency::month;
  Aggregation aggregation = Aggregation::last;
  int carry = 1;                      ///< for so many periods an earlier value stands in, 0 to 1000
  int grace = 0;                      ///< days after a period's end in which it is pending, 0 to 1000
  std::vector<ScoringFrom> scorings;  ///< none: the measure is undefined
  std::optional<int> base;            ///< XmR limits come from so many first points, 6 or more; absent: from all
  std::optional<Decimal> natural_min, natural_max;
  bool cumulative = false;  ///< no process behaviour chart
  bool seasonal = false;    ///< trend by the difference to a year ago
  std::optional<Date> starts,
      retired;  ///< undefined in periods that end before the one, or begin on or after the other
  std::vector<LightOverride> overrides;
  std::string path;  ///< for error messages; "measures[i]" unless given
};

/// One value, or a declared state, for one period of the measure's frequency or of a finer one.
struct Observation {
  Period period;
  State state = State::value;  ///< value, na, withheld or error; missing and pending mean: no observation
  std::variant<std::monostate, Decimal, bool, Date, std::string> value;
  std::optional<Decimal> numerator, denominator;  ///< for ratio; the value then is their quotient
  std::optional<Decimal> weight;                  ///< for the weighted mean; 1 unless given
  std::optional<Decimal> other;                   ///< with the flag disputed: the other party's value
  std::optional<Light> shared_light;              ///< with withheld: the light that its owner shares
  Flags flags = no_flags;                         ///< provisional, estimated, restated, disputed
  std::string reason;
};

enum class Method : std::uint8_t { mean, worst, best, median, k_of_n, manual, none };
BOOST_DESCRIBE_ENUM(Method, mean, worst, best, median, k_of_n, manual, none)

/// An edge of the roll-up, from a parent to a measure or another parent, in force from a day until before another.
struct Child {
  std::string code;
  Decimal weight = Decimal::from_integer(1);  ///< 0 or more; 0 leaves the child out, and is refused for a mandatory one
  bool mandatory = false;
  Date from = always;
  std::optional<Date> until;
};

/// An objective, theme, perspective or the alliance: whatever gets its light from others.
struct ParentDefinition {
  std::string code;
  Method method = Method::mean;
  int k = 0;                  ///< for k_of_n
  bool red_override = false;  ///< any red child makes the light red
  Light light = Light::grey;  ///< for manual
  std::string reason;         ///< for manual
  std::vector<Child> children;
  std::vector<LightOverride> overrides;
  std::string path;  ///< for error messages; "parents[i]" unless given
};

/// Everything of one scorecard but the observations. Codes are unique over all nodes; parents come in any order.
struct Definition {
  Calendar calendar;
  std::vector<MeasureDefinition> measures;
  std::vector<ParentDefinition> parents;
};

}  // namespace entente::scorecard::evaluation
