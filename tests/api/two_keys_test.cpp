// Two keys: one side gives a value, the other accepts or disputes it; both confirm or contest lights; a value is withheld.
#include <doctest/doctest.h>

#include "support/talk.hpp"

using namespace entente;
using test::Talk;
using test::anna;
using test::at;
using test::code_of;
using test::body_of;
using test::expect;
using test::field_code;
using test::marcus;
using test::size_of;

namespace {

/// A shared monthly measure of two keys: red up to 500, green from 700. Aldermere gives its values.
struct Keys {
  Talk& it;
  std::string measure;

  explicit Keys(Talk& in, std::string_view more = R"(,"two_keys":true)") : it(in) {
    measure = at(expect(it.world.post(anna, it.base + "/measures",
                                      fmt::format(R"({{"objective":"{}","name":"Patients","unit":"patients","frequency":"month","aggregation":"last",)"
                                                  R"("scoring":{{"type":"higher","red":500,"green":700}},"effective_from":"2006-01-01"{}}})",
                                                  it.objective, more)),
                        201),
                 "id");
  }
  http::Response give(const std::string& who, std::string_view period, std::string_view rest) {
    return it.world.post(who, it.base + "/observations", fmt::format(R"([{{"measure":"{}","period":"{}",{}}}])", measure, period, rest));
  }
  http::Response say(const std::string& who, std::string_view period, std::string_view rest, int version = 1) {
    return it.world.post(who, it.base + "/value-verdicts",
                         fmt::format(R"([{{"measure":"{}","period":"{}","version":{},{}}}])", measure, period, version, rest));
  }
  json::Value look(const std::string& who, const std::string& more = "&period=2010-01") {
    return expect(it.world.get(who, "/api/v1/measures/" + measure + "?periods=12" + more), 200);
  }
  /// The cell of one period, as this person sees it.
  json::Value cell(const std::string& who, std::string_view period, const std::string& more = "&period=2010-01") {
    auto view = look(who, more);
    for (const auto& one : *view.find("cells")->array())
      if (at(one, "period") == period) return one;
    return json::parse("{}");
  }
  std::string flags(const std::string& who) {
    auto view = look(who);
    std::string out;
    for (const auto& flag : *view.find("judgement")->find("flags")->array()) out += *flag.string() + " ";
    return out;
  }
};

}  // namespace

TEST_CASE("a value of two keys is provisional until the other side accepts it") {
  test::for_each_talk([](Talk& it) {
    Keys keys(it);
    expect(keys.give(anna, "2010-01", R"("value":600)"), 200);
    CHECK(at(keys.cell(anna, "2010-01"), "submission") == "submitted");
    CHECK(at(keys.cell(anna, "2010-01"), "giver") == "Aldermere Pharma");
    CHECK(keys.flags(marcus) == "provisional ");
    CHECK(at(keys.cell(anna, "2010-01"), "may_speak").empty());
    CHECK(at(keys.cell(marcus, "2010-01"), "may_speak") == "true");
    auto waiting = expect(it.world.get(marcus, it.base + "/submissions"), 200);
    REQUIRE(size_of(waiting, "rows") == 1);
    CHECK(at(waiting, "rows.0.value") == "600");
    CHECK(at(waiting, "rows.0.light") == "yellow");
    CHECK(at(waiting, "rows.0.giver") == "Aldermere Pharma");
    CHECK(at(waiting, "rows.0.may_speak") == "true");

    // One's own value cannot be accepted by oneself, and only what was seen can be accepted.
    CHECK(field_code(keys.say(anna, "2010-01", R"("verdict":"accepted")")) == "own_value");
    CHECK(keys.say(marcus, "2010-01", R"("verdict":"accepted")", 2).status == 412);
    CHECK(field_code(keys.say(marcus, "2009-12", R"("verdict":"accepted")")) == "no_value");
    auto said = expect(keys.say(marcus, "2010-01", R"("verdict":"accepted")"), 200);
    CHECK(at(said, "count") == "1");
    CHECK(at(keys.cell(anna, "2010-01"), "submission") == "accepted");
    CHECK(at(keys.cell(anna, "2010-01"), "words.0.party_name") == "Halden Clinical");
    CHECK(keys.flags(anna).empty());

    // Undone, it waits again; a correction asks anew.
    expect(it.world.post(marcus, "/api/v1/acts/" + at(said, "acts.0.id") + "/undo", "{}"), 200);
    CHECK(at(keys.cell(anna, "2010-01"), "submission") == "submitted");
    expect(keys.say(marcus, "2010-01", R"("verdict":"accepted")"), 200);
    expect(keys.give(anna, "2010-01", R"("value":650,"reason":"One site was missing")"), 200);
    CHECK(at(keys.cell(marcus, "2010-01"), "submission") == "submitted");
    CHECK(size_of(expect(it.world.get(anna, it.base + "/record?limit=100"), 200), "items") > 0);
  });
}

