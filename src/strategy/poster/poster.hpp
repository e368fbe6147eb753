#pragma once
#include "print/canvas.hpp"
#include "strategy/layout/layout.hpp"

/// Paints the strategy map, from the geometry that the screen uses too: as SVG, PNG and PDF poster.
namespace entente::strategy::poster {

BOOST_DEFINE_ENUM_CLASS(Appearance, light, dark)
BOOST_DEFINE_ENUM_CLASS(Light, green, yellow, red, grey)
BOOST_DEFINE_ENUM_CLASS(Trend, insufficient, worse, flat, better)
BOOST_DEFINE_ENUM_CLASS(MarkShape, outlined, filled, half, square)
BOOST_DEFINE_ENUM_CLASS(Paper, a4, a3, a2, a1, a0)

/// How a partner is told apart: a letter and a shape, never a colour.
struct PartyMark {
  std::string party;
  std::string letter;  ///< one or two characters
  MarkShape shape = MarkShape::outlined;
};
BOOST_DESCRIBE_STRUCT(PartyMark, (), (party, letter, shape))

/// What a card shows besides its texts. `other_light`: the light is drawn split.
struct CardState {
  std::string objective;
  Light light = Light::grey;
  std::optional<Light> other_light;
  bool stale = false;
  bool due = false;
  bool overridden = false;
  Trend trend = Trend::insufficient;
  std::vector<std::string> wins_for;  ///< parties that win here
};
BOOST_DESCRIBE_STRUCT(CardState, (), (objective, light, other_light, stale, due, overridden, trend, wins_for))

/// Everything that is painted.
struct MapPicture {
  layout::Picture geometry;
  std::vector<layout::Theme> themes;  ///< for the legend
  std::vector<CardState> cards;       ///< a card without state is grey
  std::vector<PartyMark> marks;       ///< without one, a partner gets its initial and the next shape
  std::string alliance;
  std::string period;  ///< as it is to be read: "Q4 2006"
  std::string note;    ///< a badge beside the title: "Not ratified"; empty for none
};
BOOST_DESCRIBE_STRUCT(MapPicture, (), (geometry, themes, cards, marks, alliance, period, note))

/// Letters stay as outlines of Inter, so that the file looks the same everywhere and loads nothing.
std::string map_svg(const MapPicture& map, Appearance appearance = Appearance::light);
/// `scale` 0.1 to 8: pixels for each px of the geometry.
std::string map_png(const MapPicture& map, Appearance appearance = Appearance::light, double scale = 2);
/// One page, lying or standing, whichever shows the map larger.
std::string map_pdf(const MapPicture& map, Paper paper = Paper::a3, Appearance appearance = Appearance::light);

}  // namespace entente::strategy::poster
