#include "exchange/sheets_api.hpp"

#include <set>

#include "base/error.hpp"

namespace entente::exchange {
namespace {

constexpr std::size_t rows_shown = 12;
constexpr std::size_t rows_looked_at = 40;
constexpr std::size_t columns_shown = 80;

/// The beginning of a cell: whoever maps columns need not read a book.
std::string shown(const SheetCell& cell) {
  constexpr std::size_t bytes_shown = 200;
  std::size_t end = std::min(cell.text.size(), bytes_shown);
  while (end < cell.text.size() && end > 0 && (static_cast<unsigned char>(cell.text[end]) & 0xC0) == 0x80) --end;
  return cell.text.substr(0, end) + (end < cell.text.size() ? "…" : "") + (cell.kind == CellKind::percent ? " %" : "");
}

SheetView sheet_view(const Sheet& sheet, const SheetName& name) {
  SheetView view;
  view.name = name.name;
  view.hidden = name.hidden;
  std::set<std::uint32_t> columns;
  for (const auto& row : sheet.rows)
    for (const auto& cell : row.cells) columns.insert(cell.column);
  while (columns.size() > columns_shown) columns.erase(std::prev(columns.end()));
  for (auto column : columns) view.columns.push_back(column_name(column));
  for (const auto& row : sheet.rows) {
    if (view.rows.size() == rows_shown) break;
    view.numbers.push_back(row.number);
    auto& texts = view.rows.emplace_back();
    for (auto column : columns) {
      const auto* cell = row.find(column);
      texts.push_back(cell ? shown(*cell) : "");
    }
  }
  view.mapping = guess_mapping(sheet);
  return view;
}

template <class T>
void put(const std::optional<T>& given, T& into) {
  if (given) into = *given;
}

SheetMapping mapping_of(const MappingInput& input) {
  SheetMapping mapping;
  mapping.sheet = input.sheet;
  mapping.measure = input.measure;
  put(input.form, mapping.form);
  put(input.heading, mapping.heading);
  put(input.period, mapping.period);
  put(input.value, mapping.value);
  put(input.series, mapping.series);
  put(input.state, mapping.state);
  put(input.note, mapping.note);
  put(input.reason, mapping.reason);
  put(input.periods, mapping.periods);
  put(input.all_series, mapping.all_series);
  put(input.unknown, mapping.unknown);
  return mapping;
}

}  // namespace

WorkbookView view_of(Workbook& workbook) {
  WorkbookView view;
  for (const auto& name : workbook.sheets()) view.sheets.push_back(sheet_view(workbook.read(name.name, rows_looked_at), name));
  return view;
}

SheetMapping mapping_for(Workbook& workbook, const std::optional<std::string_view>& asked) {
  if (asked && !asked->empty()) return mapping_of(json::read<MappingInput>(*asked));
  for (const auto& name : workbook.sheets())
    if (!name.hidden)
      if (auto mapping = guess_mapping(workbook.read(name.name, rows_looked_at))) return *mapping;
  throw_bad_field("mapping", "no_mapping",
                  "No sheet looks like values. Name the columns measure, period and value in one row, or put a period over each column and the measures' codes before each row.");
}

}  // namespace entente::exchange
