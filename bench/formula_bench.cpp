// Formula measures: 100 measures over 60 months, a quarter of them computed, some from others. The floor does the same sums
// in plain floating point, without states, units or memory.
#include <benchmark/benchmark.h>

#include <random>

#include "scorecard/formula/cell_values.hpp"
#include "scorecard/formula/evaluate.hpp"
#include "scorecard/formula/graph.hpp"

namespace {

using namespace entente;
using namespace entente::scorecard::formula;

constexpr int stored_count = 75, formula_count = 25, periods = 60;
const Period first = parse_period("2004-01");

class Stored : public CellValues {
 public:
  explicit Stored(const Catalogue& catalogue) : CellValues(catalogue, Calendar{}) {}
  /// The computed ones lie behind those that are entered.
  void put(int measure, int month, Decimal value) {
    auto& cell = cells_[static_cast<std::size_t>(measure * periods + month)];
    cell.part.value.kind = scorecard::evaluation::ValueKind::number;
    cell.part.value.number = value;
  }
  Cell cell(const MeasureInfo& measure, Period own) const override {
    const int number = std::atoi(measure.code.c_str() + 1) + (measure.code[0] == 'F' ? stored_count : 0);
    int month = 0;
    for (Period period = first; period < own && month < periods; period = period.next()) ++month;
    Cell none;
    none.part.state = State::missing;
    return own >= first && month < periods ? cells_[static_cast<std::size_t>(number * periods + month)] : none;
  }
  Standing standing(std::string_view, Period, const Values&, Steps&) const override { return {}; }

 private:
  std::vector<Cell> cells_{static_cast<std::size_t>((stored_count + formula_count) * periods)};
};

struct World {
  Catalogue catalogue;
  std::vector<std::vector<double>> plain{stored_count, std::vector<double>(periods)};
  std::unique_ptr<Stored> stored;
  std::map<std::string, Formula> formulas;
  Graph graph;

  World() {
    const auto add = [&](const std::string& code) {
      catalogue.add({code, "Measure " + code, Kind::number, *Unit::read("EUR"), Frequency::month, Aggregation::sum});
    };
    for (int i = 0; i < stored_count; ++i) add(fmt::format("S{}", i));
    for (int i = 0; i < formula_count; ++i) add(fmt::format("F{}", i));
    for (int i = 0; i < formula_count; ++i) {
      Settings settings;
      settings.code = fmt::format("F{}", i);
      settings.frequency = Frequency::month;
      settings.aggregation = Aggregation::sum;
      // Every second one rests on the one before it.
      std::string text = i % 2 ? fmt::format("F{} + S{}", i - 1, i * 3) : fmt::format("S{} + S{} - S{}", i * 3, i * 3 + 1, i * 3 + 2);
      auto compiled = compile(text, settings, catalogue);
      graph.set(settings.code, compiled.formula->tree);
      formulas.emplace(settings.code, std::move(*compiled.formula));
    }
    stored = std::make_unique<Stored>(catalogue);
    std::mt19937 random(1);
    for (int i = 0; i < stored_count; ++i)
      for (int m = 0; m < periods; ++m) {
        auto value = static_cast<std::int64_t>(random() % 1000);
        stored->put(i, m, Decimal::from_integer(value));
        plain[static_cast<std::size_t>(i)][static_cast<std::size_t>(m)] = static_cast<double>(value);
      }
  }

  void work_out(const std::string& code, int month) {
    const Value value = evaluate(formulas.at(code), Span::of(first + month), *stored, Calendar{});
    stored->put(stored_count + std::atoi(code.c_str() + 1), month, value.number);
  }
};

World& world() {
  static World one;
  return one;
}

void work_out_all(World& it) {
  for (const auto& code : it.graph.order())
    for (int month = 0; month < periods; ++month) it.work_out(code, month);
}

void everything(benchmark::State& state) {
  World& it = world();
  for (auto _ : state) work_out_all(it);
}
BENCHMARK(everything)->Name("formula/25_of_100_measures")->Unit(benchmark::kMicrosecond);

void plain(benchmark::State& state) {
  World& it = world();
  for (auto _ : state) {
    std::vector<double> before(periods);
    for (std::size_t i = 0; i < formula_count; ++i)
      for (std::size_t m = 0; m < periods; ++m) {
        before[m] = i % 2 ? before[m] + it.plain[i * 3][m] : it.plain[i * 3][m] + it.plain[i * 3 + 1][m] - it.plain[i * 3 + 2][m];
        benchmark::DoNotOptimize(before[m]);
      }
  }
}
BENCHMARK(plain)->Name("formula/25_of_100_measures/floor")->Unit(benchmark::kMicrosecond);

void one_change(benchmark::State& state) {
  World& it = world();
  work_out_all(it);
  const std::string changed[]{"S0"};
  int value = 0;
  for (auto _ : state) {
    it.stored->put(0, periods - 1, Decimal::from_integer(++value % 1000));
    for (const auto& code : it.graph.affected_by(changed)) it.work_out(code, periods - 1);
  }
}
BENCHMARK(one_change)->Name("formula/one_value_changes")->Unit(benchmark::kMicrosecond);

}  // namespace
