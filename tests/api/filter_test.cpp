// Saved filters: kept for oneself, shared with the party or with everybody, renamed, removed and brought back.
#include <doctest/doctest.h>

#include <thread>

#include "support/talk.hpp"

using namespace entente;
using test::anna;
using test::at;
using test::body_of;
using test::code_of;
using test::expect;
using test::marcus;
using test::size_of;
using test::Talk;

namespace {

constexpr const char* luc = "luc.declercq@aldermere.example";  // sponsor of Aldermere

std::string save(Talk& it, const std::string& who, const std::string& base, const std::string& name, const std::string& address) {
  return at(expect(it.world.post(who, base + "/filters", fmt::format(R"({{"name":"{}","address":"{}"}})", name, address)), 201), "id");
}
json::Value list(Talk& it, const std::string& who, const std::string& base) { return expect(it.world.get(who, base + "/filters"), 200); }
http::Response share(Talk& it, const std::string& who, const std::string& id, const char* version, const char* audience) {
  return it.world.ask(who, http::Method::post, "/api/v1/filters/" + id + "/share", fmt::format(R"({{"audience":"{}"}})", audience), version);
}
/// Leaves of the record of the shared space that this person sees.
std::string record_of(Talk& it, const std::string& who) { return std::string(it.world.get(who, it.base + "/record").body_view()); }

}  // namespace

TEST_CASE("a filter is kept for oneself: nobody else finds it, and the record tells its words to nobody") {
  test::for_each_talk([](Talk& it) {
    std::string id = save(it, anna, it.base, "Reds of the board", "/scorecards?light=red");
    auto own = list(it, anna, it.base);
    REQUIRE(size_of(own, "items") == 1);
    CHECK(at(own, "items.0.name") == "Reds of the board");
    CHECK(at(own, "items.0.own") == "true");
    CHECK(at(own, "items.0.may_change") == "true");
    for (const char* other : {luc, marcus}) {
      CHECK(size_of(list(it, other, it.base), "items") == 0);
      CHECK(it.world.patch(other, "/api/v1/filters/" + id, "1", R"({"name":"Mine"})").status == 404);
      CHECK(it.remove(other, "filters/" + id, "1").status == 404);
      CHECK(share(it, other, id, "1", "everybody").status == 404);
      CHECK(it.world.post(other, "/api/v1/filters/" + id + "/restore", "{}").status == 404);
    }
    for (const char* who : {anna, luc, marcus}) CHECK(record_of(it, who).find("Reds of the board") == std::string::npos);
    // Outside alliances: the list of alliances, search.
    save(it, anna, "/api/v1/me", "In trouble", "/alliances?light=red");
    CHECK(at(list(it, anna, "/api/v1/me"), "items.0.address") == "/alliances?light=red");
    CHECK(size_of(list(it, anna, "/api/v1/me"), "may_share") == 0);
    CHECK(size_of(list(it, luc, "/api/v1/me"), "items") == 0);
    CHECK(size_of(list(it, anna, it.base), "items") == 1);
  });
}

TEST_CASE("of two who change a filter at the same time the later one is told, and nothing is lost") {
  test::for_each_talk([](Talk& it) {
    std::string id = save(it, anna, it.base, "Reds", "/scorecards?light=red");
    int status = 0;
    std::thread second;
    it.world.program->door().write(db::Sight::of_system("test"), [&](db::Transaction& transaction) {
      transaction.run("UPDATE saved_filter SET version = 2, name = 'Reds of the board' WHERE id = $1", id);
      // On PostgreSQL this one reads the first version now, and waits to write over it.
      second = std::thread([&] { status = it.world.patch(anna, "/api/v1/filters/" + id, "1", R"({"name":"Reds of mine"})").status; });
      std::this_thread::sleep_for(std::chrono::milliseconds(300));
    });
    second.join();
    CHECK(status == 412);
    CHECK(at(list(it, anna, it.base), "items.0.name") == "Reds of the board");
  });
}

