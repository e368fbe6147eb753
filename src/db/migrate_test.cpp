#include "db/migrate.hpp"

#include "support/databases.hpp"

using namespace entente;

namespace {
const std::vector<EmbeddedFile> two = {
    {"migrations/0001-start.sql",
     "CREATE TABLE one (a TEXT, b BIGINT, PRIMARY KEY (a, b)) {{clustered}};\nINSERT INTO one VALUES ('x', 1);\n"},
    {"migrations/0002-more.sql",
     "-- only: sqlite\nCREATE TABLE lite (a TEXT);\n-- only: postgres\nCREATE TABLE big (a JSONB);\n-- only: both\n"
     "CREATE TABLE two (a TEXT);"},
    {"samples/other.csv", "not a migration"}};

std::string code_of(db::Database& database, const std::vector<EmbeddedFile>& files) {
  try {
    db::migrate(database, files);
  } catch (const Error& error) {
    return error.code();
  }
  return "nothing thrown";
}
}  // namespace

TEST_CASE("migrations run once, in order, and go on where they stopped") {
  test::for_each_database(
      [](db::Database& database) {
        std::vector<std::string> seen;
        auto note = [&](std::string_view name, int place, int number) {
          seen.push_back(fmt::format("{} {}/{}", name, place, number));
        };
        CHECK(db::migrate(database, std::span(two).first(1), note) == 1);
        CHECK(db::migrate(database, two, note) == 1);
        CHECK(db::migrate(database, two, note) == 0);
        CHECK(seen == std::vector<std::string>{"migrations/0001-start.sql 1/1", "migrations/0002-more.sql 2/2"});
        database.read([](db::Transaction& transaction) {
          CHECK(transaction.one<int>("SELECT count(*) FROM one") == 1);
          CHECK(transaction.one<int>("SELECT count(*) FROM two") == 0);
          bool lite = transaction.kind() == db::Kind::sqlite;
          CHECK(transaction.one<int>(lite ? "SELECT count(*) FROM lite" : "SELECT count(*) FROM big") == 0);
        });
      },
      test::Schema::none);
}

TEST_CASE("a migration that fails leaves nothing of itself, and the ones before it stay") {
  test::for_each_database(
      [](db::Database& database) {
        auto files = two;
        files[1].content = "CREATE TABLE two (a TEXT); INSERT INTO nowhere VALUES (1);";
        CHECK(code_of(database, files) == "database_error");
        CHECK(code_of(database, two) == "nothing thrown");
      },
      test::Schema::none);
}

TEST_CASE("what has been run is never changed, and a later version is recognised") {
  test::for_each_database(
      [](db::Database& database) {
        CHECK(code_of(database, two) == "nothing thrown");
        CHECK(code_of(database, {two[0]}) == "database_newer");
        auto files = two;
        files[0].content = "CREATE TABLE one (a TEXT)";
        CHECK(code_of(database, files) == "migration_changed");
      },
      test::Schema::none);
}

TEST_CASE("the program's own migrations run on both databases") {
  test::for_each_database([](db::Database& database) { CHECK(db::missing_migrations(database) == 0); });
}

TEST_CASE("a mark that is misspelt is not passed over in silence") {
  CHECK_THROWS_AS(db::migration_text("-- only: postgresql\nCREATE", db::Kind::sqlite), Error);
  CHECK_THROWS_AS(db::migration_text("CREATE TABLE a (b TEXT) {{clusterd}}", db::Kind::sqlite), Error);
  CHECK(db::migration_text("a {{clustered}}\r\n-- only: both\nb", db::Kind::postgres) == "a \r\nb");
}
