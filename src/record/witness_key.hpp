#pragma once
#include <string>
#include <string_view>

#include "record/note.hpp"

namespace entente::record {

/// A witness's own key, as its owner keeps it: never given to any server.
struct WitnessKey {
  std::string name;
  auth::SigningKey pair;

  /// What the server is told, and what `entente verify --witness` takes.
  VerifierKey verifier() const { return {name, SignatureType::cosignature, pair.public_key}; }
  /// For the owner's file: three lines, the last one the secret.
  std::string text() const;
};

/// Throws `bad_field` at "name" for a name that no key may have.
WitnessKey make_witness_key(Random& random, std::string_view name);
/// From `WitnessKey::text`. Throws `bad_input`.
WitnessKey parse_witness_key(std::string_view text);

/// The head with the witness's signature added: "at this time this was the longest state of that log that I have seen". `head` is a
/// signed head. Throws `bad_input` if it is none.
std::string countersigned(std::string_view head, const WitnessKey& key, Instant now);

}  // namespace entente::record
