#include "model/supply.hpp"

namespace entente::model {

scorecard::MayEnter may_enter(const access::Viewer& viewer, const access::Grant& grant, const Reading& reading, const scorecard::Measure& measure) {
  const auto* objective = reading.objective(measure.objective);
  const auto* party = measure.supplier ? reading.party(*measure.supplier) : nullptr;
  // Who has not joined, or is neutral, gives no values: then all give them who may.
  bool supplies = party && party->kind == alliance::PartyKind::partner && party->state == alliance::PartyState::confirmed;
  return scorecard::may_enter_actual(viewer, grant,
                                     {measure.space, measure.owner, objective ? objective->theme : ThemeId(), supplies ? measure.supplier : std::nullopt});
}

bool withheld_by_other(const access::Viewer& viewer, const Reading& reading, const scorecard::Measure& measure, const Cell& cell) {
  // One's own withheld value is a plain one here, and jointly a withheld one.
  return (cell.state == scorecard::ObservationState::withheld || cell.light_only) &&
         reading.contents().observations.at(measure.id)->givers[cell.giver] != viewer.organisation;
}

}  // namespace entente::model
