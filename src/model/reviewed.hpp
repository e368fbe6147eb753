#pragma once
#include "base/clock.hpp"

namespace entente::model {

/// Whether a freeze closes the period whose last day it saw. One side alone takes a freeze while the period still runs: that is
/// a look in between, and silences nobody.
constexpr bool closes_period(Instant taken_at, Date last_day) { return taken_at.day() > last_day; }

}  // namespace entente::model
