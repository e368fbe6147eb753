// The sample in an empty alliance: shown, worked with, taken away.
#include <doctest/doctest.h>

#include "exchange/show_sample.hpp"
#include "support/answers.hpp"
#include "support/worlds.hpp"

using namespace entente;
using test::World;
using test::ada;
using test::at;
using test::bo;
using test::body_of;
using test::expect;
using test::for_each_world;

namespace {

std::size_t count(const json::Value& view, std::string_view list) { return view.find(list)->array()->size(); }

}  // namespace

TEST_CASE("the sample fills an empty map, and goes without a trace on it") {
  for_each_world([](World& world) {
    std::string base = "/api/v1/alliances/" + at(expect(world.post(ada, "/api/v1/alliances", R"({"name":"North–South"})"), 201), "id");
    expect(world.post(ada, base + "/themes", R"({"name":"Growth"})"), 201);  // stays: it was here before
    auto before = expect(world.get(ada, base + "/map"), 200);
    CHECK(count(before, "cards") == 0);
    // Somebody outside the alliance is told nothing.
    CHECK(world.post(bo, base + "/sample", "{}").status == 404);
    CHECK(world.get(bo, base + "/imports").status == 404);

    auto shown = expect(world.post(ada, base + "/sample", "{}"), 201);
    auto map = expect(world.get(ada, base + "/map"), 200);
    CHECK(std::to_string(count(map, "cards")) == at(shown, "objectives"));
    CHECK(count(map, "lanes") == 4);   // the plan's are called as the standard ones
    CHECK(count(map, "themes") == 5);  // of which “Growth” was here
    // The clock says February 2010, so the year before is the last with values, and nothing lies ahead.
    CHECK(at(map, "period.default_period").starts_with("2009"));
    int judged = 0;
    for (const auto& card : *map.find("cards")->array()) judged += at(card, "judgement.light") != "grey";
    CHECK(judged > 12);
    // What each side of the reference alliance keeps to itself is not in it, nor are its people.
    auto card = expect(world.get(ada, base + "/scorecard?side=ours"), 200);
    for (const auto& theme : *card.find("themes")->array())
      for (const auto& objective : *theme.find("objectives")->array())
        for (const auto& measure : *objective.find("measures")->array()) {
          CHECK(at(measure, "space.kind") == "shared");
          CHECK(measure.find("owner")->is_null());
        }
    CHECK(world.post(ada, base + "/sample", "{}").status == 409);

    auto imports = expect(world.get(ada, base + "/imports"), 200);
    REQUIRE(count(imports, "items") == 1);
    CHECK(at(imports, "items.0.kind") == "sample");
    CHECK(at(imports, "items.0.id") == at(shown, "id"));

    // Work with it: rename one, remove one, and put an objective of one's own into a theme of the sample.
    std::string renamed = at(map, "cards.0.id"), removed = at(map, "cards.1.id");
    expect(world.patch(ada, "/api/v1/objectives/" + renamed, "1", R"({"title":"Ours now"})"), 200);
    expect(world.ask(ada, http::Method::delete_, "/api/v1/objectives/" + removed, "", "1"), 200);
    std::string kept;
    for (const auto& theme : *map.find("themes")->array())
      if (at(theme, "name") == "Collaboration") kept = at(theme, "id");
    expect(world.post(ada, base + "/objectives",
                      fmt::format(R"({{"title":"Our own","perspective":"{}","theme":"{}"}})", at(map, "lanes.0.id"), kept)),
           201);

    std::string import = "/api/v1/imports/" + at(shown, "id");
    CHECK(world.post(bo, import + "/undo", "{}").status == 404);
    world.clock.advance_seconds(30 * 86'400);  // a sample may stay as long as one likes
    expect(world.post(ada, import + "/undo", "{}"), 200);
    auto after = expect(world.get(ada, base + "/map"), 200);
    REQUIRE(count(after, "cards") == 1);
    CHECK(at(after, "cards.0.title") == "Our own");
    CHECK(count(after, "lanes") == 4);
    CHECK(count(after, "themes") == 2);  // “Growth”, and the one that is in use
    CHECK(count(after, "values") == 0);
    CHECK(count(expect(world.get(ada, base + "/imports"), 200), "items") == 0);
    CHECK(world.post(ada, import + "/undo", "{}").status == 409);
  });
}

TEST_CASE("days are moved by whole years, and nothing else is") {
  CHECK(exchange::days_moved(R"({"due":"2006-03-31","code":"LA1","n":2006})", 17) == R"({"due":"2023-03-31","code":"LA1","n":2006})");
  CHECK(exchange::days_moved("2008-02-29 and 2008-12-31", 1) == "2009-02-28 and 2009-12-31");
  CHECK(exchange::days_moved("12006-03-31, 2006-3-31, 2006-03", 5) == "12006-03-31, 2006-3-31, 2006-03");
  CHECK(exchange::days_moved("", 5).empty());
}

TEST_CASE("what was made is kept in lines") {
  std::vector<exchange::MadeItem> made = {{"objective", "0123"}, {"win", "4567"}};
  auto again = exchange::made_of(exchange::text_of(made));
  REQUIRE(again.size() == 2);
  CHECK(again[1].kind == "win");
  CHECK(again[1].id == "4567");
  CHECK(exchange::made_of("").empty());
}

TEST_CASE("a light set by hand waits for the other partner, who sees it, and the computed one stays") {
  World world(6);
  std::string base = "/api/v1/alliances/" + world.load_sample();
  auto map = expect(world.get(test::anna, base + "/map"), 200);
  std::string objective, computed;
  for (const auto& card : *map.find("cards")->array())
    if (at(card, "judgement.light") == "green") objective = at(card, "id");
  REQUIRE(!objective.empty());
  std::string path = "/api/v1/objectives/" + objective;
  auto ask = [&](const char* who) { return expect(world.get(who, path), 200); };
  auto waiting = [&](const char* who) {
    int found = 0;
    auto home = expect(world.get(who, "/api/v1/home"), 200);
    for (const auto& need : *home.find("needs")->array())
      found += at(need, "kind") == "light_consent" && at(need, "link").ends_with(objective);
    return found;
  };
  CHECK(at(ask(test::anna), "may_set_light") == "true");
  auto set = expect(world.post(test::anna, path + "/overrides", R"({"light":"red","reason":"The audit says otherwise.","expires":"2010-06-30"})"), 201);
  auto mine = ask(test::anna), theirs = ask(test::marcus);
  CHECK(at(mine, "judgement.light") == "green");
  CHECK(at(mine, "override.consented") == "false");
  CHECK(at(mine, "override.may_consent") == "false");
  CHECK(at(mine, "override.party") == "Aldermere Pharma");
  CHECK(at(theirs, "override.may_consent") == "true");
  CHECK(waiting(test::anna) == 0);
  CHECK(waiting(test::marcus) == 1);

  CHECK(world.ask(test::anna, http::Method::post, "/api/v1/overrides/" + at(set, "id") + "/consent", "{}", "1").status == 409);
  expect(world.ask(test::marcus, http::Method::post, "/api/v1/overrides/" + at(set, "id") + "/consent", "{}", "1"), 200);
  auto agreed = ask(test::anna);
  CHECK(at(agreed, "judgement.light") == "red");
  CHECK(at(agreed, "judgement.overridden") == "true");
  CHECK(at(agreed, "judgement.computed_light") == "green");
  CHECK(waiting(test::marcus) == 0);

  CHECK(at(agreed, "may_set_light") == "false");

  // It runs out by itself; the periods of its time keep it.
  world.clock.advance_seconds(400 * 86'400);
  auto later = expect(world.get(test::anna, path + "?period=2010-Q3"), 200);
  CHECK(at(later, "judgement.overridden") == "false");
  CHECK(later.find("override")->is_null());
  CHECK(at(later, "may_set_light") == "true");
  auto then = expect(world.get(test::anna, path + "?period=2009-Q4"), 200);
  CHECK(at(then, "judgement.light") == "red");
  CHECK(at(then, "override.reason") == "The audit says otherwise.");
}
