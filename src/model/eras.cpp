#include "model/eras.hpp"

#include <algorithm>
#include <utility>

#include "base/zone.hpp"

namespace entente::model {

namespace ev = scorecard::evaluation;

Era era_of(const charter::Charter& charter, const charter::Document& document, Order order, std::string_view zone) {
  Era era;
  era.in_force = day_in(charter.in_force_at.value_or(charter.made_at), zone);
  if (order == Order::later) era.from = charter.effective_from ? std::min(*charter.effective_from, era.in_force) : era.in_force;
  for (const auto& target : document.targets) era.targets[target.measure].push_back(target);
  for (auto& [measure, targets] : era.targets)
    std::stable_sort(targets.begin(), targets.end(), [](const auto& a, const auto& b) { return a.effective_from < b.effective_from; });
  for (const auto& measure : document.measures)
    if (measure.two_keys) era.two_keys[measure.id] = measure.two_keys_from;
  for (const auto& measure : document.measures) era.edges[measure.id.text()] = {measure.objective.text(), measure.weight, measure.mandatory};
  for (const auto& objective : document.objectives) era.edges[objective.id.text()] = {objective.theme.text(), objective.weight, objective.mandatory};
  for (const auto& theme : document.themes) era.edges[theme.id.text()] = {document.alliance.text(), theme.weight, false};
  return era;
}

std::unordered_map<MeasureId, std::vector<scorecard::Target>> timeline(std::span<const Era> eras) {
  std::unordered_map<MeasureId, std::vector<scorecard::Target>> out;
  for (const auto& era : eras)
    for (const auto& [measure, targets] : era.targets) {
      auto& list = out[measure];
      // The first definition of a measure also judges what came before it; there was no other. So one that is replaced before its
      // own day has judged until then.
      if (!list.empty() && list.front().effective_from >= era.from && list.front().scoring.text != targets.front().scoring.text)
        list.front().effective_from = era.from - 1;
      std::erase_if(list, [&](const auto& earlier) { return earlier.effective_from >= era.from; });
      if (list.empty()) {
        list = targets;
        continue;
      }
      auto next = std::find_if(targets.begin(), targets.end(), [&](const auto& target) { return target.effective_from > era.from; });
      if (next != targets.begin()) {
        scorecard::Target begins = *std::prev(next);
        if (begins.scoring.text != list.back().scoring.text) {
          begins.effective_from = era.from;
          list.push_back(std::move(begins));
        }
      }
      list.insert(list.end(), next, targets.end());
    }
  return out;
}

std::unordered_map<MeasureId, std::optional<Date>> two_keys_days(std::span<const Era> eras) {
  std::unordered_map<MeasureId, std::optional<Date>> days;
  for (const auto& era : eras) {
    auto before = std::exchange(days, {});
    for (const auto& [measure, day] : era.two_keys) {
      auto asked = before.find(measure);
      if (asked != before.end()) days[measure] = asked->second;
      else days[measure] = &era == &eras.front() ? day : std::max(day.value_or(era.in_force), era.in_force);
    }
  }
  return days;
}

std::optional<Date> restated_until(std::span<const Era> eras, Date day) {
  for (const auto& era : eras)
    if (era.from != ev::always && era.from <= day && day < era.in_force) return era.in_force;
  return std::nullopt;
}

std::vector<ev::Child> edges_over_time(std::span<const Era> eras, const std::string& parent, const std::string& child, ev::Child now) {
  if (eras.size() < 2 || std::none_of(eras.begin(), eras.end(), [&](const Era& era) { return era.edges.contains(child); })) return {std::move(now)};
  std::vector<ev::Child> out;
  for (std::size_t i = 0; i < eras.size(); ++i) {
    // An era that a later one takes back to before its own beginning was never judged by.
    Date until{std::numeric_limits<std::int32_t>::max()};
    for (std::size_t later = i + 1; later < eras.size(); ++later) until = std::min(until, eras[later].from);
    if (until <= eras[i].from) continue;
    auto found = eras[i].edges.find(child);
    if (found == eras[i].edges.end() || found->second.parent != parent) continue;
    std::optional<Date> end;
    if (until.days != std::numeric_limits<std::int32_t>::max()) end = until;
    bool continues = !out.empty() && out.back().until == eras[i].from && out.back().weight == found->second.weight && out.back().mandatory == found->second.mandatory;
    if (continues) out.back().until = end;
    else out.push_back({now.code, found->second.weight, found->second.mandatory, eras[i].from, end});
  }
  return out;
}

std::map<std::string, std::set<std::string>> earlier_children(std::span<const Era> eras) {
  std::map<std::string, std::set<std::string>> out;
  for (const auto& era : eras)
    for (const auto& [child, edge] : era.edges) out[edge.parent].insert(child);
  return out;
}

}  // namespace entente::model
