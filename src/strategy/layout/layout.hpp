#pragma once
#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

/// The geometry of the strategy map, computed once for screen, SVG, PNG and PDF alike. Pure: the same input gives the
/// same picture. All lengths are in px at scale 1; y grows downwards; the origin is the top left corner.
namespace entente::strategy::layout {

/// What a card measures.
inline constexpr double card_width = 172;
inline constexpr double card_height = 86;

BOOST_DEFINE_ENUM_CLASS(Sign, plus, minus)
/// Where an arrow enters its target.
BOOST_DEFINE_ENUM_CLASS(Entry, bottom, left, right)

// ---- What goes in -------------------------------------------------------------------------------------------------

/// A perspective. Lanes are given from the bottom up.
struct Lane {
  std::string id;
  std::string name;
  std::string question;
};
BOOST_DESCRIBE_STRUCT(Lane, (), (id, name, question))

struct Theme {
  std::string id;
  std::string name;
  int colour = 0;  ///< index into the palette
};
BOOST_DESCRIBE_STRUCT(Theme, (), (id, name, colour))

/// A place a person chose: a column of the whole map from the left (0 to 63) and, if given, a row of the objective's
/// lane from the bottom (0 to 31). Where two pins name one cell, the later objective takes the next free column.
struct Pin {
  int column = 0;
  std::optional<int> row;
};
BOOST_DESCRIBE_STRUCT(Pin, (), (column, row))

/// An objective. `theme` may be empty: no island. `title` is carried along and moves nothing.
struct Objective {
  std::string id;
  std::string code;
  std::string title;
  std::string lane;
  std::string theme;
  std::optional<Pin> pin;
};
BOOST_DESCRIBE_STRUCT(Objective, (), (id, code, title, lane, theme, pin))

/// "This helps that." Links from a thing to itself, and links with an end that is not on the map, are left out.
struct Link {
  std::string id;
  std::string from;
  std::string to;
  Sign sign = Sign::plus;
};
BOOST_DESCRIBE_STRUCT(Link, (), (id, from, to, sign))

/// A partner and what it wins.
struct Party {
  std::string id;
  std::string name;
  std::vector<std::string> wins;
};
BOOST_DESCRIBE_STRUCT(Party, (), (id, name, wins))

/// Where an objective stood in the picture before this one (`Card::column`, `Card::row`).
struct Place {
  std::string id;
  int column = 0;
  int row = 0;
};
BOOST_DESCRIBE_STRUCT(Place, (), (id, column, row))

struct Input {
  std::vector<Lane> lanes;  ///< bottom to top
  std::vector<Theme> themes;
  std::vector<Objective> objectives;
  std::vector<Link> links;
  std::vector<Party> parties;
  std::vector<std::string> values;
  /// The picture that people know. Where given, cards stay where they were unless a move saves at least a crossing.
  std::vector<Place> previous;
};
BOOST_DESCRIBE_STRUCT(Input, (), (lanes, themes, objectives, links, parties, values, previous))

// ---- What comes out -----------------------------------------------------------------------------------------------

struct Point {
  double x = 0;
  double y = 0;
};
BOOST_DESCRIBE_STRUCT(Point, (), (x, y))

struct Box {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
};
BOOST_DESCRIBE_STRUCT(Box, (), (x, y, width, height))

/// A partner's part of the wins band.
struct WinsBox {
  std::string party;
  std::string name;
  std::vector<std::string> wins;
  Box box;
};
BOOST_DESCRIBE_STRUCT(WinsBox, (), (party, name, wins, box))

/// A perspective: `label` is where name, question and counts of lights go. `row_y` holds the top of each row, the
/// bottom row first.
struct LaneBox {
  std::string id;
  std::string name;
  std::string question;
  Box box;
  Box label;
  std::vector<double> row_y;
};
BOOST_DESCRIBE_STRUCT(LaneBox, (), (id, name, question, box, label, row_y))

/// The tint behind the cards of one theme in one lane. `label` is a free place for the theme's name.
struct Island {
  std::string theme;
  std::string lane;
  std::string name;
  int colour = 0;
  Box box;
  Box label;
};
BOOST_DESCRIBE_STRUCT(Island, (), (theme, lane, name, colour, box, label))

struct Card {
  std::string id;
  std::string code;
  std::string title;
  std::string lane;
  std::string theme;
  Box box;
  int column = 0;  ///< of the whole map, from the left
  int row = 0;     ///< of the lane, from the bottom
  bool pinned = false;
};
BOOST_DESCRIBE_STRUCT(Card, (), (id, code, title, lane, theme, box, column, row, pinned))

/// A link's way from its cause to its effect: right angles only; the last point is the tip of the head, on the edge of
/// the target's card. Corners are rounded with `radius`, or half the shorter neighbouring stretch where that is less.
/// Arrows to one target share its track and its head.
struct Arrow {
  std::string link;
  std::string from;
  std::string to;
  Sign sign = Sign::plus;
  bool feedback = false;  ///< part of a cycle, or against the reading direction: drawn dashed
  Entry entry = Entry::bottom;
  double radius = 7;
  std::vector<Point> points;
};
BOOST_DESCRIBE_STRUCT(Arrow, (), (link, from, to, sign, feedback, entry, radius, points))

struct ValuesStrip {
  std::vector<std::string> values;
  Box box;
};
BOOST_DESCRIBE_STRUCT(ValuesStrip, (), (values, box))

struct Picture {
  double width = 0;
  double height = 0;
  std::vector<WinsBox> wins;   ///< by name of partner: nobody is put first
  std::vector<LaneBox> lanes;  ///< bottom to top, as given
  std::vector<Island> islands;
  std::vector<Card> cards;       ///< in the order of the input
  std::vector<Arrow> arrows;     ///< in the order of the input
  ValuesStrip values;
  std::vector<double> column_x;  ///< left edge of each column
  int crossings = 0;             ///< places where arrows to different targets cross
};
BOOST_DESCRIBE_STRUCT(Picture, (), (width, height, wins, lanes, islands, cards, arrows, values, column_x, crossings))

/// Computes the picture. Throws `bad_input` for an objective whose lane is not given, and for ids that come twice.
Picture compute(const Input& input);

/// The cell nearest to a point: where a card that is dropped there should be pinned.
struct Drop {
  std::string lane;
  Pin pin;
};
BOOST_DESCRIBE_STRUCT(Drop, (), (lane, pin))
/// Nothing if the point lies in no lane.
std::optional<Drop> drop_at(const Picture& picture, Point point);

}  // namespace entente::strategy::layout
