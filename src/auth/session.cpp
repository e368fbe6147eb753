#include "auth/session.hpp"

#include "auth/link.hpp"
#include "base/error.hpp"
#include "base/text.hpp"

namespace entente::auth {
namespace {

constexpr std::size_t most_entries = 50'000;
constexpr std::int64_t kept_seconds = 30 * 86'400;  // ended sessions

constexpr std::string_view insert_session =
    "INSERT INTO session (id, secret, person, made_at, last_seen, fresh_login_at, ended_at, user_agent, address) "
    "VALUES ($1, $2, $3, $4, $4, $4, NULL, $5, $6)";
constexpr std::string_view renew_session =
    "UPDATE session SET secret = $3, fresh_login_at = $4 WHERE id = $1 AND person = $2 AND ended_at IS NULL";
constexpr std::string_view select_session =
    "SELECT id, person, made_at, last_seen, fresh_login_at FROM session WHERE secret = $1 AND ended_at IS NULL";
constexpr std::string_view select_sessions =
    "SELECT id, made_at, last_seen, user_agent, address FROM session WHERE person = $1 AND ended_at IS NULL "
    "AND made_at > $2 AND last_seen > $3 ORDER BY last_seen DESC, id";
constexpr std::string_view end_session =
    "UPDATE session SET ended_at = $3 WHERE id = $1 AND person = $2 AND ended_at IS NULL";
constexpr std::string_view end_other_sessions =
    "UPDATE session SET ended_at = $3 WHERE person = $1 AND id <> $2 AND ended_at IS NULL";
constexpr std::string_view end_all_sessions = "UPDATE session SET ended_at = $2 WHERE person = $1 AND ended_at IS NULL";
constexpr std::string_view end_every_session = "UPDATE session SET ended_at = $1 WHERE ended_at IS NULL";
constexpr std::string_view end_every_token = "UPDATE api_token SET ended_at = $1 WHERE ended_at IS NULL";
constexpr std::string_view end_by_secret = "UPDATE session SET ended_at = $2 WHERE secret = $1 AND ended_at IS NULL";
constexpr std::string_view end_run_out =
    "UPDATE session SET ended_at = $1 WHERE ended_at IS NULL AND (made_at <= $2 OR last_seen <= $3)";
constexpr std::string_view see_session = "UPDATE session SET last_seen = $2 WHERE id = $1 AND last_seen < $2";
constexpr std::string_view delete_old = "DELETE FROM session WHERE ended_at < $1";

constexpr std::string_view insert_token =
    "INSERT INTO api_token (id, secret, person, name, made_at, last_used, expires_at, ended_at) "
    "VALUES ($1, $2, $3, $4, $5, NULL, $6, NULL)";
constexpr std::string_view select_token =
    "SELECT id, person, made_at, expires_at FROM api_token WHERE secret = $1 AND ended_at IS NULL";
constexpr std::string_view select_tokens =
    "SELECT id, name, made_at, last_used, expires_at FROM api_token WHERE person = $1 AND ended_at IS NULL "
    "ORDER BY made_at DESC, id";
constexpr std::string_view end_one_token =
    "UPDATE api_token SET ended_at = $3 WHERE id = $1 AND person = $2 AND ended_at IS NULL";
constexpr std::string_view end_all_tokens = "UPDATE api_token SET ended_at = $2 WHERE person = $1 AND ended_at IS NULL";
constexpr std::string_view end_token_by_secret = "UPDATE api_token SET ended_at = $2 WHERE secret = $1 AND ended_at IS NULL";
constexpr std::string_view end_expired_tokens =
    "UPDATE api_token SET ended_at = $1 WHERE ended_at IS NULL AND expires_at <= $1";
constexpr std::string_view see_token = "UPDATE api_token SET last_used = $2 WHERE id = $1 AND COALESCE(last_used, 0) < $2";

constexpr std::string_view select_revision = "SELECT revision FROM auth_revision WHERE only_row = 1";
constexpr std::string_view raise_revision = "UPDATE auth_revision SET revision = revision + 1 WHERE only_row = 1";

db::Sight as_sessions() { return db::Sight::of_system("sessions"); }

class SteadyClock : public Clock {
 public:
  Instant now() const override {
    auto since = std::chrono::steady_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::microseconds>(since).count()};
  }
};

/// At most 200 characters, never half a one.
std::string cut(std::string_view text) {
  std::size_t length = std::min<std::size_t>(text.size(), 200);
  while (length > 0 && length < text.size() && (static_cast<unsigned char>(text[length]) & 0xc0) == 0x80) --length;
  return std::string(text.substr(0, length));
}

}  // namespace

