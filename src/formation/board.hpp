#pragma once
#include "formation/items.hpp"
#include "formation/rules.hpp"

/// Workshops and their cards. Every function takes the viewer, refuses with `not_found` what the viewer may not see or do, and
/// returns the act. While a rating is open the board stands still: whatever would change a card, a link, or who takes part is
/// refused with `conflict` "rating_open", by undo as well.
namespace entente::formation {

using access::Changed;
using access::Door;
using access::Viewer;

template <class T>
using Maybe = std::optional<std::optional<T>>;

struct WorkshopInput {
  std::optional<std::string> title;
  std::optional<std::string> purpose;
  Maybe<Date> held_on;
  std::optional<std::vector<PersonId>> participants;
};
BOOST_DESCRIBE_STRUCT(WorkshopInput, (), (title, purpose, held_on, participants))

struct CardInput {
  std::optional<WorkshopId> workshop;  ///< on making only
  std::optional<std::string> title;
  std::optional<std::string> description;
  std::optional<std::vector<FindingId>> findings;
  Maybe<ThemeId> theme;
  Maybe<PerspectiveId> perspective;
  Maybe<CardId> merged_into;
};
BOOST_DESCRIBE_STRUCT(CardInput, (), (workshop, title, description, findings, theme, perspective, merged_into))

struct CardLinkInput {
  CardId cause;
  CardId effect;
};
BOOST_DESCRIBE_STRUCT(CardLinkInput, (), (cause, effect))

struct MatterInput {
  std::optional<WorkshopId> workshop;  ///< on making only
  std::optional<std::string> title;
  std::optional<std::string> note;
  std::optional<MatterState> state;
  std::optional<std::string> outcome;
};
BOOST_DESCRIBE_STRUCT(MatterInput, (), (workshop, title, note, state, outcome))

/// By who may lead (rights.hpp). A new workshop has the participants that the input names, and no others.
Changed add(Door&, db::Transaction&, const Viewer&, const AllianceId&, const WorkshopInput&);
Changed change(Door&, db::Transaction&, const Viewer&, const WorkshopId&, std::int64_t version, const WorkshopInput&);
/// Refused with `conflict` "in_draft" where a card is in the draft: the trail of its objective leads here.
Changed remove(Door&, db::Transaction&, const Viewer&, const WorkshopId&, std::int64_t version);

/// By who may work. The words of a card are changed, and the card removed, by the side that brought it; sorting and merging is for
/// everybody who takes part. Merging is a change of `merged_into`. What is in the draft is neither merged nor removed.
Changed add(Door&, db::Transaction&, const Viewer&, const AllianceId&, const CardInput&);
Changed change(Door&, db::Transaction&, const Viewer&, const CardId&, std::int64_t version, const CardInput&);
/// Releases what was merged into it.
Changed remove(Door&, db::Transaction&, const Viewer&, const CardId&, std::int64_t version);

Changed add(Door&, db::Transaction&, const Viewer&, const AllianceId&, const CardLinkInput&);
Changed remove(Door&, db::Transaction&, const Viewer&, const CardLinkId&, std::int64_t version);

/// Open matters are kept by who may lead.
Changed add(Door&, db::Transaction&, const Viewer&, const AllianceId&, const MatterInput&);
Changed change(Door&, db::Transaction&, const Viewer&, const MatterId&, std::int64_t version, const MatterInput&);
Changed remove(Door&, db::Transaction&, const Viewer&, const MatterId&, std::int64_t version);

/// Keeps the rating of a workshop as it was read, open or not, until the end of the transaction. Says no where it is another by now.
bool hold(db::Transaction&, const Workshop&);

/// The workshop of this viewer's sight, not removed; throws `not_found`, and `conflict` "rating_open" while a rating is open.
Workshop need_still_board(db::Transaction&, const Viewer&, const WorkshopId&);

/// The cards of a workshop that were not removed, in their order, and the same by identifier.
struct Cards {
  std::vector<Card> rows;
  std::map<CardId, const Card*> by_id;
};
Cards cards_of(db::Transaction&, const WorkshopId&);
std::vector<CardLink> links_of(db::Transaction&, const WorkshopId&);
std::vector<Matter> matters_of(db::Transaction&, const WorkshopId&);

/// Whether the objective that a card became is still in the draft.
bool is_in_draft(db::Transaction&, const Card&);
/// The cards of a workshop that are in the draft, each with the code of its objective.
std::map<CardId, std::string> in_draft_of(db::Transaction&, const WorkshopId&);

void add_board_undoers(access::Undoers&);

}  // namespace entente::formation
