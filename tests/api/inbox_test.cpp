// What needs one person, on both databases: it comes, is read, and goes with the right to see it.
#include <doctest/doctest.h>

#include "support/talk.hpp"

using namespace entente;
using test::anna;
using test::at;
using test::expect;
using test::marcus;
using test::size_of;
using test::Talk;

namespace {

json::Value inbox(Talk& it, const std::string& who, const std::string& query = "") { return expect(it.world.get(who, "/api/v1/inbox" + query), 200); }
std::string unread(Talk& it, const std::string& who) { return at(expect(it.world.get(who, "/api/v1/inbox/unread"), 200), "unread"); }

std::vector<std::string> keys(const json::Value& inbox, const char* list) {
  std::vector<std::string> out;
  for (const auto& item : *inbox.find(list)->array()) out.push_back(at(item, "key"));
  return out;
}

std::size_t of_kind(const json::Value& inbox, const std::string& kind) {
  std::size_t count = 0;
  for (const char* list : {"items", "waiting"})
    for (const auto& item : *inbox.find(list)->array()) count += at(item, "kind") == kind;
  return count;
}

constexpr const char* denise = "denise.carraway@haldenclinical.example";  ///< sponsor: no measures of her own

}  // namespace

TEST_CASE("a mention and a reply come, are read one by one and all at once") {
  test::for_each_talk([](Talk& it) {
    std::string about = "objective:" + it.objective;
    CHECK(size_of(inbox(it, denise), "items") == 0);
    std::string before = unread(it, denise);
    std::string thread = it.said(denise, about, "Where do we stand?");
    it.world.clock.advance_seconds(1);
    std::string reply = it.said(anna, about, "Nearly there.", thread);
    it.world.clock.advance_seconds(1);
    std::string mention = it.said(marcus, about, "Look, " + it.mention(denise) + ", **here**", thread);  // a reply, too: comes once
    std::string last = it.said(denise, about, "My own, " + it.mention(denise), thread);
    auto seen = inbox(it, denise);
    CHECK(keys(seen, "items") == std::vector{"mention:" + mention, "reply:" + reply});
    CHECK(at(seen, "items.0.title") == "Marcus Whitfield mentions you");
    CHECK(at(seen, "items.0.detail") == "Look, @Someone, **here**");
    CHECK(at(seen, "items.0.link").ends_with("/o/" + it.objective + "#comment-" + mention));
    CHECK(at(seen, "items.0.read") == "false");
    CHECK(unread(it, denise) == std::to_string(std::stoi(before) + 2));
    CHECK(keys(inbox(it, denise, "?kind=reply"), "items") == std::vector{"reply:" + reply});
    CHECK(keys(inbox(it, marcus), "items") == std::vector{"reply:" + last});  // not what was said before he spoke

    auto marked = expect(it.world.post(denise, "/api/v1/inbox/marks", fmt::format(R"({{"items":["reply:{}"],"read":true}})", reply)), 200);
    CHECK(at(marked, "unread") == std::to_string(std::stoi(before) + 1));
    CHECK(keys(inbox(it, denise, "?only=unread"), "items") == std::vector{"mention:" + mention});
    CHECK(at(expect(it.world.post(denise, "/api/v1/inbox/read-all", ""), 200), "unread") == "0");
    CHECK(unread(it, denise) == "0");
    expect(it.world.post(denise, "/api/v1/inbox/marks", fmt::format(R"({{"items":["mention:{}"],"read":false}})", mention)), 200);
    CHECK(unread(it, denise) == "1");
    // Marks are a person's own, and what comes later is unread again.
    it.world.clock.advance_seconds(1);
    it.said(anna, about, "And done.", thread);
    CHECK(unread(it, denise) == "2");
    CHECK(unread(it, marcus) != "0");
  });
}

