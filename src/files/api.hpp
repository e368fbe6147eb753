#pragma once
#include "access/api.hpp"

namespace entente::files {

void add_routes(access::Api& api);

}  // namespace entente::files
