#pragma once
// Inside this room only.
#include <sqlite3.h>

#include <string>

#include "db/backend.hpp"

namespace entente::db {

class SqliteConnection;

class SqliteStatement final : public Statement {
 public:
  SqliteStatement(SqliteConnection& connection, std::string_view sql);
  ~SqliteStatement() override;

  std::string_view sql() const { return sql_; }
  bool busy() const { return busy_; }
  void begin(std::size_t parameters);
  void end() noexcept;

  void bind_null(int parameter) override { sqlite3_bind_null(handle_, parameter + 1); }
  void bind_integer(int parameter, std::int64_t value) override { sqlite3_bind_int64(handle_, parameter + 1, value); }
  void bind_real(int parameter, double value) override;
  void bind_text(int parameter, std::string_view value, Keep keep) override;
  void bind_bytes(int parameter, std::span<const std::byte> value, Keep keep) override;

  bool step() override;
  std::int64_t changed() const override;
  void push() override;
  std::int64_t finish() override { return pushed_; }

  int columns() const override { return sqlite3_column_count(handle_); }
  bool null(int column) const override { return sqlite3_column_type(handle_, column) == SQLITE_NULL; }
  std::int64_t integer(int column) const override { return sqlite3_column_int64(handle_, column); }
  double real(int column) const override { return sqlite3_column_double(handle_, column); }
  std::string_view text(int column) const override;
  std::span<const std::byte> bytes(int column) const override;

 private:
  SqliteConnection& connection_;
  std::string sql_;
  sqlite3_stmt* handle_ = nullptr;
  int parameters_ = 0;
  bool busy_ = false;
  bool writes_ = false;
  std::int64_t pushed_ = 0;
};

enum class Access { read_only, read_write };

class SqliteConnection final : public Connection {
 public:
  SqliteConnection(const std::string& path, Access access, const Options& options);
  ~SqliteConnection() override;

  Kind kind() const override { return Kind::sqlite; }
  Statement& acquire(std::string_view sql, std::span<const Wire> wires) override;
  void release(Statement& statement) noexcept override;
  void script(std::string_view text) override;

  sqlite3* handle() const { return handle_; }
  /// False once SQLite itself has rolled everything back, as it does when a disk fails.
  bool in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }
  /// Rows that statements walked through without an index since the last call.
  std::int64_t take_scanned() { return std::exchange(scanned_, 0); }
  void scanned(std::int64_t rows) { scanned_ += rows; }
  /// Statements of our own, such as BEGIN: SQLite's code, never an exception.
  int command(std::string_view sql) noexcept;
  /// What the last call on this connection complained of.
  Error error(int code) const;
  [[noreturn]] void fail_with(int code) { fail(error(code)); }

 private:
  sqlite3* handle_ = nullptr;
  std::int64_t scanned_ = 0;
  StatementCache<SqliteStatement> cache_;
};

/// `$1` becomes `?1`: SQLite takes `$1` for a name and would number it by its first place.
std::string sqlite_placeholders(std::string_view sql);

}  // namespace entente::db
