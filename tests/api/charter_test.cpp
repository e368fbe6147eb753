// Two companies agree on a charter over the API, on both databases; and race each other while they do.
#include <doctest/doctest.h>

#include <barrier>
#include <thread>

#include "support/answers.hpp"
#include "support/databases.hpp"
#include "support/faulty_disk.hpp"
#include "support/world.hpp"

using namespace entente;
using test::World;
using test::anna;
using test::at;
using test::body_of;
using test::code_of;
using test::expect;
using test::marcus;

namespace {

/// The reference alliance, with one person on each side who may sign and has typed the password just now.
struct Agreeing {
  World world;
  std::string base;
  std::string objective;

  explicit Agreeing(std::uint64_t seed = 21, std::string location = "") : world(seed, std::move(location)) {
    std::string alliance = world.load_sample();
    base = "/api/v1/alliances/" + alliance;
    for (const char* email : {anna, marcus}) {
      name_signatory(alliance, email);
      world.sign_in(email);
    }
    objective = at(expect(world.get(anna, base + "/map"), 200), "cards.0.id");
  }

  /// By an administrator of the person's organisation, other than the person.
  void name_signatory(const std::string& alliance, const std::string& email) {
    auto& door = world.program->door();
    auto person = *world.program->viewers().person_by_email(email);
    auto administrator = door.write([&](db::Transaction& transaction) {
      auto other = *transaction.one<PersonId>(
          "SELECT person.id FROM person JOIN member ON member.person = person.id WHERE member.alliance = $1 AND person.id <> $2 AND "
          "person.organisation = (SELECT organisation FROM person WHERE id = $2) ORDER BY person.id LIMIT 1",
          alliance, person);
      transaction.run("UPDATE person SET administrator = 1 WHERE id = $1", other);
      return *transaction.one<std::string>("SELECT email FROM person WHERE id = $1", other);
    });
    expect(world.ask(administrator, http::Method::put, base + "/signatories/" + person.text()), 200);
  }

  std::string edit(const char* who, const std::string& title) {
    auto seen = expect(world.get(who, "/api/v1/objectives/" + objective), 200);
    auto changed = world.patch(who, "/api/v1/objectives/" + objective, at(seen, "version"), fmt::format(R"({{"title":"{}"}})", title));
    expect(changed, 200);
    return at(body_of(changed), "version");
  }
  std::string propose(const char* who) { return at(expect(world.post(who, base + "/charters", R"({"note":"For the new year"})"), 201), "id"); }
  json::Value newest(const char* who) { return *expect(world.get(who, base + "/charters"), 200).find("items")->array()->begin(); }
  http::Response consent(const char* who, const std::string& id, const std::string& digest, std::string_view verdict = "ratified",
                         std::string_view reason = "") {
    return world.post(who, "/api/v1/charters/" + id + "/consent",
                      fmt::format(R"({{"verdict":"{}","digest":"{}","reason":"{}"}})", verdict, digest, reason));
  }
};

template <class F>
void on_each_database(F&& function) {
  for (db::Kind kind : test::database_kinds()) {
    INFO("on ", (kind == db::Kind::sqlite ? "SQLite" : "PostgreSQL"));
    test::FreshDatabase fresh(kind, test::Schema::none);
    fresh.close();
    Agreeing agreeing(21, fresh.location());
    function(agreeing);
  }
}

}  // namespace

