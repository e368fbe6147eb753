// A party's own fiscal year: by it the party looks at values that are put together, and nothing else goes by it. The numbers are
// worked out by hand: the value of October 2008 is 1, that of each month after it one more, 15 in December 2009.
#include <doctest/doctest.h>

#include "support/talk.hpp"

using namespace entente;
using test::anna;
using test::at;
using test::body_of;
using test::code_of;
using test::expect;
using test::field_code;
using test::marcus;
using test::Talk;

namespace {

json::Value party_of(Talk& it, const std::string& name) {
  auto head = expect(it.world.get(marcus, it.base), 200);
  for (const auto& party : *head.find("parties")->array())
    if (at(party, "name") == name) return party;
  FAIL("no party ", name);
  return {};
}

http::Response say(Talk& it, const std::string& who, const std::string& party, const std::string& body) {
  auto present = party_of(it, party);
  return it.world.patch(who, it.base + "/parties/" + at(present, "id"), at(present, "version"), body);
}

json::Value put_together(Talk& it, const std::string& who, const std::string& query) {
  return expect(it.world.get(who, it.base + "/scorecard/aggregate?period=2009-Q4&view=" + query), 200);
}

std::string value_of(const json::Value& view, const std::string& measure) {
  for (const auto& one : *view.find("measures")->array())
    if (at(one, "id") == measure) return at(one, "value") + (at(one, "covering") == "true" ? " of " + at(one, "period") : "");
  return "not there";
}

constexpr const char* halden = "Halden Clinical";
constexpr const char* from_october = R"({"calendar":{"kind":"months","first_month":10,"first_day":1}})";
constexpr const char* from_february = R"({"calendar":{"kind":"months","first_month":2,"first_day":1}})";

}  // namespace

TEST_CASE("a party looks at values by its own fiscal year, and nothing else goes by it") {
  test::for_each_talk([](Talk& it) {
    auto make = [&](const std::string& name, const std::string& frequency) {
      return at(expect(it.world.post(anna, it.base + "/measures",
                                     fmt::format(R"({{"objective":"{}","name":"{}","frequency":"{}","aggregation":"sum","effective_from":"2006-01-01",)"
                                                 R"("scoring":{{"type":"higher","red":1,"green":2}}}})",
                                                 it.objective, name, frequency)),
                       201),
                "id");
    };
    std::string monthly = make("Monthly", "month"), quarterly = make("Quarterly", "quarter");
    std::string rows = fmt::format(R"([{{"measure":"{}","period":"2009-Q4","value":70}})", quarterly);
    Period month = parse_period("2008-10");
    for (int value = 1; value <= 15; ++value, month = month.next()) rows += fmt::format(R"(,{{"measure":"{}","period":"{}","value":{}}})", monthly, month.text(), value);
    expect(it.world.post(anna, it.base + "/observations", rows + "]"), 200);
    auto plain = [&] { return std::string(it.world.get(anna, it.base + "/scorecard/aggregate?period=2009-Q4&view=year_to_date").body_view()); };
    std::string before = plain();
    std::string party = at(party_of(it, halden), "id");
    CHECK(at(party_of(it, halden), "calendar") == "");
    CHECK(field_code(it.world.get(marcus, it.base + "/scorecard/aggregate?view=quarter&calendar=" + party)) == "unknown");

    expect(say(it, marcus, halden, from_october), 200);
    CHECK(at(party_of(it, halden), "calendar.first_month") == "10");
    CHECK(at(expect(it.world.get(anna, it.base + "/record"), 200), "items.0.sentence") == "changed the fiscal year of Halden Clinical");
    for (const auto& who : {marcus, anna}) {
      auto by_ours = put_together(it, who, "year_to_date&calendar=" + party);
      CHECK(at(by_ours, "calendar") == party);
      CHECK(value_of(by_ours, monthly) == "42");    // October to December 2009: 13 + 14 + 15
      CHECK(value_of(by_ours, quarterly) == "70");  // the alliance's fourth quarter is Halden's first
      CHECK(value_of(put_together(it, who, "year_to_date"), monthly) == "114");  // January to December 2009: 4 + … + 15
    }
    CHECK(plain() == before);

    // A quarter of the alliance is no part of a year that begins in February, and is not split.
    auto changed = expect(say(it, marcus, halden, from_february), 200);
    auto quarter = put_together(it, marcus, "quarter&calendar=" + party);
    CHECK(value_of(quarter, monthly) == "36");  // August to October 2009: 11 + 12 + 13
    CHECK(value_of(quarter, quarterly) == "70 of 2009-Q4");
    CHECK(at(quarter, "stretch.first") == "2009-08-01");
    CHECK(at(quarter, "stretch.last") == "2009-10-31");
    CHECK(at(quarter, "stretch.label") == "Q3 2010");
    CHECK(at(put_together(it, marcus, "quarter"), "stretch.label") == "Q4 2009");
    auto year = put_together(it, marcus, "year_to_date&calendar=" + party);
    CHECK(at(year, "stretch.first") == "2009-02-01");
    CHECK(at(year, "stretch.last") == "2009-12-31");
    CHECK(at(year, "stretch.label") == "2010");
    CHECK(at(put_together(it, marcus, "rolling&calendar=" + party), "calendar") == "");

    it.undo(marcus, changed);
    CHECK(at(party_of(it, halden), "calendar.first_month") == "10");
    CHECK(at(expect(it.world.get(anna, it.base + "/record"), 200), "items.0.sentence") == "took back a change of the fiscal year of Halden Clinical");

    // In the first days of a year no month of it has ended: the year so far is the whole one before, and says so.
    auto early = expect(it.world.get(marcus, it.base + "/scorecard/aggregate?period=2009-W42&view=year_to_date&calendar=" + party), 200);
    CHECK(at(early, "stretch.first") == "2009-10-01");
    CHECK(value_of(early, monthly) == "78");  // 1 + … + 12
    for (const auto& one : *early.find("measures")->array())
      if (at(one, "id") == monthly) CHECK(at(one, "since") + " to " + at(one, "period") == "2008-10 to 2009-09");
    expect(say(it, marcus, halden, R"({"calendar":null})"), 200);
    CHECK(at(party_of(it, halden), "calendar") == "");
  });
}

