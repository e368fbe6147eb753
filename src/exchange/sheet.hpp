#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"

/// What stands in a spreadsheet, as far as values are taken from it, and how its numbers are read. Pure.
namespace entente::exchange {

enum class CellKind : std::uint8_t {
  text,
  number,     ///< `text` is a plain decimal number
  percent,    ///< the same, as it is shown: 19.8 for 0.198
  truth,      ///< "true", "false"
  day,        ///< "2008-06-30"
  error,      ///< "#N/A"
  no_result,  ///< a formula without a stored result
};

/// A cell that is not empty. Columns count from 1.
struct SheetCell {
  std::uint32_t column = 0;
  CellKind kind = CellKind::text;
  std::string text;
};

/// Rows count from 1; cells are in the order of their columns.
struct SheetRow {
  std::uint32_t number = 0;
  std::vector<SheetCell> cells;

  const SheetCell* find(std::uint32_t column) const;
};

/// Cells drawn as one: what they hold stands in the first.
struct MergedCells {
  std::uint32_t first_row = 0, first_column = 0, last_row = 0, last_column = 0;
};

struct Sheet {
  std::string name;
  std::vector<SheetRow> rows;  ///< those with cells, in their order
  std::vector<MergedCells> merged;
};

/// Which calendar the numbers of days count from.
enum class DateSystem : std::uint8_t { from_1900, from_1904 };
/// What a number format shows.
enum class NumberLook : std::uint8_t { plain, day, percent };

/// "B" for 2, "AA" for 27; columns up to 16,384 ("XFD").
std::string column_name(std::uint32_t column);
std::optional<std::uint32_t> column_number(std::string_view name);
struct CellPlace {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
};
/// "B7"
std::optional<CellPlace> cell_place(std::string_view address);
std::string cell_address(std::uint32_t row, std::uint32_t column);

/// A number as a spreadsheet stores it ("1.1000000000000001", "2E-3") as a plain decimal, worked on as text: rounded to the 15
/// significant digits that a spreadsheet keeps and shows, so that no digit comes from its binary form; `times_ten_to` moves the
/// point (2 for per cent); then rounded to 9 decimals. Halves are rounded away from zero. Nothing for what is no number.
std::optional<std::string> stored_number(std::string_view text, int times_ten_to = 0);
/// The day of a serial number; its time is dropped. Nothing before the first day, for the 29th of February 1900 (which was
/// none), and past the year 9999.
std::optional<Date> serial_day(std::string_view number, DateSystem system);
/// Of a number format by its number, and its code where it has one of its own (ECMA-376, part 1, 18.8.30).
NumberLook look_of_format(std::uint32_t number, std::string_view code);

}  // namespace entente::exchange
