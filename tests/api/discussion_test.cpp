// Talking about things over the API, on both databases: threads, edits, mentions, rights, undo, and what a listener hears.
#include <doctest/doctest.h>

#include "support/signing.hpp"

using namespace entente;
using test::anna;
using test::at;
using test::body_of;
using test::code_of;
using test::expect;
using test::marcus;
using test::size_of;
using test::Talk;
using test::World;

TEST_CASE("a thread: said, replied, edited, resolved, reopened, removed, and each act taken back") {
  test::for_each_talk([](Talk& it) {
    World& world = it.world;
    std::string about = "objective:" + it.objective;
    CHECK(size_of(it.list(anna, about), "items") == 0);
    std::string first = it.said(anna, about, "Is this **ours** <b>both</b>?");
    world.clock.advance_seconds(5);
    std::string reply = it.said(marcus, about, "It is.", first);
    world.clock.advance_seconds(5);
    std::string deeper = it.said(anna, about, "Good.", reply);  // one level: it joins the thread
    auto seen = it.list(marcus, about);
    REQUIRE(size_of(seen, "items") == 1);
    CHECK(at(seen, "items.0.text") == "Is this **ours** <b>both</b>?");
    CHECK(at(seen, "items.0.by.organisation").find("Aldermere") == 0);
    CHECK(at(seen, "items.0.mine") == "false");
    CHECK(at(seen, "items.0.replies.0.id") == reply);
    CHECK(at(seen, "items.0.replies.1.id") == deeper);
    CHECK(at(seen, "may_comment") == "true");

    // Only one's own, and only the version that was read.
    CHECK(world.patch(marcus, "/api/v1/comments/" + first, "1", R"({"text":"No."})").status == 404);
    CHECK(world.patch(anna, "/api/v1/comments/" + first, "2", R"({"text":"No."})").status == 412);
    CHECK(it.remove(marcus, "comments/" + first, "1").status == 404);
    auto edited = expect(world.patch(anna, "/api/v1/comments/" + first, "1", R"({"text":"Is this ours?"})"), 200);
    seen = it.list(marcus, about);
    CHECK(at(seen, "items.0.text") == "Is this ours?");
    CHECK_FALSE(at(seen, "items.0.edited_at").empty());
    CHECK(at(expect(world.get(marcus, "/api/v1/comments/" + first + "/earlier"), 200), "items.0.text") == "Is this **ours** <b>both</b>?");

    // Anybody who talks here may resolve; a reply cannot be.
    CHECK(world.patch(marcus, "/api/v1/comments/" + reply, "1", R"({"resolved":true})").status == 400);
    auto resolved = expect(world.patch(marcus, "/api/v1/comments/" + first, "2", R"({"resolved":true})"), 200);
    CHECK(at(it.list(anna, about), "items.0.resolved_by").find("Marcus") == 0);
    CHECK(code_of(world.patch(anna, "/api/v1/comments/" + first, "3", R"({"resolved":true})")) == "nothing_changed");
    auto counted = expect(world.get(anna, it.base + "/comments/counts?about=" + about + ",measure:" + it.measure + "," + about), 200);
    REQUIRE(size_of(counted, "items") == 1);
    CHECK(at(counted, "items.0.comments") == "3");
    CHECK(at(counted, "items.0.open_threads") == "0");
    expect(world.post(anna, "/api/v1/acts/" + at(resolved, "act.id") + "/undo", "{}"), 200);
    CHECK(at(it.list(anna, about), "items.0.resolved_at") == "");
    CHECK(world.post(marcus, "/api/v1/acts/" + at(edited, "act.id") + "/undo", "{}").status == 409);  // changed since

    auto removed = expect(it.remove(marcus, "comments/" + reply, "1"), 200);
    seen = it.list(anna, about);
    CHECK(at(seen, "items.0.replies.0.removed") == "true");
    CHECK(at(seen, "items.0.replies.0.text") == "");
    CHECK(size_of(expect(world.get(anna, "/api/v1/comments/" + reply + "/earlier"), 200), "items") == 0);
    CHECK(world.patch(marcus, "/api/v1/comments/" + reply, "2", R"({"text":"Back"})").status == 404);
    CHECK(world.post(anna, "/api/v1/acts/" + at(removed, "act.id") + "/undo", "{}").status == 404);  // not hers
    expect(world.post(marcus, "/api/v1/acts/" + at(removed, "act.id") + "/undo", "{}"), 200);
    CHECK(at(it.list(anna, about), "items.0.replies.0.text") == "It is.");

    // The record tells it in words.
    auto record = expect(world.get(marcus, it.base + "/record?limit=20"), 200);
    std::string sentences;
    for (const auto& item : *record.find("items")->array()) sentences += at(item, "sentence") + "\n";
    CHECK(sentences.find("commented on an objective") != std::string::npos);
    CHECK(sentences.find("replied to a comment on an objective") != std::string::npos);
    CHECK(sentences.find("edited a comment on an objective") != std::string::npos);
  });
}

