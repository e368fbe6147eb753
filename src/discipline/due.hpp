#pragma once
#include <optional>
#include <vector>

#include "model/reading.hpp"

namespace entente::discipline {

/// Which reminder of a period's value belongs to a day, if any. A value is due on the last day of its grace.
/// Number 1: from 3 days before that day on, though not before the period has ended. Numbers 2, 3 and 4: from the day after it on,
/// a week later, and two weeks later; each for a week. After that nobody is reminded any more.
std::optional<int> reminder_number(Date last_day, std::int64_t grace, Date today);

/// A value that is wanted now.
struct DueCell {
  const scorecard::Measure* measure = nullptr;
  Period period;
  Date due;
  int number = 1;  ///< of the reminder
};

/// The periods of a measure whose value is not there and of which its owner is to hear today: oldest first. None for measures that
/// people do not enter, that are retired, or that have no target.
std::vector<DueCell> due_cells(const model::Reading& reading, const scorecard::Measure& measure, Date today);

}  // namespace entente::discipline
