#pragma once
#include "access/api.hpp"
#include "auth/sign_in.hpp"

namespace entente::alliance {

/// Forming alliances, inviting, and the people of an alliance.
void add_routes(access::Api& api, auth::SignIn& sign_in);

}  // namespace entente::alliance
