#include "service_level/rules.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace entente;
using namespace entente::service_level;

namespace {

Decimal number(const char* text) { return parse_decimal(text); }
Date day(const char* text) { return parse_date(text); }

ServiceLevel delivery() {
  ServiceLevel level;
  level.code = "SL1";
  level.name = "Reports on time";
  level.by_party = PartyId::parse(std::string(20, 'h')).value();
  level.to_party = PartyId::parse(std::string(20, 'a')).value();
  level.limits = {{day("2009-01-01"), number("95")}};
  level.starts = day("2009-01-01");
  return level;
}

/// The standing of each period, by values of months ("2009-01": "96"), as letters: m met, x missed, n not applicable, . pending, u unreported.
std::string standings(const ServiceLevel& level, std::vector<std::pair<const char*, const char*>> values, const char* today, int most = 12) {
  std::vector<LevelValue> rows;
  for (const auto& [period, value] : values) {
    LevelValue row;
    row.period = parse_period(period);
    if (std::string_view(value) == "n") row.state = ValueState::na;
    else if (std::string_view(value) == "-") row.state = ValueState::missing;
    else row.value = number(value);
    rows.push_back(row);
  }
  Newest newest;
  for (const auto& row : rows) newest[row.period] = &row;
  std::string out;
  for (const auto& one : judge(level, Calendar(), newest, day(today), most)) out += std::string("mxn.u")[static_cast<std::size_t>(one.standing)];
  return out;
}

std::vector<std::string> wrong(ServiceLevel level) {
  std::vector<FieldError> errors;
  check(level, errors);
  std::vector<std::string> out;
  for (const auto& error : errors) out.push_back(error.path + " " + error.code);
  return out;
}

}  // namespace

TEST_CASE("a value on the limit keeps the promise, on either side") {
  CHECK(is_met(Direction::at_least, number("95"), number("95")));
  CHECK_FALSE(is_met(Direction::at_least, number("95"), number("94.999999999")));
  CHECK(is_met(Direction::at_most, number("48"), number("48")));
  CHECK_FALSE(is_met(Direction::at_most, number("48"), number("48.000000001")));
  CHECK(is_met(Direction::at_most, number("0"), number("-1")));
}

TEST_CASE("each period is judged by what was promised on its last day") {
  ServiceLevel level = delivery();
  level.limits.push_back({day("2009-04-15"), number("98")});
  CHECK(limit_on(level, day("2008-01-01")) == number("95"));
  CHECK(limit_on(level, day("2009-04-14")) == number("95"));
  CHECK(limit_on(level, day("2009-04-15")) == number("98"));
  CHECK(standings(level, {{"2009-01", "96"}, {"2009-02", "94"}, {"2009-03", "97"}, {"2009-04", "97"}, {"2009-05", "98"}}, "2009-06-01") == "mxmxm");
}

TEST_CASE("what nobody reports is no miss: pending in the grace, unreported after it") {
  ServiceLevel level = delivery();
  level.grace = 10;
  CHECK(standings(level, {{"2009-01", "96"}}, "2009-03-10") == "m.");
  CHECK(standings(level, {{"2009-01", "96"}}, "2009-03-11") == "mu");
  CHECK(standings(level, {{"2009-01", "96"}, {"2009-02", "n"}}, "2009-03-31") == "mn.");
  CHECK(standings(level, {{"2009-01", "-"}}, "2009-02-28") == "u.");
}

TEST_CASE("a promise covers the periods on whose last day it holds") {
  ServiceLevel level = delivery();
  level.starts = day("2009-02-10");
  level.ends = day("2009-05-30");
  CHECK(standings(level, {{"2009-01", "1"}, {"2009-02", "96"}, {"2009-03", "96"}, {"2009-04", "96"}, {"2009-05", "1"}}, "2010-01-01") == "mmm");
  level.ends = day("2009-05-31");
  CHECK(standings(level, {{"2009-05", "1"}}, "2010-01-01") == "uuux");
  CHECK(standings(level, {}, "2009-02-27").empty());
  CHECK(standings(level, {}, "2010-01-01", 2) == "uu");
}

TEST_CASE("misses are counted, and those in a row up to the newest judged period") {
  ServiceLevel level = delivery();
  std::vector<LevelValue> rows;
  const char* values[] = {"96", "90", "91", "96", "90", "n", "92"};
  int month = 1;
  for (const char* value : values) {
    LevelValue row;
    row.period = *try_period(Frequency::month, 2009, month++);
    if (std::string_view(value) == "n") row.state = ValueState::na;
    else row.value = number(value);
    rows.push_back(row);
  }
  Newest newest;
  for (const auto& row : rows) newest[row.period] = &row;
  Tally tally = count(judge(level, Calendar(), newest, day("2009-09-30"), 12));
  CHECK(tally.met == 2);
  CHECK(tally.missed == 4);
  CHECK(tally.na == 1);
  CHECK(tally.unreported == 1);  // August; September is pending
  CHECK(tally.run == 2);         // May and July: what was not applicable between them breaks nothing
}

