// One person has two posters, exports or imports made at a time, and no more.
#include <latch>
#include <thread>

#include "support/talk.hpp"

using namespace entente;
using test::anna;
using test::at;
using test::body_of;
using test::marcus;

TEST_CASE("places for heavy work are each person's own, and come back") {
  access::HeavyWork work;
  SeededRandom random(1);
  access::Viewer one, other, operator_;
  one.person = PersonId::make(random);
  other.person = PersonId::make(random);
  operator_.operator_ = true;
  auto refused = [&](const access::Viewer& viewer) {
    try {
      auto place = work.begin(viewer);
      return false;
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::too_many);
      return true;
    }
  };
  {
    auto first = work.begin(one), second = work.begin(one);
    for (int i = 0; i < 3; ++i) CHECK(refused(one));  // a refusal takes no place, and gives none back
    CHECK_FALSE(refused(other));
    auto a = work.begin(operator_), b = work.begin(operator_), c = work.begin(operator_);
  }
  CHECK_FALSE(refused(one));
}

TEST_CASE("every poster, export and import is heavy, and what is light is not") {
  test::Talk it;
  auto& world = it.world;
  auto viewer = world.program->viewers().of(*world.program->viewers().person_by_email(anna), access::Channel::api);
  struct Case {
    http::Method method;
    std::string target, body, type = "application/json";
  };
  using http::Method;
  const std::vector<Case> heavy = {{Method::get, it.base + "/map.svg", ""},
                                   {Method::get, it.base + "/map.png?scale=1", ""},
                                   {Method::get, it.base + "/map.pdf", ""},
                                   {Method::get, it.base + "/export/observations.csv", ""},
                                   {Method::get, it.base + "/export/stratml.xml", ""},
                                   {Method::get, it.base + "/record/export", ""},
                                   {Method::post, it.base + "/imports/observations", "measure,period,value\nLA1.1,2009-11,7\n", "text/csv"},
                                   {Method::post, "/api/v1/imports/stratml", "<a/>", "application/xml"}};
  auto ask = [&](const std::string& who, const Case& one) { return world.ask(who, one.method, one.target, one.body, "", one.type); };
  std::unique_ptr<access::HeavyWork::Place> place(new access::HeavyWork::Place(world.program->api().heavy_work().begin(*viewer)));
  for (const auto& one : heavy) CHECK(ask(anna, one).status != 429);
  {
    auto second = world.program->api().heavy_work().begin(*viewer);
    for (const auto& one : heavy) {
      CAPTURE(one.target);
      auto refused = ask(anna, one);
      CHECK(refused.status == 429);
      CHECK(refused.header("Retry-After") == std::to_string(access::HeavyWork::retry_after));
      CHECK(at(body_of(refused), "code") == "heavy_work");
      CHECK(ask(marcus, one).status != 429);
    }
    for (const auto& light : {it.base + "/map", it.base + "/scorecard", std::string("/api/v1/home")}) CHECK(world.get(anna, light).status == 200);
  }
  for (const auto& one : heavy) CHECK(ask(anna, one).status != 429);
}

TEST_CASE("a third at the same time is refused while two are being made, and taken after them") {
  test::Talk it;
  auto& program = *it.world.program;
  http::Router router;
  access::Gate gate(program.viewers(), program.sessions(), {});
  access::Api api(router, program.door(), gate);
  std::latch both_run(2), go_on(1);
  bool waits = true;
  api.add_heavy(http::Method::get, "/slow", [&](const http::Request&, const access::Viewer&) {
    if (waits) {
      both_run.count_down();
      go_on.wait();
    }
    return http::text("made\n");
  }, {});
  std::string token = it.world.token_of(anna);
  auto ask = [&] {
    auto request = http::make_request(http::Method::get, "/slow");
    request.headers.clear();
    request.headers.add("Authorization", "Bearer " + token);
    return http::answer(router, request).status;
  };
  std::atomic<int> made = 0;
  std::thread first([&] { made += ask() == 200; }), second([&] { made += ask() == 200; });
  both_run.wait();
  waits = false;
  CHECK(ask() == 429);
  go_on.count_down();
  first.join();
  second.join();
  CHECK(made == 2);
  CHECK(ask() == 200);
}
