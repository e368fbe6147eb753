#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/random.hpp"

namespace entente::auth {

/// Everything taken from libsodium, and nothing else knows that library. Byte strings are std::string; they hold any
/// byte, the zero included.

/// 32 bytes of SHA-256.
using Digest = std::array<std::uint8_t, 32>;

inline std::string_view bytes_of(const Digest& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}
/// Nothing unless there are exactly 32 bytes.
std::optional<Digest> digest_of(std::string_view bytes);

/// SHA-256 over parts that are added one after the other.
class Sha256 {
 public:
  Sha256();
  Sha256& add(std::string_view bytes);
  Digest finish();

 private:
  alignas(16) std::array<std::byte, 128> state_;
};

Digest sha256(std::string_view bytes);
/// As 64 hexadecimal digits.
std::string sha256_hex(std::string_view bytes);
Digest hmac_sha256(std::string_view key, std::string_view text);

/// Compares without telling by its duration where the first difference lies.
bool same_bytes(std::string_view a, std::string_view b);

/// `count` random bytes.
std::string random_bytes(Random& random, std::size_t count);

/// Lower case.
std::string hex(std::string_view bytes);
std::optional<std::string> from_hex(std::string_view text);

/// RFC 4648 section 4, with padding; decoding refuses anything but the one right spelling.
std::string base64(std::string_view bytes);
std::optional<std::string> from_base64(std::string_view text);
/// RFC 4648 section 5, without padding: fit for links and cookies.
std::string base64url(std::string_view bytes);

/// An Ed25519 key pair (RFC 8032).
struct SigningKey {
  std::string public_key;  ///< 32 bytes
  std::string seed;        ///< 32 bytes, secret
};

SigningKey make_signing_key(Random& random);
/// The pair that belongs to a seed of 32 bytes.
SigningKey signing_key_of(std::string_view seed);
/// 64 bytes.
std::string sign(const SigningKey& key, std::string_view text);
bool is_signed(std::string_view public_key, std::string_view text, std::string_view signature);

/// What argon2id spends on one password: about 19 MiB and two passes, the first choice of OWASP's password storage
/// cheat sheet for argon2id with one lane.
struct PasswordCost {
  std::uint64_t passes = 2;
  std::size_t bytes = 19'456 * 1024;
};

/// The standard text form "$argon2id$v=19$m=19456,t=2,p=1$…", salted by the system's generator.
std::string argon2id(std::string_view password, PasswordCost cost = {});
bool matches_argon2id(std::string_view hash, std::string_view password);

}  // namespace entente::auth
