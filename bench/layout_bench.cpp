// The geometry of the strategy map: 24 objectives in under 10 ms, 400 in under a second.
#include <benchmark/benchmark.h>

#include "strategy/layout/sample_maps.hpp"

namespace entente::strategy::layout {
namespace {

void layout_reference(benchmark::State& state) {
  const Input input = reference_map();
  for (auto _ : state) benchmark::DoNotOptimize(compute(input));
}
BENCHMARK(layout_reference)->Unit(benchmark::kMillisecond);

/// Arguments: objectives, links.
void layout_random(benchmark::State& state) {
  RandomMap wanted;
  wanted.objectives = static_cast<int>(state.range(0));
  wanted.links = static_cast<int>(state.range(1));
  const Input input = random_map(wanted);
  for (auto _ : state) benchmark::DoNotOptimize(compute(input));
}
BENCHMARK(layout_random)->Args({25, 40})->Args({60, 100})->Args({100, 200})->Args({400, 600})->Args({400, 1500})->Args({400, 4000})->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace entente::strategy::layout
