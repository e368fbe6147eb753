#include "db/database.hpp"

#include <sys/stat.h>

#include <fstream>
#include <latch>

#include "support/databases.hpp"

using namespace entente;

namespace {

enum class Colour { red, class_ };
BOOST_DESCRIBE_ENUM(Colour, red, class_)

struct Thing {
  std::int64_t number = 0;
  std::string name;
  std::optional<double> share;
  bool open = false;
  Colour colour = Colour::red;
  PersonId person;
  Instant at;
  std::optional<Decimal> value;
  Date due;
  std::optional<Period> period;
  std::vector<std::byte> proof;
};
BOOST_DESCRIBE_STRUCT(Thing, (), (number, name, share, open, colour, person, at, value, due, period, proof))

constexpr std::string_view make_thing =
    "CREATE TABLE thing (number BIGINT PRIMARY KEY, name TEXT NOT NULL, share DOUBLE PRECISION, open BIGINT NOT NULL, "
    "colour TEXT NOT NULL, person TEXT, at BIGINT NOT NULL, value TEXT, due TEXT NOT NULL, period TEXT, proof BYTEA)";
constexpr std::string_view add_thing = "INSERT INTO thing VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
constexpr std::string_view find_thing = "SELECT * FROM thing WHERE number = $1";

constexpr std::string_view make_pair_table =
    "CREATE TABLE parent (id BIGINT PRIMARY KEY);"
    "CREATE TABLE child (id BIGINT PRIMARY KEY, parent BIGINT NOT NULL REFERENCES parent (id), CHECK (id > 0))";
constexpr std::string_view add_parent = "INSERT INTO parent VALUES ($1)";
constexpr std::string_view add_child = "INSERT INTO child VALUES ($1, $2)";
constexpr std::string_view count_parents = "SELECT count(*) FROM parent";

void make_tables(db::Database& database) {
  database.write([](db::Transaction& transaction) {
    transaction.script(make_thing);
    transaction.script(make_pair_table);
  });
}

std::int64_t parents(db::Database& database) {
  return *database.read([](db::Transaction& transaction) { return transaction.one<std::int64_t>(count_parents); });
}

template <class F>
std::string code_of(F&& function) {
  try {
    function();
  } catch (const Error& error) {
    return error.code();
  }
  return "nothing thrown";
}

}  // namespace

TEST_CASE("every type survives the way into the database and back") {
  test::for_each_database([](db::Database& database) {
    make_tables(database);
    SeededRandom random(3);
    Thing full{std::numeric_limits<std::int64_t>::min(),
               "naïve “Ω” 'quote' $1",
               -0.1,
               true,
               Colour::class_,
               PersonId::make(random),
               {-1},
               parse_decimal("-123456789.123456789"),
               parse_date("2008-02-29"),
               try_parse_period("2008-W53") ? try_parse_period("2008-W53") : try_parse_period("2009-W53"),
               {std::byte{0}, std::byte{255}, std::byte{'\\'}, std::byte{'\''}}};
    Thing empty;
    database.write([&](db::Transaction& transaction) {
      CHECK(transaction.run_with(add_thing, full) == 1);
      CHECK(transaction.run_with(add_thing, empty) == 1);
    });
    database.read([&](db::Transaction& transaction) {
      auto back = transaction.one<Thing>(find_thing, full.number);
      REQUIRE(back);
      CHECK(back->name == full.name);
      CHECK(back->share == full.share);
      CHECK(back->open);
      CHECK(back->colour == Colour::class_);
      CHECK(back->person == full.person);
      CHECK(back->at == full.at);
      CHECK(back->value == full.value);
      CHECK(back->due == full.due);
      CHECK(back->period == full.period);
      CHECK(back->proof == full.proof);
      back = transaction.one<Thing>(find_thing, 0);
      REQUIRE(back);
      CHECK(back->name.empty());
      CHECK_FALSE(back->share);
      CHECK(back->person.empty());
      CHECK_FALSE(back->value);
      CHECK(back->proof.empty());
      CHECK_FALSE(transaction.one<Thing>(find_thing, 7));
      CHECK(transaction.one<std::string>("SELECT colour FROM thing WHERE person = $1", full.person) == "class");
      CHECK(transaction.one<PersonId>("SELECT person FROM thing WHERE number = $1", 0) == PersonId());
      CHECK(transaction.all<std::int64_t>("SELECT number FROM thing WHERE person IS NULL") ==
            std::vector<std::int64_t>{0});
    });
  });
}

