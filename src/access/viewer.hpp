#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "access/rights.hpp"
#include "base/clock.hpp"
#include "base/id.hpp"
#include "db/sight.hpp"
#include "record/leaf.hpp"

namespace entente::access {

enum class SpaceKind : std::uint8_t { shared, private_, agreement };
BOOST_DESCRIBE_ENUM(SpaceKind, shared, private_, agreement)

/// Through what an act was done.
using record::Channel;

/// Whether an organisation's or a person's place is in force. Only `confirmed` acts and sees.
enum class MemberState : std::uint8_t { invited, confirmed, suspended, left };
BOOST_DESCRIBE_ENUM(MemberState, invited, confirmed, suspended, left)

/// What one person is and sees in one alliance.
struct Grant {
  AllianceId alliance;
  PartyId party;
  Roles roles;
  std::vector<ThemeId> themes;      ///< the themes the person leads or works in
  SpaceId shared;
  SpaceId own;                      ///< the private space of the person's organisation
  std::vector<SpaceId> agreements;  ///< of the agreements to which the organisation is a party

  Reach reach(Act act) const { return roles.reach(act); }
  bool may(Act act) const { return reach(act) != Reach::none; }
  /// Whether the record and the exports are open to this person: they show the alliance as a whole, so that who reaches only
  /// a part of it gets none.
  bool may_take_record() const { return reach(Act::export_record) == Reach::all; }
  bool leads(const ThemeId& theme) const;
  /// Whether a record in this space may be read by this person at all.
  bool sees(const SpaceId& space) const;
  /// Whether a record of a theme may be edited. An empty theme stands for the alliance as a whole.
  bool may_edit(const ThemeId& theme) const;
  /// Whether the person may enter values of a measure, or report on an initiative, with this owner in this theme.
  bool may_enter(const PersonId& person, const std::optional<PersonId>& owner, const ThemeId& theme) const;
};

class RequestKey;

/// Whose eyes look. Every function that reads or writes data takes one, and there is no data without it.
struct Viewer {
  PersonId person;
  std::string name;
  OrganisationId organisation;
  std::string organisation_name;
  bool administrator = false;  ///< of the person's own organisation
  bool operator_ = false;      ///< the local operator at the command line: sees everything, is shown as such in the record
  SpaceId home;                ///< the organisation's space outside alliances: what its administrators do
  Channel channel = Channel::system;
  std::vector<Grant> grants;   ///< sorted by alliance; only confirmed memberships of confirmed parties

  /// What the database lets this person's transactions touch: every space that a grant sees, and the organisation's own.
  db::Sight sight() const;

  /// The key under which a request may be sent again; set while such a request is answered.
  std::shared_ptr<RequestKey> key;

  /// Nothing for an alliance that is unknown or hidden.
  const Grant* grant(const AllianceId& alliance) const;
  /// Throws `not_found` for an alliance that is unknown, hidden, or in which the act is not allowed.
  const Grant& need(const AllianceId& alliance, Act act) const;
  /// The same for the record and the exports.
  const Grant& need_record(const AllianceId& alliance) const;
};

using ViewerPointer = std::shared_ptr<const Viewer>;

}  // namespace entente::access
