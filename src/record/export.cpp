#include "record/export.hpp"

#include "base/error.hpp"
#include "json/json.hpp"

namespace entente::record {
namespace {

constexpr std::uint64_t chunk = 1'000;

constexpr std::string_view select_leaf = "SELECT leaf FROM record_leaf WHERE space = $1 AND idx = $2";
constexpr std::string_view select_leaves =
    "SELECT leaf FROM record_leaf WHERE space = $1 AND idx >= $2 AND idx < $3 ORDER BY idx";
constexpr std::string_view select_head_sizes =
    "SELECT size FROM record_head WHERE space = $1 AND size >= $2 AND size < $3 ORDER BY size";
constexpr std::string_view select_people = "SELECT commitment, person, name, salt FROM record_person WHERE space = $1";
constexpr std::string_view select_person =
    "SELECT person, name, salt FROM record_person WHERE space = $1 AND commitment = $2";
constexpr std::string_view insert_witness =
    "INSERT INTO witness (space, key, party, made_at, removed_at) VALUES ($1, $2, $3, $4, NULL) "
    "ON CONFLICT (space, key) DO UPDATE SET party = EXCLUDED.party, made_at = EXCLUDED.made_at, removed_at = NULL WHERE witness.removed_at IS NOT NULL";
constexpr std::string_view retire_witness = "UPDATE witness SET removed_at = $3 WHERE space = $1 AND key = $2 AND removed_at IS NULL";
constexpr std::string_view select_witnesses = "SELECT key FROM witness WHERE space = $1 ORDER BY made_at, key";
constexpr std::string_view select_active = "SELECT key FROM witness WHERE space = $1 AND removed_at IS NULL ORDER BY made_at, key";
constexpr std::string_view insert_cosignature =
    "INSERT INTO cosignature (space, size, key, line, at) VALUES ($1, $2, $3, $4, $5) "
    "ON CONFLICT (space, size, key) DO UPDATE SET line = EXCLUDED.line, at = EXCLUDED.at";

std::string_view as_text(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::vector<std::string> texts(const std::vector<VerifierKey>& keys) {
  std::vector<std::string> texts;
  for (auto& key : keys) texts.push_back(key.text());
  return texts;
}

}  // namespace

std::optional<std::string> receipt_file(db::Transaction& transaction, const Signer& signer, SpaceId space,
                                        std::uint64_t index) {
  auto head = newest_head(transaction, space, index + 1);
  if (!head) return std::nullopt;
  ReceiptFile file;
  file.origin = signer.origin(space);
  file.index = index;
  transaction.each(select_leaf, [&](const db::Row& row) { file.leaf = auth::base64(as_text(row.bytes(0))); }, space, index);
  if (file.leaf.empty()) return std::nullopt;
  file.head = head->note;
  for (auto& hash : inclusion_proof(transaction, space, index, head->size))
    file.proof.push_back(auth::base64(auth::bytes_of(hash)));
  file.keys = texts(signer.keys());
  file.witnesses = texts(witnesses(transaction, space));
  if (auto person = parse_leaf(*auth::from_base64(file.leaf)).person)
    transaction.each(
        select_person,
        [&](const db::Row& row) {
          file.who = FileWho{row.get<std::string>(0), row.get<std::string>(1), auth::base64(as_text(row.bytes(2)))};
        },
        space, *person);
  return json::text(file) + "\n";
}

SignedHead export_record(db::Database& database, Signer& signer, SpaceId space,
                         const std::function<void(std::string_view)>& out, const db::Sight& sight) {
  signer.sign_now(space);
  FileHeader header;
  std::optional<SignedHead> last;
  std::map<Hash, FileWho> people;
  database.read(sight, [&](db::Transaction& transaction) {
    last = newest_head(transaction, space);
    header.keys = texts(signer.keys());
    header.witnesses = texts(witnesses(transaction, space));
    transaction.each(
        select_people,
        [&](const db::Row& row) {
          people[row.get<Hash>(0)] = {row.get<std::string>(1), row.get<std::string>(2), auth::base64(as_text(row.bytes(3)))};
        },
        space);
  });
  if (!last) throw_not_found();  // nothing was ever done in this space
  header.origin = signer.origin(space);
  header.space = space.text();
  std::string text = json::text(header) + "\n";
  std::uint64_t index = 0;
  for (std::uint64_t begin = 0; begin < last->size; begin += chunk) {
    auto end = std::min(begin + chunk, last->size);
    database.read(sight, [&](db::Transaction& transaction) {
      auto sizes = transaction.all<std::uint64_t>(select_head_sizes, space, begin + 1, end + 1);
      std::map<std::uint64_t, std::string> heads;
      for (auto size : sizes)
        if (size != last->size) heads[size] = head_of_size(transaction, space, size)->note;
      transaction.each(
          select_leaves,
          [&](const db::Row& row) {
            auto bytes = as_text(row.bytes(0));
            FileLeaf line{index, auth::base64(bytes), {}};
            if (auto person = parse_leaf(bytes).person)
              if (auto found = people.find(*person); found != people.end()) line.who = found->second;
            json::write(text, line);
            text += '\n';
            ++index;
            if (auto head = heads.find(index); head != heads.end()) text += json::text(FileHead{head->second}) + "\n";
          },
          space, begin, end);
    });
    out(text);
    text.clear();
  }
  out(text + json::text(FileEnd{last->size, last->note}) + "\n");
  return *last;
}

void add_witness(db::Transaction& transaction, SpaceId space, std::string_view key, PartyId party, Instant now) {
  parse_verifier_key(key);
  if (transaction.run(insert_witness, space, key, party, now) == 0)
    throw Error(ErrorKind::conflict, "witness_already", "This key is registered already.");
}

void remove_witness(db::Transaction& transaction, SpaceId space, std::string_view key, Instant now) {
  if (transaction.run(retire_witness, space, key, now) == 0) throw_not_found();
}

std::vector<VerifierKey> witnesses(db::Transaction& transaction, SpaceId space) {
  std::vector<VerifierKey> keys;
  for (auto& text : transaction.all<std::string>(select_witnesses, space)) keys.push_back(parse_verifier_key(text));
  return keys;
}

void add_cosignature(db::Transaction& transaction, SpaceId space, std::uint64_t size, std::string_view line, Instant now) {
  auto head = head_of_size(transaction, space, size);
  if (!head) throw_not_found();
  auto text = parse_note(head->note).text;
  auto note = parse_note(text + "\n" + std::string(line) + (line.ends_with('\n') ? "" : "\n"));
  if (note.signatures.size() != 1)
    throw_bad_field("line", "malformed_note", "Send exactly one signature line.");
  for (auto& key : transaction.all<std::string>(select_active, space)) {
    if (check_signature(note, parse_verifier_key(key)) != SignatureState::valid) continue;
    auto whole = Note{text, note.signatures}.whole();
    transaction.run(insert_cosignature, space, size, key, whole.substr(text.size() + 1), now);
    return;
  }
  throw_bad_field("line", "wrong_signature", "This is not a registered witness's signature of that head.");
}

}  // namespace entente::record
