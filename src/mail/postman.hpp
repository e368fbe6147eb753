#pragma once
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>

#include "db/database.hpp"
#include "jobs/periodic.hpp"
#include "log/log.hpp"
#include "mail/outbox.hpp"
#include "mail/smtp.hpp"

namespace entente::mail {

struct PostRule {
  Mailbox from;
  std::string base;  ///< how people reach the program; links begin with it
};

/// Sends what is in the outbox. Each mail goes through `allowed` at the moment of sending, which leaves those of its parts that
/// the recipient may still see. Without a carrier mails wait, and the log says so once.
///
/// A mail that the mail server has taken is never sent again by this server, even if the database fails at that moment: it is
/// marked as soon as the database answers. If the server dies between the two, another try follows once the claim runs out, with
/// the same Message-ID.
class Postman {
 public:
  using Allowed = std::function<std::vector<Part>(db::Transaction&, const PersonId&, std::vector<Part>)>;
  Postman(db::Database& database, const Clock& clock, Random& random, log::Log& log, Allowed allowed)
      : database_(database), clock_(clock), random_(random), log_(log), allowed_(std::move(allowed)) {}

  /// To be said before `start`. `carrier` may be nothing.
  void use(std::unique_ptr<Carrier> carrier, PostRule rule) {
    carrier_ = std::move(carrier);
    rule_ = std::move(rule);
  }

  /// Sends all that is due now; gives how many the mail server took.
  int deliver();

  /// From now on looks every few seconds.
  void start();
  void stop() { periodic_.reset(); }

 private:
  enum class Result { taken, other };
  Result deliver_one(const Claimed& mail);
  void settle(const Claimed& mail, const Report& report);
  void mark_sent();
  void say_that_mails_wait();

  db::Database& database_;
  const Clock& clock_;
  Random& random_;
  log::Log& log_;
  Allowed allowed_;
  std::unique_ptr<Carrier> carrier_;
  PostRule rule_;
  std::mutex mutex_;
  std::set<MailId> sent_;  ///< taken by the mail server, and not marked yet
  bool said_that_mails_wait_ = false;
  std::unique_ptr<jobs::Periodic> periodic_;
};

}  // namespace entente::mail
