#include "strategy/rules.hpp"

#include <doctest/doctest.h>

using namespace entente;
using namespace entente::strategy;

namespace {

template <class Item>
std::vector<std::string> wrong_fields(Item item) {
  std::vector<FieldError> errors;
  check(item, errors);
  std::vector<std::string> paths;
  for (const auto& error : errors) paths.push_back(error.path);
  return paths;
}

Objective right_objective() {
  SeededRandom random(1);
  Objective objective;
  objective.code = "LA1";
  objective.title = "Trust at every level";
  objective.perspective = PerspectiveId::make(random);
  objective.theme = ThemeId::make(random);
  return objective;
}

}  // namespace

TEST_CASE("codes are a theme's initials and the next free number") {
  CHECK(next_code("Living the alliance", {}) == "LT1");
  std::vector<std::string> taken = {"GR1", "GR2", "GR4"};
  CHECK(next_code("Growth", taken) == "GR3");
  CHECK(next_code("成長", {}) == "O1");
}

TEST_CASE("the standard perspectives are the four of the field, bottom to top") {
  auto lanes = standard_perspectives();
  REQUIRE(lanes.size() == 4);
  CHECK(lanes.front().name == "Employees and organisations");
  CHECK(lanes.back().name == "Stakeholders");
}

TEST_CASE("an impossible objective is refused at each wrong field") {
  CHECK(wrong_fields(right_objective()).empty());
  Objective objective = right_objective();
  objective.title = " ";
  objective.perspective = {};
  objective.pin_column = 64;
  CHECK(wrong_fields(objective) == std::vector<std::string>{"title", "perspective", "pin.column"});
  objective = right_objective();
  objective.weight = parse_decimal("-1");
  CHECK(wrong_fields(objective) == std::vector<std::string>{"weight"});
  objective.weight = Decimal();
  CHECK(wrong_fields(objective).empty());
  objective.mandatory = true;  // mandatory with weight 0 is refused
  CHECK(wrong_fields(objective) == std::vector<std::string>{"weight"});
  objective = right_objective();
  objective.method = Method::manual;
  CHECK(wrong_fields(objective) == std::vector<std::string>{"manual_light", "manual_reason"});
}

TEST_CASE("a theme has no light of its own") {
  Theme theme;
  theme.name = "Cost";
  CHECK(wrong_fields(theme).empty());
  theme.method = Method::manual;
  CHECK(wrong_fields(theme) == std::vector<std::string>{"method"});
}

TEST_CASE("an objective is not linked to itself, and a lag has bounds") {
  SeededRandom random(2);
  Link link;
  link.cause = link.effect = ObjectiveId::make(random);
  link.lag_months = 121;
  CHECK(wrong_fields(link) == std::vector<std::string>{"to", "lag_months"});
}

TEST_CASE("advice comes above 25 objectives, not at 25") {
  CHECK(advice(25, 0, 0).empty());
  CHECK(advice(26, 0, 0).size() == 1);
  CHECK(advice(12, 3, 1).size() == 2);
}
