// The reference alliance with its history: versions, reviews, words on values and lights, comments, all as the files tell it.
#include <doctest/doctest.h>

#include <sstream>

#include "exchange/plan_document.hpp"
#include "exchange/show_sample.hpp"
#include "record/verify.hpp"
#include "sample/history.hpp"
#include "sample/plan_steps.hpp"
#include "support/answers.hpp"
#include "support/worlds.hpp"

using namespace entente;
using test::World;
using test::anna;
using test::at;
using test::expect;
using test::marcus;

namespace {

std::size_t size_of(const json::Value& view, std::string_view list) { return view.find(list)->array()->size(); }

bool holds(const json::Value& list, std::string_view text) {
  return std::any_of(list.array()->begin(), list.array()->end(), [&](const auto& one) { return one.string() && *one.string() == text; });
}

struct Told {
  World world;
  std::string alliance, base;
  std::shared_ptr<const sample::HistoryDocument> history = sample::read_history(exchange::sample_file(sample::history_file));
  std::map<std::string, std::string> objectives, measures, themes;  ///< by code; themes by name

  explicit Told(std::string location = "") : world(51, std::move(location)) {
    alliance = world.load_sample(sample::Form::whole);
    base = "/api/v1/alliances/" + alliance;
    auto card = get(anna, base + "/scorecard");
    for (const auto& theme : *card.find("themes")->array()) {
      themes[at(theme, "name")] = at(theme, "id");
      for (const auto& objective : *theme.find("objectives")->array()) {
        objectives[at(objective, "code")] = at(objective, "id");
        for (const auto& measure : *objective.find("measures")->array()) measures[at(measure, "code")] = at(measure, "id");
      }
    }
  }
  json::Value get(const std::string& who, const std::string& path) { return expect(world.get(who, path), 200); }
  json::Value objective(const std::string& code, const std::string& period) { return get(marcus, "/api/v1/objectives/" + objectives.at(code) + "?period=" + period); }
  /// The cell of one period of a measure, as this person sees it.
  json::Value cell(const std::string& who, const std::string& code, const std::string& period, const std::string& shown = "2009-12") {
    auto view = get(who, "/api/v1/measures/" + measures.at(code) + "?periods=48&period=" + shown);
    for (const auto& one : *view.find("cells")->array())
      if (at(one, "period") == period) return one;
    return json::parse("{}");
  }
  template <class Of>
  std::vector<sample::Event> events(Of member) const {
    std::vector<sample::Event> out;
    for (const auto& event : history->events)
      if (event.*member) out.push_back(event);
    return out;
  }
};

template <class F>
void for_each_told(F&& function) {
  for (db::Kind kind : test::database_kinds()) {
    INFO("on ", (kind == db::Kind::sqlite ? "SQLite" : "PostgreSQL"));
    test::FreshDatabase fresh(kind, test::Schema::none);
    fresh.close();
    Told told(fresh.location());
    function(told);
  }
}

/// What the working draft of the shared plan says, by what people call things.
std::map<std::string, std::string> draft_of(World& world, const std::string& alliance) {
  auto plan = world.program->door().read(db::Sight::of_system("test"), [&](db::Transaction& transaction) {
    auto id = *AllianceId::parse(alliance);
    auto shared = *transaction.one<SpaceId>("SELECT id FROM space WHERE alliance = $1 AND kind = 'shared'", id);
    auto contents = model::load_contents(transaction, id, {shared, {}, {}}, {model::Basis::Text::draft, 0, {}});
    return exchange::plan_of(*contents, exchange::emails_of(transaction, *contents));
  });
  std::map<std::string, std::string> said, codes;
  for (auto& theme : plan.themes) said["theme " + theme.name] = json::text(theme);
  for (auto& objective : plan.objectives) {
    codes[objective.key] = objective.code;
    said["objective " + objective.code] = json::text(objective);
  }
  for (auto& link : plan.links) said[fmt::format("link {} {}", codes[link.from], codes[link.to])] = json::text(link);
  for (auto& win : plan.wins) said["win " + win.text] = json::text(win);
  for (auto& measure : plan.measures) {
    codes[measure.key] = measure.code;
    measure.key.clear();
    said["measure " + measure.code] = json::text(measure);
  }
  for (auto& target : plan.targets) said[fmt::format("target {} {}", codes[target.measure], target.effective_from)] = target.scoring.text + target.reason;
  return said;
}

}  // namespace

