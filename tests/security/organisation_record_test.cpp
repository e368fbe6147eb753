// The record of an organisation's own space: its administrators read it and take it away, nobody else learns that it is there.
#include <sstream>

#include "record/verify.hpp"
#include "support/talk.hpp"

using namespace entente;
using test::ada;
using test::at;
using test::bo;
using test::body_of;
using test::expect;
using test::for_each_world;
using test::World;

namespace {

constexpr const char* ben = "ben@north.example";
const std::string target = "/api/v1/organisation/record";

/// Ben of North Works is suspended by Ada.
void suspend_ben(World& world) {
  test::add_person(world, ben, "North Works");
  world.sign_in(ada);
  auto id = world.program->viewers().person_by_email(ben)->text();
  expect(world.patch(ada, "/api/v1/organisation/people/" + id, "1", R"({"state":"suspended"})"), 200);
}

record::VerifyReport verified(const http::Response& exported) {
  std::istringstream in{std::string(exported.body_view())};
  return record::verify(in);
}

}  // namespace

TEST_CASE("administrators read what was done to their organisation, with the names of whom it was done to") {
  for_each_world([](World& world) {
    suspend_ben(world);
    auto record = expect(world.get(ada, target), 200);
    CHECK(at(record, "items.0.sentence") == "suspended Person");
    CHECK(at(record, "items.1.sentence") == "added Person");
    CHECK(at(record, "spaces.0.name") == "North Works");
    CHECK(test::size_of(record, "spaces") == 1);
    // Page by page it is the same.
    auto first = expect(world.get(ada, target + "?limit=1"), 200);
    CHECK(test::size_of(first, "items") == 1);
    auto second = expect(world.get(ada, target + "?limit=1&cursor=" + at(first, "next")), 200);
    CHECK(at(second, "items.0.act") == at(record, "items.1.act"));
    CHECK(world.get(ada, target + "?cursor=x").status == 400);
  });
}

TEST_CASE("it can be taken away and verified, each act with its receipt") {
  for_each_world([](World& world) {
    suspend_ben(world);
    auto exported = world.get(ada, target + "/export");
    REQUIRE(exported.status == 200);
    auto report = verified(exported);
    CHECK_MESSAGE(report.right(), report.text());
    auto record = expect(world.get(ada, target), 200);
    CHECK(std::to_string(report.leaves) == at(record, "spaces.0.size"));
    auto receipt = world.get(ada, "/api/v1/acts/" + at(record, "items.0.act") + "/receipt");
    REQUIRE(receipt.status == 200);
    CHECK(verified(receipt).right());
  });
}

TEST_CASE("nobody else gets it: not another organisation's administrator, not a colleague") {
  for_each_world([](World& world) {
    suspend_ben(world);
    auto act = at(expect(world.get(ada, target), 200), "items.0.act");
    constexpr const char* cleo = "cleo@north.example";
    test::add_person(world, cleo, "North Works");
    for (const char* part : {"", "/export"}) CHECK(world.get(cleo, target + part).status == 404);
    auto unknown = world.get(bo, "/api/v1/acts/aaaaaaaaaaaaaaaaaaaa/receipt");
    for (const char* who : {bo, cleo}) {
      auto receipt = world.get(who, "/api/v1/acts/" + act + "/receipt");
      CHECK(receipt.status == 404);
      CHECK(receipt.body_view() == unknown.body_view());
    }
    // Bo reads that of South Mills, in which nothing of this stands.
    auto other = world.get(bo, target);
    REQUIRE(other.status == 200);
    CHECK(other.body_view().find(act) == std::string_view::npos);
    CHECK(world.get(bo, target + "/export").body_view().find("North") == std::string_view::npos);
  });
}
