#pragma once
#include "model/build.hpp"

/// Looks ahead and tests the map from a reading: what a viewer may not see is not in it, so it never enters a forecast or
/// a verdict. Pure.
namespace entente::model {

/// The forecast of one measure from what was known on a day. It reaches as far as the target's day, at least 6 months, 13
/// weeks, 4 quarters, 14 days or 2 longer periods, and at most 60 periods.
ForecastView forecast_of(const Reading& reading, const scorecard::Measure& measure, Date as_of);

/// Whether the targets will be met, of all measures, of one theme's or of one objective's. Takes up to a millisecond for each
/// measure, which is why it is asked apart from the scorecard.
OutlookView build_outlook(const Look& look, const ThemeId& theme, const ObjectiveId& objective);

/// The tests of all links of the map, over at most the last 120 periods of each link's frequency that ended by the day.
LinkTestsView build_link_tests(const Look& look);

/// What a computed measure's formula names, in the order of the text, each once. Nothing for others, and for what is not
/// there any more.
std::vector<NodeRef> inputs_of(const Reading& reading, const scorecard::Measure& measure);

}  // namespace entente::model
