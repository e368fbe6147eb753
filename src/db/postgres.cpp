// PostgreSQL: each caller has a connection and a transaction of its own.
#include <condition_variable>

#include "base/random.hpp"
#include "db/postgres_connection.hpp"
#include "db/postgres_listening.hpp"

namespace entente::db {
namespace {

std::string own_word() {
  std::uint64_t number = 0;
  system_random().fill(std::as_writable_bytes(std::span(&number, 1)));
  return fmt::format("{:016x}", number);
}

class PostgresDatabase final : public Database {
 public:
  PostgresDatabase(const std::string& address, const Options& options)
      : address_(address), options_(options), pool_(options.connections) {
    pool_.take(std::chrono::seconds(1));
    std::unique_ptr<PostgresConnection> first;
    try {
      first = std::make_unique<PostgresConnection>(address_, options_);
    } catch (const Error&) {
      if (!make_missing_database()) throw;
      first = std::make_unique<PostgresConnection>(address_, options_);
    }
    pool_.give(std::move(first));
  }

  Kind kind() const override { return Kind::postgres; }
  Statistics statistics() const override {
    return {writes_.load(), writes_.load(), failures_.load(), reads_.load(), 0};
  }

  std::unique_ptr<Listening> listen(Told told) override {
    return std::make_unique<PostgresListening>(address_, own_, std::move(told));
  }

  void backup(const std::string&, const Progress&) override {
    throw Error(ErrorKind::conflict, "use_pg_dump",
                "A PostgreSQL database is backed up by its own tool, also while the server runs: "
                "pg_dump --format=custom --file=FILE --dbname=postgresql://…");
  }

 protected:
  void read_work(const Sight& sight, const Work& work) override;
  void write_work(const Sight& sight, const Work& work) override;

 private:
  class Lent;
  bool make_missing_database();
  std::string news_of(const Transaction& transaction) const;

  const std::string address_;
  const Options options_;
  const std::string own_ = own_word();  ///< by which this server knows its own news
  Pool<PostgresConnection> pool_;
  std::mutex after_commit_mutex_;
  std::atomic<std::int64_t> writes_ = 0, failures_ = 0, reads_ = 0;
};

/// True if the database did not exist and does now.
bool PostgresDatabase::make_missing_database() {
  char* message = nullptr;
  std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> parts(PQconninfoParse(address_.c_str(), &message),
                                                                     PQconninfoFree);
  if (!parts) {
    std::string detail = message == nullptr ? "" : message;
    PQfreemem(message);
    throw Error(ErrorKind::bad_input, "database_address", "The address of the database cannot be read.", {}, detail);
  }
  std::string name;
  std::vector<const char*> keys;
  std::vector<const char*> values;
  for (PQconninfoOption* part = parts.get(); part->keyword != nullptr; ++part) {
    if (part->val == nullptr) continue;
    bool is_name = std::string_view(part->keyword) == "dbname";
    if (is_name) name = part->val;
    keys.push_back(part->keyword);
    values.push_back(is_name ? "postgres" : part->val);
  }
  keys.push_back("connect_timeout");
  values.push_back("4");
  keys.push_back(nullptr);
  values.push_back(nullptr);
  if (name.empty()) return false;
  std::unique_ptr<PGconn, decltype(&PQfinish)> server(PQconnectdbParams(keys.data(), values.data(), 0), PQfinish);
  if (PQstatus(server.get()) != CONNECTION_OK) return false;
  char* quoted = PQescapeIdentifier(server.get(), name.c_str(), name.size());
  // Sorted by bytes, as SQLite does, so that lists have the same order on both.
  std::string create = fmt::format("CREATE DATABASE {} ENCODING 'UTF8' LC_COLLATE 'C' TEMPLATE template0", quoted);
  PQfreemem(quoted);
  Result answer(PQexec(server.get(), create.c_str()));
  return PQresultStatus(answer.get()) == PGRES_COMMAND_OK;
}

/// The statements that tell the other servers of a commit; they are part of it.
std::string PostgresDatabase::news_of(const Transaction& transaction) const {
  std::string sql;
  for (const auto& [subject, text] : transaction.told()) sql += fmt::format("NOTIFY {}, '{} {}'; ", news_channel, own_, text);
  return sql;
}

/// A connection lent for one transaction, which is rolled back unless it was committed.
class PostgresDatabase::Lent {
 public:
  Lent(PostgresDatabase& database, std::string_view mode, const Sight& asked) : database_(database) {
    const Sight& sight = asked.is_blind() ? database_.options_.sight : asked;
    connection_ = database_.pool_.take(std::chrono::seconds(5));
    bool fresh = connection_ == nullptr;
    try {
      if (fresh) connect();
      try {
        connection_->begin(mode, sight);
      } catch (const Error&) {
        // The server was restarted while this connection lay idle. Nothing has been done yet, so try a new one.
        if (fresh || !connection_->lost()) throw;
        database_.pool_.close_idle();
        connect();
        connection_->begin(mode, sight);
      }
    } catch (...) {
      connection_.reset();
      database_.pool_.give(nullptr);
      throw;
    }
  }
  ~Lent() {
    connection_->rollback();
    if (connection_->lost() || connection_->worn()) connection_.reset();
    database_.pool_.give(std::move(connection_));
  }
  Lent(const Lent&) = delete;
  Lent& operator=(const Lent&) = delete;
  PostgresConnection& connection() { return *connection_; }

 private:
  void connect() { connection_ = std::make_unique<PostgresConnection>(database_.address_, database_.options_); }

  PostgresDatabase& database_;
  std::unique_ptr<PostgresConnection> connection_;
};

void PostgresDatabase::read_work(const Sight& sight, const Work& work) {
  Lent lent(*this, "REPEATABLE READ READ ONLY", sight);
  Transaction transaction(lent.connection());
  work(transaction);
  ++reads_;
}

void PostgresDatabase::write_work(const Sight& sight, const Work& work) {
  constexpr int attempts = 6;
  for (int attempt = 1;; ++attempt) {
    try {
      std::vector<std::function<void()>> after_commit;
      {
        Lent lent(*this, "READ COMMITTED READ WRITE", sight);
        Transaction transaction(lent.connection());
        work(transaction);
        // The work caught an error of the database and went on.
        if (lent.connection().failure()) throw *lent.connection().failure();
        after_commit = transaction.take_after_commit();
        lent.connection().commit(news_of(transaction));
      }
      ++writes_;
      std::lock_guard lock(after_commit_mutex_);
      for (auto& then : after_commit) {
        try {
          then();
        } catch (...) {
          // It is saved, and that is what the caller has to know.
        }
      }
      return;
    } catch (const Error& error) {
      if (error.code() != "database_contention" || attempt == attempts) {
        if (error.kind() == ErrorKind::unavailable || error.kind() == ErrorKind::unknown_outcome) ++failures_;
        throw;
      }
    }
    // The others are only now being woken: who comes back at once takes the rows before them, and again in the wrong
    // order.
    std::this_thread::sleep_for(std::chrono::milliseconds(20 << attempt));
  }
}

}  // namespace

std::unique_ptr<Database> open_postgres(const std::string& address, const Options& options) {
  return std::make_unique<PostgresDatabase>(address, options);
}

}  // namespace entente::db
