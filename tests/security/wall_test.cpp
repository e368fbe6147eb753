// The second wall: PostgreSQL's row-level security keeps an organisation's private rows from a transaction that was not
// opened for somebody who sees them, whatever the statement asks.
#include <doctest/doctest.h>
#include <libpq-fe.h>

#include "db/migrate.hpp"
#include "support/databases.hpp"
#include "support/postgres_cluster.hpp"
#include "support/world.hpp"

using namespace entente;
using test::World;

namespace {

/// The reference alliance on PostgreSQL, and the same database without the program before it.
struct Walled {
  test::FreshDatabase fresh{db::Kind::postgres, test::Schema::none};
  std::unique_ptr<World> world;
  std::unique_ptr<db::Database> raw;
  access::ViewerPointer anna, marcus;
  SpaceId private_space;  ///< of Anna's organisation
  const db::Sight system = db::Sight::of_system("test");

  Walled() {
    fresh.close();
    world = std::make_unique<World>(7, fresh.location());
    auto alliance = AllianceId::parse(world->load_sample());
    world->program->signer().sign_now();
    auto& viewers = world->program->viewers();
    anna = viewers.of(*viewers.person_by_email(test::anna), access::Channel::web);
    marcus = viewers.of(*viewers.person_by_email(test::marcus), access::Channel::web);
    private_space = anna->grant(*alliance)->own;
    db::Options one;
    one.connections = 1;
    raw = db::Database::open(fresh.location(), one);
  }

  std::int64_t count(const db::Sight& sight, const std::string& sql) {
    return raw->read(sight, [&](db::Transaction& transaction) { return *transaction.one<std::int64_t>(sql); });
  }
  std::int64_t in_private_space(const db::Sight& sight, const std::string& table) {
    return count(sight, fmt::format("SELECT count(*) FROM {} WHERE space = '{}'", table, private_space.view()));
  }
  std::int64_t private_values(const db::Sight& sight) {
    return count(sight, fmt::format("SELECT count(*) FROM observation WHERE measure IN (SELECT measure FROM target WHERE space = '{0}') OR "
                                    "measure IN (SELECT id FROM measure WHERE space = '{0}')",
                                    private_space.view()));
  }
  std::vector<std::string> names(const std::string& sql) {
    return raw->read([&](db::Transaction& transaction) { return transaction.all<std::string>(sql); });
  }
};

void as_superuser(const std::string& location, const std::string& sql) {
  std::string name = location.substr(location.rfind('/', location.find('?')) + 1);
  name = name.substr(0, name.find('?'));
  std::unique_ptr<PGconn, decltype(&PQfinish)> server(PQconnectdb(test::shared_cluster().superuser_address(name).c_str()), PQfinish);
  std::unique_ptr<PGresult, decltype(&PQclear)> answer(PQexec(server.get(), sql.c_str()), PQclear);
  INFO(PQerrorMessage(server.get()));
  REQUIRE(PQresultStatus(answer.get()) == PGRES_COMMAND_OK);
}

std::string code_of(const std::function<void()>& function) {
  try {
    function();
  } catch (const Error& error) {
    return error.code() + " " + error.detail();
  }
  return "";
}

bool without_postgres() { return test::database_kinds().size() == 1; }

constexpr const char* with_space =
    "SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'space' ORDER BY table_name";
constexpr const char* behind_the_wall =
    "SELECT relname FROM pg_class JOIN pg_policies ON tablename = relname WHERE relnamespace = 'public'::regnamespace "
    "AND relrowsecurity AND relforcerowsecurity ORDER BY relname";

}  // namespace

TEST_CASE("every table whose rows lie in a space is behind the wall, and some more") {
  if (without_postgres()) return;
  Walled walled;
  auto behind = walled.names(behind_the_wall);
  std::set<std::string> found(behind.begin(), behind.end());
  for (const auto& table : walled.names(with_space)) {
    CAPTURE(table);
    CHECK(found.contains(table));
  }
  for (std::string table : {"observation", "charter_document", "charter_measure", "consent", "import", "idempotency", "credential", "session", "api_token", "recovery", "server_key"}) {
    CAPTURE(table);
    CHECK(found.contains(table));
  }
  // Without a sight nothing of them is found, though the role owns the tables.
  std::size_t filled = 0;
  for (const auto& table : behind) {
    CAPTURE(table);
    std::string sql = "SELECT count(*) FROM " + table;
    filled += walled.count(walled.system, sql) > 0;
    CHECK(walled.count({}, sql) == 0);
  }
  CHECK(filled > 14);
}

