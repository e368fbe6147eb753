#include "agreement/rules.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace entente;
using namespace entente::agreement;

namespace {

PartyId party(char letter) { return PartyId::parse(std::string(20, letter)).value(); }

std::vector<std::string> codes_of(const std::vector<FieldError>& errors) {
  std::vector<std::string> out;
  for (const auto& error : errors) out.push_back(error.path + " " + error.code);
  return out;
}

std::vector<std::string> problems(std::vector<Place> places) {
  std::vector<FieldError> errors;
  check(places, errors);
  return codes_of(errors);
}

std::string code_of(auto&& work) {
  try {
    work();
  } catch (const Error& error) {
    return std::string(error.code());
  }
  return "";
}

}  // namespace

TEST_CASE("an agreement has two parties or more, none twice, and somebody who ratifies") {
  CHECK(problems({{party('a')}, {party('b'), false}}).empty());
  CHECK(problems({{party('a')}}) == std::vector<std::string>{"parties too_few"});
  CHECK(problems({{party('a')}, {party('b')}, {party('a')}}) == std::vector<std::string>{"parties[2].party twice"});
  CHECK(problems({{party('a'), false}, {party('b'), false}}) == std::vector<std::string>{"parties nobody_ratifies"});
}

TEST_CASE("days of an agreement are near and in order") {
  auto wrong = [](std::optional<Date> starts, std::optional<Date> ends) {
    Agreement item;
    item.name = "Consulting";
    item.starts = starts;
    item.ends = ends;
    std::vector<FieldError> errors;
    check(item, errors);
    return codes_of(errors);
  };
  CHECK(wrong(parse_date("2006-01-01"), parse_date("2009-12-31")).empty());
  CHECK(wrong({}, {}).empty());
  CHECK(wrong(parse_date("1800-01-01"), {}) == std::vector<std::string>{"starts out_of_range"});
  CHECK(wrong(parse_date("2006-01-01"), parse_date("9999-12-31")) == std::vector<std::string>{"ends out_of_range"});
  CHECK(wrong(parse_date("2006-01-02"), parse_date("2006-01-01")) == std::vector<std::string>{"ends out_of_order"});
  CHECK(wrong(parse_date("1950-01-01"), parse_date("2150-12-31")).empty());
}

TEST_CASE("the order in which parties are named is no part of what is signed, everything else is") {
  Agreement item;
  item.name = "Consulting";
  std::string bytes = text(item, {{party('a')}, {party('b'), false}});
  CHECK(text(item, {{party('b'), false}, {party('a')}}) == bytes);
  CHECK(text(item, {{party('b')}, {party('a')}}) != bytes);
  CHECK(text(item, {{party('a')}, {party('c'), false}}) != bytes);
  Agreement other = item;
  other.ends = parse_date("2010-12-31");
  CHECK(text(other, {{party('a')}, {party('b'), false}}) != bytes);
  other = item;
  other.made_at = Instant{5};
  CHECK(text(other, {{party('a')}, {party('b'), false}}) == bytes);
}

TEST_CASE("it is in force when all have agreed to the same bytes, and ends at the first no") {
  rc::check("any order of words", [] {
    std::string letters = "abcd";
    auto parties = static_cast<std::size_t>(*rc::gen::inRange(2, 5));
    Agreement item;
    item.digest = "d";
    std::vector<Place> places;
    for (std::size_t i = 0; i < parties; ++i) places.push_back({party(letters[i])});
    std::vector<Consent> said;
    std::set<char> agreed;
    for (int word = 0; word < 8 && item.state == State::proposed; ++word) {
      char who = *rc::gen::element('a', 'b', 'c', 'd', 'x');
      Consent consent{{}, {}, party(who), {}, *rc::gen::element(Verdict::agreed, Verdict::agreed, Verdict::declined), *rc::gen::element<std::string>("d", "d", "e"), "", {}};
      bool asked = letters.substr(0, parties).find(who) != std::string::npos;
      bool again = std::any_of(said.begin(), said.end(), [&](const Consent& one) { return one.party == consent.party; });
      std::string expected = !asked ? "not_asked" : again ? "already_said" : consent.digest != "d" ? "other_digest" : "";
      std::string code = code_of([&] { item.state = after_consent(item, places, said, consent); });
      RC_ASSERT(code == expected);
      if (!expected.empty()) continue;
      said.push_back(consent);
      if (consent.verdict == Verdict::declined) RC_ASSERT(item.state == State::declined);
      else {
        agreed.insert(who);
        RC_ASSERT(item.state == (agreed.size() == parties ? State::in_force : State::proposed));
      }
    }
    if (item.state != State::proposed) {
      Consent late{{}, {}, party('a'), {}, Verdict::agreed, "d", "", {}};
      RC_ASSERT(code_of([&] { after_consent(item, places, {}, late); }) == "not_proposed");
    }
  });
}

TEST_CASE("its last day still counts") {
  Agreement item;
  CHECK_FALSE(is_over(item, parse_date("2100-01-01")));
  item.ends = parse_date("2010-01-31");
  CHECK_FALSE(is_over(item, parse_date("2010-01-31")));
  CHECK(is_over(item, parse_date("2010-02-01")));
}
