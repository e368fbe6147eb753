// An alliance made from nothing and filled by hand, over the API, on both databases.
#include <doctest/doctest.h>

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

std::string make_alliance(World& world) {
  auto made = world.post(ada, "/api/v1/alliances", R"({"name":"North–South"})");
  REQUIRE(made.status == 201);
  return at(body_of(made), "id");
}

}  // namespace

TEST_CASE("from nothing to a light, and back by undo") {
  for_each_world([](World& world) {
    std::string alliance = make_alliance(world);
    std::string base = "/api/v1/alliances/" + alliance;
    auto empty = expect(world.get(ada, base + "/map"), 200);
    CHECK(empty.find("lanes")->array()->size() == 4);  // the standard perspectives
    std::string lane = at(empty, "lanes.1.id");
    auto theme = expect(world.post(ada, base + "/themes", R"({"name":"Living the alliance"})"), 201);
    auto objective = expect(
        world.post(ada, base + "/objectives",
                   fmt::format(R"({{"title":"Trust at every level","perspective":"{}","theme":"{}","measures":[{{"name":"Trust index","unit":"points","frequency":"month",)"
                               R"("scoring":{{"type":"higher","red":500,"green":700}}}}]}})",
                               lane, at(theme, "id"))),
        201);
    auto card = expect(world.get(ada, base + "/scorecard"), 200);
    CHECK(at(card, "themes.0.objectives.0.code") == "LT1");
    CHECK(at(card, "themes.0.objectives.0.measures.0.code") == "LT1.1");
    CHECK(at(card, "themes.0.objectives.0.judgement.light") == "grey");

    // 600 lies halfway between 500 and 700: score 50, yellow. The clock says February 2010.
    auto entered = expect(world.post(ada, base + "/observations?judge=true", R"([{"measure":"LT1.1","period":"2010-01","value":600}])"), 200);
    CHECK(at(entered, "results.0.outcome") == "new");
    CHECK(at(entered, "results.0.judgement.light") == "yellow");
    CHECK(at(entered, "results.0.judgement.score") == "50");
    card = expect(world.get(ada, base + "/scorecard?period=2010-01"), 200);
    CHECK(at(card, "themes.0.objectives.0.judgement.light") == "yellow");
    CHECK(at(card, "judgement.score") == "50");

    auto refused = expect(world.post(ada, base + "/observations", R"([{"measure":"LT1.1","period":"2010-01","value":700}])"), 400);
    CHECK(at(refused, "fields.0.path") == "[0].reason");
    auto corrected = expect(world.post(ada, base + "/observations?judge=true", R"([{"measure":"LT1.1","period":"2010-01","value":700,"reason":"Counted again."}])"), 200);
    CHECK(at(corrected, "results.0.outcome") == "corrected");
    CHECK(at(corrected, "results.0.judgement.light") == "green");  // on the threshold: the better band
    expect(world.post(ada, "/api/v1/acts/" + at(corrected, "act.id") + "/undo", "{}"), 200);
    card = expect(world.get(ada, base + "/scorecard?period=2010-01"), 200);
    CHECK(at(card, "themes.0.objectives.0.measures.0.value") == "600");
    auto again = expect(world.post(ada, "/api/v1/acts/" + at(corrected, "act.id") + "/undo", "{}"), 409);
    CHECK(at(again, "code") == "undone_already");

    std::string measure = at(card, "themes.0.objectives.0.measures.0.id");
    auto history = expect(world.get(ada, "/api/v1/measures/" + measure + "/observations"), 200);
    CHECK(history.find("items")->array()->size() == 3);

    auto changed = expect(world.patch(ada, "/api/v1/objectives/" + at(objective, "id"), "1", R"({"title":"Trust everywhere"})"), 200);
    CHECK(at(changed, "version") == "2");
    expect(world.patch(ada, "/api/v1/objectives/" + at(objective, "id"), "1", R"({"title":"Late"})"), 412);
    auto undone = expect(world.post(ada, "/api/v1/acts/" + at(changed, "act.id") + "/undo", "{}"), 200);
    CHECK(at(undone, "version") == "3");
    CHECK(at(expect(world.get(ada, "/api/v1/objectives/" + at(objective, "id")), 200), "title") == "Trust at every level");

    // The theme still holds an objective; once that is gone it goes too.
    expect(world.ask(ada, http::Method::delete_, "/api/v1/themes/" + at(theme, "id"), "{}", "1"), 409);
    expect(world.ask(ada, http::Method::delete_, "/api/v1/objectives/" + at(objective, "id"), "{}", "3"), 200);
    expect(world.ask(ada, http::Method::delete_, "/api/v1/themes/" + at(theme, "id"), "{}", "1"), 200);
  });
}

