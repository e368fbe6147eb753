#include "discipline/due.hpp"

namespace entente::discipline {
namespace {

using scorecard::evaluation::State;

bool is_wanted(State state) { return state == State::pending || state == State::missing || state == State::stale; }

/// The reminders' days, from the day on which the value is due.
constexpr int days_before = 3;
constexpr int days_after[] = {1, 8, 15};
constexpr int last_day_after = 21;

/// Periods that may have been due for so long, and one that is not yet.
int periods_back(Frequency frequency, std::int64_t grace) {
  std::int64_t days = last_day_after + grace + 1;
  switch (frequency) {
    case Frequency::day: return static_cast<int>(days);
    case Frequency::week: return static_cast<int>(days / 7 + 2);
    default: return static_cast<int>(days / 28 + 2);
  }
}

}  // namespace

std::optional<int> reminder_number(Date last_day, std::int64_t grace, Date today) {
  Date due = last_day + static_cast<int>(grace);
  if (today <= due) return today > last_day && today >= due - days_before ? std::optional(1) : std::nullopt;
  int late = today - due;
  if (late > last_day_after) return std::nullopt;
  int number = 1;
  for (int start : days_after) number += late >= start;
  return number;
}

std::vector<DueCell> due_cells(const model::Reading& reading, const scorecard::Measure& measure, Date today) {
  std::vector<DueCell> out;
  if (measure.is_retired(today) || measure.source == scorecard::Source::formula) return out;
  for (const auto& point : reading.model().history(reading.node(measure.id), today, periods_back(measure.frequency, measure.grace))) {
    if (!is_wanted(point.level.state)) continue;
    Date last_day = reading.calendar().last_day(point.period);
    if (auto number = reminder_number(last_day, measure.grace, today))
      out.push_back({&measure, point.period, last_day + static_cast<int>(measure.grace), *number});
  }
  return out;
}

}  // namespace entente::discipline
