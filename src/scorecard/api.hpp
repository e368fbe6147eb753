#pragma once
#include "access/api.hpp"

namespace entente::scorecard {

/// Routes that change the scorecards. Reading them, and entering values (which answers with lights), is the model's.
void add_routes(access::Api& api);
/// Accepting and disputing values, confirming and contesting lights.
void add_verdict_routes(access::Api& api);

}  // namespace entente::scorecard