// A card may move where that saves a crossing or makes room. Laid out from nothing each time, several times as many would.
TEST_CASE("one more objective leaves the others of the map where people know them") {
  World world(4);
  std::string base = "/api/v1/alliances/" + world.load_sample();
  struct Place {
    std::string lane, row;
    double x;
  };
  auto places = [&] {
    std::map<std::string, Place> out;
    auto map = expect(world.get(test::anna, base + "/map"), 200);
    for (const auto& card : *map.find("cards")->array())
      out[at(card, "id")] = {at(card, "lane"), at(card, "row"), std::stod(at(card, "box.x"))};
    return out;
  };
  auto map = expect(world.get(test::anna, base + "/map"), 200);
  auto before = places();
  int moved = 0;
  for (int number = 0; number < 8; ++number) {
    expect(world.post(test::anna, base + "/objectives",
                                  fmt::format(R"({{"title":"One more, {}","theme":"{}","perspective":"{}"}})", number,
                                              at(map, fmt::format("themes.{}.id", number % 5)), at(map, fmt::format("lanes.{}.id", number % 3)))),
                       201);
    auto after = places();
    CHECK(after.size() == before.size() + 1);
    for (const auto& [id, place] : before) {
      moved += after[id].row != place.row;
      for (const auto& [other, there] : before)
        if (there.lane == place.lane && there.row == place.row && place.x < there.x) moved += after[id].x >= after[other].x;
    }
    before = std::move(after);
  }
  CHECK(moved <= 20);
}

TEST_CASE("all values of a call, or none") {
  for_each_world([](World& world) {
    std::string base = "/api/v1/alliances/" + make_alliance(world);
    auto map = expect(world.get(ada, base + "/map"), 200);
    auto theme = expect(world.post(ada, base + "/themes", R"({"name":"Growth"})"), 201);
    expect(world.post(ada, base + "/objectives",
                      fmt::format(R"({{"title":"Sell","code":"G","perspective":"{}","theme":"{}","measures":[{{"name":"Sales","code":"M","frequency":"month","scoring":{{"type":"higher","red":1,"green":2}}}}]}})",
                                  at(map, "lanes.0.id"), at(theme, "id"))),
           201);
    for (std::string wrong : {R"({"measure":"M","period":"2010-13","value":1})", R"({"measure":"M","period":"2010-02-30","value":1})",
                              R"({"measure":"M","period":"2009","value":1})", R"({"measure":"nobody","period":"2010-01","value":1})",
                              R"({"measure":"M","period":"2010-01","value":"1,5"})", R"({"measure":"M","period":"2010-01","value":1e308})",
                              R"({"measure":"M","period":"2010-01","value":"NaN"})", R"({"measure":"M","period":"2009-12","value":3})",
                              R"({"measure":"M","period":"2010-01","state":"na"})", R"({"measure":"M","period":"2010-06","value":1})"}) {
      CAPTURE(wrong);
      auto refused = expect(world.post(ada, base + "/observations", R"([{"measure":"M","period":"2009-12","value":2},)" + wrong + "]"), 400);
      CHECK(at(refused, "fields.0.path").starts_with("[1]."));
    }
    auto card = expect(world.get(ada, base + "/scorecard"), 200);
    CHECK(at(card, "themes.0.objectives.0.measures.0.value") == "");
  });
}

