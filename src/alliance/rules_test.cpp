#include "alliance/rules.hpp"

#include <doctest/doctest.h>

using namespace entente;
using namespace entente::alliance;

TEST_CASE("the fiscal year begins on a day that there can be") {
  Alliance alliance;
  alliance.name = "North–South";
  alliance.currency = "EUR";
  std::vector<FieldError> errors;
  alliance.first_month = 7;
  alliance.first_day = 31;
  check(alliance, errors);
  CHECK(errors.empty());
  alliance.first_month = 13;
  alliance.first_day = 0;
  alliance.currency = "euro";
  check(alliance, errors);
  REQUIRE(errors.size() == 3);
  CHECK(errors[0].path == "first_month");
  CHECK(errors[1].path == "first_day");
  CHECK(errors[2].path == "currency");
}

TEST_CASE("an alliance is judged from its themes, by a method that needs nothing else") {
  Alliance alliance;
  alliance.name = "North–South";
  alliance.currency = "EUR";
  for (auto method : {strategy::Method::mean, strategy::Method::worst, strategy::Method::none}) {
    std::vector<FieldError> errors;
    alliance.method = method;
    check(alliance, errors);
    CHECK(errors.empty());
  }
  for (auto method : {strategy::Method::manual, strategy::Method::k_of_n}) {
    std::vector<FieldError> errors;
    alliance.method = method;
    check(alliance, errors);
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].path == "method");
  }
}

TEST_CASE("a time zone is one that there is") {
  std::vector<FieldError> errors;
  check_zone("Europe/Brussels", errors);
  check_zone("UTC", errors);
  CHECK(errors.empty());
  check_zone("Mars/Base", errors);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].path == "zone");
  CHECK(errors[0].code == "unknown_zone");
  CHECK(errors[0].message == "“Mars/Base” is no time zone. Give one such as Europe/Brussels.");
}

TEST_CASE("who leads a theme makes team members of that theme, and nothing more") {
  SeededRandom random(1);
  access::Grant leader;
  leader.roles = {access::Role::theme_leader};
  leader.themes = {ThemeId::make(random)};
  CHECK_NOTHROW(check_roles({access::Role::team_member}, leader, leader.themes));
  CHECK_THROWS_AS(check_roles({access::Role::team_member}, leader, {}), Error);
  CHECK_THROWS_AS(check_roles({access::Role::team_member}, leader, {ThemeId::make(random)}), Error);
  CHECK_THROWS_AS(check_roles({access::Role::alliance_manager}, leader, leader.themes), Error);
  access::Grant manager;
  manager.roles = {access::Role::alliance_manager};
  CHECK_NOTHROW(check_roles({access::Role::sponsor}, manager, {}));
  CHECK_THROWS_AS(check_roles({}, manager, {}), Error);
}
