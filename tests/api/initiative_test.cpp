// Initiatives: what cannot be one is refused at its field, and each point of its course names the act that made it.
#include <doctest/doctest.h>

#include "support/talk.hpp"

using namespace entente;
using test::Talk;
using test::anna;
using test::at;
using test::body_of;
using test::expect;
using test::field_code;

namespace {

http::Response make(Talk& it, const std::string& more) { return it.world.post(anna, it.base + "/initiatives", fmt::format(R"({{"name":"Pool",{}}})", more)); }

}  // namespace

TEST_CASE("an initiative lies in sane years, and its effect shows within ten") {
  Talk it;
  auto with_lag = [&](const char* months) { return make(it, fmt::format(R"("moves":[{{"measure":"{}","sign":"up","lag_months":{}}}])", it.measure, months)); };
  for (const char* months : {"-1", "121", "9000000000000000000"}) {
    CAPTURE(months);
    CHECK(field_code(with_lag(months)) == "out_of_range");
    CHECK(at(body_of(with_lag(months)), "fields.0.path") == "moves[0].lag_months");
  }
  for (const char* months : {"0", "120"}) expect(with_lag(months), 201);
  for (const char* field : {"start", "due"})
    for (const char* day : {"1800-01-01", "9999-12-31"}) {
      auto refused = make(it, fmt::format(R"("{}":"{}")", field, day));
      CHECK(field_code(refused) == "bad_year");
      CHECK(at(body_of(refused), "fields.0.path") == field);
    }
  expect(it.world.get(anna, it.base + "/initiatives"), 200);
}

TEST_CASE("a point of an initiative's course names the act that made it") {
  test::for_each_talk([](Talk& it) {
    auto made = expect(make(it, R"("progress":0.1)"), 201);
    auto changed = expect(it.world.patch(anna, "/api/v1/initiatives/" + at(made, "id"), "1", R"({"progress":0.4})"), 200);
    auto acts = it.world.program->door().read(db::Sight::of_system("test"), [&](db::Transaction& transaction) {
      return transaction.all<std::string>("SELECT act FROM initiative_course WHERE initiative = $1 ORDER BY progress", at(made, "id"));
    });
    REQUIRE(acts.size() == 2);
    CHECK(acts[0] == at(made, "act.id"));
    CHECK(acts[1] == at(changed, "act.id"));
  });
}
