#include "strategy/poster/palette.hpp"

namespace entente::strategy::poster {

using print::colour;

const Palette& palette(Appearance appearance) {
  static const Palette light = [] {
    Palette p;
    p.page = colour("#F6F7F9");
    p.lane = colour("#FDFDFE");
    p.lane_edge = colour("#DDE2E9");
    p.card = colour("#FFFFFF");
    p.card_edge = colour("#CFD6DF");
    p.shadow = colour("#1B2A41", 0.07);
    p.text = colour("#15202E");
    p.muted = colour("#56616F");
    p.arrow = colour("#717E8E");
    p.wins_top = colour("#26367A");
    p.wins_bottom = colour("#1C2756");
    p.wins_text = colour("#FFFFFF");
    p.wins_muted = colour("#D5DCF2");
    p.green = colour("#1B7F4B");
    p.yellow = colour("#F4B400");
    p.yellow_edge = colour("#7A5200");
    p.red = colour("#C62828");
    p.grey = colour("#6B7683");
    p.on_light = colour("#FFFFFF");
    p.badge = colour("#E8EBF0");
    p.badge_text = colour("#3C4856");
    p.tint = 0.09;
    p.tint_edge = 0.34;
    return p;
  }();
  static const Palette dark = [] {
    Palette p;
    p.page = colour("#0E141C");
    p.lane = colour("#121A23");
    p.lane_edge = colour("#26303C");
    p.card = colour("#1B2532");
    p.card_edge = colour("#364353");
    p.shadow = colour("#000000", 0.25);
    p.text = colour("#E8EDF4");
    p.muted = colour("#A3AFBD");
    p.arrow = colour("#8896A6");
    p.wins_top = colour("#2B3C83");
    p.wins_bottom = colour("#222F69");
    p.wins_text = colour("#FFFFFF");
    p.wins_muted = colour("#CDD6F2");
    p.green = colour("#35B67A");
    p.yellow = colour("#F4B400");
    p.yellow_edge = colour("#7A5200");
    p.red = colour("#FF6B66");
    p.grey = colour("#97A3B1");
    p.on_light = colour("#10171F");
    p.badge = colour("#26303C");
    p.badge_text = colour("#D3DBE5");
    p.tint = 0.13;
    p.tint_edge = 0.38;
    p.dark = true;
    return p;
  }();
  return appearance == Appearance::light ? light : dark;
}

print::Colour theme_colour(int index, Appearance appearance) {
  static constexpr std::array<std::string_view, 10> light{"#5F6B7A", "#6B1FA0", "#2E82E6", "#12A0A0", "#10184A",
                                                          "#B8479E", "#3F5FA8", "#7C6A9C", "#0B5F73", "#7684AD"};
  static constexpr std::array<std::string_view, 10> dark{"#8792A0", "#9F5BDD", "#6FB1FF", "#46DCC8", "#F2F4FF",
                                                         "#E58FD2", "#8AA2E8", "#B9A6DC", "#3FA3BC", "#C9D3EC"};
  const auto at = static_cast<std::size_t>(index < 0 ? 0 : index) % light.size();
  return colour(appearance == Appearance::light ? light[at] : dark[at]);
}

print::Colour theme_text_colour(int index, Appearance appearance) {
  print::Colour own = theme_colour(index, appearance);
  own.alpha = 0.72;
  return print::blend(own, appearance == Appearance::light ? colour("#0B1220") : colour("#FFFFFF"));
}

std::string_view word(Light light) {
  switch (light) {
    case Light::green: return "on track";
    case Light::yellow: return "at risk";
    case Light::red: return "off track";
    case Light::grey: return "no judgement";
  }
  return "";
}

}  // namespace entente::strategy::poster
