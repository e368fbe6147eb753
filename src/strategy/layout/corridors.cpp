// Corridors: where arrows cross rows, and the x coordinate of everything.
#include "strategy/layout/routing.hpp"

namespace entente::strategy::layout {
namespace {

constexpr double least_gap = 30;       ///< between two cards: room for two islands' edges
constexpr double outer_gap = 20;
constexpr double line_distance = 7;    ///< between two arrows side by side

/// Something that needs an x of its own within a strip, in all channels from low to high.
struct Element {
  int strip = 0;
  int low = 0;
  int high = 0;
  double preference = 0;  ///< where its ends lie, relative to the strip: less is further left
  std::vector<double*> x;
  int target = -1;        ///< the card whose bus it is
  bool meets_head = false;
};

double position(int strip) { return (strip - 1) / 2.0; }

class Finder {
 public:
  Finder(const Model& model, double left, double least_width) : model_(model), left_(left), least_width_(least_width) {
    strips_ = 2 * model.columns + 1;
    use_.assign(static_cast<std::size_t>(model.rows * strips_), 0);
  }
  Corridors run();

 private:
  void split_sides();
  void find_trunks();
  Trunk best_way(int target, int low, int high, const std::vector<std::vector<double>>& ports_at, bool down);
  double node_cost(int target, int row, int strip) const;
  void collect_elements();
  void add_runs(Trunk& trunk, bool down);
  void place_elements();
  double& use(int row, int strip) { return use_[static_cast<std::size_t>(row * strips_ + strip)]; }

