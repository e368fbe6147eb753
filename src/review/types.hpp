#pragma once
#include <optional>
#include <string>
#include <vector>

#include "model/views.hpp"
#include "model/views_map.hpp"
#include "model/views_scorecard.hpp"
#include "value/frozen.hpp"

/// Freezes: everything that a review saw, kept as it was.
namespace entente::review {

/// One freeze, without its document.
struct Freeze {
  FreezeId id;
  AllianceId alliance;
  SpaceId space;
  Period period;
  Date last_day;       ///< as of which it was judged
  std::string title;   ///< "Review of Q4 2009"
  std::string note;
  std::string digest;  ///< SHA-256 of the document's bytes, 64 hexadecimal digits
  std::optional<std::int64_t> charter;  ///< number of the version in force; nothing: the working draft
  strategy::Light light = strategy::Light::grey;  ///< the alliance's
  std::optional<Decimal> score;
  Instant taken_at;
  PersonId by_person;
  PartyId by_party;
};
BOOST_DESCRIBE_STRUCT(Freeze, (), (id, alliance, space, period, last_day, title, note, digest, charter, light, score, taken_at, by_person, by_party))

/// How one measure was defined: its targets say more than the scorecard shows of them.
struct Definition {
  MeasureId measure;
  scorecard::Measure text;
  std::vector<scorecard::Target> targets;
};
BOOST_DESCRIBE_STRUCT(Definition, (), (measure, text, targets))

/// The document: what was on the screens, and what they were made of. Only what all parties share enters it.
struct Document {
  std::int64_t format = 1;
  std::string title;
  std::string note;
  Instant taken_at;
  model::ScorecardView scorecard;
  model::MapView map;
  std::vector<Definition> definitions;
  std::vector<value::FrozenHope> hopes;  ///< what the leaders hoped for, and what the other side says of it
};
BOOST_DESCRIBE_STRUCT(Document, (), (format, title, note, taken_at, scorecard, map, definitions, hopes))

}  // namespace entente::review
