#pragma once
#include "strategy/layout/model.hpp"

namespace entente::strategy::layout {

/// The cards of one theme in one lane: they keep to the columns [start, start + width).
struct Group {
  int lane = 0;
  int theme = 0;
  int start = 0;
  int width = 0;
  std::vector<int> cards;
};

struct Way {  ///< a link as the search sees it
  int from, to;
  int low, high;            ///< rows
  int low_node, high_node;  ///< its lower and its upper end
  double per_row;           ///< 1 / (high − low)
  bool feedback;
  /// Of a crossing. Links to one effect share a bus, which is crossed once, not once for each of them.
  double weight;
};

/// The search for good columns: starts (columns.cpp), what they cost, and moves that make them better
/// (column_search.cpp).
class Search {
 public:
  explicit Search(Model& model);

  void start(const std::vector<int>& theme_rank);
  void start_from_previous();
  void improve(double least_gain);

 private:
  void make_groups();
  void pack(const std::vector<std::vector<int>>& groups_of_lane);
  void place_cards();
  void put(int node, int column);
  double at(int node) const { return at_[static_cast<std::size_t>(node)]; }
  double crossings_with(int way) const;
  double way_cost(int way) const;
  double card_cost(int node) const;
  double group_cost(const Group& group) const;
  double theme_centre(int theme) const { return theme_count_[theme] ? theme_sum_[theme] / theme_count_[theme] : 0; }
  int nearest_free(int row, int wanted, int low, int high) const;
  bool try_card(int node, double least_gain);
  bool try_group(std::size_t g, double least_gain);
  bool move_groups(const std::vector<std::pair<std::size_t, int>>& starts, double least_gain);
  void median_sweep();

  Model& model_;
  std::vector<double> at_;  ///< the columns once more, close together in memory: they are read most
  std::vector<Way> ways_;
  std::vector<std::vector<int>> ways_of_;
  std::vector<Group> groups_;
  std::vector<int> group_of_;
  std::vector<double> theme_sum_;
  std::vector<int> theme_count_;
  bool compare_ = true;
  int sweeps_ = 4;
};

}  // namespace entente::strategy::layout
