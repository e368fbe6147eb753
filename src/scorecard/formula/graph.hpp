#pragma once
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "scorecard/formula/tree.hpp"

namespace entente::scorecard::formula {

/// What depends on what: a computed measure on all that its formula names, by value, SCORE or STATUS; an objective,
/// theme or perspective on what is rolled up into it. Stored measures depend on nothing and need not be set.
class Graph {
 public:
  using Codes = std::set<std::string, std::less<>>;

  void set(std::string code, Codes depends_on);
  void set(std::string code, const Tree& formula);
  void erase(std::string_view code);
  const Codes* dependencies(std::string_view code) const;

  /// A circle as its path, the first code again at the end: {"A1", "B2", "A1"}. Absent if there is none.
  std::optional<std::vector<std::string>> circle() const;
  /// What was set, dependencies first. Only without a circle.
  std::vector<std::string> order() const;
  /// What was set and depends on one of these, directly or through others, in the order in which to work it out. A
  /// changed code is in only if it depends on another one. Only without a circle.
  std::vector<std::string> affected_by(std::span<const std::string> changed) const;
  /// How many of what was set build on one another at most. Only without a circle.
  int longest_chain() const;

 private:
  std::map<std::string, Codes, std::less<>> nodes_;
};

/// "A1 → B2 → A1"
std::string path_words(std::span<const std::string> path);

/// Throws `bad_input` at `path`: "formula_circle" with the circle in words, "formula_chain" where more than
/// Limits::formulas build on one another.
void refuse_circle(const Graph& graph, std::string_view path = "formula");

}  // namespace entente::scorecard::formula
