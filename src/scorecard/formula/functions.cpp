#include "scorecard/formula/functions.hpp"

#include <fmt/format.h>

#include "scorecard/formula/lexer.hpp"

namespace entente::scorecard::formula {
namespace {

constexpr auto time = "Time";
constexpr auto judgement = "Scores and lights";
constexpr auto choice = "Choice";
constexpr auto lists = "Lists";
constexpr auto numbers = "Numbers";
constexpr auto units = "Units";

using F = FunctionName;
using R = Role;
using U = UnitRule;

constexpr std::uint8_t many = 100;

constexpr std::array table{
    Function{F::prev,
             "PREV",
             "PREV(x[, n])",
             1,
             2,
             {R::any, R::periods},
             U::keep,
             time,
             "x one period earlier, or n periods earlier. The same as x@-n.",
             "PREV(A, 3)",
             "A three periods ago"},
    Function{F::sply,
             "SPLY",
             "SPLY(x)",
             1,
             1,
             {R::any},
             U::keep,
             time,
             "x in the same period last year. A 53rd week looks at week 52.",
             "A - SPLY(A)",
             "by how much A differs from a year ago"},
    Function{F::ytd,
             "YTD",
             "YTD(m)",
             1,
             1,
             {R::measure},
             U::keep,
             time,
             "The measure from the beginning of the fiscal year to this period, by its own aggregator.",
             "YTD(A) / YTD(B)",
             "the ratio of the year so far"},
    Function{F::rolling,
             "ROLLING",
             "ROLLING(m, n[, \"aggregator\"])",
             2,
             3,
             {R::measure, R::periods, R::aggregator},
             U::keep,
             time,
             "The measure over the last n periods, this one included: by its own aggregator, or by the one named (sum, "
             "mean, last, first, min, max, median, count) over its values of each period.",
             "ROLLING(A, 12, \"mean\")",
             "the mean of the last twelve periods"},
    Function{
        F::growth,
        "GROWTH",
        "GROWTH(x[, n])",
        1,
        2,
        {R::number, R::periods},
        U::plain,
        time,
        "(x − earlier) / |earlier|, with x one period earlier, or n periods. 0.05 is 5 %. Earlier of 0 is an error.",
        "GROWTH(A, 12)",
        "the growth against twelve periods ago"},
    Function{F::score,
             "SCORE",
             "SCORE(m)",
             1,
             1,
             {R::node},
             U::points,
             judgement,
             "The score of a measure or an objective, 0 to 100. A carried score counts.",
             "AVG(SCORE(A), SCORE(O))",
             "the mean of two scores"},
    Function{F::status,
             "STATUS",
             "STATUS(m)",
             1,
             1,
             {R::node},
             U::text,
             judgement,
             "The light of a measure or an objective as text: \"green\", \"yellow\", \"red\" or \"grey\".",
             "IF(STATUS(O) = \"red\", 0, A)",
             "A, or 0 while the objective is red"},
    Function{F::if_,
             "IF",
             "IF(condition, then, else)",
             3,
             3,
             {R::condition, R::any, R::any},
             U::equal,
             choice,
             "`then` where the condition is true, otherwise `else`. The other one is not read.",
             "IF(A > B, A - B, 0)",
             "by how much A exceeds B"},
    Function{F::coalesce,
             "COALESCE",
             "COALESCE(x, y, …)",
             1,
             many,
             {R::any},
             U::equal,
             choice,
             "The first that has a value, whatever the null policy is.",
             "COALESCE(A, PREV(A), 0)",
             "A, or its last value, or 0"},
    Function{F::known,
             "KNOWN",
             "KNOWN(x)",
             1,
             1,
             {R::any},
             U::truth,
             choice,
             "Whether x has a value.",
             "IF(KNOWN(A), A, B)",
             "A where there is one, otherwise B"},
    Function{
        F::sum, "SUM", "SUM(x, y, …)", 1, many, {R::number}, U::equal, lists, "The sum.", "SUM(A, B)", "both together"},
    Function{F::avg,
             "AVG",
             "AVG(x, y, …)",
             1,
             many,
             {R::number},
             U::equal,
             lists,
             "The mean.",
             "AVG(A, B)",
             "the mean of both"},
    Function{F::min,
             "MIN",
             "MIN(x, y, …)",
             1,
             many,
             {R::number},
             U::equal,
             lists,
             "The smallest.",
             "MIN(A, B)",
             "the smaller one"},
    Function{F::max,
             "MAX",
             "MAX(x, y, …)",
             1,
             many,
             {R::number},
             U::equal,
             lists,
             "The largest.",
             "MAX(A, 0)",
             "A, but not below 0"},
    Function{F::abs,
             "ABS",
             "ABS(x)",
             1,
             1,
             {R::number},
             U::keep,
             numbers,
             "Without its sign.",
             "ABS(A - B)",
             "the distance of A and B"},
    Function{F::round,
             "ROUND",
             "ROUND(x[, digits])",
             1,
             2,
             {R::number, R::digits},
             U::keep,
             numbers,
             "Rounded half-even to so many decimals (0 unless given; −3 to thousands).",
             "ROUND(A, 2)",
             "A in cents"},
    Function{F::floor,
             "FLOOR",
             "FLOOR(x)",
             1,
             1,
             {R::number},
             U::keep,
             numbers,
             "The whole number at or below.",
             "FLOOR(D)",
             "whole days"},
    Function{F::ceil,
             "CEIL",
             "CEIL(x)",
             1,
             1,
             {R::number},
             U::keep,
             numbers,
             "The whole number at or above.",
             "CEIL(D)",
             "days begun"},
    Function{F::sign,
             "SIGN",
             "SIGN(x)",
             1,
             1,
             {R::number},
             U::plain,
             numbers,
             "−1, 0 or 1.",
             "SIGN(A - B)",
             "which of both is larger"},
    Function{F::clamp,
             "CLAMP",
             "CLAMP(x, low, high)",
             3,
             3,
             {R::number},
             U::equal,
             numbers,
             "x, but not below low or above high. low > high is an error.",
             "CLAMP(A, 0, 1000)",
             "A within 0 and 1000"},
    Function{F::sqrt,
             "SQRT",
             "SQRT(x)",
             1,
             1,
             {R::number},
             U::root,
             numbers,
             "The square root, to 12 decimals. x < 0 is an error.",
             "SQRT(A * B)",
             "the geometric mean"},
    Function{F::power,
             "POWER",
             "POWER(x, y)",
             2,
             2,
             {R::number},
             U::power,
             numbers,
             "x to the power of y, the same as x^y: for whole y to 18 decimals, otherwise to 12 with x ≥ 0.",
             "POWER(A / B, 0.25) - 1",
             "the rate of a quarter"},
    Function{F::ln,
             "LN",
             "LN(x)",
             1,
             1,
             {R::number},
             U::needs_plain,
             numbers,
             "The natural logarithm, to 12 decimals. x ≤ 0 is an error.",
             "LN(A / B)",
             "the logarithm of a ratio"},
    Function{F::exp,
             "EXP",
             "EXP(x)",
             1,
             1,
             {R::number},
             U::needs_plain,
             numbers,
             "e to the power of x, to 12 decimals.",
             "EXP(LN(A / B))",
             "the ratio again"},
    Function{F::convert,
             "CONVERT",
             "CONVERT(x, \"unit\")",
             2,
             2,
             {R::number, R::unit_text},
             U::given,
             units,
             "x in another size of its unit: EUR in EUR million, a plain number in %. Currencies are not converted.",
             "CONVERT(A, \"EUR thousand\")",
             "A in thousands"},
    Function{F::unit,
             "UNIT",
             "UNIT(x, \"unit\")",
             2,
             2,
             {R::number, R::unit_text},
             U::given,
             units,
             "A plain number with a unit: rates and prices.",
             "A * UNIT(1.25, \"USD/EUR\")",
             "A in dollars at 1.25"},
    Function{F::number,
             "NUMBER",
             "NUMBER(x)",
             1,
             1,
             {R::number},
             U::plain,
             units,
             "The figure of x without its unit. To be used with care: nothing is checked any more.",
             "NUMBER(A) / NUMBER(D)",
             "a plain number"},
};

constexpr std::string_view introduction = R"(# Formulas

<!-- Made from the table in src/scorecard/formula/functions.cpp. Do not edit: ENTENTE_WRITE_REFERENCE=1 build/release/entente_tests -tc="*reference of functions*" writes it. -->

A computed measure has a formula in place of values. It is worked out for each period of the measure, in exact decimals.

