#pragma once
#include <optional>
#include <semaphore>
#include <string>
#include <string_view>

#include "auth/crypto.hpp"

namespace entente::auth {

/// Throws `bad_input` (path "password", code `too_short`, `too_long`, `too_common`, `not_text` or `same_as_email`) unless
/// the password has 8 to 128 characters, is not on the list of common ones and is not the person's e-mail address.
/// Nothing else is asked of it: no digits, no signs (NIST SP 800-63B, 5.1.1.2).
void check_password_rules(std::string_view password, std::string_view email = {});

/// Hashes and compares passwords, a bounded number at a time: each costs about 19 MiB and 20 ms.
class Passwords {
 public:
  explicit Passwords(PasswordCost cost = {}, unsigned at_once = 0);  ///< 0: two for each processor

  /// Checks the rules, then gives the text to be stored. Throws `too_many` if no place was free for five seconds.
  std::string hash(std::string_view password, std::string_view email = {});

  /// Without a stored hash (unknown account, or one without a password) the answer is false and takes as long.
  bool matches(const std::optional<std::string>& hash, std::string_view password);

 private:
  class Place;
  PasswordCost cost_;
  std::counting_semaphore<1024> places_;
  std::string nobody_;
};

}  // namespace entente::auth
