#pragma once
#include "access/api.hpp"
#include "auth/sign_in.hpp"

namespace entente::organisation {

/// Signing in and out, and what a person sets for oneself.
void add_routes(access::Api& api, auth::SignIn& sign_in);

/// What a signed-in person gets: for the routes that begin a session.
http::Response me_response(access::Api& api, const PersonId& person, const std::string& secret, int status);

/// The schema of what `me_response` answers.
/// The same for somebody who is signed in already: no session begins and no cookie is set.
http::Response me_response(access::Api& api, const http::Request& request, const PersonId& person, int status);
http::SchemaOf me_schema();

}  // namespace entente::organisation
