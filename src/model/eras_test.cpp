// Versions of a charter over time: each day is judged by what was agreed for it.
#include "model/eras.hpp"

#include <doctest/doctest.h>

#include "base/random.hpp"
#include "model/reading.hpp"

namespace {

using namespace entente;
using namespace entente::model;
namespace ev = scorecard::evaluation;

SeededRandom random_source(5);
const MeasureId measure = MeasureId::make(random_source);
const ObjectiveId objective = ObjectiveId::make(random_source);
const ThemeId theme = ThemeId::make(random_source);
const AllianceId alliance_id = AllianceId::make(random_source);

std::string higher(int red, int green) { return fmt::format(R"({{"type":"higher","red":{},"green":{}}})", red, green); }

struct Goal {
  const char* from;
  int green;
};

Era era(const char* in_force, std::optional<const char*> named, std::vector<Goal> goals, Order order, int weight = 1) {
  charter::Charter charter;
  charter.in_force_at = parse_instant(std::string(in_force) + "T15:00:00Z");
  if (named) charter.effective_from = parse_date(*named);
  charter::Document document;
  document.alliance = alliance_id;
  scorecard::Measure m;
  m.id = measure;
  m.objective = objective;
  m.weight = Decimal::from_integer(weight);
  document.measures.push_back(m);
  for (const auto& goal : goals) {
    scorecard::Target target;
    target.measure = measure;
    target.effective_from = parse_date(goal.from);
    target.scoring.text = higher(0, goal.green);
    document.targets.push_back(target);
  }
  return era_of(charter, document, order, "UTC");
}

/// "2006-01-01:70 2008-03-10:80"
std::string line(std::span<const Era> eras) {
  std::string out;
  auto targets = timeline(eras);
  for (const auto& target : targets.at(measure))
    out += fmt::format("{}{}:{}", out.empty() ? "" : " ", target.effective_from.text(), scorecard::evaluation::always == target.effective_from ? "" : target.scoring.text.substr(target.scoring.text.rfind(':') + 1, 2));
  return out;
}

}  // namespace

TEST_CASE("a later version judges from its day on, and leaves earlier days to the one before") {
  std::vector<Era> eras{era("2006-04-03", {}, {{"2006-01-01", 70}}, Order::first)};
  CHECK(line(eras) == "2006-01-01:70");
  // It says that its goal holds from 2007 on, but came into force in March 2008 and names no earlier day.
  eras.push_back(era("2008-03-10", {}, {{"2007-01-01", 80}}, Order::later));
  CHECK(line(eras) == "2006-01-01:70 2008-03-10:80");
  // What it says of later days holds as it says; what does not change is not said again.
  eras.push_back(era("2009-01-12", {}, {{"2007-01-01", 80}, {"2009-07-01", 90}}, Order::later));
  CHECK(line(eras) == "2006-01-01:70 2008-03-10:80 2009-07-01:90");
}

TEST_CASE("a text that names an earlier day judges from there, and is flagged restated in between") {
  std::vector<Era> eras{era("2006-04-03", {}, {{"2006-01-01", 70}, {"2008-01-01", 75}}, Order::first)};
  eras.push_back(era("2008-03-10", "2007-07-01", {{"2007-01-01", 80}}, Order::later));
  CHECK(line(eras) == "2006-01-01:70 2007-07-01:80");
  CHECK(restated_until(eras, parse_date("2007-07-01")) == parse_date("2008-03-10"));
  CHECK(restated_until(eras, parse_date("2007-12-31")) == parse_date("2008-03-10"));
  CHECK_FALSE(restated_until(eras, parse_date("2007-06-30")));
  CHECK_FALSE(restated_until(eras, parse_date("2008-03-10")));
  // A day after the version came into force is no earlier day.
  auto later = era("2008-03-10", "2009-01-01", {{"2007-01-01", 80}}, Order::later);
  CHECK(later.from == parse_date("2008-03-10"));
}

TEST_CASE("a measure that a later version brings in is judged by it from the beginning") {
  Era first = era("2006-04-03", {}, {}, Order::first);
  first.targets.clear();
  std::vector<Era> eras{first, era("2008-03-10", {}, {{"2007-01-01", 80}}, Order::later)};
  CHECK(line(eras) == "2007-01-01:80");
}

