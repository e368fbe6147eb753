// P10: clocks never change who may do what. One life of an alliance, lived with clocks that go an hour or 400 days ahead, past 2038, an
// hour or 400 days back, and ten times as fast: what was ended stays ended, what was used once is not used again, a request that
// is sent again takes effect once, and what people agreed stands.
#include <doctest/doctest.h>

#include "support/answers.hpp"
#include "support/worlds.hpp"

using namespace entente;
using test::World;
using test::ada;
using test::at;
using test::bo;
using test::code_of;
using test::expect;

namespace {

constexpr const char* ben = "ben@north.example";
constexpr const char* dan = "dan@north.example";
constexpr std::int64_t hour = 3600, day = 86'400;

int status_of(World& world, const std::string& secret, const std::string& target = "/api/v1/me") {
  auto request = http::make_request(http::Method::get, target);
  request.headers.clear();
  request.headers.add("Authorization", "Bearer " + secret);
  return http::answer(world.program->router(), request).status;
}

http::Response send(World& world, const std::string& who, const std::string& key, const std::string& target, const std::string& body) {
  auto request = http::make_request(http::Method::post, target, body);
  request.headers.clear();
  request.headers.add("Authorization", "Bearer " + world.token_of(who));
  request.headers.add("Content-Type", "application/json");
  request.headers.add("Idempotency-Key", key);
  return http::answer(world.program->router(), request);
}

/// Everything that has ended or was used up by a moment, and what stands.
struct Life {
  World& world;
  std::string base, objective, charter, override_, idle_secret, ended_secret, short_token, ended_token, used_link, late_link, used_reset, late_reset, theme;

  std::string invite(const std::string& name) {
    auto link = at(expect(world.post(ada, base + "/invitations", fmt::format(R"({{"kind":"person","email":"{}@north.example","role":"employee"}})", name)), 201), "link");
    return "/api/v1/invitations/" + link.substr(link.rfind('/') + 1);
  }
  http::Response accept(const std::string& path) { return world.ask("", http::Method::post, path + "/accept", R"({"name":"Cy","password":"quite long enough"})"); }
  std::string reset_link() {
    world.sign_in(ada);
    auto link = at(expect(world.post(ada, "/api/v1/organisation/people/" + world.program->viewers().person_by_email(dan)->text() + "/password-reset", "{}"), 201), "link");
    return link.substr(link.find("/reset#") + 7);
  }
  int use(const std::string& secret) { return world.post("", "/api/v1/password-resets", fmt::format(R"({{"secret":"{}","password":"another long enough"}})", secret)).status; }
  std::string session(const std::string& who) {
    world.sign_in(who);
    return world.token_of(who);
  }

  /// Time goes by; the server looks every 20 seconds what has run out.
  void wait(std::int64_t seconds) {
    world.clock.advance_seconds(seconds);
    world.program->sessions().tick();
  }

