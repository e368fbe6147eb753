#include "model/judge.hpp"

#include "base/day_words.hpp"
#include "json/json.hpp"
#include "model/build_words.hpp"
#include "scorecard/scoring_json.hpp"

namespace entente::model {
namespace {

namespace ev = evaluation;

std::string grouped(const Decimal& number) {
  std::string text = number.text();
  auto point = std::min(text.find('.'), text.size());
  std::size_t start = text.starts_with('-') ? 1 : 0;
  for (std::size_t at = point; at > start + 3;) {
    at -= 3;
    text.insert(at, ",");
  }
  return text;
}

std::string with_unit(const Decimal& number, const std::string& unit) {
  return unit.empty() ? grouped(number) : unit == "%" ? grouped(number) + " %" : grouped(number) + " " + unit;
}

}  // namespace

Decimal rounded(const Decimal& number, int places) {
  Int128 step = 1;
  for (int i = places; i < Decimal::decimals; ++i) step *= 10;
  return Decimal::from_units(divide_half_even(number.units(), step) * step);
}

std::optional<Decimal> hundred(bool has, ev::Score score) {
  return has ? std::optional(rounded(ev::hundred(score))) : std::nullopt;
}

GoalView goal_of(const ev::Scoring& scoring) {
  using T = ev::ScoringType;
  bool low_is_good = scoring.direction == ev::Direction::lower;
  GoalView goal;
  switch (scoring.type) {
    case T::higher: goal = {GoalKind::at_least, scoring.green, {}, {}, {}}; break;
    case T::lower: goal = {GoalKind::at_most, {}, scoring.green, {}, {}}; break;
    case T::target:
    case T::range: goal = {GoalKind::between, scoring.green_low, scoring.green_high, {}, {}}; break;
    case T::progress: goal = {GoalKind::reach, {}, scoring.target, scoring.due, {}}; break;
    case T::percent:
      goal = low_is_good ? GoalView{GoalKind::at_most, {}, scoring.target, {}, {}} : GoalView{GoalKind::at_least, scoring.target, {}, {}, {}};
      break;
    case T::bands:
      if (scoring.edges.size() >= 2) goal = {GoalKind::towards, {}, low_is_good ? scoring.edges.front() : scoring.edges.back(), {}, {}};
      break;
    case T::yesno: goal.kind = GoalKind::yes; break;
    case T::texts: {
      goal.kind = GoalKind::word;
      Decimal most;
      for (const auto& [text, score] : scoring.scores)
        if (!goal.word || score > most) {
          goal.word = text;
          most = score;
        }
      break;
    }
    case T::milestone: goal = {GoalKind::by_day, {}, {}, scoring.due, {}}; break;
    case T::manual: goal.kind = GoalKind::judged; break;
    case T::unscored: goal.kind = GoalKind::unscored; break;
  }
  return goal;
}

std::string words_of(const ev::Scoring& scoring, const std::string& unit) {
  GoalView goal = goal_of(scoring);
  auto number = [&](const std::optional<Decimal>& value) { return value ? with_unit(*value, unit) : std::string("?"); };
  switch (goal.kind) {
    case GoalKind::at_least: return "≥ " + number(goal.low);
    case GoalKind::at_most: return "≤ " + number(goal.high);
    case GoalKind::between: return goal.low ? fmt::format("{} to {}", grouped(*goal.low), number(goal.high)) : "?";
    case GoalKind::reach: return goal.day ? fmt::format("{} by {}", number(goal.high), day_words(*goal.day)) : number(goal.high);
    case GoalKind::towards: return "towards " + number(goal.high);
    case GoalKind::yes: return "yes";
    case GoalKind::word: return goal.word.value_or("");
    case GoalKind::by_day: return goal.day ? "by " + day_words(*goal.day) : "a day";
    case GoalKind::judged: return "judged by hand";
    case GoalKind::unscored: return "not scored";
    case GoalKind::none: return "bands";
  }
  return "";
}

Limits limits_of(const ev::BandEdges& edges) {
  Limits out;
  int greens = 0, reds = 0;
  for (int i = 0; i < edges.count; ++i) {
    auto below = edges.lights[static_cast<std::size_t>(i)], above = edges.lights[static_cast<std::size_t>(i) + 1];
    if ((below == Light::green) != (above == Light::green)) {
      ++greens;
      out.green = edges.at[static_cast<std::size_t>(i)];
    }
    if ((below == Light::red) != (above == Light::red)) {
      ++reds;
      out.red = edges.at[static_cast<std::size_t>(i)];
    }
  }
  if (greens != 1) out.green.reset();
  if (reds != 1) out.red.reset();
  return out;
}

std::vector<std::string> flag_names(ev::Flags flags) {
  std::vector<std::string> out;
  for (auto [flag, name] : {std::pair{ev::provisional, "provisional"}, {ev::estimated, "estimated"}, {ev::restated, "restated"},
                            {ev::disputed, "disputed"}, {ev::target_moved, "target_moved"}, {ev::covering, "covering"}})
    if (flags & flag) out.emplace_back(name);
  return out;
}

Judge::Judge(const Reading& reading, Date as_of) : reading_(reading), as_of_(as_of), evaluation_(reading.as_of(as_of)) {}

Judge::Judge(const Reading& reading, const ev::Question& question)
    : reading_(reading), as_of_(question.as_of), evaluation_(std::make_shared<const ev::Evaluation>(reading.in_view(question))) {}

Judgement Judge::judgement(NodeIndex node) const {
  const ev::Level& level = evaluation_->levels[node];
  Judgement out;
  out.light = level.light;
  out.state = level.state;
  out.score = hundred(level.has_score, level.score);
  if (level.has_attainment) out.attainment = rounded(level.attainment);
  if (node < evaluation_->trends.size()) out.trend = evaluation_->trends[node];
  if (level.coverage >= 0) out.coverage = rounded(Decimal::from_units(Int128{level.coverage} * 1'000'000));
  out.low = hundred(level.has_interval, level.low);
  out.high = hundred(level.has_interval, level.high);
  if (level.split) {
    Light low = ev::light_of(level.low), high = ev::light_of(level.high);
    out.split = low == level.light ? high : low;
  }
  out.stale = level.state == State::stale;
  out.due = (level.flags & ev::due) != 0 || level.state == State::pending;
  out.overridden = (level.flags & ev::overridden) != 0;
  out.capped = level.capped;
  if (level.computed != level.light) out.computed_light = level.computed;
  out.flags = flag_names(level.flags);
  add_words(node, out);
  if (!reading_.model().is_measure(node) && level.light == Light::green)
    for (NodeIndex red : reading_.model().masked(*evaluation_, node)) out.masked.push_back(node_ref(red));
  return out;
}

/// What the parties say: whether the light of what is no measure is contested.
void Judge::add_words(NodeIndex node, Judgement& out) const {
  if (reading_.model().is_measure(node)) return;
  const Contents& contents = reading_.contents();
  if (contents.light_verdicts.empty()) return;
  if (is_contested(reading_, node_ref(node).id, as_of_, level(node).computed)) out.flags.emplace_back("contested");
}

NodeRef Judge::node_ref(NodeIndex node) const {
  const Contents& contents = reading_.contents();
  std::size_t index = node;
  if (index < contents.measures.size()) {
    const auto& item = contents.measures[index];
    return {item.id.text(), NodeKind::measure, item.code, item.name};
  }
  index -= contents.measures.size();
  if (index < contents.objectives.size()) {
    const auto& item = contents.objectives[index];
    return {item.id.text(), NodeKind::objective, item.code, item.title};
  }
  index -= contents.objectives.size();
  if (index < contents.themes.size()) {
    const auto& item = contents.themes[index];
    return {item.id.text(), NodeKind::theme, "", item.name};
  }
  return {contents.alliance.id.text(), NodeKind::alliance, "", contents.alliance.name};
}

SignalView Judge::signal(const MeasureId& measure) const {
  SignalView out;
  NodeIndex node = reading_.node(measure);
  if (node >= evaluation_->signals.size()) return out;
  const ev::Signal& signal = evaluation_->signals[node];
  out.points = signal.points;
  out.limits = signal.limits;
  if (signal.limits != ev::Limits::none) {
    out.centre = rounded(signal.centre);
    out.low = rounded(signal.low);
    out.high = rounded(signal.high);
  }
  out.verdict = signal.verdict;
  for (auto [rule, name] : {std::pair{ev::outside, "outside"}, {ev::run_of_eight, "run_of_eight"}, {ev::three_of_four, "three_of_four"}})
    if (signal.rules & rule) out.rules.emplace_back(name);
  out.assurance = signal.assurance;
  return out;
}

json::RawScalar Judge::value(const ev::Level& level) const {
  json::RawScalar out;
  switch (level.kind) {
    case ev::ValueKind::none: out.text = "null"; break;
    case ev::ValueKind::number: out.text = level.value.text_rounded(9); break;
    case ev::ValueKind::truth: out.text = level.value.is_zero() ? "false" : "true"; break;
    case ev::ValueKind::text: out.text = json::text(std::string(reading_.model().text(level))); break;
    case ev::ValueKind::date: {
      Date day{static_cast<std::int32_t>(level.value.units() / Decimal::one_unit)};
      out.text = json::text(day.text());
      break;
    }
  }
  return out;
}

std::vector<HistoryCell> Judge::history(NodeIndex node, Frequency frequency, int count) const {
  auto strip = reading_.strip(frequency, as_of_, count);
  std::vector<HistoryCell> out;
  for (std::size_t i = 0; i < strip->periods.size(); ++i) {
    const auto& past = strip->at(i, node);
    out.push_back({strip->periods[i].text(), past.light, hundred(past.has_score, past.score)});
  }
  return out;
}

std::string Judge::why(const ObjectiveId& objective) const {
  const scorecard::Measure* worst = nullptr;
  for (const auto* measure : reading_.measures_of(objective)) {
    const auto& level = this->level(reading_.node(measure->id));
    if (!level.has_score) continue;
    if (!worst || level.score < this->level(reading_.node(worst->id)).score) worst = measure;
  }
  if (!worst) return "No value to judge by.";
  const auto& level = this->level(reading_.node(worst->id));
  std::string value = level.kind == ev::ValueKind::number ? with_unit(rounded(level.value, static_cast<int>(worst->decimals)), worst->unit)
                      : level.kind == ev::ValueKind::text ? std::string(reading_.model().text(level))
                      : level.kind == ev::ValueKind::truth ? (level.value.is_zero() ? "no" : "yes")
                                                           : "no value";
  std::string goal;
  if (const auto* target = reading_.target_on(worst->id, as_of_)) goal = words_of(scorecard::parse_scoring(target->scoring.text), worst->unit);
  return goal.empty() ? fmt::format("{}: {}.", worst->name, value) : fmt::format("{}: {} (goal {}).", worst->name, value, goal);
}

}  // namespace entente::model
