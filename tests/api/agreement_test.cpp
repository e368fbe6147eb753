// Agreements between some of an alliance's parties: made, signed, with a charter of their own, and unknown to who is no party.
#include <doctest/doctest.h>

#include "support/signing.hpp"

using namespace entente;
using test::Signing;
using test::World;
using test::anna;
using test::at;
using test::body_of;
using test::code_of;
using test::eva;
using test::expect;
using test::field_code;
using test::marcus;
using test::size_of;

TEST_CASE("an agreement is proposed, signed by each party, and ended; the third party never learns of it") {
  test::for_each_signing([](Signing& it) {
    auto& world = it.world;
    auto before = expect(world.get(marcus, it.base + "/agreements"), 200);
    CHECK(size_of(before, "items") == 0);
    CHECK(at(before, "may_make") == "true");
    std::string id = it.proposed("Advice on trust", "Lindqvist");
    auto seen = it.seen(eva, id);
    CHECK(at(seen, "state") == "proposed");
    CHECK(at(seen, "may_consent") == "true");
    CHECK(at(seen, "may_withdraw") == "false");
    CHECK(at(seen, "parties.0.name") == "Aldermere Pharma");
    CHECK(at(seen, "parties.0.must_ratify") == "true");
    CHECK(at(seen, "parties.1.must_ratify") == "false");  // a neutral party
    CHECK(at(expect(world.get(eva, "/api/v1/inbox?kind=agreement"), 200), "waiting.0.about") == "Advice on trust, proposed by Aldermere Pharma");

    // Halden is no party: it finds nothing, nowhere.
    CHECK(size_of(expect(world.get(marcus, it.base + "/agreements"), 200), "items") == 0);
    CHECK(it.sign(world, marcus, id, at(seen, "digest")).status == 404);
    CHECK(world.post(marcus, "/api/v1/agreements/" + id + "/withdraw", "{}").status == 404);
    CHECK(world.post(marcus, "/api/v1/agreements/" + id + "/end", R"({"reason":"No"})").status == 404);
    CHECK(size_of(expect(world.get(marcus, it.base + "/record?limit=5"), 200), "spaces") == 2);
    CHECK(size_of(expect(world.get(anna, it.base + "/record?limit=5"), 200), "spaces") == 3);

    // Only what was looked at can be signed, once by each side, by who may bind it.
    CHECK(code_of(it.sign(world, anna, id, std::string(64, '0'))) == "other_digest");
    CHECK(at(expect(it.sign(anna, id), 200), "state") == "proposed");
    CHECK(code_of(it.sign(anna, id)) == "already_said");
    CHECK(code_of(it.sign("oliver.kane@lindqvist.example", id)) == "fresh_login");
    world.sign_in("oliver.kane@lindqvist.example");
    CHECK(code_of(it.sign("oliver.kane@lindqvist.example", id)) == "not_signatory");
    // A neutral consultant who was not named binds nobody either.
    world.sign_in("henrik.aalto@lindqvist.example");
    CHECK(at(it.seen("henrik.aalto@lindqvist.example", id), "may_consent") == "false");
    CHECK(code_of(it.sign("henrik.aalto@lindqvist.example", id)) == "not_signatory");
    CHECK(at(expect(it.sign(eva, id), 200), "state") == "in_force");
    CHECK(code_of(it.sign(eva, id)) == "not_proposed");
    CHECK(at(it.seen(anna, id), "parties.1.person") == "Eva Lindqvist");

    CHECK(world.post(eva, "/api/v1/agreements/" + id + "/end", R"({"reason":""})").status == 400);
    expect(world.post(eva, "/api/v1/agreements/" + id + "/end", R"({"reason":"The work is done."})"), 200);
    auto ended = it.seen(anna, id);
    CHECK(at(ended, "state") == "ended");
    CHECK(at(ended, "closed_by_party") == "Lindqvist Advisory");
    CHECK(at(ended, "may_end") == "false");
    // Nothing is added to what has ended.
    auto map = expect(world.get(anna, it.base + "/map"), 200);
    CHECK(code_of(world.post(anna, it.base + "/objectives",
                             fmt::format(R"({{"title":"Late","perspective":"{}","theme":"{}","space":"{}"}})", at(map, "lanes.0.id"), at(map, "themes.0.id"), at(ended, "space")))) ==
          "agreement_not_in_force");
  });
}

