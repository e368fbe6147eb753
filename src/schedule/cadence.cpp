#include "schedule/cadence.hpp"

namespace entente::schedule {

Instant Cadence::last_slot(Instant moment) const {
  std::int64_t length = seconds * 1'000'000, since = moment.microseconds - offset * 1'000'000;
  std::int64_t count = since / length - (since % length < 0 ? 1 : 0);
  return {count * length + offset * 1'000'000};
}

}  // namespace entente::schedule
