#include "scorecard/api.hpp"

#include "scorecard/named_codes.hpp"
#include "scorecard/store.hpp"
#include "scorecard/withheld.hpp"

namespace entente::scorecard {
namespace {

constexpr std::string_view area = "scorecard";

struct ObservationItem {
  Period period;
  Series series;
  std::optional<std::string> value;
  ObservationState state;
  std::string reason;
  std::string note;
  std::vector<std::string> flags;
  Instant recorded_at;
  std::string by;
  std::string organisation;
  std::string source;
  bool current = false;
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(ObservationItem, (),
                      (period, series, value, state, reason, note, flags, recorded_at, by, organisation, source, current, version))

struct ObservationList {
  std::vector<ObservationItem> items;
};
BOOST_DESCRIBE_STRUCT(ObservationList, (), (items))

ObservationList history_of(db::Transaction& transaction, const Viewer& viewer, const MeasureId& id, const std::optional<Period>& period) {
  ObservationList list;
  std::unordered_map<std::string, std::tuple<std::string, std::string>> names;
  std::set<std::pair<Series, Period>> newest_seen;
  auto rows = history(transaction, viewer, id, period);
  std::map<std::pair<Series, Period>, std::int64_t> newest;
  for (const auto& row : rows) newest[{row.series, row.period}] = std::max(newest[{row.series, row.period}], row.number);
  // What is withheld is shown to those who keep it.
  std::map<std::pair<Period, std::int64_t>, std::string> kept;
  if (auto measure = access::items::find<Measure>(transaction, viewer, id))
    if (const access::Grant* grant = viewer.grant(measure->alliance); grant && grant->sees(grant->own))
      for (auto& value : withheld_values(transaction, grant->own, id)) kept[{value.period, value.number}] = std::move(value.value);
  for (auto& row : rows) {
    if (row.state == ObservationState::withheld && row.series == Series::actual)
      if (auto value = kept.find({row.period, row.number}); value != kept.end()) row.value = value->second;
    auto [who, is_new] = names.try_emplace(row.person.text());
    if (is_new) {
      who->second = transaction
                        .one<std::tuple<std::string, std::string>>(
                            "SELECT person.name, organisation.name FROM person JOIN organisation ON organisation.id = person.organisation "
                            "WHERE person.id = $1",
                            row.person)
                        .value_or(std::tuple<std::string, std::string>("Local operator", ""));
    }
    ObservationItem item{row.period, row.series, row.value, row.state, row.reason, row.note, {}, row.recorded_at,
                         std::get<0>(who->second), std::get<1>(who->second), row.source,
                         row.number == newest[{row.series, row.period}], row.number + 1};
    for (std::string_view rest = row.flags; !rest.empty();) {
      auto end = std::min(rest.find(' '), rest.size());
      item.flags.emplace_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    list.items.push_back(std::move(item));
  }
  return list;
}

}  // namespace

void add_routes(access::Api& api) {
  Door& door = api.door();
  watch_codes(door);
  api.add_make<MeasureInput>("/api/v1/alliances/{alliance}/measures", area, "Add a measure, with its first target",
                             [&door](db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const MeasureInput& input) {
                               return add(door, transaction, viewer, alliance, input);
                             });
  api.add_change<MeasureId, MeasureInput>(
      "/api/v1/measures/{id}", area, "Change a measure",
      [&door](db::Transaction& transaction, const Viewer& viewer, const MeasureId& id, std::int64_t version, const MeasureInput& input) {
        return change(door, transaction, viewer, id, version, input);
      });
  api.add_remove<MeasureId>("/api/v1/measures/{id}", area, "Remove a measure",
                            [&door](db::Transaction& transaction, const Viewer& viewer, const MeasureId& id, std::int64_t version) {
                              return remove(door, transaction, viewer, id, version);
                            });
  http::Description new_target{"Score a measure anew from a day on; If-Match names the target of that day, \"0\" where there is none", std::string(area), http::schema_of<TargetInput>(), http::schema_of<Changed>()};
  new_target.success = 201;
  api.add(http::Method::post, "/api/v1/measures/{id}/targets", http::Runs::on_worker,
          [&door](const http::Request& request, const Viewer& viewer) {
            auto id = request.id_parameter<MeasureId>("id");
            auto input = http::read_json<TargetInput>(request);
            auto version = access::Api::if_match(request);
            return access::Api::made(door.write(viewer, [&](db::Transaction& transaction) { return add(door, transaction, viewer, id, version, input); }));
          },
          new_target);
  api.add_remove<TargetId>("/api/v1/targets/{id}", area, "Remove a target",
                           [&door](db::Transaction& transaction, const Viewer& viewer, const TargetId& id, std::int64_t version) {
                             return remove(door, transaction, viewer, id, version);
                           });
  api.add(http::Method::get, "/api/v1/measures/{id}/observations", http::Runs::on_worker,
          [&door](const http::Request& request, const Viewer& viewer) {
            auto id = request.id_parameter<MeasureId>("id");
            std::optional<Period> period;
            if (auto text = request.query_value("period"); text && !text->empty()) period = parse_period(*text);
            return http::json(door.read(viewer, [&](db::Transaction& transaction) { return history_of(transaction, viewer, id, period); }));
          },
          {"Everything recorded for a measure, with corrections", std::string(area), {}, http::schema_of<ObservationList>(), "application/json",
           200, {{"period", "Only this period"}}});

  api.add_make<InitiativeInput>("/api/v1/alliances/{alliance}/initiatives", area, "Add an initiative",
                                [&door](db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const InitiativeInput& input) {
                                  return add(door, transaction, viewer, alliance, input);
                                });
  api.add_change<InitiativeId, InitiativeInput>(
      "/api/v1/initiatives/{id}", area, "Change an initiative",
      [&door](db::Transaction& transaction, const Viewer& viewer, const InitiativeId& id, std::int64_t version, const InitiativeInput& input) {
        return change(door, transaction, viewer, id, version, input);
      });
  api.add_remove<InitiativeId>("/api/v1/initiatives/{id}", area, "Remove an initiative",
                               [&door](db::Transaction& transaction, const Viewer& viewer, const InitiativeId& id, std::int64_t version) {
                                 return remove(door, transaction, viewer, id, version);
                               });
  api.add(http::Method::put, "/api/v1/themes/{id}/narrative", http::Runs::on_worker,
          [&door](const http::Request& request, const Viewer& viewer) {
            auto id = request.id_parameter<ThemeId>("id");
            auto input = http::read_json<NarrativeInput>(request);
            auto version = access::Api::if_match(request);
            return access::Api::changed(door.write(viewer, [&](db::Transaction& transaction) { return put(door, transaction, viewer, id, version, input); }));
          },
          {"Say how a theme stands in a period; If-Match \"0\" where nothing was said yet", std::string(area), http::schema_of<NarrativeInput>(), http::schema_of<Changed>()});

  http::Description set_light{"Set a light by hand, until a day", std::string(area), http::schema_of<OverrideInput>(), http::schema_of<Changed>()};
  set_light.success = 201;
  api.add(http::Method::post, "/api/v1/objectives/{id}/overrides", http::Runs::on_worker,
          [&door](const http::Request& request, const Viewer& viewer) {
            auto id = request.id_parameter<ObjectiveId>("id");
            auto input = http::read_json<OverrideInput>(request);
            return access::Api::made(door.write(viewer, [&](db::Transaction& transaction) { return add(door, transaction, viewer, id, input); }));
          },
          set_light);
  api.add(http::Method::post, "/api/v1/overrides/{id}/consent", http::Runs::on_worker,
          [&door](const http::Request& request, const Viewer& viewer) {
            auto id = request.id_parameter<OverrideId>("id");
            std::int64_t version = access::Api::if_match(request);
            return access::Api::changed(door.write(viewer, [&](db::Transaction& transaction) { return consent(door, transaction, viewer, id, version); }));
          },
          {"Consent to the other partner's light", std::string(area), {}, http::schema_of<Changed>()});
  api.add_remove<OverrideId>("/api/v1/overrides/{id}", area, "Take a light set by hand away",
                             [&door](db::Transaction& transaction, const Viewer& viewer, const OverrideId& id, std::int64_t version) {
                               return remove(door, transaction, viewer, id, version);
                             });
}

}  // namespace entente::scorecard
