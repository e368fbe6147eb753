#pragma once
#include "app/routes.hpp"

namespace entente::app {

/// Routes for the local operator alone: they answer only what came through the operator's own socket or from the command
/// line itself, and are unknown to everybody else.
void add_operator_routes(access::Api& api, const Parts& parts);

}  // namespace entente::app
