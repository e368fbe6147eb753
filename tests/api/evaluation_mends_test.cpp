// What cannot be judged is refused where it is entered, and what was let in once makes no alliance unreadable; computed measures keep
// their values, and aggregate the inputs of a division first.
#include "support/talk.hpp"

using namespace entente;
using test::anna;
using test::at;
using test::body_of;
using test::expect;
using test::field_code;
using test::marcus;
using test::Talk;

namespace {

std::string add(Talk& it, const std::string& code, const std::string& more) {
  return at(expect(it.world.post(anna, it.base + "/measures",
                                 fmt::format(R"({{"objective":"{}","code":"{}","name":"Measure {}","frequency":"month"{}}})", it.objective, code, code, more)),
                   201),
            "id");
}

void enter(Talk& it, const std::string& measure, std::string_view period, std::string_view value) {
  expect(it.world.post(anna, it.base + "/observations", fmt::format(R"([{{"measure":"{}","period":"{}",{}}}])", measure, period, value)), 200);
}

std::string field_path(const http::Response& response) { return at(body_of(response), "fields.0.path"); }

}  // namespace

TEST_CASE("a definition that can never be judged is refused at its field") {
  test::for_each_talk([](Talk& it) {
    auto measure = it.world.post(anna, it.base + "/measures",
                                 fmt::format(R"({{"objective":"{}","name":"A day","frequency":"month","starts":"2010-03-01","retired":"2010-03-01"}})", it.objective));
    CHECK(measure.status == 400);
    CHECK(field_path(measure) == "retired");
    auto theme = it.world.post(anna, it.base + "/themes", R"({"name":"By hand","method":"manual"})");
    CHECK(theme.status == 400);
    CHECK(field_path(theme) == "method");
    auto alliance = it.world.post(anna, "/api/v1/alliances", R"({"name":"By hand","method":"k_of_n"})");
    CHECK(alliance.status == 400);
    CHECK(field_path(alliance) == "method");
    // Who drops a measure on the day on which it begins would leave it without a day to count.
    std::string young = add(it, "YOUNG", R"(,"starts":"2010-02-01")");
    auto drop = it.world.post(anna, "/api/v1/measures/" + young + "/reviews", R"({"verdict":"drop","reason":"Nobody needs it."})");
    CHECK(drop.status == 400);
    CHECK(field_code(drop) == "not_begun");
  });
}

TEST_CASE("what was let in once and cannot be judged leaves the alliance readable for both") {
  test::for_each_talk([](Talk& it) {
    std::string measure = add(it, "BRIEF", R"(,"scoring":{"type":"higher","red":500,"green":700},"effective_from":"2006-01-01")");
    enter(it, measure, "2009-12", R"("value":900)");
    it.world.program->door().write(db::Sight::of_system("test"), [&](db::Transaction& transaction) {
      transaction.run("UPDATE measure SET starts = '2009-12-15', retired = '2009-12-15' WHERE id = $1", measure);
      transaction.run("UPDATE objective SET method = 'k_of_n', k = 900 WHERE id = $1", it.objective);
      transaction.run("UPDATE theme SET method = 'manual' WHERE alliance = $1", it.alliance);
      transaction.run("UPDATE alliance SET method = 'k_of_n' WHERE id = $1", it.alliance);
    });
    // The next change brings it before the readers.
    expect(it.world.post(anna, it.base + "/themes", R"({"name":"One more"})"), 201);
    for (const char* who : {anna, marcus})
      for (const auto& path : {it.base + "/map", it.base + "/scorecard", it.base + "/scorecard/aggregate?view=quarter", std::string("/api/v1/alliances")}) {
        CAPTURE(path);
        CHECK(it.world.get(who, path).status == 200);
      }
    auto view = expect(it.world.get(marcus, "/api/v1/measures/" + measure + "?period=2009-12"), 200);
    CHECK(at(view, "judgement.state") == "undefined");
    auto objective = expect(it.world.get(marcus, "/api/v1/objectives/" + it.objective + "?period=2009-12"), 200);
    CHECK(at(objective, "judgement.light") != "green");
  });
}

TEST_CASE("a target given for a computed measure leaves its values as they are") {
  test::for_each_talk([](Talk& it) {
    std::string input = add(it, "MENDA", R"(,"aggregation":"sum")");
    std::string twice = add(it, "MENDT", R"(,"aggregation":"sum","formula":"MENDA * 2")");
    enter(it, input, "2009-12", R"("value":20)");
    auto seen = [&] {
      auto view = expect(it.world.get(marcus, "/api/v1/measures/" + twice + "?periods=12&period=2009-12"), 200);
      for (const auto& cell : *view.find("cells")->array())
        if (at(cell, "period") == "2009-12") return at(cell, "value");
      return std::string("none");
    };
    CHECK(seen() == "40");
    enter(it, twice, "2009-12", R"("series":"target","value":5)");
    CHECK(seen() == "40");
    enter(it, input, "2009-12", R"("value":21,"reason":"counted again")");
    CHECK(seen() == "42");
  });
}

TEST_CASE("a quarter of a ratio that is computed is the ratio of its quarter") {
  test::for_each_talk([](Talk& it) {
    std::string top = add(it, "MENDA", R"(,"aggregation":"sum")"), bottom = add(it, "MENDB", R"(,"aggregation":"sum")");
    std::string ratio = add(it, "MENDM", R"(,"aggregation":"mean","formula":"MENDA / MENDB","scoring":{"type":"higher","red":0,"green":1},"effective_from":"2006-01-01")");
    const std::pair<const char*, std::pair<int, int>> months[] = {{"2009-10", {1, 1}}, {"2009-11", {1, 1}}, {"2009-12", {10, 100}}};
    for (const auto& [period, values] : months) {
      enter(it, top, period, fmt::format(R"("value":{})", values.first));
      enter(it, bottom, period, fmt::format(R"("value":{})", values.second));
    }
    auto view = expect(it.world.get(anna, it.base + "/scorecard/aggregate?period=2009-Q4&view=quarter"), 200);
    std::string said;
    for (const auto& one : *view.find("measures")->array())
      if (at(one, "id") == ratio) said = at(one, "value") + " " + at(one, "light");
    CHECK(said == "0.117647059 yellow");  // 12 / 102; the mean of the months would be 0.7
  });
}