TEST_CASE("an own edit taken back brings the earlier text") {
  test::for_each_talk([](Talk& it) {
    std::string about = "objective:" + it.objective;
    std::string id = it.said(anna, about, "First " + it.mention(marcus));
    auto edited = expect(it.world.patch(anna, "/api/v1/comments/" + id, "1", R"({"text":"Second"})"), 200);
    CHECK(size_of(*it.list(anna, about).find("items")->array()->begin(), "mentions") == 0);
    expect(it.world.post(anna, "/api/v1/acts/" + at(edited, "act.id") + "/undo", "{}"), 200);
    auto seen = it.list(anna, about);
    CHECK(at(seen, "items.0.text").find("First") == 0);
    CHECK(at(seen, "items.0.mentions.0.id") == it.id_of(marcus));
    CHECK(at(seen, "items.0.edited_at") == "");
  });
}

TEST_CASE("whoever cannot read a thing is not offered, not accepted and not told apart from nobody") {
  test::for_each_talk([](Talk& it) {
    World& world = it.world;
    std::string ours = "measure:" + it.private_measure, theirs = "measure:" + it.measure;
    auto names = [&](const std::string& who, const std::string& about, const std::string& q = "") {
      std::set<std::string> out;
      auto list = expect(world.get(who, it.base + "/comments/addressees?about=" + about + "&q=" + q), 200);
      for (const auto& item : *list.find("items")->array()) out.insert(at(item, "id"));
      return out;
    };
    CHECK(names(anna, theirs, "marc").contains(it.id_of(marcus)));
    CHECK(names(anna, ours).contains(it.id_of(anna)));
    CHECK_FALSE(names(anna, ours, "marc").contains(it.id_of(marcus)));
    // An employee sees the map, so may be addressed about an objective and not about a measure.
    std::string first_word = "objective:" + it.objective;
    auto say_to = [&](const std::string& about, const std::string& email) { return it.say(anna, about, "See " + it.mention(email)); };
    CHECK(say_to(first_word, it.employee).status == 201);
    auto hidden = say_to(theirs, it.employee);
    auto partner = say_to(ours, marcus);
    auto nobody = it.say(anna, ours, "See @[Someone](" + std::string(20, 'z') + ")");
    CHECK(hidden.status == 400);
    for (const auto* answer : {&hidden, &partner}) CHECK(at(body_of(*answer), "fields") == at(body_of(nobody), "fields"));
    CHECK(at(body_of(partner), "fields.0.code") == "unknown_mention");
    CHECK(at(body_of(partner), "fields.0.message") == at(body_of(nobody), "fields.0.message"));
    CHECK(at(body_of(partner), "detail") == at(body_of(nobody), "detail"));
    // Nor does an edit let one in.
    std::string id = it.said(anna, ours, "Between us");
    CHECK(world.patch(anna, "/api/v1/comments/" + id, "1", fmt::format(R"({{"text":"{}"}})", it.mention(marcus))).status == 400);
    CHECK(at(it.list(anna, ours), "items.0.text") == "Between us");
    CHECK(at(it.list(anna, ours), "is_private") == "true");
  });
}

