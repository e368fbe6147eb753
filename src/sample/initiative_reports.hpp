#pragma once
#include <string_view>
#include <vector>

#include "sample/stage.hpp"

/// How the initiatives of the reference alliance went, quarter by quarter, until they stood as the plan has them.
namespace entente::sample {

inline constexpr std::string_view initiative_reports_file = "samples/reference/plan.json";

/// In the beginning nothing is done of any (plan_steps.hpp). Work begins slowly and ends slowly: of the way from start to end the share 3t² − 2t³ is done, and as much of the cost is spent.
/// Reported by the owner, or where that one may not by the side's alliance manager.
std::vector<Scene> initiative_report_scenes(std::string_view text);

}  // namespace entente::sample
