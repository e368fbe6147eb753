#include "possession/cast.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "organisation/store.hpp"

namespace entente::possession {
namespace {

using access::Viewer;

constexpr std::string_view organisation_here_sql = "SELECT COUNT(*) FROM organisation WHERE id = $1";
constexpr std::string_view person_here_sql = "SELECT COUNT(*) FROM person WHERE id = $1";
constexpr std::string_view by_email_sql = "SELECT id, organisation FROM person WHERE folded_email = $1";
constexpr std::string_view insert_organisation_sql =
    "INSERT INTO organisation (id, version, name, folded_name, mark_letter, made_at) VALUES ($1, 1, $2, $3, $4, $5)";
constexpr std::string_view insert_home_sql =
    "INSERT INTO space (id, alliance, kind, organisation, agreement, revision) VALUES ($1, NULL, 'private', $2, NULL, 0)";
constexpr std::string_view insert_person_sql =
    "INSERT INTO person (id, version, organisation, name, email, folded_email, title, locale, appearance, state, administrator, made_at) "
    "VALUES ($1, 1, $2, $3, $4, $5, $6, 'en-GB', 'system', 'invited', 0, $7)";

/// A name that a stranger sent, or one in its place where it may not stand.
std::string name_of(std::string_view name, std::string_view otherwise) {
  std::vector<FieldError> errors;
  auto clean = clean_text(name, "name", {.longest = 120}, errors);
  return errors.empty() ? clean : std::string(otherwise);
}

class Casting {
 public:
  Casting(db::Transaction& transaction, const Viewer& viewer, const CheckedExport& checked, const std::optional<PartyId>& party)
      : transaction_(transaction), viewer_(viewer), checked_(checked) {
    for (const auto& one : checked.parties) cast_.parties[one.id] = PartyOutcome::to_be_invited;
    choose_party(party);
  }

  Cast run() {
    for (const auto& one : checked_.organisations) place(one);
    for (const auto& one : checked_.people) place(one);
    return std::move(cast_);
  }

 private:
  bool is_operator() const { return viewer_.organisation.empty(); }

  /// The taker's own party, or the one that bears the organisation's name, or the one that was named.
  void choose_party(const std::optional<PartyId>& named) {
    if (is_operator()) return;
    auto taken = checked_.manifest.taken_by.party;
    const ForeignParty* chosen = nullptr;
    for (const auto& one : checked_.parties) {
      bool fits = named ? one.id == named->view() : fold_look_alikes(one.name) == fold_look_alikes(viewer_.organisation_name);
      if (fits) chosen = &one;
    }
    if (named && !chosen) throw_bad_field("party", "unknown", "There is no such party in this export.");
    if (!chosen) {
      cast_.needs_party = true;
      return;
    }
    if (taken && chosen->id != taken->view())
      throw_bad_field("party", "other_party",
                      fmt::format("This export was taken by {}, and may hold what {} keeps to itself: only that party brings it in.",
                                  name_of(checked_.manifest.taken_by.organisation_name, "another party"), "it"));
    cast_.our_party = PartyId::parse(chosen->id);
    cast_.parties[chosen->id] = PartyOutcome::ours;
    ours_ = chosen->organisation;
  }

  void know_organisation(const std::string& foreign, const std::string& here) {
    if (foreign != here) cast_.ids[foreign] = here;
    cast_.known_organisations.insert(here);
  }

  void set_outcome(const std::string& organisation, PartyOutcome outcome) {
    for (const auto& party : checked_.parties)
      if (party.organisation == organisation) cast_.parties[party.id] = outcome;
  }

  /// An identifier that is free here: the one that it had, if nobody has it.
  template <class SomeId>
  std::string free_id(const std::string& foreign, std::string_view count_sql) {
    if (!SomeId::parse(foreign)) throw Error(ErrorKind::bad_input, "tampered", "An identifier in the export is none.");
    return *transaction_.one<std::int64_t>(count_sql, foreign) == 0 ? foreign : SomeId::make(system_random()).text();
  }

