#pragma once
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/random.hpp"
#include "db/database.hpp"
#include "jobs/periodic.hpp"
#include "log/log.hpp"
#include "schedule/cadence.hpp"

namespace entente::schedule {

struct Job {
  std::string name;  ///< never changes: runs are remembered by it
  Cadence cadence;
  /// Does it for a slot. May be called again for the same slot after it threw or its server died, so what it does is to be such
  /// that a second time changes nothing.
  std::function<void(Instant slot)> act;
  std::int64_t lease_seconds = 15 * 60;  ///< longer than it ever takes
};

/// Does jobs when they are due; which runs took place stands in the database, so that restarts change nothing and of several
/// servers on one PostgreSQL one does each run.
///
/// - A job is due when its last slot has no finished run. **Missed runs run once**: only the last slot counts, however many have
///   passed.
/// - A job that the database has never seen begins with its next slot.
/// - A slot is run by whoever claims it, under a lease: if that server dies, another takes over when the lease has run out. A run
///   that throws is tried again 5, 10, 15 … minutes later, `most_tries` times in all.
/// - **The clock may jump.** Forward: the last slot runs, once. Backward by up to two slots before a run that took place:
///   nothing, until the time is reached again. Farther back, the clock is taken to have been wrong before: slots run that have not
///   run yet. No slot ever finishes twice.
class Scheduler {
 public:
  static constexpr std::int64_t most_tries = 5;

  Scheduler(db::Database& database, const Clock& clock, Random& random, log::Log& log) : database_(database), clock_(clock), log_(log), holder_(random_id(random)) {}

  /// Before `start`.
  void add(Job job) { jobs_.push_back(std::move(job)); }

  /// Does what is due now; gives how many runs were finished.
  int turn();

  /// From now on takes a turn every 20 seconds.
  void start();
  void stop() { periodic_.reset(); }

  /// When a job is due next, for whoever asks: its last slot while that waits to be run, else the next one.
  Instant next_time(const std::string& name);

  /// Forgets runs of slots before this.
  static void forget(db::Transaction& transaction, Instant before);

 private:
  enum class Due { no, yes };
  bool claim(const Job& job, Instant slot, Instant now);
  Due look(db::Transaction& transaction, const Job& job, Instant slot, Instant now) const;

  db::Database& database_;
  const Clock& clock_;
  log::Log& log_;
  IdText holder_;
  std::vector<Job> jobs_;
  std::mutex mutex_;
  std::unique_ptr<jobs::Periodic> periodic_;
};

}  // namespace entente::schedule
