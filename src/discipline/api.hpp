#pragma once
#include "access/api.hpp"
#include "model/service.hpp"

namespace entente::discipline {

/// One's own notification settings, and how fresh an alliance's figures are.
void add_routes(access::Api& api, model::Service& service);

}  // namespace entente::discipline
