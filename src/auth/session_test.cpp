#include "auth/session.hpp"

#include <doctest/doctest.h>

#include "auth/cookie.hpp"
#include "auth/link.hpp"
#include "auth/sign_in.hpp"
#include "base/error.hpp"
#include "support/databases.hpp"

namespace {
using namespace entente;
using namespace entente::auth;

constexpr std::int64_t minute = 60;
constexpr std::int64_t hour = 3600;
constexpr std::int64_t day = 86'400;

struct World {
  db::Database& database;
  SeededRandom random;
  SettableClock clock{parse_instant("2024-03-01T08:00:00Z")};
  SettableClock steady{Instant{1'000'000}};
  SessionRule rule = always_recheck();
  Sessions sessions{database, clock, random, rule, steady};
  PersonId ann = PersonId::make(random);
  PersonId bob = PersonId::make(random);

  explicit World(db::Database& of, std::uint64_t seed = 31) : database(of), random(seed) {}
  static SessionRule always_recheck() {
    SessionRule rule;
    rule.recheck_milliseconds = 0;
    return rule;
  }
  /// Time goes by, for both clocks.
  void wait(std::int64_t seconds) {
    clock.advance_seconds(seconds);
    steady.advance_seconds(seconds);
  }
  template <class F>
  auto write(F&& function) {
    return database.write(function);
  }
  StartedSession begin(PersonId person) {
    return write([&](db::Transaction& t) { return sessions.begin(t, person, "Firefox", "10.0.0.1"); });
  }
  bool is_in(const StartedSession& session) { return sessions.identify(session.secret).has_value(); }
  std::int64_t count(std::string_view sql) {
    return *database.read([&](db::Transaction& t) { return t.one<std::int64_t>(sql); });
  }
};
}  // namespace

TEST_CASE("a session tells who it is, and its secret is not in the database") {
  test::for_each_database([](db::Database& database) {
    World world(database);
    auto session = world.begin(world.ann);
    auto identity = world.sessions.identify(session.secret);
    REQUIRE(identity);
    CHECK(identity->person == world.ann);
    CHECK(identity->session == session.id);
    CHECK(identity->token.empty());
    CHECK(session.secret.size() == 22);
    CHECK_FALSE(world.sessions.identify(""));
    CHECK_FALSE(world.sessions.identify("AAAAAAAAAAAAAAAAAAAAAA"));
    CHECK_FALSE(world.sessions.identify(session.secret + "' OR 1=1"));
    database.read([&](db::Transaction& t) {
      CHECK(t.one<Digest>("SELECT secret FROM session") == stored_form(session.secret));
    });
  });
}

TEST_CASE("a session that is used goes on, one that idles ends after 30 minutes, every one after 12 hours") {
  test::for_each_database([](db::Database& database) {
    World world(database);
    auto used = world.begin(world.ann);
    auto idle = world.begin(world.ann);
    auto watched = world.begin(world.ann);
    CHECK(world.is_in(idle));
    for (int i = 0; i < 25; ++i) {
      CHECK(world.is_in(used));
      world.sessions.still_valid(watched.secret);  // an open stream does not count as use
      world.wait(29 * minute);
      world.sessions.tick();
      CHECK((i > 0 || world.is_in(used)));
      if (i == 1) CHECK_FALSE(world.is_in(idle));
      if (i == 1) CHECK_FALSE(world.sessions.still_valid(watched.secret));
      if (i == 23) world.wait(-5 * minute);
    }
    CHECK_FALSE(world.is_in(used));
  });
}

TEST_CASE("after a restart a session that is still good is found again, and one that ended is not") {
  test::for_each_database([](db::Database& database) {
    World world(database);
    auto good = world.begin(world.ann);
    auto ended = world.begin(world.ann);
    world.wait(20 * minute);
    CHECK(world.is_in(good));
    world.sessions.tick();
    world.wait(15 * minute);
    Sessions again(database, world.clock, world.random, world.rule, world.steady);
    CHECK(again.identify(good.secret));
    CHECK_FALSE(again.identify(ended.secret));
    world.write([&](db::Transaction& t) { again.end(t, good.id, world.ann); });
    Sessions third(database, world.clock, world.random, world.rule, world.steady);
    CHECK_FALSE(third.identify(good.secret));
  });
}

