#pragma once
#include "access/api.hpp"

namespace entente::review {

/// Routes of freezes: taking one, the list, one of them with what was restated since, its bytes, and two compared.
void add_routes(access::Api& api);

}  // namespace entente::review
