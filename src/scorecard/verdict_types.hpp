#pragma once
#include "scorecard/types.hpp"

/// What one side says of the values and lights that come from the other.
namespace entente::scorecard {

enum class ValueWord : std::uint8_t {
  accepted,
  disputed,   ///< with a value of one's own and a reason; both are kept
  withdrawn,  ///< the party takes its word back
};
BOOST_DESCRIBE_ENUM(ValueWord, accepted, disputed, withdrawn)

enum class LightWord : std::uint8_t { confirmed, contested, withdrawn };
BOOST_DESCRIBE_ENUM(LightWord, confirmed, contested, withdrawn)

/// A party's word on one row of a cell, the one with this number. Of several the one with the highest `turn` counts.
struct ValueVerdict {
  VerdictId id;
  AllianceId alliance;
  SpaceId space;
  MeasureId measure;
  Period period;
  std::int64_t number = 0;
  PartyId party;
  std::int64_t turn = 0;
  ValueWord verdict = ValueWord::accepted;
  std::optional<std::string> value;  ///< the party's own, when it disputes
  std::string reason;
  PersonId by_person;
  Instant said_at;
  ActId act;
  std::optional<Instant> removed_at;
};
BOOST_DESCRIBE_STRUCT(ValueVerdict, (),
                      (id, alliance, space, measure, period, number, party, turn, verdict, value, reason, by_person, said_at, act, removed_at))

/// A party's word on the computed light of an objective or theme in a period.
struct LightVerdict {
  VerdictId id;
  AllianceId alliance;
  SpaceId space;
  std::string object;
  Period period;
  PartyId party;
  std::int64_t turn = 0;
  LightWord verdict = LightWord::confirmed;
  Light light = Light::grey;  ///< the one that the word is about
  std::string reason;
  PersonId by_person;
  Instant said_at;
  ActId act;
  std::optional<Instant> removed_at;
};
BOOST_DESCRIBE_STRUCT(LightVerdict, (),
                      (id, alliance, space, object, period, party, turn, verdict, light, reason, by_person, said_at, act, removed_at))

}  // namespace entente::scorecard
