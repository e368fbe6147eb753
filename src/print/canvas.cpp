#include "print/canvas.hpp"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <pango/pangocairo.h>

#include <cmath>
#include <numbers>

#include "base/error.hpp"
#include "print/fonts.hpp"

namespace entente::print {
namespace {

cairo_status_t append(void* to, const unsigned char* bytes, unsigned int count) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '&') out += "&amp;";
    else if (static_cast<unsigned char>(c) >= 0x20) out += c;
  }
  return out;
}

/// The library refuses text that is not UTF-8.
std::string valid_utf8(std::string_view text) {
  char* made = g_utf8_make_valid(text.data(), static_cast<gssize>(text.size()));
  std::string out = made;
  g_free(made);
  return out;
}

PangoWeight pango_weight(Weight weight) {
  switch (weight) {
    case Weight::regular: return PANGO_WEIGHT_NORMAL;
    case Weight::medium: return PANGO_WEIGHT_MEDIUM;
    case Weight::semi_bold: return PANGO_WEIGHT_SEMIBOLD;
    case Weight::bold: return PANGO_WEIGHT_BOLD;
  }
  return PANGO_WEIGHT_NORMAL;
}

/// Adds straight stretches with rounded corners to the path.
void trace_rounded(cairo_t* context, std::span<const Place> points, double radius) {
  if (points.size() < 2) return;
  cairo_move_to(context, points[0].x, points[0].y);
  for (std::size_t i = 1; i + 1 < points.size(); ++i) {
    const Place& before = points[i - 1];
    const Place& corner = points[i];
    const Place& after = points[i + 1];
    const double in = std::hypot(corner.x - before.x, corner.y - before.y);
    const double out = std::hypot(after.x - corner.x, after.y - corner.y);
    const double r = std::min({radius, in / 2, out / 2});
    if (r <= 0.01) {
      cairo_line_to(context, corner.x, corner.y);
      continue;
    }
    const Place a{corner.x + (before.x - corner.x) * r / in, corner.y + (before.y - corner.y) * r / in};
    const Place b{corner.x + (after.x - corner.x) * r / out, corner.y + (after.y - corner.y) * r / out};
    constexpr double pull = 0.5523;  // a quarter of a circle as a cubic curve
    cairo_line_to(context, a.x, a.y);
    cairo_curve_to(context, a.x + (corner.x - a.x) * pull, a.y + (corner.y - a.y) * pull, b.x + (corner.x - b.x) * pull,
                   b.y + (corner.y - b.y) * pull, b.x, b.y);
  }
  cairo_line_to(context, points.back().x, points.back().y);
}

void throw_drawing(cairo_status_t status) {
  throw Error(ErrorKind::internal, "drawing", "The picture could not be drawn.", {}, cairo_status_to_string(status));
}

}  // namespace

