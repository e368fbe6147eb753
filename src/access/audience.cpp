#include "access/audience.hpp"

#include "access/columns.hpp"

namespace entente::access {
namespace {

struct Row {
  PersonId person;
  std::string name;
  std::string organisation_name;
  PartyId party;
  std::string roles;
  std::vector<ThemeId> themes;
  SpaceId shared;
  SpaceId own;
};
BOOST_DESCRIBE_STRUCT(Row, (), (person, name, organisation_name, party, roles, themes, shared, own))

constexpr std::string_view participants_sql =
    "SELECT person.id, person.name, organisation.name, member.party, member.roles, member.themes, shared.id, own.id FROM member "
    "JOIN person ON person.id = member.person AND person.state = 'confirmed' "
    "JOIN organisation ON organisation.id = person.organisation "
    "JOIN party ON party.id = member.party AND party.state = 'confirmed' AND party.organisation = person.organisation "
    "JOIN space shared ON shared.alliance = member.alliance AND shared.kind = 'shared' "
    "JOIN space own ON own.alliance = member.alliance AND own.kind = 'private' AND own.organisation = person.organisation "
    "WHERE member.alliance = $1 AND member.state = 'confirmed' ORDER BY person.name, person.id";
constexpr std::string_view agreements_sql =
    "SELECT party.id, space.id FROM party JOIN agreement_party ON agreement_party.party = party.id "
    "JOIN space ON space.agreement = agreement_party.agreement WHERE party.alliance = $1 AND party.state = 'confirmed'";

}  // namespace

std::vector<Participant> participants(db::Transaction& transaction, const AllianceId& alliance) {
  std::vector<Participant> out;
  for (auto& row : transaction.all<Row>(participants_sql, alliance))
    out.push_back({row.person, std::move(row.name), std::move(row.organisation_name),
                   {alliance, row.party, Roles::parse(row.roles), std::move(row.themes), row.shared, row.own, {}}});
  transaction.each(
      agreements_sql,
      [&](const db::Row& agreement) {
        auto party = agreement.get<PartyId>(0);
        for (auto& one : out)
          if (one.grant.party == party) one.grant.agreements.push_back(agreement.get<SpaceId>(1));
      },
      alliance);
  return out;
}

}  // namespace entente::access
