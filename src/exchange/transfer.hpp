#pragma once
#include <functional>
#include <string>
#include <vector>

#include "access/door.hpp"
#include "exchange/csv.hpp"
#include "exchange/sheet_mapping.hpp"
#include "model/reading.hpp"

/// Values in and out as CSV, and in from sheets, against the database.
namespace entente::exchange {

enum class RowOutcome { new_, changed, same, wrong };
BOOST_DESCRIBE_ENUM(RowOutcome, new_, changed, same, wrong)

/// `cell` names the place in a sheet ("C7"); lines mean nothing then.
struct WrongLine {
  std::int64_t line = 0;
  std::string cell;
  std::string column;
  std::string message;
};
BOOST_DESCRIBE_STRUCT(WrongLine, (), (line, cell, column, message))

struct PreviewRow {
  std::int64_t line = 0;
  std::string cell;  ///< of the value, in a sheet
  std::string measure;
  std::optional<std::string> name;
  std::string period;
  std::string series;
  std::optional<std::string> value;
  std::string state;
  RowOutcome outcome = RowOutcome::new_;
  std::optional<std::string> before;
  std::optional<std::string> message;
};
BOOST_DESCRIBE_STRUCT(PreviewRow, (), (line, cell, measure, name, period, series, value, state, outcome, before, message))

/// What a file would do, or did.
struct ImportPreview {
  std::optional<ImportId> id;
  std::int64_t total = 0;
  std::int64_t new_values = 0;
  std::int64_t changed = 0;
  std::int64_t skipped = 0;  ///< the same value stands there already
  std::vector<WrongLine> wrong;
  std::int64_t wrong_lines = 0;
  std::vector<std::string> notes;  ///< what to know of the file as a whole
  std::vector<PreviewRow> rows;  ///< the first 500
  std::vector<access::ActAnswer> acts;  ///< once it is done
};
BOOST_DESCRIBE_STRUCT(ImportPreview, (), (id, total, new_values, changed, skipped, wrong, wrong_lines, notes, rows, acts))

/// Reads a file without writing anything. Lines for measures that the viewer may not see are wrong like those for
/// measures that do not exist. Throws what `read_observations` throws.
ImportPreview preview_observations(const access::Viewer& viewer, const access::Grant& grant, const model::Reading& reading, ByteSource source,
                                   Cells cells = Cells::refused);

/// The values of a sheet as lines, to be previewed and imported with `Cells::taken`. Measures are found as in a file.
TidySheet lines_of(const access::Viewer& viewer, const access::Grant& grant, const model::Reading& reading, const Sheet& sheet, const SheetMapping& mapping);
/// What to know of it, in words.
std::vector<std::string> notes_of(const TidySheet& tidy);

using Progress = std::function<void(std::size_t rows)>;
/// What else is to be written with the values, all or none: the row by which they can be taken back.
using Written = std::function<void(db::Transaction&, const ImportPreview&)>;
/// Writes a file in one transaction: every line, or none. What is wrong is thrown as one `bad_input`, by line. Memory is
/// bounded. `again` gives the file from its beginning, twice.
ImportPreview import_observations(access::Door& door, const access::Viewer& viewer, const AllianceId& alliance,
                                  const model::Reading& reading, const std::function<ByteSource()>& again, const Progress& progress = {},
                                  Cells cells = Cells::refused, const Written& written = {});

/// All values of a reading, by measure and series. What one's own side withholds is given as such, with its value.
void each_observation(const model::Reading& reading, const std::function<void(const ObservationRow&)>& use);
/// The same as tidy CSV.
std::string export_observations(const model::Reading& reading);

}  // namespace entente::exchange
