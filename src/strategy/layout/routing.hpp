#pragma once
#include "strategy/layout/model.hpp"

/// The ways of arrows. The map is cut into strips from left to right: gap 0, column 0, gap 1, … gap n; strip 2g is the
/// gap left of column g, strip 2c + 1 is column c. Between the rows lie channels; channel k lies above row k, channel −1
/// below the lowest row. Arrows run sideways in channels only, and cross a row only in a gap or an empty cell, so that
/// none can meet a card.
namespace entente::strategy::layout {

/// The part of a target's bus that crosses rows: its virtual nodes. `up` trunks carry causes from below, `down` trunks
/// bring feedback from above round to the bottom of the target.
struct Trunk {
  int target = 0;
  int low = 0;   ///< lowest row crossed
  int high = 0;  ///< highest row crossed
  std::vector<int> strip;
  std::vector<double> x;
  double at(int row) const { return x[static_cast<std::size_t>(row - low)]; }
  int strip_at(int row) const { return strip[static_cast<std::size_t>(row - low)]; }
};

/// What arrives at one side of a card from the same row: at most one neighbour in a straight line, and others by the
/// channel below the row.
struct SideBus {
  int target = 0;
  bool at_left = true;
  int near = -1;           ///< the neighbouring cause
  std::vector<int> far;    ///< causes with cards between
  double x = 0;            ///< where the way from below comes up beside the target
  std::vector<double> far_x;
  double y = 0;            ///< offset of the head from the middle of the card
  std::vector<double> far_y;
};

/// All x coordinates.
struct Corridors {
  std::vector<double> column_x;
  double right = 0;
  std::vector<std::optional<Trunk>> up;    ///< by target
  std::vector<std::optional<Trunk>> down;  ///< by target
  std::vector<SideBus> sides;
  std::vector<int> side_of;    ///< by edge: its bus in `sides`, −1 if it leaves at the top
  std::vector<double> port_x;  ///< by edge: where it leaves the top of its cause
  double centre(int column) const { return column_x[static_cast<std::size_t>(column)] + card_width / 2; }
};

/// `left` is where the first gap begins, `least_width` what all strips together should have.
Corridors find_corridors(const Model& model, double left, double least_width);

/// Parts of find_corridors. `has_head`, by node: something arrives at its bottom.
inline constexpr double port_margin = 12;  ///< from a card's corner
void place_sides(const Model& model, Corridors& corridors);
void place_ports(const Model& model, const std::vector<char>& has_head, Corridors& corridors);

/// One stretch of a way through a channel.
struct Step {
  int channel = 0;
  double from_x = 0;
  bool from_top = false;
  double to_x = 0;
  bool to_top = true;
};
/// The way of an edge through channels; empty for one that runs straight to its neighbour.
std::vector<Step> steps_of(const Model& model, const Corridors& corridors, int edge);
/// Arrows with the same bus share tracks: the target, or for arrows to a side a number of their own.
int bus_of(const Model& model, const Corridors& corridors, int edge);

/// The tracks of the channels.
struct Tracks {
  /// By channel + 1: the track of each bus, counted from the lowest; a bus that goes straight has none.
  std::vector<std::map<int, int>> track;
  std::vector<int> count;  ///< by channel + 1
  int crossings = 0;
};
Tracks assign_tracks(const Model& model, const Corridors& corridors);

}  // namespace entente::strategy::layout
