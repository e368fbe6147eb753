#include "initiative/views.hpp"

namespace entente::initiative {
namespace {

using scorecard::Initiative;
using scorecard::InitiativeState;

/// The measure's own values as numbers, oldest first.
std::vector<Value> values_of(const model::Reading& reading, const scorecard::Measure& measure) {
  std::vector<Value> out;
  auto found = reading.contents().observations.find(measure.id);
  if (found == reading.contents().observations.end() || !found->second) return out;
  for (const auto& cell : found->second->actual) {
    if (cell.state != scorecard::ObservationState::value || cell.error || !cell.value || cell.period.frequency != measure.frequency) continue;
    if (auto value = try_parse_decimal(*cell.value)) out.push_back({reading.calendar().first_day(cell.period), reading.calendar().last_day(cell.period), *value});
  }
  std::sort(out.begin(), out.end(), [](const Value& a, const Value& b) { return a.first < b.first; });
  return out;
}

std::optional<Decimal> smallest_of(const model::Reading& reading, const scorecard::Measure& measure, Date day) {
  Period period = reading.calendar().last_ended(day, measure.frequency);
  const auto* rule = reading.model().rule(reading.node(measure.id), period);
  if (!rule) return std::nullopt;
  auto limits = model::limits_of(rule->bands(reading.calendar().last_day(period)));
  return limits.green && limits.red && *limits.green != *limits.red ? std::optional(smallest_change(*limits.green, *limits.red)) : std::nullopt;
}

std::optional<Decimal> shown(const std::optional<Decimal>& number) { return number ? std::optional(model::rounded(*number)) : std::nullopt; }

/// When the work is done: of a finished one its last milestone, if that came before or after its due day.
std::optional<Date> end_of(const Initiative& initiative) {
  std::optional<Date> end = initiative.due;
  if (initiative.state != InitiativeState::done) return end;
  std::optional<Date> last;
  // A milestone that nobody ticked says nothing of when the work ended: then the day it was due stands.
  for (const auto& milestone : initiative.milestones) {
    if (!milestone.done_at) return end;
    last = std::max(last.value_or(*milestone.done_at), *milestone.done_at);
  }
  return last ? last : end;
}

std::vector<EffectView> effects_of(const model::Look& look, const model::Judge& judge, const Initiative& initiative) {
  std::vector<EffectView> out;
  for (const auto& move : initiative.moves) {
    const auto* measure = look.reading.measure(move.measure);
    if (!measure) continue;
    EffectQuestion question{initiative.starts, end_of(initiative), move.lag_months, move.sign, move.size, smallest_of(look.reading, *measure, judge.as_of()), judge.as_of()};
    Effect effect = effect_of(question, values_of(look.reading, *measure));
    out.push_back({measure->id, measure->code, measure->name, measure->unit, measure->decimals, measure->currency,
                   judge.level(look.reading.node(measure->id)).light, move.sign, move.size, move.lag_months, effect.verdict, effect.settled, effect.from, effect.by,
                   effect.before_values, shown(effect.before), effect.after_values, shown(effect.after), shown(effect.change), shown(effect.wanted)});
  }
  return out;
}

bool did_not_move(const EffectView& effect) { return effect.verdict == Verdict::flat || effect.verdict == Verdict::against; }

/// What the plan said for a day: a share that was written down, or else the calendar between start and end.
std::optional<Decimal> planned_on(const Report& report, Date day) {
  if (report.planned) return report.planned;
  if (!report.starts || !report.due || *report.due <= *report.starts) return std::nullopt;
  Decimal one = Decimal::from_integer(1), share = Decimal::from_integer(day - *report.starts) / Decimal::from_integer(*report.due - *report.starts);
  return model::rounded(std::clamp(share, Decimal(), one), 4);
}

CoursePoint point_of(const Report& report, Date day) {
  return {day, report.state, report.progress, planned_on(report, day), report.cost, report.budget};
}

int rank_of(const InitiativeItem& item) {
  if (item.flat) return 0;
  if (item.late) return 1;
  return item.state == InitiativeState::running ? 2 : item.state == InitiativeState::planned ? 3 : 4;
}

}  // namespace

InitiativeList build_list(const model::Look& look) {
  InitiativeList list;
  list.period = model::period_info(look.reading, look.period, look.side, look.today);
  model::Judge judge(look.reading, list.period.as_of);
  for (const auto& initiative : look.reading.contents().initiatives) {
    InitiativeItem item;
    static_cast<model::InitiativeRow&>(item) = model::initiative_row(look, initiative, list.period.as_of);
    item.cost = initiative.cost;
    item.green = initiative.state == InitiativeState::done || (initiative.state == InitiativeState::running && !item.late);
    item.effects = effects_of(look, judge, initiative);
    item.flat = item.green && std::any_of(item.effects.begin(), item.effects.end(), did_not_move);
    list.flat += item.flat;
    list.items.push_back(std::move(item));
  }
  std::stable_sort(list.items.begin(), list.items.end(), [](const InitiativeItem& a, const InitiativeItem& b) {
    auto end = [](const InitiativeItem& item) { return item.due.value_or(Date{std::numeric_limits<std::int32_t>::max()}); };
    return std::tuple(rank_of(a), end(a), std::string_view(a.name), a.id.view()) < std::tuple(rank_of(b), end(b), std::string_view(b.name), b.id.view());
  });
  return list;
}

CourseView build_course(const model::Look& look, const InitiativeId& id, const std::vector<Report>& reports) {
  const auto& all = look.reading.contents().initiatives;
  auto found = std::find_if(all.begin(), all.end(), [&](const Initiative& one) { return one.id == id; });
  if (found == all.end()) throw_not_found();
  CourseView view{id, found->starts, found->due, found->currency.empty() ? look.reading.contents().alliance.currency : found->currency, {}, {}};
  auto period = model::period_info(look.reading, look.period, look.side, look.today);
  for (const auto& report : reports) {
    Date day = day_in(report.at, look.reading.contents().alliance.zone);
    if (!view.points.empty() && view.points.back().day == day) view.points.pop_back();
    view.points.push_back(point_of(report, day));
  }
  // As it stands today, also where nothing was reported since this is kept.
  Report now{id, {}, {}, found->state, found->progress, found->planned, found->budget, found->cost, found->starts, found->due};
  if (!view.points.empty() && view.points.back().day == look.today) view.points.pop_back();
  view.points.push_back(point_of(now, look.today));
  view.effects = effects_of(look, model::Judge(look.reading, period.as_of), *found);
  return view;
}

}  // namespace entente::initiative