    IF(STATUS(CO1) = "red", 0, YTD([Cost-A]) / YTD(CO1.3))

## Writing

- Numbers: `12`, `1.5`, `2e6`, with a decimal point. `5%` is five hundredths.
- Measures by their code: `CO1.3`. Codes that are not letters, digits, `_` and dots stand in brackets: `[CO-1 b]`.
- Texts in quotation marks: `"green"`. Truth: `TRUE`, `FALSE`.
- From loose to tight: `OR`; `AND`; `NOT`; `= <> < <= > >=`; `+ -`; `* /`; minus before a number; `^` (from the right); `@`.
- `CO1.3@-3` is the measure three periods earlier.
- `IF` reads only the branch that it takes; `AND` and `OR` stop where the left side decides.
- Functions and words in any case. At most 4,000 bytes, 1,000 parts, 100 levels; in steps of work 200,000 for a period, and an equal
  share of 40 million for all periods of all formulas of an alliance.

## Periods

A formula looks at its own period. A measure of shorter periods is first brought to the formula's by its own aggregator; one of
longer periods cannot be used, because a coarse value is never split. Where a longer period of a computed measure is asked for,
its values are aggregated by its aggregator; but with a division by other than a plain figure, the inputs are aggregated first and the formula
is worked out once.

## Units

`+`, `-`, comparisons, lists and both branches of `IF` need the same unit; `*` and `/` combine units. The result must have the
unit of its measure; its size (thousand, million, %) is brought to that of the measure.

- A written number takes the unit of the other side: `A > 100` with A in EUR means 100 EUR. Not so with %: write `A > 45%`.
- EUR thousand and EUR million do not add up by themselves: `CONVERT(A, "EUR million") + B`.
- In a product or quotient with another measure, % counts as hundredths: 45 % × 200 EUR = 90 EUR. EUR / EUR is a plain number, and a
  plain number given to a measure in % is multiplied by 100. Plain numbers and % in one sum become plain numbers.
- A measure whose unit was switched is an error in the periods in which it does not fit.

## What is not there

| input | propagate | ignore | zero |
|---|---|---|---|
| value | counts | counts | counts |
| pending, missing, stale, na, undefined | the result has the same state | left out of `+`, `-`, lists and aggregates; otherwise as propagate | 0 |
| withheld | withheld | withheld | withheld |
| error | error | error | error |

Carried values do not enter formulas: the result is then missing and carried in its turn. Of several, withheld goes before error, missing, pending,
unknown, undefined, unscored and na. In an aggregate under propagate, periods declared na are no gap. Scores and lights are never replaced by zero.

A division by zero, 0/0, and a number of more than 20 digits give an error with its reason. Products and quotients are
rounded half-even to 18 decimals.
)";

}  // namespace

