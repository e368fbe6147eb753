#pragma once
#include "access/viewer.hpp"
#include "formation/types.hpp"

/// Who may do what while the map is built. These acts are not in the table of rights; they follow from its rows.
namespace entente::formation {

/// Adds cards and findings, and rates: whoever may speak about everything that is shared.
inline bool may_contribute(const access::Viewer& viewer, const access::Grant& grant) {
  return !viewer.operator_ && grant.may(access::Act::read_shared) && grant.reach(access::Act::comment) == access::Reach::all;
}

/// Holds talks: whoever has a place for notes that the partner does not see. For the neutral consultant these are the own ones.
inline bool may_interview(const access::Viewer& viewer, const access::Grant& grant) {
  auto far = grant.reach(access::Act::read_private);
  return may_contribute(viewer, grant) && (far == access::Reach::all || far == access::Reach::own);
}

/// Prepares and leads workshops, opens and closes ratings: who edits the whole draft, and the neutral consultant, whom both
/// sides asked to lead.
inline bool may_lead(const access::Viewer& viewer, const access::Grant& grant) {
  return may_contribute(viewer, grant) &&
         (grant.reach(access::Act::edit_draft) == access::Reach::all || grant.roles.has(access::Role::neutral_consultant));
}

/// Sorts, merges and links the cards of a workshop: who leads, and who takes part.
inline bool may_work(const access::Viewer& viewer, const access::Grant& grant, const Workshop& workshop) {
  const auto& people = workshop.participants;
  return may_lead(viewer, grant) ||
         (may_contribute(viewer, grant) && std::find(people.begin(), people.end(), viewer.person) != people.end());
}

}  // namespace entente::formation
