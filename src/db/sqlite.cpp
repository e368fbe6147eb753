// SQLite: one connection writes and checkpoints, others read. Two that write or checkpoint at once can corrupt the
// write-ahead log in the versions before 3.51.3, of which Debian's is one.
#include <condition_variable>

#include "db/sqlite_connection.hpp"
#include "db/sqlite_file.hpp"

namespace entente::db {
namespace {

/// SQLite counts its memory under one lock for all threads, unless told otherwise before its first use.
void configure_once() {
  static std::once_flag once;
  std::call_once(once, [] { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); });
}

/// Where a thread waits for its turn or for its answer. Each thread has one and keeps it.
class Turn {
 public:
  enum class State { waiting, leading, done };

  void begin() { state_ = State::waiting; }
  // Notified after the unlocking: a thread that wakes up need not wait again for the lock.
  void set(State to) {
    {
      std::lock_guard lock(mutex_);
      state_ = to;
    }
    changed_.notify_one();
  }
  State wait() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return state_ != State::waiting; });
    return state_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  State state_ = State::waiting;
};

/// Shared with whoever answers, who may still be notifying when the thread has gone on.
const std::shared_ptr<Turn>& own_turn() {
  thread_local const auto turn = std::make_shared<Turn>();
  return turn;
}

/// A caller of `write`. Once its turn is set it may be gone.
struct Writer {
  const std::function<void(Transaction&)>& work;
  std::shared_ptr<Turn> turn = own_turn();
  std::vector<std::function<void()>> after_commit{};
  std::exception_ptr failure{};
};

/// Lets the writer go on.
void set(Writer& writer, Turn::State state) {
  auto turn = writer.turn;
  turn->set(state);
}

class SqliteDatabase final : public Database {
 public:
  SqliteDatabase(const std::string& path, const Options& options)
      : path_(path), options_(options), lock_(path), pool_(options.connections) {
    configure_once();
    if (options.file_system.empty()) make_file(path, options.synchronous);
    connection_ = std::make_unique<SqliteConnection>(path, Access::read_write, options);
    sqlite3_wal_hook(connection_->handle(), &SqliteDatabase::log_grew, this);
  }

  ~SqliteDatabase() override {
    // The writer is the last to close, so that it alone copies the log back.
    pool_.close_idle();
    connection_.reset();
  }

  Kind kind() const override { return Kind::sqlite; }

  Statistics statistics() const override {
    return {writes_.load(), commits_.load(), failures_.load(), reads_.load(), log_pages_.load(), scanned_.load()};
  }

  void backup(const std::string& path, const Progress& progress) override;

 protected:
  void read_work(const Sight&, const Work& work) override;
  void write_work(const Sight&, const Work& work) override;

 private:
  class Reader;

  static int log_grew(void* self, sqlite3*, const char*, int pages) {
    static_cast<SqliteDatabase*>(self)->log_pages_.store(pages, std::memory_order_relaxed);
    return SQLITE_OK;
  }

  void lead(Writer& first);
  bool run_alone(Writer& writer);
  bool run_in_savepoint(Writer& writer);
  void call(Writer& writer);
  bool join(std::vector<Writer*>& batch);
  void commit(std::vector<Writer*>& batch);
  void lose(std::vector<Writer*>& batch, const Error& error);
  void hand_over();
  void checkpoint_when_long();

  const std::string path_;
  const Options options_;
  FileLock lock_;
  std::unique_ptr<SqliteConnection> connection_;
  std::int64_t checkpointed_ = 0;  ///< length of the log when it was last copied back

  std::mutex queue_mutex_;
  std::deque<Writer*> queue_;
  bool led_ = false;
  std::atomic<std::thread::id> leader_{};

  Pool<SqliteConnection> pool_;
  std::atomic<std::int64_t> writes_ = 0, commits_ = 0, failures_ = 0, reads_ = 0, log_pages_ = 0, scanned_ = 0;
};

