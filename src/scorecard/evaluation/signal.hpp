#pragma once
#include <boost/describe/enum.hpp>
#include <optional>
#include <span>

#include "scorecard/evaluation/scoring.hpp"

namespace entente::scorecard::evaluation {

enum class Limits : std::uint8_t { none, trial, locked };
BOOST_DESCRIBE_ENUM(Limits, none, trial, locked)

enum class Verdict : std::uint8_t { improvement, concern, none };
BOOST_DESCRIBE_ENUM(Verdict, improvement, concern, none)

/// What the process will deliver if nothing changes, seen against green.
enum class Assurance : std::uint8_t { meets, misses, hit_or_miss, none };
BOOST_DESCRIBE_ENUM(Assurance, meets, misses, hit_or_miss, none)

/// The patterns that include the latest point; a set of bits.
enum SignalRule : std::uint8_t { outside = 1, run_of_eight = 2, three_of_four = 4 };

/// The process behaviour chart of a measure (XmR: individual values and moving ranges).
struct Signal {
  int points = 0;  ///< own values up to the shown period
  Limits limits = Limits::none;
  Decimal centre, low, high;  ///< unless limits are none
  Verdict verdict = Verdict::none;
  std::uint8_t rules = 0;
  Assurance assurance = Assurance::none;
};

struct SignalSettings {
  std::optional<int> base;  ///< limits come from so many first points once they are there; absent: from all points
  std::optional<Decimal> natural_min, natural_max;
};

/// The chart of these values, oldest first: centre ± 2.66 × mean moving range, where moving ranges above 3.267 × their
/// mean are left out once, and no limit lies beyond a natural bound. Under 6 points none, 6 to 11 trial, from 12 (or
/// with the base complete) locked. Rules at the latest point:
/// - outside: beyond a limit;
/// - run_of_eight: the last eight lie on one side; a point on the centre breaks the run;
/// - three_of_four: of the last four, three or more, the latest among them, lie nearer to the same limit than to the centre.
/// The first rule in this order that applies gives the side, and with the rule's direction the verdict; for target and
/// range it is a concern unless the latest value is green; without a direction there is none. Assurance: both limits
/// green meets; both not green and on the same side of it misses; else hit or miss. `judge` and `period_end` are those
/// of the latest period.
Signal signal_of(std::span<const Decimal> values, const SignalSettings& settings, const ScoringRule& judge,
                 Date period_end);

}  // namespace entente::scorecard::evaluation
