#pragma once
#include <vector>

#include "access/viewer.hpp"
#include "alliance/types.hpp"
#include "base/error.hpp"

namespace entente::alliance {

/// Cleans the texts in place and adds what is wrong to `errors`.
void check(Alliance& alliance, std::vector<FieldError>& errors);
/// Adds "out_of_range" at "calendar.first_month" and "calendar.first_day" for a fiscal calendar that is none.
void check(const Party& party, std::vector<FieldError>& errors);
/// Adds "unknown_zone" at "zone" for what is no time zone.
void check_zone(std::string_view zone, std::vector<FieldError>& errors);

/// Nobody gives more than one's own reach: who manages the people of a theme only makes team members of that theme.
/// Throws at "roles".
void check_roles(const access::Roles& roles, const access::Grant& giver, const std::vector<ThemeId>& themes);

/// The mark of the n-th party.
MarkStyle mark_style_at(PartyKind kind, std::int64_t position);

}  // namespace entente::alliance
