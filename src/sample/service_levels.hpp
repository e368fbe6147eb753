#pragma once
#include <string_view>
#include <vector>

#include "sample/stage.hpp"

/// What one party of the reference alliance promised another, and the agreement of two of them with the neutral third.
namespace entente::sample {

inline constexpr std::string_view service_levels_file = "samples/reference/service_levels.json";

/// The agreement is proposed and signed on its days, each service level made on its first day, and each value entered on the sixth day
/// after its period.
std::vector<Scene> service_level_scenes(std::string_view text);

}  // namespace entente::sample
