#pragma once
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "db/transaction.hpp"
#include "json/value.hpp"
#include "possession/kinds.hpp"

/// Rows of tables as JSON lines, and back. The columns are those that the schema has, so that a new one is in the next export.
namespace entente::possession {

struct TableColumn {
  std::string name;
  bool is_number = false;
  /// What stands there where an older export says nothing, as in the schema; nothing: null.
  std::optional<std::string> fallback;
};

/// In the order of the schema; none for an unknown table.
std::vector<TableColumn> columns_of(db::Transaction&, std::string_view table);

/// Which of a table's columns name rows of another table.
struct Reference {
  std::string column;
  std::string table;
};
std::vector<Reference> references_of(db::Transaction&, std::string_view table);

/// The statement that reads a kind, and the columns that it gives.
struct Reading {
  std::string sql;
  std::vector<TableColumn> columns;
};
Reading reading_of(db::Transaction&, const Kind&);

/// Appends one line: an object with the row's columns by name, those that are null left out, moments in RFC 3339. Puts whom it
/// names into `people`.
void write_row(std::string& out, const db::Row& row, const std::vector<TableColumn>& columns, std::set<std::string, std::less<>>& people);

/// Takes lines that `write_row` wrote, and inserts them in batches. Every column of the table gets its value from the line, or
/// the schema's own default, or null. Throws `bad_input` for a member that is no column, and for a value of the wrong type.
class RowWriter {
 public:
  RowWriter(db::Transaction&, std::string_view table);
  /// A row as it stands in the file, after whatever was changed in it. `where` names it in messages.
  void add(const json::Object& row, std::string_view where);
  void finish();
  std::size_t count() const { return count_; }

 private:
  db::Transaction& transaction_;
  std::string table_;
  std::vector<TableColumn> columns_;
  std::string sql_;
  std::string batch_;
  std::size_t in_batch_ = 0;
  std::size_t count_ = 0;
};

}  // namespace entente::possession
