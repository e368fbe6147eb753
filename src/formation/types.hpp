#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "access/columns.hpp"
#include "base/clock.hpp"
#include "base/id.hpp"
#include "json/json.hpp"

/// Building the map together: talks with key people of each side, what was found in them, and workshops in which candidate
/// objectives are sorted, rated by party, and taken into the draft. Each struct is one row of the table of its name.
namespace entente::formation {

using InterviewId = Id<struct InterviewKind>;
using QuestionSetId = Id<struct QuestionSetKind>;
using FindingId = Id<struct FindingKindTag>;
using WorkshopId = Id<struct WorkshopKind>;
using CardId = Id<struct CardKind>;
using CardLinkId = Id<struct CardLinkKind>;
using MatterId = Id<struct MatterKind>;

/// What a question asks for, and what a finding is about: how value is made for both, how the partners stand out together,
/// which problems they should address.
enum class FindingKind : std::uint8_t { value, distinction, problem };
BOOST_DESCRIBE_ENUM(FindingKind, value, distinction, problem)

struct Question {
  FindingKind kind = FindingKind::value;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(Question, (), (kind, text))

/// Questions of the alliance's own, beside the built-in set.
struct QuestionSet {
  QuestionSetId id;
  AllianceId alliance;
  SpaceId space;
  std::int64_t version = 0;
  std::string name;
  std::vector<Question> questions;
  std::optional<Instant> removed_at;
};
BOOST_DESCRIBE_STRUCT(QuestionSet, (), (id, alliance, space, version, name, questions, removed_at))

struct Answer {
  FindingKind kind = FindingKind::value;
  std::string question;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(Answer, (), (kind, question, text))

/// What stands in an interview: kept as one document, for the interviewer alone.
struct Talk {
  std::string person;            ///< with whom, as the interviewer writes it
  std::optional<PartyId> party;  ///< of which side
  std::optional<Date> held_on;
  std::vector<Answer> answers;
};
BOOST_DESCRIBE_STRUCT(Talk, (), (person, party, held_on, answers))

struct Interview {
  InterviewId id;
  AllianceId alliance;
  SpaceId space;
  std::int64_t version = 0;
  PersonId interviewer;
  std::string content;  ///< a Talk as JSON
  std::string salt;     ///< of the commitment in the record, hexadecimal
  Instant made_at;
};
BOOST_DESCRIBE_STRUCT(Interview, (), (id, alliance, space, version, interviewer, content, salt, made_at))

/// What goes on from the talks, shared with all. It says nothing of who said it, or in which talk.
struct Finding {
  FindingId id;
  AllianceId alliance;
  SpaceId space;
  std::int64_t version = 0;
  FindingKind kind = FindingKind::value;
  std::string text;
  std::string words;  ///< theme words, with commas between
  PersonId author;    ///< who wrote it down
  std::optional<Instant> removed_at;
};
BOOST_DESCRIBE_STRUCT(Finding, (), (id, alliance, space, version, kind, text, words, author, removed_at))

/// Whether cards are being rated. While it is open, the board stands still.
enum class Rating : std::uint8_t { not_yet, open, closed };
BOOST_DESCRIBE_ENUM(Rating, not_yet, open, closed)

/// `round` counts the ratings that were opened.
struct Workshop {
  WorkshopId id;
  AllianceId alliance;
  SpaceId space;
  std::int64_t version = 0;
  std::string title;
  std::string purpose;
  std::optional<Date> held_on;
  std::vector<PersonId> participants;
  Rating rating = Rating::not_yet;
  std::int64_t round = 0;
  std::optional<Instant> removed_at;
};
BOOST_DESCRIBE_STRUCT(Workshop, (), (id, alliance, space, version, title, purpose, held_on, participants, rating, round, removed_at))

/// A candidate objective. One that is merged lives on in another; one with an objective is in the draft.
struct Card {
  CardId id;
  AllianceId alliance;
  SpaceId space;
  std::int64_t version = 0;
  WorkshopId workshop;
  std::string title;
  std::string description;
  PartyId party;    ///< who brought it
  PersonId author;
  std::vector<FindingId> findings;
  std::optional<ThemeId> theme;
  std::optional<PerspectiveId> perspective;
  std::int64_t position = 0;
  std::optional<CardId> merged_into;
  std::optional<ObjectiveId> objective;
  bool tied = false;  ///< to an objective that was in the draft before
  std::optional<Instant> removed_at;
};
BOOST_DESCRIBE_STRUCT(Card, (),
                      (id, alliance, space, version, workshop, title, description, party, author, findings, theme, perspective,
                       position, merged_into, objective, tied, removed_at))

/// "cause helps effect", between two cards of one workshop.
struct CardLink {
  CardLinkId id;
  AllianceId alliance;
  SpaceId space;
  std::int64_t version = 0;
  WorkshopId workshop;
  CardId cause;
  CardId effect;
  std::optional<Instant> removed_at;
};
BOOST_DESCRIBE_STRUCT(CardLink, (), (id, alliance, space, version, workshop, cause, effect, removed_at))

/// What one party said of one card in a round that is closed: how many rated it, and the sum of their ratings (1 to 5 each).
struct RatingResult {
  CardId card;
  std::int64_t round = 0;
  PartyId party;
  WorkshopId workshop;
  SpaceId space;
  std::int64_t raters = 0;
  std::int64_t total = 0;
  std::string title;  ///< of the card, as it was rated
};
BOOST_DESCRIBE_STRUCT(RatingResult, (), (card, round, party, workshop, space, raters, total, title))

/// How many of a party could rate in a round.
struct PartyVoters {
  PartyId party;
  std::int64_t voters = 0;
};
BOOST_DESCRIBE_STRUCT(PartyVoters, (), (party, voters))

struct RatingRound {
  WorkshopId workshop;
  std::int64_t round = 0;
  SpaceId space;
  Instant closed_at;
  std::vector<PartyVoters> voters;
};
BOOST_DESCRIBE_STRUCT(RatingRound, (), (workshop, round, space, closed_at, voters))

enum class MatterState : std::uint8_t { open, settled };
BOOST_DESCRIBE_ENUM(MatterState, open, settled)

/// What the workshop left open. It waits here until a body takes it onto its agenda.
struct Matter {
  MatterId id;
  AllianceId alliance;
  SpaceId space;
  std::int64_t version = 0;
  WorkshopId workshop;
  std::optional<CardId> card;
  std::string title;
  std::string note;
  MatterState state = MatterState::open;
  std::string outcome;  ///< how it was settled
  std::optional<Instant> removed_at;
};
BOOST_DESCRIBE_STRUCT(Matter, (), (id, alliance, space, version, workshop, card, title, note, state, outcome, removed_at))

}  // namespace entente::formation
