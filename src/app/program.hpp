#pragma once
#include <memory>
#include <string>

#include "access/api.hpp"
#include "access/gate.hpp"
#include "access/items.hpp"
#include "access/revisions.hpp"
#include "access/viewers.hpp"
#include "app/news.hpp"
#include "app/routes.hpp"
#include "auth/session.hpp"
#include "auth/sign_in.hpp"
#include "discipline/letters.hpp"
#include "http/events.hpp"
#include "http/router.hpp"
#include "jobs/periodic.hpp"
#include "log/log.hpp"
#include "mail/postman.hpp"
#include "metrics/metrics.hpp"
#include "model/service.hpp"
#include "possession/jobs.hpp"
#include "record/signer.hpp"
#include "schedule/scheduler.hpp"

namespace entente::app {

struct Settings {
  std::string database = "data/entente.db";
  std::string public_url;
  Reachable reachable = Reachable::only_from_here;
  std::size_t memory = 64u << 20;  ///< for readings and ready answers, in bytes
};

/// The whole program but the listening: every part, put together in the order of the arrows, over one open database.
/// The command line and the tests use it without a server.
class Program {
 public:
  Program(const Settings& settings, const Clock& clock, Random& random, log::Log& log);
  ~Program();

  http::Router& router() { return router_; }
  http::EventStreams& events() { return events_; }
  db::Database& database() { return *database_; }
  access::Door& door() { return door_; }
  access::Api& api() { return api_; }
  auth::SignIn& sign_in() { return sign_in_; }
  auth::Sessions& sessions() { return sessions_; }
  record::Signer& signer() { return signer_; }
  access::Viewers& viewers() { return viewers_; }
  model::Service& service() { return service_; }
  metrics::Registry& metrics() { return metrics_; }
  log::Log& log() { return log_; }
  News& news() { return news_; }
  mail::Postman& postman() { return postman_; }
  discipline::Letters& letters() { return letters_; }
  schedule::Scheduler& scheduler() { return scheduler_; }

  /// Starts what runs beside requests: signing heads, ending sessions and their streams, hearing other servers, mail.
  void start();
  void stop();

 private:
  void check_record();
  void clean();
  /// For work on a thread of its own: what it threw goes to the log.
  jobs::Periodic::Failed warn(std::string what);

  std::unique_ptr<db::Database> database_;
  log::Log& log_;
  metrics::Registry metrics_;
  record::Record record_;
  access::Door door_;
  access::Revisions revisions_;
  access::Viewers viewers_;
  auth::Sessions sessions_;
  auth::SignIn sign_in_;
  record::Signer signer_;
  access::Gate gate_;
  http::EventStreams events_;
  News news_;
  model::Readings readings_;
  model::Service service_;
  mail::Postman postman_;
  discipline::Letters letters_;
  schedule::Scheduler scheduler_;
  access::Undoers undoers_;
  possession::Jobs jobs_;
  http::Router router_;
  access::Api api_;
  std::unique_ptr<jobs::Periodic> warming_;
  std::atomic<bool> stopping_ = false;
};

/// Makes the database if there is none, and brings it to the newest schema.
std::unique_ptr<db::Database> open_database(const std::string& location, log::Log* log);

}  // namespace entente::app
