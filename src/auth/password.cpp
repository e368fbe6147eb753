#include "auth/password.hpp"

#include "base/embedded.hpp"
#include "base/error.hpp"

namespace entente::auth {
namespace {

constexpr std::size_t shortest = 8;
constexpr std::size_t longest = 128;

std::string lower(std::string_view text) {
  std::string copy(text);
  for (char& c : copy)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return copy;
}

const std::unordered_set<std::string_view>& common_passwords() {
  static const auto list = [] {
    std::unordered_set<std::string_view> words;
    for (auto& file : embedded_files()) {
      if (file.name != "src/auth/common_passwords.txt") continue;
      auto rest = file.content;
      while (!rest.empty()) {
        auto end = std::min(rest.find('\n'), rest.size());
        words.insert(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    return words;
  }();
  return list;
}

/// Characters of UTF-8: every byte that does not continue another.
std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](unsigned char c) { return (c & 0xc0) != 0x80; }));
}

bool is_one_character_repeated(std::string_view text) {
  return text.find_first_not_of(text.front()) == std::string_view::npos;
}

}  // namespace

void check_password_rules(std::string_view password, std::string_view email) {
  auto count = count_characters(password);
  if (count < shortest)
    throw_bad_field("password", "too_short", fmt::format("A password needs at least {} characters.", shortest));
  if (count > longest || password.size() > 4 * longest)
    throw_bad_field("password", "too_long", fmt::format("A password has at most {} characters.", longest));
  if (password.find('\0') != std::string_view::npos)
    throw_bad_field("password", "not_text", "A password cannot contain a zero character.");
  auto plain = lower(password);
  if (!email.empty() && plain == lower(email))
    throw_bad_field("password", "same_as_email", "Your e-mail address is no password.");
  if (common_passwords().contains(plain) || is_one_character_repeated(plain))
    throw_bad_field("password", "too_common", "That password is on every attacker's list; take another one.");
}

/// One of the places for hashing, held for as long as this object lives.
class Passwords::Place {
 public:
  explicit Place(Passwords& passwords) : passwords_(passwords) {
    if (!passwords_.places_.try_acquire_for(std::chrono::seconds(5)))
      throw Error(ErrorKind::too_many, "too_many_sign_ins", "Many people are signing in just now; try again shortly.");
  }
  ~Place() { passwords_.places_.release(); }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;

 private:
  Passwords& passwords_;
};

Passwords::Passwords(PasswordCost cost, unsigned at_once)
    : cost_(cost),
      places_(static_cast<std::ptrdiff_t>(at_once ? at_once : 2 * std::max(1u, std::thread::hardware_concurrency()))),
      nobody_(argon2id("nobody's password", cost)) {}

std::string Passwords::hash(std::string_view password, std::string_view email) {
  check_password_rules(password, email);
  Place place(*this);
  return argon2id(password, cost_);
}

bool Passwords::matches(const std::optional<std::string>& hash, std::string_view password) {
  // Longer than any stored one can be: no reason to spend time, and nobody learns anything about an account.
  if (password.size() > 4 * longest) return false;
  Place place(*this);
  bool same = matches_argon2id(hash ? *hash : nobody_, password);
  return hash.has_value() && same;
}

}  // namespace entente::auth
