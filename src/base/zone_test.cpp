#include "base/zone.hpp"

#include <doctest/doctest.h>

using namespace entente;

namespace {

std::string day(const char* at, const char* zone) { return day_in(parse_instant(at), zone).text(); }
std::string start(const char* day, const char* zone) { return start_of(parse_date(day), zone).text().substr(0, 16); }

}  // namespace

TEST_CASE("zones are known by their IANA names") {
  for (const char* name : {"UTC", "Europe/Brussels", "America/New_York", "Pacific/Auckland", "Asia/Kolkata", "America/Argentina/Buenos_Aires", "Etc/UTC"}) {
    INFO(name);
    CHECK(is_zone(name));
  }
  for (const char* name : {"", "Mars/Base", "europe/brussels", "+02:00", "localtime", "../../etc/passwd", "Europe/Brussels ", "right/Europe/Brussels"}) {
    INFO(name);
    CHECK_FALSE(is_zone(name));
  }
}

TEST_CASE("a day begins and ends at midnight there, daylight saving included") {
  // The clocks of Brussels go ahead on 30 March 2008 at 01:00Z and back on 26 October at 01:00Z.
  CHECK(day("2008-03-29T22:59:59.999999Z", "Europe/Brussels") == "2008-03-29");
  CHECK(day("2008-03-29T23:00:00Z", "Europe/Brussels") == "2008-03-30");
  CHECK(day("2008-03-30T21:59:59.999999Z", "Europe/Brussels") == "2008-03-30");
  CHECK(day("2008-03-30T22:00:00Z", "Europe/Brussels") == "2008-03-31");
  CHECK(day("2008-10-25T21:59:59Z", "Europe/Brussels") == "2008-10-25");
  CHECK(day("2008-10-25T22:00:00Z", "Europe/Brussels") == "2008-10-26");
  CHECK(day("2008-10-26T22:59:59Z", "Europe/Brussels") == "2008-10-26");
  CHECK(day("2008-10-26T23:00:00Z", "Europe/Brussels") == "2008-10-27");

  // Those of New York go back on 2 November 2008 at 06:00Z.
  CHECK(day("2008-11-02T03:59:59Z", "America/New_York") == "2008-11-01");
  CHECK(day("2008-11-02T04:00:00Z", "America/New_York") == "2008-11-02");
  CHECK(day("2008-11-03T04:59:59Z", "America/New_York") == "2008-11-02");
  CHECK(day("2008-11-03T05:00:00Z", "America/New_York") == "2008-11-03");

  // Auckland is 13 hours ahead in its summer and 12 in its winter.
  CHECK(day("2010-01-31T10:59:59Z", "Pacific/Auckland") == "2010-01-31");
  CHECK(day("2010-01-31T11:00:00Z", "Pacific/Auckland") == "2010-02-01");
  CHECK(day("2010-06-30T11:59:59Z", "Pacific/Auckland") == "2010-06-30");
  CHECK(day("2010-06-30T12:00:00Z", "Pacific/Auckland") == "2010-07-01");

  CHECK(day("2008-06-30T18:29:59Z", "Asia/Kolkata") == "2008-06-30");
  CHECK(day("2008-06-30T18:30:00Z", "Asia/Kolkata") == "2008-07-01");

  // In years for which tzdata gives a rule and no table, unless it was built to give both.
  CHECK(day("2030-07-01T21:59:59Z", "Europe/Brussels") == "2030-07-01");
  CHECK(day("2030-07-01T22:00:00Z", "Europe/Brussels") == "2030-07-02");
}

TEST_CASE("what is remembered of a zone is right before and after it too") {
  for (const char* first : {"2008-07-01T12:00:00Z", "2008-01-01T12:00:00Z", "1969-12-31T23:30:00Z"}) {
    INFO(first);
    day(first, "Europe/Brussels");
    CHECK(day("2008-07-01T22:30:00Z", "Europe/Brussels") == "2008-07-02");
    CHECK(day("2008-01-01T22:30:00Z", "Europe/Brussels") == "2008-01-01");
    CHECK(day("1969-12-31T22:59:59.999999Z", "Europe/Brussels") == "1969-12-31");
    CHECK(day("1969-12-31T23:00:00Z", "Europe/Brussels") == "1970-01-01");
  }
}

TEST_CASE("UTC, and a zone that is not known, have the days of UTC") {
  for (const char* zone : {"UTC", "Etc/UTC", "Mars/Base", "", "localtime"}) {
    INFO(zone);
    CHECK(day("2008-06-30T23:59:59.999999Z", zone) == "2008-06-30");
    CHECK(day("2008-07-01T00:00:00Z", zone) == "2008-07-01");
    CHECK(day("1969-12-31T23:59:59.999999Z", zone) == "1969-12-31");
    CHECK(start("2008-07-01", zone) == "2008-07-01T00:00");
  }
}

TEST_CASE("the moment at which a day begins is the first one of it") {
  CHECK(start("2008-03-30", "Europe/Brussels") == "2008-03-29T23:00");
  CHECK(start("2008-03-31", "Europe/Brussels") == "2008-03-30T22:00");
  CHECK(start("2008-11-03", "America/New_York") == "2008-11-03T05:00");
  CHECK(start("2010-02-01", "Pacific/Auckland") == "2010-01-31T11:00");
  CHECK(start("2008-07-01", "Asia/Kolkata") == "2008-06-30T18:30");
  // In São Paulo the clocks went from midnight to one on 19 October 2008: the day began at one.
  CHECK(start("2008-10-19", "America/Sao_Paulo") == "2008-10-19T03:00");
  for (const char* zone : {"Europe/Brussels", "America/New_York", "Pacific/Auckland", "Asia/Kolkata", "America/Sao_Paulo", "America/Havana"})
    for (Date one = parse_date("2008-01-01"); one < parse_date("2009-01-01"); one = one + 1) {
      INFO(zone, " ", one.text());
      Instant first = start_of(one, zone);
      REQUIRE(day_in(first, zone) == one);
      REQUIRE(day_in({first.microseconds - 1}, zone) == one - 1);
    }
}

TEST_CASE("no place has an earlier day than the earliest") {
  CHECK(earliest_day(parse_instant("2008-07-01T11:59:59Z")).text() == "2008-06-30");
  CHECK(earliest_day(parse_instant("2008-07-01T12:00:00Z")).text() == "2008-07-01");
  CHECK(day("2008-07-01T11:59:59Z", "Etc/GMT+12") == "2008-06-30");
  CHECK(day("2008-07-01T12:00:00Z", "Etc/GMT+12") == "2008-07-01");
}

TEST_CASE("threads that come first at once find the same day") {
  std::vector<std::thread> threads;
  std::atomic<int> right = 0;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&, i] { right += i % 2 ? day("2010-01-31T11:00:00Z", "Pacific/Auckland") == "2010-02-01" : day("2010-01-31T18:30:00Z", "Asia/Kolkata") == "2010-02-01"; });
  for (auto& thread : threads) thread.join();
  CHECK(right == 8);
}
