#pragma once
#include <functional>
#include <optional>
#include <string>

#include "access/viewers.hpp"
#include "discipline/store.hpp"
#include "model/service.hpp"

namespace entente::discipline {

/// Something that was said to a person, or that waits for an answer.
struct Asked {
  std::string key;           ///< names it, so that it is told of once
  News kind = News::said;    ///< said or waiting
  std::string alliance;
  std::vector<SpaceId> spaces;  ///< from which it is drawn
  std::string right;
  mail::Line line;
};
/// What there is of it for a person, none of it from before the moment; the newest, or the most pressing, first.
using Inbox = std::function<std::vector<Asked>(const access::Viewer&, Instant since)>;

/// One person's mail of one run, and what is to be remembered with it.
struct Letter {
  mail::Content content;
  std::vector<Reminded> reminders;
  std::vector<LevelReminded> level_reminders;
  std::vector<std::pair<AllianceId, Lights>> lights;
  std::vector<Mailed> mailed;
  std::vector<Told> told;
};

/// Writes to people what waits for them and what changed: one mail a person and run, at most. Everything in it comes from readings
/// that are made for the recipient, and is checked once more when it goes (mail/postman.hpp).
class Letters {
 public:
  Letters(access::Door& door, access::Viewers& viewers, model::Service& service, Inbox inbox)
      : door_(door), viewers_(viewers), service_(service), inbox_(std::move(inbox)) {}

  /// For every person whose turn has come with some kind of news. May be run again for the same slot: mail and memory of it are
  /// written in one transaction for each person. Gives how many mails were put into the outbox.
  int write(Instant slot);

 private:
  Letter letter_for(const Reader& reader, const access::Viewer& viewer);
  void add_due_values(Letter& letter, const access::Viewer& viewer, const access::Grant& grant, const std::set<ReminderKey>& had);
  void add_due_levels(Letter& letter, const access::Viewer& viewer, const access::Grant& grant, const std::set<LevelReminderKey>& had);
  void add_consents(Letter& letter, const Reader& reader, const access::Viewer& viewer, const access::Grant& grant);
  void add_inbox(Letter& letter, const access::Viewer& viewer, const std::set<News>& turns);
  void add_changes(Letter& letter, const access::Viewer& viewer, const access::Grant& grant);

  access::Door& door_;
  access::Viewers& viewers_;
  model::Service& service_;
  Inbox inbox_;
};

}  // namespace entente::discipline
