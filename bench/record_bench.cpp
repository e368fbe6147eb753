// What the record costs: a leaf beside a bare row of the same size, alone, from 16 threads and in bulk; 1,000,000 leaves
// verified offline beside the bare hashing of the same bytes; and who is asking, from memory.
#include <benchmark/benchmark.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>

#include "auth/session.hpp"
#include "db/migrate.hpp"
#include "record/export.hpp"
#include "record/verify.hpp"

using namespace entente;

namespace {

constexpr int bulk_acts = 20'000;
constexpr std::uint64_t many_leaves = 1'000'000;
constexpr std::string_view insert_bare =
    "INSERT INTO bare (space, idx, act, leaf_hash, leaf, at) VALUES ($1, $2, $3, $4, $5, $6)";

struct World {
  std::filesystem::path directory;
  std::unique_ptr<db::Database> database;
  SeededRandom random{1};
  record::Record record{random};
  std::unique_ptr<record::Signer> signer;
  SpaceId space = SpaceId::make(random);
  PersonId person = PersonId::make(random);
  OrganisationId organisation = OrganisationId::make(random);
  std::atomic<std::int64_t> next = 0;

  World() {
    std::string pattern = (std::filesystem::temp_directory_path() / "entente-bench-XXXXXX").string();
    directory = ::mkdtemp(pattern.data());
    database = db::Database::open((directory / "record.db").string());
    db::migrate(*database);
    database->write([&](db::Transaction& t) {
      t.run("INSERT INTO space (id, kind, revision) VALUES ($1, 'shared', 0)", space);
      t.script("CREATE TABLE bare (space TEXT NOT NULL, idx BIGINT NOT NULL, act TEXT NOT NULL, leaf_hash BLOB NOT NULL, "
               "leaf BLOB NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (space, idx)) WITHOUT ROWID");
    });
    signer = std::make_unique<record::Signer>(*database, record, system_clock(), random, "bench.example");
  }
  ~World() {
    signer.reset();
    database.reset();
    std::filesystem::remove_all(directory);
  }
  record::Act act() {
    record::Act act;
    act.id = ActId::make(random);
    act.kind = "observation.entered";
    act.at = system_clock().now();
    act.channel = record::Channel::api;
    act.person = person;
    act.person_name = "Ann Example";
    act.organisation = organisation;
    act.object = {"observation", "0123456789abcdefghjk", 1, "M1 On-time delivery"};
    act.after = R"({"measure":"0123456789abcdefghjk","period":"2008-06","series":"actual","value":"612.5"})";
    return act;
  }
  void add_bare(db::Transaction& t) {
    static const std::string leaf(430, 'x');  // as long as the leaf of `act`
    t.run(insert_bare, space, next.fetch_add(1), ActId::make(random), record::Hash{},
          std::as_bytes(std::span(std::string_view(leaf))), system_clock().now());
  }
};

World& world() {
  static World world;
  return world;
}

void append_durable(benchmark::State& state) {
  auto& w = world();
  for (auto _ : state) w.database->write([&](db::Transaction& t) { w.record.append(t, w.space, w.act()); });
  state.SetItemsProcessed(state.iterations());
}
void append_durable_floor(benchmark::State& state) {
  auto& w = world();
  for (auto _ : state) w.database->write([&](db::Transaction& t) { w.add_bare(t); });
  state.SetItemsProcessed(state.iterations());
}
void append_bulk(benchmark::State& state) {
  auto& w = world();
  for (auto _ : state)
    w.database->write([&](db::Transaction& t) {
      for (int i = 0; i < bulk_acts; ++i) w.record.append(t, w.space, w.act());
    });
  state.SetItemsProcessed(state.iterations() * bulk_acts);
}
void append_bulk_floor(benchmark::State& state) {
  auto& w = world();
  for (auto _ : state)
    w.database->write([&](db::Transaction& t) {
      for (int i = 0; i < bulk_acts; ++i) w.add_bare(t);
    });
  state.SetItemsProcessed(state.iterations() * bulk_acts);
}

/// A record of 1,000,000 leaves in its own database, exported once.
const std::filesystem::path& exported() {
  static World big;
  static const auto path = [] {
    for (std::uint64_t done = 0; done < many_leaves; done += bulk_acts)
      big.database->write([&](db::Transaction& t) {
        for (int i = 0; i < bulk_acts; ++i) big.record.append(t, big.space, big.act());
      });
    auto file = big.directory / "record.jsonl";
    std::ofstream out(file, std::ios::binary);
    record::export_record(*big.database, *big.signer, big.space,
                          [&](std::string_view part) { out.write(part.data(), static_cast<std::streamsize>(part.size())); });
    return file;
  }();
  return path;
}

void verify_million(benchmark::State& state) {
  auto& path = exported();
  for (auto _ : state) {
    auto report = record::verify_file(path.string());
    if (!report.right() || report.leaves != many_leaves) state.SkipWithError(report.text().c_str());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(many_leaves));
}
void verify_million_floor(benchmark::State& state) {
  std::string leaf(430, 'x');
  for (auto _ : state) {
    record::Frontier frontier;
    for (std::uint64_t i = 0; i < many_leaves; ++i) frontier.append(record::leaf_hash(leaf));
    benchmark::DoNotOptimize(frontier.root());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(many_leaves));
}

void identify(benchmark::State& state) {
  auto& w = world();
  static auth::Sessions sessions(*w.database, system_clock(), w.random);
  static const auto session =
      w.database->write([&](db::Transaction& t) { return sessions.begin(t, w.person, "bench", "127.0.0.1"); });
  for (auto _ : state) benchmark::DoNotOptimize(sessions.identify(session.secret));
  state.SetItemsProcessed(state.iterations());
}
void identify_floor(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(auth::stored_form("0123456789abcdefghijkl"));
  state.SetItemsProcessed(state.iterations());
}

}  // namespace

BENCHMARK(append_durable)->Name("record/append")->UseRealTime();
BENCHMARK(append_durable_floor)->Name("record/append/floor")->UseRealTime();
BENCHMARK(append_durable)->Name("record/append_16")->Threads(16)->UseRealTime();
BENCHMARK(append_durable_floor)->Name("record/append_16/floor")->Threads(16)->UseRealTime();
BENCHMARK(append_bulk)->Name("record/append_bulk")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(append_bulk_floor)->Name("record/append_bulk/floor")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(verify_million)->Name("record/verify_million")->Unit(benchmark::kSecond)->Iterations(1)->UseRealTime();
BENCHMARK(verify_million_floor)->Name("record/verify_million/floor")->Unit(benchmark::kSecond)->Iterations(1)->UseRealTime();
BENCHMARK(identify)->Name("auth/identify");
BENCHMARK(identify_floor)->Name("auth/identify/floor");
