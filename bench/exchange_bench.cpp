// StratML of 1.5 MB in under 100 ms; tidy CSV at a million rows a second and more, before anything is stored.
#include <benchmark/benchmark.h>

#include <pugixml.hpp>

#include "exchange/csv.hpp"
#include "exchange/stratml.hpp"

namespace entente::exchange {
namespace {

/// A report like those that are published: 2 goals, 12 objectives, 104 indicators, 23 years of targets and results.
std::string published_report() {
  std::string out = R"(<PerformancePlanOrReport xmlns="urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport" Type="Performance_Plan"><Name>Report</Name><StrategicPlanCore>)";
  int number = 0;
  auto result = [&](const char* kind, int year) {
    out += fmt::format("<{0}><StartDate>{1}-01-01</StartDate><EndDate>{1}-12-31</EndDate><NumberOfUnits>{2}.{3:02}</NumberOfUnits><Descriptor><DescriptorName>Status</DescriptorName>"
                       "<DescriptorValue>Annual Baseline</DescriptorValue></Descriptor><Description>Mean of all countries\n                    of the region</Description></{0}>",
                       kind, year, number % 10, year % 100);
  };
  for (int goal = 0; goal < 2; ++goal) {
    out += fmt::format("<Goal><Name>Goal {0}</Name><Description/><Identifier>g{0}</Identifier>", goal);
    for (int objective = 0; objective < 6; ++objective) {
      out += fmt::format("<Objective><Name>Objective {0}.{1}</Name><Identifier>o{0}.{1}</Identifier>", goal, objective);
      for (int measure = 0; measure < (objective < 4 ? 9 : 8); ++measure, ++number) {
        out += fmt::format("<PerformanceIndicator><MeasurementDimension>Measure {0}</MeasurementDimension><UnitOfMeasurement>Score</UnitOfMeasurement><Identifier>m{0}</Identifier>", number);
        for (int year = 2022; year >= 2000; --year) {
          out += "<MeasurementInstance>";
          result("TargetResult", year);
          result("ActualResult", year);
          out += "</MeasurementInstance>";
        }
        out += "</PerformanceIndicator>";
      }
      out += "</Objective>";
    }
    out += "</Goal>";
  }
  return out + "</StrategicPlanCore></PerformancePlanOrReport>";
}

std::string tidy_csv(int rows) {
  std::string out = "measure,period,series,value,state,note\n";
  for (int i = 0; i < rows; ++i) out += fmt::format("M{:03}.{},{:04}-{:02},actual,{}.{},,\n", i / 4800 % 1000, i / 4'800'000, 1900 + i % 4800 / 12, i % 12 + 1, i % 997, i % 10);
  return out;
}

void stratml_read(benchmark::State& state) {
  const std::string text = published_report();
  for (auto _ : state) benchmark::DoNotOptimize(read_stratml(text));
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
}
BENCHMARK(stratml_read)->Name("exchange/stratml_read")->Unit(benchmark::kMillisecond);

/// The parser alone.
void stratml_read_floor(benchmark::State& state) {
  const std::string text = published_report();
  for (auto _ : state) {
    pugi::xml_document document;
    benchmark::DoNotOptimize(document.load_buffer(text.data(), text.size()));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
}
BENCHMARK(stratml_read_floor)->Name("exchange/stratml_read/floor")->Unit(benchmark::kMillisecond);

void stratml_write(benchmark::State& state) {
  const Plan plan = read_stratml(published_report());
  for (auto _ : state) benchmark::DoNotOptimize(write_stratml(plan));
}
BENCHMARK(stratml_write)->Name("exchange/stratml_write")->Unit(benchmark::kMillisecond);

void csv_read(benchmark::State& state) {
  const std::string text = tidy_csv(1'000'000);
  for (auto _ : state) {
    std::size_t rows = 0;
    read_observations(source_of(text), [&](const ObservationRow& row) { rows += row.number.has_value(); });
    if (rows != 1'000'000) state.SkipWithError("rows were refused");
  }
  state.SetItemsProcessed(1'000'000 * state.iterations());
}
BENCHMARK(csv_read)->Name("exchange/csv_read")->Unit(benchmark::kMillisecond);

/// A plain loop that only looks for the ends of fields.
void csv_read_floor(benchmark::State& state) {
  const std::string text = tidy_csv(1'000'000);
  for (auto _ : state) {
    std::size_t fields = 0;
    for (char c : text) fields += c == ',' || c == '\n';
    benchmark::DoNotOptimize(fields);
  }
  state.SetItemsProcessed(1'000'000 * state.iterations());
}
BENCHMARK(csv_read_floor)->Name("exchange/csv_read/floor")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace entente::exchange
