#include "scorecard/formula/check.hpp"

#include <rapidcheck.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "scorecard/formula/parser.hpp"
#include "scorecard/formula/printer.hpp"
#include "scorecard/formula/world_for_tests.hpp"

using namespace entente;
using namespace entente::scorecard::formula;
using namespace entente::scorecard::formula::test;

namespace {

std::string unit_of(std::string_view text) {
  static const Catalogue all = catalogue();
  return compiled(text, all).unit.text();
}
std::string code_of(std::string_view text) {
  static const Catalogue all = catalogue();
  return problem_of(text, all).code;
}

}  // namespace

TEST_CASE("units are read from the measures' own words") {
  CHECK(unit("days") == unit("Day"));
  CHECK(unit("studies") == unit("study"));
  CHECK(unit("status") == unit("Status"));
  CHECK(unit("EUR million").size() == 6);
  CHECK(unit("thousand EUR") == unit("EUR thousand"));
  CHECK(unit("%").is_percent());
  CHECK(unit("").is_plain());
  CHECK(unit("number").is_plain());
  CHECK(unit("patients per site") == unit("patients/site"));
  CHECK(unit("EUR/day/site") == *unit("EUR").over(*unit("days").times(unit("sites"))));
  CHECK(unit("m^2") == *unit("m").raised(2));
  CHECK(unit("score 1–5").text() == "score 1–5");
  CHECK(unit("EUR million/day").text() == "EUR million/day");
  CHECK(unit("EUR") != unit("USD"));
  CHECK(unit("EUR") != unit("EUR thousand"));
  CHECK(*Unit::of_measure("million", "EUR") == unit("EUR million"));
  CHECK(*Unit::of_measure("EUR million", "EUR") == unit("EUR million"));
  CHECK(*Unit::of_measure("", "USD") == unit("USD"));
  CHECK_FALSE(Unit::read("EUR//day").has_value());
  CHECK_FALSE(Unit::read("m^99").has_value());
  CHECK_FALSE(Unit::read("a*b*c*d*e*f*g*h*i").has_value());
  CHECK_FALSE(Unit::read(std::string(101, 'x')).has_value());
}

TEST_CASE("laws of units") {
  const auto any_unit = [] {
    Unit result;
    for (const char* name : {"EUR", "days", "patients"})
      result = *result.times(*unit(name).raised(*rc::gen::inRange(-2, 3)));
    return result.with_size(*rc::gen::elementOf(std::vector{-2, 0, 3, 6}));
  };
  CHECK(rc::check("times and over undo each other, in any order", [&] {
    const Unit a = any_unit(), b = any_unit();
    RC_ASSERT(*a.times(b) == *b.times(a));
    RC_ASSERT(*a.times(b)->over(b) == a);
    RC_ASSERT(a.over(a)->is_plain());
    RC_ASSERT(*a.raised(2)->root() == a);
    RC_ASSERT(a.raised(2).value() == *a.times(a));
    if (!a.is_number()) RC_ASSERT(Unit::read(a.text()).value() == a);
  }));
}

TEST_CASE("sums and comparisons need equal units; the problem stands at the operator and names both") {
  const Catalogue all = catalogue();
  const Problem sum = problem_of("A + D * 2", all);
  CHECK(sum.code == "unequal_units");
  CHECK(sum.place.offset == 2);
  CHECK(sum.place.length == 1);
  CHECK(sum.message == "EUR and days cannot be added.");
  CHECK(problem_of("A > D", all).place.offset == 2);
  CHECK(problem_of("A > D", all).message == "EUR and days cannot be compared.");
  CHECK(problem_of("A - U", all).message == "USD cannot be taken from EUR.");
  CHECK(problem_of("MAX(A, 3, D)", all).message == "MAX needs equal units, but gets EUR and days.");
  CHECK(code_of("IF(A > 0, A, D)") == "unequal_units");
  CHECK(code_of("COALESCE(A, N)") == "unequal_units");
  CHECK(code_of("CLAMP(A, D, 5)") == "unequal_units");
  CHECK(code_of("A + K") == "unequal_sizes");
  CHECK(code_of("A + GROWTH(A)") == "unequal_units");
  CHECK(code_of("A^2 + A") == "unequal_units");
  CHECK(unit_of("A + B - 100") == "EUR");
  CHECK(unit_of("IF(A > 100, B, 0)") == "EUR");
  CHECK(unit_of("CONVERT(A, \"EUR thousand\") + K") == "EUR thousand");
}