TEST_CASE("pages of the inbox meet without a gap") {
  test::for_each_talk([](Talk& it) {
    std::string about = "objective:" + it.objective;
    std::set<std::string> said;
    for (int i = 0; i < 9; ++i) {
      said.insert("mention:" + it.said(anna, about, fmt::format("{} {}", i, it.mention(denise))));
      if (i % 3 == 0) it.world.clock.advance_seconds(1);
    }
    std::set<std::string> seen;
    std::string cursor;
    int pages = 0;
    do {
      auto page = inbox(it, denise, "?limit=2" + (cursor.empty() ? "" : "&cursor=" + cursor));
      for (const auto& key : keys(page, "items")) CHECK(seen.insert(key).second);
      if (!cursor.empty()) CHECK(size_of(page, "waiting") == 0);
      cursor = at(page, "next");
      ++pages;
    } while (!cursor.empty());
    CHECK(pages == 5);
    CHECK(seen == said);
    CHECK(it.world.get(denise, "/api/v1/inbox?cursor=1.2").status == 400);
    CHECK(it.world.get(denise, "/api/v1/inbox?kind=bill").status == 400);
  });
}

TEST_CASE("what a person may no longer see is gone from the inbox, and what was removed") {
  test::for_each_talk([](Talk& it) {
    constexpr const char* luc = "luc.declercq@aldermere.example";  // sponsor: sees Aldermere's private space
    it.said(anna, "measure:" + it.private_measure, "Ours, " + it.mention(luc));
    it.said(anna, "measure:" + it.measure, "Both, " + it.mention(luc));
    std::string map = it.said(anna, "objective:" + it.objective, "Map, " + it.mention(luc));
    CHECK(of_kind(inbox(it, luc), "mention") == 3);
    auto set_roles = [&](const std::string& roles, const std::string& version) {
      expect(it.world.patch(anna, it.base + "/members/" + it.id_of(luc), version, fmt::format(R"({{"roles":["{}"]}})", roles)), 200);
    };
    set_roles("observer", "1");
    CHECK(of_kind(inbox(it, luc), "mention") == 2);
    set_roles("employee", "2");
    CHECK(keys(inbox(it, luc), "items") == std::vector{"mention:" + map});
    set_roles("sponsor", "3");
    CHECK(of_kind(inbox(it, luc), "mention") == 3);
    auto removed = expect(it.remove(anna, "comments/" + map, "1"), 200);
    CHECK(of_kind(inbox(it, luc), "mention") == 2);
    it.undo(anna, removed);
    auto thing = expect(it.remove(anna, "measures/" + it.measure, "1"), 200);
    CHECK(of_kind(inbox(it, luc), "mention") == 2);
    it.undo(anna, thing);
    CHECK(of_kind(inbox(it, luc), "mention") == 3);
  });
}

TEST_CASE("a version of the charter waits for those who may answer, until their side has") {
  test::for_each_talk([](Talk& it) {
    std::string charter = at(expect(it.world.post(anna, it.base + "/charters", R"({"note":"For the new year"})"), 201), "id");
    for (const char* who : {anna, marcus, denise}) {
      auto seen = inbox(it, who, "?kind=charter");
      REQUIRE(size_of(seen, "waiting") == 1);
      CHECK(at(seen, "waiting.0.key") == "charter:" + charter);
      CHECK(at(seen, "waiting.0.detail") == "For the new year");
    }
    CHECK(of_kind(inbox(it, it.employee), "charter") == 0);
    std::string digest = at(expect(it.world.get(marcus, it.base + "/charters"), 200), "items.0.digest");
    expect(it.world.post(marcus, "/api/v1/charters/" + charter + "/consent", fmt::format(R"({{"verdict":"returned","digest":"{}","reason":"Not yet."}})", digest)), 200);
    CHECK(of_kind(inbox(it, anna), "charter") == 0);
    CHECK(of_kind(inbox(it, marcus), "charter") == 0);
  });
}

