// Search over 100,000 things against its floor: the same words in a table of full text of the same database without spaces,
// rights or ranking, asked for as many rows.
#include <benchmark/benchmark.h>

#include <filesystem>

#include "app/program.hpp"
#include "search/find.hpp"
#include "search/index.hpp"

namespace {

using namespace entente;

constexpr int alliances = 500;
constexpr int things_each = 200;

/// 500 alliances of two spaces with 200 things each, half of them hidden from the viewer of few.
struct Library {
  std::filesystem::path folder;
  std::unique_ptr<db::Database> database;
  access::Viewer of_few, of_all;
  std::vector<std::string> words;

  Library() {
    char name[] = "/tmp/entente-search-XXXXXX";
    folder = mkdtemp(name);
    database = app::open_database((folder / "bench.db").string(), nullptr);
    SeededRandom random(5);
    for (int i = 0; i < 4000; ++i) words.emplace_back(random_id(random).characters.data(), 4 + static_cast<std::size_t>(i % 6));
    database->write(db::Sight::of_system("bench"), [&](db::Transaction& transaction) {
      transaction.script("CREATE VIRTUAL TABLE floor_text USING fts5 (words, tokenize = 'ascii', detail = none, columnsize = 0)");
      std::uint64_t state = 7;
      auto word = [&] {
        state = state * 6364136223846793005ull + 1442695040888963407ull;
        auto number = (state >> 33) % 1'000'000;
        return words[number * number / 1'000'000 * words.size() / 1'000'000];  // a few words are frequent, most are not
      };
      for (int a = 0; a < alliances; ++a) {
        auto alliance = AllianceId::make(random);
        auto shared = SpaceId::make(random), own = SpaceId::make(random);
        transaction.run("INSERT INTO alliance (id, version, slug, name, kind, stage, description, source, vision, mission, currency, first_month, first_day, "
                        "calendar_kind, zone, method, foreign_id, extra, made_at) VALUES ($1, 1, $1, 'Alliance', 'alliance', 'operation', '', '', '', '', "
                        "'EUR', 1, 1, 'months', 'UTC', 'mean', '', '', 0)",
                        alliance);
        for (const auto& space : {shared, own})
          transaction.run("INSERT INTO space (id, alliance, kind, revision) VALUES ($1, $2, 'shared', 0)", space, alliance);
        access::Grant grant{alliance, {}, access::Roles{access::Role::alliance_manager}, {}, shared, own, {}};
        if (a % 100 == 0) of_few.grants.push_back(grant);
        of_all.grants.push_back(grant);
        std::vector<search::Entry> entries;
        std::vector<std::tuple<std::string>> plain;
        for (int i = 0; i < things_each; ++i) {
          search::Entry entry{std::string(random_id(random).characters.data(), 20), "measure", alliance, i % 2 ? shared : own, "", "", fmt::format("M{}.{}", a, i), "", ""};
          for (int w = 0; w < 5; ++w) entry.title += word() + " ";
          for (int w = 0; w < 15; ++w) entry.body += word() + " ";
          plain.emplace_back(entry.code + " " + entry.title + entry.body);
          entries.push_back(std::move(entry));
        }
        search::write_entries(transaction, entries);
        transaction.bulk("INSERT INTO floor_text (words) VALUES ($1)", plain);
      }
    });
    sort(of_few);
    sort(of_all);
  }
  // A viewer finds a grant by its place in the order.
  static void sort(access::Viewer& viewer) {
    std::sort(viewer.grants.begin(), viewer.grants.end(), [](const auto& a, const auto& b) { return a.alliance < b.alliance; });
  }
  ~Library() {
    database.reset();
    std::filesystem::remove_all(folder);
  }

  std::string question(int i) const { return words[static_cast<std::size_t>(i * 37) % words.size()].substr(0, 4); }
};

Library& library() {
  static Library one;
  return one;
}

void find_as(benchmark::State& state, const access::Viewer& viewer) {
  Library& it = library();
  int i = 0;
  std::size_t found = 0;
  for (auto _ : state)
    found += it.database->read(db::Sight::of_system("bench"), [&](db::Transaction& transaction) {
               return search::find(transaction, viewer, it.question(i++), "", 20);
             }).items.size();
  state.SetItemsProcessed(state.iterations());
  if (found == 0) state.SkipWithError("nothing was found: that is no search");
  state.counters["found"] = benchmark::Counter(static_cast<double>(found), benchmark::Counter::kAvgIterations);
}

void few(benchmark::State& state) { find_as(state, library().of_few); }
void all(benchmark::State& state) { find_as(state, library().of_all); }

void floor(benchmark::State& state) {
  Library& it = library();
  int i = 0;
  for (auto _ : state)
    it.database->read([&](db::Transaction& transaction) {
      std::int64_t sum = 0;
      transaction.each("SELECT rowid FROM floor_text WHERE floor_text MATCH $1 ORDER BY rowid DESC LIMIT 300",
                       [&](const db::Row& row) { sum += row.get<std::int64_t>(0); }, "\"" + it.question(i++) + "\"*");
      return sum;
    });
  state.SetItemsProcessed(state.iterations());
}

BENCHMARK(few)->Name("search/5 alliances of 500")->Unit(benchmark::kMicrosecond);
BENCHMARK(floor)->Name("search/5 alliances of 500/floor")->Unit(benchmark::kMicrosecond);
BENCHMARK(all)->Name("search/500 alliances")->Unit(benchmark::kMicrosecond);
BENCHMARK(floor)->Name("search/500 alliances/floor")->Unit(benchmark::kMicrosecond);

}  // namespace
