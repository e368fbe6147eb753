#pragma once
#include "access/viewer.hpp"
#include "model/judge.hpp"
#include "model/periods.hpp"
#include "model/reading.hpp"
#include "model/views.hpp"

/// Builds what each screen gets from a reading. Pure: nothing is read from the database here.
namespace entente::model {

/// Who looks, at what, and as of when.
struct Look {
  const access::Viewer& viewer;
  const access::Grant& grant;
  const Reading& reading;
  Date today;
  Side side = Side::joint;
  std::string period;  ///< asked for; empty: the usual one

  /// A past day is looked at and not changed.
  bool is_past() const { return reading.contents().basis.on.has_value(); }
};

AllianceHead head_of(const Reading& reading);
Rights rights_of(const Look& look);
SpaceRef space_ref(const Reading& reading, const SpaceId& space);
Mark mark_of(const alliance::Party& party);
PartyView party_view(const alliance::Party& party);
std::optional<PersonName> person_name(const Reading& reading, const std::optional<PersonId>& person);

MeasureRow measure_row(const Look& look, const Judge& judge, const scorecard::Measure& measure, int periods);
InitiativeRow initiative_row(const Look& look, const scorecard::Initiative& initiative, Date as_of);
ObjectiveRow objective_row(const Look& look, const Judge& judge, const strategy::Objective& objective, int periods);
enum class Bands { left_out, given };
std::vector<CellView> cells_of(const Look& look, const Judge& judge, const scorecard::Measure& measure, int periods, Bands bands);
/// Which of these cells is the first that tells something: that of the measure's first value; before it has one, of the day
/// on which it starts, or of its first target; without any of them the last. What lies before it is no gap.
std::size_t told_from(const Reading& reading, const scorecard::Measure& measure, const std::vector<CellView>& cells);

MapView build_map(const Look& look);
/// `theme` empty: all themes. `periods`: how many of the last ones each measure shows, 1 to 60.
ScorecardView build_scorecard(const Look& look, const ThemeId& theme, int periods);
/// Throw `not_found` for what is not in this reading.
ObjectiveView build_objective(const Look& look, const ObjectiveId& id);
MeasureView build_measure(const Look& look, const MeasureId& id, int periods);
InitiativeView build_initiative(const Look& look, const InitiativeId& id);
AllianceItem build_item(const Look& look, Instant updated_at);
AllianceView build_alliance(const Look& look, Instant updated_at);
/// What waits for this viewer in the alliance.
std::vector<Need> build_needs(const Look& look);

}  // namespace entente::model
