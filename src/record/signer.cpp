#include "record/signer.hpp"

#include "base/error.hpp"

namespace entente::record {
namespace {

constexpr std::uint64_t chunk = 5'000;      // leaves read at a time
constexpr std::uint64_t tile_leaves = 256;  // as in store.cpp

constexpr std::string_view select_keys = "SELECT public_key, seed, name, retired_at FROM server_key ORDER BY made_at, public_key";
constexpr std::string_view insert_key =
    "INSERT INTO server_key (public_key, seed, name, made_at, retired_at) VALUES ($1, $2, $3, $4, NULL)";
constexpr std::string_view retire_others =
    "UPDATE server_key SET retired_at = $2 WHERE public_key <> $1 AND retired_at IS NULL";

constexpr std::string_view select_grown =
    "SELECT space FROM record_frontier WHERE size > COALESCE((SELECT MAX(record_head.size) FROM record_head WHERE "
    "record_head.space = record_frontier.space), -1)";
constexpr std::string_view select_spaces = "SELECT space FROM record_frontier ORDER BY space";
constexpr std::string_view select_all_spaces = "SELECT id FROM space ORDER BY id";
constexpr std::string_view select_frontier = "SELECT size, peaks FROM record_frontier WHERE space = $1";
constexpr std::string_view select_last = "SELECT size, peaks, root FROM record_head WHERE space = $1 ORDER BY size DESC LIMIT 1";
constexpr std::string_view select_leaves =
    "SELECT idx, leaf, leaf_hash FROM record_leaf WHERE space = $1 AND idx >= $2 AND idx < $3 ORDER BY idx";
constexpr std::string_view insert_head =
    "INSERT INTO record_head (space, size, root, peaks, note, signed_at) VALUES ($1, $2, $3, $4, $5, $6) "
    "ON CONFLICT (space, size) DO NOTHING";
constexpr std::string_view insert_tile =
    "INSERT INTO record_tile (space, idx, root) VALUES ($1, $2, $3) ON CONFLICT (space, idx) DO NOTHING";

constexpr std::string_view select_newest =
    "SELECT size, root, signed_at, note FROM record_head WHERE space = $1 AND size >= $2 ORDER BY size DESC LIMIT 1";
constexpr std::string_view select_size =
    "SELECT size, root, signed_at, note FROM record_head WHERE space = $1 AND size = $2";
constexpr std::string_view select_cosignatures = "SELECT line FROM cosignature WHERE space = $1 AND size = $2 ORDER BY key";
constexpr std::string_view select_heads = "SELECT size, root FROM record_head WHERE space = $1 ORDER BY size";
constexpr std::string_view select_tiles = "SELECT idx, root FROM record_tile WHERE space = $1 ORDER BY idx";
constexpr std::string_view select_revision = "SELECT revision FROM space WHERE id = $1";
constexpr std::string_view delete_thin =
    "DELETE FROM record_head WHERE signed_at < $1 AND NOT EXISTS (SELECT 1 FROM cosignature WHERE cosignature.space = "
    "record_head.space AND cosignature.size = record_head.size) AND EXISTS (SELECT 1 FROM record_head AS later WHERE "
    "later.space = record_head.space AND later.size > record_head.size AND later.size / 1024 = record_head.size / 1024)";

/// What is signed and checked is every space's, on nobody's behalf.
db::Sight as_signer() { return db::Sight::of_system("signer"); }

using Bytes = std::span<const std::byte>;
Bytes as_bytes(std::string_view text) { return std::as_bytes(std::span(text)); }
std::string_view as_text(Bytes bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }
std::string text_of(Bytes bytes) { return std::string(as_text(bytes)); }

struct Tile {
  std::uint64_t index;
  Hash root;
};

/// Follows a log leaf by leaf from some point on, and notes the tiles that are completed.
class Follower {
 public:
  explicit Follower(Frontier frontier) : frontier_(std::move(frontier)) {
    // The lowest peaks are those of the tile that is not complete yet.
    auto begun = frontier_.size() % tile_leaves;
    auto count = static_cast<std::size_t>(std::popcount(begun));
    auto& peaks = frontier_.peaks();
    tile_ = Frontier(begun, std::vector<Hash>(peaks.end() - static_cast<std::ptrdiff_t>(count), peaks.end()));
  }
  void append(const Hash& leaf) {
    frontier_.append(leaf);
    tile_.append(leaf);
    if (tile_.size() < tile_leaves) return;
    tiles_.push_back({frontier_.size() / tile_leaves - 1, tile_.root()});
    tile_ = Frontier();
  }
  const Frontier& frontier() const { return frontier_; }
  std::vector<Tile>& tiles() { return tiles_; }