  const Model& model_;
  double left_;
  double least_width_;
  int strips_ = 0;
  std::vector<double> use_;
  std::vector<Element> elements_;
  std::vector<char> has_head_;  ///< by node: something arrives at its bottom
  Corridors out_;
};

/// Links within a row go from side to side.
void Finder::split_sides() {
  out_.side_of.assign(model_.edges.size(), -1);
  has_head_.assign(model_.nodes.size(), 0);
  std::map<std::pair<int, bool>, int> known;
  for (std::size_t e = 0; e < model_.edges.size(); ++e) {
    const Edge& edge = model_.edges[e];
    const Node& from = model_.nodes[edge.from];
    const Node& to = model_.nodes[edge.to];
    if (edge.down || from.row != to.row) {
      has_head_[edge.to] = 1;
      continue;
    }
    const bool at_left = from.column < to.column;
    const auto [entry, fresh] = known.emplace(std::pair{edge.to, at_left}, static_cast<int>(out_.sides.size()));
    if (fresh) out_.sides.push_back({edge.to, at_left, -1, {}, 0, {}, 0, {}});
    SideBus& bus = out_.sides[entry->second];
    out_.side_of[e] = entry->second;
    bool neighbours = true;
    for (int c = std::min(from.column, to.column) + 1; c < std::max(from.column, to.column); ++c)
      neighbours = neighbours && model_.cell(from.row, c) < 0;
    if (neighbours) {
      bus.near = edge.from;
      for (int s = 2 * std::min(from.column, to.column) + 2; s < 2 * std::max(from.column, to.column) + 1; ++s)
        use(from.row, s) += 3;
    } else if (bus.far.empty() || bus.far.back() != edge.from) {
      bus.far.push_back(edge.from);
    }
  }
}

double Finder::node_cost(int target, int row, int strip) const {
  double sum = 0.25 * use_[static_cast<std::size_t>(row * strips_ + strip)];
  const int column = strip / 2;
  if (strip % 2 == 1) {
    if (model_.cell(row, column) >= 0) return -1;
    sum += 0.1;
    const int above = row + 1 < model_.rows ? model_.cell(row + 1, column) : -1;
    if (above >= 0 && above != target && has_head_[above]) sum += 0.2;
    return sum;
  }
  if (column == 0 || column == model_.columns) return sum + 0.3;
  const int left = model_.cell(row, column - 1);
  const int right = model_.cell(row, column);
  if (left >= 0 && right >= 0 && model_.nodes[left].theme == model_.nodes[right].theme &&
      model_.nodes[left].theme != model_.nodes[target].theme)
    sum += 0.15;
  return sum;
}

/// Dynamic programming from the target outwards: one strip for each row crossed, so that the bus is short and bends
/// little. `ports_at` are the columns of the causes, by row.
Trunk Finder::best_way(int target, int low, int high, const std::vector<std::vector<double>>& ports_at, bool down) {
  const int rows = high - low + 1;
  const auto row_of = [&](int step) { return down ? low + step : high - step; };
  const double infinity = 1e18;
  std::vector<std::vector<double>> price(static_cast<std::size_t>(rows), std::vector<double>(static_cast<std::size_t>(strips_), infinity));
  std::vector<std::vector<int>> back(static_cast<std::size_t>(rows), std::vector<int>(static_cast<std::size_t>(strips_), -1));
  const double start = model_.nodes[target].column;
  const auto reach = [&](int row, double a, double b) {
    double least = std::min(a, b), most = std::max(a, b);
    for (const double port : ports_at[static_cast<std::size_t>(row)]) least = std::min(least, port), most = std::max(most, port);
    return most - least;
  };
  std::vector<double> node(static_cast<std::size_t>(strips_));
  for (int step = 0; step < rows; ++step) {
    const int row = row_of(step);
    for (int s = 0; s < strips_; ++s) node[s] = node_cost(target, row, s);
    for (int s = 0; s < strips_; ++s) {
      if (node[s] < 0) continue;
      const double here = position(s);
      if (step == 0) {
        // Upwards, the causes in this very row join in the channel between it and the target.
        const double way = down ? std::abs(start - here) : reach(row, start, here);
        price[0][s] = way + node[s] + (here == start ? 0 : 0.5);
        continue;
      }
      for (int before = 0; before < strips_; ++before) {
        const double known = price[step - 1][before];
        if (known >= infinity) continue;
        const int joined = down ? row - 1 : row;
        const double value = known + reach(joined, position(before), here) + (before == s ? 0 : 0.5) + node[s];
        if (value < price[step][s] - 1e-9) price[step][s] = value, back[step][s] = before;
      }
    }
  }
  int best = -1;
  double best_price = infinity;
  const int last_ports = down ? high : low - 1;
  for (int s = 0; s < strips_; ++s) {
    if (price[rows - 1][s] >= infinity) continue;
    const double value = price[rows - 1][s] + reach(last_ports, position(s), position(s));
    if (value < best_price - 1e-9) best_price = value, best = s;
  }
  Trunk trunk{target, low, high, std::vector<int>(static_cast<std::size_t>(rows)), std::vector<double>(static_cast<std::size_t>(rows), 0)};
  for (int step = rows - 1; step >= 0; --step) {
    trunk.strip[static_cast<std::size_t>(row_of(step) - low)] = best;
    use(row_of(step), best) += 1;
    best = back[step][best];
  }
  return trunk;
}

void Finder::find_trunks() {
  out_.up.resize(model_.nodes.size());
  out_.down.resize(model_.nodes.size());
  struct Wanted { int target, low, high; bool down; };
  std::vector<Wanted> wanted;
  std::vector<std::vector<int>> into(model_.nodes.size());
  for (std::size_t e = 0; e < model_.edges.size(); ++e)
    if (out_.side_of[e] < 0) into[model_.edges[e].to].push_back(static_cast<int>(e));
  for (std::size_t t = 0; t < into.size(); ++t) {
    const int row = model_.nodes[t].row;
    int low = row - 1;
    int high = row - 1;
    for (const int e : into[t]) {
      const int source = model_.nodes[model_.edges[e].from].row;
      (model_.edges[e].down ? high : low) = model_.edges[e].down ? std::max(high, source) : std::min(low, source);
    }
    if (low < row - 1) wanted.push_back({static_cast<int>(t), low + 1, row - 1, false});
    if (high >= row) wanted.push_back({static_cast<int>(t), row, high, true});
  }
  // The longest first: they gain most from a straight way.
  std::stable_sort(wanted.begin(), wanted.end(), [](const Wanted& a, const Wanted& b) { return a.high - a.low > b.high - b.low; });
  std::vector<std::vector<double>> ports_at(static_cast<std::size_t>(model_.rows));
  for (const Wanted& want : wanted) {
    for (auto& ports : ports_at) ports.clear();
    for (const int e : into[want.target])
      if (model_.edges[e].down == want.down)
        ports_at[static_cast<std::size_t>(model_.nodes[model_.edges[e].from].row)].push_back(model_.nodes[model_.edges[e].from].column);
    (want.down ? out_.down : out_.up)[want.target] = best_way(want.target, want.low, want.high, ports_at, want.down);
  }
}

/// A trunk that stays in one strip over several rows keeps one x there.
void Finder::add_runs(Trunk& trunk, bool down) {
  const double head = model_.nodes[trunk.target].column;
  for (int row = trunk.low; row <= trunk.high;) {
    int end = row;
    while (end < trunk.high && trunk.strip_at(end + 1) == trunk.strip_at(row)) ++end;
    Element element{trunk.strip_at(row), row - 1, end, 0, {}, trunk.target, false};
    const double above = end < trunk.high ? position(trunk.strip_at(end + 1)) : down ? position(element.strip) : head;
    const double below = row > trunk.low ? position(trunk.strip_at(row - 1)) : down ? head : position(element.strip);
    element.preference = (above + below) / 2 - position(element.strip);
    for (int r = row; r <= end; ++r) element.x.push_back(&trunk.x[static_cast<std::size_t>(r - trunk.low)]);
    if (element.strip % 2 == 1 && end + 1 < model_.rows) {
      const int card = model_.cell(end + 1, element.strip / 2);
      element.meets_head = card >= 0 && card != trunk.target && has_head_[card];
    }
    elements_.push_back(std::move(element));
    row = end + 1;
  }
}

void Finder::collect_elements() {
  for (auto& trunk : out_.up)
    if (trunk) add_runs(*trunk, false);
  for (auto& trunk : out_.down)
    if (trunk) add_runs(*trunk, true);
  for (SideBus& bus : out_.sides) {
    if (bus.far.empty()) continue;
    const Node& to = model_.nodes[bus.target];
    bus.far_x.assign(bus.far.size(), 0);
    bus.far_y.assign(bus.far.size(), 0);
    const int strip = bus.at_left ? 2 * to.column : 2 * to.column + 2;
    elements_.push_back({strip, to.row - 1, to.row, bus.at_left ? -0.3 : 0.3, {&bus.x}, bus.target, false});
    for (std::size_t i = 0; i < bus.far.size(); ++i) {
      const int column = model_.nodes[bus.far[i]].column;
      elements_.push_back({bus.at_left ? 2 * column + 2 : 2 * column, to.row - 1, to.row, bus.at_left ? 0.3 : -0.3,
                           {&bus.far_x[i]}, bus.target, false});
    }
  }
}

/// Elements of one strip that share a channel get places side by side, in the order of where they come from; gaps grow
/// as needed.
void Finder::place_elements() {
  std::stable_sort(elements_.begin(), elements_.end(), [](const Element& a, const Element& b) {
    return std::tie(a.strip, a.low) < std::tie(b.strip, b.low);
  });
  std::vector<double> gap(static_cast<std::size_t>(model_.columns + 1), least_gap);
  gap.front() = gap.back() = outer_gap;
  struct Placed { Element* element; double offset; };
  std::vector<Placed> placed;
  for (std::size_t first = 0; first < elements_.size();) {
    std::size_t end = first;
    int reach = elements_[first].high;
    while (end < elements_.size() && elements_[end].strip == elements_[first].strip && elements_[end].low <= reach)
      reach = std::max(reach, elements_[end++].high);
    std::vector<Element*> cluster;
    for (std::size_t i = first; i < end; ++i) cluster.push_back(&elements_[i]);
    first = end;
    std::stable_sort(cluster.begin(), cluster.end(), [](auto* a, auto* b) { return a->preference < b->preference; });
    std::vector<int> slot(cluster.size(), 0);
    int slots = 0;
    for (std::size_t i = 0; i < cluster.size(); ++i) {
      std::vector<int> taken;
      for (std::size_t j = 0; j < i; ++j)
        if (cluster[j]->low <= cluster[i]->high && cluster[i]->low <= cluster[j]->high) taken.push_back(slot[j]);
      std::sort(taken.begin(), taken.end());
      if (!taken.empty() && taken.back() < 4) {
        slot[i] = taken.back() + 1;  // keeps the order, while there are few
      } else {
        for (const int other : taken)
          if (other == slot[i]) ++slot[i];
      }
      slots = std::max(slots, slot[i] + 1);
    }
    const int strip = cluster[0]->strip;
    double distance = slots > 10 ? line_distance - 2 : line_distance;
    double shift = 0;
    if (strip % 2 == 0) {
      double& width = gap[static_cast<std::size_t>(strip / 2)];
      width = std::max(width, distance * slots + 16);
    } else {
      distance = std::min(20.0, (card_width - 2 * port_margin) / slots);
      for (std::size_t i = 0; i < cluster.size(); ++i)
        if (cluster[i]->meets_head && 2 * slot[i] == slots - 1) shift = cluster[i]->preference < 0 ? -distance / 2 : distance / 2;
    }
    for (std::size_t i = 0; i < cluster.size(); ++i)
      placed.push_back({cluster[i], (slot[i] - (slots - 1) / 2.0) * distance + shift});
  }
  double total = model_.columns * card_width;
  for (const double width : gap) total += width;
  if (total < least_width_) {
    const double more = (least_width_ - total) / static_cast<double>(gap.size());
    for (double& width : gap) width += more;
  }
  std::vector<double> middle(gap.size());
  double x = left_;
  for (int c = 0; c <= model_.columns; ++c) {
    middle[static_cast<std::size_t>(c)] = x + gap[static_cast<std::size_t>(c)] / 2;
    x += gap[static_cast<std::size_t>(c)];
    if (c == model_.columns) break;
    out_.column_x.push_back(x);
    x += card_width;
  }
  out_.right = x;
  for (const Placed& p : placed) {
    const int strip = p.element->strip;
    const double centre = strip % 2 == 0 ? middle[static_cast<std::size_t>(strip / 2)] : out_.centre(strip / 2);
    for (double* target : p.element->x) *target = centre + p.offset;
  }
}

Corridors Finder::run() {
  split_sides();
  find_trunks();
  collect_elements();
  place_elements();
  place_sides(model_, out_);
  place_ports(model_, has_head_, out_);
  return std::move(out_);
}

}  // namespace

Corridors find_corridors(const Model& model, double left, double least_width) {
  return Finder(model, left, least_width).run();
}

std::vector<Step> steps_of(const Model& model, const Corridors& corridors, int e) {
  const Edge& edge = model.edges[e];
  const int from = model.nodes[edge.from].row;
  const int to = model.nodes[edge.to].row;
  const double head = corridors.centre(model.nodes[edge.to].column);
  std::vector<Step> steps;
  if (const int side = corridors.side_of[e]; side >= 0) {
    const SideBus& bus = corridors.sides[side];
    for (std::size_t i = 0; i < bus.far.size(); ++i)
      if (bus.far[i] == edge.from) steps.push_back({to - 1, bus.far_x[i], true, bus.x, true});
    return steps;
  }
  double x = corridors.port_x[e];
  if (!edge.down) {
    for (int k = from; k < to; ++k) {
      const double next = k + 1 == to ? head : corridors.up[edge.to]->at(k + 1);
      steps.push_back({k, x, false, next, true});
      x = next;
    }
    return steps;
  }
  const Trunk& down = *corridors.down[edge.to];
  steps.push_back({from, x, false, down.at(from), false});
  for (int k = from - 1; k >= to; --k) steps.push_back({k, down.at(k + 1), true, down.at(k), false});
  steps.push_back({to - 1, down.at(to), true, head, true});
  return steps;
}

int bus_of(const Model& model, const Corridors& corridors, int e) {
  const int side = corridors.side_of[e];
  return side < 0 ? model.edges[e].to : static_cast<int>(model.nodes.size()) + side;
}

}  // namespace entente::strategy::layout
