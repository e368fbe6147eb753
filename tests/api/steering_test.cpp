// Initiatives to the end (course, effect, green with a flat measure), and measures to renegotiate, keep or drop.
#include <doctest/doctest.h>

#include "support/talk.hpp"

using namespace entente;
using test::anna;
using test::at;
using test::expect;
using test::field_code;
using test::marcus;
using test::size_of;
using test::Talk;

namespace {

/// A shared quarterly measure of the first objective, from 2008-Q1 on.
struct Quarterly {
  Talk& it;
  std::string id;

  Quarterly(Talk& in, const std::string& name, const std::string& more = "") : it(in) {
    id = at(expect(it.world.post(anna, it.base + "/measures",
                                 fmt::format(R"({{"objective":"{}","name":"{}","unit":"patients","frequency":"quarter","aggregation":"last","scoring":{{"type":"higher","red":500,"green":700}},"effective_from":"2006-01-01"{}}})",
                                             it.objective, name, more)),
                        201),
            "id");
  }
  void give(std::vector<int> values, int year = 2008) {
    std::string rows;
    int quarter = 1;
    for (int value : values) {
      rows += fmt::format(R"({}{{"measure":"{}","period":"{}-Q{}","value":{}}})", rows.empty() ? "" : ",", id, year, quarter, value);
      if (++quarter > 4) {
        quarter = 1;
        ++year;
      }
    }
    expect(it.world.post(anna, it.base + "/observations", "[" + rows + "]"), 200);
  }
};

json::Value item_of(const json::Value& list, const std::string& id, const char* name = "id") {
  for (const auto& one : *list.find("items")->array())
    if (at(one, name) == id) return one;
  return json::parse("{}");
}

bool stands(const json::Value& list, const std::string& measure, std::string_view why) {
  auto item = item_of(list, measure, "measure");
  const auto* standings = item.find("standings");
  if (!standings) return false;
  for (const auto& one : *standings->array())
    if (*one.string() == why) return true;
  return false;
}

}  // namespace

TEST_CASE("a green initiative whose measure is flat comes first, with the numbers; one that worked does not") {
  test::for_each_talk([](Talk& it) {
    Quarterly moved(it, "Moved"), flat(it, "Flat");
    // Before (2008): medians 610 and 600. After 1 July 2009: 705 and 602.
    moved.give({600, 610, 610, 620, 630, 650, 700, 710});
    flat.give({600, 600, 590, 610, 600, 600, 601, 603});
    auto make = [&](const std::string& name, const std::string& measure) {
      return at(expect(it.world.post(anna, it.base + "/initiatives",
                                     fmt::format(R"({{"name":"{}","objectives":["{}"],"start":"2009-01-01","due":"2009-06-30","state":"running","progress":1,"moves":[{{"measure":"{}","sign":"up","size":80,"lag_months":6}}]}})",
                                                 name, it.objective, measure)),
                       201),
                "id");
    };
    std::string good = make("It works", moved.id), idle = make("It does not", flat.id);
    // Still open after its end it is behind its plan; done it is green.
    for (const auto& id : {good, idle}) expect(it.world.patch(anna, "/api/v1/initiatives/" + id, "1", R"({"state":"done"})"), 200);
    auto list = expect(it.world.get(marcus, it.base + "/initiatives"), 200);
    auto item = item_of(list, idle);
    CHECK(at(item, "flat") == "true");
    CHECK(at(item, "green") == "true");
    CHECK(at(item, "effects.0.verdict") == "flat");
    CHECK(at(item, "effects.0.before") == "600");
    CHECK(at(item, "effects.0.after") == "602");
    CHECK(at(item, "effects.0.change") == "2");
    CHECK(at(item, "effects.0.wanted") == "40");
    CHECK(at(item, "effects.0.settled") == "true");
    CHECK(at(item_of(list, good), "effects.0.verdict") == "moved");
    CHECK(at(item_of(list, good), "effects.0.change") == "95");
    CHECK(at(item_of(list, good), "flat") == "false");
    // Flat ones stand before all others, and are counted.
    std::size_t place = 0, flats = std::stoul(at(list, "flat"));
    while (at(list, fmt::format("items.{}.id", place)) != idle) ++place;
    CHECK(place < flats);
    // As of an earlier period it was too early.
    auto early = item_of(expect(it.world.get(marcus, it.base + "/initiatives?period=2009-Q2"), 200), idle);
    CHECK(at(early, "effects.0.verdict") == "too_early");
  });
}

