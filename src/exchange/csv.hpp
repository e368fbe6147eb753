#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/error.hpp"
#include "base/period.hpp"
#include "exchange/csv_records.hpp"
#include "exchange/plan.hpp"

/// Observations as tidy CSV: `measure, period, series, value, state, note` and `reason`.
namespace entente::exchange {

/// One good line. The texts live until the next line is read.
struct ObservationRow {
  std::size_t line = 0;
  std::string_view measure;  ///< code or identifier, as it stands
  Period period;
  Series series = Series::actual;
  ObservationState state = ObservationState::value;
  std::string_view value;         ///< as it stands; beside the state `withheld` what one's own side knows; empty beside others
  std::optional<Decimal> number;  ///< where it is one
  std::string_view reason;
  std::string_view note;
  std::optional<Date> recorded_on;
  std::string_view cells;  ///< where each field stands in a sheet, if the lines come from one
};

/// Where a field of a row stands, for messages: "line 7, value", or "cell C7, value" of a sheet. `column` empty: the row.
std::string place_of(const ObservationRow& row, std::string_view column);

/// What kind of value a measure takes.
enum class CsvValue { number, truth, text, day, any };

enum class RecordedOn { refused, taken };
/// Whether there may be a column `cells` with where each field stands in a sheet (sheet_mapping.hpp); places are then told by it.
enum class Cells { refused, taken };

struct CsvOptions {
  /// What a measure takes; nothing if there is no such measure. Without the function every measure is taken, and a value
  /// may be a number, a truth value or a text. Asked once for each measure.
  std::function<std::optional<CsvValue>(std::string_view measure)> kind_of;
  /// Called every 65,536 rows and at the end.
  std::function<void(std::size_t bytes, std::size_t rows)> progress;
  /// Whether there may be a column `recorded_on` (only the sample has one).
  RecordedOn recorded_on = RecordedOn::refused;
  Cells cells = Cells::refused;
  std::size_t most_errors = 1'000;  ///< listed; all are counted
  std::size_t most_rows = 5'000'000;
  std::size_t field_bytes = 16'384;
};

struct CsvReport {
  std::size_t rows = 0;   ///< without the header
  std::size_t wrong = 0;  ///< rows with at least one error
  std::size_t bytes = 0;
  std::vector<FieldError> errors;  ///< path "line 7" or "line 7, value"; "cell C7, value" of a sheet
};

/// Reads a file and hands each good line to `row`; what is wrong with the others is in the report, line by line. The
/// caller decides whether anything is kept when there are errors.
/// - Columns are found by name, in any order; `measure` and `period` are required and one of `value` and `state`.
///   Unknown columns and columns given twice are refused: `bad_input` "bad_header", thrown.
/// - `series` is `actual` where it is empty; an empty value without a state is `missing`; `na` needs a reason, for which
///   the note stands in where the file has no column `reason`.
/// - Wrong in a line: number of fields, no measure or an unknown one, a period that is none (dates of other notations
///   included), an unknown series or state, a value beside a state (an actual one may be `withheld`), numbers with a comma,
///   NaN, infinite, too large or too long for a decimal, two lines for one measure, period and series.
/// Memory: bounded; 24 bytes a row for finding double lines. Throws what `CsvRecords` throws.
CsvReport read_observations(ByteSource source, const std::function<void(const ObservationRow&)>& row, const CsvOptions& options = {});

/// Appends the header line, and a line for one observation, with CRLF. `read_observations` gives the same rows back.
void write_observations_header(std::string& out);
void write_observation(std::string& out, const ObservationRow& row);

}  // namespace entente::exchange
