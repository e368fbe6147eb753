// What may be kept as a filter, and who finds it.
#include "filter/rules.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "base/random.hpp"

namespace {

using namespace entente;
using namespace entente::filter;
using access::Role;

bool good(std::string_view address, Place place) { return !wrong_address(address, place); }

/// One alliance with two parties, and people in it.
struct Alliance {
  SeededRandom random{4};
  AllianceId id = AllianceId::make(random);
  SpaceId shared = SpaceId::make(random);
  PartyId north = PartyId::make(random), south = PartyId::make(random);
  SpaceId norths = SpaceId::make(random), souths = SpaceId::make(random);

  Viewer viewer(const PartyId& party, Role role) {
    Viewer out;
    out.person = PersonId::make(random);
    out.home = SpaceId::make(random);
    access::Grant grant;
    grant.alliance = id;
    grant.party = party;
    grant.roles = {role};
    grant.shared = shared;
    grant.own = party == north ? norths : souths;
    out.grants = {grant};
    return out;
  }
  Filter of(const Viewer& owner, Audience audience) {
    const auto& grant = owner.grants.front();
    Filter filter;
    filter.owner = owner.person;
    filter.alliance = id;
    filter.party = grant.party;
    filter.audience = audience;
    filter.space = space_of(owner, &grant, audience);
    return filter;
  }
};

}  // namespace

TEST_CASE("an address is one of our own pages") {
  for (const char* address : {"/", "/map", "/map?knock=1", "/scorecards/0123456789abcdefghij?period=2009-Q4&side=ours", "/activity?q=a%20b+c", "/map?"})
    CHECK(good(address, Place::in_alliance));
  for (const char* address : {"", "map", "//evil.example", "/a//b", "https://evil.example", "/\\evil", "/map#x", "/map?x=<b>", "/map?x=a b", "/../x", "/map?x=\n",
                              "javascript:alert(1)", "/map?x=\"", "/a?b=ü"})
    CHECK_FALSE(good(address, Place::in_alliance));
  CHECK(good("/alliances?light=red", Place::outside_alliances));
  CHECK(good("/a", Place::in_alliance));
  for (const char* address : {"/a", "/a/some-slug/map", "/api/v1/me", "/api"}) CHECK_FALSE(good(address, Place::outside_alliances));
  CHECK(good("/map?x=" + std::string(993, 'x'), Place::in_alliance));
  CHECK_FALSE(good("/map?x=" + std::string(994, 'x'), Place::in_alliance));
}

TEST_CASE("whatever passes stays on this server and holds nothing that a page would run") {
  rc::check([](const std::string& text) {
    std::string address = "/" + text;
    if (!good(address, Place::in_alliance)) return;
    RC_ASSERT(address.find("//") == std::string::npos || address.find("//") > address.find('?'));
    RC_ASSERT(address.find_first_of("<>\"'\\#: \t\r\n") == std::string::npos);
  });
}

TEST_CASE("a filter is found by whom it was kept or shared for, and by nobody else") {
  Alliance it;
  Viewer anna = it.viewer(it.north, Role::alliance_manager), luc = it.viewer(it.north, Role::sponsor), eva = it.viewer(it.north, Role::employee),
         marcus = it.viewer(it.south, Role::alliance_manager), stranger;
  stranger.person = PersonId::make(it.random);
  struct Row {
    Audience audience;
    bool anna, luc, eva, marcus;
  };
  for (const Row& row : {Row{Audience::me, true, false, false, false}, Row{Audience::party, true, true, false, false}, Row{Audience::everybody, true, true, false, true}}) {
    Filter filter = it.of(anna, row.audience);
    CAPTURE(static_cast<int>(row.audience));
    CHECK(finds(anna, filter) == row.anna);
    CHECK(finds(luc, filter) == row.luc);
    CHECK(finds(eva, filter) == row.eva);
    CHECK(finds(marcus, filter) == row.marcus);
    CHECK_FALSE(finds(stranger, filter));
    CHECK(may_change(anna, filter));
    CHECK_FALSE(may_change(luc, filter));
    CHECK_FALSE(may_change(marcus, filter));
  }
  // Who left the alliance finds nothing of it any more.
  Filter own = it.of(anna, Audience::me);
  anna.grants.clear();
  CHECK_FALSE(finds(anna, own));
}

TEST_CASE("what a colleague shared can be tidied up by who edits for the same party") {
  Alliance it;
  Viewer luc = it.viewer(it.north, Role::sponsor), anna = it.viewer(it.north, Role::alliance_manager), marcus = it.viewer(it.south, Role::alliance_manager);
  CHECK(may_change(anna, it.of(luc, Audience::everybody)));
  CHECK_FALSE(may_change(marcus, it.of(luc, Audience::everybody)));
  CHECK_FALSE(may_change(anna, it.of(luc, Audience::me)));
}

TEST_CASE("who may share follows the table of rights") {
  Alliance it;
  auto may = [&](Role role) { return may_share_with(it.viewer(it.north, role).grants.front()); };
  using List = std::vector<Audience>;
  CHECK(may(Role::alliance_manager) == List{Audience::party, Audience::everybody});
  CHECK(may(Role::team_member) == List{Audience::everybody});
  CHECK(may(Role::observer).empty());
  CHECK(may(Role::employee).empty());
}
