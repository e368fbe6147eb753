#pragma once
#include "strategy/layout/layout.hpp"

/// Maps for tests, benchmarks and looking at: the reference alliance, and random ones.
namespace entente::strategy::layout {

/// Four lanes, five themes, 24 objectives, 38 links.
Input reference_map();

struct RandomMap {
  int lanes = 4;
  int themes = 5;
  int objectives = 25;
  int links = 40;
  /// Links to any objective, cycles and lanes further down included; otherwise upwards or within a lane only.
  bool wild = false;
  int pins = 0;
  std::uint64_t seed = 1;
};
Input random_map(const RandomMap& wanted);

}  // namespace entente::strategy::layout