Colour colour(std::string_view hex, double alpha) {
  const auto part = [&](std::size_t at) {
    int value = 0;
    for (std::size_t i = at; i < at + 2 && i < hex.size(); ++i) {
      const char c = hex[i];
      value = value * 16 + (c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    return value / 255.0;
  };
  return {part(1), part(3), part(5), alpha};
}

Colour blend(Colour over, Colour ground) {
  const auto mix = [&](double a, double b) { return a * over.alpha + b * (1 - over.alpha); };
  return {mix(over.red, ground.red), mix(over.green, ground.green), mix(over.blue, ground.blue), 1};
}

PaperSize paper_size(Paper paper, Turn turn) {
  constexpr double points = 72 / 25.4;
  constexpr std::array<std::pair<double, double>, 5> millimetres{{{210, 297}, {297, 420}, {420, 594}, {594, 841}, {841, 1189}}};
  const auto [width, height] = millimetres[static_cast<std::size_t>(paper)];
  return turn == Turn::portrait ? PaperSize{width * points, height * points} : PaperSize{height * points, width * points};
}

struct Canvas::Inside {
  enum class Kind { svg, png, pdf } kind = Kind::svg;
  cairo_surface_t* surface = nullptr;
  cairo_t* context = nullptr;
  PangoLayout* layout = nullptr;
  std::string bytes;
  std::string title;

  ~Inside() {
    if (layout) g_object_unref(layout);
    if (context) cairo_destroy(context);
    if (surface) cairo_surface_destroy(surface);
  }
  void begin() {
    use_embedded_fonts();
    if (const auto status = cairo_surface_status(surface); status != CAIRO_STATUS_SUCCESS) throw_drawing(status);
    context = cairo_create(surface);
    layout = pango_cairo_create_layout(context);
    PangoContext* pango = pango_layout_get_context(layout);
    // The same text breaks in the same place on screen and paper: no rounding to pixels.
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(pango, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(pango, FALSE);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  }
  void set(Colour c) { cairo_set_source_rgba(context, c.red, c.green, c.blue, c.alpha); }
  void trace_box(double x, double y, double width, double height, double radius) {
    using std::numbers::pi;
    const double r = std::min({radius, width / 2, height / 2});
    cairo_new_path(context);
    if (r <= 0) {
      cairo_rectangle(context, x, y, width, height);
      return;
    }
    cairo_arc(context, x + width - r, y + r, r, -pi / 2, 0);
    cairo_arc(context, x + width - r, y + height - r, r, 0, pi / 2);
    cairo_arc(context, x + r, y + height - r, r, pi / 2, pi);
    cairo_arc(context, x + r, y + r, r, pi, 1.5 * pi);
    cairo_close_path(context);
  }
  void trace_polygon(std::span<const Place> corners) {
    cairo_new_path(context);
    for (const Place& p : corners) cairo_line_to(context, p.x, p.y);
    cairo_close_path(context);
  }
  void stroke(const Pen& pen) {
    set(pen.colour);
    cairo_set_line_width(context, pen.width);
    cairo_set_line_cap(context, pen.round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    cairo_set_line_join(context, pen.round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
    cairo_set_dash(context, pen.dashes.data(), static_cast<int>(pen.dashes.size()), 0);
    cairo_stroke(context);
  }
  void paint(std::optional<Colour> fill, const std::optional<Pen>& pen) {
    if (fill) {
      set(*fill);
      pen ? cairo_fill_preserve(context) : cairo_fill(context);
    }
    if (pen) stroke(*pen);
    cairo_new_path(context);
  }
  void prepare(std::string_view utf8, const TextStyle& style) {
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family(font, "Inter, sans-serif");
    pango_font_description_set_weight(font, pango_weight(style.weight));
    pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    const std::string text = valid_utf8(utf8);
    pango_layout_set_text(layout, text.c_str(), static_cast<int>(text.size()));
  }
};

Canvas::Canvas(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) { inside_->begin(); }
Canvas::Canvas(Canvas&&) noexcept = default;
Canvas& Canvas::operator=(Canvas&&) noexcept = default;
Canvas::~Canvas() = default;

Canvas Canvas::svg(double width, double height, std::string_view title) {
  auto inside = std::make_unique<Inside>();
  inside->kind = Inside::Kind::svg;
  inside->title = title;
  inside->surface = cairo_svg_surface_create_for_stream(append, &inside->bytes, width, height);
  cairo_svg_surface_set_document_unit(inside->surface, CAIRO_SVG_UNIT_PX);
  return Canvas(std::move(inside));
}

Canvas Canvas::png(double width, double height, double scale) {
  const double across = std::ceil(width * scale);
  const double down = std::ceil(height * scale);
  if (!(across * down <= 2e8) || across > 32000 || down > 32000)
    throw Error(ErrorKind::too_large, "picture_too_large", "This picture would be too large; choose a smaller scale.");
  auto inside = std::make_unique<Inside>();
  inside->kind = Inside::Kind::png;
  inside->surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, std::max(1, static_cast<int>(across)), std::max(1, static_cast<int>(down)));
  Canvas canvas(std::move(inside));
  cairo_scale(canvas.inside_->context, scale, scale);
  return canvas;
}

Canvas Canvas::pdf(PaperSize size, std::string_view title) {
  auto inside = std::make_unique<Inside>();
  inside->kind = Inside::Kind::pdf;
  inside->surface = cairo_pdf_surface_create_for_stream(append, &inside->bytes, size.width, size.height);
  cairo_pdf_surface_set_metadata(inside->surface, CAIRO_PDF_METADATA_TITLE, valid_utf8(title).c_str());
  return Canvas(std::move(inside));
}

namespace {

/// The drawing library numbers its surfaces through the whole process, so that a file would tell how many pictures were
/// painted before it, for anybody. Each file counts its own.
void count_surfaces_anew(std::string& svg) {
  constexpr std::string_view name = "surface";
  std::vector<std::string> seen;
  for (std::size_t at = svg.find(name); at != std::string::npos; at = svg.find(name, at + name.size())) {
    std::size_t first = at + name.size(), end = first;
    while (end < svg.size() && svg[end] >= '0' && svg[end] <= '9') ++end;
    if (end == first) continue;
    std::string number = svg.substr(first, end - first);
    auto known = std::find(seen.begin(), seen.end(), number);
    auto place = known - seen.begin();
    if (known == seen.end()) seen.push_back(number);
    svg.replace(first, end - first, std::to_string(place));
  }
}

}  // namespace

std::string Canvas::finish() {
  Inside& in = *inside_;
  if (const auto status = cairo_status(in.context); status != CAIRO_STATUS_SUCCESS) throw_drawing(status);
  if (in.kind == Inside::Kind::png) {
    if (const auto status = cairo_surface_write_to_png_stream(in.surface, append, &in.bytes); status != CAIRO_STATUS_SUCCESS) throw_drawing(status);
  }
  cairo_surface_finish(in.surface);
  if (const auto status = cairo_surface_status(in.surface); status != CAIRO_STATUS_SUCCESS) throw_drawing(status);
  std::string out = std::move(in.bytes);
  if (in.kind == Inside::Kind::svg) count_surfaces_anew(out);
  if (in.kind == Inside::Kind::svg && !in.title.empty()) {
    // A name for those who do not see the picture.
    const std::size_t tag = out.find("<svg");
    const std::size_t end = tag == std::string::npos ? tag : out.find('>', tag);
    if (end != std::string::npos) {
      out.insert(end + 1, "\n<title>" + escaped(in.title) + "</title>");
      out.insert(end, " role=\"img\"");
    }
  }
  return out;
}

void Canvas::new_page() { cairo_show_page(inside_->context); }
void Canvas::save() { cairo_save(inside_->context); }
void Canvas::restore() { cairo_restore(inside_->context); }
void Canvas::translate(double x, double y) { cairo_translate(inside_->context, x, y); }
void Canvas::scale(double factor) { cairo_scale(inside_->context, factor, factor); }

void Canvas::clip(double x, double y, double width, double height) {
  cairo_rectangle(inside_->context, x, y, width, height);
  cairo_clip(inside_->context);
}

void Canvas::box(double x, double y, double width, double height, double radius, std::optional<Colour> fill, std::optional<Pen> pen) {
  inside_->trace_box(x, y, width, height, radius);
  inside_->paint(fill, pen);
}

void Canvas::shaded_box(double x, double y, double width, double height, double radius, Colour top, Colour bottom) {
  inside_->trace_box(x, y, width, height, radius);
  cairo_pattern_t* pattern = cairo_pattern_create_linear(x, y, x, y + height);
  cairo_pattern_add_color_stop_rgba(pattern, 0, top.red, top.green, top.blue, top.alpha);
  cairo_pattern_add_color_stop_rgba(pattern, 1, bottom.red, bottom.green, bottom.blue, bottom.alpha);
  cairo_set_source(inside_->context, pattern);
  cairo_fill(inside_->context);
  cairo_pattern_destroy(pattern);
}

void Canvas::circle(Place centre, double radius, std::optional<Colour> fill, std::optional<Pen> pen) {
  cairo_new_path(inside_->context);
  cairo_arc(inside_->context, centre.x, centre.y, radius, 0, 2 * std::numbers::pi);
  cairo_close_path(inside_->context);
  inside_->paint(fill, pen);
}

void Canvas::polygon(std::span<const Place> corners, std::optional<Colour> fill, std::optional<Pen> pen) {
  inside_->trace_polygon(corners);
  inside_->paint(fill, pen);
}

void Canvas::polyline(std::span<const Place> points, const Pen& pen, double radius) {
  cairo_new_path(inside_->context);
  trace_rounded(inside_->context, points, radius);
  inside_->stroke(pen);
}

void Canvas::polylines(std::span<const std::vector<Place>> lines, const Pen& pen, double radius) {
  cairo_new_path(inside_->context);
  for (const auto& points : lines) trace_rounded(inside_->context, points, radius);
  inside_->stroke(pen);
}

void Canvas::clip_polygon(std::span<const Place> corners) {
  inside_->trace_polygon(corners);
  cairo_clip(inside_->context);
}

void Canvas::clip_circle(Place centre, double radius) {
  cairo_new_path(inside_->context);
  cairo_arc(inside_->context, centre.x, centre.y, radius, 0, 2 * std::numbers::pi);
  cairo_clip(inside_->context);
}

double Canvas::text(double x, double y, double width, std::string_view utf8, const TextStyle& style) {
  Inside& in = *inside_;
  if (width <= 0 || utf8.empty()) return 0;
  in.prepare(utf8, style);
  pango_layout_set_width(in.layout, static_cast<int>(width * PANGO_SCALE));
  pango_layout_set_height(in.layout, -std::max(1, style.lines));
  pango_layout_set_ellipsize(in.layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_line_spacing(in.layout, static_cast<float>(style.line_height / 1.21));
  pango_layout_set_alignment(in.layout, style.align == Align::left ? PANGO_ALIGN_LEFT : style.align == Align::centre ? PANGO_ALIGN_CENTER : PANGO_ALIGN_RIGHT);
  in.set(style.colour);
  cairo_move_to(in.context, x, y);
  pango_cairo_update_layout(in.context, in.layout);
  pango_cairo_show_layout(in.context, in.layout);
  cairo_new_path(in.context);
  int units_wide = 0, units_high = 0;
  pango_layout_get_size(in.layout, &units_wide, &units_high);
  return static_cast<double>(units_high) / PANGO_SCALE;
}

double Canvas::text_width(std::string_view utf8, const TextStyle& style) {
  Inside& in = *inside_;
  in.prepare(utf8, style);
  pango_layout_set_width(in.layout, -1);
  pango_layout_set_height(in.layout, -1);
  int units = 0;
  pango_layout_get_size(in.layout, &units, nullptr);
  return static_cast<double>(units) / PANGO_SCALE;
}

}  // namespace entente::print
