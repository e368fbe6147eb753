#include "scorecard/evaluate_document.hpp"

#include <doctest/doctest.h>

#include "base/decimal.hpp"
#include "json/json.hpp"

using namespace entente;

namespace {

/// A number of the answer with so many decimals, without trailing zeros.
std::string short_of(const std::string& number, int places) {
  return parse_decimal(fmt::format("{:.{}f}", std::stod(number), places)).text();
}

/// An answer, to be asked by code and field.
class Answer {
 public:
  explicit Answer(std::string_view document) : value_(json::parse(scorecard::evaluate_document(document))) {}

  const json::Value& node(std::string_view code) const {
    for (const json::Value& node : *value_.find("nodes")->array())
      if (*node.find("code")->string() == code) return node;
    throw std::runtime_error("no node " + std::string(code));
  }
  std::string operator()(std::string_view code, std::string_view field) const { return text(node(code).find(field)); }
  std::string signal(std::string_view code, std::string_view field) const {
    return text(node(code).find("signal")->find(field));
  }
  /// The same number with so many decimals.
  std::string rounded(std::string_view code, std::string_view field, int places) const {
    return short_of((*this)(code, field), places);
  }

 private:
  static std::string text(const json::Value* value) {
    if (!value) return "absent";
    if (value->string()) return *value->string();
    std::string out;
    json::write_value(out, *value);
    return out;
  }
  json::Value value_;
};

/// One monthly measure M with this scoring and these fields, as of the end of June 2008.
std::string one(std::string_view scoring, std::string_view observations, std::string_view more = "") {
  return fmt::format(
      R"({{"as_of":"2008-06-30","measures":[{{"code":"M","frequency":"month","aggregation":"last",{}"scoring":{},"observations":[{}]}}]}})",
      more, scoring, observations);
}
std::string june(std::string_view value) {
  return fmt::format(R"({{"period":"2008-06","value":{}}})", value);
}
constexpr std::string_view higher = R"({"type":"higher","red":500,"green":700})";

/// "path code" of the first thing that is wrong.
std::string refused(std::string_view document) {
  try {
    scorecard::evaluate_document(document);
  } catch (const Error& error) {
    if (error.fields().empty()) return error.code();
    return error.fields().front().path + " " + error.fields().front().code;
  }
  return "accepted";
}

}  // namespace

TEST_CASE("evaluate: the document of the specification") {
  const Answer answer(R"({"as_of":"2008-06-30", "calendar":{"first_month":1,"first_day":1,"kind":"months"},
 "measures":[{"code":"M1","frequency":"month","aggregation":"last","carry":1,"grace":0,
   "scoring":{"type":"higher","red":500,"green":700},
   "observations":[{"period":"2008-05","value":612.5},{"period":"2008-06","state":"na","reason":"plant closed"}]}],
 "objectives":[{"code":"O1","method":"mean","children":[{"code":"M1","weight":50,"mandatory":false}]}],
 "themes":[{"code":"T1","method":"mean","children":[{"code":"O1","weight":1}]}],
 "alliance":{"code":"A","method":"mean","children":[{"code":"T1","weight":1}]}})");
  // na for the shown period is na; nothing is left in, all the way up.
  for (const auto code : {"M1", "O1", "T1", "A"}) {
    CHECK(answer(code, "state") == "na");
    CHECK(answer(code, "light") == "grey");
    CHECK(answer(code, "score") == "null");
  }
  CHECK(answer("M1", "reason") == "plant closed");
  CHECK(answer("O1", "coverage") == "null");
}

TEST_CASE("evaluate: the reference values") {
  const auto score = [](std::string_view scoring, std::string_view value) {
    return Answer(one(scoring, june(value))).rounded("M", "score", 2);
  };
  CHECK(score(higher, "300") == "0");
  CHECK(score(higher, "500") == "33.33");
  CHECK(score(higher, "600") == "50");
  CHECK(score(higher, "700") == "66.67");
  CHECK(score(higher, "900") == "100");
  CHECK(score(R"({"type":"bands","edges":[0,4000,6000,12000]})", "9000") == "83.33");
  const auto attainment = [](std::string_view scoring, std::string_view value, int places) {
    return Answer(one(scoring, june(value))).rounded("M", "attainment", places);
  };
  CHECK(attainment(R"({"type":"progress","baseline":15,"target":45})", "16", 4) == "0.0333");
  CHECK(attainment(R"({"type":"progress","baseline":200,"target":0})", "100", 4) == "0.5");
  CHECK(attainment(R"({"type":"progress","baseline":-5,"target":-2})", "3", 3) == "2.667");
}

