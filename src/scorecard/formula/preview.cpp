#include "scorecard/formula/preview.hpp"

#include <algorithm>

namespace entente::scorecard::formula {

std::vector<PreviewPoint> preview(const Formula& formula, Period last, int count, const Values& values,
                                  const Calendar& calendar, std::uint64_t most_steps) {
  std::vector<PreviewPoint> points;
  for (int back = std::clamp(count, 0, 100) - 1; back >= 0; --back)
    points.push_back({last - back, evaluate(formula, Span::of(last - back), values, calendar, most_steps)});
  return points;
}

}  // namespace entente::scorecard::formula