TEST_CASE("an invited partner sees nothing until it is in, and then what is shared") {
  for_each_world([](World& world) {
    std::string alliance = make_alliance(world), base = "/api/v1/alliances/" + alliance;
    CHECK(world.get(bo, base).status == 404);
    auto invitation = expect(world.post(ada, base + "/invitations", R"({"kind":"partner","email":"new@east.example","organisation_name":"East Labs"})"), 201);
    std::string link = at(invitation, "link");
    std::string secret = link.substr(link.rfind('/') + 1);
    auto shown = expect(world.ask("", http::Method::get, "/api/v1/invitations/" + secret), 200);
    CHECK(at(shown, "alliance_name") == "North–South");
    CHECK(shown.object()->size() == 5);  // name, inviter, kind, organisation and address: nothing else
    expect(world.ask("", http::Method::post, "/api/v1/invitations/" + secret + "/accept", R"({"name":"Eva","password":"quite long enough"})"), 400);
    auto accepted = world.ask("", http::Method::post, "/api/v1/invitations/" + secret + "/accept",
                              R"({"name":"Eva","password":"quite long enough","organisation_name":"East Labs"})");
    expect(accepted, 201);
    expect(world.ask("", http::Method::get, "/api/v1/invitations/" + secret), 404);
    auto seen = expect(world.get("new@east.example", base), 200);
    CHECK(at(seen, "rights.edit_draft") == "true");
    CHECK(world.get(bo, base).status == 404);
    auto look_alike = world.post(ada, base + "/invitations", R"({"kind":"neutral","email":"x@y.example","organisation_name":"Next"})");
    std::string other = at(body_of(look_alike), "link");
    auto taken = expect(world.ask("", http::Method::post, "/api/v1/invitations/" + other.substr(other.rfind('/') + 1) + "/accept",
                                  R"({"name":"X","password":"quite long enough","organisation_name":"Eаst Labs"})"),
                        400);  // with a Cyrillic а
    CHECK(at(taken, "fields.0.code") == "taken");
  });
}

TEST_CASE("a role takes what it may, and unknown and forbidden look alike") {
  World world(5);
  std::string alliance = world.load_sample(), base = "/api/v1/alliances/" + alliance;
  std::string employee;
  world.program->door().read([&](db::Transaction& transaction) {
    employee = *transaction.one<std::string>(
        "SELECT person.email FROM member JOIN person ON person.id = member.person WHERE member.roles = 'employee' LIMIT 1");
  });
  // The map and its lights, and nothing of what stands behind them.
  auto seen_map = expect(world.get(employee, base + "/map"), 200);
  bool lit = false;
  for (const auto& card : *seen_map.find("cards")->array()) {
    lit = lit || at(card, "judgement.light") != "grey";
    CHECK(at(card, "judgement.score").empty());
    for (const auto& node : *card.find("judgement")->find("masked")->array()) CHECK(at(node, "kind") != "measure");
  }
  CHECK(lit);
  std::string aim = at(seen_map, "cards.0.id");
  auto contested = fmt::format(R"({{"object":"{}","period":"2009-Q4","verdict":"contested","light":"{}","reason":"Trust fell by five points"}})", aim,
                               at(expect(world.get(test::marcus, "/api/v1/objectives/" + aim + "?period=2009-Q4"), 200), "judgement.light"));
  expect(world.post(test::marcus, base + "/light-verdicts", contested), 201);
  auto seen_aim = expect(world.get(employee, "/api/v1/objectives/" + aim + "?period=2009-Q4"), 200);
  CHECK(at(seen_aim, "words.0.verdict") == "contested");
  CHECK(json::text(seen_aim).find("five points") == std::string::npos);
  CHECK(at(seen_aim, "judgement.score").empty());
  // Nor on the pages that tell of the alliance as a whole. Who sees the scorecards finds the scores there.
  for (std::string path : {base, std::string("/api/v1/alliances"), std::string("/api/v1/home"), "/api/v1/objectives/" + aim}) {
    CAPTURE(path);
    auto scores = [&](const std::string& who) {
      std::string text = std::string(world.get(who, path).body_view());
      int found = 0;
      for (std::string_view word : {"\"score\":", "\"coverage\":"})
        for (auto place = text.find(word); place != std::string::npos; place = text.find(word, place + 1))
          found += text.compare(place + word.size(), 4, "null") != 0;
      return found;
    };
    CHECK(scores(employee) == 0);
    CHECK(scores(test::marcus) > 0);
  }
  auto nothing = world.get(employee, "/api/v1/alliances/00000000000000000000/scorecard");
  for (std::string part : {"/scorecard", "/record", "/people", "/export/observations.csv", "/record/export", "/access"}) {
    CAPTURE(part);
    auto hidden = world.get(employee, base + part);
    CHECK(hidden.status == 404);
    CHECK(hidden.body_view() == nothing.body_view());
  }
  CHECK(world.post(employee, base + "/themes", R"({"name":"Mine"})").status == 404);
  CHECK(world.post(employee, base + "/observations", R"([{"measure":"LA1.1","period":"2009-Q4","value":1}])").status == 404);

  // Suspended, the same person sees nothing with the very next request.
  auto people = expect(world.get(test::anna, base + "/people?q=" + employee), 200);
  std::string person = at(people, "items.0.person.id");
  bool own = employee.ends_with("aldermere.example");
  expect(world.patch(own ? test::anna : test::marcus, base + "/members/" + person, "1", R"({"state":"suspended"})"), 200);
  CHECK(world.get(employee, base + "/map").status == 404);
  // Nobody changes one's own rights, nor those of the other side.
  auto anna = at(expect(world.get(test::anna, "/api/v1/me"), 200), "person.id");
  CHECK(world.patch(test::anna, base + "/members/" + anna, "1", R"({"roles":["sponsor"]})").status == 409);
  CHECK(world.patch(test::marcus, base + "/members/" + anna, "1", R"({"state":"suspended"})").status == 409);
}

