#include <cmath>

#include "model/build_outlook.hpp"

namespace entente::model {
namespace {

namespace ev = evaluation;
namespace fc = scorecard::forecast;

/// With six decimals at most: what is behind them is noise.
double noiseless(double value) {
  double rounded = std::round(value * 1e6) / 1e6;
  return rounded == 0 ? 0.0 : rounded;
}

int usual_reach(Frequency frequency) {
  switch (frequency) {
    case Frequency::day: return 14;
    case Frequency::week: return 13;
    case Frequency::month: return 6;
    case Frequency::quarter: return 4;
    case Frequency::half:
    case Frequency::year: break;
  }
  return 2;
}

bool has_numbers(ev::ScoringType type) {
  return type != ev::ScoringType::yesno && type != ev::ScoringType::texts && type != ev::ScoringType::milestone;
}

/// The day by which the target in force after the last value is to be met.
struct TargetDay {
  Date by;
  bool own = false;
};
TargetDay target_day(const Reading& reading, const scorecard::Measure& measure, const Period& last) {
  Date next_end = reading.calendar().last_day(last.next());
  if (const auto* target = reading.target_on(measure.id, next_end)) {
    auto due = scorecard::parse_scoring(target->scoring.text).due;
    if (due && *due > reading.calendar().last_day(last)) return {*due, true};
  }
  return {reading.calendar().last_day(reading.calendar().period_of(next_end, Frequency::year)), false};
}

/// What judges each of the coming periods.
struct Ahead {
  std::vector<Period> periods;
  std::vector<const ev::ScoringRule*> rules;
  std::vector<fc::Green> green;  ///< one for each period, or empty where none of them has a green zone
  std::vector<bool> has_green;
};
Ahead look_ahead(const Reading& reading, const MeasureId& id, Period last, int horizon) {
  Ahead ahead;
  bool any = false;
  for (int step = 1; step <= horizon; ++step) {
    Period period{last.frequency, last.index + step};
    const auto* rule = reading.model().rule(reading.node(id), period);
    auto green = rule ? fc::green_zone(*rule, reading.calendar().last_day(period)) : std::nullopt;
    ahead.periods.push_back(period);
    ahead.rules.push_back(rule);
    ahead.has_green.push_back(green.has_value());
    ahead.green.push_back(green.value_or(fc::Green{}));
    any = any || green;
  }
  if (!any) ahead.green.clear();
  return ahead;
}

ForecastStepView step_view(const Reading& reading, const fc::Step& step, const ev::ScoringRule* rule, bool has_green, int decimals) {
  ForecastStepView view;
  view.period = step.period.text();
  view.label = label_of(step.period);
  int places = std::min(9, decimals + 2);  // enough to draw; more would look as if it were known
  view.p10 = rounded(step.p10, places);
  view.p50 = rounded(step.p50, places);
  view.p90 = rounded(step.p90, places);
  if (has_green && step.chance) view.chance = noiseless(*step.chance);
  if (!rule) return view;
  Date end = reading.calendar().last_day(step.period);
  auto scored = rule->score({ev::ValueKind::number, step.p50, {}}, end);
  if (scored.state == State::value) view.light = ev::light_of(scored.score);
  auto edges = rule->bands(end);
  Limits limits = limits_of(edges);
  if (limits.green) view.target = rounded(*limits.green);
  if (limits.red) view.red = rounded(*limits.red);
  for (int i = 0; i < edges.count; ++i) view.bands.at.push_back(rounded(edges.at[static_cast<std::size_t>(i)]));
  for (int i = 0; i <= edges.count && edges.count > 0; ++i) view.bands.lights.push_back(edges.lights[static_cast<std::size_t>(i)]);
  return view;
}

/// The values that meet the target, in words: "≥ 700 patients".
std::string green_words(const fc::Green& green, const scorecard::Measure& measure) {
  int places = std::min(9, static_cast<int>(measure.decimals) + 2);
  ev::Scoring words;
  words.type = !green.high ? ev::ScoringType::higher : !green.low ? ev::ScoringType::lower : ev::ScoringType::range;
  if (green.low) words.green_low = rounded(*green.low, places);
  if (green.high) words.green_high = rounded(*green.high, places);
  words.green = green.low ? words.green_low : words.green_high;
  return words_of(words, measure.unit);
}

}  // namespace

ForecastView forecast_of(const Reading& reading, const scorecard::Measure& measure, Date as_of) {
  ForecastView view;
  auto none = [&](NoForecast why) {
    view.obstacle = why;
    return view;
  };
  if (measure.is_retired(as_of)) return none(NoForecast::retired);
  if (const auto* target = reading.target_on(measure.id, as_of); target && !has_numbers(scorecard::parse_scoring(target->scoring.text).type))
    return none(NoForecast::not_a_number);

  NodeIndex node = reading.node(measure.id);
  fc::Series series{measure.frequency, fc::points_of(reading.model().history(node, as_of, fc::longest_series)), measure.natural_min,
                    measure.natural_max, measure.cumulative};
  int usual = usual_reach(measure.frequency), horizon = usual;
  TargetDay day;
  Period last{measure.frequency, 0}, at_day = last;
  if (!series.points.empty()) {
    last.index = series.points.back().period;
    int gone = reading.calendar().last_ended(as_of, measure.frequency).index - last.index;
    if (gone > usual && !measure.cumulative) return none(NoForecast::too_old);
    day = target_day(reading, measure, last);
    at_day = reading.calendar().period_of(day.by, measure.frequency);
    horizon = std::clamp(std::max(usual + std::max(gone, 0), at_day.index - last.index), 1, fc::longest_horizon);
  }
  Ahead ahead = look_ahead(reading, measure.id, last, horizon);
  fc::Forecast answer = fc::forecast(series, {horizon, ahead.green});
  view.points = answer.points;
  view.needed = answer.needed;
  if (answer.status == fc::Status::cumulative) return none(NoForecast::cumulative);
  if (answer.status == fc::Status::too_few) return none(NoForecast::too_few);

  view.obstacle = NoForecast::none;
  view.method = answer.method;
  view.error = noiseless(answer.error);
  if (answer.scaled_error) view.scaled_error = noiseless(*answer.scaled_error);
  for (const auto& candidate : answer.candidates) view.candidates.push_back({candidate.method, noiseless(candidate.error)});
  for (std::size_t i = 0; i < answer.steps.size(); ++i)
    view.steps.push_back(step_view(reading, answer.steps[i], ahead.rules[i], ahead.has_green[i], static_cast<int>(measure.decimals)));

  auto place = static_cast<std::size_t>(at_day.index - last.index - 1);
  if (place >= view.steps.size() || !view.steps[place].chance) return view;
  const auto& step = view.steps[place];
  view.meets = TargetChanceView{day.by, day.own, step.period, step.label, green_words(ahead.green[place], measure), *step.chance, step.light};
  return view;
}

OutlookView build_outlook(const Look& look, const ThemeId& theme, const ObjectiveId& only) {
  const Reading& reading = look.reading;
  if ((!theme.empty() && !reading.theme(theme)) || (!only.empty() && !reading.objective(only))) throw_not_found();
  OutlookView view;
  view.period = period_info(reading, look.period, look.side, look.today);
  for (const auto& measure : reading.contents().measures) {
    const auto* objective = reading.objective(measure.objective);
    if (!objective || (!theme.empty() && objective->theme != theme) || (!only.empty() && objective->id != only)) continue;
    auto forecast = forecast_of(reading, measure, view.period.as_of);
    if (forecast.meets && forecast.method)
      view.items.push_back({measure.id, objective->id, *forecast.method, forecast.points, std::move(*forecast.meets)});
  }
  return view;
}

}  // namespace entente::model
