#pragma once
#include <atomic>
#include <memory>

#include "access/door.hpp"
#include "auth/session.hpp"
#include "db/listening.hpp"
#include "http/events.hpp"
#include "jobs/periodic.hpp"

namespace entente::app {

/// Keeps open streams, and what this server holds in memory, true to what happens without it: sessions that run out, and
/// what other servers on the same PostgreSQL commit.
class News {
 public:
  News(access::Door& door, record::Record& record, auth::Sessions& sessions, http::EventStreams& events)
      : door_(door), record_(record), sessions_(sessions), events_(events) {}

  /// Begins to listen to other servers (PostgreSQL), and takes a turn twice a second.
  void start(jobs::Periodic::Failed failed);
  void stop();

  /// Makes the next turn begin now: somebody's rights changed. From any thread, and quick.
  void look_at_streams();

  /// Ends the streams whose session or token has ended, or whose person may no longer hear the same. While the other servers cannot be heard, looks into the database
  /// whether they took somebody's rights or sessions away.
  void turn();

  /// Whether other servers are heard at present; never with SQLite, where there are none.
  bool hears() const { return listening_ && listening_->hears(); }

 private:
  void heard(std::string_view text);
  void look_again();
  void look_for_revocations();

  access::Door& door_;
  record::Record& record_;
  auth::Sessions& sessions_;
  http::EventStreams& events_;
  std::unique_ptr<db::Listening> listening_;
  std::mutex periodic_mutex_;
  std::unique_ptr<jobs::Periodic> periodic_;
  std::mutex mutex_;
  std::int64_t rights_seen_ = 0;
};

}  // namespace entente::app
