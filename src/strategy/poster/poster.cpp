#include "strategy/poster/poster.hpp"

#include <cmath>

#include "strategy/poster/palette.hpp"

namespace entente::strategy::poster {
namespace {

using print::Align;
using print::Canvas;
using print::Pen;
using print::Place;
using print::TextStyle;
using print::Weight;

constexpr double margin = 28;
constexpr double heading_height = 64;
constexpr double legend_line = 24;
constexpr double head_length = 8;
constexpr double head_width = 7.5;

class Painter {
 public:
  Painter(const MapPicture& map, Appearance appearance) : map_(map), appearance_(appearance), p_(palette(appearance)) {
    for (const CardState& state : map.cards) states_[state.objective] = &state;
    for (const PartyMark& mark : map.marks) marks_[mark.party] = mark;
    int shape = 0;
    for (const layout::WinsBox& wins : map.geometry.wins) {
      if (!marks_.contains(wins.party)) {
        std::size_t length = wins.name.empty() ? 0 : 1;
        while (length < wins.name.size() && (static_cast<unsigned char>(wins.name[length]) & 0xC0) == 0x80) ++length;
        marks_[wins.party] = {wins.party, wins.name.substr(0, length), static_cast<MarkShape>(shape % 4)};
      }
      ++shape;
    }
  }

  double width() const { return map_.geometry.width + 2 * margin; }
  double height(Canvas& canvas) { return heading_height + map_.geometry.height + 20 + legend(canvas, 0, true) + margin * 0.7; }

  void paint(Canvas& canvas) {
    heading(canvas);
    canvas.save();
    canvas.translate(margin, heading_height);
    for (const auto& wins : map_.geometry.wins) paint_wins(canvas, wins);
    for (const auto& lane : map_.geometry.lanes) paint_lane(canvas, lane);
    for (const auto& island : map_.geometry.islands) paint_island(canvas, island);
    paint_arrows(canvas);
    for (const auto& island : map_.geometry.islands) paint_island_name(canvas, island);
    for (const auto& card : map_.geometry.cards) paint_card(canvas, card);
    paint_values(canvas);
    canvas.restore();
    legend(canvas, heading_height + map_.geometry.height + 20, false);
  }

 private:
  void heading(Canvas& canvas);
  void paint_wins(Canvas& canvas, const layout::WinsBox& wins);
  void paint_lane(Canvas& canvas, const layout::LaneBox& lane);
  void paint_island(Canvas& canvas, const layout::Island& island);
  void paint_island_name(Canvas& canvas, const layout::Island& island);
  void paint_arrows(Canvas& canvas);
  void paint_card(Canvas& canvas, const layout::Card& card);
  void paint_values(Canvas& canvas);
  double legend(Canvas& canvas, double y, bool measure_only);
  print::Colour island_fill(const layout::Island& island) const {
    print::Colour tint = theme_colour(island.colour, appearance_);
    tint.alpha = p_.tint;
    return print::blend(tint, p_.lane);
  }
  TextStyle style(double size, Weight weight, print::Colour ink, int lines = 1, Align align = Align::left) const {
    return {size, weight, ink, lines, align};
  }

