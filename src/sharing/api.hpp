#pragma once
#include "access/api.hpp"

namespace entente::sharing {

/// Sharing what was private.
void add_routes(access::Api& api);

}  // namespace entente::sharing
