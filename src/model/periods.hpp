#pragma once
#include <string>

#include "model/reading.hpp"
#include "model/views.hpp"

namespace entente::model {

/// "Q2 2008", "June 2008", "2008", "week 24, 2008".
std::string label_of(const Period& period);

/// The period that a reader asked for, or the usual one, with what there is to choose from. `asked` may be empty. Throws
/// `bad_input` at "period".
PeriodInfo period_info(const Reading& reading, std::string_view asked, Side side, Date today);

}  // namespace entente::model
