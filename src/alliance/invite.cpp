#include "alliance/invite.hpp"

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

/// A viewer for acts of somebody who is only just coming in.
Viewer newcomer(const PersonId& person, const std::string& name, const OrganisationId& organisation) {
  Viewer viewer;
  viewer.person = person;
  viewer.name = name;
  viewer.organisation = organisation;
  viewer.channel = access::Channel::web;
  return viewer;
}

constexpr std::string_view insert_member_sql =
    "INSERT INTO member (alliance, person, party, state, roles, themes, since, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

void join(access::Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const PartyId& party, Roles roles) {
  MemberRow row{alliance, viewer.person, party, access::MemberState::confirmed, roles.text(), {}, door.now(), 1};
  if (*transaction.one<std::int64_t>("SELECT COUNT(*) FROM member WHERE alliance = $1 AND person = $2", alliance, viewer.person) > 0)
    throw Error(ErrorKind::conflict, "member_already", "You are a member of this alliance already.");
  transaction.run_with(insert_member_sql, row);
  auto shared = *transaction.one<SpaceId>("SELECT id FROM space WHERE alliance = $1 AND kind = 'shared'", alliance);
  access::ActDraft draft{alliance, shared, "created", "member", viewer.person.text(), 1, "", json::text(row)};
  door.act(transaction, viewer, draft);
  door.rights_changed(transaction);
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
      auto state = transaction.one<std::string>("SELECT state FROM party WHERE id = $1 AND alliance = $2", *input.party, alliance);
      if (!state) throw_bad_field("party", "unknown", "There is no such party in this alliance.");
      if (*state != "invited") throw_bad_field("party", "place_taken", "This place is taken.");
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

InvitationView look_at_invitation(db::Transaction& transaction, std::string_view secret, Instant now) {
  auto invitation = auth::find_invitation(transaction, secret, now);
  if (!invitation) throw_gone();
  Meaning meaning = meaning_of(*invitation);
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

PersonId accept_invitation(access::Api& api, const http::Request& request, const AcceptInput& input, const std::string& password_hash) {
  auto& door = api.door();
  access::ViewerPointer signed_in;
  if (api.gate().cookie_secret(request)) {
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
      join(door, transaction, viewer, invitation->alliance, *party, Roles::parse(meaning.rest));
    } else {
      auto place = PartyId::parse(meaning.rest);
      if (!place) throw_gone();
      confirm_party(door, transaction, viewer, *place, viewer.organisation);
      join(door, transaction, viewer, invitation->alliance, *place,
           meaning.kind == InvitationKind::partner ? Roles{Role::alliance_manager} : Roles{Role::neutral_consultant});
    }
    return viewer.person;
  });
}

}  // namespace entente::alliance
