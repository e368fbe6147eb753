#include "service_level/rules.hpp"

#include <algorithm>
#include <limits>

#include "base/near_days.hpp"
#include "base/text.hpp"

namespace entente::service_level {

void check(ServiceLevel& level, std::vector<FieldError>& errors) {
  level.code = clean_text(level.code, "code", {.longest = 40}, errors);
  level.name = clean_text(level.name, "name", {.longest = 200}, errors);
  level.promise = clean_text(level.promise, "promise", {.longest = 4000, .empty = TextRule::Empty::allowed, .lines = TextRule::Lines::many}, errors);
  level.unit = clean_text(level.unit, "unit", {.longest = 60, .empty = TextRule::Empty::allowed}, errors);
  if (level.by_party.empty()) errors.push_back({"by_party", "empty", "Please say who promises."});
  if (level.to_party.empty()) errors.push_back({"to_party", "empty", "Please say to whom it is promised."});
  if (!level.by_party.empty() && level.by_party == level.to_party) errors.push_back({"to_party", "same_party", "Nobody promises a service level to oneself."});
  if (level.decimals < 0 || level.decimals > 9) errors.push_back({"decimals", "out_of_range", "Decimals are 0 to 9."});
  if (level.grace < 0 || level.grace > 366) errors.push_back({"grace", "out_of_range", "The grace is 0 to 366 days."});
  if (level.limits.empty()) errors.push_back({"limit", "empty", "Please give the limit that is promised."});
  for (const auto& step : level.limits) check_near(step.from, "limit_from", errors);
  std::sort(level.limits.begin(), level.limits.end(), [](const Limit& a, const Limit& b) { return a.from < b.from; });
  check_span(level.starts, level.ends, errors);
}

Decimal limit_on(const ServiceLevel& level, Date day) {
  Decimal out = level.limits.front().limit;
  for (const auto& step : level.limits)
    if (step.from <= day) out = step.limit;
  return out;
}

bool is_met(Direction direction, const Decimal& limit, const Decimal& value) {
  return direction == Direction::at_least ? value >= limit : value <= limit;
}

namespace {

Judged judge_period(const ServiceLevel& level, Period period, Date last_day, const LevelValue* value, Date today) {
  Judged out{period, Standing::pending, limit_on(level, last_day), value};
  bool said = value && value->state != ValueState::missing;
  if (said && value->state == ValueState::na) out.standing = Standing::na;
  else if (said && value->value) out.standing = is_met(level.direction, out.limit, *value->value) ? Standing::met : Standing::missed;
  else if (today > last_day + static_cast<int>(level.grace)) out.standing = Standing::unreported;
  return out;
}

}  // namespace

std::vector<Judged> judge(const ServiceLevel& level, const Calendar& calendar, const Newest& newest, Date today, int most) {
  std::vector<Judged> out;
  Date end = level.ends ? std::min(*level.ends, today) : today;
  for (Period period = calendar.last_ended(end, level.frequency); static_cast<int>(out.size()) < most; period = period.previous()) {
    Date last_day = calendar.last_day(period);
    if (last_day < level.starts) break;
    auto found = newest.find(period);
    out.push_back(judge_period(level, period, last_day, found == newest.end() ? nullptr : found->second, today));
  }
  std::reverse(out.begin(), out.end());
  return out;
}

bool keeps_judgements(const ServiceLevel& before, const ServiceLevel& after, const Calendar& calendar, const Newest& newest, Date today) {
  auto standing_of = [&](const ServiceLevel& level) {
    std::map<Period, std::pair<Standing, Decimal>> out;
    if (level.removed_at) return out;
    for (const auto& one : judge(level, calendar, newest, today, std::numeric_limits<int>::max()))
      if (one.standing != Standing::pending) out[one.period] = {one.standing, one.limit};
    return out;
  };
  auto was = standing_of(before), is = standing_of(after);
  bool same_parties = before.by_party == after.by_party && before.to_party == after.to_party;
  return was.empty() || (same_parties && std::includes(is.begin(), is.end(), was.begin(), was.end()));
}

Tally count(std::span<const Judged> periods) {
  Tally tally;
  for (const auto& one : periods) {
    tally.met += one.standing == Standing::met;
    tally.missed += one.standing == Standing::missed;
    tally.unreported += one.standing == Standing::unreported;
    tally.na += one.standing == Standing::na;
    if (one.standing == Standing::missed) ++tally.run;
    if (one.standing == Standing::met) tally.run = 0;
  }
  return tally;
}

std::string next_code(const std::vector<std::string>& taken) {
  for (int number = 1;; ++number) {
    std::string code = fmt::format("SL{}", number);
    if (std::find(taken.begin(), taken.end(), code) == taken.end()) return code;
  }
}

}  // namespace entente::service_level
