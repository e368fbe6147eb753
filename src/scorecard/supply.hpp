#pragma once
#include "access/viewer.hpp"

/// Whose value it is: where a party supplies a measure, its actual values come from there, and the others accept or dispute
/// them.
namespace entente::scorecard {

/// What of a measure says who enters its actual values.
struct Supply {
  SpaceId space;
  std::optional<PersonId> owner;
  ThemeId theme;
  std::optional<PartyId> supplier;  ///< only one that can supply: a partner that has joined
};

enum class MayEnter : std::uint8_t {
  no,              ///< neither these values nor any other
  other_supplier,  ///< the right would be there, but the values come from another party
  yes,
};

/// The one rule for all ways by which values come in. Besides the people of the supplying party, the measure's owner and the
/// local operator enter them; in one's own private space nobody else could.
MayEnter may_enter_actual(const access::Viewer&, const access::Grant&, const Supply&);

/// "SP4.1 is supplied by Halden Clinical: …"
std::string other_supplier_words(const std::string& code, const std::string& supplier);
/// Why a withheld value of another organisation stands.
std::string withheld_by_other_words(const std::string& code);

}  // namespace entente::scorecard
