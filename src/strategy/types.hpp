#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "access/viewer.hpp"
#include "base/clock.hpp"
#include "base/decimal.hpp"
#include "base/id.hpp"
#include "json/field_types.hpp"

/// The nouns of the strategy map. Each struct is one row of the table of its name, its members in the order of the
/// columns. A row with `removed_at` is gone for everybody, and comes back when its removal is undone.
namespace entente::strategy {

/// How a parent's score comes from its children's.
enum class Method : std::uint8_t { mean, worst, best, median, k_of_n, manual, none };
BOOST_DESCRIBE_ENUM(Method, mean, worst, best, median, k_of_n, manual, none)

enum class ThemeKind : std::uint8_t { managed, co_creation };
BOOST_DESCRIBE_ENUM(ThemeKind, managed, co_creation)

enum class Sign : std::uint8_t { helps, hinders };
BOOST_DESCRIBE_ENUM(Sign, helps, hinders)

enum class Strength : std::uint8_t { weak, medium, strong };
BOOST_DESCRIBE_ENUM(Strength, weak, medium, strong)

enum class Light : std::uint8_t { green, yellow, red, grey };
BOOST_DESCRIBE_ENUM(Light, green, yellow, red, grey)

/// A lane of the map; position 0 is the lowest.
struct Perspective {
  PerspectiveId id;
  AllianceId alliance;
  SpaceId space;
  std::int64_t version = 0;
  std::string name;
  std::string question;
  std::int64_t position = 0;
  std::string foreign_id;
  std::optional<Instant> removed_at;
};
BOOST_DESCRIBE_STRUCT(Perspective, (), (id, alliance, space, version, name, question, position, foreign_id, removed_at))

/// A coloured group of objectives. `colour` counts through the palette of the screens, from 0. `weight` is that of its
/// edge to the alliance.
struct Theme {
  ThemeId id;
  AllianceId alliance;
  SpaceId space;
  std::int64_t version = 0;
  std::string name;
  std::string description;
  std::int64_t colour = 0;
  ThemeKind kind = ThemeKind::managed;
  std::optional<PersonId> leader;
  std::string priority;
  Method method = Method::mean;
  std::int64_t k = 1;
  Decimal weight = Decimal::from_integer(1);
  bool red_override = false;
  std::int64_t position = 0;
  std::string foreign_id;
  std::optional<Instant> removed_at;
};
BOOST_DESCRIBE_STRUCT(Theme, (),
                      (id, alliance, space, version, name, description, colour, kind, leader, priority, method, k, weight,
                       red_override, position, foreign_id, removed_at))

/// What the alliance wants to achieve. `weight` and `mandatory` are those of its edge to the theme. A pin is the column and row
/// of its card on the map.
struct Objective {
  ObjectiveId id;
  AllianceId alliance;
  SpaceId space;
  std::int64_t version = 0;
  std::string code;
  std::string title;
  std::string description;
  PerspectiveId perspective;
  ThemeId theme;
  std::optional<PersonId> owner;
  Method method = Method::mean;
  std::int64_t k = 1;
  Decimal weight = Decimal::from_integer(1);
  bool mandatory = false;
  bool red_override = false;
  std::optional<Light> manual_light;
  std::string manual_reason;
  std::optional<std::int64_t> pin_column;
  std::optional<std::int64_t> pin_row;
  std::int64_t position = 0;
  std::string foreign_id;
  std::optional<Instant> removed_at;
};
BOOST_DESCRIBE_STRUCT(Objective, (),
                      (id, alliance, space, version, code, title, description, perspective, theme, owner, method, k, weight,
                       mandatory, red_override, manual_light, manual_reason, pin_column, pin_row, position, foreign_id, removed_at))

/// "cause helps effect". A reference point for talk and tests; it never feeds a score.
struct Link {
  LinkId id;
  AllianceId alliance;
  SpaceId space;
  std::int64_t version = 0;
  ObjectiveId cause;
  ObjectiveId effect;
  Sign sign = Sign::helps;
  std::int64_t lag_months = 0;
  Strength strength = Strength::medium;
  std::string foreign_id;
  std::optional<Instant> removed_at;
};
BOOST_DESCRIBE_STRUCT(Link, (),
                      (id, alliance, space, version, cause, effect, sign, lag_months, strength, foreign_id, removed_at))

/// What one partner gains, and from which objectives.
struct Win {
  WinId id;
  AllianceId alliance;
  SpaceId space;
  std::int64_t version = 0;
  PartyId party;
  std::string text;
  std::vector<ObjectiveId> objectives;
  std::int64_t position = 0;
  std::optional<Instant> removed_at;
};
BOOST_DESCRIBE_STRUCT(Win, (), (id, alliance, space, version, party, text, objectives, position, removed_at))

struct SharedValue {
  ValueId id;
  AllianceId alliance;
  SpaceId space;
  std::int64_t version = 0;
  std::string text;
  std::string description;
  std::int64_t position = 0;
  std::optional<Instant> removed_at;
};
BOOST_DESCRIBE_STRUCT(SharedValue, (), (id, alliance, space, version, text, description, position, removed_at))

}  // namespace entente::strategy
