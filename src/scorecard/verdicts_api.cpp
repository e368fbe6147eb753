#include "scorecard/api.hpp"
#include "scorecard/verdicts.hpp"

namespace entente::scorecard {

void add_verdict_routes(access::Api& api) {
  Door& door = api.door();
  http::Description values{"Accept or dispute values of the other side, all or none", "scorecard", http::schema_of<std::vector<ValueVerdictInput>>(),
                           http::schema_of<Said>()};
  api.add(http::Method::post, "/api/v1/alliances/{alliance}/value-verdicts", http::Runs::on_worker,
          [&api, &door](const http::Request& request, const Viewer& viewer) {
            auto alliance = api.alliance(request, viewer);
            auto inputs = http::read_json<std::vector<ValueVerdictInput>>(request);
            return http::json(door.write(viewer, [&](db::Transaction& transaction) { return say(door, transaction, viewer, alliance, inputs); }));
          },
          values);
}

}  // namespace entente::scorecard