TEST_CASE("placeholders go by number, may be repeated, and are not looked for inside quotes") {
  test::for_each_database([](db::Database& database) {
    database.read([](db::Transaction& transaction) {
      using Row = std::tuple<std::int64_t, std::string, std::string>;
      auto row = transaction.one<Row>("SELECT $2 + $2, $1 || '$2 -- no', '' -- not $3\n", "a", 21);
      CHECK(row == Row{42, "a$2 -- no", ""});
      // A null has the type of what it stands for.
      std::optional<std::int64_t> none;
      CHECK(transaction.one<std::int64_t>("SELECT coalesce($1, $2)", none, 5) == 5);
      CHECK(transaction.one<double>("SELECT $1 * 2", 0.5) == 1.0);
    });
  });
}

TEST_CASE("the two databases agree on order, patterns, sums and bad characters") {
  test::for_each_database([](db::Database& database) {
    make_tables(database);
    database.write([](db::Transaction& transaction) {
      int number = 0;
      for (const char* name : {"b", "a", "B", "é", "Z", "_"}) {
        Thing thing;
        thing.number = ++number;
        thing.name = name;
        transaction.run_with(add_thing, thing);
      }
    });
    database.read([](db::Transaction& transaction) {
      CHECK(transaction.all<std::string>("SELECT name FROM thing ORDER BY name") ==
            std::vector<std::string>{"B", "Z", "_", "a", "b", "é"});
      CHECK(transaction.all<std::string>("SELECT name FROM thing WHERE name LIKE $1", "B%") ==
            std::vector<std::string>{"B"});
      CHECK(transaction.one<std::int64_t>("SELECT CAST(sum(number) AS BIGINT) FROM thing") == 21);
      CHECK(transaction.one<std::int64_t>("SELECT sum(number) FROM thing") == 21);
      CHECK(transaction.one<double>("SELECT avg(number) FROM thing") == 3.5);
      CHECK(transaction.one<bool>("SELECT 1 = 1") == true);
      CHECK(transaction.one<std::string>("SELECT CAST(number AS TEXT) FROM thing WHERE number = 6") == "6");
      CHECK(transaction.all<int>("SELECT number FROM thing ORDER BY share NULLS FIRST, number LIMIT $1 OFFSET $2", 2,
                                 1) == std::vector{2, 3});
    });
    CHECK(code_of([&] {
            database.write(
                [](db::Transaction& t) { t.run("UPDATE thing SET name = $1", std::string_view("a\0b", 3)); });
          }) == "bad_text");
  });
}

TEST_CASE("wrong statements are defects of the program, and say which") {
  test::for_each_database([](db::Database& database) {
    make_tables(database);
    auto read = [&](auto&& function) { return code_of([&] { database.read(function); }); };
    using T = db::Transaction;
    CHECK(read([](T& t) { t.one<int>("SELECT nonsense"); }) == "database_error");
    CHECK(read([](T& t) { t.one<int>("SELECT $1 + 1"); }) == "database_statement");
    CHECK(read([](T& t) { t.one<int>("SELECT 3000000000"); }) == "database_row");
    CHECK(read([](T& t) { t.one<int>("SELECT NULL"); }) == "database_row");
    CHECK(read([](T& t) { t.one<Thing>("SELECT 1"); }) == "database_row");
    CHECK(read([](T& t) { t.one<Colour>("SELECT 'blue'"); }) == "database_row");
    CHECK(read([](T& t) { t.run(add_parent, 1); }) != "nothing thrown");
    CHECK(parents(database) == 0);
  });
}

