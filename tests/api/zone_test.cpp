// The days of an alliance begin at midnight in its zone, and not at that of UTC.
#include <doctest/doctest.h>

#include "model/reviewed.hpp"
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

constexpr const char* auckland = "Pacific/Auckland";  ///< 13 hours ahead until 4 April 2010

json::Value move_to(Talk& it, const std::string& zone) {
  return expect(it.world.patch(anna, it.base, at(expect(it.world.get(anna, it.base), 200), "version"), fmt::format(R"({{"zone":"{}"}})", zone)), 200);
}
void set_clock(Talk& it, const char* moment) { it.world.clock.set(parse_instant(moment)); }
http::Response enter(Talk& it, const std::string& measure, const std::string& period, const std::string& value) {
  return it.world.post(anna, it.base + "/observations", fmt::format(R"([{{"measure":"{}","period":"{}","value":{},"reason":"Counted"}}])", measure, period, value));
}
std::string today(Talk& it) { return at(expect(it.world.get(anna, it.base + "/freshness"), 200), "as_of"); }
std::string newest_quarter(Talk& it) { return at(expect(it.world.get(anna, it.base), 200), "period_info.available.0.period"); }
std::string etag(Talk& it) {
  auto response = it.world.get(anna, it.base + "/map");
  expect(response, 200);
  return std::string(response.header("ETag").value_or(""));
}

}  // namespace

TEST_CASE("a period begins and ends at midnight in the alliance's zone") {
  test::for_each_talk([](Talk& it) {
    move_to(it, auckland);
    set_clock(it, "2010-02-28T10:59:59Z");
    CHECK(today(it) == "2010-02-28");
    CHECK(field_code(enter(it, it.measure, "2010-03", "5")) == "not_begun");
    set_clock(it, "2010-02-28T11:00:00Z");
    CHECK(today(it) == "2010-03-01");
    expect(enter(it, it.measure, "2010-03", "5"), 200);
    move_to(it, "UTC");
    CHECK(today(it) == "2010-02-28");
    CHECK(field_code(enter(it, it.measure, "2010-03", "6")) == "not_begun");
    move_to(it, "America/New_York");
    set_clock(it, "2010-03-01T04:59:59Z");
    CHECK(today(it) == "2010-02-28");
    CHECK(field_code(enter(it, it.measure, "2010-03", "6")) == "not_begun");
    set_clock(it, "2010-03-01T05:00:00Z");
    expect(enter(it, it.measure, "2010-03", "6"), 200);

    // The quarter has ended there, and here it has not.
    set_clock(it, "2010-03-31T11:30:00Z");
    CHECK(newest_quarter(it) == "2010-Q1");
    CHECK(field_code(it.world.post(anna, it.base + "/freezes", R"({"period":"2010-Q2"})")) == "not_begun");
    move_to(it, auckland);
    CHECK(newest_quarter(it) == "2010-Q2");
    expect(it.world.post(anna, it.base + "/freezes", R"({"period":"2010-Q2"})"), 201);
  });
}

TEST_CASE("midnight moves with daylight saving") {
  test::for_each_talk([](Talk& it) {
    move_to(it, "Europe/Brussels");
    set_clock(it, "2010-02-28T22:59:59Z");
    CHECK(field_code(enter(it, it.measure, "2010-03", "5")) == "not_begun");
    set_clock(it, "2010-02-28T23:00:00Z");
    expect(enter(it, it.measure, "2010-03", "5"), 200);
    set_clock(it, "2010-03-31T21:59:59Z");
    CHECK(today(it) == "2010-03-31");
    CHECK(field_code(enter(it, it.measure, "2010-04", "5")) == "not_begun");
    set_clock(it, "2010-03-31T22:00:00Z");
    CHECK(today(it) == "2010-04-01");
    expect(enter(it, it.measure, "2010-04", "5"), 200);
  });
}

