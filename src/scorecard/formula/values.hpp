#pragma once
#include <cstdint>
#include <exception>

#include "base/calendar.hpp"
#include "scorecard/evaluation/score.hpp"
#include "scorecard/evaluation/value.hpp"
#include "scorecard/formula/check.hpp"

namespace entente::scorecard::formula {

using evaluation::Flags;
using evaluation::Light;
using evaluation::State;

/// Consecutive periods of one frequency, both ends included.
struct Span {
  Period first, last;
  static Span of(Period period) { return {period, period}; }
  auto operator<=>(const Span&) const = default;
};

/// What a formula or a measure gives for a period.
/// - `value`: there is `number` (1 or 0 for a truth) or `text`.
/// - `missing`, `pending`, `undefined`, `unknown`, `unscored`, `na`: there is none. Never `stale`: nothing is carried
/// here.
/// - `withheld`: something that it reads is withheld; nothing else is said.
/// - `error`: `reason` says why, `place` where in the formula; empty for what is not at one place.
struct Value {
  State state = State::missing;
  Kind kind = Kind::number;
  Decimal number;
  std::string text;
  Flags flags = evaluation::no_flags;  ///< provisional, estimated, restated, disputed: those of all that it reads
  std::string reason;
  Place place;
  const Unit* unit = nullptr;  ///< of an input that was not measured in its measure's present unit
  bool operator==(const Value&) const = default;

  static Value of(Decimal number) { return Value{State::value, Kind::number, number, {}, 0, {}, {}, nullptr}; }
  static Value of_truth(bool truth) {
    return Value{State::value, Kind::truth, Decimal::from_integer(truth ? 1 : 0), {}, 0, {}, {}, nullptr};
  }
  static Value of_text(std::string text) {
    return Value{State::value, Kind::text, {}, std::move(text), 0, {}, {}, nullptr};
  }
  static Value none(State state) { return Value{state, Kind::number, {}, {}, 0, {}, {}, nullptr}; }
  static Value error(std::string reason, Place place = {}) {
    return Value{State::error, Kind::number, {}, {}, 0, std::move(reason), place, nullptr};
  }
};

/// Whether there is nothing, of which a null policy decides: neither a value nor withheld nor an error. A carried value
/// (stale, or pending with one) is nothing here.
constexpr bool is_absent(State state) {
  return state != State::value && state != State::withheld && state != State::error;
}
/// Of two states without a value, the one that the whole has: withheld goes before error, missing, pending, unknown,
/// undefined, unscored and na; stale counts as missing.
State graver(State left, State right);

/// How a measure or an objective stands at the end of a period. Of a computed measure that is withheld the state has to
/// be withheld too, or its score would tell.
struct Standing {
  State state = State::undefined;
  std::optional<Decimal> score;  ///< 0 to 100; there for value, and for stale and pending where one is carried
  std::optional<Light> light;    ///< grey for no judgement; with withheld only a light that its owner shares
};

class TooManySteps : public std::exception {
 public:
  const char* what() const noexcept override { return "too many steps"; }
};

/// Counts the work of one question: a step for each node, for each period that an aggregate covers, 50 for a root,
/// power, logarithm or exponential. A period of a computed measure was worked out before, and costs as a stored one does.
struct Steps {
  static constexpr std::uint64_t usual = 200'000;
  std::uint64_t most = usual;
  std::uint64_t used = 0;
  /// Throws TooManySteps; only `evaluate` and `preview` catch it.
  void take(std::uint64_t more) {
    used += more;
    if (used > most) throw TooManySteps();
  }
};

/// Where formulas get their inputs from. What a viewer may not see must never be behind it: a withheld value is the
/// state withheld.
class Values {
 public:
  virtual ~Values() = default;
  /// The measure over these periods of the asking formula's frequency (the measure's own is the same or finer), by the
  /// measure's aggregator under this null policy.
  virtual Value value(std::string_view code, Span span, Nulls nulls, Steps& steps) const = 0;
  /// The measure or objective at the end of the period. For those that depend on computed measures: `all` answers for
  /// every measure, stored and computed.
  virtual Standing standing(std::string_view code, Period period, const Values& all, Steps& steps) const = 0;
};

}  // namespace entente::scorecard::formula
