// The forecast of one measure, beside a floor: the naive method with the interval of the normal distribution. The test
// of a map's links, beside the bare correlations.
#include <benchmark/benchmark.h>

#include <cmath>

#include "base/splitmix.hpp"
#include "scorecard/forecast/forecast.hpp"
#include "scorecard/link_test/links.hpp"
#include "scorecard/link_test/ranks.hpp"

namespace {

using namespace entente;

std::vector<double> walk(std::uint64_t seed, int count) {
  SplitMix random(seed);
  std::vector<double> values;
  double level = 0;
  for (int i = 0; i < count; ++i) values.push_back(level += random.below(201) - 100.0);
  return values;
}

scorecard::forecast::Series measure(int count) {
  scorecard::forecast::Series series;
  int period = 24'000;
  for (const double value : walk(1, count))
    series.points.push_back({period++, Decimal::from_integer(static_cast<std::int64_t>(value))});
  return series;
}

void one_measure(benchmark::State& state) {
  const auto series = measure(static_cast<int>(state.range(0)));
  const scorecard::forecast::Question question{12, {{Decimal::from_integer(100), std::nullopt}}};
  for (auto _ : state) benchmark::DoNotOptimize(scorecard::forecast::forecast(series, question));
}
BENCHMARK(one_measure)->Name("forecast/one_measure")->Arg(60)->Arg(156)->Unit(benchmark::kMicrosecond);

void naive_only(benchmark::State& state) {
  const std::vector<double> values = walk(1, 60);
  for (auto _ : state) {
    double squares = 0;
    for (std::size_t i = 1; i < values.size(); ++i)
      squares += (values[i] - values[i - 1]) * (values[i] - values[i - 1]);
    const double deviation = std::sqrt(squares / 59);
    double sum = 0;
    for (int h = 1; h <= 12; ++h) {
      const double reach = deviation * std::sqrt(h);
      sum += 1.2816 * reach + std::erfc((100 - values.back()) / reach / std::sqrt(2.0)) / 2;
    }
    benchmark::DoNotOptimize(sum);
  }
}
BENCHMARK(naive_only)->Name("forecast/one_measure/floor")->Unit(benchmark::kMicrosecond);

/// 30 links, 60 months.
void map(benchmark::State& state) {
  std::vector<scorecard::link_test::Link> links(30);
  for (std::size_t i = 0; i < links.size(); ++i) {
    links[i].lag = static_cast<int>(i % 4);
    auto& pair = links[i].alliances.emplace_back();
    int period = 0;
    for (const double value : walk(2 * i, 60))
      pair.cause.points.push_back({period++, Decimal::from_integer(static_cast<std::int64_t>(value))});
    period = 0;
    for (const double value : walk(2 * i + 1, 60))
      pair.effect.points.push_back({period++, Decimal::from_integer(static_cast<std::int64_t>(value))});
  }
  for (auto _ : state) benchmark::DoNotOptimize(scorecard::link_test::test_links(links));
}
BENCHMARK(map)->Name("link_test/map_of_30_links")->Unit(benchmark::kMicrosecond);

/// The floor: one correlation for each link, without a test.
void correlations(benchmark::State& state) {
  std::vector<std::vector<double>> series;
  for (std::uint64_t i = 0; i < 60; ++i) series.push_back(walk(i, 60));
  for (auto _ : state) {
    double sum = 0;
    for (std::size_t i = 0; i < series.size(); i += 2)
      sum += scorecard::link_test::correlation(scorecard::link_test::centred_ranks<double>(series[i]),
                                               scorecard::link_test::centred_ranks<double>(series[i + 1]));
    benchmark::DoNotOptimize(sum);
  }
}
BENCHMARK(correlations)->Name("link_test/map_of_30_links/floor")->Unit(benchmark::kMicrosecond);

}  // namespace
