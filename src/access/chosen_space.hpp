#pragma once
#include <optional>

#include "access/viewer.hpp"

namespace entente::access {

/// Where something new lies: in the shared space, unless it is said to be private or in the space of an agreement. Throws `not_found`
/// for who keeps nothing private, and at "space" for a space that is none of these.
SpaceId chosen_space(const Viewer& viewer, const AllianceId& alliance, const std::optional<bool>& is_private, const std::optional<SpaceId>& space);

}  // namespace entente::access
