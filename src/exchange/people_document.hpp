#pragma once
#include <boost/describe.hpp>
#include <string>
#include <string_view>
#include <vector>

/// The people of an alliance as a JSON document: a list of `PlanPerson`. Only the sample uses it.
namespace entente::exchange {

/// A role in the alliance, by its name in the table of rights ("alliance_manager", "theme_leader", "employee" …), or
/// "organisation_administrator". `theme` is the key of a theme, for theme leaders and team members.
struct PersonRole {
  std::string role;
  std::string theme;
  friend bool operator==(const PersonRole&, const PersonRole&) = default;
};
BOOST_DESCRIBE_STRUCT(PersonRole, (), (role, theme))

/// A seat in a governance body: "jsc", "jdc", "project", "finance", "human-resources", "data".
struct PersonSeat {
  std::string body;
  std::string role;
  friend bool operator==(const PersonSeat&, const PersonSeat&) = default;
};
BOOST_DESCRIBE_STRUCT(PersonSeat, (), (body, role))

struct PlanPerson {
  std::string organisation;  ///< key of an organisation of the plan
  std::string email;
  std::string given_name;
  std::string family_name;
  std::string title;
  std::string department;
  std::string location;
  std::vector<PersonRole> roles;
  std::vector<PersonSeat> seats;
  friend bool operator==(const PlanPerson&, const PlanPerson&) = default;
};
BOOST_DESCRIBE_STRUCT(PlanPerson, (), (organisation, email, given_name, family_name, title, department, location, roles, seats))

/// Throws `bad_input` with the path of what is wrong ("[3].email"), an address that is given twice included.
std::vector<PlanPerson> read_people_document(std::string_view json);

}  // namespace entente::exchange
