#include "support/older_schema.hpp"

#include <algorithm>
#include <regex>
#include <string>
#include <vector>

#include "base/embedded.hpp"
#include "db/migrate.hpp"

namespace entente::test {
namespace {

/// The statements that take back what a migration made, in its own order.
std::vector<std::string> takers(const std::string& text) {
  static const std::regex made(R"(CREATE (?:VIRTUAL )?TABLE (?:IF NOT EXISTS )?(\w+)|CREATE (?:UNIQUE )?INDEX (\w+)|ALTER TABLE (\w+) ADD COLUMN (\w+))");
  std::vector<std::string> out;
  for (std::sregex_iterator found(text.begin(), text.end(), made), end; found != end; ++found) {
    const auto& one = *found;
    if (one[1].matched) out.push_back("DROP TABLE IF EXISTS " + one[1].str());
    if (one[2].matched) out.push_back("DROP INDEX IF EXISTS " + one[2].str());
    if (one[3].matched) out.push_back("ALTER TABLE " + one[3].str() + " DROP COLUMN " + one[4].str());
  }
  return out;
}

}  // namespace

void take_back_migrations(db::Transaction& transaction, std::string_view first) {
  std::vector<std::string> statements;
  for (const EmbeddedFile& file : embedded_files()) {
    if (!file.name.starts_with("migrations/") || file.name < first) continue;
    auto of_file = takers(db::migration_text(file.content, db::Kind::sqlite));
    statements.insert(statements.end(), of_file.begin(), of_file.end());
  }
  std::reverse(statements.begin(), statements.end());
  for (const auto& statement : statements) transaction.script(statement);
  transaction.run("DELETE FROM schema_migration WHERE name >= $1", first);
}

}  // namespace entente::test