TEST_CASE("no clock brings an ended session back") {
  test::for_each_database([](db::Database& database) {
    for (std::int64_t jump : {-hour, hour, 400 * day, -400 * day}) {
      World world(database, static_cast<std::uint64_t>(jump));
      auto live = world.begin(world.ann);
      auto idle = world.begin(world.ann);
      auto ended = world.begin(world.ann);
      auto unseen = world.begin(world.ann);
      CHECK(world.is_in(idle));
      CHECK(world.is_in(ended));
      world.write([&](db::Transaction& t) { world.sessions.end(t, ended.id, world.ann); });
      world.wait(20 * minute);
      CHECK(world.is_in(live));
      world.wait(11 * minute);
      CHECK_FALSE(world.is_in(idle));
      world.clock.advance_seconds(jump);
      CHECK_FALSE(world.is_in(idle));
      CHECK_FALSE(world.is_in(ended));
      CHECK_FALSE(world.is_in(unseen));  // it has idled out too, though nobody looked
      // A live session survives a clock that was set back, by the steady clock, and not one that was set forward.
      CHECK(world.is_in(live) == (jump < 0));
      world.clock.advance_seconds(-jump);
      CHECK_FALSE(world.is_in(idle));
      CHECK_FALSE(world.is_in(ended));
      world.sessions.tick();
      Sessions again(database, world.clock, world.random, world.rule, world.steady);
      for (auto& session : {idle, ended, unseen}) CHECK_FALSE(again.identify(session.secret));
    }
  });
}

TEST_CASE("ending sessions and tokens takes effect at once, and only for their owner") {
  test::for_each_database([](db::Database& database) {
    World world(database);
    auto one = world.begin(world.ann);
    auto two = world.begin(world.ann);
    auto three = world.begin(world.ann);
    auto other = world.begin(world.bob);
    auto token = world.write([&](db::Transaction& t) { return world.sessions.make_token(t, world.ann, "reports", {}); });
    for (auto& each : {one, two, three, other}) CHECK(world.is_in(each));
    auto identity = world.sessions.identify(token.text);
    REQUIRE(identity);
    CHECK(identity->person == world.ann);
    CHECK(identity->session.empty());
    CHECK_FALSE(world.sessions.is_fresh(*identity));

    CHECK_THROWS_AS(world.write([&](db::Transaction& t) { world.sessions.end(t, one.id, world.bob); }), Error);
    CHECK(world.is_in(one));
    world.write([&](db::Transaction& t) { world.sessions.end(t, one.id, world.ann); });
    CHECK_FALSE(world.is_in(one));
    CHECK(world.is_in(two));
    CHECK_THROWS_AS(world.write([&](db::Transaction& t) { world.sessions.end(t, one.id, world.ann); }), Error);

    auto listed = database.read([&](db::Transaction& t) { return world.sessions.sessions_of(t, world.ann); });
    CHECK(listed.size() == 2);
    CHECK(listed[0].user_agent == "Firefox");
    CHECK(world.write([&](db::Transaction& t) { return world.sessions.end_others(t, world.ann, two.id); }) == 1);
    CHECK(world.is_in(two));
    CHECK_FALSE(world.is_in(three));

    CHECK_THROWS_AS(world.write([&](db::Transaction& t) { world.sessions.end_token(t, identity->token, world.bob); }), Error);
    CHECK(database.read([&](db::Transaction& t) { return world.sessions.tokens_of(t, world.ann); }).size() == 1);
    world.write([&](db::Transaction& t) { world.sessions.end_all(t, world.ann); });
    CHECK_FALSE(world.is_in(two));
    CHECK_FALSE(world.sessions.identify(token.text));
    CHECK(world.is_in(other));
  });
}

TEST_CASE("an ending that is rolled back ends nothing") {
  test::for_each_database([](db::Database& database) {
    World world(database);
    auto session = world.begin(world.ann);
    CHECK_THROWS(world.write([&](db::Transaction& t) {
      world.sessions.end_all(t, world.ann);
      throw Error(ErrorKind::conflict, "no", "Not after all.");
    }));
    CHECK(world.is_in(session));
  });
}

