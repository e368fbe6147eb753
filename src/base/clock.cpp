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
  return date::format("%FT%TZ", date::sys_time<std::chrono::microseconds>(std::chrono::microseconds(microseconds)));
}

Instant parse_instant(std::string_view text) {
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
