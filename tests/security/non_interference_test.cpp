// P2: nothing that one organisation keeps to itself can be seen, or inferred, by another: the whole API is asked as Halden
// Clinical in two worlds that differ only in what Aldermere keeps private. Every status, header and byte must be the same.
#include <doctest/doctest.h>

#include "support/signing.hpp"

using namespace entente;
using test::World;

namespace {

constexpr const char* canary = "KEEPTHISPRIVATE7431";

enum class Difference {
  none,
  private_matters,  ///< what the promise is about
  leaked,           ///< the negative control: the same, but shared
};

struct Seen {
  std::string target;
  std::string text;
};

std::string whole(const http::Response& response) {
  std::string out = std::to_string(response.status) + " " + response.content_type + "\n";
  for (const auto& [name, value] : response.headers) out += name + ": " + value + "\n";
  out += "\n" + std::string(response.body_view());
  // A PDF says by the machine's own clock, which the two runs do not share, when it was made.
  if (auto made = out.find("/CreationDate"); made != std::string::npos) out.erase(made, out.find('\n', made) - made);
  return out;
}

void add_matters(World& world, const std::string& alliance, const std::string& objective, Difference difference, std::vector<std::string>& ids) {
  std::string is_private = difference == Difference::leaked ? "false" : "true";
  auto send = [&](const std::string& target, const std::string& body) {
    auto response = world.post(test::anna, target, body);
    CAPTURE(std::string(response.body_view()));
    REQUIRE(response.status < 300);
    return test::body_of(response);
  };
  std::string base = "/api/v1/alliances/" + alliance;
  auto measure = send(base + "/measures", fmt::format(R"({{"objective":"{}","name":"{} margin","private":{},"frequency":"quarter","scoring":{{"type":"higher","red":1,"green":2}}}})", objective, canary, is_private));
  ids.push_back("measures/" + test::at(measure, "id"));
  ids.push_back("acts/" + test::at(measure, "act.id") + "/receipt");
  auto values = send(base + "/observations", fmt::format(R"([{{"measure":"{}","period":"2009-Q4","value":0.5,"note":"{}"}}])", test::at(measure, "id"), canary));
  ids.push_back("acts/" + test::at(values, "act.id") + "/receipt");
  auto initiative = send(base + "/initiatives", fmt::format(R"({{"name":"{} plan","objectives":["{}"],"private":{}}})", canary, objective, is_private));
  ids.push_back("initiatives/" + test::at(initiative, "id"));
  auto shared = test::body_of(world.get(test::anna, base + "/map"));
  auto hidden = send(base + "/objectives", fmt::format(R"({{"title":"{} aim","perspective":"{}","theme":"{}","private":{}}})", canary,
                                                       test::at(shared, "lanes.0.id"), test::at(shared, "themes.0.id"), is_private));
  ids.push_back("objectives/" + test::at(hidden, "id"));
  send(base + "/links", fmt::format(R"({{"from":"{}","to":"{}"}})", test::at(hidden, "id"), objective));
  auto removed = send(base + "/initiatives", fmt::format(R"({{"name":"{} gone","private":{}}})", canary, is_private));
  world.ask(test::anna, http::Method::delete_, "/api/v1/initiatives/" + test::at(removed, "id"), "{}", "1");
  // A service level of one's own, with a value; and an agreement with the third party, with what lies in its space.
  auto parties = test::body_of(world.get(test::anna, base + "/agreements"));
  auto level = send(base + "/service-levels", fmt::format(R"({{"name":"{} level","by_party":"{}","to_party":"{}","limit":95,"starts":"2009-01-01","private":{}}})", canary,
                                                         test::at(parties, "parties.1.id"), test::at(parties, "parties.0.id"), is_private));
  ids.push_back("service-levels/" + test::at(level, "id"));
  send(base + "/service-level-values", fmt::format(R"([{{"level":"{}","period":"2009-12","value":90,"note":"{}"}}])", test::at(level, "id"), canary));
  auto agreement = send(base + "/agreements", fmt::format(R"({{"name":"{} pact","parties":[{{"party":"{}"}}]}})", canary, test::at(parties, "parties.2.id")));
  auto pact = test::Signing::seen(world, base, test::anna, test::at(agreement, "id"));
  for (const char* who : {test::anna, test::eva}) REQUIRE(test::Signing::sign(world, who, test::at(agreement, "id"), test::at(pact, "digest")).status == 200);
  auto advice = send(base + "/measures", fmt::format(R"({{"objective":"{}","name":"{} advice","space":"{}","frequency":"quarter"}})", objective, canary, test::at(pact, "space")));
  ids.push_back("measures/" + test::at(advice, "id"));
  // What is said about private things: a thread with a reply, mentions, an edit.
  auto luc = world.program->viewers().person_by_email("luc.declercq@aldermere.example")->text();
  auto said = send(base + "/comments", fmt::format(R"j({{"about":"measure:{}","text":"{} talk, @[Luc]({})"}})j", test::at(measure, "id"), canary, luc));
  ids.push_back("comments/" + test::at(said, "id"));
  send(base + "/comments", fmt::format(R"({{"about":"measure:{}","text":"{} reply","reply_to":"{}"}})", test::at(measure, "id"), canary, test::at(said, "id")));
  send(base + "/comments", fmt::format(R"({{"about":"objective:{}","text":"{} beside the aim"}})", test::at(hidden, "id"), canary));
  auto edited = world.patch(test::anna, "/api/v1/comments/" + test::at(said, "id"), "1", fmt::format(R"({{"text":"{} said anew"}})", canary));
  REQUIRE(edited.status == 200);
}

/// A value that Aldermere withholds: another one in each world, of the same light. Halden moves the target between the two.
std::string withhold(World& world, const std::string& base, const std::string& objective, Difference difference) {
  auto made = test::body_of(world.post(test::anna, base + "/measures",
                                       fmt::format(R"({{"objective":"{}","name":"Margin","frequency":"quarter","scoring":{{"type":"higher","red":500,"green":700}},"effective_from":"2006-01-01"}})", objective)));
  std::string value = difference == Difference::private_matters ? "640" : "520";
  std::string state = difference == Difference::leaked ? "value" : "withheld";
  auto given = world.post(test::anna, base + "/observations", fmt::format(R"([{{"measure":"{}","period":"2009-Q4","value":{},"state":"{}"}}])", test::at(made, "id"), value, state));
  REQUIRE(given.status == 200);
  auto moved = world.ask(test::marcus, http::Method::post, "/api/v1/measures/" + test::at(made, "id") + "/targets", R"({"effective_from":"2009-01-01","scoring":{"type":"higher","red":550,"green":600}})", "0");
  REQUIRE(moved.status == 201);
  return test::at(made, "id");
}

/// Everything that Halden's alliance manager can get, and one further act of each side after the difference.
std::vector<Seen> look_around(Difference difference, std::vector<std::string>& private_ids) {
  World world(11);
  std::string alliance = world.load_sample();
  for (auto email : {test::anna, test::marcus}) world.token_of(email);
  test::Signing::prepare(world, alliance);
  std::string base = "/api/v1/alliances/" + alliance;
  auto map = test::body_of(world.get(test::marcus, base + "/map"));
  std::string objective = test::at(map, "cards.0.id");

  std::string withheld = withhold(world, base, objective, difference);

  // What happens as news of changes while the difference is made.
  http::Subscription subscription;
  auto stream = world.get(test::marcus, base + "/events");
  REQUIRE(stream.events);
  auto channel = world.program->events().open(*stream.events, world.program->events().ticket());

  world.random.turn(77);
  if (difference != Difference::none) add_matters(world, alliance, objective, difference, private_ids);
  world.random.turn(99);
  world.clock.advance_seconds(60);

  std::vector<Seen> seen;
  auto keep = [&](const std::string& target, const http::Response& response) { seen.push_back({target, whole(response)}); };
  keep("change by Halden", world.patch(test::marcus, "/api/v1/objectives/" + objective, "1", R"({"description":"Said anew."})"));
  keep("change by Aldermere", world.patch(test::anna, "/api/v1/objectives/" + objective, "2", R"({"description":"And again."})"));
  keep("a taken code", world.post(test::marcus, base + "/measures", fmt::format(R"({{"objective":"{}","name":"Next","frequency":"month"}})", objective)));
  keep("a wrong value", world.post(test::marcus, base + "/observations", fmt::format(R"([{{"measure":"{}","period":"2009-Q4","value":1}}])", canary)));
  auto marcus = world.program->viewers().person_by_email(test::marcus)->text();
  auto said = world.post(test::anna, base + "/comments", fmt::format(R"j({{"about":"objective:{}","text":"For both, @[Marcus]({})"}})j", objective, marcus));
  keep("a comment of Aldermere", said);
  std::string comment = test::at(test::body_of(said), "id");
  keep("a reply of Halden", world.post(test::marcus, base + "/comments", fmt::format(R"({{"about":"objective:{}","text":"Yes","reply_to":"{}"}})", objective, comment)));
  // Mentioning a person in a place that is hidden, or in none, is the same; so is replying to what is said there.
  for (const auto& id : private_ids) {
    auto slash = id.find('/');
    std::string kind = id.substr(0, slash - 1), thing = id.substr(slash + 1, 20);
    keep("saying something about " + id, world.post(test::marcus, base + "/comments", fmt::format(R"({{"about":"{}:{}","text":"Hm"}})", kind, thing)));
    keep("replying to " + id, world.post(test::marcus, base + "/comments", fmt::format(R"({{"about":"objective:{}","text":"Hm","reply_to":"{}"}})", objective, thing)));
    keep("resolving " + id, world.patch(test::marcus, "/api/v1/comments/" + thing, "1", R"({"resolved":true})"));
  }
  world.program->signer().sign_now();

  std::vector<std::string> targets;
  for (std::string part : {"/comments?about=", "/comments/addressees?about=", "/comments/counts?about="}) {
    targets.push_back(base + part + "objective:" + objective);
    for (const auto& id : private_ids) targets.push_back(base + part + id.substr(0, id.find('/') - 1) + ":" + id.substr(id.find('/') + 1, 20));
  }
  targets.push_back(base + "/comments/counts");
  for (const char* query : {"?only=unread", "?kind=mention", "?kind=reply", "?limit=1"}) targets.push_back(std::string("/api/v1/inbox") + query);
  for (std::string question : {std::string(canary), std::string("KEEP"), std::string("margin"), std::string("talk"), std::string("aim"), std::string("pact"), std::string("level"), std::string("a"), std::string("t"), std::string("both"), std::string("luc")})
    for (const char* query : {"", "&limit=1", "&limit=100", "&kind=comment", "&kind=measure"}) targets.push_back("/api/v1/search?q=" + question + query);
  std::vector<std::string> things{"comments/" + comment, "measures/" + withheld};
  for (std::size_t i = 0; !test::at(map, fmt::format("cards.{}.id", i)).empty(); ++i) things.push_back("objectives/" + test::at(map, fmt::format("cards.{}.id", i)));
  auto card = test::body_of(world.get(test::marcus, base + "/scorecard?side=ours"));
  for (int theme = 0; theme < 5; ++theme)
    for (int row = 0; row < 3; ++row) {
      std::string path = fmt::format("themes.{}.objectives.{}.", theme, row);
      if (auto id = test::at(card, path + "measures.0.id"); !id.empty()) things.push_back("measures/" + id);
      if (auto id = test::at(card, path + "initiatives.0.id"); !id.empty()) things.push_back("initiatives/" + id);
    }
  for (const auto& id : private_ids) things.push_back(id);
  for (const auto& route : world.program->router().routes()) {
    if (route->method != http::Method::get) continue;
    std::string pattern = route->pattern;
    if (pattern.find("{secret}") != std::string::npos || pattern.ends_with("/events")) continue;
    if (auto place = pattern.find("{alliance}"); place != std::string::npos) {
      pattern.replace(place, 10, alliance);
      for (const char* query : {"", "?side=ours", "?period=2008-Q2"}) targets.push_back(pattern + query);
    } else if (auto id = pattern.find("{id}"); id != std::string::npos) {
      for (const auto& thing : things) {
        auto slash = thing.find('/');
        std::string start = "/api/v1/" + thing.substr(0, slash + 1);
        if (!pattern.starts_with(start)) continue;
        std::string target = pattern;
        std::string end = thing.substr(slash + 1);
        if (auto rest = end.find('/'); rest != std::string::npos) end = end.substr(0, rest);
        target.replace(id, 4, end);
        targets.push_back(target);
      }
    } else {
      targets.push_back(pattern);
    }
  }
  for (const auto& target : targets) keep(target, world.get(test::marcus, target));
  bool open = true;
  std::string news;
  for (const auto& text : channel->take(open)) news += *text;
  seen.push_back({"event stream", news});
  return seen;
}

/// The first target at which the two differ, or nothing.
std::string difference_between(const std::vector<Seen>& a, const std::vector<Seen>& b) {
  if (a.size() != b.size()) return fmt::format("{} answers against {}", a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i].target != b[i].target || a[i].text != b[i].text) return a[i].target + "\n" + a[i].text.substr(0, 600) + "\n---\n" + b[i].text.substr(0, 600);
  return "";
}

}  // namespace

TEST_CASE("what one organisation keeps private changes no byte of what the other gets") {
  std::vector<std::string> ids;
  auto with = look_around(Difference::private_matters, ids);
  auto without = look_around(Difference::none, ids);
  CHECK(with.size() > 100);
  CHECK(difference_between(with, without) == "");
  for (const auto& answer : with) {
    CAPTURE(answer.target);
    // The canary stands in what was asked, never in what was answered.
    bool asked = answer.target == "a wrong value";
    CHECK((asked || answer.text.find(canary) == std::string::npos));
  }
}

TEST_CASE("the same test notices a leak (negative control)") {
  std::vector<std::string> ids;
  auto leaked = look_around(Difference::leaked, ids);
  auto without = look_around(Difference::none, ids);
  CHECK(difference_between(leaked, without) != "");
}
