#include "scorecard/evaluation/model.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace entente;
using namespace entente::scorecard::evaluation;

namespace {

Scoring higher(int red, int green) {
  Scoring scoring;
  scoring.type = ScoringType::higher;
  scoring.red = Decimal::from_integer(red);
  scoring.green = Decimal::from_integer(green);
  return scoring;
}

/// A value from 0 to 100 that is its own score.
Scoring plain() {
  Scoring scoring;
  scoring.type = ScoringType::bands;
  scoring.edges = {Decimal(), Decimal::from_integer(100)};
  return scoring;
}

MeasureDefinition measure(std::string code, Frequency frequency = Frequency::month,
                          Aggregation aggregation = Aggregation::last) {
  MeasureDefinition definition;
  definition.code = std::move(code);
  definition.frequency = frequency;
  definition.aggregation = aggregation;
  definition.scorings = {{always, plain()}};
  return definition;
}

ParentDefinition parent(std::string code, std::vector<Child> children) {
  ParentDefinition definition;
  definition.code = std::move(code);
  definition.children = std::move(children);
  return definition;
}

Observation seen(std::string_view period, int value) {
  Observation observation;
  observation.period = parse_period(period);
  observation.value = Decimal::from_integer(value);
  return observation;
}

/// Puts values into consecutive periods.
void fill(Model& model, NodeIndex node, std::string_view first, std::initializer_list<int> values) {
  Period period = parse_period(first);
  for (const int value : values) {
    Observation observation = seen(first, value);
    observation.period = period;
    model.put(node, observation);
    period = period.next();
  }
}

std::string of(const Level& level) {
  return level.has_score ? hundred(level.score).text_rounded(2) : "none";
}
Level level_of(const Model& model, std::string_view code, Question question) {
  return model.evaluate(question).levels[*model.find(code)];
}
Question on(std::string_view day, View view = View::own, int rolling = 12) {
  return {parse_date(day), view, rolling, Channels::level};
}

}  // namespace

TEST_CASE("a period is judged by the definition in force on its last day") {
  MeasureDefinition definition = measure("M");
  definition.scorings = {{always, higher(500, 700)}, {parse_date("2008-06-15"), higher(800, 900)}};
  Model model({{}, {definition}, {}});
  fill(model, 0, "2008-05", {700, 700, 700});
  const Level may = level_of(model, "M", on("2008-05-31"));
  CHECK(may.light == Light::green);
  CHECK((may.flags & target_moved) == 0);
  const Level june = level_of(model, "M", on("2008-06-30"));
  CHECK(june.light == Light::red);
  CHECK((june.flags & target_moved) != 0);
  const Level july = level_of(model, "M", on("2008-07-31"));
  CHECK(july.light == Light::red);
  CHECK((july.flags & target_moved) == 0);
  const auto history = model.history(0, parse_date("2008-07-31"), 3);
  CHECK(history[0].edges.at[1] == Decimal::from_integer(700));
  CHECK(history[1].edges.at[1] == Decimal::from_integer(900));
  // A carried value keeps the score that it had.
  model.remove(0, parse_period("2008-06"));
  const Level carried = level_of(model, "M", on("2008-06-30"));
  CHECK(carried.state == State::stale);
  CHECK(carried.light == Light::green);
}

TEST_CASE("a measure that starts mid-year, and one that is retired") {
  MeasureDefinition definition = measure("M", Frequency::month, Aggregation::sum);
  definition.starts = parse_date("2008-04-01");
  definition.retired = parse_date("2008-10-01");
  Model model({{}, {definition}, {parent("O", {{"M"}})}});
  fill(model, 0, "2008-04", {10, 20, 30});
  CHECK(level_of(model, "M", on("2008-03-31")).state == State::undefined);
  CHECK(level_of(model, "O", on("2008-03-31")).state == State::undefined);
  CHECK(level_of(model, "M", on("2008-06-30", View::year_to_date)).value ==
        Decimal::from_integer(60));  // three of three months
  CHECK(level_of(model, "M", on("2008-09-30")).state == State::missing);
  CHECK(level_of(model, "M", on("2008-10-31")).state == State::undefined);
  CHECK(level_of(model, "O", on("2008-06-30")).light == Light::red);  // as it was: 30
}

