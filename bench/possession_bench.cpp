// Taking everything away: 20 copies of the reference alliance's plan and values, as an export each. The floor reads as many rows
// by bare statements and packs as many bytes with zlib alone. The counter tells by how many megabytes the program grew.
#include <benchmark/benchmark.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <zlib.h>

#include <filesystem>

#include "app/program.hpp"
#include "archive/zip_reader.hpp"
#include "exchange/apply.hpp"
#include "possession/export.hpp"
#include "possession/kinds.hpp"
#include "possession/rows.hpp"
#include "sample/load.hpp"

namespace entente::possession {
namespace {

constexpr int copies = 20;

struct World {
  std::filesystem::path directory;
  log::Log log{log::Level::error};
  SeededRandom random{1};
  std::unique_ptr<app::Program> program;
  access::ViewerPointer viewer;

  World() {
    std::string pattern = (std::filesystem::temp_directory_path() / "entente-bench-XXXXXX").string();
    directory = ::mkdtemp(pattern.data());
    app::Settings settings;
    settings.database = (directory / "world.db").string();
    program = std::make_unique<app::Program>(settings, system_clock(), random, log);
    auto& door = program->door();
    auto alliance = sample::load_reference(door, program->sign_in(), sample::Form::whole).alliance;
    viewer = anna();
    auto reading = program->service().readings().of(*viewer, alliance, model::Side::joint);
    auto plan = exchange::plan_of(reading->contents(), {});
    for (int i = 1; i < copies; ++i)
      door.write(*viewer, [&](db::Transaction& transaction) { exchange::apply_plan(door, transaction, *viewer, plan); });
    viewer = anna();
  }
  ~World() {
    program.reset();
    std::filesystem::remove_all(directory);
  }
  access::ViewerPointer anna() { return program->viewers().of(*program->viewers().person_by_email("anna.verbeke@aldermere.example"), access::Channel::web); }
  Source source() { return {program->door(), program->service(), program->signer()}; }
};

World& world() {
  static World one;
  return one;
}

double megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void export_all(benchmark::State& state) {
  auto& it = world();
  std::int64_t rows = 0;
  double before = megabytes();
  for (auto _ : state)
    for (const auto& grant : it.viewer->grants) {
      auto manifest = export_alliance(it.source(), *it.viewer, grant.alliance, [](std::string_view bytes) { benchmark::DoNotOptimize(bytes.data()); });
      for (const auto& file : manifest.files) rows += file.rows.value_or(0);
    }
  state.SetItemsProcessed(rows);
  state.counters["grew_MB"] = megabytes() - before;
}
BENCHMARK(export_all)->Name("possession/export")->Unit(benchmark::kMillisecond);

void export_floor(benchmark::State& state) {
  auto& it = world();
  // What one export holds, to be packed again and again.
  std::string zip, text;
  std::int64_t rows_of_one = 0;
  auto manifest = export_alliance(it.source(), *it.viewer, it.viewer->grants.front().alliance, [&](std::string_view bytes) { zip += bytes; });
  for (const auto& file : manifest.files) rows_of_one += file.rows.value_or(0);
  auto path = (it.directory / "one.zip").string();
  write_new_file(path, [&](const archive::Sink& sink) { sink(zip); });
  archive::ZipReader reader(path);
  for (const auto& entry : reader.entries()) text += reader.text(entry);
  std::string packed(compressBound(text.size()), '\0');
  std::int64_t rows = 0;
  for (auto _ : state) {
    it.program->door().read(*it.viewer, [&](db::Transaction& transaction) {
      for (const auto& grant : it.viewer->grants)
        for (const auto& kind : kinds()) {
          auto sql = reading_of(transaction, kind).sql;
          auto touch = [](const db::Row& row) { benchmark::DoNotOptimize(row.text(0).data()); };
          if (kind.reads == Kind::Reads::once) transaction.each(sql, touch, grant.alliance);
          for (const auto& space : {grant.shared, grant.own}) {
            if (kind.reads == Kind::Reads::by_space) transaction.each(sql, touch, grant.alliance, space);
            if (kind.reads == Kind::Reads::by_person) transaction.each(sql, touch, grant.alliance, space, it.viewer->person.text());
          }
        }
    });
    for (std::size_t i = 0; i < it.viewer->grants.size(); ++i) {
      uLongf size = packed.size();
      compress2(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(text.data()), text.size(), 6);
      benchmark::DoNotOptimize(size);
    }
    rows += rows_of_one * static_cast<std::int64_t>(it.viewer->grants.size());
  }
  state.SetItemsProcessed(rows);
}
BENCHMARK(export_floor)->Name("possession/export/floor")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace entente::possession
