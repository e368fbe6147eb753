#include "formation/draft.hpp"

#include "formation/rating.hpp"
#include "formation/rights.hpp"
#include "strategy/store.hpp"

namespace entente::formation {
namespace {

namespace items = access::items;
using access::Act;

const std::string card_of_sql = fmt::format(
    "SELECT {} FROM card WHERE objective = $1 AND removed_at IS NULL ORDER BY id LIMIT 1", items::column_list<Card>());
constexpr std::string_view party_names_sql = "SELECT id, name FROM party WHERE alliance = $1";
constexpr std::string_view same_link_sql =
    "SELECT COUNT(*) FROM link WHERE cause = $1 AND effect = $2 AND removed_at IS NULL";

/// Arrows of the map for links between this card and others that are in the draft.
void add_arrows(Door& door, db::Transaction& transaction, const Viewer& viewer, const Card& accepted) {
  auto cards = cards_of(transaction, accepted.workshop);
  auto in_draft = in_draft_of(transaction, accepted.workshop);
  for (const auto& link : links_of(transaction, accepted.workshop)) {
    auto cause = cards.by_id.find(root_of(cards.by_id, link.cause)), effect = cards.by_id.find(root_of(cards.by_id, link.effect));
    if (cause == cards.by_id.end() || effect == cards.by_id.end() || cause->first == effect->first) continue;
    if (cause->first != accepted.id && effect->first != accepted.id) continue;
    const Card &from = *cause->second, &to = *effect->second;
    if (!in_draft.contains(from.id) || !in_draft.contains(to.id)) continue;
    if (*transaction.one<std::int64_t>(same_link_sql, *from.objective, *to.objective) > 0) continue;
    strategy::LinkInput arrow;
    arrow.from = from.objective;
    arrow.to = to.objective;
    strategy::add(door, transaction, viewer, accepted.alliance, arrow);
  }
}

std::optional<ObjectiveId> make_objective(Door& door, db::Transaction& transaction, const Viewer& viewer, const Card& card, const AcceptInput& input) {
  strategy::ObjectiveInput objective;
  objective.title = input.title.value_or(card.title);
  objective.description = card.description;
  objective.theme = card.theme;
  objective.perspective = card.perspective;
  return ObjectiveId::parse(strategy::add(door, transaction, viewer, card.alliance, objective).id);
}

}  // namespace

Accepted accept(Door& door, db::Transaction& transaction, const Viewer& viewer, const CardId& id, std::int64_t version, const AcceptInput& input) {
  auto card = items::need<Card>(transaction, viewer, id);
  const auto& grant = viewer.need(card.alliance, Act::edit_draft);
  need_still_board(transaction, viewer, card.workshop);
  Card after = card;
  std::optional<strategy::Objective> there;
  if (input.objective) {
    there = items::find<strategy::Objective>(transaction, viewer, *input.objective);
    if (!there || there->removed_at || there->alliance != card.alliance || there->space != card.space)
      throw_bad_field("objective", "unknown", "There is no such objective that both sides see.");
    if (transaction.one<Card>(card_of_sql, there->id))
      throw_bad_field("objective", "taken", "Another card became this objective. Merge this one into it.");
    after.theme = there->theme;
    after.perspective = there->perspective;
  } else {
    if (!input.theme) throw_bad_field("theme", "missing", "Choose a theme.");
    if (!input.perspective) throw_bad_field("perspective", "missing", "Choose a perspective.");
    after.theme = input.theme;
    after.perspective = input.perspective;
  }
  if (!grant.may_edit(*after.theme)) throw_not_found();
  access::need_version(card.version, version);
  auto cards = cards_of(transaction, card.workshop);
  if (root_of(cards.by_id, card.id) != card.id) throw Error(ErrorKind::conflict, "merged", "This card is merged into another one. Take that one into the draft.");
  if (is_in_draft(transaction, card)) throw Error(ErrorKind::conflict, "in_draft", "This card is in the draft already.");
  after.tied = there.has_value();
  after.objective = there ? there->id : make_objective(door, transaction, viewer, after, input);
  auto changed = items::write_changed(door, transaction, viewer, card, after, "accepted");
  if (!there) add_arrows(door, transaction, viewer, after);
  return {changed.id, changed.version, *after.objective, changed.act, true};
}

void take_out_of_draft(Door& door, db::Transaction& transaction, const Viewer& viewer, const Card& card) {
  auto objective = items::find<strategy::Objective>(transaction, viewer, *card.objective);
  if (!objective || objective->removed_at) return;
  if (objective->version != 1)
    throw Error(ErrorKind::conflict, "changed_since", "The objective was changed since. Remove it on its own page.");
  strategy::remove(door, transaction, viewer, objective->id, objective->version);
}

Trail trail(db::Transaction& transaction, const Viewer& viewer, const ObjectiveId& id) {
  auto objective = items::need<strategy::Objective>(transaction, viewer, id);
  viewer.need(objective.alliance, Act::read_shared);
  Trail out;
  auto accepted = transaction.one<Card>(card_of_sql, id);
  if (!accepted || !viewer.grant(accepted->alliance)->sees(accepted->space)) return out;
  auto workshop = transaction.one<Workshop>(items::select_one_sql<Workshop>(), accepted->workshop);
  out.workshop = workshop->id;
  out.workshop_title = workshop->title;
  out.held_on = workshop->held_on;
  auto cards = cards_of(transaction, accepted->workshop);
  auto rounds = rounds_of(transaction, accepted->workshop, cards);
  std::map<FindingId, Finding> findings;
  for (auto& finding : items::all<Finding>(transaction, viewer, accepted->alliance)) findings.emplace(finding.id, finding);
  std::map<PartyId, std::string> names;
  for (auto& [party, name] : transaction.all<std::tuple<PartyId, std::string>>(party_names_sql, accepted->alliance)) names.emplace(party, name);
  for (const auto& card : cards.rows) {
    if (root_of(cards.by_id, card.id) != accepted->id) continue;
    TrailCard one{card.id, card.title, card.description, names[card.party], card.id != accepted->id, {}, rounds[card.id]};
    for (const auto& finding : card.findings)
      if (auto found = findings.find(finding); found != findings.end()) one.findings.push_back({found->second.kind, found->second.text});
    out.cards.push_back(std::move(one));
  }
  std::stable_sort(out.cards.begin(), out.cards.end(), [](const auto& a, const auto& b) { return a.merged < b.merged; });
  return out;
}

}  // namespace entente::formation
