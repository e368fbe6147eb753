#include "db/migrate.hpp"

#include <sodium.h>

#include "base/clock.hpp"

namespace entente::db {
namespace {

constexpr std::string_view make_table = R"(
  CREATE TABLE IF NOT EXISTS schema_migration (
    name TEXT PRIMARY KEY,
    checksum TEXT NOT NULL,
    applied_at BIGINT NOT NULL))";
constexpr std::string_view find_table_sqlite = "SELECT count(*) FROM sqlite_schema WHERE name = 'schema_migration'";
constexpr std::string_view find_table_postgres = "SELECT count(*) FROM pg_tables WHERE tablename = 'schema_migration'";
constexpr std::string_view applied_ones = "SELECT name, checksum FROM schema_migration ORDER BY name";
constexpr std::string_view add_applied =
    "INSERT INTO schema_migration (name, checksum, applied_at) VALUES ($1, $2, $3)";
constexpr std::string_view may_create = "SELECT COALESCE(has_schema_privilege(current_schema(), 'CREATE'), false)";
// Two servers that start at once on one PostgreSQL take turns. The number is any that nobody else uses.
constexpr std::string_view take_turns = "SELECT pg_advisory_xact_lock(7022118304411)";

struct Applied {
  std::string name;
  std::string checksum;
};
BOOST_DESCRIBE_STRUCT(Applied, (), (name, checksum))

std::string checksum_of(std::string_view text) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest;
  crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size());
  std::string hex;
  for (unsigned char byte : digest) hex += fmt::format("{:02x}", byte);
  return hex;
}

std::vector<EmbeddedFile> migrations_of(std::span<const EmbeddedFile> files) {
  std::vector<EmbeddedFile> found;
  for (const EmbeddedFile& file : files)
    if (file.name.starts_with("migrations/") && file.name.ends_with(".sql")) found.push_back(file);
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return found;
}

/// How many of the migrations have been run; throws if these are not the first ones.
std::size_t number_applied(Transaction& transaction, std::span<const EmbeddedFile> files) {
  auto table = transaction.kind() == Kind::sqlite ? find_table_sqlite : find_table_postgres;
  if (transaction.one<std::int64_t>(table) == 0) return 0;
  auto applied = transaction.all<Applied>(applied_ones);
  for (std::size_t i = 0; i < applied.size(); ++i) {
    if (i >= files.size())
      throw Error(
          ErrorKind::conflict, "database_newer",
          fmt::format("The database was made by a later version of this program (it has “{}”).", applied[i].name));
    if (applied[i].name != files[i].name || applied[i].checksum != checksum_of(files[i].content))
      throw Error(ErrorKind::conflict, "migration_changed",
                  fmt::format("The database was made by “{}”, but this program has another text of “{}”.",
                              applied[i].name, files[i].name));
  }
  return applied.size();
}

}  // namespace

std::string migration_text(std::string_view text, Kind kind) {
  std::string out;
  std::string_view mine = kind == Kind::sqlite ? "sqlite" : "postgres";
  bool wanted = true;
  while (!text.empty()) {
    std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end);
    constexpr std::string_view mark = "-- only: ";
    if (line.starts_with(mark)) {
      std::string_view name = line.substr(mark.size());
      name = name.substr(0, name.find_last_not_of(" \r\n") + 1);
      if (name != "sqlite" && name != "postgres" && name != "both")
        throw Error(ErrorKind::internal, "migration", "The program is at fault.", {}, fmt::format("-- only: {}", name));
      wanted = name == "both" || name == mine;
    } else if (wanted) {
      out += line;
    }
  }
  constexpr std::string_view token = "{{clustered}}";
  for (std::size_t at = out.find(token); at != std::string::npos; at = out.find(token, at))
    out.replace(at, token.size(), kind == Kind::sqlite ? "WITHOUT ROWID" : "");
  if (out.find("{{") != std::string::npos)
    throw Error(ErrorKind::internal, "migration", "The program is at fault.", {}, "unknown token in: " + out);
  return out;
}

int migrate(Database& database, std::span<const EmbeddedFile> files, const MigrationProgress& progress) {
  auto migrations = migrations_of(files);
  int run = 0;
  for (;;) {
    bool more = database.write(Sight::of_system("migrate"), [&](Transaction& transaction) {
      if (transaction.kind() == Kind::postgres) transaction.each(take_turns, [](const Row&) {});
      std::size_t next = number_applied(transaction, migrations);
      if (next == migrations.size()) return false;
      const EmbeddedFile& file = migrations[next];
      if (transaction.kind() == Kind::postgres && transaction.one<bool>(may_create) == false)
        throw Error(ErrorKind::conflict, "owner_needed",
                    fmt::format("The database lacks “{}”, and this role owns nothing in it. Run entente migrate with the address of its owner.", file.name));
      if (progress) progress(file.name, static_cast<int>(next) + 1, static_cast<int>(migrations.size()));
      if (next == 0) transaction.script(make_table);
      transaction.script(migration_text(file.content, transaction.kind()));
      transaction.run(add_applied, file.name, checksum_of(file.content), system_clock().now());
      return true;
    });
    if (!more) return run;
    ++run;
  }
}

int migrate(Database& database, const MigrationProgress& progress) {
  return migrate(database, embedded_files(), progress);
}

void grant_to_application(Database& database, const std::string& role) {
  if (database.kind() != Kind::postgres)
    throw_bad_field("--application-role", "postgres_only", "Roles are a matter of PostgreSQL.");
  database.write([&](Transaction& transaction) {
    auto quoted = transaction.one<std::string>("SELECT quote_ident(rolname) FROM pg_roles WHERE rolname = $1", role);
    if (!quoted) throw_bad_field("--application-role", "unknown", fmt::format("PostgreSQL knows no role “{}”.", role));
    transaction.script(fmt::format(
        "GRANT USAGE ON SCHEMA public TO {0}; "
        "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {0}; "
        "REVOKE UPDATE, DELETE ON record_leaf FROM {0}; "
        "REVOKE INSERT, UPDATE, DELETE ON schema_migration FROM {0}",
        *quoted));
  });
}

int missing_migrations(Database& database) {
  auto migrations = migrations_of(embedded_files());
  std::size_t applied =
      database.read([&](Transaction& transaction) { return number_applied(transaction, migrations); });
  return static_cast<int>(migrations.size() - applied);
}

}  // namespace entente::db
