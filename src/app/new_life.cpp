#include "app/new_life.hpp"

#include "json/json.hpp"
#include "mail/outbox.hpp"
#include "record/signer.hpp"

namespace entente::app {
namespace {

constexpr std::string_view take_mark = "DELETE FROM restored WHERE only_row = 1 RETURNING backup_at";
constexpr std::string_view set_mark = "INSERT INTO restored (only_row, backup_at) VALUES (1, NULL) ON CONFLICT (only_row) DO NOTHING";

// PostgreSQL: pg_restore makes the tables anew, and a table made anew has another number.
constexpr std::string_view number_of_table = "SELECT CAST(CAST(CAST('life' AS regclass) AS oid) AS BIGINT)";
constexpr std::string_view begin_first_life = "UPDATE life SET table_number = $1 WHERE only_row = 1 AND table_number = 0";
constexpr std::string_view begin_next_life = "UPDATE life SET table_number = $1 WHERE only_row = 1 AND table_number <> $1";

struct Mark {
  std::optional<Instant> backup_at;
};
BOOST_DESCRIBE_STRUCT(Mark, (), (backup_at))

bool has_new_tables(db::Transaction& transaction) {
  if (transaction.kind() != db::Kind::postgres) return false;
  auto number = *transaction.one<std::int64_t>(number_of_table);
  return transaction.run(begin_first_life, number) == 0 && transaction.run(begin_next_life, number) == 1;
}

}  // namespace

bool begin_new_life(db::Database& database, record::Record& record, auth::Sessions& sessions, const Clock& clock, Random& random) {
  return database.write(db::Sight::of_system("restored"), [&](db::Transaction& transaction) {
    bool made_anew = has_new_tables(transaction);
    auto mark = transaction.one<Mark>(take_mark);
    if (!made_anew && !mark) return false;
    sessions.end_everybody(transaction);
    mail::give_up_all(transaction, clock.now(), "the data was put back to an earlier state");
    record::Act act;
    act.kind = record::restored_kind;
    act.at = clock.now();
    if (mark && mark->backup_at) act.after = json::text(*mark);
    record::append_everywhere(transaction, record, random, act);
    return true;
  });
}

void say_restored(db::Database& database) {
  database.write(db::Sight::of_system("restored"), [](db::Transaction& transaction) { transaction.run(set_mark); });
}

}  // namespace entente::app
