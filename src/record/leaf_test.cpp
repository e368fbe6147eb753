#include "record/leaf.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"

namespace {
using namespace entente;
using namespace entente::record;

Leaf sample() {
  SeededRandom random(5);
  Leaf leaf;
  leaf.space = SpaceId::make(random);
  leaf.index = 41;
  leaf.act = ActId::make(random);
  leaf.kind = "objective.changed";
  leaf.at = parse_instant("2008-06-30T12:00:00Z");
  leaf.channel = Channel::web;
  leaf.person = commitment("salt", PersonId::make(random), "Ann “Q” Ö");
  leaf.organisation = OrganisationId::make(random);
  leaf.object = {"objective", "o1", 3, "LA4 Information systems"};
  leaf.before = canonical(R"({"title":"Old"})");
  leaf.after = canonical(R"({"title":"New"})");
  return leaf;
}
}  // namespace

TEST_CASE("canonical JSON sorts names, drops white space and keeps numbers as written") {
  CHECK(canonical(R"( { "b" : [ 1.50 , true, null ], "a" : { "z" : "é\u0041\n", "y" : {} }, "aa": [] } )") ==
        "{\"a\":{\"y\":{},\"z\":\"éA\\n\"},\"aa\":[],\"b\":[1.50,true,null]}");
  CHECK(canonical("12345678901234567890.123") == "12345678901234567890.123");
  CHECK_THROWS_AS(canonical("{"), Error);
  CHECK_THROWS_AS(canonical(R"({"a":1,"a":2})"), Error);
}

TEST_CASE("a large value is replaced by its digest") {
  auto text = "\"" + std::string(largest_value, 'x') + "\"";
  CHECK(canonical(text) == fmt::format(R"({{"digest":{{"bytes":{},"sha256":"{}"}}}})", text.size(),
                                       auth::hex(auth::bytes_of(auth::sha256(text)))));
  CHECK(canonical("\"x\"") == "\"x\"");
}

TEST_CASE("a leaf survives bytes and back, and its members are sorted") {
  auto leaf = sample();
  auto bytes = leaf_bytes(leaf);
  CHECK(canonical(bytes) == bytes);
  auto again = parse_leaf(bytes);
  CHECK(leaf_bytes(again) == bytes);
  CHECK(again.index == 41);
  CHECK(again.at == leaf.at);
  CHECK(again.person == leaf.person);
  CHECK(again.object.version == 3);
  CHECK(again.object.label == leaf.object.label);
  CHECK(again.after == R"({"title":"New"})");
  leaf.batch = Batch{10'000, auth::sha256("rows")};
  leaf.before.clear();
  bytes = leaf_bytes(leaf);
  CHECK(canonical(bytes) == bytes);
  CHECK(parse_leaf(bytes).batch->count == 10'000);
  CHECK(parse_leaf(bytes).before.empty());
}

TEST_CASE("an anonymous act leaves the day only, without person and channel") {
  auto leaf = sample();
  leaf.naming = Naming::anonymous;
  leaf.person.reset();
  auto bytes = leaf_bytes(leaf);
  CHECK(bytes.find("\"at\":\"2008-06-30\"") != std::string::npos);
  CHECK(bytes.find("channel") == std::string::npos);
  CHECK(bytes.find("person") == std::string::npos);
  CHECK(parse_leaf(bytes).at == parse_instant("2008-06-30T00:00:00Z"));
}

TEST_CASE("the commitment depends on salt, person and name, and hides them") {
  SeededRandom random(1);
  auto person = PersonId::make(random);
  auto one = commitment("salt one", person, "Ann");
  CHECK(one == auth::hmac_sha256("salt one", person.text() + "\nAnn"));
  CHECK(one != commitment("salt two", person, "Ann"));
  CHECK(one != commitment("salt one", person, "Anne"));
  CHECK(one != commitment("salt one", PersonId::make(random), "Ann"));
}

TEST_CASE("bytes that no leaf has are refused") {
  auto bytes = leaf_bytes(sample());
  CHECK_THROWS_AS(parse_leaf(""), Error);
  CHECK_THROWS_AS(parse_leaf("[]"), Error);
  CHECK_THROWS_AS(parse_leaf(" " + bytes), Error);
  CHECK_THROWS_AS(parse_leaf(bytes.substr(0, bytes.size() - 1) + ",\"zz\":1}"), Error);
  for (std::size_t i = 0; i < bytes.size(); ++i) {  // a cut leaf is never a leaf
    CHECK_THROWS_AS(parse_leaf(bytes.substr(0, i)), Error);
  }
}
