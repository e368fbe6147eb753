#pragma once
#include "access/api.hpp"

namespace entente::scorecard {

/// POST of an objective together with its measures and their first targets, in one act of the user.
void add_objective_route(access::Api& api);

}  // namespace entente::scorecard
