#pragma once
#include "model/views_alliance.hpp"
#include "model/views_map.hpp"
#include "model/views_one.hpp"

/// What who sees the map and its lights, and nothing behind them, is shown: employees.
namespace entente::model {

/// Leaves the light and the trend, and takes scores, shares, and which measures stand behind it.
void show_lights_only(Judgement& judgement);
void show_lights_only(MapView& view);
void show_lights_only(AllianceItem& item);
void show_lights_only(AllianceView& view);
/// No measures and initiatives either, and no reasons that the parties gave each other.
void show_lights_only(ObjectiveView& view);

}  // namespace entente::model
