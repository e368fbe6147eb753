#include "support/databases.hpp"

#include <libpq-fe.h>
#include <stdlib.h>

#include "db/migrate.hpp"
#include "support/postgres_cluster.hpp"

namespace entente::test {
namespace {

/// Runs SQL as the operator would; false if the server refuses.
bool on_server(const std::string& database, const std::string& sql) {
  std::unique_ptr<PGconn, decltype(&PQfinish)> server(PQconnectdb(shared_cluster().superuser_address(database).c_str()),
                                                      PQfinish);
  PQsetNoticeProcessor(
      server.get(), [](void*, const char*) {}, nullptr);
  std::unique_ptr<PGresult, decltype(&PQclear)> answer(PQexec(server.get(), sql.c_str()), PQclear);
  return PQresultStatus(answer.get()) == PGRES_COMMAND_OK;
}

// To make a database takes ten times as long as to empty one, so they are used again.
constexpr const char* remember_rows = R"(
  CREATE SCHEMA pristine;
  CREATE TABLE pristine.table_of_schema AS SELECT tablename FROM pg_tables WHERE schemaname = 'public';
  DO $$ DECLARE name text; filled boolean; BEGIN
    FOR name IN SELECT tablename FROM pristine.table_of_schema LOOP
      EXECUTE format('SELECT EXISTS (SELECT 1 FROM public.%I)', name) INTO filled;
      IF filled THEN EXECUTE format('CREATE TABLE pristine.%I AS TABLE public.%I', name, name); END IF;
    END LOOP;
  END $$)";
constexpr const char* restore_rows = R"(
  SET lock_timeout = 2000;
  SET session_replication_role = replica;
  DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
      IF name IN (SELECT tablename FROM pristine.table_of_schema) THEN
        EXECUTE format('DELETE FROM public.%I', name);
      ELSE
        EXECUTE format('DROP TABLE public.%I CASCADE', name);
      END IF;
    END LOOP;
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'pristine' AND tablename <> 'table_of_schema' LOOP
      EXECUTE format('INSERT INTO public.%I SELECT * FROM pristine.%I', name, name);
    END LOOP;
  END $$)";
constexpr const char* remove_all = "SET lock_timeout = 2000; DROP SCHEMA public CASCADE; CREATE SCHEMA public AUTHORIZATION pg_database_owner";

std::map<Schema, std::vector<std::string>>& idle_databases() {
  static std::map<Schema, std::vector<std::string>> idle;
  return idle;
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
    if (!on_server("migrated", remember_rows)) throw std::runtime_error("the migrated database cannot be remembered");
    return std::string("migrated");
  }();
  return name;
}

}  // namespace

const std::filesystem::path& temporary_root() {
  static const std::filesystem::path root = [] {
    std::error_code missing;
    auto room = std::filesystem::space("/dev/shm", missing);
    constexpr std::uintmax_t enough = 1 << 30;
    return !missing && room.available > enough ? std::filesystem::path("/dev/shm")
                                               : std::filesystem::temp_directory_path();
  }();
  return root;
}

TemporaryDirectory::TemporaryDirectory() {
  std::string pattern = (temporary_root() / "entente-test-XXXXXX").string();
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
    throw std::runtime_error(
        "PostgreSQL is not installed (apt-get install postgresql); ENTENTE_TEST_POSTGRES=off tests without it");
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

FreshDatabase::FreshDatabase(db::Kind kind, Schema schema) : kind_(kind), schema_(schema) {
  options_.synchronous = db::Synchronous::off;
  if (kind == db::Kind::sqlite) {
    location_ = (directory_.path() / "test.db").string();
    if (schema == Schema::newest) std::filesystem::copy_file(migrated_file(), location_);
  } else {
    auto& idle = idle_databases()[schema];
    if (idle.empty()) {
      static int number = 0;
      name_ = fmt::format("test_{}", ++number);
      std::string from = schema == Schema::newest ? migrated_template() : "template0";
      if (!on_server("postgres", fmt::format("CREATE DATABASE {} TEMPLATE {} OWNER entente", name_, from)))
        throw std::runtime_error("a test database cannot be made");
    } else {
      name_ = idle.back();
      idle.pop_back();
    }
    location_ = shared_cluster().address(name_);
  }
  reopen();
}

FreshDatabase::~FreshDatabase() {
  database_.reset();
  if (kind_ == db::Kind::sqlite) return;
  if (on_server(name_, schema_ == Schema::newest ? restore_rows : remove_all))
    idle_databases()[schema_].push_back(name_);
}

void FreshDatabase::reopen(db::Options options) {
  database_.reset();
  // Stores are tested without a viewer, so with the eyes of the system.
  if (options.sight.is_blind()) options.sight = db::Sight::of_system("test");
  database_ = db::Database::open(location_, options);
}

}  // namespace entente::test
