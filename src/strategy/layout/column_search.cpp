// What an arrangement of columns costs, and the moves that make it better.
#include "strategy/layout/column_search.hpp"

namespace entente::strategy::layout {
namespace {

// What the search weighs, in units of one column's width of arrow.
constexpr double cost_of_crossing = 3.0;
constexpr double cost_of_bend = 0.4;
constexpr double cost_of_card_in_the_way = 0.8;    ///< above the straight line of an arrow: it has to go round
constexpr double cost_of_card_between = 5.0;       ///< between two cards of one row that are linked
constexpr double cost_of_distance_in_row = 1.7;
constexpr double cost_of_reading_backwards = 0.6;  ///< within a row, a cause stands left of its effect if it may
constexpr double cost_off_theme_column = 0.25;     ///< less than any crossing: a theme owns a column where that is free
constexpr double cost_off_centre = 0.15;

}  // namespace

/// How often a link crosses others, taking each as a straight line. Links of one cause, or to one effect, do not count:
/// they share a way.
double Search::crossings_with(int way) const {
  const Way& w = ways_[way];
  if (w.low == w.high) return 0;
  const double low_x = at(w.low_node);
  const double slope = (at(w.high_node) - low_x) * w.per_row;
  double sum = 0;
  for (const Way& other : ways_) {
    const int low = std::max(w.low, other.low);
    const int high = std::min(w.high, other.high);
    if (low >= high || other.from == w.from || other.to == w.to) continue;
    const double other_x = at(other.low_node);
    const double other_slope = (at(other.high_node) - other_x) * other.per_row;
    const double before = low_x + slope * (low - w.low) - (other_x + other_slope * (low - other.low));
    const double after = before + (slope - other_slope) * (high - low);
    if (before * after < -1e-9) sum += other.weight;
    else if (std::abs(before) + std::abs(after) < 1e-9) sum += 0.3 * other.weight;  // one above the other: one has to give way
  }
  return sum * w.weight;
}

double Search::way_cost(int way) const {
  const Way& w = ways_[way];
  const int from = model_.nodes[w.from].column;
  const int to = model_.nodes[w.to].column;
  const double distance = std::abs(from - to);
  if (w.feedback) return 0.5 * distance;
  double sum = distance;
  if (w.low == w.high) {
    sum = cost_of_distance_in_row * distance + (from > to ? cost_of_reading_backwards : 0);
    for (int c = std::min(from, to) + 1; c < std::max(from, to); ++c)
      if (model_.cell(w.low, c) >= 0) sum += cost_of_card_between;
    return sum;
  }
  if (distance > 0) sum += cost_of_bend;
  for (int row = w.low + 1; row < w.high && distance == 0; ++row)
    if (model_.cell(row, from) >= 0) sum += cost_of_card_in_the_way;
  return sum;
}

double Search::card_cost(int node) const {
  const Node& n = model_.nodes[node];
  double sum = cost_off_centre * std::abs(n.column - (model_.columns - 1) / 2.0);
  sum += cost_off_theme_column * std::abs(n.column - theme_centre(n.theme));
  for (const int way : ways_of_[node]) {
    sum += way_cost(way);
    if (compare_) sum += cost_of_crossing * crossings_with(way);
  }
  // Links within this row for which the card may stand in the way.
  for (const int side : {-1, 1})
    for (int c = n.column + side; c >= 0 && c < model_.columns; c += side) {
      const int neighbour = model_.cell(n.row, c);
      if (neighbour < 0) continue;
      for (const int way : ways_of_[neighbour]) {
        const Way& w = ways_[way];
        if (w.low != w.high || w.feedback || w.from == node || w.to == node) continue;
        const int other = model_.nodes[w.from == neighbour ? w.to : w.from].column;
        if ((other - n.column) * (c - n.column) < 0) sum += cost_of_card_between;
      }
      break;
    }
  return sum;
}

double Search::group_cost(const Group& group) const {
  double sum = 0;
  for (const int n : group.cards) sum += card_cost(n);
  return sum;
}

/// Moves a card to each free column of its group, or exchanges it with a neighbour of its group, and keeps the best.
bool Search::try_card(int node, double least_gain) {
  const Node& n = model_.nodes[node];
  if (n.pin) return false;
  const Group& group = groups_[group_of_[node]];
  const int here = n.column;
  int choice = here;
  double best = least_gain;
  for (int column = group.start; column < group.start + group.width; ++column) {
    if (column == here) continue;
    const int other = model_.cell(n.row, column);
    if (other >= 0 && (model_.nodes[other].pin || group_of_[other] != group_of_[node])) continue;
    const double before = card_cost(node) + (other >= 0 ? card_cost(other) : 0);
    put(node, -1);
    if (other >= 0) put(other, here);
    put(node, column);
    const double gain = before - card_cost(node) - (other >= 0 ? card_cost(other) : 0);
    put(node, -1);
    if (other >= 0) put(other, column);
    put(node, here);
    if (gain > best + 1e-9) best = gain, choice = column;
  }
  if (choice == here) return false;
  const int other = model_.cell(n.row, choice);
  put(node, -1);
  if (other >= 0) put(other, here);
  put(node, choice);
  return true;
}

/// Shifts whole groups; puts everything back if a pinned card is in the way or nothing is gained.
bool Search::move_groups(const std::vector<std::pair<std::size_t, int>>& starts, double least_gain) {
  double before = 0;
  for (const auto& [g, start] : starts) before += group_cost(groups_[g]);
  std::vector<std::pair<int, int>> old;
  for (const auto& [g, start] : starts)
    for (const int n : groups_[g].cards)
      if (!model_.nodes[n].pin) {
        old.emplace_back(n, model_.nodes[n].column);
        put(n, -1);
      }
  bool fits = true;
  std::size_t next = 0;
  for (const auto& [g, start] : starts)
    for (const int n : groups_[g].cards) {
      if (model_.nodes[n].pin) continue;
      const int column = old[next++].second + start - groups_[g].start;
      if (fits && column >= 0 && column < model_.columns && model_.cell(model_.nodes[n].row, column) < 0)
        put(n, column);
      else
        fits = false;
    }
  if (fits) {
    double after = 0;
    for (const auto& [g, start] : starts) after += group_cost(groups_[g]);
    if (before - after > least_gain + 1e-9) {
      for (const auto& [g, start] : starts) groups_[g].start = start;
      return true;
    }
  }
  for (const auto& [n, column] : old) put(n, -1);
  for (const auto& [n, column] : old) put(n, column);
  return false;
}

bool Search::try_group(std::size_t g, double least_gain) {
  const Group& group = groups_[g];
  int low = 0;
  int high = model_.columns;
  std::size_t right = groups_.size();
  for (std::size_t other = 0; other < groups_.size(); ++other) {
    if (other == g || groups_[other].lane != group.lane) continue;
    if (groups_[other].start < group.start) low = std::max(low, groups_[other].start + groups_[other].width);
    if (groups_[other].start > group.start && groups_[other].start < high) high = groups_[other].start, right = other;
  }
  for (int start = low; start + group.width <= high; ++start)
    if (start != group.start && move_groups({{g, start}}, least_gain)) return true;
  if (right == groups_.size()) return false;
  const Group& neighbour = groups_[right];
  const int end = neighbour.start + neighbour.width;
  return move_groups({{g, end - group.width}, {right, group.start}}, least_gain);
}

void Search::improve(double least_gain) {
  for (int sweep = 0; sweep < sweeps_; ++sweep) {
    bool moved = false;
    for (std::size_t n = 0; n < model_.nodes.size(); ++n) moved |= try_card(static_cast<int>(n), least_gain);
    for (std::size_t g = 0; g < groups_.size(); ++g) moved |= try_group(g, least_gain);
    if (!moved) break;
  }
}

}  // namespace entente::strategy::layout
