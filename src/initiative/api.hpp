#pragma once
#include "access/api.hpp"
#include "model/service.hpp"

namespace entente::initiative {

/// How initiatives went, and whether they worked.
void add_routes(access::Api& api, model::Service& service);

}  // namespace entente::initiative
