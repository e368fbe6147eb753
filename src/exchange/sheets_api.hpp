#pragma once
#include <optional>
#include <string>
#include <vector>

#include "exchange/transfer.hpp"
#include "exchange/workbook.hpp"

/// Workbooks that come from outside.
namespace entente::exchange {

inline constexpr std::string_view workbook_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr std::size_t largest_workbook = 20'000'000;

struct SheetView {
  std::string name;
  bool hidden = false;
  std::vector<std::string> columns;            ///< letters of those with cells in the first rows
  std::vector<std::int64_t> numbers;           ///< of the rows below
  std::vector<std::vector<std::string>> rows;  ///< the first ones as text, a cell for each column
  std::optional<SheetMapping> mapping;         ///< what it looks like
};
BOOST_DESCRIBE_STRUCT(SheetView, (), (name, hidden, columns, numbers, rows, mapping))

struct WorkbookView {
  std::vector<SheetView> sheets;
};
BOOST_DESCRIBE_STRUCT(WorkbookView, (), (sheets))

/// A mapping as somebody sends it: what is left out is as in SheetMapping.
struct MappingInput {
  std::string sheet;
  std::string measure;
  std::optional<SheetForm> form;
  std::optional<std::int64_t> heading;
  std::optional<std::string> period;
  std::optional<std::string> value;
  std::optional<std::string> series;
  std::optional<std::string> state;
  std::optional<std::string> note;
  std::optional<std::string> reason;
  std::optional<std::vector<std::string>> periods;
  std::optional<Series> all_series;
  std::optional<UnknownMeasures> unknown;
};
BOOST_DESCRIBE_STRUCT(MappingInput, (), (sheet, measure, form, heading, period, value, series, state, note, reason, periods, all_series, unknown))

/// What stands in a workbook, for choosing: the beginning of each sheet.
WorkbookView view_of(Workbook& workbook);

/// The mapping of the query, or what the first sheet that looks like one suggests. Throws `bad_input` at "mapping".
SheetMapping mapping_for(Workbook& workbook, const std::optional<std::string_view>& asked);

}  // namespace entente::exchange
