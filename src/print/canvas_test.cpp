#include "print/canvas.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"

namespace entente::print {
namespace {

TEST_CASE("a colour is read from its hexadecimal parts") {
  const Colour c = colour("#1b7F4B", 0.5);
  CHECK(c.red == doctest::Approx(27 / 255.0));
  CHECK(c.green == doctest::Approx(127 / 255.0));
  CHECK(c.blue == doctest::Approx(75 / 255.0));
  CHECK(c.alpha == 0.5);
  CHECK(blend(c, colour("#FFFFFF")).red == doctest::Approx((27 / 255.0 + 1) / 2));
}

TEST_CASE("bold letters are wider: the built-in typeface has its weights") {
  Canvas canvas = Canvas::png(10, 10, 1);
  const double regular = canvas.text_width("Strategy map", {20, Weight::regular, {}});
  const double medium = canvas.text_width("Strategy map", {20, Weight::medium, {}});
  const double semi_bold = canvas.text_width("Strategy map", {20, Weight::semi_bold, {}});
  const double bold = canvas.text_width("Strategy map", {20, Weight::bold, {}});
  CHECK(regular < medium);
  CHECK(medium < semi_bold);
  CHECK(semi_bold < bold);
}

TEST_CASE("a long text keeps to its lines") {
  Canvas canvas = Canvas::svg(300, 300, "test");
  const std::string text = "Development plans that are viable: commercially and for regulators, on both sides of the ocean";
  const double one = canvas.text(0, 0, 120, "x", {12, Weight::regular, {}});
  const double three = canvas.text(0, 0, 120, text, {12, Weight::regular, {}, 3});
  CHECK(three > 2.5 * one);
  CHECK(three < 3.5 * one);
}

TEST_CASE("a picture too large for memory is refused") {
  CHECK_THROWS_AS(Canvas::png(30000, 30000, 1), Error);
  CHECK_THROWS_AS(Canvas::png(1e300, 10, 1), Error);
}

TEST_CASE("a PDF can have several pages") {
  Canvas canvas = Canvas::pdf(paper_size(Paper::a4, Turn::portrait), "Two pages");
  canvas.box(10, 10, 50, 50, 4, colour("#1B7F4B"));
  canvas.new_page();
  canvas.circle({50, 50}, 20, std::nullopt, Pen{colour("#C62828"), 2, {4, 2}});
  const std::string bytes = canvas.finish();
  CHECK(bytes.starts_with("%PDF"));
  CHECK(bytes.find("/Count 2") != std::string::npos);
}

}  // namespace
}  // namespace entente::print