TEST_CASE("evaluate: a missing child") {
  // Scores 80, 40 and 60 of `higher` with red 100/3 and green 200/3 are not decimal; percentages 0..100 by bands are.
  std::string measures, children;
  for (const auto& [code, value, weight] :
       {std::tuple{"A1", "80", 50}, {"A2", "", 25}, {"A3", "40", 15}, {"A4", "60", 10}}) {
    measures += fmt::format(
        R"({}{{"code":"{}","frequency":"month","scoring":{{"type":"bands","edges":[0,100]}},"observations":[{}]}})",
        measures.empty() ? "" : ",", code, *value ? june(value) : "");
    children += fmt::format(R"({}{{"code":"{}","weight":{}}})", children.empty() ? "" : ",", code, weight);
  }
  const Answer answer(fmt::format(
      R"({{"as_of":"2008-06-30","measures":[{}],"objectives":[{{"code":"O","children":[{}]}}]}})", measures, children));
  CHECK(answer("A2", "state") == "missing");
  CHECK(answer.rounded("O", "score", 2) == "69.33");
  CHECK(answer("O", "coverage") == "0.75");
  CHECK(answer("O", "low") == "52");
  CHECK(answer("O", "high") == "77");
  CHECK(answer("O", "light") == "green");
  CHECK(answer("O", "split") == "true");
}

TEST_CASE("evaluate: XmR without a base") {
  std::string observations;
  int month = 2007 * 12;
  for (const int value : {1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1}) {
    observations += fmt::format(R"({}{{"period":"{:04}-{:02}","value":{}}})", observations.empty() ? "" : ",",
                                month / 12, month % 12 + 1, value);
    ++month;
  }
  const Answer answer(one(R"({"type":"higher","red":0,"green":1})", observations));
  const auto rounded = [&](std::string_view field) { return short_of(answer.signal("M", field), 2); };
  CHECK(rounded("centre") == "1.94");
  CHECK(rounded("low") == "-0.72");
  CHECK(rounded("high") == "4.6");
  CHECK(answer.signal("M", "limits") == "locked");
  CHECK(answer.signal("M", "points") == "18");
  CHECK(answer.signal("M", "verdict") == "none");
  CHECK(answer.signal("M", "assurance") == "hit_or_miss");
  CHECK(answer("M", "trend") == "flat");  // scores 100 and 66.67 in turn: the median slope is 0
}

TEST_CASE("evaluate: pending, stale and missing") {
  const auto asked = [](std::string_view as_of, std::string_view more, std::string_view observations) {
    return Answer(fmt::format(
        R"({{"as_of":"{}","measures":[{{"code":"M","frequency":"month",{}"scoring":{},"observations":[{}]}}]}})", as_of,
        more, higher, observations));
  };
  const std::string_view may = R"({"period":"2008-05","value":700})";
  const Answer stale = asked("2008-06-30", "", may);
  CHECK(stale("M", "state") == "stale");
  CHECK(stale("M", "light") == "green");
  CHECK(stale("M", "value") == "700");
  CHECK(stale("M", "value_period") == "2008-05");
  CHECK(asked("2008-06-30", R"("carry":0,)", may)("M", "state") == "missing");
  CHECK(asked("2008-07-31", "", may)("M", "state") == "missing");  // two periods old
  CHECK(asked("2008-07-31", R"("carry":2,)", may)("M", "state") == "stale");
  CHECK(asked("2008-07-10", R"("grace":10,)", may)("M", "state") == "pending");
  CHECK(asked("2008-07-10", R"("grace":10,)", may)("M", "light") == "green");
  CHECK(asked("2008-07-10", R"("grace":10,)", may)("M", "flags") == R"(["due"])");
  CHECK(asked("2008-07-11", R"("grace":10,)", may)("M", "state") == "stale");
  CHECK(asked("2008-07-10", R"("grace":10,)", "")("M", "state") == "pending");
  CHECK(asked("2008-07-10", R"("grace":10,)", "")("M", "light") == "grey");
  // Only a value is carried; an earlier na is skipped; na for the shown period is na.
  const std::string_view april_na_may =
      R"({"period":"2008-04","value":500},{"period":"2008-05","state":"na","reason":"closed"})";
  CHECK(asked("2008-06-30", "", april_na_may)("M", "state") == "missing");
  CHECK(asked("2008-06-30", R"("carry":2,)", april_na_may)("M", "value") == "500");
  CHECK(asked("2008-05-31", R"("carry":2,)", april_na_may)("M", "state") == "na");
  // A value for the running month is not shown yet.
  CHECK(asked("2008-06-29", "", R"({"period":"2008-05","value":500},{"period":"2008-06","value":900})")("M", "value") ==
        "500");
}

