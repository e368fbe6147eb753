// Service levels: what one party promised another, period by period, apart from the map until somebody makes one a measure.
#include <doctest/doctest.h>

#include "support/mail_hand.hpp"
#include "support/signing.hpp"

using namespace entente;
using test::Signing;
using test::anna;
using test::at;
using test::body_of;
using test::code_of;
using test::eva;
using test::expect;
using test::field_code;
using test::marcus;
using test::size_of;

namespace {

/// Halden reports monthly on time to Aldermere: at least 95 %.
struct Level {
  Signing& it;
  std::string id;

  explicit Level(Signing& in, const std::string& more = "") : it(in) {
    id = at(expect(it.world.post(anna, it.base + "/service-levels",
                                 fmt::format(R"({{"name":"Reports on time","promise":"Monthly reports by the fifth day","by_party":"{}","to_party":"{}","unit":"%","limit":95,"frequency":"month","starts":"2009-01-01"{}}})",
                                             it.party("Halden"), it.party("Aldermere"), more)),
                        201),
            "id");
  }
  http::Response give(const std::string& who, std::string_view period, std::string_view rest) {
    return it.world.post(who, it.base + "/service-level-values", fmt::format(R"([{{"level":"{}","period":"{}",{}}}])", id, period, rest));
  }
  http::Response change(std::string_view body, const std::string& who = anna) {
    return it.world.patch(who, "/api/v1/service-levels/" + id, at(look(who), "version"), std::string(body));
  }
  json::Value look(const std::string& who) { return expect(it.world.get(who, "/api/v1/service-levels/" + id), 200); }
  std::string standing(std::string_view period) {
    auto view = look(marcus);
    for (const auto& one : *view.find("periods")->array())
      if (at(one, "period") == period) return at(one, "standing");
    return "";
  }
};

}  // namespace

TEST_CASE("values are judged by the limit, misses are counted by party and over time, corrections keep the old value") {
  test::for_each_signing([](Signing& it) {
    Level level(it);
    CHECK(at(level.look(marcus), "code") == "SL1");
    expect(level.give(marcus, "2009-10", R"("value":96)"), 200);
    expect(level.give(marcus, "2009-11", R"("value":95)"), 200);
    expect(level.give(marcus, "2009-12", R"("value":94.9)"), 200);
    CHECK(level.standing("2009-11") == "met");
    CHECK(level.standing("2009-12") == "missed");
    CHECK(level.standing("2009-09") == "unreported");
    CHECK(level.standing("2010-01") == "pending");
    auto list = expect(it.world.get(anna, it.base + "/service-levels"), 200);
    CHECK(at(list, "items.0.tally.missed") == "1");
    CHECK(at(list, "items.0.tally.run") == "1");
    CHECK(size_of(*list.find("items")->array()->begin(), "marks") == 12);
    CHECK(at(list, "by_party.0.party.name") == "Halden Clinical");
    CHECK(at(list, "by_party.0.tally.missed") == "1");
    bool counted = false;
    for (const auto& quarter : *list.find("quarters")->array())
      if (at(quarter, "period") == "2009-Q4") counted = at(quarter, "met") == "2" && at(quarter, "missed") == "1";
    CHECK(counted);
    // What is wrong is told at the row.
    CHECK(field_code(level.give(marcus, "2010-02", R"("value":99)")) == "not_ended");
    CHECK(field_code(level.give(marcus, "2008-12", R"("value":99)")) == "not_promised");
    CHECK(field_code(level.give(marcus, "2009-Q4", R"("value":99)")) == "bad_period");
    CHECK(field_code(level.give(marcus, "2009-12", R"("value":97)")) == "reason_required");
    CHECK(field_code(level.give(marcus, "2009-08", R"("state":"na")")) == "reason_required");
    CHECK(level.give(marcus, "2009-12", R"("value":97,"reason":"Counted again","version":0)").status == 412);
    CHECK(level.give(it.employee, "2009-12", R"("value":97)").status == 404);
    auto corrected = expect(level.give(marcus, "2009-12", R"("value":97,"reason":"Counted again","version":1)"), 200);
    CHECK(level.standing("2009-12") == "met");
    CHECK(size_of(level.look(anna), "history") == 4);
    // Undone, the old value stands again, and that is in the history too.
    expect(it.world.post(marcus, "/api/v1/acts/" + at(corrected, "acts.0.id") + "/undo", "{}"), 200);
    CHECK(level.standing("2009-12") == "missed");
    CHECK(at(level.look(anna), "history.0.reason") == "Taken back.");
    // What was promised anew holds from its day on.
    expect(level.change(R"({"limit":90,"limit_from":"2009-12-01"})"), 200);
    CHECK(level.standing("2009-12") == "met");
    CHECK(level.standing("2009-11") == "met");
    // Search finds it; the map knows nothing of it.
    auto found = expect(it.world.get(marcus, "/api/v1/search?q=reports+on"), 200);
    CHECK(at(found, "items.0.kind") == "service_level");
    CHECK(at(found, "items.0.link").ends_with("/service-levels/" + level.id));
    auto of_employee = expect(it.world.get(it.employee, "/api/v1/search?q=reports+on"), 200);
    for (const auto& hit : *of_employee.find("items")->array()) CHECK(at(hit, "kind") != "service_level");
    CHECK(std::string(it.world.get(anna, it.base + "/map").body_view()).find("Reports on time") == std::string::npos);
    auto sentence = expect(it.world.get(anna, it.base + "/record?limit=1"), 200);
    CHECK(at(sentence, "items.0.sentence") == "changed service level SL1 Reports on time");
  });
}

