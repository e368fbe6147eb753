#pragma once
#include "formation/draft.hpp"

/// Rating by party. While a rating is open nobody learns anything of another's: a rating is kept for its person alone, writes
/// no leaf and moves no revision, and is counted nowhere. Closing adds the ratings up by party, deletes them, and writes the
/// sums into the record, in one act.
namespace entente::formation {

struct RatingInput {
  CardId card;
  std::optional<std::int64_t> value;  ///< 1 to 5; null takes an own rating back
};
BOOST_DESCRIBE_STRUCT(RatingInput, (), (card, value))

/// By who may lead. Refused with `conflict`: "no_cards", "no_voters" (fewer than two partners take part), "rating_open".
Changed open_rating(Door&, db::Transaction&, const Viewer&, const WorkshopId&, std::int64_t version);

/// Ends the round: from now on the ratings are shown by party. Those of a card that only one partner has rated are thrown away unseen.
/// Cannot be undone. What the partners do not agree on becomes an open matter; what they agree on now is settled. The transaction
/// has to see every row (`Door::write` with an act's name): ratings are hidden from everybody but their person.
Changed close_rating(Door&, db::Transaction&, const Viewer&, const WorkshopId&, std::int64_t version);

/// By a participant of a partner, while the rating is open; refused with `conflict` "not_open" otherwise.
void rate(Door&, db::Transaction&, const Viewer&, const WorkshopId&, const RatingInput&);

/// Whether this viewer rates in this workshop.
bool may_rate(db::Transaction&, const Viewer&, const Workshop&);

/// The partners that take part, and how many of each can rate, by the position of the party.
struct Voters {
  PartyId party;
  std::string name;
  std::int64_t voters = 0;
};
std::vector<Voters> voters_of(db::Transaction&, const Workshop&);

/// One's own rating of a card in the open round.
struct OwnRating {
  CardId card;
  std::int64_t value = 0;
};
BOOST_DESCRIBE_STRUCT(OwnRating, (), (card, value))
std::vector<OwnRating> own_ratings(db::Transaction&, const Viewer&, const Workshop&);

/// The closed rounds of a workshop's cards, newest first, by card.
std::map<CardId, std::vector<RoundView>> rounds_of(db::Transaction&, const WorkshopId&, const Cards&);

}  // namespace entente::formation
