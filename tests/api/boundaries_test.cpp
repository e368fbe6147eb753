// What lies between a shared and a private thing, and between one person's act and another's.
#include <doctest/doctest.h>

#include "support/answers.hpp"
#include "support/world.hpp"

using namespace entente;
using test::World;
using test::anna;
using test::at;
using test::body_of;
using test::expect;
using test::marcus;

namespace {

struct Sides {
  World world{31};
  std::string base = "/api/v1/alliances/" + world.load_sample();
  json::Value map = expect(world.get(anna, base + "/map"), 200);
  std::string shared_one = at(map, "cards.0.id"), shared_two = at(map, "cards.9.id");

  std::string make_private() {
    return at(expect(world.post(anna, base + "/objectives",
                                fmt::format(R"({{"title":"Ours alone","private":true,"perspective":"{}","theme":"{}","measures":[{{"name":"M","unit":"points",)"
                                            R"("frequency":"month","private":true,"scoring":{{"type":"higher","red":1,"green":2}}}}]}})",
                                            at(map, "lanes.0.id"), at(map, "themes.0.id"))),
                     201),
              "id");
  }
};

}  // namespace

TEST_CASE("an unchanged-since question about a private thing is answered as about an unknown one") {
  Sides it;
  std::string mine = it.make_private();
  auto ask = [&](const std::string& email, const std::string& path) {
    auto request = http::make_request(http::Method::get, path, "");
    request.headers.clear();
    request.headers.add("Authorization", "Bearer " + it.world.token_of(email));
    request.headers.add("If-None-Match", "*");
    request.remote_address = "127.0.0.1";
    return http::answer(it.world.program->router(), request).status;
  };
  CHECK(ask(marcus, "/api/v1/objectives/" + mine) == 404);
  CHECK(ask(marcus, "/api/v1/objectives/00000000000000000000") == 404);
  CHECK(ask(anna, "/api/v1/objectives/" + mine + "?side=ours") == 304);
  CHECK(ask(marcus, "/api/v1/objectives/" + it.shared_one) == 304);
}

TEST_CASE("what is shared never points at something private") {
  Sides it;
  std::string mine = it.make_private();
  auto refused = [&](const http::Response& response) {
    CHECK(response.status == 400);
    CHECK(at(body_of(response), "fields.0.code") == "other_space");
  };
  refused(it.world.post(anna, it.base + "/initiatives", fmt::format(R"({{"name":"Both","objectives":["{}","{}"]}})", it.shared_one, mine)));
  refused(it.world.post(anna, it.base + "/wins",
                        fmt::format(R"({{"party":"{}","text":"A win","objectives":["{}"]}})", at(it.map, "wins.0.party"), mine)));
  auto link = at(it.map, "links.0.id"), version = at(it.map, "links.0.version");
  refused(it.world.patch(anna, "/api/v1/links/" + link, version, fmt::format(R"({{"to":"{}"}})", mine)));
  // Of one's own it may.
  expect(it.world.post(anna, it.base + "/initiatives", fmt::format(R"({{"name":"Ours","private":true,"objectives":["{}","{}"]}})", it.shared_one, mine)), 201);
}

TEST_CASE("a light set by hand is consented to once, and by a theme's leader only in the own theme") {
  Sides it;
  World& world = it.world;
  auto made = expect(world.post(anna, "/api/v1/objectives/" + it.shared_one + "/overrides", R"({"light":"green","reason":"Agreed in the review","expires":"2010-06-30"})"), 201);
  std::string path = "/api/v1/overrides/" + at(made, "id") + "/consent";
  std::string leader = world.program->door().read(db::Sight::of_system("test"), [&](db::Transaction& transaction) {
    return transaction
        .one<std::string>("SELECT person.email FROM theme JOIN person ON person.id = theme.leader JOIN organisation ON organisation.id = person.organisation "
                          "JOIN objective ON objective.id = $1 WHERE organisation.name = 'Halden Clinical' AND theme.id <> objective.theme "
                          "AND theme.removed_at IS NULL LIMIT 1",
                          it.shared_one)
        .value_or("");
  });
  REQUIRE(!leader.empty());
  CHECK(world.ask(leader, http::Method::post, path, "", at(made, "version")).status == 404);
  auto first = expect(world.ask(marcus, http::Method::post, path, "", at(made, "version")), 200);
  auto again = world.ask(marcus, http::Method::post, path, "", at(first, "version"));
  CHECK(at(body_of(again), "code") == "consented_already");
}

TEST_CASE("undoing a removal does not bring a second measure with the same code") {
  Sides it;
  World& world = it.world;
  auto add = [&] {
    return world.post(anna, it.base + "/measures",
                      fmt::format(R"({{"objective":"{}","code":"DUP1","name":"Twice","unit":"points","frequency":"month"}})", it.shared_one));
  };
  auto first = expect(add(), 201);
  auto removed = expect(world.ask(anna, http::Method::delete_, "/api/v1/measures/" + at(first, "id"), "", at(first, "version")), 200);
  expect(add(), 201);
  auto undone = world.post(anna, "/api/v1/acts/" + at(removed, "act.id") + "/undo", "");
  CHECK(undone.status == 400);
  CHECK(at(body_of(undone), "fields.0.code") == "taken");
}

TEST_CASE("an owner who has left keeps nobody from changing the rest") {
  Sides it;
  World& world = it.world;
  auto seen = expect(world.get(anna, "/api/v1/objectives/" + it.shared_one), 200);
  REQUIRE(at(seen, "owner.id") != "");
  world.program->door().write(db::Sight::of_system("test"), [&](db::Transaction& transaction) {
    transaction.run("UPDATE member SET state = 'suspended' WHERE person = $1", at(seen, "owner.id"));
  });
  expect(world.patch(anna, "/api/v1/objectives/" + it.shared_one, at(seen, "version"), R"({"description":"Still ours to change."})"), 200);
}

TEST_CASE("an import of the other side is not there, whatever became of it") {
  Sides it;
  World& world = it.world;
  auto preview = expect(world.ask(anna, http::Method::post, it.base + "/imports/observations", "measure,period,series,value,state,note\n", "", "text/csv"), 200);
  CHECK(world.post(marcus, "/api/v1/imports/" + at(preview, "id") + "/undo", "").status == 404);
  CHECK(world.post(marcus, "/api/v1/imports/00000000000000000000/undo", "").status == 404);
}

TEST_CASE("an import says of lines of targets that they judge nothing") {
  Sides it;
  World& world = it.world;
  auto measure = at(expect(world.get(anna, "/api/v1/objectives/" + it.shared_one), 200), "measures.0.code");
  auto preview = [&](const std::string& lines) {
    return expect(world.ask(anna, http::Method::post, it.base + "/imports/observations", "measure,period,series,value\n" + lines, "", "text/csv"), 200);
  };
  auto with = preview(measure + ",2009-Q4,target,70\n" + measure + ",2009-Q4,actual,71\n");
  REQUIRE(with.find("notes")->array()->size() == 1);
  CHECK(at(with, "notes.0").starts_with("1 line of targets"));
  CHECK(preview(measure + ",2009-Q4,actual,71\n").find("notes")->array()->empty());
}
