#pragma once
#include <memory>
#include <mutex>
#include <vector>

#include "mail/smtp.hpp"
#include "support/world.hpp"

namespace entente::test {

/// Takes the mails of a world in memory.
class MailHand {
 public:
  explicit MailHand(World& world) : world_(world) {
    world.program->postman().use(std::make_unique<Hand>(*taken_), {{"Entente", "entente@here.example"}, "https://e.example"});
  }

  /// Moves the clock, lets the schedule run and everything be sent; gives what was sent by that.
  std::vector<mail::Message> run(const std::string& when) {
    world_.clock.set(parse_instant(when));
    world_.program->scheduler().turn();
    return deliver();
  }
  std::vector<mail::Message> deliver() {
    world_.clock.advance_seconds(30);
    auto before = taken_->size();
    world_.program->postman().deliver();
    return {taken_->begin() + static_cast<std::ptrdiff_t>(before), taken_->end()};
  }
  const std::vector<mail::Message>& all() const { return *taken_; }

 private:
  struct Hand : mail::Carrier {
    explicit Hand(std::vector<mail::Message>& taken_) : taken(taken_) {}
    mail::Report carry(const mail::Message& message) override {
      taken.push_back(message);
      return {mail::Outcome::sent, ""};
    }
    std::vector<mail::Message>& taken;
  };

  World& world_;
  std::unique_ptr<std::vector<mail::Message>> taken_ = std::make_unique<std::vector<mail::Message>>();
};

}  // namespace entente::test
