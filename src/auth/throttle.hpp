#pragma once
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/clock.hpp"

namespace entente::auth {

/// How many failures are forgiven, and how long one waits after that.
struct ThrottleRule {
  int free_failures = 5;
  std::int64_t window_seconds = 15 * 60;
  std::int64_t first_delay_seconds = 5;   ///< doubles with each further failure
  std::int64_t longest_delay_seconds = 15 * 60;
};

/// Slows down guessing: counts failures for a key, which is an account with an address. Kept in memory and bounded; a
/// restart forgives everybody.
class Throttle {
 public:
  explicit Throttle(const Clock& clock, ThrottleRule rule = {}, std::size_t most_keys = 50'000);

  /// Counts an attempt as failed before it is made, so that many at once are not all tried. Throws `too_many`, with the
  /// seconds to wait in the message, while the key has to wait.
  void begin(std::string_view key);
  /// The attempt said nothing about the password: its count is taken back.
  void undecided(std::string_view key);
  void succeeded(std::string_view key);

  /// The key of a sign-in: the e-mail address, folded as accounts are found by it, with the network address.
  static std::string key(std::string_view email, std::string_view address);

 private:
  struct Failures {
    int count = 0;
    Instant last;
  };
  bool forgotten(const Failures& failures, Instant now) const;
  std::int64_t delay(const Failures& failures) const;
  void need_patience(const std::string& key, Instant now);
  void make_room(Instant now);

  const Clock& clock_;
  ThrottleRule rule_;
  std::size_t most_keys_;
  std::mutex mutex_;
  std::unordered_map<std::string, Failures> keys_;
};

}  // namespace entente::auth
