#include "strategy/layout/model.hpp"

#include "base/error.hpp"

namespace entente::strategy::layout {
namespace {

/// Lanes are fixed, so a link to a lower lane is feedback at once. Within a lane, a depth-first walk in canonical order
/// finds the links that close a cycle.
void mark_feedback(Model& model) {
  std::vector<std::vector<int>> out(model.nodes.size());
  for (std::size_t e = 0; e < model.edges.size(); ++e) {
    Edge& edge = model.edges[e];
    const int from = model.nodes[edge.from].lane;
    const int to = model.nodes[edge.to].lane;
    edge.feedback = to < from;
    if (to == from) out[edge.from].push_back(static_cast<int>(e));
  }
  enum class Mark { fresh, open, done };
  std::vector<Mark> marks(model.nodes.size(), Mark::fresh);
  std::vector<std::pair<int, std::size_t>> stack;
  // Nodes that nothing of their lane feeds come first: starting inside a cycle would cut it at an arbitrary place.
  std::vector<int> starts;
  std::vector<int> fed(model.nodes.size(), 0);
  for (const auto& list : out)
    for (const int e : list) ++fed[model.edges[e].to];
  for (std::size_t n = 0; n < fed.size(); ++n)
    if (fed[n] == 0) starts.push_back(static_cast<int>(n));
  for (std::size_t n = 0; n < fed.size(); ++n)
    if (fed[n] != 0) starts.push_back(static_cast<int>(n));
  for (const int start : starts) {
    if (marks[start] != Mark::fresh) continue;
    marks[start] = Mark::open;
    stack.emplace_back(start, 0);
    while (!stack.empty()) {
      auto& [node, next] = stack.back();
      if (next == out[node].size()) {
        marks[node] = Mark::done;
        stack.pop_back();
        continue;
      }
      Edge& edge = model.edges[out[node][next++]];
      if (marks[edge.to] == Mark::open) edge.feedback = true;
      if (marks[edge.to] != Mark::fresh) continue;
      marks[edge.to] = Mark::open;
      stack.emplace_back(edge.to, 0);
    }
  }
}

/// Codes as people read them: "1.2" before "1.10".
bool comes_before(std::string_view a, std::string_view b) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  std::size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    if (!digit(a[i]) || !digit(b[j])) {
      if (a[i] != b[j]) return a[i] < b[j];
      ++i, ++j;
      continue;
    }
    while (i < a.size() && a[i] == '0') ++i;
    while (j < b.size() && b[j] == '0') ++j;
    std::size_t end_a = i, end_b = j;
    while (end_a < a.size() && digit(a[end_a])) ++end_a;
    while (end_b < b.size() && digit(b[end_b])) ++end_b;
    if (end_a - i != end_b - j) return end_a - i < end_b - j;
    if (const int order = a.substr(i, end_a - i).compare(b.substr(j, end_b - j)); order != 0) return order < 0;
    i = end_a, j = end_b;
  }
  return a.size() - i < b.size() - j;
}

template <class List>
std::unordered_map<std::string_view, int> index_by_id(const List& list, std::string_view path) {
  std::unordered_map<std::string_view, int> index;
  for (std::size_t i = 0; i < list.size(); ++i)
    if (!index.emplace(list[i].id, static_cast<int>(i)).second)
      throw_bad_field(fmt::format("{}[{}].id", path, i), "twice", "This id is there twice.");
  return index;
}

}  // namespace

void Model::fill_cells() {
  cells.assign(static_cast<std::size_t>(rows * columns), -1);
  for (std::size_t n = 0; n < nodes.size(); ++n)
    cells[static_cast<std::size_t>(nodes[n].row * columns + nodes[n].column)] = static_cast<int>(n);
}

Model make_model(const Input& input) {
  Model model;
  model.lanes = static_cast<int>(input.lanes.size());
  model.themes = static_cast<int>(input.themes.size());
  const auto lanes = index_by_id(input.lanes, "lanes");
  const auto themes = index_by_id(input.themes, "themes");
  const auto objectives = index_by_id(input.objectives, "objectives");
  std::unordered_map<std::string_view, const Place*> previous;
  for (const Place& place : input.previous) previous[place.id] = &place;

  std::vector<int> order(input.objectives.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<int>(i);
  std::sort(order.begin(), order.end(), [&](int a, int b) {
    const Objective& left = input.objectives[a];
    const Objective& right = input.objectives[b];
    if (comes_before(left.code, right.code)) return true;
    if (comes_before(right.code, left.code)) return false;
    return left.id < right.id;
  });
  std::vector<int> number(order.size());
  for (const int i : order) {
    const Objective& objective = input.objectives[i];
    Node node;
    node.input = i;
    const auto lane = lanes.find(objective.lane);
    if (lane == lanes.end())
      throw_bad_field(fmt::format("objectives[{}].lane", i), "unknown", "This perspective is not on the map.");
    node.lane = lane->second;
    const auto theme = themes.find(objective.theme);
    node.theme = theme == themes.end() ? model.themes : theme->second;
    if (objective.pin) {
      node.pin = Pin{std::clamp(objective.pin->column, 0, 63), objective.pin->row};
      if (node.pin->row) node.pin->row = std::clamp(*node.pin->row, 0, 31);
    }
    if (const auto place = previous.find(objective.id); place != previous.end()) {
      node.previous = *place->second;
      model.has_previous = true;
    }
    number[i] = static_cast<int>(model.nodes.size());
    model.nodes.push_back(std::move(node));
  }
  for (std::size_t i = 0; i < input.links.size(); ++i) {
    const auto from = objectives.find(input.links[i].from);
    const auto to = objectives.find(input.links[i].to);
    if (from == objectives.end() || to == objectives.end() || from == to) continue;
    model.edges.push_back({static_cast<int>(i), number[from->second], number[to->second], false, false});
  }
  std::sort(model.edges.begin(), model.edges.end(), [](const Edge& a, const Edge& b) {
    return std::tie(a.from, a.to, a.input) < std::tie(b.from, b.to, b.input);
  });
  mark_feedback(model);
  return model;
}

}  // namespace entente::strategy::layout
