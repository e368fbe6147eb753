// The scorecard over a quarter, the year so far, the last periods, or a year ago. The values are worked out by hand from the rule:
// a sum adds the thresholds of the periods that it covers, and is missing where one of them is.
#include <doctest/doctest.h>

#include "support/talk.hpp"

using namespace entente;
using test::anna;
using test::at;
using test::expect;
using test::field_code;
using test::marcus;
using test::Talk;

TEST_CASE("sums are judged over the stretch that a view covers, and an incomplete one is missing") {
  test::for_each_talk([](Talk& it) {
    auto make = [&](const std::string& code, const std::string& aggregation, const std::string& more = "") {
      return at(expect(it.world.post(anna, it.base + "/measures",
                                     fmt::format(R"({{"objective":"{}","code":"{}","name":"{}","frequency":"month","aggregation":"{}",)"
                                                 R"("scoring":{{"type":"higher","red":500,"green":700}},"effective_from":"2006-01-01"{}}})",
                                                 it.objective, code, code, aggregation, more)),
                       201),
                "id");
    };
    std::string sum = make("SUM9", "sum"), mean = make("MEAN9", "mean"), ours = make("OUR9", "sum", R"(,"private":true)");
    for (const auto& id : {sum, mean, ours})
      expect(it.world.post(anna, it.base + "/observations",
                           fmt::format(R"([{{"measure":"{0}","period":"2009-10","value":600}},{{"measure":"{0}","period":"2009-11","value":650}},{{"measure":"{0}","period":"2009-12","value":700}}])", id)),
             200);
    auto seen = [&](const std::string& who, const std::string& id, const std::string& query) {
      auto view = expect(it.world.get(who, it.base + "/scorecard/aggregate?period=2009-Q4&view=" + query), 200);
      for (const auto& one : *view.find("measures")->array())
        if (at(one, "id") == id) return fmt::format("{} {} {}/{} {}", at(one, "value"), at(one, "light"), at(one, "have"), at(one, "of"), at(one, "state"));
      return std::string("not there");
    };
    CHECK(seen(anna, sum, "quarter") == "1950 yellow 3/3 value");       // red up to 1,500, green from 2,100
    CHECK(seen(anna, sum, "rolling&rolling=2") == "1350 yellow 2/2 value");
    CHECK(seen(anna, sum, "rolling&rolling=1") == "700 green 0/0 value");       // nothing is put together
    CHECK(seen(anna, mean, "quarter") == "650 yellow 3/3 value");       // red up to 500, green from 700
    CHECK(seen(anna, sum, "year_to_date") == " grey 3/12 pending");  // the grace of December still runs on its last day
    CHECK(seen(anna, sum, "year_ago").find("missing") != std::string::npos);
    // What one side keeps is not in the joint view, nor in the other's.
    CHECK(seen(anna, ours, "quarter") == "not there");
    CHECK(seen(anna, ours, "quarter&side=ours") == "1950 yellow 3/3 value");
    CHECK(seen(marcus, ours, "quarter&side=ours") == "not there");
    CHECK(field_code(it.world.get(anna, it.base + "/scorecard/aggregate?view=decade")) == "unknown");
    CHECK(field_code(it.world.get(anna, it.base + "/scorecard/aggregate")) == "unknown");
    CHECK(field_code(it.world.get(anna, it.base + "/scorecard/aggregate?view=rolling&rolling=0")) == "out_of_range");
    CHECK(it.world.get(it.employee, it.base + "/scorecard/aggregate?view=quarter").status == 404);
  });
}
