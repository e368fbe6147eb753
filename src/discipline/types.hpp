#pragma once
#include <boost/describe.hpp>
#include <array>
#include <map>
#include <optional>

#include "base/clock.hpp"
#include "base/id.hpp"
#include "schedule/cadence.hpp"

/// What keeps a scorecard alive: owners hear of values that are due, everybody of what changed, and how fresh the figures are is
/// itself shown.
namespace entente::discipline {

/// What a person can be told of by mail.
enum class News : std::uint8_t {
  due_values,  ///< values of one's own measures that are due soon, or overdue
  consents,    ///< versions of the charter that wait for one's own side
  changes,     ///< lights that changed, values that are missing
  said,        ///< mentions of the person, and replies
  waiting,     ///< what waits for the person's answer: values, disputes, lights, benefits, ratings
};
BOOST_DESCRIBE_ENUM(News, due_values, consents, changes, said, waiting)
inline constexpr std::array all_news = {News::due_values, News::consents, News::changes, News::said, News::waiting};

/// How often.
enum class Rhythm : std::uint8_t { at_once, daily, weekly, never };
BOOST_DESCRIBE_ENUM(Rhythm, at_once, daily, weekly, never)

/// A person's own settings: all kinds, each with what was chosen or what is usual.
struct Notifications {
  Rhythm due_values = Rhythm::at_once;
  Rhythm consents = Rhythm::weekly;
  Rhythm changes = Rhythm::weekly;
  Rhythm said = Rhythm::daily;
  Rhythm waiting = Rhythm::daily;

  Rhythm of(News kind) const;
  void choose(News kind, Rhythm rhythm);
};
BOOST_DESCRIBE_STRUCT(Notifications, (), (due_values, consents, changes, said, waiting))

/// What a person chooses; a later kind that is not named stays as it was.
struct NotificationChoice {
  Rhythm due_values = Rhythm::at_once;
  Rhythm consents = Rhythm::weekly;
  Rhythm changes = Rhythm::weekly;
  std::optional<Rhythm> said;
  std::optional<Rhythm> waiting;
};
BOOST_DESCRIBE_STRUCT(NotificationChoice, (), (due_values, consents, changes, said, waiting))

/// When mails of a kind go out: daily at 6, weekly on Mondays at 6 (UTC), at once within the hour. Values become due with the day,
/// so that being told of them at once is being told daily. Nothing for `never`.
std::optional<schedule::Cadence> cadence_of(News kind, Rhythm rhythm);

/// Whether a kind's turn has come at `now`, when it was last told of at `told`. A moment more than 8 days ahead comes from a clock
/// that was wrong, and counts as now.
enum class Turn { no, yes };
Turn turn_of(News kind, Rhythm rhythm, std::optional<Instant> told, Instant now);

}  // namespace entente::discipline
