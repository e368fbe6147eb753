// A reading of contents that are made here, without a database: what is judged of them, and what becomes of it when values change.
#include "model/reading.hpp"

#include <doctest/doctest.h>

#include "base/random.hpp"

namespace {

using namespace entente;
using namespace entente::model;
namespace ev = scorecard::evaluation;

constexpr const char* hundred_points = R"({"type":"bands","edges":[0,100]})";  ///< a value is its own score

/// A small plan: the objectives O1 and O2 in one theme.
struct Plan {
  SeededRandom random{7};
  std::shared_ptr<Contents> contents = std::make_shared<Contents>();
  std::map<std::string, MeasureId> measures;
  std::map<std::string, ObjectiveId> objectives;
  ThemeId theme = ThemeId::make(random);

  Plan() {
    contents->alliance.id = AllianceId::make(random);
    contents->spaces.shared = SpaceId::make(random);
    strategy::Theme item;
    item.id = theme;
    item.name = "Cost";
    contents->themes.push_back(item);
    for (const char* code : {"O1", "O2"}) {
      strategy::Objective objective;
      objective.id = objectives[code] = ObjectiveId::make(random);
      objective.code = code;
      objective.theme = theme;
      contents->objectives.push_back(objective);
    }
  }
  scorecard::Measure& add(const std::string& code, Frequency frequency, scorecard::Aggregation aggregation, const std::string& formula = "",
                          const std::string& scoring = "", const std::string& objective = "O1") {
    scorecard::Measure measure;
    measure.id = measures[code] = MeasureId::make(random);
    measure.space = contents->spaces.shared;
    measure.objective = objectives.at(objective);
    measure.code = measure.name = code;
    measure.frequency = frequency;
    measure.aggregation = aggregation;
    measure.formula = formula;
    if (!scoring.empty()) {
      scorecard::Target target;
      target.measure = measure.id;
      target.effective_from = parse_date("2006-01-01");
      target.scoring.text = scoring;
      contents->targets[measure.id].push_back(target);
    }
    contents->measures.push_back(measure);
    return contents->measures.back();
  }
  static Cell cell(const std::string& period, const std::string& value) {
    Cell out;
    out.period = parse_period(period);
    out.value = value;
    return out;
  }
  /// Oldest first.
  static ValuesPointer values(const std::vector<std::pair<const char*, const char*>>& said) {
    auto out = std::make_shared<Values>();
    for (const auto& [period, value] : said) out->actual.push_back(cell(period, value));
    return out;
  }
  void put(const std::string& code, const std::vector<std::pair<const char*, const char*>>& said) { contents->observations[measures.at(code)] = values(said); }
  std::string value(const Reading& reading, const std::string& code, const std::string& period) const {
    const Cell* found = reading.cell(measures.at(code), parse_period(period));
    return !found ? "none" : found->error ? "error" : found->value.value_or("empty");
  }
  ev::Level level(const Reading& reading, const std::string& code, const std::string& day) const {
    auto measure = measures.find(code);
    NodeIndex node = measure != measures.end() ? reading.node(measure->second) : reading.node(objectives.at(code));
    return reading.as_of(parse_date(day))->levels[node];
  }
  std::string score(const Reading& reading, const std::string& code, const std::string& day) const {
    auto found = level(reading, code, day);
    return found.has_score ? ev::hundred(found.score).text_rounded(2) : "none";
  }
};

}  // namespace

TEST_CASE("what was let in once and cannot be judged makes nothing else unreadable") {
  Plan it;
  auto& gone = it.add("GONE", Frequency::month, scorecard::Aggregation::last, "", hundred_points, "O2");
  gone.starts = gone.retired = parse_date("2009-12-15");
  it.add("M", Frequency::month, scorecard::Aggregation::last, "", hundred_points);
  it.put("GONE", {{"2009-12", "90"}});
  it.put("M", {{"2009-12", "90"}});
  it.contents->objectives[0].method = strategy::Method::k_of_n;
  it.contents->objectives[0].k = 3;
  it.contents->themes[0].method = strategy::Method::manual;
  it.contents->alliance.method = strategy::Method::k_of_n;
  Reading reading(it.contents);
  // Though its only day lies within December.
  CHECK(it.level(reading, "GONE", "2009-12-31").state == ev::State::undefined);
  CHECK(it.level(reading, "O2", "2009-12-31").state == ev::State::undefined);
  // Fewer than three are green or yellow.
  CHECK(it.score(reading, "M", "2009-12-31") == "90");
  CHECK(it.score(reading, "O1", "2009-12-31") == "0");
  CHECK(it.level(reading, "O1", "2009-12-31").light == ev::Light::red);
  // There is no light that was set by hand, and no number of themes.
  auto now = reading.as_of(parse_date("2009-12-31"));
  CHECK(now->levels[reading.node(it.theme)].state == ev::State::unscored);
  CHECK(now->levels[reading.alliance_node()].state == ev::State::unscored);
  it.contents->alliance.method = strategy::Method::manual;
  CHECK_NOTHROW(Reading(it.contents));
}

