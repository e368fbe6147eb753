#include "organisation/people.hpp"

#include "access/viewers.hpp"
#include "auth/link.hpp"
#include "auth/sign_in.hpp"

namespace entente::organisation {
namespace {

constexpr std::string_view by_organisation_sql =
    "SELECT id, version, organisation, name, email, folded_email, title, locale, appearance, state, administrator, made_at "
    "FROM person WHERE organisation = $1 ORDER BY name, id";
constexpr std::string_view by_id_sql =
    "SELECT id, version, organisation, name, email, folded_email, title, locale, appearance, state, administrator, made_at "
    "FROM person WHERE id = $1";
constexpr std::string_view set_state_sql = "UPDATE person SET state = $2, version = $3 WHERE id = $1 AND version = $3 - 1";

Person need_colleague(db::Transaction& transaction, const Viewer& viewer, const PersonId& id) {
  auto person = transaction.one<Person>(by_id_sql, id);
  bool may = viewer.operator_ || (viewer.administrator && person && person->organisation == viewer.organisation);
  if (!person || !may) throw_not_found();
  return *person;
}

void need_other(const Viewer& viewer, const PersonId& id) {
  if (id == viewer.person) throw Error(ErrorKind::conflict, "own_account", "Nobody does this to one's own account. Ask another administrator.");
}

/// The states alone: what else is known of a person does not belong into a log that cannot forget.
access::ActAnswer tell(Door& door, db::Transaction& transaction, const Viewer& viewer, const Person& person, std::string_view kind,
                       std::string before = "", std::string after = "") {
  auto home = *transaction.one<SpaceId>("SELECT id FROM space WHERE organisation = $1 AND alliance IS NULL", person.organisation);
  access::ActDraft draft{{}, home, kind, "person", person.id.text(), person.version, std::move(before), std::move(after)};
  return door.act(transaction, viewer, draft);
}

std::string state_text(PersonState state) { return fmt::format(R"({{"state":"{}"}})", boost::describe::enum_to_string(state, "")); }

}  // namespace

std::vector<Person> colleagues(db::Transaction& transaction, const Viewer& viewer) {
  if (!viewer.administrator) throw_not_found();
  return transaction.all<Person>(by_organisation_sql, viewer.organisation);
}

Changed set_state(Door& door, db::Transaction& transaction, const Viewer& viewer, auth::Sessions& sessions, const PersonId& id,
                  std::int64_t version, PersonState state) {
  Person person = need_colleague(transaction, viewer, id);
  need_other(viewer, id);
  access::need_version(person.version, version);
  bool suspends = state == PersonState::suspended;
  if (!suspends && state != PersonState::confirmed) throw_bad_field("state", "unknown", "“state” is suspended or confirmed.");
  if (person.state != (suspends ? PersonState::confirmed : PersonState::suspended))
    throw Error(ErrorKind::conflict, "state_already", suspends ? "This person is not at work here." : "This person is not suspended.");
  std::string before = state_text(person.state);
  person.state = state;
  person.version += 1;
  if (transaction.run(set_state_sql, id, state, person.version) != 1) access::need_version(person.version, person.version - 1);
  if (suspends) {
    sessions.end_all(transaction, id);
    auth::end_links_of(transaction, id, door.now());
  }
  auto act = tell(door, transaction, viewer, person, suspends ? "suspended" : "reinstated", std::move(before), state_text(state));
  door.rights_changed(transaction, {{id}, {}});
  return {id.text(), person.version, act, false};
}

std::string make_reset(Door& door, db::Transaction& transaction, const Viewer& viewer, const PersonId& id) {
  Person person = need_colleague(transaction, viewer, id);
  need_other(viewer, id);
  if (person.state != PersonState::confirmed) throw Error(ErrorKind::conflict, "not_confirmed", "This person may not sign in. Reinstate the account first.");
  tell(door, transaction, viewer, person, "reset_offered");
  return auth::make_recovery(transaction, door.random(), id, door.now());
}

std::optional<Person> find_reset(db::Transaction& transaction, std::string_view secret, Instant now) {
  auto id = auth::find_recovery(transaction, secret, now);
  auto person = id ? transaction.one<Person>(by_id_sql, *id) : std::nullopt;
  return person && person->state == PersonState::confirmed ? person : std::nullopt;
}

PersonId use_reset(Door& door, db::Transaction& transaction, auth::Sessions& sessions, std::string_view secret, std::string_view hash) {
  auto person = find_reset(transaction, secret, door.now());
  if (!person || !auth::use_recovery(transaction, secret, door.now())) throw_not_found();
  auto viewer = access::load_viewer(transaction, person->id, access::Channel::web);
  if (!viewer) throw_not_found();
  auth::set_password(transaction, person->id, hash, door.now());
  sessions.end_all(transaction, person->id);
  tell(door, transaction, *viewer, *person, "password_reset");
  return person->id;
}

}  // namespace entente::organisation
