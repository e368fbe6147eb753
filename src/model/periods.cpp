#include "model/periods.hpp"

namespace entente::model {
namespace {

constexpr std::array month_names = {"January", "February", "March", "April", "May", "June",
                                    "July", "August", "September", "October", "November", "December"};
constexpr int most_choices = 60;

std::string reason_of(const Reading& reading, const Period& period) {
  int all = static_cast<int>(reading.contents().measures.size());
  if (all == 0) return "The latest closed period. There are no measures yet.";
  int with = reading.measures_with_value(period);
  if (with * 2 >= all) return fmt::format("The latest closed period in which at least half of the measures have a value ({} of {}).", with, all);
  return fmt::format("The latest closed period with values ({} of {} measures).", with, all);
}

}  // namespace

std::string label_of(const Period& period) {
  switch (period.frequency) {
    case Frequency::year: return fmt::format("{}", period.year());
    case Frequency::half: return fmt::format("H{} {}", period.number(), period.year());
    case Frequency::quarter: return fmt::format("Q{} {}", period.number(), period.year());
    case Frequency::month: return fmt::format("{} {}", month_names[static_cast<std::size_t>(period.number() - 1)], period.year());
    case Frequency::week: return fmt::format("Week {}, {}", period.number(), period.year());
    case Frequency::day: return period.text();
  }
  return period.text();
}

PeriodInfo period_info(const Reading& reading, std::string_view asked, Side side, Date today) {
  const Calendar& calendar = reading.calendar();
  Period usual = reading.default_period(today);
  Period period = asked.empty() ? usual : parse_period(asked);
  PeriodInfo info;
  info.period = period.text();
  info.label = label_of(period);
  info.first = calendar.first_day(period);
  info.last = calendar.last_day(period);
  info.as_of = std::min(info.last, today);
  info.default_period = usual.text();
  info.reason = reason_of(reading, usual);
  info.frequency = reading.reporting_frequency();
  info.side = side;
  Period newest = calendar.period_of(today, info.frequency);
  Period oldest = reading.first_period().value_or(usual);
  // Years without a value between the last one and today are not worth a choice, but today is.
  Period last_with_values = usual.next();
  if (newest > last_with_values) info.available.push_back({newest.text(), label_of(newest)});
  for (Period choice = std::min(newest, last_with_values); choice >= oldest && static_cast<int>(info.available.size()) < most_choices;
       choice = choice.previous())
    info.available.push_back({choice.text(), label_of(choice)});
  return info;
}

}  // namespace entente::model
