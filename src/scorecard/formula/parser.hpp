#pragma once
#include <optional>

#include "scorecard/formula/tree.hpp"

namespace entente::scorecard::formula {

struct Parsed {
  std::optional<Tree> tree;  ///< there unless there are problems
  std::vector<Problem> problems;
};

/// Reads a formula:
///
///     formula    = and { OR and }
///     and        = not { AND not }
///     not        = NOT not | comparison
///     comparison = sum [ ("=" | "<>" | "<" | "<=" | ">" | ">=") sum ]
///     sum        = product { ("+" | "-") product }
///     product    = unary { ("*" | "/") unary }
///     unary      = "-" unary | power
///     power      = postfix [ "^" unary ]
///     postfix    = primary { "@" ( "-" number | "0" ) }
///     primary    = number [ "%" ] | text | TRUE | FALSE | code | function "(" formula { "," formula } ")" | "("
///     formula ")"
///
/// Takes any bytes. Stops at the first problem; names of measures, units and types are the matter of `check`. Bounded
/// by `Limits` in time, memory and recursion.
Parsed parse(std::string_view text);

}  // namespace entente::scorecard::formula
