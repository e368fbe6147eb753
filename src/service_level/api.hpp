#pragma once
#include "access/api.hpp"

namespace entente::service_level {

/// Service levels, their values, and making one a measure.
void add_routes(access::Api& api);

}  // namespace entente::service_level
