// Rows: how many each lane needs, and which card goes where.
#include "strategy/layout/model.hpp"

namespace entente::strategy::layout {
namespace {

/// Rows that links alone may ask for; more only where the cards would not fit.
constexpr int most_rows_for_links = 3;
/// Cards side by side, up to which the picture stays readable on a screen.
constexpr int usual_columns = 6;

/// One lane while its rows are being chosen.
struct LaneRows {
  const Model& model;
  std::vector<int> members;                     ///< nodes
  std::vector<std::pair<int, int>> links;       ///< within the lane, as positions in members
  std::vector<std::vector<int>> causes, effects;
  std::vector<int> from_below, to_above;        ///< links across lanes
  std::vector<int> theme;
  std::vector<bool> fixed;
  int themes = 0;
  int rows = 1;
  double pull = 0.4;  ///< towards the neighbouring lanes that a card is linked to

  /// Smaller is better: cards that feed each other want different rows, themes want to stay narrow, rows even.
  double cost(const std::vector<int>& row, std::vector<int>& count, std::vector<int>& beside) const {
    count.assign(static_cast<std::size_t>((themes + 1) * rows), 0);
    beside.assign(row.size(), 0);
    double sum = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
      ++count[static_cast<std::size_t>(theme[i] * rows + row[i])];
      ++count[static_cast<std::size_t>(themes * rows + row[i])];
      sum += pull * (from_below[i] * row[i] + to_above[i] * (rows - 1 - row[i]));
    }
    for (const auto& [cause, effect] : links) {
      if (row[cause] > row[effect]) sum += 1000;
      if (row[cause] != row[effect]) {
        sum += 0.5 * (row[effect] - row[cause]);
        continue;
      }
      sum += theme[cause] == theme[effect] ? 12 : 18;  // themes stand apart, so the way is longer
      ++beside[cause];
      ++beside[effect];
    }
    for (const int links_beside : beside)
      if (links_beside > 2) sum += 8.0 * (links_beside - 2);
    int width = 0;
    for (int t = 0; t < themes; ++t) {
      const auto first = count.begin() + t * rows;
      width += *std::max_element(first, first + rows);
    }
    sum += 2.0 * width + 40.0 * std::max(0, width - model.columns);
    for (int r = 0; r < rows; ++r) {
      const double cards = count[static_cast<std::size_t>(themes * rows + r)];
      sum += 0.3 * cards * cards + (cards == 0 ? 3 : 0);
    }
    return sum;
  }

  int lowest(const std::vector<int>& row, int i) const {
    int bound = 0;
    for (const int cause : causes[i]) bound = std::max(bound, row[cause]);
    return bound;
  }
  int highest(const std::vector<int>& row, int i) const {
    int bound = rows - 1;
    for (const int effect : effects[i]) bound = std::min(bound, row[effect]);
    return bound;
  }

