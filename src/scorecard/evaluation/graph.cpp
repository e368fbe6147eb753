// From definitions to nodes and edges.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "scorecard/evaluation/model.hpp"

namespace entente::scorecard::evaluation {
namespace {

std::string path_or(const std::string& path, std::string_view list, std::size_t index) {
  return path.empty() ? fmt::format("{}[{}]", list, index) : path;
}

void add_all(std::vector<FieldError>& errors, std::vector<FieldError> more) {
  errors.insert(errors.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

Model::Model(Definition definition, Origin origin) : calendar_(definition.calendar), columns_(definition.measures.size()) {
  std::vector<FieldError> errors;
  for (std::size_t i = 0; i < definition.measures.size(); ++i)
    definition.measures[i].path = path_or(definition.measures[i].path, "measures", i);
  for (std::size_t i = 0; i < definition.parents.size(); ++i)
    definition.parents[i].path = path_or(definition.parents[i].path, "parents", i);
  index_codes(definition, errors);
  measures_.reserve(definition.measures.size());
  parents_.reserve(definition.parents.size());
  for (auto& measure : definition.measures) add_measure(measure, measure.path, errors);
  for (auto& parent : definition.parents) add_parent(parent, parent.path, errors);
  if (origin == Origin::stored) errors.clear();
  if (errors.empty()) sort_parents(definition, errors);
  throw_if_any(std::move(errors));
}

void Model::index_codes(const Definition& definition, std::vector<FieldError>& errors) {
  NodeIndex next = 0;
  const auto add = [&](const std::string& code, const std::string& path) {
    if (code.empty())
      errors.push_back({path + ".code", "required", "A code is needed."});
    else if (!by_code_.emplace(code, next).second)
      errors.push_back({path + ".code", "duplicate", fmt::format("The code “{}” is used twice.", code)});
    ++next;
  };
  for (const auto& measure : definition.measures) add(measure.code, measure.path);
  for (const auto& parent : definition.parents) add(parent.code, parent.path);
  above_.resize(next);
}

void Model::add_measure(MeasureDefinition& definition, const std::string& path, std::vector<FieldError>& errors) {
  Measure measure{std::move(definition.code),
                  definition.frequency,
                  definition.aggregation,
                  definition.cumulative,
                  definition.seasonal,
                  definition.carry,
                  definition.grace,
                  {definition.base, definition.natural_min, definition.natural_max},
                  definition.starts,
                  definition.retired,
                  {},
                  std::move(definition.overrides)};
  const auto fail = [&](std::string_view field, std::string_view code, std::string message) {
    errors.push_back({fmt::format("{}.{}", path, field), std::string(code), std::move(message)});
  };
  if (definition.carry < 0 || definition.carry > 1000)
    fail("carry", "out_of_range", "A value is carried for 0 to 1000 periods.");
  if (definition.grace < 0 || definition.grace > 1000) fail("grace", "out_of_range", "The grace is 0 to 1000 days.");
  if (definition.base && *definition.base < 6) {
    fail("base", "out_of_range", "Limits need a base of at least 6 points.");
    measure.signal.base.reset();
  }
  if (definition.natural_min && definition.natural_max && *definition.natural_max <= *definition.natural_min)
    fail("natural_max", "out_of_order", "natural_max has to be above natural_min.");
  if (definition.starts && definition.retired && *definition.retired <= *definition.starts) {
    fail("retired", "out_of_order", "A measure cannot be retired before it starts.");
    measure.starts = never;
  }
  for (std::size_t i = 0; i < definition.scorings.size(); ++i) {
    const auto& from = definition.scorings[i];
    const std::string where =
        definition.scorings.size() == 1 ? path + ".scoring" : fmt::format("{}.scorings[{}]", path, i);
    auto wrong = problems(from.scoring, where);
    if (wrong.empty()) measure.rulings.push_back({from.effective_from, ScoringRule(from.scoring, where), from.restated_until});
    add_all(errors, std::move(wrong));
  }
  std::stable_sort(measure.rulings.begin(), measure.rulings.end(),
                   [](const Ruling& a, const Ruling& b) { return a.effective_from < b.effective_from; });
  measures_.push_back(std::move(measure));
}

void Model::add_parent(ParentDefinition& definition, const std::string& path, std::vector<FieldError>& errors) {
  const auto fail = [&](std::string_view field, std::string_view code, std::string message) {
    errors.push_back({fmt::format("{}.{}", path, field), std::string(code), std::move(message)});
  };
  const auto node = static_cast<NodeIndex>(measures_.size() + parents_.size());
  Parent parent{std::move(definition.code),
                {definition.method, definition.k, definition.red_override, definition.light},
                static_cast<std::uint32_t>(edges_.size()),
                0,
                std::nullopt,
                std::move(definition.overrides)};
  if (definition.method == Method::k_of_n &&
      (definition.k < 1 || definition.k > static_cast<int>(definition.children.size())))
    fail("k", "out_of_range", "k is between 1 and the number of children.");
  if (definition.method == Method::k_of_n && definition.k < 1) parent.rule.method = Method::none;
  if (definition.method == Method::manual && definition.reason.empty())
    fail("reason", "required", "A light set by hand needs a reason.");

  std::vector<Decimal> weights;
  std::set<std::tuple<NodeIndex, Date>> seen;
  for (std::size_t i = 0; i < definition.children.size(); ++i) {
    const Child& child = definition.children[i];
    const std::string field = fmt::format("children[{}]", i);
    if (child.weight.is_negative()) fail(field + ".weight", "negative", "A weight cannot be negative.");
    if (child.mandatory && child.weight.is_zero())
      fail(field + ".weight", "zero_weight", "A mandatory child needs a weight above zero.");
    const auto found = by_code_.find(child.code);
    if (found == by_code_.end()) {
      fail(field + ".code", "unknown_code", fmt::format("There is no “{:.60}” here.", child.code));
      continue;
    }
    if (!seen.emplace(found->second, child.from).second)
      fail(field + ".code", "duplicate", fmt::format("“{:.60}” is a child of this parent twice.", child.code));
    edges_.push_back({found->second, child.mandatory, 0, child.from, child.until.value_or(never), child.weight});
    weights.push_back(std::max(child.weight, Decimal()));
    auto& above = above_[found->second];
    if (std::find(above.begin(), above.end(), node) == above.end()) above.push_back(node);
  }
  parent.edges = static_cast<std::uint32_t>(edges_.size()) - parent.first_edge;
  const auto whole = whole_weights(weights);
  for (std::size_t i = 0; i < whole.size(); ++i) edges_[parent.first_edge + i].weight = whole[i];
  parents_.push_back(std::move(parent));
}

/// Children before parents (Kahn); what cannot be sorted lies on a circle or above one.
void Model::sort_parents(const Definition& definition, std::vector<FieldError>& errors) {
  std::vector<int> waiting(parents_.size(), 0);  // children that are parents and not yet in the order
  const auto measures = static_cast<NodeIndex>(measures_.size());
  for (NodeIndex node = measures; node < size(); ++node)
    for (const NodeIndex above : above_[node]) ++waiting[above - measures];
  for (NodeIndex i = 0; i < parents_.size(); ++i)
    if (waiting[i] == 0) order_.push_back(measures + i);
  for (std::size_t next = 0; next < order_.size(); ++next)
    for (const NodeIndex above : above_[order_[next]])
      if (--waiting[above - measures] == 0) order_.push_back(above);
  if (order_.size() < parents_.size()) return describe_cycle(definition, waiting, errors);

  rank_.resize(parents_.size());
  for (std::size_t i = 0; i < order_.size(); ++i) rank_[order_[i] - measures] = static_cast<std::uint32_t>(i);
  for (const NodeIndex node : order_) {
    Parent& parent = parents_[node - measures];
    for (std::uint32_t e = parent.first_edge; e < parent.first_edge + parent.edges; ++e)
      if (const auto below = frequency(edges_[e].child); below && (!parent.slowest || *parent.slowest < *below))
        parent.slowest = below;
    if (parent.slowest &&
        std::find(strip_frequencies_.begin(), strip_frequencies_.end(), *parent.slowest) == strip_frequencies_.end())
      strip_frequencies_.push_back(*parent.slowest);
  }
}

void Model::describe_cycle(const Definition& definition, const std::vector<int>& waiting,
                           std::vector<FieldError>& errors) const {
  // Everything that waits has a child that waits: going down from any of them must come round.
  const auto measures = static_cast<NodeIndex>(measures_.size());
  const auto stuck = [&](NodeIndex node) { return node >= measures && waiting[node - measures] > 0; };
  NodeIndex node = measures;
  while (!stuck(node)) ++node;
  std::vector<NodeIndex> trail;
  std::vector<std::size_t> by_edge, position(size(), 0);
  while (position[node] == 0) {
    trail.push_back(node);
    position[node] = trail.size();
    const Parent& parent = parents_[node - measures];
    std::uint32_t edge = parent.first_edge;
    while (!stuck(edges_[edge].child)) ++edge;
    by_edge.push_back(edge - parent.first_edge);
    node = edges_[edge].child;
  }
  const std::size_t begin = position[node] - 1;
  std::string circle;
  const std::size_t shown = std::min<std::size_t>(trail.size() - begin, 20);
  for (std::size_t i = begin; i < begin + shown; ++i) circle += code(trail[i]) + " → ";
  if (begin + shown < trail.size()) circle += "… → ";
  circle += code(node);
  errors.push_back({fmt::format("{}.children[{}].code", definition.parents[node - measures].path, by_edge[begin]),
                    "cycle", "The roll-up goes in a circle: " + circle + "."});
}

const std::string& Model::code(NodeIndex node) const {
  return is_measure(node) ? measures_[node].code : parents_[node - measures_.size()].code;
}

std::optional<NodeIndex> Model::find(std::string_view code) const {
  const auto found = by_code_.find(std::string(code));
  return found == by_code_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Frequency> Model::frequency(NodeIndex node) const {
  return is_measure(node) ? std::optional(measures_[node].frequency) : parents_[node - measures_.size()].slowest;
}

std::vector<NodeIndex> Model::ancestors(NodeIndex measure) const {
  std::vector<NodeIndex> found = above_[measure];
  std::vector<bool> seen(size(), false);
  for (const NodeIndex node : found) seen[node] = true;
  for (std::size_t next = 0; next < found.size(); ++next)
    for (const NodeIndex above : above_[found[next]])
      if (!seen[above]) seen[above] = true, found.push_back(above);
  std::sort(found.begin(), found.end(),
            [&](NodeIndex a, NodeIndex b) { return rank_[a - measures_.size()] < rank_[b - measures_.size()]; });
  return found;
}

}  // namespace entente::scorecard::evaluation
