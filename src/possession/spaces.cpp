#include "possession/spaces.hpp"

namespace entente::possession {

std::vector<SeenSpace> spaces_of(const access::Viewer& viewer, const access::Grant& grant) {
  std::vector<SeenSpace> spaces{{grant.shared, access::SpaceKind::shared, "Shared"}};
  for (const auto& agreement : grant.agreements)
    if (grant.sees(agreement)) spaces.push_back({agreement, access::SpaceKind::agreement, "Agreement"});
  if (grant.sees(grant.own)) spaces.push_back({grant.own, access::SpaceKind::private_, "Only " + viewer.organisation_name});
  return spaces;
}

}  // namespace entente::possession
