#pragma once
#include "strategy/poster/poster.hpp"

namespace entente::strategy::poster {

/// The colours of one appearance.
struct Palette {
  print::Colour page, lane, lane_edge, card, card_edge, shadow, text, muted, arrow, wins_top, wins_bottom, wins_text, wins_muted;
  print::Colour green, yellow, yellow_edge, red, grey, on_light, badge, badge_text;
  double tint = 0.08;       ///< share of a theme's colour in its island
  double tint_edge = 0.35;  ///< and in the island's edge
  bool dark = false;
};
const Palette& palette(Appearance appearance);

/// A theme's colour by its index; from the sixth on colours that keep away from red, amber and green and differ from the
/// first five, and then the same again: the name is always printed beside it.
print::Colour theme_colour(int index, Appearance appearance);
/// The colour for a theme's name in small letters, dark (or light) enough to be read.
print::Colour theme_text_colour(int index, Appearance appearance);

/// A light of the given size, around its centre: shape, glyph and colour; hatched when stale, starred when overridden,
/// with a clock when due; two halves when split.
void paint_light(print::Canvas& canvas, const CardState& state, print::Place centre, double radius, const Palette& colours);
/// A partner's letter in its shape.
void paint_mark(print::Canvas& canvas, const PartyMark& mark, print::Place centre, double radius, print::Colour ink, print::Colour ground);
/// An arrow up, level or down; nothing for insufficient.
void paint_trend(print::Canvas& canvas, Trend trend, print::Place centre, double size, print::Colour ink);
/// "on track", "at risk", "off track", "no judgement".
std::string_view word(Light light);

}  // namespace entente::strategy::poster
