#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.hpp"

namespace entente {

/// A civil date (proleptic Gregorian), held as days since 1970-01-01. Years 0001 to 9999 can be read and written.
struct Date {
  std::int32_t days = 0;

  constexpr auto operator<=>(const Date&) const = default;
  constexpr Date operator+(int more) const { return {days + more}; }
  constexpr Date operator-(int fewer) const { return {days - fewer}; }
  /// Days from the other date to this one.
  constexpr int operator-(Date other) const { return days - other.days; }

  int year() const;
  int month() const;         ///< 1 to 12
  int day() const;           ///< 1 to 31
  int weekday() const;       ///< 1 Monday to 7 Sunday, as in ISO 8601
  std::string text() const;  ///< "2008-06-30"
};

/// The date of a year, month and day; absent for an impossible one (30 February, month 13).
std::optional<Date> try_date(int year, int month, int day);
/// The same where the day may lie past the month's end: then it means the month's last day.
Date date_clamped(int year, int month, int day);
/// Reads "2008-06-30", all ten characters of it, and nothing else; absent otherwise.
std::optional<Date> try_parse_date(std::string_view text);
/// The same, throwing `bad_input` "bad_date" at `path`.
Date parse_date(std::string_view text, std::string_view path = "date");

}  // namespace entente