TEST_CASE("a definition that is replaced before its own day has judged until then") {
  std::vector<Era> eras{era("2006-04-03", {}, {{"2009-01-01", 70}}, Order::first)};
  eras.push_back(era("2008-03-10", {}, {{"2009-01-01", 70}}, Order::later));
  CHECK(line(eras) == "2009-01-01:70");  // said again, it is the same
  eras.back() = era("2008-03-10", {}, {{"2008-06-01", 80}}, Order::later);
  CHECK(line(eras) == "2008-03-09:70 2008-06-01:80");
  eras.back() = era("2008-03-10", {}, {{"2007-01-01", 80}}, Order::later);
  CHECK(line(eras) == "2008-03-09:70 2008-03-10:80");
}

TEST_CASE("weights are those of the version of the day") {
  auto edges = [](std::span<const Era> eras, const std::string& child) {
    std::string out;
    for (const auto& edge : edges_over_time(eras, objective.text(), child, {"M", Decimal::from_integer(9), true, ev::always, std::nullopt}))
      out += fmt::format("[{} {} {}]", edge.weight.text(), edge.from == ev::always ? "always" : edge.from.text(), edge.until ? edge.until->text() : "on");
    return out;
  };
  std::vector<Era> eras{era("2006-04-03", {}, {{"2006-01-01", 70}}, Order::first, 1)};
  // With one version there is nothing but what stands now.
  CHECK(edges(eras, measure.text()) == "[9 always on]");
  eras.push_back(era("2008-03-10", {}, {{"2006-01-01", 70}}, Order::later, 1));
  CHECK(edges(eras, measure.text()) == "[1 always on]");
  eras.push_back(era("2009-01-12", {}, {{"2006-01-01", 70}}, Order::later, 3));
  CHECK(edges(eras, measure.text()) == "[1 always 2009-01-12][3 2009-01-12 on]");
  // One that reaches back behind the second leaves that no day.
  eras.push_back(era("2009-06-01", "2008-01-01", {{"2006-01-01", 70}}, Order::later, 5));
  CHECK(edges(eras, measure.text()) == "[1 always 2008-01-01][5 2008-01-01 on]");
  CHECK(earlier_children(eras).at(objective.text()) == std::set<std::string>{measure.text()});
  // What no version names, such as a private measure, keeps its edge.
  CHECK(edges(eras, MeasureId::make(random_source).text()) == "[9 always on]");
}

TEST_CASE("two keys that a later version asks for count from its own day, and go on while versions ask for them") {
  auto asked = [](const char* in_force, std::optional<const char*> named, std::optional<const char*> from, Order order) {
    charter::Charter charter;
    charter.in_force_at = parse_instant(std::string(in_force) + "T15:00:00Z");
    if (named) charter.effective_from = parse_date(*named);
    charter::Document document;
    scorecard::Measure m;
    m.id = measure;
    m.two_keys = true;
    if (from) m.two_keys_from = parse_date(*from);
    document.measures.push_back(m);
    return era_of(charter, document, order, "UTC");
  };
  auto day = [](std::span<const Era> eras) {
    auto days = two_keys_days(eras);
    auto found = days.find(measure);
    return found == days.end() ? std::string("no") : found->second ? found->second->text() : std::string("always");
  };
  std::vector<Era> eras = {era("2006-03-06", {}, {}, Order::first)};
  CHECK(day(eras) == "no");
  eras.push_back(asked("2008-03-10", "2008-01-01", "2008-02-20", Order::later));
  CHECK(day(eras) == "2008-03-10");
  eras.push_back(asked("2009-01-12", {}, "2008-02-20", Order::later));
  CHECK(day(eras) == "2008-03-10");
  eras.push_back(era("2009-03-02", {}, {}, Order::later));
  CHECK(day(eras) == "no");
  eras.push_back(asked("2009-06-01", {}, "2009-09-01", Order::later));
  CHECK(day(eras) == "2009-09-01");
  // The first version says of the days before it what the draft said.
  eras = {asked("2006-03-06", {}, {}, Order::first)};
  CHECK(day(eras) == "always");
  eras = {asked("2006-03-06", {}, "2006-02-01", Order::first)};
  CHECK(day(eras) == "2006-02-01");
}
