#pragma once
#include <map>
#include <span>
#include <vector>

#include "base/calendar.hpp"
#include "base/error.hpp"
#include "service_level/types.hpp"

/// Pure rules: which periods a promise covers, how each stands, and how often it was missed.
namespace entente::service_level {

/// Cleans the texts in place and adds what is wrong to `errors`.
void check(ServiceLevel& level, std::vector<FieldError>& errors);

/// What was promised on a day: the newest limit that holds by then, and before all of them the first.
Decimal limit_on(const ServiceLevel& level, Date day);

/// A value on the limit keeps the promise.
bool is_met(Direction direction, const Decimal& limit, const Decimal& value);

/// How a period stands. Of what is `pending` or `unreported` nobody knows whether it was kept: neither is a miss.
enum class Standing : std::uint8_t {
  met,
  missed,
  na,          ///< declared not applicable
  pending,     ///< its value is not due yet
  unreported,  ///< its value is due, and not there
};
BOOST_DESCRIBE_ENUM(Standing, met, missed, na, pending, unreported)

struct Judged {
  Period period;
  Standing standing = Standing::pending;
  Decimal limit;  ///< as promised on the period's last day
  const LevelValue* value = nullptr;  ///< the newest row, or none
};

/// The newest value of each period.
using Newest = std::map<Period, const LevelValue*>;

/// The last `most` periods that ended by a day and on whose last day the promise held, oldest first. What begins or ends within a
/// period covers that period by where its last day lies.
std::vector<Judged> judge(const ServiceLevel& level, const Calendar& calendar, const Newest& newest, Date today, int most);

/// Whether each period that was judged, or whose value is due, would stand as it stood: by the same limit, and between the same
/// parties. Of a removed level no period stands.
bool keeps_judgements(const ServiceLevel& before, const ServiceLevel& after, const Calendar& calendar, const Newest& newest, Date today);

struct Tally {
  int met = 0;
  int missed = 0;
  int unreported = 0;
  int na = 0;
  int run = 0;  ///< misses one after the other up to the newest judged period; periods without a judgement do not break it
};
BOOST_DESCRIBE_STRUCT(Tally, (), (met, missed, unreported, na, run))

Tally count(std::span<const Judged> periods);

/// The next free code: "SL1", "SL2" …
std::string next_code(const std::vector<std::string>& taken);

}  // namespace entente::service_level
