#include "possession/rows.hpp"

#include <charconv>

#include "base/clock.hpp"
#include "base/error.hpp"
#include "json/text.hpp"

namespace entente::possession {
namespace {

// The two databases say differently what their tables look like.
constexpr std::string_view sqlite_columns = "SELECT name, type, dflt_value FROM pragma_table_info($1) ORDER BY cid";
constexpr std::string_view postgres_columns =
    "SELECT CAST(column_name AS TEXT), CAST(data_type AS TEXT), CAST(column_default AS TEXT) FROM information_schema.columns "
    "WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position";

constexpr std::string_view sqlite_references = "SELECT \"from\", \"table\" FROM pragma_foreign_key_list($1)";
constexpr std::string_view postgres_references =
    "SELECT CAST(pg_attribute.attname AS TEXT), CAST(parent.relname AS TEXT) FROM pg_constraint JOIN pg_class child ON child.oid = pg_constraint.conrelid "
    "JOIN pg_class parent ON parent.oid = pg_constraint.confrelid "
    "JOIN pg_attribute ON pg_attribute.attrelid = child.oid AND pg_attribute.attnum = ANY (pg_constraint.conkey) "
    "WHERE pg_constraint.contype = 'f' AND child.relname = $1 AND child.relnamespace = CAST(current_schema() AS regnamespace)";

constexpr std::size_t batch_rows = 200;
constexpr std::size_t batch_bytes = 1'000'000;

/// A default as the schema writes it: 0, 'month', 'month'::text.
std::optional<std::string> literal_of(std::string_view text) {
  if (text.empty()) return std::nullopt;
  if (text.front() != '\'') return std::string(text);
  auto end = text.rfind('\'');
  return std::string(text.substr(1, end > 0 ? end - 1 : 0));
}

}  // namespace

std::vector<TableColumn> columns_of(db::Transaction& transaction, std::string_view table) {
  std::vector<TableColumn> columns;
  transaction.each(
      transaction.kind() == db::Kind::sqlite ? sqlite_columns : postgres_columns,
      [&](const db::Row& row) {
        std::string type(row.text(1));
        for (char& c : type) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        columns.push_back({std::string(row.text(0)), type == "bigint", literal_of(row.text(2))});
      },
      table);
  return columns;
}

std::vector<Reference> references_of(db::Transaction& transaction, std::string_view table) {
  std::vector<Reference> references;
  transaction.each(
      transaction.kind() == db::Kind::sqlite ? sqlite_references : postgres_references,
      [&](const db::Row& row) { references.push_back({std::string(row.text(0)), std::string(row.text(1))}); }, table);
  return references;
}

Reading reading_of(db::Transaction& transaction, const Kind& kind) {
  Reading reading;
  std::string list;
  for (auto& column : columns_of(transaction, kind.table)) {
    if (!kind.columns.empty() && std::find(kind.columns.begin(), kind.columns.end(), column.name) == kind.columns.end()) continue;
    std::string expression = fmt::format("{}.{}", kind.table, column.name);
    for (const auto& [name, shown] : kind.covered)
      if (name == column.name) expression = shown;
    list += (list.empty() ? "" : ", ") + expression;
    reading.columns.push_back(std::move(column));
  }
  reading.sql = fmt::format("SELECT {} {}", list, kind.from);
  return reading;
}

void write_row(std::string& out, const db::Row& row, const std::vector<TableColumn>& columns, std::set<std::string, std::less<>>& people) {
  out += '{';
  bool first = true;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto& [name, is_number, fallback] = columns[i];
    int place = static_cast<int>(i);
    if (row.null(place)) continue;
    if (!std::exchange(first, false)) out += ',';
    json::write_string(out, name);
    out += ':';
    if (!is_number) {
      auto text = row.text(place);
      json::write_string(out, text);
      if (names_person(name) && !people.contains(text)) people.emplace(text);
    } else if (is_moment(name)) {
      json::write_string(out, Instant{row.integer(place)}.text());
    } else {
      out += std::to_string(row.integer(place));
    }
  }
  out += "}\n";
}

RowWriter::RowWriter(db::Transaction& transaction, std::string_view table)
    : transaction_(transaction), table_(table), columns_(columns_of(transaction, table)) {
  // One statement for many rows, which come as one JSON text.
  bool sqlite = transaction.kind() == db::Kind::sqlite;
  std::string names, values;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    std::string comma = names.empty() ? "" : ", ";
    names += comma + columns_[i].name;
    std::string value = sqlite ? fmt::format("json_extract(value, '$[{}]')", i) : fmt::format("(value->>{})", i);
    values += comma + (columns_[i].is_number ? fmt::format("CAST({} AS BIGINT)", value) : value);
  }
  sql_ = fmt::format("INSERT INTO {} ({}) SELECT {} FROM {}", table_, names, values, sqlite ? "json_each($1)" : "jsonb_array_elements(CAST($1 AS jsonb)) AS rows(value)");
}

void RowWriter::add(const json::Object& row, std::string_view where) {
  std::vector<const json::Value*> values(columns_.size());
  for (const auto& member : row) {
    auto column = std::find_if(columns_.begin(), columns_.end(), [&](const TableColumn& one) { return one.name == member.name; });
    if (column == columns_.end())
      throw_bad_field(where, "unknown", fmt::format("{} has “{}”, which this program does not know. A newer one may have written it.", where, member.name));
    values[static_cast<std::size_t>(column - columns_.begin())] = &member.value;
  }
  batch_ += batch_.empty() ? "[[" : ",[";
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) batch_ += ',';
    const auto* value = values[i];
    auto wrong = [&] { throw_bad_field(where, "wrong_type", fmt::format("{}: “{}” is not what it should be.", where, columns_[i].name)); };
    if (!value && columns_[i].fallback) {
      json::write_string(batch_, *columns_[i].fallback);
    } else if (!value || value->is_null()) {
      batch_ += "null";
    } else if (!columns_[i].is_number) {
      if (!value->string()) wrong();
      json::write_string(batch_, *value->string());
    } else if (value->string() && is_moment(columns_[i].name)) {
      batch_ += std::to_string(parse_instant(*value->string()).microseconds);
    } else {
      // Whole numbers only, so that nothing else gets into the statement's numbers.
      std::int64_t number = 0;
      const auto* text = value->number() ? &value->number()->text : nullptr;
      if (!text) wrong();
      auto [end, problem] = std::from_chars(text->data(), text->data() + text->size(), number);
      if (problem != std::errc() || end != text->data() + text->size()) wrong();
      batch_ += std::to_string(number);
    }
  }
  batch_ += ']';
  ++count_;
  if (++in_batch_ >= batch_rows || batch_.size() >= batch_bytes) finish();
}

void RowWriter::finish() {
  if (in_batch_ == 0) return;
  transaction_.run(sql_, batch_ + "]");
  batch_.clear();
  in_batch_ = 0;
}

}  // namespace entente::possession