TEST_CASE("an agreement is declined with a reason, or withdrawn; wrong parties and days are refused at their fields") {
  Signing it;
  auto make = [&](const std::string& rest) { return it.world.post(anna, it.base + "/agreements", R"({"name":"Supply",)" + rest + "}"); };
  std::string halden = it.party("Halden");
  CHECK(field_code(make(R"("parties":[])")) == "too_few");
  CHECK(field_code(make(fmt::format(R"("parties":[{{"party":"{}"}}])", std::string(20, '1')))) == "unknown");
  CHECK(field_code(make(fmt::format(R"("parties":[{{"party":"{0}"}},{{"party":"{0}"}}])", halden))) == "twice");
  CHECK(field_code(make(fmt::format(R"("starts":"1800-01-01","parties":[{{"party":"{}"}}])", halden))) == "out_of_range");
  CHECK(field_code(make(fmt::format(R"("ends":"9999-12-31","parties":[{{"party":"{}"}}])", halden))) == "out_of_range");
  CHECK(it.world.post(it.employee, it.base + "/agreements", R"({"name":"Supply","parties":[]})").status == 404);

  std::string first = it.proposed("Supply", "Halden");
  CHECK(it.sign(marcus, first, "declined").status == 400);
  CHECK(code_of(it.sign(anna, first, "declined", "On second thoughts.")) == "own_proposal");
  CHECK(at(expect(it.sign(marcus, first, "declined", "Not at this price."), 200), "state") == "declined");
  CHECK(at(it.seen(anna, first), "closing_reason") == "Not at this price.");
  std::string second = it.proposed("Supply", "Halden");
  CHECK(it.world.post(marcus, "/api/v1/agreements/" + second + "/withdraw", "{}").status == 404);
  auto withdrawn = expect(it.world.post(anna, "/api/v1/agreements/" + second + "/withdraw", "{}"), 200);
  CHECK(at(it.seen(marcus, second), "state") == "withdrawn");
  CHECK(code_of(it.world.post(anna, "/api/v1/acts/" + at(withdrawn, "act.id") + "/undo", "{}")) == "not_undoable");
}

TEST_CASE("a charter of an agreement's space is ratified by its parties alone") {
  test::for_each_signing([](Signing& it) {
    auto& world = it.world;
    std::string space = it.in_force("Two-party research", "Halden", marcus);
    auto map = expect(world.get(anna, it.base + "/map"), 200);
    auto objective = expect(world.post(anna, it.base + "/objectives",
                                       fmt::format(R"({{"title":"Only the two of us","perspective":"{}","theme":"{}","space":"{}"}})", at(map, "lanes.0.id"),
                                                   at(map, "themes.0.id"), space)),
                            201);
    // A measure of a shared objective that only the two see.
    auto measure = expect(world.post(anna, it.base + "/measures",
                                     fmt::format(R"({{"objective":"{}","name":"Margin of the two","frequency":"month","space":"{}","scoring":{{"type":"higher","red":1,"green":2}}}})",
                                                 it.objective, space)),
                          201);
    std::string one = "/api/v1/objectives/" + at(objective, "id"), two = "/api/v1/measures/" + at(measure, "id");
    CHECK(at(expect(world.get(marcus, one), 200), "space.name") == "Two-party research");
    CHECK(at(expect(world.get(marcus, two), 200), "space.kind") == "agreement");
    CHECK(world.get(eva, one).status == 404);
    CHECK(world.get(eva, two).status == 404);

    // No charter of the shared space tells of it.
    expect(world.post(anna, it.base + "/charters", "{}"), 201);
    std::string shared = std::string(world.get(eva, "/api/v1/charters/" + at(expect(world.get(eva, it.base + "/charters"), 200), "items.0.id") + "/document").body_view());
    CHECK(shared.find("Only the two of us") == std::string::npos);
    CHECK(shared.find("Margin of the two") == std::string::npos);

    auto proposed = expect(world.post(anna, it.base + "/charters", fmt::format(R"({{"space":"{}"}})", space)), 201);
    std::string charters = it.base + "/charters?space=" + space;
    CHECK(world.get(eva, charters).status == 404);
    CHECK(world.get(eva, "/api/v1/charters/" + at(proposed, "id") + "/document").status == 404);
    CHECK(world.post(eva, "/api/v1/charters/" + at(proposed, "id") + "/consent", R"({"verdict":"returned","digest":"","reason":"Who?"})").status == 404);
    auto list = expect(world.get(marcus, charters), 200);
    CHECK(size_of(*list.find("items")->array()->begin(), "partners") == 2);
    auto difference = expect(world.get(marcus, it.base + "/charters/difference?space=" + space), 200);
    CHECK(size_of(difference, "changes") > 2);
    std::string digest = at(list, "items.0.digest");
    auto sign = [&](const char* who) {
      return at(expect(world.post(who, "/api/v1/charters/" + at(proposed, "id") + "/consent", fmt::format(R"({{"verdict":"ratified","digest":"{}"}})", digest)), 200), "state");
    };
    CHECK(sign(marcus) == "proposed");
    CHECK(sign(anna) == "in_force");
    // In force, both still see what lies there, the measure of the shared objective among it.
    CHECK(at(expect(world.get(marcus, one), 200), "title") == "Only the two of us");
    auto of_shared = expect(world.get(marcus, "/api/v1/objectives/" + it.objective), 200);
    bool listed = false;
    for (const auto& row : *of_shared.find("measures")->array()) listed = listed || at(row, "id") == at(measure, "id");
    CHECK(listed);
    auto of_third = expect(world.get(eva, "/api/v1/objectives/" + it.objective), 200);
    for (const auto& row : *of_third.find("measures")->array()) CHECK(at(row, "id") != at(measure, "id"));
    // The plan for another system is that of all; what only the two know is no part of it.
    std::string plan(world.get(anna, it.base + "/export/stratml.xml").body_view());
    CHECK(plan.find("Trust") != std::string::npos);
    CHECK(plan.find("Only the two of us") == std::string::npos);
    CHECK(plan.find("Margin of the two") == std::string::npos);
  });
}

