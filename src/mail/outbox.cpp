#include "mail/outbox.hpp"

namespace entente::mail {
namespace {

constexpr std::string_view insert_sql =
    "INSERT INTO outgoing_mail (id, person, kind, occasion, subject, content, made_at, not_before, state, tries, problem) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', 0, '') ON CONFLICT (occasion) DO NOTHING";
constexpr std::string_view take_back_sql =
    "UPDATE outgoing_mail SET state = 'taken_back', content = '', ended_at = $2 WHERE id = $1 AND state = 'waiting'";
constexpr std::string_view give_up_sql =
    "UPDATE outgoing_mail SET state = 'taken_back', content = '', claim = NULL, claimed_until = NULL, ended_at = $1, problem = $2 "
    "WHERE state = 'waiting' OR state = 'sending'";
constexpr std::string_view claim_sql =
    "UPDATE outgoing_mail SET state = 'sending', claim = $1, claimed_until = $2, tries = tries + 1 WHERE id IN "
    "(SELECT id FROM outgoing_mail WHERE (state = 'waiting' AND not_before <= $3) OR (state = 'sending' AND claimed_until <= $3) "
    "ORDER BY not_before, id LIMIT $4) "
    "AND ((state = 'waiting' AND not_before <= $3) OR (state = 'sending' AND claimed_until <= $3))";
constexpr std::string_view claimed_sql =
    "SELECT outgoing_mail.id, outgoing_mail.person, person.name, person.email, subject, content, outgoing_mail.made_at, tries "
    "FROM outgoing_mail JOIN person ON person.id = outgoing_mail.person WHERE claim = $1 AND outgoing_mail.state = 'sending' "
    "ORDER BY not_before, outgoing_mail.id";
constexpr std::string_view end_sql =
    "UPDATE outgoing_mail SET state = $2, content = '', claim = NULL, claimed_until = NULL, ended_at = $3, problem = $4 "
    "WHERE id = $1 AND state = 'sending'";
constexpr std::string_view wait_sql =
    "UPDATE outgoing_mail SET state = 'waiting', claim = NULL, claimed_until = NULL, not_before = $2, problem = $3 "
    "WHERE id = $1 AND state = 'sending'";
constexpr std::string_view number_sql = "SELECT COUNT(*) FROM outgoing_mail WHERE state = 'waiting' OR state = 'sending'";
constexpr std::string_view forget_sql = "DELETE FROM outgoing_mail WHERE ended_at < $1";

}  // namespace

std::int64_t backoff_seconds(std::int64_t tries) {
  std::int64_t minutes = std::int64_t{1} << std::clamp<std::int64_t>(tries - 1, 0, 10);
  return std::min<std::int64_t>(minutes, 360) * 60;
}

std::optional<MailId> put(db::Transaction& transaction, Random& random, Instant now, const Draft& draft) {
  auto id = MailId::make(random);
  auto made = transaction.run(insert_sql, id, draft.to, draft.kind, draft.occasion, draft.subject, json::text(draft.content), now,
                              now.plus_seconds(waiting_seconds));
  return made == 1 ? std::optional(id) : std::nullopt;
}

bool take_back(db::Transaction& transaction, const MailId& id, Instant now) { return transaction.run(take_back_sql, id, now) == 1; }

std::int64_t give_up_all(db::Transaction& transaction, Instant now, std::string_view problem) {
  return transaction.run(give_up_sql, now, problem);
}

std::vector<Claimed> claim(db::Transaction& transaction, Random& random, Instant now) {
  auto claim = MailId::make(random);
  if (transaction.run(claim_sql, claim, now.plus_seconds(claim_seconds), now, batch) == 0) return {};
  return transaction.all<Claimed>(claimed_sql, claim);
}

void end(db::Transaction& transaction, const MailId& id, State state, Instant now, std::string_view problem) {
  transaction.run(end_sql, id, state, now, problem);
}

void wait_until(db::Transaction& transaction, const MailId& id, Instant not_before, std::string_view problem) {
  transaction.run(wait_sql, id, not_before, problem);
}

std::int64_t number_waiting(db::Transaction& transaction) { return *transaction.one<std::int64_t>(number_sql); }

void forget_ended(db::Transaction& transaction, Instant before) { transaction.run(forget_sql, before); }

}  // namespace entente::mail