TEST_CASE("a formula with a division aggregates its inputs first, in longer formulas and in views") {
  Plan it;
  it.add("A", Frequency::month, scorecard::Aggregation::sum);
  it.add("B", Frequency::month, scorecard::Aggregation::sum);
  it.add("M", Frequency::month, scorecard::Aggregation::mean, "A / B", R"({"type":"higher","red":0,"green":1})");
  it.add("S", Frequency::month, scorecard::Aggregation::mean, "A + B", R"({"type":"higher","red":0,"green":1})");
  it.add("Q", Frequency::quarter, scorecard::Aggregation::last, "M");
  it.put("A", {{"2009-10", "1"}, {"2009-11", "1"}, {"2009-12", "10"}});
  it.put("B", {{"2009-10", "1"}, {"2009-11", "1"}, {"2009-12", "100"}});
  Reading reading(it.contents);
  CHECK(it.value(reading, "M", "2009-12") == "0.1");
  CHECK(it.value(reading, "Q", "2009-Q4") == "0.117647059");  // 12 / 102, not the mean of 1, 1 and 0.1
  ev::Question question{parse_date("2009-12-31"), ev::View::quarter, 12, ev::Channels::level};
  auto view = reading.in_view(question);
  const auto& quarter = view.levels[reading.node(it.measures.at("M"))];
  CHECK(quarter.state == ev::State::value);
  CHECK(quarter.value.text_rounded(9) == "0.117647059");
  CHECK(quarter.light == ev::Light::yellow);
  // Without a division the months are aggregated: (2 + 2 + 110) / 3.
  CHECK(view.levels[reading.node(it.measures.at("S"))].value.text_rounded(9) == "38");
  // A month that is missing makes a sum of the inputs missing, and so what is made of it.
  auto gap = reading.with_values(it.measures.at("B"), Plan::values({{"2009-10", "1"}, {"2009-12", "100"}}));
  CHECK(gap->in_view(question).levels[gap->node(it.measures.at("M"))].state == ev::State::pending);
}

TEST_CASE("values of another series leave what is computed as it is") {
  Plan it;
  it.add("A", Frequency::month, scorecard::Aggregation::sum);
  it.add("M", Frequency::month, scorecard::Aggregation::sum, "A * 2", hundred_points);
  it.add("N", Frequency::month, scorecard::Aggregation::sum, "M + 1");
  it.put("A", {{"2009-12", "20"}});
  auto reading = std::make_shared<const Reading>(it.contents);
  CHECK(it.value(*reading, "M", "2009-12") == "40");
  auto given = std::make_shared<Values>(*Plan::values({{"2009-12", "77"}}));  // from before it had its formula
  given->target.push_back(Plan::cell("2009-12", "5"));
  auto after = reading->with_values(it.measures.at("M"), given);
  CHECK(it.value(*after, "M", "2009-12") == "40");
  CHECK(it.value(*after, "N", "2009-12") == "41");
  CHECK(it.score(*after, "M", "2009-12-31") == "40");
  CHECK(after->contents().observations.at(it.measures.at("M"))->target.size() == 1);
  // Built anew, it is the same.
  it.contents->observations[it.measures.at("M")] = given;
  Reading anew(it.contents);
  CHECK(it.value(anew, "M", "2009-12") == "40");
  CHECK(anew.contents().observations.at(it.measures.at("M"))->target.size() == 1);
}

