#include "value/api.hpp"

#include "base/sane_day.hpp"
#include "value/view.hpp"

namespace entente::value {
namespace {

using access::Api;

constexpr std::string_view area = "value";

template <class ItemId, class Input>
void add_kind(Api& api, const std::string& plural, std::string_view one) {
  Door& door = api.door();
  api.add_make<Input>("/api/v1/alliances/{alliance}/" + plural, area, fmt::format("Add {}", one),
                      [&door](db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const Input& input) {
                        return add(door, transaction, viewer, alliance, input);
                      });
  std::string path = fmt::format("/api/v1/{}/{{id}}", plural);
  api.add_change<ItemId, Input>(path, area, fmt::format("Change {}", one),
                                [&door](db::Transaction& transaction, const Viewer& viewer, const ItemId& id, std::int64_t version, const Input& input) {
                                  return change(door, transaction, viewer, id, version, input);
                                });
  api.add_remove<ItemId>(path, area, fmt::format("Remove {}", one),
                         [&door](db::Transaction& transaction, const Viewer& viewer, const ItemId& id, std::int64_t version) {
                           return remove(door, transaction, viewer, id, version);
                         });
}

/// One's own word on a thing of another side, and taking it back.
template <class ItemId, class WordId, class Input>
void add_word(Api& api, std::string_view things, std::string_view words, std::string_view summary) {
  Door& door = api.door();
  api.add(http::Method::put, fmt::format("/api/v1/{}/{{id}}/word", things), http::Runs::on_worker,
          [&door](const http::Request& request, const Viewer& viewer) {
            auto id = request.id_parameter<ItemId>("id");
            auto input = http::read_json<Input>(request);
            auto version = Api::if_match(request);
            return Api::changed(door.write(viewer, [&](db::Transaction& transaction) { return say(door, transaction, viewer, id, version, input); }));
          },
          {std::string(summary), std::string(area), http::schema_of<Input>(), http::schema_of<Changed>()});
  api.add_remove<WordId>(fmt::format("/api/v1/{}/{{id}}", words), area, "Take an own word back",
                         [&door](db::Transaction& transaction, const Viewer& viewer, const WordId& id, std::int64_t version) {
                           return remove(door, transaction, viewer, id, version);
                         });
}

}  // namespace

void add_routes(Api& api) {
  Door& door = api.door();
  http::Description whole{"Hopes, benefits and costs, with sums by party and currency", std::string(area), {}, http::schema_of<ValueView>()};
  whole.query = {{"year", "Only benefits and costs of this year; otherwise all"}};
  api.add(http::Method::get, "/api/v1/alliances/{alliance}/value", http::Runs::on_worker,
          [&api, &door](const http::Request& request, const Viewer& viewer) {
            auto alliance = api.alliance(request, viewer);
            std::optional<std::int64_t> year;
            if (request.query_value("year")) year = access::query_number(request, "year", first_sane_year, first_sane_year, last_sane_year);
            return http::json(door.read(viewer, [&](db::Transaction& transaction) { return value(transaction, viewer, alliance, year); }));
          },
          whole);
  add_kind<HopeId, HopeInput>(api, "hopes", "what a leader of the own side hoped for");
  add_kind<BenefitId, BenefitInput>(api, "benefits", "a benefit, as a claim of the own side");
  add_kind<CostId, CostInput>(api, "costs", "what the alliance costs the own side");
  add_word<HopeId, HopeWordId, HopeWordInput>(api, "hopes", "hope-words", "Say whether a hope of the other side came true");
  add_word<BenefitId, BenefitWordId, BenefitWordInput>(api, "benefits", "benefit-words", "Confirm or dispute a benefit that the other side claims");
}

}  // namespace entente::value
