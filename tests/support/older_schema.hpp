#pragma once
#include <string_view>

#include "db/transaction.hpp"

namespace entente::test {

/// Puts a SQLite database's schema back to before the migration whose name begins with `first` ("migrations/0014"): what that one and
/// all later ones created or added is dropped, the latest first, and they count as not run. What they wrote into older tables stays.
void take_back_migrations(db::Transaction& transaction, std::string_view first);

}  // namespace entente::test