TEST_CASE("draft, difference, objection, new draft, both sign, in force") {
  on_each_database([](Agreeing& it) {
    World& world = it.world;
    std::string first = it.propose(anna);
    auto seen = it.newest(marcus);
    CHECK(at(seen, "state") == "proposed");
    CHECK(at(seen, "may_sign") == "true");
    CHECK(code_of(world.post(marcus, it.base + "/charters", "{}")) == "open_proposal");
    CHECK(it.consent(marcus, first, at(seen, "digest"), "returned").status == 400);  // without a reason
    expect(it.consent(marcus, first, at(seen, "digest"), "returned", "Say which trust index."), 200);
    CHECK(at(it.newest(anna), "state") == "returned");
    CHECK(at(it.newest(anna), "partners.0.reason") == "Say which trust index.");

    it.edit(anna, "Trust at every level, by the yearly survey");
    std::string second = it.propose(anna);
    auto difference = expect(world.get(marcus, it.base + "/charters/difference?from=1&to=2"), 200);
    REQUIRE(difference.find("changes")->array()->size() == 1);
    CHECK(at(difference, "changes.0.kind") == "objective");
    CHECK(at(difference, "changes.0.fields.0.after") == "Trust at every level, by the yearly survey");
    std::string digest = at(it.newest(marcus), "digest");
    CHECK(at(difference, "to_digest") == digest);
    CHECK(at(difference, "changes.0.objective") == it.objective);
    // What is said of an item is found where the item's change is shown.
    auto said = expect(world.post(marcus, it.base + "/comments",
                                  fmt::format(R"~({{"about":"charter:{}:{}","text":"By which survey? @[Anna Verbeke]({})"}})~", second, it.objective,
                                              world.program->viewers().person_by_email(anna)->text())),
                       201);
    auto inbox = expect(world.get(anna, "/api/v1/inbox?kind=mention"), 200);
    CHECK(at(inbox, "items.0.link").starts_with("/a/"));
    CHECK(at(inbox, "items.0.link").find(fmt::format("/charter/difference?to={}&item={}#comment-{}", second, it.objective, at(said, "id"))) != std::string::npos);

    CHECK(code_of(it.consent(marcus, second, std::string(64, '0'))) == "other_digest");
    CHECK(at(expect(it.consent(marcus, second, digest), 200), "state") == "proposed");
    CHECK(code_of(it.consent(marcus, second, digest)) == "already_said");
    CHECK(at(expect(it.consent(anna, second, digest), 200), "state") == "in_force");
    CHECK(at(it.newest(anna), "state") == "in_force");
    CHECK(code_of(world.post(anna, it.base + "/charters", "{}")) == "nothing_changed");
    // What was signed can be fetched, and is what the digest says.
    auto document = world.get(marcus, "/api/v1/charters/" + second + "/document");
    std::string hex;
    for (auto byte : auth::sha256(document.body_view())) hex += fmt::format("{:02x}", byte);
    CHECK(hex == digest);

    it.edit(anna, "Trust, measured each half year");
    std::string third = it.propose(marcus);
    digest = at(it.newest(anna), "digest");
    expect(it.consent(anna, third, digest), 200);
    expect(it.consent(marcus, third, digest), 200);
    auto list = expect(world.get(anna, it.base + "/charters"), 200);
    CHECK(at(list, "items.0.state") == "in_force");
    CHECK(at(list, "items.1.state") == "superseded");
    CHECK(at(list, "items.2.state") == "returned");
  });
}

