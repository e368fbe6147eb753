// P6: whatever takes somebody's access away takes it from everything that is open, before the answer to it is given: streams of events,
// sessions, tokens, links. What does not concern it stays open.
#include <doctest/doctest.h>

#include "support/answers.hpp"
#include "support/worlds.hpp"

using namespace entente;
using test::World;
using test::ada;
using test::at;
using test::expect;

namespace {

constexpr const char* ben = "ben@north.example";

enum class Closers { as_they_are, none };  // none: the broken variant, in which nobody tells the streams

/// Ben with all that can be open: two sessions, a token, and for each of them both streams; beside him Ada with hers.
struct Open {
  World& world;
  std::string base, ben_id, one, two, token;
  struct Stream {
    std::string secret;
    http::Subscription subscription;
    std::shared_ptr<http::Channel> channel;
  };
  std::vector<Stream> streams;

  explicit Open(World& of, Closers closers = Closers::as_they_are) : world(of) {
    test::add_person(world, ben, "North Works");
    ben_id = world.program->viewers().person_by_email(ben)->text();
    world.sign_in(ada);
    base = "/api/v1/alliances/" + at(expect(world.post(ada, "/api/v1/alliances", R"({"name":"North–South"})"), 201), "id");
    expect(world.post(ada, base + "/members", fmt::format(R"({{"email":"{}","roles":["alliance_manager"]}})", ben)), 201);
    world.sign_in(ben);
    two = world.token_of(ben);
    world.sign_in(ben);
    one = world.token_of(ben);
    token = at(expect(world.post(ben, "/api/v1/me/tokens", R"({"name":"feed"})"), 201), "token");
    for (const auto& secret : {one, two, token, world.token_of(ada)})
      for (const auto& target : {std::string("/api/v1/events"), base + "/events"}) {
        auto ticket = world.program->events().ticket();
        auto response = ask(secret, http::Method::get, target);
        REQUIRE(response.events);
        http::Subscription subscription = *response.events;
        if (closers == Closers::none) subscription.keys.clear();
        streams.push_back({secret, subscription, world.program->events().open(subscription, ticket)});
      }
    REQUIRE(open_of(one) == 2);
  }
  ~Open() {
    for (auto& stream : streams) world.program->events().forget(stream.channel, stream.subscription);
  }

  http::Response ask(const std::string& secret, http::Method method, const std::string& target, const std::string& body = "", const std::string& version = "") {
    auto request = http::make_request(method, target, body);
    request.headers.clear();
    request.headers.add("Authorization", "Bearer " + secret);
    if (method != http::Method::get) request.headers.add("Content-Type", "application/json");
    if (!version.empty()) request.headers.add("If-Match", "\"" + version + "\"");
    request.remote_address = "127.0.0.1";
    return http::answer(world.program->router(), request);
  }
  /// How many streams that this secret opened are open still.
  int open_of(const std::string& secret) {
    int open = 0;
    for (auto& stream : streams) {
      bool is_open = true;
      stream.channel->take(is_open);
      open += is_open && stream.secret == secret;
    }
    return open;
  }
  int status_of(const std::string& secret, const std::string& target) { return ask(secret, http::Method::get, target).status; }
  /// What each of Ben's three has left: his own page, the alliance, streams.
  std::string left() {
    std::string out;
    for (const auto& secret : {one, two, token}) out += fmt::format("{} {} {}; ", status_of(secret, "/api/v1/me"), status_of(secret, base + "/scorecard"), open_of(secret));
    return out;
  }
  std::string patch_member(const std::string& what) {
    auto people = expect(world.get(ada, base + "/people"), 200);
    std::string version;
    for (const auto& item : *people.find("items")->array())
      if (at(item, "person.id") == ben_id) version = at(item, "version");
    expect(world.patch(ada, base + "/members/" + ben_id, version, what), 200);
    return left();
  }
};

constexpr const char* all = "200 200 2; 200 200 2; 200 200 2; ";
constexpr const char* nothing = "401 401 0; 401 401 0; 401 401 0; ";

}  // namespace

