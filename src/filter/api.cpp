#include "filter/api.hpp"

#include "filter/store.hpp"

namespace entente::filter {
namespace {

constexpr std::string_view area = "filter";

}  // namespace

void add_routes(access::Api& api) {
  auto& door = api.door();
  api.add(http::Method::get, "/api/v1/me/filters", http::Runs::on_worker,
          [&door](const http::Request&, const Viewer& viewer) {
            return http::json(door.read(viewer, [&](db::Transaction& transaction) { return filters(transaction, viewer, std::nullopt); }));
          },
          {"Saved filters of pages outside alliances", std::string(area), {}, http::schema_of<FilterList>()});
  api.add(http::Method::get, "/api/v1/alliances/{alliance}/filters", http::Runs::on_worker,
          [&api, &door](const http::Request& request, const Viewer& viewer) {
            auto alliance = api.alliance(request, viewer);
            return http::json(door.read(viewer, [&](db::Transaction& transaction) { return filters(transaction, viewer, alliance); }));
          },
          {"Saved filters of an alliance's pages: one's own, and those that are shared", std::string(area), {}, http::schema_of<FilterList>()});

  http::Description keep{"Keep a filter of a page outside alliances", std::string(area), http::schema_of<SaveInput>(), http::schema_of<Changed>()};
  keep.success = 201;
  api.add(http::Method::post, "/api/v1/me/filters", http::Runs::on_worker,
          [&door](const http::Request& request, const Viewer& viewer) {
            auto input = http::read_json<SaveInput>(request);
            return access::Api::made(door.write(viewer, [&](db::Transaction& transaction) { return save(door, transaction, viewer, std::nullopt, input); }));
          },
          keep);
  api.add_make<SaveInput>("/api/v1/alliances/{alliance}/filters", area, "Keep a filter of an alliance's page, for oneself",
                          [&door](db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const SaveInput& input) {
                            return save(door, transaction, viewer, alliance, input);
                          });
  api.add_change<FilterId, FilterChange>("/api/v1/filters/{id}", area, "Rename a saved filter, or keep another address under its name",
                                         [&door](db::Transaction& transaction, const Viewer& viewer, const FilterId& id, std::int64_t version,
                                                 const FilterChange& input) { return change(door, transaction, viewer, id, version, input); });
  api.add_remove<FilterId>("/api/v1/filters/{id}", area, "Remove a saved filter",
                           [&door](db::Transaction& transaction, const Viewer& viewer, const FilterId& id, std::int64_t version) {
                             return remove(door, transaction, viewer, id, version);
                           });
  api.add(http::Method::post, "/api/v1/filters/{id}/share", http::Runs::on_worker,
          [&door](const http::Request& request, const Viewer& viewer) {
            auto id = request.id_parameter<FilterId>("id");
            auto input = http::read_json<ShareInput>(request);
            auto version = access::Api::if_match(request);
            return access::Api::changed(door.write(viewer, [&](db::Transaction& transaction) { return share(door, transaction, viewer, id, version, input); }));
          },
          {"Show a saved filter to one's party, or to every party", std::string(area), http::schema_of<ShareInput>(), http::schema_of<Changed>()});
  api.add(http::Method::post, "/api/v1/filters/{id}/restore", http::Runs::on_worker,
          [&door](const http::Request& request, const Viewer& viewer) {
            auto id = request.id_parameter<FilterId>("id");
            return access::Api::changed(door.write(viewer, [&](db::Transaction& transaction) { return restore(door, transaction, viewer, id); }));
          },
          {"Bring a removed filter back", std::string(area), {}, http::schema_of<Changed>()});
}

}  // namespace entente::filter
