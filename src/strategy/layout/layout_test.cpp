#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "base/error.hpp"
#include "strategy/layout/sample_maps.hpp"

namespace entente::strategy::layout {
namespace {

constexpr double tiny = 1e-6;

bool overlap(const Box& a, const Box& b) {
  return a.x < b.x + b.width - tiny && b.x < a.x + a.width - tiny && a.y < b.y + b.height - tiny && b.y < a.y + a.height - tiny;
}

/// Does a stretch run through the inside of a box? Touching its edge (leaving, arriving) does not count.
bool cuts(const Point& a, const Point& b, const Box& box) {
  return std::max(a.x, b.x) > box.x + tiny && std::min(a.x, b.x) < box.x + box.width - tiny &&
         std::max(a.y, b.y) > box.y + tiny && std::min(a.y, b.y) < box.y + box.height - tiny;
}

struct Stretch {
  double line, low, high;
  std::string bus;
};

/// Every law of the geometry; the answer is what is broken, or nothing.
std::string broken_law(const Input& input, const Picture& picture) {
  std::map<std::string, const Card*> cards;
  std::map<std::string, const LaneBox*> lanes;
  for (const LaneBox& lane : picture.lanes) lanes[lane.id] = &lane;
  if (picture.cards.size() != input.objectives.size()) return "a card is missing";
  for (const Card& card : picture.cards) {
    cards[card.id] = &card;
    if (card.box.width != card_width || card.box.height != card_height) return "size of " + card.id;
    const Box& lane = lanes.at(card.lane)->box;
    if (card.box.x < lane.x + 140 || card.box.x + card.box.width > lane.x + lane.width || card.box.y < lane.y ||
        card.box.y + card.box.height > lane.y + lane.height)
      return card.id + " is not within its lane";
  }
  for (std::size_t i = 0; i < picture.cards.size(); ++i)
    for (std::size_t j = i + 1; j < picture.cards.size(); ++j)
      if (overlap(picture.cards[i].box, picture.cards[j].box)) return "cards overlap: " + picture.cards[i].id + " " + picture.cards[j].id;
  for (std::size_t l = 1; l < picture.lanes.size(); ++l)
    if (picture.lanes[l].box.y + picture.lanes[l].box.height > picture.lanes[l - 1].box.y + tiny) return "lanes overlap or are out of order";
  for (const Island& island : picture.islands)
    for (const Card& card : picture.cards)
      if (overlap(island.box, card.box) && (card.theme != island.theme || card.lane != island.lane))
        return "a foreign card in island " + island.name;
  for (std::size_t i = 0; i < picture.islands.size(); ++i)
    for (std::size_t j = i + 1; j < picture.islands.size(); ++j)
      if (overlap(picture.islands[i].box, picture.islands[j].box)) return "islands overlap";

  std::vector<Stretch> across, upright;
  for (const Arrow& arrow : picture.arrows) {
    const Card& from = *cards.at(arrow.from);
    const Card& to = *cards.at(arrow.to);
    if (arrow.points.size() < 2) return "an arrow without points";
    const Point& start = arrow.points.front();
    const Point& tip = arrow.points.back();
    if (arrow.entry == Entry::bottom) {
      if (std::abs(start.y - from.box.y) > tiny || start.x <= from.box.x || start.x >= from.box.x + card_width) return arrow.link + " does not leave at the top";
      if (std::abs(tip.y - to.box.y - card_height) > tiny || std::abs(tip.x - to.box.x - card_width / 2) > tiny) return arrow.link + " does not arrive at the bottom";
      if (arrow.points[arrow.points.size() - 2].x != tip.x) return arrow.link + " does not come from below";
    } else {
      if (std::abs(from.box.y - to.box.y) > tiny) return arrow.link + " joins sides of different rows";
      const double side = arrow.entry == Entry::left ? to.box.x : to.box.x + card_width;
      if (std::abs(tip.x - side) > tiny || tip.y <= to.box.y || tip.y >= to.box.y + card_height) return arrow.link + " does not arrive at the side";
    }
    for (std::size_t i = 1; i < arrow.points.size(); ++i) {
      const Point& a = arrow.points[i - 1];
      const Point& b = arrow.points[i];
      if (a.x != b.x && a.y != b.y) return arrow.link + " runs aslant";
      for (const Card& card : picture.cards)
        if (cuts(a, b, card.box)) return arrow.link + " runs over " + card.id;
      if (std::min(a.x, b.x) < 0 || std::max(a.x, b.x) > picture.width || std::min(a.y, b.y) < 0 || std::max(a.y, b.y) > picture.height)
        return arrow.link + " leaves the picture";
      const std::string bus = arrow.to + (arrow.entry == Entry::bottom ? "" : arrow.entry == Entry::left ? " left" : " right");
      if (a.x == b.x) upright.push_back({a.x, std::min(a.y, b.y), std::max(a.y, b.y), bus});
      else across.push_back({a.y, std::min(a.x, b.x), std::max(a.x, b.x), bus});
    }
  }
  for (auto* stretches : {&across, &upright}) {
    std::sort(stretches->begin(), stretches->end(), [](const Stretch& a, const Stretch& b) { return a.line < b.line; });
    for (std::size_t i = 0; i < stretches->size(); ++i)
      for (std::size_t j = i + 1; j < stretches->size() && (*stretches)[j].line - (*stretches)[i].line < 1e-3; ++j) {
        const Stretch& a = (*stretches)[i];
        const Stretch& b = (*stretches)[j];
        if (a.bus != b.bus && a.low < b.high - tiny && b.low < a.high - tiny) return "tracks of " + a.bus + " and " + b.bus + " lie on each other";
      }
  }
  return {};
}

bool same(const Picture& a, const Picture& b) { return boost::json::serialize(boost::json::value_from(a)) == boost::json::serialize(boost::json::value_from(b)); }

std::map<std::string, std::pair<int, int>> places(const Picture& picture) {
  std::map<std::string, std::pair<int, int>> found;
  for (const Card& card : picture.cards) found[card.id] = {card.column, card.row};
  return found;
}

std::vector<Place> as_previous(const Picture& picture) {
  std::vector<Place> previous;
  for (const Card& card : picture.cards) previous.push_back({card.id, card.column, card.row});
  return previous;
}

TEST_CASE("the reference map keeps every law") {
  const Input input = reference_map();
  const Picture picture = compute(input);
  CHECK(broken_law(input, picture) == "");
  CHECK(picture.lanes.size() == 4);
  CHECK(picture.cards.size() == 24);
  CHECK(picture.arrows.size() == input.links.size());
  CHECK(picture.width <= 1500);
  CHECK(picture.wins.size() == 2);
  CHECK(picture.wins[0].box.width == doctest::Approx(picture.wins[1].box.width));
  for (const Arrow& arrow : picture.arrows) CHECK_FALSE(arrow.feedback);
  for (const LaneBox& lane : picture.lanes) CHECK(lane.row_y.size() <= 3);
  // One island for each theme of a lane.
  std::set<std::pair<std::string, std::string>> islands;
  for (const Island& island : picture.islands) CHECK(islands.emplace(island.lane, island.theme).second);
}

TEST_CASE("an effect stands above its cause, or beside it where the rows do not suffice") {
  for (const Input& input : {reference_map(), random_map({4, 5, 25, 40}), random_map({2, 3, 20, 30})}) {
    const Picture picture = compute(input);
    std::map<std::string, const Card*> cards;
    for (const Card& card : picture.cards) cards[card.id] = &card;
    for (const Arrow& arrow : picture.arrows)
      if (!arrow.feedback) CHECK(cards[arrow.to]->box.y <= cards[arrow.from]->box.y);
  }
}

TEST_CASE("three rows hold a chain of three without links to the side") {
  Input input = random_map({1, 2, 6, 0});
  input.links = {{"1", "o0", "o1", Sign::plus}, {"2", "o1", "o2", Sign::plus}, {"3", "o3", "o4", Sign::plus}};
  const Picture picture = compute(input);
  CHECK(broken_law(input, picture) == "");
  for (const Arrow& arrow : picture.arrows) CHECK(arrow.entry == Entry::bottom);
}

TEST_CASE("the empty map, and lanes without objectives") {
  Input input;
  const Picture nothing = compute(input);
  CHECK(nothing.cards.empty());
  CHECK(nothing.width > 0);
  input = reference_map();
  input.objectives.clear();
  const Picture lanes_only = compute(input);
  CHECK(broken_law(input, lanes_only) == "");
  CHECK(lanes_only.lanes.size() == 4);
  for (const LaneBox& lane : lanes_only.lanes) CHECK(lane.box.height >= 90);
  CHECK(lanes_only.arrows.empty());
}

TEST_CASE("an empty lane in the middle lets arrows through") {
  Input input = reference_map();
  input.lanes.insert(input.lanes.begin() + 2, {"new", "Not placed yet", "Drag these to a perspective"});
  CHECK(broken_law(input, compute(input)) == "");
}

TEST_CASE("twelve objectives without links wrap into rows of at most six") {
  const Input input = random_map({1, 1, 12, 0});
  const Picture picture = compute(input);
  std::map<int, int> in_row;
  for (const Card& card : picture.cards) ++in_row[card.row];
  CHECK(in_row.size() == 2);
  for (const auto& [row, cards] : in_row) CHECK(cards == 6);
}

TEST_CASE("without links, objectives stand in reading order, 1.2 before 1.10") {
  Input input;
  input.lanes = {{"lane", "Not placed yet", ""}};
  input.themes = {{"theme", "A goal", 0}};
  for (int i = 12; i >= 1; --i) input.objectives.push_back({std::to_string(i), "1." + std::to_string(i), "", "lane", "theme", std::nullopt});
  const Picture picture = compute(input);
  auto found = places(picture);
  for (int i = 1; i <= 12; ++i) CHECK(found[std::to_string(i)] == std::pair{(i - 1) % 6, i <= 6 ? 1 : 0});
}

TEST_CASE("cycles are drawn as feedback") {
  Input input = random_map({2, 2, 6, 0});
  input.links = {{"1", "o0", "o1", Sign::plus}, {"2", "o1", "o0", Sign::plus}, {"3", "o2", "o3", Sign::plus},
                 {"4", "o3", "o4", Sign::plus}, {"5", "o4", "o2", Sign::plus}, {"6", "o5", "o5", Sign::plus}};
  const Picture picture = compute(input);
  CHECK(broken_law(input, picture) == "");
  CHECK(picture.arrows.size() == 5);
  const auto feedback = std::count_if(picture.arrows.begin(), picture.arrows.end(), [](const Arrow& a) { return a.feedback; });
  CHECK(feedback >= 2);
  CHECK(feedback <= 3);
}

TEST_CASE("the same input in another order gives the same picture") {
  const Input input = reference_map();
  Input other = input;
  std::reverse(other.objectives.begin(), other.objectives.end());
  std::reverse(other.links.begin(), other.links.end());
  CHECK(same(compute(input), compute(input)));
  CHECK(places(compute(input)) == places(compute(other)));
}

TEST_CASE("a new title or theme name moves nothing") {
  Input input = reference_map();
  const auto before = places(compute(input));
  input.objectives[3].title = "Something else altogether, and much longer than it was before";
  CHECK(places(compute(input)) == before);
}

TEST_CASE("with the known picture given, one more objective, one less and one link more move nothing else") {
  Input input = reference_map();
  const Picture known = compute(input);
  const auto before = places(known);
  input.previous = as_previous(known);
  CHECK(places(compute(input)) == before);

  Input more = input;
  more.objectives.push_back({"CU6", "CU6", "Nurse: fewer forms", "customers", "growth", std::nullopt});
  Input less = input;
  less.objectives.erase(less.objectives.begin() + 9);
  Input linked = input;
  linked.links.push_back({"new", "LA4", "GR1", Sign::plus});
  for (const Input& changed : {more, less, linked}) {
    const Picture picture = compute(changed);
    CHECK(broken_law(changed, picture) == "");
    int moved = 0;
    for (const Card& card : picture.cards) {
      const auto old = before.find(card.id);
      moved += old != before.end() && (old->second.second != card.row);
    }
    CHECK(moved == 0);
    // Cards that stood left of each other still do.
    for (const Card& a : picture.cards)
      for (const Card& b : picture.cards)
        if (a.lane == b.lane && a.row == b.row && before.contains(a.id) && before.contains(b.id) && before.at(a.id).first < before.at(b.id).first)
          CHECK(a.column < b.column);
  }
}

TEST_CASE("pins are honoured") {
  Input input = reference_map();
  const auto pin = [&](std::string_view id, Pin where) {
    for (Objective& objective : input.objectives)
      if (objective.id == id) objective.pin = where;
  };
  pin("CO3", {5, 2});
  pin("SP5", {0, std::nullopt});
  pin("GR1", {0, 0});
  const Picture picture = compute(input);
  CHECK(broken_law(input, picture) == "");
  auto found = places(picture);
  CHECK(found["CO3"] == std::pair{5, 2});
  CHECK(found["SP5"].first == 0);
  CHECK(found["GR1"] == std::pair{0, 0});
}

TEST_CASE("a drop names the cell under the pointer") {
  const Picture picture = compute(reference_map());
  for (const Card& card : picture.cards) {
    const auto drop = drop_at(picture, {card.box.x + 60, card.box.y + 30});
    REQUIRE(drop);
    CHECK(drop->lane == card.lane);
    CHECK(drop->pin.column == card.column);
    CHECK(drop->pin.row == card.row);
  }
  CHECK_FALSE(drop_at(picture, {-5, -5}));
}

TEST_CASE("wrong input is refused with its place") {
  Input input = reference_map();
  input.objectives[2].lane = "nowhere";
  CHECK_THROWS_AS(compute(input), Error);
  input = reference_map();
  input.objectives[2].id = input.objectives[1].id;
  CHECK_THROWS_AS(compute(input), Error);
}

TEST_CASE("random maps keep every law") {
  rc::check([] {
    RandomMap wanted;
    wanted.lanes = *rc::gen::inRange(1, 6);
    wanted.themes = *rc::gen::inRange(1, 9);
    wanted.objectives = *rc::gen::inRange(0, 40);
    wanted.links = *rc::gen::inRange(0, 120);
    wanted.wild = *rc::gen::arbitrary<bool>();
    wanted.pins = *rc::gen::element(0, 0, 3, 8);
    wanted.seed = *rc::gen::arbitrary<std::uint64_t>();
    const Input input = random_map(wanted);
    const Picture picture = compute(input);
    const std::string broken = broken_law(input, picture);
    if (!broken.empty()) RC_FAIL(broken);
  });
}

TEST_CASE("four hundred objectives, sparse, dense and wild") {
  for (const RandomMap& wanted : {RandomMap{4, 5, 400, 600, false, 0, 1}, RandomMap{4, 5, 400, 3000, false, 0, 2}, RandomMap{5, 12, 400, 1000, true, 10, 3}}) {
    const Input input = random_map(wanted);
    CHECK(broken_law(input, compute(input)) == "");
  }
}

}  // namespace
}  // namespace entente::strategy::layout
