#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "db/listening.hpp"
#include "db/sight.hpp"
#include "db/transaction.hpp"

namespace entente::db {

/// SQLite's `synchronous`. Only `full` keeps the promise that a finished write survives a power cut; the others are the
/// negative controls of the tests.
enum class Synchronous { off, normal, full };

struct Options {
  /// Connections that may read (on PostgreSQL: read or write) at once; further callers wait for one.
  int connections = 8;
  /// PostgreSQL: how long one statement may take before it is refused as `unavailable`, in seconds. Migrations have no
  /// limit.
  int statement_seconds = 8;
  /// SQLite: after how many pages of 4 KiB in the write-ahead log the writer copies them back.
  int checkpoint_pages = 4000;
  Synchronous synchronous = Synchronous::full;
  /// PostgreSQL: what a transaction sees that does not say it; empty is nothing behind the wall. For tests of stores.
  Sight sight;
  /// SQLite: the file system layer to use; empty is the operating system. For tests of faults.
  std::string file_system;
};

struct Statistics {
  std::int64_t writes = 0;    ///< committed calls of `write`
  std::int64_t commits = 0;   ///< commits that these shared
  std::int64_t failures = 0;  ///< commits that failed
  std::int64_t reads = 0;
  std::int64_t log_pages = 0;  ///< SQLite: length of the write-ahead log
  std::int64_t scanned = 0;    ///< SQLite: rows that statements walked through without an index
};

/// Called now and then during long work with the share that is done, from 0 to 1.
using Progress = std::function<void(double)>;

/// A database, shared by all threads.
class Database {
 public:
  /// `location` is a file (SQLite) or postgresql://user@host/name. What does not exist yet is made. A SQLite file is
  /// locked against any other process by a file beside it; `conflict` "database_in_use" says that one has it already.
  static std::unique_ptr<Database> open(std::string_view location, Options options = {});
  virtual ~Database() = default;

  virtual Kind kind() const = 0;

  /// Calls `function(Transaction&)` on one snapshot and returns its result. Never waits for a writer. `sight` says what
  /// it sees on PostgreSQL.
  template <class F>
  auto read(const Sight& sight, F&& function) -> std::invoke_result_t<F&, Transaction&> {
    return result_of(function, [this, &sight](const Work& work) { read_work(sight, work); });
  }
  template <class F>
  auto read(F&& function) -> std::invoke_result_t<F&, Transaction&> {
    return read(Sight(), function);
  }

  /// Calls `function(Transaction&)` and returns its result once all it wrote is durable. If it throws, nothing was
  /// written and the same exception comes out. On SQLite it runs exactly once, perhaps on another caller's thread, in
  /// one commit with the writers that arrived meanwhile; it must not call `write` or `read` of the same database. On
  /// PostgreSQL it may run again after a deadlock or a serialisation failure, so it must not act outside the database;
  /// `after_commit` is for that. Isolation there is READ COMMITTED: let the first statement lock the head row.
  /// Throws `unavailable` if nothing was written because the database or the disk does not answer, and
  /// `unknown_outcome` if that cannot be told.
  template <class F>
  auto write(const Sight& sight, F&& function) -> std::invoke_result_t<F&, Transaction&> {
    return result_of(function, [this, &sight](const Work& work) { write_work(sight, work); });
  }
  template <class F>
  auto write(F&& function) -> std::invoke_result_t<F&, Transaction&> {
    return write(Sight(), function);
  }

  /// Writes a whole, consistent copy to a new file while others go on. SQLite only: on PostgreSQL throws `conflict`
  /// with the pg_dump command to use.
  virtual void backup(const std::string& path, const Progress& progress = {}) = 0;

  /// PostgreSQL: hears what other servers on this database say with their commits, from a thread of its own, until the
  /// answer goes. Nothing on SQLite, where there are no others.
  virtual std::unique_ptr<Listening> listen(Told) { return nullptr; }

  virtual Statistics statistics() const = 0;

 protected:
  using Work = std::function<void(Transaction&)>;
  virtual void read_work(const Sight& sight, const Work& work) = 0;
  virtual void write_work(const Sight& sight, const Work& work) = 0;

 private:
  template <class F, class Run>
  static auto result_of(F& function, Run run) -> std::invoke_result_t<F&, Transaction&> {
    using Result = std::invoke_result_t<F&, Transaction&>;
    if constexpr (std::is_void_v<Result>) {
      run([&function](Transaction& transaction) { function(transaction); });
    } else {
      std::optional<Result> result;
      run([&function, &result](Transaction& transaction) { result.emplace(function(transaction)); });
      return std::move(*result);
    }
  }
};

/// Puts a backup in the place of a SQLite database (or of none), once it is checked. What was there is kept beside it
/// as FILE.replaced, in place of an earlier one. Throws `conflict` "database_in_use" while a server runs on it,
/// `bad_input` for a file that is no backup or is damaged, `conflict` with the pg_restore command for PostgreSQL.
void restore(const std::string& backup, const std::string& location, const Progress& progress = {});

}  // namespace entente::db
