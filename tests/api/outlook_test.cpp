// Forecasts and tests of links over the API: what they say, why they say nothing, and that what one side keeps to itself
// never enters what the other side is told.
#include <doctest/doctest.h>

#include "base/splitmix.hpp"
#include "support/answers.hpp"
#include "support/databases.hpp"
#include "support/worlds.hpp"

using namespace entente;
using test::World;
using test::ada;
using test::anna;
using test::at;
using test::bo;
using test::body_of;
using test::expect;
using test::marcus;

namespace {

/// An alliance of one side, with objectives and monthly measures as they are asked for.
struct Plan {
  World& world;
  std::string base, lane, theme;
  std::map<std::string, std::string> ids;

  explicit Plan(World& in) : world(in) {
    base = "/api/v1/alliances/" + at(expect(world.post(ada, "/api/v1/alliances", R"({"name":"North–South"})"), 201), "id");
    lane = at(expect(world.get(ada, base + "/map"), 200), "lanes.0.id");
    theme = at(expect(world.post(ada, base + "/themes", R"({"name":"Growth"})"), 201), "id");
  }
  void objective(const std::string& code) {
    ids[code] = at(expect(world.post(ada, base + "/objectives",
                                     fmt::format(R"({{"code":"{}","title":"Objective {}","perspective":"{}","theme":"{}"}})", code, code, lane, theme)),
                          201),
                   "id");
  }
  void measure(const std::string& code, const std::string& of, std::string_view scoring, std::string_view more = "") {
    ids[code] = at(expect(world.post(ada, base + "/measures",
                                     fmt::format(R"({{"objective":"{}","code":"{}","name":"Measure {}","unit":"days","frequency":"month",)"
                                                 R"("scoring":{},"effective_from":"2000-01-01"{}}})",
                                                 ids.at(of), code, code, scoring, more)),
                          201),
                   "id");
  }
  void link(const std::string& from, const std::string& to, std::string_view sign) {
    expect(world.post(ada, base + "/links", fmt::format(R"({{"from":"{}","to":"{}","sign":"{}","lag_months":0}})", ids.at(from), ids.at(to), sign)), 201);
  }
  /// The months up to the one given, oldest first.
  void enter(const std::string& code, const std::vector<int>& values, Period last) {
    std::string rows = "[";
    for (std::size_t i = 0; i < values.size(); ++i) {
      Period period{Frequency::month, last.index - static_cast<std::int32_t>(values.size() - 1 - i)};
      rows += fmt::format(R"({}{{"measure":"{}","period":"{}","value":{}}})", i > 0 ? "," : "", ids.at(code), period.text(), values[i]);
    }
    expect(world.post(ada, base + "/observations", rows + "]"), 200);
  }
  json::Value forecast(const std::string& code, const std::string& more = "") {
    auto view = expect(world.get(ada, "/api/v1/measures/" + ids.at(code) + "?periods=12" + more), 200);
    return *view.find("forecast");
  }
};

std::vector<int> line(int from, int step, int count) {
  std::vector<int> out;
  for (int i = 0; i < count; ++i) out.push_back(from + i * step);
  return out;
}

/// A walk within what the scorings below tell apart.
std::vector<int> walk(std::uint64_t seed, int count) {
  SplitMix random(seed);
  std::vector<int> out{500};
  while (static_cast<int>(out.size()) < count) out.push_back(out.back() + static_cast<int>(random.below(41)) - 20);
  return out;
}

constexpr std::string_view to_100 = R"({"type":"higher","red":50,"green":100})";
constexpr std::string_view wide = R"({"type":"higher","red":0,"green":1000})";
const Period december = parse_period("2009-12");

std::size_t count(const json::Value& view, std::string_view list) { return view.find(list)->array()->size(); }

}  // namespace

