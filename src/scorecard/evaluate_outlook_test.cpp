// Forecasts and tests of links from a document.
#include "scorecard/evaluate_outlook.hpp"

#include <doctest/doctest.h>

#include "base/splitmix.hpp"
#include "scorecard/evaluate_document.hpp"

using namespace entente;

namespace {

/// The months from January 2006 on.
std::string observations(const std::vector<int>& values) {
  std::string out = "[";
  for (std::size_t i = 0; i < values.size(); ++i)
    out +=
        fmt::format(R"({}{{"period":"{}-{:02}","value":{}}})", i > 0 ? "," : "", 2006 + i / 12, i % 12 + 1, values[i]);
  return out + "]";
}

std::string measure(std::string_view code, const std::vector<int>& values, std::string_view more = "") {
  return fmt::format(
      R"({{"code":"{}","frequency":"month",{}"scoring":{{"type":"higher","red":-10000,"green":10000}},"observations":{}}})",
      code, more, observations(values));
}

std::string document(std::string_view measures, std::string_view more = "") {
  return fmt::format(R"({{"as_of":"2010-12-31","measures":[{}]{}}})", measures, more);
}

std::string text_of(const json::Value& value) {
  std::string out;
  json::write_value(out, value);
  return out;
}

std::string refused(std::string_view text) {
  try {
    scorecard::evaluate_document(text);
  } catch (const Error& error) {
    return error.fields().front().path + " " + error.fields().front().code;
  }
  return "accepted";
}

constexpr std::string_view asks = R"("forecast":{"horizon":3},)";

}  // namespace

TEST_CASE("evaluate: a forecast where one is asked for") {
  std::vector<int> line;
  for (int i = 0; i < 20; ++i) line.push_back(9'950 + 2 * i);  // to 9,988; green from 10,000 on
  const json::Value answer = json::parse(scorecard::evaluate_document(
      document(measure("M", line, R"("forecast":{"horizon":7},)") + "," + measure("N", line))));
  const auto& nodes = *answer.find("nodes")->array();
  const json::Value& forecast = *nodes[0].find("forecast");
  CHECK(text_of(*forecast.find("status")) == R"("ready")");
  CHECK(text_of(*forecast.find("method")) == R"("drift")");
  const auto& steps = *forecast.find("steps")->array();
  REQUIRE(steps.size() == 7);
  CHECK(text_of(steps[0]) == R"({"period":"2007-09","p10":9990,"p50":9990,"p90":9990,"chance":0})");
  CHECK(text_of(steps[5]) == R"({"period":"2008-02","p10":10000,"p50":10000,"p90":10000,"chance":1})");
  CHECK_FALSE(nodes[1].find("forecast"));
  CHECK_FALSE(answer.find("links"));
}

TEST_CASE("evaluate: too few values, running totals, carried and withheld ones") {
  const auto forecast = [](const std::string& text) {
    const json::Value answer = json::parse(scorecard::evaluate_document(text));
    return text_of(*answer.find("nodes")->array()->front().find("forecast"));
  };
  const std::vector<int> eleven{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
  CHECK(forecast(document(measure("M", eleven, asks))) == R"({"status":"too_few","points":11,"needed":1})");
  CHECK(forecast(document(measure("M", eleven, R"("cumulative":true,"forecast":{},)"))) ==
        R"({"status":"cumulative","points":11})");
  // What is withheld is no value of the forecast, nor is what is carried over a gap.
  std::string text = document(measure("M", {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, asks));
  const std::string twelfth = R"("period":"2006-12",)";
  text.replace(text.find(twelfth), twelfth.size(), twelfth + R"("state":"withheld",)");
  CHECK(forecast(text) == R"({"status":"too_few","points":11,"needed":1})");
}

TEST_CASE("evaluate: links of objectives") {
  SplitMix random(1);
  std::vector<int> cause, own;
  for (int i = 0; i < 60; ++i) {
    cause.push_back((i > 0 ? cause.back() : 0) + static_cast<int>(random.below(201)) - 100);
    own.push_back((i > 0 ? own.back() : 0) + static_cast<int>(random.below(201)) - 100);
  }
  std::vector<int> effect;
  for (std::size_t i = 0; i < 60; ++i) effect.push_back(own[i] + (i < 2 ? 0 : 2 * cause[i - 2]));
  const std::string measures = measure("M1", cause) + "," + measure("M2", effect) + "," + measure("M3", {1, 2, 3});
  const std::string rest =
      R"(,"objectives":[{"code":"O1","children":[{"code":"M1"}]},{"code":"O2","children":[{"code":"M2"}]}],"links":[)"
      R"({"cause":"O1","effect":"O2","lag":2,"frequency":"month"},)"
      R"({"cause":"O1","effect":"O2","lag":2,"frequency":"month","sign":"hinders"},)"
      R"({"cause":"O1","effect":"M3","frequency":"month"}])";
  const json::Value answer = json::parse(scorecard::evaluate_document(document(measures, rest)));
  const auto& links = *answer.find("links")->array();
  REQUIRE(links.size() == 3);
  CHECK(text_of(*links[0].find("verdict")) == R"("supported")");
  CHECK(text_of(*links[0].find("pairs")) == "57");
  CHECK(text_of(*links[1].find("verdict")) == R"("contradicted")");
  CHECK(text_of(*links[2].find("verdict")) == R"("untestable")");
  CHECK(text_of(*links[2].find("obstacle")) == R"("too_few")");
}

TEST_CASE("evaluate: questions about the future and about links that cannot be") {
  CHECK(refused(document(measure("M", {1}, R"("forecast":{"horizon":61},)"))) ==
        "measures[0].forecast.horizon out_of_range");
  CHECK(refused(document(measure("M", {1}, R"("forecast":{"far":1},)"))) == "measures[0].forecast.far unknown_field");
  const auto link = [](std::string_view fields) {
    return refused(document(measure("M", {1}), fmt::format(R"(,"links":[{{{}}}])", fields)));
  };
  CHECK(link(R"("cause":"M","effect":"X","frequency":"month")") == "links[0].effect unknown_code");
  CHECK(link(R"("cause":"M","effect":"M","frequency":"month","lag":-1)") == "links[0].lag out_of_range");
  CHECK(link(R"("effect":"M","frequency":"month")").substr(0, 14) == "links[0].cause");
  CHECK(link(R"("cause":"M","effect":"M","frequency":"month")") == "accepted");
}
