#pragma once
#include <optional>
#include <span>
#include <vector>

#include <boost/describe.hpp>

#include "base/clock.hpp"
#include "base/date.hpp"
#include "base/id.hpp"
#include "json/field_types.hpp"
#include "strategy/types.hpp"

namespace entente {
using MeasureReviewId = Id<struct MeasureReviewKind>;
}

/// Which measures no longer earn their place: pure rules.
namespace entente::discipline {

/// Why a measure is put up to be renegotiated, kept or dropped.
enum class Standing : std::uint8_t {
  always_met,     ///< green in every period that was judged: the target asks for nothing
  never_met,      ///< red in every one: the target means nothing. A yellow period is near enough to speak against that
  not_looked_at,  ///< nobody of one's own side has opened its page for long
  review_passed,  ///< its own review date has come
};
BOOST_DESCRIBE_ENUM(Standing, always_met, never_met, not_looked_at, review_passed)

enum class ReviewVerdict : std::uint8_t {
  renegotiate,  ///< target or definition is to be agreed on anew
  keep,
  drop,         ///< retired in the working draft; a charter in force stays until the partners ratify
};
BOOST_DESCRIBE_ENUM(ReviewVerdict, renegotiate, keep, drop)

/// What was decided on a measure, and until when it is left in peace.
struct MeasureReview {
  MeasureReviewId id;
  AllianceId alliance;
  SpaceId space;
  std::int64_t version = 0;
  MeasureId measure;
  ReviewVerdict verdict = ReviewVerdict::keep;
  std::string reason;
  PersonId by_person;
  PartyId by_party;
  Instant decided_at;
  Date quiet_until;
  std::optional<Instant> removed_at;
};
BOOST_DESCRIBE_STRUCT(MeasureReview, (), (id, alliance, space, version, measure, verdict, reason, by_person, by_party, decided_at, quiet_until, removed_at))

constexpr int periods_looked_at = 12;  ///< the last own periods of a measure
constexpr int periods_needed = 6;      ///< of them so many must be judged before "always" and "never" mean anything
constexpr int days_of_looking = 90;    ///< a quarter and a review: who did not look for so long does not look

/// What one own period of a measure shows.
struct PastLight {
  bool has_value = false;  ///< one of this period: without it nobody judged anything
  bool by_hand = false;    ///< the light was set by hand, whatever the values say
  strategy::Light light = strategy::Light::grey;
};

/// The lights that tell how a target fares: those of a value that was judged by it.
std::vector<strategy::Light> lights_that_count(std::span<const PastLight> past);

/// What is known of a measure.
struct Habit {
  std::vector<strategy::Light> lights;  ///< of its last own periods, those that count
  std::optional<Date> first_value;      ///< the day on which its first value came in
  std::optional<Date> counted_since;    ///< since when looks of one's own side are counted
  std::int64_t looks = 0;               ///< within the last `days_of_looking`
  std::optional<Date> review_date;
  std::optional<Date> quiet_until;      ///< by the newest decision
};

/// Whether looks could tell anything by a day: counted long enough, of a measure that has been there as long.
bool looks_tell(const Habit& habit, Date today);
/// Whether the lights could.
bool lights_tell(const Habit& habit);

/// All reasons that hold on a day; none while a decision gives it rest.
std::vector<Standing> standings(const Habit& habit, Date today);

/// A kept measure, or a dropped one, rests for a year; one to be renegotiated until the next quarter's review.
Date rest_after(ReviewVerdict verdict, Date today);

}  // namespace entente::discipline
