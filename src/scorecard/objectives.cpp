#include "scorecard/objectives.hpp"

#include "access/chosen_space.hpp"
#include "scorecard/store.hpp"
#include "strategy/store.hpp"

namespace entente::scorecard {
namespace {

struct NewObjective : strategy::ObjectiveInput {
  std::optional<bool> private_;
  std::optional<SpaceId> space;  ///< of an agreement
  std::optional<std::vector<MeasureInput>> measures;
};
BOOST_DESCRIBE_STRUCT(NewObjective, (strategy::ObjectiveInput), (private_, space, measures))

Changed make(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const NewObjective& input) {
  Changed changed = strategy::add(door, transaction, viewer, alliance, input, access::chosen_space(viewer, alliance, input.private_, input.space));
  if (!input.measures) return changed;
  for (std::size_t i = 0; i < input.measures->size(); ++i) {
    MeasureInput measure = (*input.measures)[i];
    measure.objective = ObjectiveId::parse(changed.id);
    try {
      add(door, transaction, viewer, alliance, measure);
    } catch (const Error& error) {
      if (error.fields().empty()) throw;
      auto fields = error.fields();
      for (auto& field : fields) field.path = fmt::format("measures[{}].{}", i, field.path);
      throw_if_any(std::move(fields));
    }
  }
  return changed;
}

}  // namespace

void add_objective_route(access::Api& api) {
  Door& door = api.door();
  api.add_make<NewObjective>("/api/v1/alliances/{alliance}/objectives", "strategy map", "Add an objective, with its measures and targets",
                             [&door](db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const NewObjective& input) {
                               return make(door, transaction, viewer, alliance, input);
                             });
}

}  // namespace entente::scorecard