TEST_CASE("a transaction for one organisation finds nothing that the other keeps to itself, and cannot change it") {
  if (without_postgres()) return;
  Walled walled;
  auto hers = walled.anna->sight(), his = walled.marcus->sight();
  std::set<std::string> filled;
  for (const auto& table : walled.names(with_space)) {
    CAPTURE(table);
    auto all = walled.in_private_space(walled.system, table);
    if (all > 0) filled.insert(table);
    CHECK(walled.in_private_space(hers, table) == all);
    CHECK(walled.in_private_space(his, table) == 0);
  }
  for (const char* table : {"measure", "target", "record_leaf", "record_head", "record_frontier", "record_person"}) CHECK(filled.contains(table));
  auto values = walled.private_values(walled.system);
  CHECK(values > 0);
  CHECK(walled.private_values(hers) == values);
  CHECK(walled.private_values(his) == 0);
  CHECK(walled.count(his, "SELECT count(*) FROM objective") > 0);  // what is shared he sees

  std::string touch = fmt::format("UPDATE measure SET name = 'his' WHERE space = '{}'", walled.private_space.view());
  CHECK(walled.raw->write(his, [&](db::Transaction& t) { return t.run(touch); }) == 0);
  CHECK(walled.raw->write(hers, [&](db::Transaction& t) { return t.run(touch); }) > 0);
  // Neither into her space, nor out of what he sees.
  auto add_leaf = [&](const db::Sight& sight) {
    return code_of([&] {
      walled.raw->write(sight, [&](db::Transaction& t) {
        t.run("INSERT INTO record_leaf (space, idx, act, leaf_hash, leaf, at) VALUES ($1, 999999, 'x', $2, $2, 0)", walled.private_space,
              std::span<const std::byte>());
      });
    });
  };
  CHECK(add_leaf(his).find("row-level security") != std::string::npos);
  CHECK(add_leaf({}).find("row-level security") != std::string::npos);
  CHECK(add_leaf(hers) == "");
  std::string move = fmt::format("UPDATE objective SET space = '{}'", walled.private_space.view());
  CHECK(code_of([&] { walled.raw->write(his, [&](db::Transaction& t) { t.run(move); }); }).find("row-level security") != std::string::npos);
  // What a transaction was allowed ends with it, on the same connection.
  CHECK(walled.count(hers, "SELECT count(*) FROM measure") > 0);
  CHECK(walled.count({}, "SELECT count(*) FROM measure") == 0);
  // A sight is made of identifiers; anything else is refused before it reaches the server.
  CHECK(code_of([&] { walled.count({"x'; SET LOCAL entente.system = 'all", "", ""}, "SELECT 1"); }).starts_with("bad_sight"));
}

TEST_CASE("without the policy the same question finds the other's rows (negative control)") {
  if (without_postgres()) return;
  Walled walled;
  auto his = walled.marcus->sight();
  REQUIRE(walled.in_private_space(his, "measure") == 0);
  REQUIRE(walled.private_values(his) == 0);
  walled.raw->write(walled.system, [](db::Transaction& t) {
    t.script("DROP POLICY wall ON measure; ALTER TABLE measure DISABLE ROW LEVEL SECURITY; ALTER TABLE measure NO FORCE ROW LEVEL SECURITY");
  });
  CHECK(walled.in_private_space(his, "measure") > 0);
  CHECK(walled.private_values(his) > 0);
}

TEST_CASE("the server works as a role that owns nothing, and can change neither the schema nor a leaf") {
  if (without_postgres()) return;
  test::FreshDatabase fresh(db::Kind::postgres, test::Schema::none);
  fresh.close();
  as_superuser(fresh.location(), "DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'application') THEN CREATE ROLE application LOGIN; END IF; END $$");
  std::string address = fresh.location();
  address.replace(address.find("entente@"), 8, "application@");
  CHECK(code_of([&] { World(3, address); }).starts_with("owner_needed"));
  {
    auto owner = db::Database::open(fresh.location());
    db::migrate(*owner);
    CHECK_THROWS_WITH_AS(db::grant_to_application(*owner, "nobody-such"), doctest::Contains("nobody-such"), Error);
    db::grant_to_application(*owner, "application");
  }
  World world(3, address);
  world.load_sample();
  CHECK(world.get(test::anna, "/api/v1/alliances").status == 200);
  auto list = test::body_of(world.get(test::anna, "/api/v1/alliances"));
  std::string base = "/api/v1/alliances/" + test::at(list, "items.0.id");
  CHECK(world.post(test::anna, base + "/themes", R"({"name":"Growth"})").status == 201);
  world.program->signer().sign_now();
  auto system = db::Sight::of_system("test");
  for (const char* forbidden : {"DELETE FROM record_leaf", "UPDATE record_leaf SET at = 0", "DROP POLICY wall ON measure", "ALTER TABLE measure DISABLE ROW LEVEL SECURITY",
                                "CREATE TABLE mine (a TEXT)", "DELETE FROM schema_migration"}) {
    CAPTURE(forbidden);
    auto refused = code_of([&] { world.program->database().write(system, [&](db::Transaction& t) { t.run(forbidden); }); });
    CHECK((refused.find("permission denied") != std::string::npos || refused.find("must be owner") != std::string::npos));
  }
}
