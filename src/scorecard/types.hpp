#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "base/clock.hpp"
#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/id.hpp"
#include "base/period.hpp"
#include "json/field_types.hpp"
#include "scorecard/formula/nulls.hpp"
#include "strategy/types.hpp"

/// The nouns of the theme scorecards. Each struct is one row of the table of its name, its members in the order of the
/// columns.
namespace entente::scorecard {

using strategy::Light;

/// How the values of several periods become that of a longer one.
enum class Aggregation : std::uint8_t { sum, mean, weighted_mean, last, first, min, max, median, count, ratio, none };
BOOST_DESCRIBE_ENUM(Aggregation, sum, mean, weighted_mean, last, first, min, max, median, count, ratio, none)

enum class Source : std::uint8_t { person, formula, feed, survey, raci };
BOOST_DESCRIBE_ENUM(Source, person, formula, feed, survey, raci)

/// Whether a measure tells early (lead) or late (lag).
enum class Timing : std::uint8_t { lead, lag };
BOOST_DESCRIBE_ENUM(Timing, lead, lag)

struct Measure {
  MeasureId id;
  AllianceId alliance;
  SpaceId space;
  std::int64_t version = 0;
  ObjectiveId objective;
  std::string code;
  std::string name;
  std::string definition;
  std::string unit;
  std::int64_t decimals = 0;   ///< shown, 0 to 9
  std::string currency;        ///< ISO 4217 where the unit is money
  Frequency frequency = Frequency::month;
  Aggregation aggregation = Aggregation::last;
  Source source = Source::person;
  Timing kind = Timing::lag;
  std::string dimension;       ///< StratML's value chain stage, kept for export
  std::optional<PersonId> owner;
  std::optional<PartyId> supplier;
  std::int64_t carry = 1;      ///< periods for which a value may stand in
  std::int64_t grace = 10;     ///< days after a period's end in which its value is pending
  bool cumulative = false;
  bool seasonal = false;
  std::optional<Decimal> natural_min;
  std::optional<Decimal> natural_max;
  std::optional<std::int64_t> base;  ///< the number of first points that lock the XmR limits
  std::optional<Date> starts;
  std::optional<Date> retired;
  std::optional<Date> review_date;
  Decimal weight = Decimal::from_integer(1);  ///< of the edge to the objective
  bool mandatory = false;
  std::int64_t position = 0;
  std::string foreign_id;
  std::string formula;               ///< as it was written; only with Source::formula
  formula::Nulls nulls = formula::Nulls::propagate;  ///< what the formula makes of inputs that are not there
  bool two_keys = false;             ///< a value is provisional until another partner accepts it
  std::optional<Decimal> note_below; ///< a value that scores less (0 to 100) needs a note
  std::optional<Date> two_keys_from; ///< two keys count for values given from this day on; nothing: for all
  std::optional<Instant> removed_at;