TEST_CASE("a write that throws leaves nothing behind, whatever it caught before") {
  test::for_each_database([](db::Database& database) {
    make_tables(database);
    using T = db::Transaction;
    auto write = [&](auto&& function) { return code_of([&] { database.write(function); }); };
    CHECK_THROWS_AS(database.write([](T& t) {
      t.run(add_parent, 1);
      throw std::runtime_error("no");
    }),
                    std::runtime_error);
    CHECK(parents(database) == 0);
    CHECK(write([](T& t) { t.run(add_parent, 1); }) == "nothing thrown");
    CHECK(write([](T& t) { t.run(add_parent, 1); }) == "duplicate");
    CHECK(write([](T& t) { t.run(add_child, 1, 99); }) == "reference");
    CHECK(write([](T& t) { t.run(add_child, -1, 1); }) == "constraint");
    CHECK(write([](T& t) {
            t.run(add_parent, 2);
            try {
              t.run(add_parent, 1);
            } catch (const Error&) {
            }
          }) == "duplicate");
    CHECK(parents(database) == 1);
    CHECK(database.write([](T& t) { return t.run("INSERT INTO parent VALUES ($1) ON CONFLICT DO NOTHING", 1); }) == 0);
    CHECK(database.write([](T& t) { return t.one<int>("INSERT INTO parent VALUES ($1) RETURNING id", 3); }) == 3);
    CHECK(database.write([](T& t) { return t.run("DELETE FROM parent"); }) == 2);
  });
}

TEST_CASE("a read sees one moment, and is not held up by a writer") {
  test::for_each_database([](db::Database& database) {
    make_tables(database);
    database.read([&](db::Transaction& transaction) {
      CHECK(transaction.one<int>(count_parents) == 0);
      std::thread writer([&] { database.write([](db::Transaction& t) { t.run(add_parent, 1); }); });
      writer.join();
      CHECK(transaction.one<int>(count_parents) == 0);
    });
    CHECK(parents(database) == 1);
  });
}

TEST_CASE("a row function may ask the same question again") {
  test::for_each_database([](db::Database& database) {
    make_tables(database);
    database.write([](db::Transaction& transaction) {
      for (int i = 1; i <= 3; ++i) transaction.run(add_parent, i);
    });
    database.read([](db::Transaction& transaction) {
      constexpr std::string_view smaller = "SELECT id FROM parent WHERE id < $1 ORDER BY id";
      std::string seen;
      transaction.each(
          smaller,
          [&](const db::Row& row) {
            seen += fmt::format("{}:", row.get<int>(0));
            transaction.each(
                smaller, [&](const db::Row& inner) { seen += inner.get<std::int64_t>(0) == 1 ? "a" : "b"; },
                row.get<int>(0));
          },
          4);
      CHECK(seen == "1:2:a3:ab");
    });
  });
}

TEST_CASE("what is to follow a commit follows it, once, and never a rollback") {
  test::for_each_database([](db::Database& database) {
    make_tables(database);
    std::vector<int> seen;
    auto add = [&](int number) {
      database.write([&](db::Transaction& transaction) {
        transaction.after_commit([&, number] { seen.push_back(number); });
        transaction.run(add_parent, number);
      });
    };
    add(1);
    CHECK_THROWS(add(1));
    add(2);
    CHECK(seen == std::vector{1, 2});
  });
}

TEST_CASE("writers that arrive together each get their own answer") {
  test::for_each_database([](db::Database& database) {
    make_tables(database);
    constexpr int threads = 8, rounds = 25;
    std::atomic<int> refused = 0, followed = 0;
    std::vector<std::thread> writers;
    for (int thread = 0; thread < threads; ++thread)
      writers.emplace_back([&, thread] {
        for (int round = 0; round < rounds; ++round) {
          try {
            // Every fifth one is a duplicate, and must not take its neighbours with it.
            int number = round % 5 == 4 ? 0 : 1 + thread * rounds + round;
            database.write([&](db::Transaction& transaction) {
              transaction.after_commit([&] { ++followed; });
              transaction.run(add_parent, number == 0 ? 1'000'000 + thread * rounds + round : number);
              if (number == 0) transaction.run(add_parent, 1'000'000 + thread * rounds + round);
            });
          } catch (const Error& error) {
            refused += error.code() == "duplicate";
          }
        }
      });
    for (auto& writer : writers) writer.join();
    CHECK(refused == threads * rounds / 5);
    CHECK(followed == threads * rounds * 4 / 5);
    CHECK(parents(database) == threads * rounds * 4 / 5);
    CHECK(database.statistics().writes >= followed);
  });
}