namespace {

constexpr const char* canary = "ONLYTHETWO5519";
enum class Between { nobody, the_two, everybody };

/// All that Eva gets, in a world in which Aldermere and Halden have agreed on something, and in one in which they have not.
std::vector<std::pair<std::string, std::string>> look_as_third(Between between, std::vector<std::string>& hidden) {
  World world(19);
  std::string alliance = world.load_sample(), base = "/api/v1/alliances/" + alliance;
  Signing::prepare(world, alliance);
  auto map = expect(world.get(eva, base + "/map"), 200);
  std::string objective = at(map, "cards.0.id"), lane = at(map, "lanes.0.id"), theme = at(map, "themes.0.id");
  std::string halden = Signing::party(world, base, "Halden"), aldermere = Signing::party(world, base, "Aldermere");
  auto stream = world.get(eva, base + "/events");
  REQUIRE(stream.events);
  auto channel = world.program->events().open(*stream.events, world.program->events().ticket());
  world.random.turn(5);
  if (between != Between::nobody) {
    auto made = expect(world.post(anna, base + "/agreements", fmt::format(R"({{"name":"{} pact","parties":[{{"party":"{}"}}]}})", canary, halden)), 201);
    std::string id = at(made, "id");
    auto view = Signing::seen(world, base, anna, id);
    for (const char* who : {anna, marcus}) expect(Signing::sign(world, who, id, at(view, "digest")), 200);
    std::string space = between == Between::everybody ? "" : fmt::format(R"(,"space":"{}")", at(view, "space"));
    std::string of_agreement = between == Between::everybody ? "" : fmt::format(R"(,"agreement":"{}")", id);
    hidden.push_back("agreements/" + id);
    auto aim = expect(world.post(anna, base + "/objectives", fmt::format(R"({{"title":"{} aim","perspective":"{}","theme":"{}"{}}})", canary, lane, theme, space)), 201);
    hidden.push_back("objectives/" + at(aim, "id"));
    auto measure = expect(world.post(anna, base + "/measures", fmt::format(R"({{"objective":"{}","name":"{} margin","frequency":"quarter"{},"scoring":{{"type":"higher","red":1,"green":2}}}})", objective, canary, space)), 201);
    hidden.push_back("measures/" + at(measure, "id"));
    auto values = expect(world.post(marcus, base + "/observations", fmt::format(R"([{{"measure":"{}","period":"2009-Q4","value":0.5}}])", at(measure, "id"))), 200);
    hidden.push_back("acts/" + at(values, "act.id"));
    auto work = expect(world.post(anna, base + "/initiatives", fmt::format(R"({{"name":"{} work","objectives":["{}"]{}}})", canary, objective, space)), 201);
    hidden.push_back("initiatives/" + at(work, "id"));
    auto level = expect(world.post(anna, base + "/service-levels", fmt::format(R"({{"name":"{} level","by_party":"{}","to_party":"{}","limit":95,"starts":"2009-01-01"{}}})", canary, halden, aldermere, of_agreement)), 201);
    hidden.push_back("service-levels/" + at(level, "id"));
    expect(world.post(anna, base + "/service-level-values", fmt::format(R"([{{"level":"{}","period":"2009-12","value":90}}])", at(level, "id"))), 200);
    if (between == Between::the_two) {
      auto charter = expect(world.post(marcus, base + "/charters", fmt::format(R"({{"note":"{}"{}}})", canary, space)), 201);
      hidden.push_back("charters/" + at(charter, "id"));
    }
    expect(world.post(marcus, base + "/comments", fmt::format(R"({{"about":"objective:{}","text":"{} said"}})", at(aim, "id"), canary)), 201);
  }
  world.random.turn(6);
  world.clock.advance_seconds(60);

  std::vector<std::pair<std::string, std::string>> seen;
  auto keep = [&](const std::string& target, const http::Response& response) {
    std::string text = std::to_string(response.status) + "\n";
    for (const auto& [name, value] : response.headers) text += name + ": " + value + "\n";
    text += std::string(response.body_view());
    if (auto made = text.find("/CreationDate"); made != std::string::npos) text.erase(made, text.find('\n', made) - made);
    seen.push_back({target, text});
  };
  keep("a change of all", world.patch(anna, "/api/v1/objectives/" + objective, "1", R"({"description":"Said anew."})"));
  world.program->signer().sign_now();
  for (const auto& thing : hidden) {
    keep(thing, world.get(eva, "/api/v1/" + thing));
    for (const char* what : {"/document", "/observations", "/receipt", "/measure", "/consent", "/end", "/withdraw"}) {
      keep(thing + what, world.get(eva, "/api/v1/" + thing + what));
      keep("post " + thing + what, world.post(eva, "/api/v1/" + thing + what, "{}"));
    }
  }
  for (const char* word : {canary, "pact", "margin", "level", "aim"}) keep(word, world.get(eva, fmt::format("/api/v1/search?q={}", word)));
  for (const auto& route : world.program->router().routes()) {
    std::string pattern = route->pattern;
    if (route->method != http::Method::get || pattern.find("{id}") != std::string::npos || pattern.find("{secret}") != std::string::npos || pattern.ends_with("/events")) continue;
    if (auto place = pattern.find("{alliance}"); place != std::string::npos) pattern.replace(place, 10, alliance);
    for (const char* query : {"", "?side=ours", "?period=2009-Q4"}) keep(pattern + query, world.get(eva, pattern + query));
  }
  keep("the aim", world.get(eva, "/api/v1/objectives/" + objective));
  bool open = true;
  std::string news;
  for (const auto& text : channel->take(open)) news += *text;
  seen.push_back({"event stream", news});
  return seen;
}

std::string difference_between(const std::vector<std::pair<std::string, std::string>>& a, const std::vector<std::pair<std::string, std::string>>& b) {
  if (a.size() != b.size()) return fmt::format("{} answers against {}", a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i] != b[i]) return a[i].first + "\n" + a[i].second.substr(0, 500) + "\n---\n" + b[i].second.substr(0, 500);
  return "";
}

}  // namespace