TEST_CASE("a disputed value keeps both sides, and its interval spans them") {
  test::for_each_talk([](Talk& it) {
    Keys keys(it, "");
    expect(keys.give(anna, "2010-01", R"("value":750)"), 200);
    CHECK(at(keys.cell(marcus, "2010-01"), "submission").empty());
    CHECK(field_code(keys.say(marcus, "2010-01", R"("verdict":"disputed","value":480)")) == "reason_required");
    CHECK(field_code(keys.say(marcus, "2010-01", R"("verdict":"disputed","reason":"We counted")")) == "empty");
    CHECK(field_code(keys.say(marcus, "2010-01", R"("verdict":"disputed","reason":"We counted","value":750)")) == "same_value");
    CHECK(field_code(keys.say(marcus, "2010-01", R"("verdict":"accepted","value":480)")) == "value_with_word");
    expect(keys.say(marcus, "2010-01", R"("verdict":"disputed","reason":"We counted 500","value":500)"), 200);

    // Scores by the anchors 300, 500, 700, 900: 750 is 75, 500 is 33.33; the lights differ, so that it is split.
    auto view = keys.look(anna);
    CHECK(at(view, "judgement.light") == "green");
    CHECK(at(view, "judgement.split") == "yellow");
    CHECK(at(view, "judgement.score") == "75");
    CHECK(at(view, "judgement.low") == "33.333333");
    CHECK(at(view, "judgement.high") == "75");
    CHECK(keys.flags(marcus) == "disputed ");
    auto cell = keys.cell(anna, "2010-01");
    CHECK(at(cell, "value") == "750");
    CHECK(at(cell, "words.0.value") == "500");
    CHECK(at(cell, "words.0.reason") == "We counted 500");
    auto objective = expect(it.world.get(anna, "/api/v1/objectives/" + it.objective + "?period=2010-01"), 200);
    int marked = 0;
    for (const auto& flag : *objective.find("judgement")->find("flags")->array()) marked += *flag.string() == "disputed";
    CHECK(marked == 1);
    CHECK(at(expect(it.world.get(anna, it.base + "/submissions"), 200), "rows.0.submission") == "disputed");

    // It ends when the other side takes its word back, or accepts.
    expect(keys.say(marcus, "2010-01", R"("verdict":"withdrawn")"), 200);
    CHECK(keys.flags(marcus).empty());
    CHECK(at(keys.cell(marcus, "2010-01"), "submission").empty());
  });
}