TEST_CASE("what is said about a private thing does not exist for the partner, nor what is said beside the map for employees") {
  test::for_each_talk([](Talk& it) {
    World& world = it.world;
    std::string ours = "measure:" + it.private_measure, theirs = "measure:" + it.measure, map = "objective:" + it.objective;
    std::string secret = it.said(anna, ours, "Ours alone");
    std::string open = it.said(anna, theirs, "For both sides");
    CHECK(world.get(marcus, it.base + "/comments?about=" + ours).status == 404);
    CHECK(it.say(marcus, ours, "Hm").status == 404);
    CHECK(it.say(marcus, theirs, "Hm", secret).status == 400);
    CHECK(body_of(it.say(marcus, theirs, "Hm", secret)).find("fields") != nullptr);
    CHECK(world.get(marcus, "/api/v1/comments/" + secret + "/earlier").status == 404);
    CHECK(world.patch(marcus, "/api/v1/comments/" + secret, "1", R"({"resolved":true})").status == 404);
    CHECK(size_of(expect(world.get(marcus, it.base + "/comments/counts"), 200), "items") == 1);
    CHECK(size_of(expect(world.get(anna, it.base + "/comments/counts"), 200), "items") == 2);
    CHECK(size_of(expect(world.get(marcus, it.base + "/comments/counts?about=" + ours + "," + theirs), 200), "items") == 1);
    CHECK(size_of(expect(world.get(anna, it.base + "/comments/counts?about=" + ours + "," + theirs), 200), "items") == 2);

    CHECK(it.say(it.employee, map, "I help with that").status == 201);
    CHECK(it.say(it.employee, "alliance:" + it.alliance, "Good to be here").status == 201);
    CHECK(it.say(it.employee, theirs, "And that").status == 404);
    CHECK(world.get(it.employee, it.base + "/comments?about=" + theirs).status == 404);
    CHECK(world.patch(it.employee, "/api/v1/comments/" + open, "1", R"({"resolved":true})").status == 404);
    CHECK(it.say(marcus, "objective:" + it.measure, "Wrong kind").status == 404);
    CHECK(it.say("", map, "Nobody").status == 401);
    for (const auto& wrong : {std::string(), std::string("objective"), "planet:" + it.objective}) CHECK(it.say(anna, wrong, "x").status == 400);
    for (std::string text : {"", "   ", "\\u202e turned"}) CHECK(it.say(anna, map, text).status == 400);
    CHECK(it.say(anna, map, std::string(8001, 'x')).status == 400);
  });
}

TEST_CASE("what was removed takes its comments out of sight, and brings them back") {
  test::for_each_talk([](Talk& it) {
    World& world = it.world;
    std::string about = "measure:" + it.measure;
    it.said(anna, about, "Still here?");
    auto removed = expect(world.ask(anna, http::Method::delete_, "/api/v1/measures/" + it.measure, "", "1"), 200);
    CHECK(world.get(marcus, it.base + "/comments?about=" + about).status == 404);
    CHECK(size_of(expect(world.get(marcus, it.base + "/comments/counts"), 200), "items") == 0);
    CHECK(size_of(expect(world.get(marcus, it.base + "/comments/counts?about=" + about), 200), "items") == 0);
    expect(world.post(anna, "/api/v1/acts/" + at(removed, "act.id") + "/undo", "{}"), 200);
    CHECK(at(it.list(marcus, about), "items.0.text") == "Still here?");
  });
}

