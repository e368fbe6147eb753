#pragma once
#include <cstdint>

#include "base/clock.hpp"

namespace entente::schedule {

/// When a job is due: at evenly spaced moments, its slots. `seconds` apart, counted from `offset` seconds after
/// 1970-01-01T00:00:00Z.
struct Cadence {
  std::int64_t seconds = 86'400;
  std::int64_t offset = 0;

  static constexpr Cadence hourly() { return {3600, 0}; }
  /// At an hour (0 to 23), UTC.
  static constexpr Cadence daily(int hour) { return {86'400, hour * 3600}; }
  /// On a weekday (1 Monday to 7 Sunday) at an hour, UTC. 1970-01-01 was a Thursday.
  static constexpr Cadence weekly(int weekday, int hour) { return {7 * 86'400, ((weekday + 3) % 7) * 86'400 + hour * 3600}; }

  /// The last slot at or before the moment, and the first one after it.
  Instant last_slot(Instant moment) const;
  Instant next_slot(Instant moment) const { return last_slot(moment).plus_seconds(seconds); }
};

}  // namespace entente::schedule
