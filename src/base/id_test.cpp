#include "base/id.hpp"

#include <doctest/doctest.h>

TEST_CASE("an identifier survives text and back, and other text is refused") {
  entente::SeededRandom random(7);
  auto id = entente::PersonId::make(random);
  CHECK(entente::PersonId::parse(id.text()) == id);
  CHECK_FALSE(entente::PersonId::parse("short"));
  CHECK_FALSE(entente::PersonId::parse("UPPERCASEUPPERCASE00"));
  CHECK(entente::PersonId().empty());
}
