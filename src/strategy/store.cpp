#include "strategy/store.hpp"

#include "strategy/rules.hpp"

namespace entente::access {

ThemeId ItemKind<strategy::Link>::theme(db::Transaction& transaction, const strategy::Link& item) {
  auto theme = transaction.one<ThemeId>("SELECT theme FROM objective WHERE id = $1", item.effect);
  return theme.value_or(ThemeId());
}

}  // namespace entente::access

namespace entente::strategy {
namespace {

namespace items = access::items;

template <class Item>
void check_or_throw(Item& item) {
  std::vector<FieldError> errors;
  check(item, errors);
  throw_if_any(std::move(errors));
}

/// The row that a field of the input names: it must lie in this alliance and be visible.
template <class Item, class ItemId>
Item need_reference(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const ItemId& id,
                    std::string_view path) {
  auto item = items::find<Item>(transaction, viewer, id);
  if (!item || item->removed_at || item->alliance != alliance)
    throw_bad_field(path, "unknown", fmt::format("There is no such {} in this alliance.", access::ItemKind<Item>::word));
  return *item;
}

/// A map of more nobody can read, and laying it out would take seconds. Counts removed ones, too.
constexpr std::int64_t most_objectives = 1'000;

/// What is shared may point only at what is shared, or its partners would learn of what is not.
void need_reach(const Viewer& viewer, const AllianceId& alliance, const SpaceId& from, const SpaceId& to, std::string_view path) {
  if (to != from && to != viewer.need(alliance, access::Act::read_map).shared)
    throw_bad_field(path, "other_space", "What is shared cannot point at something private.");
}

constexpr std::string_view count_rows_sql(std::string_view table) {
  if (table == "perspective") return "SELECT COUNT(*) FROM perspective WHERE alliance = $1";
  if (table == "theme") return "SELECT COUNT(*) FROM theme WHERE alliance = $1";
  if (table == "win") return "SELECT COUNT(*) FROM win WHERE alliance = $1";
  return "SELECT COUNT(*) FROM shared_value WHERE alliance = $1";
}

template <class Item>
Item start(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance) {
  Item item;
  item.alliance = alliance;
  item.space = viewer.need(alliance, access::Act::edit_draft).shared;
  if constexpr (requires { item.position; } && !std::is_same_v<Item, Objective>)
    item.position = *transaction.one<std::int64_t>(count_rows_sql(access::ItemKind<Item>::table), alliance);
  return item;
}

void put(const PerspectiveInput& input, Perspective& item) { items::apply(input, item); }
void put(const ValueInput& input, SharedValue& item) { items::apply(input, item); }

void put(const ThemeInput& input, Theme& item) { items::apply(input, item); }

void put(const ObjectiveInput& input, Objective& item) {
  items::apply(input, item);
  if (!input.pin) return;
  item.pin_column = *input.pin ? std::optional((*input.pin)->column) : std::nullopt;
  item.pin_row = *input.pin ? (*input.pin)->row : std::nullopt;
}

void put(const LinkInput& input, Link& item) {
  items::apply(input, item);
  if (input.from) item.cause = *input.from;
  if (input.to) item.effect = *input.to;
}

void put(const WinInput& input, Win& item) { items::apply(input, item); }

// What the fields point at.
void check_references(db::Transaction&, const Viewer&, const Perspective&) {}
void check_references(db::Transaction&, const Viewer&, const SharedValue&) {}

void check_references(db::Transaction&, const Viewer&, const Theme&) {}

// People are checked when they are named: one who has left since keeps nobody from changing the rest.
template <class Item>
void check_people(db::Transaction&, const Item&, const Item*) {}
void check_people(db::Transaction& transaction, const Theme& theme, const Theme* before) {
  if (theme.leader && !(before && before->leader == theme.leader)) need_member(transaction, theme.alliance, *theme.leader, "leader");
}
void check_people(db::Transaction& transaction, const Objective& objective, const Objective* before) {
  if (objective.owner && !(before && before->owner == objective.owner)) need_member(transaction, objective.alliance, *objective.owner, "owner");
}

/// Codes are unique among what the same people see: a private code must not show itself by being taken.
constexpr std::string_view code_taken_sql =
    "SELECT COUNT(*) FROM objective WHERE alliance = $1 AND space = $2 AND code = $3 AND id <> $4 AND removed_at IS NULL";

void check_references(db::Transaction& transaction, const Viewer& viewer, const Objective& objective) {
  auto lane = need_reference<Perspective>(transaction, viewer, objective.alliance, objective.perspective, "perspective");
  need_reach(viewer, objective.alliance, objective.space, lane.space, "perspective");
  auto theme = need_reference<Theme>(transaction, viewer, objective.alliance, objective.theme, "theme");
  need_reach(viewer, objective.alliance, objective.space, theme.space, "theme");
  std::string id = objective.id.empty() ? "-" : objective.id.text();
  if (*transaction.one<std::int64_t>(code_taken_sql, objective.alliance, objective.space, objective.code, id) > 0)
    throw_bad_field("code", "taken", fmt::format("Another objective has the code {}.", objective.code));
}

void check_references(db::Transaction& transaction, const Viewer& viewer, const Link& link) {
  auto cause = need_reference<Objective>(transaction, viewer, link.alliance, link.cause, "from");
  auto effect = need_reference<Objective>(transaction, viewer, link.alliance, link.effect, "to");
  need_reach(viewer, link.alliance, link.space, cause.space, "from");
  need_reach(viewer, link.alliance, link.space, effect.space, "to");
  std::string id = link.id.empty() ? "-" : link.id.text();
  auto same = transaction.one<std::int64_t>(
      "SELECT COUNT(*) FROM link WHERE cause = $1 AND effect = $2 AND space = $3 AND id <> $4 AND removed_at IS NULL",
      link.cause, link.effect, link.space, id);
  if (*same > 0) throw_bad_field("to", "taken", "These two objectives are linked already.");
}

void check_references(db::Transaction& transaction, const Viewer& viewer, const Win& win) {
  auto party = transaction.one<std::string>("SELECT kind FROM party WHERE id = $1 AND alliance = $2", win.party, win.alliance);
  if (!party) throw_bad_field("party", "unknown", "There is no such party in this alliance.");
  if (*party != "partner") throw_bad_field("party", "neutral", "A neutral party has no wins.");
  for (std::size_t i = 0; i < win.objectives.size(); ++i) {
    std::string path = fmt::format("objectives[{}]", i);
    need_reach(viewer, win.alliance, win.space, need_reference<Objective>(transaction, viewer, win.alliance, win.objectives[i], path).space, path);
  }
}

template <class Item>
Changed finish_add(Door& door, db::Transaction& transaction, const Viewer& viewer, Item item) {
  check_or_throw(item);
  check_references(transaction, viewer, item);
  check_people(transaction, item, static_cast<const Item*>(nullptr));
  return items::create(door, transaction, viewer, item);
}

template <class Item, class ItemId, class Input>
Changed change_item(Door& door, db::Transaction& transaction, const Viewer& viewer, const ItemId& id, std::int64_t version,
                    const Input& input) {
  auto before = items::need<Item>(transaction, viewer, id);
  items::need_edit(transaction, viewer, before);
  access::need_version(before.version, version);
  Item after = before;
  put(input, after);
  check_or_throw(after);
  check_references(transaction, viewer, after);
  check_people(transaction, after, &before);
  return items::change(door, transaction, viewer, before, after);
}

template <class Item, class ItemId>
Item need_for_removal(db::Transaction& transaction, const Viewer& viewer, const ItemId& id, std::int64_t version) {
  auto item = items::need<Item>(transaction, viewer, id);
  items::need_edit(transaction, viewer, item);
  access::need_version(item.version, version);
  return item;
}

void refuse_if_used(std::optional<std::int64_t> uses, std::string_view what) {
  if (uses.value_or(0) > 0)
    throw Error(ErrorKind::conflict, "not_empty", fmt::format("This {} still holds objectives. Move or remove them first.", what));
}

}  // namespace

void need_member(db::Transaction& transaction, const AllianceId& alliance, const PersonId& person, std::string_view path) {
  auto found = transaction.one<std::int64_t>(
      "SELECT COUNT(*) FROM member WHERE alliance = $1 AND person = $2 AND state = 'confirmed'", alliance, person);
  if (*found == 0) throw_bad_field(path, "not_a_member", "This person is not a member of the alliance.");
}

Changed add(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const PerspectiveInput& input) {
  auto item = start<Perspective>(transaction, viewer, alliance);
  put(input, item);
  return finish_add(door, transaction, viewer, item);
}

Changed add(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const ThemeInput& input) {
  auto item = start<Theme>(transaction, viewer, alliance);
  item.colour = item.position % 12;
  put(input, item);
  return finish_add(door, transaction, viewer, item);
}

Changed add(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const ObjectiveInput& input,
            const std::optional<SpaceId>& space) {
  auto item = start<Objective>(transaction, viewer, alliance);
  const auto& grant = viewer.need(alliance, access::Act::edit_draft);
  if (space) item.space = *space;
  put(input, item);
  if (!input.code && !item.theme.empty()) {
    auto theme = need_reference<Theme>(transaction, viewer, alliance, item.theme, "theme");
    auto taken = transaction.all<std::string>(
        "SELECT code FROM objective WHERE alliance = $1 AND removed_at IS NULL AND (space = $2 OR space = $3)", alliance,
        grant.shared, item.space);
    item.code = next_code(theme.name, taken);
  }
  item.position = *transaction.one<std::int64_t>("SELECT COUNT(*) FROM objective WHERE alliance = $1 AND space = $2", alliance,
                                                 item.space);
  if (item.position >= most_objectives)
    throw Error(ErrorKind::too_large, "too_many_objectives", fmt::format("A map holds {} objectives at most.", most_objectives));
  if (input.position) item.position = *input.position;
  return finish_add(door, transaction, viewer, item);
}

Changed add(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const LinkInput& input) {
  auto item = start<Link>(transaction, viewer, alliance);
  put(input, item);
  // A link that touches a private objective is private too.
  SpaceId shared = item.space;
  for (const auto& end : {item.cause, item.effect})
    if (auto objective = items::find<Objective>(transaction, viewer, end); objective && objective->space != shared)
      item.space = objective->space;
  return finish_add(door, transaction, viewer, item);
}

Changed add(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const WinInput& input) {
  auto item = start<Win>(transaction, viewer, alliance);
  put(input, item);
  return finish_add(door, transaction, viewer, item);
}

Changed add(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const ValueInput& input) {
  auto item = start<SharedValue>(transaction, viewer, alliance);
  put(input, item);
  return finish_add(door, transaction, viewer, item);
}

Changed change(Door& door, db::Transaction& transaction, const Viewer& viewer, const PerspectiveId& id, std::int64_t version,
               const PerspectiveInput& input) {
  return change_item<Perspective>(door, transaction, viewer, id, version, input);
}
Changed change(Door& door, db::Transaction& transaction, const Viewer& viewer, const ThemeId& id, std::int64_t version,
               const ThemeInput& input) {
  return change_item<Theme>(door, transaction, viewer, id, version, input);
}
Changed change(Door& door, db::Transaction& transaction, const Viewer& viewer, const ObjectiveId& id, std::int64_t version,
               const ObjectiveInput& input) {
  return change_item<Objective>(door, transaction, viewer, id, version, input);
}
Changed change(Door& door, db::Transaction& transaction, const Viewer& viewer, const LinkId& id, std::int64_t version,
               const LinkInput& input) {
  return change_item<Link>(door, transaction, viewer, id, version, input);
}
Changed change(Door& door, db::Transaction& transaction, const Viewer& viewer, const WinId& id, std::int64_t version,
               const WinInput& input) {
  return change_item<Win>(door, transaction, viewer, id, version, input);
}
Changed change(Door& door, db::Transaction& transaction, const Viewer& viewer, const ValueId& id, std::int64_t version,
               const ValueInput& input) {
  return change_item<SharedValue>(door, transaction, viewer, id, version, input);
}

Changed remove(Door& door, db::Transaction& transaction, const Viewer& viewer, const PerspectiveId& id, std::int64_t version) {
  auto item = need_for_removal<Perspective>(transaction, viewer, id, version);
  // Only what this viewer sees may stand in the way; what others hide here goes to the lane of what is not placed.
  refuse_if_used(transaction.one<std::int64_t>(
                     "SELECT COUNT(*) FROM objective WHERE perspective = $1 AND space = $2 AND removed_at IS NULL", id, item.space),
                 "perspective");
  return items::remove(door, transaction, viewer, item);
}
Changed remove(Door& door, db::Transaction& transaction, const Viewer& viewer, const ThemeId& id, std::int64_t version) {
  auto item = need_for_removal<Theme>(transaction, viewer, id, version);
  refuse_if_used(transaction.one<std::int64_t>(
                     "SELECT COUNT(*) FROM objective WHERE theme = $1 AND space = $2 AND removed_at IS NULL", id, item.space),
                 "theme");
  return items::remove(door, transaction, viewer, item);
}
Changed remove(Door& door, db::Transaction& transaction, const Viewer& viewer, const ObjectiveId& id, std::int64_t version) {
  return items::remove(door, transaction, viewer, need_for_removal<Objective>(transaction, viewer, id, version));
}
Changed remove(Door& door, db::Transaction& transaction, const Viewer& viewer, const LinkId& id, std::int64_t version) {
  return items::remove(door, transaction, viewer, need_for_removal<Link>(transaction, viewer, id, version));
}
Changed remove(Door& door, db::Transaction& transaction, const Viewer& viewer, const WinId& id, std::int64_t version) {
  return items::remove(door, transaction, viewer, need_for_removal<Win>(transaction, viewer, id, version));
}
Changed remove(Door& door, db::Transaction& transaction, const Viewer& viewer, const ValueId& id, std::int64_t version) {
  return items::remove(door, transaction, viewer, need_for_removal<SharedValue>(transaction, viewer, id, version));
}

void add_undoers(access::Undoers& undoers) {
  undoers.add_item<Perspective>();
  undoers.add_item<Theme>();
  undoers.add_item<Objective>([](db::Transaction& transaction, const Viewer& viewer, const Objective& item) { check_references(transaction, viewer, item); });
  undoers.add_item<Link>([](db::Transaction& transaction, const Viewer& viewer, const Link& item) { check_references(transaction, viewer, item); });
  undoers.add_item<Win>();
  undoers.add_item<SharedValue>();
}

}  // namespace entente::strategy
