#include "value/rules.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "base/random.hpp"

using namespace entente;
using namespace entente::value;

namespace {

struct Parties {
  SeededRandom random{7};
  PartyId a = PartyId::make(random), b = PartyId::make(random), c = PartyId::make(random);
  std::vector<PartyId> two{a, b}, three{a, b, c};

  Benefit claim(std::vector<BenefitAmount> amounts = {}) {
    Benefit benefit;
    benefit.id = BenefitId::make(random);
    benefit.title = "Fewer sites";
    benefit.baseline = "40 sites a study";
    benefit.evidence = "Site reports";
    benefit.period = parse_period("2008");
    benefit.claimed_by = a;
    benefit.amounts = std::move(amounts);
    return benefit;
  }
  BenefitWord word(const Benefit& on, const PartyId& party, Verdict verdict, std::int64_t at = 1) {
    BenefitWord out;
    out.id = BenefitWordId::make(random);
    out.benefit = on.id;
    out.said_of = claim_text(on);
    out.party = party;
    out.verdict = verdict;
    out.said_at = {at};
    return out;
  }
};

Decimal money(const char* text) { return parse_decimal(text); }

}  // namespace

TEST_CASE("a claim is confirmed by every other partner, and by its own side never") {
  Parties it;
  auto benefit = it.claim();
  auto state = [&](std::vector<BenefitWord> words, const std::vector<PartyId>& partners) { return state_of(benefit, partners, words); };
  CHECK(state({}, it.two) == ClaimState::claimed);
  CHECK(state({it.word(benefit, it.a, Verdict::confirmed)}, it.two) == ClaimState::claimed);
  CHECK(state({it.word(benefit, it.b, Verdict::confirmed)}, it.two) == ClaimState::confirmed);
  CHECK(state({it.word(benefit, it.b, Verdict::confirmed)}, it.three) == ClaimState::claimed);
  CHECK(state({it.word(benefit, it.b, Verdict::confirmed), it.word(benefit, it.c, Verdict::confirmed)}, it.three) == ClaimState::confirmed);
  CHECK(state({it.word(benefit, it.c, Verdict::disputed)}, it.three) == ClaimState::disputed);
  CHECK(state({it.word(benefit, it.b, Verdict::confirmed), it.word(benefit, it.c, Verdict::disputed)}, it.three) == ClaimState::disputed);
  CHECK(state({}, {it.a}) == ClaimState::claimed);  // nobody is there to confirm it
  // A party's newest word counts, whoever of it said it.
  CHECK(state({it.word(benefit, it.b, Verdict::disputed, 1), it.word(benefit, it.b, Verdict::confirmed, 2)}, it.two) == ClaimState::confirmed);
  auto gone = it.word(benefit, it.b, Verdict::confirmed);
  gone.removed_at = Instant{5};
  CHECK(state({gone}, it.two) == ClaimState::claimed);
}

TEST_CASE("a changed claim asks anew, and the old one brings its words back") {
  Parties it;
  auto benefit = it.claim({{it.a, money("100"), "EUR"}});
  std::vector<BenefitWord> words = {it.word(benefit, it.b, Verdict::confirmed)};
  auto changed = benefit;
  changed.amounts[0].amount = money("100.01");
  CHECK(state_of(changed, it.two, words) == ClaimState::claimed);
  changed = benefit;
  changed.evidence += ".";
  CHECK(state_of(changed, it.two, words) == ClaimState::claimed);
  changed = benefit;
  changed.objectives.push_back(ObjectiveId::make(it.random));  // where it belongs is no part of the claim
  CHECK(state_of(changed, it.two, words) == ClaimState::confirmed);
  CHECK(state_of(benefit, it.two, words) == ClaimState::confirmed);
}

TEST_CASE("words on a hope count while it says what it said") {
  Parties it;
  Hope hope;
  hope.id = HopeId::make(it.random);
  hope.party = it.a;
  hope.text = "Studies in half the time";
  HopeWord word;
  word.id = HopeWordId::make(it.random);
  word.hope = hope.id;
  word.said_of = hope.text;
  word.party = it.b;
  std::vector<HopeWord> words = {word};
  CHECK(standing_words(hope, words).size() == 1);
  hope.text = "Studies in a third of the time";
  CHECK(standing_words(hope, words).empty());
  hope.text = word.said_of;
  words[0].party = it.a;
  CHECK(standing_words(hope, words).empty());  // one's own side
}

