#include "scorecard/formula/graph.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <functional>

#include "scorecard/formula/parser.hpp"

using namespace entente;
using namespace entente::scorecard::formula;

namespace {

Tree tree(std::string_view text) {
  return *parse(text).tree;
}

std::string circle_words(const Graph& graph) {
  const auto circle = graph.circle();
  return circle ? path_words(*circle) : "";
}

/// Codes "0", "1", … and which of them each depends on, as a matrix.
struct Random {
  Graph graph;
  std::vector<std::vector<bool>> depends;
  int size;
};

enum class Circles { allowed, none };

Random random_graph(int size, int density, Circles circles = Circles::allowed) {
  // Without circles each depends only on those of a lower rank.
  std::vector<int> ranks;
  for (int i = 0; i < size; ++i) ranks.push_back(*rc::gen::inRange(0, 1'000));
  const auto allowed = [&](int from, int to) {
    return circles == Circles::allowed || ranks[static_cast<std::size_t>(to)] < ranks[static_cast<std::size_t>(from)];
  };
  Random random{
      {}, std::vector(static_cast<std::size_t>(size), std::vector<bool>(static_cast<std::size_t>(size))), size};
  for (int from = 0; from < size; ++from) {
    Graph::Codes codes;
    for (int to = 0; to < size; ++to)
      if (allowed(from, to) && *rc::gen::inRange(0, 100) < density) {
        random.depends[static_cast<std::size_t>(from)][static_cast<std::size_t>(to)] = true;
        codes.insert(std::to_string(to));
      }
    random.graph.set(std::to_string(from), codes);
  }
  return random;
}

/// What can be reached in one step or more, by repeated widening: slow, and nothing like the program's way.
std::vector<std::vector<bool>> reachable(const Random& random) {
  auto reach = random.depends;
  for (int round = 0; round < random.size; ++round)
    for (std::size_t a = 0; a < reach.size(); ++a)
      for (std::size_t b = 0; b < reach.size(); ++b)
        for (std::size_t c = 0; c < reach.size(); ++c)
          if (reach[a][b] && random.depends[b][c]) reach[a][c] = true;
  return reach;
}

}  // namespace

TEST_CASE("a circle is refused with its path, also through scores, lights and objectives") {
  Graph graph;
  graph.set("A1", tree("B2 + 1"));
  graph.set("B2", tree("C3 * 2"));
  CHECK(circle_words(graph).empty());
  graph.set("B2", tree("PREV(A1)"));
  CHECK(circle_words(graph) == "A1 → B2 → A1");
  CHECK_THROWS_WITH_AS(refuse_circle(graph), "This goes in a circle: A1 → B2 → A1.", Error);
  graph.set("B2", tree("SCORE(A1)"));
  CHECK(circle_words(graph) == "A1 → B2 → A1");
  graph.set("B2", tree("IF(STATUS(O1) = \"red\", 1, 0)"));
  CHECK(circle_words(graph).empty());
  graph.set("O1", Graph::Codes{"M1", "A1"});
  CHECK(circle_words(graph) == "A1 → B2 → O1 → A1");
  graph.erase("A1");
  CHECK(circle_words(graph).empty());
  graph.set("S", tree("PREV(S) + 1"));
  CHECK(circle_words(graph) == "S → S");
}

TEST_CASE("chains are bounded") {
  Graph graph;
  for (int i = 0; i < Limits::formulas; ++i)
    graph.set("F" + std::to_string(i), Graph::Codes{"F" + std::to_string(i + 1)});
  CHECK(graph.longest_chain() == Limits::formulas);
  CHECK_NOTHROW(refuse_circle(graph));
  graph.set("F" + std::to_string(Limits::formulas), Graph::Codes{"A"});
  CHECK_THROWS_AS(refuse_circle(graph), Error);
  // A long one ends too.
  for (int i = 0; i < 20'000; ++i) graph.set("F" + std::to_string(i), Graph::Codes{"F" + std::to_string(i + 1)});
  CHECK(graph.longest_chain() == 20'000);
}

TEST_CASE("circles are found where a search of all paths finds them") {
  int with = 0, without = 0;
  CHECK(rc::check("as by brute force", [&] {
    const Random random = random_graph(*rc::gen::inRange(1, 9), *rc::gen::inRange(2, 25));
    const auto reach = reachable(random);
    bool any = false;
    for (std::size_t i = 0; i < reach.size(); ++i) any = any || reach[i][i];
    const auto circle = random.graph.circle();
    ++(any ? with : without);
    RC_ASSERT(circle.has_value() == any);
    if (!circle) return;
    RC_ASSERT(circle->size() >= 2U);
    RC_ASSERT(circle->front() == circle->back());
    for (std::size_t i = 0; i + 1 < circle->size(); ++i)
      RC_ASSERT(random.depends[std::stoul((*circle)[i])][std::stoul((*circle)[i + 1])]);
  }));
  CHECK(with > 10);
  CHECK(without > 10);
}

TEST_CASE("the order puts dependencies first, and affected_by gives what depends and nothing else") {
  CHECK(rc::check("as by brute force", [] {
    const Random random = random_graph(*rc::gen::inRange(1, 9), 35, Circles::none);
    const auto reach = reachable(random);
    const auto order = random.graph.order();
    RC_ASSERT(order.size() == reach.size());
    std::map<std::string, std::size_t> place;
    for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
    const auto changed = static_cast<std::size_t>(*rc::gen::inRange(0, random.size));
    const std::vector codes{std::to_string(changed)};
    const auto affected = random.graph.affected_by(codes);
    const std::set<std::string> found(affected.begin(), affected.end());
    RC_ASSERT(found.size() == affected.size());
    for (std::size_t a = 0; a < reach.size(); ++a) {
      RC_ASSERT(found.contains(std::to_string(a)) == reach[a][changed]);
      for (std::size_t b = 0; b < reach.size(); ++b)
        if (random.depends[a][b]) RC_ASSERT(place[std::to_string(b)] < place[std::to_string(a)]);
    }
    for (std::size_t i = 0; i + 1 < affected.size(); ++i) RC_ASSERT(place[affected[i]] < place[affected[i + 1]]);
  }));
  Graph graph;
  graph.set("F", tree("A + G"));
  graph.set("G", tree("B"));
  graph.set("H", tree("C"));
  const std::vector<std::string> changed{"B"};
  CHECK(graph.affected_by(changed) == std::vector<std::string>{"G", "F"});
}
