// Open event streams: they end with what let them be opened, and tell of what other servers on the same database do.
#include <doctest/doctest.h>
#include <libpq-fe.h>

#include "support/worlds.hpp"

using namespace entente;
using test::ada;
using test::add_person;
using test::at;
using test::body_of;
using test::World;

namespace {

constexpr const char* ben = "ben@north.example";
constexpr const char* cleo = "cleo@south.example";
constexpr const char* password = "quite long enough";

/// Signs in and gives the session's secret, which also works as a bearer.
std::string sign_in(World& world, const std::string& email) {
  auto request = http::make_request(http::Method::post, "/api/v1/sessions", fmt::format(R"({{"email":"{}","password":"{}"}})", email, password));
  request.headers.clear();
  request.headers.add("Content-Type", "application/json");
  auto response = http::answer(world.program->router(), request);
  REQUIRE(response.status == 201);
  std::string cookie(*response.header("Set-Cookie"));
  auto from = cookie.find('=') + 1;
  return cookie.substr(from, cookie.find(';') - from);
}

http::Response ask(World& world, const std::string& secret, http::Method method, const std::string& target, const std::string& body = "") {
  auto request = http::make_request(method, target, body);
  request.headers.clear();
  request.headers.add("Authorization", "Bearer " + secret);
  if (!body.empty()) request.headers.add("Content-Type", "application/json");
  return http::answer(world.program->router(), request, [](const http::Request&, std::string_view why) { MESSAGE(why); });
}

/// An open stream, as the server would hold it.
class Stream {
 public:
  Stream(World& world, const std::string& secret) : events_(world.program->events()) {
    auto ticket = events_.ticket();
    auto response = ask(world, secret, http::Method::get, "/api/v1/events");
    REQUIRE(response.events);
    subscription_ = *response.events;
    channel_ = events_.open(subscription_, ticket);
  }
  ~Stream() { events_.forget(channel_, subscription_); }
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  bool is_open() {
    bool open = true;
    for (const auto& text : channel_->take(open)) received_ += *text;
    return open;
  }
  /// What came since the last call.
  std::string received() {
    is_open();
    return std::exchange(received_, {});
  }

 private:
  http::EventStreams& events_;
  http::Subscription subscription_;
  std::shared_ptr<http::Channel> channel_;
  std::string received_;
};

/// Waits until it is so; a minute is only for machines that stand still.
template <class F>
bool comes_true(F&& function) {
  auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  while (!function())
    if (std::chrono::steady_clock::now() > end) return false;
    else std::this_thread::sleep_for(std::chrono::milliseconds(5));
  return true;
}

}  // namespace

