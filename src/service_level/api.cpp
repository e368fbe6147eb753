#include "service_level/api.hpp"

#include "service_level/views.hpp"

namespace entente::service_level {
namespace {

constexpr std::string_view area = "service levels";

}  // namespace

void add_routes(access::Api& api) {
  Door& door = api.door();
  watch_measures(door);
  watch_levels(door);

  api.add(http::Method::get, "/api/v1/alliances/{alliance}/service-levels", http::Runs::on_worker,
          [&api, &door](const http::Request& request, const Viewer& viewer) {
            auto alliance = api.alliance(request, viewer);
            return http::json(door.read(viewer, [&](db::Transaction& transaction) { return build_list(transaction, viewer, alliance, door.now()); }));
          },
          {"Service levels, those that are missed first, and how often each party missed its own", std::string(area), {}, http::schema_of<LevelList>()});
  api.add(http::Method::get, "/api/v1/service-levels/{id}", http::Runs::on_worker,
          [&door](const http::Request& request, const Viewer& viewer) {
            auto id = request.id_parameter<ServiceLevelId>("id");
            return http::json(door.read(viewer, [&](db::Transaction& transaction) { return build_one(transaction, viewer, id, door.now()); }));
          },
          {"A service level, period by period", std::string(area), {}, http::schema_of<LevelView>()});
  api.add_make<LevelInput>("/api/v1/alliances/{alliance}/service-levels", area, "Add a service level",
                           [&door](db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const LevelInput& input) {
                             return add(door, transaction, viewer, alliance, input);
                           });
  api.add_change<ServiceLevelId, LevelInput>("/api/v1/service-levels/{id}", area, "Change a service level",
                                             [&door](db::Transaction& transaction, const Viewer& viewer, const ServiceLevelId& id, std::int64_t version,
                                                     const LevelInput& input) { return change(door, transaction, viewer, id, version, input); });
  api.add_remove<ServiceLevelId>("/api/v1/service-levels/{id}", area, "Remove a service level",
                                 [&door](db::Transaction& transaction, const Viewer& viewer, const ServiceLevelId& id, std::int64_t version) {
                                   return remove(door, transaction, viewer, id, version);
                                 });
  api.add(http::Method::post, "/api/v1/alliances/{alliance}/service-level-values", http::Runs::on_worker,
          [&api, &door](const http::Request& request, const Viewer& viewer) {
            auto alliance = api.alliance(request, viewer);
            viewer.need(alliance, access::Act::enter_observations);
            auto rows = http::read_json<std::vector<ValueInput>>(request);
            return http::json(door.write(viewer, [&](db::Transaction& transaction) { return enter(door, transaction, viewer, alliance, rows, "api"); }));
          },
          {"Enter values of service levels, all or none", std::string(area), http::schema_of<std::vector<ValueInput>>(), http::schema_of<Entered>()});
  api.add(http::Method::post, "/api/v1/service-levels/{id}/measure", http::Runs::on_worker,
          [&door](const http::Request& request, const Viewer& viewer) {
            auto id = request.id_parameter<ServiceLevelId>("id");
            auto input = http::read_json<FollowInput>(request);
            auto version = access::Api::if_match(request);
            return access::Api::changed(door.write(viewer, [&](db::Transaction& transaction) { return follow(door, transaction, viewer, id, version, input); }));
          },
          {"Make a service level a measure that follows its values", std::string(area), http::schema_of<FollowInput>(), http::schema_of<Changed>()});
}

}  // namespace entente::service_level
