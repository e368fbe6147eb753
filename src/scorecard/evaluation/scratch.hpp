#pragma once
#include "scorecard/evaluation/aggregate.hpp"
#include "scorecard/evaluation/model.hpp"

namespace entente::scorecard::evaluation {

/// Memory that one evaluation uses again and again.
struct Model::Scratch {
  std::vector<Weighted> children;
  std::vector<std::pair<Score, std::int64_t>> ranked;
  std::vector<Part> parts;
  std::vector<Decimal> values;
  const Whole* whole = nullptr;  ///< of the views
};

/// The newest override in force on a day changes the light that is shown.
inline void override_light(const std::vector<LightOverride>& overrides, Date as_of, Light& light, Flags& flags) {
  const LightOverride* found = nullptr;
  for (const LightOverride& entry : overrides)
    if (entry.from <= as_of && as_of <= entry.expires && (!found || entry.from >= found->from)) found = &entry;
  if (!found) return;
  light = found->light;
  flags |= overridden;
}

}  // namespace entente::scorecard::evaluation