TEST_CASE("a fiscal year is said by the party's own manager, and only one that there can be") {
  test::for_each_talk([](Talk& it) {
    std::string leader = it.of_role("theme_leader body_member", "haldenclinical");
    for (const auto& who : {std::string(anna), it.employee, leader}) CHECK(say(it, who, halden, from_october).status == 404);
    CHECK(at(party_of(it, halden), "calendar") == "");
    auto body = [](const char* kind, int month, int day) { return fmt::format(R"({{"calendar":{{"kind":"{}","first_month":{},"first_day":{}}}}})", kind, month, day); };
    CHECK(field_code(say(it, marcus, halden, body("moons", 1, 1))) == "unknown_calendar");
    CHECK(field_code(say(it, marcus, halden, body("months", 0, 1))) == "out_of_range");
    CHECK(field_code(say(it, marcus, halden, body("445", 13, 1))) == "out_of_range");
    CHECK(field_code(say(it, marcus, halden, body("months", 1, 32))) == "out_of_range");
    CHECK(say(it, marcus, halden, R"({"calendar":{"kind":"months","first_month":1,"first_day":1,"colour":1}})").status == 400);
    std::string path = it.base + "/parties/" + at(party_of(it, halden), "id");
    CHECK(it.world.patch(marcus, path, "99", from_october).status == 412);
    expect(say(it, marcus, halden, from_october), 200);

    // Whoever took part is not taken back by undoing, and another's fiscal year is not either.
    auto changed = expect(say(it, anna, "Aldermere Pharma", from_february), 200);
    CHECK(it.world.post(marcus, "/api/v1/acts/" + at(changed, "act.id") + "/undo", "{}").status != 200);
    CHECK(at(party_of(it, "Aldermere Pharma"), "calendar.first_month") == "2");
  });
}
