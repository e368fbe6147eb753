#include "sharing/api.hpp"

#include "sharing/store.hpp"

namespace entente::sharing {

void add_routes(access::Api& api) {
  constexpr std::string_view area = "sharing";
  Door& door = api.door();
  http::Description look{"What goes along when something private is shared, and who will see it", std::string(area), {}, http::schema_of<SharingPreview>()};
  look.query = {{"kind", "objective, measure, initiative or service_level"}, {"id", "Its identifier"}};
  api.add(http::Method::get, "/api/v1/alliances/{alliance}/sharings/preview", http::Runs::on_worker,
          [&api, &door](const http::Request& request, const Viewer& viewer) {
            auto alliance = api.alliance(request, viewer);
            viewer.need(alliance, access::Act::edit_draft);
            Kind kind{};
            if (!boost::describe::enum_from_string(std::string(request.query_value("kind").value_or("")).c_str(), kind))
              throw_bad_field("kind", "unknown", "“kind” is objective, measure, initiative or service_level.");
            std::string id(request.query_value("id").value_or(""));
            return http::json(door.read(viewer, [&](db::Transaction& transaction) { return preview(transaction, viewer, alliance, kind, id); }));
          },
          look);
  api.add_make<SharingInput>("/api/v1/alliances/{alliance}/sharings", area, "Share something private; there is no way back",
                             [&door](db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const SharingInput& input) {
                               return share(door, transaction, viewer, alliance, input);
                             });
}

}  // namespace entente::sharing
