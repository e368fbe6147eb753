#include "scorecard/formula/preview.hpp"

#include <algorithm>

namespace entente::scorecard::formula {

std::vector<PreviewPoint> preview(const Formula& formula, Period last, int count, const Values& values,
                                  const Calendar& calendar, std::uint64_t most_steps) {
  std::vector<PreviewPoint> points;
  std::uint64_t left = 5 * most_steps;
  for (int back = std::clamp(count, 0, 100) - 1; back >= 0; --back) {
    Steps steps{std::min(most_steps, left), 0};
    Value value;
    try {
      value = work_out(formula, Span::of(last - back), values, calendar, steps);
    } catch (const TooManySteps&) {
      value = too_many(steps);
    }
    left -= std::min(left, steps.used);
    points.push_back({last - back, std::move(value)});
  }
  return points;
}

}  // namespace entente::scorecard::formula
