#include "sample/load.hpp"

#include "access/viewers.hpp"
#include "alliance/store.hpp"
#include "base/text.hpp"
#include "exchange/apply.hpp"
#include "exchange/csv.hpp"
#include "exchange/extras.hpp"
#include "exchange/people_document.hpp"
#include "exchange/plan_document.hpp"
#include "exchange/show_sample.hpp"
#include "organisation/store.hpp"
#include "scorecard/store.hpp"

namespace entente::sample {
namespace {

using access::Role;
using access::Roles;
using access::Viewer;

Instant at(std::string_view day) { return parse_instant(std::string(day) + "T09:00:00Z"); }
Instant morning_of(Date day) { return {std::int64_t{day.days} * 86'400'000'000 + 9 * 3'600'000'000LL}; }

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

/// A value with the day on which it came in.
struct Entry {
  Date day;
  std::string private_to;
  scorecard::ObservationInput input;
};

class Loading {
 public:
  Loading(access::Door& door, auth::SignIn& sign_in, const Progress& progress)
      : clock_(at("2006-01-09")), door_(door, clock_), sign_in_(sign_in), progress_(progress) {
    operator_.name = "Sample";
    operator_.operator_ = true;
    operator_.channel = access::Channel::system;
  }

  Loaded run() {
    plan_ = exchange::read_plan_document(exchange::sample_file("samples/reference/plan.json"));
    people_ = exchange::read_people_document(exchange::sample_file("samples/reference/people.json"));
    std::string hash = sign_in_.hash(shared_password);
    tell("people", 0.05);
    door_.write(db::Sight::of_system("sample"), [&](db::Transaction& transaction) { make_people(transaction, hash); });
    tell("plan", 0.25);
    door_.write(db::Sight::of_system("sample"), [&](db::Transaction& transaction) { make_plan(transaction); });
    tell("values", 0.45);
    gather_values();
    enter_values();
    loaded_.people = static_cast<int>(people_.size());
    loaded_.accounts = door_.read([](db::Transaction& transaction) { return accounts(transaction); });
    tell("done", 1);
    return loaded_;
  }

 private:
  void tell(const std::string& what, double share) {
    if (progress_) progress_(what, share);
  }

  void make_people(db::Transaction& transaction, const std::string& hash) {
    if (is_loaded(transaction)) throw Error(ErrorKind::conflict, "loaded_already", "The reference alliance is here already.");
    for (const auto& organisation : plan_.organisations)
      organisations_[organisation.key] = organisation::make_organisation(door_, transaction, operator_, organisation.name).id;
    for (const auto& person : people_) {
      auto made = organisation::make_person(door_, transaction, operator_,
                                            {organisations_.at(person.organisation), person.given_name + " " + person.family_name, person.email,
                                             person.title, is_administrator(person)});
      auth::set_password(transaction, made.id, hash, door_.now());
      person_ids_[person.email] = made.id;
    }
  }

  void make_plan(db::Transaction& transaction) {
    const auto& maker = first_manager(plan_.organisations.front().key);
    Viewer viewer = *access::load_viewer(transaction, person_ids_.at(maker.email), access::Channel::web);
    exchange::ApplyOptions options;
    options.source = "sample";
    options.parties_made = [&](exchange::Applied& applied) { make_members(transaction, applied, viewer.person); };
    options.acting_for = [&](const std::string& organisation) -> const Viewer* {
      auto found = managers_.find(organisation);
      return found == managers_.end() ? nullptr : &found->second;
    };
    auto applied = exchange::apply_plan(door_, transaction, viewer, plan_, options);
    loaded_.alliance = applied.alliance;
    loaded_.slug = applied.slug;
    measure_codes_ = applied.measure_codes;
    for (const auto& measure : plan_.measures) measure_sides_[measure.key] = measure.private_to;
  }

  const exchange::PlanPerson& first_manager(const std::string& organisation) const {
    for (const auto& person : people_)
      if (person.organisation == organisation && roles_of(person).has(Role::alliance_manager)) return person;
    for (const auto& person : people_)
      if (person.organisation == organisation) return person;
    throw Error(ErrorKind::internal, "sample_broken", "The sample has an organisation without people.");
  }

