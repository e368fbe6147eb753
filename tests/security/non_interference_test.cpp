// P2: nothing that one organisation keeps to itself can be seen, or inferred, by another: the whole API is asked as Halden
// Clinical in two worlds that differ only in what Aldermere keeps private. Every status, header and byte must be the same. Which
// questions there are is asked of the router, so that a new route is covered, or missed by name.
#include <doctest/doctest.h>

#include "security/replay.hpp"
#include "support/answers.hpp"
#include "support/exports.hpp"
#include "support/signing.hpp"

using namespace entente;
using test::Hidden;
using test::Replay;
using test::Seen;
using test::World;
using test::at;
using test::body_of;

namespace {

constexpr const char* canary = "KEEPTHISPRIVATE7431";

enum class Difference {
  none,
  private_matters,  ///< what the promise is about
  leaked,           ///< the negative control: the same, but shared
};

constexpr test::Coverage::Excuse excuses[] = {
    {http::Method::get, "/api/v1/events", "a stream; what it says is compared at the end"},
    {http::Method::get, "/api/v1/alliances/{alliance}/events", "a stream; what it says is compared at the end"},
    {http::Method::get, "/api/v1/jobs/{id}/preview", "of a file that one sent oneself"},
    {http::Method::get, "/api/v1/alliances/{alliance}/foreign-records/{record}/file", "of an alliance that came from elsewhere (import_test)"},
    {http::Method::get, "/api/v1/invitations/{secret}", "for who holds the link, and nobody else"},
};

Hidden add_matters(World& world, const std::string& alliance, const std::string& objective, Difference difference) {
  std::string is_private = difference == Difference::leaked ? "false" : "true";
  Hidden hidden;
  auto ask = [&](http::Method method, const std::string& target, const std::string& body, const std::string& version = "", const std::string& type = "application/json") {
    auto response = world.ask(test::anna, method, target, body, version, type);
    CAPTURE(target);
    CAPTURE(std::string(response.body_view()));
    REQUIRE(response.status < 300);
    auto value = body_of(response);
    for (const char* name : {"id", "act.id"})
      if (auto id = at(value, name); entente::is_id(id)) hidden.ids.push_back(id);
    return value;
  };
  auto send = [&](const std::string& target, const std::string& body) { return ask(http::Method::post, target, body); };
  std::string base = "/api/v1/alliances/" + alliance;
  auto measure = send(base + "/measures", fmt::format(R"({{"objective":"{}","name":"{} margin","private":{},"frequency":"quarter","scoring":{{"type":"higher","red":1,"green":2}}}})", objective, canary, is_private));
  std::string measure_id = at(measure, "id");
  hidden.code = at(body_of(world.get(test::anna, "/api/v1/measures/" + measure_id + "?side=ours")), "code");
  REQUIRE_FALSE(hidden.code.empty());
  send(base + "/observations", fmt::format(R"([{{"measure":"{}","period":"2009-Q4","value":0.5,"note":"{}"}}])", measure_id, canary));
  ask(http::Method::post, base + "/imports/observations?commit=true", fmt::format("measure,period,value\n{},2009-Q3,0.25\n", hidden.code), "", "text/csv");
  ask(http::Method::post, "/api/v1/measures/" + measure_id + "/targets", R"({"effective_from":"2008-01-01","scoring":{"type":"higher","red":0.1,"green":0.2}})", "0");
  send(base + "/initiatives", fmt::format(R"({{"name":"{} plan","objectives":["{}"],"private":{}}})", canary, objective, is_private));
  auto shared = body_of(world.get(test::anna, base + "/map"));
  auto aim = [&](const std::string& what) {
    return at(send(base + "/objectives", fmt::format(R"({{"title":"{} {}","perspective":"{}","theme":"{}","private":{}}})", canary, what, at(shared, "lanes.0.id"),
                                                     at(shared, "themes.0.id"), is_private)),
              "id");
  };
  std::string aim_id = aim("aim");
  send(base + "/links", fmt::format(R"({{"from":"{}","to":"{}"}})", aim_id, objective));
  send("/api/v1/objectives/" + aim_id + "/overrides", fmt::format(R"({{"light":"red","reason":"{} reason","expires":"2010-06-30"}})", canary));
  auto removed = send(base + "/initiatives", fmt::format(R"({{"name":"{} gone","private":{}}})", canary, is_private));
  ask(http::Method::delete_, "/api/v1/initiatives/" + at(removed, "id"), "{}", "1");
  auto undone = send(base + "/initiatives", fmt::format(R"({{"name":"{} never","private":{}}})", canary, is_private));
  send("/api/v1/acts/" + at(undone, "act.id") + "/undo", "{}");
  // Filters that Aldermere keeps: for one person, and for its party.
  std::string share_with = difference == Difference::leaked ? "everybody" : "party";
  for (const char* name : {"own", "kept"}) {
    auto filter = send(base + "/filters", fmt::format(R"({{"name":"{} {}","address":"/map?sel={}"}})", canary, name, aim_id));
    if (std::string_view(name) == "kept")
      ask(http::Method::post, "/api/v1/filters/" + at(filter, "id") + "/share", fmt::format(R"({{"audience":"{}"}})", share_with), "1");
  }
  // What the alliance costs the own side, and, in every world that has matters at all, what was heard in a talk.
  send(base + "/costs", fmt::format(R"({{"title":"{} team","period":"2009","amount":70000,"currency":"GBP","private":{}}})", canary, is_private));
  send(base + "/interviews", fmt::format(R"({{"person":"{}","answers":[{{"kind":"value","question":"How?","text":"{}"}}]}})", canary, canary));
  // What is attached to private things: some that stay, and one that was removed.
  std::string attached;
  for (std::string thing : {"measure:" + measure_id, "objective:" + aim_id, "objective:" + aim_id})
    attached = at(ask(http::Method::post, base + "/files?about=" + thing + "&name=" + canary + ".txt", std::string(canary) + " in a file", "", "application/octet-stream"), "id");
  ask(http::Method::delete_, "/api/v1/files/" + attached, "", "1");
  // A service level of one's own, with a value; and an agreement with the third party, with what lies in its space.
  auto parties = body_of(world.get(test::anna, base + "/agreements"));
  auto level = send(base + "/service-levels", fmt::format(R"({{"name":"{} level","by_party":"{}","to_party":"{}","limit":95,"starts":"2009-01-01","private":{}}})", canary,
                                                         at(parties, "parties.1.id"), at(parties, "parties.0.id"), is_private));
  send(base + "/service-level-values", fmt::format(R"([{{"level":"{}","period":"2009-12","value":90,"note":"{}"}}])", at(level, "id"), canary));
  auto agreement = send(base + "/agreements", fmt::format(R"({{"name":"{} pact","parties":[{{"party":"{}"}}]}})", canary, at(parties, "parties.2.id")));
  auto pact = test::Signing::seen(world, base, test::anna, at(agreement, "id"));
  for (const char* who : {test::anna, test::eva}) REQUIRE(test::Signing::sign(world, who, at(agreement, "id"), at(pact, "digest")).status == 200);
  send(base + "/measures", fmt::format(R"({{"objective":"{}","name":"{} advice","space":"{}","frequency":"quarter"}})", objective, canary, at(pact, "space")));
  // What is said about private things: a thread with a reply, mentions, an edit.
  auto luc = world.program->viewers().person_by_email("luc.declercq@aldermere.example")->text();
  auto said = send(base + "/comments", fmt::format(R"j({{"about":"measure:{}","text":"{} talk, @[Luc]({})"}})j", measure_id, canary, luc));
  send(base + "/comments", fmt::format(R"({{"about":"measure:{}","text":"{} reply","reply_to":"{}"}})", measure_id, canary, at(said, "id")));
  send(base + "/comments", fmt::format(R"({{"about":"objective:{}","text":"{} beside the aim"}})", aim_id, canary));
  ask(http::Method::patch, "/api/v1/comments/" + at(said, "id"), fmt::format(R"({{"text":"{} said anew"}})", canary), "1");
  return hidden;
}

/// A value that Aldermere withholds: another one in each world, of the same light. Halden moves the target between the two.
void withhold(World& world, const std::string& base, const std::string& objective, Difference difference) {
  auto made = body_of(world.post(test::anna, base + "/measures",
                                 fmt::format(R"({{"objective":"{}","name":"Margin","frequency":"quarter","scoring":{{"type":"higher","red":500,"green":700}},"effective_from":"2006-01-01"}})", objective)));
  std::string value = difference == Difference::private_matters ? "640" : "520";
  std::string state = difference == Difference::leaked ? "value" : "withheld";
  auto given = world.post(test::anna, base + "/observations", fmt::format(R"([{{"measure":"{}","period":"2009-Q4","value":{},"state":"{}"}}])", at(made, "id"), value, state));
  REQUIRE(given.status == 200);
  auto moved = world.ask(test::marcus, http::Method::post, "/api/v1/measures/" + at(made, "id") + "/targets", R"({"effective_from":"2009-01-01","scoring":{"type":"higher","red":550,"green":600}})", "0");
  REQUIRE(moved.status == 201);
}

/// What Halden says that names hidden things in the body: as to things that never were.
void name_hidden(Replay& replay, const Hidden& hidden, const std::string& objective) {
  using http::Method;
  auto post = [&](const std::string& target, const std::string& body) { replay.send(Method::post, replay.base() + target, body); };
  for (const auto& id : hidden.ids) {
    for (const char* kind : {"measure", "objective", "initiative", "comment"}) post("/comments", fmt::format(R"({{"about":"{}:{}","text":"Hm"}})", kind, id));
    post("/comments", fmt::format(R"({{"about":"objective:{}","text":"Hm","reply_to":"{}"}})", objective, id));
    post("/measures", fmt::format(R"({{"objective":"{}","name":"M","frequency":"month"}})", id));
    post("/initiatives", fmt::format(R"({{"name":"I","objectives":["{}"]}})", id));
    post("/links", fmt::format(R"({{"from":"{}","to":"{}"}})", id, objective));
    post("/links", fmt::format(R"({{"from":"{}","to":"{}"}})", objective, id));
    post("/observations", fmt::format(R"([{{"measure":"{}","period":"2009-Q4","value":1}}])", id));
    post("/value-verdicts", fmt::format(R"([{{"measure":"{}","period":"2009-Q4","version":1,"verdict":"accepted"}}])", id));
    post("/light-verdicts", fmt::format(R"({{"object":"{}","period":"2009-Q4","verdict":"confirmed","light":"red"}})", id));
    for (const char* part : {"/comments?about=", "/comments/addressees?about=", "/comments/counts?about="})
      for (const char* kind : {"measure", "objective", "initiative"}) replay.get(replay.base() + part + kind + ":" + id);
    replay.get(replay.base() + "/scorecard?theme=" + id);
  }
  post("/observations", fmt::format(R"([{{"measure":"{}","period":"2009-Q4","value":1}}])", hidden.code));
  post("/formula", fmt::format(R"({{"text":"[{}] + 1","code":"X"}})", hidden.code));
  post("/measures", fmt::format(R"({{"objective":"{}","name":"Same code","code":"{}","frequency":"month"}})", objective, hidden.code));
  replay.send(Method::post, replay.base() + "/imports/observations", fmt::format("measure,period,value\n{},2009-Q4,1\n", hidden.code), "", "text/csv");
}

/// Everything that Halden's alliance manager can get, and further acts of each side after the difference.
std::vector<Seen> look_around(Difference difference, Hidden& hidden) {
  World world(11);
  std::string alliance = world.load_sample();
  for (auto email : {test::anna, test::marcus}) world.token_of(email);
  test::Signing::prepare(world, alliance);
  Replay replay(world, test::marcus, alliance);
  const std::string& base = replay.base();
  auto map = body_of(world.get(test::marcus, base + "/map"));
  std::string objective = at(map, "cards.0.id");
  withhold(world, base, objective, difference);

  // What happens as news of changes while the difference is made.
  std::vector<std::pair<std::string, std::shared_ptr<http::Channel>>> channels;
  for (const auto& target : {base + "/events", std::string("/api/v1/events")}) {
    auto stream = world.get(test::marcus, target);
    REQUIRE(stream.events);
    channels.emplace_back(target, world.program->events().open(*stream.events, world.program->events().ticket()));
  }

  world.random.turn(77);
  if (difference != Difference::none) hidden = add_matters(world, alliance, objective, difference);
  world.random.turn(99);
  world.clock.advance_seconds(60);

  auto did = [&](const std::string& name, const http::Response& response) {
    replay.keep(name, response);
    return response.status < 300 && !response.body_view().empty() ? body_of(response) : json::Value();
  };
  did("change by Halden", world.patch(test::marcus, "/api/v1/objectives/" + objective, "1", R"({"description":"Said anew."})"));
  did("change by Aldermere", world.patch(test::anna, "/api/v1/objectives/" + objective, "2", R"({"description":"And again."})"));
  did("a new code", world.post(test::marcus, base + "/measures", fmt::format(R"({{"objective":"{}","name":"Next","frequency":"month"}})", objective)));
  auto marcus = world.program->viewers().person_by_email(test::marcus)->text();
  auto said = did("a comment of Aldermere", world.post(test::anna, base + "/comments", fmt::format(R"j({{"about":"objective:{}","text":"For both, @[Marcus]({})"}})j", objective, marcus)));
  std::string comment = at(said, "id");
  did("a reply of Halden", world.post(test::marcus, base + "/comments", fmt::format(R"({{"about":"objective:{}","text":"Yes","reply_to":"{}"}})", objective, comment)));
  did("an edit of a comment", world.patch(test::anna, "/api/v1/comments/" + comment, "1", fmt::format(R"j({{"text":"For both of us, @[Marcus]({})"}})j", marcus)));
  auto before = did("a freeze of Aldermere", world.post(test::anna, base + "/freezes", R"({"period":"2009-Q4"})"));
  auto after = did("a freeze of Halden", world.post(test::marcus, base + "/freezes", R"({"period":"2009-Q4"})"));
  auto parties = body_of(world.get(test::marcus, base + "/agreements"));
  auto level = did("a service level of Halden", world.post(test::marcus, base + "/service-levels",
                                                           fmt::format(R"({{"name":"Reports on time","by_party":"{}","to_party":"{}","limit":95,"starts":"2009-01-01"}})",
                                                                       at(parties, "parties.1.id"), at(parties, "parties.0.id"))));
  did("a value of it", world.post(test::marcus, base + "/service-level-values", fmt::format(R"([{{"level":"{}","period":"2009-12","value":96}}])", at(level, "id"))));
  auto own = did("a measure that Halden keeps to itself", world.post(test::marcus, base + "/measures", fmt::format(R"({{"objective":"{}","name":"Own","frequency":"month","private":true}})", objective)));
  auto attach = [&](const std::string& who, const std::string& about, const std::string& content) {
    return world.ask(who, http::Method::post, base + "/files?about=" + about + "&name=both.txt", content, "", "application/octet-stream");
  };
  did("a file of Aldermere", attach(test::anna, "objective:" + objective, "For both"));
  did("a file of Halden", attach(test::marcus, "objective:" + objective, "Yes"));
  for (const auto& id : hidden.ids)
    for (const char* kind : {"measure:", "objective:", "initiative:"}) did("attaching to " + std::string(kind) + id, attach(test::marcus, kind + id, "Hm"));
  did("a workshop", world.post(test::marcus, base + "/workshops", R"({"title":"First day"})"));
  did("a version of the charter", world.post(test::anna, base + "/charters", "{}"));
  did("an import", world.ask(test::marcus, http::Method::post, base + "/imports/observations?commit=true", "measure,period,value\n", "", "text/csv"));
  replay.act_on_hidden(hidden);
  name_hidden(replay, hidden, objective);
  world.program->signer().sign_now();

  for (const auto& [name, text] : test::exported(world, test::marcus, base + "/exports")) replay.keep("export, " + name, text);
  for (const char* view : {"quarter", "year_to_date", "rolling", "year_ago"}) replay.get(base + "/scorecard/aggregate?view=" + view);
  replay.get(base + "/freezes/compare?from=" + at(before, "id") + "&to=" + at(after, "id"));
  for (const char* part : {"/comments?about=", "/comments/addressees?about=", "/comments/counts?about="}) replay.get(base + part + "objective:" + objective);
  for (const char* query : {"?only=unread", "?kind=mention", "?kind=reply", "?limit=1"}) replay.get(std::string("/api/v1/inbox") + query);
  for (std::string question : {canary, "KEEP", "margin", "talk", "aim", "a", "t", "both", "luc"})
    for (const char* query : {"", "&limit=1", "&limit=100", "&kind=comment", "&kind=measure"}) replay.get("/api/v1/search?q=" + question + query);
  replay.get("/api/v1/comments/" + comment + "/earlier");
  replay.get(base + "/files?about=objective:" + objective);
  replay.get("/api/v1/service-levels/" + at(level, "id"));
  replay.get(base + "/sharings/preview?kind=measure&id=" + at(own, "id"));
  replay.ask_everything(hidden);
  for (auto& [target, channel] : channels) {
    bool open = true;
    std::string news;
    for (const auto& text : channel->take(open)) news += *text;
    replay.keep("event stream " + target, news);
  }
  auto is_question = [](const http::Route& route) { return route.method == http::Method::get; };
  auto missing = replay.coverage().missing(test::Coverage::Wanted::succeeded, excuses, is_question);
  INFO("Ask these questions here, or say among the excuses why not:\n", test::lines_of(missing));
  CHECK(missing.empty());
  return replay.seen();
}

/// The first target at which the two differ, or nothing.
std::string difference_between(const std::vector<Seen>& a, const std::vector<Seen>& b) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    if (a[i].target == b[i].target && a[i].text == b[i].text) continue;
    auto [left, right] = std::mismatch(a[i].text.begin(), a[i].text.end(), b[i].text.begin(), b[i].text.end());
    auto from = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, left - a[i].text.begin() - 200));
    auto part = [&](const std::string& text) { return text.substr(std::min(from, text.size()), 600); };
    return a[i].target + "\n" + part(a[i].text) + "\n---\n" + b[i].target + "\n" + part(b[i].text);
  }
  return a.size() == b.size() ? "" : fmt::format("{} answers against {}", a.size(), b.size());
}

}  // namespace