TEST_CASE("many rows at once") {
  test::for_each_database([](db::Database& database) {
    make_tables(database);
    std::vector<std::tuple<std::int64_t>> rows;
    for (int i = 0; i < 2345; ++i) rows.emplace_back(i);
    CHECK(database.write([&](db::Transaction& transaction) { return transaction.bulk(add_parent, rows); }) == 2345);
    CHECK(parents(database) == 2345);
    // One wrong row, and none of them is there.
    for (auto& [number] : rows) number += 5000;
    std::get<0>(rows[1700]) = 5;
    CHECK(code_of([&] { database.write([&](db::Transaction& t) { t.bulk(add_parent, rows); }); }) == "duplicate");
    CHECK(parents(database) == 2345);
    CHECK(database.write([&](db::Transaction& t) { return t.bulk(add_parent, std::vector<std::tuple<int>>()); }) == 0);
  });
}

TEST_CASE("a write inside a write is refused instead of waiting for itself") {
  test::FreshDatabase database(db::Kind::sqlite, test::Schema::none);
  CHECK(code_of([&] { database->write([&](db::Transaction&) { database->write([](db::Transaction&) {}); }); }) ==
        "nested_write");
  make_tables(*database);
}

TEST_CASE("what was written is there after a restart") {
  for (db::Kind kind : test::database_kinds()) {
    test::FreshDatabase database(kind, test::Schema::none);
    make_tables(*database);
    database->write([](db::Transaction& transaction) { transaction.run(add_parent, 1); });
    database.reopen();
    CHECK(parents(*database) == 1);
  }
}

TEST_CASE("a second server cannot open the file of the first, and nobody else may read it") {
  test::FreshDatabase database(db::Kind::sqlite, test::Schema::none);
  CHECK(code_of([&] { db::Database::open(database.location()); }) == "database_in_use");
  struct stat status {};
  REQUIRE(::stat(database.location().c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  database.reopen();
}

TEST_CASE("an address that leads nowhere is refused with a reason") {
  CHECK(code_of([] { db::Database::open("mysql://here/it"); }) == "unknown_database");
  CHECK(code_of([] { db::Database::open("/no/such/directory/file.db"); }) == "database_unavailable");
  CHECK(code_of([] { db::Database::open("postgresql://nobody@/none?host=/no/such/directory"); }) ==
        "database_unavailable");
}

TEST_CASE("the file that keeps others away goes with the database, and with an opening that fails") {
  test::TemporaryDirectory directory;
  auto path = (directory.path() / "a.db").string();
  auto opens = [&](const std::string& file) {
    try {
      auto database = db::Database::open(file);
      CHECK(std::filesystem::exists(file + "-lock"));
      return true;
    } catch (const Error&) {
      return false;
    }
  };
  CHECK(opens(path));
  CHECK_FALSE(std::filesystem::exists(path + "-lock"));
  std::ofstream(path, std::ios::trunc) << std::string(8192, 'x');  // no database
  CHECK_FALSE(opens(path));
  CHECK_FALSE(std::filesystem::exists(path + "-lock"));
  std::filesystem::remove(path);
  {
    // Who comes while it is held changes nothing; one that a crash left behind locks nobody out.
    auto first = db::Database::open(path);
    CHECK_FALSE(opens(path));
    CHECK(std::filesystem::exists(path + "-lock"));
    CHECK_FALSE(opens(path));
  }
  std::ofstream(path + "-lock") << "4711";
  CHECK(opens(path));
}

TEST_CASE("of many who want a database at once one has it at a time") {
  test::TemporaryDirectory directory;
  auto path = (directory.path() / "a.db").string();
  std::atomic<int> inside = 0, opened = 0, met = 0;
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread)
    threads.emplace_back([&] {
      for (int i = 0; i < 200; ++i) {
        try {
          auto database = db::Database::open(path);
          if (++inside > 1) ++met;
          ++opened;
          --inside;
        } catch (const Error&) {
        }
      }
    });
  for (auto& thread : threads) thread.join();
  CHECK(met == 0);
  CHECK(opened > 0);
}
