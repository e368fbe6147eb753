#include "record/note.hpp"

#include "base/error.hpp"

namespace entente::record {
namespace {

constexpr std::string_view dash = "\xe2\x80\x94 ";
constexpr std::size_t most_signatures = 64;

std::string big_endian(std::uint64_t number, int count) {
  std::string bytes;
  for (int i = count - 1; i >= 0; --i) bytes += static_cast<char>(number >> (8 * i) & 0xff);
  return bytes;
}

std::uint64_t from_big_endian(std::string_view bytes) {
  std::uint64_t number = 0;
  for (unsigned char byte : bytes) number = number << 8 | byte;
  return number;
}

[[noreturn]] void throw_malformed(std::string_view why) {
  throw_bad_field("note", "malformed_note", fmt::format("This is not a signed note: {}.", why));
}

/// Strict UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    auto byte = static_cast<unsigned char>(text[i]);
    std::size_t length = byte < 0x80 ? 1 : byte >= 0xc2 && byte < 0xe0 ? 2 : byte >= 0xe0 && byte < 0xf0 ? 3
                         : byte >= 0xf0 && byte < 0xf5 ? 4 : 0;
    if (length == 0 || i + length > text.size()) return false;
    for (std::size_t k = 1; k < length; ++k)
      if ((static_cast<unsigned char>(text[i + k]) & 0xc0) != 0x80) return false;
    auto next = length > 1 ? static_cast<unsigned char>(text[i + 1]) : 0;
    if ((byte == 0xe0 && next < 0xa0) || (byte == 0xed && next > 0x9f) || (byte == 0xf0 && next < 0x90) ||
        (byte == 0xf4 && next > 0x8f))
      return false;
    i += length;
  }
  return true;
}

NoteSignature parse_signature(std::string_view line) {
  if (!line.starts_with(dash)) throw_malformed("a signature line does not begin with a dash and a space");
  line.remove_prefix(dash.size());
  auto space = line.find(' ');
  if (space == std::string_view::npos) throw_malformed("a signature line has no signature");
  auto bytes = auth::from_base64(line.substr(space + 1));
  if (!is_key_name(line.substr(0, space))) throw_malformed("a key's name is not allowed");
  if (!bytes || bytes->size() < 5) throw_malformed("a signature is not base64");
  return {std::string(line.substr(0, space)), static_cast<std::uint32_t>(from_big_endian(bytes->substr(0, 4))),
          bytes->substr(4)};
}

std::string cosigned_text(std::string_view text, std::uint64_t seconds) {
  return fmt::format("cosignature/v1\ntime {}\n{}", seconds, text);
}

bool is_valid(const NoteSignature& signature, const VerifierKey& key, std::string_view text) {
  if (key.type == SignatureType::ed25519) return auth::is_signed(key.public_key, text, signature.bytes);
  if (signature.bytes.size() != 8 + 64) return false;
  auto seconds = from_big_endian(std::string_view(signature.bytes).substr(0, 8));
  return auth::is_signed(key.public_key, cosigned_text(text, seconds), std::string_view(signature.bytes).substr(8));
}

}  // namespace

bool is_key_name(std::string_view name) {
  // The spaces of Unicode beyond ASCII all begin with these bytes in UTF-8: U+0085, U+00A0, U+1680, U+2000 and above,
  // U+3000.
  for (std::string_view space : {"\xc2\x85", "\xc2\xa0", "\xe1\x9a\x80", "\xe2\x80\xa8", "\xe2\x80\xa9", "\xe2\x80\xaf",
                                 "\xe2\x81\x9f", "\xe3\x80\x80"})
    if (name.find(space) != std::string_view::npos) return false;
  for (std::size_t i = 0; i + 2 < name.size(); ++i)  // U+2000 to U+200A
    if (name.substr(i, 2) == "\xe2\x80" && static_cast<unsigned char>(name[i + 2]) <= 0x8a) return false;
  return !name.empty() && name.size() <= 200 && is_utf8(name) &&
         std::none_of(name.begin(), name.end(), [](unsigned char c) { return c <= ' ' || c == '+' || c == 0x7f; });
}

