#include "scorecard/computed.hpp"

#include "base/error.hpp"
#include "scorecard/formula/parser.hpp"

namespace entente::scorecard {
namespace {

formula::Kind formula_kind(ValueKind kind) {
  switch (kind) {
    case ValueKind::truth: return formula::Kind::truth;
    case ValueKind::text: return formula::Kind::text;
    case ValueKind::date: return formula::Kind::date;
    case ValueKind::number:
    case ValueKind::none: break;
  }
  return formula::Kind::number;
}

formula::Unit unit_of(const Measure& measure) {
  // A unit that nobody can compute with is a name of its own.
  return formula::Unit::of_measure(measure.unit, measure.currency).value_or(formula::Unit::named(measure.unit));
}

}  // namespace

formula::Catalogue catalogue_of(std::span<const Measure> measures, std::span<const strategy::Objective> objectives, const KindOf& kind_of) {
  formula::Catalogue catalogue;
  for (const auto& objective : objectives)
    if (!objective.code.empty()) catalogue.add_objective(objective.code, objective.title);
  for (const auto& measure : measures)
    if (!measure.code.empty() && !catalogue.measure(measure.code) && !catalogue.is_objective(measure.code))
      catalogue.add({measure.code, measure.name, formula_kind(kind_of(measure.id)), unit_of(measure), measure.frequency,
                     static_cast<evaluation::Aggregation>(measure.aggregation)});
  return catalogue;
}

formula::Settings settings_of(const Measure& measure, ValueKind kind) {
  return {measure.code, measure.frequency, static_cast<evaluation::Aggregation>(measure.aggregation), measure.nulls, formula_kind(kind), unit_of(measure)};
}

std::map<std::string, formula::Graph::Codes> children_of(std::span<const Measure> measures, std::span<const strategy::Objective> objectives) {
  std::unordered_map<std::string_view, std::string_view> codes;
  std::map<std::string, formula::Graph::Codes> children;
  for (const auto& objective : objectives)
    if (!objective.code.empty()) codes[objective.id.view()] = objective.code;
  for (const auto& measure : measures)
    if (auto objective = codes.find(measure.objective.view()); objective != codes.end()) children[std::string(objective->second)].insert(measure.code);
  return children;
}

void check_formula(const Measure& measure, std::span<const Measure> measures, std::span<const strategy::Objective> objectives, const KindOf& kind_of) {
  std::vector<Measure> all{measure};
  for (const auto& other : measures)
    if (other.id != measure.id) all.push_back(other);
  auto compiled = formula::compile(measure.formula, settings_of(measure, kind_of(measure.id)), catalogue_of(all, objectives, kind_of));
  formula::throw_if_any(compiled.problems);
  formula::Graph graph;
  for (const auto& other : all)
    if (!other.formula.empty())
      if (auto parsed = formula::parse(other.formula); parsed.tree) graph.set(other.code, *parsed.tree);
  for (auto& [objective, children] : children_of(all, objectives)) graph.set(objective, children);
  formula::refuse_circle(graph);
}

}  // namespace entente::scorecard
