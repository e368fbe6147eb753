#pragma once
#include <cstdint>

#include <boost/describe.hpp>

namespace entente::scorecard::formula {

/// What becomes of an input that is not there: pending, missing, stale (nothing is carried into a formula), na,
/// undefined, unknown or unscored.
/// - `propagate`: the result has its state; of several the gravest (see `graver`).
/// - `ignore`: left out of + and −, of SUM, AVG, MIN, MAX, and of aggregates over periods, which are provisional then;
///   where nothing is left, and everywhere else, as propagate.
/// - `zero`: a number counts as 0. Not so truths, texts, scores and lights: these propagate.
/// Under every policy: withheld gives withheld, before all else; an error gives an error; COALESCE and KNOWN look at
/// what is there without the policy.
enum class Nulls : std::uint8_t { propagate, ignore, zero };
BOOST_DESCRIBE_ENUM(Nulls, propagate, ignore, zero)

}  // namespace entente::scorecard::formula
