#include "sample/load.hpp"

#include "access/viewers.hpp"
#include "alliance/store.hpp"
#include "exchange/people_document.hpp"
#include "exchange/plan_document.hpp"
#include "exchange/show_sample.hpp"
#include "organisation/store.hpp"
#include "sample/history.hpp"
#include "sample/plan_steps.hpp"
#include "sample/values.hpp"

namespace entente::sample {
namespace {

using access::Role;
using access::Roles;
using access::Viewer;

constexpr std::string_view plan_file = "samples/reference/plan.json";

/// Scenes of one day follow one another by so many minutes, from nine in the morning.
constexpr std::int64_t minutes_between = 5;

Instant moment(Date day, std::int64_t scene) {
  return {std::int64_t{day.days} * 86'400'000'000 + (9 * 60 + scene * minutes_between) * 60'000'000LL};
}

Roles roles_of(const exchange::PlanPerson& person) {
  Roles roles;
  for (const auto& given : person.roles)
    if (given.role != "organisation_administrator") roles.add(Roles::parse(given.role).list().front());
  if (!person.seats.empty()) roles.add(Role::body_member);
  if (roles.empty()) roles.add(Role::employee);
  return roles;
}

bool is_administrator(const exchange::PlanPerson& person) {
  return std::any_of(person.roles.begin(), person.roles.end(), [](const auto& given) { return given.role == "organisation_administrator"; });
}

/// One run, in one transaction.
class Loading {
 public:
  Loading(access::Door& door, SettableClock& clock, db::Transaction& transaction, Form form, const Progress& progress)
      : door_(door), clock_(clock), transaction_(transaction), form_(form), progress_(progress) {
    operator_.name = "Sample";
    operator_.operator_ = true;
    operator_.channel = access::Channel::system;
  }

  Loaded run(const std::string& password_hash) {
    if (is_loaded(transaction_)) throw Error(ErrorKind::conflict, "loaded_already", "The reference alliance is here already.");
    clock_.set(moment(parse_date("2006-01-09"), 0));
    auto history = read_history(exchange::sample_file(history_file));
    plan_ = form_ == Form::whole ? without_reports(plan_before(*history, 0, exchange::sample_file(plan_file))) : exchange::read_plan_document(exchange::sample_file(plan_file));
    people_ = exchange::read_people_document(exchange::sample_file("samples/reference/people.json"));
    tell("people", 0.05);
    make_people(password_hash);
    tell("plan", 0.25);
    Stage stage(door_, transaction_, cast_, make_plan(form_ == Form::whole ? held_before(*history, 0) : std::set<std::string>()));
    tell("values", 0.4);
    play(stage, scenes(*history));
    Loaded loaded;
    loaded.alliance = stage.alliance();
    loaded.slug = stage.made.slug;
    loaded.people = static_cast<int>(people_.size());
    loaded.values = stage.values;
    loaded.accounts = accounts(transaction_);
    return loaded;
  }

 private:
  void tell(const std::string& what, double share) {
    if (progress_) progress_(what, share);
  }

  void make_people(const std::string& password_hash) {
    for (const auto& organisation : plan_.organisations)
      organisations_[organisation.key] = organisation::make_organisation(door_, transaction_, operator_, organisation.name).id;
    for (const auto& person : people_) {
      const std::string name = person.given_name + " " + person.family_name;
      auto made = organisation::make_person(door_, transaction_, operator_,
                                            {organisations_.at(person.organisation), name, person.email, person.title, is_administrator(person)});
      auth::set_password(transaction_, made.id, password_hash, door_.now());
      cast_.people[person.email] = made.id;
      cast_.names[name] = person.email;
    }
    for (const auto& organisation : plan_.organisations) cast_.managers[organisation.key] = first_manager(organisation.key).email;
  }

  const exchange::PlanPerson& first_manager(const std::string& organisation) const {
    for (const auto& person : people_)
      if (person.organisation == organisation && roles_of(person).has(Role::alliance_manager)) return person;
    for (const auto& person : people_)
      if (person.organisation == organisation) return person;
    throw_broken("an organisation without people");
  }

  Viewer manager(const std::string& organisation) {
    return *access::load_viewer(transaction_, cast_.people.at(cast_.managers.at(organisation)), access::Channel::web);
  }

  exchange::Applied make_plan(std::set<std::string> held) {
    Viewer viewer = manager(plan_.organisations.front().key);
    exchange::ApplyOptions options;
    options.source = "sample";
    options.held = std::move(held);
    options.parties_made = [&](exchange::Applied& applied) { make_members(applied, viewer.person); };
    options.acting_for = [&](const std::string& organisation) -> const Viewer* {
      auto found = managers_.find(organisation);
      return found == managers_.end() ? nullptr : &found->second;
    };
    return exchange::apply_plan(door_, transaction_, viewer, plan_, options);
  }

  void make_members(exchange::Applied& applied, const PersonId& maker) {
    for (const auto& [key, party] : applied.parties)
      if (auto organisation = organisations_.find(key); organisation != organisations_.end() && key != plan_.organisations.front().key)
        alliance::confirm_party(door_, transaction_, applied.viewer, party, organisation->second);
    Viewer registrar = operator_;
    registrar.grants = {{applied.alliance, {}, Roles{Role::alliance_manager}, {}, applied.viewer.need(applied.alliance, access::Act::read_map).shared, {}, {}}};
    for (const auto& person : people_) {
      auto id = cast_.people.at(person.email);
      if (id == maker) continue;
      std::vector<ThemeId> themes;
      for (const auto& given : person.roles)
        if (!given.theme.empty())
          if (auto theme = applied.themes.find(given.theme); theme != applied.themes.end()) themes.push_back(theme->second);
      alliance::add_member(door_, transaction_, registrar, applied.alliance, id, roles_of(person), themes);
    }
    for (const auto& organisation : plan_.organisations) managers_[organisation.key] = manager(organisation.key);
    applied.viewer = managers_.at(plan_.organisations.front().key);
  }

  /// What is told on each day: values first, then what people did.
  std::vector<Scene> scenes(const HistoryDocument& history) {
    ValuesTold told;
    if (form_ == Form::draft) return value_scenes(plan_, cast_, told);
    auto end = plan_before(history, history.events.size(), exchange::sample_file(plan_file));
    told.coming = days_of_coming(history, end);
    told.withheld.insert(history.withheld.begin(), history.withheld.end());
    auto all = value_scenes(end, cast_, told);
    for (const auto& part : parts())
      for (auto& scene : part.scenes(exchange::sample_file(part.file))) all.push_back(std::move(scene));
    return all;
  }

  void play(Stage& stage, std::vector<Scene> scenes) {
    std::stable_sort(scenes.begin(), scenes.end(), [](const Scene& a, const Scene& b) { return a.day < b.day; });
    std::int64_t of_day = 0;
    for (std::size_t i = 0; i < scenes.size(); ++i) {
      of_day = i > 0 && scenes[i].day == scenes[i - 1].day ? of_day + 1 : 0;
      clock_.set(moment(scenes[i].day, of_day));
      scenes[i].play(stage);
      tell("history", 0.4 + 0.6 * static_cast<double>(i + 1) / static_cast<double>(scenes.size()));
    }
  }

  access::Door& door_;
  SettableClock& clock_;
  db::Transaction& transaction_;
  const Form form_;
  const Progress& progress_;
  Viewer operator_;
  exchange::Plan plan_;
  std::vector<exchange::PlanPerson> people_;
  std::map<std::string, OrganisationId> organisations_;
  std::map<std::string, Viewer> managers_;
  Cast cast_;
};

}  // namespace

Loaded load_reference(access::Door& door, auth::SignIn& sign_in, Form form, const Progress& progress) {
  const std::string hash = sign_in.hash(shared_password);
  SettableClock clock(parse_instant("2006-01-09T09:00:00Z"));
  access::Door past(door, clock);
  return past.write(db::Sight::of_system("sample"), [&](db::Transaction& transaction) { return Loading(past, clock, transaction, form, progress).run(hash); });
}

bool is_loaded(db::Transaction& transaction) {
  return *transaction.one<std::int64_t>("SELECT COUNT(*) FROM person WHERE folded_email LIKE '%@aldermere.example'") > 0;
}

std::vector<Account> accounts(db::Transaction& transaction) {
  std::vector<Account> out;
  transaction.each(
      "SELECT person.email, person.name, organisation.name, member.roles FROM member JOIN person ON person.id = member.person "
      "JOIN organisation ON organisation.id = person.organisation JOIN party ON party.id = member.party "
      "WHERE (member.roles LIKE '%alliance_manager%' OR member.roles LIKE '%neutral_consultant%') AND person.email LIKE '%.example' "
      "ORDER BY party.position, person.name",
      [&](const db::Row& row) {
        auto roles = Roles::parse(row.get<std::string>(3));
        out.push_back({row.get<std::string>(0), row.get<std::string>(1),
                       fmt::format("{} of {}", roles.has(Role::alliance_manager) ? "alliance manager" : "neutral consultant", row.get<std::string>(2))});
      });
  return out;
}

}  // namespace entente::sample
