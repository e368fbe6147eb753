#include "scorecard/evaluation/scoring.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace entente;
using namespace entente::scorecard::evaluation;

namespace {

Decimal dec(std::string_view text) {
  return parse_decimal(text);
}
const Date any_day = parse_date("2008-06-30");

Scoring limits(ScoringType type, std::string_view red, std::string_view green) {
  Scoring scoring;
  scoring.type = type;
  scoring.red = dec(red);
  scoring.green = dec(green);
  return scoring;
}

Scoring zones(ScoringType type, int red_low, int green_low, int green_high, int red_high) {
  Scoring scoring;
  scoring.type = type;
  scoring.red_low = Decimal::from_integer(red_low);
  scoring.green_low = Decimal::from_integer(green_low);
  scoring.green_high = Decimal::from_integer(green_high);
  scoring.red_high = Decimal::from_integer(red_high);
  return scoring;
}

Scoring progress(std::string_view baseline, std::string_view target) {
  Scoring scoring;
  scoring.type = ScoringType::progress;
  scoring.baseline = dec(baseline);
  scoring.target = dec(target);
  return scoring;
}

Scoring percent(std::string_view target, Direction direction) {
  Scoring scoring;
  scoring.type = ScoringType::percent;
  scoring.target = dec(target);
  scoring.direction = direction;
  return scoring;
}

Scored judge(const Scoring& scoring, std::string_view value, Date day = any_day) {
  return ScoringRule(scoring).score({ValueKind::number, dec(value), {}}, day);
}
/// The score from 0 to 100, with six decimals.
std::string score(const Scoring& scoring, std::string_view value, Date day = any_day) {
  const Scored scored = judge(scoring, value, day);
  REQUIRE(scored.state == State::value);
  return hundred(scored.score).text_rounded(6);
}
Light light(const Scoring& scoring, std::string_view value, Date day = any_day) {
  return light_of(judge(scoring, value, day).score);
}

std::string refused(const Scoring& scoring) {
  const auto found = problems(scoring, "scoring");
  return found.empty() ? "" : found.front().path + " " + found.front().code;
}

}  // namespace

TEST_CASE("higher: reference values, goal 700 and red 500") {
  const Scoring scoring = limits(ScoringType::higher, "500", "700");
  CHECK(score(scoring, "300") == "0");
  CHECK(score(scoring, "500") == "33.333333");
  CHECK(score(scoring, "600") == "50");
  CHECK(score(scoring, "700") == "66.666667");
  CHECK(score(scoring, "900") == "100");
  CHECK(score(scoring, "-1000") == "0");
  CHECK(score(scoring, "5000") == "100");
  // The line extended: 200 units are a third, so 1000 is 900 + 100: 1 + 1/6; 200 is 300 − 100: −1/6.
  CHECK(judge(scoring, "1000").attainment->text_rounded(6) == "1.166667");
  CHECK(judge(scoring, "200").attainment->text_rounded(6) == "-0.166667");
}

TEST_CASE("a value exactly on a threshold belongs to the better band") {
  const Scoring higher = limits(ScoringType::higher, "0.1", "0.3");
  CHECK(light(higher, "0.1") == Light::yellow);
  CHECK(light(higher, "0.3") == Light::green);
  CHECK(light(higher, "0.299999999") == Light::yellow);
  CHECK(light(higher, "0.099999999") == Light::red);
  const Scoring lower = limits(ScoringType::lower, "0.3", "0.1");
  CHECK(light(lower, "0.3") == Light::yellow);
  CHECK(light(lower, "0.1") == Light::green);
  CHECK(light(lower, "0.300000001") == Light::red);
}

TEST_CASE("lower, worst and stretch, and the step") {
  Scoring scoring = limits(ScoringType::lower, "30", "10");
  CHECK(score(scoring, "50") == "0");     // 30 + 20
  CHECK(score(scoring, "20") == "50");    // halfway between red and green
  CHECK(score(scoring, "-10") == "100");  // 10 − 20
  scoring.worst = dec("130");
  scoring.stretch = dec("0");
  CHECK(score(scoring, "80") == "16.666667");  // halfway from worst to red
  CHECK(score(scoring, "5") == "83.333333");
  CHECK(score(scoring, "0") == "100");

  const Scoring step = limits(ScoringType::higher, "5", "5");
  CHECK(score(step, "5") == "100");
  CHECK(score(step, "4.999999999") == "0");
  CHECK(judge(step, "5").attainment->text() == "1");
  CHECK(score(limits(ScoringType::lower, "5", "5"), "5") == "100");
  CHECK(score(limits(ScoringType::lower, "5", "5"), "5.000000001") == "0");
}

