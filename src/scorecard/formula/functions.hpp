#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace entente::scorecard::formula {

enum class FunctionName : std::uint8_t {
  prev,
  sply,
  ytd,
  rolling,
  growth,
  score,
  status,
  if_,
  coalesce,
  known,
  sum,
  avg,
  min,
  max,
  abs,
  round,
  floor,
  ceil,
  sign,
  clamp,
  sqrt,
  power,
  ln,
  exp,
  convert,
  unit,
  number,
};

/// What may stand as an argument.
enum class Role : std::uint8_t {
  none,
  number,      ///< any expression that gives a number
  any,         ///< any expression
  condition,   ///< an expression that is true or false
  measure,     ///< the code of a measure
  node,        ///< the code of a measure or an objective
  periods,     ///< a whole number that is written out, 1 to 1000
  digits,      ///< a whole number that is written out, −18 to 18
  aggregator,  ///< the name of an aggregator as text: "sum", "mean", …
  unit_text,   ///< a unit as text: "EUR", "days", "EUR/day"
};

/// What becomes of the units of the arguments.
enum class UnitRule : std::uint8_t {
  keep,         ///< that of the first argument
  equal,        ///< all arguments that are values need the same one, and so has the result
  plain,        ///< any unit goes in, a plain number comes out
  needs_plain,  ///< plain numbers only
  root,         ///< half of every power
  power,        ///< powers times the exponent
  points,       ///< points from 0 to 100
  text,         ///< gives a text
  truth,        ///< gives true or false
  given,        ///< the one that the last argument names
};

struct Function {
  FunctionName id;
  std::string_view name;  ///< in capitals
  std::string_view signature;
  std::uint8_t least, most;   ///< arguments; most = 100 for lists
  std::array<Role, 3> roles;  ///< the last one that is not none repeats
  UnitRule units;
  std::string_view group;
  std::string_view help;
  std::string_view example;  ///< a formula over the measures A and B (EUR) and D (days), or the objective O
  std::string_view result;   ///< what the example gives, in words
};

/// The one table of functions: parser, checks, completion and the reference read it.
std::span<const Function> functions();
/// By name in any case; null if there is none.
const Function* find_function(std::string_view name);
Role role_of(const Function& function, std::size_t argument);
/// "needs equal units, keeps it"
std::string_view describe(UnitRule rule);
/// "1", "1 or 2", "1 or more"
std::string arity_words(const Function& function);

/// docs/formulas.md, made from the table. The test compares; ENTENTE_WRITE_REFERENCE=1 makes it write.
std::string function_reference();

}  // namespace entente::scorecard::formula
