#pragma once
#include <doctest/doctest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "db/database.hpp"

namespace entente::test {

/// Where the tests keep their files: in memory where there is room, so that a busy disk does not hold them up.
const std::filesystem::path& temporary_root();

/// A new directory, removed with all it holds.
class TemporaryDirectory {
 public:
  TemporaryDirectory();
  ~TemporaryDirectory();
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

enum class Schema { none, newest };

/// A database of its own for one test, removed at the end. SQLite lies in a temporary directory and does not sync;
/// PostgreSQL is a database of a cluster that the test program starts when it is first wanted and stops when it ends;
/// it is emptied, the test's own tables dropped, and used again.
class FreshDatabase {
 public:
  explicit FreshDatabase(db::Kind kind, Schema schema = Schema::newest);
  ~FreshDatabase();
  FreshDatabase(const FreshDatabase&) = delete;
  FreshDatabase& operator=(const FreshDatabase&) = delete;

  db::Database& operator*() const { return *database_; }
  db::Database* operator->() const { return database_.get(); }
  const std::string& location() const { return location_; }
  /// Closes and opens it again, as a restart of the server would.
  void reopen(db::Options options);
  void reopen() { reopen(options_); }
  void close() { database_.reset(); }

 private:
  const db::Kind kind_;
  const Schema schema_;
  TemporaryDirectory directory_;
  db::Options options_;
  std::string name_;
  std::string location_;
  std::unique_ptr<db::Database> database_;
};

/// Both kinds; only SQLite where the environment says ENTENTE_TEST_POSTGRES=off. PostgreSQL missing is a failure.
const std::vector<db::Kind>& database_kinds();

/// The directory of PostgreSQL's programs, such as "/usr/lib/postgresql/15/bin".
std::filesystem::path postgres_programs();

/// Calls `function(db::Database&)` with a fresh database of each kind.
template <class F>
void for_each_database(F&& function, Schema schema = Schema::newest) {
  for (db::Kind kind : database_kinds()) {
    INFO("on ", (kind == db::Kind::sqlite ? "SQLite" : "PostgreSQL"));
    FreshDatabase database(kind, schema);
    function(*database);
  }
}

}  // namespace entente::test
