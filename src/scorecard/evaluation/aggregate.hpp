#pragma once
#include <span>

#include "scorecard/evaluation/definition.hpp"

namespace entente::scorecard::evaluation {

/// What one of several periods brings to the longer one. Periods without an observation are simply not there.
struct Part {
  State state = State::value;  ///< value, na, withheld or error
  CellValue value;
  Decimal numerator, denominator;
  Decimal weight = Decimal::from_integer(1);
  bool has_ratio = false;
  Flags flags = no_flags;
  std::optional<Decimal> other;  ///< of a disputed value: what the other party holds to be right
};

struct Aggregated {
  State state = State::missing;  ///< value, missing, na, withheld or error
  CellValue value;
  Decimal numerator, denominator;
  Decimal weight;
  bool has_ratio = false;
  Flags flags = no_flags;         ///< provisional where have < of, and what the parts carry
  int have = 0, of = 0;           ///< "n of m"; periods declared na are in neither
  const char* problem = nullptr;  ///< with state error
};

/// The value of a period from those it covers, in the order of time; `covered` counts all of them, with or without an
/// observation. All na: na. Any withheld: withheld, since the number would tell it. A sum or count with a gap is
/// missing, any other is provisional. `count` is the number of values. The median of an even number is the mean of the
/// middle two. Numbers are needed but for last, first, count, and min and max (truth values and dates too). Never
/// depends on the order of the parts, but for last and first. `median` sorts the parts in place.
Aggregated aggregate(Aggregation aggregation, std::span<Part> parts, int covered);

/// The number of the period as the other party sees it, with its values where they are disputed; absent where none is, or
/// where no number comes of them. Of a ratio the other party is taken to agree on the denominators.
std::optional<Decimal> other_side(Aggregation aggregation, std::span<const Part> parts, int covered);

/// The quotient that a ratio shows; an error for a denominator of zero (0/0 included).
Aggregated ratio(Decimal numerator, Decimal denominator);

}  // namespace entente::scorecard::evaluation
