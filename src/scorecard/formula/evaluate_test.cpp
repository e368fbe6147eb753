#include "scorecard/formula/evaluate.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "scorecard/formula/arithmetic.hpp"
#include "scorecard/formula/preview.hpp"
#include "scorecard/formula/world_for_tests.hpp"

using namespace entente;
using namespace entente::scorecard::formula;
using namespace entente::scorecard::formula::test;
namespace evaluation = entente::scorecard::evaluation;

namespace {

struct Fixture {
  Catalogue all = catalogue();
  Stored stored{all};
  Settings settings;

  Value value(std::string_view text, std::string_view period = "2008-06") {
    return evaluate(compiled(text, all, settings), Span::of(parse_period(period)), stored, Calendar());
  }
  std::string of(std::string_view text, std::string_view period = "2008-06") { return words(value(text, period)); }
  std::string under(Nulls nulls, std::string_view text) {
    settings.nulls = nulls;
    return of(text);
  }
  std::string in(std::string_view result_unit, std::string_view text) {
    settings.unit = unit(result_unit);
    const std::string found = of(text);
    settings.unit.reset();
    return found;
  }
};

}  // namespace

TEST_CASE("values agree with those that Python's fractions and decimal give") {
  // tests/independent/formula_reference.py made the rows.
  std::ifstream file(std::string(ENTENTE_SOURCE_DIR) + "/tests/data/formula/reference.tsv");
  Catalogue all;
  for (const char* code : {"A", "B", "C"}) all.add({.code = code, .aggregation = Aggregation::sum});
  std::string line;
  int rows = 0, errors = 0;
  while (std::getline(file, line)) {
    std::stringstream cells(line);
    std::string text, expected;
    std::getline(cells, text, '\t');
    Stored stored(all);
    for (const char* code : {"A", "B", "C"}) {
      std::string input;
      std::getline(cells, input, '\t');
      stored.put(code, "2008-06", input);
    }
    std::getline(cells, expected);
    const Value value = evaluate(compiled(text, all), Span::of(parse_period("2008-06")), stored, Calendar());
    CHECK_MESSAGE(words(value) == expected, line);
    ++rows;
    errors += expected == "error";
  }
  CHECK(rows == 400);
  CHECK(errors == 75);
}

