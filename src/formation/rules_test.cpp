#include "formation/rules.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "base/random.hpp"

using namespace entente;
using namespace entente::formation;

namespace {

Consent of(std::vector<Voice> voices) { return consent_of(voices); }
std::string percent(const Consent& consent) { return consent.percent ? consent.percent->text_rounded(4) : "-"; }

}  // namespace

TEST_CASE("the consent of a card is as far as the means of the parties are from each other") {
  CHECK(percent(of({{5, 1}, {1, 1}})) == "0");
  CHECK(percent(of({{4, 1}, {4, 1}})) == "100");
  CHECK(percent(of({{8, 2}, {12, 3}})) == "100");
  CHECK(percent(of({{9, 2}, {3, 1}})) == "62.5");       // 4.5 and 3: a gap of 1.5
  CHECK(percent(of({{13, 3}, {7, 2}})) == "79.1667");   // 4.333 and 3.5: 0.8333
  CHECK(percent(of({{5, 1}, {3, 1}, {1, 1}})) == "0");  // of three, the farthest two
  CHECK(percent(of({{5, 1}, {0, 0}})) == "-");
  CHECK(percent(of({})) == "-");
  CHECK(of({{9, 2}, {3, 1}}).gap->text() == "1.5");
}

TEST_CASE("the standing of a card: values on a threshold belong to what it names") {
  CHECK(of({{9, 2}, {3, 1}}).standing == Standing::apart);          // exactly 1.5
  CHECK(of({{5, 1}, {18, 5}}).standing == Standing::wanted);        // 5 and 3.6: 1.4
  CHECK(of({{7, 2}, {7, 2}}).standing == Standing::wanted);         // exactly 3.5
  CHECK(of({{7, 2}, {17, 5}}).standing == Standing::undecided);     // 3.5 and 3.4
  CHECK(of({{5, 2}, {2, 1}}).standing == Standing::unwanted);       // exactly 2.5
  CHECK(of({{13, 5}, {2, 1}}).standing == Standing::undecided);     // 2.6
  CHECK(of({{5, 1}, {0, 0}}).standing == Standing::unheard);
  CHECK(of({{5, 1}, {4, 1}, {0, 0}}).standing == Standing::unheard);
  CHECK(of({}).standing == Standing::unheard);
  CHECK(stays_open(Standing::apart));
  CHECK(stays_open(Standing::unheard));
  CHECK(stays_open(Standing::undecided));
  CHECK_FALSE(stays_open(Standing::wanted));
  CHECK_FALSE(stays_open(Standing::unwanted));
}

TEST_CASE("the meter is the mean over the cards that were rated by two") {
  std::vector<Consent> cards = {of({{5, 1}, {1, 1}}), of({{4, 1}, {4, 1}}), of({{9, 2}, {3, 1}}), of({{5, 1}, {0, 0}})};
  CHECK(consent_meter(cards)->text_rounded(4) == "54.1667");
  CHECK_FALSE(consent_meter({}).has_value());
  CHECK_FALSE(consent_meter(std::vector{of({{5, 1}, {0, 0}})}).has_value());
}

TEST_CASE("consent does not depend on who is named first, nor on how often a mean was given") {
  rc::check("consent", [] {
    auto voice = [] {
      auto raters = *rc::gen::inRange<std::int64_t>(1, 9);
      return Voice{*rc::gen::inRange<std::int64_t>(raters, 5 * raters + 1), raters};
    };
    Voice a = voice(), b = voice();
    auto one = of({a, b}), other = of({b, a}), twice = of({{2 * a.total, 2 * a.raters}, b});
    RC_ASSERT(one.standing == other.standing);
    RC_ASSERT(one.standing == twice.standing);
    RC_ASSERT(percent(one) == percent(other));
    RC_ASSERT(*one.percent >= Decimal());
    RC_ASSERT(*one.percent <= Decimal::from_integer(100));
  });
}

TEST_CASE("a merged card lives on in another, over any number of merges") {
  SeededRandom random(3);
  std::vector<Card> cards(4);
  for (auto& card : cards) card.id = CardId::make(random);
  std::map<CardId, const Card*> by_id;
  for (const auto& card : cards) by_id.emplace(card.id, &card);
  auto [a, b, c, d] = std::array{cards[0].id, cards[1].id, cards[2].id, cards[3].id};
  cards[1].merged_into = a;
  cards[0].merged_into = c;
  CHECK(root_of(by_id, b) == c);
  CHECK(root_of(by_id, a) == c);
  CHECK(root_of(by_id, d) == d);
  CHECK(may_merge(by_id, d, c));
  CHECK(may_merge(by_id, c, d));
  CHECK_FALSE(may_merge(by_id, d, a));  // merged itself
  CHECK_FALSE(may_merge(by_id, c, b));  // would come round
  CHECK_FALSE(may_merge(by_id, c, c));
  // What it was merged into is gone: it stands for itself.
  by_id.erase(c);
  CHECK(root_of(by_id, a) == a);
  CHECK_FALSE(may_merge(by_id, d, c));
}

TEST_CASE("a finding that gives a name away is noticed") {
  std::vector<std::string> names = {"Jan Peeters", "Ann-Sofie Berg"};
  CHECK(name_in("As Jan Peeters says", names) == "Jan Peeters");
  CHECK(name_in("PEETERS wants this", names) == "Jan Peeters");
  CHECK(name_in("ann sofie berg", names) == "Ann-Sofie Berg");
  CHECK_FALSE(name_in("In January we start", names).has_value());
  CHECK_FALSE(name_in("An iceberg", names).has_value());
  CHECK_FALSE(name_in("Both sides want speed", names).has_value());
}

TEST_CASE("theme words are kept once each") {
  std::vector<FieldError> errors;
  CHECK(clean_words(" quality,Speed ,, quality, speed", errors) == "quality, Speed");
  CHECK(errors.empty());
  clean_words("a,b,c,d,e,f,g,h,i,j,k,l,m", errors);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].code == "too_many");
}

TEST_CASE("the years of a workshop are sane") {
  for (auto [text, fine] : {std::pair{"1800-01-01", false}, {"9999-12-31", false}, {"1969-12-31", false}, {"1970-01-01", true}, {"2099-12-31", true}}) {
    Workshop workshop;
    workshop.title = "First";
    workshop.held_on = parse_date(text);
    std::vector<FieldError> errors;
    check(workshop, errors);
    CAPTURE(text);
    CHECK(errors.empty() == fine);
  }
}

TEST_CASE("a card rests on so many findings, each once") {
  SeededRandom random{7};
  Card card;
  card.title = "Start sites sooner";
  card.findings = std::vector(35'000, FindingId::make(random));
  std::vector<FieldError> errors;
  check(card, errors);
  CHECK(errors.empty());
  CHECK(card.findings.size() == 1);
  while (card.findings.size() < 51) card.findings.push_back(FindingId::make(random));
  check(card, errors);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].path == "findings");
  CHECK(errors[0].code == "too_many");
}
