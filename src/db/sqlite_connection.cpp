#include "db/sqlite_connection.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmath>

namespace entente::db {

std::string sqlite_placeholders(std::string_view sql) {
  std::string out;
  out.reserve(sql.size());
  char quote = 0;
  bool comment = false;
  for (std::size_t i = 0; i < sql.size(); ++i) {
    char c = sql[i];
    if (comment) {
      comment = c != '\n';
    } else if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '\'' || c == '"') {
      quote = c;
    } else if (c == '-' && i + 1 < sql.size() && sql[i + 1] == '-') {
      comment = true;
    } else if (c == '$' && i + 1 < sql.size() && sql[i + 1] >= '0' && sql[i + 1] <= '9') {
      c = '?';
    }
    out.push_back(c);
  }
  return out;
}

SqliteStatement::SqliteStatement(SqliteConnection& connection, std::string_view sql)
    : connection_(connection), sql_(sql) {
  std::string text = sqlite_placeholders(sql);
  const char* rest = nullptr;
  int code = sqlite3_prepare_v3(connection.handle(), text.c_str(), static_cast<int>(text.size()) + 1,
                                SQLITE_PREPARE_PERSISTENT, &handle_, &rest);
  if (code != SQLITE_OK) {
    Error error = connection.error(code);
    connection.fail(Error(error.kind(), error.code(), error.message(), {}, error.detail() + " in: " + sql_));
  }
  if (handle_ == nullptr || std::string_view(rest).find_first_not_of(" \t\r\n;") != std::string_view::npos) {
    sqlite3_finalize(handle_);
    connection.fail(Error(ErrorKind::internal, "database_statement", "The program is at fault.", {},
                          "not one SQL statement: " + sql_));
  }
  parameters_ = sqlite3_bind_parameter_count(handle_);
  writes_ = sqlite3_stmt_readonly(handle_) == 0;
}

SqliteStatement::~SqliteStatement() {
  sqlite3_finalize(handle_);
}

void SqliteStatement::begin(std::size_t parameters) {
  if (static_cast<std::size_t>(parameters_) != parameters)
    connection_.fail(Error(ErrorKind::internal, "database_statement", "The program is at fault.", {},
                           fmt::format("{} values for {} placeholders in: {}", parameters, parameters_, sql_)));
  busy_ = true;
  pushed_ = 0;
}

void SqliteStatement::end() noexcept {
  // Bindings point to the caller's memory; every parameter is bound again before the next step, so none is cleared.
  sqlite3_reset(handle_);
  connection_.scanned(sqlite3_stmt_status(handle_, SQLITE_STMTSTATUS_FULLSCAN_STEP, 1));
  busy_ = false;
}

void SqliteStatement::bind_real(int parameter, double value) {
  // SQLite would silently store NULL.
  if (std::isnan(value))
    connection_.fail(Error(ErrorKind::internal, "database_value", "The program is at fault.", {}, "NaN for " + sql_));
  sqlite3_bind_double(handle_, parameter + 1, value);
}

void SqliteStatement::bind_text(int parameter, std::string_view value, Keep keep) {
  const char* data = value.data() == nullptr ? "" : value.data();
  // PostgreSQL refuses it, and SQLite's own functions would see the text end there.
  if (std::memchr(data, 0, value.size()) != nullptr)
    connection_.fail(
        Error(ErrorKind::bad_input, "bad_text", "A text holds a character that cannot be stored.", {}, sql_));
  int code = sqlite3_bind_text64(handle_, parameter + 1, data, value.size(),
                                 keep == Keep::copy ? SQLITE_TRANSIENT : SQLITE_STATIC, SQLITE_UTF8);
  if (code != SQLITE_OK) connection_.fail_with(code);
}

void SqliteStatement::bind_bytes(int parameter, std::span<const std::byte> value, Keep keep) {
  const void* data = value.data() == nullptr ? static_cast<const void*>("") : value.data();
  int code = sqlite3_bind_blob64(handle_, parameter + 1, data, value.size(),
                                 keep == Keep::copy ? SQLITE_TRANSIENT : SQLITE_STATIC);
  if (code != SQLITE_OK) connection_.fail_with(code);
}

