// A POST with an Idempotency-Key takes effect once, however often it is sent, and always gets the same answer.
#include <doctest/doctest.h>

#include <barrier>
#include <thread>

#include "support/worlds.hpp"

using namespace entente;
using test::ada;
using test::at;
using test::bo;
using test::body_of;
using test::for_each_world;
using test::World;

namespace {

http::Response send(World& world, const std::string& who, const std::string& key, const std::string& target, const std::string& body,
                    const std::string& type = "application/json") {
  auto request = http::make_request(http::Method::post, target, body);
  request.headers.clear();
  request.headers.add("Authorization", "Bearer " + world.token_of(who));
  request.headers.add("Content-Type", type);
  if (!key.empty()) request.headers.add("Idempotency-Key", key);
  return http::answer(world.program->router(), request, [](const http::Request&, std::string_view why) { World::last_defect() = why; });
}

/// Everything of an answer but the note that it was given before.
std::string whole(const http::Response& response) {
  std::string out = fmt::format("{} {}\n", response.status, response.content_type);
  for (const auto& [name, value] : response.headers)
    if (name != "Idempotency-Replayed") out += name + ": " + value + "\n";
  return out + std::string(response.body_view());
}
bool is_replayed(const http::Response& response) { return response.header("Idempotency-Replayed") == "true"; }

/// How many leaves all records have: what took effect, and how often.
std::int64_t acts(World& world) {
  return world.program->door().read(db::Sight::of_system("test"), [](db::Transaction& t) { return *t.one<std::int64_t>("SELECT COUNT(*) FROM record_leaf"); });
}

struct Plan {
  std::string base, lane, theme, measure;
};

Plan make_plan(World& world) {
  Plan plan;
  plan.base = "/api/v1/alliances/" + at(body_of(world.post(ada, "/api/v1/alliances", R"({"name":"North–South"})")), "id");
  plan.lane = at(body_of(world.get(ada, plan.base + "/map")), "lanes.0.id");
  plan.theme = at(body_of(world.post(ada, plan.base + "/themes", R"({"name":"Growth"})")), "id");
  auto made = world.post(ada, plan.base + "/objectives",
                         fmt::format(R"({{"title":"Sell","perspective":"{}","theme":"{}","measures":[{{"name":"Sales","code":"M","frequency":"month"}}]}})", plan.lane, plan.theme));
  REQUIRE(made.status == 201);
  plan.measure = "M";
  return plan;
}

constexpr const char* stratml = R"(<?xml version="1.0"?><StrategicPlan xmlns="urn:ISO:std:iso:17469:tech:xsd:stratml_core"><Name>Sent twice</Name>
<StrategicPlanCore><Organization><Name>Us</Name><Identifier>_1</Identifier></Organization><Vision><Description>V</Description><Identifier>_2</Identifier></Vision>
<Mission><Description>M</Description><Identifier>_3</Identifier></Mission><Goal><Name>G</Name><Description>D</Description><Identifier>_4</Identifier>
<SequenceIndicator>1</SequenceIndicator><Objective><Name>O</Name><Description>D</Description><Identifier>_5</Identifier><SequenceIndicator>1.1</SequenceIndicator>
</Objective></Goal></StrategicPlanCore></StrategicPlan>)";

}  // namespace

TEST_CASE("whatever makes something is made once under one key, with the same answer") {
  for_each_world([](World& world) {
    Plan plan = make_plan(world);
    auto changed = body_of(world.post(ada, plan.base + "/themes", R"({"name":"To be undone"})"));
    struct Case {
      std::string target, body, type = "application/json";
    };
    for (const auto& one : {Case{"/api/v1/alliances", R"({"name":"Another"})"}, Case{plan.base + "/themes", R"({"name":"Trust"})"},
                            Case{plan.base + "/objectives", fmt::format(R"({{"title":"Learn","perspective":"{}","theme":"{}"}})", plan.lane, plan.theme)},
                            Case{plan.base + "/observations", R"([{"measure":"M","period":"2010-01","value":5}])"},
                            Case{plan.base + "/imports/observations?commit=true", "measure,period,value\nM,2009-11,7\n", "text/csv"},
                            Case{"/api/v1/imports/stratml?commit=true", stratml, "application/xml"},
                            Case{"/api/v1/acts/" + at(changed, "act.id") + "/undo", "{}"}}) {
      CAPTURE(one.target);
      auto before = acts(world);
      auto first = send(world, ada, "key of " + one.target, one.target, one.body, one.type);
      INFO(std::string(first.body_view()), World::last_defect());
      REQUIRE(first.status < 300);
      CHECK_FALSE(is_replayed(first));
      auto after = acts(world);
      CHECK(after > before);
      auto second = send(world, ada, "key of " + one.target, one.target, one.body, one.type);
      CHECK(whole(second) == whole(first));
      CHECK(is_replayed(second));
      CHECK(acts(world) == after);
    }
  });
}