  /// Moves and exchanges single cards as long as that helps by more than `least_gain`.
  double improve(std::vector<int>& row, double least_gain) const {
    std::vector<int> count, beside;
    double best = cost(row, count, beside);
    const int size = static_cast<int>(row.size());
    for (int sweep = 0; sweep < 12; ++sweep) {
      bool moved = false;
      for (int i = 0; i < size; ++i) {
        if (fixed[i]) continue;
        const int here = row[i];
        int choice = here;
        const int high = highest(row, i);
        for (int r = lowest(row, i); r <= high; ++r) {
          if (r == here) continue;
          row[i] = r;
          const double value = cost(row, count, beside);
          if (value < best - least_gain) best = value, choice = r, moved = true;
        }
        row[i] = choice;
      }
      for (int i = 0; size <= 40 && i < size; ++i)
        for (int j = i + 1; j < size; ++j) {
          if (fixed[i] || fixed[j] || row[i] == row[j]) continue;
          std::swap(row[i], row[j]);
          const double value = cost(row, count, beside);
          if (value < best - least_gain)
            best = value, moved = true;
          else
            std::swap(row[i], row[j]);
        }
      if (!moved) break;
    }
    return best;
  }
};

/// Longest chain of causes below each member.
std::vector<int> levels(const LaneRows& lane, const std::vector<std::vector<int>>& before) {
  std::vector<int> level(lane.members.size(), -1);
  std::function<int(int)> visit = [&](int i) {
    if (level[i] >= 0) return level[i];
    int found = 0;
    for (const int other : before[i]) found = std::max(found, visit(other) + 1);
    return level[i] = found;
  };
  for (std::size_t i = 0; i < level.size(); ++i) visit(static_cast<int>(i));
  return level;
}

/// The fewest rows in which the cards fit side by side, theme by theme.
int rows_for_cards(const LaneRows& lane, int columns) {
  std::vector<int> size(static_cast<std::size_t>(lane.themes), 0);
  for (const int t : lane.theme) ++size[t];
  for (int rows = 1;; ++rows) {
    int width = 0;
    for (const int cards : size) width += (cards + rows - 1) / rows;
    if (width <= std::max(columns, lane.themes)) return rows;
  }
}

/// Chains only (each card at most one cause and one effect) can be drawn side to side.
bool only_chains(const LaneRows& lane) {
  for (std::size_t i = 0; i < lane.members.size(); ++i)
    if (lane.causes[i].size() > 1 || lane.effects[i].size() > 1) return false;
  return true;
}

void assign_lane(Model& model, LaneRows& lane) {
  const int size = static_cast<int>(lane.members.size());
  const std::vector<int> from_bottom = levels(lane, lane.causes);
  const std::vector<int> from_top = levels(lane, lane.effects);
  const int chain = 1 + *std::max_element(from_bottom.begin(), from_bottom.end());
  const bool mixed = lane.themes > 1;
  const int for_cards = rows_for_cards(lane, model.columns);
  const bool side_by_side = mixed ? size <= 2 : for_cards == 1 && only_chains(lane);
  lane.rows = std::max(for_cards, side_by_side ? 1 : std::min(most_rows_for_links, chain));
  int pinned_rows = 0;
  for (const int n : lane.members)
    if (const auto& pin = model.nodes[n].pin; pin && pin->row) pinned_rows = std::max(pinned_rows, *pin->row + 1);
  lane.rows = std::max(lane.rows, pinned_rows);

  std::vector<int> place_in_theme(lane.members.size()), size_of_theme(static_cast<std::size_t>(lane.themes), 0);
  for (int i = 0; i < size; ++i) place_in_theme[i] = size_of_theme[lane.theme[i]]++;
  for (int i = 0; i < size; ++i) place_in_theme[i] = place_in_theme[i] * lane.rows / size_of_theme[lane.theme[i]];

  std::vector<int> best;
  double best_cost = 0;
  const bool known = std::any_of(lane.members.begin(), lane.members.end(),
                                 [&](int n) { return model.nodes[n].previous.has_value(); });
  // Besides the three sensible starts some shuffled ones: the search finds the nearest hollow only.
  const int variants = known || size > 40 ? 3 : 20;
  std::uint32_t dice = 12345;
  for (int variant = known ? -1 : 0; variant < variants; ++variant) {
    std::vector<int> row(static_cast<std::size_t>(size));
    for (int i = 0; i < size; ++i) {
      const Node& node = model.nodes[lane.members[i]];
      switch (variant) {
        case -1: row[i] = node.previous ? std::clamp(node.previous->row, 0, lane.rows - 1) : -1; break;
        case 0:  // as far down as the causes allow; without links, theme by theme in reading order
          row[i] = from_bottom[i] + from_top[i] > 0 ? std::min(from_bottom[i], lane.rows - 1) : lane.rows - 1 - place_in_theme[i];
          break;
        case 1: row[i] = std::max(0, lane.rows - 1 - from_top[i]); break;
        case 2: row[i] = from_bottom[i] * lane.rows / chain; break;
        default:
          dice = dice * 1664525u + 1013904223u;
          row[i] = static_cast<int>((dice >> 16) % static_cast<std::uint32_t>(lane.rows));
      }
      if (node.pin && node.pin->row) row[i] = *node.pin->row;
    }
    // Pins, and places kept from before, can break the order: lift what stands below its causes.
    std::vector<int> order(static_cast<std::size_t>(size));
    for (int i = 0; i < size; ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return from_bottom[a] < from_bottom[b]; });
    for (const int i : order)
      if (!lane.fixed[i]) row[i] = std::min(lane.rows - 1, std::max(row[i], lane.lowest(row, i)));
    const double value = lane.improve(row, variant < 0 ? 11.0 : 1e-6) - (variant < 0 ? 24.0 : 0.0);
    if (best.empty() || value < best_cost - 1e-6) best = row, best_cost = value;
  }
  // A row that stayed empty goes, unless a pin counts from the bottom across it.
  std::vector<int> used(static_cast<std::size_t>(lane.rows), 0);
  for (const int r : best) used[r] = 1;
  for (int r = 0; r < pinned_rows; ++r) used[r] = 1;
  std::vector<int> compact(used.size(), 0);
  int rows = 0;
  for (std::size_t r = 0; r < used.size(); ++r) {
    compact[r] = rows;
    rows += used[r];
  }
  for (int i = 0; i < size; ++i) model.nodes[lane.members[i]].local_row = compact[best[i]];
  model.rows_of_lane[model.nodes[lane.members[0]].lane] = std::max(1, rows);
}

}  // namespace

