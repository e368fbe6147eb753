#pragma once
#include "sample/stage.hpp"

/// How the map of the reference alliance came about: questions, findings, a workshop whose cards were rated and became
/// objectives.
namespace entente::sample {

inline constexpr std::string_view building_file = "samples/reference/formation.json";

std::vector<Scene> building_scenes(std::string_view text);

}  // namespace entente::sample
