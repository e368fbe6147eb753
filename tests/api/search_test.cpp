// Finding things by their words, on both databases: what is found, in which order, by whom, and that it keeps step with each act.
#include <doctest/doctest.h>

#include "search/index.hpp"
#include "support/signing.hpp"

using namespace entente;
using test::anna;
using test::at;
using test::expect;
using test::marcus;
using test::size_of;
using test::Talk;

namespace {

std::string encoded(const std::string& text) {
  std::string out;
  for (unsigned char c : text) out += fmt::format("%{:02X}", c);
  return out;
}

json::Value ask(Talk& it, const std::string& who, const std::string& text, const std::string& more = "") {
  return expect(it.world.get(who, "/api/v1/search?q=" + encoded(text) + more), 200);
}

std::vector<std::string> found(Talk& it, const std::string& who, const std::string& text, const std::string& more = "") {
  std::vector<std::string> out;
  auto answer = ask(it, who, text, more);
  for (const auto& item : *answer.find("items")->array()) out.push_back(at(item, "id"));
  return out;
}

bool finds(Talk& it, const std::string& who, const std::string& text, const std::string& id) {
  auto all = found(it, who, text, "&limit=100");
  return std::find(all.begin(), all.end(), id) != all.end();
}

}  // namespace

TEST_CASE("beginnings of words, without case and accents, in any order; every word must be there") {
  test::for_each_talk([](Talk& it) {
    std::string id = it.make_measure("Crème brûlée für Zürich", "false");
    for (const char* text : {"creme", "CRÈM", "zur bru", "Brûlée Zürich", "für", "creme brulee fur zurich"}) {
      CAPTURE(text);
      CHECK(finds(it, marcus, text, id));
    }
    for (const char* text : {"reme", "creme basel", "zurichs", "\" OR *", "') OR 1", "", "   ", "'", ":*"}) {
      CAPTURE(text);
      CHECK_FALSE(finds(it, marcus, text, id));
    }
    CHECK(it.world.get(marcus, "/api/v1/search?q=" + std::string(201, 'x')).status == 400);
  });
}

TEST_CASE("codes come first, then titles, then what only says so") {
  test::for_each_talk([](Talk& it) {
    auto patch = [&](const std::string& path, const std::string& version, const std::string& body) { expect(it.world.patch(anna, "/api/v1/" + path, version, body), 200); };
    std::string said = it.make_measure("Something else", "false"), called = it.make_measure("Zephyr in the title", "false"),
                coded = it.make_measure("A third", "false"), longer = it.make_measure("A fourth", "false");
    patch("measures/" + said, "1", R"({"definition":"Talks of zephyr2 here"})");
    patch("measures/" + called, "1", R"({"name":"The zephyr2 count"})");
    patch("measures/" + coded, "1", R"({"code":"ZEPHYR2"})");
    patch("measures/" + longer, "1", R"({"code":"ZEPHYR2.1"})");
    CHECK(found(it, marcus, "zephyr2") == std::vector{coded, longer, called, said});
    CHECK(found(it, marcus, "Zephyr2.1").front() == longer);
    auto first = ask(it, marcus, "zephyr2", "&limit=1");
    CHECK(at(first, "more") == "true");
    CHECK(size_of(first, "items") == 1);
    CHECK(at(ask(it, marcus, "zephyr2"), "more") == "false");
    CHECK(found(it, marcus, "zephyr2", "&kind=objective").empty());
  });
}

TEST_CASE("people, alliances, themes and comments are found, each with its place") {
  test::for_each_talk([](Talk& it) {
    auto person = ask(it, anna, "whitf mar", "&kind=person");
    REQUIRE(size_of(person, "items") == 1);
    CHECK(at(person, "items.0.id") == it.id_of(marcus));
    CHECK(at(person, "items.0.note").find("Halden") == 0);
    auto alliance = ask(it, anna, "halden", "&kind=alliance");
    CHECK(at(alliance, "items.0.id") == it.alliance);
    std::string comment = it.said(marcus, "objective:" + it.objective, "The quokka question, " + it.mention(anna));
    auto talk = ask(it, anna, "quokka");
    CHECK(at(talk, "items.0.kind") == "comment");
    CHECK(at(talk, "items.0.title") == "The quokka question, @Someone");
    CHECK(at(talk, "items.0.link").ends_with("/o/" + it.objective + "#comment-" + comment));
    CHECK(at(talk, "items.0.alliance.id") == it.alliance);
    // An employee may not list people, so finds none either.
    CHECK(size_of(ask(it, it.employee, "whitf"), "items") == 0);
    CHECK(finds(it, it.employee, "quokka", comment));
  });
}

