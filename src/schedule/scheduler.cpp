#include "schedule/scheduler.hpp"

#include "base/error.hpp"

namespace entente::schedule {
namespace {

constexpr std::string_view newest_sql = "SELECT MAX(slot) FROM job_run WHERE name = $1 AND slot <= $2";
constexpr std::string_view done_sql = "SELECT COUNT(*) FROM job_run WHERE name = $1 AND slot = $2 AND done_at IS NOT NULL";
constexpr std::string_view seen_sql = "SELECT COUNT(*) FROM job_run WHERE name = $1";
/// The slot before the first one of ours counts as run.
constexpr std::string_view begin_sql =
    "INSERT INTO job_run (name, slot, holder, lease_until, tries, done_at) VALUES ($1, $2, '', 0, 0, $3) ON CONFLICT (name, slot) DO NOTHING";
constexpr std::string_view claim_sql =
    "INSERT INTO job_run (name, slot, holder, lease_until, tries, done_at) VALUES ($1, $2, $3, $4, 1, NULL) "
    "ON CONFLICT (name, slot) DO UPDATE SET holder = excluded.holder, lease_until = excluded.lease_until, tries = job_run.tries + 1 "
    "WHERE job_run.done_at IS NULL AND job_run.lease_until <= $5 AND job_run.tries < $6";
constexpr std::string_view finish_sql = "UPDATE job_run SET done_at = $3 WHERE name = $1 AND slot = $2 AND done_at IS NULL";
constexpr std::string_view fail_sql =
    "UPDATE job_run SET lease_until = $4 + tries * 300000000 WHERE name = $1 AND slot = $2 AND holder = $3 AND done_at IS NULL";
constexpr std::string_view forget_sql = "DELETE FROM job_run WHERE slot < $1 AND done_at IS NOT NULL";

std::string_view view(const IdText& id) { return {id.characters.data(), id.characters.size()}; }

}  // namespace

Scheduler::Due Scheduler::look(db::Transaction& transaction, const Job& job, Instant slot, Instant now) const {
  if (*transaction.one<std::int64_t>(seen_sql, job.name) == 0) {
    transaction.run(begin_sql, job.name, slot, now);
    return Due::no;
  }
  if (*transaction.one<std::int64_t>(done_sql, job.name, slot) > 0) return Due::no;
  // A run of a slot that is a little ahead: the clock was set back, and this slot's turn is over.
  auto newest = transaction.one<std::optional<Instant>>(newest_sql, job.name, slot.plus_seconds(2 * job.cadence.seconds)).value_or(std::nullopt);
  return newest && *newest > slot ? Due::no : Due::yes;
}

bool Scheduler::claim(const Job& job, Instant slot, Instant now) {
  return database_.write(db::Sight::of_system("schedule"), [&](db::Transaction& transaction) {
    if (look(transaction, job, slot, now) == Due::no) return false;
    return transaction.run(claim_sql, job.name, slot, view(holder_), now.plus_seconds(job.lease_seconds), now, most_tries) == 1;
  });
}

int Scheduler::turn() {
  std::lock_guard lock(mutex_);
  int finished = 0;
  for (const auto& job : jobs_) {
    Instant now = clock_.now(), slot = job.cadence.last_slot(now);
    auto known = database_.read([&](db::Transaction& transaction) { return *transaction.one<std::int64_t>(done_sql, job.name, slot) > 0; });
    if (known || !claim(job, slot, now)) continue;
    try {
      job.act(slot);
      database_.write([&](db::Transaction& transaction) { transaction.run(finish_sql, job.name, slot, clock_.now()); });
      ++finished;
    } catch (const std::exception& error) {
      log_.error("a job failed and is tried again", {{"job", job.name}, {"problem", error.what()}});
      database_.write([&](db::Transaction& transaction) { transaction.run(fail_sql, job.name, slot, view(holder_), clock_.now()); });
    }
  }
  return finished;
}

Instant Scheduler::next_time(const std::string& name) {
  for (const auto& job : jobs_) {
    if (job.name != name) continue;
    Instant now = clock_.now(), slot = job.cadence.last_slot(now);
    return database_.write([&](db::Transaction& transaction) { return look(transaction, job, slot, now) == Due::yes ? slot : job.cadence.next_slot(now); });
  }
  throw_not_found();
}

void Scheduler::forget(db::Transaction& transaction, Instant before) { transaction.run(forget_sql, before); }

void Scheduler::start() {
  periodic_ = std::make_unique<jobs::Periodic>(
      std::chrono::seconds(20), [this] { turn(); },
      [this](const std::exception& error) { log_.warning("the schedule could not be looked at", {{"problem", error.what()}}); });
}

}  // namespace entente::schedule
