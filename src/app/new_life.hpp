#pragma once
#include "auth/session.hpp"
#include "record/store.hpp"

namespace entente::app {

/// A database that was put back to an earlier state brings back what was ended since: sessions, tokens, links, and mails that may
/// have gone. If this one was (it is a backup, pg_restore made its tables anew, or the operator said so), then in one transaction
/// all of these end, and every space's record gets a leaf that says so. True where this took place. Before anything else uses the
/// database.
bool begin_new_life(db::Database& database, record::Record& record, auth::Sessions& sessions, const Clock& clock, Random& random);

/// Says that other tools than ours put the database back to an earlier state: who opens it next begins its new life.
void say_restored(db::Database& database);

}  // namespace entente::app
