#pragma once
#include <optional>
#include <string>
#include <vector>

#include "access/door.hpp"
#include "access/items.hpp"
#include "alliance/types.hpp"

/// Forming alliances and deciding who takes part in them. Every function takes the viewer, and answers `not_found` for
/// what the viewer may not see or do.
namespace entente::alliance {

using access::Changed;
using access::Door;
using access::Viewer;

template <class T>
using Maybe = std::optional<std::optional<T>>;

struct AllianceInput {
  std::optional<std::string> name;
  std::optional<Kind> kind;
  std::optional<Stage> stage;
  Maybe<PartnerType> partner_type;
  std::optional<std::string> description;
  std::optional<std::string> source;
  std::optional<std::string> vision;
  std::optional<std::string> mission;
  std::optional<std::string> currency;
  std::optional<std::int64_t> first_month;
  std::optional<std::int64_t> first_day;
  std::optional<std::string> calendar;  ///< "months", "445" or "iso_weeks"
  std::optional<std::string> zone;      ///< IANA name: the alliance's days begin at midnight there; UTC unless given
  std::optional<strategy::Method> method;
  std::optional<std::string> template_;  ///< on making: "standard" (the four perspectives) or "empty"
};
BOOST_DESCRIBE_STRUCT(AllianceInput, (),
                      (name, kind, stage, partner_type, description, source, vision, mission, currency, first_month, first_day,
                       calendar, zone, method, template_))

struct Made {
  Alliance alliance;
  access::Viewer viewer;  ///< the maker, who is now its alliance manager
  Changed changed;
};

/// A new alliance with one party, the maker's organisation, and the maker as its alliance manager.
Made make_alliance(Door&, db::Transaction&, const Viewer&, const AllianceInput&);
Changed change(Door&, db::Transaction&, const Viewer&, const AllianceId&, std::int64_t version, const AllianceInput&);

/// By identifier or by the slug of its address.
std::optional<AllianceId> find(db::Transaction&, const Viewer&, std::string_view id_or_slug);
Alliance need(db::Transaction&, const Viewer&, const AllianceId&);
std::vector<Party> parties(db::Transaction&, const Viewer&, const AllianceId&);

/// A place for a party that is still to be invited.
Party add_party(Door&, db::Transaction&, const Viewer&, const AllianceId&, std::string_view name, PartyKind, std::string_view foreign_id = "");
/// An organisation takes up the place; from now on it sees what is shared.
void confirm_party(Door&, db::Transaction&, const Viewer&, const PartyId&, const OrganisationId&);

struct FiscalInput {
  std::int64_t first_month = 1;  ///< 1 to 12
  std::int64_t first_day = 1;    ///< 1 to 31; past a month's end it means that month's last day
  std::string kind = "months";   ///< "months", "445" or "iso_weeks"
};
BOOST_DESCRIBE_STRUCT(FiscalInput, (), (first_month, first_day, kind))

struct PartyInput {
  Maybe<FiscalInput> calendar;  ///< null: the alliance's
};
BOOST_DESCRIBE_STRUCT(PartyInput, (), (calendar))

/// A party's own manager says by which fiscal year the party looks at values. Throws at "calendar.kind", "calendar.first_month"
/// and "calendar.first_day".
Changed change_party(Door&, db::Transaction&, const Viewer&, const AllianceId&, const PartyId&, std::int64_t version, const PartyInput&);

struct MemberInput {
  std::optional<std::vector<access::Role>> roles;
  std::optional<std::vector<ThemeId>> themes;
  std::optional<access::MemberState> state;
};
BOOST_DESCRIBE_STRUCT(MemberInput, (), (roles, themes, state))

/// Adds a person of an organisation that is a party. Who manages members of one's own party only adds people of one's own.
Changed add_member(Door&, db::Transaction&, const Viewer&, const AllianceId&, const PersonId&, access::Roles, const std::vector<ThemeId>&);
/// Nobody changes one's own membership.
Changed change_member(Door&, db::Transaction&, const Viewer&, const AllianceId&, const PersonId&, std::int64_t version, const MemberInput&);

/// One row of the list of people.
struct PersonListItem {
  PersonId person;
  std::string name;
  std::string email;
  std::string title;
  OrganisationId organisation;
  std::string organisation_name;
  PartyId party;
  std::string mark_letter;
  MarkStyle mark_style = MarkStyle::outlined;
  access::MemberState state = access::MemberState::confirmed;  ///< of the membership; where that is confirmed, of the account
  std::string roles;
  std::vector<ThemeId> themes;
  Instant since;
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(PersonListItem, (),
                      (person, name, email, title, organisation, organisation_name, party, mark_letter, mark_style, state, roles, themes, since, version))

/// Everybody in the alliance, sorted by organisation and name.
std::vector<PersonListItem> people(db::Transaction&, const Viewer&, const AllianceId&);

void add_undoers(access::Undoers&);

}  // namespace entente::alliance
