#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "auth/crypto.hpp"
#include "base/clock.hpp"

namespace entente::record {

/// Signed notes (c2sp.org/signed-note): a text that ends in a newline, an empty line, and lines of the form
/// "— name base64(key id ‖ signature)".

/// How a key signs. The numbers are those that C2SP assigned.
enum class SignatureType : std::uint8_t {
  ed25519 = 1,      ///< over the text itself
  cosignature = 4,  ///< a witness's, over the time and the text (c2sp.org/tlog-cosignature)
};

/// Who may sign: what a verifier has to know beforehand. As text "name+key id in hexadecimal+base64(type ‖ key)".
struct VerifierKey {
  std::string name;  ///< without spaces and "+"
  SignatureType type = SignatureType::ed25519;
  std::string public_key;  ///< 32 bytes

  /// The first four bytes of SHA-256(name ‖ newline ‖ type ‖ public key), big-endian.
  std::uint32_t id() const;
  std::string text() const;
  friend bool operator==(const VerifierKey&, const VerifierKey&) = default;
};

/// Throws `bad_input` unless every part is right, the key id included.
VerifierKey parse_verifier_key(std::string_view text);
/// Not empty, at most 200 bytes, no space, no "+", no control character.
bool is_key_name(std::string_view name);

struct NoteSignature {
  std::string name;
  std::uint32_t key_id = 0;
  std::string bytes;  ///< without the key id
};

struct Note {
  std::string text;  ///< with its last newline
  std::vector<NoteSignature> signatures;

  /// The whole note: text, empty line, signature lines.
  std::string whole() const;
};

/// Throws `bad_input` (code `malformed_note`) unless `whole` is a signed note of at most 64 signatures.
Note parse_note(std::string_view whole);

NoteSignature sign_note(std::string_view text, std::string_view name, const auth::SigningKey& key);
/// A witness's signature: "at this time this was the longest state of the log that I have seen".
NoteSignature cosign_note(std::string_view text, std::string_view name, const auth::SigningKey& key, Instant time);

enum class SignatureState {
  valid,
  wrong,   ///< the key's name and id are there, but a signature is not that key's over this text
  absent,  ///< nothing signed by this key
};
SignatureState check_signature(const Note& note, const VerifierKey& key);

}  // namespace entente::record
