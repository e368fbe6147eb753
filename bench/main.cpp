// Runs the benchmarks and prints beside each its ratio to its floor: the same work done with the bare means, measured
// in the same run. "db/insert" has the floor "db/insert/floor". Above 1 is slower than the floor.
#include <benchmark/benchmark.h>

namespace {

class Ratios : public benchmark::ConsoleReporter {
 public:
  Ratios() : ConsoleReporter(OO_None) {}

  void ReportRuns(const std::vector<Run>& runs) override {
    ConsoleReporter::ReportRuns(runs);
    for (const Run& run : runs) {
      if (run.run_type != Run::RT_Iteration || run.error_occurred) continue;
      // The name without what the library adds ("/real_time", "/threads:16").
      std::string name = run.run_name.function_name;
      auto rate = run.counters.find("items_per_second");
      double cost = rate != run.counters.end() && rate->second.value > 0
                        ? 1.0 / rate->second.value
                        : run.GetAdjustedRealTime() / benchmark::GetTimeUnitMultiplier(run.time_unit);
      // Of several repetitions the best: what disturbs only makes slower.
      auto [place, fresh] = costs_.try_emplace(name, cost);
      if (fresh)
        order_.push_back(name);
      else
        place->second = std::min(place->second, cost);
    }
  }

  void Finalize() override {
    GetOutputStream() << fmt::format("\n{:<44} {:>14} {:>14} {:>8}\n", "", "per second", "floor", "ratio");
    for (const std::string& name : order_) {
      auto floor = costs_.find(name + "/floor");
      if (floor == costs_.end()) continue;
      double cost = costs_.at(name);
      GetOutputStream() << fmt::format("{:<44} {:>14.0f} {:>14.0f} {:>8.2f}\n", name, 1 / cost, 1 / floor->second,
                                       cost / floor->second);
    }
  }

 private:
  std::map<std::string, double> costs_;
  std::vector<std::string> order_;
};

}  // namespace

int main(int count, char** arguments) {
  benchmark::Initialize(&count, arguments);
  if (benchmark::ReportUnrecognizedArguments(count, arguments)) return 2;
  Ratios ratios;
  benchmark::RunSpecifiedBenchmarks(&ratios);
}
