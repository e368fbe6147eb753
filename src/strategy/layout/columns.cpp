// Columns: the order of the themes, and the place of each card in its row. Starts from several orders of the themes,
// sweeps cards towards the median of their neighbours, then exchanges neighbours as long as that helps; the caller
// keeps the best picture.
#include "strategy/layout/column_search.hpp"

namespace entente::strategy::layout {
namespace {

/// A change must gain this much to move what people already know.
constexpr double gain_to_disturb = 2.5;
/// Pairs of links that may be compared in all; where not even one sweep can be afforded, lengths alone decide.
constexpr double most_comparisons = 4e7;

}  // namespace

Search::Search(Model& model) : model_(model) {
  ways_of_.resize(model.nodes.size());
  at_.assign(model.nodes.size(), 0);
  std::vector<int> causes(model.nodes.size(), 0);
  for (const Edge& edge : model.edges) {
    const int a = model.nodes[edge.from].row;
    const int b = model.nodes[edge.to].row;
    ways_of_[edge.from].push_back(static_cast<int>(ways_.size()));
    ways_of_[edge.to].push_back(static_cast<int>(ways_.size()));
    ways_.push_back({edge.from, edge.to, std::min(a, b), std::max(a, b), a <= b ? edge.from : edge.to,
                     a <= b ? edge.to : edge.from, a == b ? 0 : 1.0 / std::abs(a - b), edge.feedback, 1.0});
    ++causes[edge.to];
  }
  for (Way& way : ways_) way.weight = (way.feedback ? 0.5 : 1) / std::sqrt(causes[way.to]);
  // Each card is tried in about five places, twice counted.
  const double in_sweep = 20.0 * static_cast<double>(ways_.size()) * static_cast<double>(ways_.size());
  compare_ = in_sweep < 1.25 * most_comparisons;
  sweeps_ = compare_ ? std::clamp(static_cast<int>(most_comparisons / (in_sweep + 1)), 1, 12) : 4;
  make_groups();
}

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
  at_[static_cast<std::size_t>(node)] = column;
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

namespace {

/// Orders of the themes, best first, by how far apart they put themes that feed each other.
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
      found.emplace_back(price(rank), rank);
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
