#include "base/text.hpp"

#include <doctest/doctest.h>

using namespace entente;

TEST_CASE("text is put into normal form C and trimmed") {
  CHECK(clean_text("  Cafe\u0301 ", "name") == "Caf\u00e9");
}

TEST_CASE("a long text is put into the normal form that it has in one piece") {
  // Letters of which each joins the one before, marks that change places, and what comes apart first.
  for (const auto& [apart, together] : std::vector<std::pair<std::string, std::string>>{{"e\u0301", "\u00e9"},
                                                                                       {"a\u0301\u0323", "\u1ea1\u0301"},
                                                                                       {"\u1100\u1161\u11a8", "\uac01"},
                                                                                       {"\u09c7\u09be", "\u09cb"},
                                                                                       {"\u0cc6\u0cc2\u0cd5", "\u0ccb"},
                                                                                       {"\u212b", "\u00c5"},
                                                                                       {"x", "x"}})
    for (std::size_t times : {1u, 300u, 1'000u, 1'023u}) {
      std::string text, expected;
      for (std::size_t i = 0; i < times; ++i) text += apart, expected += together;
      CHECK(clean_text(text, "name", {.longest = 10'000}) == expected);
    }
}

TEST_CASE("text that hides something is refused at its field") {
  for (std::string bad : {"Alder\u200bmere", "abc\u202edef", "a\x01z", "\xff", "two\nlines", "two\rlines", "two\u2028lines", "   ", "\u00a0\u3000", "\u3164", "no\u3164body"}) {
    CAPTURE(bad);
    std::vector<FieldError> errors;
    CHECK(clean_text(bad, "name", {}, errors) == "");
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].path == "name");
  }
}

TEST_CASE("the longest text fits, one character more does not") {
  std::vector<FieldError> errors;
  CHECK(clean_text("äöü", "f", {.longest = 3}, errors) == "äöü");
  CHECK(errors.empty());
  clean_text("äöüß", "f", {.longest = 3}, errors);
  CHECK(errors.size() == 1);
}

TEST_CASE("names of organisations that look alike fold to one") {
  CHECK(fold_look_alikes("Aldermere Pharma") == fold_look_alikes("Аldеrmеre-Pharma"));  // Cyrillic А and е
  CHECK(fold_look_alikes("Halden") != fold_look_alikes("Holden"));
}

TEST_CASE("slugs are plain") {
  CHECK(slug_of("Aldermere–Halden") == "aldermere-halden");
  CHECK(slug_of("Ünïted  2 GmbH!") == "united-2-gmbh");
  CHECK(slug_of("日本") == "alliance");
}

TEST_CASE("e-mail addresses") {
  CHECK(is_email("anna@aldermere.example"));
  CHECK_FALSE(is_email("anna"));
  CHECK_FALSE(is_email("a@b@c"));
  CHECK_FALSE(is_email("a b@c"));
}

TEST_CASE("words for search have neither case nor accents") {
  using Words = std::vector<std::string>;
  CHECK(words_of("Crème BRÛLÉE, 2×") == Words{"creme", "brulee", "2"});
  CHECK(words_of("Straße Ørsted Łódź Ærø") == Words{"strasse", "orsted", "lodz", "aero"});
  CHECK(words_of("LA1.1 – cycle-time") == Words{"la1", "1", "cycle", "time"});
  CHECK(words_of("e\u0301te\u0301") == Words{"ete"});
  CHECK(words_of("Ёлка ΣΊΣΥΦΟΣ") == Words{"елка", "σισυφοσ"});
  CHECK(words_of(" .,; ").empty());
  CHECK(words_of("").empty());
  CHECK(words_of(std::string(100, 'x')) == Words{std::string(40, 'x')});
}
