#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "access/door.hpp"
#include "discipline/due.hpp"
#include "discipline/types.hpp"
#include "mail/outbox.hpp"
#include "service_level/types.hpp"

namespace entente::discipline {

using access::Door;
using access::Viewer;

/// What the viewer has chosen, or what is usual.
Notifications notifications(db::Transaction&, const Viewer&);

/// The viewer chooses; with an act in the record of the own organisation.
Notifications choose_notifications(Door&, db::Transaction&, const Viewer&, const NotificationChoice&);

/// Whom a run may write to: confirmed persons with a confirmed membership, with their settings and up to when they were told.
struct Reader {
  PersonId person;
  bool owns = false;  ///< a measure or service level, or more
  Notifications settings;
  std::map<News, Instant> told;
};
std::vector<Reader> readers(db::Transaction&);

/// A reminder that has been written.
struct Reminded {
  PersonId person;
  MeasureId measure;
  Period period;
  std::int64_t number = 1;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(Reminded, (), (person, measure, period, number, at))
void keep_reminders(db::Transaction&, const std::vector<Reminded>&);
/// Measure, period and number of the reminders that the person has had.
using ReminderKey = std::tuple<MeasureId, Period, std::int64_t>;
std::set<ReminderKey> reminders_of(db::Transaction&, const PersonId&);

/// The same for values of service levels.
struct LevelReminded {
  PersonId person;
  ServiceLevelId level;
  Period period;
  std::int64_t number = 1;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(LevelReminded, (), (person, level, period, number, at))
void keep_reminders(db::Transaction&, const std::vector<LevelReminded>&);
using LevelReminderKey = std::tuple<ServiceLevelId, Period, std::int64_t>;
std::set<LevelReminderKey> level_reminders_of(db::Transaction&, const PersonId&);

/// The lights as a person was last told of them; nothing if never.
using Lights = std::map<std::string, strategy::Light>;
std::optional<Lights> lights_told(db::Transaction&, const PersonId&, const AllianceId&);
void keep_lights(db::Transaction&, const PersonId&, const AllianceId&, const Lights&);

/// An item of the person's inbox of which a mail has told.
struct Mailed {
  PersonId person;
  std::string item;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(Mailed, (), (person, item, at))
std::set<std::string> mailed_items(db::Transaction&, const PersonId&);
void keep_mailed(db::Transaction&, const std::vector<Mailed>&);

struct Told {
  PersonId person;
  News kind = News::changes;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(Told, (), (person, kind, at))
void keep_told(db::Transaction&, const std::vector<Told>&);

}  // namespace entente::discipline
