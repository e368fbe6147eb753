// Reminders and the digest, from the schedule to the mail, on both databases.
#include <doctest/doctest.h>

#include "discipline/store.hpp"
#include "support/answers.hpp"
#include "support/mail_hand.hpp"
#include "support/talk.hpp"
#include "support/worlds.hpp"

using namespace entente;
using test::MailHand;
using test::World;
using test::ada;
using test::at;
using test::bo;
using test::body_of;
using test::expect;
using test::for_each_world;

namespace {

/// An alliance of Ada's with one objective that has two monthly measures of hers. The clock says 1 February 2010.
struct Alliance {
  explicit Alliance(World& world) {
    auto made = expect(world.post(ada, "/api/v1/alliances", R"({"name":"North–South"})"), 201);
    id = at(made, "id");
    base = "/api/v1/alliances/" + id;
    auto map = expect(world.get(ada, base + "/map"), 200);
    auto theme = expect(world.post(ada, base + "/themes", R"({"name":"Living the alliance"})"), 201);
    const char* measure = R"({"name":"%","unit":"points","frequency":"month","scoring":{"type":"higher","red":500,"green":700}})";
    auto named = [&](const std::string& name) { return std::string(measure).replace(std::string(measure).find('%'), 1, name); };
    expect(world.post(ada, base + "/objectives",
                      fmt::format(R"({{"title":"Trust","perspective":"{}","theme":"{}","measures":[{},{}]}})", at(map, "lanes.1.id"), at(theme, "id"),
                                  named("Trust index"), named("Meetings kept"))),
           201);
    auto card = expect(world.get(ada, base + "/scorecard"), 200);
    slug = at(card, "alliance.slug");
    for (int i : {0, 1}) measures.push_back(at(card, fmt::format("themes.0.objectives.0.measures.{}.id", i)));
  }
  std::string id, base, slug;
  std::vector<std::string> measures;
};

void choose(World& world, const std::string& due_values, const std::string& changes) {
  expect(world.ask(ada, http::Method::put, "/api/v1/me/notifications",
                   fmt::format(R"({{"due_values":"{}","consents":"never","changes":"{}","said":"never","waiting":"never"}})", due_values, changes)),
         200);
}

bool has(const mail::Message& message, const std::string& text) { return message.plain.find(text) != std::string::npos; }

}  // namespace

TEST_CASE("an owner is reminded before and after a value is due, by one mail for all cells, each a link to the cell") {
  for_each_world([](World& world) {
    Alliance alliance(world);
    choose(world, "at_once", "never");
    MailHand hand(world);
    CHECK(hand.run("2010-02-06T07:00:00Z").empty());
    auto before = hand.run("2010-02-07T06:00:00Z");
    REQUIRE(before.size() == 1);
    CHECK(before[0].to.address == ada);
    for (const auto& measure : alliance.measures) CHECK(has(before[0], fmt::format("https://e.example/a/{}/m/{}?enter=2010-01\n", alliance.slug, measure)));
    CHECK(has(before[0], "The value for January 2010 is due by 10 Feb 2010."));
    CHECK(has(before[0], "because you own measures"));
    CHECK(hand.run("2010-02-07T07:00:00Z").empty());
    CHECK(hand.run("2010-02-08T06:00:00Z").empty());
    CHECK(hand.run("2010-02-10T06:00:00Z").empty());
    // One of the two comes in.
    expect(world.post(ada, alliance.base + "/observations", fmt::format(R"([{{"measure":"{}","period":"2010-01","value":600}}])", alliance.measures[0])), 200);
    auto after = hand.run("2010-02-11T06:00:00Z");
    REQUIRE(after.size() == 1);
    CHECK_FALSE(has(after[0], alliance.measures[0]));
    CHECK(has(after[0], alliance.measures[1]));
    CHECK(has(after[0], "was due on 10 Feb 2010"));
    CHECK(hand.run("2010-02-12T06:00:00Z").empty());
    CHECK(hand.run("2010-02-18T06:00:00Z").size() == 1);
    CHECK(hand.run("2010-02-25T06:00:00Z").size() == 1);
    CHECK(hand.run("2010-03-04T06:00:00Z").empty());
    auto next = hand.run("2010-03-07T06:00:00Z");
    REQUIRE(next.size() == 1);
    CHECK(has(next[0], "?enter=2010-02"));
    CHECK_FALSE(has(next[0], "?enter=2010-01"));
  });
}