TEST_CASE("what one server ends has ended on another one of the same database") {
  test::FreshDatabase fresh(db::Kind::postgres);
  World world(*fresh);
  Sessions other(*fresh, world.clock, world.random, world.rule, world.steady);
  auto session = world.begin(world.ann);
  CHECK(world.is_in(session));
  CHECK(other.identify(session.secret));
  // Used on one server only: the other one must not think that it has idled out.
  world.wait(20 * minute);
  CHECK(world.is_in(session));
  world.sessions.tick();
  world.wait(20 * minute);
  CHECK(other.identify(session.secret));
  world.write([&](db::Transaction& t) { world.sessions.end(t, session.id, world.ann); });
  CHECK_FALSE(other.identify(session.secret));
}

TEST_CASE("sessions that are in use are not lost when others end all the time") {
  test::for_each_database([](db::Database& database) {
    World world(database);
    auto session = world.begin(world.ann);
    for (int i = 0; i < 8; ++i) {
      CHECK(world.is_in(session));
      auto other = world.begin(world.bob);
      world.write([&](db::Transaction& t) { world.sessions.end(t, other.id, world.bob); });
      world.wait(10 * minute);
    }
    CHECK(world.is_in(session));
    world.sessions.tick();
    CHECK(world.count("SELECT COUNT(*) FROM session WHERE ended_at IS NULL") == 1);
  });
}

TEST_CASE("a further login gives a session a new secret and makes it fresh for a while") {
  test::for_each_database([](db::Database& database) {
    World world(database);
    auto session = world.begin(world.ann);
    CHECK(world.sessions.is_fresh(*world.sessions.identify(session.secret)));
    world.wait(11 * minute);
    CHECK_FALSE(world.sessions.is_fresh(*world.sessions.identify(session.secret)));
    auto again = world.write([&](db::Transaction& t) { return world.sessions.refresh(t, session.id, world.ann); });
    CHECK(again.id == session.id);
    CHECK_FALSE(world.is_in(session));
    CHECK(world.sessions.is_fresh(*world.sessions.identify(again.secret)));
    world.clock.advance_seconds(-hour);
    CHECK_FALSE(world.sessions.is_fresh(*world.sessions.identify(again.secret)));
    CHECK_THROWS_AS(world.write([&](db::Transaction& t) { world.sessions.refresh(t, session.id, world.bob); }), Error);
  });
}

TEST_CASE("a token with an end ends there, for good") {
  test::for_each_database([](db::Database& database) {
    World world(database);
    auto until = world.clock.now().plus_seconds(hour);
    auto token = world.write([&](db::Transaction& t) { return world.sessions.make_token(t, world.ann, "reports", until); });
    CHECK(world.sessions.identify(token.text));
    world.wait(59 * minute);
    CHECK(world.sessions.identify(token.text));
    world.wait(minute);
    CHECK_FALSE(world.sessions.identify(token.text));
    world.clock.advance_seconds(-hour);
    CHECK_FALSE(world.sessions.identify(token.text));
    world.sessions.tick();
    CHECK_FALSE(world.sessions.identify(token.text));
    CHECK_THROWS_AS(world.write([&](db::Transaction& t) { world.sessions.make_token(t, world.ann, "", {}); }), Error);
  });
}

TEST_CASE("an access that ends while others are asking is never answered afterwards") {
  test::for_each_database([](db::Database& database) {
    World world(database);
    for (int round = 0; round < 10; ++round) {
      auto session = world.begin(world.ann);
      std::atomic<bool> has_ended = false;
      std::atomic<int> late = 0;
      std::vector<std::thread> threads;
      for (int i = 0; i < 3; ++i)
        threads.emplace_back([&] {
          for (int k = 0; k < 50; ++k) {
            bool ended_before = has_ended;
            if (world.is_in(session) && ended_before) ++late;
          }
        });
      world.write([&](db::Transaction& t) { world.sessions.end(t, session.id, world.ann); });
      has_ended = true;
      for (auto& thread : threads) thread.join();
      CHECK(late == 0);
    }
  });
}

