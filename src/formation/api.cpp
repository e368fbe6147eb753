#include "formation/api.hpp"

#include "formation/interviews.hpp"
#include "formation/view.hpp"

namespace entente::formation {
namespace {

using access::Api;

constexpr std::string_view area = "formation";

/// Making, changing and removing one kind of thing.
template <class ItemId, class Input>
void add_kind(Api& api, const std::string& plural, std::string_view one) {
  Door& door = api.door();
  api.add_make<Input>("/api/v1/alliances/{alliance}/" + plural, area, fmt::format("Add {}", one),
                      [&door](db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const Input& input) {
                        return add(door, transaction, viewer, alliance, input);
                      });
  std::string path = fmt::format("/api/v1/{}/{{id}}", plural);
  if constexpr (!std::is_same_v<ItemId, CardLinkId>)
    api.add_change<ItemId, Input>(path, area, fmt::format("Change {}", one),
                                  [&door](db::Transaction& transaction, const Viewer& viewer, const ItemId& id, std::int64_t version, const Input& input) {
                                    return change(door, transaction, viewer, id, version, input);
                                  });
  if constexpr (!std::is_same_v<ItemId, InterviewId>)
    api.add_remove<ItemId>(path, area, fmt::format("Remove {}", one),
                           [&door](db::Transaction& transaction, const Viewer& viewer, const ItemId& id, std::int64_t version) {
                             return remove(door, transaction, viewer, id, version);
                           });
}

void add_interview_routes(Api& api) {
  Door& door = api.door();
  api.add(http::Method::get, "/api/v1/alliances/{alliance}/interviews", http::Runs::on_worker,
          [&api, &door](const http::Request& request, const Viewer& viewer) {
            auto alliance = api.alliance(request, viewer);
            auto response = http::json(door.read(viewer, [&](db::Transaction& transaction) { return interviews(transaction, viewer, alliance); }));
            response.compress = http::Compress::never;
            return response;
          },
          {"One's own interviews, the question sets, and everybody's findings", std::string(area), {}, http::schema_of<InterviewsView>()});
  add_kind<InterviewId, InterviewInput>(api, "interviews", "an interview, for oneself alone");
  api.add_remove<InterviewId>("/api/v1/interviews/{id}", area, "Erase an interview with all that it ever said",
                              [&door](db::Transaction& transaction, const Viewer& viewer, const InterviewId& id, std::int64_t version) {
                                return erase(door, transaction, viewer, id, version);
                              });
  add_kind<QuestionSetId, QuestionSetInput>(api, "question-sets", "a question set");
  add_kind<FindingId, FindingInput>(api, "findings", "a finding, without names, for everybody");
}

void add_rating_routes(Api& api) {
  Door& door = api.door();
  api.add(http::Method::post, "/api/v1/workshops/{id}/rating/open", http::Runs::on_worker,
          [&door](const http::Request& request, const Viewer& viewer) {
            auto id = request.id_parameter<WorkshopId>("id");
            auto version = Api::if_match(request);
            return Api::changed(door.write(viewer, [&](db::Transaction& transaction) { return open_rating(door, transaction, viewer, id, version); }));
          },
          {"Open a rating: the board stands still, and each party rates without seeing the others", std::string(area), {}, http::schema_of<Changed>()});
  api.add(http::Method::post, "/api/v1/workshops/{id}/rating/close", http::Runs::on_worker,
          [&door](const http::Request& request, const Viewer& viewer) {
            auto id = request.id_parameter<WorkshopId>("id");
            auto version = Api::if_match(request);
            return Api::changed(door.write(viewer, "close rating", [&](db::Transaction& transaction) { return close_rating(door, transaction, viewer, id, version); }));
          },
          {"Close a rating: shown by party from now on; cannot be undone", std::string(area), {}, http::schema_of<Changed>()});
  api.add(http::Method::put, "/api/v1/workshops/{id}/ratings", http::Runs::on_worker,
          [&door](const http::Request& request, const Viewer& viewer) {
            auto id = request.id_parameter<WorkshopId>("id");
            auto input = http::read_json<RatingInput>(request);
            door.write(viewer, [&](db::Transaction& transaction) { rate(door, transaction, viewer, id, input); });
            return http::no_content();
          },
          {"Rate a card, from 1 to 5, for oneself alone until the rating is closed", std::string(area), http::schema_of<RatingInput>()});
}

void add_workshop_routes(Api& api) {
  Door& door = api.door();
  api.add(http::Method::get, "/api/v1/alliances/{alliance}/workshops", http::Runs::on_worker,
          [&api, &door](const http::Request& request, const Viewer& viewer) {
            auto alliance = api.alliance(request, viewer);
            return http::json(door.read(viewer, [&](db::Transaction& transaction) { return workshops(transaction, viewer, alliance); }));
          },
          {"The workshops of an alliance", std::string(area), {}, http::schema_of<WorkshopList>()});
  api.add(http::Method::get, "/api/v1/workshops/{id}", http::Runs::on_worker,
          [&door](const http::Request& request, const Viewer& viewer) {
            auto id = request.id_parameter<WorkshopId>("id");
            return http::json(door.read(viewer, [&](db::Transaction& transaction) { return workshop(transaction, viewer, id); }));
          },
          {"A workshop with its board", std::string(area), {}, http::schema_of<WorkshopView>()});
  add_kind<WorkshopId, WorkshopInput>(api, "workshops", "a workshop");
  add_kind<CardId, CardInput>(api, "cards", "a card: its words, its place, or into what it is merged");
  add_kind<CardLinkId, CardLinkInput>(api, "card-links", "a link between two cards");
  add_kind<MatterId, MatterInput>(api, "open-matters", "what stays open after a workshop");
  http::Description into_draft{"Take a card into the draft as an objective", std::string(area), http::schema_of<AcceptInput>(), http::schema_of<Accepted>()};
  api.add(http::Method::post, "/api/v1/cards/{id}/objective", http::Runs::on_worker,
          [&door](const http::Request& request, const Viewer& viewer) {
            auto id = request.id_parameter<CardId>("id");
            auto input = http::read_json<AcceptInput>(request);
            auto version = Api::if_match(request);
            return http::json(door.write(viewer, [&](db::Transaction& transaction) { return accept(door, transaction, viewer, id, version, input); }));
          },
          into_draft);
  api.add(http::Method::get, "/api/v1/objectives/{id}/trail", http::Runs::on_worker,
          [&door](const http::Request& request, const Viewer& viewer) {
            auto id = request.id_parameter<ObjectiveId>("id");
            return http::json(door.read(viewer, [&](db::Transaction& transaction) { return trail(transaction, viewer, id); }));
          },
          {"Where an objective comes from: cards, findings, ratings by party", std::string(area), {}, http::schema_of<Trail>()});
}

}  // namespace

void add_routes(Api& api) {
  add_interview_routes(api);
  add_workshop_routes(api);
  add_rating_routes(api);
}

void add_undoers(access::Undoers& undoers) {
  add_interview_undoers(undoers);
  add_board_undoers(undoers);
}

}  // namespace entente::formation
