#pragma once
#include "strategy/types.hpp"

/// What a caller may say about each noun, when making or changing it. Absent leaves a field as it is (or at its default);
/// where null is allowed it empties the field.
namespace entente::strategy {

template <class T>
using Maybe = std::optional<std::optional<T>>;

struct PerspectiveInput {
  std::optional<std::string> name;
  std::optional<std::string> question;
  std::optional<std::int64_t> position;
};
BOOST_DESCRIBE_STRUCT(PerspectiveInput, (), (name, question, position))

struct ThemeInput {
  std::optional<std::string> name;
  std::optional<std::string> description;
  std::optional<std::int64_t> colour;
  std::optional<ThemeKind> kind;
  Maybe<PersonId> leader;
  std::optional<std::string> priority;
  std::optional<Method> method;
  std::optional<std::int64_t> k;
  std::optional<Decimal> weight;
  std::optional<bool> red_override;
  std::optional<std::int64_t> position;
  std::optional<std::string> foreign_id;  ///< what another system calls it
};
BOOST_DESCRIBE_STRUCT(ThemeInput, (),
                      (name, description, colour, kind, leader, priority, method, k, weight, red_override, position, foreign_id))

struct Pin {
  std::int64_t column = 0;
  std::optional<std::int64_t> row;
};
BOOST_DESCRIBE_STRUCT(Pin, (), (column, row))

struct ObjectiveInput {
  std::optional<std::string> code;
  std::optional<std::string> title;
  std::optional<std::string> description;
  std::optional<PerspectiveId> perspective;
  std::optional<ThemeId> theme;
  Maybe<PersonId> owner;
  std::optional<Method> method;
  std::optional<std::int64_t> k;
  std::optional<Decimal> weight;
  std::optional<bool> mandatory;
  std::optional<bool> red_override;
  Maybe<Light> manual_light;
  std::optional<std::string> manual_reason;
  Maybe<Pin> pin;
  std::optional<std::int64_t> position;
  std::optional<std::string> foreign_id;  ///< what another system calls it
};
BOOST_DESCRIBE_STRUCT(ObjectiveInput, (),
                      (code, title, description, perspective, theme, owner, method, k, weight, mandatory, red_override,
                       manual_light, manual_reason, pin, position, foreign_id))

struct LinkInput {
  std::optional<ObjectiveId> from;
  std::optional<ObjectiveId> to;
  std::optional<Sign> sign;
  std::optional<std::int64_t> lag_months;
  std::optional<Strength> strength;
};
BOOST_DESCRIBE_STRUCT(LinkInput, (), (from, to, sign, lag_months, strength))

struct WinInput {
  std::optional<PartyId> party;
  std::optional<std::string> text;
  std::optional<std::vector<ObjectiveId>> objectives;
  std::optional<std::int64_t> position;
};
BOOST_DESCRIBE_STRUCT(WinInput, (), (party, text, objectives, position))

struct ValueInput {
  std::optional<std::string> text;
  std::optional<std::string> description;
  std::optional<std::int64_t> position;
};
BOOST_DESCRIBE_STRUCT(ValueInput, (), (text, description, position))

}  // namespace entente::strategy