TEST_CASE("sums are by party and currency, exact, and never across currencies") {
  Parties it;
  auto one = it.claim({{it.a, money("0.10"), "EUR"}, {it.b, money("1000000.35"), "EUR"}, {it.b, money("7"), "USD"}});
  auto two = it.claim({{it.a, money("0.20"), "EUR"}});
  auto three = it.claim({{it.a, money("-5"), "EUR"}});
  std::vector<Judged> judged = {{&one, ClaimState::confirmed}, {&two, ClaimState::claimed}, {&three, ClaimState::disputed}};
  Cost cost;
  cost.party = it.b;
  cost.amount = money("400000");
  cost.currency = "EUR";
  Cost dollars = cost;
  dollars.currency = "USD";
  dollars.amount = money("10");
  auto sums = sums_of(it.three, judged, std::vector{cost, dollars});
  REQUIRE(sums.size() == 3);
  CHECK(sums[0].party == it.a);
  CHECK(sums[0].claimed.text() == "-4.7");
  CHECK(sums[0].confirmed.text() == "0.1");
  CHECK(sums[0].disputed.text() == "-5");
  CHECK(sums[0].net.text() == "0.1");
  CHECK(sums[1].currency == "EUR");
  CHECK(sums[1].net.text() == "600000.35");
  CHECK(sums[2].currency == "USD");
  CHECK(sums[2].net.text() == "-3");
}

TEST_CASE("sums do not depend on the order of claims") {
  rc::check("sums", [] {
    Parties it;
    auto cents = *rc::gen::container<std::vector<int>>(rc::gen::inRange(-100'000, 100'000));
    std::vector<Benefit> benefits;
    for (int amount : cents) benefits.push_back(it.claim({{it.a, Decimal::from_integer(amount) / Decimal::from_integer(100), "EUR"}}));
    std::vector<Judged> forward, backward;
    for (const auto& benefit : benefits) forward.push_back({&benefit, ClaimState::confirmed});
    backward.assign(forward.rbegin(), forward.rend());
    auto a = sums_of(it.two, forward, {}), b = sums_of(it.two, backward, {});
    RC_ASSERT(a.size() == b.size());
    std::int64_t total = 0;
    for (int amount : cents) total += amount;
    if (!a.empty()) {
      RC_ASSERT(a[0].confirmed == b[0].confirmed);
      RC_ASSERT(a[0].confirmed == Decimal::from_integer(total) / Decimal::from_integer(100));
    }
  });
}

TEST_CASE("what cannot be a claim is refused where it is entered") {
  Parties it;
  auto code = [](auto item) {
    std::vector<FieldError> errors;
    check(item, errors);
    return errors.empty() ? "" : errors[0].path + " " + errors[0].code;
  };
  CHECK(code(it.claim({{it.a, money("1"), "EUR"}})) == "");
  CHECK(code(it.claim()) == "amounts empty");
  CHECK(code(it.claim({{it.a, money("1"), "euro"}})) == "amounts[0].currency bad_currency");
  CHECK(code(it.claim({{it.a, money("1.001"), "EUR"}})) == "amounts[0].amount too_many_decimals");
  CHECK(code(it.claim({{it.a, money("1"), "EUR"}, {it.a, money("2"), "EUR"}})) == "amounts[1].party twice");
  auto quality = it.claim();
  quality.kind = BenefitKind::quality;
  CHECK(code(quality) == "");
  quality.objectives = std::vector(35'000, ObjectiveId::make(it.random));
  std::vector<FieldError> none;
  check(quality, none);
  CHECK((none.empty() && quality.objectives.size() == 1));
  while (quality.objectives.size() < 51) quality.objectives.push_back(ObjectiveId::make(it.random));
  CHECK(code(quality) == "objectives too_many");
  Hope hope;
  hope.text = "Sites that start sooner";
  hope.objectives = quality.objectives;
  CHECK(code(hope) == "objectives too_many");
  quality.objectives.pop_back();
  CHECK(code(quality) == "");
  quality.period = parse_period("1800");
  CHECK(code(quality) == "period bad_year");
  quality.period = parse_period("9999-Q4");
  CHECK(code(quality) == "period bad_year");
  Cost cost;
  cost.title = "Joint office";
  cost.period = parse_period("2008");
  cost.currency = "EUR";
  CHECK(code(cost) == "amount not_positive");
}