TEST_CASE("a day of retirement that is to come stops no reminder, and one that has come does") {
  for_each_world([](World& world) {
    Alliance alliance(world);
    choose(world, "at_once", "never");
    MailHand hand(world);
    expect(world.patch(ada, "/api/v1/measures/" + alliance.measures[0], "1", R"({"retired":"2010-03-01"})"), 200);
    expect(world.patch(ada, "/api/v1/measures/" + alliance.measures[1], "1", R"({"retired":"2010-02-05"})"), 200);
    CHECK(hand.run("2010-02-06T06:00:00Z").empty());
    auto letters = hand.run("2010-02-07T06:00:00Z");
    REQUIRE(letters.size() == 1);
    CHECK(has(letters[0], alliance.measures[0]));
    CHECK_FALSE(has(letters[0], alliance.measures[1]));
    CHECK(hand.run("2010-03-07T06:00:00Z").empty());
  });
}

TEST_CASE("settings: never is never, weekly is Monday; they are one's own and known kinds only") {
  for_each_world([](World& world) {
    Alliance alliance(world);
    CHECK(at(expect(world.get(bo, "/api/v1/me/notifications"), 200), "changes") == "weekly");
    choose(world, "never", "never");
    CHECK(at(expect(world.get(ada, "/api/v1/me/notifications"), 200), "due_values") == "never");
    CHECK(at(expect(world.get(bo, "/api/v1/me/notifications"), 200), "due_values") == "at_once");
    MailHand hand(world);
    for (const char* day : {"2010-02-06T06:00:00Z", "2010-02-07T06:00:00Z", "2010-02-11T06:00:00Z"}) CHECK(hand.run(day).empty());
    // Later kinds may be left out, and then stay.
    expect(world.ask(ada, http::Method::put, "/api/v1/me/notifications", R"({"due_values":"weekly","consents":"never","changes":"never"})"), 200);
    CHECK(at(expect(world.get(ada, "/api/v1/me/notifications"), 200), "said") == "never");
    CHECK(at(expect(world.get(bo, "/api/v1/me/notifications"), 200), "said") == "daily");
    CHECK(hand.run("2010-02-12T06:00:00Z").size() == 1);  // never told before, so the turn is now
    CHECK(hand.run("2010-02-15T06:00:00Z").empty());      // a Monday, and nothing new
    CHECK(hand.run("2010-02-19T06:00:00Z").empty());      // a Friday: the next reminder is due, but waits
    CHECK(hand.run("2010-02-22T06:00:00Z").size() == 1);  // the Monday after
    expect(world.ask(ada, http::Method::put, "/api/v1/me/notifications", R"({"due_values":"hourly","consents":"never","changes":"never"})"), 400);
    expect(world.ask(ada, http::Method::put, "/api/v1/me/notifications", R"({"due_values":"never","consents":"never","changes":"never","more":"never"})"), 400);
  });
}

TEST_CASE("whoever loses the right between writing and sending gets nothing") {
  for_each_world([](World& world) {
    Alliance alliance(world);
    choose(world, "at_once", "never");
    MailHand hand(world);
    hand.run("2010-02-06T06:00:00Z");
    world.clock.set(parse_instant("2010-02-07T06:00:00Z"));
    CHECK(world.program->scheduler().turn() == 3);  // the letters; a day later also the check of the record, and the cleaning
    auto system = db::Sight::of_system("test");
    auto count = [&](const char* sql) { return world.program->door().read(system, [&](db::Transaction& t) { return *t.one<std::int64_t>(sql); }); };
    REQUIRE(count("SELECT COUNT(*) FROM outgoing_mail WHERE state = 'waiting'") == 1);
    world.program->door().write([&](db::Transaction& transaction) {
      transaction.run("UPDATE member SET state = 'suspended' WHERE person = (SELECT id FROM person WHERE email = $1)", ada);
      world.program->door().rights_changed(transaction);
    });
    CHECK(hand.deliver().empty());
    CHECK(count("SELECT COUNT(*) FROM outgoing_mail WHERE state = 'withheld' AND content = ''") == 1);
  });
}

