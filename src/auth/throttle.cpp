#include "auth/throttle.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

namespace entente::auth {

Throttle::Throttle(const Clock& clock, ThrottleRule rule, std::size_t most_keys)
    : clock_(clock), rule_(rule), most_keys_(most_keys) {}

std::string Throttle::key(std::string_view email, std::string_view address) {
  return fold(email) + '\n' + std::string(address);
}

std::int64_t Throttle::delay(const Failures& failures) const {
  int beyond = failures.count - rule_.free_failures;
  if (beyond < 0) return 0;
  auto delay = rule_.first_delay_seconds;
  for (int i = 0; i < beyond && delay < rule_.longest_delay_seconds; ++i) delay *= 2;
  return std::min(delay, rule_.longest_delay_seconds);
}

/// Failures age from the last one, so that an attacker who keeps to the pace is not forgiven in between.
bool Throttle::forgotten(const Failures& failures, Instant now) const {
  return now.seconds_since(failures.last) >= std::max(rule_.window_seconds, delay(failures));
}

void Throttle::need_patience(const std::string& key, Instant now) {
  auto found = keys_.find(key);
  if (found == keys_.end()) return;
  auto& failures = found->second;
  // A clock that was set back must neither lock people out for longer nor let the waiting be skipped.
  if (now < failures.last) failures.last = now;
  if (forgotten(failures, now)) {
    keys_.erase(found);
    return;
  }
  auto wait = delay(failures) - now.seconds_since(failures.last);
  if (wait > 0)
    throw Error(ErrorKind::too_many, "too_many_failures",
                fmt::format("Too many failed attempts. Try again in {} seconds.", wait));
}

void Throttle::begin(std::string_view key) {
  std::lock_guard lock(mutex_);
  auto now = clock_.now();
  std::string text(key);
  need_patience(text, now);
  if (keys_.size() >= most_keys_) make_room(now);
  auto& failures = keys_[std::move(text)];
  ++failures.count;
  failures.last = now;
}

void Throttle::undecided(std::string_view key) {
  std::lock_guard lock(mutex_);
  auto found = keys_.find(std::string(key));
  if (found != keys_.end() && --found->second.count == 0) keys_.erase(found);
}

void Throttle::succeeded(std::string_view key) {
  std::lock_guard lock(mutex_);
  keys_.erase(std::string(key));
}

void Throttle::make_room(Instant now) {
  std::erase_if(keys_, [&](auto& entry) { return forgotten(entry.second, now); });
  if (keys_.size() < most_keys_) return;
  // Full of fresh failures: an attack from many places. Those with the fewest failures lose least by being forgotten.
  std::vector<std::pair<int, std::string>> order;
  for (auto& [key, failures] : keys_) order.emplace_back(failures.count, key);
  auto half = order.begin() + static_cast<std::ptrdiff_t>(order.size() / 2);
  std::nth_element(order.begin(), half, order.end());
  for (auto entry = order.begin(); entry != half; ++entry) keys_.erase(entry->second);
}

}  // namespace entente::auth
