#include "auth/crypto.hpp"

#include <sodium.h>

#include "base/error.hpp"

namespace entente::auth {
namespace {

static_assert(sizeof(crypto_hash_sha256_state) <= 128);

const unsigned char* data_of(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }
unsigned char* data_of(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

/// Lets the library choose its fastest code for this processor; safe from several threads.
void make_ready() {
  static const int ready = sodium_init();
  if (ready < 0) throw Error(ErrorKind::internal, "no_cryptography", "The cryptography library did not start.");
}

std::string encode(std::string_view bytes, int variant) {
  std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
  sodium_bin2base64(text.data(), text.size(), data_of(bytes), bytes.size(), variant);
  text.pop_back();  // the closing zero byte
  return text;
}

}  // namespace

std::optional<Digest> digest_of(std::string_view bytes) {
  Digest digest;
  if (bytes.size() != digest.size()) return std::nullopt;
  std::memcpy(digest.data(), bytes.data(), bytes.size());
  return digest;
}

Sha256::Sha256() { crypto_hash_sha256_init(reinterpret_cast<crypto_hash_sha256_state*>(state_.data())); }

Sha256& Sha256::add(std::string_view bytes) {
  crypto_hash_sha256_update(reinterpret_cast<crypto_hash_sha256_state*>(state_.data()), data_of(bytes), bytes.size());
  return *this;
}

Digest Sha256::finish() {
  Digest digest;
  crypto_hash_sha256_final(reinterpret_cast<crypto_hash_sha256_state*>(state_.data()), digest.data());
  return digest;
}

Digest sha256(std::string_view bytes) { return Sha256().add(bytes).finish(); }

std::string sha256_hex(std::string_view bytes) {
  std::string out;
  for (std::uint8_t byte : sha256(bytes)) out += fmt::format("{:02x}", byte);
  return out;
}

Digest hmac_sha256(std::string_view key, std::string_view text) {
  crypto_auth_hmacsha256_state state;
  crypto_auth_hmacsha256_init(&state, data_of(key), key.size());
  crypto_auth_hmacsha256_update(&state, data_of(text), text.size());
  Digest digest;
  crypto_auth_hmacsha256_final(&state, digest.data());
  return digest;
}

bool same_bytes(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string random_bytes(Random& random, std::size_t count) {
  std::string bytes(count, '\0');
  random.fill(std::as_writable_bytes(std::span(bytes)));
  return bytes;
}

std::string hex(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (unsigned char byte : bytes) {
    text += digits[byte >> 4];
    text += digits[byte & 15];
  }
  return text;
}

std::optional<std::string> from_hex(std::string_view text) {
  std::string bytes(text.size() / 2, '\0');
  std::size_t size = 0;
  if (text.size() % 2 != 0) return std::nullopt;
  if (sodium_hex2bin(data_of(bytes), bytes.size(), text.data(), text.size(), nullptr, &size, nullptr) != 0 ||
      size != bytes.size())
    return std::nullopt;
  return bytes;
}

std::string base64(std::string_view bytes) { return encode(bytes, sodium_base64_VARIANT_ORIGINAL); }
std::string base64url(std::string_view bytes) { return encode(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING); }

std::optional<std::string> from_base64(std::string_view text) {
  std::string bytes(text.size() / 4 * 3 + 3, '\0');
  std::size_t size = 0;
  const char* end = nullptr;
  if (sodium_base642bin(data_of(bytes), bytes.size(), text.data(), text.size(), nullptr, &size, &end,
                        sodium_base64_VARIANT_ORIGINAL) != 0 ||
      end != text.data() + text.size())
    return std::nullopt;
  bytes.resize(size);
  return bytes;
}

SigningKey signing_key_of(std::string_view seed) {
  make_ready();
  if (seed.size() != crypto_sign_SEEDBYTES)
    throw Error(ErrorKind::internal, "wrong_key", "A signing key's seed must have 32 bytes.");
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret;
  SigningKey key{std::string(crypto_sign_PUBLICKEYBYTES, '\0'), std::string(seed)};
  crypto_sign_seed_keypair(data_of(key.public_key), secret.data(), data_of(seed));
  sodium_memzero(secret.data(), secret.size());
  return key;
}

SigningKey make_signing_key(Random& random) { return signing_key_of(random_bytes(random, crypto_sign_SEEDBYTES)); }

std::string sign(const SigningKey& key, std::string_view text) {
  make_ready();
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret;
  std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> public_key;
  crypto_sign_seed_keypair(public_key.data(), secret.data(), data_of(key.seed));
  std::string signature(crypto_sign_BYTES, '\0');
  crypto_sign_detached(data_of(signature), nullptr, data_of(text), text.size(), secret.data());
  sodium_memzero(secret.data(), secret.size());
  return signature;
}

bool is_signed(std::string_view public_key, std::string_view text, std::string_view signature) {
  make_ready();
  return public_key.size() == crypto_sign_PUBLICKEYBYTES && signature.size() == crypto_sign_BYTES &&
         crypto_sign_verify_detached(data_of(signature), data_of(text), text.size(), data_of(public_key)) == 0;
}

std::string argon2id(std::string_view password, PasswordCost cost) {
  make_ready();
  std::array<char, crypto_pwhash_STRBYTES> text{};
  if (crypto_pwhash_str_alg(text.data(), password.data(), password.size(), cost.passes, cost.bytes,
                            crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw Error(ErrorKind::unavailable, "no_memory", "There is not enough memory to check a password now.");
  return text.data();
}

bool matches_argon2id(std::string_view hash, std::string_view password) {
  make_ready();
  std::string text(hash);
  return text.size() < crypto_pwhash_STRBYTES &&
         crypto_pwhash_str_verify(text.c_str(), password.data(), password.size()) == 0;
}

}  // namespace entente::auth