TEST_CASE("target and range") {
  // red_low 10, green_low 20, green_high 40, red_high 50; the middle is 30.
  const Scoring target = zones(ScoringType::target, 10, 20, 40, 50);
  CHECK(score(target, "0") == "0");
  CHECK(score(target, "10") == "33.333333");
  CHECK(score(target, "20") == "66.666667");
  CHECK(score(target, "25") == "83.333333");
  CHECK(score(target, "30") == "100");
  CHECK(score(target, "40") == "66.666667");
  CHECK(score(target, "45") == "50");
  CHECK(score(target, "60") == "0");
  CHECK_FALSE(judge(target, "30").attainment);
  const Scoring range = zones(ScoringType::range, 10, 20, 40, 50);
  CHECK(score(range, "15") == "50");
  CHECK(score(range, "20") == "100");
  CHECK(score(range, "40") == "100");
  CHECK(light(range, "40.000000001") == Light::yellow);
  CHECK(light(range, "50") == Light::yellow);
  CHECK(light(range, "50.000000001") == Light::red);
}

TEST_CASE("bands of equal worth") {
  Scoring scoring;
  scoring.type = ScoringType::bands;
  for (const int edge : {0, 4000, 6000, 12000}) scoring.edges.push_back(Decimal::from_integer(edge));
  CHECK(score(scoring, "9000") == "83.333333");
  CHECK(score(scoring, "4000") == "33.333333");
  CHECK(score(scoring, "6000") == "66.666667");
  CHECK(score(scoring, "-1") == "0");
  CHECK(score(scoring, "20000") == "100");
  CHECK(judge(scoring, "15000").attainment->text_rounded(6) == "1.166667");  // half a band of 6000 beyond
  scoring.direction = Direction::lower;
  CHECK(score(scoring, "9000") == "16.666667");
  CHECK(score(scoring, "0") == "100");
  // Two bands: green begins at two thirds of 2 bands, a third into the second one.
  scoring.edges = {dec("0"), dec("10"), dec("40")};
  scoring.direction = Direction::higher;
  CHECK(score(scoring, "10") == "50");
  CHECK(light(scoring, "20") == Light::green);
  CHECK(light(scoring, "19.999999999") == Light::yellow);
}

TEST_CASE("progress: reference values, and what is expected by a day") {
  CHECK(judge(progress("15", "45"), "16").attainment->text_rounded(4) == "0.0333");
  CHECK(judge(progress("200", "0"), "100").attainment->text() == "0.5");
  CHECK(judge(progress("-5", "-2"), "3").attainment->text_rounded(3) == "2.667");
  // Without a due day all of it is expected: 0.85 is the red limit.
  CHECK(score(progress("0", "100"), "85") == "33.333333");
  CHECK(score(progress("0", "100"), "95") == "66.666667");

  Scoring timed = progress("0", "300");
  timed.start = parse_date("2008-01-01");
  timed.due = parse_date("2008-03-31");  // 90 days
  // After 30 of 90 days a third of 300 is expected: 85 is 0.85 of it, exactly on the limit.
  CHECK(ScoringRule(timed).expected(parse_date("2008-01-31")).text_rounded(6) == "0.333333");
  CHECK(light(timed, "85", parse_date("2008-01-31")) == Light::yellow);
  CHECK(light(timed, "95", parse_date("2008-01-31")) == Light::green);
  CHECK(light(timed, "84.999999999", parse_date("2008-01-31")) == Light::red);
  // After 5 days e = 1/18 < 0.1: x = 1 + p − e. With p = 0 that is 0.944…, between 0.85 and 0.95: 1/3 + (0.0944/0.1)/3.
  CHECK(score(timed, "0", parse_date("2008-01-06")) == "64.814815");
  CHECK(light(timed, "300", parse_date("2009-01-01")) == Light::green);

  Scoring s_curve = timed;
  s_curve.curve = Curve::s;
  CHECK(ScoringRule(s_curve).expected(parse_date("2008-01-31")).text_rounded(6) == "0.259259");  // 3/9 − 2/27 = 7/27
  Scoring steps = progress("0", "10");
  steps.curve = Curve::steps;
  steps.steps = {{parse_date("2008-02-01"), dec("0.2")}, {parse_date("2008-05-01"), dec("0.7")}};
  CHECK(ScoringRule(steps).expected(parse_date("2008-01-31")).text() == "0");
  CHECK(ScoringRule(steps).expected(parse_date("2008-04-30")).text() == "0.2");
  CHECK(ScoringRule(steps).expected(parse_date("2008-05-01")).text() == "0.7");
}