  /// It takes no values for periods that begin on this day or later.
  bool is_retired(Date day) const { return retired && *retired <= day; }
};
BOOST_DESCRIBE_STRUCT(Measure, (),
                      (id, alliance, space, version, objective, code, name, definition, unit, decimals, currency, frequency,
                       aggregation, source, kind, dimension, owner, supplier, carry, grace, cumulative, seasonal, natural_min,
                       natural_max, base, starts, retired, review_date, weight, mandatory, position, foreign_id, formula, nulls, two_keys, note_below, two_keys_from,
                       removed_at))

/// How a measure is scored from a day on. `scoring` is JSON: {"type":"higher","red":500,"green":700}.
struct Target {
  TargetId id;
  AllianceId alliance;
  SpaceId space;
  std::int64_t version = 0;
  MeasureId measure;
  Date effective_from;
  json::Raw scoring;
  bool assumed = false;  ///< nobody has said so yet: "assumed, please check"
  std::string reason;
  std::optional<Instant> removed_at;
};
BOOST_DESCRIBE_STRUCT(Target, (),
                      (id, alliance, space, version, measure, effective_from, scoring, assumed, reason, removed_at))

enum class InitiativeState : std::uint8_t { planned, running, done, stopped };
BOOST_DESCRIBE_ENUM(InitiativeState, planned, running, done, stopped)

struct Milestone {
  std::string name;
  Date due;
  std::optional<Date> done_at;
};
BOOST_DESCRIBE_STRUCT(Milestone, (), (name, due, done_at))

enum class MoveSign : std::uint8_t { up, down };
BOOST_DESCRIBE_ENUM(MoveSign, up, down)

/// A measure that an initiative is meant to move: which way, by how much in its unit, how late.
struct Move {
  MeasureId measure;
  MoveSign sign = MoveSign::up;
  std::optional<Decimal> size;
  std::int64_t lag_months = 0;
};
BOOST_DESCRIBE_STRUCT(Move, (), (measure, sign, size, lag_months))

/// A piece of work. `progress` and `planned` are shares from 0 to 1.
struct Initiative {
  InitiativeId id;
  AllianceId alliance;
  SpaceId space;
  std::int64_t version = 0;
  std::string name;
  std::string description;
  std::vector<ObjectiveId> objectives;
  std::optional<PersonId> owner;
  std::optional<Date> starts;
  std::optional<Date> due;
  InitiativeState state = InitiativeState::planned;
  Decimal progress;
  std::optional<Decimal> planned;  ///< nothing: follows the calendar from start to due
  std::optional<Decimal> budget;
  std::optional<Decimal> cost;
  std::string currency;
  std::vector<Milestone> milestones;
  std::vector<Move> moves;
  std::string foreign_id;
  std::optional<Instant> removed_at;
};
BOOST_DESCRIBE_STRUCT(Initiative, (),
                      (id, alliance, space, version, name, description, objectives, owner, starts, due, state, progress,
                       planned, budget, cost, currency, milestones, moves, foreign_id, removed_at))

/// The leader's reading of a theme in a period.
struct Narrative {
  NarrativeId id;
  AllianceId alliance;
  SpaceId space;
  std::int64_t version = 0;
  ThemeId theme;
  Period period;
  std::string analysis;
  std::string recommendation;
  std::optional<Instant> removed_at;
};
BOOST_DESCRIBE_STRUCT(Narrative, (),
                      (id, alliance, space, version, theme, period, analysis, recommendation, removed_at))

/// A light set by hand over the computed one until a day; it counts once the other party consents.
struct LightOverride {
  OverrideId id;
  AllianceId alliance;
  SpaceId space;
  std::int64_t version = 0;
  std::string object;  ///< identifier of an objective, theme or measure
  Light light = Light::grey;
  std::string reason;
  std::optional<Date> starts;  ///< from this day on; nothing: as far back as there are periods
  Date expires;
  PartyId by_party;
  PersonId by_person;
  std::optional<PartyId> consent_party;
  std::optional<PersonId> consent_person;
  std::optional<Instant> removed_at;
  std::optional<Instant> set_at;  ///< nothing for lights of earlier programs, like the next
  std::optional<Instant> consented_at;
};
BOOST_DESCRIBE_STRUCT(LightOverride, (),
                      (id, alliance, space, version, object, light, reason, starts, expires, by_party, by_person, consent_party,
                       consent_person, removed_at, set_at, consented_at))

enum class Series : std::uint8_t { actual, target, baseline, red, green };
BOOST_DESCRIBE_ENUM(Series, actual, target, baseline, red, green)

/// What is said about one period. `missing` takes back a value that was said in error.
enum class ObservationState : std::uint8_t { value, missing, na, withheld };
BOOST_DESCRIBE_ENUM(ObservationState, value, missing, na, withheld)

/// One row of one cell's history; the highest `number` counts. `value` is a decimal, "true", "false" or a text.
struct Observation {
  MeasureId measure;
  Series series = Series::actual;
  Period period;
  std::int64_t number = 0;
  ObservationState state = ObservationState::value;
  std::optional<std::string> value;
  std::optional<Decimal> numerator;
  std::optional<Decimal> denominator;
  std::optional<Decimal> weight;
  std::string reason;
  std::string note;
  std::string flags;  ///< of "provisional estimated", blank between
  Instant recorded_at;
  PersonId person;
  OrganisationId organisation;
  std::string source;  ///< "screen", "api", "csv", "stratml", "sample"
  ActId act;
  std::optional<Light> shared_light;  ///< of a withheld value: what is shown of it, judged when it was given
};
BOOST_DESCRIBE_STRUCT(Observation, (),
                      (measure, series, period, number, state, value, numerator, denominator, weight, reason, note, flags,
                       recorded_at, person, organisation, source, act, shared_light))

}  // namespace entente::scorecard
