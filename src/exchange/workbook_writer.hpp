#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/date.hpp"
#include "base/decimal.hpp"

namespace entente::exchange {

/// Writes a workbook in the form of Excel (.xlsx). A cell holds a text, a number or a day, and never a formula or a link:
/// whatever a text begins with, it is written as text. Throws `unavailable` where there is no room for it.
class WorkbookWriter {
 public:
  enum class Look { plain, heading, green, yellow, red, grey };
  struct Column {
    std::string heading;
    double width = 12;  ///< characters
  };

  /// The same content made at the same moment gives the same bytes.
  explicit WorkbookWriter(Instant made_at);
  ~WorkbookWriter();
  WorkbookWriter(const WorkbookWriter&) = delete;
  WorkbookWriter& operator=(const WorkbookWriter&) = delete;

  /// A new sheet with one heading row that stays in sight, and filters. What is written from now on stands there.
  void sheet(std::string_view name, const std::vector<Column>& columns);
  /// The next cell of the row.
  void text(std::string_view text, Look look = Look::plain);
  /// As a number where a spreadsheet keeps it exactly (15 digits), as text otherwise.
  void number(const Decimal& number);
  /// A value as it is stored: a number, or any text.
  void value(std::string_view text);
  void day(Date day);
  void skip();
  void end_row();

  /// The whole file; nothing can be written after it.
  std::string finish();

 private:
  struct Book;
  std::unique_ptr<Book> book_;
};

}  // namespace entente::exchange
