#include "discussion/rules.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"

using namespace entente;
using namespace entente::discussion;
using access::Grant;
using access::Role;

namespace {

const std::string one = "0123456789abcdefghjk", other = "zzzzzzzzzzzzzzzzzzzz";

std::vector<std::string> mentioned(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& id : mentions_of(text)) out.push_back(id.text());
  return out;
}

struct Place {
  Grant grant;
  SpaceId shared = *SpaceId::parse(std::string(20, '1')), own = *SpaceId::parse(std::string(20, '2')), agreement = *SpaceId::parse(std::string(20, '3')),
          foreign = *SpaceId::parse(std::string(20, '4'));
  explicit Place(access::Roles roles) { grant = {{}, {}, roles, {}, shared, own, {agreement}}; }
};

constexpr std::array kinds = {Kind::objective, Kind::measure, Kind::initiative, Kind::theme, Kind::link, Kind::win, Kind::value, Kind::charter, Kind::alliance,
                              Kind::perspective, Kind::service_level, Kind::review, Kind::agreement, Kind::workshop, Kind::benefit};

}  // namespace

TEST_CASE("a mention is a name in square brackets and an identifier in round ones") {
  CHECK(mentioned("@[Anna](" + one + ") and @[Bo B](" + other + "), and @[Anna again](" + one + ")") == std::vector{one, other});
  CHECK(mentioned("@[Anna](" + one.substr(1) + ")").empty());
  CHECK(mentioned("@[Anna](" + one + "a)").empty());
  CHECK(mentioned("@[Anna] (" + one + ")").empty());
  CHECK(mentioned("@[](" + one + ")").empty());
  CHECK(mentioned("@[An\nna](" + one + ")").empty());
  CHECK(mentioned("[Anna](" + one + ")").empty());
  CHECK(mentioned("@[Anna](" + one).empty());
  CHECK(mentioned("@[@[Anna](" + one + ")") == std::vector{one});
  CHECK(mentioned("@[@[@[").empty());
}

TEST_CASE("a thing is named by kind and identifier, and an item only of a charter") {
  CHECK(parse_about("objective:" + one) == About{Kind::objective, one, ""});
  CHECK(parse_about("charter:" + one + ":" + other).part == other);
  CHECK(parse_about("charter:" + one + ":terms").text() == "charter:" + one + ":terms");
  using Texts = std::vector<std::string>;
  for (const auto& wrong : Texts{"", "objective", "objective:", "objective:1", "objectives:" + one, "objective:" + one + ":" + other, "charter:" + one + ":",
                            "charter:" + one + ":what", ":" + one, one}) {
    CAPTURE(wrong);
    CHECK_THROWS_AS(parse_about(wrong), Error);
  }
}

TEST_CASE("who sees the map alone talks about the map alone, and an observer about nothing") {
  Place employee({Role::employee}), observer({Role::observer}), member({Role::team_member}), manager({Role::alliance_manager});
  for (Kind kind : kinds) {
    CAPTURE(name(kind));
    constexpr std::array not_on_it = {Kind::measure, Kind::initiative, Kind::charter, Kind::service_level, Kind::review, Kind::agreement, Kind::workshop, Kind::benefit};
    bool map = std::find(not_on_it.begin(), not_on_it.end(), kind) == not_on_it.end();
    CHECK(may_comment(employee.grant, kind, employee.shared) == map);
    CHECK(may_see(employee.grant, kind, employee.shared) == map);
    CHECK_FALSE(may_see(employee.grant, kind, employee.own));
    CHECK_FALSE(may_see(employee.grant, kind, employee.agreement));
    CHECK(may_see(observer.grant, kind, observer.shared));
    CHECK_FALSE(may_comment(observer.grant, kind, observer.shared));
    CHECK(may_comment(member.grant, kind, member.shared));
    CHECK(may_comment(member.grant, kind, member.agreement));
    CHECK_FALSE(may_comment(member.grant, kind, member.own));  // a team member does not read the private space
    CHECK(may_comment(manager.grant, kind, manager.own));
    CHECK_FALSE(may_comment(manager.grant, kind, manager.foreign));
  }
  // An employee who observes reads everything that is shared, and still talks about the map alone.
  Place both({Role::employee, Role::observer});
  CHECK(may_see(both.grant, Kind::measure, both.shared));
  CHECK_FALSE(may_comment(both.grant, Kind::measure, both.shared));
  CHECK(may_comment(both.grant, Kind::objective, both.shared));
}
