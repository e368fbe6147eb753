#pragma once
#include "access/api.hpp"

namespace entente::filter {

/// Routes of saved filters: the lists, saving, renaming, sharing, removing and bringing back.
void add_routes(access::Api& api);

}  // namespace entente::filter