TEST_CASE("the history's versions: three in force one after the other, one returned with its reason") {
  for_each_told([](Told& it) {
    auto list = it.get(marcus, it.base + "/charters");
    REQUIRE(size_of(list, "items") == 4);
    std::string states;
    for (const auto& item : *list.find("items")->array()) states += at(item, "state") + " ";
    CHECK(states == "in_force returned superseded superseded ");
    CHECK(at(list, "items.0.in_force_at").starts_with("2008-12-15"));
    CHECK(at(list, "items.0.effective_from") == "2008-07-01");
    CHECK(at(list, "items.2.in_force_at").starts_with("2007-09-17"));
    CHECK(at(list, "items.3.in_force_at").starts_with("2006-03-06"));
    CHECK(at(list, "items.3.partners.1.person") == "Denise Carraway");
    auto returned = it.events(&sample::Event::returns);
    REQUIRE(returned.size() == 1);
    bool found = false;
    for (const auto& partner : *(*list.find("items")->array())[1].find("partners")->array()) found = found || at(partner, "reason") == *returned[0].returns;
    CHECK(found);

    // Each version differs from the one before in more than one kind of thing.
    auto kinds = [&](int from, int to) {
      std::set<std::string> out;
      auto difference = it.get(anna, fmt::format("{}/charters/difference?from={}&to={}", it.base, from, to));
      for (const auto& change : *difference.find("changes")->array()) out.insert(at(change, "kind") + " " + at(change, "change"));
      return out;
    };
    auto second = kinds(1, 2);
    for (const char* kind : {"objective added", "objective changed", "measure added", "measure changed", "target added", "theme changed", "link added"}) {
      CAPTURE(kind);
      CHECK(second.contains(kind));
    }
    CHECK(kinds(2, 4) == std::set<std::string>{"measure added", "measure changed", "target added"});
    CHECK(kinds(3, 4) == std::set<std::string>{"objective changed"});

    // The plan of a past day is that of its version.
    auto cards = [&](const std::string& query) { return size_of(it.get(anna, it.base + "/map" + query), "cards"); };
    CHECK(cards("") == 24);
    CHECK(cards("?on=2007-06-30") == 23);
    CHECK(cards("?basis=2") == 24);
    CHECK(at(it.get(anna, "/api/v1/objectives/" + it.objectives.at("CO4") + "?basis=1"), "title") == "Use third parties");
    CHECK(at(it.get(anna, it.base + "/map"), "ratified") == "true");
  });
}

TEST_CASE("at its end the history stands where the plan document does, and in what it adds itself") {
  Told it;
  World other(52);
  auto whole = draft_of(it.world, it.alliance), plain = draft_of(other, other.load_sample());
  std::set<std::string> differ;
  for (const auto& [name, text] : whole)
    if (auto found = plain.find(name); found == plain.end() || found->second != text) differ.insert(name);
  for (const auto& [name, text] : plain) CHECK(whole.contains(name));
  CHECK(differ == std::set<std::string>{"measure LA2.4", "measure SP2.1", "measure SP4.1", "measure SP5.1", "measure VB1.2", "measure VB1.5", "measure VB1.6",
                                        "target LA2.4 2006-01-01", "target VB1.5 2006-01-01", "target VB1.6 2006-01-01"});
}

TEST_CASE("the history's steps lead from what stood before to the plan document") {
  auto history = sample::read_history(exchange::sample_file(sample::history_file));
  auto text = exchange::sample_file("samples/reference/plan.json");
  auto first = sample::plan_before(*history, 0, text), last = sample::plan_before(*history, history->events.size(), text);
  REQUIRE(first.objectives.size() == last.objectives.size());
  auto title = [](const exchange::Plan& plan, const std::string& key) {
    for (const auto& objective : plan.objectives)
      if (objective.key == key) return objective.title;
    return std::string();
  };
  CHECK(title(first, "CO4") == "Use third parties");
  CHECK(title(last, "CO4") == "Use third parties where they deliver better");
  CHECK(title(first, "CO1") == title(last, "CO1"));  // changed, and changed back
  CHECK(sample::held_before(*history, history->events.size()).empty());
  CHECK(sample::held_before(*history, 0).contains("objective CU4"));
  auto days = sample::days_of_coming(*history, last);
  CHECK(days.at("CU4.1") == parse_date("2007-08-13"));
  CHECK(days.at("SP3.3") == parse_date("2007-08-13"));
  CHECK(!days.contains("SP4.1"));
}

