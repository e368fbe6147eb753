#pragma once
#include <string>
#include <vector>

#include "access/viewer.hpp"

namespace entente::possession {

/// A space of an alliance that the viewer sees, and what people call it.
struct SeenSpace {
  SpaceId id;
  access::SpaceKind kind = access::SpaceKind::shared;
  std::string name;
};

/// The shared one first, then those of agreements, then one's own. The grant is one that may take the record.
std::vector<SeenSpace> spaces_of(const access::Viewer&, const access::Grant&);

}  // namespace entente::possession