TEST_CASE("the digest tells each Monday which lights changed and what is missing, to those who see it only") {
  for_each_world([](World& world) {
    Alliance alliance(world);
    choose(world, "never", "weekly");
    MailHand hand(world);
    hand.run("2010-02-06T06:00:00Z");
    CHECK(hand.run("2010-02-08T06:00:00Z").empty());  // nothing to compare with, nothing missing yet
    for (const auto& measure : alliance.measures)
      expect(world.post(ada, alliance.base + "/observations", fmt::format(R"([{{"measure":"{}","period":"2010-01","value":600}}])", measure)), 200);
    CHECK(hand.run("2010-02-14T06:00:00Z").empty());
    auto digest = hand.run("2010-02-15T06:00:00Z");
    REQUIRE(digest.size() == 1);
    CHECK(digest[0].to.address == ada);
    CHECK(has(digest[0], "Was no judgement, is at risk."));
    CHECK(has(digest[0], "https://e.example/a/" + alliance.slug + "/o/"));
    CHECK_FALSE(has(digest[0], "values that are missing"));
    CHECK(hand.run("2010-02-22T06:00:00Z").empty());  // nothing new
    auto missing = hand.run("2010-03-15T06:00:00Z");  // February was due on the 10th
    REQUIRE(missing.size() == 1);
    CHECK(has(missing[0], "No value for February 2010; owned by Person."));
    for (const auto& message : hand.all()) CHECK(message.to.address == ada);
  });
}

TEST_CASE("a clock that jumps brings no reminder twice and no flood of mail") {
  for_each_world([](World& world) {
    Alliance alliance(world);
    choose(world, "at_once", "never");
    MailHand hand(world);
    hand.run("2010-02-06T06:00:00Z");
    CHECK(hand.run("2010-02-07T06:10:00Z").size() == 1);
    for (const char* when : {"2010-02-07T05:10:00Z", "2010-02-07T07:10:00Z", "2010-02-06T06:10:00Z", "2010-02-08T06:10:00Z"}) CHECK(hand.run(when).empty());
    CHECK(hand.run("2011-03-14T06:10:00Z").size() <= 1);
    CHECK(hand.run("2011-03-14T07:10:00Z").empty());
    for (const char* when : {"2010-02-08T07:10:00Z", "2010-02-09T06:10:00Z"}) CHECK(hand.run(when).empty());
    CHECK(hand.run("2010-02-11T06:10:00Z").size() == 1);  // the day after it was due, as ever
    std::set<std::string> texts;
    for (const auto& message : hand.all()) texts.insert(message.plain);
    CHECK(texts.size() == hand.all().size());
  });
}

TEST_CASE("a version that waits is told to those who may ratify or return it: at once, but once; or weekly as long as it waits") {
  World world(5);
  std::string base = "/api/v1/alliances/" + world.load_sample();
  world.program->door().write(db::Sight::of_system("test"), [](db::Transaction& transaction) {
    for (const char* kind : {"changes", "due_values", "said", "waiting"})
      transaction.run("INSERT INTO notification_setting (person, kind, rhythm) SELECT id, $1, 'never' FROM person", kind);
    transaction.run("INSERT INTO notification_setting (person, kind, rhythm) SELECT id, 'consents', CASE WHEN email = $1 THEN 'weekly' ELSE 'at_once' END FROM person",
                    test::marcus);
  });
  MailHand hand(world);
  hand.run("2010-02-01T09:00:00Z");
  CHECK(hand.run("2010-02-01T10:00:00Z").empty());
  expect(world.post(test::anna, base + "/charters", R"({"note":"For the new year"})"), 201);
  auto to = [](const std::vector<mail::Message>& messages, const std::string& address) {
    return std::count_if(messages.begin(), messages.end(), [&](const auto& message) { return message.to.address == address && has(message, "For the new year"); });
  };
  auto now = hand.run("2010-02-01T11:00:00Z");
  CHECK(now.size() > 0);
  CHECK(to(now, test::marcus) == 0);
  // Whoever proposes has not ratified yet: both sides are asked.
  for (const char* side : {"@aldermere.example", "@haldenclinical.example"})
    CHECK(std::any_of(now.begin(), now.end(), [&](const auto& message) { return message.to.address.ends_with(side); }));
  CHECK(hand.run("2010-02-01T12:00:00Z").empty());
  CHECK(to(hand.run("2010-02-08T06:00:00Z"), test::marcus) == 1);
  CHECK(to(hand.run("2010-02-15T06:00:00Z"), test::marcus) == 1);
}

