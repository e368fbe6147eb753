// The cost of our layer beside SQLite's bare C functions: a durable insert alone and from 16 threads, many rows at
// once, and reading.
#include <benchmark/benchmark.h>
#include <sqlite3.h>
#include <stdlib.h>

#include <filesystem>

#include "db/database.hpp"

using namespace entente;

namespace {

struct Observation {
  std::int64_t number = 0;
  std::string measure;
  std::string period;
  std::string value;
  std::int64_t at = 0;
  std::string person;
};
BOOST_DESCRIBE_STRUCT(Observation, (), (number, measure, period, value, at, person))

constexpr std::string_view make_table =
    "CREATE TABLE observation (number INTEGER PRIMARY KEY, measure TEXT NOT NULL, period TEXT NOT NULL, "
    "value TEXT NOT NULL, at BIGINT NOT NULL, person TEXT NOT NULL)";
constexpr std::string_view insert_row = "INSERT INTO observation VALUES ($1, $2, $3, $4, $5, $6)";
constexpr std::string_view find_row =
    "SELECT number, measure, period, value, at, person FROM observation WHERE number = $1";
constexpr std::string_view find_rows =
    "SELECT number, measure, period, value, at, person FROM observation WHERE number BETWEEN $1 AND $1 + 999";

Observation sample(std::int64_t number) {
  return {number, "0123456789abcdefghjk", "2008-06", "612.5", 1'214'784'000'000'000, "kjhgfedcba9876543210"};
}

struct Directory {
  Directory() {
    std::string pattern = (std::filesystem::temp_directory_path() / "entente-bench-XXXXXX").string();
    path = ::mkdtemp(pattern.data());
  }
  ~Directory() { std::filesystem::remove_all(path); }
  std::filesystem::path path;
};

struct Ours {
  Directory directory;
  std::unique_ptr<db::Database> database = db::Database::open((directory.path / "ours.db").string());
  Ours() {
    database->write([](db::Transaction& transaction) { transaction.script(make_table); });
  }
};

struct Bare {
  Directory directory;
  sqlite3* handle = nullptr;
  sqlite3_stmt* insert = nullptr;
  sqlite3_stmt* one = nullptr;
  sqlite3_stmt* many = nullptr;

  Bare() {
    sqlite3_open_v2((directory.path / "bare.db").c_str(), &handle,
                    SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-16000");
    run(std::string(make_table).c_str());
    insert = prepare("INSERT INTO observation VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    one = prepare("SELECT number, measure, period, value, at, person FROM observation WHERE number = ?1");
    many = prepare(
        "SELECT number, measure, period, value, at, person FROM observation WHERE number BETWEEN ?1 AND ?1 + 999");
  }
  ~Bare() {
    sqlite3_finalize(insert);
    sqlite3_finalize(one);
    sqlite3_finalize(many);
    sqlite3_close(handle);
  }
  void run(const char* sql) { sqlite3_exec(handle, sql, nullptr, nullptr, nullptr); }
  sqlite3_stmt* prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v3(handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    return statement;
  }
  void add(const Observation& row) {
    auto text = [this](int place, const std::string& value) {
      sqlite3_bind_text(insert, place, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
    };
    sqlite3_bind_int64(insert, 1, row.number);
    text(2, row.measure);
    text(3, row.period);
    text(4, row.value);
    sqlite3_bind_int64(insert, 5, row.at);
    text(6, row.person);
    if (sqlite3_step(insert) != SQLITE_DONE) abort();
    sqlite3_reset(insert);
  }
  static Observation row_of(sqlite3_stmt* statement) {
    auto text = [statement](int column) {
      return std::string(reinterpret_cast<const char*>(sqlite3_column_text(statement, column)),
                         static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
    };
    return {sqlite3_column_int64(statement, 0), text(1), text(2), text(3), sqlite3_column_int64(statement, 4), text(5)};
  }
};

constexpr int bulk_rows = 100'000;

std::vector<Observation> many_samples() {
  std::vector<Observation> rows;
  for (int i = 0; i < bulk_rows; ++i) rows.push_back(sample(i));
  return rows;
}

// ---- a durable insert, alone ----

void insert_bare(benchmark::State& state) {
  Bare bare;
  std::int64_t number = 0;
  for (auto _ : state) bare.add(sample(++number));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(insert_bare)->Name("db/durable insert alone/floor")->UseRealTime()->Repetitions(3);

void insert_ours(benchmark::State& state) {
  Ours ours;
  std::int64_t number = 0;
  for (auto _ : state)
    ours.database->write([&](db::Transaction& transaction) { transaction.run_with(insert_row, sample(++number)); });
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(insert_ours)->Name("db/durable insert alone")->UseRealTime()->Repetitions(3);

// ---- durable inserts of 16 threads, beside one thread of bare ones ----

constexpr int writers = 16;
constexpr int inserts_each = 500;

void insert_shared(benchmark::State& state) {
  for (auto _ : state) {
    state.PauseTiming();
    auto ours = std::make_unique<Ours>();
    state.ResumeTiming();
    std::vector<std::thread> threads;
    for (int writer = 0; writer < writers; ++writer)
      threads.emplace_back([&, writer] {
        for (int i = 0; i < inserts_each; ++i)
          ours->database->write([&](db::Transaction& transaction) {
            transaction.run_with(insert_row, sample(writer * inserts_each + i));
          });
      });
    for (auto& thread : threads) thread.join();
    state.PauseTiming();
    auto statistics = ours->database->statistics();
    state.counters["writes_a_commit"] =
        static_cast<double>(statistics.writes) / static_cast<double>(statistics.commits);
    ours.reset();
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * writers * inserts_each);
}
BENCHMARK(insert_bare)->Name("db/durable insert of 16 writers/floor")->UseRealTime();
BENCHMARK(insert_shared)->Name("db/durable insert of 16 writers")->UseRealTime()->Unit(benchmark::kMillisecond);

// ---- many rows in one transaction ----

void bulk_bare(benchmark::State& state) {
  auto rows = many_samples();
  for (auto _ : state) {
    state.PauseTiming();
    auto bare = std::make_unique<Bare>();
    state.ResumeTiming();
    bare->run("BEGIN");
    for (const auto& row : rows) bare->add(row);
    bare->run("COMMIT");
    state.PauseTiming();
    bare.reset();
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * bulk_rows);
}
BENCHMARK(bulk_bare)->Name("db/bulk rows/floor")->UseRealTime()->Unit(benchmark::kMillisecond);

void bulk_ours(benchmark::State& state) {
  auto rows = many_samples();
  for (auto _ : state) {
    state.PauseTiming();
    auto ours = std::make_unique<Ours>();
    state.ResumeTiming();
    ours->database->write([&](db::Transaction& transaction) { transaction.bulk(insert_row, rows); });
    state.PauseTiming();
    ours.reset();
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * bulk_rows);
}
BENCHMARK(bulk_ours)->Name("db/bulk rows")->UseRealTime()->Unit(benchmark::kMillisecond);

// ---- reading ----

void read_one_bare(benchmark::State& state) {
  Bare bare;
  bare.run("BEGIN");
  for (const auto& row : many_samples()) bare.add(row);
  bare.run("COMMIT");
  std::int64_t number = 0;
  for (auto _ : state) {
    number = (number + 7919) % bulk_rows;
    sqlite3_bind_int64(bare.one, 1, number);
    if (sqlite3_step(bare.one) != SQLITE_ROW) abort();
    benchmark::DoNotOptimize(Bare::row_of(bare.one));
    sqlite3_reset(bare.one);
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(read_one_bare)->Name("db/read one row/floor");

void read_one_ours(benchmark::State& state) {
  Ours ours;
  auto rows = many_samples();
  ours.database->write([&](db::Transaction& transaction) { transaction.bulk(insert_row, rows); });
  std::int64_t number = 0;
  for (auto _ : state) {
    number = (number + 7919) % bulk_rows;
    benchmark::DoNotOptimize(ours.database->read(
        [&](db::Transaction& transaction) { return transaction.one<Observation>(find_row, number); }));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(read_one_ours)->Name("db/read one row");

void read_many_bare(benchmark::State& state) {
  Bare bare;
  bare.run("BEGIN");
  for (const auto& row : many_samples()) bare.add(row);
  bare.run("COMMIT");
  for (auto _ : state) {
    std::vector<Observation> rows;
    sqlite3_bind_int64(bare.many, 1, 5000);
    while (sqlite3_step(bare.many) == SQLITE_ROW) rows.push_back(Bare::row_of(bare.many));
    sqlite3_reset(bare.many);
    benchmark::DoNotOptimize(rows);
  }
  state.SetItemsProcessed(state.iterations() * 1000);
}
BENCHMARK(read_many_bare)->Name("db/read 1,000 rows/floor");

void read_many_ours(benchmark::State& state) {
  Ours ours;
  auto rows = many_samples();
  ours.database->write([&](db::Transaction& transaction) { transaction.bulk(insert_row, rows); });
  for (auto _ : state)
    benchmark::DoNotOptimize(ours.database->read(
        [&](db::Transaction& transaction) { return transaction.all<Observation>(find_rows, 5000); }));
  state.SetItemsProcessed(state.iterations() * 1000);
}
BENCHMARK(read_many_ours)->Name("db/read 1,000 rows");

}  // namespace
