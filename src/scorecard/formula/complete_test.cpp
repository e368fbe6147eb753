#include "scorecard/formula/complete.hpp"

#include <rapidcheck.h>

#include <algorithm>

#include "scorecard/formula/world_for_tests.hpp"

using namespace entente;
using namespace entente::scorecard::formula;
using namespace entente::scorecard::formula::test;

namespace {

/// The caret is where the text has a bar.
Completion at_bar(std::string text) {
  static const Catalogue all = catalogue();
  const std::size_t caret = text.find('|');
  text.erase(caret, 1);
  return complete(text, caret, all, 100);
}

std::string inserts(const std::string& text) {
  std::string joined;
  for (const Candidate& candidate : at_bar(text).candidates) joined += (joined.empty() ? "" : " ") + candidate.insert;
  return joined;
}

bool offers(const std::string& text, std::string_view insert) {
  return std::ranges::count(at_bar(text).candidates, insert, &Candidate::insert) == 1;
}

}  // namespace

TEST_CASE("candidates fit what is begun and where it stands") {
  CHECK(inserts("ROL|") == "ROLLING(");
  CHECK(inserts("1 + la4|") == "LA4.4");
  CHECK(inserts("[co|") == "[CO-1]");
  CHECK(at_bar("A + LA4|").replace.offset == 4);
  CHECK(at_bar("A + LA4|").replace.length == 3);
  CHECK(at_bar("A + LA|4.4 * 2").replace.length == 5);
  CHECK(offers("|", "A"));
  CHECK(offers("A + |", "SUM("));
  CHECK_FALSE(offers("A + |", "O1"));
  CHECK_FALSE(offers("A + |", "X"));
  CHECK(offers("SCORE(|", "O1"));
  CHECK(offers("SCORE(|", "X"));
  CHECK_FALSE(offers("SCORE(|", "SUM("));
  CHECK_FALSE(offers("YTD(|", "SUM("));
  CHECK(offers("YTD(|", "A"));
  CHECK(inserts("SCORE(second|") == "O2");  // by name
  CHECK(inserts("ROLLING(A, 3, \"me|") == "\"mean\" \"median\"");
  CHECK(inserts("STATUS(O1) = |") == "\"green\" \"yellow\" \"red\" \"grey\"");
  CHECK(inserts("STATUS([CO-1]) <> \"r|") == "\"red\" \"green\" \"grey\"");
  CHECK(inserts("ROLLING(A, |").empty());
  CHECK(inserts("A > 12|").empty());
  CHECK(inserts("A |") == "AND  OR ");
  CHECK(inserts("A > B AN|") == "AND ");
  CHECK(offers("A > B AND |", "A"));
}

TEST_CASE("the signature of the function around the caret") {
  CHECK_FALSE(at_bar("A + |").signature.has_value());
  const auto signature = at_bar("SUM(A, ROLLING(B, |3), 2)").signature;
  REQUIRE(signature.has_value());
  CHECK(signature->function->name == "ROLLING");
  CHECK(signature->argument == 1);
  CHECK(at_bar("SUM(A, ROLLING(B, 3), |2)").signature->function->name == "SUM");
  CHECK(at_bar("SUM(A, ROLLING(B, 3), |2)").signature->argument == 2);
  CHECK(at_bar("SUM(A, (1 + |").signature->argument == 1);
  CHECK_FALSE(at_bar("SUM(A)| + 1").signature.has_value());
  CHECK_FALSE(at_bar("|SUM(A)").signature.has_value());
}

TEST_CASE("any text and caret get an answer that fits the text") {
  const Catalogue all = catalogue();
  CHECK(rc::check("any", [&] {
    const auto words = *rc::gen::container<std::vector<std::string>>(
        rc::gen::elementOf(std::vector<std::string>{"SUM", "(", ")", ",", "A", "[", "]", "\"", "=", "STATUS", "ROLLING",
                                                    " ", "1", ".", "é", "AND", "@", "%", "\xff"}));
    std::string text;
    for (const std::string& word : words) text += word;
    const auto caret = static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(text.size()) + 3));
    const Completion found = complete(text, caret, all, 7);
    RC_ASSERT(found.candidates.size() <= 7U);
    RC_ASSERT(found.replace.offset <= std::min(caret, text.size()));
    RC_ASSERT(found.replace.end() >= std::min(caret, text.size()));
    RC_ASSERT(found.replace.end() <= text.size());
  }));
}
