#include "filter/store.hpp"

#include "base/text.hpp"

namespace entente::filter {
namespace {

using access::Act;
using access::ActDraft;

constexpr std::string_view columns = "id, space, version, owner, alliance, party, name, address, audience, made_at, removed_at";
const std::string by_id_sql = fmt::format("SELECT {} FROM saved_filter WHERE id = $1", columns);
const std::string in_alliance_sql = fmt::format("SELECT {} FROM saved_filter WHERE alliance = $1 AND removed_at IS NULL ORDER BY name, id", columns);
const std::string outside_sql =
    fmt::format("SELECT {} FROM saved_filter WHERE owner = $1 AND alliance IS NULL AND removed_at IS NULL ORDER BY name, id", columns);
const std::string insert_sql = fmt::format("INSERT INTO saved_filter ({}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)", columns);
// Who saved it, and of which alliance it is, never changes.
constexpr std::string_view update_sql =
    "UPDATE saved_filter SET space = $2, version = $3, name = $4, address = $5, audience = $6, removed_at = $7 WHERE id = $1 AND version = $3 - 1";
constexpr std::string_view owners_sql =
    "SELECT DISTINCT person.id, person.name FROM saved_filter JOIN person ON person.id = saved_filter.owner "
    "WHERE saved_filter.alliance = $1 AND saved_filter.removed_at IS NULL";

Filter need(db::Transaction& transaction, const Viewer& viewer, const FilterId& id) {
  auto filter = transaction.one<Filter>(by_id_sql, id);
  if (!filter || !finds(viewer, *filter)) throw_not_found();
  return *filter;
}

/// One that can be changed by this viewer.
Filter need_to_change(db::Transaction& transaction, const Viewer& viewer, const FilterId& id) {
  Filter filter = need(transaction, viewer, id);
  if (filter.removed_at || !may_change(viewer, filter)) throw_not_found();
  return filter;
}

std::vector<Filter> found(db::Transaction& transaction, const Viewer& viewer, const std::optional<AllianceId>& alliance) {
  if (!alliance) return transaction.all<Filter>(outside_sql, viewer.person);
  auto rows = transaction.all<Filter>(in_alliance_sql, *alliance);
  std::erase_if(rows, [&](const Filter& one) { return !finds(viewer, one); });
  return rows;
}

/// Cleans the words and refuses what cannot be kept; of names only those of the owner's own other filters there.
void check(db::Transaction& transaction, const Viewer& viewer, Filter& filter) {
  std::vector<FieldError> errors;
  filter.name = clean_text(filter.name, "name", {.longest = 80}, errors);
  if (auto wrong = wrong_address(filter.address, filter.alliance ? Place::in_alliance : Place::outside_alliances)) errors.push_back(*wrong);
  throw_if_any(std::move(errors));
  std::size_t own = 0;
  for (const auto& other : found(transaction, viewer, filter.alliance)) {
    if (other.owner != filter.owner || other.id == filter.id) continue;
    ++own;
    if (fold(other.name) == fold(filter.name)) throw_bad_field("name", "taken", "A filter with this name is kept already.");
  }
  if (own >= most_filters) throw Error(ErrorKind::conflict, "too_many", fmt::format("{} filters are the most. Remove some first.", most_filters));
}

/// One's own is nobody else's business: its leaf says only that something was done.
access::ActAnswer write_leaf(Door& door, db::Transaction& transaction, const Viewer& viewer, std::string_view kind, const Filter& where,
                      const Filter* before, const Filter* after) {
  const bool own = where.audience == Audience::me;
  ActDraft draft{own ? AllianceId() : *where.alliance, where.space, kind, "saved_filter", where.id.text(), where.version, "", ""};
  if (!own && before) draft.before = json::text(*before);
  if (!own && after) draft.after = json::text(*after);
  return door.act(transaction, viewer, draft);
}

Changed update(Door& door, db::Transaction& transaction, const Viewer& viewer, std::string_view kind, const Filter& before, Filter after) {
  after.version = before.version + 1;
  if (transaction.run(update_sql, after.id, after.space, after.version, after.name, after.address, after.audience, after.removed_at) != 1)
    access::need_version(after.version, before.version);
  const bool moves = before.space != after.space;
  if (moves) write_leaf(door, transaction, viewer, kind, before, &before, nullptr);
  auto leaf = write_leaf(door, transaction, viewer, kind, after, moves || before.removed_at ? nullptr : &before, after.removed_at ? nullptr : &after);
  return {after.id.text(), after.version, leaf, false};
}

}  // namespace

FilterList filters(db::Transaction& transaction, const Viewer& viewer, const std::optional<AllianceId>& alliance) {
  FilterList list;
  std::map<PersonId, std::string> names;
  if (alliance) {
    list.may_share = may_share_with(viewer.need(*alliance, Act::read_map));
    for (auto& [person, name] : transaction.all<std::tuple<PersonId, std::string>>(owners_sql, *alliance)) names[person] = std::move(name);
  }
  for (auto& one : found(transaction, viewer, alliance)) {
    const bool own = one.owner == viewer.person;
    list.items.push_back({one.id, one.version, std::move(one.name), std::move(one.address), one.audience, own, own ? viewer.name : names[one.owner],
                          may_change(viewer, one)});
  }
  return list;
}

Changed save(Door& door, db::Transaction& transaction, const Viewer& viewer, const std::optional<AllianceId>& alliance, const SaveInput& input) {
  // The operator at the command line has no screens.
  if (viewer.operator_) throw_not_found();
  Filter filter;
  filter.id = FilterId::make(door.random());
  filter.space = viewer.home;
  filter.version = 1;
  filter.owner = viewer.person;
  filter.alliance = alliance;
  if (alliance) filter.party = viewer.need(*alliance, Act::read_map).party;
  filter.name = input.name;
  filter.address = input.address;
  filter.made_at = door.now();
  check(transaction, viewer, filter);
  transaction.run_with(insert_sql, filter);
  return {filter.id.text(), 1, write_leaf(door, transaction, viewer, "created", filter, nullptr, &filter), false};
}

Changed change(Door& door, db::Transaction& transaction, const Viewer& viewer, const FilterId& id, std::int64_t version, const FilterChange& input) {
  Filter before = need_to_change(transaction, viewer, id);
  access::need_version(before.version, version);
  Filter after = before;
  if (input.name) after.name = *input.name;
  if (input.address) after.address = *input.address;
  check(transaction, viewer, after);
  if (after.name == before.name && after.address == before.address)
    throw Error(ErrorKind::conflict, "nothing_changed", "That is how it stands already.");
  return update(door, transaction, viewer, "changed", before, std::move(after));
}

Changed share(Door& door, db::Transaction& transaction, const Viewer& viewer, const FilterId& id, std::int64_t version, const ShareInput& input) {
  Filter before = need_to_change(transaction, viewer, id);
  if (!before.alliance) throw Error(ErrorKind::conflict, "outside_alliances", "Only a filter of an alliance's page can be shared.");
  const Grant& grant = viewer.need(*before.alliance, Act::read_map);
  auto allowed = may_share_with(grant);
  if (before.owner != viewer.person || allowed.empty()) throw_not_found();
  access::need_version(before.version, version);
  if (input.audience <= before.audience)
    throw Error(ErrorKind::conflict, "shared_already", "What was shared cannot be taken back. Remove the filter instead.");
  if (std::find(allowed.begin(), allowed.end(), input.audience) == allowed.end())
    throw_bad_field("audience", "not_allowed", "Your role here does not reach your organisation's private space.");
  Filter after = before;
  after.audience = input.audience;
  after.space = space_of(viewer, &grant, after.audience);
  return update(door, transaction, viewer, "shared", before, std::move(after));
}

Changed remove(Door& door, db::Transaction& transaction, const Viewer& viewer, const FilterId& id, std::int64_t version) {
  Filter before = need_to_change(transaction, viewer, id);
  access::need_version(before.version, version);
  Filter after = before;
  after.removed_at = door.now();
  return update(door, transaction, viewer, "removed", before, std::move(after));
}

Changed restore(Door& door, db::Transaction& transaction, const Viewer& viewer, const FilterId& id) {
  Filter before = need(transaction, viewer, id);
  if (!may_change(viewer, before)) throw_not_found();
  if (!before.removed_at) throw Error(ErrorKind::conflict, "nothing_changed", "That is how it stands already.");
  Filter after = before;
  after.removed_at.reset();
  check(transaction, viewer, after);
  return update(door, transaction, viewer, "restored", before, std::move(after));
}

}  // namespace entente::filter
