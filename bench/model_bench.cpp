// What a reading in memory costs: reading the reference alliance from the database, judging it, and bringing it up to date
// after one value changed. The floor of the last is building the reading anew from contents in memory.
#include <benchmark/benchmark.h>
#include <stdlib.h>

#include <filesystem>

#include "app/program.hpp"
#include "model/build.hpp"
#include "review/store.hpp"
#include "sample/load.hpp"

namespace entente::model {
namespace {

struct World {
  std::filesystem::path directory;
  log::Log log{log::Level::error};
  SeededRandom random{1};
  std::unique_ptr<app::Program> program;
  AllianceId alliance;
  access::ViewerPointer viewer;

  World() {
    std::string pattern = (std::filesystem::temp_directory_path() / "entente-bench-XXXXXX").string();
    directory = ::mkdtemp(pattern.data());
    app::Settings settings;
    settings.database = (directory / "world.db").string();
    program = std::make_unique<app::Program>(settings, system_clock(), random, log);
    alliance = sample::load_reference(program->door(), program->sign_in(), sample::Form::draft).alliance;
    auto person = program->viewers().person_by_email("anna.verbeke@aldermere.example");
    viewer = program->viewers().of(*person, access::Channel::web);
  }
  ~World() {
    program.reset();
    std::filesystem::remove_all(directory);
  }
  std::shared_ptr<Contents> contents() {
    auto spaces = spaces_of(viewer->need(alliance, access::Act::read_map), Side::joint);
    return program->door().read([&](db::Transaction& transaction) { return load_contents(transaction, alliance, spaces); });
  }
};

World& world() {
  static World one;
  return one;
}
const Date day = parse_date("2010-02-01");

void from_database(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(world().contents());
}
BENCHMARK(from_database)->Name("model/from database")->Unit(benchmark::kMicrosecond);

void ready(benchmark::State& state) {
  auto contents = world().contents();
  for (auto _ : state) benchmark::DoNotOptimize(Reading(contents).as_of(day));
}
BENCHMARK(ready)->Name("model/one value changed/floor")->Unit(benchmark::kMicrosecond);

void one_value(benchmark::State& state) {
  auto reading = std::make_shared<const Reading>(world().contents());
  reading->as_of(day);
  const MeasureId measure = reading->contents().measures.front().id;
  auto spaces = spaces_of(world().viewer->need(world().alliance, access::Act::read_map), Side::joint);
  auto values = world().program->door().read([&](db::Transaction& transaction) { return load_values(transaction, measure, spaces); });
  for (auto _ : state) {
    reading = reading->with_values(measure, values);
    benchmark::DoNotOptimize(reading->as_of(day));
  }
}
BENCHMARK(one_value)->Name("model/one value changed")->Unit(benchmark::kMicrosecond);

void list_item(benchmark::State& state) {
  auto reading = std::make_shared<const Reading>(world().contents());
  const auto& grant = world().viewer->need(world().alliance, access::Act::read_map);
  for (auto _ : state)
    benchmark::DoNotOptimize(build_item(Look{*world().viewer, grant, *reading, day, Side::joint, ""}, Instant{}));
}
BENCHMARK(list_item)->Name("model/item of the list")->Unit(benchmark::kMicrosecond);

// A freeze: what all parties share is judged, written out, digested and made durable. The floor writes a document of that size
// into one row, durably.
void freeze(benchmark::State& state) {
  World& it = world();
  auto& door = it.program->door();
  for (auto _ : state)
    door.write(*it.viewer, [&](db::Transaction& transaction) {
      benchmark::DoNotOptimize(review::freeze(door, transaction, *it.viewer, it.alliance, {"2009-Q4", "Review", ""}));
    });
}
BENCHMARK(freeze)->Name("review/freeze")->Unit(benchmark::kMillisecond)->UseRealTime();

void bare_document(benchmark::State& state) {
  World& it = world();
  auto& door = it.program->door();
  std::string document = door.read(*it.viewer, [&](db::Transaction& transaction) {
    return review::document_text(transaction, review::freezes(transaction, *it.viewer, it.alliance).front());
  });
  door.database().write(db::Sight::of_system("bench"), [&](db::Transaction& transaction) {
    transaction.script("CREATE TABLE IF NOT EXISTS bench_document (document TEXT NOT NULL)");
  });
  for (auto _ : state)
    door.database().write(db::Sight::of_system("bench"),
                          [&](db::Transaction& transaction) { transaction.run("INSERT INTO bench_document (document) VALUES ($1)", document); });
  state.counters["bytes"] = static_cast<double>(document.size());
}
BENCHMARK(bare_document)->Name("review/freeze/floor")->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace entente::model