TEST_CASE("what only the draft has removed is talked about until the partners ratify its removal") {
  test::for_each_world([](World& world) {
    std::string base = "/api/v1/alliances/" + world.load_sample(sample::Form::whole);
    auto draft = expect(world.get(anna, base + "/map?basis=draft"), 200);
    struct Part {
      std::string about, path, version, told;
    };
    std::vector<Part> parts;
    for (const auto& [kind, path, where] : {std::tuple("win", "wins", "wins.0.items.0"), std::tuple("link", "links", "links.0")})
      parts.push_back({kind + (":" + at(draft, where + std::string(".id"))), fmt::format("/api/v1/{}/{}", path, at(draft, where + std::string(".id"))),
                       at(draft, where + std::string(".version")), ""});
    auto talk = [&](const std::string& who, const std::string& about) { return world.get(who, base + "/comments?about=" + about); };
    auto count = [&](const std::string& about) {
      auto counts = expect(world.get(marcus, base + "/comments/counts"), 200);
      for (const auto& one : *counts.find("items")->array())
        if (at(one, "about") == about) return at(one, "comments");
      return std::string("none");
    };
    for (auto& part : parts) {
      CAPTURE(part.about);
      auto named = world.program->viewers().person_by_email(marcus)->text();
      part.told = at(expect(world.post(anna, base + "/comments", fmt::format(R"x({{"about":"{}","text":"Well, @[Marcus]({})"}})x", part.about, named)), 201), "id");
      expect(world.ask(anna, http::Method::delete_, part.path, "", part.version), 200);
      CHECK(at(expect(world.get(marcus, "/api/v1/inbox?kind=mention"), 200), "items.0.link").ends_with("#comment-" + part.told));
      expect(world.post(marcus, base + "/comments", fmt::format(R"({{"about":"{}","text":"Why drop it?"}})", part.about)), 201);
      CHECK(size_of(expect(talk(anna, part.about), 200), "items") == 2);
      CHECK(count(part.about) == "2");
      CHECK(size_of(expect(world.get(marcus, base + "/comments/counts?about=" + part.about), 200), "items") == 1);
    }
    // In force no more, it is gone with its removal.
    world.program->door().write(db::Sight::of_system("test"), [&](db::Transaction& transaction) {
      transaction.run("UPDATE charter SET state = 'superseded' WHERE state = 'in_force'");
    });
    for (const auto& part : parts) {
      CHECK(talk(anna, part.about).status == 404);
      CHECK(count(part.about) == "none");
      CHECK(world.get(marcus, "/api/v1/inbox?kind=mention").body_view().find(part.told) == std::string_view::npos);
    }
  });
}

TEST_CASE("threads come in pages, the newest first") {
  test::for_each_talk([](Talk& it) {
    std::string about = "objective:" + it.objective;
    std::vector<std::string> ids;
    for (int i = 0; i < 7; ++i) {
      ids.push_back(it.said(anna, about, fmt::format("Thread {}", i)));
      if (i % 2 == 0) it.said(marcus, about, "Yes", ids.back());
      if (i != 3) it.world.clock.advance_seconds(1);  // two of one moment
    }
    std::vector<std::string> seen;
    std::string cursor;
    do {
      auto page = it.list(marcus, about, "&limit=2" + (cursor.empty() ? "" : "&cursor=" + cursor));
      CHECK(size_of(page, "items") <= 2);
      for (const auto& item : *page.find("items")->array()) {
        seen.push_back(at(item, "id"));
        CHECK(size_of(item, "replies") == (at(item, "text").back() - '0' + 1) % 2);
      }
      cursor = at(page, "next");
    } while (!cursor.empty());
    CHECK(seen.size() == 7);
    CHECK(std::set<std::string>(seen.begin(), seen.end()) == std::set<std::string>(ids.begin(), ids.end()));
    CHECK(seen.front() == ids.back());
    CHECK(seen.back() == ids.front());
    CHECK(it.world.get(marcus, it.base + "/comments?about=" + about + "&cursor=nonsense").status == 400);
  });
}

TEST_CASE("a charter and each of its items are talked about apart") {
  test::for_each_talk([](Talk& it) {
    World& world = it.world;
    std::string charter = at(expect(world.post(anna, it.base + "/charters", R"({"note":"Ours"})"), 201), "id");
    it.said(marcus, "charter:" + charter, "As a whole");
    it.said(marcus, "charter:" + charter + ":" + it.objective, "This one");
    it.said(marcus, "charter:" + charter + ":terms", "The name");
    CHECK(it.say(marcus, "charter:" + charter + ":" + std::string(20, 'z'), "No such item").status == 404);
    CHECK(it.say(marcus, "charter:" + charter + ":" + it.private_measure, "Not in it").status == 404);
    CHECK(it.say(it.employee, "charter:" + charter, "Not mine to see").status == 404);
    CHECK(size_of(it.list(anna, "charter:" + charter), "items") == 1);
    CHECK(at(it.list(anna, "charter:" + charter + ":" + it.objective), "items.0.text") == "This one");
    CHECK(size_of(expect(world.get(anna, it.base + "/comments/counts"), 200), "items") == 3);
    auto one = expect(world.get(anna, it.base + "/comments/counts?about=charter:" + charter + ":" + it.objective), 200);
    CHECK(size_of(one, "items") == 1);
    CHECK(at(one, "items.0.comments") == "1");
    // Talking changes nothing that waits for consent.
    CHECK(at(expect(world.get(anna, it.base + "/charters"), 200), "items.0.state") == "proposed");
  });
}

