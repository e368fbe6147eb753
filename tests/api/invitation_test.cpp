// Invitations: what taking one up gives, who has to agree, and how they end.
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
  return "/api/v1/alliances/" + at(expect(world.post(ada, "/api/v1/alliances", R"({"name":"North–South"})"), 201), "id");
}

struct Sent {
  std::string id, path;  ///< the path of the API
};

Sent invite(World& world, const std::string& who, const std::string& base, const std::string& body) {
  auto made = expect(world.post(who, base + "/invitations", body), 201);
  std::string link = at(made, "link");
  return {at(made, "id"), "/api/v1/invitations/" + link.substr(link.rfind('/') + 1)};
}

Sent invite_partner(World& world, const std::string& who, const std::string& base, const std::string& name) {
  return invite(world, who, base, fmt::format(R"({{"kind":"partner","email":"{0}@{0}.example","organisation_name":"{0}"}})", name));
}

http::Response accept_as_new(World& world, const Sent& sent, const std::string& organisation) {
  return world.ask("", http::Method::post, sent.path + "/accept",
                   fmt::format(R"({{"name":"Newcomer","password":"quite long enough","organisation_name":"{}"}})", organisation));
}

/// Bo's South Mills becomes the second partner.
void take_in_bo(World& world, const std::string& base) {
  auto sent = invite_partner(world, ada, base, "South");
  world.sign_in(bo);
  expect(world.post(bo, sent.path + "/accept", "{}"), 201);
}

/// How many acts all records hold.
std::int64_t leaves(World& world) {
  return world.program->door().read(db::Sight::of_system("test"), [](db::Transaction& t) { return *t.one<std::int64_t>("SELECT COUNT(*) FROM record_leaf"); });
}

http::Response remove(World& world, const std::string& who, const std::string& target) { return world.ask(who, http::Method::delete_, target, "{}"); }

}  // namespace

TEST_CASE("taking up an invitation begins no session for who is signed in, and a token takes up nothing") {
  for_each_world([](World& world) {
    std::string base = make_alliance(world);
    auto sent = invite_partner(world, ada, base, "South");
    auto by_token = expect(world.post(bo, sent.path + "/accept", "{}"), 409);
    CHECK(at(by_token, "code") == "no_session");
    CHECK(world.get(bo, base).status == 404);
    world.sign_in(bo);
    auto accepted = world.post(bo, sent.path + "/accept", "{}");
    expect(accepted, 201);
    CHECK_FALSE(accepted.header("Set-Cookie"));
    CHECK(world.get(bo, base).status == 200);
    // A cookie that is no session's any more beside a token is no way around.
    auto second = invite(world, bo, base, R"({"kind":"person","email":"cy@south.example","role":"employee"})");
    auto request = http::make_request(http::Method::post, second.path + "/accept", "{}");
    request.headers.add("Authorization", "Bearer " + world.token_of(ada));
    request.headers.add("Cookie", "__Host-entente=0000000000000000000000");
    auto refused = http::answer(world.program->router(), request);
    CHECK(refused.status == 409);
    CHECK_FALSE(refused.header("Set-Cookie"));
    // Who chooses a password just now has given it: that begins one.
    auto fresh = accept_as_new(world, second, "South Mills");
    expect(fresh, 201);
    CHECK(fresh.header("Set-Cookie"));
  });
}

TEST_CASE("one of two partners alone takes in no third") {
  for_each_world([](World& world) {
    std::string base = make_alliance(world);
    // Sent while there was one partner, taken up when there are two: the second one is asked all the same.
    auto early = invite_partner(world, ada, base, "East");
    take_in_bo(world, base);
    auto waits = expect(accept_as_new(world, early, "East"), 409);
    CHECK(at(waits, "code") == "waits_for_partner");
    CHECK(at(expect(world.get(bo, base + "/invitations"), 200), "items.0.state") == "waits_for_partner");
    std::string consent = base + "/invitations/" + early.id + "/consent";
    CHECK(at(expect(world.post(ada, consent, "{}"), 409), "code") == "other_partner_needed");
    CHECK(expect(accept_as_new(world, early, "East"), 409).object());
    expect(world.post(bo, consent, "{}"), 204);
    CHECK(at(expect(world.get(ada, base + "/invitations"), 200), "items.0.state") == "open");
    CHECK(at(expect(world.post(bo, consent, "{}"), 409), "code") == "no_consent_needed");
    expect(accept_as_new(world, early, "East"), 201);
    // Neutral parties and one's own people need nobody's consent.
    auto neutral = invite(world, ada, base, R"({"kind":"neutral","email":"n@n.example","organisation_name":"Neutral"})");
    expect(accept_as_new(world, neutral, "Neutral"), 201);
    auto own = invite(world, ada, base, R"({"kind":"person","email":"cy@north.example","role":"employee"})");
    expect(accept_as_new(world, own, "North Works"), 201);
  });
}

