#include "db/sqlite_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

namespace entente::db {
namespace {

struct Closer {
  void operator()(sqlite3* handle) const { sqlite3_close(handle); }
};
using Handle = std::unique_ptr<sqlite3, Closer>;

Handle open_handle(const std::string& path, int flags) {
  sqlite3* handle = nullptr;
  int code = sqlite3_open_v2(path.c_str(), &handle, flags | SQLITE_OPEN_EXRESCODE, nullptr);
  Handle owned(handle);
  if (code != SQLITE_OK)
    throw Error(ErrorKind::unavailable, "database_unavailable", fmt::format("“{}” cannot be opened.", path), {},
                fmt::format("sqlite {}", code));
  return owned;
}

/// The first value of the first row, or what went wrong.
std::string ask(sqlite3* handle, const char* sql) {
  std::optional<std::string> answer;
  int code = sqlite3_exec(
      handle, sql,
      [](void* into, int columns, char** values, char**) {
        auto& first = *static_cast<std::optional<std::string>*>(into);
        if (!first && columns > 0 && values[0] != nullptr) first = values[0];
        return 0;
      },
      &answer, nullptr);
  if (code != SQLITE_OK) return fmt::format("sqlite {}: {}", code, sqlite3_errmsg(handle));
  return answer.value_or("");
}

/// Whoever opens the copy as its database begins a new life (the table is that of migration 0014, which an older copy lacks).
/// An earlier mark stays where no moment is given.
void mark_as_restored(sqlite3* copy, std::optional<Instant> backup_at) {
  ask(copy, "CREATE TABLE IF NOT EXISTS restored (only_row BIGINT PRIMARY KEY, backup_at BIGINT)");
  std::string row = backup_at ? fmt::format("INSERT OR REPLACE INTO restored (only_row, backup_at) VALUES (1, {})", backup_at->microseconds)
                              : "INSERT OR IGNORE INTO restored (only_row, backup_at) VALUES (1, NULL)";
  if (auto wrong = ask(copy, row.c_str()); !wrong.empty())
    throw Error(ErrorKind::unavailable, "copy_failed", "The copy cannot be written.", {}, wrong);
}

/// Whether the open file is the one that has this name now.
bool has_name(int descriptor, const std::string& path) {
  struct stat held {}, named {};
  return ::fstat(descriptor, &held) == 0 && ::stat(path.c_str(), &named) == 0 && held.st_dev == named.st_dev && held.st_ino == named.st_ino;
}

}  // namespace

FileLock::FileLock(const std::string& path) : lock_path_(path + "-lock") {
  do {
    descriptor_ = ::open(lock_path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor_ < 0)
      throw Error(ErrorKind::unavailable, "database_unavailable",
                  fmt::format("“{}” cannot be written: {}.", lock_path_, std::strerror(errno)));
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
      char owner[32] = {};
      ssize_t length = ::pread(descriptor_, owner, sizeof owner - 1, 0);
      ::close(descriptor_);
      throw Error(ErrorKind::conflict, "database_in_use",
                  fmt::format("The database “{}” is in use by another program{}.", path,
                              length > 0 ? fmt::format(" (process {})", owner) : std::string()));
    }
    // Whoever held it before may have removed the file between our opening and our locking: then nobody else sees our lock.
  } while (!has_name(descriptor_, lock_path_) && ::close(descriptor_) == 0);
  std::string owner = std::to_string(::getpid());
  if (::ftruncate(descriptor_, 0) != 0 || ::pwrite(descriptor_, owner.data(), owner.size(), 0) < 0) {
    // Only the number for the message above is lost.
  }
}

FileLock::~FileLock() {
  ::unlink(lock_path_.c_str());  // while it is held, so that it is ours
  ::close(descriptor_);
}

