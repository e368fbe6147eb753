#pragma once
#include <vector>

#include "model/contents.hpp"
#include "strategy/layout/layout.hpp"

namespace entente::model {

/// What the layout needs of an alliance, without places that people know.
strategy::layout::Input layout_input(const Contents& contents);

/// Where the objectives that are still in their lane stood in an earlier picture.
std::vector<strategy::layout::Place> places_known(const Contents& now, const strategy::layout::Picture& before);

}  // namespace entente::model