TEST_CASE("a neutral party's place is not taken as a partner") {
  for_each_world([](World& world) {
    std::string base = make_alliance(world);
    invite(world, ada, base, R"({"kind":"neutral","email":"n@n.example","organisation_name":"Neutral"})");
    std::string place = at(expect(world.get(ada, base + "/people"), 200), "parties.1.id");
    auto body = [&](const std::string& kind) { return fmt::format(R"({{"kind":"{}","email":"m@n.example","party":"{}"}})", kind, place); };
    CHECK(at(expect(world.post(ada, base + "/invitations", body("partner")), 400), "fields.0.path") == "kind");
    expect(world.post(ada, base + "/invitations", body("neutral")), 201);
  });
}

TEST_CASE("an invitation is listed and withdrawn by the side that sent it") {
  for_each_world([](World& world) {
    std::string base = make_alliance(world);
    take_in_bo(world, base);
    auto colleague = invite(world, ada, base, R"({"kind":"person","email":"cy@north.example","role":"employee"})");
    auto party = invite_partner(world, ada, base, "East");
    CHECK(expect(world.get(ada, base + "/invitations"), 200).find("items")->array()->size() == 2);
    auto seen_by_bo = expect(world.get(bo, base + "/invitations"), 200);
    REQUIRE(seen_by_bo.find("items")->array()->size() == 1);  // whom the other side invites of its own is its own
    CHECK(at(seen_by_bo, "items.0.own") == "false");
    auto before = leaves(world);
    for (const auto& sent : {colleague, party}) {
      CHECK(remove(world, bo, base + "/invitations/" + sent.id).status == 404);
      CHECK(world.ask("", http::Method::get, sent.path).status == 200);
      expect(remove(world, ada, base + "/invitations/" + sent.id), 204);
      CHECK(world.ask("", http::Method::get, sent.path).status == 404);
      CHECK(accept_as_new(world, sent, "East").status == 404);
      CHECK(remove(world, ada, base + "/invitations/" + sent.id).status == 404);
    }
    CHECK(expect(world.get(ada, base + "/invitations"), 200).find("items")->array()->empty());
    CHECK(leaves(world) == before + 2);
  });
}

TEST_CASE("an invitation ends with the rights of who sent it, and with its place") {
  for_each_world([](World& world) {
    std::string base = make_alliance(world);
    test::add_person(world, "al@north.example", "North Works");
    expect(world.post(ada, base + "/members", R"({"email":"al@north.example","roles":["alliance_manager"]})"), 201);
    auto by_al = invite(world, "al@north.example", base, R"({"kind":"person","email":"cy@north.example","role":"sponsor"})");
    CHECK(world.ask("", http::Method::get, by_al.path).status == 200);
    std::string al = at(expect(world.get("al@north.example", "/api/v1/me"), 200), "person.id");
    expect(world.patch(ada, base + "/members/" + al, "1", R"({"state":"suspended"})"), 200);
    auto gone = world.ask("", http::Method::get, by_al.path);
    CHECK(gone.body_view() == world.ask("", http::Method::get, "/api/v1/invitations/inv_0000000000000000000000").body_view());
    CHECK(accept_as_new(world, by_al, "North Works").status == 404);
    expect(world.patch(ada, base + "/members/" + al, "2", R"({"state":"confirmed"})"), 200);
    CHECK(world.ask("", http::Method::get, by_al.path).status == 404);  // it stays so

    auto first = invite_partner(world, ada, base, "East");
    std::string place = at(expect(world.get(ada, base + "/people"), 200), "parties.1.id");
    auto second = invite(world, ada, base, fmt::format(R"({{"kind":"partner","email":"b@e.example","party":"{}"}})", place));
    expect(accept_as_new(world, first, "East"), 201);
    CHECK(world.ask("", http::Method::get, second.path).status == 404);
  });
}