TEST_CASE("each report on an initiative is a point of its course, against the plan of its time") {
  test::for_each_talk([](Talk& it) {
    auto& world = it.world;
    std::string id = at(expect(world.post(anna, it.base + "/initiatives", R"({"name":"Pool","start":"2010-01-01","due":"2010-04-11","budget":1000,"currency":"EUR"})"), 201), "id");
    auto report = [&](const char* when, const char* version, const char* body) {
      world.clock.set(parse_instant(when));
      return expect(world.patch(anna, "/api/v1/initiatives/" + id, version, body), 200);
    };
    report("2010-02-10T09:00:00Z", "1", R"({"progress":0.3,"cost":200,"state":"running"})");
    auto second = report("2010-02-20T09:00:00Z", "2", R"({"progress":0.45})");
    report("2010-02-20T10:00:00Z", "3", R"({"description":"Only words"})");
    world.clock.set(parse_instant("2010-03-02T09:00:00Z"));
    auto course = expect(world.get(marcus, "/api/v1/initiatives/" + id + "/course"), 200);
    REQUIRE(size_of(course, "points") == 4);
    CHECK(at(course, "points.0.day") == "2010-02-01");
    CHECK(at(course, "points.0.progress") == "0");
    CHECK(at(course, "points.0.planned") == "0.31");  // 31 of 100 days
    CHECK(at(course, "points.1.progress") == "0.3");
    CHECK(at(course, "points.1.planned") == "0.4");
    CHECK(at(course, "points.1.cost") == "200");
    CHECK(at(course, "points.2.progress") == "0.45");
    CHECK(at(course, "points.3.day") == "2010-03-02");
    CHECK(at(course, "points.3.planned") == "0.6");
    // A report taken back is a report too.
    std::string version = at(expect(world.get(anna, "/api/v1/initiatives/" + id), 200), "version");
    expect(world.patch(anna, "/api/v1/initiatives/" + id, version, R"({"cost":300})"), 200);
    course = expect(world.get(marcus, "/api/v1/initiatives/" + id + "/course"), 200);
    CHECK(at(course, "points.3.cost") == "300");
    CHECK(at(second, "version") == "3");
    // What one side keeps to itself has no course for the other.
    std::string hidden = at(expect(world.post(anna, it.base + "/initiatives", R"({"name":"Ours","private":true})"), 201), "id");
    CHECK(world.get(marcus, "/api/v1/initiatives/" + hidden + "/course").status == 404);
    expect(world.get(anna, "/api/v1/initiatives/" + hidden + "/course"), 200);
    CHECK(world.get(it.employee, "/api/v1/initiatives/" + id + "/course").status == 404);
  });
}

TEST_CASE("measures always or never met are put up, a decision with its reason gives them rest, and it can be taken back") {
  test::for_each_talk([](Talk& it) {
    auto& world = it.world;
    Quarterly green(it, "Always"), red(it, "Never"), yellow(it, "Nearly never"), young(it, "Young");
    green.give({900, 900, 900, 900, 900, 900, 900, 900});
    red.give({100, 100, 100, 100, 100, 100, 100, 100});
    yellow.give({100, 100, 100, 600, 100, 100, 100, 100});
    young.give({900, 900}, 2009);
    auto list = expect(world.get(marcus, it.base + "/renegotiation"), 200);
    CHECK(stands(list, green.id, "always_met"));
    CHECK(stands(list, red.id, "never_met"));
    CHECK(item_of(list, yellow.id, "measure").find("standings") == nullptr);
    CHECK(item_of(list, young.id, "measure").find("standings") == nullptr);
    CHECK(at(item_of(list, red.id, "measure"), "red") == "8");
    CHECK(at(list, "counted_since").empty());
    CHECK(at(list, "looks_tell") == "0");

    auto decide = [&](const std::string& who, const std::string& measure, std::string_view verdict, std::string_view reason) {
      return world.post(who, "/api/v1/measures/" + measure + "/reviews", fmt::format(R"({{"verdict":"{}","reason":"{}"}})", verdict, reason));
    };
    CHECK(field_code(decide(anna, green.id, "keep", "")) == "empty");
    CHECK(decide(it.employee, green.id, "keep", "We like it").status == 404);
    auto kept = expect(decide(anna, green.id, "keep", "It guards us."), 200);
    list = expect(world.get(marcus, it.base + "/renegotiation"), 200);
    CHECK_FALSE(stands(list, green.id, "always_met"));
    CHECK(at(list, "decided.0.decision.reason") == "It guards us.");
    CHECK(at(list, "decided.0.decision.party") == "Aldermere Pharma");
    expect(world.post(anna, "/api/v1/acts/" + at(kept, "acts.0.id") + "/undo", "{}"), 200);
    CHECK(stands(expect(world.get(marcus, it.base + "/renegotiation"), 200), green.id, "always_met"));
    expect(decide(anna, green.id, "keep", "It guards us."), 200);
    world.clock.set(parse_instant("2011-02-02T09:00:00Z"));
    CHECK(stands(expect(world.get(marcus, it.base + "/renegotiation"), 200), green.id, "always_met"));

    // Dropped, it retires in the draft, and both acts are taken back one after the other.
    auto dropped = expect(decide(anna, red.id, "drop", "Nobody can reach it."), 200);
    CHECK(size_of(dropped, "acts") == 2);
    CHECK(at(expect(world.get(anna, "/api/v1/measures/" + red.id + "?basis=draft"), 200), "retired") == "2011-02-02");
    CHECK(item_of(expect(world.get(marcus, it.base + "/renegotiation"), 200), red.id, "measure").find("standings") == nullptr);
    for (const char* act : {"acts.0.id", "acts.1.id"}) expect(world.post(anna, "/api/v1/acts/" + at(dropped, act) + "/undo", "{}"), 200);
    CHECK(stands(expect(world.get(marcus, it.base + "/renegotiation"), 200), red.id, "never_met"));
  });
}

