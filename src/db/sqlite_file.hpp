#pragma once
// Inside this room only: the file of a SQLite database.
#include <sqlite3.h>

#include <string>

#include "base/clock.hpp"
#include "db/database.hpp"

namespace entente::db {

/// Keeps other processes, and a second Database in this one, away from a file for as long as it lives. Its own file, FILE-lock,
/// goes with it, also where opening the database fails; one that a crash left behind locks nobody out.
class FileLock {
 public:
  /// Throws `conflict` "database_in_use" where somebody else has it.
  explicit FileLock(const std::string& path);
  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

 private:
  std::string lock_path_;
  int descriptor_ = -1;
};

/// Makes the file if it is missing, for its owner alone, and makes its name durable.
void make_file(const std::string& path, Synchronous synchronous = Synchronous::full);

/// Writes what the connection sees to a new file and checks it; it has its name only once it is whole and durable. The copy is
/// marked, so that who opens it knows that it is one; `backup_at` is when it was taken, nothing where the source says it already.
void copy_database(sqlite3* source, const std::string& path, const Progress& progress, std::optional<Instant> backup_at);

}  // namespace entente::db
