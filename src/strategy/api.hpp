#pragma once
#include "access/api.hpp"

namespace entente::strategy {

/// Routes that change the map. Reading it is the model's.
void add_routes(access::Api& api);

}  // namespace entente::strategy
