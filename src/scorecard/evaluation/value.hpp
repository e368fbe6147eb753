#pragma once
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <string_view>

#include "base/decimal.hpp"

namespace entente::scorecard::evaluation {

/// The state of a measure's cell, and of a parent. Never a bare null.
enum class State : std::uint8_t {
  value,      ///< there is one; zero is a value
  pending,    ///< not due yet; may carry the score of an earlier value
  missing,    ///< due, the grace is over, and nothing to carry
  stale,      ///< due, the grace is over, an earlier value is carried
  na,         ///< declared not applicable
  withheld,   ///< a partner shares the light at most
  error,      ///< what the data brought cannot be judged
  unscored,   ///< qualitative on purpose, or a light that nobody has set
  undefined,  ///< no definition in force: not begun, retired, no target yet, a parent without children
  unknown,    ///< a parent of whose children too little is known
};
BOOST_DESCRIBE_ENUM(State, value, pending, missing, stale, na, withheld, error, unscored, undefined, unknown)

/// Marks beside a state; a set of bits.
enum Flag : std::uint16_t {
  no_flags = 0,
  provisional = 1,  ///< submitted only, or an aggregate of fewer periods than it covers
  estimated = 2,
  restated = 4,
  disputed = 8,
  target_moved = 16,  ///< the definition that judges the period took effect after its first day
  due = 32,           ///< pending, shown with an earlier value
  overridden = 64,    ///< the light was set by hand over the computed one
  covering = 128,     ///< the own period is shown: it is longer than the one asked for, or no part of it, and a value is never split
};
using Flags = std::uint16_t;

/// What kind of thing was observed.
enum class ValueKind : std::uint8_t { none, number, truth, text, date };

/// An observed value as it is kept: a number; a truth value as 1 or 0; a date as the days since 1970-01-01; a text.
struct CellValue {
  ValueKind kind = ValueKind::none;
  Decimal number;
  std::string_view text;  ///< for texts only; lives as long as the model or observation it comes from
};

}  // namespace entente::scorecard::evaluation