TEST_CASE("nobody finds what lies where the person does not see") {
  test::for_each_talk([](Talk& it) {
    std::string ours = it.make_measure("Narwhal margin", "true"), both = it.make_measure("Narwhal count", "false");
    std::string about_ours = it.said(anna, "measure:" + ours, "Narwhal talk"), about_both = it.said(anna, "measure:" + both, "Narwhal chat");
    CHECK(found(it, anna, "narwhal").size() == 4);
    auto his = found(it, marcus, "narwhal");
    CHECK(std::set<std::string>(his.begin(), his.end()) == std::set{both, about_both});
    CHECK(found(it, it.employee, "narwhal").empty());
    CHECK(at(ask(it, anna, "narwhal margin"), "items.0.is_private") == "true");
    // Nor through the space's identifier, which stands before each indexed word.
    for (const char* who : {anna, marcus}) {
      auto spaces = it.world.program->viewers().of(*it.world.program->viewers().person_by_email(anna), access::Channel::web);
      CHECK(found(it, who, spaces->grants.front().own.text() + "tnarwhal").empty());
    }
    CHECK(it.world.get("", "/api/v1/search?q=narwhal").status == 401);
  });
}

TEST_CASE("what is built, reviewed, promised and gained is found, with its place, by who sees where it lies") {
  test::for_each_signing([](test::Signing& it) {
    auto make = [&](const std::string& path, const std::string& body) { return at(expect(it.world.post(anna, it.base + path, body), 201), "id"); };
    struct Made {
      std::string word, kind, id, place;
    };
    std::vector<Made> made;
    std::string value = make("/values", R"({"text":"Candourable words"})");
    made.push_back({"candourable", "value", value, "/map?talk=value:" + value});
    std::string workshop = make("/workshops", R"({"title":"First day","purpose":"To be pelicanned"})");
    made.push_back({"pelicanned", "workshop", workshop, "/workshops/" + workshop});
    std::string card = make("/cards", fmt::format(R"({{"workshop":"{}","title":"Flamingo card"}})", workshop));
    made.push_back({"flamingo", "card", card, "/workshops/" + workshop + "#card-" + card});
    made.push_back({"toucan", "finding", make("/findings", R"({"text":"Toucan sites close too late"})"), "/interviews"});
    std::string review = make("/freezes", R"({"period":"2009-Q4","note":"The committee met at the ibis."})");
    made.push_back({"ibis", "review", review, "/reviews/" + review});
    made.push_back({"cormorant", "benefit",
                    make("/benefits", fmt::format(R"({{"kind":"cost","title":"Cormorant sites","period":"2009","baseline":"150 sites","evidence":"Site reports","amounts":[{{"party":"{}","amount":5000,"currency":"EUR"}}]}})",
                                                  it.party("Aldermere"))),
                    "/value"});
    for (const auto& one : made) {
      CAPTURE(one.kind);
      for (const char* who : {anna, marcus}) {
        auto hit = ask(it, who, one.word, "&kind=" + one.kind);
        REQUIRE(size_of(hit, "items") == 1);
        CHECK(at(hit, "items.0.id") == one.id);
        CHECK(at(hit, "items.0.link").ends_with(one.place));
      }
      CHECK(finds(it, it.employee, one.word, one.id) == (one.kind == "value"));
    }
    // Who has no scorecards is led to the theme's talk on the map.
    std::string theme = make("/themes", R"({"name":"Themes of the grebe"})");
    CHECK(at(ask(it, marcus, "grebe", "&kind=theme"), "items.0.link").ends_with("/scorecards/" + theme));
    CHECK(at(ask(it, it.employee, "grebe", "&kind=theme"), "items.0.link").ends_with("/map?talk=theme:" + theme));
    // A card goes and comes with its workshop.
    auto removed = expect(it.remove(anna, "workshops/" + workshop, at(expect(it.world.get(anna, "/api/v1/workshops/" + workshop), 200), "version")), 200);
    CHECK(found(it, marcus, "flamingo").empty());
    it.undo(anna, removed);
    CHECK(finds(it, marcus, "flamingo", card));

    std::string agreement = it.proposed("Advice from the heron", "Lindqvist");
    for (const char* who : {anna, test::eva}) {
      auto hit = ask(it, who, "heron", "&kind=agreement");
      REQUIRE(size_of(hit, "items") == 1);
      CHECK(at(hit, "items.0.id") == agreement);
      CHECK(at(hit, "items.0.link").ends_with("/agreements"));
    }
    CHECK(found(it, marcus, "heron").empty());
    CHECK(found(it, it.employee, "heron").empty());
    // Anew, the same is found.
    auto& door = it.world.program->door();
    door.write(db::Sight::of_system("test"), [](db::Transaction& transaction) { transaction.run("UPDATE search_state SET rules = 2"); });
    search::make_if_old(door);
    for (const auto& one : made) CHECK(finds(it, marcus, one.word, one.id));
    CHECK(finds(it, test::eva, "heron", agreement));
    CHECK(found(it, marcus, "heron").empty());
  });
}

