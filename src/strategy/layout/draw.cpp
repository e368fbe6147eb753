// The picture: heights of lanes and channels, boxes, islands and their names, and the points of the arrows.
#include "strategy/layout/routing.hpp"

namespace entente::strategy::layout {
namespace {

constexpr double least_width = 1290;
constexpr double label_left = 16;
constexpr double label_width = 132;
constexpr double content_left = label_left + label_width;
constexpr double right_margin = 0;
constexpr double wins_height = 66;
constexpr double wins_gap = 12;
constexpr int most_wins_in_row = 4;
constexpr double values_height = 38;
constexpr double lane_gap = 12;
constexpr double lane_pad = 9;
constexpr double island_side = 8;
constexpr double island_top = 23;       ///< room for the theme's name
constexpr double island_bottom = 11;    ///< room for the heads of arrows
constexpr double track_distance = 8;
constexpr double row_gap = 38;          ///< between two rows of one lane
constexpr double least_lane = 96;       ///< room for name, question and counts
constexpr double empty_row = 58;

/// Heights, from the top down.
struct Heights {
  std::vector<double> row_y;       ///< top of the cards, by row
  std::vector<double> row_height;
  std::vector<double> track_y;     ///< lowest track of each channel, by channel + 1
  std::vector<Box> lanes;          ///< x and width not yet set
  double values_y = 0;
  double bottom = 0;
};

Heights find_heights(const Model& model, const Tracks& tracks, double y) {
  Heights heights;
  heights.row_y.resize(static_cast<std::size_t>(model.rows));
  heights.row_height.assign(static_cast<std::size_t>(model.rows), card_height);
  heights.track_y.assign(static_cast<std::size_t>(model.rows + 1), 0);
  heights.lanes.resize(static_cast<std::size_t>(model.lanes));
  std::vector<int> cards_in_lane(static_cast<std::size_t>(model.lanes), 0);
  for (const Node& node : model.nodes) ++cards_in_lane[node.lane];
  for (int r = 0; r < model.rows; ++r)
    if (cards_in_lane[model.lane_of_row[r]] == 0) heights.row_height[r] = empty_row;
  const auto tracks_in = [&](int channel) { return tracks.count[static_cast<std::size_t>(channel + 1)]; };
  const auto span = [&](int channel) { return track_distance * std::max(0, tracks_in(channel) - 1); };

  for (int l = model.lanes - 1; l >= 0; --l) {
    Box& lane = heights.lanes[l];
    const int top_row = model.first_row[l] + model.rows_of_lane[l] - 1;
    lane.y = y;
    // Ways above the whole map run inside the top lane.
    if (l == model.lanes - 1 && tracks_in(top_row) > 0) {
      heights.track_y[static_cast<std::size_t>(top_row + 1)] = y + 8 + span(top_row);
      y += 8 + span(top_row);
    }
    y += lane_pad + island_top;
    for (int r = top_row; r >= model.first_row[l]; --r) {
      heights.row_y[r] = y;
      y += heights.row_height[r];
      if (r == model.first_row[l]) break;
      const double need = std::max(row_gap, span(r - 1) + 32);
      // A little lower than the middle: the head needs room above.
      heights.track_y[static_cast<std::size_t>(r)] = y + need / 2 + span(r - 1) / 2 + 2;
      y += need;
    }
    y += island_bottom;
    const double island_end = y;
    y += lane_pad;
    double gap = lane_gap;
    if (l > 0) {
      gap = std::max(lane_gap, span(model.first_row[l] - 1) + 12 - 2 * lane_pad + 4);
    } else if (tracks_in(-1) > 0) {
      heights.track_y[0] = y + span(-1);
      y += span(-1) + 8;
    }
    const double missing = std::max(0.0, lane.y + least_lane - y);
    if (missing > 0) {  // a low lane grows on both sides of its rows
      for (int r = model.first_row[l]; r <= top_row; ++r) heights.row_y[r] += missing / 2;
      y += missing;
    }
    lane.height = y - lane.y;
    if (l > 0) {
      const double next_island = y + gap + lane_pad;
      heights.track_y[static_cast<std::size_t>(model.first_row[l])] =
          (island_end + missing + next_island) / 2 + span(model.first_row[l] - 1) / 2;
    }
    y += gap;
  }
  heights.values_y = y;
  return heights;
}

/// Width of a text in Inter semi-bold of 11 px, on the safe side.
double text_width(std::string_view text) {
  double width = 0;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0) == 0x80) continue;
    width += c == 'i' || c == 'l' || c == ' ' || c == 't' || c == 'f' || c == 'r' || c == 'j' ? 4.2
             : c == 'm' || c == 'w' || (c >= 'A' && c <= 'Z') ? 8.6 : 6.8;
  }
  return width;
}

