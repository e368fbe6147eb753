#include "base/date.hpp"

#include <fmt/format.h>

#include <chrono>

namespace entente {
namespace {

using std::chrono::year_month_day;

year_month_day civil(Date date) {
  return year_month_day{std::chrono::sys_days{std::chrono::days{date.days}}};
}

Date from_civil(year_month_day civil_date) {
  return {static_cast<std::int32_t>(std::chrono::sys_days{civil_date}.time_since_epoch().count())};
}

/// The number that these digits write, or -1.
int digits(std::string_view text) {
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

}  // namespace

int Date::year() const {
  return static_cast<int>(civil(*this).year());
}
int Date::month() const {
  return static_cast<int>(static_cast<unsigned>(civil(*this).month()));
}
int Date::day() const {
  return static_cast<int>(static_cast<unsigned>(civil(*this).day()));
}
int Date::weekday() const {
  return ((days + 3) % 7 + 7) % 7 + 1;
}  // 1970-01-01 was a Thursday

std::string Date::text() const {
  const auto date = civil(*this);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::optional<Date> try_date(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const year_month_day date{std::chrono::year{year}, std::chrono::month(static_cast<unsigned>(month)),
                            std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return from_civil(date);
}

Date date_clamped(int year, int month, int day) {
  const std::chrono::year_month in_month{std::chrono::year{year}, std::chrono::month(static_cast<unsigned>(month))};
  const auto last = (in_month / std::chrono::last).day();
  return from_civil(in_month / std::min(std::chrono::day(static_cast<unsigned>(day)), last));
}

std::optional<Date> try_parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  return try_date(digits(text.substr(0, 4)), digits(text.substr(5, 2)), digits(text.substr(8, 2)));
}

Date parse_date(std::string_view text, std::string_view path) {
  const auto date = try_parse_date(text);
  if (!date) throw_bad_field(path, "bad_date", fmt::format("“{:.40}” is not a date. Write it as 2008-06-30.", text));
  return *date;
}

}  // namespace entente
