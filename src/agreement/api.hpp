#pragma once
#include "access/api.hpp"

namespace entente::agreement {

/// Making, signing, listing and ending agreements.
void add_routes(access::Api& api);

}  // namespace entente::agreement
