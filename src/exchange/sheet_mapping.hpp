#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/calendar.hpp"
#include "exchange/plan.hpp"
#include "exchange/sheet.hpp"
#include "json/json.hpp"

/// Which columns of a sheet are what, and the sheet's values as tidy CSV. Pure.
namespace entente::exchange {

enum class SheetForm : std::uint8_t {
  rows,  ///< a row for each value, with a column for each part of it
  grid,  ///< a row for each measure, a column for each period
};
BOOST_DESCRIBE_ENUM(SheetForm, rows, grid)

enum class UnknownMeasures : std::uint8_t { refused, left_out };
BOOST_DESCRIBE_ENUM(UnknownMeasures, refused, left_out)

/// Columns by their letters; empty: there is none.
struct SheetMapping {
  std::string sheet;
  SheetForm form = SheetForm::rows;
  std::int64_t heading = 1;  ///< the row with the headings, 0 for none; what stands above it is left out
  std::string measure;
  std::string period;                ///< in rows
  std::string value;                 ///< in rows
  std::string series;                ///< in rows
  std::string state;                 ///< in rows
  std::string note;
  std::string reason;
  std::vector<std::string> periods;  ///< in a grid: the columns whose headings are periods
  Series all_series = Series::actual;  ///< of values without a series of their own
  UnknownMeasures unknown = UnknownMeasures::refused;
};
BOOST_DESCRIBE_STRUCT(SheetMapping, (), (sheet, form, heading, measure, period, value, series, state, note, reason, periods, all_series, unknown))

/// What the beginning of a sheet looks like; nothing where it looks like neither form.
std::optional<SheetMapping> guess_mapping(const Sheet& beginning);

/// Throws `bad_input` at "mapping.…" for columns that are none, that are named twice, or are missing.
void check_mapping(const SheetMapping&);

/// "Q2 2008", "2008 Q2", "Jun 2008", "06/2008", 2008 and the notations of ours, as ours; a day as the period of this
/// frequency in which it lies. Anything else as it stands.
std::string period_in(const SheetCell&, const std::optional<Frequency>&, const Calendar&);

struct TidySheet {
  std::string csv;                      ///< begins with `tidy_header`
  std::int64_t percents = 0;            ///< values that were taken as they are shown
  std::vector<std::string> left_out;    ///< measures that nobody knows, each once
  std::int64_t rows_left_out = 0;
};
/// `frequency_of` gives how often the measure of this name is taken; nothing for one that is not known. The column `cells`
/// holds where each field came from, in the order of the other columns: "A7 C1 - C7 - - -".
TidySheet tidy_of(const Sheet&, const SheetMapping&, const std::function<std::optional<Frequency>(std::string_view)>& frequency_of, const Calendar&);

inline constexpr std::string_view tidy_header = "measure,period,series,value,state,note,reason,cells\r\n";

}  // namespace entente::exchange