// Looked at from January 2010.
TEST_CASE("a measure starting mid-year has no gaps before it starts") {
  for_each_world([](World& world) {
    std::string base = "/api/v1/alliances/" + make_alliance(world);
    std::string lane = at(expect(world.get(ada, base + "/map"), 200), "lanes.1.id");
    auto theme = expect(world.post(ada, base + "/themes", R"({"name":"Growth"})"), 201);
    auto objective = expect(world.post(ada, base + "/objectives",
                                       fmt::format(R"({{"title":"Sell together","perspective":"{}","theme":"{}"}})", lane, at(theme, "id"))),
                            201);
    auto make = [&](std::string_view more) {
      auto made = expect(world.post(ada, base + "/measures",
                                    fmt::format(R"({{"objective":"{}","name":"Orders","frequency":"month"{}}})", at(objective, "id"), more)),
                         201);
      return at(made, "id");
    };
    auto look = [&](const std::string& measure) { return expect(world.get(ada, "/api/v1/measures/" + measure + "?period=2010-01&periods=48"), 200); };
    constexpr std::string_view scored = R"(,"scoring":{"type":"higher","red":5,"green":7})";

    std::string starts = make(fmt::format(R"({},"starts":"2009-07-15")", scored));
    CHECK(at(look(starts), "begins") == "2009-07");
    CHECK(look(starts).find("recent")->array()->size() == 7);  // July to January
    CHECK(at(look(starts), "recent.0.period") == "2009-07");
    CHECK(look(starts).find("cells")->array()->size() == 48);  // earlier values can still be entered

    std::string aimed = make(fmt::format(R"({},"effective_from":"2009-10-01")", scored));
    CHECK(at(look(aimed), "begins") == "2009-10");

    std::string bare = make("");
    CHECK(at(look(bare), "begins") == "2010-01");
    CHECK(look(bare).find("recent")->array()->size() == 1);

    // A value counts before what was planned, be it earlier or later; a gap after it is one.
    expect(world.post(ada, base + "/observations", fmt::format(R"([{{"measure":"{}","period":"2009-03","value":6}}])", starts)), 200);
    CHECK(at(look(starts), "begins") == "2009-03");
    CHECK(at(look(starts), "recent.0.period") == "2009-03");
    expect(world.post(ada, base + "/observations", fmt::format(R"([{{"measure":"{}","period":"2009-12","value":6}}])", aimed)), 200);
    CHECK(at(look(aimed), "begins") == "2009-12");
    expect(world.post(ada, base + "/observations", fmt::format(R"([{{"measure":"{}","period":"2009-08","value":6}}])", aimed)), 200);
    CHECK(at(look(aimed), "begins") == "2009-08");
    CHECK(at(look(aimed), "recent.2.state") == "missing");  // October: August's value stands in for one month only
  });
}
