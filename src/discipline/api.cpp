#include "discipline/api.hpp"

#include "discipline/freshness.hpp"
#include "discipline/store.hpp"

namespace entente::discipline {
namespace {

constexpr std::string_view area = "discipline";

}  // namespace

void add_routes(access::Api& api, model::Service& service) {
  auto& door = api.door();
  api.add(http::Method::get, "/api/v1/me/notifications", http::Runs::on_worker,
          [&door](const http::Request&, const Viewer& viewer) {
            return http::json(door.read(viewer, [&](db::Transaction& transaction) { return notifications(transaction, viewer); }));
          },
          {"What you hear of by mail, and how often", std::string(area), {}, http::schema_of<Notifications>()});
  api.add(http::Method::put, "/api/v1/me/notifications", http::Runs::on_worker,
          [&door](const http::Request& request, const Viewer& viewer) {
            auto input = http::read_json<Notifications>(request, {10'000, 4});
            door.write(viewer, [&](db::Transaction& transaction) { choose_notifications(door, transaction, viewer, input); });
            return http::json(input);
          },
          {"Choose what you hear of by mail: at_once, daily, weekly or never for each kind", std::string(area), http::schema_of<Notifications>(),
           http::schema_of<Notifications>()});
  api.add(http::Method::get, "/api/v1/alliances/{alliance}/freshness", http::Runs::on_worker,
          [&api, &service](const http::Request& request, const Viewer& viewer) {
            auto alliance = api.alliance(request, viewer);
            return http::json(service.look(viewer, alliance, model::Side::joint, "", access::Act::read_shared, {}, build_freshness));
          },
          {"How fresh the figures are, by owner, theme and party", std::string(area), {}, http::schema_of<Freshness>()});
}

}  // namespace entente::discipline
