// Freezes: what a review saw stays as it was, later values are marked on both, and two can be compared.
#include <doctest/doctest.h>

#include "auth/crypto.hpp"
#include "support/talk.hpp"

using namespace entente;
using test::anna;
using test::at;
using test::body_of;
using test::expect;
using test::marcus;
using test::size_of;
using test::Talk;

namespace {

/// A monthly measure that stands at 600 (yellow) in December 2009: red up to 500, green from 700.
std::string patients(Talk& it) {
  auto measure = at(expect(it.world.post(anna, it.base + "/measures",
                                         fmt::format(R"({{"objective":"{}","code":"PAT","name":"Patients","unit":"patients","frequency":"month",)"
                                                     R"("scoring":{{"type":"higher","red":500,"green":700}},"effective_from":"2006-01-01"}})",
                                                     it.objective)),
                           201),
                    "id");
  expect(it.world.post(anna, it.base + "/observations", fmt::format(R"([{{"measure":"{}","period":"2009-12","value":600}}])", measure)), 200);
  return measure;
}

std::string freeze(Talk& it, const std::string& who, const std::string& body) { return at(expect(it.world.post(who, it.base + "/freezes", body), 201), "id"); }

/// The compared thing with this code, or nothing.
const json::Value* item(const json::Value& comparison, std::string_view code) {
  for (const auto& one : *comparison.find("items")->array())
    if (at(one, "code") == code) return &one;
  return nullptr;
}

}  // namespace

TEST_CASE("a freeze keeps every byte, whatever comes later, and both sides are told what was restated") {
  test::for_each_talk([](Talk& it) {
    std::string measure = patients(it);
    CHECK(it.world.post(it.employee, it.base + "/freezes", R"({"period":"2009-Q4"})").status == 404);
    CHECK(at(body_of(it.world.post(anna, it.base + "/freezes", R"({"period":"2031-Q4"})")), "fields.0.code") == "not_begun");
    std::string id = freeze(it, anna, R"({"period":"2009-Q4","note":"The committee met in Brussels."})");
    std::string file = std::string(it.world.get(marcus, "/api/v1/freezes/" + id + "/file").body_view());
    auto before = expect(it.world.get(marcus, "/api/v1/freezes/" + id), 200);
    CHECK(at(before, "freeze.title") == "Review of Q4 2009");
    CHECK(at(before, "freeze.digest") == auth::sha256_hex(file));
    CHECK(size_of(before, "restated") == 0);
    CHECK(file.find(it.private_measure) == std::string::npos);
    auto record = expect(it.world.get(anna, it.base + "/record"), 200);
    CHECK(at(record, "items.0.sentence") == "froze Review of Q4 2009");
    CHECK(at(record, "items.0.link").ends_with("/reviews/" + id));

    CHECK(at(expect(it.world.get(marcus, it.base + "/freezes"), 200), "items.0.later") == "0");
    it.world.clock.advance_seconds(3600);
    expect(it.world.post(anna, it.base + "/observations",
                         fmt::format(R"([{{"measure":"{}","period":"2009-12","value":480,"reason":"One site counted twice"}},)"
                                     R"({{"measure":"{}","period":"2010-01","value":500}},{{"measure":"{}","period":"2009-12","value":3}}])",
                                     measure, measure, it.private_measure)),
           200);
    // One value of what it saw; that of a later period is none, and one that is kept private is nobody's.
    CHECK(at(expect(it.world.get(anna, it.base + "/freezes"), 200), "items.0.later") == "1");
    expect(it.world.patch(anna, "/api/v1/measures/" + measure, "1", R"({"name":"Patients enrolled"})"), 200);
    CHECK(std::string(it.world.get(marcus, "/api/v1/freezes/" + id + "/file").body_view()) == file);
    auto after = expect(it.world.get(marcus, "/api/v1/freezes/" + id), 200);
    REQUIRE(size_of(after, "restated") == 1);
    CHECK(at(after, "restated.0.code") == "PAT");
    CHECK(at(after, "restated.0.before") == "600");
    CHECK(at(after, "restated.0.after") == "480");

    // And the other way round: the cell says that a review saw something else.
    auto view = expect(it.world.get(marcus, "/api/v1/measures/" + measure + "?period=2009-12"), 200);
    bool marked = false;
    for (const auto& cell : *view.find("cells")->array()) {
      if (at(cell, "period") == "2009-12") marked = at(cell, "after_freeze") == "Review of Q4 2009";
      if (at(cell, "period") == "2010-01") CHECK(at(cell, "after_freeze").empty());
    }
    CHECK(marked);
  });
}

TEST_CASE("what is removed after a review stays in its freeze, and is told to be gone") {
  Talk it;
  std::string measure = patients(it);
  std::string id = freeze(it, anna, R"({"period":"2009-Q4"})");
  CHECK(size_of(expect(it.world.get(marcus, "/api/v1/freezes/" + id), 200), "gone") == 0);
  expect(it.remove(anna, "measures/" + measure, "1"), 200);
  auto view = expect(it.world.get(marcus, "/api/v1/freezes/" + id), 200);
  REQUIRE(size_of(view, "gone") == 1);
  CHECK(at(view, "gone.0.kind") == "measure");
  CHECK(at(view, "gone.0.id") == measure);
  CHECK(size_of(view, "restated") == 0);
  CHECK(std::string(it.world.get(marcus, "/api/v1/freezes/" + id + "/file").body_view()).find(measure) != std::string::npos);
}

