#pragma once
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <boost/describe.hpp>

#include "auth/secret.hpp"
#include "base/clock.hpp"
#include "base/id.hpp"
#include "db/database.hpp"
#include "jobs/periodic.hpp"

namespace entente::auth {

/// How long people stay signed in, in seconds.
struct SessionRule {
  std::int64_t idle = 30 * 60;
  std::int64_t absolute = 12 * 3600;
  std::int64_t fresh = 10 * 60;      ///< for so long after a login a person may sign, vote, send
  std::int64_t clock_slack = 2 * 60;  ///< a clock that is further behind what was written before is not believed
  /// PostgreSQL: after so many milliseconds ask whether another server signed somebody out.
  std::int64_t recheck_milliseconds = 500;
};

/// Who is asking.
struct Identity {
  PersonId person;
  SessionId session;  ///< empty if a token was shown
  TokenId token;      ///< empty if it is a session
  Instant fresh_login_at;
};

/// A session that was begun just now. The secret goes into the cookie, and nowhere else.
struct StartedSession {
  SessionId id;
  std::string secret;
};

/// For the person's own list.
struct SessionView {
  SessionId id;
  Instant made_at;
  Instant last_seen;  ///< may lag by a minute
  std::string user_agent;
  std::string address;
};
BOOST_DESCRIBE_STRUCT(SessionView, (), (id, made_at, last_seen, user_agent, address))

struct TokenView {
  TokenId id;
  std::string name;
  Instant made_at;
  std::optional<Instant> last_used;
  std::optional<Instant> expires_at;
};
BOOST_DESCRIBE_STRUCT(TokenView, (), (id, name, made_at, last_used, expires_at))

/// A clock that only ever goes forward, whatever is done to the system's.
const Clock& steady_clock();

/// Who is signed in: sessions of browsers and tokens of programs. One for each server, safe from several threads. A
/// request that was seen before costs no SQL. What ends somebody's access takes effect with the commit on this server,
/// and on the others when they hear of it, at the latest after `recheck_milliseconds`.
///
/// Time: a session ends when the wall clock or the steady clock says so, and never comes back, wherever the wall clock
/// goes afterwards.
class Sessions {
 public:
  Sessions(db::Database& database, const Clock& clock, Random& random, SessionRule rule = {},
           const Clock& steady = steady_clock());
  ~Sessions();

  /// After a login. Texts are cut to 200 characters.
  StartedSession begin(db::Transaction& transaction, PersonId person, std::string_view user_agent,
                       std::string_view address);
  /// After a further login within a session (for signing): the session gets a new secret and is fresh again.
  StartedSession refresh(db::Transaction& transaction, SessionId session, PersonId person);

  /// Whose session or token this secret is. Counts as use, which keeps a session from idling out. Throws `unavailable`. Not
  /// to be called inside a transaction.
  std::optional<Identity> identify(std::string_view secret);
  /// The same for what must not keep a session alive, such as an open event stream asking again each second.
  std::optional<Identity> still_valid(std::string_view secret);
  bool is_fresh(const Identity& identity) const;

  std::vector<SessionView> sessions_of(db::Transaction& transaction, PersonId person) const;
  /// Throws `not_found` unless it is a live session of that person.
  void end(db::Transaction& transaction, SessionId session, PersonId person);
  /// After a change of password. Returns how many were ended.
  std::int64_t end_others(db::Transaction& transaction, PersonId person, SessionId keep);
  void end_tokens(db::Transaction& transaction, PersonId person);
  /// Sessions, tokens and links of everybody: after a restore, which brings back what was ended since the backup.
  void end_everybody(db::Transaction& transaction);
  /// Sessions and tokens: for a suspended or erased person.
  void end_all(db::Transaction& transaction, PersonId person);

  /// Gives the token's text, once. Throws `bad_input` for a name that is empty or longer than 100 characters.
  Secret make_token(db::Transaction& transaction, PersonId person, std::string_view name,
                    std::optional<Instant> expires_at);
  std::vector<TokenView> tokens_of(db::Transaction& transaction, PersonId person) const;
  void end_token(db::Transaction& transaction, TokenId token, PersonId person);

  /// Another server on the same database ended somebody's access, or may have: all is read again before it is believed.
  void ended_elsewhere() { distrust_all(); }

  /// Writes down when sessions were last seen, ends those that have run out, and forgets old ones. Every 20 seconds once
  /// `start` was called.
  void tick();
  void start(jobs::Periodic::Failed failed = {});
  void stop();

 private:
  struct Entry {
    Identity identity;
    Instant ends_at;       ///< wall clock
    Instant last_seen;     ///< wall clock; tokens: last used
    Instant steady_end;    ///< steady clock
    Instant steady_seen;   ///< steady clock
    bool is_unwritten = false;
    bool is_stale = false;  ///< somebody's access ended since: read it again before it is believed
  };
  struct DigestHash {
    std::size_t operator()(const Digest& digest) const {
      std::size_t hash;
      std::memcpy(&hash, digest.data(), sizeof hash);
      return hash;
    }
  };
  enum class Use { counts, only_looks };

  std::optional<Identity> find(std::string_view secret, Use use);
  std::optional<Identity> load(const Digest& digest, Use use);
  std::optional<Entry> read_session(const Digest& digest);
  std::optional<Entry> read_token(const Digest& digest);
  bool has_run_out(const Entry& entry, Instant now, Instant steady) const;
  void recheck();
  void changed(db::Transaction& transaction);
  void distrust_all();

  db::Database& database_;
  const Clock& clock_;
  const Clock& steady_;
  Random& random_;
  SessionRule rule_;

  std::mutex mutex_;
  std::unordered_map<Digest, Entry, DigestHash> entries_;
  std::unordered_set<Digest, DigestHash> run_out_;  ///< seen to have run out, not yet written
  std::uint64_t generation_ = 0;                    ///< grows whenever access ended: what was read before is not kept
  std::int64_t revision_ = 0;
  std::atomic<std::int64_t> next_recheck_ = 0;
  int ticks_until_sweep_ = 0;
  std::unique_ptr<jobs::Periodic> periodic_;
};

}  // namespace entente::auth
