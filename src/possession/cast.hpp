#pragma once
#include "access/foreign_people.hpp"
#include "possession/import.hpp"

/// Who the organisations and people of an export are here.
namespace entente::possession {

/// An organisation or person that is to be made.
struct NewOrganisation {
  std::string id;
  std::string name;
  std::string mark_letter;
  bool is_placeholder = false;  ///< a name of the past, which no real organisation is kept from bearing
};
struct NewPerson {
  std::string id;
  std::string organisation;
  std::string name;
  std::string email;
  std::string folded_email;  ///< unique; of a placeholder one that nobody can have
  std::string title;
};

struct Cast {
  access::IdMap ids;  ///< where somebody has another identifier here
  std::vector<NewOrganisation> organisations;
  std::vector<NewPerson> people;
  std::map<std::string, PartyOutcome> parties;          ///< by identifier
  std::map<std::string, PersonOutcome> outcomes;        ///< of people, by their identifier in the export
  std::set<std::string, std::less<>> known_people;      ///< all identifiers of people here that rows may name
  std::set<std::string, std::less<>> known_organisations;
  std::optional<PartyId> our_party;
  bool needs_party = false;

  std::string here(const std::string& id) const {
    auto found = ids.find(id);
    return found == ids.end() ? id : found->second;
  }
};

Cast cast_of(db::Transaction&, const access::Viewer&, const CheckedExport&, const std::optional<PartyId>& party);

/// Makes those who are not here yet.
void make_cast(access::Door&, db::Transaction&, const access::Viewer&, const Cast&);

}  // namespace entente::possession
