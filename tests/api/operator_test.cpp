// What comes through the operator's own socket.
#include <doctest/doctest.h>

#include "support/worlds.hpp"

using namespace entente;
using test::at;
using test::body_of;
using test::World;

namespace {

http::Response ask(app::Program& program, const std::string& target, const std::string& body) {
  auto request = http::make_request(http::Method::post, target, body);
  request.is_operator = true;
  return http::answer(program.router(), request);
}

}  // namespace

TEST_CASE("the sample is not loaded into a server that people reach from elsewhere") {
  char folder[] = "/tmp/entente-operator-XXXXXX";
  REQUIRE(mkdtemp(folder));
  {
    SettableClock clock{parse_instant("2010-02-01T09:00:00Z")};
    test::TurnableRandom random(1);
    log::Log log(log::Level::error);
    app::Settings settings;
    settings.database = std::string(folder) + "/a.db";
    settings.reachable = app::Reachable::from_elsewhere;
    app::Program program(settings, clock, random, log);
    auto refused = ask(program, "/api/v1/operator/samples/reference", "{}");
    CHECK(refused.status == 409);
    CHECK(at(body_of(refused), "code") == "sample_beyond_loopback");
    CHECK(program.door().read([](db::Transaction& t) { return *t.one<std::int64_t>("SELECT COUNT(*) FROM person"); }) == 0);
  }
  std::filesystem::remove_all(folder);
}

TEST_CASE("a person joins the organisation of exactly that name, and none that only looks like it") {
  test::for_each_world([](World& world) {
    auto add = [&](const std::string& email, const std::string& organisation) {
      return ask(*world.program, "/api/v1/operator/people",
                 fmt::format(R"({{"email":"{}","name":"Person","organisation":"{}","password":"quite long enough"}})", email, organisation));
    };
    auto look_alike = add("eve@elsewhere.example", "Nоrth Works");  // with a Cyrillic о
    CHECK(look_alike.status == 400);
    CHECK(at(body_of(look_alike), "fields.0.path") == "organisation");
    CHECK(add("eve@elsewhere.example", "NORTH WORKS").status == 400);
    CHECK(add("al@north.example", " North Works ").status == 201);
  });
}
