// Columns: the order of the themes, and the place of each card in its row. Starts from several orders of the themes,
// sweeps cards towards the median of their neighbours, then exchanges neighbours as long as that helps; the caller
// keeps the best picture.
#include "strategy/layout/model.hpp"

namespace entente::strategy::layout {
namespace {

// What the search weighs, in units of one column's width of arrow.
constexpr double cost_of_crossing = 3.0;
constexpr double cost_of_bend = 0.4;
constexpr double cost_of_card_in_the_way = 0.8;    ///< above the straight line of an arrow: it has to go round
constexpr double cost_of_card_between = 5.0;       ///< between two cards of one row that are linked
constexpr double cost_off_theme_column = 0.25;     ///< less than any crossing: a theme owns a column where that is free
constexpr double cost_off_centre = 0.06;
/// A change must gain this much to move what people already know.
constexpr double gain_to_disturb = 2.5;
/// Pairs of links that may be compared in all; where not even one sweep can be afforded, lengths alone decide.
constexpr double most_comparisons = 4e7;

/// The cards of one theme in one lane: they keep to the columns [start, start + width).
struct Group {
  int lane = 0;
  int theme = 0;
  int start = 0;
  int width = 0;
  std::vector<int> cards;
};

struct Way {  ///< a link as the search sees it
  int from, to, low, high;
  bool feedback;
};

class Search {
 public:
  explicit Search(Model& model) : model_(model) {
    ways_of_.resize(model.nodes.size());
    for (const Edge& edge : model.edges) {
      const int a = model.nodes[edge.from].row;
      const int b = model.nodes[edge.to].row;
      ways_of_[edge.from].push_back(static_cast<int>(ways_.size()));
      ways_of_[edge.to].push_back(static_cast<int>(ways_.size()));
      ways_.push_back({edge.from, edge.to, std::min(a, b), std::max(a, b), edge.feedback});
    }
    // Each card is tried in about five places, twice counted.
    const double in_sweep = 20.0 * static_cast<double>(ways_.size()) * static_cast<double>(ways_.size());
    compare_ = in_sweep < 1.25 * most_comparisons;
    sweeps_ = compare_ ? std::clamp(static_cast<int>(most_comparisons / (in_sweep + 1)), 1, 12) : 4;
    make_groups();
  }

  void start(const std::vector<int>& theme_rank);
  void start_from_previous();
  void improve(double least_gain);