const Clock& steady_clock() {
  static SteadyClock clock;
  return clock;
}

Sessions::Sessions(db::Database& database, const Clock& clock, Random& random, SessionRule rule, const Clock& steady)
    : database_(database), clock_(clock), steady_(steady), random_(random), rule_(rule) {}

Sessions::~Sessions() { stop(); }

StartedSession Sessions::begin(db::Transaction& transaction, PersonId person, std::string_view user_agent,
                               std::string_view address) {
  auto secret = make_secret(random_, session_prefix);
  StartedSession started{SessionId::make(random_), secret.text};
  transaction.run(insert_session, started.id, secret.stored, person, clock_.now(), cut(user_agent), cut(address));
  return started;
}

StartedSession Sessions::refresh(db::Transaction& transaction, SessionId session, PersonId person) {
  auto secret = make_secret(random_, session_prefix);
  if (transaction.run(renew_session, session, person, secret.stored, clock_.now()) == 0) throw_not_found();
  changed(transaction);
  return {session, secret.text};
}

std::optional<Identity> Sessions::identify(std::string_view secret) { return find(secret, Use::counts); }
std::optional<Identity> Sessions::still_valid(std::string_view secret) { return find(secret, Use::only_looks); }

bool Sessions::is_fresh(const Identity& identity) const {
  auto age = clock_.now().seconds_since(identity.fresh_login_at);
  return !identity.session.empty() && age >= -rule_.clock_slack && age < rule_.fresh;
}

std::optional<Identity> Sessions::find(std::string_view secret, Use use) {
  if (!has_secret_form(secret, session_prefix) && !has_secret_form(secret, api_token_prefix)) return std::nullopt;
  recheck();
  auto digest = stored_form(secret);
  auto now = clock_.now();
  auto steady = steady_.now();
  {
    std::lock_guard lock(mutex_);
    if (run_out_.contains(digest)) return std::nullopt;
    auto found = entries_.find(digest);
    bool is_known = found != entries_.end() && !found->second.is_stale;
    if (is_known && !has_run_out(found->second, now, steady)) {
      auto& entry = found->second;
      if (use == Use::counts) {
        entry.last_seen = std::max(entry.last_seen, now);
        entry.steady_seen = steady;
        entry.is_unwritten = true;
      }
      return entry.identity;
    }
    if (is_known) {
      bool elsewhere = database_.kind() == db::Kind::postgres && steady < found->second.steady_end;
      entries_.erase(found);
      if (!elsewhere) {
        run_out_.insert(digest);
        return std::nullopt;
      }  // else it may have been used on another server meanwhile: what is stored decides
    }
  }
  return load(digest, use);
}

/// Reads and keeps a session. What was read before somebody's access ended is never kept: then it is read again.
std::optional<Identity> Sessions::load(const Digest& digest, Use use) {
  for (;;) {
    std::uint64_t generation;
    {
      std::lock_guard lock(mutex_);
      generation = generation_;
    }
    auto entry = read_session(digest);
    if (!entry) entry = read_token(digest);
    std::lock_guard lock(mutex_);
    if (generation != generation_) continue;
    if (!entry) {
      entries_.erase(digest);
      return std::nullopt;
    }
    auto found = entries_.find(digest);
    if (found != entries_.end()) {  // a stale one, which knows of uses that are not written down yet
      entry->last_seen = std::max(entry->last_seen, found->second.last_seen);
      entry->steady_seen = std::max(entry->steady_seen, found->second.steady_seen);
      entry->steady_end = std::min(entry->steady_end, found->second.steady_end);
      entry->is_unwritten = found->second.is_unwritten;
    }
    auto now = clock_.now();
    auto steady = steady_.now();
    if (has_run_out(*entry, now, steady)) {
      entries_.erase(digest);
      run_out_.insert(digest);
      return std::nullopt;
    }
    if (use == Use::counts) {
      entry->last_seen = std::max(entry->last_seen, now);
      entry->steady_seen = steady;
      entry->is_unwritten = true;
    }
    if (entries_.size() >= most_entries) {
      // Rare: make room by forgetting what is written down already; it can be read again.
      std::erase_if(entries_, [](auto& each) { return !each.second.is_unwritten; });
    }
    entries_.insert_or_assign(digest, *entry);
    return entry->identity;
  }
}

