#pragma once
#include "access/api.hpp"
#include "access/items.hpp"

namespace entente::value {

/// Routes of hopes, benefits and costs, with the words on them.
void add_routes(access::Api& api);

void add_undoers(access::Undoers& undoers);

}  // namespace entente::value