TEST_CASE("a key belongs to one request of one person for a day") {
  for_each_world([](World& world) {
    Plan plan = make_plan(world);
    std::string target = plan.base + "/themes";
    auto first = send(world, ada, "k", target, R"({"name":"One"})");
    REQUIRE(first.status == 201);
    auto count = acts(world);
    for (const auto& other : {send(world, ada, "k", target, R"({"name":"Two"})"), send(world, ada, "k", target + "?x=1", R"({"name":"One"})"),
                              send(world, ada, "k", "/api/v1/alliances", R"({"name":"One"})")}) {
      CHECK(other.status == 422);
      CHECK(at(body_of(other), "code") == "key_used_otherwise");
    }
    CHECK(acts(world) == count);
    CHECK(send(world, bo, "k", "/api/v1/alliances", R"({"name":"Bo's own"})").status == 201);
    CHECK(send(world, ada, std::string(201, 'k'), target, R"({"name":"Three"})").status == 400);
    CHECK(send(world, ada, "another", target, R"({"name":"Four"})").status == 201);

    // What is refused takes no key.
    CHECK(send(world, ada, "wrong", target, R"({"name":""})").status == 400);
    CHECK(send(world, ada, "wrong", target, R"({"name":"Right"})").status == 201);

    world.clock.advance_seconds(86'399);
    CHECK(is_replayed(send(world, ada, "k", target, R"({"name":"One"})")));
    world.clock.advance_seconds(1);
    auto next_day = send(world, ada, "k", target, R"({"name":"One"})");
    CHECK_FALSE(is_replayed(next_day));
    CHECK(at(body_of(next_day), "id") != at(body_of(first), "id"));
  });
}

TEST_CASE("two requests with one key at the same moment are one act with one answer") {
  for_each_world([](World& world) {
    Plan plan = make_plan(world);
    std::string target = plan.base + "/themes";
    world.token_of(ada);
    for (int round = 0; round < 25; ++round) {
      auto before = acts(world);
      std::array<http::Response, 4> answers;
      std::barrier together(static_cast<std::ptrdiff_t>(answers.size()));
      std::vector<std::thread> senders;
      for (auto& answer : answers)
        senders.emplace_back([&, round] {
          together.arrive_and_wait();
          answer = send(world, ada, fmt::format("round {}", round), target, fmt::format(R"({{"name":"Theme {}"}})", round));
        });
      for (auto& sender : senders) sender.join();
      CHECK(acts(world) == before + 1);
      int replayed = 0;
      for (const auto& answer : answers) {
        CHECK(answer.status == 201);
        CHECK(whole(answer) == whole(answers[0]));
        replayed += is_replayed(answer);
      }
      CHECK(replayed == 3);
    }
    // The control: without a key each is an act of its own.
    auto before = acts(world);
    for (int i = 0; i < 2; ++i) send(world, ada, "", target, R"({"name":"Twice"})");
    CHECK(acts(world) == before + 2);
  });
}

TEST_CASE("an answer with a secret is not kept, and the token is made once") {
  for_each_world([](World& world) {
    world.sign_in(ada);
    auto first = send(world, ada, "t", "/api/v1/me/tokens", R"({"name":"feed"})");
    REQUIRE(first.status == 201);
    std::string secret = at(body_of(first), "token");
    auto second = send(world, ada, "t", "/api/v1/me/tokens", R"({"name":"feed"})");
    CHECK(second.status == 409);
    CHECK(at(body_of(second), "code") == "secret_not_kept");
    auto list = body_of(world.get(ada, "/api/v1/me/tokens"));
    CHECK(list.find("items")->array()->size() == 1);
    auto kept = world.program->door().read(db::Sight::of_system("test"), [](db::Transaction& t) { return t.all<std::string>("SELECT body FROM idempotency"); });
    REQUIRE(kept.size() == 1);
    CHECK(kept[0].find(secret) == std::string::npos);
    CHECK(kept[0].find("ent_") == std::string::npos);
  });
}

TEST_CASE("an answer is given again only to who still has the rights by which it was given") {
  for_each_world([](World& world) {
    Plan plan = make_plan(world);
    constexpr const char* ben = "ben@north.example";
    test::add_person(world, ben, "North Works");
    auto ben_id = world.program->viewers().person_by_email(ben)->text();
    auto joined = world.post(ada, plan.base + "/members", fmt::format(R"({{"email":"{}","roles":["alliance_manager"]}})", ben));
    REQUIRE(joined.status == 201);
    auto elsewhere = "/api/v1/alliances/" + at(body_of(world.post(ben, "/api/v1/alliances", R"({"name":"Ben's own"})")), "id");
    std::int64_t version = 1;
    auto change = [&](const std::string& what) {
      REQUIRE(world.patch(ada, plan.base + "/members/" + ben_id, std::to_string(version++), what).status == 200);
    };
    struct Case {
      std::string key, target, body, type = "application/json";
    };
    std::vector<Case> cases = {{"made", plan.base + "/themes", R"({"name":"Trust"})"},
                               // No act, but rows of the alliance in the answer.
                               {"preview", plan.base + "/imports/observations", "measure,period,value\nM,2009-11,7\n", "text/csv"}};
    Case other{"other", elsewhere + "/themes", R"({"name":"Mine"})"}, formed{"formed", "/api/v1/alliances", R"({"name":"A third"})"};
    auto again = [&](const Case& one) { return send(world, ben, one.key, one.target, one.body, one.type); };
    for (const auto& one : cases) REQUIRE(again(one).status < 300);
    for (const auto& one : {other, formed}) REQUIRE(again(one).status == 201);

    // The control: with the same rights, and with more of them, it is the same answer.
    change(R"({"roles":["alliance_manager","sponsor"]})");
    for (const auto& one : cases) CHECK(is_replayed(again(one)));
    change(R"({"roles":["sponsor"]})");
    for (const auto& one : cases) {
      auto refused = again(one);
      CHECK(refused.status == 409);
      CHECK(at(body_of(refused), "code") == "rights_changed");
    }
    change(R"({"state":"suspended"})");
    for (const auto& one : cases) {
      auto refused = again(one);
      CHECK(refused.status == 404);
      CHECK(refused.body_view() == world.get(ben, "/api/v1/alliances/00000000000000000000/map").body_view());
    }
    // What does not concern that alliance is as it was.
    for (const auto& one : {other, formed}) CHECK(is_replayed(again(one)));
    change(R"({"state":"confirmed","roles":["alliance_manager"]})");
    for (const auto& one : cases) CHECK(is_replayed(again(one)));
  });
}
