#include "base/clock.hpp"

#include <date/date.h>

#include <sstream>

#include "base/error.hpp"

namespace entente {
namespace {
class SystemClock : public Clock {
 public:
  Instant now() const override {
    auto since = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::microseconds>(since).count()};
  }
};
}  // namespace

const Clock& system_clock() {
  static SystemClock clock;
  return clock;
}

std::string Instant::text() const {
  auto time = date::sys_time<std::chrono::microseconds>(std::chrono::microseconds(microseconds));
  auto midnight = date::floor<date::days>(time);
  date::year_month_day day(midnight);
  if (day.year() < date::year(0) || day.year() > date::year(9999)) return date::format("%FT%TZ", time);
  auto rest = (time - midnight).count();  // by hand: the library's formatting goes through a stream, ten times slower
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:06}Z", int(day.year()), unsigned(day.month()),
                     unsigned(day.day()), rest / 3'600'000'000, rest / 60'000'000 % 60, rest / 1'000'000 % 60,
                     rest % 1'000'000);
}

namespace {
/// The form that `Instant::text` gives, without a stream; nothing for any other.
std::optional<Instant> parse_own_form(std::string_view text) {
  constexpr std::string_view form = "0000-00-00T00:00:00.000000Z";
  if (text.size() != form.size()) return std::nullopt;
  for (std::size_t i = 0; i < form.size(); ++i)
    if (form[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != form[i]) return std::nullopt;
  auto number = [&](std::size_t begin, std::size_t count) {
    int value = 0;
    for (char digit : text.substr(begin, count)) value = value * 10 + (digit - '0');
    return value;
  };
  auto day = date::year(number(0, 4)) / number(5, 2) / number(8, 2);
  int hour = number(11, 2), minute = number(14, 2), second = number(17, 2);
  if (!day.ok() || hour > 23 || minute > 59 || second > 59) return std::nullopt;
  auto seconds = std::int64_t{date::sys_days(day).time_since_epoch().count()} * 86'400 + hour * 3600 + minute * 60 + second;
  return Instant{seconds * 1'000'000 + number(20, 6)};
}
}  // namespace

Instant parse_instant(std::string_view text) {
  if (auto instant = parse_own_form(text)) return *instant;
  std::istringstream in{std::string(text)};
  date::sys_time<std::chrono::microseconds> time;
  in >> date::parse("%FT%TZ", time);
  if (in.fail()) {
    in.clear();
    in.str(std::string(text));
    in >> date::parse("%FT%T%Ez", time);
  }
  if (in.fail() || in.peek() != std::istringstream::traits_type::eof())
    throw_bad_field("", "not_a_moment", fmt::format("“{}” is not a date and time such as 2008-06-30T12:00:00Z.", text));
  return {time.time_since_epoch().count()};
}

}  // namespace entente
