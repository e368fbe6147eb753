#include "strategy/layout/model.hpp"

namespace entente::strategy::layout {
namespace {

/// Less is better: crossings first, then the length of all arrows and the number of their bends.
double ugliness(const Picture& picture) {
  double sum = 250.0 * picture.crossings;
  for (const Arrow& arrow : picture.arrows) {
    for (std::size_t i = 1; i < arrow.points.size(); ++i)
      sum += std::abs(arrow.points[i].x - arrow.points[i - 1].x) + 0.2 * std::abs(arrow.points[i].y - arrow.points[i - 1].y);
    sum += 30.0 * static_cast<double>(arrow.points.size());
  }
  return sum + 0.5 * picture.width;
}

}  // namespace

Picture compute(const Input& input) {
  // The passes: number, give rows, give columns, find ways, draw; from several starts, the best picture kept.
  const Model numbered = make_model(input);
  const std::size_t cards = numbered.nodes.size();
  const int flavours = cards <= 60 && !numbered.has_previous ? 2 : 1;
  const int variants = cards <= 60 ? 8 : cards <= 150 ? 2 : 1;
  std::optional<Picture> best;
  double best_ugliness = 0;
  for (int flavour = 0; flavour < flavours; ++flavour) {
    Model model = numbered;
    assign_rows(model, flavour);
    for (int variant = 0; variant < variants; ++variant) {
      Model attempt = model;
      if (!assign_columns(attempt, variant)) break;
      Picture picture = draw(input, attempt);
      const double found = ugliness(picture);
      if (!best || found < best_ugliness - 1e-6) best = std::move(picture), best_ugliness = found;
    }
  }
  return std::move(*best);
}

std::optional<Drop> drop_at(const Picture& picture, Point point) {
  for (const LaneBox& lane : picture.lanes) {
    if (point.y < lane.box.y || point.y > lane.box.y + lane.box.height) continue;
    Drop drop{lane.id, {0, 0}};
    const auto nearest = [](const std::vector<double>& starts, double size, double at) {
      std::size_t best = 0;
      for (std::size_t i = 1; i < starts.size(); ++i)
        if (std::abs(starts[i] + size / 2 - at) < std::abs(starts[best] + size / 2 - at)) best = i;
      return static_cast<int>(best);
    };
    drop.pin.column = nearest(picture.column_x, card_width, point.x);
    drop.pin.row = nearest(lane.row_y, card_height, point.y);
    return drop;
  }
  return std::nullopt;
}

}  // namespace entente::strategy::layout
