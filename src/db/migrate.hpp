#pragma once
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "base/embedded.hpp"
#include "db/database.hpp"

namespace entente::db {

/// Called before each migration with its name, its place and their number.
using MigrationProgress = std::function<void(std::string_view name, int place, int number)>;

/// Brings a database to the newest schema: runs those of the files migrations/NNNN-name.sql that have not been run
/// yet, in order, each in one transaction, and notes name and checksum in the table `schema_migration`. After a crash
/// the next call goes on where this one stopped. Returns how many were run.
///
/// The text of a migration is for both databases. `{{clustered}}` after a table stands for WITHOUT ROWID, which keeps
/// the rows in the order of the primary key (nothing on PostgreSQL). Where the two must differ, the lines from
/// "-- only: sqlite" or "-- only: postgres" to "-- only: both" go to that one.
///
/// Throws `conflict` "migration_changed" if a file differs from what was run, "database_newer" if the database was
/// migrated by a later version of the program.
int migrate(Database& database, const MigrationProgress& progress = {});
int migrate(Database& database, std::span<const EmbeddedFile> files, const MigrationProgress& progress = {});

/// PostgreSQL: lets another role do what the server does, and no more: it owns nothing, changes no schema, and can neither
/// change nor delete a leaf of the record. To be said again after each migration. Throws `bad_input` for an unknown role
/// and on SQLite.
void grant_to_application(Database& database, const std::string& role);

/// The text of a migration as one of the databases gets it.
std::string migration_text(std::string_view text, Kind kind);

/// How many migrations this program has that the database lacks; 0 is ready to serve.
int missing_migrations(Database& database);

}  // namespace entente::db