TEST_CASE("evaluate: finer observations are aggregated") {
  const auto quarter = [](std::string_view aggregation, std::string_view observations) {
    return Answer(fmt::format(
        R"({{"as_of":"2008-06-30","measures":[{{"code":"M","frequency":"quarter","aggregation":"{}","carry":0,"scoring":{{"type":"higher","red":5,"green":10}},"observations":[{}]}}]}})",
        aggregation, observations));
  };
  const std::string_view three =
      R"({"period":"2008-04","value":1},{"period":"2008-05","value":2},{"period":"2008-06","value":9})";
  CHECK(quarter("sum", three)("M", "value") == "12");
  CHECK(quarter("mean", three)("M", "value") == "4");
  CHECK(quarter("median", three)("M", "value") == "2");
  CHECK(quarter("last", three)("M", "value") == "9");
  const std::string_view two = R"({"period":"2008-04","value":1},{"period":"2008-05","value":2})";
  CHECK(quarter("sum", two)("M", "state") == "missing");
  CHECK(quarter("mean", two)("M", "value") == "1.5");
  CHECK(quarter("mean", two)("M", "flags") == R"(["provisional"])");
  CHECK(quarter("mean", two)("M", "periods") == R"({"have":2,"of":3})");
  CHECK(
      quarter(
          "ratio",
          R"({"period":"2008-04","numerator":1,"denominator":2},{"period":"2008-05","numerator":3,"denominator":8},{"period":"2008-06","numerator":0,"denominator":0})")(
          "M", "value") == "0.4");
}

TEST_CASE("evaluate: ratios, zero by zero included") {
  const auto ratio = [](std::string_view numerator, std::string_view denominator) {
    return Answer(fmt::format(
        R"({{"as_of":"2008-06-30","measures":[{{"code":"M","frequency":"month","aggregation":"ratio","scoring":{{"type":"higher","red":0.2,"green":0.5}},"observations":[{{"period":"2008-06","numerator":{},"denominator":{}}}]}}],"objectives":[{{"code":"O","children":[{{"code":"M"}}]}}]}})",
        numerator, denominator));
  };
  CHECK(ratio("1", "3")("M", "value") == "0.333333333333333333");
  CHECK(ratio("0", "0")("M", "state") == "error");
  CHECK(ratio("0", "0")("M", "light") == "grey");
  CHECK(ratio("0", "0")("O", "state") == "unknown");
  CHECK(ratio("0", "7")("M", "state") == "value");  // zero is a value
}

TEST_CASE("evaluate: truth values, texts, milestones, manual, unscored") {
  CHECK(Answer(one(R"({"type":"yesno"})", june("true")))("M", "score") == "100");
  CHECK(Answer(one(R"({"type":"yesno"})", june("false")))("M", "value") == "false");
  CHECK(Answer(one(R"({"type":"texts","scores":{"good":100,"fair":50}})", june("\"fair\"")))("M", "score") == "50");
  CHECK(Answer(one(R"({"type":"texts","scores":{"good":100,"fair":50}})", june("\"fair\"")))("M", "value") == "fair");
  CHECK(Answer(one(R"({"type":"texts","scores":{"good":100}})", june("\"odd\"")))("M", "state") == "error");
  const Answer milestone(
      one(R"({"type":"milestone","due":"2008-06-01","yellow_days":10,"red_days":30})", june("\"2008-06-11\"")));
  CHECK(milestone("M", "light") == "green");
  CHECK(milestone("M", "value") == "2008-06-11");
  CHECK(Answer(one(R"({"type":"manual","light":"yellow","reason":"seen on site"})", ""))("M", "light") == "yellow");
  const Answer unscored(one(R"({"type":"unscored"})", june("5")));
  CHECK(unscored("M", "state") == "unscored");
  CHECK(unscored("M", "value") == "5");
  CHECK(unscored("M", "score") == "null");
  const Answer negative(one(R"({"type":"percent","target":10,"direction":"higher"})", june("-1")));
  CHECK(negative("M", "state") == "error");
  CHECK(negative("M", "reason").find("negative") != std::string::npos);
}