TEST_CASE("what takes access away takes it from all that is open, before it is answered") {
  auto with = [](auto&& function) {
    test::for_each_world([&](World& world) {
      Open open(world);
      CHECK(open.left() == all);
      function(open);
      CHECK(world.get(ada, open.base).status == 200);
    });
  };
  SUBCASE("logout ends that session") {
    with([](Open& open) {
      CHECK(open.ask(open.one, http::Method::delete_, "/api/v1/sessions/current").status == 204);
      CHECK(open.left() == "401 401 0; 200 200 2; 200 200 2; ");
    });
  }
  SUBCASE("ending another session from one's list") {
    with([](Open& open) {
      auto list = test::body_of(open.ask(open.one, http::Method::get, "/api/v1/sessions"));
      for (const auto& item : *list.find("items")->array())
        if (at(item, "current") == "false") CHECK(open.ask(open.one, http::Method::delete_, "/api/v1/sessions/" + at(item, "id")).status == 204);
      CHECK(open.left() == "200 200 2; 401 401 0; 200 200 2; ");
    });
  }
  SUBCASE("a new password ends the other sessions and the tokens") {
    with([](Open& open) {
      auto changed = open.ask(open.one, http::Method::post, "/api/v1/me/password", R"({"current":"quite long enough","new_password":"another long enough"})");
      INFO(std::string(changed.body_view()));
      REQUIRE(changed.status < 300);
      for (const auto& secret : {open.two, open.token}) {
        CHECK(open.status_of(secret, "/api/v1/me") == 401);
        CHECK(open.open_of(secret) == 0);
      }
    });
  }
  SUBCASE("a token that is ended") {
    with([](Open& open) {
      auto tokens = test::body_of(open.ask(open.one, http::Method::get, "/api/v1/me/tokens"));
      CHECK(open.ask(open.one, http::Method::delete_, "/api/v1/me/tokens/" + at(tokens, "items.0.id")).status == 204);
      CHECK(open.left() == "200 200 2; 200 200 2; 401 401 0; ");
    });
  }
  SUBCASE("a role that is lost, and one's place in the alliance") {
    with([](Open& open) {
      // As an employee Ben sees the map and no scorecard; his streams end and have to be opened anew, with what is left.
      CHECK(open.patch_member(R"({"roles":["employee"]})") == "200 404 0; 200 404 0; 200 404 0; ");
      CHECK(open.status_of(open.one, open.base + "/map") == 200);
      CHECK(open.patch_member(R"({"state":"suspended"})") == "200 404 0; 200 404 0; 200 404 0; ");
      CHECK(open.status_of(open.one, open.base + "/map") == 404);
      CHECK(open.status_of(open.one, open.base + "/events") == 404);
    });
  }
  SUBCASE("a person who is suspended") {
    with([](Open& open) {
      expect(open.world.patch(ada, "/api/v1/organisation/people/" + open.ben_id, "1", R"({"state":"suspended"})"), 200);
      CHECK(open.left() == nothing);
    });
  }
  SUBCASE("a forgotten password, by the administrator's link") {
    with([](Open& open) {
      auto link = at(expect(open.world.post(ada, "/api/v1/organisation/people/" + open.ben_id + "/password-reset", "{}"), 201), "link");
      CHECK(open.left() == all);  // the link alone ends nothing
      CHECK(open.world.post("", "/api/v1/password-resets", fmt::format(R"({{"secret":"{}","password":"another long enough"}})", link.substr(link.find("/reset#") + 7))).status == 204);
      CHECK(open.left() == nothing);
    });
  }
  SUBCASE("what concerns no access ends nothing (control)") {
    with([](Open& open) {
      expect(open.world.post(ada, open.base + "/themes", R"({"name":"Growth"})"), 201);
      CHECK(open.left() == all);
    });
  }
}

TEST_CASE("streams that nobody closes would go on after a logout (negative control)") {
  World world;
  test::add_person(world, ada, "North Works");
  Open open(world, Closers::none);
  CHECK(open.ask(open.one, http::Method::delete_, "/api/v1/sessions/current").status == 204);
  CHECK(open.left() == "401 401 2; 200 200 2; 200 200 2; ");
}
