#pragma once
#include "access/door.hpp"
#include "review/rules.hpp"

/// Freezing, and what was frozen. Every function takes the viewer, and refuses with `not_found` what the viewer may not see.
namespace entente::review {

using access::Changed;
using access::Door;
using access::Viewer;

struct FreezeInput {
  std::string period;                ///< as of whose last day it is judged, or today while it runs
  std::optional<std::string> title;  ///< "Review of Q4 2009" unless given
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(FreezeInput, (), (period, title, note))

/// Keeps what all parties share as it stands, by the version in force. Needs the right to edit the alliance's draft. Cannot be
/// undone. Refuses at "period" one that has not begun.
Changed freeze(Door&, db::Transaction&, const Viewer&, const AllianceId&, const FreezeInput&);

/// Newest first.
std::vector<Freeze> freezes(db::Transaction&, const Viewer&, const AllianceId&);
Freeze need(db::Transaction&, const Viewer&, const FreezeId&);
/// The very bytes that were frozen.
std::string document_text(db::Transaction&, const Freeze&);
Document document_of(db::Transaction&, const Freeze&);

/// The scorecard of the same period as it stands now, made of what all parties share.
model::ScorecardView scorecard_now(db::Transaction&, const Freeze&, Instant now);

/// How many values of periods that a freeze saw were recorded after it was taken, for each of the freezes.
std::vector<std::int64_t> later_values(db::Transaction&, const AllianceId&, const SpaceId& shared, const std::vector<Freeze>&);

/// A frozen light is no longer confirmed or contested: such acts are refused with `conflict` "frozen". To be called once.
void watch_words(Door&);

}  // namespace entente::review
