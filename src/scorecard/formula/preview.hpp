#pragma once
#include "scorecard/formula/evaluate.hpp"

namespace entente::scorecard::formula {

struct PreviewPoint {
  Period period;
  Value value;
};

/// A formula that is being written, over the last `count` periods up to one, oldest first (at most 100): each with its
/// value, or why there is none. `values` answers for stored and computed measures. All points together take at most five times the steps that one may take; later ones say that there are too many.
std::vector<PreviewPoint> preview(const Formula& formula, Period last, int count, const Values& values,
                                  const Calendar& calendar, std::uint64_t most_steps = Steps::usual);

}  // namespace entente::scorecard::formula
