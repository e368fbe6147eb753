#pragma once
#include <string>

#include "base/clock.hpp"
#include "model/reading.hpp"
#include "model/views.hpp"

/// What goes out as workbooks (.xlsx), without a formula in any cell.
namespace entente::exchange {

/// All values of a reading, in the columns of the CSV, so that the file can be brought in again.
std::string observations_workbook(const model::Reading& reading, Instant made_at);
/// A scorecard as a screen shows it: a row for each measure, and a second sheet with the initiatives.
std::string scorecard_workbook(const model::ScorecardView& card, Instant made_at);

}  // namespace entente::exchange
