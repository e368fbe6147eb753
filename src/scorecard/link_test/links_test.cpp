// The test of a map's links as a whole.
#include "scorecard/link_test/links.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>

#include "base/splitmix.hpp"

using namespace entente;
using namespace entente::scorecard;
using namespace entente::scorecard::link_test;

namespace {

Series series_from(const std::vector<int>& values, int first = 24'000) {
  Series series;
  for (std::size_t i = 0; i < values.size(); ++i)
    series.points.push_back({first + static_cast<int>(i), Decimal::from_integer(values[i])});
  return series;
}

void forget(Series& series, int position) {
  std::erase_if(series.points, [&](const Point& point) { return point.period == 24'000 + position; });
}

/// Steps from −100 to 100, each kept by so many parts of ten.
std::vector<int> walk(SplitMix& random, int count, int kept = 0) {
  std::vector<int> values;
  double level = 0, step = 0;
  for (int i = 0; i < count; ++i) {
    step = step * kept / 10 + random.below(201) - 100.0;
    values.push_back(static_cast<int>(level += step));
  }
  return values;
}

/// The effect follows the cause's changes so many periods later, with as much again of its own.
Pair following(std::uint64_t seed, int count, int lag, int times = 1) {
  SplitMix random(seed);
  const std::vector<int> cause = walk(random, count), own = walk(random, count);
  std::vector<int> effect;
  for (int i = 0; i < count; ++i)
    effect.push_back(own[static_cast<std::size_t>(i)] +
                     times * (i < lag ? 0 : cause[static_cast<std::size_t>(i - lag)]));
  return {series_from(cause), series_from(effect)};
}

Pair independent(std::uint64_t seed, int count, int kept = 0) {
  SplitMix random(seed);
  const std::vector<int> cause = walk(random, count, kept), effect = walk(random, count, kept);
  return {series_from(cause), series_from(effect)};
}

Result only(const Link& link) {
  return test_links({&link, 1}).front();
}

}  // namespace

// scipy 1.10.1 for the correlation, Python's fractions for the rest: changes where both neighbours are there, pairs two
// periods apart, mid-ranks, all 18 turns of the ring compared in whole numbers.
TEST_CASE("one link with gaps and a lag of two") {
  Link link{Sign::helps, 2, {}};
  link.alliances.push_back({series_from({57,  78,  127, 136, 143, 158, 183, 157, 130, 145, 155, 185, 213,
                                         186, 148, 155, 143, 111, 72,  90,  128, 159, 114, 140, 140, 147}),
                            series_from({39,  10,  96,  78,  160, 140, 146, 160, 195, 172, 168, 146, 184,
                                         205, 241, 223, 160, 188, 157, 129, 103, 90,  133, 188, 131, 166})});
  forget(link.alliances[0].cause, 9);
  forget(link.alliances[0].effect, 17);
  forget(link.alliances[0].effect, 18);
  const Result result = only(link);
  CHECK(result.pairs == 18);
  CHECK(result.correlation == doctest::Approx(0.9018089059563682).epsilon(1e-12));
  CHECK(result.effective == doctest::Approx(14.016337689676234).epsilon(1e-12));
  CHECK(result.p == doctest::Approx(1 / 18.0).epsilon(1e-12));
  CHECK(result.least_p == doctest::Approx(1 / 18.0).epsilon(1e-12));
  CHECK(result.verdict == Verdict::supported);  // one link: 1/18 is under 0.10
  link.sign = Sign::hinders;
  CHECK(only(link).verdict == Verdict::contradicted);
  link.lag = 0;  // what holds two periods later does not at once
  CHECK(only(link).verdict == Verdict::inconclusive);
}

TEST_CASE("what cannot be tested says how long it still takes") {
  // Changes begin with the second value, pairs two periods later: 5 values have 2 pairs, 10 more are needed.
  Link link{Sign::helps, 2, {following(1, 5, 2)}};
  Result result = only(link);
  CHECK(result.verdict == Verdict::untestable);
  CHECK(result.obstacle == Obstacle::too_few);
  CHECK(result.pairs == 2);
  CHECK(result.needed == 10);
  // Nothing yet: one value to begin, the lag, then twelve pairs.
  link.alliances = {Pair{}};
  CHECK(only(link).needed == 15);
  link.alliances.clear();
  CHECK(only(link).needed == 15);
  // The cause has ended two periods before the effect: the two pairs of the effect's end are lost.
  link = {Sign::helps, 0, {following(1, 6, 0)}};
  forget(link.alliances[0].cause, 5);
  forget(link.alliances[0].cause, 4);
  result = only(link);
  CHECK(result.pairs == 3);
  CHECK(result.needed == 10);  // the first of them has no change of the cause yet
  // A year's difference needs a year first.
  link = {Sign::helps, 0, {following(1, 15, 0)}};
  link.alliances[0].effect.seasonal = true;
  result = only(link);
  CHECK(result.pairs == 3);
  CHECK(result.needed == 9);
  // Two alliances go on at once.
  link = {Sign::helps, 0, {following(1, 4, 0), following(2, 4, 0)}};
  CHECK(only(link).needed == 3);
}

TEST_CASE("12 pairs that do not hang together can be tested, 11 cannot") {
  // Up and down by turns on one side, by pairs on the other: r(1) is negative on one, about nothing on the other.
  const std::vector<int> cause{0, 9, 1, 8, 2, 7, 3, 6, 0, 9, 1, 8, 2}, effect{0, 5, 9, 4, 1, 6, 8, 3, 2, 7, 9, 5, 0};
  Link link{Sign::helps, 0, {{series_from(cause), series_from(effect)}}};
  CHECK(only(link).pairs == 12);
  CHECK(only(link).verdict != Verdict::untestable);
  forget(link.alliances[0].cause, 12);
  CHECK(only(link).pairs == 11);
  CHECK(only(link).verdict == Verdict::untestable);
  CHECK(only(link).needed >= 1);
}

TEST_CASE("what never moves cannot be tested, and waiting is not the remedy") {
  Link link{Sign::helps, 1, {{series_from(std::vector<int>(30, 50)), following(1, 30, 1).effect}}};
  const Result result = only(link);
  CHECK(result.verdict == Verdict::untestable);
  CHECK(result.obstacle == Obstacle::no_movement);
  CHECK(result.needed == 0);
  // The same steady change in every period is no movement either.
  std::vector<int> line;
  for (int i = 0; i < 30; ++i) line.push_back(3 * i);
  link.alliances[0].cause = series_from(line);
  CHECK(only(link).obstacle == Obstacle::no_movement);
}

TEST_CASE("links that hold are found among others") {
  std::vector<Link> links;
  for (std::uint64_t i = 0; i < 12; ++i)
    links.push_back({Sign::helps, 3, {i < 6 ? following(100 + i, 60, 3, 2) : independent(200 + i, 60)}});
  links[0].sign = Sign::hinders;
  const std::vector<Result> results = test_links(links);
  CHECK(results[0].verdict == Verdict::contradicted);
  for (std::size_t i = 1; i < 6; ++i) CHECK(results[i].verdict == Verdict::supported);
  int wrong = 0;
  for (std::size_t i = 6; i < 12; ++i) wrong += results[i].verdict != Verdict::inconclusive;
  CHECK(wrong <= 1);
}

TEST_CASE("pooling finds what one alliance alone is too short for") {
  Link link{Sign::helps, 1, {}};
  for (std::uint64_t i = 0; i < 4; ++i) {
    const Pair pair = following(300 + i, 11, 1, 2);
    CHECK(only({Sign::helps, 1, {pair}}).verdict == Verdict::untestable);
    link.alliances.push_back(pair);
  }
  const Result result = only(link);
  CHECK(result.verdict == Verdict::supported);
  CHECK(result.pairs == 36);
  CHECK(result.least_p == 1.0 / 2000);  // of 9 to the 4th = 6,561 combinations
  // Few combinations are tried one by one: 9 · 9.
  link.alliances.resize(2);
  CHECK(only(link).least_p == doctest::Approx(1 / 81.0).epsilon(1e-12));
}

// Negative control: both sides rise faster in some alliances than in others, within each they have nothing in common.
TEST_CASE("differences between alliances prove nothing") {
  Link link{Sign::helps, 0, {}};
  for (int i = 0; i < 6; ++i) {
    Pair pair = independent(400 + static_cast<std::uint64_t>(i), 20);
    for (Series* series : {&pair.cause, &pair.effect})
      for (Point& point : series->points)
        point.value = point.value + Decimal::from_integer(1'000'000 * i * (point.period - 24'000));
    link.alliances.push_back(pair);
  }
  const Result result = only(link);
  CHECK(result.verdict == Verdict::inconclusive);
  CHECK(std::abs(result.correlation) < 0.3);
}

TEST_CASE("links that cannot be") {
  std::vector<Link> links(2);
  links[0].lag = -1;
  links[1].alliances = {following(1, 5, 0)};
  links[1].alliances[0].effect.frequency = Frequency::quarter;
  std::swap(links[1].alliances[0].cause.points[0], links[1].alliances[0].cause.points[1]);
  try {
    test_links(links);
    FAIL("was taken");
  } catch (const Error& error) {
    REQUIRE(error.fields().size() == 3);
    CHECK(error.fields()[0].path + " " + error.fields()[0].code == "links[0].lag out_of_range");
    CHECK(error.fields()[1].path + " " + error.fields()[1].code == "links[1].alliances[0].cause out_of_order");
    CHECK(error.fields()[2].path + " " + error.fields()[2].code == "links[1].alliances[0] frequencies_differ");
  }
  CHECK(test_links({}).empty());
}

TEST_CASE("months as periods") {
  CHECK(lag_periods(2, Frequency::month) == 2);
  CHECK(lag_periods(2, Frequency::week) == 9);     // 8.67
  CHECK(lag_periods(1, Frequency::quarter) == 0);  // 0.33
  CHECK(lag_periods(2, Frequency::quarter) == 1);  // 0.67
  CHECK(lag_periods(3, Frequency::half) == 1);     // 0.5
  CHECK(lag_periods(2, Frequency::half) == 0);
  CHECK(lag_periods(18, Frequency::year) == 2);  // 1.5
  CHECK(lag_periods(0, Frequency::day) == 0);
}

TEST_CASE("the scores of a node from a strip of lights") {
  evaluation::Strip strip;
  strip.nodes = 2;
  for (int i = 0; i < 3; ++i) strip.periods.push_back({Frequency::quarter, 8000 + i});
  strip.cells.resize(6);
  strip.cells[1] = {evaluation::score_unit * 3 / 2, true, evaluation::State::value, evaluation::Light::yellow};
  strip.cells[3] = {evaluation::score_unit, true, evaluation::State::stale, evaluation::Light::yellow};
  strip.cells[5] = {evaluation::full_score, true, evaluation::State::value, evaluation::Light::green};
  const Series series = link_test::series_of(strip, 1, true);
  CHECK(series.frequency == Frequency::quarter);
  CHECK(series.seasonal);
  REQUIRE(series.points.size() == 2);
  CHECK(series.points[0].value.text() == "50");
  CHECK(series.points[1].period == 8002);
  CHECK(series.points[1].value.text() == "100");
}

TEST_CASE("laws of the test") {
  const auto any_links = [] {
    std::vector<Link> links;
    const int count = *rc::gen::inRange(1, 5);
    for (int i = 0; i < count; ++i) {
      Link link{*rc::gen::element(Sign::helps, Sign::hinders), *rc::gen::inRange(0, 3), {}};
      const int alliances = *rc::gen::inRange(1, 4);
      for (int j = 0; j < alliances; ++j)
        link.alliances.push_back(following(*rc::gen::arbitrary<std::uint64_t>(), *rc::gen::inRange(2, 40), link.lag,
                                           *rc::gen::inRange(0, 3)));
      links.push_back(link);
    }
    return links;
  };
  CHECK(rc::check("an effect upside down turns supported and contradicted round, and nothing else", [&] {
    std::vector<Link> links = any_links();
    const std::vector<Result> before = test_links(links);
    for (Link& link : links)
      for (Pair& pair : link.alliances)
        for (Point& point : pair.effect.points) point.value = Decimal::from_integer(100) - point.value;
    const std::vector<Result> after = test_links(links);
    for (std::size_t i = 0; i < links.size(); ++i) {
      const Verdict turned = before[i].verdict == Verdict::supported      ? Verdict::contradicted
                             : before[i].verdict == Verdict::contradicted ? Verdict::supported
                                                                          : before[i].verdict;
      RC_ASSERT(after[i].verdict == turned);
      RC_ASSERT(after[i].p == before[i].p);
      RC_ASSERT(after[i].correlation == -before[i].correlation);
      RC_ASSERT(after[i].needed == before[i].needed);
    }
  }));
  CHECK(rc::check("the unit and the zero of a measure do not matter, and the same again is the same", [&] {
    std::vector<Link> links = any_links();
    const std::vector<Result> before = test_links(links);
    const Decimal factor = Decimal::from_integer(*rc::gen::inRange(1, 100)), more = Decimal::from_integer(17);
    for (Link& link : links)
      for (Pair& pair : link.alliances)
        for (Point& point : pair.cause.points) point.value = point.value * factor + more;
    const std::vector<Result> after = test_links(links);
    for (std::size_t i = 0; i < links.size(); ++i) {
      RC_ASSERT(after[i].verdict == before[i].verdict);
      RC_ASSERT(after[i].p == before[i].p);
      RC_ASSERT(after[i].effective == before[i].effective);
    }
  }));
  CHECK(rc::check("p lies between its least and 1, the effective pairs at or below the pairs", [&] {
    for (const Result& result : test_links(any_links())) {
      RC_ASSERT(result.effective <= result.pairs);
      if (result.verdict == Verdict::untestable) continue;
      RC_ASSERT(result.p >= result.least_p);
      RC_ASSERT(result.p <= 1);
      RC_ASSERT(result.adjusted >= result.p);
      RC_ASSERT(std::abs(result.correlation) <= 1 + 1e-12);
    }
  }));
}

// Negative controls on series that have nothing in common. Fixed seeds, so the figures do not change from run to run.
TEST_CASE("without a link p is even") {
  constexpr int tries = 1000;
  // Steps without memory; steps of which each keeps 0.6 of the one before; and three such alliances pooled.
  for (const int kind : {0, 1, 2}) {
    int tenth = 0, half = 0, tested = 0;
    for (int i = 0; i < tries; ++i) {
      Link link{Sign::helps, 1, {}};
      for (int a = 0; a < (kind == 2 ? 3 : 1); ++a)
        link.alliances.push_back(
            independent(static_cast<std::uint64_t>(10'000 * kind + 3 * i + a), kind == 2 ? 16 : 60, kind == 1 ? 6 : 0));
      const Result result = only(link);
      if (result.verdict == Verdict::untestable) continue;
      ++tested;
      tenth += result.p <= 0.1;
      half += result.p <= 0.5;
    }
    CHECK(tested > tries * 0.9);
    CHECK(tenth / double(tested) > 0.065);  // 0.1, with a standard deviation of 0.01 and steps of 1/N
    CHECK(tenth / double(tested) < 0.135);
    CHECK(half / double(tested) == doctest::Approx(0.5).epsilon(0.12));
  }
}

TEST_CASE("shuffled series are not called links more often than q allows") {
  constexpr int maps = 300, links_each = 4;  // so few that one alone can stand out: 4 · 1/57 is under 0.10
  int with_any = 0, verdicts = 0;
  for (int m = 0; m < maps; ++m) {
    std::vector<Link> links;
    for (int i = 0; i < links_each; ++i) {
      Pair pair = following(static_cast<std::uint64_t>(90'000 + links_each * m + i), 60, 2, 2);
      // The effect's values in another order: what held does so no longer.
      SplitMix random(static_cast<std::uint64_t>(70'000 + links_each * m + i));
      auto& points = pair.effect.points;
      for (std::uint32_t k = 59; k > 0; --k) std::swap(points[k].value, points[random.below(k + 1)].value);
      links.push_back({Sign::helps, 2, {pair}});
    }
    int found = 0;
    for (const Result& result : test_links(links))
      found += result.verdict == Verdict::supported || result.verdict == Verdict::contradicted;
    with_any += found > 0;
    verdicts += found;
  }
  CHECK(verdicts > 0);  // the test can speak
  // Where nothing holds, a false discovery rate of 0.10 means: at most one map in ten; 300 have a deviation of 1.7 %.
  CHECK(with_any <= maps * 0.15);
}
