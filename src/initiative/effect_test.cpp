#include "initiative/effect.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "base/period.hpp"

using namespace entente;
using namespace entente::initiative;

namespace {

Decimal number(const char* text) { return parse_decimal(text); }
Date day(const char* text) { return parse_date(text); }

/// Quarters from 2005-Q1 on.
std::vector<Value> quarters(std::vector<const char*> texts) {
  std::vector<Value> out;
  int year = 2005, month = 1;
  for (const char* text : texts) {
    out.push_back({*try_date(year, month, 1), date_clamped(year, month + 2, 31), number(text)});
    month += 3;
    if (month > 12) {
      month = 1;
      ++year;
    }
  }
  return out;
}

EffectQuestion question(const char* as_of) {
  EffectQuestion out;
  out.starts = day("2006-03-01");
  out.ends = day("2007-12-31");
  out.lag_months = 6;
  out.size = number("20");
  out.as_of = day(as_of);
  return out;
}

}  // namespace

// The expected numbers come from Python's statistics.median and fractions (see docs/decisions/0067).
TEST_CASE("the level before the start against the newest after the lag, as medians") {
  // Before: 60 62 61 63 (2005), median 61.5. From 1 September 2006 on: Q4 2006 70, Q1 2007 72, median 71.
  auto values = quarters({"60", "62", "61", "63", "64", "65", "66", "70", "72"});
  auto effect = effect_of(question("2007-03-31"), values);
  CHECK(effect.from == day("2006-09-01"));
  CHECK(effect.by == day("2008-06-30"));
  CHECK_FALSE(effect.settled);
  CHECK(effect.before_values == 4);
  CHECK(effect.before == number("61.5"));
  CHECK(effect.after_values == 2);
  CHECK(effect.after == number("71"));
  CHECK(effect.change == number("9.5"));
  // 211 of 668 days have passed: half of 20 × 0.3158… is 3.1586826…
  CHECK(effect.wanted->text_rounded(9) == "3.158682635");
  CHECK(effect.verdict == Verdict::moved);
  // In the end half of the whole 20 is asked for, and 9.5 is not enough.
  effect = effect_of(question("2008-06-30"), quarters({"60", "62", "61", "63", "64", "65", "66", "71", "71", "71", "71"}));
  CHECK(effect.settled);
  CHECK(effect.wanted == number("10"));
  CHECK(effect.change == number("9.5"));
  CHECK(effect.verdict == Verdict::flat);
}

TEST_CASE("which way counts, and one odd period decides nothing") {
  auto down = question("2008-06-30");
  down.sign = scorecard::MoveSign::down;
  auto effect = effect_of(down, quarters({"60", "62", "61", "63", "0", "0", "0", "50", "51", "99", "50"}));
  CHECK(effect.after == number("50.5"));
  CHECK(effect.change == number("-11"));
  CHECK(effect.wanted == number("-10"));
  CHECK(effect.verdict == Verdict::moved);
  down.sign = scorecard::MoveSign::up;
  CHECK(effect_of(down, quarters({"60", "62", "61", "63", "0", "0", "0", "50", "51", "99", "50"})).verdict == Verdict::against);
}

TEST_CASE("before the lag is over it is too early, and without a level before nobody can tell") {
  auto values = quarters({"60", "62", "61", "63", "64", "65", "66"});
  CHECK(effect_of(question("2006-10-01"), values).verdict == Verdict::too_early);
  CHECK(effect_of(question("2008-06-29"), values).verdict == Verdict::too_early);
  CHECK(effect_of(question("2008-06-30"), values).verdict == Verdict::cannot_tell);  // due, and nobody entered a value
  auto later = question("2008-12-31");
  later.starts = day("2005-01-01");
  CHECK(effect_of(later, values).verdict == Verdict::cannot_tell);
  later.starts.reset();
  auto effect = effect_of(later, values);
  CHECK(effect.verdict == Verdict::cannot_tell);
  CHECK_FALSE(effect.from);
  CHECK(effect_of(question("2007-03-31"), {}).verdict == Verdict::cannot_tell);
}

TEST_CASE("without a size the least change counts, or a twentieth of the level before") {
  auto asked = question("2008-06-30");
  asked.size.reset();
  asked.smallest = smallest_change(number("700"), number("500"));
  CHECK(asked.smallest == number("30"));
  CHECK(smallest_change(number("500"), number("700")) == number("30"));
  auto values = [](const char* after) { return quarters({"600", "600", "600", "600", "600", "600", "600", after, after, after, after}); };
  CHECK(effect_of(asked, values("629")).verdict == Verdict::flat);
  CHECK(effect_of(asked, values("630")).verdict == Verdict::moved);
  CHECK(effect_of(asked, values("570")).verdict == Verdict::against);
  asked.smallest.reset();
  CHECK(effect_of(asked, values("629")).verdict == Verdict::flat);
  CHECK(effect_of(asked, values("630")).verdict == Verdict::moved);
  // From nothing, any change is one; no change is none.
  auto zero = [](const char* after) { return quarters({"0", "0", "0", "0", "0", "0", "0", after, after, after, after}); };
  CHECK(effect_of(asked, zero("0")).verdict == Verdict::flat);
  CHECK(effect_of(asked, zero("0.1")).verdict == Verdict::moved);
  CHECK(effect_of(asked, zero("-0.1")).verdict == Verdict::against);
}

TEST_CASE("months after a day keep to the month's end") {
  CHECK(months_after(day("2006-03-01"), 6) == day("2006-09-01"));
  CHECK(months_after(day("2006-08-31"), 6) == day("2007-02-28"));
  CHECK(months_after(day("2007-12-31"), 0) == day("2007-12-31"));
  CHECK(months_after(day("2007-12-31"), 14) == day("2009-02-28"));
}

TEST_CASE("the other way round, moved and against change places") {
  rc::check("any values", [] {
    auto texts = *rc::gen::container<std::vector<int>>(11, rc::gen::inRange(-50, 51));
    std::vector<Value> values, mirrored;
    int year = 2005, month = 1;
    for (int text : texts) {
      Date first = *try_date(year, month, 1), last = date_clamped(year, month + 2, 31);
      values.push_back({first, last, Decimal::from_integer(text)});
      mirrored.push_back({first, last, Decimal::from_integer(-text)});
      month = month == 10 ? 1 : month + 3;
      year += month == 1;
    }
    auto asked = question("2008-06-30");
    auto one = effect_of(asked, values), other = effect_of(asked, mirrored);
    asked.sign = scorecard::MoveSign::down;
    RC_ASSERT(effect_of(asked, mirrored).verdict == one.verdict);
    RC_ASSERT((one.verdict == Verdict::moved) == (other.verdict == Verdict::against));
    RC_ASSERT(*one.change + *other.change == Decimal());
  });
}