std::span<const Function> functions() {
  return table;
}

const Function* find_function(std::string_view name) {
  const std::string capitals = upper(name);
  for (const Function& function : table)
    if (function.name == capitals) return &function;
  return nullptr;
}

Role role_of(const Function& function, std::size_t argument) {
  if (argument < function.roles.size() && function.roles[argument] != Role::none) return function.roles[argument];
  Role last = Role::none;
  for (const Role role : function.roles)
    if (role != Role::none) last = role;
  return last;
}

std::string_view describe(UnitRule rule) {
  switch (rule) {
    case UnitRule::keep:
      return "kept";
    case UnitRule::equal:
      return "equal ones needed, kept";
    case UnitRule::plain:
      return "gives a plain number";
    case UnitRule::needs_plain:
      return "plain numbers only";
    case UnitRule::root:
      return "halves the powers";
    case UnitRule::power:
      return "multiplies the powers; with a unit, y is a whole number that is written out";
    case UnitRule::points:
      return "points";
    case UnitRule::text:
      return "gives a text";
    case UnitRule::truth:
      return "gives true or false";
    case UnitRule::given:
      break;
  }
  return "the one named";
}

std::string arity_words(const Function& function) {
  if (function.most == many) return fmt::format("{} or more", function.least);
  if (function.least == function.most) return fmt::format("{}", function.least);
  return fmt::format("{} or {}", function.least, function.most);
}

std::string function_reference() {
  std::string text(introduction);
  text += "\n## Functions\n";
  std::string_view group;
  for (const Function& function : table) {
    if (function.group != group) {
      group = function.group;
      text += fmt::format("\n### {}\n\n| function | what it gives | unit | example |\n|---|---|---|---|\n", group);
    }
    const auto cell = [](std::string_view words) {
      std::string escaped;
      for (const char c : words) escaped += c == '|' ? std::string("\\|") : std::string(1, c);
      return escaped;
    };
    text += fmt::format("| `{}` | {} | {} | `{}`: {} |\n", function.signature, cell(function.help),
                        describe(function.units), function.example, function.result);
  }
  return text;
}

}  // namespace entente::scorecard::formula