TEST_CASE("two freezes are compared: lights, values, definitions, what came and what went") {
  test::for_each_talk([](Talk& it) {
    std::string measure = patients(it);
    std::string first = freeze(it, anna, R"({"period":"2009-Q4"})");
    it.world.clock.advance_seconds(3600);
    expect(it.world.post(anna, it.base + "/observations", fmt::format(R"([{{"measure":"{}","period":"2009-12","value":720,"reason":"Recounted"}}])", measure)), 200);
    expect(it.world.ask(anna, http::Method::post, "/api/v1/measures/" + measure + "/targets", R"({"effective_from":"2009-07-01","scoring":{"type":"higher","red":510,"green":710}})", "0"), 201);
    auto second_measure = at(expect(it.world.post(anna, it.base + "/measures",
                                                  fmt::format(R"({{"objective":"{}","code":"NEW","name":"New","frequency":"month"}})", it.objective)),
                                    201),
                             "id");
    expect(it.remove(anna, "measures/" + it.measure, "1"), 200);
    std::string second = freeze(it, marcus, R"({"period":"2009-Q4","title":"Second look"})");

    auto compared = expect(it.world.get(marcus, it.base + "/freezes/compare?from=" + first + "&to=" + second), 200);
    const auto* changed = item(compared, "PAT");
    REQUIRE(changed);
    CHECK(at(*changed, "change") == "changed");
    CHECK(at(*changed, "before.light") == "yellow");
    CHECK(at(*changed, "after.light") == "green");
    CHECK(at(*changed, "before.value") == "600");
    CHECK(at(*changed, "after.value") == "720");
    CHECK(at(*changed, "fields.0.name") == "target");
    CHECK(at(*changed, "fields.0.before") == "≥ 700 patients");
    CHECK(at(*changed, "fields.0.after") == "≥ 710 patients");
    REQUIRE(item(compared, "NEW"));
    CHECK(at(*item(compared, "NEW"), "change") == "added");
    CHECK(at(*item(compared, "NEW"), "before").empty());
    bool removed = false;
    for (const auto& one : *compared.find("items")->array()) removed = removed || (at(one, "id") == it.measure && at(one, "change") == "removed");
    CHECK(removed);
    REQUIRE(size_of(compared, "restated") == 1);
    CHECK(at(compared, "restated.0.period") == "2009-12");

    // The same with itself is nothing.
    auto same = expect(it.world.get(marcus, it.base + "/freezes/compare?from=" + second + "&to=" + second), 200);
    CHECK(size_of(same, "items") == 0);
    CHECK(size_of(same, "restated") == 0);
    auto list = expect(it.world.get(marcus, it.base + "/freezes"), 200);
    REQUIRE(size_of(list, "items") == 2);
    CHECK(at(list, "items.0.title") == "Second look");
  });
}

TEST_CASE("a frozen light is no longer confirmed or contested") {
  Talk it;
  auto say = [&](const std::string& period) {
    auto light = at(expect(it.world.get(marcus, "/api/v1/objectives/" + it.objective + "?period=" + period), 200), "judgement.light");
    return it.world.post(marcus, it.base + "/light-verdicts", fmt::format(R"({{"object":"{}","period":"{}","verdict":"confirmed","light":"{}"}})", it.objective, period, light));
  };
  auto offered = [&](const std::string& period) {
    std::string theme = at(expect(it.world.get(marcus, it.base + "/scorecard?period=" + period), 200), "themes.0.may_confirm");
    CHECK(at(expect(it.world.get(marcus, "/api/v1/objectives/" + it.objective + "?period=" + period), 200), "may_confirm") == theme);
    return theme == "true";
  };
  auto said = expect(say("2009-Q4"), 201);
  CHECK(offered("2009-Q4"));
  auto taken_back = expect(say("2009-Q2"), 201);
  freeze(it, anna, R"({"period":"2009-Q4"})");
  CHECK(!offered("2009-Q4"));
  CHECK(offered("2009-Q3"));
  CHECK(test::code_of(say("2009-Q4")) == "frozen");
  // Neither is a word taken back that the review saw; one on another period is.
  CHECK(test::code_of(it.world.post(marcus, "/api/v1/acts/" + at(said, "act.id") + "/undo", "{}")) == "frozen");
  expect(it.world.post(marcus, "/api/v1/acts/" + at(taken_back, "act.id") + "/undo", "{}"), 200);
  expect(say("2009-Q3"), 201);
}

TEST_CASE("a freeze of a period that still runs, taken by one side, does not silence the other") {
  Talk it;
  auto say = [&](const std::string& period) {
    auto light = at(expect(it.world.get(marcus, "/api/v1/objectives/" + it.objective + "?period=" + period), 200), "judgement.light");
    return it.world.post(marcus, it.base + "/light-verdicts", fmt::format(R"({{"object":"{}","period":"{}","verdict":"confirmed","light":"{}"}})", it.objective, period, light));
  };
  it.world.clock.set(parse_instant("2009-12-31T12:00:00Z"));
  freeze(it, anna, R"({"period":"2009-Q4"})");
  it.world.clock.set(parse_instant("2010-01-20T09:00:00Z"));
  auto offered = [&] { return at(expect(it.world.get(marcus, "/api/v1/objectives/" + it.objective + "?period=2009-Q4"), 200), "may_confirm"); };
  CHECK(offered() == "true");
  auto said = expect(say("2009-Q4"), 201);
  expect(it.world.post(marcus, "/api/v1/acts/" + at(said, "act.id") + "/undo", "{}"), 200);
  freeze(it, anna, R"({"period":"2009-Q4"})");
  CHECK(offered() == "false");
  CHECK(test::code_of(say("2009-Q4")) == "frozen");
}
