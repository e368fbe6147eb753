// An answer survives a power cut: while several threads write, the power goes at a random call of the disk; then the
// database is opened from what the disk still had.
#include <mutex>

#include "support/databases.hpp"
#include "support/faulty_disk.hpp"

using namespace entente;

namespace {

constexpr std::string_view make_entry =
    "CREATE TABLE IF NOT EXISTS entry (number BIGINT PRIMARY KEY, content TEXT NOT NULL)";
constexpr std::string_view add_entry = "INSERT INTO entry VALUES ($1, $2)";
constexpr std::string_view find_entries = "SELECT number FROM entry";

struct Damage {
  std::int64_t acknowledged = 0;
  std::int64_t lost = 0;
  int corrupt = 0;
};

std::string check_integrity(db::Database& database) {
  return database.read([](db::Transaction& transaction) {
    return transaction.one<std::string>("PRAGMA integrity_check").value_or("no answer");
  });
}

/// Numbers whose writes were answered before the power went.
std::vector<std::int64_t> write_until_cut(const std::string& path, test::FaultyDisk& disk, db::Synchronous synchronous,
                                          std::int64_t first) {
  db::Options options;
  options.synchronous = synchronous;
  options.file_system = disk.name();
  options.checkpoint_pages = 40;
  std::vector<std::int64_t> acknowledged;
  try {
    auto database = db::Database::open(path, options);
    database->write([](db::Transaction& transaction) { transaction.script(make_entry); });
    std::mutex mutex;
    std::atomic<std::int64_t> next = first;
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 4; ++writer)
      writers.emplace_back([&] {
        std::string content(700, 'x');
        try {
          while (!disk.is_cut()) {
            std::int64_t number = next++;
            database->write([&](db::Transaction& transaction) { transaction.run(add_entry, number, content); });
            std::lock_guard lock(mutex);
            acknowledged.push_back(number);
          }
        } catch (const Error&) {
        }
      });
    for (auto& writer : writers) writer.join();
  } catch (const Error&) {
    // The power went while the database was being opened.
  }
  disk.cut();
  return acknowledged;
}

Damage play(db::Synchronous synchronous, int cuts) {
  Damage damage;
  std::mt19937_64 random(20080630);
  std::set<std::int64_t> acknowledged;
  auto directory = std::make_unique<test::TemporaryDirectory>();
  for (int cut = 0; cut < cuts; ++cut) {
    test::FaultyDisk disk;
    disk.cut_after(20 + static_cast<std::int64_t>(random() % 1500));
    auto answered = write_until_cut((directory->path() / "cut.db").string(), disk, synchronous, cut * 100'000);
    acknowledged.insert(answered.begin(), answered.end());
    damage.acknowledged += static_cast<std::int64_t>(answered.size());

    auto after = std::make_unique<test::TemporaryDirectory>();
    disk.survivors(after->path(), random());
    directory = std::move(after);
    auto missing = acknowledged;
    try {
      db::Options options;
      options.synchronous = db::Synchronous::off;
      auto database = db::Database::open((directory->path() / "cut.db").string(), options);
      if (check_integrity(*database) != "ok") ++damage.corrupt;
      if (!acknowledged.empty())
        for (std::int64_t number : database->read([](db::Transaction& t) { return t.all<std::int64_t>(find_entries); }))
          missing.erase(number);
    } catch (const Error&) {
      ++damage.corrupt;
    }
    damage.lost += static_cast<std::int64_t>(missing.size());
    for (std::int64_t number : missing) acknowledged.erase(number);
    if (damage.corrupt > 0) break;
  }
  return damage;
}

}  // namespace

TEST_CASE("a power cut loses nothing that was acknowledged") {
  Damage damage = play(db::Synchronous::full, test::rounds(30, 200));
  MESSAGE(damage.acknowledged, " writes acknowledged, ", damage.lost, " lost, ", damage.corrupt, " databases damaged");
  CHECK(damage.acknowledged > 1000);
  CHECK(damage.lost == 0);
  CHECK(damage.corrupt == 0);
}

TEST_CASE("negative control: a database that does not sync each commit loses some") {
  Damage normal = play(db::Synchronous::normal, 15);
  CHECK(normal.lost > 0);
  CHECK(normal.corrupt == 0);
  Damage off = play(db::Synchronous::off, 15);
  CHECK(off.lost + off.corrupt > 0);
}
