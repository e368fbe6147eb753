#include "possession/kinds.hpp"

#include <doctest/doctest.h>

#include "possession/rows.hpp"
#include "support/databases.hpp"

namespace {
using namespace entente;
using namespace entente::possession;

using Names = std::set<std::string, std::less<>>;

Names listed() {
  Names names;
  for (const auto& kind : kinds()) names.emplace(kind.table);
  for (const auto& kind : document_kinds()) names.emplace(kind.table);
  for (const auto& one : exceptions()) names.emplace(one.table);
  return names;
}

/// Tables with rows of spaces, and tables whose rows hang on those of a kind, that nobody has listed.
Names forgotten(db::Database& database, const Names& known) {
  // Much hangs on these that is no part of what an alliance did: accounts, mail, what one person marked.
  const Names heads{"alliance", "organisation", "person", "party", "space", "agreement"};
  return database.read([&](db::Transaction& transaction) {
    Names missing;
    for (const auto& table : transaction.all<std::string>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")) {
      if (known.contains(table)) continue;
      for (const auto& column : columns_of(transaction, table))
        if (column.name == "space") missing.insert(table);
      for (const auto& parent : transaction.all<std::string>("SELECT \"table\" FROM pragma_foreign_key_list($1)", table))
        if (known.contains(parent) && !heads.contains(parent)) missing.insert(table);
    }
    return missing;
  });
}

std::string joined(const Names& names) {
  std::string text;
  for (const auto& name : names) text += name + " ";
  return text;
}
}  // namespace

TEST_CASE("every table with rows of spaces is exported, or stands among the exceptions with a reason") {
  test::FreshDatabase database(db::Kind::sqlite);
  auto known = listed();
  // A table that is named here: add a line to src/possession/kinds.cpp, to the kinds or, with a reason, to the exceptions.
  CHECK(joined(forgotten(*database, known)) == "");
  for (const auto& one : exceptions()) CHECK_FALSE(one.reason.empty());
  // The control: with a line taken away the table is named.
  for (std::string table : {"objective", "observation", "freeze_document", "record_leaf", "consent"}) {
    auto fewer = known;
    fewer.erase(table);
    CHECK(forgotten(*database, fewer).contains(table));
  }
}

TEST_CASE("every kind can be read on both databases, and its tables have the same columns") {
  std::map<std::string, std::vector<std::string>, std::less<>> first;
  test::for_each_database([&](db::Database& database) {
    database.read(db::Sight::of_system("test"), [&](db::Transaction& transaction) {
      SeededRandom random(1);
      auto alliance = AllianceId::make(random);
      auto space = SpaceId::make(random);
      for (const auto& kind : kinds()) {
        CAPTURE(kind.table);
        auto reading = reading_of(transaction, kind);
        CHECK_FALSE(reading.columns.empty());
        if (!kind.columns.empty()) CHECK(reading.columns.size() == kind.columns.size());
        auto none = [](const db::Row&) { FAIL("there is nothing yet"); };
        if (kind.reads == Kind::Reads::once) transaction.each(reading.sql, none, alliance);
        if (kind.reads == Kind::Reads::by_space) transaction.each(reading.sql, none, alliance, space);
        if (kind.reads == Kind::Reads::by_person) transaction.each(reading.sql, none, alliance, space, std::string("nobody"));
        std::vector<std::string> columns;
        for (const auto& column : reading.columns) columns.push_back(fmt::format("{} {} {}", column.name, column.is_number, column.fallback.value_or("-")));
        std::sort(columns.begin(), columns.end());
        auto [place, is_new] = first.emplace(std::string(kind.table), columns);
        if (!is_new) CHECK(place->second == columns);
      }
      for (const auto& kind : document_kinds()) {
        CAPTURE(kind.table);
        transaction.each(fmt::format("SELECT {0}.{1}, {0}.{2} {3}", kind.table, kind.key, kind.text, kind.from), [](const db::Row&) {}, alliance, space);
      }
    });
  });
}
