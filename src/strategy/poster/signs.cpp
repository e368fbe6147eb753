// Lights, marks and trends: each readable by shape alone.
#include <cmath>
#include <numbers>

#include "strategy/poster/palette.hpp"

namespace entente::strategy::poster {
namespace {

using print::Canvas;
using print::Pen;
using print::Place;

std::vector<Place> regular(Place centre, double radius, int corners, double turn) {
  std::vector<Place> points;
  for (int i = 0; i < corners; ++i) {
    const double angle = turn + 2 * std::numbers::pi * i / corners;
    points.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
  }
  return points;
}

std::vector<Place> triangle(Place c, double r) {
  return {{c.x, c.y - 0.98 * r}, {c.x + 1.12 * r, c.y + 0.92 * r}, {c.x - 1.12 * r, c.y + 0.92 * r}};
}

void stroke(Canvas& canvas, std::vector<Place> points, const Pen& pen) { canvas.polyline(points, pen); }

/// Diagonal lines over the shape that is the present clip.
void hatch(Canvas& canvas, Place c, double r, print::Colour ink) {
  for (double d = -2.2 * r; d <= 2.2 * r; d += 0.52 * r)
    stroke(canvas, {{c.x + d - 1.4 * r, c.y + 1.4 * r}, {c.x + d + 1.4 * r, c.y - 1.4 * r}}, {ink, 0.2 * r, {}, false});
}

void paint_shape(Canvas& canvas, Light light, bool stale, Place c, double r, const Palette& p) {
  const double line = std::max(0.24 * r, 0.6);
  const auto glyph = [&](std::vector<Place> points, print::Colour ink, print::Colour halo) {
    if (stale) stroke(canvas, points, {halo, 2.6 * line, {}, true});
    stroke(canvas, points, {ink, line, {}, true});
  };
  switch (light) {
    case Light::green: {
      canvas.circle(c, r, p.green);
      if (stale) canvas.save(), canvas.clip_circle(c, r), hatch(canvas, c, r, p.card), canvas.restore(), canvas.circle(c, r - 0.08 * r, std::nullopt, Pen{p.green, 0.16 * r, {}, false});
      glyph({{c.x - 0.44 * r, c.y + 0.04 * r}, {c.x - 0.12 * r, c.y + 0.36 * r}, {c.x + 0.46 * r, c.y - 0.32 * r}}, p.on_light, p.green);
      break;
    }
    case Light::yellow: {
      const auto shape = triangle(c, r);
      canvas.polygon(shape, p.yellow);
      if (stale) canvas.save(), canvas.clip_polygon(shape), hatch(canvas, c, r, p.card), canvas.restore();
      canvas.polygon(shape, std::nullopt, Pen{p.yellow_edge, std::max(0.16 * r, 0.5), {}, true});
      const print::Colour ink = print::colour("#3D2900");
      glyph({{c.x, c.y - 0.36 * r}, {c.x, c.y + 0.22 * r}}, ink, p.yellow);
      canvas.circle({c.x, c.y + 0.58 * r}, 0.6 * line, ink);
      break;
    }
    case Light::red: {
      const auto shape = regular(c, 1.05 * r, 8, std::numbers::pi / 8);
      canvas.polygon(shape, p.red);
      if (stale) canvas.save(), canvas.clip_polygon(shape), hatch(canvas, c, r, p.card), canvas.restore(), canvas.polygon(shape, std::nullopt, Pen{p.red, 0.16 * r, {}, false});
      const double d = 0.34 * r;
      if (stale) canvas.circle(c, 0.62 * r, p.red);
      stroke(canvas, {{c.x - d, c.y - d}, {c.x + d, c.y + d}}, {p.on_light, line, {}, true});
      stroke(canvas, {{c.x - d, c.y + d}, {c.x + d, c.y - d}}, {p.on_light, line, {}, true});
      break;
    }
    case Light::grey: {
      const double gap = 2 * std::numbers::pi * 0.9 * r / 16;
      canvas.circle(c, 0.9 * r, stale ? std::optional(p.card) : std::nullopt, Pen{p.grey, std::max(0.15 * r, 0.7), {gap * 1.15, gap * 0.85}, false});
      print::TextStyle style{1.35 * r, print::Weight::bold, p.grey, 1, print::Align::centre};
      canvas.text(c.x - 2 * r, c.y - 0.82 * r, 4 * r, "?", style);
      break;
    }
  }
}

}  // namespace

void paint_light(Canvas& canvas, const CardState& state, Place c, double r, const Palette& p) {
  if (state.other_light && *state.other_light != state.light) {
    canvas.save();
    canvas.clip(c.x - 1.3 * r, c.y - 1.3 * r, 1.3 * r - 0.09 * r, 2.6 * r);
    paint_shape(canvas, state.light, state.stale, c, r, p);
    canvas.restore();
    canvas.save();
    canvas.clip(c.x + 0.09 * r, c.y - 1.3 * r, 1.3 * r, 2.6 * r);
    paint_shape(canvas, *state.other_light, state.stale, c, r, p);
    canvas.restore();
  } else {
    paint_shape(canvas, state.light, state.stale, c, r, p);
  }
  if (state.overridden) {
    const Place at{c.x + 0.95 * r, c.y + 0.9 * r};
    std::vector<Place> star;
    for (int i = 0; i < 10; ++i) {
      const double angle = -std::numbers::pi / 2 + std::numbers::pi * i / 5;
      const double reach = (i % 2 == 0 ? 0.62 : 0.27) * r;
      star.push_back({at.x + reach * std::cos(angle), at.y + reach * std::sin(angle)});
    }
    canvas.polygon(star, p.text, Pen{p.card, 0.16 * r, {}, true});
    canvas.polygon(star, p.text);
  }
  if (state.due) {
    const Place at{c.x - 0.95 * r, c.y + 0.9 * r};
    canvas.circle(at, 0.5 * r, p.card, Pen{p.muted, 0.14 * r, {}, false});
    stroke(canvas, {{at.x, at.y - 0.3 * r}, {at.x, at.y}, {at.x + 0.22 * r, at.y + 0.1 * r}}, {p.muted, 0.13 * r, {}, true});
  }
}

void paint_mark(Canvas& canvas, const PartyMark& mark, Place c, double r, print::Colour ink, print::Colour ground) {
  const Pen edge{ink, std::max(0.14 * r, 0.8), {}, false};
  print::Colour letter = ink;
  switch (mark.shape) {
    case MarkShape::outlined: canvas.circle(c, r - edge.width / 2, std::nullopt, edge); break;
    case MarkShape::filled:
      canvas.circle(c, r, ink);
      letter = ground;
      break;
    case MarkShape::half:  // a foot of ink below the letter
      canvas.save();
      canvas.clip(c.x - r, c.y + 0.5 * r, 2 * r, r);
      canvas.circle(c, r, ink);
      canvas.restore();
      canvas.circle(c, r - edge.width / 2, std::nullopt, edge);
      break;
    case MarkShape::square: canvas.box(c.x - 0.92 * r, c.y - 0.92 * r, 1.84 * r, 1.84 * r, 0.3 * r, std::nullopt, edge); break;
  }
  const double size = (mark.shape == MarkShape::half ? 1.0 : 1.2) * r * (mark.letter.size() > 1 ? 0.8 : 1);
  canvas.text(c.x - 2 * r, c.y - 0.605 * size - (mark.shape == MarkShape::half ? 0.12 * r : 0), 4 * r, mark.letter,
              {size, print::Weight::semi_bold, letter, 1, print::Align::centre});
}

void paint_trend(Canvas& canvas, Trend trend, Place c, double size, print::Colour ink) {
  if (trend == Trend::insufficient) return;
  const double slope = trend == Trend::better ? -1 : trend == Trend::worse ? 1 : 0;
  const double reach = slope == 0 ? size / 2 : size * 0.39;
  const Place tip{c.x + reach, c.y + slope * reach};
  const Pen pen{ink, size * 0.12, {}, true};
  stroke(canvas, {{c.x - reach, c.y - slope * reach}, tip}, pen);
  const double wing = size * 0.42;
  if (slope == 0)
    stroke(canvas, {{tip.x - wing * 0.75, tip.y - wing * 0.75}, tip, {tip.x - wing * 0.75, tip.y + wing * 0.75}}, pen);
  else
    stroke(canvas, {{tip.x - wing * 1.15, tip.y}, tip, {tip.x, tip.y - slope * wing * 1.15}}, pen);
}

}  // namespace entente::strategy::poster