/// Cells of one theme in one lane, cut into boxes that hold no foreign card.
struct Cells {
  int left, right, low, high;
};

std::vector<Cells> cut_islands(const Model& model, int lane, int theme) {
  const int low = model.first_row[lane];
  const int high = low + model.rows_of_lane[lane] - 1;
  const auto is_free = [&](const Cells& cells) {
    for (int r = cells.low; r <= cells.high; ++r)
      for (int c = cells.left; c <= cells.right; ++c)
        if (const int n = model.cell(r, c); n >= 0 && model.nodes[n].theme != theme) return false;
    return true;
  };
  std::vector<Cells> islands;
  std::optional<Cells> open;
  for (int c = 0; c < model.columns; ++c) {
    Cells column{c, c, low, high};
    bool any = false;
    for (int r = low; r <= high; ++r) {
      const int n = model.cell(r, c);
      any = any || (n >= 0 && model.nodes[n].theme == theme);
    }
    if (!any) continue;
    if (!is_free(column)) {  // shares its column with another theme: card by card
      if (open) islands.push_back(*open);
      open.reset();
      for (int r = low; r <= high; ++r)
        if (const int n = model.cell(r, c); n >= 0 && model.nodes[n].theme == theme) {
          if (!islands.empty() && islands.back().left == c && islands.back().right == c && islands.back().high == r - 1)
            islands.back().high = r;
          else
            islands.push_back({c, c, r, r});
        }
      continue;
    }
    if (open && is_free({open->left, c, low, high})) {
      open->right = c;
      continue;
    }
    if (open) islands.push_back(*open);
    open = column;
  }
  if (open) islands.push_back(*open);
  return islands;
}

/// Puts the name of an island where no arrow passes, as far left as possible; if no place is wide enough, at the left.
Box place_label(const Island& island, const std::vector<Arrow>& arrows) {
  const double left = island.box.x + 11;
  const double right = island.box.x + island.box.width - 9;
  const Box strip{left, island.box.y + 3, right - left, 18};
  std::vector<double> cuts;
  for (const Arrow& arrow : arrows)
    for (std::size_t i = 1; i < arrow.points.size(); ++i) {
      const Point& a = arrow.points[i - 1];
      const Point& b = arrow.points[i];
      if (a.x == b.x && a.x > left - 4 && a.x < right + 4 && std::min(a.y, b.y) < strip.y + strip.height &&
          std::max(a.y, b.y) > strip.y)
        cuts.push_back(a.x);
    }
  cuts.push_back(right + 5);
  std::sort(cuts.begin(), cuts.end());
  const double wanted = text_width(island.name);
  double from = left;
  double best_from = left;
  double best_width = -1;
  for (const double cut : cuts) {
    const double width = cut - 5 - from;
    if (width >= wanted) return {from, strip.y, std::min(width, wanted + 8), strip.height};
    if (width > best_width) best_width = width, best_from = from;
    from = std::max(from, cut + 5);
  }
  // Nearly wide enough: the painter shortens it. Otherwise across the arrows, on a patch of the island's colour.
  if (best_width >= 0.8 * wanted) return {best_from, strip.y, best_width, strip.height};
  return {left, strip.y, std::min(wanted + 4, strip.width), strip.height};
}

void add_point(std::vector<Point>& points, Point point) {
  if (!points.empty() && points.back().x == point.x && points.back().y == point.y) return;
  if (points.size() >= 2) {
    const Point& a = points[points.size() - 2];
    Point& b = points.back();
    if ((a.x == b.x && b.x == point.x) || (a.y == b.y && b.y == point.y)) {
      b = point;
      return;
    }
  }
  points.push_back(point);
}