TEST_CASE("what is in force is shown and judged, the draft on request, and the past as it was then") {
  on_each_database([](Agreeing& it) {
    World& world = it.world;
    auto both_sign = [&] {
      for (const char* email : {anna, marcus}) world.sign_in(email);
      std::string id = it.propose(anna);
      std::string digest = at(it.newest(anna), "digest");
      for (const char* email : {anna, marcus}) expect(it.consent(email, id, digest), 200);
    };
    auto head = [&](const std::string& path) { return expect(world.get(marcus, path), 200); };
    std::string objective = "/api/v1/objectives/" + it.objective;
    CHECK(at(head(it.base + "/map"), "ratified") == "false");
    std::string first_title = at(head(objective), "title");
    both_sign();
    CHECK(at(head(it.base + "/map"), "ratified") == "true");
    CHECK(at(head(it.base + "/map"), "alliance.charter.number") == "1");

    world.clock.advance_seconds(3 * 86'400);  // three days later, 4 February 2010
    for (const char* email : {anna, marcus}) world.sign_in(email);
    it.edit(anna, "A draft title");
    CHECK(at(head(objective), "title") == first_title);
    CHECK(at(head(objective + "?basis=draft"), "title") == "A draft title");
    CHECK(at(head(objective + "?basis=draft"), "alliance.charter") == "");
    both_sign();
    CHECK(at(head(objective), "title") == "A draft title");
    CHECK(at(head(objective), "alliance.charter.number") == "2");
    CHECK(at(head(objective + "?basis=1"), "title") == first_title);
    CHECK(at(head(objective + "?on=2010-02-03"), "title") == first_title);
    CHECK(at(head(it.base), "charter.number") == "2");
    CHECK(at(head(it.base + "?basis=1"), "charter.number") == "1");
    CHECK(at(head(it.base + "?basis=draft"), "charter") == "");
    // A past day is looked at and not changed; a version is, by way of the draft.
    CHECK(at(head(objective + "?basis=1"), "rights.edit_draft") == "true");
    CHECK(at(head(objective + "?on=2010-02-03"), "rights.edit_draft") == "false");
    CHECK(at(head(objective + "?on=2010-02-03"), "may_set_light") == "false");
    CHECK(at(head(it.base + "/scorecard"), "themes.0.may_confirm") == "true");
    CHECK(at(head(it.base + "/scorecard?on=2010-02-03"), "themes.0.may_confirm") == "false");
    CHECK(at(head(objective), "measures.0.may_enter") == "false");  // the other side supplies it
    CHECK(at(expect(world.get(anna, objective), 200), "measures.0.may_enter") == "true");
    CHECK(at(head(objective + "?on=2010-02-03"), "measures.0.may_enter") == "false");
    CHECK(world.get(marcus, objective + "?basis=3").status == 404);
    CHECK(world.get(marcus, objective + "?basis=first").status == 400);
    CHECK(world.get(marcus, objective + "?on=2010-02-30").status == 400);

    // An objective that is new in the draft has a page, and is not on the map that is in force.
    auto map = head(it.base + "/map");
    auto made = expect(world.post(anna, it.base + "/objectives",
                                  fmt::format(R"({{"title":"New","theme":"{}","perspective":"{}","measures":[{{"name":"M","unit":"points","frequency":"month",)"
                                              R"("scoring":{{"type":"higher","red":1,"green":2}}}}]}})",
                                              at(map, "themes.0.id"), at(map, "lanes.0.id"))),
                       201);
    CHECK(at(head("/api/v1/objectives/" + at(made, "id")), "title") == "New");
    CHECK(head(it.base + "/map").find("cards")->array()->size() == map.find("cards")->array()->size());
    CHECK(head(it.base + "/map?basis=draft").find("cards")->array()->size() == map.find("cards")->array()->size() + 1);
  });
}

TEST_CASE("a measure that the draft has dropped takes values while it is in force, and yesterday's values stay readable") {
  on_each_database([](Agreeing& it) {
    World& world = it.world;
    std::string id = it.propose(anna);
    std::string digest = at(it.newest(anna), "digest");
    for (const char* email : {anna, marcus}) expect(it.consent(email, id, digest), 200);
    auto scorecard = expect(world.get(anna, it.base + "/scorecard"), 200);
    std::string measure = at(scorecard, "themes.0.objectives.0.measures.0.id");
    auto value_on = [&](const std::string& query) {
      return at(expect(world.get(marcus, "/api/v1/measures/" + measure + "?periods=1" + query), 200), "cells.0.value");
    };
    std::string before = value_on("");
    auto seen = expect(world.get(anna, "/api/v1/measures/" + measure + "?periods=1"), 200);
    expect(world.ask(anna, http::Method::delete_, "/api/v1/measures/" + measure, "", at(seen, "version")), 200);
    world.clock.advance_seconds(86'400);
    for (const char* email : {anna, marcus}) world.sign_in(email);
    expect(world.post(anna, it.base + "/observations",
                      fmt::format(R"([{{"measure":"{}","period":"{}","value":12.5,"reason":"counted again"}}])", measure, at(seen, "cells.0.period"))),
           200);
    CHECK(value_on("") == "12.5");
    CHECK(value_on("&on=2010-02-01") == before);
    CHECK(before != "12.5");
  });
}

TEST_CASE("the terms that were agreed, and how a measure is kept, change with a ratified version only") {
  Agreeing it;
  World& world = it.world;
  auto seen = expect(world.get(anna, it.base), 200);
  std::string score = at(expect(world.get(anna, it.base + "/map"), 200), "themes.0.judgement.score");
  auto scorecard = expect(world.get(anna, it.base + "/scorecard"), 200);
  std::string monthly;
  for (const auto& theme : *scorecard.find("themes")->array())
    for (const auto& objective : *theme.find("objectives")->array())
      for (const auto& measure : *objective.find("measures")->array())
        if (at(measure, "frequency") == "month") monthly = at(measure, "id");
  CHECK(test::field_code(world.post(anna, it.base + "/charters", R"({"effective_from":"2030-01-01"})")) == "future");
  expect(world.post(anna, it.base + "/charters", R"({"effective_from":"2009-01-01"})"), 201);
  auto proposed = it.newest(anna);
  std::string digest = at(proposed, "digest");
  // The day that the text names is part of what is signed.
  CHECK(digest != at(expect(world.get(anna, it.base + "/charters"), 200), "draft_digest"));
  for (const char* email : {anna, marcus}) expect(it.consent(email, at(proposed, "id"), digest), 200);

  expect(world.patch(marcus, it.base, at(seen, "version"), R"({"method":"worst","first_month":4,"name":"Another name"})"), 200);
  auto after = expect(world.get(anna, it.base), 200);
  CHECK(at(after, "name") == at(seen, "name"));
  CHECK(at(after, "calendar.first_month") == at(seen, "calendar.first_month"));
  CHECK(at(after, "score") == at(seen, "score"));
  CHECK(at(expect(world.get(anna, it.base + "?basis=draft"), 200), "name") == "Another name");

  auto measure = expect(world.get(anna, "/api/v1/measures/" + monthly), 200);
  expect(world.patch(anna, "/api/v1/measures/" + monthly, at(measure, "version"), R"({"retired":null,"carry":2})"), 200);
  auto yearly = world.post(anna, it.base + "/observations", fmt::format(R"([{{"measure":"{}","period":"2009","value":5,"reason":"a year"}}])", monthly));
  CHECK(yearly.status == 400);
}

TEST_CASE("values are taken by the fiscal year, the note limit and the two keys of the version in force") {
  on_each_database([](Agreeing& it) {
    World& world = it.world;
    auto both_sign = [&] {
      for (const char* email : {anna, marcus}) world.sign_in(email);
      std::string id = it.propose(anna), digest = at(it.newest(anna), "digest");
      for (const char* email : {anna, marcus}) expect(it.consent(email, id, digest), 200);
    };
    auto make = [&](const std::string& code, const std::string& frequency, const std::string& more) {
      return at(expect(world.post(anna, it.base + "/measures",
                                  fmt::format(R"({{"objective":"{}","code":"{}","name":"Agreed","frequency":"{}","effective_from":"2006-01-01",)"
                                              R"("scoring":{{"type":"higher","red":500,"green":700}}{}}})",
                                              it.objective, code, frequency, more)),
                       201),
                "id");
    };
    std::string yearly = make("Y", "year", ""), monthly = make("M", "month", R"(,"note_below":50)");
    auto give = [&](const std::string& measure, const std::string& period, const std::string& more = "") {
      return world.post(anna, it.base + "/observations", fmt::format(R"([{{"measure":"{}","period":"{}","value":520{}}}])", measure, period, more));
    };
    auto submission = [&](const std::string& period) {
      auto seen = expect(world.get(marcus, "/api/v1/measures/" + monthly + "?periods=12&period=2010-01"), 200);
      for (const auto& cell : *seen.find("cells")->array())
        if (at(cell, "period") == period) return at(cell, "submission");
      return std::string("no such cell");
    };
    auto patch = [&](const std::string& body) {
      auto seen = expect(world.get(anna, "/api/v1/measures/" + monthly + "?basis=draft"), 200);
      expect(world.patch(anna, "/api/v1/measures/" + monthly, at(seen, "version"), body), 200);
    };
    both_sign();
    // A year that begins in February has begun; by what was agreed 2011 is next year.
    expect(world.patch(marcus, it.base, at(expect(world.get(anna, it.base), 200), "version"), R"({"first_month":2})"), 200);
    patch(R"({"note_below":null,"two_keys":true})");
    CHECK(give(yearly, "2011").status == 400);
    CHECK(at(body_of(give(monthly, "2009-12")), "fields.0.code") == "note_required");
    expect(give(monthly, "2009-12", R"(,"note":"Two sites closed")"), 200);
    CHECK(submission("2009-12").empty());

    world.clock.advance_seconds(3 * 86'400);
    both_sign();
    expect(give(yearly, "2011"), 200);
    expect(give(monthly, "2010-01"), 200);
    CHECK(submission("2009-12").empty());
    CHECK(submission("2010-01") == "submitted");
    CHECK(at(expect(world.get(marcus, "/api/v1/inbox"), 200), "waiting.0.kind") == "accept");

    // What the draft drops goes on while it is agreed on.
    patch(R"({"two_keys":false,"note_below":90})");
    expect(give(monthly, "2009-11"), 200);
    CHECK(submission("2009-11") == "submitted");
    CHECK(at(expect(world.get(marcus, "/api/v1/inbox"), 200), "waiting.0.kind") == "accept");
  });
}

TEST_CASE("an edit in between voids the consent") {
  on_each_database([](Agreeing& it) {
    std::string id = it.propose(anna);
    std::string digest = at(it.newest(anna), "digest");
    expect(it.consent(anna, id, digest), 200);
    it.edit(marcus, "Trust above all");
    CHECK(at(it.newest(marcus), "state") == "voided");
    CHECK(code_of(it.consent(marcus, id, digest)) == "not_proposed");
    // Undoing the edit does not bring the consent back.
    std::string again = it.propose(anna);
    CHECK(at(it.newest(anna), "partners.0.verdict") == "");
    expect(it.consent(anna, again, at(it.newest(anna), "digest")), 200);
  });
}

TEST_CASE("who is not named, has not typed the password lately, or asks by a token does not sign") {
  Agreeing it;
  World& world = it.world;
  std::string id = it.propose(anna);
  std::string digest = at(it.newest(anna), "digest");
  world.clock.advance_seconds(11 * 60);
  CHECK(code_of(it.consent(anna, id, digest)) == "fresh_login");
  world.sign_in(anna);
  auto person = world.program->viewers().person_by_email(anna)->text();
  CHECK(code_of(world.ask(anna, http::Method::put, it.base + "/signatories/" + person)) == "own_grant");
  world.program->door().write([&](db::Transaction& transaction) { transaction.run("DELETE FROM signatory WHERE person = $1", person); });
  CHECK(code_of(it.consent(anna, id, digest)) == "not_signatory");
  // An employee sees neither versions nor that there are any.
  std::string employee = world.program->door().read([&](db::Transaction& transaction) {
    return *transaction.one<std::string>("SELECT person.email FROM member JOIN person ON person.id = member.person WHERE member.roles = 'employee' LIMIT 1");
  });
  CHECK(world.get(employee, it.base + "/charters").status == 404);
  CHECK(world.get(employee, "/api/v1/charters/" + id + "/document").status == 404);
  CHECK(it.consent(employee.c_str(), id, digest).status == 404);
}

// P3. Rounds of: one side edits while both sign what was proposed. Whatever the order, a version that is in force has the
// word of both on exactly its bytes, and those bytes are what stood in the draft when the second one signed.
TEST_CASE("racing edits and signatures end in a legal state each time") {
  // In the long form twenty alliances of fifty rounds: what is compared grows with the versions of one.
  const int alliances = test::rounds(1, 20), rounds = test::rounds(30, 50), most_rounds = 10 * rounds;
  std::map<db::Kind, std::pair<int, int>> ends;  // in force, voided
  for (int alliance = 0; alliance < alliances; ++alliance)
    on_each_database([&](Agreeing& it) {
      World& world = it.world;
      auto& [in_force, voided] = ends[world.program->database().kind()];
      // A machine on which one end of the race never comes first is given more rounds, and that end a longer start.
      for (int round = 0; round < rounds || ((in_force == 0 || voided == 0) && round < most_rounds); ++round) {
        if (round % 50 == 0)
          for (const char* email : {anna, marcus}) world.sign_in(email);
        it.edit(anna, fmt::format("Round {}", round));
        std::string id = it.propose(anna);
        std::string digest = at(it.newest(anna), "digest");
        std::string version = at(expect(world.get(anna, "/api/v1/objectives/" + it.objective), 200), "version");
        const int start_of_edit = in_force == 0 && round >= rounds ? 20 * (round - rounds) : round % 9 * 4;
        const int start_of_words = voided == 0 && round >= rounds ? 20 * (round - rounds) : round % 2;
        std::barrier start(3);
        std::array<int, 3> status{};
        auto racer = [&](std::size_t place, auto work) {
          return std::thread([&, place, work] {
            start.arrive_and_wait();
            std::this_thread::sleep_for(std::chrono::milliseconds(place == 2 ? start_of_edit : start_of_words));
            do status[place] = work().status;
            while (status[place] == 503);  // a machine that is too busy has done nothing
          });
        };
        std::array threads = {racer(0, [&] { return it.consent(anna, id, digest); }), racer(1, [&] { return it.consent(marcus, id, digest); }),
                              racer(2, [&] { return world.patch(marcus, "/api/v1/objectives/" + it.objective, version, R"({"title":"Meanwhile"})"); })};
        for (auto& thread : threads) thread.join();
        REQUIRE(status[2] == 200);
        auto list = expect(world.get(anna, it.base + "/charters"), 200);
        auto state = at(list, "items.0.state");
        bool both = status[0] == 200 && status[1] == 200;
        REQUIRE((state == "in_force" || state == "voided"));
        REQUIRE((state == "in_force") == both);
        int standing = 0;
        for (const auto& item : *list.find("items")->array()) standing += at(item, "state") == "in_force";
        REQUIRE(standing <= 1);
        (both ? in_force : voided) += 1;
      }
    });
  for (const auto& [kind, end] : ends) {
    MESSAGE("in force ", end.first, ", voided ", end.second);
    CHECK(end.first > 0);  // both ends of the race were seen
    CHECK(end.second > 0);
  }
}
