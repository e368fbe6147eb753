#pragma once
#include "discipline/letters.hpp"
#include "model/service.hpp"

namespace entente::app {

/// The inbox of a person, as letters tell of it.
std::vector<discipline::Asked> asked(model::Service&, const access::Viewer&, Instant since);

}  // namespace entente::app
