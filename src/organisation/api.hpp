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

/// What an administrator does with the people of the own organisation.
void add_people_routes(access::Api& api, auth::SignIn& sign_in);

struct ResetMade {
  std::string link;  ///< shown once
  Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(ResetMade, (), (link, expires_at))

/// The address of the page where the new password is typed; without the server's own for an operator who did not say it. The
/// secret stands behind the #, which browsers send to nobody.
std::string reset_link(const access::Gate& gate, const http::Request& request, std::string_view secret);

}  // namespace entente::organisation
