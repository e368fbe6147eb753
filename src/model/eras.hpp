#pragma once
#include <map>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "charter/types.hpp"
#include "scorecard/evaluation/definition.hpp"

/// What the versions of a charter said over time. A day is judged by what was agreed for it: a later version judges from the
/// day on which it came into force, or from an earlier one that its text names.
namespace entente::model {

/// An edge of the roll-up as a version has it.
struct Edge {
  std::string parent;
  Decimal weight;
  bool mandatory = false;
};

/// The time of one version.
struct Era {
  Date from = scorecard::evaluation::always;
  Date in_force;  ///< where the text names an earlier day, what lies between the two was judged otherwise then
  std::unordered_map<MeasureId, std::vector<scorecard::Target>> targets;  ///< oldest first
  std::unordered_map<std::string, Edge> edges;                           ///< by the child: a measure, an objective, a theme
  std::unordered_map<MeasureId, std::optional<Date>> two_keys;           ///< the measures that ask for two, and from which day on
};

/// `first`: it also judges all that came before it.
enum class Order : std::uint8_t { first, later };
/// `zone`: by whose days it came into force.
Era era_of(const charter::Charter&, const charter::Document&, Order, std::string_view zone);

/// The targets of each measure as the eras follow one another, oldest first; a target of a later version that takes effect
/// before its era begins with it. Pure.
std::unordered_map<MeasureId, std::vector<scorecard::Target>> timeline(std::span<const Era> eras);

/// From which day on the measures of the last era ask for two keys; nothing: always. What a later version asks for anew
/// counts from the day on which it came into force, whatever day its text names.
std::unordered_map<MeasureId, std::optional<Date>> two_keys_days(std::span<const Era> eras);

/// Until which day a definition that takes effect on `day` has only been judged afterwards; nothing where it was known then.
std::optional<Date> restated_until(std::span<const Era> eras, Date day);

/// The edges from a parent to a child over time. An item that no version names (a private one, or one in a draft) keeps the
/// edge that it has now.
std::vector<scorecard::evaluation::Child> edges_over_time(std::span<const Era> eras, const std::string& parent, const std::string& child,
                                                          scorecard::evaluation::Child now);

/// All children that a parent has in any version.
std::map<std::string, std::set<std::string>> earlier_children(std::span<const Era> eras);

}  // namespace entente::model
