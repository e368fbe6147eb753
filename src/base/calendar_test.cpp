#include "base/calendar.hpp"

#include "base/day_words.hpp"
#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace entente;

namespace {
std::string days(const Calendar& calendar, std::string_view period) {
  const Period asked = parse_period(period);
  return calendar.first_day(asked).text() + " " + calendar.last_day(asked).text();
}
}  // namespace

TEST_CASE("dates") {
  CHECK(parse_date("1970-01-01").days == 0);
  CHECK(parse_date("2008-06-30").text() == "2008-06-30");
  CHECK(parse_date("2008-06-30").weekday() == 1);  // a Monday
  CHECK(parse_date("1969-12-28").weekday() == 7);
  CHECK(try_parse_date("2008-02-29"));
  for (const auto text : {"2007-02-29", "2008-13-01", "2008-00-10", "2008-1-1", "30.06.2008", "06/30/2008",
                          "2008-06-31", "0000-01-01", "2008-06-30Z", ""})
    CHECK_MESSAGE(!try_parse_date(text), text);
}

TEST_CASE("a day in words") {
  CHECK(day_words(parse_date("2008-06-30")) == "30 Jun 2008");
  CHECK(day_words(parse_date("2010-01-01")) == "1 Jan 2010");
  CHECK(day_words(parse_date("1999-12-31")) == "31 Dec 1999");
}

TEST_CASE("periods read and write their names") {
  for (const auto text :
       {"2008", "2008-H1", "2008-H2", "2008-Q4", "2008-06", "2008-12", "2008-W01", "2009-W53", "2008-06-30", "0001"})
    CHECK(parse_period(text).text() == text);
  for (const auto text : {"", "208", "2008-", "2008-H3", "2008-Q0", "2008-Q5", "2008-13", "2008-00", "2008-W54",
                          "2008-W53", "2008-W1", "2008-6", "2008-q1", "2008-Q22", "2008-02-30", "20080630", "0000"})
    CHECK_MESSAGE(!try_parse_period(text), text);
  CHECK(parse_period("2008-12").next() == parse_period("2009-01"));
  CHECK(parse_period("2009-W53").next() == parse_period("2010-W01"));
  CHECK(parse_period("2009-W53").year_before() == parse_period("2008-W52"));
  CHECK(parse_period("2008-02-29").year_before() == parse_period("2007-02-28"));
  CHECK(parse_period("2008-Q2").year_before() == parse_period("2007-Q2"));
}

TEST_CASE("the civil calendar") {
  const Calendar civil;
  CHECK(days(civil, "2008") == "2008-01-01 2008-12-31");
  CHECK(days(civil, "2008-H2") == "2008-07-01 2008-12-31");
  CHECK(days(civil, "2008-Q2") == "2008-04-01 2008-06-30");
  CHECK(days(civil, "2008-02") == "2008-02-01 2008-02-29");
  CHECK(days(civil, "2009-W53") == "2009-12-28 2010-01-03");  // ISO 8601: 2009 had 53 weeks
  CHECK(civil.period_of(parse_date("2010-01-03"), Frequency::week).text() == "2009-W53");
  CHECK(civil.last_ended(parse_date("2008-06-30"), Frequency::quarter).text() == "2008-Q2");
  CHECK(civil.last_ended(parse_date("2008-06-29"), Frequency::quarter).text() == "2008-Q1");
}

TEST_CASE("a fiscal year is named by the calendar year in which it ends") {
  const Calendar july(7, 1, CalendarKind::months);
  CHECK(days(july, "2008") == "2007-07-01 2008-06-30");
  CHECK(days(july, "2008-Q1") == "2007-07-01 2007-09-30");
  CHECK(days(july, "2008-Q3") == "2008-01-01 2008-03-31");
  CHECK(days(july, "2008-06") == "2008-06-01 2008-06-30");  // months stay civil
  CHECK(july.period_of(parse_date("2008-07-01"), Frequency::year).text() == "2009");
  const Calendar mid_january(1, 15, CalendarKind::months);
  CHECK(days(mid_january, "2009") == "2008-01-15 2009-01-14");
}

