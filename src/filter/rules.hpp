#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "filter/types.hpp"

/// Pure rules of saved filters: what an address may be, who finds one, who changes it, and who may be shown it.
namespace entente::filter {

using access::Grant;
using access::Viewer;

enum class Place { outside_alliances, in_alliance };

/// What is wrong with an address: it has to be one of our own pages, such as "/map?theme=x", with 1,000 characters at most. One
/// outside alliances leads into none, so that what is kept there cannot name one. Nothing: it is good.
std::optional<FieldError> wrong_address(std::string_view address, Place place);

/// Whether the viewer finds the filter, removed or not. Needs the viewer to be in the alliance still.
bool finds(const Viewer& viewer, const Filter& filter);

/// The owner, and of a shared one who edits for the owner's party: so that what somebody left behind can be tidied up.
bool may_change(const Viewer& viewer, const Filter& filter);

/// Whom this person may show filters of the alliance to, besides nobody.
std::vector<Audience> may_share_with(const Grant& grant);

/// Where a filter with this audience lies.
SpaceId space_of(const Viewer& viewer, const Grant* grant, Audience audience);

}  // namespace entente::filter