std::optional<Sessions::Entry> Sessions::read_session(const Digest& digest) {
  using Row = std::tuple<SessionId, PersonId, Instant, Instant, Instant>;
  auto row = database_.read(as_sessions(), [&](db::Transaction& t) { return t.one<Row>(select_session, digest); });
  if (!row) return std::nullopt;
  auto& [id, person, made_at, last_seen, fresh_login_at] = *row;
  auto now = clock_.now();
  auto steady = steady_.now();
  Entry entry{{person, id, {}, fresh_login_at}, made_at.plus_seconds(rule_.absolute), last_seen, {}, steady, false};
  // A clock that stands before what was written down cannot tell how long the session has idled.
  if (last_seen.seconds_since(now) > rule_.clock_slack || made_at.seconds_since(now) > rule_.clock_slack)
    entry.ends_at = {};
  entry.steady_end = {steady.microseconds + std::max<std::int64_t>(0, entry.ends_at.microseconds - now.microseconds)};
  entry.steady_seen.microseconds -= std::max<std::int64_t>(0, now.microseconds - last_seen.microseconds);
  return entry;
}

std::optional<Sessions::Entry> Sessions::read_token(const Digest& digest) {
  using Row = std::tuple<TokenId, PersonId, Instant, std::optional<Instant>>;
  auto row = database_.read(as_sessions(), [&](db::Transaction& t) { return t.one<Row>(select_token, digest); });
  if (!row) return std::nullopt;
  auto& [id, person, made_at, expires_at] = *row;
  constexpr Instant never{std::numeric_limits<std::int64_t>::max()};
  auto now = clock_.now();
  auto steady = steady_.now();
  Entry entry{{person, {}, id, {}}, expires_at.value_or(never), now, never, steady, false};
  if (expires_at) {
    if (made_at.seconds_since(now) > rule_.clock_slack) entry.ends_at = {};
    entry.steady_end = {steady.microseconds + std::max<std::int64_t>(0, entry.ends_at.microseconds - now.microseconds)};
  }
  return entry;
}

bool Sessions::has_run_out(const Entry& entry, Instant now, Instant steady) const {
  if (now >= entry.ends_at || steady >= entry.steady_end) return true;
  if (entry.identity.session.empty()) return false;  // tokens do not idle out
  return now >= entry.last_seen.plus_seconds(rule_.idle) || steady >= entry.steady_seen.plus_seconds(rule_.idle);
}

void Sessions::recheck() {
  if (database_.kind() == db::Kind::sqlite) return;  // nobody else has the file
  auto steady = steady_clock().now().microseconds;
  auto next = next_recheck_.load();
  if (steady < next || !next_recheck_.compare_exchange_strong(next, steady + rule_.recheck_milliseconds * 1000)) return;
  std::int64_t revision = 0;
  try {
    revision = database_.read(as_sessions(), [](db::Transaction& t) { return t.one<std::int64_t>(select_revision); }).value_or(0);
  } catch (...) {
    next_recheck_ = 0;
    throw;
  }
  {
    std::lock_guard lock(mutex_);
    if (revision == std::exchange(revision_, revision)) return;
  }
  distrust_all();
}

void Sessions::changed(db::Transaction& transaction) {
  transaction.run(raise_revision);
  transaction.tell("sessions", "sessions");
  transaction.after_commit([this] { distrust_all(); });
}

void Sessions::distrust_all() {
  std::lock_guard lock(mutex_);
  for (auto& [digest, entry] : entries_) entry.is_stale = true;
  ++generation_;
}

std::vector<SessionView> Sessions::sessions_of(db::Transaction& transaction, PersonId person) const {
  auto now = clock_.now();
  return transaction.all<SessionView>(select_sessions, person, now.plus_seconds(-rule_.absolute),
                                      now.plus_seconds(-rule_.idle));
}