TEST_CASE("views aggregate own periods; the thresholds of a sum add up") {
  MeasureDefinition definition = measure("M", Frequency::month, Aggregation::sum);
  definition.scorings = {{always, higher(10, 20)}};
  MeasureDefinition mean = measure("N", Frequency::month, Aggregation::mean);
  mean.scorings = {{always, higher(10, 20)}};
  MeasureDefinition yearly = measure("Y", Frequency::year);
  Model model({{}, {definition, mean, yearly}, {}});
  for (const NodeIndex node : {0U, 1U}) fill(model, node, "2007-06", {99, 1, 1, 1, 1, 1, 1, 5, 10, 15, 10, 20, 30});
  model.put(2, seen("2007", 70));
  // April to June: 10 + 20 + 30 = 60, exactly three times 20.
  const Level quarter = level_of(model, "M", on("2008-06-30", View::quarter));
  CHECK(quarter.value == Decimal::from_integer(60));
  CHECK(quarter.light == Light::green);
  CHECK(of(quarter) == "66.67");
  CHECK(level_of(model, "N", on("2008-06-30", View::quarter)).value == Decimal::from_integer(20));
  CHECK(of(level_of(model, "N", on("2008-06-30", View::quarter))) == "66.67");
  CHECK(level_of(model, "M", on("2008-05-15", View::quarter)).value == Decimal::from_integer(30));  // January to March
  CHECK(level_of(model, "M", on("2008-06-30", View::half)).value == Decimal::from_integer(90));
  CHECK(level_of(model, "M", on("2008-04-30", View::year_to_date)).value == Decimal::from_integer(40));
  CHECK(level_of(model, "M", on("2008-06-30", View::rolling, 2)).value == Decimal::from_integer(50));
  CHECK(level_of(model, "M", on("2008-06-30", View::year_ago)).value == Decimal::from_integer(99));
  // A coarse value is never split.
  const Level covered = level_of(model, "Y", on("2008-06-30", View::quarter));
  CHECK(covered.value == Decimal::from_integer(70));
  CHECK((covered.flags & covering) != 0);
  CHECK(covered.shown.text() == "2007");
  // An incomplete sum is missing, and the quarter before stands in; an incomplete mean is provisional.
  model.remove(0, parse_period("2008-05"));
  model.remove(1, parse_period("2008-05"));
  const Level incomplete = level_of(model, "M", on("2008-06-30", View::quarter));
  CHECK(incomplete.state == State::stale);
  CHECK(incomplete.value == Decimal::from_integer(30));
  const Level provisional_mean = level_of(model, "N", on("2008-06-30", View::quarter));
  CHECK(provisional_mean.value == Decimal::from_integer(20));  // (10 + 30) / 2
  CHECK((provisional_mean.flags & provisional) != 0);
  CHECK(provisional_mean.have == 2);
  CHECK(provisional_mean.of == 3);
}

