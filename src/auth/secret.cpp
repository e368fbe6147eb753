#include "auth/secret.hpp"

namespace entente::auth {
namespace {
constexpr std::size_t secret_bytes = 16;
constexpr std::size_t secret_characters = 22;
}  // namespace

Secret make_secret(Random& random, std::string_view prefix) {
  Secret secret;
  secret.text = std::string(prefix) + base64url(random_bytes(random, secret_bytes));
  secret.stored = stored_form(secret.text);
  return secret;
}

Digest stored_form(std::string_view secret) { return sha256(secret); }

bool has_secret_form(std::string_view text, std::string_view prefix) {
  if (!text.starts_with(prefix) || text.size() != prefix.size() + secret_characters) return false;
  text.remove_prefix(prefix.size());
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

}  // namespace entente::auth