TEST_CASE("a light set by hand waits for the other side, and own values for their owner") {
  test::for_each_talk([](Talk& it) {
    auto made = it.world.post(anna, "/api/v1/objectives/" + it.objective + "/overrides", R"({"light":"green","reason":"Agreed by phone","expires":"2010-06-30"})");
    auto set = expect(made, 201);
    CHECK(of_kind(inbox(it, anna), "light") == 0);
    auto seen = inbox(it, marcus, "?kind=light");
    REQUIRE(size_of(seen, "waiting") == 1);
    CHECK(at(seen, "waiting.0.detail") == "Agreed by phone");
    expect(it.world.ask(marcus, http::Method::post, "/api/v1/overrides/" + at(set, "id") + "/consent", "{}", "1"), 200);
    CHECK(of_kind(inbox(it, marcus), "light") == 0);

    CHECK(of_kind(inbox(it, marcus), "value") == 0);
    it.measure = at(expect(it.world.post(anna, it.base + "/measures",
                                         fmt::format(R"({{"objective":"{}","name":"His","frequency":"month","owner":"{}","scoring":{{"type":"higher","red":1,"green":2}}}})",
                                                     it.objective, it.id_of(marcus))),
                           201),
                    "id");
    auto values = inbox(it, marcus, "?kind=value");
    bool waits = false;
    for (const auto& item : *values.find("waiting")->array()) waits = waits || at(item, "key").starts_with("value:" + it.measure + ":");
    CHECK(waits);
    expect(it.world.post(marcus, it.base + "/observations", fmt::format(R"([{{"measure":"{}","period":"2010-01","value":3}}])", it.measure)), 200);
    auto left = inbox(it, marcus, "?kind=value");
    for (const auto& item : *left.find("waiting")->array()) CHECK_FALSE(at(item, "key").starts_with("value:" + it.measure + ":"));
  });
}

TEST_CASE("a contested light goes to who leads the theme and to the other side's manager, until it is taken back or reviewed") {
  test::for_each_talk([](Talk& it) {
    constexpr const char* luc = "luc.declercq@aldermere.example";
    auto light_of = [&](const std::string& object) {
      if (object == it.objective) return at(expect(it.world.get(marcus, "/api/v1/objectives/" + object + "?period=2009-Q4"), 200), "judgement.light");
      auto card = expect(it.world.get(marcus, it.base + "/scorecard?period=2009-Q4"), 200);
      for (const auto& theme : *card.find("themes")->array())
        if (at(theme, "id") == object) return at(theme, "judgement.light");
      return std::string();
    };
    auto contests = [&](const std::string& object, const std::string& verdict) {
      return expect(it.world.post(marcus, it.base + "/light-verdicts",
                                  fmt::format(R"({{"object":"{}","period":"2009-Q4","verdict":"{}","light":"{}","reason":"The survey was in August"}})", object, verdict, light_of(object))),
                    201);
    };
    // The reference alliance may have some of its own.
    auto about = [&](const std::string& who, const std::string& place) {
      auto seen = inbox(it, who, "?kind=contested");
      for (const auto& item : *seen.find("waiting")->array())
        if (at(item, "detail") == "The survey was in August" && at(item, "link").ends_with(place + "?period=2009-Q4")) return at(item, "title") + "; " + at(item, "about");
      return std::string();
    };
    auto view = expect(it.world.get(anna, "/api/v1/objectives/" + it.objective), 200);
    std::string place = "/o/" + it.objective, told = "Halden Clinical contests a light; " + at(view, "code") + " " + at(view, "title") + ", Q4 2009";
    auto said = contests(it.objective, "contested");
    CHECK(at(expect(it.world.get(anna, it.base + "/record?limit=1"), 200), "items.0.sentence") == "contested the light for Q4 2009");
    CHECK(about(anna, place) == told);
    CHECK(about(marcus, place).empty());
    CHECK(about(luc, place).empty());  // a sponsor
    CHECK(about(it.employee, place).empty());
    bool at_home = false;
    auto home = expect(it.world.get(anna, "/api/v1/home"), 200);
    for (const auto& need : *home.find("needs")->array()) at_home = at_home || (at(need, "kind") == "contested" && at(need, "link").find(place) != std::string::npos);
    CHECK(at_home);

    std::string theme = it.world.program->door().read(db::Sight::of_system("test"), [&](db::Transaction& transaction) {
      return *transaction.one<std::string>("SELECT theme FROM objective WHERE id = $1", it.objective);
    });
    expect(it.world.patch(anna, it.base + "/members/" + it.id_of(luc), "1", fmt::format(R"({{"roles":["theme_leader"],"themes":["{}"]}})", theme)), 200);
    CHECK(about(luc, place) == told);

    expect(it.world.post(marcus, "/api/v1/acts/" + at(said, "act.id") + "/undo", "{}"), 200);
    CHECK(about(anna, place).empty());
    contests(it.objective, "contested");
    CHECK(about(anna, place) == told);
    contests(it.objective, "withdrawn");
    CHECK(about(anna, place).empty());
    contests(it.objective, "contested");
    contests(theme, "contested");
    CHECK(about(anna, "/scorecards/" + theme).ends_with(", Q4 2009"));
    it.world.clock.advance_seconds(1);
    expect(it.world.post(anna, it.base + "/freezes", R"({"period":"2009-Q4"})"), 201);
    CHECK(about(anna, place).empty());
    CHECK(about(anna, "/scorecards/" + theme).empty());
    CHECK(about(luc, place).empty());
  });
}