TEST_CASE("a measure's forecast: a straight line goes on, and the chance is that of its day") {
  test::for_each_world([](World& world) {
    Plan it(world);
    it.objective("O1");
    it.measure("M", "O1", to_100);
    it.measure("P", "O1", R"({"type":"progress","baseline":0,"target":58,"start":"2008-01-01","due":"2010-06-30"})");
    it.measure("R", "O1", R"({"type":"higher","red":40,"green":72})");
    for (const char* code : {"M", "P", "R"}) it.enter(code, line(10, 2, 20), december);  // to 48 in December 2009
    auto forecast = it.forecast("M");
    CHECK(at(forecast, "obstacle") == "none");
    CHECK(at(forecast, "points") == "20");
    CHECK(at(forecast, "error") == "0");
    // To the end of the fiscal year in which the next value falls: twelve months of two more each.
    REQUIRE(count(forecast, "steps") == 12);
    CHECK(at(forecast, "steps.0.period") == "2010-01");
    CHECK(at(forecast, "steps.0.p50") == "50");
    CHECK(at(forecast, "steps.11.p10") == "72");
    CHECK(at(forecast, "steps.11.p90") == "72");
    CHECK(at(forecast, "steps.11.light") == "yellow");
    CHECK(at(forecast, "steps.11.target") == "100");
    CHECK(at(forecast, "meets.by") == "2010-12-31");
    CHECK(at(forecast, "meets.own_day") == "false");
    CHECK(at(forecast, "meets.label") == "December 2010");
    CHECK(at(forecast, "meets.target") == "≥ 100 days");
    CHECK(at(forecast, "meets.chance") == "0");
    // The same line and a goal that it reaches exactly then.
    auto reached = it.forecast("R");
    CHECK(at(reached, "meets.chance") == "1");
    CHECK(at(reached, "meets.light") == "green");
    CHECK(at(reached, "steps.10.chance") == "0");
    // A target that names its day: 60 of 58 by the end of June.
    auto due = it.forecast("P");
    CHECK(at(due, "meets.by") == "2010-06-30");
    CHECK(at(due, "meets.own_day") == "true");
    CHECK(at(due, "meets.chance") == "1");
    CHECK(at(due, "meets.target") == "≥ 55.1 days");  // 95 % of 58
    CHECK(count(due, "steps") == 6);

    // Nothing is known of what came after the period that is looked at.
    auto earlier = it.forecast("M", "&period=2009-Q3");
    CHECK(at(earlier, "points") == "17");
    CHECK(at(earlier, "steps.0.period") == "2009-10");
    CHECK(at(earlier, "meets.label") == "December 2009");
    // A new value moves it.
    expect(world.post(ada, it.base + "/observations", fmt::format(R"([{{"measure":"{}","period":"2010-01","value":50}}])", it.ids["M"])), 200);
    CHECK(at(it.forecast("M", "&period=2010-01"), "steps.0.period") == "2010-02");
  });
}

TEST_CASE("the outlook says of each measure what its own page says, and leaves out those of which nothing can be said") {
  World world(31);
  test::add_person(world, ada, "North Works");
  Plan it(world);
  it.objective("O1");
  it.objective("O2");
  it.measure("M", "O1", to_100);
  it.measure("N", "O1", to_100);
  it.measure("R", "O2", R"({"type":"higher","red":40,"green":72})");
  it.enter("M", line(10, 2, 20), december);
  it.enter("N", line(10, 2, 5), december);
  it.enter("R", line(10, 2, 20), december);
  auto outlook = [&](const std::string& query) { return expect(world.get(ada, it.base + "/outlook" + query), 200); };
  auto all = outlook("");
  REQUIRE(count(all, "items") == 2);
  for (int i = 0; i < 2; ++i) {
    std::string code = at(all, fmt::format("items.{}.measure", i)) == it.ids["M"] ? "M" : "R";
    auto own = it.forecast(code);
    for (const char* part : {"chance", "light", "label", "target"})
      CHECK(at(all, fmt::format("items.{}.meets.{}", i, part)) == at(own, std::string("meets.") + part));
    CHECK(at(all, fmt::format("items.{}.method", i)) == at(own, "method"));
  }
  auto part = outlook("?objective=" + it.ids["O2"]);
  REQUIRE(count(part, "items") == 1);
  CHECK(at(part, "items.0.measure") == it.ids["R"]);
  CHECK(count(outlook("?theme=" + it.theme), "items") == 2);
  CHECK(world.get(ada, it.base + "/outlook?theme=" + std::string(20, '0')).status == 404);
  CHECK(world.get(ada, it.base + "/outlook?objective=none").status == 404);
}

