// How far somebody reaches who only manages a theme's people.
#include <doctest/doctest.h>

#include "support/answers.hpp"
#include "support/worlds.hpp"

using namespace entente;
using test::World;
using test::ada;
using test::at;
using test::body_of;
using test::expect;
using test::for_each_world;

TEST_CASE("a theme leader reaches the team members of that theme, and nobody else") {
  for_each_world([](World& world) {
    std::string base = "/api/v1/alliances/" + at(expect(world.post(ada, "/api/v1/alliances", R"({"name":"North–South"})"), 201), "id");
    std::string led = at(expect(world.post(ada, base + "/themes", R"({"name":"Led"})"), 201), "id");
    std::string other = at(expect(world.post(ada, base + "/themes", R"({"name":"Other"})"), 201), "id");
    std::string leader = "lea@north.example";
    std::map<std::string, std::string> ids;
    auto add = [&](const std::string& name, const std::string& role, const std::string& theme) {
      std::string email = name + "@north.example";
      test::add_person(world, email, "North Works");
      expect(world.post(ada, base + "/members", fmt::format(R"({{"email":"{}","roles":["{}"],"themes":["{}"]}})", email, role, theme)), 201);
      ids[name] = at(expect(world.get(email, "/api/v1/me"), 200), "person.id");
    };
    add("lea", "theme_leader", led);
    add("sponsor", "sponsor", led);
    add("manager", "alliance_manager", led);
    add("elsewhere", "team_member", other);
    add("team", "team_member", led);
    std::string takes_over = fmt::format(R"({{"roles":["team_member"],"themes":["{}"]}})", led);
    auto change = [&](const std::string& who, const std::string& name, const std::string& body) {
      std::string version;  // as the list shows it
      auto list = expect(world.get(ada, base + "/people"), 200);
      for (const auto& item : *list.find("items")->array())
        if (at(item, "person.id") == ids[name]) version = at(item, "version");
      return world.patch(who, base + "/members/" + ids[name], version, body);
    };
    for (std::string name : {"sponsor", "manager", "elsewhere"}) {
      CAPTURE(name);
      CHECK(change(leader, name, takes_over).status == 400);
      CHECK(change(leader, name, R"({"state":"suspended"})").status == 400);
      CHECK(world.get(name + "@north.example", base + "/map").status == 200);
    }
    CHECK(change(leader, "team", R"({"state":"suspended"})").status == 200);
    CHECK(world.get("team@north.example", base + "/map").status == 404);
    // Whom the manager suspended, or who left, only a manager lets in again.
    for (std::string state : {"suspended", "left"}) {
      CAPTURE(state);
      CHECK(change(ada, "team", fmt::format(R"({{"state":"{}"}})", state)).status == 200);
      CHECK(change(leader, "team", R"({"state":"confirmed"})").status == 400);
      CHECK(world.post(leader, base + "/members", fmt::format(R"({{"email":"team@north.example","roles":["team_member"],"themes":["{}"]}})", led)).status == 400);
      CHECK(world.get("team@north.example", base + "/map").status == 404);
    }
    CHECK(change(ada, "team", R"({"state":"confirmed"})").status == 200);
    CHECK(world.get("team@north.example", base + "/map").status == 200);
    auto unknown = expect(change(ada, "team", R"({"themes":["00000000000000000000"]})"), 400);
    CHECK(at(unknown, "fields.0.path") == "themes");
  });
}
