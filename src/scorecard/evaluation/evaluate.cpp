// All nodes: from measures up to the alliance.
#include <algorithm>

#include "scorecard/evaluation/model.hpp"
#include "scorecard/evaluation/scratch.hpp"

namespace entente::scorecard::evaluation {
namespace {

Standing standing_of(const Level& level) {
  return {level.state, level.light, level.has_score, level.score, level.low, level.high};
}

/// The trend looks at scores only, so that the interval may be left out.
Standing standing_of(const Past& past) {
  return {past.state, past.light, past.has_score, past.score, past.score, past.score};
}

}  // namespace

template <class Get>
RollUp Model::roll_up_parent(const Parent& parent, Date as_of, Scratch& scratch, const Get& get) const {
  scratch.children.clear();
  for (std::uint32_t e = parent.first_edge; e < parent.first_edge + parent.edges; ++e) {
    const Edge& edge = edges_[e];
    if (edge.in_force(as_of))
      scratch.children.push_back({standing_of(get(edge.child)), edge.weight, edge.mandatory});
  }
  return roll_up(parent.rule, scratch.children, scratch.ranked);
}

void Model::judge_parent(NodeIndex node, Date as_of, Scratch& scratch, std::vector<Level>& levels) const {
  const Parent& parent = parents_[node - measures_.size()];
  const RollUp result =
      roll_up_parent(parent, as_of, scratch, [&](NodeIndex child) -> const Level& { return levels[child]; });
  Level& level = levels[node];
  level = Level();
  level.state = result.state;
  level.light = level.computed = result.light;
  level.has_score = result.has_score;
  level.has_interval = result.has_interval;
  level.split = result.split;
  level.capped = result.capped;
  level.score = result.score;
  level.low = result.low;
  level.high = result.high;
  level.coverage = result.coverage;
  // An objective shows that one of its measures of the day is disputed.
  for (std::uint32_t e = parent.first_edge; e < parent.first_edge + parent.edges; ++e)
    if (edges_[e].in_force(as_of) && is_measure(edges_[e].child)) level.flags |= levels[edges_[e].child].flags & disputed;
  override_light(parent.overrides, as_of, level.light, level.flags);
}

Past Model::past_measure(NodeIndex node, const Moment& moment, Scratch& scratch) const {
  Level level;
  judge(node, moment, {moment.as_of}, scratch, level);
  return {level.score, level.has_score, level.state, level.light};
}

Past Model::past_parent(NodeIndex node, Date as_of, Scratch& scratch, const Past* row) const {
  const Parent& parent = parents_[node - measures_.size()];
  const RollUp result =
      roll_up_parent(parent, as_of, scratch, [&](NodeIndex child) -> const Past& { return row[child]; });
  Past past{result.score, result.has_score, result.state, result.light};
  Flags ignored = no_flags;
  override_light(parent.overrides, as_of, past.light, ignored);
  return past;
}

Strip Model::strip(Frequency frequency, Date as_of, int count) const {
  Strip strip;
  strip.nodes = size();
  const auto periods = static_cast<std::size_t>(std::max(count, 0));
  const Period last = calendar_.last_ended(as_of, frequency);
  strip.cells.resize(periods * size());
  Scratch scratch;
  for (std::size_t i = 0; i < periods; ++i) {
    const Period period = last - static_cast<int>(periods - 1 - i);
    const Moment then = moment(calendar_.last_day(period));
    Past* row = strip.cells.data() + i * size();
    for (NodeIndex node = 0; node < measures_.size(); ++node) row[node] = past_measure(node, then, scratch);
    for (const NodeIndex node : order_) row[node] = past_parent(node, then.as_of, scratch, row);
    strip.periods.push_back(period);
    strip.ends.push_back(then.as_of);
  }
  return strip;
}

Trend Model::parent_trend(NodeIndex node, const Evaluation& evaluation) const {
  const auto slowest = parents_[node - measures_.size()].slowest;
  if (!slowest) return Trend::insufficient;
  for (const auto& [frequency, strip] : evaluation.strips) {
    if (frequency != *slowest) continue;
    std::array<TrendPoint, trend_periods> points;
    std::size_t count = 0;
    for (std::size_t i = 0; i < strip.periods.size(); ++i)
      if (const Past& past = strip.at(i, node); past.has_score) points[count++] = {static_cast<int>(i), past.score};
    return trend_of(std::span(points).first(count));
  }
  return Trend::insufficient;
}

Evaluation Model::evaluate(const Question& question, const Whole& whole) const {
  Evaluation evaluation;
  evaluate(question, evaluation, whole);
  return evaluation;
}

void Model::evaluate(const Question& question, Evaluation& into, const Whole& whole) const {
  if (question.view == View::rolling && (question.rolling < 1 || question.rolling > 1000))
    throw_bad_field("rolling", "out_of_range", "A rolling view covers 1 to 1000 periods.");
  into.question = question;
  into.levels.resize(size());
  into.trends.clear();
  into.signals.clear();
  into.strips.clear();
  Scratch scratch;
  scratch.whole = &whole;
  const Moment now = moment(question.as_of);
  for (NodeIndex node = 0; node < measures_.size(); ++node) judge(node, now, question, scratch, into.levels[node]);
  for (const NodeIndex node : order_) judge_parent(node, question.as_of, scratch, into.levels);
  if (question.channels == Channels::level) return;

  for (const Frequency frequency : strip_frequencies_)
    into.strips.emplace_back(frequency, strip(frequency, question.as_of, trend_periods));
  into.trends.resize(size());
  into.signals.resize(measures_.size());
  for (NodeIndex node = 0; node < measures_.size(); ++node) {
    into.trends[node] = measure_trend(node, now);
    into.signals[node] = measure_signal(node, now, scratch);
  }
  for (auto node = static_cast<NodeIndex>(measures_.size()); node < size(); ++node)
    into.trends[node] = parent_trend(node, into);
}

void Model::update(Evaluation& evaluation, NodeIndex measure) const {
  Scratch scratch;
  const Question& question = evaluation.question;
  const Moment now = moment(question.as_of);
  const std::vector<NodeIndex> above = ancestors(measure);
  judge(measure, now, question, scratch, evaluation.levels[measure]);
  for (const NodeIndex node : above) judge_parent(node, question.as_of, scratch, evaluation.levels);
  if (question.channels == Channels::level) return;

  evaluation.trends[measure] = measure_trend(measure, now);
  evaluation.signals[measure] = measure_signal(measure, now, scratch);
  for (auto& [frequency, strip] : evaluation.strips) {
    for (std::size_t i = 0; i < strip.periods.size(); ++i) {
      const Moment then = moment(strip.ends[i]);
      Past* row = strip.cells.data() + i * size();
      row[measure] = past_measure(measure, then, scratch);
      for (const NodeIndex node : above) row[node] = past_parent(node, then.as_of, scratch, row);
    }
  }
  for (const NodeIndex node : above) evaluation.trends[node] = parent_trend(node, evaluation);
}

std::vector<NodeIndex> Model::masked(const Evaluation& evaluation, NodeIndex parent) const {
  std::vector<NodeIndex> found;
  if (is_measure(parent) || evaluation.levels[parent].light != Light::green) return found;
  struct Reached {
    NodeIndex node;
    int depth;
    Decimal weight;
  };
  std::vector<Reached> reached;
  std::vector<std::int32_t> position(size(), -1);
  const Date as_of = evaluation.question.as_of;
  const auto visit = [&](NodeIndex node, int depth) {
    const Parent& from = parents_[node - measures_.size()];
    for (std::uint32_t e = from.first_edge; e < from.first_edge + from.edges; ++e) {
      const Edge& edge = edges_[e];
      if (!edge.in_force(as_of)) continue;
      std::int32_t& at = position[edge.child];
      if (at < 0) {
        at = static_cast<std::int32_t>(reached.size());
        reached.push_back({edge.child, depth, edge.given});
      } else if (Reached& again = reached[static_cast<std::size_t>(at)];
                 again.depth == depth && again.weight < edge.given) {
        again.weight = edge.given;
      }
    }
  };
  visit(parent, 1);
  for (std::size_t i = 0; i < reached.size(); ++i)
    if (!is_measure(reached[i].node)) visit(reached[i].node, reached[i].depth + 1);
  std::erase_if(reached, [&](const Reached& entry) { return evaluation.levels[entry.node].light != Light::red; });
  std::sort(reached.begin(), reached.end(), [&](const Reached& a, const Reached& b) {
    if (a.depth != b.depth) return a.depth < b.depth;
    if (a.weight != b.weight) return a.weight > b.weight;
    return code(a.node) < code(b.node);
  });
  for (const Reached& entry : reached) found.push_back(entry.node);
  return found;
}

std::string_view Model::reason(const Level& level) const {
  if (level.problem) return level.problem;
  return level.detail < 0 ? std::string_view()
                          : std::string_view(details_[static_cast<std::size_t>(level.detail)].reason);
}

std::string_view Model::text(const Level& level) const {
  return level.detail < 0 || level.kind != ValueKind::text
             ? std::string_view()
             : std::string_view(details_[static_cast<std::size_t>(level.detail)].text);
}

}  // namespace entente::scorecard::evaluation
