#pragma once
#include "model/views_common.hpp"

/// What the map screen gets.
namespace entente::model {

struct LaneView {
  PerspectiveId id;
  std::int64_t version = 0;
  std::string name;
  std::string question;
  std::int64_t position = 0;
  Box box;
  Box label;
  Counts counts;
  bool unplaced = false;
};
BOOST_DESCRIBE_STRUCT(LaneView, (), (id, version, name, question, position, box, label, counts, unplaced))

struct IslandView {
  ThemeId theme;
  PerspectiveId lane;
  Box box;
  Box label;
};
BOOST_DESCRIBE_STRUCT(IslandView, (), (theme, lane, box, label))

struct CardView {
  ObjectiveId id;
  std::int64_t version = 0;
  std::string code;
  std::string title;
  PerspectiveId lane;
  ThemeId theme;
  Box box;
  Judgement judgement;
  std::vector<PartyId> wins;
  bool pinned = false;
  int column = 0;
  int row = 0;
  SpaceRef space;
  int measures = 0;
};
BOOST_DESCRIBE_STRUCT(CardView, (), (id, version, code, title, lane, theme, box, judgement, wins, pinned, column, row, space, measures))

/// A stretch of an arrow: of one link, or the trunk that several share on their way to one objective.
struct ArrowView {
  std::vector<LinkId> links;
  std::vector<ObjectiveId> from;
  ObjectiveId to;
  strategy::Sign sign = strategy::Sign::helps;
  std::vector<Point> points;
  bool head = true;
  bool dashed = false;
};
BOOST_DESCRIBE_STRUCT(ArrowView, (), (links, from, to, sign, points, head, dashed))

struct LinkView {
  LinkId id;
  std::int64_t version = 0;
  ObjectiveId from;
  ObjectiveId to;
  strategy::Sign sign = strategy::Sign::helps;
  std::int64_t lag_months = 0;
  strategy::Strength strength = strategy::Strength::medium;
};
BOOST_DESCRIBE_STRUCT(LinkView, (), (id, version, from, to, sign, lag_months, strength))

struct WinItem {
  WinId id;
  std::int64_t version = 0;
  std::string text;
  std::vector<ObjectiveId> objectives;
};
BOOST_DESCRIBE_STRUCT(WinItem, (), (id, version, text, objectives))

struct WinsView {
  PartyId party;
  std::string name;
  Mark mark;
  Box box;
  std::vector<WinItem> items;
};
BOOST_DESCRIBE_STRUCT(WinsView, (), (party, name, mark, box, items))

struct ValueView {
  ValueId id;
  std::int64_t version = 0;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(ValueView, (), (id, version, text))

struct ThemeHead {
  ThemeId id;
  std::int64_t version = 0;
  std::string name;
  std::int64_t colour = 0;
  std::optional<PersonName> leader;
  Judgement judgement;
};
BOOST_DESCRIBE_STRUCT(ThemeHead, (), (id, version, name, colour, leader, judgement))

struct MapView {
  AllianceHead alliance;
  PeriodInfo period;
  bool ratified = false;
  Rights rights;
  double width = 0;
  double height = 0;
  std::vector<LaneView> lanes;  ///< bottom to top
  std::vector<IslandView> islands;
  std::vector<CardView> cards;
  std::vector<ArrowView> arrows;
  std::vector<LinkView> links;
  std::vector<WinsView> wins;
  std::vector<ValueView> values;
  Box values_box;
  std::vector<ThemeHead> themes;
  std::vector<std::string> advice;
};
BOOST_DESCRIBE_STRUCT(MapView, (),
                      (alliance, period, ratified, rights, width, height, lanes, islands, cards, arrows, links, wins, values,
                       values_box, themes, advice))

}  // namespace entente::model