TEST_CASE("what is computed of an unsure value is provisional") {
  test::for_each_talk([](Talk& it) {
    Keys keys(it);
    Keys computed = keys;
    computed.measure = at(expect(it.world.post(anna, it.base + "/measures",
                                               fmt::format(R"({{"objective":"{}","name":"Twice","unit":"patients","frequency":"month","aggregation":"last","formula":"[{}] * 2",)"
                                                           R"("scoring":{{"type":"higher","red":1000,"green":1400}},"effective_from":"2006-01-01"}})",
                                                           it.objective, at(keys.look(anna), "code"))),
                                 201),
                          "id");
    expect(keys.give(anna, "2009-12", R"("value":500)"), 200);
    expect(keys.give(anna, "2010-01", R"("value":600)"), 200);
    CHECK(at(computed.cell(anna, "2010-01"), "value") == "1200");
    CHECK(computed.flags(anna) == "provisional ");
    expect(keys.say(marcus, "2010-01", R"("verdict":"accepted")"), 200);
    CHECK(computed.flags(anna).empty());  // December's does not matter for January
    expect(keys.say(marcus, "2010-01", R"("verdict":"disputed","value":480,"reason":"We counted 480")"), 200);
    CHECK(computed.flags(anna) == "provisional ");
    expect(keys.give(anna, "2010-01", R"("value":610,"flags":["estimated"],"reason":"Counted again")"), 200);
    expect(keys.say(marcus, "2010-01", R"("verdict":"accepted")", 2), 200);
    CHECK(computed.flags(anna) == "provisional estimated ");
  });
}

TEST_CASE("words are all or none, and only for those who may accept") {
  Talk it;
  Keys keys(it);
  expect(keys.give(anna, "2009-12", R"("value":600)"), 200);
  expect(keys.give(anna, "2010-01", R"("value":600)"), 200);
  auto both = [&](const std::string& second) {
    return it.world.post(marcus, it.base + "/value-verdicts",
                         fmt::format(R"([{{"measure":"{0}","period":"2009-12","version":1,"verdict":"accepted"}},{{"measure":"{1}","period":"2010-01","version":1,"verdict":"accepted"}}])",
                                     keys.measure, second));
  };
  CHECK(both(it.private_measure).status == 400);
  CHECK(at(keys.cell(marcus, "2009-12"), "submission") == "submitted");
  auto said = expect(both(keys.measure), 200);
  CHECK(at(said, "count") == "2");
  CHECK(size_of(said, "acts") == 1);
  expect(it.world.post(marcus, "/api/v1/acts/" + at(said, "acts.0.id") + "/undo", "{}"), 200);
  CHECK(at(keys.cell(marcus, "2009-12"), "submission") == "submitted");
  CHECK(at(keys.cell(marcus, "2010-01"), "submission") == "submitted");

  // An employee, an observer and a neutral consultant have no word.
  for (const std::string& who : {it.of_role("employee", "haldenclinical"), it.of_role("neutral_consultant", "lindqvist")}) {
    CAPTURE(who);
    CHECK(it.world.post(who, it.base + "/value-verdicts", fmt::format(R"([{{"measure":"{}","period":"2009-12","version":1,"verdict":"accepted"}}])", keys.measure)).status == 404);
    CHECK(it.world.post(who, it.base + "/light-verdicts", fmt::format(R"({{"object":"{}","period":"2009-Q4","verdict":"confirmed","light":"red"}})", it.objective)).status == 404);
  }
}