  explicit Life(World& of) : world(of) {
    for (const char* who : {ben, dan}) test::add_person(world, who, "North Works");
    base = "/api/v1/alliances/" + at(expect(world.post(ada, "/api/v1/alliances", R"({"name":"North–South"})"), 201), "id");
    auto link = at(expect(world.post(ada, base + "/invitations", R"({"kind":"partner","email":"bo@south.example","organisation_name":"South Mills"})"), 201), "link");
    world.sign_in(bo);
    expect(world.post(bo, "/api/v1/invitations/" + link.substr(link.rfind('/') + 1) + "/accept", "{}"), 201);
    auto lane = at(expect(world.get(ada, base + "/map"), 200), "lanes.0.id");
    theme = at(expect(world.post(ada, base + "/themes", R"({"name":"Growth"})"), 201), "id");
    objective = at(expect(world.post(ada, base + "/objectives",
                                     fmt::format(R"({{"title":"Sell","perspective":"{}","theme":"{}","measures":[{{"name":"Sales","code":"M","frequency":"month","scoring":{{"type":"higher","red":5,"green":7}}}}]}})",
                                                 lane, theme)),
                          201),
                   "id");
    expect(world.post(ada, base + "/observations", R"([{"measure":"M","period":"2009-12","value":1}])"), 200);

    // Both sign, by persons whom their administrators named.
    world.program->door().write(db::Sight::of_system("test"), [&](db::Transaction& t) {
      t.run("INSERT INTO signatory (alliance, person, organisation, named_by, named_at) SELECT $1, person.id, person.organisation, person.id, 0 FROM person "
            "WHERE person.id IN (SELECT person FROM member WHERE alliance = $1)",
            base.substr(base.rfind('/') + 1));
      world.program->door().rights_changed(t);
    });
    charter = at(expect(world.post(ada, base + "/charters", "{}"), 201), "id");
    std::string digest = at(expect(world.get(ada, base + "/charters"), 200), "items.0.digest");
    for (const char* who : {ada, bo}) {
      world.sign_in(who);
      expect(world.post(who, "/api/v1/charters/" + charter + "/consent", fmt::format(R"({{"verdict":"ratified","digest":"{}"}})", digest)), 200);
    }
    // A light by hand with an end, which the other side agreed to.
    auto made = expect(world.post(ada, "/api/v1/objectives/" + objective + "/overrides", R"({"light":"green","reason":"Agreed","expires":"2010-02-10"})"), 201);
    override_ = at(made, "id");
    expect(world.ask(bo, http::Method::post, "/api/v1/overrides/" + override_ + "/consent", "", at(made, "version")), 200);

    ended_secret = session(ben);
    expect(world.ask(ben, http::Method::delete_, "/api/v1/sessions/current"), 204);
    idle_secret = session(ben);
    ended_token = at(expect(world.post(ben, "/api/v1/me/tokens", R"({"name":"ended"})"), 201), "token");
    auto tokens = expect(world.get(ben, "/api/v1/me/tokens"), 200);
    for (const auto& item : *tokens.find("items")->array())
      if (at(item, "name") == "ended") expect(world.ask(ben, http::Method::delete_, "/api/v1/me/tokens/" + at(item, "id")), 204);
    short_token = at(expect(world.post(ben, "/api/v1/me/tokens", R"({"name":"short","days":1})"), 201), "token");
    // After half an hour the session has idled out; after a day the token; after fourteen the invitation.
    late_link = invite("cy");
    late_reset = reset_link();
    wait(31 * 60);
    CHECK(status_of(world, idle_secret) == 401);
    CHECK(use(late_reset) == 404);
    wait(15 * day);
    CHECK(status_of(world, short_token) == 401);
    CHECK(accept(late_link).status == 404);
    for (const char* who : {ada, bo}) world.sign_in(who);
    used_link = invite("eve");
    expect(accept(used_link), 201);
    used_reset = reset_link();
    CHECK(use(used_reset) == 204);
    for (const char* who : {ada, bo}) world.sign_in(who);
  }

  /// What must not come back, whatever the clock says.
  void nothing_revives() {
    for (const auto& secret : {ended_secret, idle_secret, ended_token, short_token}) CHECK(status_of(world, secret) == 401);
    for (const auto& link : {used_link, late_link}) {
      CHECK(world.get("", link).status == 404);
      CHECK(accept(link).status == 404);
    }
    for (const auto& secret : {used_reset, late_reset}) CHECK(use(secret) == 404);
  }
  std::int64_t count(const std::string& sql) {
    return world.program->door().read(db::Sight::of_system("test"), [&](db::Transaction& t) { return *t.one<std::int64_t>(sql); });
  }
};

}  // namespace

