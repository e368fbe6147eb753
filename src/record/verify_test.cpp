#include "record/verify.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "json/json.hpp"
#include "record/checkpoint.hpp"
#include "record/leaf.hpp"

namespace {
using namespace entente;
using namespace entente::record;

/// A server's record of a few leaves, kept as lists so that a test can do to it what a forger would.
struct Forge {
  SeededRandom random{11};
  SpaceId space = SpaceId::make(random);
  auth::SigningKey key = auth::make_signing_key(random);
  std::string server = "server.example/entente";
  std::vector<std::string> leaves;
  std::vector<std::uint64_t> head_sizes = {4, 9};
  std::vector<VerifierKey> keys = {{server, SignatureType::ed25519, key.public_key}};

  explicit Forge(std::size_t count = 12) {
    for (std::size_t i = 0; i < count; ++i) leaves.push_back(leaf(i, fmt::format("{{\"title\":\"Title {}\"}}", i)));
  }
  std::string leaf(std::uint64_t index, std::string after, std::string_view kind = "objective.changed") {
    Leaf leaf;
    leaf.space = space;
    leaf.index = index;
    leaf.act = ActId::make(random);
    leaf.kind = kind;
    leaf.at = parse_instant("2008-06-30T12:00:00Z");
    leaf.channel = Channel::web;
    leaf.object = {"objective", "o1", 2, {}};
    leaf.after = canonical(after);
    return leaf_bytes(leaf);
  }
  std::string origin() const { return origin_of(server, space); }
  Tree tree() const {
    Tree tree;
    for (auto& leaf : leaves) tree.append(leaf_hash(leaf));
    return tree;
  }
  std::string head(std::uint64_t size, const auth::SigningKey& signer) const {
    return signed_head({origin(), size, tree().root(size)}, server, signer);
  }
  std::string head(std::uint64_t size) const { return head(size, key); }

  /// The lines of an honest export.
  std::vector<std::string> lines() const {
    FileHeader header{1, origin(), space.text(), {}, {}};
    for (auto& each : keys) header.keys.push_back(each.text());
    std::vector<std::string> lines = {json::text(header)};
    for (std::size_t i = 0; i <= leaves.size(); ++i) {
      for (auto size : head_sizes)
        if (size == i) lines.push_back(json::text(FileHead{head(size)}));
      if (i < leaves.size()) lines.push_back(json::text(FileLeaf{i, auth::base64(leaves[i]), {}}));
    }
    lines.push_back(json::text(FileEnd{leaves.size(), head(leaves.size())}));
    return lines;
  }
  ReceiptFile receipt(std::uint64_t index) const {
    ReceiptFile file{1, origin(), index, auth::base64(leaves[index]), head(leaves.size()), {}, {keys[0].text()}, {}, {}};
    for (auto& hash : tree().inclusion_proof(index, leaves.size())) file.proof.push_back(auth::base64(auth::bytes_of(hash)));
    return file;
  }
};

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (auto& line : lines) text += line + "\n";
  return text;
}
VerifyReport report_of(const std::string& text, const VerifyOptions& options = {}) {
  std::istringstream in(text);
  return verify(in, options);
}
bool says(const VerifyReport& report, std::string_view words) {
  return std::any_of(report.wrong.begin(), report.wrong.end(),
                     [&](auto& sentence) { return sentence.find(words) != std::string::npos; });
}
std::size_t line_of_leaf(const std::vector<std::string>& lines, int index) {
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (lines[i].starts_with(fmt::format("{{\"index\":{},", index))) return i;
  return 0;
}
}  // namespace

TEST_CASE("an honest export and an honest receipt verify, with and without a trusted key") {
  Forge forge;
  auto report = report_of(joined(forge.lines()));
  CHECK_MESSAGE(report.right(), report.text());
  CHECK(report.kind == FileKind::record);
  CHECK(report.leaves == 12);
  CHECK(report.heads == 2);
  CHECK(report_of(joined(forge.lines()), {forge.keys, {}, {}}).right());
  for (std::uint64_t i = 0; i < 12; ++i) {
    auto receipt = report_of(json::text(forge.receipt(i)), {forge.keys, {}, {}});
    CHECK_MESSAGE(receipt.right(), receipt.text());
  }
  CHECK(report_of(joined(Forge(0).lines())).right());
}

TEST_CASE("a flipped bit in any byte of a receipt is found") {
  Forge forge;
  auto text = json::text(forge.receipt(7));
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto changed = text;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    CHECK_MESSAGE(!report_of(changed, {forge.keys, {}, {}}).right(), "byte ", i);
  }
}