TEST_CASE("a view by another fiscal year takes the months that make it up, and a quarter that is no part of it stays whole") {
  Model model({{},
               {measure("M", Frequency::month, Aggregation::sum), measure("Q", Frequency::quarter, Aggregation::sum), measure("Y", Frequency::year)},
               {}});
  fill(model, 0, "2008-01", {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
  fill(model, 1, "2008-Q1", {10, 20, 30, 40});
  model.put(2, seen("2008", 70));
  const auto by = [](int first_month, std::string_view day, View view) {
    Question question = on(day, view);
    question.fiscal = Calendar(first_month, 1, CalendarKind::months);
    return question;
  };
  // From October: October to December of the calendar year are the first quarter, and the year so far.
  CHECK(level_of(model, "M", by(10, "2008-12-31", View::quarter)).value == Decimal::from_integer(33));
  CHECK(level_of(model, "M", by(10, "2008-12-31", View::year_to_date)).value == Decimal::from_integer(33));
  CHECK(level_of(model, "M", by(10, "2008-12-31", View::half)).value == Decimal::from_integer(39));  // April to September
  CHECK(level_of(model, "Q", by(10, "2008-12-31", View::half)).value == Decimal::from_integer(50));  // the same
  CHECK(level_of(model, "Q", by(10, "2008-12-31", View::year_to_date)).value == Decimal::from_integer(40));
  CHECK((level_of(model, "Q", by(10, "2008-12-31", View::quarter)).flags & covering) == 0);
  // From February: August to October.
  CHECK(level_of(model, "M", by(2, "2008-12-31", View::quarter)).value == Decimal::from_integer(27));
  CHECK(level_of(model, "M", by(2, "2008-12-31", View::year_to_date)).value == Decimal::from_integer(77));
  for (const View view : {View::quarter, View::half, View::year_to_date}) {
    const Level whole = level_of(model, "Q", by(2, "2008-12-31", view));
    CHECK(whole.value == Decimal::from_integer(40));
    CHECK((whole.flags & covering) != 0);
    CHECK((level_of(model, "Y", by(2, "2008-12-31", view)).flags & covering) != 0);
  }
  // A year that begins within the alliance's cannot have the alliance's year so far.
  CHECK((level_of(model, "Y", on("2008-12-31", View::year_to_date)).flags & covering) == 0);
  // What no fiscal year changes.
  for (const View view : {View::own, View::rolling, View::year_ago})
    CHECK(level_of(model, "M", by(2, "2008-12-31", view)).value == level_of(model, "M", on("2008-12-31", view)).value);
}

TEST_CASE("a view by another fiscal year is that of a scorecard with this year, for all that is not longer than a month") {
  rc::check("each calendar, view and day", [] {
    const auto calendar = [] {
      return Calendar(*rc::gen::inRange(1, 13), *rc::gen::inRange(1, 32),
                      *rc::gen::element(CalendarKind::months, CalendarKind::weeks_445, CalendarKind::iso_weeks));
    };
    const Calendar own = calendar(), fiscal = calendar();
    const auto frequency = *rc::gen::element(Frequency::day, Frequency::week, Frequency::month);
    const auto aggregation = *rc::gen::element(Aggregation::sum, Aggregation::mean, Aggregation::last, Aggregation::max);
    Model with_own({own, {measure("M", frequency, aggregation)}, {}}), with_fiscal({fiscal, {measure("M", frequency, aggregation)}, {}});
    const Date day = parse_date("2008-01-01") + *rc::gen::inRange(0, 1200);
    Period period = own.last_ended(day, frequency);
    for (int back = 0; back < (frequency == Frequency::day ? 400 : frequency == Frequency::week ? 60 : 14); ++back, period = period.previous()) {
      if (back % 7 == 6) continue;
      Observation observation;
      observation.period = period;
      observation.value = Decimal::from_integer(*rc::gen::inRange(0, 100));
      with_own.put(0, observation);
      with_fiscal.put(0, observation);
    }
    Question question{day, *rc::gen::element(View::quarter, View::half, View::year_to_date), 12, Channels::level, {}};
    const Level expected = level_of(with_fiscal, "M", question);
    question.fiscal = fiscal;
    const Level seen_by = level_of(with_own, "M", question);
    RC_ASSERT(seen_by.value == expected.value);
    RC_ASSERT(seen_by.state == expected.state);
    RC_ASSERT(seen_by.have == expected.have);
    RC_ASSERT(seen_by.of == expected.of);
  });
}

TEST_CASE("two calendars see two years to date, and a year of 53 weeks has 53 parts") {
  for (const int first_month : {1, 4}) {
    Model model(
        {Calendar(first_month, 1, CalendarKind::months), {measure("M", Frequency::month, Aggregation::sum)}, {}});
    fill(model, 0, "2008-01", {1, 1, 1, 1, 1, 1});
    CHECK(level_of(model, "M", on("2008-06-30", View::year_to_date)).value ==
          Decimal::from_integer(first_month == 1 ? 6 : 3));
  }
  Model weeks({Calendar(1, 1, CalendarKind::iso_weeks), {measure("W", Frequency::year, Aggregation::sum)}, {}});
  Period week = parse_period("2009-W01");
  for (int i = 0; i < 52; ++i, week = week.next())
    weeks.put(0, [&] {
      auto o = seen("2009-W01", 1);
      o.period = week;
      return o;
    }());
  CHECK(level_of(weeks, "W", on("2010-01-31")).state == State::missing);
  weeks.put(0, seen("2009-W53", 1));
  CHECK(level_of(weeks, "W", on("2010-01-31")).value == Decimal::from_integer(53));
}

TEST_CASE("an override changes the light until its expiry; the computed one stays") {
  ParentDefinition objective = parent("O", {{"M"}});
  objective.overrides = {{Light::green, parse_date("2008-05-01"), parse_date("2008-06-30"), "one bad site only"}};
  Model model({{}, {measure("M")}, {objective, parent("T", {{"O", Decimal::from_integer(1), true}})}});
  fill(model, 0, "2008-04", {10, 10, 10, 10});
  const Level before = level_of(model, "O", on("2008-04-30"));
  CHECK(before.light == Light::red);
  const Level during = level_of(model, "O", on("2008-06-30"));
  CHECK(during.light == Light::green);
  CHECK(during.computed == Light::red);
  CHECK((during.flags & overridden) != 0);
  CHECK(of(during) == "10");
  CHECK_FALSE(level_of(model, "T", on("2008-06-30")).capped);         // the mandatory link looks at the light
  CHECK(level_of(model, "T", on("2008-06-30")).light == Light::red);  // its own score is 10
  CHECK(level_of(model, "O", on("2008-07-31")).light == Light::red);
}

TEST_CASE("weights are those of the day") {
  const Decimal one = Decimal::from_integer(1);
  ParentDefinition objective = parent("O", {{"M", one, false, always, parse_date("2008-06-01")},
                                            {"N"},
                                            {"M", Decimal::from_integer(3), false, parse_date("2008-06-01")}});
  Model model({{}, {measure("M"), measure("N")}, {objective}});
  fill(model, 0, "2008-05", {80, 80});
  fill(model, 1, "2008-05", {40, 40});
  CHECK(of(level_of(model, "O", on("2008-05-31"))) == "60");
  CHECK(of(level_of(model, "O", on("2008-06-30"))) == "70");
}

TEST_CASE("doubt does not vanish on the way up") {
  Model model({{}, {measure("M"), measure("N")}, {parent("O", {{"M"}, {"N"}}), parent("T", {{"O"}})}});
  fill(model, 0, "2008-06", {80});
  const Level theme = level_of(model, "T", on("2008-06-30"));
  CHECK(of(theme) == "80");
  CHECK(theme.coverage == score_unit);
  CHECK(hundred(theme.low).text() == "40");
  CHECK(hundred(theme.high).text() == "90");
  CHECK(theme.split);
}

TEST_CASE("a disputed value counts, and its interval spans both") {
  Model model({{}, {measure("M")}, {parent("O", {{"M"}}), parent("T", {{"O"}})}});
  Observation observation = seen("2008-06", 80);
  observation.flags = disputed;
  observation.other = Decimal::from_integer(50);
  model.put(0, observation);
  const Evaluation now = model.evaluate(on("2008-06-30"));
  CHECK(of(now.levels[0]) == "80");
  CHECK(hundred(now.levels[0].low).text() == "50");
  CHECK(now.levels[0].split);
  CHECK((now.levels[1].flags & disputed) != 0);
  CHECK(hundred(now.levels[2].low).text() == "50");
}

TEST_CASE("in a longer period a disputed value spans what comes of both sides") {
  Model model({{}, {measure("M", Frequency::month, Aggregation::sum), measure("N", Frequency::month, Aggregation::mean)}, {}});
  // The weeks of June 2008; the other side counted 5 in the second: 3 · 20 + 5.
  fill(model, 0, "2008-W23", {20, 20, 20, 20});
  Observation week = seen("2008-W24", 20);
  week.flags = disputed;
  week.other = Decimal::from_integer(5);
  model.put(0, week);
  const Level month = level_of(model, "M", on("2008-06-30"));
  CHECK(of(month) == "80");
  CHECK(hundred(month.low).text() == "65");
  CHECK(hundred(month.high).text() == "80");
  CHECK(month.split);
  // A quarter of 80, 80 and 80, or of 80, 20 and 80.
  fill(model, 1, "2008-04", {80, 80, 80});
  Observation may = seen("2008-05", 80);
  may.flags = disputed;
  may.other = Decimal::from_integer(20);
  model.put(1, may);
  const Level quarter = level_of(model, "N", on("2008-06-30", View::quarter));
  CHECK(of(quarter) == "80");
  CHECK(hundred(quarter.low).text() == "60");
  CHECK((quarter.flags & disputed) != 0);
  CHECK(quarter.split);
}

TEST_CASE("a dispute is shown by the objective in which the measure counts on the day") {
  const Decimal one = Decimal::from_integer(1);
  Model model({{},
               {measure("M"), measure("N")},
               {parent("O", {{"M", one, false, always, parse_date("2008-06-01")}, {"N"}}), parent("P", {{"M", one, false, parse_date("2008-06-01")}})}});
  fill(model, 1, "2008-06", {40});
  Observation june = seen("2008-06", 80);
  june.flags = disputed;
  model.put(0, june);
  CHECK((level_of(model, "O", on("2008-06-30")).flags & disputed) == 0);
  CHECK((level_of(model, "P", on("2008-06-30")).flags & disputed) != 0);
}

TEST_CASE("what is impossible is refused where it is given, and left out where it is stored") {
  MeasureDefinition brief = measure("B");
  brief.starts = brief.retired = parse_date("2008-06-15");
  MeasureDefinition wrong = measure("W");
  wrong.base = 3;
  wrong.scorings = {{always, higher(700, 500)}};
  ParentDefinition three = parent("O", {{"M"}, {"B"}, {"W"}, {"M2", Decimal::from_integer(-1)}});
  three.method = Method::k_of_n;
  three.k = 5;
  ParentDefinition manual = parent("T", {{"O"}, {"X"}});
  manual.method = Method::manual;
  const Definition definition{{}, {measure("M"), measure("M2"), brief, wrong}, {three, manual}};
  try {
    Model refused(definition);
    FAIL("accepted");
  } catch (const Error& error) {
    std::vector<std::string> paths;
    for (const FieldError& field : error.fields()) paths.push_back(field.path);
    CHECK(paths == std::vector<std::string>{"measures[2].retired", "measures[3].base", "measures[3].scoring.green", "parents[0].k",
                                            "parents[0].children[3].weight", "parents[1].reason", "parents[1].children[1].code"});
  }
  Model model(definition, Origin::stored);
  for (const NodeIndex node : {0U, 1U, 2U, 3U}) fill(model, node, "2008-06", {90});
  const Evaluation now = model.evaluate(on("2008-06-30"));
  CHECK(of(now.levels[0]) == "90");
  CHECK(now.levels[2].state == State::undefined);
  CHECK(now.levels[3].state == State::undefined);
  CHECK(of(now.levels[4]) == "0");
  CHECK(now.levels[4].light == Light::red);
  CHECK(now.levels[5].state == State::unscored);
}

TEST_CASE("trends of measures, of seasonal ones and of parents") {
  MeasureDefinition seasonal = measure("S", Frequency::quarter);
  seasonal.seasonal = true;
  Model model({{}, {measure("M"), seasonal}, {parent("O", {{"M"}}), parent("P", {{"M"}, {"S"}})}});
  fill(model, 0, "2007-11", {50, 52, 54, 56, 58, 60, 62, 64});  // 2 a month over 7 months: 14 points
  fill(model, 1, "2006-Q3", {10, 90, 20, 80, 16, 96, 26, 86});  // each 6 more than a year ago
  const Evaluation now = model.evaluate({parse_date("2008-06-30")});
  CHECK(now.trends[0] == Trend::better);
  CHECK(now.trends[1] == Trend::better);
  CHECK(now.trends[2] == Trend::better);
  // P moves by quarters: at the ends of 2007-Q4, 2008-Q1 and Q2 both are known (M begins in November); before, S alone
  // makes half of the weight. M is unknown then, S has 10 90 20 80 16: coverage is exactly a half, so all eight count.
  CHECK(now.strips.size() == 2);
  model.remove(0, parse_period("2008-06"));
  CHECK(model.evaluate({parse_date("2008-06-30")}).trends[0] == Trend::better);  // seven values, 12 points
  const auto strip = model.strip(Frequency::quarter, parse_date("2008-06-30"), 8);
  CHECK(strip.periods.front().text() == "2006-Q3");
  CHECK(strip.at(7, 1).score == *std::optional(static_cast<Score>(divide_half_even(Int128{86} * full_score, 100))));
}

TEST_CASE("a signal needs its own values; a cumulative series has none") {
  MeasureDefinition cumulative = measure("C");
  cumulative.cumulative = true;
  Model model({{}, {measure("M"), cumulative}, {}});
  for (const NodeIndex node : {0U, 1U}) fill(model, node, "2008-01", {50, 52, 50, 52, 50, 52});
  const Evaluation now = model.evaluate({parse_date("2008-08-31")});  // two months without a value
  CHECK(now.levels[0].state == State::missing);
  CHECK(now.signals[0].points == 6);
  CHECK(now.signals[0].limits == Limits::trial);
  CHECK(now.signals[1].limits == Limits::none);
  CHECK(now.signals[1].points == 6);
}

TEST_CASE("observations that cannot be are refused, and change nothing") {
  Model model({{}, {measure("M", Frequency::quarter, Aggregation::sum)}, {}});
  const auto refused = [&](const Observation& observation) {
    try {
      model.put(0, observation);
    } catch (const Error& error) {
      return error.fields().front().path + " " + error.fields().front().code;
    }
    return std::string("accepted");
  };
  CHECK(refused(seen("2008", 1)) == "period period_too_coarse");
  CHECK(refused(seen("2008-04", 1)) == "accepted");
  CHECK(refused(seen("2008-W20", 1)) == "period mixed_periods");
  Observation empty = seen("2008-Q1", 1);
  empty.value = {};
  CHECK(refused(empty) == "value required");
  empty.numerator = Decimal::from_integer(1);
  CHECK(refused(empty) == "denominator required");
  empty = seen("2008-Q1", 1);
  empty.state = State::stale;
  CHECK(refused(empty) == "state unknown_state");
  // An observation of the period itself goes before its parts, and comes away again.
  fill(model, 0, "2008-04", {1, 2, 3});
  CHECK(level_of(model, "M", on("2008-06-30")).value == Decimal::from_integer(6));
  CHECK(refused(seen("2008-Q2", 50)) == "accepted");
  CHECK(level_of(model, "M", on("2008-06-30")).value == Decimal::from_integer(50));
  model.remove(0, parse_period("2008-Q2"));
  CHECK(level_of(model, "M", on("2008-06-30")).value == Decimal::from_integer(6));
  model.remove(0, parse_period("2008-05"));
  CHECK(level_of(model, "M", on("2008-06-30")).state == State::missing);
}

namespace {

/// A small random scorecard, with all that a roll-up can have.
Definition any_definition() {
  Definition definition;
  const int measures = *rc::gen::inRange(2, 7);
  for (int i = 0; i < measures; ++i) {
    MeasureDefinition one =
        measure("M" + std::to_string(i), *rc::gen::element(Frequency::month, Frequency::quarter, Frequency::week));
    one.carry = *rc::gen::inRange(0, 3);
    one.grace = *rc::gen::element(0, 10);
    one.seasonal = *rc::gen::inRange(0, 4) == 0;
    definition.measures.push_back(std::move(one));
  }
  std::vector<std::string> below;
  for (int i = 0; i < measures; ++i) below.push_back("M" + std::to_string(i));
  const int parents = *rc::gen::inRange(1, 6);
  for (int i = 0; i < parents; ++i) {
    ParentDefinition one = parent("P" + std::to_string(i), {});
    for (const std::string& code : below)
      if (*rc::gen::inRange(0, 2))
        one.children.push_back({code, Decimal::from_integer(*rc::gen::inRange(1, 9)), *rc::gen::inRange(0, 5) == 0});
    one.method = *rc::gen::element(Method::mean, Method::worst, Method::best, Method::median);
    one.red_override = *rc::gen::inRange(0, 4) == 0;
    below.push_back(one.code);
    definition.parents.push_back(std::move(one));
  }
  return definition;
}

Observation any_observation(Frequency frequency, const Calendar& calendar) {
  Observation observation;
  observation.period = calendar.period_of(parse_date("2008-06-30"), frequency) - *rc::gen::inRange(0, 20);
  const int kind = *rc::gen::inRange(0, 8);
  if (kind == 0) observation.state = State::na;
  if (kind == 1) observation.state = State::missing;
  if (kind > 1) observation.value = Decimal::from_integer(*rc::gen::inRange(0, 101));
  return observation;
}

void same(const Evaluation& a, const Evaluation& b) {
  RC_ASSERT(a.trends == b.trends);
  for (std::size_t i = 0; i < a.levels.size(); ++i) {
    const Level &one = a.levels[i], &other = b.levels[i];
    RC_ASSERT(one.state == other.state);
    RC_ASSERT(one.light == other.light);
    RC_ASSERT(one.score == other.score);
    RC_ASSERT(one.low == other.low);
    RC_ASSERT(one.high == other.high);
    RC_ASSERT(one.coverage == other.coverage);
    RC_ASSERT(one.value == other.value);
    RC_ASSERT(one.flags == other.flags);
  }
  for (std::size_t i = 0; i < a.signals.size(); ++i) {
    RC_ASSERT(a.signals[i].centre == b.signals[i].centre);
    RC_ASSERT(a.signals[i].rules == b.signals[i].rules);
  }
}

}  // namespace

TEST_CASE("laws of the model") {
  CHECK(rc::check("bringing an evaluation up to date is the same as evaluating anew", [] {
    Model model(any_definition());
    const Question question{parse_date("2008-06-30"), *rc::gen::element(View::own, View::quarter, View::rolling), 3};
    Evaluation kept = model.evaluate(question);
    const int changes = *rc::gen::inRange(1, 60);
    for (int i = 0; i < changes; ++i) {
      const auto node = static_cast<NodeIndex>(*rc::gen::inRange<std::size_t>(0, model.measure_count()));
      model.put(node, any_observation(*model.frequency(node), model.calendar()));
      model.update(kept, node);
    }
    same(kept, model.evaluate(question));
  }));
  CHECK(rc::check("the order in which observations come does not matter, nor that of children", [] {
    Definition definition = any_definition();
    Model one(definition);
    for (ParentDefinition& node : definition.parents) std::reverse(node.children.begin(), node.children.end());
    Model other(definition);
    std::map<std::pair<NodeIndex, Period>, Observation> observations;
    for (int i = 0; i < 40; ++i) {
      const auto node = static_cast<NodeIndex>(*rc::gen::inRange<std::size_t>(0, one.measure_count()));
      const Observation observation = any_observation(*one.frequency(node), one.calendar());
      observations[{node, observation.period}] = observation;
    }
    for (auto at = observations.begin(); at != observations.end(); ++at) one.put(at->first.first, at->second);
    for (auto at = observations.rbegin(); at != observations.rend(); ++at) other.put(at->first.first, at->second);
    same(one.evaluate({parse_date("2008-06-30")}), other.evaluate({parse_date("2008-06-30")}));
  }));
  CHECK(rc::check("the interval contains the score, and a masked red is really red", [] {
    Model model(any_definition());
    for (int i = 0; i < 40; ++i) {
      const auto node = static_cast<NodeIndex>(*rc::gen::inRange<std::size_t>(0, model.measure_count()));
      model.put(node, any_observation(*model.frequency(node), model.calendar()));
    }
    const Evaluation now = model.evaluate({parse_date("2008-06-30")});
    for (NodeIndex node = 0; node < model.size(); ++node) {
      const Level& level = now.levels[node];
      if (level.has_score) RC_ASSERT(level.low <= level.score && level.score <= level.high);
      if (level.state == State::unknown) RC_ASSERT(level.light == Light::grey && !level.split);
      for (const NodeIndex red : model.masked(now, node))
        RC_ASSERT(now.levels[red].light == Light::red && level.light == Light::green);
    }
  }));
}
