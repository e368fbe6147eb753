#include "scorecard/formula/graph.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace entente::scorecard::formula {
namespace {

using Nodes = std::map<std::string, Graph::Codes, std::less<>>;

/// Visits depth first without recursion; `done` hears of each node after its dependencies, `circle` of a path that
/// comes back to its beginning, and ends the walk.
template <class Done, class Circle>
void walk(const Nodes& nodes, Done done, Circle circle) {
  enum class Colour : std::uint8_t { fresh, open, closed };
  struct Step {
    Nodes::const_iterator node;
    Graph::Codes::const_iterator next;
  };
  std::map<std::string_view, Colour> colours;
  std::vector<Step> path;
  const auto enter = [&](Nodes::const_iterator node) {
    colours[node->first] = Colour::open;
    path.push_back({node, node->second.begin()});
  };
  for (auto start = nodes.begin(); start != nodes.end(); ++start) {
    if (colours[start->first] != Colour::fresh) continue;
    enter(start);
    while (!path.empty()) {
      Step& step = path.back();
      if (step.next == step.node->second.end()) {
        colours[step.node->first] = Colour::closed;
        done(step.node->first, step.node->second);
        path.pop_back();
        continue;
      }
      const auto child = nodes.find(*step.next++);
      if (child == nodes.end()) continue;
      const Colour colour = colours[child->first];
      if (colour == Colour::fresh) {
        enter(child);
      } else if (colour == Colour::open) {
        std::vector<std::string> found;
        for (const Step& on_path : path)
          if (!found.empty() || on_path.node == child) found.push_back(on_path.node->first);
        found.push_back(child->first);
        circle(std::move(found));
        return;
      }
    }
  }
}

}  // namespace

void Graph::set(std::string code, Codes depends_on) {
  nodes_.insert_or_assign(std::move(code), std::move(depends_on));
}

void Graph::set(std::string code, const Tree& formula) {
  Codes codes;
  for (Reference& reference : references(formula)) codes.insert(std::move(reference.code));
  set(std::move(code), std::move(codes));
}

void Graph::erase(std::string_view code) {
  if (const auto found = nodes_.find(code); found != nodes_.end()) nodes_.erase(found);
}

const Graph::Codes* Graph::dependencies(std::string_view code) const {
  const auto found = nodes_.find(code);
  return found == nodes_.end() ? nullptr : &found->second;
}

std::optional<std::vector<std::string>> Graph::circle() const {
  std::optional<std::vector<std::string>> found;
  walk(
      nodes_, [](const auto&...) {}, [&](std::vector<std::string> path) { found = std::move(path); });
  return found;
}

std::vector<std::string> Graph::order() const {
  std::vector<std::string> codes;
  walk(
      nodes_, [&](const std::string& code, const Codes&) { codes.push_back(code); }, [](const auto&) {});
  return codes;
}

std::vector<std::string> Graph::affected_by(std::span<const std::string> changed) const {
  Codes touched(changed.begin(), changed.end());
  std::vector<std::string> affected;
  for (std::string& code : order()) {
    const Codes& dependencies = nodes_.find(code)->second;
    if (!std::ranges::any_of(dependencies, [&](const std::string& one) { return touched.contains(one); })) continue;
    touched.insert(code);
    affected.push_back(std::move(code));
  }
  return affected;
}

int Graph::longest_chain() const {
  std::map<std::string_view, int> chains;
  int longest = 0;
  walk(
      nodes_,
      [&](const std::string& code, const Codes& dependencies) {
        int below = 0;
        for (const std::string& one : dependencies)
          if (const auto found = chains.find(one); found != chains.end()) below = std::max(below, found->second);
        longest = std::max(longest, below + 1);
        chains.emplace(code, below + 1);
      },
      [](const auto&) {});
  return longest;
}

std::string path_words(std::span<const std::string> path) {
  return fmt::format("{}", fmt::join(path, " → "));
}

void refuse_circle(const Graph& graph, std::string_view path) {
  if (const auto circle = graph.circle())
    throw_bad_field(path, "formula_circle", fmt::format("This goes in a circle: {}.", path_words(*circle)));
  if (graph.longest_chain() > Limits::formulas)
    throw_bad_field(path, "formula_chain",
                    fmt::format("At most {} formulas and objectives build on one another.", Limits::formulas));
}

}  // namespace entente::scorecard::formula
