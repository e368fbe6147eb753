// Suspending people and giving them new passwords: who may, and what ends with it.
#include "support/talk.hpp"

using namespace entente;
using test::ada;
using test::at;
using test::bo;
using test::body_of;
using test::code_of;
using test::expect;
using test::for_each_world;
using test::World;

namespace {

constexpr const char* ben = "ben@north.example";
const std::string people = "/api/v1/organisation/people";

/// North Works with an alliance, where Ben manages too.
struct House {
  explicit House(World& of) : world(of) {
    test::add_person(world, ben, "North Works");
    base = "/api/v1/alliances/" + at(expect(world.post(ada, "/api/v1/alliances", R"({"name":"North–South"})"), 201), "id");
    expect(world.post(ada, base + "/members", fmt::format(R"({{"email":"{}","roles":["alliance_manager"]}})", ben)), 201);
    ben_id = world.program->viewers().person_by_email(ben)->text();
    ben_token = world.token_of(ben);
    world.sign_in(ada);
  }

  http::Response set(const std::string& who, const std::string& id, const std::string& version, const std::string& state) {
    return world.patch(who, people + "/" + id, version, fmt::format(R"({{"state":"{}"}})", state));
  }
  std::string state_of(const std::string& id) {
    auto list = expect(world.get(ada, people), 200);
    for (const auto& item : *list.find("items")->array())
      if (at(item, "id") == id) return at(item, "state") + " " + at(item, "version");
    return "nobody";
  }
  int sign_in_status(const std::string& email, const std::string& password) {
    return world.post("", "/api/v1/sessions", fmt::format(R"({{"email":"{}","password":"{}"}})", email, password)).status;
  }
  int status_of(const std::string& secret, const std::string& target) {
    auto request = http::make_request(http::Method::get, target);
    request.headers.clear();
    request.headers.add("Authorization", "Bearer " + secret);
    return http::answer(world.program->router(), request).status;
  }
  http::Response operate(const std::string& target, const std::string& body) {
    auto request = http::make_request(http::Method::post, target, body);
    request.is_operator = true;
    return http::answer(world.program->router(), request);
  }
  /// What the record of the organisation's own space says, the newest first.
  std::vector<std::string> told() {
    return world.program->door().read(db::Sight::of_system("test"), [&](db::Transaction& t) {
      auto home = *t.one<SpaceId>("SELECT space.id FROM space JOIN organisation ON organisation.id = space.organisation "
                                  "WHERE organisation.name = 'North Works' AND space.alliance IS NULL");
      std::vector<std::string> out;
      for (const auto& entry : record::entries_below(t, home, 1000, 100))
        out.push_back(fmt::format("{} {} by {}", entry.leaf.kind, entry.leaf.after, entry.who ? entry.who->name : "nobody"));
      return out;
    });
  }
  std::string offer(const std::string& who = ada) {
    auto link = at(expect(world.post(who, people + "/" + ben_id + "/password-reset", "{}"), 201), "link");
    auto hash = link.find("/reset#");
    REQUIRE(hash != std::string::npos);
    return link.substr(hash + 7);
  }
  http::Response use(const std::string& secret, const std::string& password) {
    return world.post("", "/api/v1/password-resets", fmt::format(R"({{"secret":"{}","password":"{}"}})", secret, password));
  }

  World& world;
  std::string base, ben_id, ben_token;
};

}  // namespace

TEST_CASE("only an administrator of the same organisation suspends, signed in, and nobody oneself") {
  for_each_world([](World& world) {
    House house(world);
    CHECK(test::size_of(expect(world.get(ada, people), 200), "items") == 2);
    CHECK(test::size_of(expect(world.get(bo, people), 200), "items") == 1);
    CHECK(world.get(ben, people).status == 404);
    CHECK(house.set(ben, house.ben_id, "1", "suspended").status == 409);  // with a token
    world.sign_in(ben);
    world.sign_in(bo);
    auto unknown = world.get(bo, "/api/v1/alliances/00000000000000000000/map");
    for (const char* who : {bo, ben}) {
      for (auto response : {house.set(who, house.ben_id, "1", "suspended"), world.post(who, people + "/" + house.ben_id + "/password-reset", "{}")}) {
        CHECK(response.status == 404);
        CHECK(response.body_view() == unknown.body_view());
      }
    }
    auto ada_id = world.program->viewers().person_by_email(ada)->text();
    CHECK(house.set(ada, ada_id, "1", "suspended").status == 409);
    CHECK(world.post(ada, people + "/" + ada_id + "/password-reset", "{}").status == 409);
    CHECK(world.patch(ada, people + "/" + house.ben_id, "", R"({"state":"suspended"})").status == 428);
    CHECK(house.set(ada, house.ben_id, "7", "suspended").status == 412);
    CHECK(house.set(ada, house.ben_id, "1", "left").status == 400);
    CHECK(house.set(ada, house.ben_id, "1", "confirmed").status == 409);
    CHECK(house.state_of(house.ben_id) == "confirmed 1");
    expect(house.set(ada, house.ben_id, "1", "suspended"), 200);
    CHECK(house.state_of(house.ben_id) == "suspended 2");
    CHECK(house.set(ada, house.ben_id, "2", "suspended").status == 409);
  });
}