TEST_CASE("percent of target") {
  const Scoring higher = percent("200", Direction::higher);
  CHECK(judge(higher, "170").attainment->text() == "0.85");
  CHECK(score(higher, "170") == "33.333333");
  CHECK(score(higher, "190") == "66.666667");
  CHECK(judge(higher, "-1").state == State::error);
  CHECK(judge(higher, "0").state == State::value);
  const Scoring lower = percent("200", Direction::lower);
  CHECK(judge(lower, "220").attainment->text() == "0.9");  // 2 − 1.1
  CHECK(score(lower, "220") == "50");
  Scoring with_baseline = percent("0", Direction::lower);
  CHECK(refused(with_baseline) == "scoring.target not_positive");
  with_baseline.baseline = dec("50");
  CHECK(judge(with_baseline, "-10").attainment->text() == "1.2");  // (−10 − 50) / (0 − 50)
}

TEST_CASE("yes and no, texts, milestones, manual, unscored") {
  Scoring scoring;
  scoring.type = ScoringType::yesno;
  CHECK(ScoringRule(scoring).score({ValueKind::truth, dec("1"), {}}, any_day).score == full_score);
  CHECK(ScoringRule(scoring).score({ValueKind::truth, dec("0"), {}}, any_day).score == 0);

  scoring.type = ScoringType::texts;
  scoring.scores = {{"good", dec("100")}, {"fair", dec("50")}, {"poor", dec("0")}};
  const ScoringRule texts(scoring);
  CHECK(texts.score({ValueKind::text, {}, "fair"}, any_day).score == full_score / 2);
  CHECK(texts.score({ValueKind::text, {}, "odd"}, any_day).state == State::error);
  CHECK(texts.score({ValueKind::number, dec("5"), {}}, any_day).state == State::error);

  Scoring milestone;
  milestone.type = ScoringType::milestone;
  milestone.due = parse_date("2008-06-01");
  milestone.yellow_days = dec("10");
  milestone.red_days = dec("30");
  const auto on = [&](std::string_view day) {
    const Decimal days = Decimal::from_integer(parse_date(day).days);
    return hundred(ScoringRule(milestone).score({ValueKind::date, days, {}}, any_day).score).text_rounded(4);
  };
  CHECK(on("2008-06-11") == "66.6667");  // ten days late, still green
  CHECK(on("2008-06-21") == "50");
  CHECK(on("2008-07-01") == "33.3333");  // thirty days late, still yellow
  CHECK(on("2008-07-11") == "16.6667");

  Scoring manual;
  manual.type = ScoringType::manual;
  CHECK(refused(manual) == "scoring.reason required");
  manual.light = Light::yellow;
  manual.reason = "experts agreed";
  CHECK(ScoringRule(manual).score({}, any_day).score == full_score / 2);
  CHECK(ScoringRule(Scoring{}).score({ValueKind::number, dec("5"), {}}, any_day).state == State::unscored);
}

TEST_CASE("impossible definitions are refused at their field") {
  CHECK(refused(progress("15", "15")) == "scoring.target target_is_baseline");
  CHECK(refused(percent("0", Direction::higher)) == "scoring.target not_positive");
  CHECK(refused(percent("-3", Direction::higher)) == "scoring.target not_positive");
  CHECK(refused(limits(ScoringType::higher, "700", "500")) == "scoring.green out_of_order");
  CHECK(refused(limits(ScoringType::lower, "500", "700")) == "scoring.green out_of_order");
  CHECK(refused(zones(ScoringType::target, 20, 10, 40, 50)) == "scoring.green_low out_of_order");
  CHECK(refused(zones(ScoringType::range, 10, 20, 15, 50)) == "scoring.green_high out_of_order");
  CHECK(refused(zones(ScoringType::range, 10, 20, 40, 30)) == "scoring.red_high out_of_order");
  Scoring scoring = limits(ScoringType::higher, "500", "700");
  scoring.worst = dec("500");
  CHECK(refused(scoring) == "scoring.worst out_of_order");
  scoring = progress("0", "1");
  scoring.start = scoring.due = parse_date("2008-01-01");
  CHECK(refused(scoring) == "scoring.due out_of_order");
  Scoring bands;
  bands.type = ScoringType::bands;
  bands.edges = {dec("1"), dec("1")};
  CHECK(refused(bands) == "scoring.edges[1] out_of_order");
  CHECK(refused(limits(ScoringType::higher, "5", "5")) == "");
  CHECK_THROWS_AS(ScoringRule(progress("1", "1")), Error);
}

TEST_CASE("band edges say where the lights change") {
  const BandEdges higher = ScoringRule(limits(ScoringType::higher, "500", "700")).bands(any_day);
  CHECK(higher.count == 2);
  CHECK(higher.at[0] == dec("500"));
  CHECK(higher.lights[0] == Light::red);
  CHECK(higher.lights[2] == Light::green);
  const BandEdges lower = ScoringRule(limits(ScoringType::lower, "30", "10")).bands(any_day);
  CHECK(lower.at[0] == dec("10"));
  CHECK(lower.at[1] == dec("30"));
  CHECK(lower.lights[0] == Light::green);
  const BandEdges decreasing = ScoringRule(progress("200", "0")).bands(any_day);
  CHECK(decreasing.at[0] == dec("10"));  // 200 − 0.95 · 200
  CHECK(decreasing.at[1] == dec("30"));
  CHECK(decreasing.lights[0] == Light::green);
  CHECK(ScoringRule(percent("200", Direction::lower)).bands(any_day).at[0] == dec("210"));  // 2 − 0.95 = 1.05
  CHECK(ScoringRule(zones(ScoringType::range, 10, 20, 40, 50)).bands(any_day).at[3] == dec("50"));
}

