#include "initiative/api.hpp"

#include "initiative/views.hpp"

namespace entente::initiative {
namespace {

constexpr std::string_view area = "initiatives";

model::Side side_of(const http::Request& request, const access::Grant& grant) {
  return request.query_value("side") == "ours" && grant.sees(grant.own) ? model::Side::ours : model::Side::joint;
}

std::string period_of(const http::Request& request) { return std::string(request.query_value("period").value_or("")); }

}  // namespace

void add_routes(access::Api& api, model::Service& service) {
  auto& door = api.door();
  watch_initiatives(door);
  const std::vector<http::QueryParameter> query{{"period", "As of its last day"}, {"side", "joint or ours"}};

  http::Description list{"All initiatives, with whether they moved what they are meant to move; green ones with a flat measure first", std::string(area), {},
                         http::schema_of<InitiativeList>()};
  list.query = query;
  api.add(http::Method::get, "/api/v1/alliances/{alliance}/initiatives", http::Runs::on_worker,
          [&api, &service](const http::Request& request, const access::Viewer& viewer) {
            auto alliance = api.alliance(request, viewer);
            auto side = side_of(request, viewer.need(alliance, access::Act::read_shared));
            return http::json(service.look(viewer, alliance, side, period_of(request), access::Act::read_shared, {}, build_list));
          },
          list);
  http::Description course{"How an initiative went against its plan, and whether it worked", std::string(area), {}, http::schema_of<CourseView>()};
  course.query = query;
  api.add(http::Method::get, "/api/v1/initiatives/{id}/course", http::Runs::on_worker,
          [&door, &service](const http::Request& request, const access::Viewer& viewer) {
            auto id = request.id_parameter<InitiativeId>("id");
            auto alliance = service.alliance_of(viewer, "initiative", id.view());
            auto reports = door.read(viewer, [&](db::Transaction& transaction) { return initiative::reports(transaction, id); });
            const auto& grant = viewer.need(alliance, access::Act::read_shared);
            auto side = grant.sees(grant.own) ? model::Side::ours : model::Side::joint;
            return http::json(service.look(viewer, alliance, side, period_of(request), access::Act::read_shared, {},
                                           [&](const model::Look& look) { return build_course(look, id, reports); }));
          },
          course);
}

}  // namespace entente::initiative