TEST_CASE("values of two keys wait for the other side, and a dispute for the side whose value it is") {
  test::for_each_talk([](Talk& it) {
    CHECK(of_kind(inbox(it, marcus), "accept") == 0);
    std::string measure = at(expect(it.world.post(anna, it.base + "/measures",
                                                  fmt::format(R"({{"objective":"{}","name":"Patients","frequency":"month","two_keys":true,"scoring":{{"type":"higher","red":500,"green":700}}}})", it.objective)),
                                    201),
                             "id");
    auto give = [&](const std::string& period) {
      expect(it.world.post(anna, it.base + "/observations", fmt::format(R"([{{"measure":"{}","period":"{}","value":600}}])", measure, period)), 200);
    };
    auto say = [&](const std::string& rest) {
      return expect(it.world.post(marcus, it.base + "/value-verdicts", fmt::format(R"([{{"measure":"{}","period":"2010-01","version":1,{}}}])", measure, rest)), 200);
    };
    give("2009-12");
    auto seen = inbox(it, marcus, "?kind=accept");
    REQUIRE(size_of(seen, "waiting") == 1);
    CHECK(at(seen, "waiting.0.title") == "1 value of Aldermere Pharma waits for your word");
    CHECK(at(seen, "waiting.0.link").ends_with("/accept"));
    CHECK(of_kind(inbox(it, anna), "accept") == 0);
    CHECK(of_kind(inbox(it, it.of_role("employee", "haldenclinical")), "accept") == 0);
    CHECK(of_kind(inbox(it, it.of_role("neutral_consultant", "lindqvist")), "accept") == 0);

    // Read, it stays read until a further value comes.
    expect(it.world.post(marcus, "/api/v1/inbox/marks", fmt::format(R"({{"items":["{}"],"read":true}})", at(seen, "waiting.0.key"))), 200);
    CHECK(at(inbox(it, marcus, "?kind=accept"), "waiting.0.read") == "true");
    give("2010-01");
    seen = inbox(it, marcus, "?kind=accept");
    REQUIRE(size_of(seen, "waiting") == 1);
    CHECK(at(seen, "waiting.0.title") == "2 values of Aldermere Pharma wait for your word");
    CHECK(at(seen, "waiting.0.read") == "false");

    // A dispute waits for Aldermere, not for those who dispute.
    auto said = say(R"("verdict":"disputed","value":480,"reason":"We counted 480")");
    CHECK(at(inbox(it, marcus, "?kind=accept"), "waiting.0.title") == "1 value of Aldermere Pharma waits for your word");
    CHECK(of_kind(inbox(it, marcus), "dispute") == 0);
    seen = inbox(it, anna, "?kind=dispute");
    REQUIRE(size_of(seen, "waiting") == 1);
    CHECK(at(seen, "waiting.0.title") == "Halden Clinical disputes the value of Aldermere Pharma for January 2010");
    CHECK(at(seen, "waiting.0.detail") == "We counted 480");
    CHECK(of_kind(inbox(it, anna, "?kind=value"), "dispute") == 0);
    expect(it.world.post(marcus, "/api/v1/acts/" + at(said, "acts.0.id") + "/undo", "{}"), 200);
    CHECK(of_kind(inbox(it, anna), "dispute") == 0);
    CHECK(at(inbox(it, marcus, "?kind=accept"), "waiting.0.title") == "2 values of Aldermere Pharma wait for your word");
  });
}

