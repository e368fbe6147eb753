#pragma once
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "db/database.hpp"
#include "jobs/periodic.hpp"
#include "record/checkpoint.hpp"
#include "record/store.hpp"

namespace entente::record {

/// Told when the stored record does not add up: the space, and what is wrong in plain words. For the log and an alarm.
using Alarm = std::function<void(SpaceId, const std::string&)>;

/// Signs the heads of all logs that grew, from what the database gives back and not from memory, and keeps the server's
/// keys. One for each server; safe from several threads.
class Signer {
 public:
  /// Takes the server's key from the database, or makes one. `server` names the key and the logs, such as
  /// "alliances.example.org"; it counts only when the first key is made, since a log keeps its name.
  Signer(db::Database& database, Record& record, const Clock& clock, Random& random, std::string_view server,
         Alarm alarm = {});
  ~Signer();

  /// Signs every two seconds what this server wrote, and every eight what others on the same database may have.
  void start();
  void stop();
  /// Signs all that grew, now. Returns how many heads.
  std::size_t sign_now();
  /// Signs one space, if it grew.
  void sign_now(SpaceId space);

  /// A text as a note signed by the present key, for what is given out beside the record. The text ends in a newline, and says
  /// by its first line what it is, so that it can be taken for nothing else.
  std::string signed_note(std::string_view text) const;

  VerifierKey key() const;
  /// All keys of this server, the oldest first, as known since the start.
  std::vector<VerifierKey> keys() const;
  /// The name of the space's log.
  std::string origin(SpaceId space) const { return origin_of(server_, space); }

  /// Makes a new key. Each log gets a leaf that names it, under a last head of the old key. Of `act` person,
  /// organisation and channel are taken. Returns the new key.
  VerifierKey change_key(const Act& act);

 private:
  struct Key {
    auth::SigningKey pair;
    Instant made_at;
  };
  std::vector<SpaceId> all_grown();
  bool sign_space(SpaceId space);
  auth::SigningKey pair() const;

  db::Database& database_;
  Record& record_;
  const Clock& clock_;
  Random& random_;
  Alarm alarm_;
  std::string server_;
  mutable std::mutex key_mutex_;
  auth::SigningKey pair_;
  std::vector<VerifierKey> keys_;
  std::mutex signing_;
  int turns_until_all_ = 0;
  std::unique_ptr<jobs::Periodic> periodic_;
};

/// Appends the act to every log of the database, each with an identifier of its own, and begins those that are empty: they may
/// not have been so after the backup. For what concerns them all, such as a restore (`restored_kind`).
void append_everywhere(db::Transaction& transaction, Record& record, Random& random, const Act& act);

/// All keys of this server, the oldest first.
std::vector<VerifierKey> server_keys(db::Transaction& transaction);

/// The newest signed head of at least that size (with the witnesses' signatures that have come in), if there is one.
struct SignedHead {
  std::uint64_t size = 0;
  Hash root{};
  Instant signed_at;
  std::string note;
};
std::optional<SignedHead> newest_head(db::Transaction& transaction, SpaceId space, std::uint64_t at_least = 0);
std::optional<SignedHead> head_of_size(db::Transaction& transaction, SpaceId space, std::uint64_t size);

/// Reads the whole log again and compares leaves, order, tiles, heads and revision. The sentences say what is wrong:
/// none if all is right. For the night; constant memory.
std::vector<std::string> recompute(db::Database& database, SpaceId space);
/// The same for all spaces; tells `alarm`. Returns how many spaces were wrong.
std::size_t recompute_all(db::Database& database, const Alarm& alarm);

/// Drops heads that nobody countersigned, are older than a day and have a later one within the same 1,024 leaves.
std::int64_t thin_heads(db::Transaction& transaction, Instant now);

}  // namespace entente::record