TEST_CASE("what one organisation keeps private changes no byte of what the other gets; a leak is noticed wherever it shows (negative control)") {
  Hidden hidden;
  auto with = look_around(Difference::private_matters, hidden);
  auto without = look_around(Difference::none, hidden);
  CHECK(with.size() > 1000);
  CHECK(difference_between(with, without) == "");
  for (const auto& answer : with) {
    CAPTURE(answer.target);
    CHECK(answer.text.find(canary) == std::string::npos);
  }

  Hidden shown;
  std::map<std::string, std::string> leaked;
  for (auto& answer : look_around(Difference::leaked, shown)) leaked[answer.target] = answer.text;
  std::vector<std::string> noticed;
  for (const auto& answer : without)
    if (leaked.contains(answer.target) && leaked[answer.target] != answer.text) noticed.push_back(answer.target);
  for (const char* output : {"/export/observations.csv", "/export/stratml.xml", "/record/export", "/record", "/map", "/map.svg", "/scorecard", "/comments/counts", "/submissions",
                             "/freshness", "/charters", "/file", "/document", "/inbox", "/api/v1/home", "/api/v1/alliances"}) {
    CAPTURE(output);
    CHECK(std::any_of(noticed.begin(), noticed.end(), [&](const std::string& target) { return target.ends_with(output); }));
  }
  for (const char* output : {"/api/v1/search?q=", "event stream", "a new code", "POST /api/v1/alliances/"}) {
    CAPTURE(output);
    CHECK(std::any_of(noticed.begin(), noticed.end(), [&](const std::string& target) { return target.starts_with(output); }));
  }
}

TEST_CASE("a question that is asked nowhere is missed by its name (negative control)") {
  http::Router router;
  auto answer = [](const http::Request&) { return http::text("yes"); };
  for (const char* pattern : {"/api/v1/asked", "/api/v1/things/{id}", "/api/v1/new/{id}/part"}) router.add(http::Method::get, pattern, http::Runs::on_io, answer);
  test::Coverage coverage(router);
  coverage.note(http::Method::get, "/api/v1/asked?x=1", 200);
  coverage.note(http::Method::get, "/api/v1/things/00000000000000000000", 404);
  auto all = [](const http::Route&) { return true; };
  CHECK(coverage.missing(test::Coverage::Wanted::succeeded, {}, all) ==
        std::vector<std::string>{"GET /api/v1/things/{id} was answered 404 at best", "GET /api/v1/new/{id}/part was never asked"});
  constexpr test::Coverage::Excuse stale[] = {{http::Method::get, "/api/v1/asked", "not needed"}, {http::Method::get, "/api/v1/new/{id}/part", "needed"}};
  CHECK(coverage.missing(test::Coverage::Wanted::asked, stale, all) == std::vector<std::string>{"GET /api/v1/asked is excused without need (not needed)"});
}
