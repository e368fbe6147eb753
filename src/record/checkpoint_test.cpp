#include "record/checkpoint.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"

namespace {
using namespace entente;
using namespace entente::record;

// The key and note of the Go module checksum database's note package, which the C2SP format comes from.
constexpr auto peter = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
constexpr auto enoch = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
const std::string text =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const std::string peter_line =
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
const std::string enoch_line =
    "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";
}  // namespace

TEST_CASE("the published note verifies under the published keys, each on its own") {
  auto both = parse_note(text + "\n" + peter_line + enoch_line);
  CHECK(both.text == text);
  CHECK(both.whole() == text + "\n" + peter_line + enoch_line);
  CHECK(check_signature(both, parse_verifier_key(peter)) == SignatureState::valid);
  CHECK(check_signature(both, parse_verifier_key(enoch)) == SignatureState::valid);
  auto one = parse_note(text + "\n" + peter_line);
  CHECK(check_signature(one, parse_verifier_key(enoch)) == SignatureState::absent);
}

TEST_CASE("the published private key makes the published signature") {
  // "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEK…": the seed follows the type byte.
  auto seed = auth::from_base64("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz")->substr(1);
  auto key = auth::signing_key_of(seed);
  CHECK(VerifierKey{"PeterNeumann", SignatureType::ed25519, key.public_key}.text() == peter);
  Note note{text, {sign_note(text, "PeterNeumann", key)}};
  CHECK(note.whole() == text + "\n" + peter_line);
}

TEST_CASE("every changed byte of a note is noticed") {
  auto whole = text + "\n" + peter_line;
  auto key = parse_verifier_key(peter);
  for (std::size_t i = 0; i < whole.size(); ++i) {
    auto changed = whole;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    auto state = SignatureState::wrong;
    try {
      state = check_signature(parse_note(changed), key);
    } catch (const Error&) {
    }
    CHECK_MESSAGE(state != SignatureState::valid, "byte ", i);
  }
}

TEST_CASE("a verifier key with a changed character, or only a part of one, is refused") {
  std::string key = peter;
  for (std::size_t i = 0; i < key.size(); ++i) {
    auto changed = key;
    ++changed[i];
    CHECK_THROWS_AS(parse_verifier_key(changed), Error);
    CHECK_THROWS_AS(parse_verifier_key(key.substr(0, i)), Error);
  }
  // A key of the wrong length and an unknown kind of signature, each with a fitting id.
  CHECK_THROWS_AS(parse_verifier_key("PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY=="), Error);
  CHECK_THROWS_AS(parse_verifier_key("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"), Error);
}

TEST_CASE("what is not a note is refused") {
  for (auto& bad : {text, text + "\n", text + "\n" + peter_line.substr(0, peter_line.size() - 1),
                    "\x01" + text + "\n" + peter_line, "\xff" + text + "\n" + peter_line,
                    text + "\n— Bad Name" + peter_line.substr(16), text + "\n" + peter_line + "Unexpected line.\n"})
    CHECK_THROWS_AS(parse_note(bad), Error);
  std::string many = text + "\n";
  for (int i = 0; i < 65; ++i) many += peter_line;
  CHECK_THROWS_AS(parse_note(many), Error);
}

TEST_CASE("a checkpoint survives text and back, as the format's own example is written") {
  std::string example = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
  auto checkpoint = parse_checkpoint(example);
  CHECK(checkpoint.origin == "example.com/behind-the-sofa");
  CHECK(checkpoint.size == 20852163);
  CHECK(checkpoint.text() == example);
  CHECK(parse_checkpoint(example + "extension\n") == checkpoint);
  for (auto bad : {"", "a\n1\n", "a\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                   "a\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n", "a\n1\nCsUY\n",
                   "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=", "\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                   "a\n99999999999999999999\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"})
    CHECK_THROWS_AS(parse_checkpoint(bad), Error);
}

TEST_CASE("a head carries the server's signature and the witnesses' beside it") {
  SeededRandom random(1);
  auto server = auth::make_signing_key(random);
  auto witness = auth::make_signing_key(random);
  Checkpoint checkpoint{"server.example/entente/space", 3, leaf_hash("x")};
  auto note = parse_note(signed_head(checkpoint, "server.example/entente", server));
  note.signatures.push_back(cosign_note(note.text, "party.example/witness", witness, parse_instant("2024-05-01T00:00:00Z")));
  note = parse_note(note.whole());
  VerifierKey server_key{"server.example/entente", SignatureType::ed25519, server.public_key};
  VerifierKey witness_key{"party.example/witness", SignatureType::cosignature, witness.public_key};
  CHECK(check_signature(note, server_key) == SignatureState::valid);
  CHECK(check_signature(note, witness_key) == SignatureState::valid);
  CHECK(parse_verifier_key(witness_key.text()) == witness_key);
  CHECK(parse_checkpoint(note.text) == checkpoint);
  note.signatures[1].bytes[7] ^= 1;  // another time than the one that was signed
  CHECK(check_signature(note, witness_key) == SignatureState::wrong);
}