void draw_arrows(const Input& input, const Model& model, const Corridors& corridors, const Tracks& tracks,
                 const Heights& heights, Picture& picture) {
  std::vector<int> order(model.edges.size());
  for (std::size_t e = 0; e < order.size(); ++e) order[e] = static_cast<int>(e);
  std::sort(order.begin(), order.end(), [&](int a, int b) { return model.edges[a].input < model.edges[b].input; });
  for (const int e : order) {
    const Edge& edge = model.edges[e];
    const Link& link = input.links[edge.input];
    const Node& from = model.nodes[edge.from];
    const Node& to = model.nodes[edge.to];
    Arrow arrow{link.id, link.from, link.to, link.sign, edge.feedback, Entry::bottom, 7, {}};
    const std::vector<Step> steps = steps_of(model, corridors, e);
    const int bus = bus_of(model, corridors, e);
    Point tip{corridors.centre(to.column), heights.row_y[to.row] + card_height};
    if (const int s = corridors.side_of[e]; s >= 0) {
      const SideBus& side = corridors.sides[s];
      const double middle = heights.row_y[to.row] + card_height / 2;
      arrow.entry = side.at_left ? Entry::left : Entry::right;
      tip = {corridors.column_x[to.column] + (side.at_left ? 0 : card_width), middle + side.y};
      const double edge_x = corridors.column_x[from.column] + (side.at_left ? card_width : 0);
      double y = middle + side.y;
      for (std::size_t i = 0; i < side.far.size(); ++i)
        if (side.far[i] == edge.from) y = middle + side.far_y[i];
      add_point(arrow.points, {edge_x, y});
      if (!steps.empty()) add_point(arrow.points, {steps[0].from_x, y});
    } else {
      add_point(arrow.points, {corridors.port_x[e], heights.row_y[from.row]});
    }
    for (const Step& step : steps) {
      if (step.from_x == step.to_x) continue;
      const auto channel = static_cast<std::size_t>(step.channel + 1);
      const double y = heights.track_y[channel] - track_distance * tracks.track[channel].at(bus);
      add_point(arrow.points, {step.from_x, y});
      add_point(arrow.points, {step.to_x, y});
    }
    if (arrow.entry != Entry::bottom && !steps.empty()) add_point(arrow.points, {steps[0].to_x, tip.y});
    add_point(arrow.points, tip);
    picture.arrows.push_back(std::move(arrow));
  }
}

void draw_wins(const Input& input, Picture& picture) {
  std::vector<const Party*> parties;
  for (const Party& party : input.parties) parties.push_back(&party);
  std::stable_sort(parties.begin(), parties.end(), [](auto* a, auto* b) { return std::tie(a->name, a->id) < std::tie(b->name, b->id); });
  const int count = static_cast<int>(parties.size());
  const int rows = (count + most_wins_in_row - 1) / most_wins_in_row;
  const int in_row = rows ? (count + rows - 1) / rows : 1;
  const double width = (picture.width - (in_row - 1) * wins_gap) / in_row;
  for (int i = 0; i < count; ++i)
    picture.wins.push_back({parties[i]->id, parties[i]->name, parties[i]->wins,
                            {(i % in_row) * (width + wins_gap), (i / in_row) * (wins_height + wins_gap), width, wins_height}});
}

}  // namespace

Picture draw(const Input& input, const Model& model) {
  Picture picture;
  const Corridors corridors = find_corridors(model, content_left, least_width - content_left - right_margin);
  const Tracks tracks = assign_tracks(model, corridors);
  picture.width = std::max(least_width, corridors.right + right_margin);
  picture.column_x = corridors.column_x;
  picture.crossings = tracks.crossings;
  draw_wins(input, picture);
  const double wins_end = picture.wins.empty() ? 0 : picture.wins.back().box.y + wins_height + 18;
  const Heights heights = find_heights(model, tracks, wins_end);

  for (int l = 0; l < model.lanes; ++l) {
    const Lane& lane = input.lanes[l];
    LaneBox box{lane.id, lane.name, lane.question, {0, heights.lanes[l].y, picture.width, heights.lanes[l].height}, {}, {}};
    box.label = {label_left, box.box.y + 12, label_width - 10, box.box.height - 24};
    for (int r = 0; r < model.rows_of_lane[l]; ++r) box.row_y.push_back(heights.row_y[model.first_row[l] + r]);
    picture.lanes.push_back(std::move(box));
  }
  picture.cards.resize(input.objectives.size());
  for (const Node& node : model.nodes) {
    const Objective& objective = input.objectives[node.input];
    picture.cards[node.input] = {objective.id, objective.code, objective.title, objective.lane, objective.theme,
                                 {corridors.column_x[node.column], heights.row_y[node.row], card_width, card_height},
                                 node.column, node.local_row, node.pin.has_value()};
  }
  draw_arrows(input, model, corridors, tracks, heights, picture);
  for (int l = 0; l < model.lanes; ++l)
    for (int t = 0; t < model.themes; ++t)
      for (const Cells& cells : cut_islands(model, l, t)) {
        const Theme& theme = input.themes[t];
        const double left = corridors.column_x[cells.left] - island_side;
        const double right = corridors.column_x[cells.right] + card_width + island_side;
        const double top = heights.row_y[cells.high] - island_top;
        const double bottom = heights.row_y[cells.low] + card_height + island_bottom;
        Island island{theme.id, input.lanes[l].id, theme.name, theme.colour, {left, top, right - left, bottom - top}, {}};
        island.label = place_label(island, picture.arrows);
        picture.islands.push_back(std::move(island));
      }
  picture.values = {input.values, {0, heights.values_y, picture.width, input.values.empty() ? 0 : values_height}};
  picture.height = heights.values_y + (input.values.empty() ? (model.lanes ? -lane_gap : 0) : values_height);
  return picture;
}

}  // namespace entente::strategy::layout
