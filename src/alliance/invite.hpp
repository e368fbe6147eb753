#pragma once
#include <optional>
#include <string>

#include "access/api.hpp"
#include "alliance/types.hpp"

/// Inviting by link. What an alliance holds stays hidden until the invitation is taken up; before that the link shows
/// its name, who invites, and as what.
namespace entente::alliance {

BOOST_DEFINE_ENUM_CLASS(InvitationKind, partner, neutral, person)

struct InvitationInput {
  InvitationKind kind = InvitationKind::partner;
  std::string email;
  std::optional<std::string> organisation_name;  ///< of a partner or neutral party that is to be made
  std::optional<PartyId> party;                  ///< or the place that is waiting for it
  std::optional<access::Role> role;              ///< of a colleague; a partner's first person is its alliance manager
};
BOOST_DESCRIBE_STRUCT(InvitationInput, (), (kind, email, organisation_name, party, role))

struct InvitationMade {
  InvitationId id;
  std::string link;
};
BOOST_DESCRIBE_STRUCT(InvitationMade, (), (id, link))

struct InvitationView {
  std::string alliance_name;
  std::string inviter;
  InvitationKind kind = InvitationKind::partner;
  std::optional<std::string> organisation;  ///< of a colleague: the one that he or she will belong to
  std::string email;
};
BOOST_DESCRIBE_STRUCT(InvitationView, (), (alliance_name, inviter, kind, organisation, email))

/// A person who has no account gives name and password, and the organisation's name where it is new here.
struct AcceptInput {
  std::optional<std::string> name;
  std::optional<std::string> password;
  std::optional<std::string> organisation_name;
  std::optional<std::string> title;
};
BOOST_DESCRIBE_STRUCT(AcceptInput, (), (name, password, organisation_name, title))

/// `link` in the answer is the path of the page.
InvitationMade invite(access::Door&, db::Transaction&, const access::Viewer&, const AllianceId&, const InvitationInput&);
InvitationView look_at_invitation(db::Transaction&, std::string_view secret, Instant now);
/// The person who takes it up: the one who is signed in, or a new one with this password.
PersonId accept_invitation(access::Api& api, const http::Request& request, const AcceptInput& input, const std::string& password_hash);

}  // namespace entente::alliance
