#pragma once
#include "scorecard/formula/values.hpp"

namespace entente::scorecard::formula {

/// Works a formula out for a period of its frequency, or over several with its inputs aggregated. Never throws but for
/// want of memory: too many steps, overflow and division by zero are the state error with its reason.
///
/// Operands are read from left to right, all of them, but for: IF reads one branch, AND and OR stop when the left side
/// decides, COALESCE at the first value. What is read decides: withheld goes before error, error before what is not
/// there.
Value evaluate(const Formula& formula, Span span, const Values& values, const Calendar& calendar,
               std::uint64_t most_steps = Steps::usual);
/// The same, and tells how many steps it took.
Value evaluate(const Formula& formula, Span span, const Values& values, const Calendar& calendar, Steps& steps);

/// The same within a larger count; throws TooManySteps.
Value work_out(const Formula& formula, Span span, const Values& values, const Calendar& calendar, Steps& steps);

/// The value of a question that took too many steps.
Value too_many(const Steps& steps);

}  // namespace entente::scorecard::formula
