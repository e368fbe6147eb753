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
/// An invitation of a third partner waits until somebody of another partner has agreed to it.
enum class InvitationState : std::uint8_t { open, waits_for_partner };
BOOST_DESCRIBE_ENUM(InvitationState, open, waits_for_partner)

struct InvitationItem {
  InvitationId id;
  InvitationKind kind = InvitationKind::partner;
  std::string email;
  std::string inviter;  ///< the person's name
  InvitationState state = InvitationState::open;
  bool own = false;  ///< whether one's own side made it, and may withdraw it
  std::optional<PartyId> party;
  std::optional<access::Role> role;
  Instant made_at;
  Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(InvitationItem, (), (id, kind, email, inviter, state, own, party, role, made_at, expires_at))

struct InvitationList {
  std::vector<InvitationItem> items;
};
BOOST_DESCRIBE_STRUCT(InvitationList, (), (items))

InvitationMade invite(access::Door&, db::Transaction&, const access::Viewer&, const AllianceId&, const InvitationInput&);
/// Those that wait to be taken up: of parties, and of people of one's own side. For who manages the members of a party.
InvitationList invitations(db::Transaction&, const access::Viewer&, const AllianceId&, Instant now);
/// For the side that made it.
void withdraw(access::Door&, db::Transaction&, const access::Viewer&, const AllianceId&, const InvitationId&);
/// The manager of another partner agrees to a further one. Throws `conflict` "no_consent_needed" where nobody has to.
void consent(access::Door&, db::Transaction&, const access::Viewer&, const AllianceId&, const InvitationId&);
InvitationView look_at_invitation(db::Transaction&, std::string_view secret, Instant now);
/// Whether the person who took it up is new here, with a password chosen just now.
enum class Newcomer { no, yes };
struct Accepted {
  PersonId person;
  Newcomer newcomer = Newcomer::no;
};

/// The person who takes it up: the one who is signed in, or a new one with this password. Throws `conflict` "no_session"
/// for a program's token, which takes up nothing.
Accepted accept_invitation(access::Api& api, const http::Request& request, const AcceptInput& input, const std::string& password_hash);

}  // namespace entente::alliance
