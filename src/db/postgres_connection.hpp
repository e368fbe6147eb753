#pragma once
// Inside this room only.
#include <libpq-fe.h>

#include <string>

#include "db/backend.hpp"

namespace entente::db {

class PostgresConnection;

struct ResultDeleter {
  void operator()(PGresult* result) const { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, ResultDeleter>;

class PostgresStatement final : public Statement {
 public:
  PostgresStatement(PostgresConnection& connection, std::string_view sql) : connection_(connection), sql_(sql) {}

  std::string_view sql() const { return sql_; }
  bool busy() const { return busy_; }
  /// Prepares the statement on the server if it is new, or was prepared for other types.
  void begin(std::span<const Wire> wires);
  void end() noexcept;

  void bind_null(int parameter) override;
  void bind_integer(int parameter, std::int64_t value) override;
  void bind_real(int parameter, double value) override;
  void bind_text(int parameter, std::string_view value, Keep keep) override;
  void bind_bytes(int parameter, std::span<const std::byte> value, Keep keep) override;

  bool step() override;
  std::int64_t changed() const override;
  void push() override;
  std::int64_t finish() override;

  int columns() const override { return result_ ? PQnfields(result_.get()) : 0; }
  bool null(int column) const override { return PQgetisnull(result_.get(), row_, column) != 0; }
  std::int64_t integer(int column) const override;
  double real(int column) const override;
  std::string_view text(int column) const override;
  std::span<const std::byte> bytes(int column) const override;

 private:
  void prepare(std::span<const Wire> wires);
  void bind(int parameter, const char* value, std::size_t length, Keep keep);
  void send();
  void drain();

  PostgresConnection& connection_;
  std::string sql_;
  std::string name_;
  std::vector<Wire> wires_;
  bool busy_ = false;
  bool piping_ = false;
  int waiting_ = 0;
  std::int64_t pushed_ = 0;
  int result_format_ = 0;

  std::vector<const char*> values_;
  std::vector<int> lengths_;
  std::vector<int> formats_;
  std::vector<std::array<char, 8>> numbers_;
  std::vector<std::string> copies_;

  Result result_;
  int row_ = -1;
  mutable std::vector<std::byte> unescaped_;
};

class PostgresConnection final : public Connection {
 public:
  /// Throws `unavailable` if the server cannot be reached.
  PostgresConnection(const std::string& address, const Options& options);
  ~PostgresConnection() override;

  Kind kind() const override { return Kind::postgres; }
  Statement& acquire(std::string_view sql, std::span<const Wire> wires) override;
  void release(Statement& statement) noexcept override;
  void script(std::string_view text) override;
  void see(std::string_view space) override;

  PGconn* handle() const { return handle_; }
  bool lost() const { return lost_ || PQstatus(handle_) != CONNECTION_OK; }
  /// Better closed than used again: the server holds too many of its statements, or they no longer fit the schema.
  bool worn() const { return stale_ || cache_.full(); }
  /// Forgets a connection whose answers can no longer be told apart, or whose server is silent.
  void lose() { lost_ = true; }

  /// Waits for the next answer of what was sent; a null one ends the answers of one statement. Throws `unavailable` if
  /// the server is silent for longer than a statement may take.
  Result next_result() { return next_result(statement_seconds_); }
  /// Runs a text without parameters and gives its last answer; throws what the server complains of.
  Result query(const std::string& text) { return query(text, statement_seconds_); }
  /// Checks one answer.
  void check(const Result& result, std::string_view sql);
  void check_sent(int sent, std::string_view sql);

  void begin(std::string_view mode, const Sight& sight);
  /// Throws `unknown_outcome` where the answer does not come, or comes with a warning. `last` are statements, each with
  /// its semicolon, that go before it in the same message.
  void commit(const std::string& last = {});
  void rollback() noexcept;

  Error error(const PGresult* result, std::string_view sql) const;
  std::string next_name() { return fmt::format("s{}", ++statements_); }

 private:
  Result next_result(int seconds);
  Result query(const std::string& text, int seconds);

  PGconn* handle_ = nullptr;
  const int statement_seconds_;
  bool lost_ = false;
  bool stale_ = false;
  std::string warning_;
  std::int64_t statements_ = 0;
  StatementCache<PostgresStatement> cache_;
};

}  // namespace entente::db
