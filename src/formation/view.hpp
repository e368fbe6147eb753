#pragma once
#include "formation/rating.hpp"

/// What the screens of workshops show, each in one answer.
namespace entente::formation {

struct PersonRef {
  PersonId id;
  std::string name;
  PartyId party;
  std::string party_name;
};
BOOST_DESCRIBE_STRUCT(PersonRef, (), (id, name, party, party_name))

struct WorkshopItem {
  WorkshopId id;
  std::string title;
  std::string purpose;
  std::optional<Date> held_on;
  Rating rating = Rating::not_yet;
  std::int64_t round = 0;
  std::int64_t participants = 0;
  std::int64_t cards = 0;
  std::int64_t in_draft = 0;
  std::int64_t open_matters = 0;
};
BOOST_DESCRIBE_STRUCT(WorkshopItem, (), (id, title, purpose, held_on, rating, round, participants, cards, in_draft, open_matters))

struct WorkshopList {
  std::vector<WorkshopItem> items;
  bool may_lead = false;
};
BOOST_DESCRIBE_STRUCT(WorkshopList, (), (items, may_lead))

struct CardView {
  CardId id;
  std::int64_t version = 0;
  std::string title;
  std::string description;
  PartyId party;
  std::string party_name;
  std::string author;
  std::vector<FindingId> findings;
  std::optional<ThemeId> theme;              ///< none: not sorted yet, or the theme is gone
  std::optional<PerspectiveId> perspective;  ///< the same
  std::optional<CardId> merged_into;
  std::optional<ObjectiveId> objective;      ///< in the draft
  std::string objective_code;
  std::optional<std::int64_t> my_rating;     ///< in the open round
  std::vector<RoundView> rounds;             ///< closed ones, newest first
  bool may_word = false;                     ///< the viewer may change its words and remove it
};
BOOST_DESCRIBE_STRUCT(CardView, (),
                      (id, version, title, description, party, party_name, author, findings, theme, perspective, merged_into,
                       objective, objective_code, my_rating, rounds, may_word))

struct CardLinkView {
  CardLinkId id;
  std::int64_t version = 0;
  CardId cause;
  CardId effect;
};
BOOST_DESCRIBE_STRUCT(CardLinkView, (), (id, version, cause, effect))

struct MatterView {
  MatterId id;
  std::int64_t version = 0;
  std::optional<CardId> card;
  std::string title;
  std::string note;
  MatterState state = MatterState::open;
  std::string outcome;
};
BOOST_DESCRIBE_STRUCT(MatterView, (), (id, version, card, title, note, state, outcome))

/// A theme or perspective of the draft, as a column of the board.
struct Place {
  std::string id;
  std::string name;
  std::int64_t colour = 0;
};
BOOST_DESCRIBE_STRUCT(Place, (), (id, name, colour))

struct FindingChoice {
  FindingId id;
  FindingKind kind = FindingKind::value;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(FindingChoice, (), (id, kind, text))

struct VotersView {
  PartyId party;
  std::string name;
  std::int64_t voters = 0;
  bool few = false;  ///< fewer than a handful: its mean says much of each
};
BOOST_DESCRIBE_STRUCT(VotersView, (), (party, name, voters, few))

struct WorkshopView {
  WorkshopId id;
  std::int64_t version = 0;
  std::string title;
  std::string purpose;
  std::optional<Date> held_on;
  Rating rating = Rating::not_yet;
  std::int64_t round = 0;
  std::vector<PersonRef> participants;
  std::vector<VotersView> voters;
  std::vector<Place> themes;
  std::vector<Place> perspectives;
  std::vector<CardView> cards;
  std::vector<CardLinkView> links;
  std::vector<MatterView> matters;
  std::vector<FindingChoice> findings;          ///< on which a card may rest
  std::optional<Decimal> consent;               ///< the meter of the newest closed round, 0 to 100
  bool may_lead = false;
  bool may_work = false;
  bool may_rate = false;
  bool may_accept = false;                      ///< into the draft
};
BOOST_DESCRIBE_STRUCT(WorkshopView, (),
                      (id, version, title, purpose, held_on, rating, round, participants, voters, themes, perspectives, cards, links,
                       matters, findings, consent, may_lead, may_work, may_rate, may_accept))

/// The newest day first, those without a day last.
WorkshopList workshops(db::Transaction&, const Viewer&, const AllianceId&);
WorkshopView workshop(db::Transaction&, const Viewer&, const WorkshopId&);

}  // namespace entente::formation
