#include "auth/link.hpp"

#include "base/error.hpp"

namespace entente::auth {
namespace {

constexpr std::int64_t clock_slack = 120;

constexpr std::string_view insert_invitation =
    "INSERT INTO invitation (id, secret, alliance, organisation, email, role, inviter, made_at, expires_at, used_at, "
    "ended_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, NULL, NULL)";
constexpr std::string_view select_invitation =
    "SELECT id, alliance, organisation, email, role, inviter, made_at, expires_at, consenter FROM invitation "
    "WHERE secret = $1 AND used_at IS NULL AND ended_at IS NULL AND expires_at > $2 AND made_at <= $3";
constexpr std::string_view mark_invitation =
    "UPDATE invitation SET used_at = $2 WHERE id = $1 AND used_at IS NULL AND ended_at IS NULL";
constexpr std::string_view select_open =
    "SELECT id, alliance, organisation, email, role, inviter, made_at, expires_at, consenter FROM invitation "
    "WHERE alliance = $1 AND used_at IS NULL AND ended_at IS NULL AND expires_at > $2 ORDER BY made_at DESC, id";
constexpr std::string_view end_invitation =
    "UPDATE invitation SET ended_at = $3 WHERE id = $1 AND alliance = $2 AND used_at IS NULL AND ended_at IS NULL";
constexpr std::string_view end_of_inviter =
    "UPDATE invitation SET ended_at = $3 WHERE inviter = $1 AND alliance = $2 AND used_at IS NULL AND ended_at IS NULL";
constexpr std::string_view end_of_person =
    "UPDATE invitation SET ended_at = $2 WHERE inviter = $1 AND used_at IS NULL AND ended_at IS NULL";
constexpr std::string_view end_all_invitations = "UPDATE invitation SET ended_at = $1 WHERE used_at IS NULL AND ended_at IS NULL";
constexpr std::string_view set_consenter = "UPDATE invitation SET consenter = $2 WHERE id = $1";
constexpr std::string_view end_expired_invitations =
    "UPDATE invitation SET ended_at = $1 WHERE ended_at IS NULL AND used_at IS NULL AND expires_at <= $1";

constexpr std::string_view insert_recovery =
    "INSERT INTO recovery (secret, person, made_at, expires_at, used_at, ended_at) VALUES ($1, $2, $3, $4, NULL, NULL)";
constexpr std::string_view end_recoveries =
    "UPDATE recovery SET ended_at = $2 WHERE person = $1 AND ended_at IS NULL AND used_at IS NULL";
constexpr std::string_view end_all_recoveries = "UPDATE recovery SET ended_at = $1 WHERE ended_at IS NULL AND used_at IS NULL";
constexpr std::string_view select_recovery =
    "SELECT person FROM recovery WHERE secret = $1 AND used_at IS NULL AND ended_at IS NULL AND expires_at > $2 AND made_at <= $3";
constexpr std::string_view mark_recovery =
    "UPDATE recovery SET used_at = $2 WHERE secret = $1 AND used_at IS NULL AND ended_at IS NULL AND expires_at > $2 "
    "AND made_at <= $3 RETURNING person";
constexpr std::string_view end_expired_recoveries =
    "UPDATE recovery SET ended_at = $1 WHERE ended_at IS NULL AND used_at IS NULL AND expires_at <= $1";

}  // namespace

std::string make_invitation(db::Transaction& transaction, Random& random, Invitation& invitation, Instant now) {
  auto secret = make_secret(random, invitation_prefix);
  invitation.id = InvitationId::make(random);
  invitation.made_at = now;
  invitation.expires_at = now.plus_seconds(invitation_seconds);
  transaction.run(insert_invitation, invitation.id, secret.stored, invitation.alliance, invitation.organisation,
                  invitation.email, invitation.role, invitation.inviter, invitation.made_at, invitation.expires_at);
  return secret.text;
}

std::optional<Invitation> find_invitation(db::Transaction& transaction, std::string_view secret, Instant now) {
  if (!has_secret_form(secret, invitation_prefix)) return std::nullopt;
  return transaction.one<Invitation>(select_invitation, stored_form(secret), now, now.plus_seconds(clock_slack));
}

std::optional<Invitation> use_invitation(db::Transaction& transaction, std::string_view secret, Instant now) {
  auto invitation = find_invitation(transaction, secret, now);
  if (!invitation || transaction.run(mark_invitation, invitation->id, now) == 0) return std::nullopt;
  return invitation;
}

std::vector<Invitation> open_invitations(db::Transaction& transaction, AllianceId alliance, Instant now) {
  return transaction.all<Invitation>(select_open, alliance, now);
}

void withdraw_invitation(db::Transaction& transaction, InvitationId id, AllianceId alliance, Instant now) {
  if (transaction.run(end_invitation, id, alliance, now) == 0) throw_not_found();
}

void end_invitations_of(db::Transaction& transaction, PersonId inviter, AllianceId alliance, Instant now) {
  transaction.run(end_of_inviter, inviter, alliance, now);
}

void consent_to_invitation(db::Transaction& transaction, InvitationId id, PersonId consenter) {
  transaction.run(set_consenter, id, consenter);
}

std::string make_recovery(db::Transaction& transaction, Random& random, PersonId person, Instant now) {
  auto secret = make_secret(random, recovery_prefix);
  transaction.run(end_recoveries, person, now);
  transaction.run(insert_recovery, secret.stored, person, now, now.plus_seconds(recovery_seconds));
  return secret.text;
}

std::optional<PersonId> find_recovery(db::Transaction& transaction, std::string_view secret, Instant now) {
  if (!has_secret_form(secret, recovery_prefix)) return std::nullopt;
  return transaction.one<PersonId>(select_recovery, stored_form(secret), now, now.plus_seconds(clock_slack));
}

std::optional<PersonId> use_recovery(db::Transaction& transaction, std::string_view secret, Instant now) {
  if (!has_secret_form(secret, recovery_prefix)) return std::nullopt;
  return transaction.one<PersonId>(mark_recovery, stored_form(secret), now, now.plus_seconds(clock_slack));
}

void end_links_of(db::Transaction& transaction, PersonId person, Instant now) {
  transaction.run(end_of_person, person, now);
  transaction.run(end_recoveries, person, now);
}

void end_all_links(db::Transaction& transaction, Instant now) {
  transaction.run(end_all_invitations, now);
  transaction.run(end_all_recoveries, now);
}

void end_expired_links(db::Transaction& transaction, Instant now) {
  transaction.run(end_expired_invitations, now);
  transaction.run(end_expired_recoveries, now);
}

}  // namespace entente::auth