TEST_CASE("the history's reviews froze fifteen quarters, and what was restated since is marked") {
  for_each_told([](Told& it) {
    auto list = it.get(marcus, it.base + "/freezes");
    REQUIRE(size_of(list, "items") == 15);
    std::map<std::string, std::size_t> restated;
    for (const auto& item : *list.find("items")->array()) {
      auto freeze = it.get(marcus, "/api/v1/freezes/" + at(item, "id"));
      restated[at(item, "period")] = size_of(freeze, "restated");
      // Taken within four weeks of the quarter's end.
      auto days = (parse_instant(at(item, "taken_at")).microseconds / 86'400'000'000) - parse_date(at(item, "last_day")).days;
      CHECK(days > 14);
      CHECK(days < 28);
    }
    CHECK(restated.size() == 15);
    CHECK(restated["2007-Q3"] >= 1);  // the discount rate of CO5.3
    CHECK(restated["2009-Q2"] >= 1);  // the duplicated activities of CO3.1
    CHECK(restated["2009-Q3"] == 0);
    CHECK(at(it.cell(marcus, "CO5.3", "2007-Q3"), "after_freeze") == "Review of Q3 2007");
    CHECK(at(it.cell(marcus, "CO5.3", "2007-Q3"), "reason") == "Discount rate corrected to the agreed one.");
    CHECK(at(*it.get(marcus, it.base + "/freezes").find("items")->array()->rbegin(), "charter") == "1");
  });
}

TEST_CASE("the history's two keys: accepted, disputed and waiting values, none from before they were asked for") {
  for_each_told([](Told& it) {
    CHECK(at(it.get(anna, "/api/v1/measures/" + it.measures.at("SP4.1")), "two_keys_from") == "2008-01-01");
    CHECK(at(it.cell(anna, "SP4.1", "2007-11"), "submission").empty());
    CHECK(at(it.cell(anna, "SP4.1", "2007-12"), "submission") == "accepted");
    CHECK(at(it.cell(anna, "SP4.1", "2008-07"), "submission") == "accepted");  // as corrected
    CHECK(at(it.cell(anna, "SP4.1", "2009-11"), "submission") == "submitted");
    auto disputed = it.events(&sample::Event::disputes);
    REQUIRE(disputed.size() == 1);
    const auto& said = *disputed[0].disputes;
    auto cell = it.cell(marcus, said.measure, said.period);
    CHECK(at(cell, "submission") == "disputed");
    CHECK(at(cell, "giver") == "Halden Clinical");
    CHECK(at(cell, "words.0.value") == said.value);
    CHECK(at(cell, "value") != said.value);
    auto waiting = it.get(anna, it.base + "/submissions");
    std::map<std::string, int> count;
    for (const auto& row : *waiting.find("rows")->array()) ++count[at(row, "submission")];
    CHECK(count["disputed"] == 1);
    CHECK(count["submitted"] == 6);  // of the quarter that no review has seen yet
    CHECK(holds(*it.objective("SP4", "2009-Q4").find("judgement")->find("flags"), "disputed"));
  });
}

TEST_CASE("the history's lights: those that were confirmed or contested are the computed ones, and one by hand has run out") {
  for_each_told([](Told& it) {
    std::set<std::string> verdicts;
    for (const auto& event : it.history->events) {
      const auto& said = event.confirms ? event.confirms : event.contests;
      if (!said) continue;
      CAPTURE(said->key);
      CAPTURE(said->period);
      json::Value view;
      if (said->kind == "objective") {
        view = it.objective(said->key, said->period);
      } else {
        auto card = it.get(marcus, it.base + "/scorecard?period=" + said->period);
        for (const auto& theme : *card.find("themes")->array())
          if (at(theme, "colour") == "2") view = theme;
      }
      std::string computed = at(view, "judgement.computed_light");
      if (computed.empty()) computed = at(view, "judgement.light");
      CHECK(computed == json::Codec<strategy::Light>::name(said->light));
      bool found = false;
      for (const auto& word : *view.find("words")->array()) {
        found = found || at(word, "verdict") == (event.confirms ? "confirmed" : "contested");
        verdicts.insert(at(word, "verdict"));
      }
      CHECK(found);
    }
    CHECK(verdicts.size() == 2);
    CHECK(holds(*it.objective("LA1", "2009-Q4").find("judgement")->find("flags"), "contested"));
    // What no review has frozen can still be spoken of.
    CHECK(at(it.objective("LA1", "2009-Q4"), "may_confirm") == "true");
    CHECK(at(it.objective("LA4", "2008-Q3"), "may_confirm") == "false");

    auto then = it.objective("SP4", "2008-Q1");
    CHECK(at(then, "judgement.light") == "red");
    CHECK(at(then, "judgement.overridden") == "true");
    CHECK(at(then, "override.consented") == "true");
    auto now = it.objective("SP4", "2009-Q4");
    CHECK(at(now, "judgement.overridden") == "false");
    CHECK(now.find("override")->is_null());
  });
}

TEST_CASE("the history's formulas give values, its forecasts look ahead, and the figures say yes and no to links of the map") {
  for_each_told([](Told& it) {
    for (const char* code : {"LA2.4", "VB1.5", "VB1.6"}) {
      CAPTURE(code);
      auto view = it.get(anna, "/api/v1/measures/" + it.measures.at(code) + "?period=2009-Q4");
      CHECK(at(view, "computed") == "true");
      CHECK(!at(view, "value").empty());
      CHECK(at(view, "judgement.state") == "value");
    }
    auto ahead = it.get(anna, "/api/v1/measures/" + it.measures.at("SP5.1") + "?period=2009-Q4");
    CHECK(at(ahead, "forecast.obstacle") == "none");
    CHECK(size_of(*ahead.find("forecast"), "steps") > 0);
    auto tests = it.get(anna, it.base + "/link-tests");
    std::map<std::string, std::string> verdicts;
    for (const auto& link : *tests.find("links")->array()) verdicts[at(link, "cause.code") + " " + at(link, "effect.code")] = at(link, "verdict");
    CHECK(verdicts["CO5 GR3"] == "supported");
    CHECK(verdicts["LA4 CO1"] == "contradicted");
  });
}

TEST_CASE("the history's initiatives were reported on quarter by quarter, from nothing to where the plan document has them") {
  Told it;
  auto plan = exchange::read_plan_document(exchange::sample_file("samples/reference/plan.json"));
  auto card = it.get(anna, it.base + "/scorecard");
  std::set<std::string> compared;
  for (const auto& theme : *card.find("themes")->array())
    for (const auto& objective : *theme.find("objectives")->array())
      for (const auto& shown : *objective.find("initiatives")->array()) {
        auto in_plan = std::find_if(plan.initiatives.begin(), plan.initiatives.end(), [&](const auto& one) { return one.name == at(shown, "name"); });
        REQUIRE(in_plan != plan.initiatives.end());
        CAPTURE(in_plan->name);
        if (!compared.insert(in_plan->name).second) continue;
        CHECK(parse_decimal(at(shown, "progress")) == parse_decimal(in_plan->progress));
        auto course = it.get(anna, "/api/v1/initiatives/" + at(shown, "id") + "/course");
        const auto& points = *course.find("points")->array();
        REQUIRE(points.size() > 2);
        CHECK(at(points.front(), "progress") == "0");
        for (std::size_t i = 1; i < points.size(); ++i) CHECK(parse_decimal(at(points[i - 1], "progress")) <= parse_decimal(at(points[i], "progress")));
      }
  CHECK(compared.size() > 15);
}

TEST_CASE("the history's comments are of three organisations, and a withheld value shows its light only") {
  for_each_told([](Told& it) {
    std::set<std::string> organisations;
    for (const auto& about : {"objective:" + it.objectives.at("LA1"), "measure:" + it.measures.at("LA4.1")}) {
      auto list = it.get(marcus, it.base + "/comments?about=" + about);
      for (const auto& thread : *list.find("items")->array()) {
        organisations.insert(at(thread, "by.organisation"));
        for (const auto& reply : *thread.find("replies")->array()) organisations.insert(at(reply, "by.organisation"));
      }
    }
    CHECK(organisations == std::set<std::string>{"Aldermere Pharma", "Halden Clinical", "Lindqvist Advisory"});

    REQUIRE(!it.history->withheld.empty());
    for (const auto& kept : it.history->withheld) {
      CAPTURE(kept.period);
      auto theirs = it.cell(anna, kept.measure, kept.period, "2009-Q4"), own = it.cell(marcus, kept.measure, kept.period, "2009-Q4&side=ours");
      CHECK(at(theirs, "state") == "withheld");
      CHECK(at(theirs, "value").empty());
      CHECK(!at(own, "value").empty());
    }
  });
}

TEST_CASE("the record of each space of the history verifies, and the whole is loaded once, or not at all") {
  for (db::Kind kind : test::database_kinds()) {
    test::FreshDatabase fresh(kind, test::Schema::none);
    fresh.close();
    World world(53, fresh.location());
    auto load = [&](const sample::Progress& progress) {
      return sample::load_reference(world.program->door(), world.program->sign_in(), sample::Form::whole, progress);
    };
    auto spaces = [&] {
      return world.program->door().read(db::Sight::of_system("test"), [](db::Transaction& t) { return *t.one<std::int64_t>("SELECT COUNT(*) FROM space"); });
    };
    const auto before = spaces();
    CHECK_THROWS_WITH(load([](const std::string&, double share) {
                        if (share > 0.9) throw std::runtime_error("the power fails");
                      }),
                      "the power fails");
    CHECK(spaces() == before);
    auto loaded = load({});
    CHECK(loaded.people == 520);
    CHECK_THROWS_AS(load({}), Error);

    world.program->signer().sign_now();
    for (const std::string who : {anna, marcus}) {
      auto exported = world.get(who, "/api/v1/alliances/" + loaded.alliance.text() + "/record/export");
      REQUIRE(exported.status == 200);
      std::istringstream in{std::string(exported.body_view())};
      auto report = record::verify(in, {});
      CHECK(report.right());
      CHECK(report.leaves > 500);
    }
  }
}