TEST_CASE("no clock revives a session, a token or a link, doubles a request, or takes back what was agreed") {
  test::for_each_world([](World& world) {
    Life life(world);
    const Instant now = world.clock.now();
    auto to = [&](Instant moment) {
      world.clock.set(moment);
      world.program->sessions().tick();
      for (const char* who : {ada, bo}) world.sign_in(who);
    };
    const std::int64_t to_2038 = parse_instant("2038-01-19T03:14:08Z").seconds_since(now), to_2040 = parse_instant("2040-02-29T12:00:00Z").seconds_since(now);
    life.nothing_revives();
    int number = 0;
    for (std::int64_t jump : {-hour, hour, 400 * day, -400 * day, to_2038, to_2040, -16 * day}) {
      CAPTURE(jump);
      std::string key = fmt::format("key {}", ++number), body = fmt::format(R"({{"name":"Theme {}"}})", number);
      std::string themes_sql = fmt::format("SELECT COUNT(*) FROM theme WHERE name = 'Theme {}'", number);
      to(now);
      auto first = send(world, ada, key, life.base + "/themes", body);
      REQUIRE(first.status == 201);

      to(now.plus_seconds(jump));
      life.nothing_revives();
      // A key is good for a day: until then, and on every earlier clock, it is the same request.
      bool is_same = jump < day;
      auto again = send(world, ada, key, life.base + "/themes", body);
      CHECK(again.status == 201);
      CHECK((again.header("Idempotency-Replayed") == "true") == is_same);
      CHECK(life.count(themes_sql) == (is_same ? 1 : 2));
      // What both have signed is in force, and nobody signs it a second time.
      auto list = expect(world.get(ada, life.base + "/charters"), 200);
      CHECK(at(list, "items.0.state") == "in_force");
      std::string digest = at(list, "items.0.digest");
      CHECK(code_of(world.post(bo, "/api/v1/charters/" + life.charter + "/consent", fmt::format(R"({{"verdict":"ratified","digest":"{}"}})", digest))) == "not_proposed");
      CHECK(life.count("SELECT COUNT(*) FROM consent") == 2);
      // Nor is the light agreed to a second time, or a version of it changed that is not the newest.
      CHECK(world.ask(bo, http::Method::post, "/api/v1/overrides/" + life.override_ + "/consent", "", "2").status == 409);
      CHECK(world.get(ada, life.base + "/map").status == 200);
      CHECK(world.get(ada, life.base + "/scorecard").status == 200);

      // And back: nothing has come to life in between, and the request that was sent is not done once more.
      to(now);
      life.nothing_revives();
      CHECK(send(world, ada, key, life.base + "/themes", body).header("Idempotency-Replayed") == "true");
      CHECK(life.count(themes_sql) == (is_same ? 1 : 2));
    }
    // Ten times as fast, an hour and a half long: sessions end early rather than late.
    to(now);
    std::string secret = life.session(ben);
    for (int step = 0; step < 9; ++step) {
      world.clock.advance_seconds(10 * 60);
      life.nothing_revives();
    }
    CHECK(status_of(world, secret) == 401);
    world.clock.set(now);
    CHECK(status_of(world, secret) == 401);
  });
}

TEST_CASE("a light set by hand ends on its day, and is back on no later one; a removed one never") {
  test::for_each_world([](World& world) {
    Life life(world);
    const Instant now = world.clock.now();
    auto light_on = [&](const char* moment) {
      world.clock.set(parse_instant(moment));
      for (const char* who : {ada, bo}) world.sign_in(who);
      return at(expect(world.get(ada, "/api/v1/objectives/" + life.objective + "?period=2010-Q1"), 200), "override.expires");
    };
    CHECK(light_on("2010-02-16T12:00:00Z") == "");
    for (const char* later : {"2010-02-16T13:00:00Z", "2011-03-20T12:00:00Z", "2038-01-19T03:14:08Z", "2010-02-16T11:00:00Z", "2010-02-11T00:00:00Z"}) CHECK(light_on(later) == "");
    // Removed on a clock that was behind, it is gone on every clock.
    auto made = expect(world.post(ada, "/api/v1/objectives/" + life.objective + "/overrides", R"({"light":"green","reason":"Again","expires":"2010-03-10"})"), 201);
    std::string shown = light_on("2010-02-16T12:00:00Z");
    expect(world.ask(ada, http::Method::delete_, "/api/v1/overrides/" + at(made, "id"), "", at(made, "version")), 200);
    for (const char* any : {"2010-02-16T12:00:00Z", "2010-02-16T11:00:00Z", "2010-03-01T12:00:00Z", "2009-01-13T12:00:00Z", "2011-03-20T12:00:00Z"})
      CHECK(light_on(any) != "2010-03-10");
    CHECK(shown == "2010-03-10");  // the control: while it stood it was shown
    world.clock.set(now);
  });
}

TEST_CASE("believing a clock that was set back would revive what has ended (negative control)") {
  World world;
  test::add_person(world, ada, "North Works");
  test::add_person(world, bo, "South Mills");
  Life life(world);
  CHECK(life.accept(life.late_link).status == 404);
  CHECK(status_of(world, life.short_token) == 401);
  // Without what is written down of an end, the clock alone decides, and it can be set back.
  world.program->door().write(db::Sight::of_system("test"), [](db::Transaction& t) {
    t.run("UPDATE invitation SET ended_at = NULL");
    t.run("UPDATE api_token SET ended_at = NULL");
  });
  world.clock.set(parse_instant("2010-02-01T10:00:00Z"));
  world.program->sessions().ended_elsewhere();
  CHECK((life.accept(life.late_link).status == 201 || status_of(world, life.short_token) == 200));
}
