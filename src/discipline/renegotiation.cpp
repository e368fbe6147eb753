#include "discipline/renegotiation.hpp"

#include <algorithm>

namespace entente::discipline {

std::vector<strategy::Light> lights_that_count(std::span<const PastLight> past) {
  std::vector<strategy::Light> out;
  for (const auto& period : past)
    if (period.has_value && !period.by_hand && period.light != strategy::Light::grey) out.push_back(period.light);
  return out;
}

bool looks_tell(const Habit& habit, Date today) {
  return habit.counted_since && habit.first_value && today - *habit.counted_since >= days_of_looking && today - *habit.first_value >= days_of_looking;
}

bool lights_tell(const Habit& habit) { return habit.lights.size() >= static_cast<std::size_t>(periods_needed); }

std::vector<Standing> standings(const Habit& habit, Date today) {
  std::vector<Standing> out;
  if (habit.quiet_until && *habit.quiet_until >= today) return out;
  auto all = [&](strategy::Light light) { return lights_tell(habit) && std::all_of(habit.lights.begin(), habit.lights.end(), [&](auto one) { return one == light; }); };
  if (all(strategy::Light::green)) out.push_back(Standing::always_met);
  if (all(strategy::Light::red)) out.push_back(Standing::never_met);
  if (looks_tell(habit, today) && habit.looks == 0) out.push_back(Standing::not_looked_at);
  if (habit.review_date && *habit.review_date <= today) out.push_back(Standing::review_passed);
  return out;
}

Date rest_after(ReviewVerdict verdict, Date today) { return today + (verdict == ReviewVerdict::renegotiate ? 90 : 365); }

}  // namespace entente::discipline