TEST_CASE("a computed light is confirmed or contested by each side") {
  test::for_each_talk([](Talk& it) {
    auto say = [&](const std::string& who, const std::string& rest) {
      return it.world.post(who, it.base + "/light-verdicts", fmt::format(R"({{"object":"{}","period":"2009-Q4",{}}})", it.objective, rest));
    };
    auto look = [&](const std::string& who) { return expect(it.world.get(who, "/api/v1/objectives/" + it.objective + "?period=2009-Q4"), 200); };
    auto contested = [&](const json::Value& view) {
      for (const auto& flag : *view.find("judgement")->find("flags")->array())
        if (*flag.string() == "contested") return true;
      return false;
    };
    CHECK(at(look(marcus), "may_confirm") == "true");
    expect(say(anna, R"("verdict":"confirmed","light":"green")"), 201);
    CHECK_FALSE(contested(look(marcus)));
    CHECK(field_code(say(marcus, R"("verdict":"contested","light":"green")")) == "reason_required");
    CHECK(field_code(say(marcus, R"("verdict":"confirmed","light":"grey")")) == "no_judgement");
    auto said = expect(say(marcus, R"("verdict":"contested","light":"green","reason":"The survey was in August")"), 201);
    auto view = look(anna);
    CHECK(contested(view));
    REQUIRE(size_of(view, "words") == 2);
    CHECK(at(view, "words.1.reason") == "The survey was in August");
    CHECK(at(view, "words.1.mine") == "false");
    // Another quarter's light is another matter.
    CHECK_FALSE(contested(expect(it.world.get(anna, "/api/v1/objectives/" + it.objective + "?period=2009-Q3"), 200)));
    auto map = expect(it.world.get(anna, it.base + "/map?period=2009-Q4"), 200);
    CHECK(size_of(map, "cards") > 0);
    expect(it.world.post(marcus, "/api/v1/acts/" + at(said, "act.id") + "/undo", "{}"), 200);
    CHECK_FALSE(contested(look(anna)));
  });
}

TEST_CASE("a word is of the light that is shown, in a period for which it is shown, and counts as long as that is the light") {
  test::for_each_talk([](Talk& it) {
    Keys keys(it, R"(,"weight":100)");
    // The measure outweighs all others, so that its light is the objective's.
    expect(keys.give(anna, "2009-12", R"("value":900)"), 200);
    auto say = [&](const std::string& period, const std::string& light, const std::string& verdict = "confirmed") {
      return it.world.post(marcus, it.base + "/light-verdicts",
                           fmt::format(R"({{"object":"{}","period":"{}","verdict":"{}","light":"{}","reason":"We counted"}})", it.objective, period, verdict, light));
    };
    auto look = [&] { return expect(it.world.get(marcus, "/api/v1/objectives/" + it.objective + "?period=2009-Q4"), 200); };
    auto contested = [&] {
      auto view = look();
      for (const auto& flag : *view.find("judgement")->find("flags")->array())
        if (*flag.string() == "contested") return true;
      return false;
    };
    const std::string light = at(look(), "judgement.light");
    REQUIRE(light == "green");
    CHECK(field_code(say("2009-12", light)) == "bad_period");
    CHECK(field_code(say("2009", light)) == "bad_period");
    CHECK(field_code(say("2010-Q2", light)) == "bad_period");  // not begun
    CHECK(at(expect(it.world.get(marcus, "/api/v1/objectives/" + it.objective + "?period=2009-12"), 200), "may_confirm") == "false");
    auto other = say("2009-Q4", "red");
    CHECK(other.status == 409);
    CHECK(test::code_of(other) == "light_changed");
    CHECK(size_of(look(), "words") == 0);
    expect(say("2009-Q4", light, "contested"), 201);
    CHECK(contested());
    // The contested light is gone, and the word with it; it is still told as what it was said of.
    expect(keys.give(anna, "2009-12", R"("value":100,"reason":"Counted again")"), 200);
    REQUIRE(at(look(), "judgement.light") != light);
    CHECK_FALSE(contested());
    CHECK(at(look(), "words.0.light") == light);
    CHECK(say("2009-Q4", light).status == 409);
    expect(say("2009-Q4", light, "withdrawn"), 201);
    CHECK(size_of(look(), "words") == 0);
  });
}

