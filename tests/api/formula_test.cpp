// Computed measures over the API: what they give, what they refuse, and what becomes of them when an input changes.
#include <doctest/doctest.h>

#include "support/answers.hpp"
#include "support/databases.hpp"
#include "support/talk.hpp"
#include "support/worlds.hpp"

using namespace entente;
using test::World;
using test::ada;
using test::at;
using test::body_of;
using test::expect;
using test::field_code;

namespace {

/// An alliance with one objective O1 and the monthly measures A (EUR, sum), B (EUR, sum) and D (days, mean).
struct Costs {
  World& world;
  std::string base, objective;
  std::map<std::string, std::string> ids;

  explicit Costs(World& in) : world(in) {
    base = "/api/v1/alliances/" + at(expect(world.post(ada, "/api/v1/alliances", R"({"name":"North–South"})"), 201), "id");
    auto map = expect(world.get(ada, base + "/map"), 200);
    auto theme = at(expect(world.post(ada, base + "/themes", R"({"name":"Cost"})"), 201), "id");
    objective = at(expect(world.post(ada, base + "/objectives",
                                     fmt::format(R"({{"code":"O1","title":"Spend less","perspective":"{}","theme":"{}"}})", at(map, "lanes.0.id"), theme)),
                          201),
                   "id");
    add("A", "EUR", "sum");
    add("B", "EUR", "sum");
    add("D", "days", "mean");
  }
  http::Response try_add(const std::string& code, std::string_view unit, std::string_view aggregation, std::string_view formula = "",
                         std::string_view more = "") {
    std::string text;
    json::write(text, std::string(formula));
    return world.post(ada, base + "/measures",
                      fmt::format(R"({{"objective":"{}","code":"{}","name":"Measure {}","unit":"{}","frequency":"month","aggregation":"{}","formula":{},)"
                                  R"("scoring":{{"type":"higher","red":50,"green":100}},"effective_from":"2009-01-01"{}}})",
                                  objective, code, code, unit, aggregation, text, more));
  }
  void add(const std::string& code, std::string_view unit, std::string_view aggregation, std::string_view formula = "", std::string_view more = "") {
    ids[code] = at(expect(try_add(code, unit, aggregation, formula, more), 201), "id");
  }
  void enter(const std::string& code, const std::string& period, std::string_view value, std::string_view reason = "") {
    expect(world.post(ada, base + "/observations",
                      fmt::format(R"([{{"measure":"{}","period":"{}",{},"reason":"{}"}}])", ids.at(code), period, value, reason)),
           200);
  }
  json::Value measure(const std::string& code, const std::string& more = "") {
    return expect(world.get(ada, "/api/v1/measures/" + ids.at(code) + "?periods=12" + more), 200);
  }
  std::string value(const std::string& code, const std::string& period, std::string_view field = "value", const std::string& more = "") {
    auto view = measure(code, more);
    for (const auto& cell : *view.find("cells")->array())
      if (at(cell, "period") == period) return at(cell, field);
    return "";
  }
};

}  // namespace

TEST_CASE("a computed measure is worked out, judged, and follows its inputs") {
  test::for_each_world([](World& world) {
    Costs it(world);
    it.enter("A", "2009-11", R"("value":30)");
    it.enter("B", "2009-11", R"("value":45.5)");
    it.enter("A", "2009-12", R"("value":70)");
    it.enter("B", "2009-12", R"("value":50)");
    it.add("T", "EUR", "sum", "A + B");
    it.add("S", "%", "mean", "A / T");
    CHECK(it.value("T", "2009-11") == "75.5");
    CHECK(it.value("T", "2009-12") == "120");
    CHECK(it.value("T", "2009-12", "light") == "green");
    CHECK(it.value("T", "2009-11", "light") == "yellow");
    // 70 / 120 in hundredths, to nine decimals.
    CHECK(it.value("S", "2009-12") == "58.333333333");

    it.enter("A", "2009-12", R"("value":10)", "counted again");
    CHECK(it.value("T", "2009-12") == "60");
    CHECK(it.value("S", "2009-12") == "16.666666667");
    CHECK(it.value("T", "2009-11") == "75.5");
    CHECK(it.value("T", "2009-12", "light") == "yellow");

    // What one input declares not applicable, the sum is not either; nothing is made of a measure that has no value.
    it.enter("B", "2009-12", R"("state":"na")", "plant closed");
    CHECK(it.value("T", "2009-12", "state") == "na");
    // Nobody enters what is computed.
    auto refused = world.post(ada, it.base + "/observations", fmt::format(R"([{{"measure":"{}","period":"2009-12","value":1}}])", it.ids["T"]));
    CHECK(refused.status == 400);
    CHECK(field_code(refused) == "computed");
  });
}

