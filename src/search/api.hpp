#pragma once
#include "access/api.hpp"

namespace entente::search {

void add_routes(access::Api& api);

}  // namespace entente::search