void Sessions::end(db::Transaction& transaction, SessionId session, PersonId person) {
  if (transaction.run(end_session, session, person, clock_.now()) == 0) throw_not_found();
  changed(transaction);
}

std::int64_t Sessions::end_others(db::Transaction& transaction, PersonId person, SessionId keep) {
  auto count = transaction.run(end_other_sessions, person, keep.view(), clock_.now());
  changed(transaction);
  return count;
}

void Sessions::end_tokens(db::Transaction& transaction, PersonId person) {
  transaction.run(end_all_tokens, person, clock_.now());
  changed(transaction);
}

void Sessions::end_everybody(db::Transaction& transaction) {
  transaction.run(end_every_session, clock_.now());
  transaction.run(end_every_token, clock_.now());
  end_all_links(transaction, clock_.now());
  changed(transaction);
}

void Sessions::end_all(db::Transaction& transaction, PersonId person) {
  transaction.run(end_all_sessions, person, clock_.now());
  transaction.run(end_all_tokens, person, clock_.now());
  changed(transaction);
}

Secret Sessions::make_token(db::Transaction& transaction, PersonId person, std::string_view name,
                            std::optional<Instant> expires_at) {
  std::string clean = clean_text(name, "name", {.longest = 100});
  auto secret = make_secret(random_, api_token_prefix);
  transaction.run(insert_token, TokenId::make(random_), secret.stored, person, clean, clock_.now(), expires_at);
  return secret;
}

std::vector<TokenView> Sessions::tokens_of(db::Transaction& transaction, PersonId person) const {
  return transaction.all<TokenView>(select_tokens, person);
}

void Sessions::end_token(db::Transaction& transaction, TokenId token, PersonId person) {
  if (transaction.run(end_one_token, token, person, clock_.now()) == 0) throw_not_found();
  changed(transaction);
}

void Sessions::tick() {
  auto now = clock_.now();
  auto steady = steady_.now();
  std::vector<std::tuple<SessionId, Instant>> seen_sessions;
  std::vector<std::tuple<TokenId, Instant>> seen_tokens;
  std::vector<Digest> run_out;
  bool is_alone = database_.kind() == db::Kind::sqlite;
  {
    std::lock_guard lock(mutex_);
    for (auto entry = entries_.begin(); entry != entries_.end();) {
      auto& [identity, ends_at, last_seen, steady_end, steady_seen, is_unwritten, is_stale] = entry->second;
      if (std::exchange(is_unwritten, false)) {
        if (identity.token.empty())
          seen_sessions.emplace_back(identity.session, last_seen);
        else
          seen_tokens.emplace_back(identity.token, last_seen);
      }
      bool is_over = has_run_out(entry->second, now, steady);
      if (is_over && is_alone) run_out_.insert(entry->first);
      entry = is_over || is_stale ? entries_.erase(entry) : std::next(entry);
    }
    run_out.assign(run_out_.begin(), run_out_.end());
  }
  bool sweeps = ticks_until_sweep_-- <= 0;
  if (sweeps) ticks_until_sweep_ = 14;  // five minutes
  if (seen_sessions.empty() && seen_tokens.empty() && run_out.empty() && !sweeps) return;
  database_.write(as_sessions(), [&](db::Transaction& transaction) {
    transaction.bulk(see_session, seen_sessions);
    transaction.bulk(see_token, seen_tokens);
    for (auto& digest : run_out) {
      transaction.run(end_by_secret, digest, now);
      transaction.run(end_token_by_secret, digest, now);
    }
    if (!sweeps) return;
    // Another server may not have written down yet what it saw in the last minute.
    transaction.run(end_run_out, now, now.plus_seconds(-rule_.absolute), now.plus_seconds(-rule_.idle - 120));
    transaction.run(end_expired_tokens, now);
    transaction.run(delete_old, now.plus_seconds(-kept_seconds));
    end_expired_links(transaction, now);
  });
  std::lock_guard lock(mutex_);
  for (auto& digest : run_out) run_out_.erase(digest);
}

void Sessions::start(jobs::Periodic::Failed failed) {
  periodic_ = std::make_unique<jobs::Periodic>(std::chrono::seconds(20), [this] { tick(); }, std::move(failed));
}

void Sessions::stop() { periodic_.reset(); }

}  // namespace entente::auth
