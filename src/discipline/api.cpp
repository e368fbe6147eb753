#include "discipline/api.hpp"

#include "discipline/freshness.hpp"
#include "discipline/measure_reviews.hpp"
#include "discipline/store.hpp"
#include "scorecard/store.hpp"

namespace entente::discipline {
namespace {

constexpr std::string_view area = "discipline";

struct Counted {
  bool counted = true;
};
BOOST_DESCRIBE_STRUCT(Counted, (), (counted))

/// Which measures no longer earn their place, and what was decided on them.
void add_renegotiation(access::Api& api, model::Service& service) {
  auto& door = api.door();
  api.add(http::Method::get, "/api/v1/alliances/{alliance}/renegotiation", http::Runs::on_worker,
          [&api, &door, &service](const http::Request& request, const Viewer& viewer) {
            auto alliance = api.alliance(request, viewer);
            viewer.need(alliance, access::Act::read_shared);
            Date today = service.today(alliance);
            Looks looks;
            std::vector<MeasureReview> reviews;
            std::map<PersonId, std::string> deciders;
            door.read(viewer, [&](db::Transaction& transaction) {
              looks = looks_of(transaction, viewer, alliance, today - days_of_looking);
              reviews = measure_reviews(transaction, viewer, alliance);
              deciders = deciders_of(transaction, alliance);
            });
            return http::json(service.look(viewer, alliance, model::Side::joint, "", access::Act::read_shared, {},
                                           [&](const model::Look& look) { return build_renegotiation(look, looks, reviews, deciders); }));
          },
          {"Measures to renegotiate, keep or drop, and why each is put up", std::string(area), {}, http::schema_of<Renegotiation>()});
  api.add(http::Method::post, "/api/v1/measures/{id}/reviews", http::Runs::on_worker,
          [&door](const http::Request& request, const Viewer& viewer) {
            auto id = request.id_parameter<MeasureId>("id");
            auto input = http::read_json<ReviewInput>(request);
            return http::json(door.write(viewer, [&](db::Transaction& transaction) { return decide(door, transaction, viewer, id, input); }));
          },
          {"Renegotiate, keep or drop a measure, with a reason", std::string(area), http::schema_of<ReviewInput>(), http::schema_of<Decided>()});
  api.add(http::Method::post, "/api/v1/measures/{id}/looks", http::Runs::on_worker,
          [&door](const http::Request& request, const Viewer& viewer) {
            auto id = request.id_parameter<MeasureId>("id");
            door.read(viewer, [&](db::Transaction& transaction) {
              if (!access::items::find<scorecard::Measure>(transaction, viewer, id)) throw_not_found();
            });
            door.write(viewer, "looks", [&](db::Transaction& transaction) { count_look(door, transaction, viewer, id); });
            return http::json(Counted{});
          },
          {"Somebody of your side opened a measure's page; who is not kept", std::string(area), {}, http::schema_of<Counted>()}, access::Api::Keys::passed_over);
}

}  // namespace

void add_routes(access::Api& api, model::Service& service) {
  add_renegotiation(api, service);
  auto& door = api.door();
  api.add(http::Method::get, "/api/v1/me/notifications", http::Runs::on_worker,
          [&door](const http::Request&, const Viewer& viewer) {
            return http::json(door.read(viewer, [&](db::Transaction& transaction) { return notifications(transaction, viewer); }));
          },
          {"What you hear of by mail, and how often", std::string(area), {}, http::schema_of<Notifications>()});
  api.add(http::Method::put, "/api/v1/me/notifications", http::Runs::on_worker,
          [&door](const http::Request& request, const Viewer& viewer) {
            auto input = http::read_json<NotificationChoice>(request, {10'000, 4});
            return http::json(door.write(viewer, [&](db::Transaction& transaction) { return choose_notifications(door, transaction, viewer, input); }));
          },
          {"Choose what you hear of by mail: at_once, daily, weekly or never for each kind", std::string(area), http::schema_of<NotificationChoice>(),
           http::schema_of<Notifications>()});
  api.add(http::Method::get, "/api/v1/alliances/{alliance}/freshness", http::Runs::on_worker,
          [&api, &service](const http::Request& request, const Viewer& viewer) {
            auto alliance = api.alliance(request, viewer);
            return http::json(service.look(viewer, alliance, model::Side::joint, "", access::Act::read_shared, {}, build_freshness));
          },
          {"How fresh the figures are, by owner, theme and party", std::string(area), {}, http::schema_of<Freshness>()});
}

}  // namespace entente::discipline