TEST_CASE("who is suspended does nothing anywhere, at once, and comes back with a new login only") {
  for_each_world([](World& world) {
    House house(world);
    std::string token = house.ben_token;
    world.sign_in(ben);
    std::string session = world.token_of(ben);
    auto link = at(expect(world.post(ben, house.base + "/invitations", R"({"email":"cy@south.example","kind":"partner","organisation_name":"South Works"})"), 201), "link");
    std::string invitation = "/api/v1/invitations/" + link.substr(link.rfind('/') + 1);
    CHECK(world.get("", invitation).status == 200);
    std::string reset = house.offer();
    auto& events = world.program->events();
    auto ticket = events.ticket();
    auto stream = world.get(ben, "/api/v1/events");
    REQUIRE(stream.events);
    auto channel = events.open(*stream.events, ticket);
    bool open = true;
    channel->take(open);
    REQUIRE(open);
    REQUIRE(house.status_of(token, house.base + "/map") == 200);

    expect(house.set(ada, house.ben_id, "1", "suspended"), 200);
    channel->take(open);
    CHECK_FALSE(open);
    for (const auto& secret : {token, session}) {
      CHECK(house.status_of(secret, house.base + "/map") == 401);
      CHECK(house.status_of(secret, "/api/v1/me") == 401);
    }
    CHECK(house.sign_in_status(ben, "quite long enough") == 401);
    CHECK(house.sign_in_status(ada, "quite long enough") == 201);
    CHECK(world.get("", invitation).status == 404);
    CHECK(house.use(reset, "another long enough").status == 404);
    CHECK(code_of(world.post(ada, people + "/" + house.ben_id + "/password-reset", "{}")) == "not_confirmed");
    auto shown = expect(world.get(ada, house.base + "/people?q=" + std::string(ben)), 200);
    CHECK(at(shown, "items.0.state") == "suspended");
    CHECK(at(expect(world.get(ada, house.base + "/access"), 200), "total") == "1");

    expect(house.set(ada, house.ben_id, "2", "confirmed"), 200);
    CHECK(house.status_of(token, "/api/v1/me") == 401);
    CHECK(house.status_of(session, "/api/v1/me") == 401);
    CHECK(house.sign_in_status(ben, "quite long enough") == 201);
    world.sign_in(ben);
    CHECK(world.get(ben, house.base + "/map").status == 200);
    CHECK(world.get("", invitation).status == 404);
    auto told = house.told();
    CHECK(told[0] == R"(person.reinstated {"state":"confirmed"} by Person)");
    CHECK(told[1] == R"(person.suspended {"state":"suspended"} by Person)");
    events.forget(channel, *stream.events);
  });
}

TEST_CASE("a link for a new password works once, for half an hour, and ends what was open") {
  for_each_world([](World& world) {
    House house(world);
    std::string token = house.ben_token;
    world.sign_in(ben);
    std::string session = world.token_of(ben);
    auto earlier = house.offer(), secret = house.offer();
    CHECK(house.use(earlier, "another long enough").status == 404);  // a newer one took its place
    CHECK(house.use("rec_aaaaaaaaaaaaaaaaaaaaaa", "another long enough").status == 404);
    CHECK(house.use(secret, "short").status == 400);
    CHECK(house.use(secret, ben).status == 400);
    CHECK(house.status_of(session, "/api/v1/me") == 200);
    CHECK(house.use(secret, "another long enough").status == 204);
    CHECK(house.use(secret, "a third, long enough").status == 404);
    for (const auto& old : {token, session}) CHECK(house.status_of(old, "/api/v1/me") == 401);
    CHECK(house.sign_in_status(ben, "quite long enough") == 401);
    CHECK(house.sign_in_status(ben, "another long enough") == 201);
    CHECK(house.told()[0] == "person.password_reset  by Person");
    CHECK(house.told()[1] == "person.reset_offered  by Person");

    auto late = house.offer();
    world.clock.advance_seconds(30 * 60 - 1);
    CHECK(house.use(late, "a third, long enough").status == 204);
    world.sign_in(ada);
    late = house.offer();
    world.clock.advance_seconds(30 * 60);
    CHECK(house.use(late, "a fourth, long enough").status == 404);

    // The link does not stand in the record, and a login that is not fresh makes none.
    world.sign_in(ada);
    auto kept = house.offer();
    for (const auto& text : house.told()) CHECK(text.find(kept) == std::string::npos);
    world.clock.advance_seconds(601);
    CHECK(code_of(world.post(ada, people + "/" + house.ben_id + "/password-reset", "{}")) == "fresh_login");
  });
}

TEST_CASE("the operator suspends, reinstates and gives links by address") {
  for_each_world([](World& world) {
    House house(world);
    auto state = [&](const std::string& email, const char* to) {
      return house.operate("/api/v1/operator/people/state", fmt::format(R"({{"email":"{}","state":"{}"}})", email, to)).status;
    };
    CHECK(state("nobody@north.example", "suspended") == 400);
    CHECK(state(ben, "suspended") == 200);
    CHECK(house.status_of(house.ben_token, "/api/v1/me") == 401);
    CHECK(house.operate("/api/v1/operator/people/password-reset", fmt::format(R"({{"email":"{}"}})", ben)).status == 409);
    CHECK(state(ben, "confirmed") == 200);
    auto link = at(expect(house.operate("/api/v1/operator/people/password-reset", fmt::format(R"({{"email":"{}"}})", ben)), 201), "link");
    REQUIRE(link.starts_with("/reset#"));
    CHECK(house.use(link.substr(7), "another long enough").status == 204);
    CHECK(house.sign_in_status(ben, "another long enough") == 201);
    // Nobody gets there but through the operator's socket.
    CHECK(world.post(ada, "/api/v1/operator/people/state", fmt::format(R"({{"email":"{}","state":"suspended"}})", ben)).status == 404);
  });
}
