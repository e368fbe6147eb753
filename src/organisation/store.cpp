#include "organisation/store.hpp"

#include "base/text.hpp"

namespace entente::organisation {
namespace {

constexpr std::string_view insert_organisation_sql =
    "INSERT INTO organisation (id, version, name, folded_name, mark_letter, made_at) VALUES ($1, $2, $3, $4, $5, $6)";
constexpr std::string_view insert_space_sql =
    "INSERT INTO space (id, alliance, kind, organisation, agreement, revision) VALUES ($1, NULL, 'private', $2, NULL, 0)";
constexpr std::string_view insert_person_sql =
    "INSERT INTO person (id, version, organisation, name, email, folded_email, title, locale, appearance, state, administrator, made_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
constexpr std::string_view update_person_sql =
    "UPDATE person SET version = $2, organisation = $3, name = $4, email = $5, folded_email = $6, title = $7, locale = $8, "
    "appearance = $9, state = $10, administrator = $11, made_at = $12 WHERE id = $1 AND version = $2 - 1";
constexpr std::string_view organisation_by_name_sql =
    "SELECT id, version, name, folded_name, mark_letter, made_at FROM organisation WHERE folded_name = $1";
constexpr std::string_view person_by_email_sql =
    "SELECT id, version, organisation, name, email, folded_email, title, locale, appearance, state, administrator, made_at "
    "FROM person WHERE folded_email = $1";
constexpr std::string_view person_by_id_sql =
    "SELECT id, version, organisation, name, email, folded_email, title, locale, appearance, state, administrator, made_at "
    "FROM person WHERE id = $1";
constexpr std::string_view own_space_sql = "SELECT id FROM space WHERE organisation = $1 AND alliance IS NULL";

std::string mark_of(std::string_view name) {
  std::string folded = fold_look_alikes(name);
  char first = folded.empty() ? 'O' : folded.front();
  return std::string(1, static_cast<char>(std::toupper(static_cast<unsigned char>(std::isalnum(static_cast<unsigned char>(first)) ? first : 'O'))));
}

SpaceId own_space(db::Transaction& transaction, const OrganisationId& organisation) {
  return *transaction.one<SpaceId>(own_space_sql, organisation);
}

}  // namespace

Organisation make_organisation(Door& door, db::Transaction& transaction, const Viewer& viewer, std::string_view name) {
  Organisation made;
  made.id = OrganisationId::make(door.random());
  made.name = clean_text(name, "organisation", {.longest = 120});
  made.folded_name = fold_look_alikes(made.name);
  made.mark_letter = mark_of(made.name);
  made.made_at = door.now();
  if (find_organisation(transaction, made.name))
    throw_bad_field("organisation", "taken", "An organisation with this name, or one that looks like it, is here already.");
  transaction.run_with(insert_organisation_sql, made);
  auto space = SpaceId::make(door.random());
  transaction.run(insert_space_sql, space, made.id);
  transaction.see(space.view());
  access::ActDraft draft{{}, space, "created", "organisation", made.id.text(), 1, "", json::text(made)};
  door.act(transaction, viewer, draft);
  return made;
}

Person make_person(Door& door, db::Transaction& transaction, const Viewer& viewer, const NewPerson& input) {
  std::vector<FieldError> errors;
  Person made;
  made.id = PersonId::make(door.random());
  made.organisation = input.organisation;
  made.name = clean_text(input.name, "name", {.longest = 120}, errors);
  made.title = clean_text(input.title, "title", {.longest = 160, .empty = TextRule::Empty::allowed}, errors);
  made.email = clean_text(input.email, "email", {.longest = 254}, errors);
  made.folded_email = fold(made.email);
  made.administrator = input.administrator;
  made.made_at = door.now();
  if (errors.empty() && !is_email(made.email)) errors.push_back({"email", "not_an_email", "This is not an e-mail address."});
  throw_if_any(std::move(errors));
  if (auto present = find_person_by_email(transaction, made.email)) {
    // Whom an import brought along takes up the place, with what was done under that name.
    if (present->state != PersonState::invited || present->organisation != made.organisation)
      throw_bad_field("email", "taken", "There is an account with this address already.");
    made.id = present->id;
    made.version = present->version + 1;
    transaction.run_with(update_person_sql, made);
    door.rights_changed(transaction, {{made.id}, {}});
  } else {
    transaction.run_with(insert_person_sql, made);
  }
  access::ActDraft draft{{}, own_space(transaction, made.organisation), "created", "person", made.id.text(), 1, "", ""};
  door.act(transaction, viewer, draft);
  return made;
}

std::optional<Organisation> find_organisation(db::Transaction& transaction, std::string_view name) {
  return transaction.one<Organisation>(organisation_by_name_sql, fold_look_alikes(name));
}

std::optional<Person> find_person_by_email(db::Transaction& transaction, std::string_view email) {
  return transaction.one<Person>(person_by_email_sql, fold(email));
}

Person self(db::Transaction& transaction, const Viewer& viewer) {
  auto row = transaction.one<Person>(person_by_id_sql, viewer.person);
  if (!row) throw_not_found();
  return *row;
}

Person change_self(Door& door, db::Transaction& transaction, const Viewer& viewer, const ProfileInput& input) {
  Person person = self(transaction, viewer);
  std::vector<FieldError> errors;
  if (input.name) person.name = clean_text(*input.name, "name", {.longest = 120}, errors);
  if (input.title) person.title = clean_text(*input.title, "title", {.longest = 160, .empty = TextRule::Empty::allowed}, errors);
  if (input.locale) person.locale = clean_text(*input.locale, "locale", {.longest = 35}, errors);
  if (input.appearance) person.appearance = *input.appearance;
  throw_if_any(std::move(errors));
  person.version += 1;
  // Whatever else was done to the row meanwhile, such as a suspension, must not be taken back by this.
  if (transaction.run_with(update_person_sql, person) != 1) access::need_version(person.version, person.version - 1);
  access::ActDraft draft{{}, own_space(transaction, person.organisation), "changed", "person", person.id.text(), person.version, "", ""};
  door.act(transaction, viewer, draft);
  door.rights_changed(transaction);  // a name
  return person;
}

}  // namespace entente::organisation