TEST_CASE("of a withheld value the partner sees the light at most, and moving the target does not tell it") {
  test::for_each_talk([](Talk& it) {
    Keys keys(it, "");
    expect(keys.give(anna, "2010-01", R"("value":640,"state":"withheld")"), 200);
    auto theirs = keys.cell(marcus, "2010-01");
    CHECK(at(theirs, "state") == "withheld");
    CHECK(at(theirs, "value").empty());
    CHECK(at(theirs, "light") == "yellow");
    CHECK(at(theirs, "score").empty());
    auto ours = keys.cell(anna, "2010-01", "&period=2010-01&side=ours");
    CHECK(at(ours, "state") == "value");
    CHECK(at(ours, "value") == "640");
    CHECK(at(ours, "light_only") == "true");
    CHECK(at(ours, "shared_light") == "yellow");
    // Jointly even its owner sees what both see.
    CHECK(at(keys.cell(anna, "2010-01"), "state") == "withheld");

    expect(it.world.ask(marcus, http::Method::post, "/api/v1/measures/" + keys.measure + "/targets",
                        R"({"effective_from":"2010-01-01","scoring":{"type":"higher","red":630,"green":635}})", "0"),
           201);
    CHECK(at(keys.cell(marcus, "2010-01"), "light") == "yellow");
    CHECK(at(keys.cell(anna, "2010-01", "&period=2010-01&side=ours"), "light") == "green");
    CHECK(at(keys.cell(anna, "2010-01", "&period=2010-01&side=ours"), "shared_light") == "yellow");
    CHECK(field_code(keys.say(marcus, "2010-01", R"("verdict":"accepted")")) == "withheld");

    auto history = expect(it.world.get(marcus, "/api/v1/measures/" + keys.measure + "/observations"), 200);
    CHECK(at(history, "items.0.value").empty());
    history = expect(it.world.get(anna, "/api/v1/measures/" + keys.measure + "/observations"), 200);
    CHECK(at(history, "items.0.value") == "640");

    // Kept wholly to oneself; and undone, the earlier value is behind the cell again.
    auto entered = expect(keys.give(anna, "2010-01", R"("value":100,"state":"withheld","share_light":false,"reason":"Recounted")"), 200);
    CHECK(at(keys.cell(marcus, "2010-01"), "light") == "grey");
    CHECK(at(keys.cell(anna, "2010-01", "&period=2010-01&side=ours"), "shared_light") == "grey");
    expect(it.world.post(anna, "/api/v1/acts/" + at(entered, "acts.0.id") + "/undo", "{}"), 200);
    CHECK(at(keys.cell(anna, "2010-01", "&period=2010-01&side=ours"), "value") == "640");
    CHECK(at(keys.cell(marcus, "2010-01"), "light") == "yellow");

    // What lies in one's own space has nobody to be withheld from.
    CHECK(field_code(it.world.post(anna, it.base + "/observations",
                                fmt::format(R"([{{"measure":"{}","period":"2010-01","value":1,"state":"withheld"}}])", it.private_measure))) ==
          "nobody_to_withhold_from");
  });
}

TEST_CASE("what is withheld, or needs a note, is judged by the target of its own period, and not by a later one") {
  test::for_each_talk([](Talk& it) {
    Keys keys(it, R"(,"note_below":50)");
    expect(it.world.ask(anna, http::Method::post, "/api/v1/measures/" + keys.measure + "/targets",
                        R"({"effective_from":"2010-01-01","scoring":{"type":"higher","red":800,"green":900}})", "0"),
           201);
    // Green from 700 until the end of 2009; from 2010 on the same value is red.
    expect(keys.give(anna, "2009-11", R"("value":720,"state":"withheld")"), 200);
    CHECK(at(keys.cell(marcus, "2009-11"), "light") == "green");
    expect(keys.give(anna, "2010-01", R"("value":720,"state":"withheld")"), 200);
    CHECK(at(keys.cell(marcus, "2010-01"), "light") == "red");
    // Below half way between red and green a note is asked for: 600 until 2009, 850 from then on.
    expect(keys.give(anna, "2009-12", R"("value":650)"), 200);
    CHECK(field_code(keys.give(anna, "2009-10", R"("value":590)")) == "note_required");
    CHECK(field_code(keys.give(anna, "2010-01", R"("value":840,"reason":"Now open")")) == "note_required");
  });
}

