#include "app/program.hpp"

#include "access/still_seen.hpp"
#include "activity/api.hpp"
#include "app/asked.hpp"
#include "app/new_life.hpp"
#include "app/routes.hpp"
#include "db/migrate.hpp"
#include "files/rules.hpp"
#include "files/store.hpp"
#include "search/index.hpp"

namespace entente::app {
namespace {

std::string server_name(const std::string& public_url) {
  auto colon = public_url.find("://");
  return colon == std::string::npos ? "entente.localhost" : public_url.substr(colon + 3);
}

}  // namespace

std::unique_ptr<db::Database> open_database(const std::string& location, log::Log* log) {
  auto database = db::Database::open(location);
  db::migrate(*database, [log](std::string_view name, int place, int number) {
    if (log) log->info("migrating", {{"name", name}, {"place", place}, {"of", number}});
  });
  return database;
}

Program::Program(const Settings& settings, const Clock& clock, Random& random, log::Log& log)
    : database_(open_database(settings.database, &log)),
      log_(log),
      record_(random),
      door_(*database_, record_, clock, random),
      revisions_(door_),
      viewers_(door_),
      sessions_(*database_, clock, random),
      sign_in_(*database_, clock),
      signer_(*database_, record_, clock, random, server_name(settings.public_url),
              [&log](SpaceId space, const std::string& wrong) { log.error("the record does not add up", {{"space", space.text()}, {"wrong", wrong}}); }),
      gate_(viewers_, sessions_, {settings.public_url}),
      news_(door_, record_, sessions_, events_),
      readings_(door_, revisions_, settings.memory),
      service_(door_, revisions_, readings_),
      postman_(*database_, clock, random, log, access::still_seen),
      letters_(door_, viewers_, service_, [this](const access::Viewer& viewer, Instant since) { return asked(service_, viewer, since); }),
      scheduler_(*database_, clock, random, log),
      jobs_(clock, random, log),
      api_(router_, door_, gate_) {
  if (begin_new_life(*database_, record_, sessions_, clock, random))
    log.warning("the database was put back to an earlier state: everybody signs in anew, and tokens and links are made anew", {});
  gate_.on_end([this](const std::string& key) { events_.close(key); });
  // Whoever lost a right must not hear more. Only the streams concerned end: the others' would tell of a stranger's affairs.
  door_.on_rights_change([this](const access::Concerned& whose) {
    for (const auto& person : whose.people) events_.close("person:" + person.text());
    for (const auto& organisation : whose.organisations) events_.close("organisation:" + organisation.text());
    news_.look_at_streams();
  });
  activity::publish_changes(door_, events_);
  scheduler_.add({"letters", schedule::Cadence::hourly(), [this](Instant slot) { letters_.write(slot); }});
  scheduler_.add({"record check", schedule::Cadence::daily(2), [this](Instant) { check_record(); }, 6 * 3600});
  scheduler_.add({"cleaning", schedule::Cadence::daily(3), [this](Instant) { clean(); }});
  search::watch(door_);
  search::make_if_old(door_);
  add_routes(api_, {sign_in_, service_, signer_, events_, undoers_, jobs_, settings.reachable});
}

Program::~Program() { stop(); }

void Program::start() {
  signer_.start();
  sessions_.start(warn("sessions could not be looked at"));
  news_.start(warn("streams could not be looked at"));
  warming_ = std::make_unique<jobs::Periodic>(
      std::chrono::minutes(1), [this] { service_.warm(*viewers_.local_operator(), [this] { return stopping_.load(); }); },
      warn("alliances could not be judged ahead"));
  warming_->wake();
  postman_.start();
  scheduler_.start();
}

/// Reads every log again from the database, so that a change behind the program's back is seen within a day.
void Program::check_record() {
  record::recompute_all(*database_, [this](SpaceId space, const std::string& wrong) {
    log_.error("the record does not add up", {{"space", space.text()}, {"wrong", wrong}});
  });
}

/// Drops what is kept for a time only.
void Program::clean() {
  door_.write(db::Sight::of_system("cleaning"), [this](db::Transaction& transaction) {
    record::thin_heads(transaction, door_.now());
    transaction.run("DELETE FROM idempotency WHERE at < $1", door_.now().plus_seconds(-86'400));
    transaction.run("DELETE FROM import WHERE state = 'preview' AND made_at < $1", door_.now().plus_seconds(-86'400));
    files::drop_removed(transaction, door_.now().plus_seconds(-files::kept_after_removal), door_.now());
    mail::forget_ended(transaction, door_.now().plus_seconds(-30 * 86'400));
    schedule::Scheduler::forget(transaction, door_.now().plus_seconds(-3 * 365 * 86'400));
  });
}

jobs::Periodic::Failed Program::warn(std::string what) {
  return [this, what = std::move(what)](const std::exception& error) { log_.warning(what, {{"problem", error.what()}}); };
}

void Program::stop() {
  stopping_ = true;
  jobs_.stop();
  scheduler_.stop();
  postman_.stop();
  warming_.reset();
  news_.stop();
  sessions_.stop();
  signer_.stop();
}

}  // namespace entente::app
