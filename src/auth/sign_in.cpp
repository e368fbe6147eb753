#include "auth/sign_in.hpp"

#include "base/error.hpp"

namespace entente::auth {
namespace {

constexpr std::string_view select_hash = "SELECT password_hash FROM credential WHERE person = $1";
constexpr std::string_view upsert_hash =
    "INSERT INTO credential (person, password_hash, changed_at) VALUES ($1, $2, $3) "
    "ON CONFLICT (person) DO UPDATE SET password_hash = EXCLUDED.password_hash, changed_at = EXCLUDED.changed_at";

}  // namespace

SignIn::SignIn(db::Database& database, const Clock& clock, PasswordCost cost)
    : database_(database), passwords_(cost), throttle_(clock) {}

void SignIn::check(std::optional<PersonId> person, std::string_view email, std::string_view password,
                   std::string_view address) {
  check_hash(Throttle::key(email, address), person, password);
}

void SignIn::check_again(PersonId person, std::string_view password, std::string_view address) {
  check_hash(Throttle::key(person.view(), address), person, password);
}

void SignIn::check_hash(std::string_view key, std::optional<PersonId> person, std::string_view password) {
  throttle_.begin(key);
  bool is_right = false;
  try {
    // Asked also for nobody, so that both ways take one read and one hash.
    auto hash = database_.read(db::Sight::of_system("sign-in"), [&](db::Transaction& transaction) {
      return transaction.one<std::string>(select_hash, person.value_or(PersonId()).view());
    });
    if (!person) hash.reset();
    is_right = passwords_.matches(hash, password);
  } catch (...) {
    throttle_.undecided(key);
    throw;
  }
  if (!is_right) throw Error(ErrorKind::unauthenticated, "wrong_credentials", "The e-mail address or the password is not right.");
  throttle_.succeeded(key);
}

std::string SignIn::hash(std::string_view password, std::string_view email) { return passwords_.hash(password, email); }

void set_password(db::Transaction& transaction, PersonId person, std::string_view hash, Instant now) {
  transaction.run(upsert_hash, person, hash, now);
}

bool has_password(db::Transaction& transaction, PersonId person) {
  return transaction.one<std::string>(select_hash, person.view()).has_value();
}

}  // namespace entente::auth