  void place(const ForeignOrganisation& one) {
    if (!ours_.empty() && one.id == ours_) return know_organisation(one.id, viewer_.organisation.text());
    std::string name = name_of(one.name, "Organisation");
    if (is_operator()) {
      if (auto found = organisation::find_organisation(transaction_, name)) {
        set_outcome(one.id, PartyOutcome::known);
        return know_organisation(one.id, found->id.text());
      }
      set_outcome(one.id, PartyOutcome::made);
    }
    std::string id = free_id<OrganisationId>(one.id, organisation_here_sql);
    cast_.organisations.push_back({id, name, one.mark_letter.substr(0, 4), !is_operator()});
    know_organisation(one.id, id);
  }

  void place(const ForeignPerson& one) {
    std::string organisation = cast_.here(one.organisation);
    if (!cast_.known_organisations.contains(organisation)) throw Error(ErrorKind::bad_input, "tampered", "data/person.jsonl names an organisation that is not there.");
    bool may_be_here = is_operator() || organisation == viewer_.organisation.view();
    // Who is of an organisation is said by its administrators, here as anywhere.
    bool may_invite = may_be_here && (is_operator() || viewer_.administrator);
    std::string folded = is_email(one.email) ? fold(one.email) : "";
    auto taken = folded.empty() ? std::nullopt : transaction_.one<std::tuple<std::string, std::string>>(by_email_sql, folded);
    if (may_be_here && taken && std::get<1>(*taken) == organisation) {
      cast_.outcomes[one.id] = PersonOutcome::known;
      if (std::get<0>(*taken) != one.id) cast_.ids[one.id] = std::get<0>(*taken);
      cast_.known_people.insert(std::get<0>(*taken));
      return;
    }
    std::string id = free_id<PersonId>(one.id, person_here_sql);
    if (id != one.id) cast_.ids[one.id] = id;
    cast_.known_people.insert(id);
    bool is_invited = may_invite && !folded.empty();
    // Whether another organisation has an account with that address is not told: then no place waits for it, that is all.
    cast_.outcomes[one.id] = is_invited ? PersonOutcome::invited : PersonOutcome::name;
    std::vector<FieldError> errors;
    std::string title = clean_text(one.title, "title", {.longest = 160, .empty = TextRule::Empty::allowed}, errors);
    // Whoever is a name only keeps nobody from an account with that address.
    cast_.people.push_back({id, organisation, name_of(one.name, "Somebody"), folded.empty() ? "" : one.email, is_invited && !taken ? folded : id + "@imported.invalid", title});
  }

  db::Transaction& transaction_;
  const Viewer& viewer_;
  const CheckedExport& checked_;
  std::string ours_;  ///< identifier of our organisation in the export
  Cast cast_;
};

}  // namespace

Cast cast_of(db::Transaction& transaction, const Viewer& viewer, const CheckedExport& checked, const std::optional<PartyId>& party) {
  return Casting(transaction, viewer, checked, party).run();
}

void make_cast(access::Door& door, db::Transaction& transaction, const Viewer& viewer, const Cast& cast) {
  for (const auto& one : cast.organisations) {
    transaction.run(insert_organisation_sql, one.id, one.name, one.is_placeholder ? "imported " + one.id : fold_look_alikes(one.name), one.mark_letter, door.now());
    if (one.is_placeholder) continue;
    auto home = SpaceId::make(door.random());
    transaction.run(insert_home_sql, home, one.id);
    transaction.see(home.view());
    access::ActDraft draft{{}, home, "created", "organisation", one.id, 1, "", fmt::format(R"({{"name":{}}})", json::text(one.name))};
    door.act(transaction, viewer, draft);
  }
  for (const auto& one : cast.people)
    transaction.run(insert_person_sql, one.id, one.organisation, one.name, one.email, one.folded_email, one.title, door.now());
}

}  // namespace entente::possession
