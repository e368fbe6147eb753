#include "mail/postman.hpp"

#include "mail/letter.hpp"

namespace entente::mail {
namespace {

db::Sight sight() { return db::Sight::of_system("mail"); }

}  // namespace

int Postman::deliver() {
  std::lock_guard lock(mutex_);
  if (!carrier_) {
    say_that_mails_wait();
    return 0;
  }
  mark_sent();
  int taken = 0;
  while (true) {
    auto mails = database_.write(sight(), [&](db::Transaction& transaction) { return claim(transaction, random_, clock_.now()); });
    if (mails.empty()) return taken;
    for (const auto& mail : mails) taken += deliver_one(mail) == Result::taken;
  }
}

Postman::Result Postman::deliver_one(const Claimed& mail) {
  if (sent_.contains(mail.id)) {
    mark_sent();
    return Result::other;
  }
  auto content = json::read<Content>(mail.content);
  content.parts = database_.read(sight(), [&](db::Transaction& transaction) { return allowed_(transaction, mail.person, std::move(content.parts)); });
  if (content.parts.empty()) {
    database_.write(sight(), [&](db::Transaction& transaction) { end(transaction, mail.id, State::withheld, clock_.now(), ""); });
    return Result::other;
  }
  auto texts = written(content, mail.name, rule_.base);
  Message message{rule_.from, {mail.name, mail.address}, mail.subject, std::move(texts.plain), std::move(texts.html), mail.id.text(), mail.made_at};
  Report report = carrier_->carry(message);
  if (report.outcome == Outcome::sent) {
    sent_.insert(mail.id);
    mark_sent();
    return Result::taken;
  }
  settle(mail, report);
  return Result::other;
}

/// The address stays out of the log: it is somebody's personal data.
void Postman::settle(const Claimed& mail, const Report& report) {
  bool for_good = report.outcome == Outcome::refused || mail.tries >= most_tries;
  log_.warning(for_good ? "a mail was refused" : "a mail could not be sent and is tried again",
               {{"mail", mail.id.text()}, {"tries", mail.tries}, {"problem", report.problem}});
  database_.write(sight(), [&](db::Transaction& transaction) {
    if (for_good)
      end(transaction, mail.id, State::refused, clock_.now(), report.problem);
    else
      wait_until(transaction, mail.id, clock_.now().plus_seconds(backoff_seconds(mail.tries)), report.problem);
  });
}

void Postman::mark_sent() {
  if (sent_.empty()) return;
  database_.write(sight(), [&](db::Transaction& transaction) {
    for (const auto& id : sent_) end(transaction, id, State::sent, clock_.now(), "");
  });
  sent_.clear();
}

void Postman::say_that_mails_wait() {
  if (said_that_mails_wait_) return;
  auto number = database_.read(sight(), [](db::Transaction& transaction) { return number_waiting(transaction); });
  if (number == 0) return;
  said_that_mails_wait_ = true;
  log_.warning("mails wait in the outbox: no mail server is configured (--mail-url, --mail-from)", {{"mails", number}});
}

void Postman::start() {
  periodic_ = std::make_unique<jobs::Periodic>(
      std::chrono::seconds(5), [this] { deliver(); },
      [this](const std::exception& error) { log_.warning("mails could not be looked at", {{"problem", error.what()}}); });
}

}  // namespace entente::mail
