#pragma once
#include <cmath>
#include <functional>
#include <vector>

#include "strategy/layout/layout.hpp"

/// Inside of the layout: the passes and what they hand on. Only the files of this room include it.
namespace entente::strategy::layout {

/// An objective by number, in canonical order (code, then id), so that the order of the input changes nothing.
struct Node {
  int input = 0;      ///< position in the input
  int lane = 0;       ///< from the bottom
  int theme = 0;      ///< position in the input's themes; the number of themes stands for "none"
  int local_row = 0;  ///< within the lane, from the bottom
  int row = 0;        ///< of the map, from the bottom
  int column = 0;
  std::optional<Pin> pin;
  std::optional<Place> previous;
};

/// A link between nodes. One that runs against the reading direction does not shape the rows.
struct Edge {
  int input = 0;
  int from = 0;
  int to = 0;
  bool feedback = false;  ///< drawn dashed
  bool down = false;      ///< goes round to a lower row, or to its own; known once the rows are
};

struct Model {
  std::vector<Node> nodes;
  std::vector<Edge> edges;
  std::vector<int> rows_of_lane;   ///< at least one each
  std::vector<int> first_row;      ///< of each lane, in rows of the map
  std::vector<int> lane_of_row;
  int lanes = 0;
  int themes = 0;
  int rows = 0;
  int columns = 0;
  bool has_previous = false;

  /// Cards by cell (row × columns + column), −1 for an empty one.
  std::vector<int> cells;
  int cell(int row, int column) const { return cells[static_cast<std::size_t>(row * columns + column)]; }
  void fill_cells();
};

/// Numbers everything and finds the links that close cycles.
Model make_model(const Input& input);
/// Gives each node a row in its lane, and sets the number of columns to aim at. Flavour 1 draws cards nearer to the
/// lanes they are linked to.
void assign_rows(Model& model, int flavour);
/// Gives each node a column. The variant picks a starting order of the themes; false: there is no such variant.
bool assign_columns(Model& model, int variant);
/// Finds the ways of the arrows and computes all coordinates.
Picture draw(const Input& input, const Model& model);

}  // namespace entente::strategy::layout