  const MapPicture& map_;
  Appearance appearance_;
  const Palette& p_;
  std::map<std::string_view, const CardState*> states_;
  std::map<std::string, PartyMark> marks_;
};

void Painter::heading(Canvas& canvas) {
  double right = width() - margin;
  if (!map_.period.empty()) {
    const TextStyle period = style(15, Weight::semi_bold, p_.text);
    const double wide = canvas.text_width(map_.period, period) + 2;
    canvas.text(right - wide, 27, wide, map_.period, period);
    right -= wide + 16;
  }
  if (!map_.note.empty()) {
    const TextStyle note = style(12, Weight::semi_bold, p_.badge_text);
    const double wide = canvas.text_width(map_.note, note) + 2;
    canvas.box(right - wide - 20, 24, wide + 20, 26, 13, p_.badge);
    canvas.text(right - wide - 10, 29.5, wide, map_.note, note);
    right -= wide + 36;
  }
  canvas.text(margin, 12, right - margin, map_.alliance, style(13, Weight::regular, p_.muted));
  canvas.text(margin, 28, right - margin, "Strategy map", style(20, Weight::bold, p_.text));
}

void Painter::paint_wins(Canvas& canvas, const layout::WinsBox& wins) {
  const layout::Box& b = wins.box;
  canvas.shaded_box(b.x, b.y, b.width, b.height, 11, p_.wins_top, p_.wins_bottom);
  paint_mark(canvas, marks_[wins.party], {b.x + 34, b.y + b.height / 2}, 15.5, p_.wins_text, p_.wins_bottom);
  std::string all;
  for (const std::string& win : wins.wins) all += (all.empty() ? "" : "\u00a0\u00a0·  ") + win;
  const double x = b.x + 62;
  const double room = b.width - 62 - 16;
  canvas.text(x, b.y + 12.5, room, "Wins for " + wins.name, style(12, Weight::medium, p_.wins_muted));
  if (all.empty()) {
    canvas.text(x, b.y + 32, room, "Nothing written down yet", style(13, Weight::regular, p_.wins_muted));
    return;
  }
  // One line if it fits; two smaller ones if not.
  const TextStyle big = style(15.5, Weight::semi_bold, p_.wins_text);
  if (canvas.text_width(all, big) <= room)
    canvas.text(x, b.y + 31, room, all, big);
  else
    canvas.text(x, b.y + 28, room, all, style(12.5, Weight::semi_bold, p_.wins_text, 2));
}

void Painter::paint_lane(Canvas& canvas, const layout::LaneBox& lane) {
  const layout::Box& b = lane.box;
  canvas.box(b.x, b.y, b.width, b.height, 11, p_.lane, Pen{p_.lane_edge, 1});
  std::map<Light, int> counts;
  int cards = 0;
  for (const layout::Card& card : map_.geometry.cards) {
    if (card.lane != lane.id) continue;
    const auto state = states_.find(card.id);
    ++counts[state == states_.end() ? Light::grey : state->second->light];
    ++cards;
  }
  const TextStyle name = style(14.5, Weight::semi_bold, p_.text, 3);
  const TextStyle question = style(11, Weight::regular, p_.muted, 4);
  // Measured once out of sight, so that the block stands in the middle of the lane.
  canvas.save();
  canvas.clip(0, 0, 0, 0);
  const double name_height = canvas.text(0, 0, lane.label.width, lane.name, name);
  const double question_height = canvas.text(0, 0, lane.label.width, lane.question, question);
  canvas.restore();
  const double total = name_height + (lane.question.empty() ? 0 : 4 + question_height) + (cards ? 22 : 0);
  double y = b.y + (b.height - total) / 2;
  canvas.text(lane.label.x, y, lane.label.width, lane.name, name);
  y += name_height;
  if (!lane.question.empty()) {
    y += 4;
    canvas.text(lane.label.x, y, lane.label.width, lane.question, question);
    y += question_height;
  }
  if (cards == 0 && !map_.geometry.column_x.empty())
    canvas.text(map_.geometry.column_x[0], b.y + b.height / 2 - 8, 300, "No objectives here yet", style(12.5, Weight::regular, p_.muted));
  double x = lane.label.x;
  for (const Light light : {Light::green, Light::yellow, Light::red, Light::grey}) {
    if (!counts[light]) continue;
    CardState state;
    state.light = light;
    paint_light(canvas, state, {x + 6, y + 15}, 5.4, p_);
    const std::string number = fmt::format("{}", counts[light]);
    const TextStyle count = style(11.5, Weight::semi_bold, p_.text);
    canvas.text(x + 15.5, y + 8, 30, number, count);
    x += 15.5 + canvas.text_width(number, count) + 9;
  }
}

void Painter::paint_island(Canvas& canvas, const layout::Island& island) {
  print::Colour edge = theme_colour(island.colour, appearance_);
  edge.alpha = p_.tint_edge;
  const layout::Box& b = island.box;
  canvas.box(b.x, b.y, b.width, b.height, 8, island_fill(island), Pen{print::blend(edge, p_.lane), 1});
}

void Painter::paint_island_name(Canvas& canvas, const layout::Island& island) {
  const layout::Box& b = island.label;
  const TextStyle name = style(11, Weight::semi_bold, theme_text_colour(island.colour, appearance_));
  // A patch of the same colour lets the name be read where an arrow must pass.
  const double wide = std::min(b.width, canvas.text_width(island.name, name) + 1);
  canvas.box(b.x - 2, b.y + 1, wide + 4, b.height - 3, 3, island_fill(island));
  canvas.text(b.x, b.y + 2, b.width, island.name, name);
}

void Painter::paint_arrows(Canvas& canvas) {
  // Arrows of one bus are one stroke. Feedback first: where it joins a bus, the whole line wins.
  struct Bus {
    std::vector<std::vector<Place>> lines;
    double radius = 0;
  };
  std::map<std::tuple<bool, std::string_view, layout::Entry>, Bus> buses;
  std::vector<std::array<Place, 3>> heads;
  for (const layout::Arrow& arrow : map_.geometry.arrows) {
    if (arrow.points.size() < 2) continue;
    std::vector<Place> points;
    for (const layout::Point& point : arrow.points) points.push_back({point.x, point.y});
    const Place tip = points.back();
    const Place before = points[points.size() - 2];
    const double length = std::hypot(tip.x - before.x, tip.y - before.y);
    const Place way{(tip.x - before.x) / length, (tip.y - before.y) / length};
    const Place base{tip.x - way.x * head_length, tip.y - way.y * head_length};
    heads.push_back({tip, Place{base.x - way.y * head_width / 2, base.y + way.x * head_width / 2},
                     Place{base.x + way.y * head_width / 2, base.y - way.x * head_width / 2}});
    const double end = std::min(length * 0.5, head_length - 1);  // the line ends within the head
    points.back() = {tip.x - way.x * end, tip.y - way.y * end};
    Bus& bus = buses[{!arrow.feedback, arrow.to, arrow.entry}];
    bus.lines.push_back(std::move(points));
    bus.radius = arrow.radius;
  }
  for (const auto& [key, bus] : buses) {
    Pen pen{p_.arrow, 1.5};
    if (!std::get<0>(key)) pen.dashes = {5, 4};
    canvas.polylines(bus.lines, pen, bus.radius);
  }
  for (const auto& head : heads) canvas.polygon(head, p_.arrow);
  for (const layout::Arrow& arrow : map_.geometry.arrows) {
    if (arrow.sign != layout::Sign::minus || arrow.points.empty()) continue;
    const layout::Point& start = arrow.points[0];
    const double aside = arrow.entry == layout::Entry::left ? 7 : arrow.entry == layout::Entry::right ? -7 : 0;
    const Place at{start.x + aside, start.y - (aside == 0 ? 7 : 0)};
    canvas.circle(at, 5.2, p_.lane, Pen{p_.arrow, 1.2});
    const std::vector<Place> dash{{at.x - 2.6, at.y}, {at.x + 2.6, at.y}};
    canvas.polyline(dash, Pen{p_.text, 1.4});
  }
}

void Painter::paint_card(Canvas& canvas, const layout::Card& card) {
  static const CardState unknown;
  const auto found = states_.find(card.id);
  const CardState& state = found == states_.end() ? unknown : *found->second;
  const layout::Box& b = card.box;
  canvas.box(b.x, b.y + 1.5, b.width, b.height, 8, p_.shadow);
  canvas.box(b.x, b.y, b.width, b.height, 8, p_.card, Pen{p_.card_edge, 1});
  int colour_index = -1;
  for (const layout::Theme& theme : map_.themes)
    if (theme.id == card.theme) colour_index = theme.colour;
  if (colour_index >= 0) {
    canvas.save();
    canvas.clip(b.x - 0.5, b.y - 0.5, 5.5, b.height + 1);
    canvas.box(b.x - 0.5, b.y - 0.5, 24, b.height + 1, 8, theme_colour(colour_index, appearance_));
    canvas.restore();
  }
  const double light_x = b.x + b.width - 17;
  canvas.text(b.x + 14, b.y + 8.5, b.width - 14 - 31, card.title, {12.2, Weight::semi_bold, p_.text, 3, Align::left, 1.17});
  paint_light(canvas, state, {light_x, b.y + 18}, 8.6, p_);
  const TextStyle code = style(10, Weight::medium, p_.muted);
  const double foot = b.y + b.height - 14;
  canvas.text(b.x + 14, foot - 6, 60, card.code, code);
  double x = b.x + 14 + std::min(60.0, canvas.text_width(card.code, code)) + 14;
  for (const std::string& party : state.wins_for) {
    const auto mark = marks_.find(party);
    if (mark == marks_.end() || x > b.x + b.width - 34) continue;
    paint_mark(canvas, mark->second, {x, foot}, 7, p_.muted, p_.card);
    x += 17;
  }
  paint_trend(canvas, state.trend, {b.x + b.width - 18, foot}, 11.5, p_.text);
}

void Painter::paint_values(Canvas& canvas) {
  const layout::ValuesStrip& strip = map_.geometry.values;
  if (strip.values.empty()) return;
  const layout::Box& b = strip.box;
  canvas.box(b.x, b.y, b.width, b.height, 10, std::nullopt, Pen{p_.lane_edge, 1.2, {3, 3}});
  double size = 12;
  double gap = 22;
  const auto total = [&] {
    double sum = canvas.text_width("Shared values", style(size, Weight::bold, p_.text));
    for (const std::string& value : strip.values) sum += gap + canvas.text_width(value, style(size, Weight::medium, p_.muted)) + 1;
    return sum;
  };
  while (total() > b.width - 24 && size > 7) gap = std::max(10.0, gap - 3), size -= 0.5;
  double x = std::max(b.x + 12, b.x + (b.width - total()) / 2);
  const double y = b.y + b.height / 2 - size * 0.605;
  const auto word_at = [&](std::string_view text, Weight weight, print::Colour ink) {
    const TextStyle s = style(size, weight, ink);
    const double wide = std::min(canvas.text_width(text, s) + 1, b.x + b.width - 10 - x);
    canvas.text(x, y, wide, text, s);
    x += wide + gap;
  };
  word_at("Shared values", Weight::bold, p_.text);
  for (const std::string& value : strip.values) word_at(value, Weight::medium, p_.muted);
}

/// Draws the legend, or only measures it; gives its height.
double Painter::legend(Canvas& canvas, double top, bool measure_only) {
  const double right = width() - margin;
  double x = margin;
  double y = top;
  const TextStyle plain = style(12, Weight::regular, p_.muted);
  const TextStyle strong = style(12, Weight::semi_bold, p_.text);
  const auto entry = [&](std::string_view text, const TextStyle& s, double sign, auto&& paint_sign) {
    const double wide = canvas.text_width(text, s) + 1;
    if (x > margin && x + sign + wide > right) x = margin, y += legend_line;
    if (!measure_only) {
      paint_sign(x, y);
      canvas.text(x + sign, y, wide + 1, text, s);
    }
    x += sign + wide + 16;
  };
  const auto none = [](double, double) {};
  if (!map_.themes.empty()) {
    entry("Themes", strong, 0, none);
    for (const layout::Theme& theme : map_.themes)
      entry(theme.name, plain, 20, [&](double at, double line) { canvas.box(at, line + 0.5, 14, 14, 3.5, theme_colour(theme.colour, appearance_)); });
    x += 14;
  }
  entry("Light", strong, 0, none);
  for (const Light light : {Light::green, Light::yellow, Light::red, Light::grey})
    entry(word(light), plain, 20, [&](double at, double line) {
      CardState state;
      state.light = light;
      paint_light(canvas, state, {at + 7, line + 7.5}, 6.6, p_);
    });
  x += 14;
  const auto line_sign = [&](double at, double line, bool dashed) {
    Pen pen{p_.arrow, 1.5};
    if (dashed) pen.dashes = {5, 4};
    const std::vector<Place> shaft{{at, line + 7.5}, {at + 20, line + 7.5}};
    canvas.polyline(shaft, pen);
    const std::vector<Place> head{{at + 26, line + 7.5}, {at + 18, line + 3.8}, {at + 18, line + 11.2}};
    canvas.polygon(head, p_.arrow);
  };
  if (std::any_of(map_.geometry.arrows.begin(), map_.geometry.arrows.end(), [](const auto& a) { return a.sign == layout::Sign::minus; }))
    entry("hinders", plain, 20, [&](double at, double line) {
      canvas.circle({at + 7, line + 7.5}, 5.2, p_.lane, Pen{p_.arrow, 1.2});
      const std::vector<Place> dash{{at + 4.4, line + 7.5}, {at + 9.6, line + 7.5}};
      canvas.polyline(dash, Pen{p_.text, 1.4});
    });
  if (!map_.geometry.arrows.empty()) entry("helps", plain, 34, [&](double at, double line) { line_sign(at, line, false); });
  if (std::any_of(map_.geometry.arrows.begin(), map_.geometry.arrows.end(), [](const auto& a) { return a.feedback; }))
    entry("feeds back", plain, 34, [&](double at, double line) { line_sign(at, line, true); });
  return y - top + legend_line;
}

std::string title_of(const MapPicture& map) {
  return "Strategy map" + (map.alliance.empty() ? "" : ": " + map.alliance) + (map.period.empty() ? "" : ", " + map.period);
}

/// Texts can be measured only on a surface, and the surface needs the height first.
double height_of(Painter& painter) {
  Canvas measure = Canvas::png(1, 1, 1);
  return painter.height(measure);
}

}  // namespace

std::string map_svg(const MapPicture& map, Appearance appearance) {
  Painter painter(map, appearance);
  const double height = height_of(painter);
  Canvas canvas = Canvas::svg(painter.width(), height, title_of(map));
  canvas.box(0, 0, painter.width(), height, 0, palette(appearance).page);
  painter.paint(canvas);
  return canvas.finish();
}

std::string map_png(const MapPicture& map, Appearance appearance, double scale) {
  Painter painter(map, appearance);
  const double height = height_of(painter);
  Canvas canvas = Canvas::png(painter.width(), height, std::clamp(scale, 0.1, 8.0));
  canvas.box(0, 0, painter.width(), height, 0, palette(appearance).page);
  painter.paint(canvas);
  return canvas.finish();
}

std::string map_pdf(const MapPicture& map, Paper paper, Appearance appearance) {
  Painter painter(map, appearance);
  const double width = painter.width();
  const double height = height_of(painter);
  const auto scale_on = [&](print::PaperSize size) { return 0.97 * std::min(size.width / width, size.height / height); };
  const auto kind = static_cast<print::Paper>(paper);
  print::PaperSize size = print::paper_size(kind, print::Turn::landscape);
  if (const auto upright = print::paper_size(kind, print::Turn::portrait); scale_on(upright) > scale_on(size)) size = upright;
  const double scale = scale_on(size);
  Canvas canvas = Canvas::pdf(size, title_of(map));
  // Paper stays white: a tinted ground would cost ink and show the printer's edge.
  if (appearance == Appearance::dark) canvas.box(0, 0, size.width, size.height, 0, palette(appearance).page);
  canvas.translate((size.width - scale * width) / 2, (size.height - scale * height) / 2);
  canvas.scale(scale);
  painter.paint(canvas);
  return canvas.finish();
}

}  // namespace entente::strategy::poster
