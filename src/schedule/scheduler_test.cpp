#include "schedule/scheduler.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <thread>

#include "support/databases.hpp"

using namespace entente;
using namespace entente::schedule;

namespace {

constexpr std::int64_t day = 86'400;

/// One server's scheduler with a daily job at six that notes its slots.
struct Server {
  Server(db::Database& database, const Clock& clock, std::uint64_t seed = 1) : random(seed), scheduler(database, clock, random, log) {
    scheduler.add({"letters", Cadence::daily(6), [this](Instant slot) {
                     if (fails) throw std::runtime_error("as told");
                     std::lock_guard lock(mutex);
                     slots.push_back(slot.text());
                   }});
  }
  SeededRandom random;
  log::Log log{"/dev/null", log::Level::error};
  std::mutex mutex;
  std::vector<std::string> slots;
  bool fails = false;
  Scheduler scheduler;
};

}  // namespace

TEST_CASE("slots of a cadence") {
  auto at = [](const char* text) { return parse_instant(text); };
  CHECK(Cadence::daily(6).last_slot(at("2010-02-01T05:59:59Z")) == at("2010-01-31T06:00:00Z"));
  CHECK(Cadence::daily(6).last_slot(at("2010-02-01T06:00:00Z")) == at("2010-02-01T06:00:00Z"));
  CHECK(Cadence::daily(6).next_slot(at("2010-02-01T06:00:00Z")) == at("2010-02-02T06:00:00Z"));
  CHECK(Cadence::hourly().last_slot(at("1969-12-31T23:30:00Z")) == at("1969-12-31T23:00:00Z"));
  // 1 February 2010 was a Monday.
  CHECK(Cadence::weekly(1, 6).last_slot(at("2010-02-01T06:00:00Z")) == at("2010-02-01T06:00:00Z"));
  CHECK(Cadence::weekly(1, 6).last_slot(at("2010-02-01T05:00:00Z")) == at("2010-01-25T06:00:00Z"));
  CHECK(Cadence::weekly(7, 23).last_slot(at("2010-02-01T05:00:00Z")) == at("2010-01-31T23:00:00Z"));
}

TEST_CASE("a new job begins with its next slot, runs each once, and missed runs run once, across restarts") {
  test::for_each_database([](db::Database& database) {
    SettableClock clock(parse_instant("2010-02-01T09:00:00Z"));
    Server first(database, clock);
    CHECK(first.scheduler.turn() == 0);
    CHECK(first.scheduler.next_time("letters").text() == "2010-02-02T06:00:00.000000Z");
    clock.advance_seconds(21 * 3600);
    CHECK(first.scheduler.next_time("letters") == clock.now());
    CHECK(first.scheduler.turn() == 1);
    CHECK(first.scheduler.turn() == 0);
    Server again(database, clock);
    CHECK(again.scheduler.turn() == 0);
    clock.advance_seconds(10 * day + 3600);
    CHECK(again.scheduler.turn() == 1);
    CHECK(again.scheduler.turn() == 0);
    CHECK(again.slots == std::vector<std::string>{"2010-02-12T06:00:00.000000Z"});
  });
}

TEST_CASE("a clock that jumps makes no run twice and no flood, and does not silence a job") {
  test::for_each_database([](db::Database& database) {
    SettableClock clock(parse_instant("2010-02-01T09:00:00Z"));
    Server server(database, clock);
    auto turns = [&](const char* when) {
      clock.set(parse_instant(when));
      return server.scheduler.turn() + server.scheduler.turn();
    };
    CHECK(turns("2010-02-01T09:00:00Z") == 0);
    CHECK(turns("2010-02-02T06:10:00Z") == 1);
    CHECK(turns("2010-02-02T05:10:00Z") == 0);  // an hour back
    CHECK(turns("2010-02-02T07:10:00Z") == 0);  // and forward
    CHECK(turns("2010-02-01T03:10:00Z") == 0);  // more than a day back: that slot was never run, but its turn is over
    CHECK(turns("2010-02-03T06:00:00Z") == 1);
    CHECK(turns("2011-03-10T06:00:00Z") == 1);  // 400 days on
    CHECK(turns("2010-02-03T07:00:00Z") == 0);  // set right again
    CHECK(turns("2010-02-04T06:00:00Z") == 1);
    CHECK(turns("2010-02-05T06:00:00Z") == 1);
    CHECK(turns("2011-03-10T07:00:00Z") == 0);
    std::set<std::string> different(server.slots.begin(), server.slots.end());
    CHECK(different.size() == server.slots.size());
  });
}

