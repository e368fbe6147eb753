#include "auth/password.hpp"

#include <doctest/doctest.h>

#include "auth/secret.hpp"
#include "auth/throttle.hpp"
#include "base/text.hpp"
#include "base/error.hpp"

namespace {
using namespace entente;
using namespace entente::auth;

std::string code_of(auto&& act) {
  try {
    act();
  } catch (const Error& error) {
    return error.fields().empty() ? error.code() : error.fields().front().code;
  }
  return "";
}

/// The least that the library accepts, so that the tests stay quick.
constexpr PasswordCost cheap{1, 8192};
}  // namespace

TEST_CASE("hashes, tags and text forms have the published values") {
  CHECK(hex(bytes_of(sha256("abc"))) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");  // FIPS 180-2
  CHECK(hex(bytes_of(hmac_sha256("Jefe", "what do ya want for nothing?"))) ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");  // RFC 4231, case 2
  CHECK(base64("foobar") == "Zm9vYmFy");                                       // RFC 4648
  CHECK(base64("fo") == "Zm8=");
  CHECK(from_base64("Zm8=") == "fo");
  CHECK_FALSE(from_base64("Zm8"));
  CHECK_FALSE(from_base64("Zm9="));  // a bit that belongs to no byte
  CHECK(base64url("\xff\xfe") == "__4");
  CHECK(from_hex("00ff") == std::string("\0\xff", 2));
  CHECK_FALSE(from_hex("0"));
  CHECK_FALSE(from_hex("0g"));
  // RFC 8032, 7.1, test 2.
  auto key = signing_key_of(*from_hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
  CHECK(hex(key.public_key) == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
  CHECK(hex(sign(key, "\x72")) ==
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d"
        "291612bb0c00");
  CHECK(is_signed(key.public_key, "\x72", sign(key, "\x72")));
  CHECK_FALSE(is_signed(key.public_key, "\x73", sign(key, "\x72")));
}

TEST_CASE("a password is stored as argon2id with the agreed cost, and only the right one matches") {
  Passwords passwords;
  auto stored = passwords.hash("a long walk by the sea");
  CHECK(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
  CHECK(passwords.matches(stored, "a long walk by the sea"));
  CHECK_FALSE(passwords.matches(stored, "a long walk by the lake"));
  CHECK_FALSE(passwords.matches(std::nullopt, "nobody's password"));
}

TEST_CASE("two hashes of one password differ") {
  Passwords passwords(cheap);
  CHECK(passwords.hash("a long walk by the sea") != passwords.hash("a long walk by the sea"));
}

TEST_CASE("length and common passwords are checked, and nothing else") {
  CHECK(code_of([] { check_password_rules("1234567"); }) == "too_short");
  CHECK(code_of([] { check_password_rules("kxvqwzjt"); }) == "");
  CHECK(code_of([] { check_password_rules(fmt::format("{:a>129}", 'x')); }) == "too_long");
  CHECK(code_of([] { check_password_rules(fmt::format("{:a>128}", 'x')); }) == "");
  CHECK(code_of([] { check_password_rules("pässwör"); }) == "too_short");  // seven characters in nine bytes
  CHECK(code_of([] { check_password_rules("ééééééèé"); }) == "");
  CHECK(code_of([] { check_password_rules("PassWord123"); }) == "too_common");
  CHECK(code_of([] { check_password_rules("zzzzzzzzzzzz"); }) == "too_common");
  CHECK(code_of([] { check_password_rules("Ann@example.org", "ann@example.org"); }) == "same_as_email");
}

TEST_CASE("more sign-ins than places wait for one another and all get their answer") {
  Passwords passwords(cheap, 2);
  auto stored = passwords.hash("a long walk by the sea");
  std::atomic<int> right = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&] { right += passwords.matches(stored, "a long walk by the sea"); });
  for (auto& thread : threads) thread.join();
  CHECK(right == 8);
}

TEST_CASE("secrets are 128 bits in base64url, and are recognised by their form") {
  SeededRandom random(3);
  auto secret = make_secret(random, api_token_prefix);
  CHECK(secret.text.size() == 4 + 22);
  CHECK(secret.text.starts_with("ent_"));
  CHECK(secret.stored == stored_form(secret.text));
  CHECK(secret.text != make_secret(random, api_token_prefix).text);
  CHECK(has_secret_form(secret.text, api_token_prefix));
  CHECK_FALSE(has_secret_form(secret.text, invitation_prefix));
  CHECK_FALSE(has_secret_form(secret.text + "x", api_token_prefix));
  CHECK_FALSE(has_secret_form("ent_" + std::string(21, 'a') + "'", api_token_prefix));
  CHECK(same_bytes("abc", "abc"));
  CHECK_FALSE(same_bytes("abc", "abd"));
  CHECK_FALSE(same_bytes("abc", "ab"));
}

TEST_CASE("five failures are forgiven, then each one doubles the wait") {
  SettableClock clock(parse_instant("2024-01-01T00:00:00Z"));
  Throttle throttle(clock);
  auto key = Throttle::key("Ann@Example.org", "10.0.0.1");
  CHECK(key == Throttle::key("ann@example.org", "10.0.0.1"));
  for (int i = 0; i < 5; ++i) CHECK_NOTHROW(throttle.begin(key));
  CHECK_THROWS_AS(throttle.begin(key), Error);  // and counts for nothing
  CHECK_NOTHROW(throttle.begin(Throttle::key("ann@example.org", "10.0.0.2")));
  clock.advance_seconds(5);
  CHECK_NOTHROW(throttle.begin(key));
  clock.advance_seconds(9);
  CHECK_THROWS_AS(throttle.begin(key), Error);
  clock.advance_seconds(1);
  CHECK_NOTHROW(throttle.begin(key));
  clock.advance_seconds(15 * 60);
  for (int i = 0; i < 5; ++i) CHECK_NOTHROW(throttle.begin(key));  // forgotten by now: the count begins again
  CHECK_THROWS_AS(throttle.begin(key), Error);
  throttle.succeeded(key);
  for (int i = 0; i < 20; ++i) {
    CHECK_NOTHROW(throttle.begin(key));
    throttle.undecided(key);
  }
}

TEST_CASE("an address counts as one however its letters are written, as accounts are found by it") {
  for (const char* other : {"ÅSA@example.org", "Åsa@EXAMPLE.ORG", "A\u030asa@example.org"}) {
    CAPTURE(other);
    bool same_account = fold(other) == fold("åsa@example.org");
    CHECK(same_account);
    CHECK(Throttle::key(other, "10.0.0.1") == Throttle::key("åsa@example.org", "10.0.0.1"));
  }
  CHECK(Throttle::key("asa@example.org", "10.0.0.1") != Throttle::key("eva@example.org", "10.0.0.1"));
}

TEST_CASE("a clock that is set back locks nobody out for longer than the delay") {
  SettableClock clock(parse_instant("2024-01-01T00:00:00Z"));
  Throttle throttle(clock);
  for (int i = 0; i < 5; ++i) throttle.begin("key");
  clock.advance_seconds(-3600);
  CHECK_THROWS_AS(throttle.begin("key"), Error);
  clock.advance_seconds(5);
  CHECK_NOTHROW(throttle.begin("key"));
}

TEST_CASE("the throttle forgets rather than grow without bound, and keeps those that fail most") {
  SettableClock clock(parse_instant("2024-01-01T00:00:00Z"));
  Throttle throttle(clock, {}, 100);
  for (int i = 0; i < 5; ++i) throttle.begin("persistent");
  for (int i = 0; i < 1000; ++i) throttle.begin(fmt::format("key {}", i));
  CHECK_THROWS_AS(throttle.begin("persistent"), Error);
}
