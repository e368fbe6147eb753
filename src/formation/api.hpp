#pragma once
#include "access/api.hpp"
#include "access/items.hpp"

namespace entente::formation {

/// Routes of building the map together: interviews, question sets, findings; workshops, cards, links, ratings, open matters; the
/// trail of an objective.
void add_routes(access::Api& api);

void add_undoers(access::Undoers& undoers);

}  // namespace entente::formation