TEST_CASE("what cannot be kept is told at its field") {
  Talk it;
  auto refused = [&](const std::string& base, const char* name, const char* address) {
    auto answer = it.world.post(anna, base + "/filters", fmt::format(R"({{"name":"{}","address":"{}"}})", name, address));
    CHECK(answer.status == 400);
    return at(body_of(answer), "fields.0.path") + " " + at(body_of(answer), "fields.0.code");
  };
  CHECK(refused(it.base, "Elsewhere", "https://evil.example/") == "address bad_address");
  CHECK(refused("/api/v1/me", "Inside", "/a/some-slug/map") == "address bad_address");
  CHECK(refused(it.base, "", "/map") == "name empty");
  save(it, anna, it.base, "Mine", "/map");
  CHECK(refused(it.base, "mine", "/map?knock=1") == "name taken");
  save(it, marcus, it.base, "Mine", "/map");  // another person's names are no matter
  CHECK(it.world.post(anna, "/api/v1/alliances/" + std::string(20, '0') + "/filters", R"({"name":"X","address":"/map"})").status == 404);
}

TEST_CASE("a filter is shared with the party, then with everybody, and never back") {
  test::for_each_talk([](Talk& it) {
    std::string id = save(it, anna, it.base, "Before the committee", "/map?knock=1");
    CHECK(at(list(it, anna, it.base), "may_share.0") == "party");
    expect(share(it, anna, id, "1", "party"), 200);
    CHECK(at(list(it, luc, it.base), "items.0.by") == "Anna Verbeke");
    CHECK(at(list(it, luc, it.base), "items.0.may_change") == "false");
    CHECK(size_of(list(it, marcus, it.base), "items") == 0);
    CHECK(record_of(it, luc).find("Before the committee") != std::string::npos);
    CHECK(record_of(it, marcus).find("Before the committee") == std::string::npos);

    expect(share(it, anna, id, "2", "everybody"), 200);
    CHECK(at(list(it, marcus, it.base), "items.0.name") == "Before the committee");
    CHECK(record_of(it, marcus).find("Before the committee") != std::string::npos);
    CHECK(it.world.patch(marcus, "/api/v1/filters/" + id, "3", R"({"name":"Ours"})").status == 404);
    CHECK(size_of(list(it, it.employee, it.base), "items") == 0);
    CHECK(code_of(share(it, anna, id, "3", "party")) == "shared_already");
    CHECK(share(it, anna, id, "2", "everybody").status == 412);
    auto outside = save(it, anna, "/api/v1/me", "List", "/alliances?stage=launch");
    CHECK(code_of(share(it, anna, outside, "1", "everybody")) == "outside_alliances");
  });
}

TEST_CASE("a filter is renamed, removed and brought back") {
  Talk it;
  std::string id = save(it, anna, it.base, "First", "/map");
  CHECK(it.world.patch(anna, "/api/v1/filters/" + id, "7", R"({"name":"Second"})").status == 412);
  expect(it.world.patch(anna, "/api/v1/filters/" + id, "1", R"({"name":"Second","address":"/map?knock=1"})"), 200);
  CHECK(at(list(it, anna, it.base), "items.0.name") == "Second");
  CHECK(at(list(it, anna, it.base), "items.0.address") == "/map?knock=1");
  CHECK(code_of(it.world.post(anna, "/api/v1/filters/" + id + "/restore", "{}")) == "nothing_changed");
  expect(it.remove(anna, "filters/" + id, "2"), 200);
  CHECK(size_of(list(it, anna, it.base), "items") == 0);
  CHECK(it.world.patch(anna, "/api/v1/filters/" + id, "3", R"({"name":"Third"})").status == 404);
  expect(it.world.post(anna, "/api/v1/filters/" + id + "/restore", "{}"), 200);
  CHECK(at(list(it, anna, it.base), "items.0.name") == "Second");
  // Where the name was taken meanwhile, it does not come back as a second of that name.
  expect(it.remove(anna, "filters/" + id, "4"), 200);
  save(it, anna, it.base, "Second", "/activity");
  CHECK(at(body_of(it.world.post(anna, "/api/v1/filters/" + id + "/restore", "{}")), "fields.0.code") == "taken");
}

TEST_CASE("what somebody shared and left behind is removed by who edits for the same party, not for the other") {
  Talk it;
  std::string id = save(it, luc, it.base, "Left behind", "/map");
  expect(share(it, luc, id, "1", "everybody"), 200);
  CHECK(it.remove(marcus, "filters/" + id, "2").status == 404);
  expect(it.remove(anna, "filters/" + id, "2"), 200);
  CHECK(size_of(list(it, luc, it.base), "items") == 0);
}
