// The record and the exports, for every role, against the table of chapter 8 copied here by hand.
#include "support/talk.hpp"

using namespace entente;
using test::anna;
using test::at;
using test::expect;
using test::for_each_talk;
using test::Talk;

TEST_CASE("the record is open to alliance managers, sponsors and theme leaders, and to nobody else") {
  for_each_talk([](Talk& it) {
    const std::map<std::string, bool> table = {{"alliance_manager", true}, {"sponsor", true},      {"theme_leader", true},
                                               {"body_member", false},     {"measure_owner", false}, {"team_member", false},
                                               {"employee", false},        {"ambassador", false},    {"disengagement_manager", false},
                                               {"neutral_consultant", false}, {"observer", false}};
    CHECK(table.size() == access::all_roles().size());
    constexpr const char* ben = "ben@aldermere.example";
    auto organisation = at(expect(it.world.get(anna, "/api/v1/me"), 200), "organisation.name");
    test::add_person(it.world, ben, organisation);
    auto made = expect(it.world.post(anna, it.base + "/members", fmt::format(R"({{"email":"{}","roles":["observer"]}})", ben)), 201);
    // Of the exit, which is all that a disengagement manager takes, nothing is there yet.
    auto theme = at(expect(it.world.get(anna, it.base + "/map"), 200), "themes.0.id");
    auto others_act = at(expect(it.world.post(anna, it.base + "/themes", R"({"name":"Told of"})"), 201), "act.id");
    std::int64_t version = 1;
    for (const auto& [role, may] : table) {
      CAPTURE(role);
      expect(it.world.patch(anna, it.base + "/members/" + at(made, "id"), std::to_string(version++),
                            fmt::format(R"({{"roles":["{}"],"themes":["{}"]}})", role, theme)),
             200);
      for (std::string part : {"/record", "/record/export", "/export/observations.csv", "/export/stratml.xml"}) {
        CAPTURE(part);
        auto response = it.world.get(ben, it.base + part);
        CHECK(response.status == (may ? 200 : 404));
        if (!may) CHECK(response.body_view() == it.world.get(ben, "/api/v1/alliances/00000000000000000000/record").body_view());
      }
      CHECK(it.world.get(ben, "/api/v1/acts/" + others_act + "/receipt").status == (may ? 200 : 404));
      // The screens are told.
      auto rights = expect(it.world.get(ben, it.base), 200);
      CHECK(at(rights, "rights.read_record") == (may ? "true" : "false"));
      CHECK(at(rights, "rights.export") == (may ? "true" : "false"));
    }
  });
}

TEST_CASE("everybody takes away the receipt of the own act, and undoes it, without the record") {
  for_each_talk([](Talk& it) {
    auto member = it.of_role("team_member", "aldermere");
    CHECK(it.world.get(member, it.base + "/record").status == 404);
    auto said = expect(it.say(member, "objective:" + it.objective, "Mine."), 201);
    auto act = at(said, "act.id");
    CHECK(it.world.get(member, "/api/v1/acts/" + act + "/receipt").status == 200);
    constexpr const char* ben = "ben@aldermere.example";
    test::add_person(it.world, ben, at(expect(it.world.get(anna, "/api/v1/me"), 200), "organisation.name"));
    expect(it.world.post(anna, it.base + "/members", fmt::format(R"({{"email":"{}","roles":["observer"]}})", ben)), 201);
    CHECK(test::size_of(it.list(ben, "objective:" + it.objective), "items") == 1);  // sees what was said, but gets no leaf
    CHECK(it.world.get(ben, "/api/v1/acts/" + act + "/receipt").status == 404);
    it.undo(member, said);
  });
}