namespace {

Decimal any_number() {
  return parse_decimal(std::to_string(*rc::gen::inRange<std::int64_t>(-100'000'000, 100'000'000)) + "e-" +
                       std::to_string(*rc::gen::inRange(0, 4)));
}

/// Some possible definition over numbers.
Scoring any_scoring() {
  Scoring scoring;
  scoring.type = *rc::gen::element(ScoringType::higher, ScoringType::lower, ScoringType::target, ScoringType::range,
                                   ScoringType::progress, ScoringType::percent, ScoringType::bands);
  std::vector<Decimal> numbers{any_number(), any_number(), any_number(), any_number()};
  std::sort(numbers.begin(), numbers.end());
  scoring.direction = *rc::gen::element(Direction::higher, Direction::lower);
  switch (scoring.type) {
    case ScoringType::higher:
      scoring.red = numbers[1], scoring.green = numbers[2];
      break;
    case ScoringType::lower:
      scoring.red = numbers[2], scoring.green = numbers[1];
      break;
    case ScoringType::target:
    case ScoringType::range:
      scoring.red_low = numbers[0], scoring.green_low = numbers[1], scoring.green_high = numbers[2],
      scoring.red_high = numbers[3];
      break;
    case ScoringType::progress:
      scoring.baseline = numbers[0], scoring.target = numbers[1];
      if (*rc::gen::arbitrary<bool>()) std::swap(scoring.baseline, scoring.target);
      if (*rc::gen::arbitrary<bool>()) scoring.start = parse_date("2008-01-01"), scoring.due = parse_date("2008-12-31");
      break;
    case ScoringType::percent:
      scoring.target = numbers[3];
      break;
    default:
      scoring.edges = numbers;
      break;
  }
  RC_PRE(problems(scoring, "").empty());
  return scoring;
}

}  // namespace

TEST_CASE("laws of scoring") {
  CHECK(rc::check("clamped to 0 and 100, and monotone on each side of the best point", [] {
    const Scoring scoring = any_scoring();
    const ScoringRule rule(scoring);
    Decimal a = any_number(), b = any_number();
    if (b < a) std::swap(a, b);
    const Score low = rule.score_of(a, any_day), high = rule.score_of(b, any_day);
    RC_ASSERT(low >= 0);
    RC_ASSERT(low <= full_score);
    if (rule.direction() == Direction::higher) RC_ASSERT(low <= high);
    if (rule.direction() == Direction::lower) RC_ASSERT(low >= high);
    if (scoring.type == ScoringType::target || scoring.type == ScoringType::range) {
      const Decimal best = (*scoring.green_low + *scoring.green_high) / Decimal::from_integer(2);
      if (b <= best) RC_ASSERT(low <= high);
      if (a >= best) RC_ASSERT(low >= high);
    }
  }));
  CHECK(rc::check("a value on an edge has the better of the two lights", [] {
    const Scoring scoring = any_scoring();
    const ScoringRule rule(scoring);
    const BandEdges edges = rule.bands(any_day);
    for (int i = 0; i < edges.count; ++i) {
      const auto at = static_cast<std::size_t>(i);
      if (i > 0 && edges.at[at] == edges.at[at - 1]) continue;
      if (i + 1 < edges.count && edges.at[at] == edges.at[at + 1]) continue;
      const Light better = std::min(edges.lights[at], edges.lights[at + 1]);
      RC_ASSERT(light_of(rule.score_of(edges.at[at], any_day)) == better);
    }
  }));
  CHECK(rc::check("attainment is the score where it is not clamped", [] {
    const Scoring scoring = any_scoring();
    RC_PRE(scoring.type == ScoringType::higher || scoring.type == ScoringType::lower ||
           scoring.type == ScoringType::bands);
    const Scored scored = ScoringRule(scoring).score({ValueKind::number, any_number(), {}}, any_day);
    RC_PRE(scored.attainment.has_value());
    const Decimal hundredth = hundred(scored.score) / Decimal::from_integer(100);
    if (*scored.attainment < Decimal())
      RC_ASSERT(scored.score == 0);
    else if (*scored.attainment > Decimal::from_integer(1))
      RC_ASSERT(scored.score == full_score);
    else
      RC_ASSERT(std::abs((hundredth - *scored.attainment).approximate()) < 1e-12);
  }));
}
