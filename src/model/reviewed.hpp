#pragma once
#include "base/zone.hpp"

namespace entente::model {

/// Whether a freeze closes the period whose last day it saw. One side alone takes a freeze while the period still runs: that is
/// a look in between, and silences nobody. The day on which it was taken is that of the alliance's zone.
inline bool closes_period(Instant taken_at, Date last_day, std::string_view zone) { return day_in(taken_at, zone) > last_day; }

}  // namespace entente::model