TEST_CASE("a formula that cannot be understood is refused where it stands") {
  World world(7);
  test::add_person(world, ada, "North Works");
  Costs it(world);
  auto refused = it.try_add("X", "EUR", "sum", "A + D");
  CHECK(refused.status == 400);
  CHECK(at(body_of(refused), "fields.0.path") == "formula");
  CHECK(at(body_of(refused), "fields.0.message").find("days") != std::string::npos);
  CHECK(it.try_add("X", "EUR", "sum", "A + ").status == 400);
  CHECK(at(body_of(it.try_add("X", "EUR", "sum", "AA + B")), "fields.0.message").find("A") != std::string::npos);
  CHECK(it.try_add("X", "EUR", "sum", "X + A").status == 400);  // itself

  it.add("T", "EUR", "sum", "A + B");
  it.add("U", "EUR", "sum", "T * 2");
  auto seen = it.measure("T");
  auto circle = world.patch(ada, "/api/v1/measures/" + it.ids["T"], at(seen, "version"), R"({"formula":"U + A"})");
  CHECK(circle.status == 400);
  CHECK(field_code(circle) == "formula_circle");
  CHECK(at(body_of(circle), "fields.0.message").find("T → U → T") != std::string::npos);
  // Through the score of the objective that it is rolled up into.
  auto score = world.patch(ada, "/api/v1/measures/" + it.ids["T"], at(seen, "version"), R"x({"formula":"IF(SCORE(O1) > 50, A, B)"})x");
  CHECK(field_code(score) == "formula_circle");
}

TEST_CASE("what a formula reads and one side keeps to itself is not in a shared formula's reach") {
  World world(8);
  test::add_person(world, ada, "North Works");
  Costs it(world);
  it.add("P", "EUR", "sum", "", R"(,"private":true)");
  auto refused = it.try_add("X", "EUR", "sum", "A + P");
  CHECK(refused.status == 400);
  it.add("Y", "EUR", "sum", "A + P", R"(,"private":true)");
  it.enter("A", "2009-12", R"("value":1)");
  it.enter("P", "2009-12", R"("value":2)");
  CHECK(it.value("Y", "2009-12", "value", "&side=ours") == "3");
  // A value that a partner withholds cannot be computed back.
  it.add("T", "EUR", "sum", "A + B");
  it.enter("B", "2009-12", R"("state":"withheld")");
  CHECK(it.value("T", "2009-12", "state") == "withheld");
  CHECK(it.value("T", "2009-12", "value") == "");
}

