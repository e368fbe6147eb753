#pragma once
#include "access/items.hpp"
#include "model/service.hpp"

namespace entente::exchange {

/// Imports with a preview, and exports in open formats.
void add_routes(access::Api& api, model::Service& service, const access::Undoers& undoers);

}  // namespace entente::exchange
