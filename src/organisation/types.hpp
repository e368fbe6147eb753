#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include <boost/describe.hpp>

#include "base/clock.hpp"
#include "base/id.hpp"

/// A legal entity with people of its own, and its people. Each struct is one row of the table of its name.
namespace entente::organisation {

struct Organisation {
  OrganisationId id;
  std::int64_t version = 1;
  std::string name;
  std::string folded_name;  ///< what no other organisation may look like
  std::string mark_letter;
  Instant made_at;
};
BOOST_DESCRIBE_STRUCT(Organisation, (), (id, version, name, folded_name, mark_letter, made_at))

/// How a mark is drawn: in an alliance the first partner's outlined, the second's filled, then half and square.
enum class MarkStyle : std::uint8_t { outlined, filled, half, square };
BOOST_DESCRIBE_ENUM(MarkStyle, outlined, filled, half, square)

/// A letter in a circle; partners have marks, never colours.
struct Mark {
  std::string letter;
  MarkStyle style = MarkStyle::outlined;
};
BOOST_DESCRIBE_STRUCT(Mark, (), (letter, style))

enum class PersonState : std::uint8_t { invited, confirmed, suspended, left };
BOOST_DESCRIBE_ENUM(PersonState, invited, confirmed, suspended, left)

enum class Appearance : std::uint8_t { system, light, dark };
BOOST_DESCRIBE_ENUM(Appearance, system, light, dark)

struct Person {
  PersonId id;
  std::int64_t version = 1;
  OrganisationId organisation;
  std::string name;
  std::string email;
  std::string folded_email;
  std::string title;
  std::string locale = "en-GB";
  Appearance appearance = Appearance::system;
  PersonState state = PersonState::confirmed;
  bool administrator = false;
  Instant made_at;
};
BOOST_DESCRIBE_STRUCT(Person, (),
                      (id, version, organisation, name, email, folded_email, title, locale, appearance, state, administrator, made_at))

}  // namespace entente::organisation
