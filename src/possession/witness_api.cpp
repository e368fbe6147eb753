// Routes of witnesses: the list, registering, the head to sign, the signature.
#include "possession/api.hpp"
#include "possession/witness.hpp"
#include "record/export.hpp"

namespace entente::possession {
namespace {

constexpr std::string_view area = "record";

std::optional<SpaceId> asked_space(const http::Request& request) {
  auto text = request.query_value("space");
  if (!text || text->empty()) return std::nullopt;
  auto space = SpaceId::parse(*text);
  if (!space) throw_not_found();
  return space;
}

}  // namespace

void add_witness_routes(access::Api& api, record::Signer& signer) {
  auto& door = api.door();
  api.add(http::Method::get, "/api/v1/alliances/{alliance}/witnesses", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto alliance = api.alliance(request, viewer);
            return http::json(door.read(viewer, [&](db::Transaction& transaction) { return witnesses(transaction, viewer, alliance); }));
          },
          {"The parties' witnesses, and how far each has countersigned", std::string(area), {}, http::schema_of<WitnessList>()});
  api.add_make<WitnessInput>("/api/v1/alliances/{alliance}/witnesses", area, "Register the key of a witness of one's own",
                             [&door](db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const WitnessInput& input) {
                               return add_witness(door, transaction, viewer, alliance, input);
                             });
  api.add(http::Method::delete_, "/api/v1/alliances/{alliance}/witnesses/{witness}", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto alliance = api.alliance(request, viewer);
            return access::Api::changed(door.write(viewer, [&](db::Transaction& transaction) {
              return remove_witness(door, transaction, viewer, alliance, request.parameter("witness"));
            }));
          },
          {"Take a witness of one's own away; what it signed stays", std::string(area), {}, http::schema_of<Changed>()});
  http::Description head{"The newest signed head of a space's record, to be countersigned", std::string(area)};
  head.response_type = "text/plain";
  head.query = {{"space", "Which space; the shared one unless given"}};
  api.add(http::Method::get, "/api/v1/alliances/{alliance}/record/head", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto space = need_space(viewer, api.alliance(request, viewer), asked_space(request));
            signer.sign_now(space);
            auto newest = door.read(viewer, [&](db::Transaction& transaction) { return record::newest_head(transaction, space); });
            if (!newest) throw_not_found();
            return http::download(newest->note, "text/plain; charset=utf-8", fmt::format("head-{}.txt", newest->size));
          },
          head);
  http::Description signature{"Hand in a witness's signature of a head", std::string(area), http::schema_of<CosignatureInput>(), {}};
  signature.success = 204;
  api.add(http::Method::post, "/api/v1/alliances/{alliance}/record/cosignatures", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto alliance = api.alliance(request, viewer);
            auto input = http::read_json<CosignatureInput>(request);
            door.write(viewer, [&](db::Transaction& transaction) { add_cosignature(door, transaction, viewer, alliance, input); });
            return http::no_content();
          },
          signature);
}

}  // namespace entente::possession
