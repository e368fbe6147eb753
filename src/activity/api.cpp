#include "activity/api.hpp"

#include "activity/record_list.hpp"
#include "record/export.hpp"

namespace entente::activity {
namespace {

using access::Act;
using access::Changed;
using access::Viewer;

constexpr std::string_view area = "record";

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

RecordList record_of(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const access::Undoers& undoers,
                     std::string_view only, std::string_view cursor, int limit) {
  auto spaces = spaces_of(transaction, viewer, viewer.need_record(alliance));
  if (!only.empty()) std::erase_if(spaces, [&](const SeenSpace& space) { return space.id.view() != only; });
  std::string slug = transaction.one<std::string>("SELECT slug FROM alliance WHERE id = $1", alliance).value_or("");
  return record_list(transaction, spaces, slug, undoers, cursor, limit);
}

using Topics = std::vector<std::string>;

/// What somebody may hear of an alliance.
void add_topics(const access::Grant& grant, Topics& topics) {
  if (!grant.may(Act::read_shared)) {
    if (grant.may(Act::read_map)) topics.push_back("map:" + grant.shared.text());
    return;
  }
  topics.push_back("space:" + grant.shared.text());
  for (const auto& agreement : grant.agreements)
    if (grant.sees(agreement)) topics.push_back("space:" + agreement.text());
  if (grant.sees(grant.own)) topics.push_back("space:" + grant.own.text());
}

std::optional<AllianceId> alliance_of(db::Transaction& transaction, const SpaceId& space) {
  return transaction.one<AllianceId>("SELECT alliance FROM space WHERE id = $1 AND alliance IS NOT NULL", space);
}

/// Whether this viewer may read the record of the space: that of an alliance by the table of rights, that of the own organisation
/// as its administrator.
bool may_read_record(db::Transaction& transaction, const Viewer& viewer, const SpaceId& space) {
  if (space == viewer.home) return viewer.administrator;
  auto alliance = alliance_of(transaction, space);
  const auto* grant = alliance ? viewer.grant(*alliance) : nullptr;
  return grant && grant->may_take_record() && grant->sees(space);
}

/// Who has own notes in the organisation's private space sees the leaves of these, and no others there.
bool is_own_note(const Viewer& viewer, const access::Grant& grant, const record::Entry& entry) {
  return entry.leaf.space == grant.own && grant.reach(Act::read_private) == access::Reach::own && entry.who && !viewer.person.empty() &&
         entry.who->person == viewer.person;
}

bool sees_leaf(db::Transaction& transaction, const Viewer& viewer, const record::Entry& entry) {
  auto alliance = alliance_of(transaction, entry.leaf.space);
  const auto* grant = alliance ? viewer.grant(*alliance) : nullptr;
  return grant && grant->may(Act::read_shared) && (grant->sees(entry.leaf.space) || is_own_note(viewer, *grant, entry));
}

/// The leaves of an act that lie in spaces which the viewer sees.
std::vector<record::Entry> seen_leaves(db::Transaction& transaction, const Viewer& viewer, const ActId& act) {
  auto entries = record::entries_of_act(transaction, act);
  std::erase_if(entries, [&](const record::Entry& entry) { return !sees_leaf(transaction, viewer, entry); });
  if (entries.empty()) throw_not_found();
  return entries;
}

/// The leaf for a receipt: any that lies in a space whose record the viewer may read, and the leaf of one's own act.
record::Leaf leaf_for_receipt(db::Transaction& transaction, const Viewer& viewer, const ActId& act) {
  for (auto& entry : record::entries_of_act(transaction, act)) {
    bool is_own = entry.who && !viewer.person.empty() && entry.who->person == viewer.person && sees_leaf(transaction, viewer, entry);
    if (is_own || may_read_record(transaction, viewer, entry.leaf.space)) return std::move(entry.leaf);
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
  auto alliance = alliance_of(transaction, leaf.space);
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
    } else if (change.object == "comment" || change.object == "file") {
      for (const auto& thing : change.ids) what += fmt::format(R"(,"{}s:{}")", change.object, thing);
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

  auto stream = [&api](const http::Request& request, const std::function<Topics(const Viewer&)>& topics_of) {
    auto viewer = api.gate().look(request);
    http::Subscription subscription;
    subscription.topics = topics_of(*viewer);
    subscription.keys.push_back("person:" + viewer->person.text());
    subscription.keys.push_back("organisation:" + viewer->organisation.text());
    if (auto identity = api.gate().identity(request)) {
      if (!identity->session.empty()) subscription.keys.push_back("session:" + identity->session.text());
      if (!identity->token.empty()) subscription.keys.push_back("token:" + identity->token.text());
    }
    // It ends when its person may hear something else than at its beginning, and for nobody else's rights.
    subscription.still_allowed = api.gate().still_allowed(request, [topics_of, topics = subscription.topics](const Viewer& present) {
      try {
        return topics_of(present) == topics;
      } catch (const Error&) {
        return false;
      }
    });
    return http::event_stream(std::move(subscription));
  };
  http::Description events{"News of changes in an alliance, as server-sent events", std::string(area)};
  events.response_type = "text/event-stream";
  api.router().add(http::Method::get, "/api/v1/alliances/{alliance}/events", http::Runs::on_worker,
                   [&api, stream](const http::Request& request) {
                     auto id = api.alliance(request, *api.gate().look(request));
                     return stream(request, [id](const Viewer& viewer) {
                       Topics topics;
                       add_topics(viewer.need(id, Act::read_map), topics);
                       return topics;
                     });
                   },
                   events);
  events.summary = "News of changes in all your alliances, as server-sent events";
  api.router().add(http::Method::get, "/api/v1/events", http::Runs::on_worker,
                   [stream](const http::Request& request) {
                     return stream(request, [](const Viewer& viewer) {
                       Topics topics;
                       for (const auto& grant : viewer.grants) add_topics(grant, topics);
                       return topics;
                     });
                   },
                   events);
}

}  // namespace entente::activity