TEST_CASE("two keys count for what is given from the day on which they were asked for") {
  test::for_each_talk([](Talk& it) {
    Keys keys(it, "");
    expect(keys.give(anna, "2009-11", R"("value":600)"), 200);
    it.world.clock.advance_seconds(86'400);
    std::string measure = "/api/v1/measures/" + keys.measure;
    expect(it.world.patch(anna, measure, "1", R"({"two_keys":true})"), 200);
    CHECK(at(keys.look(anna), "two_keys_from") == "2010-02-02");
    expect(keys.give(anna, "2009-12", R"("value":610)"), 200);
    CHECK(at(keys.cell(marcus, "2009-11"), "submission").empty());
    CHECK(at(keys.cell(marcus, "2009-12"), "submission") == "submitted");
    CHECK(size_of(expect(it.world.get(marcus, it.base + "/submissions"), 200), "rows") == 1);
    // A correction is a value of today, whatever period it is for.
    expect(keys.give(anna, "2009-11", R"("value":620,"reason":"One site was missing")"), 200);
    CHECK(at(keys.cell(marcus, "2009-11"), "submission") == "submitted");
    // Another day can be named, and none: then it counts for all. Asked for again, it counts anew.
    expect(it.world.patch(anna, measure, "2", R"({"two_keys_from":"2010-03-01"})"), 200);
    CHECK(at(keys.cell(marcus, "2009-12"), "submission").empty());
    expect(it.world.patch(anna, measure, "3", R"({"two_keys_from":null})"), 200);
    CHECK(at(keys.cell(marcus, "2009-12"), "submission") == "submitted");
    expect(it.world.patch(anna, measure, "4", R"({"two_keys":false})"), 200);
    it.world.clock.advance_seconds(86'400);
    expect(it.world.patch(anna, measure, "5", R"({"two_keys":true})"), 200);
    CHECK(at(keys.cell(marcus, "2009-12"), "submission").empty());
  });
}

TEST_CASE("a note is asked for below the score that the measure names") {
  Talk it;
  Keys keys(it, R"(,"note_below":50)");
  // 590 scores 48.33, 600 scores 50.
  CHECK(field_code(keys.give(anna, "2010-01", R"("value":590)")) == "note_required");
  expect(keys.give(anna, "2010-01", R"("value":600)"), 200);
  expect(keys.give(anna, "2009-12", R"("value":590,"note":"Two sites closed")"), 200);
}

TEST_CASE("a light set by hand begins on its day, and leaves earlier periods alone") {
  Talk it;
  auto light = [&](const std::string& period) {
    return at(expect(it.world.get(anna, "/api/v1/objectives/" + it.objective + "?period=" + period), 200), "judgement.overridden");
  };
  auto set = expect(it.world.post(anna, "/api/v1/objectives/" + it.objective + "/overrides",
                                  R"({"light":"red","reason":"A matter for the committee","starts":"2009-10-01","expires":"2010-06-30"})"),
                    201);
  expect(it.world.ask(marcus, http::Method::post, "/api/v1/overrides/" + at(set, "id") + "/consent", "{}", "1"), 200);
  CHECK(light("2009-Q4") == "true");
  CHECK(light("2009-Q3") == "false");
}

TEST_CASE("a light set by hand rewrites no past: not by a first day under a frozen review, not by being made or taken back later") {
  test::for_each_talk([](Talk& it) {
    std::string path = "/api/v1/objectives/" + it.objective;
    auto set = [&](const std::string& who, const std::string& rest) {
      return it.world.post(who, path + "/overrides", R"({"light":"red","reason":"A matter for the committee",)" + rest + "}");
    };
    auto overridden = [&](const std::string& query) { return at(expect(it.world.get(anna, path + "?" + query), 200), "judgement.overridden"); };
    auto remove = [&](const std::string& who, const std::string& id, const std::string& version) {
      return it.world.ask(who, http::Method::delete_, "/api/v1/overrides/" + id, "", version);
    };
    expect(it.world.post(anna, it.base + "/freezes", R"({"period":"2009-Q3"})"), 201);
    CHECK(field_code(set(anna, R"("starts":"2009-09-30","expires":"2010-06-30")")) == "frozen");
    CHECK(field_code(set(anna, R"("expires":"2090-01-01")")) == "too_far");
    auto made = expect(set(anna, R"("starts":"2009-10-01","expires":"2010-06-30")"), 201);
    // One at a time, whoever sets it.
    CHECK(code_of(set(anna, R"("expires":"2010-06-30")")) == "override_open");
    CHECK(code_of(set(marcus, R"("expires":"2010-06-30")")) == "override_open");
    it.world.clock.set(parse_instant("2010-02-03T09:00:00Z"));
    expect(it.world.ask(marcus, http::Method::post, "/api/v1/overrides/" + at(made, "id") + "/consent", "{}", "1"), 200);
    CHECK(overridden("period=2009-Q4") == "true");
    // Before it was set, and before the other side consented, nobody saw it.
    CHECK(overridden("on=2010-01-31&period=2009-Q4") == "false");
    CHECK(overridden("on=2010-02-02&period=2009-Q4") == "false");
    CHECK(overridden("on=2010-02-03&period=2009-Q4") == "true");
    CHECK(code_of(remove(marcus, at(made, "id"), "2")) == "not_yours");
    it.world.clock.set(parse_instant("2010-02-05T09:00:00Z"));
    // Before a review has seen it, it goes, and what was seen on a day stays so.
    it.undo(anna, expect(remove(anna, at(made, "id"), "2"), 200));
    std::string version = at(expect(it.world.get(anna, path + "?period=2009-Q4"), 200), "override.version");
    expect(it.world.post(marcus, it.base + "/freezes", R"({"period":"2009-Q4"})"), 201);
    auto ended = expect(remove(anna, at(made, "id"), version), 200);
    CHECK(overridden("period=2010-Q1") == "false");
    CHECK(overridden("period=2009-Q4") == "true");  // it counted then
    CHECK(overridden("on=2010-02-04&period=2009-Q4") == "true");
    CHECK(code_of(remove(anna, at(made, "id"), std::to_string(std::stoi(version) + 1))) == "expired");
    it.undo(anna, ended);
    CHECK(overridden("period=2010-Q1") == "true");
  });
}

TEST_CASE("consent that comes late rewrites no review, and none is given to what has run out") {
  test::for_each_talk([](Talk& it) {
    std::string path = "/api/v1/objectives/" + it.objective;
    auto consent = [&](const std::string& id) { return it.world.ask(marcus, http::Method::post, "/api/v1/overrides/" + id + "/consent", "{}", "1"); };
    auto set = [&](const std::string& rest) {
      return at(expect(it.world.post(anna, path + "/overrides", R"({"light":"red","reason":"A matter for the committee",)" + rest + "}"), 201), "id");
    };
    auto overridden = [&](const std::string& period) { return at(expect(it.world.get(anna, path + "?period=" + period), 200), "judgement.overridden"); };
    std::string first = set(R"("starts":"2009-10-01","expires":"2010-06-30")");
    // The review is held while it waits: what it saw stays.
    expect(it.world.post(marcus, it.base + "/freezes", R"({"period":"2009-Q4"})"), 201);
    expect(consent(first), 200);
    CHECK(overridden("2009-Q4") == "false");
    CHECK(overridden("2010-Q1") == "true");
    expect(it.remove(anna, "overrides/" + first, "2"), 200);

    std::string second = set(R"("expires":"2010-02-20")");
    it.world.clock.set(parse_instant("2010-02-21T09:00:00Z"));
    CHECK(code_of(consent(second)) == "expired");
  });
}
