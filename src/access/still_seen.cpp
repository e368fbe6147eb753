#include "access/still_seen.hpp"

#include "access/viewers.hpp"

namespace entente::access {
namespace {

bool sees(const Viewer& viewer, const mail::Part& part) {
  if (part.spaces.empty()) return false;
  return std::any_of(viewer.grants.begin(), viewer.grants.end(), [&](const Grant& grant) {
    bool may = std::any_of(all_acts().begin(), all_acts().end(), [&](Act act) { return right_name(act) == part.right && grant.may(act); });
    return may && std::all_of(part.spaces.begin(), part.spaces.end(), [&](const SpaceId& space) { return grant.sees(space); });
  });
}

}  // namespace

std::vector<mail::Part> still_seen(db::Transaction& transaction, const PersonId& person, std::vector<mail::Part> parts) {
  auto viewer = load_viewer(transaction, person, Channel::system);
  if (!viewer) return {};
  std::erase_if(parts, [&](const mail::Part& part) { return !sees(*viewer, part); });
  return parts;
}

std::string_view right_name(Act act) { return boost::describe::enum_to_string(act, ""); }

}  // namespace entente::access