TEST_CASE("what was said to a person and what waits for an answer come by mail, each once, and to those only who may see it") {
  test::for_each_talk([](test::Talk& it) {
    constexpr const char* luc = "luc.declercq@aldermere.example";
    it.world.program->door().write(db::Sight::of_system("test"), [](db::Transaction& transaction) {
      for (const char* kind : {"changes", "due_values", "consents"})
        transaction.run("INSERT INTO notification_setting (person, kind, rhythm) SELECT id, $1, 'never' FROM person", kind);
      // Of hundreds of employees nothing is asked here; looking adds nothing but time.
      for (const char* kind : {"said", "waiting"})
        transaction.run("INSERT INTO notification_setting (person, kind, rhythm) SELECT id, $1, 'never' FROM person WHERE email = $2 OR id NOT IN "
                        "(SELECT person FROM member WHERE roles <> 'employee')",
                        kind, "denise.carraway@haldenclinical.example");
    });
    MailHand hand(it.world);
    hand.run("2010-02-01T10:00:00Z");  // what the reference alliance brings along
    auto to = [](const std::vector<mail::Message>& messages, const std::string& address) {
      std::string out;
      for (const auto& message : messages)
        if (message.to.address == address) out += message.plain;
      return out;
    };
    auto count = [](const std::string& text, const std::string& word) {
      std::size_t number = 0;
      for (auto place = text.find(word); place != std::string::npos; place = text.find(word, place + 1)) ++number;
      return number;
    };
    std::string about = "objective:" + it.objective;
    std::string thread = it.said(test::marcus, about, "Where do we stand?");
    it.world.clock.advance_seconds(1);
    it.said(test::anna, about, "Nearly there, " + it.mention("denise.carraway@haldenclinical.example"), thread);
    it.said(test::anna, "measure:" + it.private_measure, "Ours alone, " + it.mention(luc));
    std::string read = it.said(test::anna, about, "Read meanwhile, " + it.mention(test::marcus));
    expect(it.world.post(test::marcus, "/api/v1/inbox/marks", fmt::format(R"({{"items":["mention:{}"],"read":true}})", read)), 200);
    expect(it.world.post(test::marcus, it.base + "/light-verdicts",
                         fmt::format(R"({{"object":"{}","period":"2009-Q4","verdict":"contested","light":"green","reason":"The survey was in August"}})", it.objective)),
           201);
    auto first = hand.run("2010-02-02T06:00:00Z");
    std::string marcus = to(first, test::marcus), anna = to(first, test::anna);
    CHECK(marcus.find("said to you") != std::string::npos);
    CHECK(marcus.find("Nearly there") != std::string::npos);
    CHECK(marcus.find("#comment-") != std::string::npos);
    CHECK(marcus.find("Read meanwhile") == std::string::npos);
    CHECK(anna.find("waiting for your answer") != std::string::npos);
    CHECK(anna.find("Halden Clinical contests a light") != std::string::npos);
    CHECK(anna.find("The survey was in August") != std::string::npos);
    CHECK(to(first, luc).find("Ours alone") != std::string::npos);
    for (const auto& message : first)
      if (!message.to.address.ends_with("@aldermere.example")) CHECK(message.plain.find("Ours alone") == std::string::npos);
    CHECK(to(first, "denise.carraway@haldenclinical.example").find("Nearly there") == std::string::npos);
    // Told once, although it still waits.
    for (const char* day : {"2010-02-03T06:00:00Z", "2010-02-08T06:00:00Z"}) {
      auto later = hand.run(day);
      CHECK(to(later, test::marcus).find("Nearly there") == std::string::npos);
      CHECK(to(later, test::anna).find("contests a light") == std::string::npos);
    }
    // Much at once is cut short.
    for (int i = 0; i < 23; ++i) it.said(test::anna, about, fmt::format("Number {}. {}", i, it.mention(test::marcus)));
    std::string many = to(hand.run("2010-02-09T06:00:00Z"), test::marcus);
    CHECK(count(many, "Number ") == 20);
    CHECK(many.find("And 3 more") != std::string::npos);
    CHECK(many.find("https://e.example/inbox") != std::string::npos);
    CHECK(to(hand.run("2010-02-10T06:00:00Z"), test::marcus).find("Number ") == std::string::npos);
  });
}