TEST_CASE("counts add up to the periods, and a run is never longer than the misses") {
  rc::check("any values", [] {
    ServiceLevel level = delivery();
    auto given = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 5));
    std::vector<LevelValue> rows;
    Period period = *try_period(Frequency::month, 2009, 1);
    for (int kind : given) {
      LevelValue row;
      row.period = period;
      period = period.next();
      if (kind == 0) continue;
      if (kind == 1) row.state = ValueState::na;
      else row.value = Decimal::from_integer(92 + kind);
      rows.push_back(row);
    }
    Newest newest;
    for (const auto& row : rows) newest[row.period] = &row;
    auto judged = judge(level, Calendar(), newest, day("2012-06-30"), 36);
    Tally tally = count(judged);
    auto pending = std::count_if(judged.begin(), judged.end(), [](const Judged& one) { return one.standing == Standing::pending; });
    RC_ASSERT(judged.size() == 36u);
    RC_ASSERT(tally.met + tally.missed + tally.na + tally.unreported + pending == 36);
    RC_ASSERT(tally.run <= tally.missed);
  });
}

TEST_CASE("what was judged, or is due, is kept by a change of what comes later alone") {
  ServiceLevel level = delivery();
  LevelValue missed;
  missed.period = parse_period("2009-03");
  missed.value = number("90");
  Newest newest{{missed.period, &missed}};
  auto keeps = [&](const ServiceLevel& before, const ServiceLevel& after, const char* today = "2009-04-05") {
    return keeps_judgements(before, after, Calendar(), newest, day(today));
  };
  auto with = [&](auto change) {
    ServiceLevel after = level;
    change(after);
    return keeps(level, after);
  };
  CHECK(with([](ServiceLevel& it) { it.name = "Reports in time"; }));
  CHECK(with([](ServiceLevel& it) { it.ends = day("2009-12-31"); }));
  CHECK(with([](ServiceLevel& it) { it.limits.push_back({day("2009-04-01"), number("80")}); }));
  CHECK(with([](ServiceLevel& it) { it.grace = 0; }));  // February is due already, March has its value
  CHECK_FALSE(with([](ServiceLevel& it) { it.limits.push_back({day("2009-03-31"), number("80")}); }));
  CHECK_FALSE(with([](ServiceLevel& it) { it.limits.push_back({day("2009-03-31"), number("94")}); }));  // still a miss, by another limit
  CHECK_FALSE(with([](ServiceLevel& it) { it.direction = Direction::at_most; }));
  CHECK_FALSE(with([](ServiceLevel& it) { it.starts = day("2009-04-01"); }));
  CHECK_FALSE(with([](ServiceLevel& it) { it.starts = day("2009-02-01"); }));  // January was not reported
  CHECK_FALSE(with([](ServiceLevel& it) { it.ends = day("2009-02-28"); }));
  CHECK_FALSE(with([](ServiceLevel& it) { it.grace = 60; }));  // February would not be due yet
  CHECK_FALSE(with([](ServiceLevel& it) { std::swap(it.by_party, it.to_party); }));
  CHECK_FALSE(with([](ServiceLevel& it) { it.removed_at = Instant(); }));
  // What was removed stands for nothing: bringing it back takes nothing away.
  ServiceLevel removed = level;
  removed.removed_at = Instant();
  CHECK(keeps(removed, level));
  // Before anything has ended or is due, everything may change.
  ServiceLevel young = level, other = level;
  young.starts = day("2009-04-01");
  std::swap(other.by_party, other.to_party);
  other.starts = young.starts;
  other.direction = Direction::at_most;
  CHECK(keeps(young, other));
}

TEST_CASE("an impossible service level is refused at its field") {
  CHECK(wrong(delivery()).empty());
  ServiceLevel level = delivery();
  level.to_party = level.by_party;
  CHECK(wrong(level) == std::vector<std::string>{"to_party same_party"});
  level = delivery();
  level.limits.clear();
  CHECK(wrong(level) == std::vector<std::string>{"limit empty"});
  level = delivery();
  level.starts = day("1800-01-01");
  CHECK(wrong(level) == std::vector<std::string>{"starts out_of_range"});
  level = delivery();
  level.ends = day("9999-01-01");
  CHECK(wrong(level) == std::vector<std::string>{"ends out_of_range"});
  level = delivery();
  level.name = " ";
  CHECK(wrong(level) == std::vector<std::string>{"name empty"});
  CHECK(next_code({"SL1", "SL3"}) == "SL2");
}
