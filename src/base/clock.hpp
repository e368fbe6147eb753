#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/date.hpp"

namespace entente {

/// A moment: microseconds since 1970-01-01T00:00:00Z. Stored as BIGINT, written as RFC 3339 in UTC.
struct Instant {
  std::int64_t microseconds = 0;

  friend auto operator<=>(const Instant&, const Instant&) = default;
  Instant plus_seconds(std::int64_t seconds) const { return {microseconds + seconds * 1'000'000}; }
  /// The day in UTC.
  constexpr Date day() const {
    std::int64_t days = microseconds / microseconds_a_day;
    return {static_cast<std::int32_t>(microseconds % microseconds_a_day < 0 ? days - 1 : days)};
  }
  static constexpr std::int64_t microseconds_a_day = 86'400'000'000;
  std::int64_t seconds_since(Instant earlier) const { return (microseconds - earlier.microseconds) / 1'000'000; }
  /// "2008-06-30T12:00:00.000000Z"
  std::string text() const;
};

/// Throws `bad_input` unless `text` is RFC 3339.
Instant parse_instant(std::string_view text);

/// Where the time comes from, so that tests can move it.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

const Clock& system_clock();

/// A clock that says what it was told: for tests, and for loading what happened earlier.
class SettableClock : public Clock {
 public:
  explicit SettableClock(Instant start) : now_(start.microseconds) {}
  Instant now() const override { return {now_.load()}; }
  void set(Instant to) { now_.store(to.microseconds); }
  void advance_seconds(std::int64_t seconds) { now_.fetch_add(seconds * 1'000'000); }

 private:
  std::atomic<std::int64_t> now_;
};

}  // namespace entente
