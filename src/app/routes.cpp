#include "app/routes.hpp"

#include "activity/api.hpp"
#include "agreement/api.hpp"
#include "alliance/api.hpp"
#include "alliance/store.hpp"
#include "app/operator.hpp"
#include "charter/api.hpp"
#include "discipline/api.hpp"
#include "discipline/measure_reviews.hpp"
#include "discussion/api.hpp"
#include "discussion/store.hpp"
#include "exchange/api.hpp"
#include "filter/api.hpp"
#include "formation/api.hpp"
#include "files/api.hpp"
#include "files/store.hpp"
#include "http/assets.hpp"
#include "http/openapi.hpp"
#include "inbox/api.hpp"
#include "initiative/api.hpp"
#include "organisation/api.hpp"
#include "possession/api.hpp"
#include "scorecard/api.hpp"
#include "scorecard/objectives.hpp"
#include "scorecard/store.hpp"
#include "review/api.hpp"
#include "search/api.hpp"
#include "service_level/api.hpp"
#include "service_level/store.hpp"
#include "sharing/api.hpp"
#include "strategy/api.hpp"
#include "strategy/store.hpp"
#include "value/api.hpp"

namespace entente::app {
namespace {

void add_undoers(access::Undoers& undoers) {
  alliance::add_undoers(undoers);
  strategy::add_undoers(undoers);
  scorecard::add_undoers(undoers);
  discussion::add_undoers(undoers);
  formation::add_undoers(undoers);
  value::add_undoers(undoers);
  files::add_undoers(undoers);
  service_level::add_undoers(undoers);
  discipline::add_review_undoer(undoers);
}

void add_health(access::Api& api) {
  auto& router = api.router();
  router.add(http::Method::get, "/healthz", http::Runs::on_io, [](const http::Request&) { return http::text("ok\n"); });
  router.add(http::Method::get, "/readyz", http::Runs::on_worker, [&api](const http::Request&) {
    api.door().read([](db::Transaction& transaction) { return *transaction.one<std::int64_t>("SELECT revision FROM access_revision"); });
    return http::text("ready\n");
  });
}

void add_openapi(access::Api& api) {
  auto& router = api.router();
  router.add(http::Method::get, "/api/v1/openapi.json", http::Runs::on_worker, [&router](const http::Request&) {
    static const std::string document = http::openapi(router, "Entente", ENTENTE_VERSION);
    return http::json_text(document);
  });
}

void add_screens(access::Api& api) {
  auto& router = api.router();
  http::Assets screens(embedded_files());
  router.set_fallback(screens);
  // The one page whose address lies below that of the API.
  router.add(http::Method::get, "/api/docs", http::Runs::on_io, [screens](const http::Request& request) {
    http::Request page = request;
    page.target = page.path = "/";
    return screens(page);
  });
}

}  // namespace

void add_routes(access::Api& api, const Parts& parts) {
  api.router().set_guard([&gate = api.gate()](const http::Request& request) { gate.need_own_host(request); });
  add_undoers(parts.undoers);
  organisation::add_routes(api, parts.sign_in);               // signing in, oneself
  organisation::add_people_routes(api, parts.sign_in);        // suspending people, new passwords
  filter::add_routes(api);                                    // filters kept under a name
  alliance::add_routes(api, parts.sign_in);                   // forming, inviting, people
  strategy::add_routes(api);                                  // changing the map
  scorecard::add_routes(api);                                 // changing the scorecards
  scorecard::add_objective_route(api);                        // an objective with its measures
  scorecard::add_verdict_routes(api);                         // accepting and disputing values
  model::add_light_word_route(api, parts.service);            // confirming and contesting lights
  charter::add_routes(api);                                   // versions that the partners ratify
  formation::add_routes(api);                                 // interviews, workshops, ratings
  value::add_routes(api);                                     // hopes, benefits, costs
  agreement::add_routes(api);                                 // contracts between some of the parties
  service_level::add_routes(api);                             // what one party promised another
  sharing::add_routes(api);                                   // making private things shared
  discussion::add_routes(api);                                // what people say to one another
  files::add_routes(api);                                     // files attached to things
  model::add_routes(api, parts.service);                      // whatever shows lights; entering values
  model::add_formula_route(api, parts.service);               // writing formulas
  discipline::add_routes(api, parts.service);                 // notification settings, freshness, measures to renegotiate
  initiative::add_routes(api, parts.service);                 // how initiatives went, whether they worked
  inbox::add_routes(api, parts.service);                      // what needs one person
  search::add_routes(api);                                    // finding things by their words
  exchange::add_routes(api, parts.service, parts.undoers);    // CSV, StratML
  review::add_routes(api);                                    // freezes
  activity::add_routes(api, parts.undoers, parts.signer);     // the record, undo, live news
  possession::add_routes(api, {api.door(), parts.service, parts.signer}, parts.jobs);  // everything, to be taken away
  possession::add_import_routes(api, {api.door(), parts.service, parts.signer}, parts.jobs);  // … and brought in
  possession::add_witness_routes(api, parts.signer);          // countersigning the record
  activity::add_organisation_routes(api, parts.signer);       // the organisation's own record
  add_operator_routes(api, parts);                            // the command line's acts
  add_openapi(api);
  add_health(api);
  add_screens(api);                                           // out of the program
}

}  // namespace entente::app
