#pragma once
#include "sample/stage.hpp"

/// What the leaders of the reference alliance hoped for, what came of it, and what it cost.
namespace entente::sample {

inline constexpr std::string_view worth_file = "samples/reference/value.json";

std::vector<Scene> worth_scenes(std::string_view text);

}  // namespace entente::sample
