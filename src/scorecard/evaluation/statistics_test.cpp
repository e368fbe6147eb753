// Roll-up, trend, signal and aggregation, each on its own.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "scorecard/evaluation/aggregate.hpp"
#include "scorecard/evaluation/rollup.hpp"
#include "scorecard/evaluation/signal.hpp"
#include "scorecard/evaluation/trend.hpp"

using namespace entente;
using namespace entente::scorecard::evaluation;

namespace {

const Date any_day = parse_date("2008-06-30");

std::vector<Decimal> numbers(std::initializer_list<const char*> texts) {
  std::vector<Decimal> found;
  for (const char* text : texts) found.push_back(parse_decimal(text));
  return found;
}

/// A score from 0 to 100 in hundredths: 6933 for 69.33.
Score points(int hundredths) {
  return static_cast<Score>(divide_half_even(Int128{hundredths} * full_score, 10'000));
}

Weighted known(int hundredths, std::int64_t weight) {
  const Score score = points(hundredths);
  return {{State::value, light_of(score), true, score, score, score}, weight, false};
}
Weighted without(State state, std::int64_t weight) {
  return {{state, Light::grey, false, 0, 0, 0}, weight, false};
}

RollUp up(const RollUpRule& rule, std::vector<Weighted> children) {
  std::vector<std::pair<Score, std::int64_t>> scratch;
  return roll_up(rule, children, scratch);
}
std::string of(Score score) {
  return hundred(score).text_rounded(2);
}

ScoringRule higher(int red, int green) {
  Scoring scoring;
  scoring.type = ScoringType::higher;
  scoring.red = Decimal::from_integer(red);
  scoring.green = Decimal::from_integer(green);
  return ScoringRule(scoring);
}

}  // namespace

TEST_CASE("a missing child: the reference value") {
  const RollUp result = up({}, {known(8000, 50), without(State::missing, 25), known(4000, 15), known(6000, 10)});
  CHECK(of(result.score) == "69.33");
  CHECK(result.coverage == score_unit * 3 / 4);
  CHECK(of(result.low) == "52");
  CHECK(of(result.high) == "77");
  CHECK(result.light == Light::green);
  CHECK(result.split);
}

TEST_CASE("coverage under a half is unknown, exactly a half is not") {
  CHECK(up({}, {known(8000, 1), without(State::error, 1)}).state == State::value);
  const RollUp less = up({}, {known(8000, 49), without(State::unknown, 51)});
  CHECK(less.state == State::unknown);
  CHECK_FALSE(less.has_score);
  CHECK(less.light == Light::grey);
  CHECK_FALSE(less.split);
  CHECK(of(less.low) == "39.2");  // 0.49 · 80
  CHECK(of(less.high) == "90.2");
  const RollUp alone = up({}, {without(State::missing, 1)});
  CHECK(alone.state == State::unknown);
  CHECK(alone.coverage == 0);
  CHECK(of(alone.low) + " " + of(alone.high) == "0 100");
}

TEST_CASE("what is left out does not count, and nothing left in has a state") {
  const RollUp result = up({}, {known(8000, 1), without(State::na, 9), without(State::pending, 9), known(0, 0)});
  CHECK(of(result.score) == "80");
  CHECK(result.coverage == score_unit);
  CHECK(up({}, {without(State::na, 1), without(State::pending, 1)}).state == State::pending);
  CHECK(up({}, {without(State::na, 1), without(State::unscored, 1)}).state == State::na);
  CHECK(up({}, {without(State::unscored, 1), without(State::undefined, 1)}).state == State::unscored);
  CHECK(up({}, {known(8000, 0), known(2000, 0)}).state == State::undefined);
  CHECK(up({}, {}).state == State::undefined);
  CHECK(up({}, {}).coverage == -1);
}

TEST_CASE("methods") {
  const std::vector<Weighted> children{known(1000, 1), known(5000, 1), known(9000, 1), known(7000, 3)};
  CHECK(of(up({Method::worst}, children).score) == "10");
  CHECK(of(up({Method::best}, children).score) == "90");
  CHECK(of(up({Method::mean}, children).score) == "60");    // (10 + 50 + 90 + 210) / 6
  CHECK(of(up({Method::median}, children).score) == "70");  // weights below: 2 of 6 under 70, 5 of 6 with it
  CHECK(of(up({Method::median}, {known(1000, 1), known(9000, 1)}).score) == "10");  // the lower one
  CHECK(up({Method::k_of_n, 1}, children).light == Light::green);
  CHECK(up({Method::k_of_n, 2}, children).light == Light::green);
  CHECK(up({Method::k_of_n, 3}, children).light == Light::yellow);  // green, green, yellow
  CHECK(of(up({Method::k_of_n, 3}, children).score) == "50");
  CHECK(up({Method::k_of_n, 4}, children).light == Light::red);
  CHECK(up({Method::none}, children).state == State::unscored);
  const RollUp manual = up({Method::manual, 0, false, Light::yellow}, {known(9000, 3), without(State::missing, 1)});
  CHECK(manual.light == Light::yellow);
  CHECK(of(manual.score) == "50");
  CHECK(manual.coverage == score_unit * 3 / 4);
}

TEST_CASE("mandatory children and the red override change the light only") {
  Weighted red = known(1000, 1);
  red.mandatory = true;
  const RollUp capped = up({}, {red, known(10000, 9)});
  CHECK(of(capped.score) == "91");
  CHECK(capped.light == Light::red);
  CHECK(capped.capped);
  CHECK_FALSE(capped.split);
  Weighted missing = without(State::missing, 1);
  missing.mandatory = true;
  CHECK(up({}, {missing, known(10000, 9)}).state == State::unknown);
  Weighted left_out = without(State::na, 1);
  left_out.mandatory = true;
  CHECK(up({}, {left_out, known(10000, 9)}).light == Light::green);
  CHECK(up({Method::mean, 0, true}, {known(1000, 1), known(10000, 9)}).light == Light::red);
  CHECK(of(up({Method::mean, 0, true}, {known(1000, 1), known(10000, 9)}).score) == "91");
  // A green score under a red light, looked at by a mandatory link above.
  Weighted masked_child = known(9000, 1);
  masked_child.child.light = Light::red;
  masked_child.mandatory = true;
  CHECK(up({}, {masked_child}).light == Light::red);
}

TEST_CASE("a withheld child: its shared band stands in for 0 to 100") {
  Weighted withheld = without(State::withheld, 1);
  const RollUp unseen = up({}, {known(9000, 1), withheld});
  CHECK(of(unseen.low) + " " + of(unseen.high) == "45 95");
  withheld.child.light = Light::green;
  const RollUp seen = up({}, {known(9000, 1), withheld});
  CHECK(of(seen.low) + " " + of(seen.high) == "78.33 95");  // (90 + 66.67) / 2, (90 + 100) / 2
  CHECK_FALSE(seen.split);
}

TEST_CASE("weights of any size keep their proportion") {
  CHECK(whole_weights(numbers({"0.5", "0.25", "1"})) == std::vector<std::int64_t>{2, 1, 4});
  CHECK(whole_weights(numbers({"50", "25", "0"})) == std::vector<std::int64_t>{2, 1, 0});
  CHECK(whole_weights(numbers({"0", "0"})) == std::vector<std::int64_t>{0, 0});
  const auto extreme = whole_weights(numbers({"999999999999999999", "0.000000001"}));
  CHECK(extreme[0] > 0);
  CHECK(extreme[1] == 0);
}

TEST_CASE("laws of the roll-up") {
  CHECK(rc::check("coverage, interval and order", [] {
    std::vector<Weighted> children;
    const int count = *rc::gen::inRange(1, 8);
    for (int i = 0; i < count; ++i) {
      const auto weight = *rc::gen::inRange(0, 5);
      switch (*rc::gen::inRange(0, 5)) {
        case 0:
          children.push_back(without(State::missing, weight));
          break;
        case 1:
          children.push_back(without(State::na, weight));
          break;
        case 2: {
          Weighted parent = known(*rc::gen::inRange(0, 10'001), weight);
          parent.child.low -= *rc::gen::inRange<Score>(0, parent.child.low + 1);
          parent.child.high += *rc::gen::inRange<Score>(0, full_score - parent.child.high + 1);
          children.push_back(parent);
          break;
        }
        default:
          children.push_back(known(*rc::gen::inRange(0, 10'001), weight));
      }
    }
    const RollUpRule rule{*rc::gen::element(Method::mean, Method::worst, Method::best, Method::median, Method::k_of_n),
                          *rc::gen::inRange(1, count + 1), *rc::gen::arbitrary<bool>()};
    const RollUp result = up(rule, children);
    if (result.has_interval) RC_ASSERT(0 <= result.low && result.low <= result.high && result.high <= full_score);
    if (result.has_score) RC_ASSERT(result.low <= result.score && result.score <= result.high);
    std::vector<Weighted> shuffled = children;
    std::rotate(shuffled.begin(), shuffled.begin() + *rc::gen::inRange(0, count), shuffled.end());
    if (count > 2) std::swap(shuffled[0], shuffled[2]);
    const RollUp again = up(rule, shuffled);
    RC_ASSERT(again.score == result.score);
    RC_ASSERT(again.low == result.low);
    RC_ASSERT(again.high == result.high);
    RC_ASSERT(again.state == result.state);
    RC_ASSERT(again.light == result.light);
    RC_ASSERT(again.coverage == result.coverage);
  }));
  CHECK(rc::check("a better child never makes the parent worse", [] {
    std::vector<Weighted> children;
    const int count = *rc::gen::inRange(1, 6);
    for (int i = 0; i < count; ++i) children.push_back(known(*rc::gen::inRange(0, 10'001), *rc::gen::inRange(1, 5)));
    const RollUpRule rule{*rc::gen::element(Method::mean, Method::worst, Method::best, Method::median, Method::k_of_n),
                          *rc::gen::inRange(1, count + 1)};
    const RollUp before = up(rule, children);
    const auto which = static_cast<std::size_t>(*rc::gen::inRange(0, count));
    const std::int64_t weight = children[which].weight;
    const int higher_points =
        *rc::gen::inRange(static_cast<int>(children[which].child.score / (full_score / 10'000)), 10'001);
    const Weighted better = known(higher_points, weight);
    RC_PRE(better.child.score >= children[which].child.score);
    children[which] = better;
    RC_ASSERT(up(rule, children).score >= before.score);
  }));
}

TEST_CASE("trend by Theil and Sen") {
  const auto trend = [](std::initializer_list<std::pair<int, int>> values) {
    std::vector<TrendPoint> found;
    for (const auto& [period, score] : values) found.push_back({period, points(score * 100)});
    return trend_of(found);
  };
  CHECK(trend({{0, 10}, {1, 20}, {2, 30}}) == Trend::insufficient);
  CHECK(trend({{0, 10}, {1, 20}, {2, 30}, {3, 40}}) == Trend::better);
  CHECK(trend({{0, 40}, {1, 30}, {2, 20}, {3, 10}}) == Trend::worse);
  CHECK(trend({{0, 50}, {1, 50}, {2, 50}, {3, 50}}) == Trend::flat);
  // Slope 1 a period over 5 periods is exactly 5 points: better; over 4 it is flat.
  CHECK(trend({{0, 50}, {1, 51}, {2, 52}, {5, 55}}) == Trend::better);
  CHECK(trend({{0, 50}, {1, 51}, {2, 52}, {4, 54}}) == Trend::flat);
  CHECK(trend({{0, 55}, {3, 52}, {4, 51}, {5, 50}}) == Trend::worse);
  // One wild value does not make a trend: slopes 0, 0, 0 between equal values, the other three from 100.
  // Sorted slopes: −50/1 (50 after 100), 0, 0, 0, 50/2, 50/1: median 0.
  CHECK(trend({{0, 50}, {1, 50}, {2, 100}, {3, 50}}) == Trend::flat);
  const std::vector<Score> differences{points(700), points(500), points(300), points(500)};
  CHECK(seasonal_trend_of(differences) == Trend::better);  // the median of 3, 5, 5, 7 is 5
  CHECK(seasonal_trend_of(std::span(differences).first(3)) == Trend::insufficient);
}

TEST_CASE("XmR: the reference values") {
  const auto series =
      numbers({"1", "2", "1", "2", "10", "1", "2", "1", "2", "1", "2", "1", "2", "1", "2", "1", "2", "1"});
  const Signal signal = signal_of(series, {}, higher(0, 1), any_day);
  CHECK(signal.points == 18);
  CHECK(signal.limits == Limits::locked);
  CHECK(signal.centre.text_rounded(2) == "1.94");
  CHECK(signal.low.text_rounded(2) == "-0.72");
  CHECK(signal.high.text_rounded(2) == "4.6");
  CHECK(signal.rules == 0);  // the 10 lies in the past
  CHECK(signal.verdict == Verdict::none);
  const Signal bounded =
      signal_of(series, {std::nullopt, parse_decimal("0"), parse_decimal("4")}, higher(0, 1), any_day);
  CHECK(bounded.low.text() == "0");
  CHECK(bounded.high.text() == "4");
}

TEST_CASE("XmR: how many points make limits") {
  std::vector<Decimal> series;
  for (int n = 1; n <= 13; ++n) {
    series.push_back(Decimal::from_integer(n % 2));
    const Limits limits = signal_of(series, {}, higher(0, 1), any_day).limits;
    CHECK(limits == (n < 6 ? Limits::none : n < 12 ? Limits::trial : Limits::locked));
  }
  SignalSettings based;
  based.base = 6;
  series.push_back(Decimal::from_integer(100));
  const Signal signal = signal_of(series, based, higher(0, 1), any_day);
  CHECK(signal.limits == Limits::locked);
  CHECK(signal.centre.text() == "0.5");  // 1 0 1 0 1 0, the later ones do not move it
  CHECK(signal.high.text() == "3.16");   // 0.5 + 2.66 · 1
  CHECK(signal.rules == outside);
  CHECK(signal.verdict == Verdict::improvement);
}

TEST_CASE("XmR: a constant series has no signal") {
  const std::vector<Decimal> series(12, parse_decimal("0.1"));
  const Signal signal = signal_of(series, {}, higher(0, 1), any_day);
  CHECK(signal.centre == parse_decimal("0.1"));
  CHECK(signal.low == signal.high);
  CHECK(signal.rules == 0);
  CHECK(signal.verdict == Verdict::none);
}

TEST_CASE("XmR: the rules look at the latest point") {
  // Base 1 3 1 3 1 3 1 3 1 3 1 3: centre 2, mean moving range 2, limits −3.32 to 7.32.
  std::vector<Decimal> series;
  for (int i = 0; i < 12; ++i) series.push_back(Decimal::from_integer(i % 2 ? 3 : 1));
  SignalSettings based;
  based.base = 12;
  const auto with = [&](std::initializer_list<const char*> more) {
    auto longer = series;
    for (const Decimal number : numbers(more)) longer.push_back(number);
    return signal_of(longer, based, higher(0, 1), any_day);
  };
  CHECK(with({"7.32"}).rules == 0);  // on the limit
  CHECK(with({"7.33"}).rules == outside);
  CHECK(with({"-3.33"}).verdict == Verdict::concern);
  // The last of the base is 3, above the centre: seven more make eight.
  CHECK(with({"3", "3", "3", "3", "3", "3"}).rules == 0);
  CHECK(with({"3", "3", "3", "3", "3", "3", "3"}).rules == run_of_eight);
  CHECK(with({"3", "3", "3", "2", "3", "3", "3"}).rules == 0);  // a point on the centre breaks the run
  // Nearer to 7.32 than to 2 is above 4.66.
  CHECK(with({"5", "5", "5"}).rules == three_of_four);
  CHECK(with({"5", "1", "5", "5"}).rules == three_of_four);
  CHECK(with({"5", "5", "5", "1"}).rules == 0);  // the latest has left the pattern
  CHECK(with({"4.66", "4.66", "4.66"}).rules == 0);
  CHECK(with({"5", "-1.5", "-1.5", "5"}).rules == 0);
  CHECK(with({"-1.5", "-1.5", "-1.5"}).verdict == Verdict::concern);
}

TEST_CASE("XmR: a pattern that the latest point has left is no signal") {
  // Twelve about 70, then three near the upper limit; the next one falls.
  std::vector<Decimal> series;
  for (int i = 0; i < 12; ++i) series.push_back(Decimal::from_integer(i % 2 ? 71 : 69));
  SignalSettings based;
  based.base = 12;
  for (const char* text : {"73", "73", "73"}) series.push_back(parse_decimal(text));
  CHECK(signal_of(series, based, higher(50, 60), any_day).rules == three_of_four);
  series.push_back(parse_decimal("66"));
  const Signal signal = signal_of(series, based, higher(50, 60), any_day);
  CHECK(signal.rules == 0);
  CHECK(signal.verdict == Verdict::none);
}

TEST_CASE("XmR: assurance against green") {
  // 1 3 1 3 …: centre 2, limits −3.32 to 7.32.
  std::vector<Decimal> series;
  for (int i = 0; i < 12; ++i) series.push_back(Decimal::from_integer(i % 2 ? 3 : 1));
  CHECK(signal_of(series, {}, higher(-20, -10), any_day).assurance == Assurance::meets);
  CHECK(signal_of(series, {}, higher(5, 8), any_day).assurance == Assurance::misses);
  CHECK(signal_of(series, {}, higher(0, 5), any_day).assurance == Assurance::hit_or_miss);
  Scoring range;
  range.type = ScoringType::range;
  range.red_low = Decimal::from_integer(-20);
  range.green_low = Decimal::from_integer(-10);
  range.green_high = Decimal::from_integer(10);
  range.red_high = Decimal::from_integer(20);
  CHECK(signal_of(series, {}, ScoringRule(range), any_day).assurance == Assurance::meets);
  range.green_low = Decimal::from_integer(0);
  range.green_high = Decimal::from_integer(1);
  CHECK(signal_of(series, {}, ScoringRule(range), any_day).assurance ==
        Assurance::hit_or_miss);  // the zone lies between the limits
  range.green_low = Decimal::from_integer(8);
  range.green_high = Decimal::from_integer(9);
  CHECK(signal_of(series, {}, ScoringRule(range), any_day).assurance == Assurance::misses);
  CHECK(signal_of(series, {}, ScoringRule(), any_day).assurance == Assurance::none);
}

TEST_CASE("aggregation over time") {
  const auto over = [](Aggregation aggregation, std::initializer_list<const char*> values, int covered) {
    std::vector<Part> parts;
    for (const Decimal number : numbers(values))
      parts.push_back({State::value, {ValueKind::number, number, {}}, {}, {}});
    return aggregate(aggregation, parts, covered);
  };
  const auto value = [&](Aggregation aggregation) { return over(aggregation, {"4", "1", "2"}, 3).value.number.text(); };
  CHECK(value(Aggregation::sum) == "7");
  CHECK(value(Aggregation::mean).substr(0, 14) == "2.333333333333");
  CHECK(value(Aggregation::last) == "2");
  CHECK(value(Aggregation::first) == "4");
  CHECK(value(Aggregation::min) == "1");
  CHECK(value(Aggregation::max) == "4");
  CHECK(value(Aggregation::median) == "2");
  CHECK(value(Aggregation::count) == "3");
  CHECK(over(Aggregation::median, {"4", "1", "2", "9"}, 4).value.number.text() == "3");
  CHECK(over(Aggregation::sum, {"4", "1"}, 3).state == State::missing);
  CHECK(over(Aggregation::count, {"4", "1"}, 3).state == State::missing);
  const Aggregated mean = over(Aggregation::mean, {"4", "1"}, 3);
  CHECK(mean.state == State::value);
  CHECK((mean.flags & provisional) != 0);
  CHECK(mean.have == 2);
  CHECK(mean.of == 3);

  std::vector<Part> parts(2);
  parts[0].value = parts[1].value = {ValueKind::number, parse_decimal("10"), {}};
  parts[1].state = State::na;
  CHECK(aggregate(Aggregation::sum, parts, 2).value.number.text() == "10");  // n/a is not a gap
  parts[0].state = State::na;
  CHECK(aggregate(Aggregation::sum, parts, 2).state == State::na);
  parts[0].state = State::withheld;
  CHECK(aggregate(Aggregation::mean, parts, 2).state == State::withheld);

  parts[0].state = parts[1].state = State::value;
  parts[1].value.number = parse_decimal("40");
  parts[1].weight = Decimal::from_integer(2);
  CHECK(aggregate(Aggregation::weighted_mean, parts, 2).value.number.text() == "30");
  parts[0].has_ratio = parts[1].has_ratio = true;
  parts[0].numerator = parse_decimal("1"), parts[0].denominator = parse_decimal("2");
  parts[1].numerator = parse_decimal("3"), parts[1].denominator = parse_decimal("8");
  CHECK(aggregate(Aggregation::ratio, parts, 2).value.number.text() == "0.4");  // 4 / 10, not the mean of 0.5 and 0.375
  CHECK(ratio(Decimal(), Decimal()).state == State::error);
  parts[0].value = {ValueKind::text, {}, "good"};
  CHECK(aggregate(Aggregation::mean, parts, 2).state == State::error);
}

TEST_CASE("aggregation does not depend on the order") {
  CHECK(rc::check([] {
    std::vector<Part> parts;
    const int count = *rc::gen::inRange(1, 8);
    for (int i = 0; i < count; ++i) {
      Part part;
      part.value = {ValueKind::number, Decimal::from_integer(*rc::gen::inRange(-50, 50)), {}};
      part.weight = Decimal::from_integer(*rc::gen::inRange(1, 5));
      part.state = *rc::gen::inRange(0, 4) ? State::value : State::na;
      parts.push_back(part);
    }
    const auto aggregation =
        *rc::gen::element(Aggregation::sum, Aggregation::mean, Aggregation::weighted_mean, Aggregation::min,
                          Aggregation::max, Aggregation::median, Aggregation::count);
    auto reversed = parts;
    std::reverse(reversed.begin(), reversed.end());
    const Aggregated one = aggregate(aggregation, parts, count + 1),
                     other = aggregate(aggregation, reversed, count + 1);
    RC_ASSERT(one.state == other.state);
    RC_ASSERT(one.value.number == other.value.number);
  }));
}