TEST_CASE("looks are counted by day and side, not by person, and neither side learns of the other's") {
  test::for_each_talk([](Talk& it) {
    auto& world = it.world;
    Quarterly seen(it, "Seen"), unseen(it, "Unseen");
    for (auto* one : {&seen, &unseen}) one->give({600, 900, 600, 900, 600, 900, 600, 900});
    auto look = [&](const std::string& who, const std::string& measure) { return world.post(who, "/api/v1/measures/" + measure + "/looks", ""); };
    CHECK(look(marcus, it.private_measure).status == 404);
    CHECK(look(it.employee, seen.id).status == 404);
    expect(look(anna, seen.id), 200);
    auto list = expect(world.get(anna, it.base + "/renegotiation"), 200);
    CHECK(at(list, "counted_since") == "2010-02-01");
    CHECK_FALSE(stands(list, unseen.id, "not_looked_at"));
    CHECK(at(expect(world.get(marcus, it.base + "/renegotiation"), 200), "counted_since").empty());

    world.clock.set(parse_instant("2010-05-03T09:00:00Z"));
    expect(look(anna, seen.id), 200);
    list = expect(world.get(anna, it.base + "/renegotiation"), 200);
    CHECK(stands(list, unseen.id, "not_looked_at"));
    CHECK_FALSE(stands(list, seen.id, "not_looked_at"));
    auto theirs = expect(world.get(marcus, it.base + "/renegotiation"), 200);
    CHECK_FALSE(stands(theirs, unseen.id, "not_looked_at"));
    // Nothing of it says who: the table holds a space, a measure, a day and a number.
    auto rows = world.program->database().read(db::Sight::of_system("test"), [](db::Transaction& transaction) {
      return transaction.all<std::tuple<std::string, std::int64_t>>("SELECT day, times FROM measure_look ORDER BY day");
    });
    CHECK(rows == std::vector<std::tuple<std::string, std::int64_t>>{{"2010-02-01", 1}, {"2010-05-03", 1}});
  });
}

TEST_CASE("who is responsible for an initiative takes back the own report, and is not in the way after having left") {
  test::for_each_talk([](Talk& it) {
    auto& world = it.world;
    const std::string owner = it.of_role("team_member", "aldermere"), path = "/api/v1/initiatives/";
    std::string id = at(expect(world.post(anna, it.base + "/initiatives", fmt::format(R"({{"name":"Pool","owner":"{}"}})", it.id_of(owner))), 201), "id");
    auto reported = expect(world.patch(owner, path + id, "1", R"({"progress":0.4,"state":"running"})"), 200);
    it.undo(owner, reported);
    CHECK(at(expect(world.get(anna, path + id), 200), "progress") == "0");
    // What the plan's editors changed is theirs to take back.
    auto renamed = expect(world.patch(anna, path + id, "3", R"({"name":"Pools"})"), 200);
    CHECK(world.post(owner, "/api/v1/acts/" + at(renamed, "act.id") + "/undo", "{}").status == 404);

    auto member = expect(world.get(anna, it.base + "/people?q=" + owner), 200);
    expect(world.patch(anna, it.base + "/members/" + it.id_of(owner), at(member, "items.0.version"), R"({"state":"suspended"})"), 200);
    expect(world.patch(anna, path + id, "4", fmt::format(R"({{"due":"2010-12-31","owner":"{}"}})", it.id_of(owner))), 200);
  });
}
