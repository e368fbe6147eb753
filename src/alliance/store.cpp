#include "alliance/store.hpp"

#include "alliance/rules.hpp"
#include "auth/link.hpp"
#include "base/text.hpp"
#include "base/zone.hpp"
#include "strategy/rules.hpp"
#include "strategy/store.hpp"

namespace entente::alliance {
namespace {

namespace items = access::items;
using access::Act;
using access::Grant;
using access::Role;
using access::Roles;

constexpr std::string_view insert_alliance_sql =
    "INSERT INTO alliance (id, version, slug, name, kind, stage, partner_type, description, source, vision, mission, currency, "
    "first_month, first_day, calendar_kind, zone, method, foreign_id, extra, made_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)";
constexpr std::string_view update_alliance_sql =
    "UPDATE alliance SET version = $2, slug = $3, name = $4, kind = $5, stage = $6, partner_type = $7, description = $8, "
    "source = $9, vision = $10, mission = $11, currency = $12, first_month = $13, first_day = $14, calendar_kind = $15, "
    "zone = $16, method = $17, foreign_id = $18, extra = $19, made_at = $20 WHERE id = $1 AND version = $2 - 1";
constexpr std::string_view alliance_sql =
    "SELECT id, version, slug, name, kind, stage, partner_type, description, source, vision, mission, currency, first_month, "
    "first_day, calendar_kind, zone, method, foreign_id, extra, made_at FROM alliance WHERE id = $1";
constexpr std::string_view insert_party_sql =
    "INSERT INTO party (id, version, alliance, organisation, name, kind, state, mark_letter, mark_style, position, foreign_id, first_month, "
    "first_day, calendar_kind) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
constexpr std::string_view update_party_sql =
    "UPDATE party SET version = $2, alliance = $3, organisation = $4, name = $5, kind = $6, state = $7, mark_letter = $8, "
    "mark_style = $9, position = $10, foreign_id = $11, first_month = $12, first_day = $13, calendar_kind = $14 WHERE id = $1 AND version = $2 - 1";
constexpr std::string_view party_sql =
    "SELECT id, version, alliance, organisation, name, kind, state, mark_letter, mark_style, position, foreign_id, first_month, first_day, "
    "calendar_kind FROM party WHERE id = $1";
constexpr std::string_view parties_sql =
    "SELECT id, version, alliance, organisation, name, kind, state, mark_letter, mark_style, position, foreign_id, first_month, first_day, "
    "calendar_kind FROM party WHERE alliance = $1 ORDER BY position";
constexpr std::string_view insert_space_sql =
    "INSERT INTO space (id, alliance, kind, organisation, agreement, revision) VALUES ($1, $2, $3, $4, NULL, 0)";
constexpr std::string_view insert_member_sql =
    "INSERT INTO member (alliance, person, party, state, roles, themes, since, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
constexpr std::string_view update_member_sql =
    "UPDATE member SET party = $3, state = $4, roles = $5, themes = $6, since = $7, version = $8 WHERE alliance = $1 AND person = $2 AND "
    "version = $8 - 1";
constexpr std::string_view member_sql =
    "SELECT alliance, person, party, state, roles, themes, since, version FROM member WHERE alliance = $1 AND person = $2";
constexpr std::string_view organisation_sql = "SELECT name, mark_letter FROM organisation WHERE id = $1";
constexpr std::string_view people_sql =
    "SELECT person.id, person.name, person.email, person.title, organisation.id, organisation.name, party.id, party.mark_letter, "
    "party.mark_style, CASE WHEN member.state = 'confirmed' THEN person.state ELSE member.state END, member.roles, member.themes, "
    "member.since, member.version FROM member "
    "JOIN person ON person.id = member.person JOIN organisation ON organisation.id = person.organisation "
    "JOIN party ON party.id = member.party WHERE member.alliance = $1 ORDER BY party.position, person.name, person.id";

/// Writes a row over the version before it, unless somebody else was faster.
template <class Row>
void replace(db::Transaction& transaction, std::string_view sql, const Row& after) {
  if (transaction.run_with(sql, after) != 1) access::need_version(after.version, after.version - 1);
}

/// Whoever only manages a theme's people changes team members of that theme, and lets nobody in again whom the party's
/// manager suspended or who has left.
void check_present(const MemberRow& present, const Grant& giver) {
  if (giver.reach(Act::manage_members) == access::Reach::own_party) return;
  check_roles(Roles::parse(present.roles), giver, present.themes);
  if (present.state != access::MemberState::confirmed)
    throw_bad_field("state", "too_far", "Only the alliance manager of your side lets this person in again.");
}

void check_themes(db::Transaction& transaction, const AllianceId& alliance, const std::vector<ThemeId>& themes) {
  if (themes.empty()) return;
  auto known = transaction.all<ThemeId>("SELECT id FROM theme WHERE alliance = $1 AND removed_at IS NULL", alliance);
  for (const auto& theme : themes)
    if (std::find(known.begin(), known.end(), theme) == known.end())
      throw_bad_field("themes", "unknown", "There is no such theme in this alliance.");
}

void put(const AllianceInput& input, Alliance& item) {
  items::apply(input, item);
  if (input.calendar) item.calendar_kind = parse_calendar_kind(*input.calendar, "calendar");
  if (item.zone.empty()) item.zone = utc;
  std::vector<FieldError> errors;
  check(item, errors);
  // One that an earlier version took in unread keeps nobody from changing the rest.
  if (input.zone) check_zone(item.zone, errors);
  throw_if_any(std::move(errors));
}

access::ActDraft draft_of(const Alliance& item, const SpaceId& shared, std::string_view kind) {
  return {item.id, shared, kind, "alliance", item.id.text(), item.version, "", json::text(item)};
}

void put(const PartyInput& input, Party& party) {
  if (!input.calendar) return;
  const auto& fiscal = *input.calendar;
  party.first_month = fiscal ? std::optional(fiscal->first_month) : std::nullopt;
  party.first_day = fiscal ? std::optional(fiscal->first_day) : std::nullopt;
  party.calendar_kind = fiscal ? std::optional(parse_calendar_kind(fiscal->kind)) : std::nullopt;
  std::vector<FieldError> errors;
  check(party, errors);
  throw_if_any(std::move(errors));
}

/// The party, if the viewer may speak for it. Another side's looks like none.
Party need_own_party(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const PartyId& id) {
  const Grant& grant = viewer.need(alliance, Act::edit_draft);
  auto party = transaction.one<Party>(party_sql, id);
  if (!party || party->alliance != alliance || !grant.may_edit({}) || (id != grant.party && !viewer.operator_)) throw_not_found();
  return *party;
}

Changed replace_party(Door& door, db::Transaction& transaction, const Viewer& viewer, const Party& before, Party after, std::string_view kind) {
  after.version = before.version + 1;
  replace(transaction, update_party_sql, after);
  access::ActDraft draft{after.alliance, viewer.need(after.alliance, Act::edit_draft).shared, kind, "party", after.id.text(), after.version,
                         json::text(before), json::text(after)};
  return {after.id.text(), after.version, door.act(transaction, viewer, draft), true};
}

Party make_party(Door& door, db::Transaction& transaction, const AllianceId& alliance, std::string_view name, PartyKind kind,
                 std::string_view mark, std::string_view foreign_id) {
  auto position = *transaction.one<std::int64_t>("SELECT COUNT(*) FROM party WHERE alliance = $1", alliance);
  Party party;
  party.id = PartyId::make(door.random());
  party.alliance = alliance;
  party.name = clean_text(name, "name", {.longest = 120});
  party.kind = kind;
  party.mark_letter = mark;
  party.mark_style = mark_style_at(kind, position);
  party.position = position;
  party.foreign_id = foreign_id;
  return party;
}

void open_private_space(Door& door, db::Transaction& transaction, const AllianceId& alliance, const OrganisationId& organisation) {
  auto present = transaction.one<SpaceId>(
      "SELECT id FROM space WHERE alliance = $1 AND kind = 'private' AND organisation = $2", alliance, organisation);
  if (!present) transaction.run(insert_space_sql, SpaceId::make(door.random()), alliance, "private", organisation);
}

}  // namespace

Made make_alliance(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceInput& input) {
  Made made;
  Alliance& alliance = made.alliance;
  alliance.id = AllianceId::make(door.random());
  alliance.made_at = door.now();
  alliance.currency = "EUR";
  put(input, alliance);
  std::string end(random_id(door.random()).characters.data(), 5);
  alliance.slug = slug_of(alliance.name) + "-" + end;
  transaction.run_with(insert_alliance_sql, alliance);

  auto shared = SpaceId::make(door.random());
  transaction.run(insert_space_sql, shared, alliance.id, "shared", std::optional<OrganisationId>());
  transaction.see(shared.view());

  made.viewer = viewer;
  Grant grant;
  grant.alliance = alliance.id;
  grant.roles = Roles{Role::alliance_manager};
  grant.shared = shared;
  if (!viewer.organisation.empty()) {
    auto organisation = transaction.one<std::tuple<std::string, std::string>>(organisation_sql, viewer.organisation);
    Party party = make_party(door, transaction, alliance.id, std::get<0>(*organisation), PartyKind::partner, std::get<1>(*organisation), "");
    party.organisation = viewer.organisation;
    party.state = PartyState::confirmed;
    transaction.run_with(insert_party_sql, party);
    open_private_space(door, transaction, alliance.id, viewer.organisation);
    transaction.run_with(insert_member_sql, MemberRow{alliance.id, viewer.person, party.id, access::MemberState::confirmed,
                                                      grant.roles.text(), {}, door.now(), 1});
    grant.party = party.id;
    grant.own = *transaction.one<SpaceId>("SELECT id FROM space WHERE alliance = $1 AND kind = 'private' AND organisation = $2",
                                          alliance.id, viewer.organisation);
    transaction.see(grant.own.view());
  }
  auto place = std::lower_bound(made.viewer.grants.begin(), made.viewer.grants.end(), alliance.id,
                                [](const Grant& a, const AllianceId& b) { return a.alliance < b; });
  made.viewer.grants.insert(place, grant);
  made.changed = {alliance.id.text(), alliance.version, door.act(transaction, made.viewer, draft_of(alliance, shared, "created")), false};
  if (input.template_.value_or("standard") == "standard")
    for (const auto& lane : strategy::standard_perspectives())
      strategy::add(door, transaction, made.viewer, alliance.id, strategy::PerspectiveInput{lane.name, lane.question, lane.position});
  door.rights_changed(transaction, {{viewer.person}, {}});
  return made;
}

Changed change(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& id, std::int64_t version, const AllianceInput& input) {
  const Grant& grant = viewer.need(id, Act::edit_draft);
  if (!grant.may_edit({})) throw_not_found();
  Alliance before = need(transaction, viewer, id);
  access::need_version(before.version, version);
  Alliance after = before;
  put(input, after);
  after.version = before.version + 1;
  replace(transaction, update_alliance_sql, after);
  access::ActDraft draft = draft_of(after, grant.shared, "changed");
  draft.before = json::text(before);
  return {after.id.text(), after.version, door.act(transaction, viewer, draft), true};
}

std::optional<AllianceId> find(db::Transaction& transaction, const Viewer& viewer, std::string_view id_or_slug) {
  auto id = AllianceId::parse(id_or_slug);
  if (!id) id = transaction.one<AllianceId>("SELECT id FROM alliance WHERE slug = $1", id_or_slug);
  if (!id || !viewer.grant(*id)) return std::nullopt;
  return id;
}

Alliance need(db::Transaction& transaction, const Viewer& viewer, const AllianceId& id) {
  viewer.need(id, Act::read_map);
  return *transaction.one<Alliance>(alliance_sql, id);
}

std::vector<Party> parties(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance) {
  viewer.need(alliance, Act::read_map);
  return transaction.all<Party>(parties_sql, alliance);
}

Party add_party(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, std::string_view name,
                PartyKind kind, std::string_view foreign_id) {
  const Grant& grant = viewer.need(alliance, Act::manage_members);
  if (!grant.may_edit({})) throw_not_found();
  std::string folded = fold_look_alikes(name);
  std::string mark = folded.empty() ? "P" : std::string(1, static_cast<char>(std::toupper(static_cast<unsigned char>(folded.front()))));
  Party party = make_party(door, transaction, alliance, name, kind, mark, foreign_id);
  transaction.run_with(insert_party_sql, party);
  access::ActDraft draft{alliance, grant.shared, "created", "party", party.id.text(), 1, "", json::text(party)};
  door.act(transaction, viewer, draft);
  return party;
}

void confirm_party(Door& door, db::Transaction& transaction, const Viewer& viewer, const PartyId& id, const OrganisationId& organisation) {
  auto party = transaction.one<Party>(party_sql, id);
  if (!party) throw_not_found();
  if (party->state == PartyState::confirmed) {
    if (party->organisation == organisation) return;
    throw Error(ErrorKind::conflict, "place_taken", "Another organisation has taken up this place.");
  }
  auto taken = transaction.one<std::int64_t>("SELECT COUNT(*) FROM party WHERE alliance = $1 AND organisation = $2", party->alliance, organisation);
  if (*taken > 0) throw Error(ErrorKind::conflict, "party_already", "This organisation takes part in the alliance already.");
  Party before = *party;
  auto head = transaction.one<std::tuple<std::string, std::string>>(organisation_sql, organisation);
  party->organisation = organisation;
  party->name = std::get<0>(*head);
  party->mark_letter = std::get<1>(*head);
  party->state = PartyState::confirmed;
  party->version += 1;
  replace(transaction, update_party_sql, *party);
  open_private_space(door, transaction, party->alliance, organisation);
  auto shared = *transaction.one<SpaceId>("SELECT id FROM space WHERE alliance = $1 AND kind = 'shared'", party->alliance);
  access::ActDraft draft{party->alliance, shared, "confirmed", "party", id.text(), party->version, json::text(before), json::text(*party)};
  door.act(transaction, viewer, draft);
  door.rights_changed(transaction, {{}, {organisation}});
}

Changed change_party(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const PartyId& id,
                     std::int64_t version, const PartyInput& input) {
  Party before = need_own_party(transaction, viewer, alliance, id);
  access::need_version(before.version, version);
  Party after = before;
  put(input, after);
  return replace_party(door, transaction, viewer, before, after, "changed");
}

Changed add_member(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const PersonId& person,
                   Roles roles, const std::vector<ThemeId>& themes) {
  const Grant& grant = viewer.need(alliance, Act::manage_members);
  auto party = transaction.one<PartyId>(
      "SELECT party.id FROM party JOIN person ON person.organisation = party.organisation "
      "WHERE party.alliance = $1 AND person.id = $2 AND party.state = 'confirmed'",
      alliance, person);
  bool own_party = party && (*party == grant.party || viewer.operator_);
  if (!own_party) throw_bad_field("person", "unknown", "There is no such person in your organisation.");
  check_roles(roles, grant, themes);
  check_themes(transaction, alliance, themes);
  MemberRow row{alliance, person, *party, access::MemberState::confirmed, roles.text(), themes, door.now(), 1};
  if (auto present = transaction.one<MemberRow>(member_sql, alliance, person)) {
    if (present->state == access::MemberState::confirmed)
      throw Error(ErrorKind::conflict, "member_already", "This person is a member already.");
    check_present(*present, grant);
    row.version = present->version + 1;
    replace(transaction, update_member_sql, row);
  } else {
    transaction.run_with(insert_member_sql, row);
  }
  access::ActDraft draft{alliance, grant.shared, "created", "member", person.text(), row.version, "", json::text(row)};
  auto act = door.act(transaction, viewer, draft);
  door.rights_changed(transaction, {{person}, {}});
  return {person.text(), row.version, act, false};
}

Changed change_member(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const PersonId& person,
                      std::int64_t version, const MemberInput& input) {
  const Grant& grant = viewer.need(alliance, Act::manage_members);
  auto before = transaction.one<MemberRow>(member_sql, alliance, person);
  if (!before) throw_not_found();
  if (before->party != grant.party && !viewer.operator_)
    throw Error(ErrorKind::conflict, "other_party", "Each party manages its own people.");
  if (person == viewer.person) throw Error(ErrorKind::conflict, "own_rights", "Nobody changes one's own rights. Ask a colleague.");
  check_present(*before, grant);
  access::need_version(before->version, version);
  MemberRow after = *before;
  Roles roles = Roles::parse(before->roles);
  if (input.roles) {
    roles = {};
    for (Role role : *input.roles) roles.add(role);
  }
  if (input.themes) after.themes = *input.themes;
  if (input.state) after.state = *input.state;
  check_roles(roles, grant, after.themes);
  if (input.themes) check_themes(transaction, alliance, after.themes);
  after.roles = roles.text();
  after.version += 1;
  replace(transaction, update_member_sql, after);
  if (after.state != access::MemberState::confirmed || roles.reach(Act::manage_members) != access::Reach::own_party)
    auth::end_invitations_of(transaction, person, alliance, door.now());
  access::ActDraft draft{alliance, grant.shared, "changed", "member", person.text(), after.version, json::text(*before), json::text(after)};
  auto act = door.act(transaction, viewer, draft);
  door.rights_changed(transaction, {{person}, {}});
  return {person.text(), after.version, act, false};
}

std::vector<PersonListItem> people(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance) {
  viewer.need(alliance, Act::read_shared);
  return transaction.all<PersonListItem>(people_sql, alliance);
}

void add_undoers(access::Undoers& undoers) {
  undoers.add("alliance", [](Door& door, db::Transaction& transaction, const Viewer& viewer, const ActId&, const std::string& object_id,
                             const AllianceId&, const std::string& before, const std::string& after) {
    auto id = AllianceId::parse(object_id);
    if (!id || before.empty()) throw Error(ErrorKind::conflict, "not_undoable", "This cannot be undone.");
    const Grant& grant = viewer.need(*id, Act::edit_draft);
    if (!grant.may_edit({})) throw_not_found();
    Alliance present = need(transaction, viewer, *id);
    if (present.version != json::read_kept<Alliance>(after).version)
      throw Error(ErrorKind::conflict, "changed_since", "This was changed again since. Undo the later change first.");
    Alliance restored = json::read_kept<Alliance>(before);
    restored.version = present.version + 1;
    replace(transaction, update_alliance_sql, restored);
    access::ActDraft draft = draft_of(restored, grant.shared, "undone");
    draft.before = json::text(present);
    return Changed{restored.id.text(), restored.version, door.act(transaction, viewer, draft), true};
  });
  // Only the fiscal year of a party is changed so that it can be taken back; how it came to take part is not.
  undoers.add("party", [](Door& door, db::Transaction& transaction, const Viewer& viewer, const ActId&, const std::string& object_id,
                          const AllianceId& alliance, const std::string& before, const std::string& after) {
    auto id = PartyId::parse(object_id);
    if (!id || before.empty()) throw Error(ErrorKind::conflict, "not_undoable", "This cannot be undone.");
    Party present = need_own_party(transaction, viewer, alliance, *id);
    Party earlier = json::read_kept<Party>(before), changed = json::read_kept<Party>(after);
    if (earlier.state != changed.state) throw Error(ErrorKind::conflict, "not_undoable", "This cannot be undone.");
    if (present.version != changed.version)
      throw Error(ErrorKind::conflict, "changed_since", "This was changed again since. Undo the later change first.");
    Party restored = present;
    restored.first_month = earlier.first_month;
    restored.first_day = earlier.first_day;
    restored.calendar_kind = earlier.calendar_kind;
    return replace_party(door, transaction, viewer, present, restored, "undone");
  });
}

}  // namespace entente::alliance
