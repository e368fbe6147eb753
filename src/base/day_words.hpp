#pragma once
#include <string>

#include "base/date.hpp"

namespace entente {

/// "30 Jun 2008": a day in sentences that people read. Screens write days in the person's own way.
std::string day_words(Date day);

}  // namespace entente