TEST_CASE("a stream ends when its session runs out, and does not keep it alive") {
  World world;
  add_person(world, ada, "North Works");
  SUBCASE("idle") {
    std::string secret = sign_in(world, ada);
    Stream stream(world, secret);
    world.clock.advance_seconds(20 * 60);
    world.program->news().turn();
    CHECK(stream.is_open());
    world.clock.advance_seconds(9 * 60 + 59);
    world.program->news().turn();
    CHECK(stream.is_open());
    world.clock.advance_seconds(1);
    world.program->news().turn();
    CHECK_FALSE(stream.is_open());
    CHECK(ask(world, secret, http::Method::get, "/api/v1/me").status == 401);
  }
  SUBCASE("used in another tab") {
    std::string secret = sign_in(world, ada);
    Stream stream(world, secret);
    world.clock.advance_seconds(20 * 60);
    CHECK(ask(world, secret, http::Method::get, "/api/v1/me").status == 200);
    world.clock.advance_seconds(20 * 60);
    world.program->news().turn();
    CHECK(stream.is_open());
  }
  SUBCASE("after twelve hours, however busy") {
    std::string secret = sign_in(world, ada);
    Stream stream(world, secret);
    for (int quarter = 1; quarter <= 48; ++quarter) {
      CHECK(stream.is_open());
      world.clock.advance_seconds(15 * 60);
      ask(world, secret, http::Method::get, "/api/v1/me");
      world.program->news().turn();
    }
    CHECK_FALSE(stream.is_open());
  }
  SUBCASE("a token's end") {
    auto made = body_of(ask(world, sign_in(world, ada), http::Method::post, "/api/v1/me/tokens", R"({"name":"feed","days":1})"));
    Stream stream(world, at(made, "token"));
    world.clock.advance_seconds(86'399);
    world.program->news().turn();
    CHECK(stream.is_open());
    world.clock.advance_seconds(1);
    world.program->news().turn();
    CHECK_FALSE(stream.is_open());
  }
}

TEST_CASE("a stream that was being opened while somebody's rights changed is born closed") {
  http::EventStreams events;
  auto ticket = events.ticket();
  events.close_all();
  bool open = true;
  events.open({{"t"}, {}, "", {}}, ticket)->take(open);
  CHECK_FALSE(open);
  events.open({{"t"}, {}, "", {}}, events.ticket())->take(open);
  CHECK(open);
}

TEST_CASE("a change of somebody's rights ends that person's streams, and nobody else's") {
  World world;
  for (const char* who : {ada, ben}) add_person(world, who, "North Works");
  add_person(world, cleo, "South Works");
  std::string base = "/api/v1/alliances/" + at(body_of(world.post(ada, "/api/v1/alliances", R"({"name":"North–South"})")), "id");
  auto streams_left = [&](const std::function<void()>& act) {
    Stream adas(world, sign_in(world, ada)), bens(world, sign_in(world, ben)), cleos(world, sign_in(world, cleo));
    act();
    world.program->news().turn();
    return fmt::format("{}{}{}", adas.is_open() ? "ada " : "", bens.is_open() ? "ben " : "", cleos.is_open() ? "cleo" : "");
  };
  CHECK(streams_left([&] { REQUIRE(world.post(ada, base + "/members", fmt::format(R"({{"email":"{}","roles":["sponsor"]}})", ben)).status == 201); }) == "ada cleo");
  std::string ben_id = at(body_of(world.get(ben, "/api/v1/me")), "person.id");
  CHECK(streams_left([&] { REQUIRE(world.patch(ada, base + "/members/" + ben_id, "1", R"({"roles":["observer"]})").status == 200); }) == "ada cleo");
  CHECK(streams_left([&] { REQUIRE(world.post(cleo, "/api/v1/alliances", R"({"name":"South alone"})").status == 201); }) == "ada ben ");
  // Rights that went by another way are seen at the next turn.
  CHECK(streams_left([&] {
          world.program->door().write(db::Sight::of_system("test"), [&](db::Transaction& transaction) {
            transaction.run("UPDATE member SET state = 'suspended' WHERE person = $1", ben_id);
            world.program->door().rights_changed(transaction);
          });
        }) == "ada cleo");
}

TEST_CASE("two servers on one PostgreSQL: each hears what the other does") {
  if (test::database_kinds().size() == 1) return;
  test::FreshDatabase fresh(db::Kind::postgres, test::Schema::none);
  fresh.close();
  World here(3, fresh.location()), there(4, fresh.location());
  add_person(here, ada, "North Works");
  add_person(here, ben, "North Works");
  std::string alliance = at(body_of(here.post(ada, "/api/v1/alliances", R"({"name":"North–South"})")), "id");
  std::string base = "/api/v1/alliances/" + alliance;
  auto member = here.post(ada, base + "/members", fmt::format(R"({{"email":"{}","roles":["sponsor"]}})", ben));
  REQUIRE(member.status == 201);
  std::string ben_id = at(body_of(here.get(ben, "/api/v1/me")), "person.id");
  here.program->start();
  there.program->start();
  REQUIRE(comes_true([&] { return here.program->news().hears() && there.program->news().hears(); }));
  std::string secret = sign_in(there, ben);
  Stream stream(there, secret);
  CHECK(there.get(ben, base).status == 200);

  SUBCASE("a change") {
    stream.received();
    REQUIRE(here.post(ada, base + "/themes", R"({"name":"Growth"})").status == 201);
    std::string news;
    REQUIRE(comes_true([&] { return (news += stream.received()).find(alliance) != std::string::npos; }));
    CHECK(news.find("Growth") == std::string::npos);
    auto map = body_of(there.get(ben, base + "/map"));
    CHECK(at(map, "themes.0.name") == "Growth");
    // What it does itself it hears once, by its own commit.
    stream.received();
    there.get(ada, base);  // makes the token of this world
    stream.received();
    REQUIRE(there.post(ada, base + "/themes", R"({"name":"Trust"})").status == 201);
    REQUIRE(here.post(ada, base + "/themes", R"({"name":"Reach"})").status == 201);
    auto count = [](const std::string& text) {
      std::size_t found = 0;
      for (auto place = text.find("event: changed"); place != std::string::npos; place = text.find("event: changed", place + 1)) ++found;
      return found;
    };
    news.clear();
    comes_true([&] { return count(news += stream.received()) >= 2; });
    CHECK(count(news) == 2);
  }
  SUBCASE("the end of a session") {
    std::string at_home = sign_in(here, ben);
    std::string ending;
    auto list = body_of(ask(here, at_home, http::Method::get, "/api/v1/sessions"));
    for (int i = 0; i < 2; ++i)
      if (at(list, fmt::format("items.{}.current", i)) == "false") ending = at(list, fmt::format("items.{}.id", i));
    REQUIRE_FALSE(ending.empty());
    CHECK(stream.is_open());
    REQUIRE(ask(here, at_home, http::Method::delete_, "/api/v1/sessions/" + ending).status == 204);
    CHECK(comes_true([&] { return !stream.is_open(); }));
    CHECK(ask(there, secret, http::Method::get, "/api/v1/me").status == 401);
  }
  SUBCASE("the loss of a role") {
    REQUIRE(ask(there, secret, http::Method::get, base).status == 200);
    REQUIRE(here.patch(ada, base + "/members/" + ben_id, "1", R"({"state":"suspended"})").status == 200);
    CHECK(comes_true([&] { return !stream.is_open(); }));
    CHECK(ask(there, secret, http::Method::get, base).status == 404);
    // Opened again, the stream is deaf to the alliance: once Ada's stream has heard of it, his would have, too.
    Stream again(there, secret), adas(there, there.token_of(ada));
    REQUIRE(here.post(ada, base + "/themes", R"({"name":"Hidden"})").status == 201);
    std::string news;
    REQUIRE(comes_true([&] { return (news += adas.received()).find(alliance) != std::string::npos; }));
    CHECK(again.received().find(alliance) == std::string::npos);
  }
  SUBCASE("a lost connection comes back, and everything is looked at again") {
    stream.received();
    there.program->door().write([](db::Transaction& t) {
      t.each("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'entente-news' AND datname = current_database()",
             [](const db::Row&) {});
    });
    std::string news;
    REQUIRE(comes_true([&] { return (news += stream.received()).find(R"("what":["record","people","map","scorecard","alliance"])") != std::string::npos; }));
    REQUIRE(comes_true([&] { return here.program->news().hears() && there.program->news().hears(); }));
    stream.received();
    REQUIRE(here.post(ada, base + "/themes", R"({"name":"After"})").status == 201);
    CHECK(comes_true([&] { return (news += stream.received()).find(alliance) != std::string::npos; }));
  }
  here.program->stop();
  there.program->stop();
}

TEST_CASE("without the news the other server learns of a loss of rights by looking (and of nothing else)") {
  if (test::database_kinds().size() == 1) return;
  test::FreshDatabase fresh(db::Kind::postgres, test::Schema::none);
  fresh.close();
  World here(3, fresh.location()), there(4, fresh.location());  // not started: nobody listens
  add_person(here, ada, "North Works");
  add_person(here, ben, "North Works");
  std::string base = "/api/v1/alliances/" + at(body_of(here.post(ada, "/api/v1/alliances", R"({"name":"North–South"})")), "id");
  REQUIRE(here.post(ada, base + "/members", fmt::format(R"({{"email":"{}","roles":["sponsor"]}})", ben)).status == 201);
  there.program->news().turn();
  std::string secret = sign_in(there, ben);
  Stream stream(there, secret);
  REQUIRE(here.post(ada, base + "/themes", R"({"name":"Growth"})").status == 201);
  there.program->news().turn();
  CHECK(stream.received() == "");
  CHECK(stream.is_open());
  REQUIRE(here.patch(ada, base + "/members/" + at(body_of(here.get(ben, "/api/v1/me")), "person.id"), "1", R"({"roles":["observer"]})").status == 200);
  there.program->news().turn();
  CHECK_FALSE(stream.is_open());
}