TEST_CASE("a claimed benefit waits for the other side's word, and again when the claim changes") {
  test::for_each_talk([](Talk& it) {
    std::string party = at(expect(it.world.get(anna, it.base + "/agreements"), 200), "parties.0.id");
    auto made = expect(it.world.post(anna, it.base + "/benefits",
                                     fmt::format(R"({{"kind":"cost","title":"Fewer slow sites","period":"2009","baseline":"150 sites","evidence":"Site reports","amounts":[{{"party":"{}","amount":5000,"currency":"EUR"}}]}})", party)),
                       201);
    std::string path = "/api/v1/benefits/" + at(made, "id");
    CHECK(of_kind(inbox(it, anna), "claim") == 0);
    CHECK(of_kind(inbox(it, it.employee), "claim") == 0);
    auto seen = inbox(it, marcus, "?kind=claim");
    REQUIRE(size_of(seen, "waiting") == 1);
    CHECK(at(seen, "waiting.0.about") == "Fewer slow sites");
    CHECK(at(seen, "waiting.0.title") == "Aldermere Pharma claims a benefit: confirm or dispute it");
    expect(it.world.ask(denise, http::Method::put, path + "/word", R"({"verdict":"confirmed"})", "1"), 200);
    CHECK(of_kind(inbox(it, marcus), "claim") == 0);
    expect(it.world.patch(anna, path, "1", R"({"evidence":"Site reports, counted again"})"), 200);
    CHECK(of_kind(inbox(it, marcus), "claim") == 1);
    expect(it.world.ask(anna, http::Method::delete_, path, "", "2"), 200);
    CHECK(of_kind(inbox(it, marcus), "claim") == 0);
  });
}

TEST_CASE("an open rating waits for each participant's own cards") {
  test::for_each_talk([](Talk& it) {
    auto workshop = expect(it.world.post(anna, it.base + "/workshops", fmt::format(R"({{"title":"First day","participants":["{}","{}"]}})", it.id_of(anna), it.id_of(marcus))), 201);
    std::string path = "/api/v1/workshops/" + at(workshop, "id");
    std::vector<std::string> cards;
    for (const char* title : {"One", "Two"}) cards.push_back(at(expect(it.world.post(anna, it.base + "/cards", fmt::format(R"({{"workshop":"{}","title":"{}"}})", at(workshop, "id"), title)), 201), "id"));
    CHECK(of_kind(inbox(it, marcus), "rating") == 0);
    std::string version = at(expect(it.world.get(anna, path), 200), "version");
    expect(it.world.ask(anna, http::Method::post, path + "/rating/open", "", version), 200);
    CHECK(of_kind(inbox(it, denise), "rating") == 0);
    for (std::size_t left = cards.size(); left > 0; --left) {
      auto seen = inbox(it, marcus, "?kind=rating");
      REQUIRE(size_of(seen, "waiting") == 1);
      CHECK(at(seen, "waiting.0.title") == (left == 1 ? "1 card waits for your rating" : "2 cards wait for your rating"));
      CHECK(it.world.ask(marcus, http::Method::put, path + "/ratings", fmt::format(R"({{"card":"{}","value":4}})", cards[left - 1])).status == 204);
    }
    CHECK(of_kind(inbox(it, marcus), "rating") == 0);
    CHECK(of_kind(inbox(it, anna), "rating") == 1);
  });
}
