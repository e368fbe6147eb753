// The list of alliances is judged ahead, so that nobody waits for it after a start or after midnight.
#include <doctest/doctest.h>

#include "support/world.hpp"

using namespace entente;
using test::anna;
using test::World;

TEST_CASE("the list that was judged ahead is answered without reading values, today and tomorrow") {
  World world(6);
  world.load_sample();
  auto viewer = world.program->viewers().of(*world.program->viewers().person_by_email(anna), access::Channel::web);
  auto& service = world.program->service();
  auto& database = world.program->database();
  auto reads_of = [&](auto&& work) {
    auto before = database.statistics().reads;
    work();
    return database.statistics().reads - before;
  };
  auto warm = [&] { service.warm(*world.program->viewers().local_operator(), [] { return false; }); };

  // The sample's midnight is that of Brussels, at 23:00Z.
  world.clock.set(parse_instant("2010-02-01T22:55:00Z"));
  CHECK(reads_of([&] { service.items(*viewer); }) > 0);  // the counter counts
  warm();
  auto ahead = service.items(*viewer);
  CHECK(reads_of([&] { service.items(*viewer); }) == 0);
  world.clock.set(parse_instant("2010-02-01T23:01:00Z"));
  CHECK(reads_of([&] { service.items(*viewer); }) == 0);
  world.clock.set(parse_instant("2010-02-02T00:01:00Z"));
  CHECK(reads_of([&] { service.items(*viewer); }) == 0);
  world.clock.set(parse_instant("2010-02-02T23:01:00Z"));
  CHECK(reads_of([&] { service.items(*viewer); }) > 0);

  // What is judged ahead is what would have been judged then.
  World other(6);
  other.load_sample();
  other.clock.set(parse_instant("2010-02-01T22:55:00Z"));
  auto fresh = other.program->service().items(*viewer);
  REQUIRE(fresh.size() == ahead.size());
  CHECK(json::text(*fresh.front()) == json::text(*ahead.front()));
}