TEST_CASE("a flipped bit in any byte of an export is found") {
  Forge forge(5);
  forge.head_sizes = {3};
  auto text = joined(forge.lines());
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {  // without the last newline, which means nothing
    auto changed = text;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    CHECK_MESSAGE(!report_of(changed, {forge.keys, {}, {}}).right(), "byte ", i);
  }
}

TEST_CASE("a changed leaf is found between the heads that it lies between") {
  Forge forge;
  auto lines = forge.lines();
  lines[line_of_leaf(lines, 6)] =
      json::text(FileLeaf{6, auth::base64(forge.leaf(6, "{\"title\":\"Forged\"}")), {}});
  auto report = report_of(joined(lines));
  CHECK(says(report, "the leaves 4 to 8 was changed"));
}

TEST_CASE("a leaf that is missing, swapped or put in is found, renumbered or not") {
  Forge forge;
  auto lines = forge.lines();
  auto missing = lines;
  missing.erase(missing.begin() + static_cast<std::ptrdiff_t>(line_of_leaf(lines, 6)));
  CHECK(says(report_of(joined(missing)), "Where leaf 6 should stand there is leaf 7"));
  auto swapped = lines;
  std::swap(swapped[line_of_leaf(lines, 6)], swapped[line_of_leaf(lines, 7)]);
  CHECK(says(report_of(joined(swapped)), "swapped"));
  auto doubled = lines;
  doubled.insert(doubled.begin() + static_cast<std::ptrdiff_t>(line_of_leaf(lines, 6)), lines[line_of_leaf(lines, 6)]);
  CHECK_FALSE(report_of(joined(doubled)).right());

  // A forger who also writes the numbers anew, but cannot sign.
  Forge renumbered;
  renumbered.leaves.erase(renumbered.leaves.begin() + 6);
  auto forged = renumbered.lines();
  for (auto& line : forged)
    if (line.starts_with("{\"head\"")) line = lines[6 + 1 + (line == forged[5] ? -2 : 0)];
  CHECK_FALSE(report_of(joined(forged), {forge.keys, {}, {}}).right());
}

TEST_CASE("a file that is cut anywhere is found") {
  Forge forge(6);
  auto text = joined(forge.lines());
  for (std::size_t length = 0; length + 1 < text.size(); length += 7)
    CHECK_FALSE(report_of(text.substr(0, length)).right());
}

TEST_CASE("a shortened record is found by an earlier head, and only by it") {
  Forge forge;
  VerifyOptions options{forge.keys, {}, {forge.head(12)}};
  CHECK(report_of(joined(forge.lines()), options).right());
  Forge shorter(12);
  shorter.leaves.resize(9);
  shorter.head_sizes = {4};
  CHECK(report_of(joined(shorter.lines())).right());  // the control: rightly signed, so nothing to see without the head
  CHECK(says(report_of(joined(shorter.lines()), options), "shortened"));
}

TEST_CASE("another history, signed by the same server, is found by an earlier head") {
  Forge forge;
  Forge other;
  other.leaves[2] = other.leaf(2, "{\"title\":\"Another history\"}");
  CHECK(report_of(joined(other.lines()), {forge.keys, {}, {}}).right());  // the control
  for (std::uint64_t size : {3, 5, 12}) {
    auto report = report_of(joined(other.lines()), {forge.keys, {}, {forge.head(size)}});
    CHECK(says(report, "another history"));
  }
  CHECK(report_of(joined(other.lines()), {forge.keys, {}, {forge.head(2)}}).right());  // before the histories part
  auto receipt = json::text(other.receipt(5));
  CHECK(says(report_of(receipt, {forge.keys, {}, {forge.head(12)}}), "another history"));
}

TEST_CASE("an old state that was put back is found by a head from after it, though the server goes on and signs") {
  Forge before;
  std::vector<std::string> kept = {before.head(8), before.head(12)};
  // The server is restored to its ninth leaf, says so, and goes on to be longer than before.
  Forge after;
  after.leaves.resize(9);
  after.leaves.push_back(after.leaf(9, "{\"backup_at\":\"2008-06-30T11:00:00Z\"}", restored_kind));
  for (std::uint64_t i = 10; i < 15; ++i) after.leaves.push_back(after.leaf(i, fmt::format("{{\"title\":\"After {}\"}}", i)));
  after.head_sizes = {4, 11};
  auto alone = report_of(joined(after.lines()), {after.keys, {}, {}});
  CHECK_MESSAGE(alone.right(), alone.text());  // the control: nothing to see without a head from before
  CHECK(alone.notes.size() == 1);
  CHECK(report_of(joined(after.lines()), {after.keys, {}, {kept[0]}}).right());  // from before the backup
  CHECK(says(report_of(joined(after.lines()), {after.keys, {}, {kept[1]}}), "another history"));
  // One that does not say so is found in the same way.
  after.leaves[9] = after.leaf(9, "{\"title\":\"As if nothing had been\"}");
  CHECK(says(report_of(joined(after.lines()), {after.keys, {}, {kept[1]}}), "another history"));
}

