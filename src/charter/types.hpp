#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "base/clock.hpp"
#include "base/id.hpp"
#include "json/field_types.hpp"
#include "scorecard/types.hpp"
#include "strategy/types.hpp"

/// What the partners agreed to steer by, version by version. The working draft lives in the tables of the plan; a charter is
/// a frozen document of it, with its digest, that each partner ratifies or returns.
namespace entente::charter {

/// The life of a version. `proposed` is the only state from which anything follows; `superseded` comes after `in_force`.
enum class State : std::uint8_t {
  proposed,    ///< waits for the partners
  returned,    ///< a partner sent it back with reasons
  voided,      ///< the draft was edited meanwhile, so that consents no longer meant it
  withdrawn,   ///< by the side that proposed it
  in_force,    ///< ratified by every partner that must
  superseded,  ///< another version took its place
};
BOOST_DESCRIBE_ENUM(State, proposed, returned, voided, withdrawn, in_force, superseded)

enum class Verdict : std::uint8_t { ratified, returned };
BOOST_DESCRIBE_ENUM(Verdict, ratified, returned)

/// What the alliance as a whole agreed on beside the plan.
struct Terms {
  std::string name;
  std::string vision;
  std::string mission;
  std::int64_t first_month = 1;
  std::int64_t first_day = 1;
  std::string calendar;
  strategy::Method method = strategy::Method::mean;
};
BOOST_DESCRIBE_STRUCT(Terms, (), (name, vision, mission, first_month, first_day, calendar, method))

/// All that is agreed, as it is signed: rows of the plan without what only the working tables need (alliance, space, version,
/// removed_at), sorted by identifier.
struct Document {
  std::int64_t format = 1;
  AllianceId alliance;
  SpaceId space;
  std::optional<Date> effective_from;  ///< an earlier day from which the text says that it holds
  Terms terms;
  std::vector<strategy::Perspective> perspectives;
  std::vector<strategy::Theme> themes;
  std::vector<strategy::Objective> objectives;
  std::vector<strategy::Link> links;
  std::vector<strategy::Win> wins;
  std::vector<strategy::SharedValue> values;
  std::vector<scorecard::Measure> measures;
  std::vector<scorecard::Target> targets;
};
BOOST_DESCRIBE_STRUCT(Document, (),
                      (format, alliance, space, effective_from, terms, perspectives, themes, objectives, links, wins, values, measures, targets))

/// One version. `number` counts from 1 within a space.
struct Charter {
  CharterId id;
  AllianceId alliance;
  SpaceId space;                         ///< whose plan it is: the shared space, or that of an agreement
  std::int64_t number = 0;
  State state = State::proposed;
  std::string digest;  ///< SHA-256 of the document's bytes, 64 hexadecimal digits
  std::string note;                      ///< what the proposer says of it
  std::optional<Date> effective_from;    ///< an earlier day that the text names; what it changes there is flagged restated
  Instant made_at;
  PersonId made_by;
  PartyId made_by_party;
  std::optional<Instant> in_force_at;
  std::optional<Instant> superseded_at;
};
BOOST_DESCRIBE_STRUCT(Charter, (),
                      (id, alliance, space, number, state, digest, note, effective_from, made_at, made_by, made_by_party, in_force_at,
                       superseded_at))

/// A partner's word on exactly one digest.
struct Consent {
  CharterId charter;
  PartyId party;
  PersonId person;
  Verdict verdict = Verdict::ratified;
  std::string digest;  ///< SHA-256 of the document's bytes, 64 hexadecimal digits
  std::string reason;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(Consent, (), (charter, party, person, verdict, digest, reason, at))

}  // namespace entente::charter
