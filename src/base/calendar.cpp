#include "base/calendar.hpp"

#include <fmt/format.h>

namespace entente {
namespace {

/// The Monday of the first week whose Thursday is on or after this day.
Date first_week(Date nominal) {
  const int to_thursday = (4 - nominal.weekday() + 7) % 7;
  return nominal + to_thursday - 3;
}

Date month_start(Period month) {
  return date_clamped(month.year(), month.number(), 1);
}
Date week_start(Period week) {
  return {week.index * 7 - 3};
}  // 1970-W01 began on Monday 1969-12-29

int floor_divide(int number, int divisor) {
  return number >= 0 ? number / divisor : -((divisor - 1 - number) / divisor);
}

}  // namespace

Calendar::Calendar(int first_month, int first_day, CalendarKind kind)
    : first_month_(static_cast<std::int8_t>(first_month)),
      first_day_(static_cast<std::int8_t>(first_day)),
      kind_(kind) {
  if (first_month < 1 || first_month > 12)
    throw_bad_field("calendar.first_month", "out_of_range", "The first month is 1 to 12.");
  if (first_day < 1 || first_day > 31)
    throw_bad_field("calendar.first_day", "out_of_range", "The first day is 1 to 31.");
}

Date Calendar::quarter_start(int year, int quarter) const {
  if (kind_ == CalendarKind::weeks_445) return year_start(year) + (quarter - 1) * 91;
  const int begins_in = first_month_ == 1 && first_day_ == 1 ? year : year - 1;
  const int months = first_month_ - 1 + (quarter - 1) * 3;  // 0 to 20
  const Date nominal = date_clamped(begins_in + months / 12, months % 12 + 1, first_day_);
  return kind_ == CalendarKind::months ? nominal : first_week(nominal);
}

Date Calendar::year_start(int year) const {
  if (kind_ != CalendarKind::weeks_445) return quarter_start(year, 1);
  return first_week(date_clamped(first_month_ == 1 && first_day_ == 1 ? year : year - 1, first_month_, first_day_));
}

Date Calendar::first_day(Period period) const {
  switch (period.frequency) {
    case Frequency::day:
      return {period.index};
    case Frequency::week:
      return week_start(period);
    case Frequency::month:
      return month_start(period);
    case Frequency::quarter:
      return quarter_start(period.year(), period.number());
    case Frequency::half:
      return quarter_start(period.year(), period.number() * 2 - 1);
    case Frequency::year:
      break;
  }
  return year_start(period.index);
}

Date Calendar::last_day(Period period) const {
  return first_day(period.next()) - 1;
}

bool Calendar::contains(Period period, Date date) const {
  return first_day(period) <= date && date < first_day(period.next());
}

Period Calendar::period_of(Date date, Frequency frequency) const {
  switch (frequency) {
    case Frequency::day:
      return {frequency, date.days};
    case Frequency::week:
      return {frequency, floor_divide(date.days + 3, 7)};
    case Frequency::month:
      return {frequency, date.year() * 12 + date.month() - 1};
    default:
      break;
  }
  // A fiscal year begins at most a year before and a few days after the first of January of its name.
  int year = date.year() + 1;
  while (year_start(year) > date) --year;
  if (frequency == Frequency::year) return {frequency, year};
  int quarter = 4;
  while (quarter > 1 && quarter_start(year, quarter) > date) --quarter;
  if (frequency == Frequency::quarter) return {frequency, year * 4 + quarter - 1};
  return {frequency, year * 2 + (quarter - 1) / 2};
}

Period Calendar::last_ended(Date date, Frequency frequency) const {
  return period_of(date + 1, frequency).previous();
}

Period Calendar::containing(Period period, Frequency coarser) const {
  if (period.frequency == coarser) return period;
  switch (period.frequency) {
    case Frequency::day:
      return period_of({period.index}, coarser);
    case Frequency::week:
      return period_of(week_start(period) + 3, coarser);
    case Frequency::month:
      return period_of(month_start(period) + 14, coarser);
    case Frequency::quarter:
      return {coarser, coarser == Frequency::half ? period.index / 2 : period.index / 4};
    default:
      return {coarser, period.index / 2};
  }
}

Period Calendar::first_part(Period period, Frequency finer) const {
  Period part = period_of(first_day(period), finer);
  while (containing(part, period.frequency) < period) part = part.next();
  while (containing(part.previous(), period.frequency) == period) part = part.previous();
  return part;
}

Period Calendar::last_part(Period period, Frequency finer) const {
  return period.frequency == finer ? period : first_part(period.next(), finer).previous();
}

CalendarKind parse_calendar_kind(std::string_view text, std::string_view path) {
  if (text == "months") return CalendarKind::months;
  if (text == "445" || text == "4-4-5") return CalendarKind::weeks_445;
  if (text == "iso_weeks" || text == "weeks" || text == "iso") return CalendarKind::iso_weeks;
  throw_bad_field(path, "unknown_calendar",
                  fmt::format("“{:.40}” is not a kind of calendar: months, 445 or iso_weeks.", text));
}

std::string_view name(CalendarKind kind) {
  return kind == CalendarKind::months ? "months" : kind == CalendarKind::weeks_445 ? "445" : "iso_weeks";
}

}  // namespace entente