void make_file(const std::string& path, Synchronous synchronous) {
  int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0)
    throw Error(ErrorKind::unavailable, "database_unavailable",
                fmt::format("The database “{}” cannot be opened: {}.", path, std::strerror(errno)));
  ::close(file);
  if (synchronous == Synchronous::off) return;
  auto directory = std::filesystem::absolute(path).parent_path();
  int folder = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder >= 0) {
    ::fsync(folder);
    ::close(folder);
  }
}

void copy_database(sqlite3* source, const std::string& path, const Progress& progress, std::optional<Instant> backup_at) {
  if (std::filesystem::exists(path))
    throw Error(ErrorKind::conflict, "file_exists", fmt::format("“{}” exists already.", path));
  std::string unfinished = path + ".unfinished";
  std::filesystem::remove(unfinished);
  make_file(unfinished);
  try {
    Handle copy = open_handle(unfinished, SQLITE_OPEN_READWRITE);
    auto fail = [&](std::string detail) {
      throw Error(ErrorKind::unavailable, "copy_failed", fmt::format("The copy “{}” cannot be written.", path), {},
                  std::move(detail));
    };
    sqlite3_backup* backup = sqlite3_backup_init(copy.get(), "main", source, "main");
    if (backup == nullptr) fail(sqlite3_errmsg(copy.get()));
    int code = SQLITE_OK;
    do {
      code = sqlite3_backup_step(backup, 1000);
      int pages = sqlite3_backup_pagecount(backup);
      if (progress && pages > 0) progress(1.0 - static_cast<double>(sqlite3_backup_remaining(backup)) / pages);
    } while (code == SQLITE_OK);
    sqlite3_backup_finish(backup);
    if (code != SQLITE_DONE) fail(fmt::format("sqlite {}: {}", code, sqlite3_errmsg(copy.get())));
    mark_as_restored(copy.get(), backup_at);
    // One file without a log beside it, checked before it is called a copy.
    if (auto mode = ask(copy.get(), "PRAGMA journal_mode=DELETE"); mode != "delete") fail(mode);
    if (auto verdict = ask(copy.get(), "PRAGMA integrity_check"); verdict != "ok") fail(verdict);
  } catch (...) {
    std::filesystem::remove(unfinished);
    throw;
  }
  std::filesystem::rename(unfinished, path);
  make_file(path);
}

void restore(const std::string& backup, const std::string& location, const Progress& progress) {
  if (location.find("://") != std::string::npos)
    throw Error(ErrorKind::conflict, "use_pg_restore",
                "A PostgreSQL database is restored by its own tool: "
                "pg_restore --clean --if-exists --dbname=postgresql://… FILE");
  if (!std::filesystem::exists(backup))
    throw Error(ErrorKind::bad_input, "no_such_file", fmt::format("“{}” does not exist.", backup));
  FileLock lock(location);
  Handle source = open_handle(backup, SQLITE_OPEN_READONLY);
  if (ask(source.get(), "SELECT count(*) FROM sqlite_schema WHERE name = 'schema_migration'") != "1")
    throw Error(ErrorKind::bad_input, "not_a_backup", fmt::format("“{}” is not a backup of this program.", backup));
  std::string verdict = ask(source.get(), "PRAGMA integrity_check");
  if (verdict != "ok")
    throw Error(ErrorKind::bad_input, "damaged_backup", fmt::format("“{}” is damaged.", backup), {}, verdict);
  std::string fresh = location + ".restored";
  std::filesystem::remove(fresh);
  copy_database(source.get(), fresh, progress, std::nullopt);
  if (std::filesystem::exists(location)) {
    // What was there keeps its log and gets another name, so that a restore by mistake can be undone.
    {
      Handle old = open_handle(location, SQLITE_OPEN_READWRITE);
      ask(old.get(), "PRAGMA wal_checkpoint(TRUNCATE)");
    }
    std::filesystem::rename(location, location + ".replaced");
    for (const char* part : {"-wal", "-shm"})
      if (std::filesystem::exists(location + part))
        std::filesystem::rename(location + part, location + ".replaced" + part);
  }
  std::filesystem::rename(fresh, location);
  make_file(location);
}

}  // namespace entente::db