TEST_CASE("a first day past a month's end means its last day") {
  const Calendar last_of_january(1, 31, CalendarKind::months);
  CHECK(days(last_of_january, "2009-Q1") == "2008-01-31 2008-04-29");
  CHECK(days(last_of_january, "2009-Q2") == "2008-04-30 2008-07-30");
  const Calendar thirtieth_of_november(11, 30, CalendarKind::months);
  CHECK(days(thirtieth_of_november, "2008-Q1") == "2007-11-30 2008-02-28");  // Q2 begins on 29 February 2008
  CHECK(days(thirtieth_of_november, "2008-Q2") == "2008-02-29 2008-05-29");
  CHECK(days(thirtieth_of_november, "2009-Q2") == "2009-02-28 2009-05-29");
}

TEST_CASE("years of weeks, with 52 and 53 of them") {
  const Calendar iso(1, 1, CalendarKind::iso_weeks);
  CHECK(days(iso, "2009") == "2008-12-29 2010-01-03");     // ISO year 2009 has 53 weeks
  CHECK(days(iso, "2009-Q4") == "2009-09-28 2010-01-03");  // weeks 40 to 53: Thursdays 1 October to 31 December
  const Calendar retail(2, 1, CalendarKind::weeks_445);
  // 1 February 2008 was a Friday: the first Thursday on or after it is 7 February, so the year starts on Monday 4
  // February.
  CHECK(days(retail, "2009") == "2008-02-04 2009-02-01");
  CHECK(days(retail, "2009-Q2") == "2008-05-05 2008-08-03");
  const Calendar plain(1, 1, CalendarKind::weeks_445);
  CHECK(plain.last_day(parse_period("2009-Q4")) - plain.first_day(parse_period("2009-Q4")) + 1 == 14 * 7);
}

TEST_CASE("finer periods belong to one coarser period") {
  const Calendar civil;
  CHECK(civil.containing(parse_period("2008-W18"), Frequency::month).text() == "2008-05");    // Thursday 1 May
  CHECK(civil.containing(parse_period("2008-W14"), Frequency::quarter).text() == "2008-Q2");  // Thursday 3 April
  CHECK(civil.containing(parse_period("2008-Q3"), Frequency::half).text() == "2008-H2");
  CHECK(civil.containing(parse_period("2008-Q3"), Frequency::year).text() == "2008");
  CHECK(civil.first_part(parse_period("2008-Q3"), Frequency::month).text() == "2008-07");
  CHECK(civil.last_part(parse_period("2008"), Frequency::quarter).text() == "2008-Q4");
  CHECK(civil.first_part(parse_period("2008-05"), Frequency::week).text() == "2008-W18");
  const Calendar late(1, 31, CalendarKind::months);
  CHECK(late.first_part(parse_period("2009-Q1"), Frequency::month).text() == "2008-02");
  CHECK(late.last_part(parse_period("2009-Q1"), Frequency::month).text() == "2008-04");
}

TEST_CASE("calendars cover every day once") {
  CHECK(rc::check("a day lies in the period that the calendar names, and periods follow one another", [] {
    const Calendar calendar(*rc::gen::inRange(1, 13), *rc::gen::inRange(1, 32),
                            *rc::gen::element(CalendarKind::months, CalendarKind::weeks_445, CalendarKind::iso_weeks));
    const Date date{*rc::gen::inRange(-20000, 40000)};
    for (int f = 0; f < 6; ++f) {
      const auto frequency = static_cast<Frequency>(f);
      const Period period = calendar.period_of(date, frequency);
      RC_ASSERT(calendar.contains(period, date));
      RC_ASSERT(calendar.last_day(period) + 1 == calendar.first_day(period.next()));
      RC_ASSERT(parse_period(period.text()) == period);
      const Period ended = calendar.last_ended(date, frequency);
      RC_ASSERT(calendar.last_day(ended) <= date);
      RC_ASSERT(calendar.last_day(ended.next()) > date);
      for (int c = f; c < 6; ++c) {
        const auto coarser = static_cast<Frequency>(c);
        const Period whole = calendar.containing(period, coarser);
        RC_ASSERT(calendar.first_part(whole, frequency) <= period);
        RC_ASSERT(period <= calendar.last_part(whole, frequency));
      }
    }
  }));
  CHECK_THROWS_AS(Calendar(13, 1, CalendarKind::months), Error);
  CHECK_THROWS_AS(Calendar(1, 0, CalendarKind::months), Error);
}
