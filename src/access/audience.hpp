#pragma once
#include <string>
#include <vector>

#include "access/viewer.hpp"
#include "db/transaction.hpp"

namespace entente::access {

/// Somebody who takes part in an alliance, with what the person is and sees there.
struct Participant {
  PersonId person;
  std::string name;
  std::string organisation_name;
  Grant grant;
};

/// Everybody whose membership counts now, by name: the same people to whom `load_viewer` gives a grant in this alliance, with
/// the same grant. For saying who may be addressed about something: ask each `grant`.
std::vector<Participant> participants(db::Transaction&, const AllianceId&);

}  // namespace entente::access