TEST_CASE("a measure without a forecast says why") {
  World world(31);
  test::add_person(world, ada, "North Works");
  Plan it(world);
  it.objective("O1");
  it.measure("few", "O1", to_100);
  it.measure("total", "O1", to_100, R"(,"cumulative":true)");
  it.measure("old", "O1", to_100);
  it.measure("said", "O1", R"({"type":"yesno"})");
  it.measure("none", "O1", to_100);
  it.enter("few", line(1, 1, 11), december);
  it.enter("total", line(1, 1, 20), december);
  it.enter("old", line(1, 1, 20), parse_period("2009-05"));
  const std::string at_end = "&period=2009-Q4";
  CHECK(at(it.forecast("few", at_end), "obstacle") == "too_few");
  CHECK(at(it.forecast("few", at_end), "needed") == "1");
  CHECK(at(it.forecast("total", at_end), "obstacle") == "cumulative");
  CHECK(at(it.forecast("old", "&period=2009-Q4"), "obstacle") == "too_old");
  CHECK(at(it.forecast("old", "&period=2009-Q2"), "obstacle") == "none");
  CHECK(at(it.forecast("said", at_end), "obstacle") == "not_a_number");
  CHECK(at(it.forecast("none", at_end), "needed") == "12");
  CHECK(count(it.forecast("few", at_end), "steps") == 0);
}

TEST_CASE("links are tested: as claimed, the other way round, and those that cannot be") {
  test::for_each_world([](World& world) {
    Plan it(world);
    for (const char* code : {"O1", "O2", "O3", "O4"}) it.objective(code);
    it.measure("A", "O1", wide);
    it.measure("B", "O2", wide);
    it.measure("C", "O3", wide);
    auto moves = walk(5, 37);
    it.enter("A", moves, december);
    it.enter("B", moves, december);
    it.enter("C", moves, december);
    it.link("O1", "O2", "helps");
    it.link("O1", "O3", "hinders");
    it.link("O2", "O4", "helps");
    auto tests = expect(world.get(ada, it.base + "/link-tests"), 200);
    REQUIRE(count(tests, "links") == 3);
    CHECK(at(tests, "contradicted") == "1");
    CHECK(at(tests, "supported") == "1");
    CHECK(at(tests, "untestable") == "1");
    CHECK(at(tests, "links.0.verdict") == "contradicted");
    CHECK(at(tests, "links.0.effect.code") == "O3");
    // Of 36 changes, in 36 positions of the ring, only the real one fits: p is 1/36, and stays so after the adjustment, as
    // both tests have it.
    CHECK(at(tests, "links.1.verdict") == "supported");
    CHECK(at(tests, "links.1.pairs") == "36");
    CHECK(at(tests, "links.1.correlation") == "1");
    CHECK(at(tests, "links.1.p") == "0.027778");
    CHECK(at(tests, "links.1.adjusted") == "0.027778");
    CHECK(at(tests, "links.1.frequency") == "month");
    CHECK(at(tests, "links.2.obstacle") == "no_measures");
    CHECK(tests.find("links")->array()->at(2).find("p")->is_null());

    // Seven months of C are too few, and it is said how many more it takes.
    auto early = expect(world.get(ada, it.base + "/link-tests?period=2007-Q2"), 200);
    CHECK(at(early, "untestable") == "3");
    CHECK(at(early, "links.0.obstacle") == "too_few");
    CHECK(std::stoi(at(early, "links.0.needed")) > 0);
    CHECK(world.get(bo, it.base + "/link-tests").status == 404);
  });
}

