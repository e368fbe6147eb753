#include "review/api.hpp"

#include "model/periods.hpp"
#include "review/store.hpp"

namespace entente::review {
namespace {

constexpr std::string_view area = "review";

struct FreezeItem {
  FreezeId id;
  std::string period;
  std::string label;
  Date last_day;
  std::string title;
  std::string note;
  std::string digest;
  std::optional<std::int64_t> charter;
  model::Light light = model::Light::grey;
  std::optional<Decimal> score;
  Instant taken_at;
  std::string by;
  std::string party;
};
BOOST_DESCRIBE_STRUCT(FreezeItem, (), (id, period, label, last_day, title, note, digest, charter, light, score, taken_at, by, party))

struct FreezeRow : FreezeItem {
  std::int64_t later = 0;  ///< values of what it saw that were recorded after it
};
BOOST_DESCRIBE_STRUCT(FreezeRow, (FreezeItem), (later))

struct FreezeList {
  std::vector<FreezeRow> items;
  bool may_freeze = false;
};
BOOST_DESCRIBE_STRUCT(FreezeList, (), (items, may_freeze))

struct FreezeView {
  FreezeItem freeze;
  Document document;
  std::vector<Restated> restated;  ///< what is known otherwise by now
  std::vector<Gone> gone;          ///< what has been removed since
};
BOOST_DESCRIBE_STRUCT(FreezeView, (), (freeze, document, restated, gone))

struct ComparisonView {
  FreezeItem before;
  FreezeItem after;
  std::vector<Compared> items;
  std::vector<Restated> restated;
};
BOOST_DESCRIBE_STRUCT(ComparisonView, (), (before, after, items, restated))

constexpr std::string_view names_sql =
    "SELECT COALESCE((SELECT name FROM person WHERE id = $1), 'Local operator'), COALESCE((SELECT name FROM party WHERE id = $2), '')";

FreezeItem item_of(db::Transaction& transaction, const Freeze& freeze) {
  auto [by, party] = *transaction.one<std::tuple<std::string, std::string>>(names_sql, freeze.by_person, freeze.by_party);
  return {freeze.id,      freeze.period.text(), model::label_of(freeze.period), freeze.last_day, freeze.title, freeze.note, freeze.digest,
          freeze.charter, static_cast<model::Light>(freeze.light), freeze.score, freeze.taken_at, by, party};
}

FreezeId freeze_named(const http::Request& request, std::string_view name) {
  auto text = request.query_value(name);
  auto id = text ? FreezeId::parse(*text) : std::nullopt;
  if (!id) throw_bad_field(std::string(name), "unknown", "There is no such freeze.");
  return *id;
}

}  // namespace

void add_routes(access::Api& api) {
  Door& door = api.door();
  watch_words(door);

  api.add_make<FreezeInput>("/api/v1/alliances/{alliance}/freezes", area, "Freeze what a review sees",
                            [&door](db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const FreezeInput& input) {
                              return freeze(door, transaction, viewer, alliance, input);
                            });
  api.add(http::Method::get, "/api/v1/alliances/{alliance}/freezes", http::Runs::on_worker,
          [&api, &door](const http::Request& request, const Viewer& viewer) {
            auto alliance = api.alliance(request, viewer);
            const auto& grant = viewer.need(alliance, access::Act::read_shared);
            FreezeList list;
            list.may_freeze = grant.may_edit({});
            door.read(viewer, [&](db::Transaction& transaction) {
              auto all = freezes(transaction, viewer, alliance);
              auto later = later_values(transaction, alliance, grant.shared, all);
              for (std::size_t i = 0; i < all.size(); ++i) list.items.push_back({item_of(transaction, all[i]), later[i]});
            });
            return http::json(list);
          },
          {"All freezes, newest first", std::string(area), {}, http::schema_of<FreezeList>()});
  api.add(http::Method::get, "/api/v1/freezes/{id}", http::Runs::on_worker,
          [&door](const http::Request& request, const Viewer& viewer) {
            auto id = request.id_parameter<FreezeId>("id");
            return http::json(door.read(viewer, [&](db::Transaction& transaction) {
              Freeze one = need(transaction, viewer, id);
              FreezeView view{item_of(transaction, one), document_of(transaction, one), {}, {}};
              auto now = scorecard_now(transaction, one, door.now());
              view.restated = restated_since(view.document, now);
              view.gone = gone_since(view.document, now);
              return view;
            }));
          },
          {"What a review saw, and what is known otherwise by now", std::string(area), {}, http::schema_of<FreezeView>()});
  api.add(http::Method::get, "/api/v1/freezes/{id}/file", http::Runs::on_worker,
          [&door](const http::Request& request, const Viewer& viewer) {
            auto id = request.id_parameter<FreezeId>("id");
            return door.read(viewer, [&](db::Transaction& transaction) {
              Freeze one = need(transaction, viewer, id);
              return http::download(document_text(transaction, one), "application/json", fmt::format("freeze-{}.json", one.period.text()));
            });
          },
          {"The frozen bytes, whose SHA-256 is the digest", std::string(area), {}, {}});
  api.add(http::Method::get, "/api/v1/alliances/{alliance}/freezes/compare", http::Runs::on_worker,
          [&api, &door](const http::Request& request, const Viewer& viewer) {
            auto alliance = api.alliance(request, viewer);
            auto from = freeze_named(request, "from"), to = freeze_named(request, "to");
            return http::json(door.read(viewer, [&](db::Transaction& transaction) {
              Freeze before = need(transaction, viewer, from), after = need(transaction, viewer, to);
              if (before.alliance != alliance || after.alliance != alliance) throw_not_found();
              auto compared = compare(document_of(transaction, before), document_of(transaction, after));
              return ComparisonView{item_of(transaction, before), item_of(transaction, after), std::move(compared.items), std::move(compared.restated)};
            }));
          },
          {"What differs between two freezes", std::string(area), {}, http::schema_of<ComparisonView>(), "application/json", 200,
           {{"from", "The earlier freeze"}, {"to", "The later one"}}});
}

}  // namespace entente::review
