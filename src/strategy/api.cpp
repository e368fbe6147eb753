#include "strategy/api.hpp"

#include "strategy/store.hpp"

namespace entente::strategy {
namespace {

constexpr std::string_view area = "strategy map";

/// The same three routes for each noun: make in an alliance, change, remove.
template <class ItemId, class Input>
void add_noun(access::Api& api, const std::string& plural, const std::string& noun) {
  Door& door = api.door();
  api.add_make<Input>("/api/v1/alliances/{alliance}/" + plural, area, "Add a " + noun,
                      [&door](db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const Input& input) {
                        return strategy::add(door, transaction, viewer, alliance, input);
                      });
  api.add_change<ItemId, Input>("/api/v1/" + plural + "/{id}", area, "Change a " + noun,
                                [&door](db::Transaction& transaction, const Viewer& viewer, const ItemId& id, std::int64_t version,
                                        const Input& input) { return strategy::change(door, transaction, viewer, id, version, input); });
  api.add_remove<ItemId>("/api/v1/" + plural + "/{id}", area, "Remove a " + noun,
                         [&door](db::Transaction& transaction, const Viewer& viewer, const ItemId& id, std::int64_t version) {
                           return strategy::remove(door, transaction, viewer, id, version);
                         });
}

}  // namespace

void add_routes(access::Api& api) {
  add_noun<PerspectiveId, PerspectiveInput>(api, "perspectives", "perspective");
  add_noun<ThemeId, ThemeInput>(api, "themes", "theme");
  add_noun<LinkId, LinkInput>(api, "links", "link");
  add_noun<WinId, WinInput>(api, "wins", "win");
  add_noun<ValueId, ValueInput>(api, "values", "value");
  // Objectives are made together with their measures, so their POST is the scorecard's.
  Door& door = api.door();
  api.add_change<ObjectiveId, ObjectiveInput>(
      "/api/v1/objectives/{id}", area, "Change an objective",
      [&door](db::Transaction& transaction, const Viewer& viewer, const ObjectiveId& id, std::int64_t version, const ObjectiveInput& input) {
        return strategy::change(door, transaction, viewer, id, version, input);
      });
  api.add_remove<ObjectiveId>("/api/v1/objectives/{id}", area, "Remove an objective",
                              [&door](db::Transaction& transaction, const Viewer& viewer, const ObjectiveId& id, std::int64_t version) {
                                return strategy::remove(door, transaction, viewer, id, version);
                              });
}

}  // namespace entente::strategy
