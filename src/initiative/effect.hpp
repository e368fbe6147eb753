#pragma once
#include <optional>
#include <span>

#include <boost/describe.hpp>

#include "base/date.hpp"
#include "scorecard/types.hpp"

/// Did it work? A pure rule: how a measure stood before an initiative began against how it stands once its effect was to show.
namespace entente::initiative {

enum class Verdict : std::uint8_t {
  moved,        ///< as it was meant to, at least half of what was to be seen by now
  flat,         ///< neither that, nor as much the other way
  against,      ///< as much the other way
  too_early,    ///< no period after the lag has a value yet
  cannot_tell,  ///< no dates, or nothing to compare with
};
BOOST_DESCRIBE_ENUM(Verdict, moved, flat, against, too_early, cannot_tell)

/// One own value of a measure, with the days of its period.
struct Value {
  Date first;
  Date last;
  Decimal value;
};

struct EffectQuestion {
  std::optional<Date> starts;       ///< of the initiative
  std::optional<Date> ends;         ///< when it is done, or is to be
  std::int64_t lag_months = 0;      ///< how long after the work its effect shows
  scorecard::MoveSign sign = scorecard::MoveSign::up;
  std::optional<Decimal> size;      ///< of the whole effect, in the measure's unit
  std::optional<Decimal> smallest;  ///< without a size: the change that counts, in the measure's unit
  Date as_of;
};

struct Effect {
  Verdict verdict = Verdict::cannot_tell;
  std::optional<Date> from;         ///< the first effect can show: start and lag
  std::optional<Date> by;           ///< the whole effect is to be seen: end and lag
  bool settled = false;             ///< that day has come
  int before_values = 0;            ///< over how many values …
  std::optional<Decimal> before;    ///< … this is the median: the last before the start
  int after_values = 0;
  std::optional<Decimal> after;     ///< the newest of periods that began at `from` or later
  std::optional<Decimal> change;    ///< after less before
  std::optional<Decimal> wanted;    ///< the change, signed, that would count as moved by now
};

/// At most so many values make a median on either side.
constexpr int values_compared = 4;

/// - Before: the last values of periods that ended before the start; after: the newest of periods that began on `from` or later and
///   ended by the day asked for. Both as a median, so that one odd period decides nothing.
/// - Of a size, the share counts that has passed of the time between `from` and `by` (at least a tenth); half of that is `moved`,
///   half of it the other way `against`.
/// - Without a size `smallest` counts, or a twentieth of the level before.
/// `values` oldest first.
Effect effect_of(const EffectQuestion& question, std::span<const Value> values);

/// So many months later; a day past the month's end means its last day.
Date months_after(Date day, std::int64_t months);

/// The trend's own limit of 5 points in 100, in the measure's unit: green and red lie a third of the scale apart, so 0.15 of their distance.
Decimal smallest_change(const Decimal& green, const Decimal& red);

}  // namespace entente::initiative
