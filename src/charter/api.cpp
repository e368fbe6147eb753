#include "charter/api.hpp"

#include "charter/store.hpp"

namespace entente::charter {
namespace {

constexpr std::string_view area = "charter";

struct CharterList {
  std::vector<CharterView> items;
  std::string draft_digest;
  std::int64_t draft_changes = 0;  ///< between the version in force, or nothing, and the working draft
  bool may_propose = false;
  std::vector<Signatory> signatories;
};
BOOST_DESCRIBE_STRUCT(CharterList, (), (items, draft_digest, draft_changes, may_propose, signatories))

struct Difference {
  std::string from;  ///< "1", "draft", or "nothing"
  std::string to;
  std::string to_digest;
  std::vector<ItemChange> changes;
};
BOOST_DESCRIBE_STRUCT(Difference, (), (from, to, to_digest, changes))

SpaceId space_of(const http::Request& request, const access::Grant& grant) {
  auto named = request.query_value("space");
  if (!named || named->empty()) return grant.shared;
  auto space = SpaceId::parse(*named);
  if (!space || !grant.sees(*space) || *space == grant.own) throw_not_found();
  return *space;
}

/// A version by its number, or the working draft, or nothing at all.
Document side_of(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const SpaceId& space, std::string_view name) {
  if (name == "nothing") return Document{};
  if (name == "draft") return working_draft(transaction, viewer, alliance, space).document;
  for (const auto& item : versions(transaction, viewer, alliance, space))
    if (std::to_string(item.number) == name) return document_of(transaction, need(transaction, viewer, item.id));
  throw_not_found();
}

/// The version that a difference to the draft is usually about.
std::string base_of(db::Transaction& transaction, const SpaceId& space) {
  auto charter = in_force_at(transaction, space, {std::numeric_limits<std::int64_t>::max()});
  return charter ? std::to_string(charter->number) : "nothing";
}

CharterList list_of(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const SpaceId& space) {
  CharterList list;
  list.items = versions(transaction, viewer, alliance, space);
  Draft draft = working_draft(transaction, viewer, alliance, space);
  list.draft_digest = draft.digest;
  Document base = side_of(transaction, viewer, alliance, space, base_of(transaction, space));
  list.draft_changes = static_cast<std::int64_t>(difference(base, draft.document, {}).size());
  const auto& grant = viewer.need(alliance, access::Act::read_shared);
  bool waits = std::any_of(list.items.begin(), list.items.end(), [](const CharterView& item) { return item.state == State::proposed; });
  list.may_propose = !waits && list.draft_changes > 0 && grant.may(access::Act::edit_draft) && grant.may_edit({});
  list.signatories = signatories(transaction, viewer, alliance);
  return list;
}

Difference difference_of(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const SpaceId& space,
                         const http::Request& request) {
  Difference out;
  auto to = request.query_value("to"), from = request.query_value("from");
  out.to = to && !to->empty() ? std::string(*to) : "draft";
  out.from = from && !from->empty() ? std::string(*from) : base_of(transaction, space);
  Document after = side_of(transaction, viewer, alliance, space, out.to);
  out.to_digest = digest(text(after));
  out.changes = difference(side_of(transaction, viewer, alliance, space, out.from), after,
                           names_of(transaction, alliance, viewer.need(alliance, access::Act::read_shared).shared));
  return out;
}

}  // namespace

void add_routes(access::Api& api) {
  Door& door = api.door();
  watch_edits(door);

  const http::QueryParameter space{"space", "That of an agreement; otherwise the shared one"};
  http::Description list{"The versions of the charter, the newest first", std::string(area), {}, http::schema_of<CharterList>()};
  list.query = {space};
  api.add(http::Method::get, "/api/v1/alliances/{alliance}/charters", http::Runs::on_worker,
          [&api, &door](const http::Request& request, const Viewer& viewer) {
            auto alliance = api.alliance(request, viewer);
            auto of = space_of(request, viewer.need(alliance, access::Act::read_shared));
            return http::json(door.read(viewer, [&](db::Transaction& transaction) { return list_of(transaction, viewer, alliance, of); }));
          },
          list);
  http::Description compare{"What changed between two versions, item by item", std::string(area), {}, http::schema_of<Difference>()};
  compare.query = {space, {"from", "A version's number, draft or nothing; otherwise the version in force"}, {"to", "The same; otherwise the draft"}};
  api.add(http::Method::get, "/api/v1/alliances/{alliance}/charters/difference", http::Runs::on_worker,
          [&api, &door](const http::Request& request, const Viewer& viewer) {
            auto alliance = api.alliance(request, viewer);
            auto of = space_of(request, viewer.need(alliance, access::Act::read_shared));
            return http::json(door.read(viewer, [&](db::Transaction& transaction) { return difference_of(transaction, viewer, alliance, of, request); }));
          },
          compare);
  api.add(http::Method::get, "/api/v1/charters/{id}/document", http::Runs::on_worker,
          [&door](const http::Request& request, const Viewer& viewer) {
            auto id = request.id_parameter<CharterId>("id");
            return http::json_text(door.read(viewer, [&](db::Transaction& transaction) { return document_text(transaction, viewer, id); }));
          },
          {"The bytes of a version, over which its digest is made", std::string(area), {}, http::schema_of<Document>()});

  api.add_make<ProposalInput>("/api/v1/alliances/{alliance}/charters", area, "Propose the working draft as the next version",
                              [&door](db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const ProposalInput& input) {
                                return propose(door, transaction, viewer, alliance, input);
                              });
  api.add(http::Method::post, "/api/v1/charters/{id}/consent", http::Runs::on_worker,
          [&api, &door](const http::Request& request, const Viewer& viewer) {
            auto id = request.id_parameter<CharterId>("id");
            auto input = http::read_json<ConsentInput>(request);
            door.read(viewer, [&](db::Transaction& transaction) { need(transaction, viewer, id); });
            if (input.verdict == Verdict::ratified) api.need_fresh_login(request);
            return http::json(door.write(viewer, [&](db::Transaction& transaction) { return consent(door, transaction, viewer, id, input); }));
          },
          {"Ratify a version, after a fresh login, or return it with reasons", std::string(area), http::schema_of<ConsentInput>(), http::schema_of<Spoken>()});
  api.add(http::Method::post, "/api/v1/charters/{id}/withdraw", http::Runs::on_worker,
          [&door](const http::Request& request, const Viewer& viewer) {
            auto id = request.id_parameter<CharterId>("id");
            return access::Api::changed(door.write(viewer, [&](db::Transaction& transaction) { return withdraw(door, transaction, viewer, id); }));
          },
          {"Take a proposal back", std::string(area), {}, http::schema_of<Changed>()});

  auto add_naming = [&](http::Method method, auto act, std::string_view summary) {
    api.add(method, "/api/v1/alliances/{alliance}/signatories/{id}", http::Runs::on_worker,
            [&api, &door, act](const http::Request& request, const Viewer& viewer) {
              auto alliance = api.alliance(request, viewer);
              auto person = request.id_parameter<PersonId>("id");
              return access::Api::changed(door.write(viewer, [&](db::Transaction& transaction) { return act(door, transaction, viewer, alliance, person); }));
            },
            {std::string(summary), std::string(area), {}, http::schema_of<Changed>()});
  };
  add_naming(http::Method::put, name_signatory, "Name a person who may sign for the organisation");
  add_naming(http::Method::delete_, end_signatory, "Take a person the right to sign for the organisation");
}

}  // namespace entente::charter