TEST_CASE("answers are made anew at the alliance's midnight, and at no other") {
  test::for_each_talk([](Talk& it) {
    move_to(it, auckland);
    set_clock(it, "2010-02-28T10:59:59Z");
    std::string before = etag(it);
    set_clock(it, "2010-02-28T11:00:00Z");
    std::string after = etag(it);
    CHECK(before != after);
    set_clock(it, "2010-02-28T23:59:59Z");
    CHECK(etag(it) == after);
    set_clock(it, "2010-03-01T00:00:00Z");
    CHECK(etag(it) == after);
    set_clock(it, "2010-03-01T10:59:59Z");
    CHECK(etag(it) == after);
    set_clock(it, "2010-03-01T11:00:00Z");
    CHECK(etag(it) != after);
  });
}

TEST_CASE("the list of alliances follows each one's own midnight") {
  test::for_each_talk([](Talk& it) {
    move_to(it, auckland);
    auto& service = it.world.program->service();
    auto viewer = it.world.program->viewers().of(*it.world.program->viewers().person_by_email(anna), access::Channel::web);
    set_clock(it, "2010-02-28T10:59:59Z");
    auto items = service.items(*viewer);
    REQUIRE(items.size() == 1);
    std::string days = service.days();
    CHECK(service.items(*viewer).front() == items.front());  // ready, and not judged again
    set_clock(it, "2010-02-28T11:00:00Z");
    CHECK(service.items(*viewer).front() != items.front());
    CHECK(service.days() != days);
    items = service.items(*viewer);
    days = service.days();
    set_clock(it, "2010-02-28T23:30:00Z");
    CHECK(service.items(*viewer).front() == items.front());
    set_clock(it, "2010-03-01T10:55:00Z");
    service.warm(*it.world.program->viewers().local_operator(), [] { return false; });
    set_clock(it, "2010-03-01T11:00:00Z");
    auto reads = it.world.program->database().statistics().reads;
    auto next = service.items(*viewer);
    CHECK(next.front() != items.front());
    // PostgreSQL asks for the revisions each time.
    if (it.world.program->database().kind() == db::Kind::sqlite) CHECK(it.world.program->database().statistics().reads == reads);
    CHECK(expect(it.world.get(anna, "/api/v1/alliances"), 200).find("items")->array()->size() == 1);
  });
}

TEST_CASE("a light set by hand ends at midnight in the alliance's zone") {
  test::for_each_talk([](Talk& it) {
    move_to(it, auckland);
    set_clock(it, "2010-02-27T12:00:00Z");
    auto set_until = [&](const std::string& day) {
      return it.world.post(anna, "/api/v1/objectives/" + it.objective + "/overrides",
                           fmt::format(R"({{"light":"green","reason":"Agreed at midnight","expires":"{}"}})", day));
    };
    auto waits = [&] {
      auto inbox = expect(it.world.get(marcus, "/api/v1/inbox?kind=light"), 200);
      for (const auto& item : *inbox.find("waiting")->array())
        if (at(item, "detail") == "Agreed at midnight") return true;
      return false;
    };
    CHECK(field_code(set_until("2010-02-28")) == "past");
    auto made = expect(set_until("2010-03-01"), 201);
    auto consent = [&] { return it.world.ask(marcus, http::Method::post, "/api/v1/overrides/" + at(made, "id") + "/consent", "{}", "1"); };
    set_clock(it, "2010-03-01T10:59:59Z");
    CHECK(waits());
    set_clock(it, "2010-03-01T11:00:00Z");
    CHECK_FALSE(waits());
    CHECK(code_of(consent()) == "expired");
    move_to(it, "America/New_York");
    CHECK(waits());
    expect(consent(), 200);
  });
}