void assign_rows(Model& model, int flavour) {
  const int cards = static_cast<int>(model.nodes.size());
  model.columns = cards <= 48 ? usual_columns : std::max(usual_columns, static_cast<int>(std::lround(std::sqrt(cards))));
  model.rows_of_lane.assign(static_cast<std::size_t>(model.lanes), 1);
  for (int l = 0; l < model.lanes; ++l) {
    LaneRows lane{model, {}, {}, {}, {}, {}, {}, {}, {}, 0, 1, flavour == 0 ? 0.4 : 1.5};
    std::vector<int> position(model.nodes.size(), -1);
    std::map<int, int> themes;
    for (std::size_t n = 0; n < model.nodes.size(); ++n) {
      if (model.nodes[n].lane != l) continue;
      position[n] = static_cast<int>(lane.members.size());
      lane.members.push_back(static_cast<int>(n));
      lane.theme.push_back(themes.emplace(model.nodes[n].theme, static_cast<int>(themes.size())).first->second);
      lane.fixed.push_back(model.nodes[n].pin && model.nodes[n].pin->row);
    }
    if (lane.members.empty()) continue;
    lane.themes = static_cast<int>(themes.size());
    const std::size_t size = lane.members.size();
    lane.causes.resize(size);
    lane.effects.resize(size);
    lane.from_below.resize(size);
    lane.to_above.resize(size);
    for (const Edge& edge : model.edges) {
      if (edge.feedback) continue;
      const int from = position[edge.from];
      const int to = position[edge.to];
      if (from >= 0 && to >= 0) {
        lane.links.emplace_back(from, to);
        lane.effects[from].push_back(to);
        lane.causes[to].push_back(from);
      } else if (from >= 0) {
        ++lane.to_above[from];
      } else if (to >= 0) {
        ++lane.from_below[to];
      }
    }
    assign_lane(model, lane);
  }
  model.first_row.assign(static_cast<std::size_t>(model.lanes), 0);
  model.lane_of_row.clear();
  model.rows = 0;
  for (int l = 0; l < model.lanes; ++l) {
    model.first_row[l] = model.rows;
    model.rows += model.rows_of_lane[l];
    model.lane_of_row.insert(model.lane_of_row.end(), static_cast<std::size_t>(model.rows_of_lane[l]), l);
  }
  for (Node& node : model.nodes) node.row = model.first_row[node.lane] + node.local_row;
  // A pin can put an effect below its cause; such a link is drawn like feedback.
  for (Edge& edge : model.edges) {
    const int rise = model.nodes[edge.to].row - model.nodes[edge.from].row;
    edge.feedback = edge.feedback || rise < 0;
    edge.down = rise < 0 || (edge.feedback && rise == 0);
  }
}

}  // namespace entente::strategy::layout