bool SqliteStatement::step() {
  int code = sqlite3_step(handle_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  connection_.fail_with(code);
}

std::int64_t SqliteStatement::changed() const {
  return writes_ ? sqlite3_changes64(connection_.handle()) : 0;
}

void SqliteStatement::push() {
  while (step()) {
  }
  pushed_ += changed();
  sqlite3_reset(handle_);
}

std::string_view SqliteStatement::text(int column) const {
  auto data = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
  if (data == nullptr) return {};
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

std::span<const std::byte> SqliteStatement::bytes(int column) const {
  auto data = static_cast<const std::byte*>(sqlite3_column_blob(handle_, column));
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

SqliteConnection::SqliteConnection(const std::string& path, Access access, const Options& options) {
  // One thread at a time uses a connection, so SQLite need not lock it.
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  flags |= access == Access::read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  int code = sqlite3_open_v2(path.c_str(), &handle_, flags,
                             options.file_system.empty() ? nullptr : options.file_system.c_str());
  auto need = [&](int result) {
    if (result == SQLITE_OK) return;
    Error problem = error(result);
    sqlite3_close_v2(handle_);
    throw Error(problem.kind(), problem.code(), fmt::format("The database “{}” cannot be opened.", path), {},
                problem.detail());
  };
  need(code);
  sqlite3_busy_timeout(handle_, 5000);
  // Views and triggers of a file from elsewhere get no dangerous functions.
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  auto pragma = [&](const char* text) { need(sqlite3_exec(handle_, text, nullptr, nullptr, nullptr)); };
  pragma("PRAGMA temp_store=MEMORY");
  // As on PostgreSQL.
  pragma("PRAGMA case_sensitive_like=ON");
  if (access == Access::read_write) {
    pragma("PRAGMA journal_mode=WAL");
    switch (options.synchronous) {
      case Synchronous::off:
        pragma("PRAGMA synchronous=OFF");
        break;
      case Synchronous::normal:
        pragma("PRAGMA synchronous=NORMAL");
        break;
      case Synchronous::full:
        pragma("PRAGMA synchronous=FULL");
        break;
    }
    pragma("PRAGMA foreign_keys=ON");
    pragma("PRAGMA cache_size=-16000");
    pragma("PRAGMA journal_size_limit=16777216");
  }
  // The writer checkpoints when it is convenient; a reader never does.
  pragma("PRAGMA wal_autocheckpoint=0");
}

SqliteConnection::~SqliteConnection() {
  cache_.clear();
  sqlite3_close_v2(handle_);
}

Statement& SqliteConnection::acquire(std::string_view sql, std::span<const Wire> wires) {
  refuse_after_failure();
  SqliteStatement* statement = cache_.find(sql);
  if (statement == nullptr) {
    statement = &cache_.add(std::make_unique<SqliteStatement>(*this, sql));
  } else if (statement->busy()) {
    // A row function that runs the statement whose rows it gets: a second copy, for this once.
    statement = new SqliteStatement(*this, sql);
  }
  statement->begin(wires.size());
  return *statement;
}

void SqliteConnection::release(Statement& statement) noexcept {
  auto& mine = static_cast<SqliteStatement&>(statement);
  mine.end();
  if (cache_.find(mine.sql()) != &mine) delete &mine;
}

void SqliteConnection::script(std::string_view text) {
  refuse_after_failure();
  int code = sqlite3_exec(handle_, std::string(text).c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail_with(code);
}

int SqliteConnection::command(std::string_view sql) noexcept {
  try {
    SqliteStatement* statement = cache_.find(sql);
    if (statement == nullptr) statement = &cache_.add(std::make_unique<SqliteStatement>(*this, sql));
    statement->step();
    statement->end();
    return SQLITE_OK;
  } catch (const Error&) {
    int code = sqlite3_extended_errcode(handle_);
    if (SqliteStatement* statement = cache_.find(sql)) statement->end();
    forget_failure();
    return code == SQLITE_OK ? SQLITE_ERROR : code;
  } catch (...) {
    return SQLITE_NOMEM;
  }
}

Error SqliteConnection::error(int code) const {
  std::string detail =
      fmt::format("sqlite {}: {}", code, handle_ == nullptr ? "out of memory" : sqlite3_errmsg(handle_));
  switch (code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
      return {ErrorKind::conflict, "duplicate", "This exists already.", {}, detail};
    case SQLITE_CONSTRAINT_FOREIGNKEY:
    case SQLITE_CONSTRAINT_TRIGGER:
      return {
          ErrorKind::conflict, "reference", "Something this refers to is missing, or it is still in use.", {}, detail};
    default:
      break;
  }
  switch (code & 0xff) {
    case SQLITE_CONSTRAINT:
      return {ErrorKind::conflict, "constraint", "This breaks a rule of the database.", {}, detail};
    case SQLITE_FULL:
      return {ErrorKind::unavailable, "disk_full", "The disk of the server is full; nothing was saved.", {}, detail};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return {ErrorKind::unavailable, "database_busy", "The database is busy. Try again in a moment.", {}, detail};
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_NOMEM:
      return {ErrorKind::unavailable,
              "database_unavailable",
              "The database does not answer; nothing was saved.",
              {},
              detail};
    case SQLITE_READONLY:
      return {ErrorKind::unavailable, "database_read_only", "The database can only be read at present.", {}, detail};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {ErrorKind::internal, "database_corrupt", "The database file is damaged.", {}, detail};
    default:
      return {ErrorKind::internal, "database_error", "The database refused a statement of the program.", {}, detail};
  }
}

}  // namespace entente::db
