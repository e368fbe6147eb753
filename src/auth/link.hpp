#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>

#include "auth/secret.hpp"
#include "base/clock.hpp"
#include "base/id.hpp"
#include "db/transaction.hpp"

namespace entente::auth {

/// Links that can be used once: invitations and the recovery of an account. A link that has run out or was used stays
/// so, wherever the clock goes; one that seems to come from the future is not accepted.

/// An invitation as its maker describes it. Alliance and organisation may each be empty.
struct Invitation {
  InvitationId id;
  AllianceId alliance;
  OrganisationId organisation;
  std::string email;
  std::string role;
  PersonId inviter;
  Instant made_at;
  Instant expires_at;
  std::optional<PersonId> consenter = {};  ///< who of another partner agreed to a further partner
};
BOOST_DESCRIBE_STRUCT(Invitation, (), (id, alliance, organisation, email, role, inviter, made_at, expires_at, consenter))

inline constexpr std::int64_t invitation_seconds = 14 * 86'400;
inline constexpr std::int64_t recovery_seconds = 30 * 60;

/// Fills in id, made_at and expires_at, and gives the secret for the link.
std::string make_invitation(db::Transaction& transaction, Random& random, Invitation& invitation, Instant now);
/// Nothing if it is unknown, used, withdrawn or has run out: the four are not told apart.
std::optional<Invitation> find_invitation(db::Transaction& transaction, std::string_view secret, Instant now);
/// Uses it up. Nothing if it could not be used, also if somebody else was faster.
std::optional<Invitation> use_invitation(db::Transaction& transaction, std::string_view secret, Instant now);
/// Those of an alliance that wait to be used, the newest first.
std::vector<Invitation> open_invitations(db::Transaction& transaction, AllianceId alliance, Instant now);
/// Throws `not_found` unless it waits to be used.
void withdraw_invitation(db::Transaction& transaction, InvitationId id, AllianceId alliance, Instant now);
/// Ends those of an inviter who may no longer invite into the alliance.
void end_invitations_of(db::Transaction& transaction, PersonId inviter, AllianceId alliance, Instant now);
void consent_to_invitation(db::Transaction& transaction, InvitationId id, PersonId consenter);

/// The secret for a link that lets the person set a new password. Earlier ones of the person end.
std::string make_recovery(db::Transaction& transaction, Random& random, PersonId person, Instant now);
/// Whose link it is, as long as it can be used.
std::optional<PersonId> find_recovery(db::Transaction& transaction, std::string_view secret, Instant now);
/// Uses it up. Nothing if it could not be used, also if somebody else was faster.
std::optional<PersonId> use_recovery(db::Transaction& transaction, std::string_view secret, Instant now);

/// Of a person who may not act any more: the invitations that wait, and the link for a new password.
void end_links_of(db::Transaction& transaction, PersonId person, Instant now);
/// Everybody's.
void end_all_links(db::Transaction& transaction, Instant now);

/// Writes down that what has run out has ended. For `Sessions::tick`.
void end_expired_links(db::Transaction& transaction, Instant now);

}  // namespace entente::auth
