#pragma once
#include "access/api.hpp"
#include "model/service.hpp"

namespace entente::inbox {

void add_routes(access::Api& api, model::Service& service);

}  // namespace entente::inbox
