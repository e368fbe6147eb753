#pragma once
#include <map>
#include <span>
#include <string>
#include <vector>

#include "access/items.hpp"
#include "scorecard/inputs.hpp"
#include "service_level/rules.hpp"

namespace entente::access {

template <>
struct ItemKind<service_level::ServiceLevel> {
  static constexpr std::string_view table = "service_level", word = "service_level";
  static ThemeId theme(db::Transaction&, const service_level::ServiceLevel&) { return {}; }
};

}  // namespace entente::access

/// Making and changing service levels, and entering their values. Every function takes the viewer, and refuses with `not_found` what the
/// viewer may not see or do. `version` is the one that If-Match names.
namespace entente::service_level {

using access::Changed;
using access::Door;
using access::Viewer;
using scorecard::Maybe;

struct LevelInput {
  std::optional<std::string> code;
  std::optional<std::string> name;
  std::optional<std::string> promise;
  std::optional<PartyId> by_party;
  std::optional<PartyId> to_party;
  std::optional<std::string> unit;
  std::optional<std::int64_t> decimals;
  std::optional<Direction> direction;
  std::optional<Decimal> limit;
  std::optional<Date> limit_from;  ///< from which day the limit holds: on making the start, on changing today, unless given
  std::optional<Frequency> frequency;
  std::optional<std::int64_t> grace;
  Maybe<AgreementId> agreement;    ///< on making only: the level lies in its space
  Maybe<PersonId> owner;
  std::optional<Date> starts;
  Maybe<Date> ends;
  std::optional<bool> private_;    ///< on making only
};
BOOST_DESCRIBE_STRUCT(LevelInput, (),
                      (code, name, promise, by_party, to_party, unit, decimals, direction, limit, limit_from, frequency, grace, agreement, owner,
                       starts, ends, private_))

/// One value, as it comes in. `level` is an identifier or a code.
struct ValueInput {
  std::string level;
  std::string period;
  std::optional<Decimal> value;
  std::optional<ValueState> state;
  std::optional<std::string> reason;
  std::optional<std::string> note;
  std::optional<std::int64_t> version;  ///< of the period's value that was seen: 0 for none
};
BOOST_DESCRIBE_STRUCT(ValueInput, (), (level, period, value, state, reason, note, version))

/// Makes a measure of an objective that follows the level's values.
struct FollowInput {
  ObjectiveId objective;
  std::optional<std::string> code;
  std::optional<std::string> name;
};
BOOST_DESCRIBE_STRUCT(FollowInput, (), (objective, code, name))

Changed add(Door&, db::Transaction&, const Viewer&, const AllianceId&, const LevelInput&);
/// Its unit, frequency and direction stay as they are once a measure follows it; the frequency also once there are values.
Changed change(Door&, db::Transaction&, const Viewer&, const ServiceLevelId&, std::int64_t version, const LevelInput&);
Changed remove(Door&, db::Transaction&, const Viewer&, const ServiceLevelId&, std::int64_t version);
/// The measure takes the level's unit, frequency, limits and values, and every later value. Answers for the level. Ends with the
/// measure's removal, not by undo.
Changed follow(Door&, db::Transaction&, const Viewer&, const ServiceLevelId&, std::int64_t version, const FollowInput&);

struct Entered {
  std::int64_t written = 0;    ///< values that said something new
  std::vector<access::ActAnswer> acts;  ///< one for each space that was written to
};
BOOST_DESCRIBE_STRUCT(Entered, (), (written, acts))

/// Values, all or none. Wrong rows are reported together, at "[3].value". A correction needs a reason, and keeps the old value.
Entered enter(Door&, db::Transaction&, const Viewer&, const AllianceId&, std::span<const ValueInput>, std::string_view source);

/// The newest row of each period: of one level, and by level of those that the viewer sees.
using ValuesOf = std::map<ServiceLevelId, std::map<Period, LevelValue>>;
std::map<Period, LevelValue> newest_values(db::Transaction&, const ServiceLevelId&);
ValuesOf newest_values(db::Transaction&, const AllianceId&);
/// All rows of one level, newest first; 500 at most.
std::vector<LevelValue> history(db::Transaction&, const ServiceLevelId&);

/// Whether the viewer may enter values of a level.
bool may_enter(const Viewer&, const access::Grant&, const ServiceLevel&);

void add_undoers(access::Undoers&);
/// From now on a measure that follows a level takes no other values, and no other unit or frequency.
void watch_measures(Door&);
/// From now on no act changes how periods were judged, or takes them away, unless it is done by the party to which it was promised.
/// Refused with "judged".
void watch_levels(Door&);

}  // namespace entente::service_level
