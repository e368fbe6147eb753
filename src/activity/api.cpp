#include "activity/api.hpp"

#include "auth/crypto.hpp"
#include "record/export.hpp"

namespace entente::activity {
namespace {

using access::Act;
using access::Changed;
using access::Viewer;

constexpr std::string_view area = "record";

struct HeadView {
  std::int64_t size = 0;
  std::string root;
  Instant signed_at;
};
BOOST_DESCRIBE_STRUCT(HeadView, (), (size, root, signed_at))

struct SpaceView {
  SpaceId id;
  access::SpaceKind kind = access::SpaceKind::shared;
  std::string name;
  std::int64_t size = 0;
  std::optional<HeadView> head;
};
BOOST_DESCRIBE_STRUCT(SpaceView, (), (id, kind, name, size, head))

struct RecordItem {
  ActId act;
  SpaceId space;
  std::string space_name;
  std::int64_t leaf = 0;
  std::string hash;
  Instant at;
  std::string person;
  std::string organisation;
  record::Channel channel = record::Channel::system;
  std::string object;
  std::string object_id;
  std::string sentence;
  std::optional<std::string> link;
  bool undoable = false;
  std::vector<FieldChange> changes;
};
BOOST_DESCRIBE_STRUCT(RecordItem, (),
                      (act, space, space_name, leaf, hash, at, person, organisation, channel, object, object_id, sentence, link, undoable, changes))

struct RecordList {
  std::vector<RecordItem> items;
  std::optional<std::string> next;
  std::vector<SpaceView> spaces;
};
BOOST_DESCRIBE_STRUCT(RecordList, (), (items, next, spaces))

std::string base64_of(const record::Hash& hash) {
  return auth::base64({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

struct SeenSpace {
  SpaceId id;
  access::SpaceKind kind = access::SpaceKind::shared;
  std::string name;
};

/// The spaces of an alliance whose record this viewer may read.
std::vector<SeenSpace> spaces_of(db::Transaction& transaction, const Viewer& viewer, const access::Grant& grant) {
  std::vector<SeenSpace> out;
  if (grant.may(Act::read_shared)) out.push_back({grant.shared, access::SpaceKind::shared, "Shared"});
  if (!grant.agreements.empty())
    transaction.each(
        "SELECT space, name FROM agreement WHERE alliance = $1 ORDER BY made_at",
        [&](const db::Row& row) {
          if (auto space = row.get<SpaceId>(0); grant.sees(space)) out.push_back({space, access::SpaceKind::agreement, row.get<std::string>(1)});
        },
        grant.alliance);
  if (grant.sees(grant.own)) out.push_back({grant.own, access::SpaceKind::private_, "Only " + viewer.organisation_name});
  return out;
}

std::optional<std::string> link_of(const std::string& slug, const record::ActObject& object) {
  if (object.kind == "objective") return fmt::format("/a/{}/o/{}", slug, object.id);
  if (object.kind == "measure" || object.kind == "observation") return fmt::format("/a/{}/m/{}", slug, object.id);
  if (object.kind == "initiative") return fmt::format("/a/{}/i/{}", slug, object.id);
  if (object.kind == "service_level" || object.kind == "service_level_value") return fmt::format("/a/{}/service-levels/{}", slug, object.id);
  if (object.kind == "measure_review") return fmt::format("/a/{}/renegotiation", slug);
  if (object.kind == "agreement") return fmt::format("/a/{}/agreements", slug);
  if (object.kind == "theme") return fmt::format("/a/{}/scorecards/{}", slug, object.id);
  return std::nullopt;
}

bool can_be_undone(const access::Undoers& undoers, const record::Leaf& leaf) {
  if (leaf.kind == "alliance.created" || leaf.kind.ends_with(".consented") || leaf.kind.ends_with(".shared")) return false;
  return undoers.find(leaf.object.kind) != nullptr;
}

RecordList record_of(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const access::Undoers& undoers,
                     std::string_view only, std::string_view cursor, int limit) {
  const auto& grant = viewer.need_record(alliance);
  std::string slug = transaction.one<std::string>("SELECT slug FROM alliance WHERE id = $1", alliance).value_or("");
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
  for (auto& space : spaces_of(transaction, viewer, grant)) {
    if (!only.empty() && space.id.view() != only) continue;
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

/// The leaves of an act that lie in spaces which the viewer sees.
std::vector<record::Entry> seen_leaves(db::Transaction& transaction, const Viewer& viewer, const ActId& act) {
  auto entries = record::entries_of_act(transaction, act);
  std::erase_if(entries, [&](const record::Entry& entry) {
    auto alliance = transaction.one<AllianceId>("SELECT alliance FROM space WHERE id = $1", entry.leaf.space);
    const auto* grant = alliance ? viewer.grant(*alliance) : nullptr;
    return !grant || !grant->may(Act::read_shared) || !grant->sees(entry.leaf.space);
  });
  if (entries.empty()) throw_not_found();
  return entries;
}

/// The leaf for a receipt: any that lies in a space whose record the viewer may read, and the leaf of one's own act.
record::Leaf leaf_for_receipt(db::Transaction& transaction, const Viewer& viewer, const ActId& act) {
  for (auto& entry : seen_leaves(transaction, viewer, act)) {
    auto alliance = transaction.one<AllianceId>("SELECT alliance FROM space WHERE id = $1", entry.leaf.space);
    bool is_own = entry.who && !viewer.person.empty() && entry.who->person == viewer.person;
    if (is_own || viewer.grant(*alliance)->may_take_record()) return std::move(entry.leaf);
  }
  throw_not_found();
}

Changed undo(access::Door& door, db::Transaction& transaction, const Viewer& viewer, const access::Undoers& undoers, const ActId& act) {
  auto entries = seen_leaves(transaction, viewer, act);
  const auto& leaf = entries.front().leaf;
  const auto* undoer = undoers.find(leaf.object.kind);
  if (!undoer || !can_be_undone(undoers, leaf)) throw Error(ErrorKind::conflict, "not_undoable", "This cannot be undone.");
  if (transaction.one<std::string>("SELECT by_act FROM undone WHERE act = $1", act))
    throw Error(ErrorKind::conflict, "undone_already", "This was undone already.");
  auto alliance = transaction.one<AllianceId>("SELECT alliance FROM space WHERE id = $1", leaf.space);
  Changed changed = (*undoer)(door, transaction, viewer, act, leaf.object.id, alliance.value_or(AllianceId()), leaf.before, leaf.after);
  transaction.run("INSERT INTO undone (act, by_act) VALUES ($1, $2)", act, changed.act.id);
  return changed;
}

}  // namespace

void publish_changes(access::Door& door, http::EventStreams& events) {
  door.on_change([&events](const access::Change& change) {
    std::string id = fmt::format("{}.{}", change.space.view(), change.revision);
    std::string head = fmt::format(R"({{"alliance":"{}","space":"{}","revision":{},"what":[)", change.alliance.view(), change.space.view(), change.revision);
    events.publish("map:" + change.space.text(), id, "changed", head + R"("map"]})");
    std::string what = "\"record\"";
    if (change.object.empty() || change.object == "member" || change.object == "party") what += R"(,"people")";
    if (change.object == "observation") {
      what += R"(,"map","scorecard")";
      for (const auto& measure : change.ids) what += fmt::format(R"(,"measure:{}")", measure);
    } else if (change.object == "comment") {
      for (const auto& thing : change.ids) what += fmt::format(R"(,"comments:{}")", thing);
    } else {
      what += R"(,"map","scorecard","alliance")";
      for (const auto& object : change.ids) what += fmt::format(R"(,"{}:{}")", change.object, object);
    }
    events.publish("space:" + change.space.text(), id, "changed", head + what + "]}");
  });
}

void add_routes(access::Api& api, const access::Undoers& undoers, record::Signer& signer) {
  auto& door = api.door();
  api.add(http::Method::get, "/api/v1/alliances/{alliance}/record", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto id = api.alliance(request, viewer);
            auto limit = static_cast<int>(access::query_number(request, "limit", 50, 1, 200));
            return http::json(door.read(viewer, [&](db::Transaction& transaction) {
              return record_of(transaction, viewer, id, undoers, request.query_value("space").value_or(""),
                               request.query_value("cursor").value_or(""), limit);
            }));
          },
          {"What was done, newest first", std::string(area), {}, http::schema_of<RecordList>(), "application/json", 200,
           {{"space", "Only this space"}, {"cursor", "Where the last page ended"}, {"limit", "1 to 200"}}});

  http::Description receipt{"A receipt of an act, to be verified without this server", std::string(area)};
  receipt.response_type = "application/json";
  api.add(http::Method::get, "/api/v1/acts/{id}/receipt", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto id = request.id_parameter<ActId>("id");
            auto leaf = door.read(viewer, [&](db::Transaction& transaction) { return leaf_for_receipt(transaction, viewer, id); });
            signer.sign_now(leaf.space);
            auto file = door.read(viewer, [&](db::Transaction& transaction) { return record::receipt_file(transaction, signer, leaf.space, leaf.index); });
            if (!file) throw Error(ErrorKind::unavailable, "not_signed_yet", "The head is being signed. Try again in a few seconds.");
            return http::download(std::move(*file), "application/json", fmt::format("receipt-{}.json", id.view()));
          },
          receipt);

  http::Description exported{"The record of a space with its proofs", std::string(area)};
  exported.response_type = "application/jsonl";
  exported.query = {{"space", "Which space; the shared one unless given"}};
  api.add_heavy(http::Method::get, "/api/v1/alliances/{alliance}/record/export",
          [&](const http::Request& request, const Viewer& viewer) {
            auto id = api.alliance(request, viewer);
            const auto& grant = viewer.need_record(id);
            SpaceId space = grant.shared;
            if (auto text = request.query_value("space"); text && !text->empty()) {
              auto asked = SpaceId::parse(*text);
              auto seen = door.read(viewer, [&](db::Transaction& transaction) { return spaces_of(transaction, viewer, grant); });
              if (!asked || std::none_of(seen.begin(), seen.end(), [&](const SeenSpace& one) { return one.id == *asked; })) throw_not_found();
              space = *asked;
            }
            std::string out;
            record::export_record(door.database(), signer, space, [&](std::string_view part) { out += part; }, viewer.sight());
            return http::download(std::move(out), "application/jsonl", fmt::format("record-{}.jsonl", space.view()));
          },
          exported);

  http::Description undo_description{"Take an act back", std::string(area), {}, http::schema_of<Changed>()};
  api.add(http::Method::post, "/api/v1/acts/{id}/undo", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto id = request.id_parameter<ActId>("id");
            return access::Api::changed(door.write(viewer, [&](db::Transaction& transaction) { return undo(door, transaction, viewer, undoers, id); }));
          },
          undo_description);

  auto topics_of = [](const access::Grant& grant, std::vector<std::string>& topics) {
    if (!grant.may(Act::read_shared)) {
      if (grant.may(Act::read_map)) topics.push_back("map:" + grant.shared.text());
      return;
    }
    topics.push_back("space:" + grant.shared.text());
    for (const auto& agreement : grant.agreements)
      if (grant.sees(agreement)) topics.push_back("space:" + agreement.text());
    if (grant.sees(grant.own)) topics.push_back("space:" + grant.own.text());
  };
  auto stream = [&api](const http::Request& request, const Viewer& viewer, std::vector<std::string> topics) {
    http::Subscription subscription;
    subscription.topics = std::move(topics);
    subscription.keys.push_back("person:" + viewer.person.text());
    if (auto identity = api.gate().identity(request)) {
      if (!identity->session.empty()) subscription.keys.push_back("session:" + identity->session.text());
      if (!identity->token.empty()) subscription.keys.push_back("token:" + identity->token.text());
    }
    subscription.still_allowed = api.gate().still_allowed(request);
    return http::event_stream(std::move(subscription));
  };
  http::Description events{"News of changes in an alliance, as server-sent events", std::string(area)};
  events.response_type = "text/event-stream";
  api.router().add(http::Method::get, "/api/v1/alliances/{alliance}/events", http::Runs::on_worker,
                   [&api, topics_of, stream](const http::Request& request) {
                     auto viewer = api.gate().look(request);
                     auto id = api.alliance(request, *viewer);
                     std::vector<std::string> topics;
                     topics_of(viewer->need(id, Act::read_map), topics);
                     return stream(request, *viewer, std::move(topics));
                   },
                   events);
  events.summary = "News of changes in all your alliances, as server-sent events";
  api.router().add(http::Method::get, "/api/v1/events", http::Runs::on_worker,
                   [&api, topics_of, stream](const http::Request& request) {
                     auto viewer = api.gate().look(request);
                     std::vector<std::string> topics;
                     for (const auto& grant : viewer->grants) topics_of(grant, topics);
                     return stream(request, *viewer, std::move(topics));
                   },
                   events);
}

}  // namespace entente::activity