TEST_CASE("what two parties agree on changes no byte of what the third gets") {
  std::vector<std::string> hidden;
  auto with = look_as_third(Between::the_two, hidden);
  auto without = look_as_third(Between::nobody, hidden);
  CHECK(with.size() > 100);
  CHECK(difference_between(with, without) == "");
  for (const auto& [target, text] : with) {
    CAPTURE(target);
    CHECK(text.find(canary) == std::string::npos);
  }
  // The negative control: the same, but shared.
  std::vector<std::string> shared;
  CHECK(difference_between(look_as_third(Between::everybody, shared), look_as_third(Between::nobody, shared)) != "");
}

TEST_CASE("a light set by hand on what only the parties of an agreement see takes the other party's consent, too") {
  test::for_each_signing([](Signing& it) {
    auto& world = it.world;
    std::string space = it.in_force("Two-party research", "Halden", marcus);
    auto map = expect(world.get(anna, it.base + "/map"), 200);
    std::string one = "/api/v1/objectives/" + at(expect(world.post(anna, it.base + "/objectives",
                                                                   fmt::format(R"({{"title":"Only the two of us","perspective":"{}","theme":"{}","space":"{}"}})",
                                                                               at(map, "lanes.0.id"), at(map, "themes.0.id"), space)),
                                                        201),
                                                 "id");
    auto made = expect(world.post(anna, one + "/overrides", R"({"light":"green","reason":"It goes well","expires":"2010-06-30"})"), 201);
    auto light = [&](const char* who) { return at(expect(world.get(who, one), 200), "judgement.light"); };
    CHECK(light(anna) == "grey");
    CHECK(light(marcus) == "grey");
    CHECK(at(expect(world.get(marcus, one), 200), "override.may_consent") == "true");
    CHECK(json::text(expect(world.get(marcus, "/api/v1/home"), 200)).find("light_consent") != std::string::npos);
    expect(world.ask(marcus, http::Method::post, "/api/v1/overrides/" + at(made, "id") + "/consent", "{}", "1"), 200);
    CHECK(light(anna) == "green");
    CHECK(light(marcus) == "green");
  });
}
