// kill -9 while writing: what was acknowledged is there afterwards, and half of nothing is.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "db/migrate.hpp"
#include "support/databases.hpp"
#include "support/faulty_disk.hpp"

using namespace entente;

namespace {

constexpr std::string_view add_entry = "INSERT INTO entry VALUES ($1, $2)";
constexpr std::string_view find_entries = "SELECT number FROM entry ORDER BY number";

const std::vector<EmbeddedFile> migrations = {
    {"migrations/0001-start.sql",
     "CREATE TABLE entry (number BIGINT PRIMARY KEY, content TEXT NOT NULL) {{clustered}};"
     "INSERT INTO entry VALUES (-1, 'one'), (-2, 'two');"},
    {"migrations/0002-column.sql", "ALTER TABLE entry ADD COLUMN note TEXT; UPDATE entry SET note = content;"},
    {"migrations/0003-table.sql",
     "CREATE TABLE other AS SELECT number, note FROM entry; DROP TABLE other;"
     "CREATE INDEX entry_note ON entry (note);"}};

/// What the operating system has survives a kill, so nothing need be synced.
db::Options without_sync() {
  db::Options options;
  options.synchronous = db::Synchronous::off;
  return options;
}

/// Writes until it is killed, and tells each number that is saved.
[[noreturn]] void write_for_ever(const std::string& path, int tell) {
  try {
    auto database = db::Database::open(path, without_sync());
    std::atomic<std::int64_t> next = database->read([](db::Transaction& t) {
                                               return t.one<std::int64_t>("SELECT coalesce(max(number), 0) FROM entry");
                                             })
                                             .value_or(0) /
                                         2 +
                                     1;
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 3; ++writer)
      writers.emplace_back([&] {
        for (;;) {
          std::int64_t number = next++;
          database->write([&](db::Transaction& transaction) {
            transaction.run(add_entry, 2 * number, "first");
            transaction.run(add_entry, 2 * number + 1, "second");
          });
          if (::write(tell, &number, sizeof number) != sizeof number) ::_exit(1);
        }
      });
    for (auto& writer : writers) writer.join();
  } catch (...) {
  }
  ::_exit(1);
}

}  // namespace

TEST_CASE("kill -9 loses nothing that was acknowledged, and leaves no half of a write") {
  test::TemporaryDirectory directory;
  auto path = (directory.path() / "killed.db").string();
  {
    auto database = db::Database::open(path, without_sync());
    database->write(
        [](db::Transaction& t) { t.script("CREATE TABLE entry (number BIGINT PRIMARY KEY, content TEXT)"); });
  }
  std::set<std::int64_t> acknowledged;
  std::mt19937 random(5);
  const int kills = test::rounds(10, 200);
  for (int kill = 0; kill < kills; ++kill) {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      ::close(ends[0]);
      write_for_ever(path, ends[1]);
    }
    ::close(ends[1]);
    auto wanted = 1 + random() % 60;
    std::int64_t number = 0;
    auto note = [&] {
      bool more = ::read(ends[0], &number, sizeof number) == sizeof number;
      if (more) acknowledged.insert(number);
      return more;
    };
    while (wanted-- > 0 && note()) {
    }
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    while (note()) {
    }
    ::close(ends[0]);
    auto database = db::Database::open(path, without_sync());
    auto list = database->read([](db::Transaction& t) { return t.all<std::int64_t>(find_entries); });
    std::set<std::int64_t> found(list.begin(), list.end());
    std::size_t lost = 0;
    for (std::int64_t saved : acknowledged) lost += !found.contains(2 * saved);
    std::size_t halves = 0;
    for (std::int64_t entry : found) halves += !found.contains(entry ^ 1);
    CHECK(lost == 0);
    CHECK(halves == 0);
  }
  CHECK(acknowledged.size() >= static_cast<std::size_t>(kills));
}

TEST_CASE("a crash at each call of the disk while migrating; the next start finishes the work") {
  bool reached_the_end = false;
  for (int call = 1; call < 400 && !reached_the_end; ++call) {
    CAPTURE(call);
    test::TemporaryDirectory before;
    test::TemporaryDirectory after;
    test::FaultyDisk disk;
    disk.cut_after(call);
    db::Options options;
    options.file_system = disk.name();
    try {
      auto database = db::Database::open((before.path() / "migrated.db").string(), options);
      db::migrate(*database, migrations);
    } catch (const Error& error) {
      CHECK((error.kind() == ErrorKind::unavailable || error.kind() == ErrorKind::unknown_outcome));
    }
    reached_the_end = !disk.is_cut();
    disk.cut();
    disk.survivors(after.path(), static_cast<std::uint64_t>(call));
    options = {};
    options.synchronous = db::Synchronous::off;
    auto database = db::Database::open((after.path() / "migrated.db").string(), options);
    int run = db::migrate(*database, migrations);
    if (reached_the_end) CHECK(run == 0);
    database->read([](db::Transaction& transaction) {
      CHECK(transaction.one<std::string>("PRAGMA integrity_check") == "ok");
      CHECK(transaction.all<std::string>("SELECT note FROM entry ORDER BY number") ==
            std::vector<std::string>{"two", "one"});
    });
  }
  CHECK(reached_the_end);
}
