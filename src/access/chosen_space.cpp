#include "access/chosen_space.hpp"

#include "base/error.hpp"

namespace entente::access {

SpaceId chosen_space(const Viewer& viewer, const AllianceId& alliance, const std::optional<bool>& is_private, const std::optional<SpaceId>& space) {
  const Grant& grant = viewer.need(alliance, Act::edit_draft);
  if (is_private.value_or(false) && space) throw_bad_field("space", "private_too", "What is private lies in your own space.");
  if (is_private.value_or(false)) return viewer.need(alliance, Act::read_private).own;
  if (!space || *space == grant.shared) return grant.shared;
  if (!grant.sees(*space)) throw_bad_field("space", "unknown", "There is no such space in this alliance.");
  return *space;
}

}  // namespace entente::access
