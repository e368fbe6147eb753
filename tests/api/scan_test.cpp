// No question of a screen walks through a whole table: with ten times the data it would take ten times as long.
#include <doctest/doctest.h>

#include "support/world.hpp"

using namespace entente;
using test::at;
using test::body_of;
using test::World;
using test::anna;


TEST_CASE("reading and changing an alliance walks through no table without an index") {
  World world(5);
  std::string base = "/api/v1/alliances/" + world.load_sample();
  auto& database = world.program->door().database();
  auto scorecard = body_of(world.get(anna, base + "/scorecard"));
  std::string measure = at(scorecard, "themes.0.objectives.0.measures.0.id");
  std::string objective = at(scorecard, "themes.0.objectives.0.id");
  auto scanned_by = [&](auto&& work) {
    auto before = database.statistics().scanned;
    auto response = work();
    INFO(std::string(response.body_view().substr(0, 300)));
    CHECK(response.status < 300);
    return database.statistics().scanned - before;
  };
  for (std::string path : {base, base + "/map", base + "/scorecard?periods=24", base + "/people", base + "/record",
                           base + "/interviews", base + "/workshops", base + "/value", "/api/v1/objectives/" + objective + "/trail",
                           "/api/v1/measures/" + measure, "/api/v1/measures/" + measure + "/observations",
                           "/api/v1/objectives/" + objective, base + "/freezes", base + "/filters", std::string("/api/v1/me/filters"), std::string("/api/v1/alliances?limit=50"), std::string("/api/v1/home")}) {
    INFO(path);
    CHECK(scanned_by([&] { return world.get(anna, path); }) == 0);
  }
  CHECK(scanned_by([&] {
          return world.post(anna, base + "/observations",
                            fmt::format(R"([{{"measure":"{}","period":"2009-11","value":51,"reason":"counted again"}}])", measure));
        }) == 0);
  auto entered = [&](int value) {
    return at(body_of(world.post(anna, base + "/observations", fmt::format(R"([{{"measure":"{}","period":"2009-11","value":{},"reason":"counted again"}}])", measure, value))), "acts.0.id");
  };
  auto undo = [&](const std::string& act) { return scanned_by([&] { return world.post(anna, "/api/v1/acts/" + act + "/undo", "{}"); }); };
  CHECK(undo(entered(61)) == 0);
  std::string files = base + "/files?about=objective:" + objective;
  CHECK(scanned_by([&] { return world.ask(anna, http::Method::post, files + "&name=a.txt", "text", "", "text/plain"); }) == 0);
  CHECK(scanned_by([&] { return world.get(anna, files); }) == 0);
  CHECK(scanned_by([&] { return world.get(anna, "/api/v1/files/" + at(body_of(world.get(anna, files)), "items.0.id") + "/content"); }) == 0);
  CHECK(scanned_by([&] {
          return world.post(anna, base + "/objectives",
                            fmt::format(R"({{"title":"One more","theme":"{}","perspective":"{}"}})", at(scorecard, "themes.0.id"),
                                        at(body_of(world.get(anna, base + "/map")), "lanes.0.id")));
        }) == 0);

  // The counter counts: an index taken away shows.
  world.program->door().write([](db::Transaction& transaction) { transaction.script("DROP INDEX observation_by_act"); });
  CHECK(undo(entered(62)) > 50);
  world.program->door().write([](db::Transaction& transaction) { transaction.script("DROP INDEX target_by_measure"); });
  CHECK(scanned_by([&] {
          return world.post(anna, base + "/observations",
                            fmt::format(R"([{{"measure":"{}","period":"2009-11","value":52,"reason":"and again"}}])", measure));
        }) > 50);
}
