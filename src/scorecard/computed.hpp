#pragma once
#include <functional>
#include <span>
#include <string>

#include "scorecard/formula/check.hpp"
#include "scorecard/formula/graph.hpp"
#include "scorecard/rules.hpp"
#include "scorecard/types.hpp"
#include "strategy/types.hpp"

/// Formulas over the measures of a scorecard: what they may name, and whether they fit together.
namespace entente::scorecard {

/// Gives the kind of a measure's values, which its newest target says.
using KindOf = std::function<ValueKind(const MeasureId&)>;

/// What a formula may name: the measures and objectives given. Of two measures with one code the first counts.
formula::Catalogue catalogue_of(std::span<const Measure> measures, std::span<const strategy::Objective> objectives, const KindOf& kind_of);
formula::Settings settings_of(const Measure& measure, ValueKind kind);

/// Which measures are rolled up into which objectives, by code.
std::map<std::string, formula::Graph::Codes> children_of(std::span<const Measure> measures, std::span<const strategy::Objective> objectives);

/// Throws `bad_input` at "formula" if the measure's formula cannot be understood, names what it may not, does not fit the
/// measure's unit and periods, or goes in a circle with the others. `measures` are those that its author sees, with or without it.
void check_formula(const Measure& measure, std::span<const Measure> measures, std::span<const strategy::Objective> objectives, const KindOf& kind_of);

}  // namespace entente::scorecard
