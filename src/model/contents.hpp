#pragma once
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "access/viewer.hpp"
#include "alliance/types.hpp"
#include "base/zone.hpp"
#include "charter/types.hpp"
#include "db/transaction.hpp"
#include "model/eras.hpp"
#include "scorecard/types.hpp"
#include "scorecard/verdict_types.hpp"
#include "strategy/types.hpp"

/// What one alliance holds, as far as one set of spaces reaches: the raw material of every screen that shows lights.
namespace entente::model {

/// What both partners share, or that and one's own private matters.
enum class Side : std::uint8_t { joint, ours };
BOOST_DESCRIBE_ENUM(Side, joint, ours)

/// The spaces that a reader's model is built from. Nothing of another space ever enters it.
struct Spaces {
  SpaceId shared;
  std::vector<SpaceId> others;  ///< agreements; with Side::ours the private space too; sorted

  SpaceId own;                  ///< the private one among `others`; empty without it

  bool has(const SpaceId& space) const {
    if (space.empty()) return false;
    return space == shared || std::find(others.begin(), others.end(), space) != others.end();
  }
  bool operator==(const Spaces&) const = default;
  /// Tells two sets apart in a cache.
  std::string key() const;
  /// The eyes of one who sees these spaces and no others: what is built of them serves all who see the same.
  db::Sight sight() const;
};

Spaces spaces_of(const access::Grant& grant, Side side);

/// Which text of the plan is judged, and what was known then.
struct Basis {
  enum class Text : std::uint8_t {
    standing,  ///< the version in force; until the first ratification the working draft
    draft,     ///< the working draft, whatever is in force
    version,   ///< the version with this number, in force or not
  };
  Text text = Text::standing;
  std::int64_t number = 0;
  /// As it was at the end of this day in the alliance's zone: by the version in force then, with the values that were recorded until then.
  std::optional<Date> on;

  bool is_now() const { return text == Text::standing && !on; }
  /// Tells two apart in a cache; empty for what stands now.
  std::string key() const;
};

/// The version of the charter that a reading is made of.
struct CharterRef {
  std::int64_t number = 0;
  charter::State state = charter::State::in_force;
  std::optional<Instant> in_force_at;
};
BOOST_DESCRIBE_STRUCT(CharterRef, (), (number, state, in_force_at))

struct PersonName {
  PersonId id;
  std::string name;
  OrganisationId organisation;
};
BOOST_DESCRIBE_STRUCT(PersonName, (), (id, name, organisation))

/// The newest row of one cell, without what only its history needs.
struct Cell {
  Period period;
  scorecard::ObservationState state = scorecard::ObservationState::value;
  std::optional<std::string> value;
  std::optional<Decimal> numerator, denominator, weight;
  std::string reason;
  std::string note;
  std::string flags;
  std::int64_t version = 1;  ///< how many rows the cell has
  bool restated = false;     ///< an earlier row said another value
  bool error = false;        ///< a computed value that could not be worked out; `reason` says why
  bool light_only = false;   ///< the value is withheld from the partner; here it is because its owner looks
  std::uint8_t giver = 0;    ///< who gave it: a place in `Values::givers`
  strategy::Light shared_light = strategy::Light::grey;  ///< of a withheld value
  Instant recorded_at;
};

/// A review that froze what it saw: values that came later change nothing of it.
struct FreezeMark {
  FreezeId id;
  std::string title;
  Period period;
  Date last_day;
  Instant taken_at;
};
BOOST_DESCRIBE_STRUCT(FreezeMark, (), (id, title, period, last_day, taken_at))

/// What became of a value that needs both sides.
enum class Submission : std::uint8_t {
  none,       ///< nobody was asked, and nobody said anything
  submitted,  ///< waits for another partner; counts as provisional
  accepted,
  disputed,
};
BOOST_DESCRIBE_ENUM(Submission, none, submitted, accepted, disputed)

/// One measure's values by series, each oldest first.
struct Values {
  std::vector<Cell> actual;
  std::vector<Cell> target;
  std::vector<Cell> baseline;
  std::vector<Cell> red;
  std::vector<Cell> green;
  std::vector<OrganisationId> givers;  ///< of all cells; empty text: the local operator
  std::string zone{utc};               ///< of the alliance: by its days it is told when a value was given
  std::map<Period, std::vector<scorecard::ValueVerdict>> words;  ///< on the newest rows of `actual`: each party's last one
  std::vector<Cell>& of(scorecard::Series series);
  /// What became of a cell of `actual`.
  Submission submission(const scorecard::Measure& measure, const Cell& cell) const;
};
using ValuesPointer = std::shared_ptr<const Values>;

struct Contents {
  alliance::Alliance alliance;
  Spaces spaces;
  Basis basis;
  bool ratified = false;                                   ///< whether any version is, or was then, in force
  std::optional<CharterRef> charter;                       ///< nothing: this is the working draft
  std::vector<alliance::Party> parties;                    ///< by position
  std::vector<strategy::Perspective> perspectives;         ///< by position, lowest first
  std::vector<strategy::Theme> themes;                     ///< by position
  std::vector<strategy::Objective> objectives;             ///< by position
  std::vector<strategy::Link> links;
  std::vector<strategy::Win> wins;
  std::vector<strategy::SharedValue> values;
  std::vector<scorecard::Measure> measures;                ///< by objective's position, then own
  std::unordered_map<MeasureId, std::vector<scorecard::Target>> targets;  ///< oldest first; over the eras, where there are any
  std::vector<Era> eras;                                   ///< of the shared plan, oldest first; none for a draft or a version by its number
  std::unordered_map<MeasureId, ValuesPointer> observations;
  std::vector<scorecard::Initiative> initiatives;
  std::vector<scorecard::Narrative> narratives;
  std::vector<scorecard::LightOverride> overrides;
  std::vector<scorecard::LightVerdict> light_verdicts;     ///< each party's last word on a light
  std::vector<FreezeMark> freezes;                         ///< oldest first
  std::unordered_map<PersonId, PersonName> people;         ///< owners and leaders
  std::unordered_map<SpaceId, access::SpaceKind> space_kinds;
  std::unordered_map<SpaceId, OrganisationId> space_organisations;
  std::unordered_map<SpaceId, std::string> space_names;    ///< of agreements

  /// Whether more than one party sees it, so that what counts there takes their consent.
  bool is_joint(const SpaceId& space) const {
    auto kind = space_kinds.find(space);
    return kind == space_kinds.end() || kind->second != access::SpaceKind::private_;
  }
};

/// Reads it all, the shared plan (and that of agreements) by the version that `basis` names, private matters as they are now.
/// Throws `not_found` for a version that does not exist. An objective whose theme or perspective is gone goes to a lane or theme "Not placed yet".
std::shared_ptr<Contents> load_contents(db::Transaction& transaction, const AllianceId& alliance, const Spaces& spaces, const Basis& basis = {});

/// One measure's values anew.
ValuesPointer load_values(db::Transaction& transaction, const MeasureId& measure, const Spaces& spaces);

}  // namespace entente::model