TEST_CASE("while a formula is written: what is wrong, what could stand here, what would come out") {
  World world(9);
  test::add_person(world, ada, "North Works");
  Costs it(world);
  it.enter("A", "2009-11", R"("value":30)");
  it.enter("A", "2009-12", R"("value":70)");
  it.enter("B", "2009-12", R"("value":50)");
  auto ask = [&](std::string_view body) { return expect(world.post(ada, it.base + "/formula", std::string(body)), 200); };
  auto good = ask(R"x({"text":"A + B","frequency":"month"})x");
  CHECK(good.find("problems")->array()->empty());
  CHECK(at(good, "unit") == "EUR");
  REQUIRE(good.find("preview")->array()->size() == 2);
  CHECK(at(good, "preview.0.state") == "missing");
  CHECK(at(good, "preview.1.value") == "120");
  // The place is counted as browsers count: the bar over the e is one unit, the clef two.
  auto wrong = ask(R"x({"text":"IF(\"\u00e9\ud834\udd1e\" = \"x\", A, D)","frequency":"month"})x");
  REQUIRE(wrong.find("problems")->array()->size() == 1);
  CHECK(wrong.find("preview")->array()->empty());
  auto begun = ask(R"x({"text":"A + ROL","caret":7,"frequency":"month"})x");
  CHECK(at(begun, "candidates.0.label").starts_with("ROLLING("));
  CHECK(at(begun, "replace_from") == "4");
  CHECK(at(begun, "replace_to") == "7");
  auto inside = ask(R"x({"text":"ROLLING(A, ","frequency":"month"})x");
  CHECK(at(inside, "signature.argument") == "1");
  CHECK(world.get(ada, it.base + "/formula").status == 405);
}

TEST_CASE("a code that a formula names neither goes nor changes, as far as one sees") {
  test::for_each_world([](World& world) {
    Costs it(world);
    it.add("P", "EUR", "sum", "", R"(,"private":true)");
    it.add("T", "EUR", "sum", "A + B");
    it.add("Y", "EUR", "sum", "A + P", R"(,"private":true)");
    const std::string first = it.objective;
    auto map = expect(world.get(ada, it.base + "/map"), 200);
    it.objective = at(expect(world.post(ada, it.base + "/objectives",
                                        fmt::format(R"({{"code":"O9","title":"Know it","perspective":"{}","theme":"{}"}})", at(map, "lanes.0.id"), at(map, "cards.0.theme"))),
                             201),
                      "id");
    it.add("S", "points", "last", "SCORE(O1) * 0 + 1", R"(,"private":true)");
    it.objective = first;
    auto version = [&](const std::string& code) { return at(it.measure(code, "&side=ours"), "version"); };
    auto rename = [&](const std::string& code, const std::string& to) {
      return world.patch(ada, "/api/v1/measures/" + it.ids[code], version(code), fmt::format(R"({{"code":"{}"}})", to));
    };
    auto remove = [&](const std::string& code) { return world.ask(ada, http::Method::delete_, "/api/v1/measures/" + it.ids[code], "", version(code)); };
    auto refused = rename("A", "A2");
    CHECK(refused.status == 409);
    CHECK(test::code_of(refused) == "named_by_formula");
    CHECK(at(body_of(refused), "detail") == "T and Y name A in their formulas. Change these first.");
    CHECK(at(body_of(remove("P")), "detail") == "Y names P in its formula. Change it first.");
    CHECK(test::code_of(remove("B")) == "named_by_formula");
    // Everything else of it may change, and what no formula names may go.
    expect(world.patch(ada, "/api/v1/measures/" + it.ids["A"], version("A"), R"({"name":"Renamed"})"), 200);
    expect(rename("D", "D2"), 200);
    expect(rename("T", "T2"), 200);
    auto objective = "/api/v1/objectives/" + it.objective;
    auto seen = expect(world.get(ada, objective), 200);
    auto other = world.patch(ada, objective, at(seen, "version"), R"({"code":"O2"})");
    CHECK(at(body_of(other), "detail") == "S names O1 in its formula. Change it first.");
    // With the formulas gone, so is what kept the code; an objective goes together with its own measures' formulas.
    expect(remove("Y"), 200);
    expect(remove("P"), 200);
    expect(remove("S"), 200);
    expect(world.ask(ada, http::Method::delete_, objective, "", at(seen, "version")), 200);
  });
}

TEST_CASE("another side's private formula keeps no code") {
  test::for_each_talk([](test::Talk& it) {
    std::string code = at(expect(it.world.get(test::anna, "/api/v1/measures/" + it.measure), 200), "code");
    expect(it.world.post(test::anna, it.base + "/measures",
                         fmt::format(R"({{"objective":"{}","name":"Only ours","frequency":"month","private":true,"formula":"[{}] * 2"}})", it.objective, code)),
           201);
    CHECK(test::code_of(it.world.patch(test::anna, "/api/v1/measures/" + it.measure, "1", R"({"code":"TALK1"})")) == "named_by_formula");
    expect(it.world.patch(test::marcus, "/api/v1/measures/" + it.measure, "1", R"({"code":"TALK1"})"), 200);
  });
}
