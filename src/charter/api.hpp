#pragma once
#include "access/api.hpp"

namespace entente::charter {

void add_routes(access::Api& api);

}  // namespace entente::charter
