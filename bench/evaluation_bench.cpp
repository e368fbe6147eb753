// Evaluation, beside a floor that walks the same graph in plain floating point without states, intervals or rules.
#include <benchmark/benchmark.h>

#include <random>

#include "scorecard/evaluation/model.hpp"

namespace {

using namespace entente;
using namespace entente::scorecard::evaluation;

constexpr int objectives = 25, themes = 5, measures_each = 4, periods = 60;
const Date today = parse_date("2008-06-30");

/// 25 objectives in 5 themes, 100 monthly measures, 60 months each, a few of them missing.
Model alliance(unsigned seed) {
  std::mt19937 random(seed);
  Definition definition;
  ParentDefinition top;
  top.code = "A";
  for (int t = 0; t < themes; ++t) {
    ParentDefinition theme;
    theme.code = "T" + std::to_string(t);
    for (int o = 0; o < objectives / themes; ++o) {
      ParentDefinition objective;
      objective.code = "O" + std::to_string(t) + "." + std::to_string(o);
      for (int m = 0; m < measures_each; ++m) {
        MeasureDefinition measure;
        measure.code = "M" + objective.code + "." + std::to_string(m);
        Scoring scoring;
        scoring.type = m % 2 ? ScoringType::lower : ScoringType::higher;
        scoring.red = Decimal::from_integer(m % 2 ? 70 : 40);
        scoring.green = Decimal::from_integer(m % 2 ? 40 : 70);
        measure.scorings = {{always, scoring}};
        objective.children.push_back({measure.code, Decimal::from_integer(1 + m)});
        definition.measures.push_back(std::move(measure));
      }
      theme.children.push_back({objective.code});
      definition.parents.push_back(std::move(objective));
    }
    top.children.push_back({theme.code});
    definition.parents.push_back(std::move(theme));
  }
  definition.parents.push_back(std::move(top));
  Model model(std::move(definition));
  const Period last = model.calendar().last_ended(today, Frequency::month);
  for (NodeIndex node = 0; node < model.measure_count(); ++node)
    for (int i = periods - 1; i >= 0; --i) {
      if (random() % 40 == 0) continue;
      Observation observation;
      observation.period = last - i;
      observation.value = parse_decimal(std::to_string(random() % 1000) + "e-1");
      model.put(node, observation);
    }
  return model;
}

void levels(benchmark::State& state) {
  const Model model = alliance(1);
  Evaluation evaluation;
  for (auto _ : state) {
    model.evaluate({today, View::own, 12, Channels::level}, evaluation);
    benchmark::DoNotOptimize(evaluation.levels.data());
  }
}
BENCHMARK(levels)->Name("evaluation/one_alliance/levels")->Unit(benchmark::kMicrosecond);

/// The floor: the last value of each measure, one division, and the weighted means above.
void plain_levels(benchmark::State& state) {
  std::mt19937 random(1);
  std::vector<std::vector<double>> series(objectives * measures_each, std::vector<double>(periods));
  for (auto& values : series)
    for (double& value : values) value = static_cast<double>(random() % 1000) / 10;
  for (auto _ : state) {
    double top = 0;
    for (int o = 0; o < objectives; ++o) {
      double sum = 0;
      for (int m = 0; m < measures_each; ++m) {
        const double value = series[static_cast<std::size_t>(o * measures_each + m)].back();
        sum += (1 + m) * std::clamp(((m % 2 ? -value : value) - 40) / 30 + 1, 0.0, 3.0);
      }
      top += sum / 10;
    }
    benchmark::DoNotOptimize(top);
  }
}
BENCHMARK(plain_levels)->Name("evaluation/one_alliance/levels/floor")->Unit(benchmark::kMicrosecond);

void everything(benchmark::State& state) {
  const Model model = alliance(1);
  Evaluation evaluation;
  for (auto _ : state) {
    model.evaluate({today}, evaluation);
    benchmark::DoNotOptimize(evaluation.signals.data());
  }
}
BENCHMARK(everything)->Name("evaluation/one_alliance/with_trend_and_signal")->Unit(benchmark::kMicrosecond);

void one_change(benchmark::State& state) {
  Model model = alliance(1);
  Evaluation evaluation = model.evaluate({today});
  Observation observation;
  observation.period = model.calendar().last_ended(today, Frequency::month);
  int value = 0;
  for (auto _ : state) {
    observation.value = Decimal::from_integer(++value % 100);
    model.put(7, observation);
    model.update(evaluation, 7);
    benchmark::DoNotOptimize(evaluation.levels.data());
  }
}
BENCHMARK(one_change)->Name("evaluation/one_value_changes")->Unit(benchmark::kMicrosecond);

/// 1,000 alliances: 100,000 measures, 6 million cells.
const std::vector<Model>& portfolio() {
  static const std::vector<Model> models = [] {
    std::vector<Model> made;
    made.reserve(1000);
    for (unsigned i = 0; i < 1000; ++i) made.push_back(alliance(i));
    return made;
  }();
  return models;
}

void portfolio_levels(benchmark::State& state) {
  const auto& models = portfolio();
  Evaluation evaluation;
  for (auto _ : state) {
    int reds = 0;
    for (const Model& model : models) {
      model.evaluate({today, View::own, 12, Channels::level}, evaluation);
      for (const Level& level : evaluation.levels) reds += level.light == Light::red;
    }
    benchmark::DoNotOptimize(reds);
  }
}
BENCHMARK(portfolio_levels)->Name("evaluation/portfolio_of_1000/levels")->Unit(benchmark::kMillisecond);

void portfolio_everything(benchmark::State& state) {
  const auto& models = portfolio();
  Evaluation evaluation;
  for (auto _ : state) {
    int greens = 0;
    for (const Model& model : models) {
      model.evaluate({today}, evaluation);
      for (NodeIndex node = 0; node < model.measure_count(); ++node)
        for (const HistoryPoint& point : model.history(node, today, periods))
          greens += point.level.light == Light::green;
    }
    benchmark::DoNotOptimize(greens);
  }
}
BENCHMARK(portfolio_everything)
    ->Name("evaluation/portfolio_of_1000/with_history_trend_and_signal")
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);

}  // namespace
