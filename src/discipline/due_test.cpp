#include "discipline/due.hpp"

#include <doctest/doctest.h>

#include "discipline/types.hpp"

using namespace entente;
using namespace entente::discipline;

namespace {

/// The numbers of the reminders on the days from a month's last day on, one character a day, "." for none.
std::string days(std::int64_t grace, int count) {
  std::string out;
  Date last = parse_date("2010-01-31");
  for (int day = 0; day < count; ++day) {
    auto number = reminder_number(last, grace, last + day);
    out += number ? static_cast<char>('0' + *number) : '.';
  }
  return out;
}

Instant at(const char* text) { return parse_instant(text); }

}  // namespace

TEST_CASE("reminders: three days before the value is due, the day after, and weekly, four in all") {
  // Grace 10: due on day 10.
  CHECK(days(10, 36) == ".......1111" "2222222" "3333333" "4444444" "....");
  // Grace 2: nobody is asked for a value before its period has ended.
  CHECK(days(2, 10) == ".11" "2222222");
  CHECK(days(0, 9) == "." "2222222" "3");
}

TEST_CASE("whose turn it is, by rhythm") {
  auto monday = at("2010-02-08T06:00:00Z");
  CHECK(turn_of(News::changes, Rhythm::weekly, at("2010-02-01T06:00:10Z"), monday) == Turn::yes);
  CHECK(turn_of(News::changes, Rhythm::weekly, at("2010-02-01T06:00:10Z"), at("2010-02-08T05:59:59Z")) == Turn::no);
  CHECK(turn_of(News::changes, Rhythm::weekly, at("2010-02-08T06:00:10Z"), at("2010-02-14T23:00:00Z")) == Turn::no);
  CHECK(turn_of(News::changes, Rhythm::daily, at("2010-02-08T06:00:10Z"), at("2010-02-09T06:00:00Z")) == Turn::yes);
  CHECK(turn_of(News::changes, Rhythm::at_once, at("2010-02-08T06:00:10Z"), at("2010-02-08T07:00:00Z")) == Turn::yes);
  CHECK(turn_of(News::due_values, Rhythm::at_once, at("2010-02-08T06:00:10Z"), at("2010-02-08T07:00:00Z")) == Turn::no);
  CHECK(turn_of(News::due_values, Rhythm::never, std::nullopt, monday) == Turn::no);
  CHECK(turn_of(News::due_values, Rhythm::weekly, std::nullopt, monday) == Turn::yes);
  // The clock was 400 days ahead when it was last told.
  CHECK(turn_of(News::changes, Rhythm::weekly, at("2011-03-15T06:00:10Z"), monday) == Turn::yes);
  // And an hour ahead.
  CHECK(turn_of(News::changes, Rhythm::weekly, at("2010-02-08T06:30:00Z"), monday) == Turn::no);
}
