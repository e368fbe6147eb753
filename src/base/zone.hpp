#pragma once
#include <string_view>

#include "base/clock.hpp"
#include "base/date.hpp"

/// Days by the clocks of a place. Zones are IANA names, such as Europe/Brussels, and are known from the system's tzdata. A zone
/// that is not known there counts as UTC, and nothing throws.
namespace entente {

/// The zone of whoever gives none.
inline constexpr std::string_view utc = "UTC";

bool is_zone(std::string_view name);

/// The day that it is there at that moment.
Date day_in(Instant at, std::string_view zone);

/// The moment at which a day begins there: midnight, or where the clocks leave midnight out the first moment after it.
Instant start_of(Date day, std::string_view zone);

/// No place has an earlier day than this one: none is more than 12 hours behind UTC.
constexpr Date earliest_day(Instant at) { return Instant{at.microseconds - Instant::microseconds_a_day / 2}.day(); }

}  // namespace entente
