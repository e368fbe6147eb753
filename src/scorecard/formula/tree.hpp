#pragma once
#include <string>
#include <vector>

#include "base/decimal.hpp"
#include "scorecard/formula/functions.hpp"
#include "scorecard/formula/problem.hpp"

namespace entente::scorecard::formula {

/// What a formula may be at most; beyond, it is refused with a problem that says so.
struct Limits {
  static constexpr std::size_t bytes = 4'000;
  static constexpr std::size_t nodes = 1'000;
  static constexpr int depth = 100;      ///< levels of the tree; a chain a + b + c has one for each operator
  static constexpr int periods = 1'000;  ///< that one PREV, ROLLING, GROWTH or @ reaches back
  static constexpr int formulas = 32;    ///< that build on one another
  static constexpr std::size_t arguments = 100;
};

enum class NodeKind : std::uint8_t {
  number,
  percent,  ///< a number with a percent sign: 5% is five hundredths
  text,
  truth,    ///< TRUE or FALSE; `number` is 1 or 0
  measure,  ///< also an objective, within STATUS and SCORE
  call,     ///< a function
  offset,   ///< child@-count
  negate,
  logical_not,
  add,
  subtract,
  multiply,
  divide,
  power,
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  logical_and,
  logical_or,
};

using NodeIndex = std::uint32_t;

struct Node {
  NodeKind kind = NodeKind::number;
  Place place;  ///< the whole of it
  Place mark;   ///< the operator's sign, or the function's or measure's name
  Decimal number;
  int count = 0;     ///< offset: periods back, 0 to Limits::periods
  std::string text;  ///< of a text, or a measure's code
  const Function* function = nullptr;
  std::vector<NodeIndex> children;
};

/// A parsed formula. Children have smaller indices than their parents, so that the nodes in order are children first.
struct Tree {
  std::string source;
  std::vector<Node> nodes;
  NodeIndex root = 0;

  const Node& at(NodeIndex index) const { return nodes[index]; }
};

/// Whether they mean the same by form, wherever it is written.
bool operator==(const Tree& left, const Tree& right);

/// A whole number that is written out, with or without a minus; absent for anything else.
std::optional<int> literal_integer(const Tree& tree, NodeIndex index);

/// One measure or objective that a formula names.
struct Reference {
  std::string code;
  Place place;
  enum class As : std::uint8_t { value, judgement } as = As::value;  ///< judgement: within STATUS or SCORE
};
/// All of them in the order of the text; a code that is named twice is there twice.
std::vector<Reference> references(const Tree& tree);

}  // namespace entente::scorecard::formula
