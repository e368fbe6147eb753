// Tracks: in each channel every bus has one horizontal track; their order is chosen for few crossings.
#include "strategy/layout/routing.hpp"

namespace entente::strategy::layout {
namespace {

/// Two buses may share a height if they are this far apart.
constexpr double apart = 16;

struct Bus {
  int id = 0;
  double low = 0;
  double high = 0;
  std::vector<double> tops;
  std::vector<double> bottoms;
  bool straight() const { return low == high; }
};

int inside(const std::vector<double>& sorted, double low, double high) {
  const auto begin = std::upper_bound(sorted.begin(), sorted.end(), low);
  const auto end = std::lower_bound(sorted.begin(), sorted.end(), high);
  return begin < end ? static_cast<int>(end - begin) : 0;
}

/// Crossings of a and b if a's track lies above b's: a's ways from below cut b's track, b's ways up cut a's.
int crossings_if_above(const Bus& a, const Bus& b) {
  return inside(a.bottoms, b.low, b.high) + inside(b.tops, a.low, a.high);
}

bool meet(const Bus& a, const Bus& b) { return a.low < b.high + apart && b.low < a.high + apart; }

/// The order of tracks from the lowest up: first by what each would rather have below it, then by exchanges.
std::vector<int> order_tracks(const std::vector<Bus>& buses) {
  const std::size_t size = buses.size();
  std::vector<int> gain(size * size, 0);  // gain[a][b] > 0: a would rather be below b
  std::vector<int> order(size);
  std::vector<double> wish(size, 0);
  for (std::size_t a = 0; a < size; ++a) {
    order[a] = static_cast<int>(a);
    for (std::size_t b = 0; b < size; ++b) {
      if (a == b || !meet(buses[a], buses[b])) continue;
      gain[a * size + b] = crossings_if_above(buses[a], buses[b]) - crossings_if_above(buses[b], buses[a]);
      wish[a] += gain[a * size + b];
    }
  }
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return wish[a] > wish[b]; });
  for (int sweep = 0; sweep < 20; ++sweep) {
    bool moved = false;
    for (std::size_t from = 0; from < size; ++from) {
      // Takes one out and puts it where the sum of gains is best.
      const int bus = order[from];
      double value = 0, best = 0;
      std::size_t choice = from;
      for (std::size_t at = from; at-- > 0;) {
        value += gain[static_cast<std::size_t>(bus) * size + order[at]];
        if (value > best) best = value, choice = at;
      }
      value = 0;
      for (std::size_t at = from + 1; at < size; ++at) {
        value -= gain[static_cast<std::size_t>(bus) * size + order[at]];
        if (value > best) best = value, choice = at;
      }
      if (choice == from) continue;
      order.erase(order.begin() + static_cast<std::ptrdiff_t>(from));
      order.insert(order.begin() + static_cast<std::ptrdiff_t>(choice), bus);
      moved = true;
    }
    if (!moved) break;
  }
  return order;
}

}  // namespace

Tracks assign_tracks(const Model& model, const Corridors& corridors) {
  const std::size_t channels = static_cast<std::size_t>(model.rows + 1);
  std::vector<std::map<int, Bus>> buses(channels);
  for (std::size_t e = 0; e < model.edges.size(); ++e) {
    const int id = bus_of(model, corridors, static_cast<int>(e));
    for (const Step& step : steps_of(model, corridors, static_cast<int>(e))) {
      Bus& bus = buses[static_cast<std::size_t>(step.channel + 1)][id];
      bus.id = id;
      (step.from_top ? bus.tops : bus.bottoms).push_back(step.from_x);
      (step.to_top ? bus.tops : bus.bottoms).push_back(step.to_x);
    }
  }
  Tracks tracks;
  tracks.track.resize(channels);
  tracks.count.assign(channels, 0);
  for (std::size_t k = 0; k < channels; ++k) {
    std::vector<Bus> moving, straight;
    for (auto& [id, bus] : buses[k]) {
      for (auto* pins : {&bus.tops, &bus.bottoms}) {
        std::sort(pins->begin(), pins->end());
        pins->erase(std::unique(pins->begin(), pins->end()), pins->end());
      }
      bus.low = 1e18;
      bus.high = -1e18;
      for (const auto* pins : {&bus.tops, &bus.bottoms})
        for (const double x : *pins) bus.low = std::min(bus.low, x), bus.high = std::max(bus.high, x);
      (bus.straight() ? straight : moving).push_back(bus);
    }
    const std::vector<int> order = order_tracks(moving);
    std::vector<int> level(moving.size(), 0);
    for (std::size_t i = 0; i < order.size(); ++i) {
      const Bus& bus = moving[order[i]];
      for (std::size_t j = 0; j < i; ++j)
        if (meet(bus, moving[order[j]])) level[order[i]] = std::max(level[order[i]], level[order[j]] + 1);
      tracks.track[k][bus.id] = level[order[i]];
      tracks.count[k] = std::max(tracks.count[k], level[order[i]] + 1);
      for (std::size_t j = 0; j < i; ++j) tracks.crossings += crossings_if_above(bus, moving[order[j]]);
      for (const Bus& other : straight) tracks.crossings += bus.low < other.low && other.low < bus.high;
    }
  }
  return tracks;
}

}  // namespace entente::strategy::layout
