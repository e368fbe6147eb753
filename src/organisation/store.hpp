#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "access/door.hpp"
#include "organisation/types.hpp"

namespace entente::organisation {

using access::Door;
using access::Viewer;

/// Makes an organisation with a private space of its own. Only the operator of the server, or the person who takes up
/// an invitation, gets here. A name that exists, or looks like one that does, is refused at "organisation".
Organisation make_organisation(Door&, db::Transaction&, const Viewer&, std::string_view name);

struct NewPerson {
  OrganisationId organisation;
  std::string name;
  std::string email;
  std::string title;
  bool administrator = false;
};

/// Makes a confirmed person, or confirms one of that organisation whom an import brought along. An address that is taken is refused at "email".
Person make_person(Door&, db::Transaction&, const Viewer&, const NewPerson&);

std::optional<Organisation> find_organisation(db::Transaction&, std::string_view name);
std::optional<Person> find_person_by_email(db::Transaction&, std::string_view email);

/// The person's own row.
Person self(db::Transaction&, const Viewer&);

struct ProfileInput {
  std::optional<std::string> name;
  std::optional<std::string> title;
  std::optional<std::string> locale;
  std::optional<Appearance> appearance;
};
BOOST_DESCRIBE_STRUCT(ProfileInput, (), (name, title, locale, appearance))

/// A person changes what is said about oneself.
Person change_self(Door&, db::Transaction&, const Viewer&, const ProfileInput&);

}  // namespace entente::organisation