TEST_CASE("products combine units") {
  CHECK(unit_of("A / D") == "EUR/days");
  CHECK(unit_of("A * D") == "days·EUR");
  CHECK(unit_of("A / B") == "a plain number");
  CHECK(unit_of("A / K") == "a plain number");
  CHECK(unit_of("A * P") == "EUR");
  CHECK(unit_of("P * P") == "a plain number");
  CHECK(unit_of("P * 2") == "%");
  CHECK(unit_of("2 / D") == "1/days");
  CHECK(unit_of("A * 5%") == "EUR");
  CHECK(unit_of("A ^ 2") == "EUR^2");
  CHECK(unit_of("SQRT(A * B)") == "EUR");
  CHECK(unit_of("POWER(A / B, 0.5)") == "a plain number");
  CHECK(unit_of("A * UNIT(1.25, \"USD/EUR\") + U") == "USD");
  CHECK(unit_of("NUMBER(A) + NUMBER(D)") == "a plain number");
  CHECK(code_of("A ^ 0.5") == "exponent_of_unit");
  CHECK(code_of("A ^ D") == "exponent_with_unit");
  CHECK(code_of("SQRT(A)") == "no_root");
  CHECK(code_of("LN(A)") == "needs_plain");
  CHECK(code_of("UNIT(A, \"USD\")") == "has_unit");
  CHECK(code_of("CONVERT(A, \"USD\")") == "unequal_units");
  CHECK(code_of("CONVERT(5, \"EUR\")") == "no_unit");
  CHECK(code_of("A ^ 12 * B ^ 12") == "unit_too_complex");
}

TEST_CASE("functions of time keep the unit, growth is a plain number, scores are points") {
  for (const char* text :
       {"PREV(A)", "A@-3", "SPLY(A)", "YTD(A)", "ROLLING(A, 12)", "ROLLING(A, 3, \"mean\")", "ABS(A)", "ROUND(A, -3)",
        "FLOOR(A)", "CEIL(A)", "CLAMP(A, 0, 10)", "SUM(A, B)", "AVG(A, 0)", "-A"})
    CHECK_MESSAGE(unit_of(text) == "EUR", text);
  CHECK(unit_of("GROWTH(A)") == "a plain number");
  CHECK(unit_of("SIGN(A)") == "a plain number");
  CHECK(unit_of("ROLLING(A, 3, \"count\")") == "a plain number");
  CHECK(unit_of("AVG(SCORE(A), SCORE(O1))") == "points");
  CHECK(code_of("SCORE(A) + A") == "unequal_units");
}

TEST_CASE("percent needs its sign") {
  const Catalogue all = catalogue();
  CHECK(unit_of("100% - P") == "%");
  CHECK(unit_of("MAX(P, 0)") == "%");
  const Problem bare = problem_of("IF(P > 45, A, B)", all);
  CHECK(bare.code == "needs_percent");
  CHECK(bare.place.offset == 7);
  CHECK(bare.place.length == 2);
  CHECK(bare.suggestion == "45%");
  CHECK(code_of("1 - P") == "needs_percent");
  CHECK(code_of("1 + 5%") == "needs_percent");
  CHECK(unit_of("P + GROWTH(A)") == "a plain number");
  CHECK(compile("GROWTH(A) > 5%", {}, all).formula.has_value());
}

TEST_CASE("the result has the measure's unit, or gives it one") {
  const Catalogue all = catalogue();
  Settings settings;
  settings.unit = unit("EUR/day");
  CHECK(compile("A / D", settings, all).formula.has_value());
  const Problem wrong = problem_of("A * D", all, settings);
  CHECK(wrong.code == "wrong_result_unit");
  CHECK(wrong.message == "The measure is in EUR/day, but the formula gives days·EUR.");
  CHECK(compile("5", settings, all).formula->unit == unit("EUR/day"));
  settings.unit = Unit::percent();
  CHECK(compile("GROWTH(A)", settings, all).formula.has_value());
  settings.kind = Kind::number;
  CHECK(problem_of("A > B", all, settings).code == "wrong_result");
}