TEST_CASE("whoever looks on hears of a comment, and nobody of a private one") {
  test::for_each_talk([](Talk& it) {
    World& world = it.world;
    auto listen = [&](const char* who) {
      auto stream = world.get(who, it.base + "/events");
      REQUIRE(stream.events);
      return world.program->events().open(*stream.events, world.program->events().ticket());
    };
    auto hers = listen(anna), his = listen(marcus);
    auto heard = [](auto& channel) {
      bool open = true;
      std::string out;
      for (const auto& text : channel->take(open)) out += *text;
      return out;
    };
    it.said(anna, "measure:" + it.private_measure, "Ours");
    CHECK(heard(his).find("comments:") == std::string::npos);
    CHECK(heard(hers).find("comments:" + it.private_measure) != std::string::npos);
    it.said(anna, "measure:" + it.measure, "Both");
    CHECK(heard(his).find("comments:" + it.measure) != std::string::npos);
  });
}

TEST_CASE("service levels, reviews, agreements, workshops, benefits and perspectives are talked about where they lie") {
  test::for_each_signing([](test::Signing& it) {
    auto make = [&](const std::string& path, const std::string& body) { return at(expect(it.world.post(anna, it.base + path, body), 201), "id"); };
    std::string party = it.party("Aldermere");
    std::string level = make("/service-levels", fmt::format(R"({{"name":"Reports on time","promise":"By the fifth day","by_party":"{}","to_party":"{}","unit":"%","limit":95,"frequency":"month","starts":"2009-01-01"}})",
                                                            it.party("Halden"), party));
    std::string workshop = make("/workshops", R"({"title":"First day"})");
    std::vector<std::string> things = {
        "service_level:" + level,
        "review:" + make("/freezes", R"({"period":"2009-Q4"})"),
        "workshop:" + workshop,
        "benefit:" + make("/benefits", fmt::format(R"({{"kind":"cost","title":"Fewer sites","period":"2009","baseline":"150","evidence":"Reports","amounts":[{{"party":"{}","amount":5000,"currency":"EUR"}}]}})", party)),
        "perspective:" + at(expect(it.world.get(anna, it.base + "/map"), 200), "lanes.0.id"),
    };
    for (const auto& about : things) {
      CAPTURE(about);
      bool on_the_map = about.starts_with("perspective");
      it.said(anna, about, "Well, " + it.mention(marcus));
      it.said(marcus, about, "So it is.");
      CHECK(size_of(it.list(marcus, about), "items") == 2);
      CHECK(it.world.get(it.employee, it.base + "/comments?about=" + about).status == (on_the_map ? 200 : 404));
      CHECK(it.say(it.employee, about, "I, too").status == (on_the_map ? 201 : 404));
    }
    auto heard = expect(it.world.get(marcus, "/api/v1/inbox?kind=mention&limit=100"), 200);
    std::set<std::string> named;
    std::string links;
    for (const auto& item : *heard.find("items")->array()) {
      named.insert(at(item, "about"));
      links += at(item, "link") + "\n";
    }
    CHECK(links.find("/map?talk=" + things.back() + "#comment-") != std::string::npos);
    for (const char* name : {"SL1 Reports on time", "Review of Q4 2009", "First day", "Fewer sites"}) {
      CAPTURE(name);
      CHECK(named.contains(name));
    }

    // An agreement's talk is its parties' alone.
    std::string about = "agreement:" + it.proposed("Advice on trust", "Lindqvist");
    it.said(anna, about, "Sign it, " + it.mention(test::eva));
    CHECK(size_of(it.list(test::eva, about), "items") == 1);
    CHECK(it.world.get(marcus, it.base + "/comments?about=" + about).status == 404);
    CHECK(it.say(marcus, about, "And us?").status == 404);
    CHECK(it.say(anna, about, it.mention(marcus)).status == 400);
    CHECK(at(expect(it.world.get(test::eva, "/api/v1/inbox?kind=mention"), 200), "items.0.about") == "Advice on trust");
  });
}
