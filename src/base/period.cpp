#include "base/period.hpp"

#include <fmt/format.h>

#include <array>

#include "base/date.hpp"

namespace entente {
namespace {

constexpr std::array<std::string_view, 6> frequency_names{"day", "week", "month", "quarter", "half", "year"};

int per_year(Frequency frequency) {
  switch (frequency) {
    case Frequency::month:
      return 12;
    case Frequency::quarter:
      return 4;
    case Frequency::half:
      return 2;
    default:
      return 1;
  }
}

/// The Thursday of a week: it lies in the year that the week is named by.
Date thursday(std::int32_t week_index) {
  return {week_index * 7};
}  // week 0 (1970-W01) has Thursday 1970-01-01

int week_number(std::int32_t week_index) {
  const Date day = thursday(week_index);
  return (day - *try_date(day.year(), 1, 1)) / 7 + 1;
}

int floor_divide(int number, int divisor) {
  return number >= 0 ? number / divisor : -((divisor - 1 - number) / divisor);
}

std::optional<Period> try_week(int year, int number) {
  if (year < 1 || year > 9999 || number < 1 || number > 53) return std::nullopt;
  const Date fourth = *try_date(year, 1, 4);  // always in week 1
  const Date first_thursday = fourth + (4 - fourth.weekday());
  const Period week{Frequency::week, first_thursday.days / 7 + number - 1};
  // Division is exact: Thursdays are whole multiples of seven days from 1970-01-01.
  if (week.year() != year) return std::nullopt;
  return week;
}

std::optional<int> digits(std::string_view text, std::size_t length) {
  if (text.size() != length) return std::nullopt;
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

}  // namespace

std::string_view name(Frequency frequency) {
  return frequency_names[static_cast<std::size_t>(frequency)];
}

std::optional<Frequency> try_parse_frequency(std::string_view text) {
  for (std::size_t i = 0; i < frequency_names.size(); ++i)
    if (frequency_names[i] == text) return static_cast<Frequency>(i);
  return std::nullopt;
}

int Period::year() const {
  switch (frequency) {
    case Frequency::day:
      return Date{index}.year();
    case Frequency::week:
      return thursday(index).year();
    default:
      return floor_divide(index, per_year(frequency));
  }
}

int Period::number() const {
  switch (frequency) {
    case Frequency::day:
      return Date{index}.day();
    case Frequency::week:
      return week_number(index);
    default:
      return index - floor_divide(index, per_year(frequency)) * per_year(frequency) + 1;
  }
}

std::string Period::text() const {
  switch (frequency) {
    case Frequency::day:
      return Date{index}.text();
    case Frequency::week:
      return fmt::format("{:04}-W{:02}", year(), number());
    case Frequency::month:
      return fmt::format("{:04}-{:02}", year(), number());
    case Frequency::quarter:
      return fmt::format("{:04}-Q{}", year(), number());
    case Frequency::half:
      return fmt::format("{:04}-H{}", year(), number());
    case Frequency::year:
      break;
  }
  return fmt::format("{:04}", year());
}

Period Period::year_before() const {
  if (frequency == Frequency::day) {
    const Date date{index};
    return {frequency, date_clamped(date.year() - 1, date.month(), date.day()).days};
  }
  if (frequency == Frequency::week) {
    if (const auto week = try_week(year() - 1, number())) return *week;
    return try_week(year() - 1, 52).value_or(*this - 52);
  }
  return *this - per_year(frequency);
}

std::optional<Period> try_period(Frequency frequency, int year, int number) {
  if (year < 1 || year > 9999 || number < 1 || frequency == Frequency::day) return std::nullopt;
  if (frequency == Frequency::week) return try_week(year, number);
  const int count = per_year(frequency);
  if (number > count) return std::nullopt;
  return Period{frequency, year * count + number - 1};
}

std::optional<Period> try_parse_period(std::string_view text) {
  if (text.size() < 4) return std::nullopt;
  const auto year = digits(text.substr(0, 4), 4);
  if (!year) return std::nullopt;
  if (text.size() == 4) return try_period(Frequency::year, *year, 1);
  if (text[4] != '-') return std::nullopt;
  const std::string_view rest = text.substr(5);
  if (text.size() == 10) {
    const auto date = try_parse_date(text);
    if (!date) return std::nullopt;
    return Period{Frequency::day, date->days};
  }
  if (rest.empty()) return std::nullopt;
  const auto lettered = [&](Frequency frequency, std::size_t length) -> std::optional<Period> {
    const auto number = digits(rest.substr(1), length);
    return number ? try_period(frequency, *year, *number) : std::nullopt;
  };
  switch (rest[0]) {
    case 'H':
      return lettered(Frequency::half, 1);
    case 'Q':
      return lettered(Frequency::quarter, 1);
    case 'W':
      return lettered(Frequency::week, 2);
    default:
      break;
  }
  const auto month = digits(rest, 2);
  return month ? try_period(Frequency::month, *year, *month) : std::nullopt;
}

Period parse_period(std::string_view text, std::string_view path) {
  const auto period = try_parse_period(text);
  if (!period)
    throw_bad_field(
        path, "bad_period",
        fmt::format("“{:.40}” is not a period. Write 2008, 2008-H1, 2008-Q2, 2008-06, 2008-W24 or 2008-06-30.", text));
  return *period;
}

}  // namespace entente
