#pragma once
#include <map>
#include <string>
#include <string_view>

#include "access/door.hpp"

/// What all rows of the plan have in common: `id`, `alliance`, `space`, `version`, … `removed_at`. Their SQL is made from
/// the described struct, so that table, struct and JSON cannot drift apart; everything else has its SQL written out.
namespace entente::access {

/// Specialised beside each noun:
///   static constexpr std::string_view table = "objective";
///   static constexpr std::string_view word = "objective";       // for people and the record
///   static ThemeId theme(db::Transaction&, const Objective&);    // whose leader may edit it; empty: none
template <class Item>
struct ItemKind;

namespace items {

template <class Item>
using Members = boost::describe::describe_members<Item, boost::describe::mod_public>;

/// Calls `use(name, member pointer)` for each member.
template <class Item, class F>
void each_member(F&& use) {
  boost::mp11::mp_for_each<Members<Item>>([&](auto member) { use(std::string_view(member.name), member.pointer); });
}

template <class Item>
std::string column_list() {
  std::string out;
  each_member<Item>([&](std::string_view name, auto) { out += (out.empty() ? "" : ", ") + std::string(name); });
  return out;
}

template <class Item>
const std::string& select_one_sql() {
  static const std::string sql =
      fmt::format("SELECT {} FROM {} WHERE id = $1", column_list<Item>(), ItemKind<Item>::table);
  return sql;
}

template <class Item>
const std::string& select_all_sql() {
  static const std::string sql = fmt::format("SELECT {} FROM {} WHERE alliance = $1 AND removed_at IS NULL",
                                             column_list<Item>(), ItemKind<Item>::table);
  return sql;
}

template <class Item>
const std::string& insert_sql() {
  static const std::string sql = [] {
    std::string marks;
    int number = 0;
    each_member<Item>([&](std::string_view, auto) { marks += fmt::format("{}${}", marks.empty() ? "" : ", ", ++number); });
    return fmt::format("INSERT INTO {} ({}) VALUES ({})", ItemKind<Item>::table, column_list<Item>(), marks);
  }();
  return sql;
}

template <class Item>
const std::string& update_sql() {
  static const std::string sql = [] {
    std::string sets;
    int number = 0;
    int version = 0;
    each_member<Item>([&](std::string_view name, auto) {
      ++number;
      if (name == "version") version = number;
      if (name != "id") sets += fmt::format("{}{} = ${}", sets.empty() ? "" : ", ", name, number);
    });
    return fmt::format("UPDATE {} SET {} WHERE id = $1 AND version = ${} - 1", ItemKind<Item>::table, sets, version);
  }();
  return sql;
}

/// Writes a row over the version before it. Throws `precondition_failed` where somebody else was faster: on PostgreSQL two may have
/// read that version at the same time.
template <class Item>
void replace(db::Transaction& transaction, const Item& after) {
  if (transaction.run_with(update_sql<Item>(), after) != 1) need_version(after.version, after.version - 1);
}

/// The row, removed or not, that this viewer may see; nothing otherwise.
template <class Item, class ItemId>
std::optional<Item> find(db::Transaction& transaction, const Viewer& viewer, const ItemId& id) {
  auto item = transaction.one<Item>(select_one_sql<Item>(), id);
  if (!item) return std::nullopt;
  const Grant* grant = viewer.grant(item->alliance);
  if (!grant || !grant->sees(item->space)) return std::nullopt;
  return item;
}

/// The same; throws `not_found` where there is none, or it was removed.
template <class Item, class ItemId>
Item need(db::Transaction& transaction, const Viewer& viewer, const ItemId& id) {
  auto item = find<Item>(transaction, viewer, id);
  if (!item || item->removed_at) throw_not_found();
  return *item;
}

/// All rows of an alliance that this viewer may see.
template <class Item>
std::vector<Item> all(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance) {
  const Grant* grant = viewer.grant(alliance);
  if (!grant) throw_not_found();
  auto rows = transaction.all<Item>(select_all_sql<Item>(), alliance);
  std::erase_if(rows, [&](const Item& item) { return !grant->sees(item.space); });
  return rows;
}

/// Throws `not_found` unless the viewer may edit the row (the right, in the row's space and theme).
template <class Item>
void need_edit(db::Transaction& transaction, const Viewer& viewer, const Item& item) {
  const Grant& grant = viewer.need(item.alliance, Act::edit_draft);
  if (!grant.sees(item.space) || !grant.may_edit(ItemKind<Item>::theme(transaction, item))) throw_not_found();
}

template <class Item>
ActDraft draft(const Item& item, std::string_view kind) {
  return {item.alliance, item.space, kind, ItemKind<Item>::word, item.id.text(), item.version, "", ""};
}

/// The three ways to write a row whose area has asked for rights of its own: nothing is checked here but what the database
/// checks. `create`, `change` and `remove` below are the same for rows that are edited with the draft.
/// A new row; its id is given here if it has none.
template <class Item>
Changed write_new(Door& door, db::Transaction& transaction, const Viewer& viewer, Item& item, std::string_view kind = "created") {
  if (item.id.empty()) item.id = decltype(item.id)::make(door.random());
  item.version = 1;
  transaction.run_with(insert_sql<Item>(), item);
  ActDraft act = draft(item, kind);
  act.after = json::text(item);
  return {item.id.text(), item.version, door.act(transaction, viewer, act), true};
}

/// `after` in the place of `before`, with the next version.
template <class Item>
Changed write_changed(Door& door, db::Transaction& transaction, const Viewer& viewer, const Item& before, Item after,
                      std::string_view kind = "changed") {
  after.version = before.version + 1;
  replace(transaction, after);
  ActDraft act = draft(after, kind);
  act.before = json::text(before);
  act.after = json::text(after);
  return {after.id.text(), after.version, door.act(transaction, viewer, act), true};
}

template <class Item>
Changed write_removed(Door& door, db::Transaction& transaction, const Viewer& viewer, const Item& before, std::string_view kind = "removed") {
  Item after = before;
  after.version = before.version + 1;
  after.removed_at = door.now();
  replace(transaction, after);
  ActDraft act = draft(after, kind);
  act.before = json::text(before);
  return {after.id.text(), after.version, door.act(transaction, viewer, act), true};
}

/// Writes a new row. Its id is given here if it has none.
template <class Item>
Changed create(Door& door, db::Transaction& transaction, const Viewer& viewer, Item& item, std::string_view kind = "created") {
  need_edit(transaction, viewer, item);
  return write_new(door, transaction, viewer, item, kind);
}

/// Replaces `before` by `after`, which gets the next version.
template <class Item>
Changed change(Door& door, db::Transaction& transaction, const Viewer& viewer, const Item& before, const Item& after,
               std::string_view kind = "changed") {
  need_edit(transaction, viewer, before);
  need_edit(transaction, viewer, after);
  return write_changed(door, transaction, viewer, before, after, kind);
}

template <class Item>
Changed remove(Door& door, db::Transaction& transaction, const Viewer& viewer, const Item& before, std::string_view kind = "removed") {
  need_edit(transaction, viewer, before);
  return write_removed(door, transaction, viewer, before, kind);
}

/// Puts every member of `change` that is given into the member of the same name of `item`. A member that may be empty is
/// optional twice in the change: absent leaves it, null empties it.
template <class Change, class Item>
void apply(const Change& change, Item& item) {
  each_member<Change>([&](std::string_view name, auto from) {
    if (!(change.*from)) return;
    each_member<Item>([&](std::string_view other, auto to) {
      if (name != other) return;
      if constexpr (std::is_assignable_v<decltype(item.*to), decltype(*(change.*from))>) item.*to = *(change.*from);
    });
  });
}

}  // namespace items

/// Takes acts back by compensating acts: for each kind of object how its earlier state is put back.
class Undoers {
 public:
  /// `before` and `after` as they stand in the record; empty where there is none.
  using Undo = std::function<Changed(Door&, db::Transaction&, const Viewer&, const ActId& act, const std::string& object_id,
                                     const AllianceId& alliance, const std::string& before, const std::string& after)>;

