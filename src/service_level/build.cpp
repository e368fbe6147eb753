#include "model/periods.hpp"
#include "scorecard/store.hpp"
#include "service_level/views.hpp"

namespace entente::service_level {
namespace {

namespace items = access::items;
using access::Act;
using access::Grant;

constexpr int marks_shown = 12;
constexpr int periods_shown = 60;
constexpr int quarters_shown = 8;
constexpr int days_of_a_year = 365;

constexpr std::string_view parties_sql = "SELECT id, name, mark_letter, mark_style, organisation FROM party WHERE alliance = $1 ORDER BY position";
constexpr std::string_view agreements_sql = "SELECT id, name, space, state FROM agreement WHERE alliance = $1 ORDER BY made_at";
constexpr std::string_view measures_sql =
    "SELECT measure.id, measure.code || ' ' || measure.name FROM service_level JOIN measure ON measure.id = service_level.measure "
    "WHERE service_level.alliance = $1 AND measure.removed_at IS NULL";
constexpr std::string_view owners_sql =
    "SELECT DISTINCT person.id, person.name FROM service_level JOIN person ON person.id = service_level.owner WHERE service_level.alliance = $1";
constexpr std::string_view speakers_sql =
    "SELECT DISTINCT person.id, person.name, organisation.name FROM service_level_value said JOIN person ON person.id = said.person "
    "JOIN organisation ON organisation.id = said.organisation WHERE said.level = $1";

TallyView view_of(const Tally& tally) { return {tally.met, tally.missed, tally.unreported, tally.na, tally.run}; }

/// What a page of an alliance's service levels is made of.
struct Pages {
  const Viewer& viewer;
  const Grant& grant;
  scorecard::Days days;
  Date today;
  std::vector<PartyRef> parties;
  std::map<OrganisationId, std::string> organisations;  ///< party names
  std::map<AgreementId, std::string> agreement_names;
  std::map<SpaceId, std::string> space_names;
  std::vector<Named> in_force;
  std::map<MeasureId, std::string> measures;
  std::map<PersonId, std::string> owners;
  ValuesOf values;

  Pages(db::Transaction& transaction, const Viewer& looking, const AllianceId& alliance, Instant now, ValuesOf said)
      : viewer(looking), grant(looking.need(alliance, Act::read_shared)), days(scorecard::days_of(transaction, alliance)), today(days.on(now)), values(std::move(said)) {
    transaction.each(
        parties_sql,
        [&](const db::Row& row) {
          parties.push_back({row.get<PartyId>(0), row.get<std::string>(1), {row.get<std::string>(2), row.get<organisation::MarkStyle>(3)}});
          if (auto organisation = row.get<std::optional<OrganisationId>>(4)) organisations[*organisation] = parties.back().name;
        },
        alliance);
    transaction.each(
        agreements_sql,
        [&](const db::Row& row) {
          if (!grant.sees(row.get<SpaceId>(2))) return;
          agreement_names[row.get<AgreementId>(0)] = row.get<std::string>(1);
          space_names[row.get<SpaceId>(2)] = row.get<std::string>(1);
          if (row.get<std::string>(3) == "in_force") in_force.push_back({row.get<std::string>(0), row.get<std::string>(1)});
        },
        alliance);
    transaction.each(measures_sql, [&](const db::Row& row) { measures[row.get<MeasureId>(0)] = row.get<std::string>(1); }, alliance);
    transaction.each(owners_sql, [&](const db::Row& row) { owners[row.get<PersonId>(0)] = row.get<std::string>(1); }, alliance);
  }

  PartyRef party(const PartyId& id) const {
    for (const auto& one : parties)
      if (one.id == id) return one;
    return {id, "", {}};
  }

  model::SpaceRef space_ref(const SpaceId& space) const {
    if (space == grant.shared) return {access::SpaceKind::shared, "Shared"};
    if (auto name = space_names.find(space); name != space_names.end()) return {access::SpaceKind::agreement, name->second};
    auto own = organisations.find(viewer.organisation);
    return {access::SpaceKind::private_, "Only " + (own == organisations.end() ? viewer.organisation_name : own->second)};
  }

  std::vector<Judged> judged(const ServiceLevel& level, int most) const {
    Newest newest;
    if (auto found = values.find(level.id); found != values.end())
      for (const auto& [period, value] : found->second) newest[period] = &value;
    return judge(level, days.calendar, newest, today, most);
  }

  PeriodMark mark(const ServiceLevel& level, const Judged& one) const {
    PeriodMark out{one.period.text(), model::label_of(one.period), one.standing, {}, one.limit, days.calendar.last_day(one.period) + static_cast<int>(level.grace), 0, "", ""};
    if (!one.value) return out;
    out.version = one.value->number + 1;
    out.reason = one.value->reason;
    if (one.value->state == ValueState::missing) return out;
    out.value = one.value->value;
    out.note = one.value->note;
    return out;
  }

