#include "sample/building.hpp"

#include <memory>

#include "formation/interviews.hpp"
#include "formation/rating.hpp"

namespace entente::sample {
namespace {

using namespace formation;

// samples/reference/formation.json, as it is written by hand. People are named by their addresses, objectives by their codes.

struct ToldSet {
  std::string by;
  Date on;
  std::string name;
  std::vector<Question> questions;
};
BOOST_DESCRIBE_STRUCT(ToldSet, (), (by, on, name, questions))

struct ToldFinding {
  std::string key;
  std::string by;
  Date on;
  FindingKind kind = FindingKind::value;
  std::string words;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(ToldFinding, (), (key, by, on, kind, words, text))

struct ToldCard {
  std::string key;
  std::string by;
  Date on;
  std::string title;
  std::string description;
  std::vector<std::string> findings;
  std::optional<std::string> into;       ///< the card into which it was merged
  std::optional<std::string> objective;  ///< what it became
};
BOOST_DESCRIBE_STRUCT(ToldCard, (), (key, by, on, title, description, findings, into, objective))

struct ToldLink {
  std::string cause;
  std::string effect;
};
BOOST_DESCRIBE_STRUCT(ToldLink, (), (cause, effect))

struct ToldRating {
  std::string card;
  std::int64_t value = 0;
};
BOOST_DESCRIBE_STRUCT(ToldRating, (), (card, value))

struct ToldVoter {
  std::string by;
  std::vector<ToldRating> ratings;
};
BOOST_DESCRIBE_STRUCT(ToldVoter, (), (by, ratings))

struct ToldWorkshop {
  std::string by;
  Date on;
  std::string title;
  Date held_on;
  std::string purpose;
  std::vector<std::string> participants;
  std::vector<ToldCard> cards;
  std::vector<ToldLink> links;
  Date opened;
  Date closed;
  std::vector<ToldVoter> voters;
  std::string accepted_by;
  Date accepted;
};
BOOST_DESCRIBE_STRUCT(ToldWorkshop, (),
                      (by, on, title, held_on, purpose, participants, cards, links, opened, closed, voters, accepted_by, accepted))

struct Told {
  std::vector<ToldSet> question_sets;
  std::vector<ToldFinding> findings;
  ToldWorkshop workshop;
};
BOOST_DESCRIBE_STRUCT(Told, (), (question_sets, findings, workshop))

/// What the scenes know of one another: what was made, by its key in the file.
struct Made {
  Told told;
  std::map<std::string, FindingId> findings;
  std::map<std::string, CardId> cards;
  WorkshopId workshop;
};

template <class ItemId>
ItemId id_of(const Changed& changed) {
  return *ItemId::parse(changed.id);
}

void prepare(Stage& stage, Made& made) {
  const auto& told = made.told.workshop;
  WorkshopInput input;
  input.title = told.title;
  input.purpose = told.purpose;
  input.held_on = told.held_on;
  input.participants.emplace();
  for (const auto& email : told.participants) input.participants->push_back(stage.person(email).person);
  made.workshop = id_of<WorkshopId>(add(stage.door, stage.transaction, stage.person(told.by), stage.alliance(), input));
}

void bring(Stage& stage, Made& made, const ToldCard& told) {
  CardInput input;
  input.workshop = made.workshop;
  input.title = told.title;
  input.description = told.description;
  input.findings.emplace();
  for (const auto& key : told.findings) input.findings->push_back(made.findings.at(key));
  made.cards[told.key] = id_of<CardId>(add(stage.door, stage.transaction, stage.person(told.by), stage.alliance(), input));
}

void merge_and_link(Stage& stage, Made& made) {
  const auto& told = made.told.workshop;
  const auto& lead = stage.person(told.by);
  for (const auto& card : told.cards)
    if (card.into) {
      CardInput input;
      input.merged_into = std::optional(made.cards.at(*card.into));
      change(stage.door, stage.transaction, lead, made.cards.at(card.key), 1, input);
    }
  for (const auto& link : told.links)
    add(stage.door, stage.transaction, lead, stage.alliance(), CardLinkInput{made.cards.at(link.cause), made.cards.at(link.effect)});
}

std::int64_t version_of(Stage& stage, const access::Viewer& viewer, const WorkshopId& id) {
  return access::items::need<Workshop>(stage.transaction, viewer, id).version;
}

void open_and_rate(Stage& stage, Made& made) {
  const auto& told = made.told.workshop;
  const auto& lead = stage.person(told.by);
  open_rating(stage.door, stage.transaction, lead, made.workshop, version_of(stage, lead, made.workshop));
  for (const auto& voter : told.voters)
    for (const auto& one : voter.ratings) rate(stage.door, stage.transaction, stage.person(voter.by), made.workshop, {made.cards.at(one.card), one.value});
}

void close(Stage& stage, Made& made) {
  const auto& lead = stage.person(made.told.workshop.by);
  close_rating(stage.door, stage.transaction, lead, made.workshop, version_of(stage, lead, made.workshop));
}

/// The plan is there already, so that each card is tied to what it became.
void take_into_draft(Stage& stage, Made& made) {
  const auto& who = stage.person(made.told.workshop.accepted_by);
  for (const auto& card : made.told.workshop.cards) {
    if (!card.objective) continue;
    AcceptInput input;
    input.objective = stage.objective(*card.objective);
    auto id = made.cards.at(card.key);
    accept(stage.door, stage.transaction, who, id, access::items::need<Card>(stage.transaction, who, id).version, input);
  }
}

}  // namespace

std::vector<Scene> building_scenes(std::string_view text) {
  auto made = std::make_shared<Made>();
  made->told = json::read<Told>(text, {1'000'000, 16});
  std::vector<Scene> scenes;
  for (const auto& set : made->told.question_sets)
    scenes.push_back({set.on, [made, set](Stage& stage) {
                        add(stage.door, stage.transaction, stage.person(set.by), stage.alliance(), QuestionSetInput{set.name, set.questions});
                      }});
  for (const auto& finding : made->told.findings)
    scenes.push_back({finding.on, [made, finding](Stage& stage) {
                        made->findings[finding.key] = id_of<FindingId>(
                            add(stage.door, stage.transaction, stage.person(finding.by), stage.alliance(), FindingInput{finding.kind, finding.text, finding.words}));
                      }});
  const auto& workshop = made->told.workshop;
  scenes.push_back({workshop.on, [made](Stage& stage) { prepare(stage, *made); }});
  for (const auto& card : workshop.cards) scenes.push_back({card.on, [made, card](Stage& stage) { bring(stage, *made, card); }});
  scenes.push_back({workshop.held_on, [made](Stage& stage) { merge_and_link(stage, *made); }});
  scenes.push_back({workshop.opened, [made](Stage& stage) { open_and_rate(stage, *made); }});
  scenes.push_back({workshop.closed, [made](Stage& stage) { close(stage, *made); }});
  scenes.push_back({workshop.accepted, [made](Stage& stage) { take_into_draft(stage, *made); }});
  return scenes;
}

}  // namespace entente::sample