TEST_CASE("each act brings the index along, undo too, and a made-anew index says the same") {
  test::for_each_talk([](Talk& it) {
    auto& world = it.world;
    std::string id = it.make_measure("Ocelot rate", "false");
    std::string comment = it.said(anna, "measure:" + id, "About the jackdaw");
    CHECK(finds(it, marcus, "ocelot", id));
    auto renamed = expect(world.patch(anna, "/api/v1/measures/" + id, "1", R"({"name":"Lynx rate"})"), 200);
    CHECK_FALSE(finds(it, marcus, "ocelot", id));
    CHECK(finds(it, marcus, "lynx", id));
    it.undo(anna, renamed);
    CHECK(finds(it, marcus, "ocelot", id));
    auto removed = expect(it.remove(anna, "measures/" + id, "3"), 200);
    CHECK(found(it, marcus, "ocelot").empty());
    CHECK(found(it, marcus, "jackdaw").empty());
    it.undo(anna, removed);
    CHECK(finds(it, marcus, "ocelot", id));
    CHECK(finds(it, marcus, "jackdaw", comment));
    expect(world.patch(anna, "/api/v1/comments/" + comment, "1", R"({"text":"About the magpie"})"), 200);
    CHECK(found(it, marcus, "jackdaw").empty());
    CHECK(finds(it, marcus, "magpie", comment));
    expect(it.remove(anna, "comments/" + comment, "2"), 200);
    CHECK(found(it, marcus, "magpie").empty());
    // A change that was refused leaves no word behind.
    CHECK(world.patch(anna, "/api/v1/measures/" + id, "9", R"({"name":"Heron rate"})").status == 412);
    CHECK(found(it, marcus, "heron").empty());

    std::vector<std::string> questions = {"rate", "trust", "a", "la", "anna", "halden", "co1"};
    auto all = [&] {
      std::vector<std::string> out;
      for (const auto& question : questions)
        for (const char* who : {anna, marcus}) {
          auto some = found(it, who, question, "&limit=100");
          std::sort(some.begin(), some.end());
          for (auto& one : some) out.push_back(question + " " + std::move(one));
        }
      return out;
    };
    auto before = all();
    CHECK(before.size() > 20);
    auto& door = world.program->door();
    door.write(db::Sight::of_system("test"), [](db::Transaction& transaction) {
      if (transaction.kind() == db::Kind::sqlite) transaction.run("INSERT INTO search_text (search_text) VALUES ('delete-all')");
      transaction.run("DELETE FROM search_entry");
      transaction.run("DELETE FROM search_person");
      transaction.run("UPDATE search_state SET rules = 0");
    });
    CHECK(all().empty());
    search::make_if_old(door);
    CHECK(all() == before);
  });
}
