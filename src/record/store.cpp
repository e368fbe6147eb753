#include "record/store.hpp"

#include "base/error.hpp"

namespace entente::record {
namespace {

constexpr std::size_t most_commitments = 20'000;
constexpr std::size_t most_ends = 2'000;
constexpr std::size_t salt_bytes = 16;
constexpr unsigned tile_level = 8;  // 256 leaves

// Takes the next place and locks the log, so that on PostgreSQL the peaks are those of the last commit.
constexpr std::string_view take_place =
    "UPDATE record_frontier SET size = size + 1 WHERE space = $1 RETURNING size - 1, peaks";
constexpr std::string_view begin_log =
    "INSERT INTO record_frontier (space, size, peaks) VALUES ($1, 0, $2) ON CONFLICT (space) DO NOTHING";
constexpr std::string_view hold_place = "UPDATE record_frontier SET size = size WHERE space = $1";
// The same in one step, if the log still stands where this server left it.
constexpr std::string_view move_on =
    "UPDATE record_frontier SET size = $2, peaks = $3 WHERE space = $1 AND size = $4 AND peaks = $5";
constexpr std::string_view keep_peaks = "UPDATE record_frontier SET peaks = $2 WHERE space = $1";
constexpr std::string_view raise_revision = "UPDATE space SET revision = $2 WHERE id = $1";
constexpr std::string_view insert_leaf =
    "INSERT INTO record_leaf (space, idx, act, leaf_hash, leaf, at) VALUES ($1, $2, $3, $4, $5, $6)";

constexpr std::string_view find_commitment =
    "SELECT commitment FROM record_person WHERE person = $1 AND space = $2 AND name = $3";
constexpr std::string_view insert_person =
    "INSERT INTO record_person (space, commitment, person, name, salt) VALUES ($1, $2, $3, $4, $5)";
constexpr std::string_view delete_person = "DELETE FROM record_person WHERE person = $1";
constexpr std::string_view find_person =
    "SELECT person, name, salt FROM record_person WHERE space = $1 AND commitment = $2";

constexpr std::string_view select_size = "SELECT size FROM record_frontier WHERE space = $1";
constexpr std::string_view select_below =
    "SELECT leaf, leaf_hash FROM record_leaf WHERE space = $1 AND idx < $2 ORDER BY idx DESC LIMIT $3";
constexpr std::string_view select_at = "SELECT leaf, leaf_hash FROM record_leaf WHERE space = $1 AND idx = $2";
constexpr std::string_view select_act = "SELECT leaf, leaf_hash FROM record_leaf WHERE act = $1 ORDER BY space, idx";

constexpr std::string_view select_tiles = "SELECT root FROM record_tile WHERE space = $1 ORDER BY idx";
constexpr std::string_view select_hashes =
    "SELECT leaf_hash FROM record_leaf WHERE space = $1 AND idx >= $2 AND idx < $3 ORDER BY idx";

std::string commitment_key(const SpaceId& space, const PersonId& person, std::string_view name) {
  return fmt::format("{}{}{}", space.view(), person.view(), name);
}

using Bytes = std::span<const std::byte>;
Bytes as_bytes(std::string_view text) { return std::as_bytes(std::span(text)); }
std::string_view as_text(Bytes bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

/// Reads the complete subtrees of a stored log: tiles for what is high, single leaves below them.
class StoredSubtrees {
 public:
  StoredSubtrees(db::Transaction& transaction, SpaceId space) : transaction_(transaction), space_(space) {}

  Hash operator()(unsigned level, std::uint64_t index) {
    if (level > tile_level) return node_hash((*this)(level - 1, 2 * index), (*this)(level - 1, 2 * index + 1));
    if (level == tile_level && index < tiles().size()) return tiles()[index];
    auto& leaves = leaves_of(index >> (tile_level - level));
    return within(leaves, level, index & ((std::uint64_t{1} << (tile_level - level)) - 1));
  }

 private:
  const std::vector<Hash>& tiles() {
    if (!tiles_) tiles_ = transaction_.all<Hash>(select_tiles, space_);
    return *tiles_;
  }
  const std::vector<Hash>& leaves_of(std::uint64_t tile) {
    auto [entry, is_new] = leaves_.try_emplace(tile);
    auto begin = tile << tile_level;
    if (is_new) entry->second = transaction_.all<Hash>(select_hashes, space_, begin, begin + (1u << tile_level));
    return entry->second;
  }
  static Hash within(const std::vector<Hash>& leaves, unsigned level, std::uint64_t index) {
    if (level > 0) return node_hash(within(leaves, level - 1, 2 * index), within(leaves, level - 1, 2 * index + 1));
    if (index >= leaves.size()) throw_bad_field("size", "out_of_range", "The record does not have that many leaves.");
    return leaves[index];
  }

  db::Transaction& transaction_;
  SpaceId space_;
  std::optional<std::vector<Hash>> tiles_;
  std::map<std::uint64_t, std::vector<Hash>> leaves_;
};

SubtreeSource source(StoredSubtrees& subtrees) {
  return [&subtrees](unsigned level, std::uint64_t index) { return subtrees(level, index); };
}

/// Reads rows of leaf and hash, and then whom they name.
template <class... A>
std::vector<Entry> entries(db::Transaction& transaction, std::string_view sql, const A&... arguments) {
  std::vector<Entry> found;
  transaction.each(
      sql, [&](const db::Row& row) { found.push_back({parse_leaf(as_text(row.bytes(0))), row.get<Hash>(1), {}}); },
      arguments...);
  std::map<std::pair<SpaceId, Hash>, std::optional<Who>> people;
  for (auto& entry : found) {
    if (!entry.leaf.person) continue;
    auto [place, is_new] = people.try_emplace({entry.leaf.space, *entry.leaf.person});
    auto person = place;  // clang 14 cannot capture a structured binding
    if (is_new)
      transaction.each(
          find_person,
          [&](const db::Row& row) {
            person->second = Who{row.get<PersonId>(0), row.get<std::string>(1), std::string(as_text(row.bytes(2)))};
          },
          entry.leaf.space, *entry.leaf.person);
    entry.who = person->second;
  }
  return found;
}

}  // namespace

Receipt Record::append(db::Transaction& transaction, SpaceId space, const Act& act) {
  Leaf leaf{space, 0, act.id, act.kind, act.at, act.naming, act.channel, {}, act.organisation, act.object, {}, {}, act.batch};
  if (act.naming == Naming::anonymous) {
    constexpr std::int64_t day = 86'400'000'000;
    leaf.at.microseconds -= (leaf.at.microseconds % day + day) % day;
    leaf.channel = Channel::system;
  }
  if (!act.before.empty()) leaf.before = canonical(act.before);
  if (!act.after.empty()) leaf.after = canonical(act.after);
  bool names_person = act.naming == Naming::named && !act.person.empty();

  auto frontier = remembered(space);
  if (names_person) leaf.person = known_commitment(space, act.person, act.person_name);
  std::string bytes;
  Receipt receipt{space, 0, {}};
  auto place_leaf = [&](Frontier& end) {
    leaf.index = receipt.index = end.size();
    bytes = leaf_bytes(leaf);
    receipt.leaf_hash = record::leaf_hash(bytes);
    end.append(receipt.leaf_hash);
  };
  bool is_placed = false;
  if (frontier && (leaf.person || !names_person)) {
    std::string peaks = frontier->bytes();
    place_leaf(*frontier);
    is_placed = transaction.run(move_on, space, frontier->size(), as_bytes(frontier->bytes()), receipt.index, as_bytes(peaks)) == 1;
  }
  if (!is_placed) {
    frontier = take_end(transaction, space);
    if (names_person && !leaf.person) leaf.person = commitment_of(transaction, space, act.person, act.person_name);
    place_leaf(*frontier);
    transaction.run(keep_peaks, space, as_bytes(frontier->bytes()));
  }
  remember(space, std::move(*frontier));

  transaction.run(insert_leaf, space, receipt.index, act.id, receipt.leaf_hash, as_bytes(bytes), leaf.at);
  if (transaction.run(raise_revision, space, receipt.index + 1) != 1)
    throw Error(ErrorKind::internal, "no_space", "The space of this act does not exist.");
  transaction.after_commit([this, space] {
    std::lock_guard lock(mutex_);
    grown_.insert(space);
  });
  return receipt;
}

Frontier Record::take_end(db::Transaction& transaction, SpaceId space) {
  using Place = std::tuple<std::uint64_t, std::vector<std::byte>>;
  auto place = transaction.one<Place>(take_place, space);
  if (!place) {
    transaction.run(begin_log, space, Bytes());
    place = transaction.one<Place>(take_place, space);
  }
  return Frontier(std::get<0>(*place), as_text(std::get<1>(*place)));
}

std::optional<Frontier> Record::remembered(SpaceId space) {
  std::lock_guard lock(mutex_);
  auto found = ends_.find(space);
  return found == ends_.end() ? std::nullopt : std::optional(found->second);
}

void Record::remember(SpaceId space, Frontier end) {
  std::lock_guard lock(mutex_);
  if (ends_.size() >= most_ends) ends_.clear();
  ends_[space] = std::move(end);
}

std::optional<Hash> Record::known_commitment(SpaceId space, PersonId person, const std::string& name) {
  std::lock_guard lock(mutex_);
  auto found = commitments_.find(commitment_key(space, person, name));
  return found == commitments_.end() ? std::nullopt : std::optional(found->second);
}

Hash Record::commitment_of(db::Transaction& transaction, SpaceId space, PersonId person, const std::string& name) {
  auto key = commitment_key(space, person, name);
  auto hash = transaction.one<Hash>(find_commitment, person, space, name);
  if (!hash) {
    auto salt = auth::random_bytes(random_, salt_bytes);
    hash = commitment(salt, person, name);
    transaction.run(insert_person, space, *hash, person, name, as_bytes(salt));
  }
  transaction.after_commit([this, key = std::move(key), hash = *hash] {
    std::lock_guard lock(mutex_);
    if (commitments_.size() >= most_commitments) commitments_.clear();
    commitments_.emplace(key, hash);
  });
  return *hash;
}

void Record::erase_person(db::Transaction& transaction, PersonId person) {
  transaction.run(delete_person, person);
  transaction.tell("erased", "erased");
  transaction.after_commit([this] { erased_elsewhere(); });
}

void Record::erased_elsewhere() {
  std::lock_guard lock(mutex_);
  commitments_.clear();
}

std::vector<SpaceId> Record::take_grown() {
  std::lock_guard lock(mutex_);
  std::vector<SpaceId> grown(grown_.begin(), grown_.end());
  grown_.clear();
  return grown;
}

void hold(db::Transaction& transaction, SpaceId space) { transaction.run(hold_place, space); }

std::uint64_t size_of(db::Transaction& transaction, SpaceId space) {
  return transaction.one<std::uint64_t>(select_size, space).value_or(0);
}

std::vector<Entry> entries_below(db::Transaction& transaction, SpaceId space, std::uint64_t below, int limit) {
  auto highest = std::min(below, static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()));
  return entries(transaction, select_below, space, highest, limit);
}

std::optional<Entry> entry_at(db::Transaction& transaction, SpaceId space, std::uint64_t index) {
  auto found = entries(transaction, select_at, space, index);
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<Entry> entries_of_act(db::Transaction& transaction, ActId act) { return entries(transaction, select_act, act); }

Proof inclusion_proof(db::Transaction& transaction, SpaceId space, std::uint64_t index, std::uint64_t size) {
  if (size > size_of(transaction, space))
    throw_bad_field("size", "out_of_range", "The record does not have that many leaves.");
  StoredSubtrees subtrees(transaction, space);
  return inclusion_proof(index, size, source(subtrees));
}

Proof consistency_proof(db::Transaction& transaction, SpaceId space, std::uint64_t first, std::uint64_t second) {
  if (second > size_of(transaction, space))
    throw_bad_field("second", "out_of_range", "The record does not have that many leaves.");
  StoredSubtrees subtrees(transaction, space);
  return consistency_proof(first, second, source(subtrees));
}

}  // namespace entente::record
