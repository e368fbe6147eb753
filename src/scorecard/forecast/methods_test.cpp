// The methods of the forecast, each against numbers from outside the program.
#include "scorecard/forecast/methods.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>

#include "base/splitmix.hpp"

using namespace entente;
using namespace entente::scorecard::forecast;

namespace {

/// Three holes: at 4, 10 and 11.
const Track holed{{0, 1, 2, 3, 5, 6, 7, 8, 9, 12, 13, 14}, {50, 53, 51, 56, 58, 57, 61, 60, 64, 66, 71, 69}, 0};
/// Three and a half years of quarters.
const Track quarters{
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13}, {10, 14, 20, 12, 11, 15, 22, 13, 13, 16, 24, 13, 14, 18}, 4};

double at(const Fits& fits, const Track& track, Method method, int step) {
  return *fits.predict(method, track.size(), step);
}

/// A track of 12 to 30 values with holes.
Track any_track() {
  Track track;
  int now = 0;
  const int count = *rc::gen::inRange(12, 31);
  for (int i = 0; i < count; ++i) {
    track.at.push_back(now);
    track.value.push_back(*rc::gen::inRange(-500, 501));
    now += *rc::gen::weightedElement<int>({{8, 1}, {1, 2}, {1, 5}});
  }
  for (double& value : track.value) value -= track.value.front();
  return track;
}

}  // namespace

// Python: s = 1234567, then three xor-shifts and two multiplications modulo 2^64 as in the article; the same five
// numbers stand at rosettacode.org, "Pseudo-random numbers/Splitmix64".
TEST_CASE("the generator is SplitMix64") {
  SplitMix random(1234567);
  CHECK(random.next() == 6457827717110365317ULL);
  CHECK(random.next() == 3203168211198807973ULL);
  CHECK(random.next() == 9817491932198370423ULL);
  CHECK(random.next() == 4593380528125082431ULL);
  CHECK(random.next() == 16408922859458223821ULL);
}

// scipy 1.10.1: stats.theilslopes(y, t, method='joint') gives slope 1.5, intercept 50.25, so 75.75 at t = 17; and by
// fractions: b = median((y[j] - y[i]) / (t[j] - t[i]) for i < j), a = median(y[i] - b t[i]).
TEST_CASE("Theil and Sen") {
  const Fits fits(holed, 8);
  CHECK(fits.line(12).slope == doctest::Approx(1.5).epsilon(1e-12));
  CHECK(fits.line(12).intercept == doctest::Approx(50.25).epsilon(1e-12));
  CHECK(at(fits, holed, Method::theil_sen, 3) == doctest::Approx(75.75).epsilon(1e-12));
}

TEST_CASE("naive, drift and seasonal naive, by hand") {
  const Fits fits(holed, 8);
  CHECK(at(fits, holed, Method::naive, 7) == 69);
  CHECK(at(fits, holed, Method::drift, 3) == doctest::Approx(69 + 3 * 19.0 / 14).epsilon(1e-12));
  CHECK_FALSE(fits.predict(Method::seasonal_naive, 12, 1));
  const Fits seasonal(quarters, 8);
  CHECK(at(seasonal, quarters, Method::seasonal_naive, 1) == 24);
  CHECK(at(seasonal, quarters, Method::seasonal_naive, 2) == 13);
  CHECK(at(seasonal, quarters, Method::seasonal_naive, 4) == 18);
  CHECK(at(seasonal, quarters, Method::seasonal_naive, 5) == 24);
  // Where a year has no value for the season, the year before speaks.
  Track hole = quarters;
  hole.at.erase(hole.at.begin() + 10);
  hole.value.erase(hole.value.begin() + 10);
  const Fits holed_fits(hole, 8);
  CHECK(at(holed_fits, hole, Method::seasonal_naive, 1) == 22);
  CHECK(season_mate(hole, 13, 14)->seasons == 2);
}

// Python, fractions: for every weight of level, share of it and damping: over a gap the level moves by φb and b by φ;
// e = y − (l + φb), sum of e²/gap; l += φb + αe, b = φb + α·share·e. The least sum 30.3133… has α 0.1, share 0.1, φ
// 0.98.
TEST_CASE("damped Holt") {
  const Fits fits(holed, 8);
  CHECK(fits.holt(12).weights.level == 0.1);
  CHECK(fits.holt(12).weights.trend == doctest::Approx(0.01).epsilon(1e-12));
  CHECK(fits.holt(12).weights.damping == 0.98);
  CHECK(at(fits, holed, Method::damped_holt, 1) == doctest::Approx(71.4176314627369).epsilon(1e-12));
  CHECK(at(fits, holed, Method::damped_holt, 2) == doctest::Approx(72.63465560044524).epsilon(1e-12));
  CHECK(at(fits, holed, Method::damped_holt, 3) == doctest::Approx(73.82733925539942).epsilon(1e-12));
  double squares = 0;
  for (const double error : holt_errors(holed, fits.holt(12).weights)) squares += error * error;
  CHECK(squares == doctest::Approx(30.313368255042437).epsilon(1e-12));
}

// Python: statistics.quantiles(d + [-x for x in d], n=10, method='inclusive')[8] == 5.1.
TEST_CASE("the quantile of numbers and their mirror images") {
  std::vector<double> numbers{3, -1, 4, 1, -5, 9, 2, -6, 5, 3.5};
  CHECK(mirrored_quantile(numbers) == doctest::Approx(5.1).epsilon(1e-12));
  std::vector<double> same(500, -2.0);
  CHECK(mirrored_quantile(same) == 2);
}

