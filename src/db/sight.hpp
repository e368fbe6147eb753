#pragma once
#include <string>
#include <string_view>

namespace entente::db {

/// How far a transaction sees on PostgreSQL, by row-level security: a second wall behind the checks of the program
/// (docs/decisions/0032-row-level-security.md). Without one a transaction finds none of the rows behind the wall, and
/// can write none. SQLite has no such wall.
struct Sight {
  std::string spaces;  ///< identifiers with blanks between: rows that lie in these spaces
  std::string person;  ///< rows that belong to this person alone: uploads, answers kept for an Idempotency-Key
  std::string system;  ///< the name of an act of the system itself, such as "signer": every row

  /// For what the system does by itself, on nobody's behalf.
  static Sight of_system(std::string_view act) { return {"", "", std::string(act)}; }
  bool is_blind() const { return spaces.empty() && person.empty() && system.empty(); }
};

}  // namespace entente::db