TEST_CASE("evaluate: masked reds, shallowest first, then the heavier, then by code") {
  // Green measures outweigh two red ones under O1; O2 is red itself, above its own red measures.
  const auto measure = [](std::string_view code, int value) {
    return fmt::format(
        R"({{"code":"{}","frequency":"month","scoring":{{"type":"higher","red":500,"green":700}},"observations":[{{"period":"2008-06","value":{}}}]}})",
        code, value);
  };
  const Answer answer(fmt::format(R"({{"as_of":"2008-06-30","measures":[{},{},{},{},{}],
    "objectives":[{{"code":"O1","children":[{{"code":"G","weight":20}},{{"code":"R2","weight":1}},{{"code":"R1","weight":1}}]}},
                  {{"code":"O2","children":[{{"code":"R3","weight":1}},{{"code":"R4","weight":3}}]}}],
    "themes":[{{"code":"T","children":[{{"code":"O1","weight":30}},{{"code":"O2","weight":1}}]}}]}})",
                                  measure("G", 900), measure("R1", 0), measure("R2", 0), measure("R3", 0),
                                  measure("R4", 0)));
  CHECK(answer("O1", "light") == "green");
  CHECK(answer("O1", "masked") == R"(["R1","R2"])");
  CHECK(answer("O2", "light") == "red");
  CHECK(answer("O2", "masked") == "[]");
  CHECK(answer("T", "light") == "green");
  CHECK(answer("T", "masked") == R"(["O2","R4","R1","R2","R3"])");
}

TEST_CASE("evaluate: a withheld value shows its light at most") {
  const Answer answer(R"({"as_of":"2008-06-30","measures":[
    {"code":"M","frequency":"month","scoring":{"type":"higher","red":500,"green":700},"observations":[{"period":"2008-06","state":"withheld","value":900}]},
    {"code":"N","frequency":"month","scoring":{"type":"bands","edges":[0,100]},"observations":[{"period":"2008-06","value":90}]}],
    "objectives":[{"code":"O","children":[{"code":"M"},{"code":"N"}]}]})");
  CHECK(answer("M", "state") == "withheld");
  CHECK(answer("M", "light") == "green");
  CHECK(answer("M", "value") == "null");
  CHECK(answer("M", "score") == "null");
  CHECK(answer.rounded("O", "low", 2) == "78.33");
  CHECK(answer("O", "high") == "95");
  CHECK(answer("O", "score") == "90");
}