// Steps of ±1 with even odds: after two of them −2, 0, 2 with the chances 1/4, 1/2, 1/4; after one ±1.
TEST_CASE("paths of the naive method are sums of residuals") {
  Track track;
  double level = 0;
  SplitMix random(5);
  for (int i = 0; i < 40; ++i) {
    track.at.push_back(i);
    track.value.push_back(level);
    level += random.next() & 1 ? 1 : -1;
  }
  const Fits fits(track, 8);
  const std::vector<double> strayed = deviations(Method::naive, track, fits, 2);
  REQUIRE(strayed.size() == paths);
  int up = 0, far = 0;
  for (std::size_t path = 0; path < paths / 2; ++path) {
    CHECK(std::abs(strayed[2 * path]) == 1);
    up += strayed[2 * path] > 0;
    far += std::abs(strayed[2 * path + 1]) == 2;
  }
  CHECK(up == doctest::Approx(250).epsilon(0.2));   // ± 4.5 standard deviations of √(500/4) = 11
  CHECK(far == doctest::Approx(250).epsilon(0.2));  // half of them
}

// Python: sd of naive errors after h steps is σ√h, of drift σ√(h (1 + h/span)) (Hyndman and Athanasopoulos 2021, 5.5).
TEST_CASE("drift strays more than naive, a line by the doubt about its slope") {
  const Fits fits(holed, 8);
  const auto spread = [&](Method method, int step) {
    const std::vector<double> strayed = deviations(method, holed, fits, 14);
    double squares = 0;
    for (std::size_t path = 0; path < paths / 2; ++path) {
      const double value = strayed[path * 14 + static_cast<std::size_t>(step - 1)];
      squares += value * value;
    }
    return std::sqrt(squares / (paths / 2));
  };
  const auto root = [&](Method method) {
    double squares = 0;
    const std::vector<double> left = residuals(method, holed, fits);
    for (const double value : left) squares += value * value;
    return std::sqrt(squares / static_cast<double>(left.size()));
  };
  // A standard deviation from 500 paths is off by some 3 %.
  CHECK(spread(Method::naive, 9) == doctest::Approx(root(Method::naive) * 3).epsilon(0.12));
  CHECK(spread(Method::drift, 14) == doctest::Approx(root(Method::drift) * std::sqrt(14 * 2.0)).epsilon(0.12));
  // Σ(t − 6 2/3)² = 244 2/3 for these 12 places; at 28: 1 + 1/12 + (21 1/3)² / 244 2/3. The residuals do not follow
  // each other: products of neighbours sum to less than 0.
  CHECK(spread(Method::theil_sen, 14) ==
        doctest::Approx(root(Method::theil_sen) * std::sqrt(1 + 1 / 12.0 + 455.1111 / 244.6667)).epsilon(0.12));
}

TEST_CASE("laws of the methods") {
  CHECK(rc::check("another scale scales every forecast", [] {
    const Track track = any_track();
    const int factor = *rc::gen::inRange(2, 1000);
    Track scaled = track;
    for (double& value : scaled.value) value *= factor;
    const Fits fits(track, 8), other(scaled, 8);
    for (const Method method : {Method::naive, Method::drift, Method::theil_sen, Method::damped_holt})
      for (int step = 1; step <= 5; ++step) {
        const double one = at(fits, track, method, step) * factor, two = at(other, scaled, method, step);
        RC_ASSERT(std::abs(one - two) <= 1e-9 * (500.0 * factor + std::abs(one)));
      }
  }));
  CHECK(rc::check("upside down turns every forecast upside down", [] {
    const Track track = any_track();
    Track turned = track;
    for (double& value : turned.value) value = -value;
    const Fits fits(track, 8), other(turned, 8);
    for (const Method method : {Method::naive, Method::drift, Method::theil_sen, Method::damped_holt})
      RC_ASSERT(std::abs(at(fits, track, method, 4) + at(other, turned, method, 4)) <= 1e-9);
  }));
  CHECK(rc::check("a straight line is continued by drift and Theil–Sen, whatever is missing", [] {
    Track track = any_track();
    const int slope = *rc::gen::inRange(-20, 21);
    for (std::size_t i = 0; i < track.at.size(); ++i) track.value[i] = slope * track.at[i];
    const Fits fits(track, 8);
    const int step = *rc::gen::inRange(1, 20), there = track.at.back() + step;
    RC_ASSERT(std::abs(at(fits, track, Method::drift, step) - slope * there) <= 1e-9);
    RC_ASSERT(std::abs(at(fits, track, Method::theil_sen, step) - slope * there) <= 1e-9);
  }));
  CHECK(rc::check("what a fit knew at an origin is what it would have been then", [] {
    const Track track = any_track();
    const int known = *rc::gen::inRange(8, track.size());
    Track then = track;
    then.at.resize(static_cast<std::size_t>(known));
    then.value.resize(static_cast<std::size_t>(known));
    const Fits all(track, 8), past(then, known);
    for (const Method method : {Method::naive, Method::drift, Method::theil_sen, Method::damped_holt})
      RC_ASSERT(*all.predict(method, known, 3) == *past.predict(method, known, 3));
  }));
  CHECK(rc::check("a longer horizon leaves the first steps of the paths as they were", [] {
    const Track track = any_track();
    const Fits fits(track, 8);
    const Method method = *rc::gen::element(Method::naive, Method::drift, Method::theil_sen, Method::damped_holt);
    const std::vector<double> few = deviations(method, track, fits, 2), more = deviations(method, track, fits, 7);
    for (std::size_t path = 0; path < paths / 2; ++path) RC_ASSERT(few[path * 2 + 1] == more[path * 7 + 1]);
  }));
}