// ---- writing ------------------------------------------------------------------------------------------------------
// Whoever comes while nobody writes becomes the leader: it runs its own work, then that of all who came meanwhile, each
// in a savepoint, commits once, answers them, and hands over to the first of those who came during the commit. So a
// lonely writer pays for no second thread, and many writers share one sync of the disk.

void SqliteDatabase::write_work(const Sight&, const Work& work) {
  if (leader_.load(std::memory_order_relaxed) == std::this_thread::get_id())
    throw Error(ErrorKind::internal, "nested_write", "The program is at fault.", {}, "write inside write");
  Writer writer{work};
  writer.turn->begin();
  bool is_first = false;
  {
    std::lock_guard lock(queue_mutex_);
    is_first = !led_;
    led_ = true;
    if (!is_first) queue_.push_back(&writer);
  }
  if (is_first || writer.turn->wait() == Turn::State::leading) lead(writer);
  if (writer.failure) std::rethrow_exception(writer.failure);
}

void SqliteDatabase::lead(Writer& first) {
  leader_.store(std::this_thread::get_id(), std::memory_order_relaxed);
  std::vector<Writer*> batch;
  int code = connection_->command("BEGIN IMMEDIATE");
  if (code != SQLITE_OK) {
    ++failures_;
    batch.push_back(&first);
    lose(batch, connection_->error(code));
  } else if (run_alone(first)) {
    batch.push_back(&first);
    if (join(batch)) commit(batch);
  }
  for (Writer* writer : batch)
    if (writer != &first) set(*writer, Turn::State::done);
  scanned_.fetch_add(connection_->take_scanned(), std::memory_order_relaxed);
  checkpoint_when_long();
  leader_.store(std::thread::id(), std::memory_order_relaxed);
  hand_over();
}

void SqliteDatabase::call(Writer& writer) {
  connection_->forget_failure();
  Transaction transaction(*connection_);
  writer.work(transaction);
  // The work caught an error of the database and went on.
  if (connection_->failure()) throw *connection_->failure();
  writer.after_commit = transaction.take_after_commit();
}

/// The first of a batch needs no savepoint: nothing is lost with it but itself. False if it failed.
bool SqliteDatabase::run_alone(Writer& writer) {
  try {
    call(writer);
    return true;
  } catch (...) {
    writer.failure = std::current_exception();
    connection_->forget_failure();
    connection_->command("ROLLBACK");
    return false;
  }
}

/// False if the failure took the whole transaction with it.
bool SqliteDatabase::run_in_savepoint(Writer& writer) {
  if (connection_->command("SAVEPOINT writer") != SQLITE_OK) return false;
  try {
    call(writer);
    return connection_->command("RELEASE writer") == SQLITE_OK;
  } catch (...) {
    writer.failure = std::current_exception();
    connection_->forget_failure();
    return connection_->in_transaction() && connection_->command("ROLLBACK TO writer") == SQLITE_OK &&
           connection_->command("RELEASE writer") == SQLITE_OK;
  }
}

/// Runs all that wait. False if the transaction broke; then all of the batch have their error.
bool SqliteDatabase::join(std::vector<Writer*>& batch) {
  constexpr std::size_t most = 256;
  while (batch.size() < most) {
    Writer* next = nullptr;
    {
      std::lock_guard lock(queue_mutex_);
      if (queue_.empty()) return true;
      next = queue_.front();
      queue_.pop_front();
    }
    batch.push_back(next);
    if (!run_in_savepoint(*next)) {
      ++failures_;
      lose(batch, Error(ErrorKind::unavailable, "database_unavailable",
                        "The database does not answer; nothing was saved.", {}, "a shared transaction broke"));
      return false;
    }
  }
  return true;
}

