#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

#include "strategy/layout/sample_maps.hpp"
#include "strategy/poster/palette.hpp"

namespace entente::strategy::poster {
namespace {

/// The reference map with every kind of light, mark and trend on it.
MapPicture painted(const layout::Input& input) {
  MapPicture map;
  map.geometry = layout::compute(input);
  map.themes = input.themes;
  map.alliance = "Aldermere–Halden";
  map.period = "Q4 2006";
  map.note = "Not ratified";
  for (std::size_t i = 0; i < input.objectives.size(); ++i) {
    CardState state;
    state.objective = input.objectives[i].id;
    state.light = i % 7 == 5 ? Light::red : i % 5 == 3 ? Light::yellow : i % 11 == 10 ? Light::grey : Light::green;
    state.trend = static_cast<Trend>(1 + (i * 7) % 3);
    state.wins_for = i % 4 == 1 ? std::vector<std::string>{"aldermere"} : i % 6 == 5 ? std::vector<std::string>{"halden"} : std::vector<std::string>{"aldermere", "halden"};
    if (i == 6) state.other_light = Light::yellow;
    if (i == 12 || i == 18) state.stale = true;
    if (i == 15) state.overridden = true;
    if (i == 1) state.due = true;
    map.cards.push_back(state);
  }
  map.marks = {{"aldermere", "A", MarkShape::outlined}, {"halden", "H", MarkShape::filled}};
  return map;
}

TEST_CASE("the poster comes as SVG, PNG and PDF, light and dark") {
  const MapPicture map = painted(layout::reference_map());
  for (const Appearance appearance : {Appearance::light, Appearance::dark}) {
    const std::string svg = map_svg(map, appearance);
    CHECK(svg.find("<svg") != std::string::npos);
    CHECK(svg.find("<title>Strategy map: Aldermere–Halden, Q4 2006</title>") != std::string::npos);
    // Nothing is loaded and nothing is a picture of pixels.
    CHECK(svg.find("<image") == std::string::npos);
    CHECK(svg.find("url(http") == std::string::npos);
    CHECK(map_png(map, appearance, 1).starts_with("\x89PNG"));
  }
  const std::string pdf = map_pdf(map, Paper::a3);
  CHECK(pdf.starts_with("%PDF"));
  // Letters are those of the built-in typeface.
  CHECK(pdf.find("Inter") != std::string::npos);
  // For looking at: ENTENTE_PICTURES names a folder.
  if (const char* folder = std::getenv("ENTENTE_PICTURES")) {
    const auto write = [&](const char* name, const std::string& bytes) { std::ofstream(std::string(folder) + "/" + name, std::ios::binary) << bytes; };
    write("map-light.png", map_png(map, Appearance::light, 1));
    write("map-dark.png", map_png(map, Appearance::dark, 1));
    write("map-light@2.png", map_png(map, Appearance::light, 2));
    write("map.svg", map_svg(map));
    write("map-a3.pdf", pdf);
    write("map-a0.pdf", map_pdf(map, Paper::a0));
  }
}

TEST_CASE("an A0 page measures 1189 by 841 mm") {
  const print::PaperSize size = print::paper_size(print::Paper::a0, print::Turn::landscape);
  CHECK(size.width == doctest::Approx(3370.39).epsilon(0.0001));
  CHECK(size.height == doctest::Approx(2383.94).epsilon(0.0001));
}

TEST_CASE("an empty map, broken text and unknown parties can be painted") {
  CHECK(map_svg({}).find("<svg") != std::string::npos);
  layout::Input input = layout::reference_map();
  input.objectives[0].title = "\xff\xfe broken & <tags>";
  input.objectives[1].title = std::string(5000, 'x');
  MapPicture map = painted(input);
  map.cards[0].wins_for = {"nobody"};
  map.marks.clear();
  CHECK_FALSE(map_png(map, Appearance::light, 0.5).empty());
}

TEST_CASE("theme colours differ from each other, and text in them can be read") {
  const auto light_of = [](print::Colour c) {
    const auto part = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(c.red) + 0.7152 * part(c.green) + 0.0722 * part(c.blue);
  };
  for (const Appearance appearance : {Appearance::light, Appearance::dark})
    for (int i = 0; i < 10; ++i) {
      print::Colour tint = theme_colour(i, appearance);
      tint.alpha = palette(appearance).tint;
      const double ground = light_of(print::blend(tint, palette(appearance).lane));
      const double ink = light_of(theme_text_colour(i, appearance));
      // WCAG 2.2, 1.4.3: at least 4.5 to 1 for small text.
      CHECK((std::max(ground, ink) + 0.05) / (std::min(ground, ink) + 0.05) >= 4.5);
    }
}

}  // namespace
}  // namespace entente::strategy::poster
