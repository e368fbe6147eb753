#include "base/zone.hpp"

// As Debian builds the library: from the files of tzdata, not from sources that it fetches.
#define USE_OS_TZDB 1
#include <date/tz.h>

namespace entente {
namespace {

constexpr std::int64_t seconds_a_day = 86'400;

constexpr Instant of_second(std::int64_t seconds) { return {seconds * 1'000'000}; }
/// Rounded down, before 1970 too.
constexpr std::int64_t whole(std::int64_t number, std::int64_t unit) { return number / unit - (number % unit < 0); }

/// For how long the clocks of a place keep their distance from UTC.
struct Stretch {
  std::int64_t begins = 1;  ///< in seconds since 1970; empty as it is
  std::int64_t ends = 0;
  std::int64_t offset = 0;  ///< seconds ahead of UTC

  bool has(std::int64_t second) const { return begins <= second && second < ends; }
};

constexpr Stretch always_utc{std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max(), 0};

const date::time_zone* find(std::string_view name) {
  // The one that the server's machine happens to be in is no name for others.
  if (name.empty() || name == "localtime") return nullptr;
  try {
    return date::locate_zone(name);  // the library loads once, whichever thread comes first
  } catch (const std::exception&) {
    return nullptr;  // no such zone, or no tzdata at all
  }
}

Stretch stretch_at(std::int64_t second, std::string_view name) {
  const date::time_zone* zone = find(name);
  if (!zone) return always_utc;
  try {
    auto info = zone->get_info(date::sys_seconds(std::chrono::seconds(second)));
    return {info.begin.time_since_epoch().count(), info.end.time_since_epoch().count(), info.offset.count()};
  } catch (const std::exception&) {
    return always_utc;
  }
}

/// Seconds ahead of UTC. Each thread remembers the stretch that it looked at last in each zone, so that nothing is searched for
/// twice and no thread waits for another.
std::int64_t offset_at(std::int64_t second, std::string_view name) {
  constexpr std::size_t most = 1'000;  // there are some 600 zones
  thread_local std::map<std::string, Stretch, std::less<>> known;
  auto place = known.find(name);
  if (place == known.end()) {
    if (known.size() >= most) known.clear();
    place = known.emplace(std::string(name), Stretch()).first;
  }
  if (!place->second.has(second)) place->second = stretch_at(second, name);
  return place->second.offset;
}

}  // namespace

bool is_zone(std::string_view name) { return name == utc || find(name); }

Date day_in(Instant at, std::string_view zone) {
  if (zone == utc) return at.day();
  std::int64_t second = whole(at.microseconds, 1'000'000);
  return {static_cast<std::int32_t>(whole(second + offset_at(second, zone), seconds_a_day))};
}

Instant start_of(Date day, std::string_view zone) {
  std::int64_t midnight = day.days * seconds_a_day;
  const date::time_zone* place = zone == utc ? nullptr : find(zone);
  if (!place) return of_second(midnight);
  try {
    auto there = place->to_sys(date::local_seconds(std::chrono::seconds(midnight)), date::choose::earliest);
    return of_second(there.time_since_epoch().count());
  } catch (const std::exception&) {
    return of_second(midnight);
  }
}

}  // namespace entente
