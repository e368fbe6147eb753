#pragma once
#include "formation/board.hpp"

/// From cards to objectives of the draft, and the trail back.
namespace entente::formation {

struct AcceptInput {
  std::optional<ThemeId> theme;  ///< of the objective that is made
  std::optional<PerspectiveId> perspective;
  std::optional<std::string> title;      ///< that of the card unless given
  std::optional<ObjectiveId> objective;  ///< one that is in the draft already, to which the card is tied; then none is made
};
BOOST_DESCRIBE_STRUCT(AcceptInput, (), (theme, perspective, title, objective))

/// What became of a card: the objective, and the act that can be undone, which takes the objective out again while nobody
/// changed it.
struct Accepted {
  std::string id;
  std::int64_t version = 0;
  ObjectiveId objective;
  access::ActAnswer act;
  bool undoable = true;
};
BOOST_DESCRIBE_STRUCT(Accepted, (), (id, version, objective, act, undoable))

/// A card becomes an objective of the draft, or is tied to one that is there. Needs the right to edit the theme. Links to cards that are in the draft already
/// become arrows of the map. A merged card is refused with `conflict` "merged", one in the draft with "in_draft".
Accepted accept(Door&, db::Transaction&, const Viewer&, const CardId&, std::int64_t version, const AcceptInput&);

/// For undoing: removes the objective of a card; `conflict` "changed_since" if it was changed meanwhile.
void take_out_of_draft(Door&, db::Transaction&, const Viewer&, const Card&);

struct TrailFinding {
  FindingKind kind = FindingKind::value;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(TrailFinding, (), (kind, text))

/// What a party said in a round. `mean` in points, 1 to 5.
struct PartyVoice {
  PartyId party;
  std::string name;
  std::int64_t raters = 0;
  std::int64_t voters = 0;
  std::optional<Decimal> mean;
};
BOOST_DESCRIBE_STRUCT(PartyVoice, (), (party, name, raters, voters, mean))

/// One closed round on one card.
struct RoundView {
  std::int64_t round = 0;
  Instant closed_at;
  std::string title;     ///< what the card said when it was rated
  bool reworded = false; ///< and says otherwise now
  Consent consent;
  std::vector<PartyVoice> parties;
};
BOOST_DESCRIBE_STRUCT(RoundView, (), (round, closed_at, title, reworded, consent, parties))

struct TrailCard {
  CardId card;
  std::string title;
  std::string description;
  std::string party_name;
  bool merged = false;  ///< lives on in the card that became the objective
  std::vector<TrailFinding> findings;
  std::vector<RoundView> rounds;
};
BOOST_DESCRIBE_STRUCT(TrailCard, (), (card, title, description, party_name, merged, findings, rounds))

/// Where an objective comes from: the card that became it, those merged into that, what they rest on, and how they were rated.
struct Trail {
  std::optional<WorkshopId> workshop;
  std::string workshop_title;
  std::optional<Date> held_on;
  std::vector<TrailCard> cards;  ///< empty: it was not built in a workshop
};
BOOST_DESCRIBE_STRUCT(Trail, (), (workshop, workshop_title, held_on, cards))

Trail trail(db::Transaction&, const Viewer&, const ObjectiveId&);

}  // namespace entente::formation
