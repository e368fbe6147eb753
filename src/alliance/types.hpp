#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "access/viewer.hpp"
#include "base/calendar.hpp"
#include "base/clock.hpp"
#include "base/id.hpp"
#include "organisation/types.hpp"
#include "strategy/types.hpp"

/// A relationship that two or more organisations manage together, and who takes part in it. Each struct is one row of
/// the table of its name.
namespace entente::alliance {

enum class Kind : std::uint8_t { alliance, partnership, joint_venture, sbr };
BOOST_DESCRIBE_ENUM(Kind, alliance, partnership, joint_venture, sbr)

enum class Stage : std::uint8_t { strategy, formation, launch, operation, review, exit, closed };
BOOST_DESCRIBE_ENUM(Stage, strategy, formation, launch, operation, review, exit, closed)

/// The partner's place on the continuum.
enum class PartnerType : std::uint8_t { commodity_supplier, outsourcing_partner, collaborative_problem_solver, co_creator };
BOOST_DESCRIBE_ENUM(PartnerType, commodity_supplier, outsourcing_partner, collaborative_problem_solver, co_creator)

struct Alliance {
  AllianceId id;
  std::int64_t version = 1;
  std::string slug;  ///< of its address: the name at its making, and a short random end
  std::string name;
  Kind kind = Kind::alliance;
  Stage stage = Stage::strategy;
  std::optional<PartnerType> partner_type;
  std::string description;
  std::string source;
  std::string vision;
  std::string mission;
  std::string currency;
  std::int64_t first_month = 1;
  std::int64_t first_day = 1;
  CalendarKind calendar_kind = CalendarKind::months;
  std::string zone = "UTC";
  strategy::Method method = strategy::Method::mean;  ///< of the roll-up from themes to the alliance
  std::string foreign_id;
  std::string extra;  ///< what a plan from another system brought and nothing here shows, as JSON; kept for its export
  Instant made_at;
};
BOOST_DESCRIBE_STRUCT(Alliance, (),
                      (id, version, slug, name, kind, stage, partner_type, description, source, vision, mission, currency,
                       first_month, first_day, calendar_kind, zone, method, foreign_id, extra, made_at))

enum class PartyKind : std::uint8_t { partner, neutral };
BOOST_DESCRIBE_ENUM(PartyKind, partner, neutral)

enum class PartyState : std::uint8_t { invited, confirmed, left };
BOOST_DESCRIBE_ENUM(PartyState, invited, confirmed, left)

using organisation::Mark;
using organisation::MarkStyle;

/// A party without an organisation is still to be invited. Its fiscal calendar, all three fields or none, is the party's own
/// matter: by it the party looks at values that are put together; periods, targets and lights go by the alliance's.
struct Party {
  PartyId id;
  std::int64_t version = 1;
  AllianceId alliance;
  std::optional<OrganisationId> organisation;
  std::string name;
  PartyKind kind = PartyKind::partner;
  PartyState state = PartyState::invited;
  std::string mark_letter;
  MarkStyle mark_style = MarkStyle::outlined;
  std::int64_t position = 0;
  std::string foreign_id;
  std::optional<std::int64_t> first_month;
  std::optional<std::int64_t> first_day;
  std::optional<CalendarKind> calendar_kind;
};
BOOST_DESCRIBE_STRUCT(Party, (),
                      (id, version, alliance, organisation, name, kind, state, mark_letter, mark_style, position, foreign_id, first_month,
                       first_day, calendar_kind))

/// A party's own fiscal calendar; nothing where it goes by the alliance's.
inline std::optional<Calendar> calendar_of(const Party& party) {
  if (!party.first_month || !party.first_day || !party.calendar_kind) return std::nullopt;
  return Calendar(static_cast<int>(*party.first_month), static_cast<int>(*party.first_day), *party.calendar_kind);
}

struct MemberRow {
  AllianceId alliance;
  PersonId person;
  PartyId party;
  access::MemberState state = access::MemberState::confirmed;
  std::string roles;
  std::vector<ThemeId> themes;
  Instant since;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(MemberRow, (), (alliance, person, party, state, roles, themes, since, version))

}  // namespace entente::alliance