 private:
  Frontier frontier_;
  Frontier tile_;
  std::vector<Tile> tiles_;
};

/// Reads leaves [from, to) and calls `each` with the hash of the bytes as they are stored now. Returns what is wrong with
/// them, or nothing.
template <class F>
std::string read_leaves(db::Database& database, SpaceId space, std::uint64_t from, std::uint64_t to, F&& each) {
  std::string wrong;
  for (auto begin = from; begin < to && wrong.empty(); begin += chunk) {
    auto end = std::min(begin + chunk, to);
    auto next = begin;
    database.read(as_signer(), [&](db::Transaction& transaction) {
      transaction.each(
          select_leaves,
          [&](const db::Row& row) {
            if (!wrong.empty()) return;
            auto hash = leaf_hash(as_text(row.bytes(1)));
            if (row.get<std::uint64_t>(0) != next)
              wrong = fmt::format("Leaf {} is missing.", next);
            else if (hash != row.get<Hash>(2))
              wrong = fmt::format("Leaf {} was changed in the database.", next);
            else
              each(hash);
            ++next;
          },
          space, begin, end);
    });
    if (wrong.empty() && next != end) wrong = fmt::format("Leaf {} is missing.", next);
  }
  return wrong;
}

std::optional<SignedHead> read_head(db::Transaction& transaction, std::string_view sql, SpaceId space, std::uint64_t size) {
  std::optional<SignedHead> head;
  transaction.each(
      sql,
      [&](const db::Row& row) {
        head = SignedHead{row.get<std::uint64_t>(0), row.get<Hash>(1), row.get<Instant>(2), row.get<std::string>(3)};
      },
      space, size);
  if (head)
    for (auto& line : transaction.all<std::string>(select_cosignatures, space, head->size)) head->note += line;
  return head;
}

}  // namespace

Signer::Signer(db::Database& database, Record& record, const Clock& clock, Random& random, std::string_view server,
               Alarm alarm)
    : database_(database), record_(record), clock_(clock), random_(random), alarm_(std::move(alarm)) {
  auto fresh = auth::make_signing_key(random);
  if (!is_key_name(server)) throw_bad_field("server", "malformed_name", "The server's name cannot be used in a key.");
  // Two servers that start on a new database at once may both make a key; both then take the first one.
  database.write(as_signer(), [&](db::Transaction& transaction) {
    auto read = [&] {
      transaction.each(select_keys, [&](const db::Row& row) {
        if (server_.empty()) server_ = row.get<std::string>(2);
        if (row.null(3) && pair_.seed.empty()) pair_ = {text_of(row.bytes(0)), text_of(row.bytes(1))};
      });
    };
    server_.clear();
    pair_ = {};
    read();
    if (!pair_.seed.empty()) return;
    transaction.run(insert_key, as_bytes(fresh.public_key), as_bytes(fresh.seed), server_.empty() ? server : server_,
                    clock_.now());
    read();
  });
  keys_ = database.read(as_signer(), [](db::Transaction& transaction) { return server_keys(transaction); });
}

Signer::~Signer() { stop(); }

void Signer::start() {
  auto failed = [this](const std::exception& error) {
    if (alarm_) alarm_({}, fmt::format("The heads of the record could not be signed: {}", error.what()));
  };
  auto turn = [this] {
    std::vector<SpaceId> spaces;
    if (turns_until_all_-- <= 0) {
      record_.take_grown();
      spaces = all_grown();
      turns_until_all_ = database_.kind() == db::Kind::postgres ? 3 : 29;
    } else {
      spaces = record_.take_grown();
    }
    std::lock_guard lock(signing_);
    for (auto space : spaces) sign_space(space);
  };
  periodic_ = std::make_unique<jobs::Periodic>(std::chrono::seconds(2), turn, failed);
}

void Signer::stop() { periodic_.reset(); }

std::vector<SpaceId> Signer::all_grown() {
  return database_.read(as_signer(), [](db::Transaction& transaction) { return transaction.all<SpaceId>(select_grown); });
}

std::size_t Signer::sign_now() {
  std::size_t count = 0;
  std::lock_guard lock(signing_);
  for (auto space : all_grown()) count += sign_space(space);
  return count;
}

void Signer::sign_now(SpaceId space) {
  std::lock_guard lock(signing_);
  sign_space(space);
}

bool Signer::sign_space(SpaceId space) {
  auto [last, stored] = database_.read(as_signer(), [&](db::Transaction& transaction) {
    std::pair<std::optional<Frontier>, std::optional<Frontier>> both;
    transaction.each(
        select_last,
        [&](const db::Row& row) { both.first.emplace(row.get<std::uint64_t>(0), as_text(row.bytes(1))); }, space);
    transaction.each(
        select_frontier,
        [&](const db::Row& row) { both.second.emplace(row.get<std::uint64_t>(0), as_text(row.bytes(1))); }, space);
    return both;
  });
  if (!stored) return false;  // nothing was ever done in this space
  auto& wanted = *stored;
  if (last && last->size() >= wanted.size()) return false;
  Follower follower(last.value_or(Frontier()));
  auto from = follower.frontier().size();
  auto wrong = read_leaves(database_, space, from, wanted.size(), [&](const Hash& hash) { follower.append(hash); });
  if (wrong.empty() && follower.frontier() != wanted) wrong = "The stored leaves do not give the stored peaks.";
  if (!wrong.empty()) {
    if (alarm_) alarm_(space, fmt::format("No head was signed. {}", wrong));
    return false;
  }
  Checkpoint checkpoint{origin(space), wanted.size(), wanted.root()};
  auto note = signed_head(checkpoint, server_, pair());
  database_.write(as_signer(), [&](db::Transaction& transaction) {
    for (auto& tile : follower.tiles()) transaction.run(insert_tile, space, tile.index, tile.root);
    transaction.run(insert_head, space, checkpoint.size, checkpoint.root, as_bytes(wanted.bytes()), note, clock_.now());
  });
  return true;
}

auth::SigningKey Signer::pair() const {
  std::lock_guard lock(key_mutex_);
  return pair_;
}

std::string Signer::signed_note(std::string_view text) const {
  return Note{std::string(text), {sign_note(text, server_, pair())}}.whole();
}

VerifierKey Signer::key() const { return {server_, SignatureType::ed25519, pair().public_key}; }

std::vector<VerifierKey> Signer::keys() const {
  std::lock_guard lock(key_mutex_);
  return keys_;
}

VerifierKey Signer::change_key(const Act& act) {
  auto next = auth::make_signing_key(random_);
  VerifierKey next_key{server_, SignatureType::ed25519, next.public_key};
  Act announcement = act;
  announcement.at = clock_.now();
  announcement.kind = key_changed_kind;
  announcement.after = fmt::format("{{\"key\":\"{}\"}}", next_key.text());
  database_.write(as_signer(), [&](db::Transaction& transaction) { append_everywhere(transaction, record_, random_, announcement); });
  sign_now();  // the last heads of the old key, over the leaves that name the new one
  database_.write(as_signer(), [&](db::Transaction& transaction) {
    transaction.run(insert_key, as_bytes(next.public_key), as_bytes(next.seed), server_, clock_.now());
    transaction.run(retire_others, as_bytes(next.public_key), clock_.now());
  });
  std::lock_guard lock(key_mutex_);
  pair_ = next;
  keys_.push_back(next_key);
  return next_key;
}

void append_everywhere(db::Transaction& transaction, Record& record, Random& random, const Act& act) {
  auto each = act;
  for (auto space : transaction.all<SpaceId>(select_all_spaces)) {
    each.id = ActId::make(random);
    record.append(transaction, space, each);
  }
}

std::vector<VerifierKey> server_keys(db::Transaction& transaction) {
  std::vector<VerifierKey> keys;
  transaction.each(select_keys, [&](const db::Row& row) {
    keys.push_back({row.get<std::string>(2), SignatureType::ed25519, text_of(row.bytes(0))});
  });
  return keys;
}

std::optional<SignedHead> newest_head(db::Transaction& transaction, SpaceId space, std::uint64_t at_least) {
  return read_head(transaction, select_newest, space, at_least);
}

std::optional<SignedHead> head_of_size(db::Transaction& transaction, SpaceId space, std::uint64_t size) {
  return read_head(transaction, select_size, space, size);
}

std::vector<std::string> recompute(db::Database& database, SpaceId space) {
  std::vector<std::string> wrong;
  std::vector<std::pair<std::uint64_t, Hash>> heads;
  std::vector<Tile> tiles;
  Frontier wanted;
  std::uint64_t revision = 0;
  database.read(as_signer(), [&](db::Transaction& transaction) {  // one snapshot; leaves that come later are not looked at
    transaction.each(
        select_frontier,
        [&](const db::Row& row) { wanted = Frontier(row.get<std::uint64_t>(0), as_text(row.bytes(1))); }, space);
    transaction.each(
        select_heads, [&](const db::Row& row) { heads.emplace_back(row.get<std::uint64_t>(0), row.get<Hash>(1)); }, space);
    transaction.each(
        select_tiles, [&](const db::Row& row) { tiles.push_back({row.get<std::uint64_t>(0), row.get<Hash>(1)}); }, space);
    revision = transaction.one<std::uint64_t>(select_revision, space).value_or(0);
  });
  if (revision != wanted.size())
    wrong.push_back(fmt::format("The space's revision is {}, its record has {} leaves.", revision, wanted.size()));
  if (!heads.empty() && heads.back().first > wanted.size())
    wrong.push_back(fmt::format("A head of {} leaves was signed, but only {} are there: the end of the record is gone.",
                                heads.back().first, wanted.size()));
  Follower follower{Frontier()};
  auto head = heads.begin();
  auto compare = [&] {
    for (; head != heads.end() && head->first == follower.frontier().size(); ++head)
      if (head->second != follower.frontier().root())
        wrong.push_back(fmt::format("The leaves do not give the signed head of size {}.", head->first));
  };
  compare();
  auto broken = read_leaves(database, space, 0, wanted.size(), [&](const Hash& hash) {
    follower.append(hash);
    compare();
  });
  if (!broken.empty()) {
    wrong.push_back(broken);
    return wrong;
  }
  if (follower.frontier() != wanted) wrong.push_back("The stored leaves do not give the stored peaks.");
  for (auto& tile : tiles)
    if (tile.index >= follower.tiles().size() || follower.tiles()[tile.index].root != tile.root)
      wrong.push_back(fmt::format("The stored root of leaves {} and following is not theirs.", tile.index * tile_leaves));
  return wrong;
}

std::size_t recompute_all(db::Database& database, const Alarm& alarm) {
  auto spaces = database.read(as_signer(), [](db::Transaction& transaction) { return transaction.all<SpaceId>(select_spaces); });
  std::size_t count = 0;
  for (auto space : spaces) {
    auto wrong = recompute(database, space);
    for (auto& sentence : wrong)
      if (alarm) alarm(space, sentence);
    if (!wrong.empty()) ++count;
  }
  return count;
}

std::int64_t thin_heads(db::Transaction& transaction, Instant now) {
  return transaction.run(delete_thin, now.plus_seconds(-86'400));
}

}  // namespace entente::record