void SqliteDatabase::commit(std::vector<Writer*>& batch) {
  int code = connection_->command("COMMIT");
  if (code != SQLITE_OK) {
    ++failures_;
    Error error = connection_->error(code);
    // The commit is in the log, but perhaps not on the disk: a power cut now might keep it or lose it.
    if (code == SQLITE_IOERR_FSYNC || code == SQLITE_IOERR_DIR_FSYNC)
      error = Error(ErrorKind::unknown_outcome, "unknown_outcome",
                    "The disk of the server failed while saving; it is not known whether this was saved. Look, or send it again with the same "
                    "Idempotency-Key: it takes effect once.", {},
                    error.detail());
    lose(batch, error);
    return;
  }
  ++commits_;
  for (Writer* writer : batch) {
    if (writer->failure) continue;
    ++writes_;
    for (auto& then : writer->after_commit) {
      try {
        then();
      } catch (...) {
        // It is saved, and the others must have their answers.
      }
    }
  }
}

/// Rolls back, and gives the error to all who do not have one of their own.
void SqliteDatabase::lose(std::vector<Writer*>& batch, const Error& error) {
  if (connection_->in_transaction()) connection_->command("ROLLBACK");
  for (Writer* writer : batch)
    if (!writer->failure) writer->failure = std::make_exception_ptr(error);
}

void SqliteDatabase::hand_over() {
  Writer* next = nullptr;
  {
    std::lock_guard lock(queue_mutex_);
    if (queue_.empty()) {
      led_ = false;
    } else {
      next = queue_.front();
      queue_.pop_front();
    }
  }
  if (next != nullptr) set(*next, Turn::State::leading);
}

void SqliteDatabase::checkpoint_when_long() {
  std::int64_t pages = log_pages_.load(std::memory_order_relaxed);
  if (pages < checkpointed_) checkpointed_ = 0;  // the log has begun again
  if (pages < checkpointed_ + options_.checkpoint_pages) return;
  // Readers that always overlap would let the log grow for ever: then wait for the present ones. New ones do not hold
  // this up, as they find everything in the file itself.
  int mode = pages < 16 * options_.checkpoint_pages ? SQLITE_CHECKPOINT_PASSIVE : SQLITE_CHECKPOINT_RESTART;
  sqlite3_wal_checkpoint_v2(connection_->handle(), "main", mode, nullptr, nullptr);
  checkpointed_ = pages;
}

// ---- reading ------------------------------------------------------------------------------------------------------

/// A connection lent for one read, inside its transaction.
class SqliteDatabase::Reader {
 public:
  explicit Reader(SqliteDatabase& database)
      : database_(database), connection_(database.pool_.take(std::chrono::seconds(5))) {
    try {
      if (!connection_)
        connection_ = std::make_unique<SqliteConnection>(database.path_, Access::read_only, database.options_);
      if (int code = connection_->command("BEGIN"); code != SQLITE_OK) throw connection_->error(code);
    } catch (...) {
      database_.pool_.give(nullptr);
      throw;
    }
  }
  ~Reader() {
    database_.scanned_.fetch_add(connection_->take_scanned(), std::memory_order_relaxed);
    connection_->forget_failure();
    if (connection_->in_transaction() && connection_->command("ROLLBACK") != SQLITE_OK) connection_.reset();
    database_.pool_.give(std::move(connection_));
  }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  SqliteConnection& connection() { return *connection_; }

 private:
  SqliteDatabase& database_;
  std::unique_ptr<SqliteConnection> connection_;
};

void SqliteDatabase::read_work(const Sight&, const Work& work) {
  Reader reader(*this);
  Transaction transaction(reader.connection());
  work(transaction);
  reads_.fetch_add(1, std::memory_order_relaxed);
}

void SqliteDatabase::backup(const std::string& path, const Progress& progress) {
  // A snapshot of one reader: the copy is of one moment and never starts again when somebody writes.
  Reader reader(*this);
  reader.connection().script("SELECT count(*) FROM sqlite_schema");
  copy_database(reader.connection().handle(), path, progress, system_clock().now());
}

}  // namespace

std::unique_ptr<Database> open_sqlite(const std::string& path, const Options& options) {
  return std::make_unique<SqliteDatabase>(path, options);
}

}  // namespace entente::db
