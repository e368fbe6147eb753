#pragma once
#include <span>

#include "scorecard/store.hpp"
#include "scorecard/verdict_types.hpp"

/// Two keys: what one side says of the values and lights that come from the other. Nothing of it changes a value; a dispute
/// puts another one beside it.
namespace entente::scorecard {

/// One word on one value. `version` is that of the cell that was seen, as the scorecard gives it.
struct ValueVerdictInput {
  MeasureId measure;
  std::string period;
  std::int64_t version = 0;
  ValueWord verdict = ValueWord::accepted;
  std::optional<json::Value> value;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(ValueVerdictInput, (), (measure, period, version, verdict, value, reason))

struct LightVerdictInput {
  std::string object;  ///< an objective or a theme
  std::string period;
  LightWord verdict = LightWord::confirmed;
  Light light = Light::grey;  ///< the one that was seen
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(LightVerdictInput, (), (object, period, verdict, light, reason))

struct Said {
  std::int64_t count = 0;
  std::vector<access::ActAnswer> acts;  ///< one for each space
};
BOOST_DESCRIBE_STRUCT(Said, (), (count, acts))

/// Words on values that another party gave, all or none. Needs the right to accept, in the measure's theme where it reaches
/// no further. Refuses at "[3].measure", "[3].period", "[3].value", "[3].reason"; `precondition_failed` where a value was
/// changed since it was seen.
Said say(Door&, db::Transaction&, const Viewer&, const AllianceId&, std::span<const ValueVerdictInput>);

/// A word on a computed light. A contested one needs a reason. Whether it is the light that is shown, the caller asks.
Changed say(Door&, db::Transaction&, const Viewer&, const AllianceId&, const LightVerdictInput&);

/// All that count in an alliance until a moment, or of one measure; whatever the space.
std::vector<ValueVerdict> value_verdicts(db::Transaction&, const AllianceId&, Instant before);
std::vector<ValueVerdict> value_verdicts(db::Transaction&, const MeasureId&);
std::vector<LightVerdict> light_verdicts(db::Transaction&, const AllianceId&, Instant before);

void add_verdict_undoers(access::Undoers&);

}  // namespace entente::scorecard
