#pragma once
#include <map>
#include <set>

#include "sample/history_document.hpp"
#include "sample/stage.hpp"

namespace entente::sample {

/// What the history says of the values.
struct ValuesTold {
  std::map<std::string, Date> coming;  ///< of measures that came later: what was before is told on the day after
  std::set<KeptBack> withheld;
};

/// The values of the sample and their corrections, each entered on its day by the manager of the party that supplies it: one
/// scene for each day and giver.
std::vector<Scene> value_scenes(const exchange::Plan& plan, const Cast& cast, const ValuesTold& told);

}  // namespace entente::sample
