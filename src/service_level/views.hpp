#pragma once
#include "model/views_common.hpp"
#include "service_level/store.hpp"

/// What the screens of service levels get.
namespace entente::service_level {

struct PartyRef {
  PartyId id;
  std::string name;
  model::Mark mark;
};
BOOST_DESCRIBE_STRUCT(PartyRef, (), (id, name, mark))

/// Something that is named beside a level: its agreement, its owner, the measure that follows it.
struct Named {
  std::string id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(Named, (), (id, name))

/// One period of a level.
struct PeriodMark {
  std::string period;
  std::string label;
  Standing standing = Standing::pending;
  std::optional<Decimal> value;
  Decimal limit;
  Date due;                  ///< the last day of its grace
  std::int64_t version = 0;  ///< how many rows it has; 0: none
  std::string reason;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(PeriodMark, (), (period, label, standing, value, limit, due, version, reason, note))

struct TallyView {
  int met = 0;
  int missed = 0;
  int unreported = 0;
  int na = 0;
  int run = 0;
};
BOOST_DESCRIBE_STRUCT(TallyView, (), (met, missed, unreported, na, run))

struct LevelRow {
  ServiceLevelId id;
  std::int64_t version = 0;
  std::string code;
  std::string name;
  std::string promise;
  PartyRef by;
  PartyRef to;
  std::string unit;
  std::int64_t decimals = 0;
  Direction direction = Direction::at_least;
  Decimal limit;  ///< as promised today
  Frequency frequency = Frequency::month;
  std::optional<Named> agreement;
  std::optional<Named> owner;
  Date starts;
  std::optional<Date> ends;
  model::SpaceRef space;
  std::vector<PeriodMark> marks;  ///< the last 12 periods, oldest first
  TallyView tally;                ///< over these
  std::optional<PeriodMark> next; ///< the oldest of these whose value is still to be given
  std::optional<Named> measure;
  bool may_enter = false;
};
BOOST_DESCRIBE_STRUCT(LevelRow, (),
                      (id, version, code, name, promise, by, to, unit, decimals, direction, limit, frequency, agreement, owner, starts, ends, space,
                       marks, tally, next, measure, may_enter))

/// What one party promised, over the periods that ended within the last year.
struct PartyTally {
  PartyRef party;
  int promised = 0;  ///< service levels
  TallyView tally;
};
BOOST_DESCRIBE_STRUCT(PartyTally, (), (party, promised, tally))

struct QuarterTally {
  std::string period;
  std::string label;
  int met = 0;
  int missed = 0;
};
BOOST_DESCRIBE_STRUCT(QuarterTally, (), (period, label, met, missed))

struct LevelList {
  std::vector<LevelRow> items;        ///< running misses first
  std::vector<PartyTally> by_party;   ///< who promises, in the order of the alliance
  std::vector<QuarterTally> quarters; ///< the last 8 fiscal quarters, oldest first
  std::optional<Date> ended;          ///< when the last promise ended; the counts then look back from that day, else from today
  std::vector<PartyRef> parties;      ///< of the alliance, for choosing
  std::vector<Named> agreements;      ///< in force, of the viewer's party, for choosing
  bool may_add = false;
};
BOOST_DESCRIBE_STRUCT(LevelList, (), (items, by_party, quarters, ended, parties, agreements, may_add))

struct SaidValue {
  std::string period;
  std::string label;
  ValueState state = ValueState::value;
  std::optional<Decimal> value;
  std::string reason;
  std::string note;
  Instant recorded_at;
  std::string person;
  std::string organisation;
};
BOOST_DESCRIBE_STRUCT(SaidValue, (), (period, label, state, value, reason, note, recorded_at, person, organisation))

struct LevelView : LevelRow {
  std::vector<PeriodMark> periods;  ///< the last 60, oldest first
  TallyView whole;                  ///< over these
  std::vector<Limit> limits;        ///< oldest first
  std::int64_t grace = 0;
  std::vector<SaidValue> history;   ///< newest first
  std::vector<PartyRef> parties;
  bool may_edit = false;
};
BOOST_DESCRIBE_STRUCT(LevelView, (LevelRow), (periods, whole, limits, grace, history, parties, may_edit))

LevelList build_list(db::Transaction&, const Viewer&, const AllianceId&, Instant now);
LevelView build_one(db::Transaction&, const Viewer&, const ServiceLevelId&, Instant now);

/// A value that is wanted now from its owner.
struct DueValue {
  ServiceLevel level;
  Period period;
  Date due;
  Date last_day;
};
/// Of the levels that the viewer owns, those of the last 12 periods that have no value, oldest first.
std::vector<DueValue> due_values(db::Transaction&, const Viewer&, const AllianceId&, Instant now);

}  // namespace entente::service_level