TEST_CASE("heads that are unsigned or signed by another key are found") {
  Forge forge;
  auto stranger = auth::make_signing_key(forge.random);
  auto lines = forge.lines();
  lines.back() = json::text(FileEnd{12, forge.head(12, stranger)});
  CHECK_FALSE(report_of(joined(lines)).right());
  Note bare{Checkpoint{forge.origin(), 12, forge.tree().root()}.text(), {}};
  lines.back() = json::text(FileEnd{12, bare.whole()});
  CHECK_FALSE(report_of(joined(lines)).right());
  // All signed anew by the forger, whose key the file names: found as soon as the right key is known.
  Forge forged;
  forged.key = stranger;
  forged.keys[0].public_key = stranger.public_key;
  CHECK(report_of(joined(forged.lines())).right());
  CHECK_FALSE(report_of(joined(forged.lines()), {forge.keys, {}, {}}).right());
}

TEST_CASE("a new key is trusted once the old one has signed the leaf that names it") {
  Forge forge;
  auto successor = auth::make_signing_key(forge.random);
  VerifierKey next{forge.server, SignatureType::ed25519, successor.public_key};
  forge.leaves[6] = forge.leaf(6, fmt::format("{{\"key\":\"{}\"}}", next.text()), key_changed_kind);
  auto lines = forge.lines();
  lines.back() = json::text(FileEnd{12, forge.head(12, successor)});
  auto report = report_of(joined(lines), {forge.keys, {}, {}});
  CHECK_MESSAGE(report.right(), report.text());
  forge.head_sizes = {4};  // the old key has signed nothing after that leaf
  lines = forge.lines();
  lines.back() = json::text(FileEnd{12, forge.head(12, successor)});
  CHECK_FALSE(report_of(joined(lines), {forge.keys, {}, {}}).right());
}

TEST_CASE("a witness that must have countersigned is asked for") {
  Forge forge;
  auto witness = auth::make_signing_key(forge.random);
  VerifierKey key{"party.example/witness", SignatureType::cosignature, witness.public_key};
  VerifyOptions options{forge.keys, {key}, {}};
  CHECK(says(report_of(joined(forge.lines()), options), "has signed none"));
  auto note = parse_note(forge.head(12));
  note.signatures.push_back(cosign_note(note.text, key.name, witness, parse_instant("2024-05-01T00:00:00Z")));
  auto lines = forge.lines();
  lines.back() = json::text(FileEnd{12, note.whole()});
  CHECK(report_of(joined(lines), options).right());
  note.signatures.back().bytes.back() ^= 1;
  lines.back() = json::text(FileEnd{12, note.whole()});
  CHECK(says(report_of(joined(lines), options), "witness"));
}

TEST_CASE("the name of the person who acted is checked against the leaf") {
  Forge forge(1);
  auto person = PersonId::make(forge.random);
  auto leaf = parse_leaf(forge.leaves[0]);
  leaf.person = commitment("0123456789abcdef", person, "Ann");
  forge.leaves[0] = leaf_bytes(leaf);
  auto file = forge.receipt(0);
  file.who = FileWho{person.text(), "Ann", auth::base64("0123456789abcdef")};
  CHECK(report_of(json::text(file)).right());
  file.who->name = "Bob";
  CHECK(says(report_of(json::text(file)), "does not name “Bob”"));
}

TEST_CASE("what is no record at all gets a plain answer") {
  CHECK_FALSE(report_of("").right());
  CHECK_FALSE(report_of("hello").right());
  CHECK_FALSE(report_of("{\"entente_record\":1}").right());
  CHECK_FALSE(report_of("{\"entente_receipt\":1}").right());
  CHECK_FALSE(report_of(std::string(2'000'000, 'x')).right());
  CHECK_FALSE(report_of(std::string(500'000, '\n')).right());
}
