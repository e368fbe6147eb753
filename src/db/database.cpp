#include "db/database.hpp"

#include "db/backend.hpp"

namespace entente::db {

std::unique_ptr<Database> Database::open(std::string_view location, Options options) {
  if (location.starts_with("postgresql://") || location.starts_with("postgres://"))
    return open_postgres(std::string(location), options);
  if (location.find("://") != std::string_view::npos)
    throw Error(ErrorKind::bad_input, "unknown_database",
                fmt::format("“{}” is neither a file nor an address that starts with postgresql://.", location));
  return open_sqlite(std::string(location), options);
}

bool is_plain_text(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' ' || c == '-' || c == '_' || c == '.';
  });
}

void Transaction::tell(std::string_view subject, std::string_view text) {
  if (!is_plain_text(text) || text.size() > 500)
    throw Error(ErrorKind::internal, "bad_news", "The program is at fault.", {}, fmt::format("told: {}", text));
  if (kind() == Kind::postgres) told_.insert_or_assign(std::string(subject), std::string(text));
}

void Connection::fail(Error error) {
  if (!failure_) failure_ = error;
  throw error;
}

namespace detail {
namespace {
[[noreturn]] void throw_defect(std::string detail) {
  throw Error(ErrorKind::internal, "database_row", "The database does not hold what the program expects.", {},
              std::move(detail));
}
}  // namespace

void throw_null(int column) {
  throw_defect(fmt::format("column {} is null", column));
}
void throw_out_of_range(int column, std::int64_t value) {
  throw_defect(fmt::format("{} in column or parameter {} is out of range", value, column));
}
void throw_unknown_name(int column, std::string_view text) {
  throw_defect(fmt::format("“{}” in column or parameter {} has no meaning", text, column));
}
void throw_wrong_columns(int wanted, int got) {
  throw_defect(fmt::format("a row has {} columns where {} are expected", got, wanted));
}
}  // namespace detail

}  // namespace entente::db