TEST_CASE("missing values are told to who owns the measure, leads the theme or manages the side from which they come") {
  test::for_each_talk([](test::Talk& it) {
    constexpr const char* luc = "luc.declercq@aldermere.example";
    // A measure of Marcus's, of which nothing comes.
    std::string measure = at(expect(it.world.post(test::anna, it.base + "/measures",
                                                  fmt::format(R"({{"objective":"{}","name":"Never given","frequency":"month","owner":"{}","scoring":{{"type":"higher","red":1,"green":2}},"effective_from":"2009-01-01"}})",
                                                              it.objective, it.id_of(test::marcus))),
                                    201),
                             "id");
    it.world.program->door().write(db::Sight::of_system("test"), [](db::Transaction& transaction) {
      for (const char* kind : {"due_values", "consents", "said", "waiting"})
        transaction.run("INSERT INTO notification_setting (person, kind, rhythm) SELECT id, $1, 'never' FROM person", kind);
    });
    MailHand hand(it.world);
    hand.run("2010-02-01T10:00:00Z");
    auto told = hand.run("2010-02-15T06:00:00Z");
    auto hears = [&](const std::string& address) {
      return std::any_of(told.begin(), told.end(), [&](const auto& message) { return message.to.address == address && has(message, "/m/" + measure); });
    };
    CHECK(hears(test::marcus));
    CHECK_FALSE(hears(it.employee));
    CHECK_FALSE(hears(luc));         // a sponsor
    CHECK_FALSE(hears(test::anna));  // it comes from the other side
    CHECK_FALSE(hears(it.of_role("team_member", "haldenclinical")));
  });
}

TEST_CASE("freshness by owner, theme and party") {
  for_each_world([](World& world) {
    Alliance alliance(world);
    expect(world.post(ada, alliance.base + "/observations", fmt::format(R"([{{"measure":"{}","period":"2010-01","value":600}}])", alliance.measures[0])), 200);
    auto early = expect(world.get(ada, alliance.base + "/freshness"), 200);
    CHECK(at(early, "owners.0.total") == "2");
    CHECK(at(early, "owners.0.due") == "1");
    CHECK(at(early, "owners.0.missing") == "0");
    world.clock.set(parse_instant("2010-02-11T09:00:00Z"));
    auto late = expect(world.get(ada, alliance.base + "/freshness"), 200);
    CHECK(at(late, "owners.0.name") == "Person");
    CHECK(at(late, "owners.0.due") == "0");
    CHECK(at(late, "owners.0.missing") == "1");
    CHECK(at(late, "owners.0.oldest") == "2010-02-10");
    CHECK(at(late, "themes.0.name") == "Living the alliance");
    CHECK(at(late, "themes.0.missing") == "1");
    CHECK(world.get(bo, alliance.base + "/freshness").status == 404);
  });
}

TEST_CASE("who owns what is asked once for all, however many people and measures there are") {
  World world(5);
  world.load_sample();
  auto& database = world.program->door().database();
  auto count = [&](const std::string& table) {
    return database.read(db::Sight::of_system("test"), [&](db::Transaction& transaction) { return *transaction.one<std::int64_t>("SELECT COUNT(*) FROM " + table); });
  };
  const auto rows = count("person") + count("measure") + count("service_level");
  auto before = database.statistics().scanned;
  auto readers = database.read(db::Sight::of_system("test"), [](db::Transaction& transaction) { return discipline::readers(transaction); });
  CHECK(database.statistics().scanned - before < 2 * rows);
  std::set<PersonId> owners;
  for (const auto& reader : readers)
    if (reader.owns) owners.insert(reader.person);
  auto wanted = database.read(db::Sight::of_system("test"), [](db::Transaction& transaction) {
    return transaction.all<PersonId>("SELECT DISTINCT owner FROM measure WHERE owner IS NOT NULL AND removed_at IS NULL AND retired IS NULL");
  });
  CHECK(!wanted.empty());
  for (const auto& owner : wanted) CHECK(owners.contains(owner));
  CHECK(owners.size() < readers.size());
}
