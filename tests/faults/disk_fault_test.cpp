// A disk that fails or is full at any one of its calls: who was told "saved" has it saved, who was told "not saved" has
// not, and the next write after the fault works.
#include "support/databases.hpp"
#include "support/faulty_disk.hpp"

using namespace entente;

namespace {

constexpr std::string_view make_entry =
    "CREATE TABLE IF NOT EXISTS entry (number BIGINT PRIMARY KEY, content TEXT NOT NULL)";
constexpr std::string_view add_entry = "INSERT INTO entry VALUES ($1, $2)";
constexpr std::string_view find_entries = "SELECT number FROM entry ORDER BY number";

struct Answers {
  std::set<std::int64_t> saved;
  std::set<std::int64_t> unknown;
  bool met_fault = true;
};

void write_one(db::Database& database, std::int64_t number, Answers& answers) {
  std::string content(900, 'y');
  try {
    database.write([&](db::Transaction& transaction) {
      transaction.run(add_entry, number, content);
      transaction.run(add_entry, number + 500, content);
    });
    answers.saved.insert({number, number + 500});
  } catch (const Error& error) {
    CAPTURE(error.detail());
    if (error.kind() == ErrorKind::unknown_outcome)
      answers.unknown.insert({number, number + 500});
    else
      CHECK(error.kind() == ErrorKind::unavailable);
  }
}

/// Opens, writes a few times, reads, copies the log back, writes again and closes. `after_cut` gets what a power cut
/// just before the end leaves.
Answers scenario(const std::string& path, test::FaultyDisk& disk, const std::filesystem::path& after_cut) {
  Answers answers;
  db::Options options;
  options.file_system = disk.name();
  options.checkpoint_pages = 6;
  try {
    auto database = db::Database::open(path, options);
    database->write([](db::Transaction& transaction) { transaction.script(make_entry); });
    for (int number = 1; number <= 4; ++number) write_one(*database, number, answers);
    try {
      database->read([](db::Transaction& transaction) { transaction.all<std::int64_t>(find_entries); });
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::unavailable);
    }
    write_one(*database, 5, answers);
    // The fault is over, and the same server goes on without a restart.
    answers.met_fault = disk.has_failed();
    disk.heal();
    write_one(*database, 6, answers);
    CHECK(answers.saved.contains(6));
    disk.survivors(after_cut, 7);
  } catch (const Error& error) {
    CAPTURE(error.detail());
    CHECK((error.kind() == ErrorKind::unavailable || error.kind() == ErrorKind::unknown_outcome));
    disk.heal();
  }
  return answers;
}

void check_file(const std::string& path, const Answers& answers) {
  db::Options options;
  options.synchronous = db::Synchronous::off;
  auto database = db::Database::open(path, options);
  database->write([](db::Transaction& transaction) { transaction.script(make_entry); });
  database->read([&](db::Transaction& transaction) {
    CHECK(transaction.one<std::string>("PRAGMA integrity_check") == "ok");
    auto list = transaction.all<std::int64_t>(find_entries);
    std::set<std::int64_t> found(list.begin(), list.end());
    for (std::int64_t number : answers.saved) CHECK(found.contains(number));
    for (std::int64_t number : found) {
      CHECK((answers.saved.contains(number) || answers.unknown.contains(number)));
      CHECK(found.contains(number > 500 ? number - 500 : number + 500));
    }
  });
}

/// True once the scenario is too short for the next fault.
bool fail_at_every_call(test::Fault fault) {
  for (int call = 1; call <= 300; ++call) {
    CAPTURE(call);
    test::TemporaryDirectory directory;
    auto path = (directory.path() / "fault.db").string();
    test::FaultyDisk disk;
    disk.fail_at(call, fault);
    test::TemporaryDirectory after_cut;
    Answers answers = scenario(path, disk, after_cut.path());
    check_file(path, answers);
    if (answers.saved.contains(6)) check_file((after_cut.path() / "fault.db").string(), answers);
    if (!answers.met_fault) {
      // No call was left that could fail.
      CHECK(answers.saved.size() == 12);
      return true;
    }
  }
  return false;
}

}  // namespace

TEST_CASE("the disk fails once, at each call in turn") {
  CHECK(fail_at_every_call(test::Fault::input_output));
}

TEST_CASE("the disk is full from each write on, then it is enlarged") {
  CHECK(fail_at_every_call(test::Fault::full));
}

TEST_CASE("while the disk is full one can still read") {
  test::TemporaryDirectory directory;
  test::FaultyDisk disk;
  db::Options options;
  options.file_system = disk.name();
  auto database = db::Database::open((directory.path() / "full.db").string(), options);
  database->write([](db::Transaction& transaction) { transaction.script(make_entry); });
  Answers answers;
  write_one(*database, 1, answers);
  disk.fail_at(1, test::Fault::full);
  for (int attempt = 0; attempt < 5; ++attempt) {
    try {
      database->write([](db::Transaction& transaction) { transaction.run(add_entry, 2, "z"); });
      FAIL("a full disk took a write");
    } catch (const Error& error) {
      CHECK(error.code() == "disk_full");
    }
    CHECK(database->read([](db::Transaction& t) { return t.all<std::int64_t>(find_entries); }).size() == 2);
  }
  disk.heal();
  write_one(*database, 2, answers);
  CHECK(answers.saved.size() == 4);
}
