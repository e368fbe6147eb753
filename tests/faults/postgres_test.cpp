// PostgreSQL that crashes, is cut off, or breaks the connection in the midst of a commit.
#include <libpq-fe.h>
#include <signal.h>

#include "support/databases.hpp"
#include "support/faulty_disk.hpp"
#include "support/postgres_cluster.hpp"

using namespace entente;

namespace {

constexpr std::string_view make_entry = "CREATE TABLE entry (number BIGINT PRIMARY KEY)";
constexpr std::string_view add_entry = "INSERT INTO entry VALUES ($1)";
constexpr std::string_view find_entries = "SELECT number FROM entry";

bool without_postgres() {
  return test::database_kinds().size() == 1;
}

ErrorKind kind_of_failure(const std::function<void()>& function) {
  try {
    function();
  } catch (const Error& error) {
    CAPTURE(error.detail());
    return error.kind();
  }
  FAIL("nothing was thrown");
  return ErrorKind::internal;
}

}  // namespace

TEST_CASE("PostgreSQL crashes under load: clear refusals, then all goes on, and nothing acknowledged is lost") {
  if (without_postgres()) return;
  test::PostgresCluster cluster(test::Durability::crash);
  auto database = db::Database::open(cluster.address("entente"));
  database->write([](db::Transaction& t) { t.script(make_entry); });
  std::mutex mutex;
  std::set<std::int64_t> acknowledged;
  std::atomic<std::int64_t> next = 0;
  std::atomic<bool> stop = false;
  std::atomic<int> refused = 0, other = 0;
  std::vector<std::thread> writers;
  for (int writer = 0; writer < 4; ++writer)
    writers.emplace_back([&] {
      while (!stop) {
        std::int64_t number = next++;
        try {
          database->write([&](db::Transaction& transaction) { transaction.run(add_entry, number); });
          std::lock_guard lock(mutex);
          acknowledged.insert(number);
        } catch (const Error& error) {
          if (error.kind() == ErrorKind::unavailable || error.kind() == ErrorKind::unknown_outcome)
            ++refused;
          else
            ++other;
          std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
      }
    });
  auto number_acknowledged = [&] {
    std::lock_guard lock(mutex);
    return acknowledged.size();
  };
  while (number_acknowledged() < 200) std::this_thread::yield();
  cluster.stop();
  while (refused < 8) std::this_thread::yield();
  CHECK(kind_of_failure([&] { database->read([](db::Transaction&) {}); }) == ErrorKind::unavailable);
  cluster.start();
  auto at_start = number_acknowledged();
  auto began = std::chrono::steady_clock::now();
  while (number_acknowledged() < at_start + 10 && std::chrono::steady_clock::now() - began < std::chrono::minutes(2))
    std::this_thread::yield();
  CHECK(number_acknowledged() >= at_start + 10);
  stop = true;
  for (auto& writer : writers) writer.join();
  CHECK(other == 0);
  auto list = database->read([](db::Transaction& t) { return t.all<std::int64_t>(find_entries); });
  std::set<std::int64_t> found(list.begin(), list.end());
  std::size_t lost = 0;
  for (std::int64_t number : acknowledged) lost += !found.contains(number);
  CHECK(lost == 0);

  SUBCASE("a commit that a standby has not confirmed has an unknown outcome") {
    std::unique_ptr<PGconn, decltype(&PQfinish)> operator_(PQconnectdb(cluster.superuser_address("entente").c_str()), PQfinish);
    auto run = [&](const char* sql) { PQclear(PQexec(operator_.get(), sql)); };
    run("ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
    run("SELECT pg_reload_conf()");
    // The server reads its settings again some time later.
    for (int i = 0; i < 12'000; ++i) {
      std::unique_ptr<PGresult, decltype(&PQclear)> shown(PQexec(operator_.get(), "SHOW synchronous_standby_names"),
                                                          PQclear);
      if (std::string_view(PQgetvalue(shown.get(), 0, 0)) == "nobody") break;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    std::atomic<bool> answered = false;
    ErrorKind kind = ErrorKind::internal;
    // Which backend hears of the new setting when is the server's affair: write until a commit has to wait.
    std::thread waiting([&] {
      for (int i = 1; i <= 12'000 && kind == ErrorKind::internal; ++i) {
        try {
          database->write([i](db::Transaction& t) { t.run(add_entry, -i); });
          std::this_thread::sleep_for(std::chrono::milliseconds(10));
        } catch (const Error& error) {
          kind = error.kind();
        }
      }
      answered = true;
    });
    while (!answered) {
      run("SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'");
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    waiting.join();
    CHECK(kind == ErrorKind::unknown_outcome);
  }
}

TEST_CASE("a connection that breaks during the commit leaves an unknown outcome, before it a certain one") {
  if (without_postgres()) return;
  test::FreshDatabase database(db::Kind::postgres, test::Schema::none);
  database->write([](db::Transaction& t) {
    t.script(make_entry);
    t.script(
        "CREATE FUNCTION hang_up() RETURNS trigger LANGUAGE plpgsql AS "
        "$$BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END$$;"
        "CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT ON entry DEFERRABLE INITIALLY DEFERRED "
        "FOR EACH ROW WHEN (NEW.number = 13) EXECUTE FUNCTION hang_up()");
  });
  bool followed = false;
  auto add = [&](std::int64_t number) {
    database->write([&](db::Transaction& t) {
      t.after_commit([&] { followed = true; });
      t.run(add_entry, number);
    });
  };
  CHECK(kind_of_failure([&] { add(13); }) == ErrorKind::unknown_outcome);
  CHECK_FALSE(followed);
  CHECK(kind_of_failure([&] {
          database->write([](db::Transaction& t) {
            t.each("SELECT pg_terminate_backend(pg_backend_pid())", [](const db::Row&) {});
          });
        }) == ErrorKind::unavailable);
  add(1);
  CHECK(followed);
  CHECK(database->read([](db::Transaction& t) { return t.all<std::int64_t>(find_entries); }) ==
        std::vector<std::int64_t>{1});
}

TEST_CASE("a deadlock is solved by doing one of the two again") {
  if (without_postgres()) return;
  test::FreshDatabase database(db::Kind::postgres, test::Schema::none);
  database->write([](db::Transaction& t) {
    t.script(
        "CREATE TABLE head (id BIGINT PRIMARY KEY, revision BIGINT NOT NULL); INSERT INTO head VALUES (1, 0), (2, 0)");
  });
  std::atomic<int> inside = 0, runs = 0;
  auto add = [&](std::int64_t first, std::int64_t second) {
    bool waited = false;
    database->write([&](db::Transaction& t) {
      ++runs;
      t.run("UPDATE head SET revision = revision + 1 WHERE id = $1", first);
      if (!std::exchange(waited, true)) {
        ++inside;
        while (inside < 2) std::this_thread::yield();
      }
      t.run("UPDATE head SET revision = revision + 1 WHERE id = $1", second);
    });
  };
  std::string problem;
  std::thread other([&] {
    try {
      add(2, 1);
    } catch (const Error& error) {
      problem = error.detail();
    }
  });
  CHECK_NOTHROW(add(1, 2));
  other.join();
  CHECK(problem == "");
  CHECK(runs >= 3);
  CHECK(database->read([](db::Transaction& t) { return t.all<int>("SELECT revision FROM head"); }) ==
        std::vector{2, 2});
}

TEST_CASE("statements prepared before a change of the schema are prepared again") {
  if (without_postgres()) return;
  test::FreshDatabase database(db::Kind::postgres, test::Schema::none);
  database->write([](db::Transaction& t) { t.script(make_entry); });
  auto add = [&](std::int64_t number) {
    return database->write([&](db::Transaction& t) {
      int columns = 0;
      t.each(
          "INSERT INTO entry VALUES ($1) RETURNING *", [&](const db::Row& row) { columns = row.columns(); }, number);
      return columns;
    });
  };
  CHECK(add(1) == 1);
  database->write([](db::Transaction& t) { t.script("ALTER TABLE entry ADD COLUMN note TEXT"); });
  CHECK(add(2) == 2);
}

TEST_CASE("a statement that takes too long is ended, a server that says nothing is given up") {
  if (without_postgres()) return;
  test::FreshDatabase database(db::Kind::postgres, test::Schema::none);
  db::Options options;
  options.statement_seconds = 4;
  database.reopen(options);
  CHECK(kind_of_failure([&] {
          database->read([](db::Transaction& t) { t.each("SELECT pg_sleep(99)", [](const db::Row&) {}); });
        }) == ErrorKind::unavailable);
  CHECK(database->read([](db::Transaction& t) { return t.one<int>("SELECT 1"); }) == 1);
  if (test::rounds(0, 1) == 0) return;
  pid_t stopped = 0;
  CHECK(kind_of_failure([&] {
          database->read([&](db::Transaction& t) {
            stopped = t.one<int>("SELECT pg_backend_pid()").value();
            ::kill(stopped, SIGSTOP);
            t.one<int>("SELECT 1");
          });
        }) == ErrorKind::unavailable);
  CHECK(database->read([](db::Transaction& t) { return t.one<int>("SELECT 1"); }) == 1);
  ::kill(stopped, SIGCONT);
}
