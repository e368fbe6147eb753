#include "activity/record_list.hpp"

#include "auth/crypto.hpp"
#include "record/store.hpp"

namespace entente::activity {
namespace {

std::string base64_of(const record::Hash& hash) {
  return auth::base64({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

std::optional<std::string> link_of(std::string_view slug, const record::ActObject& object) {
  if (slug.empty()) return std::nullopt;
  if (object.kind == "objective") return fmt::format("/a/{}/o/{}", slug, object.id);
  if (object.kind == "measure" || object.kind == "observation") return fmt::format("/a/{}/m/{}", slug, object.id);
  if (object.kind == "initiative") return fmt::format("/a/{}/i/{}", slug, object.id);
  if (object.kind == "freeze") return fmt::format("/a/{}/reviews/{}", slug, object.id);
  if (object.kind == "service_level" || object.kind == "service_level_value") return fmt::format("/a/{}/service-levels/{}", slug, object.id);
  if (object.kind == "measure_review") return fmt::format("/a/{}/renegotiation", slug);
  if (object.kind == "agreement") return fmt::format("/a/{}/agreements", slug);
  if (object.kind == "theme") return fmt::format("/a/{}/scorecards/{}", slug, object.id);
  return std::nullopt;
}

}  // namespace

bool can_be_undone(const access::Undoers& undoers, const record::Leaf& leaf) {
  for (std::string_view end : {"alliance.created", "party.created", "party.confirmed", ".consented", ".erased", ".shared"})
    if (leaf.kind.ends_with(end)) return false;
  return undoers.find(leaf.object.kind) != nullptr;
}

RecordList record_list(db::Transaction& transaction, std::span<const SeenSpace> spaces, std::string_view slug, const access::Undoers& undoers,
                       std::string_view cursor, int limit) {
  RecordList list;
  // The cursor holds, for each space in its order, the index below which to go on.
  std::vector<std::uint64_t> below;
  for (std::string_view rest = cursor; !rest.empty();) {
    auto dot = std::min(rest.find('.'), rest.size());
    std::uint64_t number = 0;
    for (char c : rest.substr(0, dot)) {
      if (c < '0' || c > '9' || number > 1'000'000'000'000) throw_bad_field("cursor", "bad_cursor", "This is not where a page ended.");
      number = number * 10 + static_cast<std::uint64_t>(c - '0');
    }
    below.push_back(number);
    rest.remove_prefix(std::min(dot + 1, rest.size()));
  }
  struct Source {
    SeenSpace space;
    std::uint64_t below = 0;
    std::vector<record::Entry> entries;
    std::size_t at = 0;
  };
  std::vector<Source> sources;
  for (const auto& space : spaces) {
    std::uint64_t size = record::size_of(transaction, space.id);
    SpaceView view{space.id, space.kind, space.name, static_cast<std::int64_t>(size), std::nullopt};
    if (auto head = record::newest_head(transaction, space.id))
      view.head = HeadView{static_cast<std::int64_t>(head->size), base64_of(head->root), head->signed_at};
    list.spaces.push_back(std::move(view));
    Source source{space, sources.size() < below.size() ? below[sources.size()] : size, {}, 0};
    if (source.below > 0) source.entries = record::entries_below(transaction, space.id, source.below, limit);
    sources.push_back(std::move(source));
  }
  std::map<OrganisationId, std::string> organisations;
  while (list.items.size() < static_cast<std::size_t>(limit)) {
    Source* newest = nullptr;
    for (auto& source : sources)
      if (source.at < source.entries.size() &&
          (!newest || source.entries[source.at].leaf.at > newest->entries[newest->at].leaf.at))
        newest = &source;
    if (!newest) break;
    const auto& entry = newest->entries[newest->at++];
    const auto& leaf = entry.leaf;
    newest->below = leaf.index;
    RecordItem item;
    item.act = leaf.act;
    item.space = leaf.space;
    item.space_name = newest->space.name;
    item.leaf = static_cast<std::int64_t>(leaf.index);
    item.hash = base64_of(entry.hash);
    item.at = leaf.at;
    item.person = entry.who ? entry.who->name : (leaf.naming == record::Naming::anonymous ? "Somebody" : "The server");
    auto& organisation = organisations[leaf.organisation];
    if (organisation.empty() && !leaf.organisation.empty())
      organisation = transaction.one<std::string>("SELECT name FROM organisation WHERE id = $1", leaf.organisation).value_or("");
    item.organisation = organisation;
    item.channel = leaf.channel;
    item.object = leaf.object.kind;
    item.object_id = leaf.object.id;
    item.sentence = sentence(leaf.kind, leaf.before, leaf.after, leaf.batch ? leaf.batch->count : 0);
    item.link = link_of(slug, leaf.object);
    item.undoable = can_be_undone(undoers, leaf) &&
                    !transaction.one<std::string>("SELECT by_act FROM undone WHERE act = $1", leaf.act).has_value();
    item.changes = changes_between(leaf.before, leaf.after);
    list.items.push_back(std::move(item));
  }
  bool more = std::any_of(sources.begin(), sources.end(), [](const Source& source) { return source.below > 0; });
  if (more && !list.items.empty()) {
    std::string next;
    for (const auto& source : sources) next += (next.empty() ? "" : ".") + std::to_string(source.below);
    list.next = std::move(next);
  }
  return list;
}

}  // namespace entente::activity
