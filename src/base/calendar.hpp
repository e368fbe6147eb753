#pragma once
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <string_view>

#include "base/date.hpp"
#include "base/period.hpp"

namespace entente {

/// What a fiscal year is made of.
/// - `months`: years, halves and quarters begin on the first day of the calendar, three months apart.
/// - `weeks_445`: the year begins on the Monday of the first week whose Thursday is on or after the nominal first day;
/// a
///   quarter is 13 weeks (4 + 4 + 5); a 53rd week belongs to the last quarter.
/// - `iso_weeks`: years, halves and quarters are the whole weeks whose Thursday lies in them as `months` would have
/// them.
enum class CalendarKind : std::uint8_t { months, weeks_445, iso_weeks };
BOOST_DESCRIBE_ENUM(CalendarKind, months, weeks_445, iso_weeks)

/// Which days a period covers. Years, halves and quarters are fiscal: a fiscal year is named by the calendar year in
/// which the nominal year ends (a year from July 2007 to June 2008 is `2008`; with weeks the last days may slip over).
/// Months are civil and weeks ISO in every calendar. A first day past a month's end means that month's last day.
class Calendar {
 public:
  /// The civil calendar: 1 January, months.
  constexpr Calendar() = default;
  /// first_month 1 to 12, first_day 1 to 31; throws `bad_input` at "calendar.first_month" or "calendar.first_day".
  Calendar(int first_month, int first_day, CalendarKind kind);

  int first_month() const { return first_month_; }
  int first_day_of_month() const { return first_day_; }
  CalendarKind kind() const { return kind_; }
  bool operator==(const Calendar&) const = default;

  Date first_day(Period period) const;
  Date last_day(Period period) const;
  bool contains(Period period, Date date) const;

  /// The period of this frequency in which the date lies.
  Period period_of(Date date, Frequency frequency) const;
  /// The last period that ended on or before the date.
  Period last_ended(Date date, Frequency frequency) const;

  /// The coarser period to which a finer one belongs (or the period itself): a week by its Thursday, a month by its
  /// 15th, a day by itself. The frequency must not be finer than the period's.
  Period containing(Period period, Frequency coarser) const;
  /// The first and the last of the finer periods that belong to a period; they are the only ones, with those between.
  Period first_part(Period period, Frequency finer) const;
  Period last_part(Period period, Frequency finer) const;

 private:
  Date year_start(int year) const;
  Date quarter_start(int year, int quarter) const;

  std::int8_t first_month_ = 1;
  std::int8_t first_day_ = 1;
  CalendarKind kind_ = CalendarKind::months;
};

/// "months", "445", "iso_weeks" ("weeks" is taken too); throws `bad_input` "unknown_calendar" at `path`.
CalendarKind parse_calendar_kind(std::string_view text, std::string_view path = "calendar.kind");
std::string_view name(CalendarKind kind);

}  // namespace entente
