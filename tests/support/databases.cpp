#include "support/databases.hpp"

#include <libpq-fe.h>
#include <stdlib.h>

#include "db/migrate.hpp"
#include "support/postgres_cluster.hpp"

namespace entente::test {
namespace {

void on_server(const std::string& sql) {
  std::unique_ptr<PGconn, decltype(&PQfinish)> server(PQconnectdb(shared_cluster().address("postgres").c_str()), PQfinish);
  std::unique_ptr<PGresult, decltype(&PQclear)> answer(PQexec(server.get(), sql.c_str()), PQclear);
  if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK)
    throw std::runtime_error(sql + ": " + PQerrorMessage(server.get()));
}

/// Migrated once, copied for every test.
const std::filesystem::path& migrated_file() {
  static TemporaryDirectory directory;
  static const std::filesystem::path path = [] {
    auto file = directory.path() / "migrated.db";
    db::Options options;
    options.synchronous = db::Synchronous::off;
    db::migrate(*db::Database::open(file.string(), options));
    return file;
  }();
  return path;
}

const std::string& migrated_template() {
  static const std::string name = [] {
    db::migrate(*db::Database::open(shared_cluster().address("migrated")));
    return std::string("migrated");
  }();
  return name;
}

}  // namespace

TemporaryDirectory::TemporaryDirectory() {
  std::string pattern = (std::filesystem::temp_directory_path() / "entente-test-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary directory");
  path_ = pattern;
}

TemporaryDirectory::~TemporaryDirectory() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::filesystem::path postgres_programs() {
  std::filesystem::path newest;
  std::error_code ignored;
  for (const auto& version : std::filesystem::directory_iterator("/usr/lib/postgresql", ignored))
    if (std::filesystem::exists(version.path() / "bin/initdb")) newest = std::max(newest, version.path() / "bin");
  if (newest.empty())
    throw std::runtime_error("PostgreSQL is not installed (apt-get install postgresql); ENTENTE_TEST_POSTGRES=off tests without it");
  return newest;
}

const std::vector<db::Kind>& database_kinds() {
  static const std::vector<db::Kind> kinds = [] {
    const char* wish = ::getenv("ENTENTE_TEST_POSTGRES");
    if (wish != nullptr && std::string_view(wish) == "off") return std::vector{db::Kind::sqlite};
    return std::vector{db::Kind::sqlite, db::Kind::postgres};
  }();
  return kinds;
}

FreshDatabase::FreshDatabase(db::Kind kind, Schema schema) {
  options_.synchronous = db::Synchronous::off;
  if (kind == db::Kind::sqlite) {
    location_ = (directory_.path() / "test.db").string();
    if (schema == Schema::newest) std::filesystem::copy_file(migrated_file(), location_);
  } else {
    static std::atomic<int> number = 0;
    std::string name = fmt::format("test_{}", ++number);
    location_ = shared_cluster().address(name);
    if (schema == Schema::newest)
      on_server(fmt::format("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy", name, migrated_template()));
  }
  reopen();
}

FreshDatabase::~FreshDatabase() {
  bool postgres = database_ ? database_->kind() == db::Kind::postgres : location_.starts_with("postgresql:");
  database_.reset();
  if (!postgres) return;
  auto name = location_.substr(location_.find("@/") + 2);
  try {
    on_server(fmt::format("DROP DATABASE IF EXISTS {} WITH (FORCE)", name.substr(0, name.find('?'))));
  } catch (const std::exception&) {
    // The cluster goes with the program anyway.
  }
}

void FreshDatabase::reopen(db::Options options) {
  database_.reset();
  database_ = db::Database::open(location_, options);
}

}  // namespace entente::test
