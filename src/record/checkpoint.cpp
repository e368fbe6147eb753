#include "record/checkpoint.hpp"

#include <charconv>

#include "base/error.hpp"

namespace entente::record {
namespace {

[[noreturn]] void throw_malformed(std::string_view why) {
  throw_bad_field("head", "malformed_checkpoint", fmt::format("This is not the head of a record: {}.", why));
}

/// Takes one non-empty line, without its newline, off the front.
std::string_view take_line(std::string_view& text) {
  auto end = text.find('\n');
  if (end == std::string_view::npos || end == 0) throw_malformed("a line is missing");
  auto line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

}  // namespace

std::string Checkpoint::text() const {
  return fmt::format("{}\n{}\n{}\n", origin, size, auth::base64(auth::bytes_of(root)));
}

Checkpoint parse_checkpoint(std::string_view text) {
  Checkpoint checkpoint;
  checkpoint.origin = take_line(text);
  auto size = take_line(text);
  auto [end, error] = std::from_chars(size.data(), size.data() + size.size(), checkpoint.size);
  if (error != std::errc() || end != size.data() + size.size() || (size.size() > 1 && size[0] == '0'))
    throw_malformed("the second line is not a number");
  auto bytes = auth::from_base64(take_line(text));
  auto root = bytes ? auth::digest_of(*bytes) : std::nullopt;
  if (!root) throw_malformed("the third line is not a root");
  checkpoint.root = *root;
  while (!text.empty()) take_line(text);
  return checkpoint;
}

std::string signed_head(const Checkpoint& checkpoint, std::string_view key_name, const auth::SigningKey& key) {
  Note note{checkpoint.text(), {}};
  note.signatures.push_back(sign_note(note.text, key_name, key));
  return note.whole();
}

}  // namespace entente::record