TEST_CASE("whatever the clock does, no slot runs twice and no look runs more than one") {
  rc::check("clocks", [] {
    test::FreshDatabase database(db::Kind::sqlite);
    SettableClock clock(parse_instant("2010-02-01T09:00:00Z"));
    Server server(*database, clock);
    auto jumps = *rc::gen::container<std::vector<std::int64_t>>(rc::gen::element<std::int64_t>(-3600, 3600, 600, day, -day, 400 * day, -400 * day, 5 * day, -3 * day, 7200));
    for (auto jump : jumps) {
      clock.advance_seconds(jump);
      RC_ASSERT(server.scheduler.turn() <= 1);
      RC_ASSERT(server.scheduler.turn() == 0);
    }
    std::set<std::string> different(server.slots.begin(), server.slots.end());
    RC_ASSERT(different.size() == server.slots.size());
  });
}

TEST_CASE("of several servers on one database one does each run, and another takes over from one that dies") {
  test::for_each_database([](db::Database& database) {
    SettableClock clock(parse_instant("2010-02-01T09:00:00Z"));
    std::vector<std::unique_ptr<Server>> servers;
    for (std::uint64_t i = 0; i < 4; ++i) servers.push_back(std::make_unique<Server>(database, clock, i + 1));
    servers[0]->scheduler.turn();
    std::vector<std::string> slots;
    for (int round = 0; round < 20; ++round) {
      clock.advance_seconds(day);
      std::vector<std::thread> threads;
      for (auto& server : servers) threads.emplace_back([&server] { server->scheduler.turn(); });
      for (auto& thread : threads) thread.join();
    }
    for (auto& server : servers) slots.insert(slots.end(), server->slots.begin(), server->slots.end());
    std::set<std::string> different(slots.begin(), slots.end());
    CHECK(slots.size() == 20);
    CHECK(different.size() == 20);

    // A server that took the run and died.
    clock.advance_seconds(day);
    Instant slot = Cadence::daily(6).last_slot(clock.now());
    database.write([&](db::Transaction& transaction) {
      transaction.run("INSERT INTO job_run (name, slot, holder, lease_until, tries) VALUES ('letters', $1, 'dead', $2, 1)", slot, clock.now().plus_seconds(900));
    });
    CHECK(servers[1]->scheduler.turn() == 0);
    clock.advance_seconds(899);
    CHECK(servers[1]->scheduler.turn() == 0);
    clock.advance_seconds(1);
    CHECK(servers[1]->scheduler.turn() == 1);
    CHECK(servers[2]->scheduler.turn() == 0);
  });
}

TEST_CASE("a run that fails is tried again, later and later, five times in all") {
  test::for_each_database([](db::Database& database) {
    SettableClock clock(parse_instant("2010-02-01T09:00:00Z"));
    Server server(database, clock);
    server.scheduler.turn();
    clock.set(parse_instant("2010-02-02T06:00:00Z"));
    server.fails = true;
    CHECK(server.scheduler.turn() == 0);
    server.fails = false;
    clock.advance_seconds(299);
    CHECK(server.scheduler.turn() == 0);
    clock.advance_seconds(1);
    CHECK(server.scheduler.turn() == 1);
    clock.set(parse_instant("2010-02-03T06:00:00Z"));
    server.fails = true;
    for (int i = 0; i < 5; ++i) {
      server.scheduler.turn();
      clock.advance_seconds(3600);
    }
    server.fails = false;
    CHECK(server.scheduler.turn() == 0);
    clock.set(parse_instant("2010-02-04T06:00:00Z"));
    CHECK(server.scheduler.turn() == 1);
  });
}