TEST_CASE("passwords: the right one opens, others and unknown people get the same answer, guessing is slowed") {
  test::for_each_database([](db::Database& database) {
    World world(database);
    SignIn sign_in(database, world.clock, {1, 8192});
    auto hash = sign_in.hash("a long walk by the sea", "ann@example.org");
    world.write([&](db::Transaction& t) { set_password(t, world.ann, hash, world.clock.now()); });
    CHECK(database.read([&](db::Transaction& t) { return has_password(t, world.ann); }));
    CHECK_FALSE(database.read([&](db::Transaction& t) { return has_password(t, world.bob); }));
    CHECK_NOTHROW(sign_in.check(world.ann, "ann@example.org", "a long walk by the sea", "10.0.0.1"));
    auto answer = [&](std::optional<PersonId> person, std::string_view email, std::string_view password) {
      try {
        sign_in.check(person, email, password, "10.0.0.1");
      } catch (const Error& error) {
        return error.code() + error.message();
      }
      return std::string("in");
    };
    auto wrong = answer(world.ann, "ann@example.org", "wrong");
    CHECK(wrong.starts_with("wrong_credentials"));
    CHECK(answer(world.bob, "bob@example.org", "wrong") == wrong);
    CHECK(answer({}, "nobody@example.org", "nobody's password") == wrong);
    for (int i = 0; i < 4; ++i) answer(world.ann, "ann@example.org", "wrong");
    CHECK(answer(world.ann, "ann@example.org", "a long walk by the sea").starts_with("too_many_failures"));
    world.clock.advance_seconds(5);
    CHECK(answer(world.ann, "ann@example.org", "a long walk by the sea") == "in");
    world.write([&](db::Transaction& t) { set_password(t, world.ann, sign_in.hash("another long walk"), world.clock.now()); });
    CHECK(answer(world.ann, "ann@example.org", "a long walk by the sea") == wrong);
    CHECK_NOTHROW(sign_in.check_again(world.ann, "another long walk", "10.0.0.1"));
  });
}

TEST_CASE("of forty guesses at once no more are tried than one after the other") {
  test::for_each_database([](db::Database& database) {
    World world(database);
    SignIn sign_in(database, world.clock, {1, 8192});
    std::atomic<int> tried = 0, refused = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 40; ++i)
      threads.emplace_back([&] {
        try {
          sign_in.check(world.ann, "ann@example.org", "a guess", "10.0.0.1");
        } catch (const Error& error) {
          ++(error.code() == "wrong_credentials" ? tried : refused);
        }
      });
    for (auto& thread : threads) thread.join();
    CHECK(tried == 5);
    CHECK(refused == 35);
  });
}

TEST_CASE("an invitation can be used once, in its time, whatever the clock does") {
  test::for_each_database([](db::Database& database) {
    World world(database);
    auto alliance = AllianceId::make(world.random);
    auto make = [&] {
      Invitation invitation{{}, alliance, {}, "carol@example.org", "theme_leader", world.ann, {}, {}};
      return world.write([&](db::Transaction& t) { return make_invitation(t, world.random, invitation, world.clock.now()); });
    };
    auto use = [&](const std::string& secret) {
      return world.write([&](db::Transaction& t) { return use_invitation(t, secret, world.clock.now()); });
    };
    auto secret = make();
    auto found = database.read([&](db::Transaction& t) { return find_invitation(t, secret, world.clock.now()); });
    REQUIRE(found);
    CHECK(found->email == "carol@example.org");
    CHECK(found->organisation.empty());
    CHECK(database.read([&](db::Transaction& t) { return open_invitations(t, alliance, world.clock.now()); }).size() == 1);
    CHECK_FALSE(use("inv_AAAAAAAAAAAAAAAAAAAAAA"));
    CHECK(use(secret));
    CHECK_FALSE(use(secret));
    world.clock.advance_seconds(-hour);
    CHECK_FALSE(use(secret));
    world.clock.advance_seconds(hour);

    auto late = make();
    world.clock.advance_seconds(400 * day);
    CHECK_FALSE(use(late));
    world.sessions.tick();
    world.clock.advance_seconds(-400 * day);
    CHECK_FALSE(use(late));

    auto future = make();
    world.clock.advance_seconds(-hour);
    CHECK_FALSE(use(future));  // made an hour from now: this clock is not to be believed
    world.clock.advance_seconds(hour);
    auto open = database.read([&](db::Transaction& t) { return find_invitation(t, future, world.clock.now()); });
    REQUIRE(open);
    world.write([&](db::Transaction& t) { withdraw_invitation(t, open->id, alliance, world.clock.now()); });
    CHECK_FALSE(use(future));
    CHECK_THROWS_AS(world.write([&](db::Transaction& t) { withdraw_invitation(t, open->id, alliance, world.clock.now()); }), Error);
  });
}

