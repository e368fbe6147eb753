// Ports: where arrows leave cards, at the top and at the sides.
#include "strategy/layout/routing.hpp"

namespace entente::strategy::layout {
namespace {

constexpr double port_distance = 14;  ///< between two arrows leaving one card

}  // namespace

/// Heights at the sides: everything in one gap of one row gets its own, straight lines and heads nearest the middle.
void place_sides(const Model& model, Corridors& out) {
  struct Stub { int rank; double* y; };
  std::map<std::pair<int, int>, std::vector<Stub>> gaps;  // by row and column of the card on the left, −1 for none
  const auto gap_beside = [&](const Node& node, bool left) {
    int column = node.column;
    if (left)
      do --column;
      while (column >= 0 && model.cell(node.row, column) < 0);
    return std::pair{node.row, column};
  };
  for (SideBus& bus : out.sides) {
    gaps[gap_beside(model.nodes[bus.target], bus.at_left)].push_back({0, &bus.y});
    for (std::size_t i = 0; i < bus.far.size(); ++i)
      gaps[gap_beside(model.nodes[bus.far[i]], !bus.at_left)].push_back({1, &bus.far_y[i]});
  }
  for (auto& [where, stubs] : gaps) {
    std::stable_sort(stubs.begin(), stubs.end(), [](const Stub& a, const Stub& b) { return a.rank < b.rank; });
    const double distance = std::min(11.0, 70.0 / static_cast<double>(stubs.size()));
    // One in the middle; then alternately above and below.
    for (std::size_t i = 0; i < stubs.size(); ++i) {
      const double step = static_cast<double>((i + 1) / 2) * distance;
      *stubs[i].y = i % 2 == 0 ? step : -step;
    }
  }
}

/// Where arrows leave the tops of cards: in the order in which they go apart, straight up where the bus is above, and
/// never in line with another bus's way down in the same channel.
void place_ports(const Model& model, const std::vector<char>& has_head, Corridors& out) {
  out.port_x.assign(model.edges.size(), 0);
  std::vector<std::vector<int>> from(model.nodes.size());
  for (std::size_t e = 0; e < model.edges.size(); ++e)
    if (out.side_of[e] < 0) from[model.edges[e].from].push_back(static_cast<int>(e));
  // Ways through empty cells, by cell.
  std::map<std::pair<int, int>, std::vector<std::pair<double, int>>> through;
  for (const auto* trunks : {&out.up, &out.down})
    for (const auto& trunk : *trunks)
      for (int row = trunk ? trunk->low : 0; trunk && row <= trunk->high; ++row)
        if (trunk->strip_at(row) % 2 == 1)
          through[{row, trunk->strip_at(row) / 2}].emplace_back(trunk->at(row), trunk->target);
  for (std::size_t s = 0; s < from.size(); ++s) {
    if (from[s].empty()) continue;
    const Node& node = model.nodes[s];
    const double centre = out.centre(node.column);
    struct Port { int target; double exit; std::optional<double> fixed; std::vector<int> edges; };
    std::vector<Port> ports;
    std::map<int, std::size_t> port_of;
    for (const int e : from[s]) {
      const Edge& edge = model.edges[e];
      const auto [entry, fresh] = port_of.emplace(edge.to, ports.size());
      if (!fresh) {
        ports[entry->second].edges.push_back(e);
        continue;
      }
      const Node& to = model.nodes[edge.to];
      Port port{edge.to, 0, std::nullopt, {e}};
      if (edge.down) {
        port.exit = out.down[edge.to]->at(node.row);
      } else {
        port.exit = to.row == node.row + 1 ? out.centre(to.column) : out.up[edge.to]->at(node.row + 1);
        if (std::abs(port.exit - centre) <= card_width / 2 - port_margin) port.fixed = port.exit;
      }
      ports.push_back(std::move(port));
    }
    std::stable_sort(ports.begin(), ports.end(), [](const Port& a, const Port& b) { return a.exit < b.exit; });
    std::vector<double> taken;
    if (node.row + 1 < model.rows) {
      const int above = model.cell(node.row + 1, node.column);
      if (above >= 0 && has_head[above]) taken.push_back(centre);
      for (const auto& [x, target] : through[{node.row + 1, node.column}]) taken.push_back(x);
    }
    // Free places, at a distance that leaves enough of them.
    const double half = card_width / 2 - port_margin;
    std::vector<double> places;
    for (double distance = port_distance;; distance /= 1.5) {
      places.clear();
      const double keep_off = std::min(6.0, distance * 0.45);
      const double start = ports.size() % 2 == 0 && taken.empty() ? distance / 2 : 0;
      for (double offset = start; offset <= half; offset += distance)
        for (const double x : {centre - offset, centre + offset}) {
          if (offset == 0 && !places.empty()) continue;
          if (std::none_of(taken.begin(), taken.end(), [&](double t) { return std::abs(t - x) < keep_off; })) places.push_back(x);
        }
      if (places.size() >= ports.size() || distance < 0.01) break;
    }
    for (const Port& port : ports)
      if (port.fixed) places.push_back(*port.fixed);
    std::sort(places.begin(), places.end());
    // The cheapest choice that keeps the order.
    const std::size_t n = ports.size();
    const std::size_t m = places.size();
    std::vector<std::vector<double>> price(n + 1, std::vector<double>(m + 1, 1e18));
    std::vector<std::vector<char>> chosen(n + 1, std::vector<char>(m + 1, 0));
    for (std::size_t j = 0; j <= m; ++j) price[0][j] = 0;
    for (std::size_t i = 1; i <= n; ++i)
      for (std::size_t j = 1; j <= m; ++j) {
        const Port& port = ports[i - 1];
        double cost = std::abs(places[j - 1] - centre) / port_distance;
        if (std::any_of(taken.begin(), taken.end(), [&](double t) { return t == places[j - 1]; })) {
          if (!port.fixed || *port.fixed != places[j - 1]) cost = 1e12;
          else cost = -20;
        } else if (port.fixed) {
          cost += 5;
        }
        price[i][j] = price[i][j - 1];
        if (price[i - 1][j - 1] + cost < price[i][j]) price[i][j] = price[i - 1][j - 1] + cost, chosen[i][j] = 1;
      }
    for (std::size_t i = n, j = m; i > 0 && j > 0; --j) {
      if (!chosen[i][j]) continue;
      for (const int e : ports[i - 1].edges) out.port_x[e] = places[j - 1];
      --i;
    }
  }
}

}  // namespace entente::strategy::layout
