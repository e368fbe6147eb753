#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "auth/password.hpp"
#include "auth/throttle.hpp"
#include "base/id.hpp"
#include "db/database.hpp"

namespace entente::auth {

/// Checks passwords at the door. Which person an e-mail address belongs to is for the caller to know.
class SignIn {
 public:
  SignIn(db::Database& database, const Clock& clock, PasswordCost cost = {});

  /// Throws `unauthenticated` (code `wrong_credentials`) unless it is that person's password, `too_many` after too many
  /// failures. `person` is empty where nobody has that e-mail address or the person may not sign in: the answer is the
  /// same, and takes as long. Do not call it inside a transaction.
  void check(std::optional<PersonId> person, std::string_view email, std::string_view password,
             std::string_view address);

  /// A fresh login within a session: the same check, counted in the same way.
  void check_again(PersonId person, std::string_view password, std::string_view address);

  /// Checks the rules and gives what `set_password` stores. Takes 20 ms: do it before the transaction begins.
  std::string hash(std::string_view password, std::string_view email = {});

 private:
  void check_hash(std::string_view key, std::optional<PersonId> person, std::string_view password);

  db::Database& database_;
  Passwords passwords_;
  Throttle throttle_;
};

/// Stores a hash that `SignIn::hash` gave. The caller ends the person's other sessions in the same transaction.
void set_password(db::Transaction& transaction, PersonId person, std::string_view hash, Instant now);
bool has_password(db::Transaction& transaction, PersonId person);

}  // namespace entente::auth