  void add(std::string_view object, Undo undo) { undoers_.emplace(object, std::move(undo)); }
  const Undo* find(std::string_view object) const {
    auto found = undoers_.find(object);
    return found == undoers_.end() ? nullptr : &found->second;
  }

  /// `check` refuses what does not fit any more when an earlier state comes back.
  template <class Item>
  void add_item(std::function<void(db::Transaction&, const Viewer&, const Item&)> check = {}) {
    add_item_with<Item>([check](Door&, db::Transaction& transaction, const Viewer& viewer, const Item& present, const Item* earlier) {
      items::need_edit(transaction, viewer, present);
      if (!earlier) return;
      if (check) check(transaction, viewer, *earlier);
      items::need_edit(transaction, viewer, *earlier);
    });
  }

  /// For rows whose area asks for rights of its own: `check` refuses whoever may not, and what does not fit any more. It gets the
  /// row as it is and as it would be again, or nothing where its making is taken back.
  template <class Item>
  void add_item_with(std::function<void(Door&, db::Transaction&, const Viewer&, const Item& present, const Item* earlier)> check) {
    add(ItemKind<Item>::word, [check](Door& door, db::Transaction& transaction, const Viewer& viewer, const ActId&, const std::string& object_id,
                                 const AllianceId&, const std::string& before, const std::string& after) {
      auto id = decltype(Item::id)::parse(object_id);
      auto present = id ? items::find<Item>(transaction, viewer, *id) : std::nullopt;
      if (!present) throw_not_found();
      std::int64_t left_at = after.empty() ? json::read_kept<Item>(before).version + 1 : json::read_kept<Item>(after).version;
      if (present->version != left_at)
        throw Error(ErrorKind::conflict, "changed_since", "This was changed again since. Undo the later change first.");
      if (before.empty()) {
        check(door, transaction, viewer, *present, nullptr);
        return items::write_removed(door, transaction, viewer, *present, "undone");
      }
      Item earlier = json::read_kept<Item>(before);
      check(door, transaction, viewer, *present, &earlier);
      return items::write_changed(door, transaction, viewer, *present, earlier, "undone");
    });
  }

 private:
  std::map<std::string, Undo, std::less<>> undoers_;
};

}  // namespace entente::access