TEST_CASE("names, types and periods are checked; several problems at once, each once") {
  const Catalogue all = catalogue();
  const Problem unknown = problem_of("LA4.3 + 1", all);
  CHECK(unknown.code == "unknown_measure");
  CHECK(unknown.suggestion == "LA4.4");
  CHECK(problem_of("[CO-2]", all).suggestion == "[CO-1]");
  CHECK(problem_of("O1 + 1", all).suggestion == "SCORE(O1)");
  CHECK(problem_of("SCORE(O3)", all).suggestion == "O1");
  const Compiled several = compile("Y1 + (A + D) * Y2 + STATUS(A)", {}, all);
  REQUIRE(several.problems.size() == 3);
  CHECK(several.problems[0].place.offset == 0);
  CHECK(several.problems[1].code == "unequal_units");
  CHECK(several.problems[2].place.offset == 15);
  CHECK(code_of("Q + A") == "coarser_measure");
  CHECK(code_of("X + 1") == "date_measure");
  CHECK(code_of("A + T") == "wrong_kind");
  CHECK(code_of("A AND T") == "wrong_kind");
  CHECK(code_of("NOT A") == "wrong_kind");
  CHECK(code_of("S > \"a\"") == "no_order");
  CHECK(code_of("S = 1") == "wrong_kind");
  CHECK(code_of("IF(A, B, C)") == "wrong_kind");
  CHECK(code_of("IF(T, A, S)") == "mixed_kinds");
  CHECK(problem_of("STATUS(A) = \"gren\"", all).suggestion == "\"green\"");
  CHECK(code_of("YTD(A / B)") == "needs_measure");
  CHECK(code_of("YTD(O1)") == "objective_has_no_value");
  CHECK(code_of("SCORE(A + B)") == "needs_measure");
  CHECK(code_of("PREV(A, B)") == "bad_periods");
  CHECK(code_of("PREV(A, 0)") == "bad_periods");
  CHECK(code_of("ROLLING(A, 1001)") == "bad_periods");
  CHECK(code_of("ROLLING(A, 3, \"average\")") == "bad_aggregator");
  CHECK(code_of("ROLLING(Z, 3)") == "no_aggregation");
  CHECK(code_of("ROUND(A, 19)") == "bad_digits");
  CHECK(code_of("UNIT(1, 5)") == "bad_unit");
  Settings quarterly;
  quarterly.frequency = Frequency::quarter;
  CHECK(compile("Q + A + W", quarterly, all).formula.has_value());
  CHECK(problem_of("Z", all, quarterly).code == "no_aggregation");
  CHECK_THROWS_AS(throw_if_any(several.problems), Error);
  std::string many = "Y0";
  for (int i = 1; i < 50; ++i) many += "+Y" + std::to_string(i);
  CHECK(compile(many, {}, all).problems.size() == 10);
}

TEST_CASE("what survives the check is the same when it is printed") {
  const Catalogue all = catalogue();
  for (const Function& function : functions()) {
    Catalogue examples = all;
    examples.add_objective("O", "Objective");
    const Formula formula = compiled(function.example, examples);
    const Formula again = compiled(print(formula.tree), examples);
    CHECK(again.unit == formula.unit);
    CHECK(again.has_division == formula.has_division);
  }
}

TEST_CASE("the reference of functions is the one in docs/formulas.md") {
  const std::string path = std::string(ENTENTE_SOURCE_DIR) + "/docs/formulas.md";
  if (std::getenv("ENTENTE_WRITE_REFERENCE")) std::ofstream(path) << function_reference();
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  CHECK_MESSAGE(text.str() == function_reference(), "docs/formulas.md is not what the table of functions says");
  for (const Function& function : functions()) {
    CHECK(function.signature.starts_with(std::string(function.name) + "("));
    CHECK(find_function(function.name) == &function);
    CHECK(text.str().find(function.signature) != std::string::npos);
  }
}
