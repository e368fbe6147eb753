#include "formation/board.hpp"

#include <set>

#include "formation/draft.hpp"
#include "formation/rights.hpp"

namespace entente::formation {
namespace {

namespace items = access::items;
using access::Act;
using access::Grant;

template <class Item>
std::string of_workshop_sql(std::string_view order) {
  return fmt::format("SELECT {} FROM {} WHERE workshop = $1 AND removed_at IS NULL ORDER BY {}", items::column_list<Item>(),
                     access::ItemKind<Item>::table, order);
}
// Counts only where the workshop still stands so; on PostgreSQL it also keeps others from opening and closing until the commit.
constexpr std::string_view hold_sql = "UPDATE workshop SET round = round WHERE id = $1 AND rating = $2 AND round = $3 AND removed_at IS NULL";
constexpr std::string_view count_cards_sql = "SELECT COUNT(*) FROM card WHERE workshop = $1 AND removed_at IS NULL";
constexpr std::string_view next_position_sql = "SELECT COALESCE(MAX(position) + 1, 0) FROM card WHERE workshop = $1";
constexpr std::string_view theme_sql = "SELECT COUNT(*) FROM theme WHERE id = $1 AND alliance = $2 AND space = $3 AND removed_at IS NULL";
constexpr std::string_view perspective_sql = "SELECT COUNT(*) FROM perspective WHERE id = $1 AND alliance = $2 AND space = $3 AND removed_at IS NULL";
constexpr std::string_view in_draft_sql = "SELECT COUNT(*) FROM objective WHERE id = $1 AND removed_at IS NULL";
constexpr std::string_view taken_sql = "SELECT COUNT(*) FROM card WHERE objective = $1 AND id <> $2 AND removed_at IS NULL";
constexpr std::string_view in_draft_of_sql =
    "SELECT card.id, objective.code FROM card JOIN objective ON objective.id = card.objective AND objective.removed_at IS NULL "
    "WHERE card.workshop = $1 AND card.removed_at IS NULL";
constexpr std::string_view members_sql = "SELECT person FROM member WHERE alliance = $1 AND state = 'confirmed'";
constexpr std::string_view same_link_sql =
    "SELECT COUNT(*) FROM card_link WHERE workshop = $1 AND cause = $2 AND effect = $3 AND id <> $4 AND removed_at IS NULL";
constexpr std::int64_t most_cards = 400;

template <class Item, class... More>
void check_or_throw(Item& item, More... more) {
  std::vector<FieldError> errors;
  check(item, errors, more...);
  throw_if_any(std::move(errors));
}

const Grant& grant_of(const Viewer& viewer, const AllianceId& alliance) { return viewer.need(alliance, Act::read_shared); }

void need_lead(const Viewer& viewer, const AllianceId& alliance) {
  if (!may_lead(viewer, grant_of(viewer, alliance))) throw_not_found();
}

void need_work(const Viewer& viewer, const Workshop& workshop) {
  if (!may_work(viewer, grant_of(viewer, workshop.alliance), workshop)) throw_not_found();
}

Workshop need_workshop(db::Transaction& transaction, const Viewer& viewer, const WorkshopId& id) {
  auto workshop = items::need<Workshop>(transaction, viewer, id);
  grant_of(viewer, workshop.alliance);
  return workshop;
}

[[noreturn]] void throw_rating_open() {
  throw Error(ErrorKind::conflict, "rating_open", "The cards are being rated. The board stands still until the rating is closed.");
}

void refuse_while_open(const Workshop& workshop) {
  if (workshop.rating == Rating::open) throw_rating_open();
}

/// The board of a row, as one who works on it.
Workshop need_board(db::Transaction& transaction, const Viewer& viewer, const WorkshopId& id) {
  Workshop workshop = need_still_board(transaction, viewer, id);
  need_work(viewer, workshop);
  return workshop;
}

/// New participants are members; who has left since stays on the list, and can do nothing.
void check_participants(db::Transaction& transaction, const Workshop& workshop, const std::vector<PersonId>& before) {
  std::set<PersonId> known(before.begin(), before.end());
  for (const auto& person : transaction.all<PersonId>(members_sql, workshop.alliance)) known.insert(person);
  for (std::size_t i = 0; i < workshop.participants.size(); ++i)
    if (!known.contains(workshop.participants[i]))
      throw_bad_field(fmt::format("participants[{}]", i), "not_a_member", "This person is not a member of the alliance.");
}

void need_own_words(const Viewer& viewer, const Card& card) {
  if (grant_of(viewer, card.alliance).party != card.party)
    throw Error(ErrorKind::conflict, "not_yours", "The words of a card are those of the side that brought it. Bring a card of your own, or merge the two.");
}

void need_room(db::Transaction& transaction, const WorkshopId& workshop) {
  if (*transaction.one<std::int64_t>(count_cards_sql, workshop) >= most_cards)
    throw Error(ErrorKind::too_large, "too_many_cards", fmt::format("A workshop has {} cards at most.", most_cards));
}

void check_places(db::Transaction& transaction, const Card& card, const Card* before) {
  if (card.theme && !(before && before->theme == card.theme) && *transaction.one<std::int64_t>(theme_sql, *card.theme, card.alliance, card.space) == 0)
    throw_bad_field("theme", "unknown", "There is no such theme in this alliance.");
  if (card.perspective && !(before && before->perspective == card.perspective) &&
      *transaction.one<std::int64_t>(perspective_sql, *card.perspective, card.alliance, card.space) == 0)
    throw_bad_field("perspective", "unknown", "There is no such perspective in this alliance.");
}

void check_findings(db::Transaction& transaction, const Viewer& viewer, const Card& card, const Card* before) {
  if (before && before->findings == card.findings) return;
  std::set<FindingId> known;
  if (before) known.insert(before->findings.begin(), before->findings.end());
  for (const auto& finding : items::all<Finding>(transaction, viewer, card.alliance)) known.insert(finding.id);
  for (std::size_t i = 0; i < card.findings.size(); ++i)
    if (!known.contains(card.findings[i])) throw_bad_field(fmt::format("findings[{}]", i), "unknown", "There is no such finding in this alliance.");
}

void check_merge(db::Transaction& transaction, const Card& card, const Card* before) {
  if (!card.merged_into || (before && before->merged_into == card.merged_into)) return;
  if (is_in_draft(transaction, card)) throw Error(ErrorKind::conflict, "in_draft", "This card is in the draft already. Merge the other one into it.");
  auto cards = cards_of(transaction, card.workshop);
  if (!cards.by_id.contains(*card.merged_into)) throw_bad_field("merged_into", "unknown", "There is no such card in this workshop.");
  if (!may_merge(cards.by_id, card.id, *card.merged_into))
    throw Error(ErrorKind::conflict, "not_mergeable", "Choose a card that is not merged into another one itself.");
}

std::string_view kind_of_change(const Card& before, const Card& after) {
  if (before.merged_into != after.merged_into) return after.merged_into ? "merged" : "released";
  if (before.theme != after.theme || before.perspective != after.perspective) return "sorted";
  return "changed";
}

/// What was merged into a card stands for itself again.
void release_merged(Door& door, db::Transaction& transaction, const Viewer& viewer, const Card& target) {
  for (const auto& card : cards_of(transaction, target.workshop).rows) {
    if (card.merged_into != target.id) continue;
    Card alone = card;
    alone.merged_into = std::nullopt;
    items::write_changed(door, transaction, viewer, card, alone, "released");
  }
}

/// By undo a card goes into the draft, and out of it, as by accepting: the objective is the theme's leader's to give and to take.
void check_draft(Door& door, db::Transaction& transaction, const Viewer& viewer, const Card& present, const Card& earlier) {
  need_still_board(transaction, viewer, present.workshop);
  const Card& accepted = present.objective ? present : earlier;
  if (!viewer.need(present.alliance, Act::edit_draft).may_edit(accepted.theme.value_or(ThemeId()))) throw_not_found();
  bool comes_back = is_in_draft(transaction, earlier);
  if (!present.objective && !comes_back) throw Error(ErrorKind::conflict, "objective_removed", "The objective was removed. Bring it back first, or take the card into the draft anew.");
  if (comes_back && *transaction.one<std::int64_t>(taken_sql, *earlier.objective, present.id) > 0)
    throw Error(ErrorKind::conflict, "taken", "Another card became this objective meanwhile.");
  if (present.objective && !present.tied) take_out_of_draft(door, transaction, viewer, present);
}

void check_ends(db::Transaction& transaction, const CardLink& link) {
  auto cards = cards_of(transaction, link.workshop);
  if (!cards.by_id.contains(link.cause)) throw_bad_field("cause", "unknown", "There is no such card in this workshop.");
  if (!cards.by_id.contains(link.effect)) throw_bad_field("effect", "unknown", "There is no such card in this workshop.");
  if (link.cause == link.effect) throw_bad_field("effect", "same", "A card does not help itself.");
  std::string id = link.id.empty() ? "-" : link.id.text();
  if (*transaction.one<std::int64_t>(same_link_sql, link.workshop, link.cause, link.effect, id) > 0)
    throw_bad_field("effect", "taken", "These two cards are linked already.");
}

template <class Item, class ItemId>
Item need_row(db::Transaction& transaction, const Viewer& viewer, const ItemId& id, std::int64_t version) {
  auto item = items::need<Item>(transaction, viewer, id);
  grant_of(viewer, item.alliance);
  access::need_version(item.version, version);
  return item;
}

}  // namespace

bool hold(db::Transaction& transaction, const Workshop& workshop) { return transaction.run(hold_sql, workshop.id, workshop.rating, workshop.round) == 1; }

Workshop need_still_board(db::Transaction& transaction, const Viewer& viewer, const WorkshopId& id) {
  Workshop workshop = need_workshop(transaction, viewer, id);
  refuse_while_open(workshop);
  if (!hold(transaction, workshop)) throw_rating_open();
  return workshop;
}

Cards cards_of(db::Transaction& transaction, const WorkshopId& workshop) {
  static const std::string sql = of_workshop_sql<Card>("position, id");
  Cards cards;
  cards.rows = transaction.all<Card>(sql, workshop);
  for (const auto& card : cards.rows) cards.by_id.emplace(card.id, &card);
  return cards;
}

std::vector<CardLink> links_of(db::Transaction& transaction, const WorkshopId& workshop) {
  static const std::string sql = of_workshop_sql<CardLink>("id");
  return transaction.all<CardLink>(sql, workshop);
}

std::vector<Matter> matters_of(db::Transaction& transaction, const WorkshopId& workshop) {
  static const std::string sql = of_workshop_sql<Matter>("title, id");
  return transaction.all<Matter>(sql, workshop);
}

bool is_in_draft(db::Transaction& transaction, const Card& card) {
  return card.objective && *transaction.one<std::int64_t>(in_draft_sql, *card.objective) > 0;
}

std::map<CardId, std::string> in_draft_of(db::Transaction& transaction, const WorkshopId& workshop) {
  std::map<CardId, std::string> out;
  for (auto& [card, code] : transaction.all<std::tuple<CardId, std::string>>(in_draft_of_sql, workshop)) out.emplace(card, code);
  return out;
}

Changed add(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const WorkshopInput& input) {
  need_lead(viewer, alliance);
  Workshop workshop;
  workshop.alliance = alliance;
  workshop.space = grant_of(viewer, alliance).shared;
  items::apply(input, workshop);
  check_or_throw(workshop);
  check_participants(transaction, workshop, {});
  return items::write_new(door, transaction, viewer, workshop);
}

Changed change(Door& door, db::Transaction& transaction, const Viewer& viewer, const WorkshopId& id, std::int64_t version, const WorkshopInput& input) {
  auto before = need_row<Workshop>(transaction, viewer, id, version);
  need_lead(viewer, before.alliance);
  refuse_while_open(before);
  Workshop after = before;
  items::apply(input, after);
  check_or_throw(after);
  check_participants(transaction, after, before.participants);
  return items::write_changed(door, transaction, viewer, before, after);
}

Changed remove(Door& door, db::Transaction& transaction, const Viewer& viewer, const WorkshopId& id, std::int64_t version) {
  auto before = need_row<Workshop>(transaction, viewer, id, version);
  need_lead(viewer, before.alliance);
  refuse_while_open(before);
  if (!in_draft_of(transaction, id).empty())
    throw Error(ErrorKind::conflict, "in_draft", "Cards of this workshop are in the draft, and their objectives point back to it.");
  return items::write_removed(door, transaction, viewer, before);
}

Changed add(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const CardInput& input) {
  if (!input.workshop) throw_bad_field("workshop", "missing", "Say in which workshop.");
  Workshop workshop = need_board(transaction, viewer, *input.workshop);
  if (workshop.alliance != alliance) throw_not_found();
  Card card;
  card.alliance = alliance;
  card.space = workshop.space;
  card.party = grant_of(viewer, alliance).party;
  card.author = viewer.person;
  items::apply(input, card);
  card.workshop = workshop.id;
  card.merged_into = std::nullopt;
  check_or_throw(card);
  check_places(transaction, card, nullptr);
  check_findings(transaction, viewer, card, nullptr);
  need_room(transaction, workshop.id);
  card.position = *transaction.one<std::int64_t>(next_position_sql, workshop.id);
  return items::write_new(door, transaction, viewer, card);
}

Changed change(Door& door, db::Transaction& transaction, const Viewer& viewer, const CardId& id, std::int64_t version, const CardInput& input) {
  auto before = need_row<Card>(transaction, viewer, id, version);
  need_board(transaction, viewer, before.workshop);
  Card after = before;
  items::apply(input, after);
  after.workshop = before.workshop;
  check_or_throw(after, after.title != before.title);
  if (after.title != before.title || after.description != before.description || after.findings != before.findings) need_own_words(viewer, before);
  check_places(transaction, after, &before);
  check_findings(transaction, viewer, after, &before);
  check_merge(transaction, after, &before);
  return items::write_changed(door, transaction, viewer, before, after, kind_of_change(before, after));
}

Changed remove(Door& door, db::Transaction& transaction, const Viewer& viewer, const CardId& id, std::int64_t version) {
  auto before = need_row<Card>(transaction, viewer, id, version);
  need_board(transaction, viewer, before.workshop);
  need_own_words(viewer, before);
  if (is_in_draft(transaction, before)) throw Error(ErrorKind::conflict, "in_draft", "This card is in the draft, and its objective points back to it.");
  auto changed = items::write_removed(door, transaction, viewer, before);
  release_merged(door, transaction, viewer, before);
  return changed;
}

Changed add(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const CardLinkInput& input) {
  auto cause = items::find<Card>(transaction, viewer, input.cause);
  if (!cause || cause->removed_at || cause->alliance != alliance) throw_bad_field("cause", "unknown", "There is no such card in this workshop.");
  Workshop workshop = need_board(transaction, viewer, cause->workshop);
  CardLink link;
  link.alliance = alliance;
  link.space = workshop.space;
  link.workshop = workshop.id;
  link.cause = input.cause;
  link.effect = input.effect;
  check_ends(transaction, link);
  return items::write_new(door, transaction, viewer, link);
}

Changed remove(Door& door, db::Transaction& transaction, const Viewer& viewer, const CardLinkId& id, std::int64_t version) {
  auto before = need_row<CardLink>(transaction, viewer, id, version);
  need_board(transaction, viewer, before.workshop);
  return items::write_removed(door, transaction, viewer, before);
}

Changed add(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const MatterInput& input) {
  if (!input.workshop) throw_bad_field("workshop", "missing", "Say in which workshop.");
  Workshop workshop = need_workshop(transaction, viewer, *input.workshop);
  if (workshop.alliance != alliance) throw_not_found();
  need_lead(viewer, alliance);
  Matter matter;
  matter.alliance = alliance;
  matter.space = workshop.space;
  items::apply(input, matter);
  matter.workshop = workshop.id;
  check_or_throw(matter);
  return items::write_new(door, transaction, viewer, matter);
}

Changed change(Door& door, db::Transaction& transaction, const Viewer& viewer, const MatterId& id, std::int64_t version, const MatterInput& input) {
  auto before = need_row<Matter>(transaction, viewer, id, version);
  need_lead(viewer, before.alliance);
  Matter after = before;
  items::apply(input, after);
  after.workshop = before.workshop;
  check_or_throw(after);
  return items::write_changed(door, transaction, viewer, before, after, after.state == MatterState::settled && before.state == MatterState::open ? "settled" : "changed");
}

Changed remove(Door& door, db::Transaction& transaction, const Viewer& viewer, const MatterId& id, std::int64_t version) {
  auto before = need_row<Matter>(transaction, viewer, id, version);
  need_lead(viewer, before.alliance);
  return items::write_removed(door, transaction, viewer, before);
}

void add_board_undoers(access::Undoers& undoers) {
  undoers.add_item_with<Workshop>([](Door&, db::Transaction& transaction, const Viewer& viewer, const Workshop& present, const Workshop* earlier) {
    need_lead(viewer, present.alliance);
    refuse_while_open(present);
    if (!earlier && !in_draft_of(transaction, present.id).empty())
      throw Error(ErrorKind::conflict, "in_draft", "Cards of this workshop are in the draft, and their objectives point back to it.");
    // A rating is neither opened nor closed again by undo: what was rated is gone, or known.
    if (earlier && (earlier->rating != present.rating || earlier->round != present.round))
      throw Error(ErrorKind::conflict, "rated_since", "The cards were rated since.");
    if (earlier) check_participants(transaction, *earlier, present.participants);
  });
  undoers.add_item_with<Card>([](Door& door, db::Transaction& transaction, const Viewer& viewer, const Card& present, const Card* earlier) {
    if (earlier && earlier->objective != present.objective) return check_draft(door, transaction, viewer, present, *earlier);
    need_board(transaction, viewer, present.workshop);
    if (!earlier) {
      need_own_words(viewer, present);
      if (is_in_draft(transaction, present)) throw Error(ErrorKind::conflict, "in_draft", "This card is in the draft, and its objective points back to it.");
      release_merged(door, transaction, viewer, present);
      return;
    }
    if (present.removed_at) {
      need_room(transaction, present.workshop);
      release_merged(door, transaction, viewer, present);  // what came back before it stands for itself
    }
    if (earlier->title != present.title || earlier->description != present.description || earlier->findings != present.findings) need_own_words(viewer, present);
    check_places(transaction, *earlier, &present);
    check_merge(transaction, *earlier, &present);
  });
  undoers.add_item_with<CardLink>([](Door&, db::Transaction& transaction, const Viewer& viewer, const CardLink& present, const CardLink* earlier) {
    need_board(transaction, viewer, present.workshop);
    if (earlier) check_ends(transaction, *earlier);
  });
  undoers.add_item_with<Matter>([](Door&, db::Transaction&, const Viewer& viewer, const Matter& present, const Matter*) {
    need_lead(viewer, present.alliance);
  });
}

}  // namespace entente::formation
