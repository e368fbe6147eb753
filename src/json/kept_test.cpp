// What the program wrote itself, before a member existed.
#include <doctest/doctest.h>

#include "json/json.hpp"

namespace {
using namespace entente;

struct Inner {
  bool agreed = true;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (agreed))

struct Outer {
  std::string name;
  std::int32_t count = 7;
  std::vector<Inner> parts;
};
BOOST_DESCRIBE_STRUCT(Outer, (), (name, count, parts))

}  // namespace

TEST_CASE("members that came later keep their defaults, at any depth; input is still refused") {
  constexpr const char* text = R"({"name":"a","parts":[{},{"agreed":false}]})";
  auto kept = json::read_kept<Outer>(text);
  CHECK(kept.count == 7);
  REQUIRE(kept.parts.size() == 2);
  CHECK(kept.parts[0].agreed);
  CHECK_FALSE(kept.parts[1].agreed);
  CHECK_THROWS_AS(json::read<Outer>(text), Error);
  CHECK_THROWS_AS(json::read_kept<Outer>(R"({"name":"a","parts":[],"unknown":1})"), Error);
}
