#pragma once
#include "access/api.hpp"

namespace entente::discussion {

void add_routes(access::Api& api);

}  // namespace entente::discussion
