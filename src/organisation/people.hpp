#pragma once
#include <string>
#include <vector>

#include "auth/session.hpp"
#include "organisation/store.hpp"

/// What an administrator does with the people of the own organisation, and the operator with everybody. To others all of it is
/// `not_found`. Each act is a leaf in the record of the organisation's own space.
namespace entente::organisation {

using access::Changed;

/// By name.
std::vector<Person> colleagues(db::Transaction&, const Viewer&);

/// Suspends a confirmed person: no membership acts any more, sessions, tokens, and links that the person sent or got end. Or
/// reinstates a suspended one, who then signs in anew. Nobody does either to oneself. The transaction is the system's.
Changed set_state(Door&, db::Transaction&, const Viewer&, auth::Sessions&, const PersonId&, std::int64_t version, PersonState);

/// The secret of a link by which the person sets a new password: once, within 30 minutes; earlier ones end.
std::string make_reset(Door&, db::Transaction&, const Viewer&, const PersonId&);

/// Whose link it is; nothing if it is unknown, used, has run out, or the person may not sign in: these are not told apart.
std::optional<Person> find_reset(db::Transaction&, std::string_view secret, Instant now);
/// Uses the link up: the new password, as `SignIn::hash` gave it, counts, and all sessions and tokens of the person end.
/// Throws `not_found` as `find_reset` gives nothing.
PersonId use_reset(Door&, db::Transaction&, auth::Sessions&, std::string_view secret, std::string_view hash);

}  // namespace entente::organisation
