#pragma once
#include "base/period.hpp"

namespace entente::scorecard {

/// How many periods make a season: 12 months, 4 quarters, 52 weeks and 2 halves a year, 7 days a week; 0 for years.
constexpr int season_length(Frequency frequency) {
  switch (frequency) {
    case Frequency::day:
      return 7;
    case Frequency::week:
      return 52;
    case Frequency::month:
      return 12;
    case Frequency::quarter:
      return 4;
    case Frequency::half:
      return 2;
    case Frequency::year:
      break;
  }
  return 0;
}

}  // namespace entente::scorecard
