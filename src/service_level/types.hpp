#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "access/viewer.hpp"
#include "base/clock.hpp"
#include "base/decimal.hpp"
#include "json/field_types.hpp"

namespace entente {
using ServiceLevelId = Id<struct ServiceLevelKind>;
}

/// Service levels: operational commitments of one party to another. They are tracked, they are not strategy: they have a list of their
/// own and never colour the map, unless somebody makes one a measure. Each struct is one row of the table of its name.
namespace entente::service_level {

/// Which side of the limit keeps the promise; a value on the limit keeps it.
enum class Direction : std::uint8_t { at_least, at_most };
BOOST_DESCRIBE_ENUM(Direction, at_least, at_most)

/// What was promised from a day on.
struct Limit {
  Date from;
  Decimal limit;
  bool operator==(const Limit&) const = default;
};
BOOST_DESCRIBE_STRUCT(Limit, (), (from, limit))

struct ServiceLevel {
  ServiceLevelId id;
  AllianceId alliance;
  SpaceId space;
  std::int64_t version = 0;
  std::string code;
  std::string name;
  std::string promise;         ///< in words
  PartyId by_party;            ///< who promised …
  PartyId to_party;            ///< … to whom
  std::string unit;
  std::int64_t decimals = 0;   ///< shown, 0 to 9
  Direction direction = Direction::at_least;
  std::vector<Limit> limits;   ///< oldest first; at least one
  Frequency frequency = Frequency::month;
  std::int64_t grace = 10;     ///< days after a period's end in which its value is pending
  std::optional<AgreementId> agreement;
  std::optional<PersonId> owner;
  Date starts;
  std::optional<Date> ends;
  std::optional<MeasureId> measure;  ///< that follows its values
  std::optional<Instant> removed_at;
};
BOOST_DESCRIBE_STRUCT(ServiceLevel, (),
                      (id, alliance, space, version, code, name, promise, by_party, to_party, unit, decimals, direction, limits, frequency, grace,
                       agreement, owner, starts, ends, measure, removed_at))

/// `missing` takes back a value that was said in error.
enum class ValueState : std::uint8_t { value, na, missing };
BOOST_DESCRIBE_ENUM(ValueState, value, na, missing)

/// One row of one period's history; the highest `number` counts.
struct LevelValue {
  ServiceLevelId level;
  Period period;
  std::int64_t number = 0;
  ValueState state = ValueState::value;
  std::optional<Decimal> value;
  std::string reason;
  std::string note;
  Instant recorded_at;
  PersonId person;
  OrganisationId organisation;
  std::string source;  ///< "screen", "api", "sample"
  ActId act;
};
BOOST_DESCRIBE_STRUCT(LevelValue, (), (level, period, number, state, value, reason, note, recorded_at, person, organisation, source, act))

}  // namespace entente::service_level