TEST_CASE("who promised does not move a limit back over values; to whom it was promised may") {
  test::for_each_signing([](Signing& it) {
    Level level(it);
    expect(level.give(marcus, "2009-12", R"("value":90)"), 200);
    for (const char* from : {"2009-01-01", "2009-12-31"})
      CHECK(field_code(level.change(fmt::format(R"({{"limit":80,"limit_from":"{}"}})", from), marcus)) == "judged");
    CHECK(level.standing("2009-12") == "missed");
    expect(level.change(R"({"limit":80,"limit_from":"2010-01-01"})", marcus), 200);
    CHECK(level.standing("2009-12") == "missed");
    expect(level.change(R"({"limit":80,"limit_from":"2009-12-01"})", anna), 200);
    CHECK(level.standing("2009-12") == "met");
  });
}

TEST_CASE("who promised does not unmake a miss in any other way either") {
  test::for_each_signing([](Signing& it) {
    Level level(it);
    std::string made = at(expect(it.world.get(anna, it.base + "/record?limit=1"), 200), "items.0.act");
    expect(level.give(marcus, "2009-12", R"("value":90)"), 200);
    auto undo = [&](const std::string& who, const std::string& act) { return it.world.post(who, "/api/v1/acts/" + act + "/undo", "{}"); };
    CHECK(code_of(undo(marcus, made)) == "judged");
    auto refused_at = [&](std::string_view body) {
      auto refused = level.change(body, marcus);
      CHECK(field_code(refused) == "judged");
      return at(body_of(refused), "fields.0.path");
    };
    CHECK(refused_at(R"({"direction":"at_most"})") == "direction");
    CHECK(refused_at(R"({"starts":"2010-01-01"})") == "starts");
    CHECK(refused_at(R"({"ends":"2009-06-30"})") == "ends");
    CHECK(refused_at(R"({"grace":300})") == "grace");
    CHECK(refused_at(fmt::format(R"({{"by_party":"{}","to_party":"{}"}})", it.party("Aldermere"), it.party("Halden"))) == "by_party");
    CHECK(code_of(it.remove(marcus, "service-levels/" + level.id, at(level.look(marcus), "version"))) == "judged");
    CHECK(level.standing("2009-12") == "missed");
    // What judges nothing anew is free.
    expect(level.change(R"({"name":"Reports in time","ends":"2011-12-31"})", marcus), 200);
    // To whom it was promised may; and of that, who promised takes back nothing that makes a miss of less.
    expect(level.change(R"({"limit":85,"limit_from":"2009-12-01"})", anna), 200);
    CHECK(level.standing("2009-12") == "met");
    auto stricter = expect(level.change(R"({"limit":92,"limit_from":"2009-12-01"})", anna), 200);
    CHECK(level.standing("2009-12") == "missed");
    CHECK(code_of(undo(marcus, at(stricter, "act.id"))) == "judged");
    CHECK(level.standing("2009-12") == "missed");
    it.undo(anna, stricter);
    CHECK(level.standing("2009-12") == "met");
    auto removed = expect(it.remove(anna, "service-levels/" + level.id, at(level.look(anna), "version")), 200);
    it.undo(marcus, removed);
    CHECK(level.standing("2009-12") == "met");
  });
}

