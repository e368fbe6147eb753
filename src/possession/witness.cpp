#include "possession/witness.hpp"

#include "possession/spaces.hpp"
#include "record/checkpoint.hpp"
#include "record/export.hpp"

namespace entente::possession {
namespace {

using access::Act;
using access::Grant;

constexpr std::string_view witnesses_sql =
    "SELECT witness.key, COALESCE(party.name, ''), witness.party, witness.made_at, cosigned.size, cosigned.at FROM witness "
    "LEFT JOIN party ON party.id = witness.party "
    "LEFT JOIN cosignature cosigned ON cosigned.space = witness.space AND cosigned.key = witness.key AND cosigned.size = "
    "(SELECT MAX(size) FROM cosignature WHERE cosignature.space = witness.space AND cosignature.key = witness.key) "
    "WHERE witness.space = $1 AND witness.removed_at IS NULL ORDER BY witness.made_at, witness.key";

constexpr std::string_view active_sql = "SELECT key FROM witness WHERE space = $1 AND removed_at IS NULL ORDER BY made_at, key";

struct Row {
  std::string key;
  std::string party_name;
  std::optional<PartyId> party;
  Instant made_at;
  std::optional<std::int64_t> size;
  std::optional<Instant> at;
};
BOOST_DESCRIBE_STRUCT(Row, (), (key, party_name, party, made_at, size, at))

struct Told {
  std::string name;
  std::string key;
};
BOOST_DESCRIBE_STRUCT(Told, (), (name, key))

/// A name for a witness in addresses: its key holds characters that have a meaning there.
std::string id_of(const SpaceId& space, std::string_view key) { return auth::sha256_hex(fmt::format("{}\n{}", space.view(), key)).substr(0, 20); }

const Grant& need_manager(const Viewer& viewer, const AllianceId& alliance) {
  const Grant& grant = viewer.need_record(alliance);
  if (grant.reach(Act::manage_members) != access::Reach::own_party || grant.party.empty()) throw_not_found();
  return grant;
}

Changed tell(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const SpaceId& space, std::string_view kind,
             const record::VerifierKey& key) {
  std::string id = id_of(space, key.text());
  access::ActDraft draft{alliance, space, kind, "witness", id, 1, "", json::text(Told{key.name, key.text()})};
  return {id, 1, door.act(transaction, viewer, draft), false};
}

}  // namespace

SpaceId need_space(const Viewer& viewer, const AllianceId& alliance, const std::optional<SpaceId>& asked) {
  const Grant& grant = viewer.need_record(alliance);
  if (!asked) return grant.shared;
  for (const auto& space : spaces_of(viewer, grant))
    if (space.id == *asked) return *asked;
  throw_not_found();
}

WitnessList witnesses(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance) {
  const Grant& grant = viewer.need_record(alliance);
  WitnessList list;
  list.may_change = grant.reach(Act::manage_members) == access::Reach::own_party && !grant.party.empty();
  for (const auto& space : spaces_of(viewer, grant)) {
    auto head = record::newest_head(transaction, space.id);
    list.heads.push_back({space.id, space.name, head ? static_cast<std::int64_t>(head->size) : 0, head ? std::optional(head->signed_at) : std::nullopt});
    for (auto& row : transaction.all<Row>(witnesses_sql, space.id))
      list.items.push_back({id_of(space.id, row.key), space.id, space.name, record::parse_verifier_key(row.key).name, row.key, row.party_name,
                            row.party && *row.party == grant.party && !grant.party.empty(), row.made_at, row.size, row.at});
  }
  return list;
}

Changed add_witness(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const WitnessInput& input) {
  const Grant& grant = need_manager(viewer, alliance);
  auto space = need_space(viewer, alliance, input.space);
  std::string text = input.key;
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
  record::VerifierKey key;
  try {
    key = record::parse_verifier_key(text);
  } catch (const Error&) {
    throw_bad_field("key", "bad_key", "This is not a verifier key. It has the form name+number+key, as “entente witness new” prints it.");
  }
  record::add_witness(transaction, space, text, grant.party, door.now());
  return tell(door, transaction, viewer, alliance, space, "created", key);
}

Changed remove_witness(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, std::string_view id) {
  need_manager(viewer, alliance);
  for (const auto& item : witnesses(transaction, viewer, alliance).items) {
    if (item.id != id || !item.ours) continue;
    record::remove_witness(transaction, item.space, item.key, door.now());
    return tell(door, transaction, viewer, alliance, item.space, "removed", record::parse_verifier_key(item.key));
  }
  throw_not_found();
}

namespace {

/// The signed head in what was pasted: in a terminal the report of the check stands above it. Its second line is the number of leaves.
std::string head_in(const std::string& text) {
  std::vector<std::string_view> lines;
  for (std::string_view rest = text; !rest.empty();) {
    auto end = std::min(rest.find('\n'), rest.size());
    lines.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  auto is_number = [](std::string_view line) { return !line.empty() && line.find_first_not_of("0123456789") == std::string_view::npos; };
  for (std::size_t i = 1; i + 2 < lines.size(); ++i)
    if (is_number(lines[i]) && lines[i + 2].empty()) return text.substr(static_cast<std::size_t>(lines[i - 1].data() - text.data()));
  return text;
}

}  // namespace

void add_cosignature(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const CosignatureInput& input) {
  auto space = need_space(viewer, alliance, input.space);
  std::string text = head_in(input.head);
  if (!text.ends_with('\n')) text += '\n';
  record::Note note;
  record::Checkpoint head;
  try {
    note = record::parse_note(text);
    head = record::parse_checkpoint(note.text);
  } catch (const Error&) {
    throw_bad_field("head", "malformed_note", "This is not a countersigned head. Paste all that “entente witness sign” printed, from the first line to the last.");
  }
  auto kept = record::head_of_size(transaction, space, head.size);
  if (!kept || record::parse_note(kept->note).text != note.text)
    throw_bad_field("head", "unknown_head", "The server has no such head of this record: it is another record's, or shows another history.");
  for (const auto& key : transaction.all<std::string>(active_sql, space)) {
    if (check_signature(note, record::parse_verifier_key(key)) != record::SignatureState::valid) continue;
    auto name = record::parse_verifier_key(key).name;
    for (const auto& signature : note.signatures)
      if (signature.name == name)
        record::add_cosignature(transaction, space, head.size, record::Note{note.text, {signature}}.whole().substr(note.text.size() + 1), door.now());
    return;
  }
  throw_bad_field("head", "wrong_signature", "None of the registered witnesses has signed this. Register the key first.");
}

}  // namespace entente::possession
