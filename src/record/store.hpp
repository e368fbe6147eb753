#pragma once
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "db/transaction.hpp"
#include "record/file.hpp"
#include "record/leaf.hpp"
#include "record/merkle.hpp"

namespace entente::record {

/// Where an act's leaf stands: what the answer to the act carries.
struct Receipt {
  SpaceId space;
  std::uint64_t index = 0;
  Hash leaf_hash{};
};

/// Whom a leaf names, as long as the person has not been erased.
struct Who {
  PersonId person;
  std::string name;
  std::string salt;  ///< bytes
};

/// A leaf as the activity page shows it.
struct Entry {
  Leaf leaf;
  Hash hash{};
  std::optional<Who> who;
};

/// The only writer of the record. One for each server, shared by all threads.
class Record {
 public:
  explicit Record(Random& random) : random_(random) {}

  /// Adds the act to the space's log and raises the space's revision to the log's new size. Only what commits with this
  /// transaction happened. Holds the space's log until the commit; who writes to several spaces in one transaction
  /// should always take them in the same order. Throws `internal` if there is no such space.
  Receipt append(db::Transaction& transaction, SpaceId space, const Act& act);

  /// Forgets whom the leaves mean, in all spaces. The logs still verify; nobody can tell any more who acted.
  void erase_person(db::Transaction& transaction, PersonId person);

  /// Another server erased a person, or may have.
  void erased_elsewhere();

  /// The spaces that this server has appended to since the last call.
  std::vector<SpaceId> take_grown();

 private:
  /// Takes the next place in the log, locked until the commit, and gives the end of the log before it.
  Frontier take_end(db::Transaction& transaction, SpaceId space);
  std::optional<Frontier> remembered(SpaceId space);
  void remember(SpaceId space, Frontier end);
  std::optional<Hash> known_commitment(SpaceId space, PersonId person, const std::string& name);
  Hash commitment_of(db::Transaction& transaction, SpaceId space, PersonId person, const std::string& name);

  Random& random_;
  std::mutex mutex_;
  std::unordered_map<std::string, Hash> commitments_;  ///< of committed rows only, by space, person and name
  std::unordered_map<SpaceId, Frontier> ends_;  ///< a guess, which the database confirms: not all of it need be committed
  std::unordered_set<SpaceId> grown_;
};

/// Lets nobody else write to the space until this transaction ends, so that what is read after this is one state.
void hold(db::Transaction& transaction, SpaceId space);

/// How many leaves the space's log has.
std::uint64_t size_of(db::Transaction& transaction, SpaceId space);

/// The newest first: at most `limit` leaves below index `below`.
std::vector<Entry> entries_below(db::Transaction& transaction, SpaceId space, std::uint64_t below, int limit);
std::optional<Entry> entry_at(db::Transaction& transaction, SpaceId space, std::uint64_t index);
/// All leaves of one act: one for each space that it touched. Not restricted to what anybody may see.
std::vector<Entry> entries_of_act(db::Transaction& transaction, ActId act);

/// Proofs from the stored leaves. Errors as in merkle.hpp.
Proof inclusion_proof(db::Transaction& transaction, SpaceId space, std::uint64_t index, std::uint64_t size);
Proof consistency_proof(db::Transaction& transaction, SpaceId space, std::uint64_t first, std::uint64_t second);

}  // namespace entente::record
