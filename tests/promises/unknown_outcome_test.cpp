// P5 on PostgreSQL: a commit whose confirmation does not come is said to have an unknown outcome, is never cancelled, and is safe to
// send again with the same Idempotency-Key. One cluster can play this: its commits wait for a standby that does not exist.
#include <doctest/doctest.h>
#include <libpq-fe.h>

#include <thread>

#include "support/answers.hpp"
#include "support/postgres_cluster.hpp"
#include "support/worlds.hpp"

using namespace entente;
using test::ada;
using test::at;
using test::expect;
using test::World;

namespace {

bool without_postgres() { return test::database_kinds().size() == 1; }

/// The database's operator, who decides whether commits wait for a standby.
class Operator {
 public:
  explicit Operator(const test::PostgresCluster& cluster) : server_(PQconnectdb(cluster.superuser_address("entente").c_str()), PQfinish) {}

  std::string ask(const std::string& sql) {
    std::unique_ptr<PGresult, decltype(&PQclear)> answer(PQexec(server_.get(), sql.c_str()), PQclear);
    return PQntuples(answer.get()) > 0 ? PQgetvalue(answer.get(), 0, 0) : "";
  }
  void wait_for(const std::string& standby) {
    ask("ALTER SYSTEM SET synchronous_standby_names = '" + standby + "'");
    ask("SELECT pg_reload_conf()");
    for (int i = 0; i < 12'000 && ask("SHOW synchronous_standby_names") != standby; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    REQUIRE(ask("SHOW synchronous_standby_names") == standby);
  }
  int waiting() { return std::atoi(ask("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'").c_str()); }
  void cancel_waiting() { ask("SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"); }

 private:
  std::unique_ptr<PGconn, decltype(&PQfinish)> server_;
};

http::Response send(World& world, const std::string& key, const std::string& target, const std::string& body) {
  auto request = http::make_request(http::Method::post, target, body);
  request.headers.clear();
  request.headers.add("Authorization", "Bearer " + world.token_of(ada));
  request.headers.add("Content-Type", "application/json");
  if (!key.empty()) request.headers.add("Idempotency-Key", key);
  return http::answer(world.program->router(), request, [](const http::Request&, std::string_view why) { World::last_defect() = why; });
}

std::int64_t themes(World& world, const std::string& name) {
  return world.program->door().read(db::Sight::of_system("test"), [&](db::Transaction& t) { return *t.one<std::int64_t>("SELECT COUNT(*) FROM theme WHERE name = $1", name); });
}

}  // namespace

TEST_CASE("a cancelled wait for the standby is told as an unknown outcome, and sending it again with the key does it once") {
  if (without_postgres()) return;
  test::PostgresCluster cluster(test::Durability::crash);
  World world(3, cluster.address("entente"));
  test::add_person(world, ada, "North Works");
  std::string target = "/api/v1/alliances/" + at(expect(world.post(ada, "/api/v1/alliances", R"({"name":"North–South"})"), 201), "id") + "/themes";
  world.token_of(ada);
  Operator op(cluster);

  /// Sends until a commit has to wait (each connection hears of the setting in its own time); the wait is cancelled.
  auto send_and_cancel = [&](const std::string& key) {
    op.wait_for("nobody");
    for (int attempt = 0; attempt < 1'000; ++attempt) {
      std::string name = fmt::format("{} {}", key.empty() ? "no key" : key, attempt), body = fmt::format(R"({{"name":"{}"}})", name);
      std::string its_key = key.empty() ? "" : name;
      std::atomic<bool> answered = false;
      http::Response response;
      std::thread sender([&] {
        response = send(world, its_key, target, body);
        answered = true;
      });
      while (!answered) {
        op.cancel_waiting();
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
      }
      sender.join();
      if (response.status == 201) continue;
      op.wait_for("");
      return std::tuple(std::move(response), its_key, body, name);
    }
    FAIL("no commit had to wait");
    return std::tuple(http::Response(), std::string(), std::string(), std::string());
  };

  auto [response, key, body, name] = send_and_cancel("with key");
  CHECK(response.status == 504);
  auto told = test::body_of(response);
  CHECK(at(told, "code") == "unknown_outcome");
  CHECK(at(told, "detail").find("not known") != std::string::npos);
  CHECK(at(told, "detail").find("Idempotency-Key") != std::string::npos);
  CHECK(themes(world, name) == 1);  // here it is, though perhaps not on the standby
  auto again = send(world, key, target, body);
  INFO(std::string(again.body_view()));
  CHECK((again.status == 201 || test::code_of(again) == "answer_lost"));
  CHECK(themes(world, name) == 1);

  // The control: without a key the same answer, and the second one makes a second theme.
  auto [other, no_key, other_body, other_name] = send_and_cancel("");
  CHECK(other.status == 504);
  CHECK(send(world, no_key, target, other_body).status == 201);
  CHECK(themes(world, other_name) == 2);
}

TEST_CASE("a commit that takes too long is given up with an unknown outcome, and not cancelled") {
  if (without_postgres()) return;
  test::PostgresCluster cluster(test::Durability::crash);
  db::Options options;
  options.statement_seconds = 1;
  auto database = db::Database::open(cluster.address("entente"), options);
  database->write([](db::Transaction& t) { t.script("CREATE TABLE entry (number BIGINT PRIMARY KEY)"); });
  Operator op(cluster);
  op.wait_for("nobody");
  int number = 0;
  std::optional<Error> refusal;
  while (!refusal && ++number < 10'000) {
    try {
      database->write([&](db::Transaction& t) { t.run("INSERT INTO entry VALUES ($1)", number); });
    } catch (const Error& error) {
      refusal = error;
    }
  }
  REQUIRE(refusal);
  CHECK(refusal->kind() == ErrorKind::unknown_outcome);
  CHECK(op.waiting() == 1);  // nobody has cancelled it: it still waits for its standby
  auto is_there = [&] { return op.ask(fmt::format("SELECT count(*) FROM entry WHERE number = {}", number)) == "1"; };
  CHECK_FALSE(is_there());
  op.wait_for("");
  for (int i = 0; i < 6'000 && !is_there(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  CHECK(is_there());
}