TEST_CASE("functions of time") {
  Fixture f;
  f.stored.fill("A", "2007-01", {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"});
  f.stored.fill("A", "2008-01", {"10", "20", "30", "40", "50", "60"});
  f.stored.fill("L", "2008-01", {"10", "20", "30", "40", "50", "60"});
  f.stored.fill("D", "2008-04", {"4", "5", "9"});
  // By hand.
  CHECK(f.of("PREV(A)") == "50");
  CHECK(f.of("PREV(A, 3)") == "30");
  CHECK(f.of("A@-3") == "30");
  CHECK(f.of("(A - 1)@-3@-1") == "19");
  CHECK(f.of("A@0") == "60");
  CHECK(f.of("PREV(PREV(A))") == "40");
  CHECK(f.of("SPLY(A)") == "6");
  CHECK(f.of("PREV(SPLY(A), 2)") == "4");
  CHECK(f.of("YTD(A)") == "210");
  CHECK(f.of("YTD(L)") == "60");
  CHECK(f.of("YTD(A)", "2008-01") == "10");
  CHECK(f.of("SPLY(YTD(A))") == "21");
  CHECK(f.of("ROLLING(A, 3)") == "150");
  CHECK(f.of("ROLLING(A, 12)") == "267");  // 7 + 8 + 9 + 10 + 11 + 12 + 210
  CHECK(f.of("ROLLING(D, 3)") == "6");
  CHECK(f.of("ROLLING(A, 3, \"max\")") == "60");
  CHECK(f.of("ROLLING(A, 4, \"median\")") == "45");
  CHECK(f.of("ROLLING(A, 4, \"first\")") == "30");
  CHECK(f.of("ROLLING(A, 4, \"count\")") == "4");
  CHECK(f.of("ROLLING(A, 3, \"mean\")") == "50");
  CHECK(f.of("GROWTH(A)") == "0.2");
  CHECK(f.of("GROWTH(A, 12)") == "9");
  f.stored.put("A", "2008-05", "-50");
  CHECK(f.of("GROWTH(A)") == "2.2");  // (60 + 50) / 50
  f.stored.put("A", "2008-05", "0");
  CHECK(f.of("GROWTH(A)") == "error");
}

TEST_CASE("fiscal years, week years and days") {
  Catalogue all = catalogue();
  all.add({.code = "F",
           .name = "",
           .kind = Kind::number,
           .unit = {},
           .frequency = Frequency::day,
           .aggregation = Aggregation::sum});
  const Calendar july(7, 1, CalendarKind::months);
  Stored stored(all, july);
  stored.fill("A", "2008-05", {"1", "2", "4", "8"});
  const Formula ytd = compiled("YTD(A)", all);
  // The fiscal year 2009 begins with July 2008.
  CHECK(words(evaluate(ytd, Span::of(parse_period("2008-07")), stored, july)) == "4");
  CHECK(words(evaluate(ytd, Span::of(parse_period("2008-08")), stored, july)) == "12");
  CHECK(words(evaluate(ytd, Span::of(parse_period("2008-06")), stored, july)) ==
        "missing");  // 2007-07 to 2008-04 are not there
  // 2009 has 53 weeks: the same week last year of 2010-W01 to W52 is straight, that of 2009-W53 is 2008-W52.
  Settings weekly;
  weekly.frequency = Frequency::week;
  stored.put("W", "2008-W52", "7");
  stored.put("W", "2009-W53", "9");
  CHECK(words(evaluate(compiled("W - SPLY(W)", all, weekly), Span::of(parse_period("2009-W53")), stored, july)) == "2");
  // Days to months and months to quarters, each by its own aggregator.
  for (int day = 0; day < 91; ++day) stored.put("F", parse_period("2008-04-01") + day, Decimal::from_integer(1));
  stored.fill("D", "2008-04", {"10", "20", "60"});
  CHECK(words(evaluate(compiled("F", all), Span::of(parse_period("2008-05")), stored, july)) == "31");
  Settings quarterly;
  quarterly.frequency = Frequency::quarter;
  // April to June is the fourth quarter of the fiscal year 2008: 91 / 30.
  CHECK(words(evaluate(compiled("F / D", all, quarterly), Span::of(parse_period("2008-Q4")), stored, july)) ==
        "3.033333333333333333");
  // Before the calendar begins there is nothing, and no harm.
  CHECK(words(evaluate(compiled("SPLY(W@-1000@-1000@-1000@-1000)@-1000@-1000@-1000@-1000@-1000@-1000@-1000@-1000@-1000",
                                all, weekly),
                       Span::of(parse_period("0100-W01")), stored, july)) == "undefined");
}

TEST_CASE("units and sizes in the values") {
  Fixture f;
  f.stored.put("A", "2008-06", "200");
  f.stored.put("K", "2008-06", "3");
  f.stored.put("P", "2008-06", "45");
  f.stored.put("D", "2008-06", "8");
  // By hand: 45 % of 200 EUR; 3 EUR thousand in EUR; 200 / 3000.
  CHECK(f.of("A * P") == "90");
  CHECK(f.of("A * 5%") == "10");
  CHECK(f.of("P > 44.5%") == "true");
  CHECK(f.of("P * P") == "0.2025");
  CHECK(f.of("P * 2") == "90");
  CHECK(f.in("%", "P * P") == "20.25");
  CHECK(f.in("EUR", "K") == "3000");
  CHECK(f.in("EUR million", "K") == "0.003");
  CHECK(f.of("A / K") == "0.066666666666666667");
  CHECK(f.in("%", "A / K") == "6.666666666666666667");
  CHECK(f.of("CONVERT(A, \"EUR thousand\") + K") == "3.2");
  CHECK(f.of("A / D") == "25");
  CHECK(f.of("100% - P") == "55");
  CHECK(f.of("P + UNIT(0.05, \"\")") == "0.5");
  CHECK(f.of("A * UNIT(1.25, \"USD/EUR\")") == "250");
  CHECK(f.of("NUMBER(P)") == "45");
  CHECK(f.in("%", "12") == "12");
}

TEST_CASE("a unit or currency that was switched") {
  Fixture f;
  static const Unit dollars = unit("USD"), thousands = unit("EUR thousand");
  f.stored.fill("A", "2008-04", {"1", "2", "3"});
  f.stored.cells["A"][parse_period("2008-04")].unit = &dollars;
  f.stored.cells["A"][parse_period("2008-05")].unit = &thousands;
  CHECK(f.of("A") == "3");
  CHECK(f.of("PREV(A)") == "2000");  // another size only
  const Value old = f.value("A@-2 + A");
  CHECK(old.state == State::error);
  CHECK(old.reason == "The unit of A was USD then, and is EUR.");
  CHECK(old.place.length == 1);
  CHECK(f.of("ROLLING(A, 3)") == "error");
  CHECK(f.of("A@-2 * 0") == "error");
}

TEST_CASE("division by zero, -0, 1e308 and other numbers that are none") {
  Fixture f;
  f.stored.put("A", "2008-06", "0");
  f.stored.put("B", "2008-06", "-0");
  f.stored.put("C", "2008-06", "100000000000000000");
  f.stored.put("D", "2008-06", "5");
  const Value zeros = f.value("1 + A / B");
  CHECK(zeros.state == State::error);
  CHECK(zeros.reason == "Zero is divided by zero.");
  CHECK(zeros.place.offset == 4);
  CHECK(zeros.place.length == 5);
  CHECK(f.value("D / A").reason == "A number is divided by zero.");
  CHECK(f.of("-A") == "0");
  CHECK(f.of("A = B") == "true");
  CHECK(f.of("A = -B") == "true");
  CHECK(f.of("-0") == "0");
  CHECK(problem_of("A * 1e308", f.all).code == "number_too_large");
  CHECK(f.of("C * C") == "error");
  CHECK(f.of("C ^ 12") == "error");
  CHECK(f.of("NUMBER(D) ^ 1000000") == "error");
  CHECK(f.of("NUMBER(D) ^ -1000000") == "0");
  CHECK(f.of("NUMBER(A) ^ 0") == "error");
  CHECK(f.of("NUMBER(A) ^ -1") == "error");
  CHECK(f.of("EXP(NUMBER(C))") == "error");
  CHECK(f.of("EXP(-NUMBER(C))") == "0");
  CHECK(f.of("LN(NUMBER(A))") == "error");
  CHECK(f.of("SQRT(-NUMBER(D))") == "error");
  CHECK(f.of("POWER(-8, 0.5)") == "error");
  CHECK(f.of("CLAMP(D, 2, 1)") == "error");
  CHECK(f.of("IF(A = 0, NUMBER(D), NUMBER(D / A))") == "5");  // the other branch is not read
  CHECK(f.of("A <> 0 AND D / A > UNIT(1, \"days/EUR\")") == "false");
}

TEST_CASE("roots, logarithms and powers to so many decimals") {
  Fixture f;
  // Python 3.11, decimal with 50 digits: Decimal(2).sqrt(), .ln(), .exp(), quantized half-even to 12 places; 1.05 ** 10
  // and 3 ** -5 exactly, to 18 places.
  CHECK(f.of("SQRT(2)") == "1.414213562373");
  CHECK(f.of("SQRT(4)") == "2");
  CHECK(f.of("LN(2)") == "0.69314718056");
  CHECK(f.of("EXP(1)") == "2.718281828459");
  CHECK(f.of("EXP(0)") == "1");
  CHECK(f.of("2 ^ 0.5") == "1.414213562373");
  CHECK(f.of("1.05 ^ 10") == "1.628894626777441406");
  CHECK(f.of("3 ^ -5") == "0.00411522633744856");
  // 0.5^19 and 1.5^19 = 1162261467 / 524288 have 19 decimals, the last one a 5: half goes to the even neighbour.
  CHECK(f.of("0.5 ^ 19") == "0.000001907348632812");
  CHECK(f.of("1.5 ^ 19") == "2216.837820053100585938");
  CHECK(f.of("(-2) ^ 3") == "-8");
  CHECK(f.of("-2 ^ 2") == "-4");
  CHECK(f.of("2 ^ 3 ^ 2") == "512");
  CHECK(f.of("ROUND(2.5)") == "2");
  CHECK(f.of("ROUND(-3.5)") == "-4");
  CHECK(f.of("ROUND(1250, -2)") == "1200");
  CHECK(f.of("FLOOR(-1.5)") == "-2");
  CHECK(f.of("CEIL(-1.5)") == "-1");
  CHECK(f.of("CEIL(1.000000001)") == "2");
  CHECK(rc::check("the square of a root is near, from 0 on", [] {
    const Decimal x =
        Decimal::from_units(Int128{*rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000'000)} * 1'000'000);
    const Decimal root = square_root(x).number;
    // |root² − x| ≤ 2 · root · 0.5e-12 and a little
    const Decimal difference = root * root - x;
    const Decimal bound =
        root * parse_decimal("1e-9") / Decimal::from_integer(500) + parse_decimal("1e-9") / Decimal::from_integer(1000);
    RC_ASSERT(difference <= bound);
    RC_ASSERT(-difference <= bound);
  }));
}

TEST_CASE("null policies") {
  Fixture f;
  f.stored.pending_from = parse_period("2008-06");
  f.stored.put("A", "2008-06", "6");
  f.stored.put("A", "2008-05", "5");
  // B is pending, C na, D missing.
  f.stored.put_state("C", parse_period("2008-06"), State::na);
  f.stored.put_state("D", parse_period("2008-06"), State::missing);
  f.stored.put_state("K", parse_period("2008-06"), State::stale);
  f.stored.put_state("U", parse_period("2008-06"), State::error);
  struct Row {
    const char* text;
    const char* propagate;
    const char* ignore;
    const char* zero;
  };
  // By the table in docs/formulas.md.
  for (const Row& row : {
           Row{"A + B", "pending", "6", "6"},
           Row{"B - A", "pending", "-6", "-6"},
           Row{"A - B", "pending", "6", "6"},
           Row{"B + C", "pending", "pending", "0"},
           Row{"C", "na", "na", "0"},
           Row{"D", "missing", "missing", "0"},
           Row{"K", "missing", "missing", "0"},  // a carried value is no value
           Row{"A * B", "pending", "pending", "0"},
           Row{"A / B", "pending", "pending", "error"},
           Row{"A > B", "pending", "pending", "true"},
           Row{"-B", "pending", "pending", "0"},
           Row{"SUM(A, B, C)", "pending", "6", "6"},
           Row{"AVG(A, B, C)", "pending", "6", "2"},
           Row{"MIN(A, B)", "pending", "6", "0"},
           Row{"MAX(B, C)", "pending", "pending", "0"},
           Row{"COALESCE(B, C, A, 1)", "6", "6", "6"},
           Row{"COALESCE(B, PREV(A))", "5", "5", "5"},
           Row{"COALESCE(B, C)", "pending", "pending", "0"},
           Row{"KNOWN(A) AND NOT KNOWN(B)", "true", "true", "true"},
           Row{"IF(B > 0, A, 1)", "pending", "pending", "1"},
           Row{"ROLLING(A, 3)", "missing", "11", "11"},
           Row{"ROLLING(A, 3, \"mean\")", "5.5", "5.5", "3.666666666666666667"},
           Row{"ROLLING(B, 2)", "missing", "missing", "0"},
           Row{"ABS(B)", "pending", "pending", "0"},
           Row{"T", "pending", "pending", "pending"},  // zero is for numbers
           Row{"NUMBER(U) + NUMBER(D)", "error", "error", "error"},
       }) {
    CHECK_MESSAGE(f.under(Nulls::propagate, row.text) == row.propagate, row.text);
    CHECK_MESSAGE(f.under(Nulls::ignore, row.text) == row.ignore, row.text);
    CHECK_MESSAGE(f.under(Nulls::zero, row.text) == row.zero, row.text);
  }
  f.settings.nulls = Nulls::ignore;
  CHECK((f.value("A + B").flags & evaluation::provisional) != 0);
  CHECK((f.value("ROLLING(A, 3)").flags & evaluation::provisional) != 0);
  CHECK((f.value("A + PREV(A)").flags & evaluation::provisional) == 0);
}

TEST_CASE("what is withheld cannot be worked back") {
  Fixture f;
  f.stored.fill("A", "2008-04", {"1", "2", "3"});
  f.stored.put("B", "2008-06", "7");
  f.stored.put("C", "2008-06", "0");
  f.stored.put_state("A", parse_period("2008-06"), State::withheld);
  f.stored.standings["A"] = {State::withheld, number("12"), std::nullopt};
  f.stored.standings["B"] = {State::withheld, number("90"), Light::green};
  for (const Nulls nulls : {Nulls::propagate, Nulls::ignore, Nulls::zero})
    for (const char* text : {"A",
                             "A + B",
                             "B - A",
                             "A * 0",
                             "B / A",
                             "B / C * B + A",
                             "A + B / C * B",
                             "SUM(B, A)",
                             "MAX(A, 5)",
                             "COALESCE(A, 5)",
                             "KNOWN(A)",
                             "IF(A > 1, 1, 0)",
                             "IF(B > 1, A, 0)",
                             "ROLLING(A, 3)",
                             "ROLLING(A, 3, \"count\")",
                             "YTD(A)",
                             "GROWTH(A)",
                             "A = A",
                             "A > 1 OR B > 1",
                             "B > 100 OR A > 1",
                             "ROUND(A, -9)",
                             "SIGN(A)",
                             "SCORE(A)",
                             "SCORE(B)",
                             "STATUS(A) = \"red\"",
                             "A + UNIT(1, \"\") * A",
                             "B / C * B + SCORE(A) * UNIT(1, \"EUR/points\")"})
      CHECK_MESSAGE(f.under(nulls, text) == "withheld", text);
  CHECK(f.value("A").reason.empty());
  CHECK(f.value("A").number.is_zero());
  CHECK(f.of("PREV(A)") == "2");
  CHECK(f.of("IF(B > 1, B, A)") == "7");  // A is not read
  CHECK(f.of("STATUS(B)") == "green");    // its owner shares the light
}

TEST_CASE("scores and lights") {
  Fixture f;
  f.stored.standings["O1"] = {State::value, number("72.5"), Light::green};
  f.stored.standings["A"] = {State::stale, number("20"), Light::red};
  f.stored.standings["B"] = {State::missing, std::nullopt, Light::grey};
  f.stored.standings["C"] = {State::error, std::nullopt, std::nullopt};
  f.stored.standings["D"] = {State::unscored, std::nullopt, std::nullopt};
  CHECK(f.of("STATUS(O1)") == "green");
  CHECK(f.of("SCORE(O1) - SCORE(A)") == "52.5");
  CHECK(f.of("IF(STATUS(A) = \"red\" AND STATUS(O1) <> \"red\", 1, 0)") == "1");
  CHECK(f.of("STATUS(B)") == "grey");
  CHECK(f.of("STATUS(C)") == "grey");
  CHECK(f.of("SCORE(B)") == "missing");
  CHECK(f.of("SCORE(C)") == "error");
  CHECK(f.of("SCORE(D)") == "unscored");
  CHECK(f.of("SCORE(O2)") == "undefined");
  CHECK(f.under(Nulls::zero, "SCORE(B)") == "missing");  // a score of 0 would be a red one
  CHECK(f.under(Nulls::ignore, "AVG(SCORE(A), SCORE(B))") == "20");
}

TEST_CASE("flags and reasons travel with the values") {
  Fixture f;
  f.stored.fill("A", "2008-05", {"1", "2"});
  f.stored.put("B", "2008-06", "1");
  f.stored.cells["A"][parse_period("2008-05")].part.flags = evaluation::estimated;
  f.stored.cells["B"][parse_period("2008-06")].part.flags = evaluation::disputed;
  CHECK(f.value("A").flags == 0);
  CHECK(f.value("A + PREV(A)").flags == evaluation::estimated);
  CHECK(f.value("IF(B > 0, PREV(A), 0)").flags == (evaluation::estimated | evaluation::disputed));
  f.stored.put_state("C", parse_period("2008-06"), State::error);
  f.stored.cells["C"][parse_period("2008-06")].reason = "Not a number.";
  CHECK(f.value("A + C").reason == "C: Not a number.");
  CHECK(f.value("A + C").place.offset == 4);
}

TEST_CASE("the steps are counted, and too many are an error") {
  Fixture f;
  f.stored.put("A", "2008-06", "1");
  const Formula heavy = compiled("ROLLING(A, 1000) + ROLLING(A, 1000)", f.all);
  const Span june = Span::of(parse_period("2008-06"));
  const Value value = evaluate(heavy, june, f.stored, Calendar(), 500);
  CHECK(value.state == State::error);
  CHECK(value.reason == "The formula takes too many steps: more than 500.");
  CHECK(words(evaluate(heavy, june, f.stored, Calendar())) == "missing");
  // Nested shifts double the work with each level; the count ends it.
  std::string deep = "A";
  for (int i = 0; i < 40; ++i) deep = "GROWTH(" + deep + ")";
  f.settings.nulls = Nulls::ignore;
  CHECK(f.value(deep).reason.find("200000") != std::string::npos);
}

TEST_CASE("a preview shows the last periods, with errors by period") {
  Fixture f;
  f.stored.fill("A", "2008-03", {"1", "2", "0", "4"});
  f.stored.fill("B", "2008-03", {"2", "2", "", "2"});
  const auto points = preview(compiled("B / A", f.all), parse_period("2008-06"), 4, f.stored, Calendar());
  REQUIRE(points.size() == 4);
  CHECK(points[0].period.text() == "2008-03");
  CHECK(words(points[0].value) == "2");
  CHECK(words(points[1].value) == "1");
  CHECK(words(points[2].value) == "missing");
  CHECK(words(points[3].value) == "0.5");
  CHECK(preview(compiled("B", f.all), parse_period("2008-06"), 1'000'000, f.stored, Calendar()).size() == 100);
  // The steps of all points together are bounded: 60 are not enough for 30 points of at least 3.
  const auto bounded = preview(compiled("B / A", f.all), parse_period("2008-06"), 30, f.stored, Calendar(), 12);
  CHECK(std::ranges::count(bounded, State::error, [](const PreviewPoint& point) { return point.value.state; }) >= 1);
  CHECK(bounded.front().value.state == State::missing);
  CHECK(bounded.back().value.reason.starts_with("The formula takes too many steps"));
  CHECK(preview(compiled("B", f.all), parse_period("2008-06"), -1, f.stored, Calendar()).empty());
}

TEST_CASE("laws of aggregates") {
  const Catalogue all = catalogue();
  const Period june = parse_period("2008-06");
  const auto check_equal = [&](const Stored& stored, Settings settings, const char* left, const char* right,
                               Period period) {
    const Value a = evaluate(compiled(left, all, settings), Span::of(period), stored, Calendar());
    const Value b = evaluate(compiled(right, all, settings), Span::of(period), stored, Calendar());
    RC_LOG() << left << " = " << words(a) << ", " << right << " = " << words(b) << "\n";
    RC_ASSERT(words(a) == words(b));
  };
  CHECK(rc::check("linear, and identities", [&] {
    Stored stored(all);
    for (const char* code : {"A", "B", "C", "D"})
      for (int back = 0; back < 18; ++back) switch (*rc::gen::inRange(0, 12)) {
          case 0:
            break;
          case 1:
            stored.put_state(code, june - back,
                             *rc::gen::elementOf(std::vector{State::na, State::withheld, State::error}));
            break;
          default:
            stored.put(code, june - back,
                       Decimal::from_units(Int128{*rc::gen::inRange(-1'000'000, 1'000'000)} * 1'000'000'000'000'000));
        }
    Settings settings;
    settings.nulls = *rc::gen::elementOf(std::vector{Nulls::propagate, Nulls::ignore, Nulls::zero});
    const Period period = june - *rc::gen::inRange(0, 6);
    check_equal(stored, settings, "ROLLING(A, 1)", "A", period);
    check_equal(stored, settings, "ROLLING(A, 1, \"mean\")", "A", period);
    check_equal(stored, settings, "PREV(A, 3)", "A@-3", period);
    check_equal(stored, settings, "PREV(PREV(A))", "A@-2", period);
    check_equal(stored, settings, "SPLY(A)", "A@-12", period);
    check_equal(stored, settings, "SUM(A, B)", "A + B", period);
    check_equal(stored, settings, "SUM(A, B)", "SUM(B, A)", period);
    check_equal(stored, settings, "SUM(A, SUM(B, C))", "SUM(SUM(A, B), C)", period);
    check_equal(stored, settings, "SUM(3 * A, 3 * B)", "3 * SUM(A, B)", period);
    check_equal(stored, settings, "A - B", "-(B - A)", period);
    check_equal(stored, settings, "MIN(A, B)", "-MAX(-A, -B)", period);
    check_equal(stored, settings, "NOT (A < B)", "A >= B", period);
    check_equal(stored, settings, "YTD(A)", "A", parse_period("2008-01"));
    check_equal(stored, settings, "YTD(A)", "ROLLING(A, 3)", parse_period("2008-03"));
    if (settings.nulls == Nulls::zero) {
      check_equal(stored, settings, "ROLLING(A, 3)", "A + A@-1 + A@-2", period);
      check_equal(stored, settings, "ROLLING(D, 2)", "AVG(D, D@-1)", period);
    }
  }));
}
