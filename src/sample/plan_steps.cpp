#include "sample/plan_steps.hpp"

#include "exchange/plan_document.hpp"
#include "json/json.hpp"
#include "sample/stage.hpp"

namespace entente::sample {
namespace {

constexpr json::Limits limits{4'000'000, 32};

json::Value* member(json::Object& object, std::string_view name) {
  for (auto& one : object)
    if (one.name == name) return &one.value;
  return nullptr;
}

void put(json::Object& object, const json::Object& members) {
  for (const auto& [name, value] : members) {
    if (auto* present = member(object, name)) *present = value;
    else object.push_back({name, value});
  }
}

/// Puts back what the item said before.
void take_back(json::Object& plan, const Rewritten& change) {
  auto* list = member(plan, change.kind + "s");
  if (!list || !list->array() || !change.was.object()) throw_broken("changes " + change.kind);
  json::Array items = *list->array();
  for (auto& item : items) {
    if (const auto* key = item.find("key"); !key || *key->string() != change.key) continue;
    json::Object members = *item.object();
    put(members, *change.was.object());
    item = json::Value(std::move(members));
    *list = json::Value(std::move(items));
    return;
  }
  throw_broken(fmt::format("{} {}", change.kind, change.key));
}

template <class Use>
void each_brought(const Event& event, Use&& use) {
  if (!event.brings) return;
  for (const auto& key : event.brings->objectives) use("objective", key);
  for (const auto& key : event.brings->measures) use("measure", key);
  for (const auto& key : event.brings->targets) use("target", key);
}

}  // namespace

exchange::Plan plan_before(const HistoryDocument& history, std::size_t event, std::string_view plan_document) {
  json::Object plan = *json::parse(plan_document, limits).object();
  if (history.plan.object())
    for (const auto& [name, more] : *history.plan.object()) {
      auto* list = member(plan, name);
      if (!list || !list->array() || !more.array()) throw_broken("plan " + name);
      json::Array items = *list->array();
      items.insert(items.end(), more.array()->begin(), more.array()->end());
      *list = json::Value(std::move(items));
    }
  for (std::size_t i = history.events.size(); i > event; --i)
    if (const auto& change = history.events[i - 1].changes) take_back(plan, *change);
  return exchange::read_plan_document(json::text(json::Value(std::move(plan))));
}

exchange::Plan without_reports(exchange::Plan plan) {
  for (auto& initiative : plan.initiatives) {
    initiative.state = exchange::InitiativeState::planned;
    initiative.progress = "0";
    initiative.planned.clear();
    initiative.spent.clear();
    for (auto& milestone : initiative.milestones) milestone.done.clear();
  }
  return plan;
}

std::set<std::string> held_before(const HistoryDocument& history, std::size_t event) {
  std::set<std::string> held;
  for (std::size_t i = event; i < history.events.size(); ++i)
    each_brought(history.events[i], [&](std::string_view kind, const std::string& key) { held.insert(fmt::format("{} {}", kind, key)); });
  return held;
}

std::map<std::string, Date> days_of_coming(const HistoryDocument& history, const exchange::Plan& plan) {
  std::map<std::string, Date> days;
  for (const auto& event : history.events)
    each_brought(event, [&](std::string_view kind, const std::string& key) {
      for (const auto& measure : plan.measures)
        if (kind == "measure" ? measure.key == key : kind == "objective" && measure.objective == key) days[measure.key] = event.day;
    });
  return days;
}

}  // namespace entente::sample