  void fill(const ServiceLevel& level, LevelRow& row) const {
    row.id = level.id;
    row.version = level.version;
    row.code = level.code;
    row.name = level.name;
    row.promise = level.promise;
    row.by = party(level.by_party);
    row.to = party(level.to_party);
    row.unit = level.unit;
    row.decimals = level.decimals;
    row.direction = level.direction;
    row.limit = limit_on(level, today);
    row.frequency = level.frequency;
    if (level.agreement)
      if (auto name = agreement_names.find(*level.agreement); name != agreement_names.end()) row.agreement = Named{level.agreement->text(), name->second};
    if (level.owner)
      if (auto name = owners.find(*level.owner); name != owners.end()) row.owner = Named{level.owner->text(), name->second};
    row.starts = level.starts;
    row.ends = level.ends;
    row.space = space_ref(level.space);
    auto periods = judged(level, marks_shown);
    row.tally = view_of(count(periods));
    for (const auto& one : periods) {
      row.marks.push_back(mark(level, one));
      bool wanted = one.standing == Standing::pending || one.standing == Standing::unreported;
      if (wanted && !row.next) row.next = row.marks.back();
    }
    if (level.measure)
      if (auto name = measures.find(*level.measure); name != measures.end()) row.measure = Named{level.measure->text(), name->second};
    row.may_enter = service_level::may_enter(viewer, grant, level);
  }
};

/// Misses that go on come first, then those with most misses, then what nobody reports.
auto order_of(const LevelRow& row) { return std::tuple(-row.tally.run, -row.tally.missed, -row.tally.unreported, row.code, row.id.view()); }

/// The day on which the last of the promises ended; nothing while one runs.
std::optional<Date> end_of_all(const std::vector<ServiceLevel>& levels, Date today) {
  std::optional<Date> last;
  for (const auto& level : levels) {
    if (!level.ends || *level.ends >= today) return std::nullopt;
    if (!last || *last < *level.ends) last = level.ends;
  }
  return last;
}

void count_over_time(const Pages& pages, const std::vector<ServiceLevel>& levels, LevelList& list) {
  list.ended = end_of_all(levels, pages.today);
  Date until = list.ended.value_or(pages.today);
  Period last = pages.days.calendar.period_of(until, Frequency::quarter);
  std::map<Period, QuarterTally> quarters;
  for (int back = quarters_shown - 1; back >= 0; --back) quarters[last - back] = {(last - back).text(), model::label_of(last - back), 0, 0};
  std::map<PartyId, std::pair<int, Tally>> by_party;
  for (const auto& level : levels) {
    auto& [promised, tally] = by_party[level.by_party];
    ++promised;
    int most = level.frequency == Frequency::day ? 740 : level.frequency == Frequency::week ? 110 : 26;
    for (const auto& one : pages.judged(level, most)) {
      Date last_day = pages.days.calendar.last_day(one.period);
      if (auto quarter = quarters.find(pages.days.calendar.period_of(last_day, Frequency::quarter)); quarter != quarters.end()) {
        quarter->second.met += one.standing == Standing::met;
        quarter->second.missed += one.standing == Standing::missed;
      }
      if (last_day <= until - days_of_a_year) continue;
      tally.met += one.standing == Standing::met;
      tally.missed += one.standing == Standing::missed;
      tally.unreported += one.standing == Standing::unreported;
      tally.na += one.standing == Standing::na;
    }
  }
  for (const auto& party : pages.parties)
    if (auto found = by_party.find(party.id); found != by_party.end()) list.by_party.push_back({party, found->second.first, view_of(found->second.second)});
  for (auto& [period, quarter] : quarters) list.quarters.push_back(std::move(quarter));
}

}  // namespace

LevelList build_list(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, Instant now) {
  Pages pages(transaction, viewer, alliance, now, newest_values(transaction, alliance));
  auto levels = items::all<ServiceLevel>(transaction, viewer, alliance);
  LevelList list;
  for (const auto& level : levels) pages.fill(level, list.items.emplace_back());
  std::sort(list.items.begin(), list.items.end(), [](const LevelRow& a, const LevelRow& b) { return order_of(a) < order_of(b); });
  count_over_time(pages, levels, list);
  list.parties = pages.parties;
  list.agreements = pages.in_force;
  list.may_add = pages.grant.may_edit({});
  return list;
}

LevelView build_one(db::Transaction& transaction, const Viewer& viewer, const ServiceLevelId& id, Instant now) {
  auto level = items::need<ServiceLevel>(transaction, viewer, id);
  Pages pages(transaction, viewer, level.alliance, now, {{id, newest_values(transaction, id)}});
  LevelView view;
  pages.fill(level, view);
  auto periods = pages.judged(level, periods_shown);
  view.whole = view_of(count(periods));
  for (const auto& one : periods) view.periods.push_back(pages.mark(level, one));
  view.limits = level.limits;
  view.grace = level.grace;
  view.parties = pages.parties;
  view.may_edit = pages.grant.may_edit({});
  std::map<PersonId, std::pair<std::string, std::string>> speakers;
  transaction.each(speakers_sql, [&](const db::Row& row) { speakers[row.get<PersonId>(0)] = {row.get<std::string>(1), row.get<std::string>(2)}; }, id);
  for (const auto& said : history(transaction, id)) {
    auto speaker = speakers.find(said.person);
    view.history.push_back({said.period.text(), model::label_of(said.period), said.state, said.value, said.reason, said.note, said.recorded_at,
                            speaker == speakers.end() ? "" : speaker->second.first, speaker == speakers.end() ? "" : speaker->second.second});
  }
  return view;
}

std::vector<DueValue> due_values(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, Instant now) {
  auto levels = items::all<ServiceLevel>(transaction, viewer, alliance);
  std::erase_if(levels, [&](const ServiceLevel& level) { return !level.owner || *level.owner != viewer.person; });
  std::vector<DueValue> out;
  if (levels.empty()) return out;
  Pages pages(transaction, viewer, alliance, now, newest_values(transaction, alliance));
  for (const auto& level : levels)
    for (const auto& one : pages.judged(level, marks_shown))
      if (one.standing == Standing::pending || one.standing == Standing::unreported) {
        Date last_day = pages.days.calendar.last_day(one.period);
        out.push_back({level, one.period, last_day + static_cast<int>(level.grace), last_day});
      }
  return out;
}

}  // namespace entente::service_level
