#pragma once
#include <string>
#include <string_view>

#include "record/merkle.hpp"
#include "record/note.hpp"

namespace entente::record {

/// The head of a log (c2sp.org/tlog-checkpoint): which log, how many leaves, and their root. Signed as a note.
struct Checkpoint {
  std::string origin;  ///< names the log: "entente/" and the space's identifier, after the server's name
  std::uint64_t size = 0;
  Hash root{};

  /// Three lines, each ending in a newline: origin, size in decimal, root in base64.
  std::string text() const;
  friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

/// Throws `bad_input` (code `malformed_checkpoint`) unless the text has the form above. Extension lines are accepted
/// and left out.
Checkpoint parse_checkpoint(std::string_view note_text);

/// The signed head as one text.
std::string signed_head(const Checkpoint& checkpoint, std::string_view key_name, const auth::SigningKey& key);

}  // namespace entente::record
