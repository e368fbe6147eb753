#include "value/store.hpp"

#include <set>

namespace entente::value {
namespace {

namespace items = access::items;
using access::Act;
using access::Grant;
using access::Reach;

constexpr std::string_view partner_sql = "SELECT COUNT(*) FROM party WHERE id = $1 AND alliance = $2 AND kind = 'partner'";
constexpr std::string_view partners_sql = "SELECT id FROM party WHERE alliance = $1 AND kind = 'partner'";
constexpr std::string_view objectives_sql = "SELECT id FROM objective WHERE alliance = $1 AND space = $2 AND removed_at IS NULL";
const std::string own_hope_word_sql = fmt::format("SELECT {} FROM hope_word WHERE hope = $1 AND author = $2 AND removed_at IS NULL ORDER BY said_at DESC, id LIMIT 1", items::column_list<HopeWord>());
const std::string own_benefit_word_sql =
    fmt::format("SELECT {} FROM benefit_word WHERE benefit = $1 AND author = $2 AND removed_at IS NULL ORDER BY said_at DESC, id LIMIT 1", items::column_list<BenefitWord>());

template <class Item>
void check_or_throw(Item& item) {
  std::vector<FieldError> errors;
  check(item, errors);
  throw_if_any(std::move(errors));
}

/// One who speaks for a partner.
const Grant& need_partner(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance) {
  const Grant& grant = viewer.need(alliance, Act::accept);
  if (viewer.operator_ || grant.reach(Act::accept) != Reach::all || *transaction.one<std::int64_t>(partner_sql, grant.party, alliance) == 0) throw_not_found();
  return grant;
}

/// A row of the alliance's value of the present version; its writer's rights are checked by `party`.
template <class Item, class ItemId>
Item need_row(db::Transaction& transaction, const Viewer& viewer, const ItemId& id, std::int64_t version) {
  auto item = items::need<Item>(transaction, viewer, id);
  need_partner(transaction, viewer, item.alliance);
  access::need_version(item.version, version);
  return item;
}

void need_side(const Viewer& viewer, const AllianceId& alliance, const PartyId& party) {
  if (viewer.grant(alliance)->party != party) throw Error(ErrorKind::conflict, "not_yours", "Only the side that wrote this changes it.");
}

void check_objectives(db::Transaction& transaction, const AllianceId& alliance, const SpaceId& space, const std::vector<ObjectiveId>& objectives,
                      const std::vector<ObjectiveId>& before) {
  if (objectives.empty() || objectives == before) return;
  std::set<ObjectiveId> known(before.begin(), before.end());
  for (const auto& id : transaction.all<ObjectiveId>(objectives_sql, alliance, space)) known.insert(id);
  for (std::size_t i = 0; i < objectives.size(); ++i)
    if (!known.contains(objectives[i])) throw_bad_field(fmt::format("objectives[{}]", i), "unknown", "There is no such objective that both sides see.");
}

void check_amounts(db::Transaction& transaction, const Benefit& benefit) {
  if (benefit.amounts.empty()) return;
  auto rows = transaction.all<PartyId>(partners_sql, benefit.alliance);
  std::set<PartyId> partners(rows.begin(), rows.end());
  for (std::size_t i = 0; i < benefit.amounts.size(); ++i)
    if (!partners.contains(benefit.amounts[i].party))
      throw_bad_field(fmt::format("amounts[{}].party", i), "unknown", "There is no such partner in this alliance.");
}

template <class Word>
void need_author(db::Transaction& transaction, const Viewer& viewer, const Word& word) {
  need_partner(transaction, viewer, word.alliance);
  if (word.author != viewer.person) throw_not_found();
}

/// The own word on a thing, made or said anew.
template <class Word, class Input>
Changed say_word(Door& door, db::Transaction& transaction, const Viewer& viewer, std::optional<Word> before, Word fresh, const Input& input) {
  Word word = before ? *before : std::move(fresh);
  if (before) word.said_of = fresh.said_of;
  items::apply(input, word);
  word.said_at = door.now();
  check_or_throw(word);
  return before ? items::write_changed(door, transaction, viewer, *before, word) : items::write_new(door, transaction, viewer, word);
}

/// What every word has from the thing and the speaker.
template <class Word, class Thing>
Word word_on(const Viewer& viewer, const Thing& thing, std::string said_of) {
  Word word;
  word.alliance = thing.alliance;
  word.space = thing.space;
  word.said_of = std::move(said_of);
  word.party = viewer.grant(thing.alliance)->party;
  word.author = viewer.person;
  return word;
}

}  // namespace

Changed add(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const HopeInput& input) {
  const Grant& grant = need_partner(transaction, viewer, alliance);
  Hope hope;
  hope.alliance = alliance;
  hope.space = grant.shared;
  hope.party = grant.party;
  items::apply(input, hope);
  check_or_throw(hope);
  check_objectives(transaction, alliance, hope.space, hope.objectives, {});
  return items::write_new(door, transaction, viewer, hope);
}

Changed change(Door& door, db::Transaction& transaction, const Viewer& viewer, const HopeId& id, std::int64_t version, const HopeInput& input) {
  auto before = need_row<Hope>(transaction, viewer, id, version);
  need_side(viewer, before.alliance, before.party);
  Hope after = before;
  items::apply(input, after);
  check_or_throw(after);
  check_objectives(transaction, after.alliance, after.space, after.objectives, before.objectives);
  return items::write_changed(door, transaction, viewer, before, after);
}

Changed remove(Door& door, db::Transaction& transaction, const Viewer& viewer, const HopeId& id, std::int64_t version) {
  auto before = need_row<Hope>(transaction, viewer, id, version);
  need_side(viewer, before.alliance, before.party);
  return items::write_removed(door, transaction, viewer, before);
}

Changed add(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const BenefitInput& input) {
  const Grant& grant = need_partner(transaction, viewer, alliance);
  if (!input.period) throw_bad_field("period", "missing", "Say in which period.");
  Benefit benefit;
  benefit.alliance = alliance;
  benefit.space = grant.shared;
  benefit.claimed_by = grant.party;
  benefit.author = viewer.person;
  benefit.claimed_at = door.now();
  items::apply(input, benefit);
  check_or_throw(benefit);
  check_amounts(transaction, benefit);
  check_objectives(transaction, alliance, benefit.space, benefit.objectives, {});
  return items::write_new(door, transaction, viewer, benefit);
}

Changed change(Door& door, db::Transaction& transaction, const Viewer& viewer, const BenefitId& id, std::int64_t version, const BenefitInput& input) {
  auto before = need_row<Benefit>(transaction, viewer, id, version);
  need_side(viewer, before.alliance, before.claimed_by);
  Benefit after = before;
  items::apply(input, after);
  check_or_throw(after);
  check_amounts(transaction, after);
  check_objectives(transaction, after.alliance, after.space, after.objectives, before.objectives);
  return items::write_changed(door, transaction, viewer, before, after);
}

Changed remove(Door& door, db::Transaction& transaction, const Viewer& viewer, const BenefitId& id, std::int64_t version) {
  auto before = need_row<Benefit>(transaction, viewer, id, version);
  need_side(viewer, before.alliance, before.claimed_by);
  return items::write_removed(door, transaction, viewer, before);
}

Changed say(Door& door, db::Transaction& transaction, const Viewer& viewer, const HopeId& id, std::int64_t version, const HopeWordInput& input) {
  auto hope = need_row<Hope>(transaction, viewer, id, version);
  if (viewer.grant(hope.alliance)->party == hope.party)
    throw_bad_field("outcome", "own_side", "Whether a hope came true is for the other side to say.");
  if (!input.outcome) throw_bad_field("outcome", "missing", "Say what came of it.");
  auto fresh = word_on<HopeWord>(viewer, hope, hope.text);
  fresh.hope = id;
  return say_word(door, transaction, viewer, transaction.one<HopeWord>(own_hope_word_sql, id, viewer.person), fresh, input);
}

Changed say(Door& door, db::Transaction& transaction, const Viewer& viewer, const BenefitId& id, std::int64_t version, const BenefitWordInput& input) {
  auto benefit = need_row<Benefit>(transaction, viewer, id, version);
  if (viewer.grant(benefit.alliance)->party == benefit.claimed_by)
    throw_bad_field("verdict", "own_side", "Your side claims it. The other side confirms it.");
  if (!input.verdict) throw_bad_field("verdict", "missing", "Say whether you confirm it.");
  auto fresh = word_on<BenefitWord>(viewer, benefit, claim_text(benefit));
  fresh.benefit = id;
  return say_word(door, transaction, viewer, transaction.one<BenefitWord>(own_benefit_word_sql, id, viewer.person), fresh, input);
}

Changed remove(Door& door, db::Transaction& transaction, const Viewer& viewer, const HopeWordId& id, std::int64_t version) {
  auto word = items::need<HopeWord>(transaction, viewer, id);
  need_author(transaction, viewer, word);
  access::need_version(word.version, version);
  return items::write_removed(door, transaction, viewer, word);
}

Changed remove(Door& door, db::Transaction& transaction, const Viewer& viewer, const BenefitWordId& id, std::int64_t version) {
  auto word = items::need<BenefitWord>(transaction, viewer, id);
  need_author(transaction, viewer, word);
  access::need_version(word.version, version);
  return items::write_removed(door, transaction, viewer, word);
}

Changed add(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const CostInput& input) {
  const Grant& grant = need_partner(transaction, viewer, alliance);
  if (!input.period) throw_bad_field("period", "missing", "Say in which period.");
  Cost cost;
  cost.alliance = alliance;
  cost.space = grant.shared;
  if (input.private_.value_or(false)) {
    if (!grant.sees(grant.own)) throw_not_found();
    cost.space = grant.own;
  }
  cost.party = grant.party;
  items::apply(input, cost);
  check_or_throw(cost);
  return items::write_new(door, transaction, viewer, cost);
}

Changed change(Door& door, db::Transaction& transaction, const Viewer& viewer, const CostId& id, std::int64_t version, const CostInput& input) {
  auto before = need_row<Cost>(transaction, viewer, id, version);
  need_side(viewer, before.alliance, before.party);
  Cost after = before;
  items::apply(input, after);
  check_or_throw(after);
  return items::write_changed(door, transaction, viewer, before, after);
}

Changed remove(Door& door, db::Transaction& transaction, const Viewer& viewer, const CostId& id, std::int64_t version) {
  auto before = need_row<Cost>(transaction, viewer, id, version);
  need_side(viewer, before.alliance, before.party);
  return items::write_removed(door, transaction, viewer, before);
}

void add_undoers(access::Undoers& undoers) {
  undoers.add_item_with<Hope>([](Door&, db::Transaction& transaction, const Viewer& viewer, const Hope& present, const Hope* earlier) {
    need_partner(transaction, viewer, present.alliance);
    need_side(viewer, present.alliance, present.party);
    if (earlier) check_objectives(transaction, present.alliance, present.space, earlier->objectives, present.objectives);
  });
  undoers.add_item_with<Benefit>([](Door&, db::Transaction& transaction, const Viewer& viewer, const Benefit& present, const Benefit* earlier) {
    need_partner(transaction, viewer, present.alliance);
    need_side(viewer, present.alliance, present.claimed_by);
    if (earlier) check_amounts(transaction, *earlier);
    if (earlier) check_objectives(transaction, present.alliance, present.space, earlier->objectives, present.objectives);
  });
  undoers.add_item_with<HopeWord>([](Door&, db::Transaction& transaction, const Viewer& viewer, const HopeWord& present, const HopeWord*) {
    need_author(transaction, viewer, present);
  });
  undoers.add_item_with<BenefitWord>([](Door&, db::Transaction& transaction, const Viewer& viewer, const BenefitWord& present, const BenefitWord*) {
    need_author(transaction, viewer, present);
  });
  undoers.add_item_with<Cost>([](Door&, db::Transaction& transaction, const Viewer& viewer, const Cost& present, const Cost*) {
    need_partner(transaction, viewer, present.alliance);
    need_side(viewer, present.alliance, present.party);
  });
}

}  // namespace entente::value
