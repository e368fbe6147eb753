#pragma once
#include <string>
#include <string_view>

#include "http/router.hpp"

namespace entente::http {

/// The OpenAPI 3.1 document of all routes that have a summary, as JSON. Deterministic: the same routes give the same
/// bytes, so that a drift can be seen.
std::string openapi(const Router& router, std::string_view title, std::string_view version);

}  // namespace entente::http