  void make_members(db::Transaction& transaction, exchange::Applied& applied, const PersonId& maker) {
    for (const auto& [key, party] : applied.parties)
      if (auto organisation = organisations_.find(key); organisation != organisations_.end() && key != plan_.organisations.front().key)
        alliance::confirm_party(door_, transaction, applied.viewer, party, organisation->second);
    Viewer registrar = operator_;
    registrar.grants = {{applied.alliance, {}, Roles{Role::alliance_manager}, {}, applied.viewer.need(applied.alliance, access::Act::read_map).shared, {}, {}}};
    for (const auto& person : people_) {
      auto id = person_ids_.at(person.email);
      if (id == maker) continue;
      std::vector<ThemeId> themes;
      for (const auto& given : person.roles)
        if (!given.theme.empty())
          if (auto theme = applied.themes.find(given.theme); theme != applied.themes.end()) themes.push_back(theme->second);
      alliance::add_member(door_, transaction, registrar, applied.alliance, id, roles_of(person), themes);
    }
    for (const auto& organisation : plan_.organisations)
      managers_[organisation.key] = *access::load_viewer(transaction, person_ids_.at(first_manager(organisation.key).email), access::Channel::web);
    applied.viewer = managers_.at(plan_.organisations.front().key);
  }

  void take_row(const exchange::ObservationRow& row) {
    std::string key(row.measure);
    auto measure = measure_codes_.find(key);
    if (measure == measure_codes_.end() || row.state == exchange::ObservationState::missing) return;
    Entry entry;
    entry.private_to = measure_sides_[key];
    entry.input.measure = measure->second;
    entry.input.period = row.period.text();
    entry.input.series = exchange::same_name<scorecard::Series>(row.series);
    entry.input.state = exchange::same_name<scorecard::ObservationState>(row.state);
    if (row.state == exchange::ObservationState::value) entry.input.value = json::Value(std::string(row.value));
    if (!row.reason.empty()) entry.input.reason = std::string(row.reason);
    if (!row.note.empty()) entry.input.note = std::string(row.note);
    // Values come in on the fifth day after their period, unless the file says when.
    entry.day = row.recorded_on.value_or(std::max(Calendar().last_day(row.period) + 5, Date{13'200}));
    entries_.push_back(std::move(entry));
  }

  void gather_values() {
    for (std::string_view name : {"samples/reference/observations.csv", "samples/reference/corrections.csv"}) {
      exchange::CsvOptions options;
      options.recorded_on = exchange::RecordedOn::taken;
      options.kind_of = [this](std::string_view measure) { return exchange::sample_value(plan_, measure); };
      auto report = exchange::read_observations(exchange::source_of(exchange::sample_file(name)), [&](const exchange::ObservationRow& row) { take_row(row); }, options);
      if (!report.errors.empty()) throw_if_any(report.errors);
    }
    std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.day < b.day; });
  }

  void enter_values() {
    door_.write(db::Sight::of_system("sample"), [&](db::Transaction& transaction) {
      for (std::size_t from = 0; from < entries_.size();) {
        std::size_t to = from;
        std::map<std::string, std::vector<scorecard::ObservationInput>> by_side;
        while (to < entries_.size() && entries_[to].day == entries_[from].day) {
          by_side[entries_[to].private_to].push_back(entries_[to].input);
          ++to;
        }
        clock_.set(morning_of(entries_[from].day));
        for (const auto& [side, rows] : by_side) {
          const Viewer& who = managers_.at(side.empty() ? plan_.organisations.front().key : side);
          loaded_.values += static_cast<std::int64_t>(scorecard::enter(door_, transaction, who, loaded_.alliance, rows, "sample").rows.size());
        }
        from = to;
        tell("values", 0.45 + 0.5 * static_cast<double>(from) / static_cast<double>(entries_.size()));
      }
    });
  }

  SettableClock clock_;
  access::Door door_;
  auth::SignIn& sign_in_;
  const Progress& progress_;
  Viewer operator_;
  exchange::Plan plan_;
  std::vector<exchange::PlanPerson> people_;
  std::map<std::string, OrganisationId> organisations_;
  std::map<std::string, PersonId> person_ids_;
  std::map<std::string, Viewer> managers_;
  std::map<std::string, std::string> measure_codes_;
  std::map<std::string, std::string> measure_sides_;
  std::vector<Entry> entries_;
  Loaded loaded_;
};

}  // namespace

Loaded load_reference(access::Door& door, auth::SignIn& sign_in, const Progress& progress) { return Loading(door, sign_in, progress).run(); }

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
