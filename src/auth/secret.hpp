#pragma once
#include <string>
#include <string_view>

#include "auth/crypto.hpp"

namespace entente::auth {

/// What each kind of secret begins with, so that a leaked one is recognised.
inline constexpr std::string_view api_token_prefix = "ent_";
inline constexpr std::string_view session_prefix = "";
inline constexpr std::string_view invitation_prefix = "inv_";
inline constexpr std::string_view recovery_prefix = "rec_";

/// A secret that was made just now: the text goes to its owner once, the digest is kept.
struct Secret {
  std::string text;
  Digest stored;
};

/// 128 random bits in base64url (22 characters) after the prefix.
Secret make_secret(Random& random, std::string_view prefix);

/// What is stored and looked up: SHA-256 of the text. A plain digest suffices, since 128 random bits cannot be guessed.
Digest stored_form(std::string_view secret);

/// Does the text have the form that `make_secret` gives? Anything else need not be looked up.
bool has_secret_form(std::string_view text, std::string_view prefix);

}  // namespace entente::auth
