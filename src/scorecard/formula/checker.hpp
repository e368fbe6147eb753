#pragma once
#include <span>

#include "scorecard/formula/check.hpp"

namespace entente::scorecard::formula {

/// One pass over the nodes, children first. Inside `check` only.
class Checker {
 public:
  Checker(Tree tree, Settings settings, const Catalogue& catalogue);
  Compiled run();

 private:
  // check.cpp: names, types and arguments
  void assign_roles();
  void check_node(NodeIndex index);
  void check_measure(NodeIndex index);
  void check_call(NodeIndex index);
  bool check_argument(const Node& call, NodeIndex argument, Role role);
  void check_logic(NodeIndex index);
  void check_comparison(NodeIndex index);
  void check_branches(NodeIndex index, std::size_t first);
  void check_result();
  bool needs(NodeIndex index, Kind kind, Place mark, std::string_view who);
  void problem(Place place, std::string_view code, std::string message, std::string suggestion = {});

  // check_units.cpp
  void check_equal_units(NodeIndex index, std::span<const NodeIndex> operands);
  void check_product(NodeIndex index);
  void check_power(NodeIndex index, NodeIndex base, NodeIndex exponent);
  void check_function_units(NodeIndex index);
  void make_plain(NodeIndex operand);
  void say_unequal(NodeIndex index, NodeIndex left, NodeIndex right);

  Note& note(NodeIndex index) { return notes_[index]; }
  const Node& at(NodeIndex index) const { return tree_.at(index); }

  Tree tree_;
  Settings settings_;
  const Catalogue& catalogue_;
  std::vector<Note> notes_;
  std::vector<Role> roles_;
  std::vector<Problem> problems_;
  bool has_division_ = false;
};

std::string_view kind_words(Kind kind);

}  // namespace entente::scorecard::formula