TEST_CASE("two keys count from the alliance's day, and a past day is told as it ended there") {
  test::for_each_talk([](Talk& it) {
    move_to(it, auckland);
    set_clock(it, "2010-02-28T11:30:00Z");
    std::string measure = at(expect(it.world.post(anna, it.base + "/measures",
                                                  fmt::format(R"({{"objective":"{}","name":"Patients","frequency":"month","two_keys":true,)"
                                                              R"("scoring":{{"type":"higher","red":500,"green":700}}}})",
                                                              it.objective)),
                                    201),
                             "id");
    expect(enter(it, measure, "2010-01", "4711"), 200);
    auto look = [&](const std::string& more) { return expect(it.world.get(anna, "/api/v1/measures/" + measure + "?periods=12&period=2010-01" + more), 200); };
    auto cell = [&](const char* name, const std::string& more = "") {
      auto view = look(more);
      for (const auto& one : *view.find("cells")->array())
        if (at(one, "period") == "2010-01") return at(one, name);
      return std::string("no cell");
    };
    CHECK(at(look(""), "two_keys_from") == "2010-03-01");
    CHECK(cell("submission") == "submitted");
    // Once more, so that the values of this measure alone are read again.
    expect(enter(it, measure, "2010-01", "4712"), 200);
    CHECK(cell("submission") == "submitted");

    CHECK(cell("value", "&on=2010-03-01") == "4712");
    CHECK(cell("value", "&on=2010-02-28") != "4712");
    move_to(it, "UTC");
    CHECK(cell("value", "&on=2010-02-28") == "4712");
  });
}

TEST_CASE("a freeze closes a period that has ended in the alliance's zone") {
  Date last = parse_date("2010-03-31");
  Instant taken = parse_instant("2010-03-31T11:00:00Z");
  CHECK(model::closes_period(taken, last, auckland));
  CHECK_FALSE(model::closes_period(taken, last, "UTC"));
  CHECK_FALSE(model::closes_period({taken.microseconds - 1}, last, auckland));
}

TEST_CASE("a zone is refused at its field unless there is one, and a change of it can be undone") {
  test::for_each_talk([](Talk& it) {
    set_clock(it, "2010-02-28T11:30:00Z");
    auto changed = move_to(it, auckland);
    CHECK(today(it) == "2010-03-01");
    it.undo(anna, changed);
    CHECK(today(it) == "2010-02-28");

    std::string version = at(expect(it.world.get(anna, it.base), 200), "version");
    for (const char* zone : {"Mars/Base", "europe/brussels", "+02:00", "localtime"}) {
      INFO(zone);
      auto refused = it.world.patch(anna, it.base, version, fmt::format(R"({{"zone":"{}"}})", zone));
      CHECK(field_code(refused) == "unknown_zone");
      CHECK(at(body_of(refused), "fields.0.path") == "zone");
    }
    CHECK(field_code(it.world.post(anna, "/api/v1/alliances", R"({"name":"Far","zone":"Mars/Base"})")) == "unknown_zone");
    auto made = expect(it.world.post(anna, "/api/v1/alliances", R"({"name":"Near","zone":"Asia/Kolkata"})"), 201);
    CHECK(at(expect(it.world.get(anna, "/api/v1/alliances/" + at(made, "id")), 200), "zone") == "Asia/Kolkata");
    auto usual = expect(it.world.post(anna, "/api/v1/alliances", R"({"name":"Usual"})"), 201);
    CHECK(at(expect(it.world.get(anna, "/api/v1/alliances/" + at(usual, "id")), 200), "zone") == "UTC");
  });
}

TEST_CASE("a zone that an earlier version took in unread counts as UTC, and the rest can be changed") {
  test::for_each_talk([](Talk& it) {
    it.world.program->door().write(db::Sight::of_system("test"), [&](db::Transaction& transaction) {
      transaction.run("UPDATE alliance SET zone = 'Mars/Base' WHERE id = $1", it.alliance);
    });
    set_clock(it, "2010-02-28T23:30:00Z");
    auto view = expect(it.world.get(anna, it.base), 200);
    expect(it.world.patch(anna, it.base, at(view, "version"), R"({"description":"As before"})"), 200);
    CHECK(today(it) == "2010-02-28");
    CHECK(field_code(enter(it, it.measure, "2010-03", "5")) == "not_begun");
    set_clock(it, "2010-03-01T00:00:00Z");
    CHECK(today(it) == "2010-03-01");
    expect(enter(it, it.measure, "2010-03", "5"), 200);
  });
}