 private:
  void make_groups();
  void pack(const std::vector<std::vector<int>>& groups_of_lane);
  void place_cards();
  void put(int node, int column);
  double at(int node) const { return model_.nodes[node].column; }
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
  std::vector<Way> ways_;
  std::vector<std::vector<int>> ways_of_;
  std::vector<Group> groups_;
  std::vector<int> group_of_;
  std::vector<double> theme_sum_;
  std::vector<int> theme_count_;
  bool compare_ = true;
  int sweeps_ = 4;
};

void Search::make_groups() {
  std::map<std::pair<int, int>, std::size_t> known;
  group_of_.resize(model_.nodes.size());
  int columns = 5;
  for (std::size_t n = 0; n < model_.nodes.size(); ++n) {
    const Node& node = model_.nodes[n];
    const auto [entry, fresh] = known.emplace(std::pair{node.lane, node.theme}, groups_.size());
    if (fresh) groups_.push_back({node.lane, node.theme, 0, 0, {}});
    groups_[entry->second].cards.push_back(static_cast<int>(n));
    group_of_[n] = static_cast<int>(entry->second);
    if (node.pin) columns = std::max(columns, node.pin->column + 1);
  }
  std::vector<int> width_of_lane(static_cast<std::size_t>(model_.lanes), 0);
  std::vector<int> groups_of_lane(static_cast<std::size_t>(model_.lanes), 0);
  for (Group& group : groups_) {
    std::map<int, int> in_row;
    for (const int n : group.cards) group.width = std::max(group.width, ++in_row[model_.nodes[n].row]);
    width_of_lane[group.lane] += group.width;
    ++groups_of_lane[group.lane];
    columns = std::max(columns, width_of_lane[group.lane]);
  }
  model_.columns = columns;
  // A theme that has its lane for itself may spread over all of it.
  for (Group& group : groups_)
    if (groups_of_lane[group.lane] == 1) group.width = columns;
}

void Search::put(int node, int column) {
  Node& n = model_.nodes[node];
  if (n.column >= 0) {
    int& cell = model_.cells[static_cast<std::size_t>(n.row * model_.columns + n.column)];
    if (cell == node) cell = -1;
    theme_sum_[n.theme] -= n.column;
    --theme_count_[n.theme];
  }
  n.column = column;
  if (column < 0) return;
  model_.cells[static_cast<std::size_t>(n.row * model_.columns + column)] = node;
  theme_sum_[n.theme] += column;
  ++theme_count_[n.theme];
}

int Search::nearest_free(int row, int wanted, int low, int high) const {
  for (int distance = 0; distance <= model_.columns; ++distance)
    for (const int column : {wanted - distance, wanted + distance})
      if (column >= low && column < high && model_.cell(row, column) < 0) return column;
  return -1;
}

/// Pinned cards first, then group by group within its columns; where a foreign pin is in the way, the nearest free cell.
void Search::place_cards() {
  model_.cells.assign(static_cast<std::size_t>(model_.rows * model_.columns), -1);
  theme_sum_.assign(static_cast<std::size_t>(model_.themes + 1), 0);
  theme_count_.assign(static_cast<std::size_t>(model_.themes + 1), 0);
  for (Node& node : model_.nodes) node.column = -1;
  for (std::size_t n = 0; n < model_.nodes.size(); ++n) {
    const Node& node = model_.nodes[n];
    if (!node.pin) continue;
    put(static_cast<int>(n), nearest_free(node.row, node.pin->column, 0, model_.columns));
  }
  for (const Group& group : groups_) {
    std::map<int, std::vector<int>> rows;
    for (const int n : group.cards)
      if (model_.nodes[n].column < 0) rows[model_.nodes[n].row].push_back(n);
    for (const auto& [row, cards] : rows) {
      int column = group.start + (group.width - static_cast<int>(cards.size())) / 2;
      for (const int n : cards) {
        int free = nearest_free(row, column, group.start, group.start + group.width);
        if (free < 0) free = nearest_free(row, column, 0, model_.columns);
        put(n, free);
        column = free + 1;
      }
    }
  }
}

/// Sets the groups of each lane side by side in the given order, each as near as can be to the middle of its theme's
/// column in the widest lane.
void Search::pack(const std::vector<std::vector<int>>& groups_of_lane) {
  std::vector<double> wanted(static_cast<std::size_t>(model_.themes + 1), (model_.columns - 1) / 2.0);
  int widest = -1;
  int most = 0;
  for (std::size_t l = 0; l < groups_of_lane.size(); ++l) {
    int width = 0;
    for (const int g : groups_of_lane[l]) width += groups_[g].width;
    if (groups_of_lane[l].size() > 1 && width > most) most = width, widest = static_cast<int>(l);
  }
  if (widest >= 0) {
    double column = (model_.columns - most) / 2.0;
    for (const int g : groups_of_lane[widest]) {
      wanted[groups_[g].theme] = column + (groups_[g].width - 1) / 2.0;
      column += groups_[g].width;
    }
  }
  for (const auto& groups : groups_of_lane) {
    int next = 0;
    for (const int g : groups) {
      Group& group = groups_[g];
      const double middle = wanted[group.theme] - (group.width - 1) / 2.0;
      group.start = std::max(next, static_cast<int>(std::lround(middle)));
      next = group.start + group.width;
    }
    int limit = model_.columns;
    for (auto g = groups.rbegin(); g != groups.rend(); ++g) {
      groups_[*g].start = std::min(groups_[*g].start, limit - groups_[*g].width);
      limit = groups_[*g].start;
    }
  }
}

void Search::start(const std::vector<int>& theme_rank) {
  std::vector<std::vector<int>> groups_of_lane(static_cast<std::size_t>(model_.lanes));
  for (std::size_t g = 0; g < groups_.size(); ++g) groups_of_lane[groups_[g].lane].push_back(static_cast<int>(g));
  for (auto& groups : groups_of_lane)
    std::sort(groups.begin(), groups.end(),
              [&](int a, int b) { return theme_rank[groups_[a].theme] < theme_rank[groups_[b].theme]; });
  pack(groups_of_lane);
  place_cards();
  for (int sweep = 0; sweep < 4; ++sweep) median_sweep();
}

void Search::start_from_previous() {
  std::vector<std::vector<int>> groups_of_lane(static_cast<std::size_t>(model_.lanes));
  std::vector<double> middle(groups_.size(), model_.columns);
  for (std::size_t g = 0; g < groups_.size(); ++g) {
    double sum = 0;
    int known = 0;
    for (const int n : groups_[g].cards)
      if (const auto& place = model_.nodes[n].previous) sum += place->column, ++known;
    if (known) middle[g] = sum / known;
    groups_of_lane[groups_[g].lane].push_back(static_cast<int>(g));
  }
  for (auto& groups : groups_of_lane) {
    std::stable_sort(groups.begin(), groups.end(), [&](int a, int b) { return middle[a] < middle[b]; });
    int next = 0;
    for (const int g : groups) {
      int first = model_.columns;
      for (const int n : groups_[g].cards)
        if (const auto& place = model_.nodes[n].previous) first = std::min(first, place->column);
      groups_[g].start = std::max(next, first);
      next = groups_[g].start + groups_[g].width;
    }
    int limit = model_.columns;
    for (auto g = groups.rbegin(); g != groups.rend(); ++g) {
      groups_[*g].start = std::min(groups_[*g].start, limit - groups_[*g].width);
      limit = groups_[*g].start;
    }
  }
  place_cards();
  for (const Group& group : groups_) {  // now the known columns, in their known order
    std::map<int, std::vector<int>> rows;
    for (const int n : group.cards)
      if (!model_.nodes[n].pin) rows[model_.nodes[n].row].push_back(n);
    for (auto& [row, cards] : rows) {
      std::stable_sort(cards.begin(), cards.end(), [&](int a, int b) {
        const auto& left = model_.nodes[a].previous;
        const auto& right = model_.nodes[b].previous;
        return (left ? left->column : model_.columns) < (right ? right->column : model_.columns);
      });
      for (const int n : cards) put(n, -1);
      for (const int n : cards) {
        const auto& place = model_.nodes[n].previous;
        int free = nearest_free(row, place ? place->column : group.start, group.start, group.start + group.width);
        if (free < 0) free = nearest_free(row, group.start, 0, model_.columns);
        put(n, free);
      }
    }
  }
}

/// How often a link crosses others, taking each as a straight line. Links of one cause, or to one effect, do not count:
/// they share a way.
double Search::crossings_with(int way) const {
  const Way& w = ways_[way];
  if (w.low == w.high) return 0;
  const double low_x = model_.nodes[w.from].row == w.low ? at(w.from) : at(w.to);
  const double high_x = model_.nodes[w.from].row == w.low ? at(w.to) : at(w.from);
  const double slope = (high_x - low_x) / (w.high - w.low);
  double sum = 0;
  for (const Way& other : ways_) {
    if (other.from == w.from || other.to == w.to) continue;
    const int low = std::max(w.low, other.low);
    const int high = std::min(w.high, other.high);
    if (low >= high) continue;
    const bool up = model_.nodes[other.from].row == other.low;
    const double other_low = up ? at(other.from) : at(other.to);
    const double other_high = up ? at(other.to) : at(other.from);
    const double other_slope = (other_high - other_low) / (other.high - other.low);
    const double before = low_x + slope * (low - w.low) - (other_low + other_slope * (low - other.low));
    const double after = low_x + slope * (high - w.low) - (other_low + other_slope * (high - other.low));
    if (before * after < 0) sum += other.feedback ? 0.5 : 1;
    else if (before == 0 && after == 0) sum += 0.3;  // one above the other: one has to give way
  }
  return w.feedback ? sum / 2 : sum;
}

double Search::way_cost(int way) const {
  const Way& w = ways_[way];
  const int from = model_.nodes[w.from].column;
  const int to = model_.nodes[w.to].column;
  const double distance = std::abs(from - to);
  if (w.feedback) return 0.5 * distance;
  double sum = distance;
  if (w.low == w.high) {
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

/// Each row's cards, group by group, in the order of the median columns of their neighbours.
void Search::median_sweep() {
  for (const Group& group : groups_) {
    std::map<int, std::vector<int>> rows;
    for (const int n : group.cards)
      if (!model_.nodes[n].pin) rows[model_.nodes[n].row].push_back(n);
    for (auto& [row, cards] : rows) {
      std::vector<std::pair<double, int>> wanted;
      std::vector<int> columns;
      for (const int n : cards) {
        std::vector<int> neighbours;
        for (const int way : ways_of_[n])
          neighbours.push_back(model_.nodes[ways_[way].from == n ? ways_[way].to : ways_[way].from].column);
        std::sort(neighbours.begin(), neighbours.end());
        double median = model_.nodes[n].column;
        if (!neighbours.empty())
          median = (neighbours[neighbours.size() / 2] + neighbours[(neighbours.size() - 1) / 2]) / 2.0;
        wanted.emplace_back(median, n);
        columns.push_back(model_.nodes[n].column);
      }
      std::stable_sort(wanted.begin(), wanted.end(), [](auto& a, auto& b) { return a.first < b.first; });
      std::sort(columns.begin(), columns.end());
      for (const int n : cards) put(n, -1);
      for (std::size_t i = 0; i < wanted.size(); ++i) put(wanted[i].second, columns[i]);
    }
  }
}

void Search::improve(double least_gain) {
  for (int sweep = 0; sweep < sweeps_; ++sweep) {
    bool moved = false;
    for (std::size_t n = 0; n < model_.nodes.size(); ++n) moved |= try_card(static_cast<int>(n), least_gain);
    for (std::size_t g = 0; g < groups_.size(); ++g) moved |= try_group(g, least_gain);
    if (!moved) break;
  }
}

/// Orders of the themes, best first, by how far apart they put themes that feed each other; the first theme stays left
/// of the last, since the mirror image is as good.
std::vector<std::vector<int>> theme_orders(const Model& model) {
  const int themes = model.themes + 1;
  std::vector<std::vector<double>> weight(static_cast<std::size_t>(themes), std::vector<double>(static_cast<std::size_t>(themes), 0));
  for (const Edge& edge : model.edges) weight[model.nodes[edge.from].theme][model.nodes[edge.to].theme] += 1;
  std::vector<int> order(static_cast<std::size_t>(themes));
  for (int t = 0; t < themes; ++t) order[t] = t;
  std::vector<std::pair<double, std::vector<int>>> found;
  const auto price = [&](const std::vector<int>& rank) {
    double sum = 0;
    for (int a = 0; a < themes; ++a)
      for (int b = 0; b < themes; ++b) sum += weight[a][b] * std::abs(rank[a] - rank[b]);
    return sum;
  };
  found.emplace_back(price(order), order);
  if (model.themes >= 2 && model.themes <= 6) {
    std::vector<int> rank = order;
    while (std::next_permutation(rank.begin(), rank.begin() + model.themes))
      if (rank[0] < rank[model.themes - 1]) found.emplace_back(price(rank), rank);
    std::stable_sort(found.begin() + 1, found.end(), [](auto& a, auto& b) { return a.first < b.first; });
  }
  std::vector<std::vector<int>> ranks;
  for (const auto& [value, rank] : found) ranks.push_back(rank);
  return ranks;
}

}  // namespace

bool assign_columns(Model& model, int variant) {
  if (model.has_previous && variant > 0) return false;
  Search search(model);
  if (model.has_previous) {
    search.start_from_previous();
    search.improve(gain_to_disturb);
    return true;
  }
  const auto orders = theme_orders(model);
  if (variant >= static_cast<int>(orders.size())) return false;
  search.start(orders[static_cast<std::size_t>(variant)]);
  search.improve(0);
  return true;
}

}  // namespace entente::strategy::layout
