// Formula measures: 100 measures over 60 months, a quarter of them computed, some from others. The floor does the same sums
// in plain floating point, without states, units or memory.
#include <benchmark/benchmark.h>

#include <random>

#include "scorecard/formula/book.hpp"
#include "scorecard/formula/cell_values.hpp"

namespace {

using namespace entente;
using namespace entente::scorecard::formula;

constexpr int stored_count = 75, formula_count = 25, periods = 60;
const Period first = parse_period("2004-01");

class Stored : public CellValues {
 public:
  explicit Stored(const Catalogue& catalogue) : CellValues(catalogue, Calendar{}) {}
  void put(int measure, int month, Decimal value) {
    auto& cell = cells_[static_cast<std::size_t>(measure * periods + month)];
    cell.part.value.kind = scorecard::evaluation::ValueKind::number;
    cell.part.value.number = value;
  }
  Cell cell(const MeasureInfo& measure, Period own) const override {
    const int number = std::atoi(measure.code.c_str() + 1);
    int month = 0;
    for (Period period = first; period < own && month < periods; period = period.next()) ++month;
    Cell none;
    none.part.state = State::missing;
    return measure.code[0] == 'S' && own >= first && month < periods ? cells_[static_cast<std::size_t>(number * periods + month)] : none;
  }
  Standing standing(std::string_view, Period, const Values&, Steps&) const override { return {}; }

 private:
  std::vector<Cell> cells_{static_cast<std::size_t>(stored_count * periods)};
};

struct World {
  Catalogue catalogue;
  std::vector<std::vector<double>> plain{stored_count, std::vector<double>(periods)};
  std::unique_ptr<Stored> stored;
  std::unique_ptr<Book> book;

  World() {
    const auto add = [&](const std::string& code) {
      catalogue.add({code, "Measure " + code, Kind::number, *Unit::read("EUR"), Frequency::month, Aggregation::sum});
    };
    for (int i = 0; i < stored_count; ++i) add(fmt::format("S{}", i));
    for (int i = 0; i < formula_count; ++i) add(fmt::format("F{}", i));
    std::vector<Formula> formulas;
    for (int i = 0; i < formula_count; ++i) {
      Settings settings;
      settings.code = fmt::format("F{}", i);
      settings.frequency = Frequency::month;
      settings.aggregation = Aggregation::sum;
      // Every second one rests on the one before it.
      std::string text = i % 2 ? fmt::format("F{} + S{}", i - 1, i * 3) : fmt::format("S{} + S{} - S{}", i * 3, i * 3 + 1, i * 3 + 2);
      auto compiled = compile(text, settings, catalogue);
      formulas.push_back(std::move(*compiled.formula));
    }
    stored = std::make_unique<Stored>(catalogue);
    std::mt19937 random(1);
    for (int i = 0; i < stored_count; ++i)
      for (int m = 0; m < periods; ++m) {
        auto value = static_cast<std::int64_t>(random() % 1000);
        stored->put(i, m, Decimal::from_integer(value));
        plain[static_cast<std::size_t>(i)][static_cast<std::size_t>(m)] = static_cast<double>(value);
      }
    book = std::make_unique<Book>(std::move(formulas), std::map<std::string, Graph::Codes>{}, Calendar{});
  }
};

World& world() {
  static World one;
  return one;
}

void ask_all(const Reader& reader) {
  for (int i = 0; i < formula_count; ++i) {
    const std::string code = fmt::format("F{}", i);
    Period period = first;
    for (int m = 0; m < periods; ++m, period = period.next()) benchmark::DoNotOptimize(reader.ask(code, period));
  }
}

void everything(benchmark::State& state) {
  World& it = world();
  for (auto _ : state) {
    Reader reader(*it.book, *it.stored);
    ask_all(reader);
  }
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
  Reader reader(*it.book, *it.stored);
  ask_all(reader);
  const std::string changed[]{"S0"};
  const Period last = parse_period("2008-12");
  int value = 0;
  for (auto _ : state) {
    it.stored->put(0, periods - 1, Decimal::from_integer(++value % 1000));
    for (const auto& code : reader.forget(changed)) benchmark::DoNotOptimize(reader.ask(code, last));
  }
}
BENCHMARK(one_change)->Name("formula/one_value_changes")->Unit(benchmark::kMicrosecond);

}  // namespace