TEST_CASE("values of shorter periods reach formulas, with or without a target") {
  Plan it;
  it.add("A", Frequency::month, scorecard::Aggregation::sum);
  it.add("F", Frequency::month, scorecard::Aggregation::sum, "A * 2");
  it.add("G", Frequency::quarter, scorecard::Aggregation::sum, "A");
  // The Thursdays of November 2009 are those of the weeks 45 to 48.
  it.put("A", {{"2009-W45", "1"}, {"2009-W46", "2"}, {"2009-W47", "3"}, {"2009-W48", "4"}});
  Reading reading(it.contents);
  CHECK(it.value(reading, "F", "2009-11") == "20");
  CHECK(it.value(reading, "G", "2009-Q4") == "none");  // October and December are missing
}

TEST_CASE("formulas that go in two circles keep no other from being worked out") {
  Plan it;
  it.add("A", Frequency::month, scorecard::Aggregation::sum);
  it.add("F1", Frequency::month, scorecard::Aggregation::sum, "F2 + A");
  it.add("F2", Frequency::month, scorecard::Aggregation::sum, "F1 + A");
  it.add("G1", Frequency::month, scorecard::Aggregation::sum, "G2 + A");
  it.add("G2", Frequency::month, scorecard::Aggregation::sum, "G1 + A");
  it.add("H", Frequency::month, scorecard::Aggregation::sum, "A * 2");
  it.put("A", {{"2009-12", "3"}});
  Reading reading(it.contents);
  CHECK(it.value(reading, "H", "2009-12") == "6");
  for (const char* code : {"F1", "F2", "G1", "G2"}) CHECK(it.value(reading, code, "2009-12") == "error");
  const auto& first = reading.contents().observations.at(it.measures.at("G1"))->actual;
  CHECK(first.back().reason.find("G1 → G2 → G1") != std::string::npos);
}

TEST_CASE("a formula that takes more than its share of the steps ends with an error, and harms no other") {
  Plan it;
  // Three sums of 99 square roots are some 60,600 steps a day: of 20 million, the half of two formulas, for 330 days.
  std::string roots = "SQRT(S)";
  for (int i = 1; i < 99; ++i) roots += ",SQRT(S)";
  it.add("S", Frequency::day, scorecard::Aggregation::last);
  it.add("X", Frequency::day, scorecard::Aggregation::last, fmt::format("SUM(SUM({0}),SUM({0}),SUM({0}))", roots)).nulls = scorecard::formula::Nulls::zero;
  it.add("Y", Frequency::day, scorecard::Aggregation::last, "S * 2");
  it.put("S", {{"2007-01-01", "1"}, {"2009-09-27", "4"}});
  Reading reading(it.contents);
  const auto& cells = reading.contents().observations.at(it.measures.at("X"))->actual;
  CHECK(cells.size() > 300);
  CHECK(cells.size() < 400);
  CHECK(cells.front().value == "297");
  CHECK(cells.back().error);
  CHECK(cells.back().period == parse_period("2009-09-27"));
  CHECK(cells.back().reason == "The formula takes too many steps over all its periods: more than 20000000.");
  CHECK(it.value(reading, "Y", "2009-09-27") == "8");
}

TEST_CASE("what a later version moves counts for earlier days where it was") {
  Plan it;
  it.add("M", Frequency::month, scorecard::Aggregation::last, "", hundred_points, "O2");
  it.add("N", Frequency::month, scorecard::Aggregation::last, "", hundred_points, "O1");
  it.put("M", {{"2008-06", "80"}, {"2008-07", "80"}});
  it.put("N", {{"2008-06", "40"}, {"2008-07", "40"}});
  const std::string theme = it.theme.text(), first = it.objectives.at("O1").text(), second = it.objectives.at("O2").text();
  Era then, now;
  then.in_force = parse_date("2006-04-03");
  for (const auto& [child, parent] : {std::pair{it.measures.at("M").text(), first}, {it.measures.at("N").text(), first}, {first, theme}, {second, theme},
                                      {theme, it.contents->alliance.id.text()}})
    then.edges[child] = {parent, Decimal::from_integer(1), false};
  now.edges = then.edges;
  now.edges[it.measures.at("M").text()].parent = second;
  now.from = now.in_force = parse_date("2008-07-01");
  it.contents->eras = {then, now};
  Reading reading(it.contents);
  CHECK(it.score(reading, "O1", "2008-06-30") == "60");
  CHECK(it.level(reading, "O2", "2008-06-30").state == ev::State::undefined);
  CHECK(it.score(reading, "O1", "2008-07-31") == "40");
  CHECK(it.score(reading, "O2", "2008-07-31") == "80");
}
