#pragma once
#include "scorecard/scoring_json.hpp"
#include "scorecard/types.hpp"

/// What a caller may say about each noun, when making or changing it. Absent leaves a field as it is (or at its default);
/// where null is allowed it empties the field.
namespace entente::scorecard {

template <class T>
using Maybe = std::optional<std::optional<T>>;

struct MeasureInput {
  std::optional<ObjectiveId> objective;
  std::optional<std::string> code;
  std::optional<std::string> name;
  std::optional<std::string> definition;
  std::optional<std::string> unit;
  std::optional<std::int64_t> decimals;
  std::optional<std::string> currency;
  std::optional<Frequency> frequency;
  std::optional<Aggregation> aggregation;
  std::optional<Source> source;
  std::optional<Timing> kind;
  std::optional<std::string> dimension;
  Maybe<PersonId> owner;
  Maybe<PartyId> supplier;
  std::optional<std::int64_t> carry;
  std::optional<std::int64_t> grace;
  std::optional<bool> cumulative;
  std::optional<bool> seasonal;
  Maybe<Decimal> natural_min;
  Maybe<Decimal> natural_max;
  Maybe<std::int64_t> base;
  Maybe<Date> starts;
  Maybe<Date> retired;
  Maybe<Date> review_date;
  std::optional<Decimal> weight;
  std::optional<bool> mandatory;
  std::optional<std::int64_t> position;
  std::optional<std::string> formula;   ///< makes the measure a computed one; empty: one with values of its own again
  std::optional<formula::Nulls> nulls;
  std::optional<bool> two_keys;
  Maybe<Date> two_keys_from;            ///< unless given, the day on which two keys are asked for
  Maybe<Decimal> note_below;
  std::optional<bool> private_;         ///< on making only
  std::optional<SpaceId> space;         ///< on making only: that of an agreement; unless given that of the objective
  std::optional<ScoringJson> scoring;   ///< on making: the first target
  std::optional<Date> effective_from;   ///< of that target; the beginning of the present fiscal year unless given
  std::optional<std::string> foreign_id;  ///< what another system calls it
};
BOOST_DESCRIBE_STRUCT(MeasureInput, (),
                      (objective, code, name, definition, unit, decimals, currency, frequency, aggregation, source, kind,
                       dimension, owner, supplier, carry, grace, cumulative, seasonal, natural_min, natural_max, base, starts,
                       retired, review_date, weight, mandatory, position, formula, nulls, two_keys, two_keys_from, note_below, private_, space, scoring, effective_from, foreign_id))

struct TargetInput {
  Date effective_from;
  ScoringJson scoring;
  std::optional<std::string> reason;
  std::optional<bool> assumed;
};
BOOST_DESCRIBE_STRUCT(TargetInput, (), (effective_from, scoring, reason, assumed))

struct InitiativeInput {
  std::optional<std::string> name;
  std::optional<std::string> description;
  std::optional<std::vector<ObjectiveId>> objectives;
  Maybe<PersonId> owner;
  Maybe<Date> start;
  Maybe<Date> due;
  std::optional<InitiativeState> state;
  std::optional<Decimal> progress;
  Maybe<Decimal> planned;
  Maybe<Decimal> budget;
  Maybe<Decimal> cost;
  std::optional<std::string> currency;
  std::optional<std::vector<Milestone>> milestones;
  std::optional<std::vector<Move>> moves;
  std::optional<bool> private_;
  std::optional<SpaceId> space;  ///< on making only: that of an agreement
  std::optional<std::string> foreign_id;  ///< what another system calls it
};
BOOST_DESCRIBE_STRUCT(InitiativeInput, (),
                      (name, description, objectives, owner, start, due, state, progress, planned, budget, cost, currency,
                       milestones, moves, private_, space, foreign_id))

struct NarrativeInput {
  std::string period;
  std::string analysis;
  std::string recommendation;
};
BOOST_DESCRIBE_STRUCT(NarrativeInput, (), (period, analysis, recommendation))

struct OverrideInput {
  Light light = Light::grey;
  std::string reason;
  std::optional<Date> starts;  ///< the first day of the period that it is about; unless given that of the quarter that ended last
  Date expires;
};
BOOST_DESCRIBE_STRUCT(OverrideInput, (), (light, reason, starts, expires))

/// One value, as it comes in. `measure` is an identifier or a code; `value` a number (kept as text), a truth value or a
/// text. With the state `withheld` it stays in one's own private space, and the partner sees at most its light.
struct ObservationInput {
  std::string measure;
  std::string period;
  std::optional<Series> series;
  std::optional<json::Value> value;
  std::optional<ObservationState> state;
  std::optional<std::string> reason;
  std::optional<std::string> note;
  std::optional<Decimal> numerator;
  std::optional<Decimal> denominator;
  std::optional<Decimal> weight;
  std::optional<std::vector<std::string>> flags;
  std::optional<std::int64_t> version;  ///< of the cell that was seen: 0 for an empty one
  std::optional<bool> share_light;      ///< with a value that is withheld: whether the partner sees its light
};
BOOST_DESCRIBE_STRUCT(ObservationInput, (),
                      (measure, period, series, value, state, reason, note, numerator, denominator, weight, flags, version, share_light))

enum class Outcome : std::uint8_t { new_, corrected, unchanged };
BOOST_DESCRIBE_ENUM(Outcome, new_, corrected, unchanged)

}  // namespace entente::scorecard