TEST_CASE("evaluate: what is refused, and where") {
  CHECK(refused(one(R"({"type":"higher","red":700,"green":500})", "")) == "measures[0].scoring.green out_of_order");
  CHECK(refused(one(R"({"type":"progress","baseline":5,"target":5})", "")) ==
        "measures[0].scoring.target target_is_baseline");
  CHECK(refused(one(R"({"type":"percent","target":0,"direction":"higher"})", "")) ==
        "measures[0].scoring.target not_positive");
  CHECK(refused(one(R"({"type":"higher","red":1,"green":2,"edges":[1]})", "")).substr(0, 26) ==
        "measures[0].scoring.edges ");
  CHECK(refused(one(R"({"type":"higher","red":1})", "")).substr(0, 26) == "measures[0].scoring.green ");
  CHECK(refused(one(R"({"type":"odd"})", "")).substr(0, 25) == "measures[0].scoring.type ");
  CHECK(refused(one(higher, june("1") + "," + june("2"))) == "measures[0].observations[1].period duplicate");
  CHECK(refused(one(higher, R"({"period":"2008-Q2","value":1})")) ==
        "measures[0].observations[0].period period_too_coarse");
  CHECK(refused(one(higher, R"({"period":"2008-13","value":1})")) == "measures[0].observations[0].period bad_period");
  CHECK(refused(one(higher, R"({"period":"2008-02-30","value":1})")) ==
        "measures[0].observations[0].period bad_period");
  CHECK(refused(one(higher, june("1e308"))) == "measures[0].observations[0].value number_too_large");
  CHECK(refused(one(higher, june("\"1,5\""))) == "measures[0].observations[0].value decimal_comma");
  CHECK(refused(one(higher, june("\"NaN\""))) == "measures[0].observations[0].value not_a_number");
  CHECK(refused(one(higher, june("true"))) == "measures[0].observations[0].value wrong_type");
  CHECK(refused(one(higher, june("NaN"))) != "accepted");
  CHECK(refused(one(higher, R"({"period":"2008-06"})")) == "measures[0].observations[0].value required");
  CHECK(refused(one(higher, R"({"period":"2008-06","value":1,"state":"na"})")) ==
        "measures[0].observations[0].value value_and_state");
  CHECK(refused(one(higher, "", R"("base":5,)")) == "measures[0].base out_of_range");
  CHECK(refused(one(higher, "", R"("colour":"red",)")).substr(0, 19) == "measures[0].colour ");
  CHECK(refused(R"({"as_of":"2008-02-30","measures":[]})") == "as_of bad_date");
  CHECK(refused(R"({"as_of":"2008-06-30","measures":[],"measures":[]})") != "accepted");
  CHECK(refused(R"({"as_of":"2008-06-30","measures":[],"extra":1})").substr(0, 6) == "extra ");
  CHECK(refused(R"({"as_of":"2008-06-30","calendar":{"first_month":13},"measures":[]})") ==
        "calendar.first_month out_of_range");
  CHECK(refused(R"({"as_of":"2008-06-30","measures":[],"objectives":[{"code":"O","children":[{"code":"X"}]}]})") ==
        "objectives[0].children[0].code unknown_code");
  CHECK(refused(R"({"as_of":"2008-06-30","measures":[],"objectives":[{"code":"O"}],"themes":[{"code":"O"}]})") ==
        "themes[0].code duplicate");
  const std::string m = R"({"code":"M","frequency":"month"})";
  CHECK(refused(R"({"as_of":"2008-06-30","measures":[)" + m +
                R"(],"objectives":[{"code":"O","children":[{"code":"M","weight":0,"mandatory":true}]}]})") ==
        "objectives[0].children[0].weight zero_weight");
  CHECK(refused(R"({"as_of":"2008-06-30","measures":[)" + m +
                R"(],"objectives":[{"code":"O","children":[{"code":"M","weight":-1}]}]})") ==
        "objectives[0].children[0].weight negative");
  CHECK(refused(R"({"as_of":"2008-06-30","measures":[)" + m +
                R"(],"objectives":[{"code":"O","method":"k_of_n","k":2,"children":[{"code":"M"}]}]})") ==
        "objectives[0].k out_of_range");
  CHECK(refused(std::string(40, '[')) != "accepted");
  CHECK(refused(std::string(1'100'000, ' ')) != "accepted");
}

TEST_CASE("evaluate: a cyclic roll-up is refused with its path") {
  try {
    scorecard::evaluate_document(
        R"({"as_of":"2008-06-30","measures":[],"objectives":[{"code":"O1","children":[{"code":"T1"}]}],"themes":[{"code":"T1","children":[{"code":"O1"}]}]})");
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(error.fields().front().code == "cycle");
    CHECK(error.fields().front().path == "objectives[0].children[0].code");
    CHECK(error.fields().front().message.find("O1 → T1 → O1") != std::string::npos);
  }
}

TEST_CASE("evaluate: exact at the edges of what numbers can be") {
  CHECK(Answer(one(higher, june("-0")))("M", "value") == "0");
  CHECK(Answer(one(R"({"type":"higher","red":0.1,"green":0.3})", june("0.3")))("M", "light") ==
        "green");  // 0.1 + 0.2 in binary would not be
  CHECK(Answer(one(R"({"type":"higher","red":-999999999999999999,"green":999999999999999999})", june("0")))(
            "M", "score") == "50");
  CHECK(Answer(one(R"({"type":"higher","red":999999999.999999998,"green":999999999.999999999})",
                   june("999999999.999999998")))("M", "light") == "yellow");
}

TEST_CASE("evaluate: the first and the last day that can be written") {
  for (const auto day : {"0001-01-01", "0001-12-31", "9999-12-31"})
    for (const auto kind : {"months", "445", "iso_weeks"})
      for (const auto frequency : {"day", "week", "month", "quarter", "half", "year"}) {
        const Answer answer(fmt::format(
            R"({{"as_of":"{}","calendar":{{"first_month":4,"first_day":30,"kind":"{}"}},"measures":[{{"code":"M","frequency":"{}","seasonal":true,"scoring":{},"observations":[{{"period":"9999-12-30","value":1}}]}}],"objectives":[{{"code":"O","children":[{{"code":"M"}}]}}]}})",
            day, kind, frequency, higher));
        CHECK(answer("O", "trend") == "insufficient");
      }
}
