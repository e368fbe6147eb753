#include "record/witness_key.hpp"

#include "base/error.hpp"
#include "record/checkpoint.hpp"

namespace entente::record {
namespace {

constexpr std::string_view first_line = "entente witness key 1";

[[noreturn]] void bad_key() { throw Error(ErrorKind::bad_input, "bad_key_file", "This is not the file of a witness's key."); }

}  // namespace

std::string WitnessKey::text() const { return fmt::format("{}\n{}\n{}\n", first_line, name, auth::base64(pair.seed)); }

WitnessKey make_witness_key(Random& random, std::string_view name) {
  if (!is_key_name(name)) throw_bad_field("name", "bad_name", "The name of a key is one word without “+”, such as party.example/witness.");
  return {std::string(name), auth::make_signing_key(random)};
}

WitnessKey parse_witness_key(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t end; (end = text.find('\n')) != std::string_view::npos; text.remove_prefix(end + 1)) lines.push_back(text.substr(0, end));
  if (lines.size() != 3 || !text.empty() || lines[0] != first_line || !is_key_name(lines[1])) bad_key();
  auto seed = auth::from_base64(lines[2]);
  if (!seed || seed->size() != 32) bad_key();
  return {std::string(lines[1]), auth::signing_key_of(*seed)};
}

std::string countersigned(std::string_view head, const WitnessKey& key, Instant now) {
  auto note = parse_note(head);
  parse_checkpoint(note.text);
  note.signatures.push_back(cosign_note(note.text, key.name, key.pair, now));
  return note.whole();
}

}  // namespace entente::record
