// A backup under load is of one moment, whole, and restores.
#include <fstream>

#include "db/migrate.hpp"
#include "support/databases.hpp"

using namespace entente;

namespace {
constexpr std::string_view add_entry = "INSERT INTO entry VALUES ($1, $2)";
constexpr std::string_view count_entries = "SELECT count(*), coalesce(max(number), 0) FROM entry";
}  // namespace

TEST_CASE("a backup under load is whole and of one moment") {
  test::FreshDatabase database(db::Kind::sqlite, test::Schema::none);
  database->write([](db::Transaction& t) { t.script("CREATE TABLE entry (number BIGINT PRIMARY KEY, content TEXT)"); });
  // Some of it in the file, some in the log: a copy of the file alone would lack the latter.
  std::atomic<bool> stop = false;
  std::atomic<std::int64_t> written = 0;
  std::thread writer([&] {
    std::string content(2000, 'b');
    while (!stop) {
      std::int64_t number = written + 1;
      database->write([&](db::Transaction& transaction) { transaction.run(add_entry, number, content); });
      written = number;
    }
  });
  while (written < 2000) std::this_thread::yield();
  test::TemporaryDirectory directory;
  for (int copy = 0; copy < 3; ++copy) {
    auto path = (directory.path() / fmt::format("copy-{}.db", copy)).string();
    std::int64_t before = written;
    double last = 0;
    database->backup(path, [&](double share) {
      CHECK(share >= last);
      last = share;
    });
    std::int64_t after = written + 1;
    CHECK(last == 1.0);
    CHECK_FALSE(std::filesystem::exists(path + "-wal"));
    auto restored = db::Database::open(path);
    auto [count, highest] = *restored->read(
        [](db::Transaction& t) { return t.one<std::tuple<std::int64_t, std::int64_t>>(count_entries); });
    CHECK(count == highest);
    CHECK(count >= before);
    CHECK(count <= after);
    // A server can go on with it.
    restored->write([&, highest = highest](db::Transaction& t) { t.run(add_entry, highest + 1, "more"); });
  }
  stop = true;
  writer.join();
  CHECK_THROWS_AS(database->backup((directory.path() / "copy-0.db").string()), Error);
  CHECK_THROWS_AS(database->backup("/no/such/directory/copy.db"), Error);
}

TEST_CASE("a backup takes the place of a database, and what was there is kept") {
  test::TemporaryDirectory directory;
  auto path = [&](const char* name) { return (directory.path() / name).string(); };
  auto count = [&](const std::string& file) {
    return db::Database::open(file)->read([](db::Transaction& t) { return t.one<int>("SELECT count(*) FROM entry"); });
  };
  const std::vector<EmbeddedFile> migrations = {{"migrations/0001-start.sql", "CREATE TABLE entry (number BIGINT)"}};
  {
    auto database = db::Database::open(path("live.db"));
    db::migrate(*database, migrations);
    database->write([](db::Transaction& t) { t.run("INSERT INTO entry VALUES (1)"); });
    database->backup(path("backup.db"));
    database->write([](db::Transaction& t) { t.run("INSERT INTO entry VALUES (2)"); });
    CHECK_THROWS_AS(db::restore(path("backup.db"), path("live.db")), Error);
  }
  db::restore(path("backup.db"), path("live.db"));
  CHECK(count(path("live.db")) == 1);
  CHECK(count(path("live.db.replaced")) == 2);
  db::restore(path("backup.db"), path("elsewhere.db"));
  CHECK(count(path("elsewhere.db")) == 1);

  auto code_of = [&](const std::string& backup) {
    try {
      db::restore(backup, path("live.db"));
    } catch (const Error& error) {
      return error.code();
    }
    return std::string();
  };
  CHECK(code_of(path("none.db")) == "no_such_file");
  std::ofstream(path("text.db")) << "This is no database, but it is long enough to be taken for one at first sight.";
  CHECK(code_of(path("text.db")) == "not_a_backup");
  {
    // A page in the middle overwritten: found before anything is replaced.
    auto database = db::Database::open(path("large.db"));
    db::migrate(*database, migrations);
    std::vector<std::tuple<int>> rows(5000);
    database->write([&](db::Transaction& t) { t.bulk("INSERT INTO entry VALUES ($1)", rows); });
    database->backup(path("damaged.db"));
  }
  std::fstream damaged(path("damaged.db"), std::ios::in | std::ios::out | std::ios::binary);
  damaged.seekp(3 * 4096);
  damaged << std::string(4096, '\xAA');
  damaged.close();
  CHECK(code_of(path("damaged.db")) == "damaged_backup");
  CHECK(count(path("live.db")) == 1);
}

TEST_CASE("the log stays bounded while somebody always reads") {
  test::FreshDatabase database(db::Kind::sqlite, test::Schema::none);
  db::Options options;
  options.synchronous = db::Synchronous::off;
  options.checkpoint_pages = 50;
  database.reopen(options);
  database->write([](db::Transaction& t) { t.script("CREATE TABLE entry (number BIGINT PRIMARY KEY, content TEXT)"); });
  std::atomic<bool> stop = false;
  std::vector<std::thread> readers;
  for (int reader = 0; reader < 3; ++reader)
    readers.emplace_back([&] {
      while (!stop)
        database->read([](db::Transaction& t) {
          auto first = t.one<std::int64_t>("SELECT count(*) FROM entry");
          auto second = t.one<std::int64_t>("SELECT count(*) FROM entry");
          CHECK(first == second);
        });
    });
  std::int64_t longest = 0;
  for (int number = 0; number < 3000; ++number) {
    database->write([&](db::Transaction& t) { t.run(add_entry, number, std::string(1000, 'w')); });
    longest = std::max(longest, database->statistics().log_pages);
  }
  stop = true;
  for (auto& reader : readers) reader.join();
  // Without copying back it would be above 6,000 pages.
  CHECK(longest < 2000);
}