TEST_CASE("what one side keeps to itself changes no forecast and no verdict of the other") {
  World world(33);
  std::string base = "/api/v1/alliances/" + world.load_sample();
  auto map = expect(world.get(anna, base + "/map"), 200);
  auto objective = at(map, "links.0.from");
  auto told = [&](const char* who, const std::string& side) {
    std::string all(world.get(who, base + "/link-tests?side=" + side).body_view());
    auto card = expect(world.get(who, base + "/scorecard?side=joint"), 200);
    for (const auto& theme : *card.find("themes")->array())
      for (const auto& one : *theme.find("objectives")->array())
        for (const auto& measure : *one.find("measures")->array())
          all += world.get(who, "/api/v1/measures/" + at(measure, "id") + "?side=" + side).body_view();
    return all;
  };
  auto anna_joint = told(anna, "joint"), anna_ours = told(anna, "ours"), marcus_joint = told(marcus, "joint"), marcus_ours = told(marcus, "ours");
  auto made = expect(world.post(marcus, base + "/measures",
                                fmt::format(R"({{"objective":"{}","code":"OWN","name":"Kept to ourselves","unit":"days","frequency":"month","private":true,)"
                                            R"("weight":50,"scoring":{},"effective_from":"2000-01-01"}})",
                                            objective, wide)),
                     201);
  auto moves = walk(9, 40);
  std::string rows = "[";
  for (std::size_t i = 0; i < moves.size(); ++i)
    rows += fmt::format(R"({}{{"measure":"{}","period":"{}","value":{}}})", i > 0 ? "," : "", at(made, "id"),
                        Period{Frequency::month, december.index - 39 + static_cast<std::int32_t>(i)}.text(), moves[i]);
  expect(world.post(marcus, base + "/observations", rows + "]"), 200);

  CHECK(told(anna, "joint") == anna_joint);
  CHECK(told(anna, "ours") == anna_ours);
  CHECK(told(marcus, "joint") == marcus_joint);
  // It is there, and its owner sees what it does.
  CHECK(told(marcus, "ours") != marcus_ours);
  CHECK(world.get(anna, "/api/v1/measures/" + at(made, "id") + "?side=ours").status == 404);
}

TEST_CASE("a computed measure names its inputs and takes no values; a circle is shown while it is written") {
  World world(34);
  test::add_person(world, ada, "North Works");
  Plan it(world);
  it.objective("O1");
  it.measure("A", "O1", to_100);
  it.measure("T", "O1", to_100, R"x(,"formula":"A * 2 + 0 * PREV(A)")x");
  it.measure("U", "O1", to_100, R"(,"formula":"T + A")");
  auto view = expect(world.get(ada, "/api/v1/measures/" + it.ids["T"]), 200);
  CHECK(at(view, "computed") == "true");
  CHECK(at(view, "may_enter") == "false");
  REQUIRE(count(view, "inputs") == 1);
  CHECK(at(view, "inputs.0.id") == it.ids["A"]);
  auto entered = expect(world.get(ada, "/api/v1/measures/" + it.ids["A"]), 200);
  CHECK(at(entered, "computed") == "false");
  CHECK(at(entered, "may_enter") == "true");
  CHECK(count(entered, "inputs") == 0);

  auto ask = [&](const std::string& text, const std::string& more) {
    return expect(world.post(ada, it.base + "/formula", fmt::format(R"({{"text":"{}","frequency":"month"{}}})", text, more)), 200);
  };
  auto circle = ask("A + U", fmt::format(R"(,"measure":"{}")", it.ids["T"]));
  REQUIRE(count(circle, "problems") == 1);
  CHECK(at(circle, "problems.0.code") == "formula_circle");
  CHECK(at(circle, "problems.0.message").find("T → U → T") != std::string::npos);
  CHECK(at(circle, "problems.0.offset") == "4");
  CHECK(at(circle, "problems.0.length") == "1");
  CHECK(count(ask("A + U", ""), "problems") == 0);  // of a new measure it is none
  // A new one, through the score of the objective that it is going to be rolled up into.
  auto score = ask("NUMBER(SCORE(O1))", fmt::format(R"(,"objective":"{}")", it.ids["O1"]));
  CHECK(at(score, "problems.0.code") == "formula_circle");

  auto reference = world.get(ada, "/api/v1/formula-reference");
  CHECK(reference.status == 200);
  CHECK(reference.body_view().find("ROLLING(m, n") != std::string_view::npos);
  CHECK(world.get("", "/api/v1/formula-reference").status == 401);
}
