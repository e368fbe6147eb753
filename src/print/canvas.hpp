#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Drawing without knowledge of what is drawn: one set of shapes and texts, four kinds of result.
namespace entente::print {

/// Parts from 0 to 1.
struct Colour {
  double red = 0;
  double green = 0;
  double blue = 0;
  double alpha = 1;
};
/// From "#1B7F4B".
Colour colour(std::string_view hex, double alpha = 1);
/// What one sees of `over` (with its alpha) upon an opaque ground.
Colour blend(Colour over, Colour ground);

enum class Weight { regular, medium, semi_bold, bold };
enum class Align { left, centre, right };

struct TextStyle {
  double size = 12;  ///< px
  Weight weight = Weight::regular;
  Colour colour;
  int lines = 1;  ///< at most; what does not fit ends in an ellipsis
  Align align = Align::left;
  double line_height = 1.18;  ///< in units of the font's own
};

struct Pen {
  Colour colour;
  double width = 1;
  std::vector<double> dashes = {};
  bool round = false;  ///< round ends and joins
};

struct Place {
  double x = 0;
  double y = 0;
};

/// Sizes of ISO paper.
enum class Paper { a4, a3, a2, a1, a0 };
enum class Turn { portrait, landscape };
struct PaperSize {
  double width = 0;   ///< points of 1/72 inch
  double height = 0;
};
PaperSize paper_size(Paper paper, Turn turn);

/// A surface to draw on, in px (svg, png) or points (pdf); y grows downwards. Drawing after `finish` is a defect. Throws
/// `internal` if the drawing library reports an error, `too_large` for a picture of more than 200 million pixels.
class Canvas {
 public:
  static Canvas svg(double width, double height, std::string_view title);
  static Canvas png(double width, double height, double scale);
  static Canvas pdf(PaperSize size, std::string_view title);
  Canvas(Canvas&&) noexcept;
  Canvas& operator=(Canvas&&) noexcept;
  ~Canvas();

  /// Ends the drawing and gives the file's bytes.
  std::string finish();
  /// Starts another page of a PDF.
  void new_page();

  void save();
  void restore();
  void translate(double x, double y);
  void scale(double factor);
  void clip(double x, double y, double width, double height);

  void box(double x, double y, double width, double height, double radius, std::optional<Colour> fill,
           std::optional<Pen> pen = std::nullopt);
  /// Filled from `top` to `bottom`.
  void shaded_box(double x, double y, double width, double height, double radius, Colour top, Colour bottom);
  void circle(Place centre, double radius, std::optional<Colour> fill, std::optional<Pen> pen = std::nullopt);
  void polygon(std::span<const Place> corners, std::optional<Colour> fill, std::optional<Pen> pen = std::nullopt);
  /// Straight stretches with corners rounded by at most `radius`.
  void polyline(std::span<const Place> points, const Pen& pen, double radius = 0);
  /// Several as one stroke: where they lie on each other the line gets no thicker.
  void polylines(std::span<const std::vector<Place>> lines, const Pen& pen, double radius = 0);
  /// Draws within the outline of a polygon only, until `restore` (call `save` first).
  void clip_polygon(std::span<const Place> corners);
  void clip_circle(Place centre, double radius);

  /// Draws a text that begins at (x, y) and wraps at `width`; gives the height drawn.
  double text(double x, double y, double width, std::string_view utf8, const TextStyle& style);
  /// Width of the text on one line.
  double text_width(std::string_view utf8, const TextStyle& style);

 private:
  struct Inside;
  explicit Canvas(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace entente::print
