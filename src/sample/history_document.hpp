#pragma once
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "base/date.hpp"
#include "json/value.hpp"
#include "review/store.hpp"
#include "scorecard/verdict_types.hpp"

/// samples/reference/history.json, as it is written by hand. Things are named by their keys in the plan, people by their
/// e-mail addresses.
namespace entente::sample {

/// Parts of the plan that come in on this day and not before; a target as "CO3.1 2008-01-01". What hangs on an objective or
/// a measure (links, targets, initiatives) comes with it.
struct Brought {
  std::vector<std::string> objectives;
  std::vector<std::string> measures;
  std::vector<std::string> targets;
};
BOOST_DESCRIBE_STRUCT(Brought, (), (objectives, measures, targets))

/// An item of the plan that said something else until this day. `was` and `to` hold the same members, as the plan has them.
struct Rewritten {
  std::string kind;  ///< objective, theme, measure
  std::string key;
  json::Value was;
  json::Value to;
};
BOOST_DESCRIBE_STRUCT(Rewritten, (), (kind, key, was, to))

struct Proposed {
  std::string note;
  std::optional<Date> effective_from;
};
BOOST_DESCRIBE_STRUCT(Proposed, (), (note, effective_from))

/// All values of these measures that wait, of periods that ended by this day.
struct Accepted {
  std::vector<std::string> measures;
  Date until;
};
BOOST_DESCRIBE_STRUCT(Accepted, (), (measures, until))

struct Disputed {
  std::string measure;
  std::string period;
  std::string value;  ///< the other side's own
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Disputed, (), (measure, period, value, reason))

/// `light` is the one that was computed.
struct Judged {
  std::string kind;  ///< objective or theme
  std::string key;
  std::string period;
  strategy::Light light = strategy::Light::grey;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Judged, (), (kind, key, period, light, reason))

struct SetByHand {
  std::string objective;
  strategy::Light light = strategy::Light::grey;
  std::string reason;
  Date starts;
  Date expires;
};
BOOST_DESCRIBE_STRUCT(SetByHand, (), (objective, light, reason, starts, expires))

/// `about` is "objective CO1", "measure SP3.3", "theme speed", "charter" (the newest version) or "charter CO1" (what that
/// one says of an objective or a measure). "@[Anna Verbeke]" addresses her.
struct Said {
  std::string about;
  std::string text;
  bool answers = false;  ///< the newest thread there
};
BOOST_DESCRIBE_STRUCT(Said, (), (about, text, answers))

/// What somebody did on a day: exactly one of the things below.
struct Event {
  Date day;
  std::string by;
  std::optional<std::string> names;  ///< who may sign from now on
  std::optional<Brought> brings;
  std::optional<Rewritten> changes;
  std::optional<Proposed> proposes;
  std::optional<std::string> ratifies;  ///< the version that waits, with these words
  std::optional<std::string> returns;   ///< the same, for this reason
  std::optional<review::FreezeInput> freezes;
  std::optional<Accepted> accepts;
  std::optional<Disputed> disputes;
  std::optional<Judged> confirms;
  std::optional<Judged> contests;
  std::optional<SetByHand> sets;
  std::optional<std::string> consents;  ///< to the light by hand over this objective
  std::optional<Said> says;
  std::optional<std::string> settles;   ///< the newest thread about this
};
BOOST_DESCRIBE_STRUCT(Event, (),
                      (day, by, names, brings, changes, proposes, ratifies, returns, freezes, accepts, disputes, confirms, contests,
                       sets, consents, says, settles))

/// A value of which its giver shows the light only.
struct KeptBack {
  std::string measure;
  std::string period;
  bool operator<(const KeptBack& other) const { return std::tie(measure, period) < std::tie(other.measure, other.period); }
};
BOOST_DESCRIBE_STRUCT(KeptBack, (), (measure, period))

struct HistoryDocument {
  std::string about;             ///< for whoever reads the file
  json::Value plan;              ///< what the plan document does not have: its lists `measures` and `targets`
  std::vector<KeptBack> withheld;
  std::vector<Event> events;     ///< in the order of their days
};
BOOST_DESCRIBE_STRUCT(HistoryDocument, (), (about, plan, withheld, events))

}  // namespace entente::sample
