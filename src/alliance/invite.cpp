#include "alliance/invite.hpp"

#include "access/viewers.hpp"
#include "alliance/store.hpp"
#include "auth/link.hpp"
#include "auth/sign_in.hpp"
#include "base/text.hpp"
#include "organisation/store.hpp"

namespace entente::alliance {
namespace {

using access::Act;
using access::Role;
using access::Roles;
using access::Viewer;

[[noreturn]] void throw_gone() {
  throw Error(ErrorKind::not_found, "invitation_gone", "This invitation is no longer valid. Ask for a new one.");
}

/// What stands in the invitation's `role`: "partner:PARTY", "neutral:PARTY" or "person:role".
struct Meaning {
  InvitationKind kind = InvitationKind::partner;
  std::string rest;
};

Meaning meaning_of(const auth::Invitation& invitation) {
  auto colon = invitation.role.find(':');
  auto kind = json::Codec<InvitationKind>::parse(invitation.role.substr(0, colon));
  if (!kind || colon == std::string::npos) throw_gone();
  return {*kind, invitation.role.substr(colon + 1)};
}

Newcomer newcomer_of(const access::ViewerPointer& signed_in) { return signed_in ? Newcomer::no : Newcomer::yes; }

/// A viewer for acts of somebody who is only just coming in.
Viewer newcomer(const PersonId& person, const std::string& name, const OrganisationId& organisation) {
  Viewer viewer;
  viewer.person = person;
  viewer.name = name;
  viewer.organisation = organisation;
  viewer.channel = access::Channel::web;
  return viewer;
}

constexpr std::string_view partners_sql =
    "SELECT COUNT(*) FROM party WHERE alliance = $1 AND kind = 'partner' AND state = 'confirmed'";
constexpr std::string_view is_partner_sql =
    "SELECT COUNT(*) FROM party WHERE id = $1 AND kind = 'partner' AND state = 'confirmed'";

/// The party for which somebody manages members, as it is now; nothing for who does not.
std::optional<PartyId> manages(db::Transaction& transaction, const PersonId& person, const AllianceId& alliance) {
  auto viewer = access::load_viewer(transaction, person, access::Channel::web);
  const auto* grant = viewer ? viewer->grant(alliance) : nullptr;
  if (!grant || grant->reach(Act::manage_members) != access::Reach::own_party) return std::nullopt;
  return grant->party;
}

/// Whether whoever invited still may, and the place is still free.
bool holds(db::Transaction& transaction, const auth::Invitation& invitation, const Meaning& meaning) {
  if (!invitation.inviter.empty() && !manages(transaction, invitation.inviter, invitation.alliance)) return false;
  if (meaning.kind == InvitationKind::person) return true;
  auto kind = transaction.one<std::string>("SELECT kind FROM party WHERE id = $1 AND state = 'invited'", meaning.rest);
  return kind == json::Codec<InvitationKind>::name(meaning.kind);
}

/// With two partners neither alone decides who else becomes one: a third could stand in for the other.
bool waits_for_partner(db::Transaction& transaction, const auth::Invitation& invitation, const Meaning& meaning) {
  if (meaning.kind != InvitationKind::partner || invitation.inviter.empty()) return false;
  if (*transaction.one<std::int64_t>(partners_sql, invitation.alliance) < 2) return false;
  if (!invitation.consenter) return true;
  auto party = manages(transaction, *invitation.consenter, invitation.alliance);
  if (!party || party == manages(transaction, invitation.inviter, invitation.alliance)) return true;
  return *transaction.one<std::int64_t>(is_partner_sql, *party) == 0;
}

const access::Grant& need_manager(const Viewer& viewer, const AllianceId& alliance) {
  const auto& grant = viewer.need(alliance, Act::manage_members);
  if (grant.reach(Act::manage_members) != access::Reach::own_party) throw_not_found();
  return grant;
}

auth::Invitation need_open(db::Transaction& transaction, const AllianceId& alliance, const InvitationId& id, Instant now) {
  for (auto& invitation : auth::open_invitations(transaction, alliance, now))
    if (invitation.id == id) return std::move(invitation);
  throw_not_found();
}

/// Whether the viewer's side made it.
bool is_own(db::Transaction& transaction, const Viewer& viewer, const access::Grant& grant, const auth::Invitation& invitation) {
  if (viewer.operator_) return true;
  if (invitation.inviter.empty()) return false;
  auto party = transaction.one<PartyId>("SELECT party FROM member WHERE alliance = $1 AND person = $2", invitation.alliance, invitation.inviter);
  return party == grant.party;
}

constexpr std::string_view raise_member_sql =
    "UPDATE member SET roles = $3, state = 'confirmed', version = $4 WHERE alliance = $1 AND person = $2";
constexpr std::string_view insert_member_sql =
    "INSERT INTO member (alliance, person, party, state, roles, themes, since, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

void join(access::Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const PartyId& party, Roles roles,
          Newcomer newcomer) {
  MemberRow row{alliance, viewer.person, party, access::MemberState::confirmed, roles.text(), {}, door.now(), 1};
  auto present = transaction.one<std::tuple<std::string, std::int64_t>>("SELECT roles, version FROM member WHERE alliance = $1 AND person = $2", alliance, viewer.person);
  if (present && newcomer == Newcomer::no) throw Error(ErrorKind::conflict, "member_already", "You are a member of this alliance already.");
  if (present) {
    // An import brought this person along with roles; what the invitation gives comes beside.
    for (auto role : Roles::parse(std::get<0>(*present)).list()) roles.add(role);
    row.roles = roles.text();
    row.version = std::get<1>(*present) + 1;
    transaction.run(raise_member_sql, alliance, viewer.person, row.roles, row.version);
  } else {
    transaction.run_with(insert_member_sql, row);
  }
  auto shared = *transaction.one<SpaceId>("SELECT id FROM space WHERE alliance = $1 AND kind = 'shared'", alliance);
  access::ActDraft draft{alliance, shared, "created", "member", viewer.person.text(), row.version, "", json::text(row)};
  door.act(transaction, viewer, draft);
  door.rights_changed(transaction, {{viewer.person}, {}});
}

}  // namespace

InvitationMade invite(access::Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance,
                      const InvitationInput& input) {
  const auto& grant = viewer.need(alliance, Act::manage_members);
  std::string email = clean_text(input.email, "email", {.longest = 254});
  if (!is_email(email)) throw_bad_field("email", "not_an_email", "This is not an e-mail address.");
  auth::Invitation invitation;
  invitation.alliance = alliance;
  invitation.email = email;
  invitation.inviter = viewer.person;
  std::string what;
  if (input.kind == InvitationKind::person) {
    if (grant.reach(Act::manage_members) != access::Reach::own_party) throw_not_found();
    invitation.organisation = viewer.organisation;
    invitation.role = fmt::format("person:{}", access::name(input.role.value_or(Role::team_member)));
  } else {
    if (!grant.may_edit({})) throw_not_found();
    PartyId place;
    if (input.party) {
      auto party = transaction.one<std::tuple<std::string, std::string>>("SELECT state, kind FROM party WHERE id = $1 AND alliance = $2",
                                                                         *input.party, alliance);
      if (!party) throw_bad_field("party", "unknown", "There is no such party in this alliance.");
      auto [state, kind] = *party;
      if (kind != json::Codec<InvitationKind>::name(input.kind))
        throw_bad_field("kind", "other_kind", fmt::format("This place is for a {} party.", kind));
      if (state != "invited") throw_bad_field("party", "place_taken", "This place is taken.");
      place = *input.party;
    } else {
      if (!input.organisation_name) throw_bad_field("organisation_name", "empty", "Please name the organisation.");
      place = add_party(door, transaction, viewer, alliance, *input.organisation_name,
                        input.kind == InvitationKind::partner ? PartyKind::partner : PartyKind::neutral)
                  .id;
    }
    invitation.role = fmt::format("{}:{}", json::Codec<InvitationKind>::name(input.kind), place.view());
  }
  std::string secret = auth::make_invitation(transaction, door.random(), invitation, door.now());
  access::ActDraft draft{alliance, grant.shared, "invited", "person", invitation.id.text(), 1, "", ""};
  door.act(transaction, viewer, draft);
  return {invitation.id, "/invitation/" + secret};
}

InvitationList invitations(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, Instant now) {
  const auto& grant = need_manager(viewer, alliance);
  InvitationList list;
  for (const auto& invitation : auth::open_invitations(transaction, alliance, now)) {
    Meaning meaning = meaning_of(invitation);
    bool own = is_own(transaction, viewer, grant, invitation);
    if ((meaning.kind == InvitationKind::person && !own) || !holds(transaction, invitation, meaning)) continue;
    InvitationItem item;
    item.id = invitation.id;
    item.kind = meaning.kind;
    item.email = invitation.email;
    item.inviter = transaction.one<std::string>("SELECT name FROM person WHERE id = $1", invitation.inviter).value_or("The operator of this server");
    if (waits_for_partner(transaction, invitation, meaning)) item.state = InvitationState::waits_for_partner;
    item.own = own;
    if (meaning.kind == InvitationKind::person)
      item.role = json::Codec<Role>::parse(meaning.rest);
    else
      item.party = PartyId::parse(meaning.rest);
    item.made_at = invitation.made_at;
    item.expires_at = invitation.expires_at;
    list.items.push_back(std::move(item));
  }
  return list;
}

void withdraw(access::Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const InvitationId& id) {
  const auto& grant = need_manager(viewer, alliance);
  if (!is_own(transaction, viewer, grant, need_open(transaction, alliance, id, door.now()))) throw_not_found();
  auth::withdraw_invitation(transaction, id, alliance, door.now());
  access::ActDraft draft{alliance, grant.shared, "withdrawn", "invitation", id.text(), 2, "", ""};
  door.act(transaction, viewer, draft);
}

void consent(access::Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const InvitationId& id) {
  const auto& grant = need_manager(viewer, alliance);
  auto invitation = need_open(transaction, alliance, id, door.now());
  Meaning meaning = meaning_of(invitation);
  bool own = is_own(transaction, viewer, grant, invitation);
  if (meaning.kind == InvitationKind::person && !own) throw_not_found();
  if (!waits_for_partner(transaction, invitation, meaning))
    throw Error(ErrorKind::conflict, "no_consent_needed", "This invitation waits for nobody's consent.");
  if (own || *transaction.one<std::int64_t>(is_partner_sql, grant.party) == 0)
    throw Error(ErrorKind::conflict, "other_partner_needed", "Another partner than the one that invites has to agree.");
  auth::consent_to_invitation(transaction, id, viewer.person);
  access::ActDraft draft{alliance, grant.shared, "consented", "invitation", id.text(), 1, "", ""};
  door.act(transaction, viewer, draft);
}

InvitationView look_at_invitation(db::Transaction& transaction, std::string_view secret, Instant now) {
  auto invitation = auth::find_invitation(transaction, secret, now);
  if (!invitation) throw_gone();
  Meaning meaning = meaning_of(*invitation);
  if (!holds(transaction, *invitation, meaning)) throw_gone();
  InvitationView view;
  view.kind = meaning.kind;
  view.email = invitation->email;
  view.alliance_name = transaction.one<std::string>("SELECT name FROM alliance WHERE id = $1", invitation->alliance).value_or("");
  auto inviter = transaction.one<std::tuple<std::string, std::string>>(
      "SELECT person.name, organisation.name FROM person JOIN organisation ON organisation.id = person.organisation WHERE person.id = $1",
      invitation->inviter);
  view.inviter = inviter ? fmt::format("{}, {}", std::get<0>(*inviter), std::get<1>(*inviter)) : "The operator of this server";
  if (meaning.kind == InvitationKind::person)
    view.organisation = transaction.one<std::string>("SELECT name FROM organisation WHERE id = $1", invitation->organisation);
  return view;
}

Accepted accept_invitation(access::Api& api, const http::Request& request, const AcceptInput& input, const std::string& password_hash) {
  auto& door = api.door();
  access::ViewerPointer signed_in;
  if (request.header("Authorization")) {
    api.need_session(request);
    signed_in = api.gate().enter(request);
  } else if (api.gate().cookie_secret(request)) {
    try {
      signed_in = api.gate().enter(request);
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::unauthenticated) throw;
    }
  }
  std::string secret(request.parameter("secret"));
  return door.write(db::Sight::of_system("invitation"), [&](db::Transaction& transaction) {
    auto invitation = auth::use_invitation(transaction, secret, door.now());
    if (!invitation) throw_gone();
    Meaning meaning = meaning_of(*invitation);
    if (!holds(transaction, *invitation, meaning)) throw_gone();
    if (waits_for_partner(transaction, *invitation, meaning))
      throw Error(ErrorKind::conflict, "waits_for_partner", "The other partner has not agreed to this invitation yet. Try again once it has.");
    Viewer viewer;
    if (signed_in) {
      viewer = *signed_in;
      if (meaning.kind == InvitationKind::person && viewer.organisation != invitation->organisation)
        throw Error(ErrorKind::conflict, "other_organisation", "This invitation is for people of another organisation.");
      if (meaning.kind != InvitationKind::person && !viewer.administrator)
        throw Error(ErrorKind::conflict, "administrator_needed", "An administrator of your organisation has to take this up.");
    } else {
      if (password_hash.empty()) throw_bad_field("password", "empty", "Please choose a password.");
      Viewer nobody = newcomer({}, "", {});
      OrganisationId organisation = invitation->organisation;
      if (meaning.kind != InvitationKind::person) {
        if (!input.organisation_name) throw_bad_field("organisation_name", "empty", "Please name your organisation.");
        organisation = organisation::make_organisation(door, transaction, nobody, *input.organisation_name).id;
      }
      auto person = organisation::make_person(door, transaction, nobody,
                                              {organisation, input.name.value_or(""), invitation->email, input.title.value_or(""),
                                               meaning.kind != InvitationKind::person});
      auth::set_password(transaction, person.id, password_hash, door.now());
      viewer = newcomer(person.id, person.name, organisation);
    }
    if (meaning.kind == InvitationKind::person) {
      auto party = transaction.one<PartyId>("SELECT id FROM party WHERE alliance = $1 AND organisation = $2", invitation->alliance, viewer.organisation);
      if (!party) throw_gone();
      join(door, transaction, viewer, invitation->alliance, *party, Roles::parse(meaning.rest), newcomer_of(signed_in));
    } else {
      auto place = PartyId::parse(meaning.rest);
      if (!place) throw_gone();
      confirm_party(door, transaction, viewer, *place, viewer.organisation);
      join(door, transaction, viewer, invitation->alliance, *place,
           meaning.kind == InvitationKind::partner ? Roles{Role::alliance_manager} : Roles{Role::neutral_consultant},
           newcomer_of(signed_in));
    }
    return Accepted{viewer.person, newcomer_of(signed_in)};
  });
}

}  // namespace entente::alliance
