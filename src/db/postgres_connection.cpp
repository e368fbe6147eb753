#include "db/postgres_connection.hpp"

#include <endian.h>
#include <poll.h>

#include <charconv>
#include <cmath>

namespace entente::db {
namespace {

// The numbers of the types in every PostgreSQL (pg_type.dat).
constexpr Oid bool_oid = 16, bytea_oid = 17, int8_oid = 20, int2_oid = 21, int4_oid = 23, text_oid = 25,
              float8_oid = 701, varchar_oid = 1043;

Oid oid_of(Wire wire) {
  switch (wire) {
    case Wire::integer:
      return int8_oid;
    case Wire::real:
      return float8_oid;
    case Wire::text:
      return text_oid;
    case Wire::bytes:
      return bytea_oid;
  }
  return 0;
}

bool readable_in_binary(Oid type) {
  return type == bool_oid || type == bytea_oid || type == int8_oid || type == int2_oid || type == int4_oid ||
         type == text_oid || type == float8_oid || type == varchar_oid;
}

std::uint64_t big_endian(const char* bytes, int length) {
  std::uint64_t value = 0;
  for (int i = 0; i < length; ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

constexpr int no_limit = 0;

/// Rows that are under way at once in a bulk insert.
constexpr int pipeline_length = 500;

}  // namespace

// ---- statement ----------------------------------------------------------------------------------------------------

void PostgresStatement::prepare(std::span<const Wire> wires) {
  std::vector<Oid> types;
  for (Wire wire : wires) types.push_back(oid_of(wire));
  std::string name = connection_.next_name();
  PGconn* handle = connection_.handle();
  connection_.check_sent(
      PQsendPrepare(handle, name.c_str(), sql_.c_str(), static_cast<int>(types.size()), types.data()), sql_);
  Result answer = connection_.next_result();
  while (connection_.next_result()) {
  }
  connection_.check(answer, sql_);
  connection_.check_sent(PQsendDescribePrepared(handle, name.c_str()), sql_);
  answer = connection_.next_result();
  while (connection_.next_result()) {
  }
  connection_.check(answer, sql_);
  if (PQnparams(answer.get()) != static_cast<int>(wires.size()))
    connection_.fail(
        Error(ErrorKind::internal, "database_statement", "The program is at fault.", {},
              fmt::format("{} values for {} placeholders in: {}", wires.size(), PQnparams(answer.get()), sql_)));
  result_format_ = 1;
  for (int column = 0; column < PQnfields(answer.get()); ++column)
    if (!readable_in_binary(PQftype(answer.get(), column))) result_format_ = 0;
  wires_.assign(wires.begin(), wires.end());
  values_.resize(wires.size());
  lengths_.resize(wires.size());
  numbers_.resize(wires.size());
  copies_.resize(wires.size());
  formats_.assign(wires.size(), 1);
  name_ = std::move(name);
}

void PostgresStatement::begin(std::span<const Wire> wires) {
  if (name_.empty() || !std::equal(wires.begin(), wires.end(), wires_.begin(), wires_.end())) {
    name_.clear();
    prepare(wires);
  }
  busy_ = true;
  row_ = -1;
  pushed_ = 0;
}

void PostgresStatement::end() noexcept {
  if (piping_) connection_.lose();  // an error in a bulk insert left answers unread
  piping_ = false;
  result_.reset();
  busy_ = false;
}

void PostgresStatement::bind(int parameter, const char* value, std::size_t length, Keep keep) {
  auto i = static_cast<std::size_t>(parameter);
  if (keep == Keep::copy) {
    copies_[i].assign(value, length);
    value = copies_[i].data();
  }
  values_[i] = value == nullptr ? "" : value;
  lengths_[i] = static_cast<int>(length);
}

void PostgresStatement::bind_null(int parameter) {
  values_[static_cast<std::size_t>(parameter)] = nullptr;
}

void PostgresStatement::bind_integer(int parameter, std::int64_t value) {
  auto& number = numbers_[static_cast<std::size_t>(parameter)];
  std::uint64_t wire = htobe64(static_cast<std::uint64_t>(value));
  std::memcpy(number.data(), &wire, 8);
  bind(parameter, number.data(), 8, Keep::callers);
}

void PostgresStatement::bind_real(int parameter, double value) {
  if (std::isnan(value))
    connection_.fail(Error(ErrorKind::internal, "database_value", "The program is at fault.", {}, "NaN for " + sql_));
  auto& number = numbers_[static_cast<std::size_t>(parameter)];
  std::uint64_t wire = htobe64(std::bit_cast<std::uint64_t>(value));
  std::memcpy(number.data(), &wire, 8);
  bind(parameter, number.data(), 8, Keep::callers);
}

void PostgresStatement::bind_text(int parameter, std::string_view value, Keep keep) {
  bind(parameter, value.data(), value.size(), keep);
}

void PostgresStatement::bind_bytes(int parameter, std::span<const std::byte> value, Keep keep) {
  bind(parameter, reinterpret_cast<const char*>(value.data()), value.size(), keep);
}

void PostgresStatement::send() {
  connection_.check_sent(PQsendQueryPrepared(connection_.handle(), name_.c_str(), static_cast<int>(wires_.size()),
                                             values_.data(), lengths_.data(), formats_.data(), result_format_),
                         sql_);
}

bool PostgresStatement::step() {
  if (row_ < 0) {
    send();
    result_ = connection_.next_result();
    while (connection_.next_result()) {
    }
    connection_.check(result_, sql_);
  }
  return ++row_ < PQntuples(result_.get());
}

std::int64_t PostgresStatement::changed() const {
  // Also counts the rows of a SELECT, which changes none.
  if (std::string_view(PQcmdStatus(result_.get())).starts_with("SELECT")) return 0;
  std::string_view text = PQcmdTuples(result_.get());
  std::int64_t rows = 0;
  std::from_chars(text.data(), text.data() + text.size(), rows);
  return rows;
}

void PostgresStatement::push() {
  if (!piping_) {
    if (PQenterPipelineMode(connection_.handle()) != 1) connection_.check_sent(0, sql_);
    piping_ = true;
    waiting_ = 0;
  }
  send();
  if (++waiting_ == pipeline_length) drain();
}

/// Reads the answers of all that is under way.
void PostgresStatement::drain() {
  connection_.check_sent(PQpipelineSync(connection_.handle()), sql_);
  std::optional<Error> first;
  for (;;) {
    Result answer = connection_.next_result();
    if (!answer) continue;  // ends one statement
    ExecStatusType status = PQresultStatus(answer.get());
    if (status == PGRES_PIPELINE_SYNC) break;
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) {
      std::string_view text = PQcmdTuples(answer.get());
      std::int64_t rows = 0;
      std::from_chars(text.data(), text.data() + text.size(), rows);
      pushed_ += rows;
    } else if (!first && status != PGRES_PIPELINE_ABORTED) {
      first = connection_.error(answer.get(), sql_);
    }
  }
  waiting_ = 0;
  if (!first) return;
  if (PQexitPipelineMode(connection_.handle()) == 1) piping_ = false;
  connection_.fail(*first);
}

std::int64_t PostgresStatement::finish() {
  if (!piping_) return 0;
  drain();
  if (PQexitPipelineMode(connection_.handle()) != 1) connection_.check_sent(0, sql_);
  piping_ = false;
  return pushed_;
}

std::int64_t PostgresStatement::integer(int column) const {
  const char* value = PQgetvalue(result_.get(), row_, column);
  int length = PQgetlength(result_.get(), row_, column);
  std::int64_t number = 0;
  if (PQfformat(result_.get(), column) == 0) {
    if (*value == 't') return 1;
    std::from_chars(value, value + length, number);
    return number;
  }
  switch (PQftype(result_.get(), column)) {
    case bool_oid:
      return *value;
    case int2_oid:
      return static_cast<std::int16_t>(big_endian(value, 2));
    case int4_oid:
      return static_cast<std::int32_t>(big_endian(value, 4));
    case int8_oid:
      return static_cast<std::int64_t>(big_endian(value, 8));
    case float8_oid:
      return static_cast<std::int64_t>(std::bit_cast<double>(big_endian(value, 8)));
    default:
      std::from_chars(value, value + length, number);
      return number;
  }
}

double PostgresStatement::real(int column) const {
  const char* value = PQgetvalue(result_.get(), row_, column);
  int length = PQgetlength(result_.get(), row_, column);
  bool text = PQfformat(result_.get(), column) == 0 || PQftype(result_.get(), column) == text_oid;
  if (!text && PQftype(result_.get(), column) == float8_oid) return std::bit_cast<double>(big_endian(value, 8));
  if (!text) return static_cast<double>(integer(column));
  double number = 0;
  std::from_chars(value, value + length, number);
  return number;
}

std::string_view PostgresStatement::text(int column) const {
  if (null(column)) return {};
  return {PQgetvalue(result_.get(), row_, column), static_cast<std::size_t>(PQgetlength(result_.get(), row_, column))};
}

std::span<const std::byte> PostgresStatement::bytes(int column) const {
  std::string_view value = text(column);
  if (PQfformat(result_.get(), column) == 0 && PQftype(result_.get(), column) == bytea_oid) {
    std::size_t length = 0;
    unsigned char* plain = PQunescapeBytea(reinterpret_cast<const unsigned char*>(value.data()), &length);
    auto first = reinterpret_cast<const std::byte*>(plain);
    unescaped_.assign(first, first + length);
    PQfreemem(plain);
    return unescaped_;
  }
  return std::as_bytes(std::span(value.data(), value.size()));
}

// ---- connection ---------------------------------------------------------------------------------------------------

PostgresConnection::PostgresConnection(const std::string& address, const Options& options)
    : statement_seconds_(options.statement_seconds) {
  // A server that has gone silent is noticed within ten seconds. The address comes last, so that it may say otherwise.
  const char* keys[] = {"connect_timeout",  "keepalives_idle",  "keepalives_interval",
                        "keepalives_count", "tcp_user_timeout", "application_name",
                        "client_encoding",  "dbname",           nullptr};
  const char* values[] = {"4", "3", "2", "2", "8000", "entente", "UTF8", address.c_str(), nullptr};
  handle_ = PQconnectdbParams(keys, values, 1);
  if (PQstatus(handle_) != CONNECTION_OK) {
    std::string detail = PQerrorMessage(handle_);
    PQfinish(handle_);
    throw Error(ErrorKind::unavailable, "database_unavailable", "The database does not answer.", {}, detail);
  }
  PQsetNoticeReceiver(
      handle_,
      [](void* self, const PGresult* notice) {
        const char* severity = PQresultErrorField(notice, PG_DIAG_SEVERITY_NONLOCALIZED);
        if (severity != nullptr && std::string_view(severity) == "WARNING")
          static_cast<PostgresConnection*>(self)->warning_ = PQresultErrorMessage(notice);
      },
      this);
}

PostgresConnection::~PostgresConnection() {
  cache_.clear();
  PQfinish(handle_);
}

Statement& PostgresConnection::acquire(std::string_view sql, std::span<const Wire> wires) {
  refuse_after_failure();
  PostgresStatement* statement = cache_.find(sql);
  if (statement == nullptr) {
    auto fresh = std::make_unique<PostgresStatement>(*this, sql);
    fresh->begin(wires);
    return cache_.add(std::move(fresh));
  }
  if (statement->busy()) statement = new PostgresStatement(*this, sql);
  try {
    statement->begin(wires);
  } catch (...) {
    if (cache_.find(sql) != statement) delete statement;
    throw;
  }
  return *statement;
}

void PostgresConnection::release(Statement& statement) noexcept {
  auto& mine = static_cast<PostgresStatement&>(statement);
  mine.end();
  if (cache_.find(mine.sql()) != &mine) delete &mine;
}

void PostgresConnection::check_sent(int sent, std::string_view sql) {
  if (sent != 0) return;
  lose();
  fail(error(nullptr, sql));
}

Result PostgresConnection::next_result(int seconds) {
  auto silent = [&] {
    lose();
    fail(Error(ErrorKind::unavailable, "database_unavailable", "The database does not answer.", {},
               fmt::format("no answer: {}", PQerrorMessage(handle_))));
  };
  using Clock = std::chrono::steady_clock;
  // The server ends a slow statement itself; this is for a server that has gone silent.
  const auto deadline = Clock::now() + std::chrono::seconds(seconds + 2);
  int unsent = PQflush(handle_);
  while (PQisBusy(handle_) != 0 || unsent == 1) {
    pollfd wait{PQsocket(handle_), static_cast<short>(unsent == 1 ? POLLIN | POLLOUT : POLLIN), 0};
    auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    int ready = seconds == no_limit ? ::poll(&wait, 1, -1) : left <= 0 ? 0 : ::poll(&wait, 1, static_cast<int>(left));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) silent();
    if ((wait.revents & (POLLIN | POLLHUP | POLLERR)) != 0 && PQconsumeInput(handle_) == 0) break;
    if (unsent == 1) unsent = PQflush(handle_);
    if (unsent < 0) break;
  }
  return Result(PQgetResult(handle_));
}

Result PostgresConnection::query(const std::string& text, int seconds) {
  check_sent(PQsendQuery(handle_, text.c_str()), text);
  Result last;
  std::optional<Error> failure;
  while (Result answer = next_result(seconds)) {
    ExecStatusType status = PQresultStatus(answer.get());
    if (status == PGRES_FATAL_ERROR && !failure) failure = error(answer.get(), text);
    last = std::move(answer);
    if (PQstatus(handle_) != CONNECTION_OK) break;
  }
  if (!failure && !last) failure = error(nullptr, text);
  if (failure) fail(*failure);
  return last;
}

void PostgresConnection::check(const Result& result, std::string_view sql) {
  ExecStatusType status = result ? PQresultStatus(result.get()) : PGRES_FATAL_ERROR;
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return;
  const char* state = result ? PQresultErrorField(result.get(), PG_DIAG_SQLSTATE) : nullptr;
  std::string_view code = state == nullptr ? "" : state;
  // The schema has changed since a statement was prepared, or somebody between us and the server has forgotten it.
  stale_ = stale_ || code == "0A000" || code == "26000";
  fail(error(result.get(), sql));
}

void PostgresConnection::script(std::string_view text) {
  refuse_after_failure();
  query(fmt::format("SET LOCAL statement_timeout = 0; {}; SET LOCAL statement_timeout = {}", text,
                    statement_seconds_ * 1000),
        no_limit);
}

void PostgresConnection::begin(std::string_view mode, const Sight& sight) {
  forget_failure();
  // In one message, so that the wall costs no further way to the server and back.
  std::string text = fmt::format("BEGIN ISOLATION LEVEL {}; SET LOCAL statement_timeout = {}", mode, statement_seconds_ * 1000);
  auto set = [&](std::string_view name, const std::string& value) {
    if (value.empty()) return;
    if (!is_plain_text(value))
      throw Error(ErrorKind::internal, "bad_sight", "The program is at fault.", {}, fmt::format("entente.{} = {}", name, value));
    text.append("; SET LOCAL entente.").append(name).append(" = '").append(value).append("'");
  };
  set("spaces", sight.spaces);
  set("person", sight.person);
  set("system", sight.system);
  query(text);
}

void PostgresConnection::see(std::string_view space) {
  refuse_after_failure();
  if (!is_plain_text(space)) fail(Error(ErrorKind::internal, "bad_sight", "The program is at fault.", {}, std::string(space)));
  query(fmt::format("SELECT set_config('entente.spaces', concat_ws(' ', NULLIF(current_setting('entente.spaces', true), ''), '{}'), true)", space));
}

void PostgresConnection::commit(const std::string& last) {
  auto unknown = [](std::string detail) {
    return Error(ErrorKind::unknown_outcome, "unknown_outcome",
                 "The database did not confirm what was to be saved; it is not known whether it was. Look, or send it again with the same "
                 "Idempotency-Key: it takes effect once.", {},
                 std::move(detail));
  };
  warning_.clear();
  Result answer;
  try {
    // A commit may wait for a standby, and must never be cancelled: then it would be here but perhaps not there.
    answer = query(last + "SET LOCAL statement_timeout = 0; COMMIT", statement_seconds_);
  } catch (const Error& error) {
    if (lost()) {
      lose();
      throw unknown(error.detail());
    }
    throw;
  }
  if (std::string_view(PQcmdStatus(answer.get())) == "ROLLBACK")
    throw Error(ErrorKind::internal, "database_statement", "The program is at fault.", {},
                "commit of a failed transaction");
  if (!warning_.empty()) throw unknown(warning_);
}

void PostgresConnection::rollback() noexcept {
  forget_failure();
  try {
    if (!lost() && PQtransactionStatus(handle_) != PQTRANS_IDLE) query("ROLLBACK");
  } catch (...) {
    lose();
  }
  forget_failure();
}

Error PostgresConnection::error(const PGresult* result, std::string_view sql) const {
  auto field = [&](int code) -> std::string {
    const char* text = result == nullptr ? nullptr : PQresultErrorField(result, code);
    return text == nullptr ? std::string() : std::string(text);
  };
  std::string state = field(PG_DIAG_SQLSTATE);
  std::string detail = fmt::format("postgresql {}: {} {} in: {}", state,
                                   result == nullptr ? PQerrorMessage(handle_) : PQresultErrorMessage(result),
                                   field(PG_DIAG_CONSTRAINT_NAME), sql);
  std::string family = state.substr(0, 2);
  if (state == "23505") return {ErrorKind::conflict, "duplicate", "This exists already.", {}, detail};
  if (state == "23503")
    return {
        ErrorKind::conflict, "reference", "Something this refers to is missing, or it is still in use.", {}, detail};
  if (family == "23") return {ErrorKind::conflict, "constraint", "This breaks a rule of the database.", {}, detail};
  if (state == "40001" || state == "40P01" || state == "26000" ||
      (state == "0A000" && detail.find("cached plan") != std::string::npos))
    return {ErrorKind::unavailable, "database_contention", "Others are changing the same; try again.", {}, detail};
  if (state == "22021" || state == "22P05")
    return {ErrorKind::bad_input, "bad_text", "A text holds a character that cannot be stored.", {}, detail};
  if (state == "57014")
    return {ErrorKind::unavailable, "database_slow", "The database took too long; nothing was saved.", {}, detail};
  if (state == "53100")
    return {ErrorKind::unavailable, "disk_full", "The disk of the server is full; nothing was saved.", {}, detail};
  if (state == "25006")
    return {ErrorKind::unavailable, "database_read_only", "The database can only be read at present.", {}, detail};
  // Broken connections, resources, operators that stop the server, and faults of its system.
  if (state.empty() || family == "08" || family == "53" || family == "57" || family == "58")
    return {
        ErrorKind::unavailable, "database_unavailable", "The database does not answer; nothing was saved.", {}, detail};
  return {ErrorKind::internal, "database_error", "The database refused a statement of the program.", {}, detail};
}

}  // namespace entente::db