std::uint32_t VerifierKey::id() const {
  auto digest = auth::sha256(name + "\n" + static_cast<char>(type) + public_key);
  return static_cast<std::uint32_t>(from_big_endian(auth::bytes_of(digest).substr(0, 4)));
}

std::string VerifierKey::text() const {
  return fmt::format("{}+{:08x}+{}", name, id(), auth::base64(static_cast<char>(type) + public_key));
}

VerifierKey parse_verifier_key(std::string_view text) {
  auto wrong = [](std::string_view why) {
    throw_bad_field("key", "malformed_key", fmt::format("This is not a verifier key: {}.", why));
  };
  auto first = text.find('+');
  auto second = first == std::string_view::npos ? first : text.find('+', first + 1);
  if (second == std::string_view::npos) wrong("it does not have the form name+id+key");
  VerifierKey key{std::string(text.substr(0, first))};
  auto bytes = auth::from_base64(text.substr(second + 1));
  if (!is_key_name(key.name)) wrong("the name is not allowed");
  if (!bytes || bytes->size() != 33) wrong("the key does not have 32 bytes");
  if ((*bytes)[0] != 1 && (*bytes)[0] != 4) wrong("its kind of signature is not known here");
  key.type = static_cast<SignatureType>((*bytes)[0]);
  key.public_key = bytes->substr(1);
  if (key.text() != text) wrong("its id does not fit the name and key");
  return key;
}

std::string Note::whole() const {
  std::string whole = text + "\n";
  for (auto& signature : signatures)
    whole += fmt::format("{}{} {}\n", dash, signature.name,
                         auth::base64(big_endian(signature.key_id, 4) + signature.bytes));
  return whole;
}

Note parse_note(std::string_view whole) {
  if (!is_utf8(whole)) throw_malformed("it is not UTF-8");
  if (std::any_of(whole.begin(), whole.end(), [](unsigned char c) { return c < ' ' && c != '\n'; }))
    throw_malformed("it contains a control character");
  auto middle = whole.rfind("\n\n");
  if (middle == std::string_view::npos) throw_malformed("there is no empty line before the signatures");
  Note note{std::string(whole.substr(0, middle + 1)), {}};
  auto rest = whole.substr(middle + 2);
  if (rest.empty() || rest.back() != '\n') throw_malformed("the signatures do not end in a newline");
  while (!rest.empty()) {
    auto end = rest.find('\n');
    if (note.signatures.size() == most_signatures) throw_malformed("there are too many signatures");
    note.signatures.push_back(parse_signature(rest.substr(0, end)));
    rest.remove_prefix(end + 1);
  }
  return note;
}

NoteSignature sign_note(std::string_view text, std::string_view name, const auth::SigningKey& key) {
  VerifierKey verifier{std::string(name), SignatureType::ed25519, key.public_key};
  return {verifier.name, verifier.id(), auth::sign(key, text)};
}

NoteSignature cosign_note(std::string_view text, std::string_view name, const auth::SigningKey& key, Instant time) {
  VerifierKey verifier{std::string(name), SignatureType::cosignature, key.public_key};
  auto seconds = static_cast<std::uint64_t>(time.microseconds / 1'000'000);
  return {verifier.name, verifier.id(), big_endian(seconds, 8) + auth::sign(key, cosigned_text(text, seconds))};
}

SignatureState check_signature(const Note& note, const VerifierKey& key) {
  auto state = SignatureState::absent;
  auto id = key.id();
  for (auto& signature : note.signatures) {
    if (signature.name != key.name || signature.key_id != id) continue;
    if (!is_valid(signature, key, note.text)) return SignatureState::wrong;
    state = SignatureState::valid;
  }
  return state;
}

}  // namespace entente::record