TEST_CASE("a call takes so many values at most") {
  Signing it;
  std::string rows = "[";
  for (int i = 0; i <= 20'000; ++i) rows += i == 0 ? R"({"level":"","period":""})" : R"(,{"level":"","period":""})";
  auto refused = it.world.post(marcus, it.base + "/service-level-values", rows + "]");
  CHECK(refused.status == 413);
  CHECK(code_of(refused) == "too_many_rows");
}

TEST_CASE("when all promises have ended, the list counts back from their end") {
  Signing it;
  Level level(it, R"(,"ends":"2009-06-30")");
  expect(level.give(marcus, "2009-01", R"("value":90)"), 200);  // more than a year before today
  auto list = expect(it.world.get(anna, it.base + "/service-levels"), 200);
  CHECK(at(list, "ended") == "2009-06-30");
  CHECK(at(list, "by_party.0.tally.missed") == "1");
  CHECK(at(list, "quarters.7.period") == "2009-Q2");
  CHECK(at(list, "quarters.6.missed") == "1");
  expect(level.change(R"({"ends":null})"), 200);
  auto goes_on = expect(it.world.get(anna, it.base + "/service-levels"), 200);
  CHECK(at(goes_on, "ended").empty());
  CHECK(at(goes_on, "by_party.0.tally.missed") == "0");
}

TEST_CASE("a service level of an agreement lies where its parties see it") {
  test::for_each_signing([](Signing& it) {
    std::string space = it.in_force("Pact of two", "Halden", marcus);
    std::string agreement = at(expect(it.world.get(anna, it.base + "/agreements"), 200), "items.0.id");
    Level level(it, fmt::format(R"(,"agreement":"{}")", agreement));
    CHECK(at(level.look(marcus), "agreement.name") == "Pact of two");
    CHECK(at(level.look(marcus), "space.name") == "Pact of two");
    CHECK(it.world.get(eva, "/api/v1/service-levels/" + level.id).status == 404);
    CHECK(size_of(expect(it.world.get(eva, it.base + "/service-levels"), 200), "items") == 0);
    CHECK(level.give(eva, "2009-12", R"("value":1)").status == 404);
    CHECK(at(it.seen(anna, agreement), "holds.service_levels") == "1");
    auto wrong = it.world.post(anna, it.base + "/service-levels",
                               fmt::format(R"({{"name":"Of three","by_party":"{}","to_party":"{}","limit":1,"agreement":"{}"}})", it.party("Lindqvist"), it.party("Aldermere"), agreement));
    CHECK(field_code(wrong) == "not_in_agreement");
    CHECK(field_code(level.change(R"({"agreement":null})")) == "fixed");
  });
}

TEST_CASE("made a measure, it follows the level's values, and neither goes apart") {
  test::for_each_signing([](Signing& it) {
    Level level(it);
    expect(level.give(marcus, "2009-11", R"("value":96)"), 200);
    expect(level.give(marcus, "2009-12", R"("value":90)"), 200);
    std::string version = at(level.look(anna), "version");
    auto followed = expect(it.world.ask(anna, http::Method::post, "/api/v1/service-levels/" + level.id + "/measure", fmt::format(R"({{"objective":"{}"}})", it.objective), version), 200);
    CHECK(at(followed, "undoable") == "false");
    CHECK(code_of(it.world.post(anna, "/api/v1/acts/" + at(followed, "act.id") + "/undo", "{}")) == "followed");
    std::string measure = at(level.look(anna), "measure.id");
    auto of = [&](std::string_view period) {
      auto view = expect(it.world.get(anna, "/api/v1/measures/" + measure + "?periods=12&period=2009-12"), 200);
      for (const auto& cell : *view.find("cells")->array())
        if (at(cell, "period") == period) return at(cell, "value") + " " + at(cell, "light");
      return std::string();
    };
    CHECK(of("2009-11") == "96 green");
    CHECK(of("2009-12") == "90 red");
    // A later value, a correction and its undoing all reach the measure.
    auto corrected = expect(level.give(marcus, "2009-12", R"("value":95,"reason":"Counted again")"), 200);
    CHECK(of("2009-12") == "95 green");
    expect(it.world.post(marcus, "/api/v1/acts/" + at(corrected, "acts.0.id") + "/undo", "{}"), 200);
    CHECK(of("2009-12") == "90 red");
    // No value beside the level's, no other unit or frequency on either.
    const std::string beside = fmt::format(R"([{{"measure":"{}","period":"2009-10","value":99}}])", measure);
    CHECK(code_of(it.world.post(marcus, it.base + "/observations", beside)) == "follows_service_level");
    CHECK(code_of(it.world.post(anna, it.base + "/observations", beside)) == "follows_service_level");  // who owns the measure
    auto entered = expect(it.world.get(anna, it.base + "/record?limit=10"), 200);
    std::vector<std::string> refused;
    for (const auto& item : *entered.find("items")->array())
      if (at(item, "object") == "observation") refused.push_back(code_of(it.world.post(marcus, "/api/v1/acts/" + at(item, "act") + "/undo", "{}")));
    REQUIRE(refused.size() > 2);
    CHECK(refused.front() == "follows_service_level");
    for (const auto& code : refused) CHECK((code == "follows_service_level" || code == "changed_since" || code == "not_yours"));
    std::string of_measure = at(expect(it.world.get(anna, "/api/v1/measures/" + measure), 200), "version");
    CHECK(code_of(it.world.patch(anna, "/api/v1/measures/" + measure, of_measure, R"({"unit":"days"})")) == "follows_service_level");
    CHECK(code_of(it.world.patch(anna, "/api/v1/measures/" + measure, of_measure, R"({"frequency":"quarter"})")) == "follows_service_level");
    expect(it.world.patch(anna, "/api/v1/measures/" + measure, of_measure, R"({"name":"Reports in time"})"), 200);
    CHECK(field_code(level.change(R"({"unit":"days"})")) == "followed");
    CHECK(field_code(level.change(R"({"frequency":"quarter"})")) == "followed");
    CHECK(field_code(level.change(R"({"direction":"at_most"})")) == "followed");
    CHECK(code_of(it.world.ask(anna, http::Method::post, "/api/v1/service-levels/" + level.id + "/measure", fmt::format(R"({{"objective":"{}"}})", it.objective), at(level.look(anna), "version"))) ==
          "followed_already");
    auto moved = expect(level.change(R"({"limit":90,"limit_from":"2009-12-01"})"), 200);
    CHECK(of("2009-12") == "90 green");
    CHECK(at(moved, "undoable") == "false");
    CHECK(code_of(it.world.post(anna, "/api/v1/acts/" + at(moved, "act.id") + "/undo", "{}")) == "followed");
    CHECK(of("2009-12") == "90 green");
  });
}

TEST_CASE("an impossible service level is refused at its field, and its removal can be undone") {
  Signing it;
  Level level(it);
  CHECK(field_code(level.change(R"({"starts":"1800-01-01"})")) == "out_of_range");
  CHECK(field_code(level.change(R"({"ends":"9999-12-31"})")) == "out_of_range");
  CHECK(field_code(level.change(R"({"name":""})")) == "empty");
  CHECK(field_code(it.world.post(anna, it.base + "/service-levels", R"({"name":"x"})")) == "empty");
  expect(level.give(marcus, "2009-12", R"("value":90)"), 200);
  CHECK(field_code(level.change(R"({"frequency":"quarter"})")) == "has_values");
  auto removed = expect(it.world.ask(anna, http::Method::delete_, "/api/v1/service-levels/" + level.id, "", at(level.look(anna), "version")), 200);
  CHECK(it.world.get(anna, "/api/v1/service-levels/" + level.id).status == 404);
  it.undo(anna, removed);
  CHECK(level.standing("2009-12") == "missed");
}

TEST_CASE("the owner of a service level is reminded of a value that is due") {
  test::for_each_signing([](Signing& it) {
    Level level(it, fmt::format(R"(,"owner":"{}")", it.id_of(marcus)));
    test::MailHand hand(it.world);
    hand.run("2010-02-06T07:00:00Z");
    bool told = false;
    for (const auto& mail : hand.run("2010-02-08T06:00:00Z"))
      if (mail.to.address == marcus) told = told || (mail.plain.find("SL1 Reports on time") != std::string::npos && mail.plain.find("/service-levels/" + level.id + "?enter=2010-01") != std::string::npos);
    CHECK(told);
    for (const auto& mail : hand.run("2010-02-09T06:00:00Z")) CHECK(mail.plain.find("SL1 Reports on time") == std::string::npos);
  });
}