TEST_CASE("a recovery link works once, and only the newest one") {
  test::for_each_database([](db::Database& database) {
    World world(database);
    auto make = [&] { return world.write([&](db::Transaction& t) { return make_recovery(t, world.random, world.ann, world.clock.now()); }); };
    auto use = [&](const std::string& secret) { return world.write([&](db::Transaction& t) { return use_recovery(t, secret, world.clock.now()); }); };
    auto first = make();
    auto second = make();
    CHECK_FALSE(use(first));
    CHECK(use(second) == world.ann);
    CHECK_FALSE(use(second));
    auto third = make();
    world.clock.advance_seconds(31 * minute);
    CHECK_FALSE(use(third));
  });
}

TEST_CASE("cookies, tokens of forms and origins") {
  CHECK(session_cookie("abc") == "__Host-entente=abc; Path=/; HttpOnly; Secure; SameSite=Lax");
  CHECK(session_secret("a=b; __Host-entente=xyz; c=d") == "xyz");
  CHECK(session_secret("__Host-entente=xyz") == "xyz");
  CHECK_FALSE(session_secret("__Host-entente2=xyz; x__Host-entente=1"));
  CHECK_FALSE(session_secret("__Host-entente=x; __Host-entente=y"));
  CHECK_FALSE(session_secret(""));
  CHECK_FALSE(session_secret(";;; ;"));
  CHECK(bearer_token("Bearer ent_x") == "ent_x");
  CHECK(bearer_token("bearer ent_x") == "ent_x");
  CHECK_FALSE(bearer_token("Basic abc"));
  CHECK_FALSE(bearer_token("Bearer "));
  auto token = csrf_token("secret");
  CHECK(is_csrf_token(token, "secret"));
  CHECK_FALSE(is_csrf_token(token, "secret2"));
  CHECK_FALSE(is_csrf_token("", "secret"));
  constexpr auto url = "https://alliances.example.org";
  CHECK(is_own_origin(url, "same-origin", "alliances.example.org", url));
  CHECK(is_own_origin("", "", "alliances.example.org", url));
  CHECK_FALSE(is_own_origin("https://evil.example", "", "alliances.example.org", url));
  CHECK_FALSE(is_own_origin("null", "", "alliances.example.org", url));
  CHECK_FALSE(is_own_origin("", "cross-site", "alliances.example.org", url));
  CHECK_FALSE(is_own_origin("http://alliances.example.org", "", "alliances.example.org", url));
  for (const char* host : {"localhost", "localhost:8080", "127.0.0.1", "127.0.0.1:8080", "127.1.2.3", "[::1]", "[::1]:8080"}) CHECK(is_loopback_host(host));
  for (const char* host : {"", "evil.example", "evil.example:8080", "127.0.0.1.evil.example", "127.evil.example", "localhost.evil.example", "127.0.0.1@evil.example",
                           "127.0.0", "127..0.1", "[::2]", "10.0.0.1", "evil.example:127.0.0.1"})
    CHECK_FALSE(is_loopback_host(host));
  CHECK(is_own_origin("http://127.0.0.1:8080", "", "127.0.0.1:8080", ""));
  CHECK_FALSE(is_own_origin("http://127.0.0.1:8081", "", "127.0.0.1:8080", ""));
}
