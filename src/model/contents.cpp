#include "model/contents.hpp"

#include "access/items.hpp"
#include "alliance/store.hpp"
#include "charter/store.hpp"
#include "scorecard/store.hpp"
#include "scorecard/verdicts.hpp"
#include "scorecard/withheld.hpp"
#include "strategy/store.hpp"

namespace entente::model {
namespace {

constexpr std::string_view alliance_sql =
    "SELECT id, version, slug, name, kind, stage, partner_type, description, source, vision, mission, currency, first_month, "
    "first_day, calendar_kind, zone, method, foreign_id, extra, made_at FROM alliance WHERE id = $1";
constexpr std::string_view parties_sql =
    "SELECT id, version, alliance, organisation, name, kind, state, mark_letter, mark_style, position, foreign_id, first_month, first_day, calendar_kind FROM party "
    "WHERE alliance = $1 ORDER BY position";
constexpr std::string_view spaces_sql =
    "SELECT space.id, space.kind, space.organisation, COALESCE(agreement.name, '') FROM space LEFT JOIN agreement ON agreement.id = space.agreement "
    "WHERE space.alliance = $1";

// Owners and leaders; the members of an alliance may be thousands.
constexpr std::string_view people_sql =
    "SELECT person.id, person.name, person.organisation FROM person WHERE person.id IN ("
    "SELECT owner FROM objective WHERE alliance = $1 AND removed_at IS NULL "
    "UNION SELECT owner FROM measure WHERE alliance = $1 AND removed_at IS NULL "
    "UNION SELECT owner FROM initiative WHERE alliance = $1 AND removed_at IS NULL "
    "UNION SELECT leader FROM theme WHERE alliance = $1 AND removed_at IS NULL "
    "UNION SELECT by_person FROM light_override WHERE alliance = $1 AND removed_at IS NULL "
    "UNION SELECT by_person FROM light_verdict WHERE alliance = $1 AND removed_at IS NULL "
    "UNION SELECT by_person FROM value_verdict WHERE alliance = $1 AND removed_at IS NULL)";

constexpr std::string_view observations_sql =
    "SELECT observation.measure, observation.series, observation.period, observation.number, observation.state, observation.value, "
    "observation.numerator, observation.denominator, observation.weight, observation.reason, observation.note, observation.flags, "
    "observation.organisation, observation.shared_light, observation.recorded_at "
    "FROM measure JOIN observation ON observation.measure = measure.id "
    "WHERE measure.alliance = $1 AND observation.recorded_at < $2 ORDER BY observation.measure";
constexpr std::string_view freezes_sql =
    "SELECT id, title, period, last_day, taken_at FROM review_freeze WHERE alliance = $1 AND space = $2 AND taken_at < $3 ORDER BY taken_at";
constexpr std::string_view observations_of_one_sql =
    "SELECT measure, series, period, number, state, value, numerator, denominator, weight, reason, note, flags, organisation, shared_light, recorded_at, "
    "(SELECT alliance.zone FROM measure JOIN alliance ON alliance.id = measure.alliance WHERE measure.id = $1) FROM observation WHERE measure = $1";

/// Puts the rows of one measure into cells: the row with the highest number counts.
class Gatherer {
 public:
  bool is_empty() const { return cells_.empty(); }

  void take(const db::Row& row) {
    auto series = row.get<scorecard::Series>(1);
    auto period = try_parse_period(row.text(2));
    if (!period) return;
    auto number = row.get<std::int64_t>(3);
    auto& cell = cells_[{series, *period}];
    auto state = row.get<scorecard::ObservationState>(4);
    bool newest = number + 1 >= cell.version;
    auto value = row.get<std::optional<std::string>>(5);
    if (state == scorecard::ObservationState::value) said_[{series, *period}].insert(value.value_or(""));
    if (!newest) return;
    cell.period = *period;
    cell.state = state;
    cell.value = std::move(value);
    cell.numerator = row.get<std::optional<Decimal>>(6);
    cell.denominator = row.get<std::optional<Decimal>>(7);
    cell.weight = row.get<std::optional<Decimal>>(8);
    cell.reason = row.get<std::string>(9);
    cell.note = row.get<std::string>(10);
    cell.flags = row.get<std::string>(11);
    cell.version = number + 1;
    cell.giver = giver(row.get<OrganisationId>(12));
    cell.shared_light = row.get<std::optional<strategy::Light>>(13).value_or(strategy::Light::grey);
    cell.recorded_at = row.get<Instant>(14);
  }

  /// `words` in the order of their turns; `withheld` what the reader's own organisation keeps behind its cells.
  ValuesPointer finish(std::vector<scorecard::ValueVerdict> words, const std::vector<scorecard::WithheldValue>& withheld, const std::string& zone) {
    auto values = std::make_shared<Values>();
    values->zone = zone;
    for (const auto& value : withheld) {
      auto found = cells_.find({scorecard::Series::actual, value.period});
      if (found == cells_.end() || found->second.version != value.number + 1) continue;
      found->second.state = scorecard::ObservationState::value;
      found->second.value = value.value;
      found->second.light_only = true;
    }
    for (auto& word : words) {
      auto found = cells_.find({scorecard::Series::actual, word.period});
      if (found == cells_.end() || found->second.version != word.number + 1) continue;
      auto& of_period = values->words[word.period];
      std::erase_if(of_period, [&](const auto& earlier) { return earlier.party == word.party; });
      if (word.verdict != scorecard::ValueWord::withdrawn) of_period.push_back(std::move(word));
    }
    std::erase_if(values->words, [](const auto& entry) { return entry.second.empty(); });
    values->givers = std::move(givers_);
    givers_.clear();
    for (auto& [place, cell] : cells_) {
      auto said = said_.find(place);
      cell.restated = cell.version > 1 && said != said_.end() &&
                      (said->second.size() > 1 || cell.state != scorecard::ObservationState::value);
      values->of(place.first).push_back(std::move(cell));
    }
    cells_.clear();
    said_.clear();
    return values;
  }

 private:
  /// Of more than 255 organisations the rest count as the last one.
  std::uint8_t giver(OrganisationId organisation) {
    auto found = std::find(givers_.begin(), givers_.end(), organisation);
    if (found == givers_.end() && givers_.size() < 255) found = givers_.insert(givers_.end(), organisation);
    return static_cast<std::uint8_t>(std::min<std::ptrdiff_t>(found - givers_.begin(), 254));
  }

  std::vector<OrganisationId> givers_;
  std::map<std::pair<scorecard::Series, Period>, Cell> cells_;
  std::map<std::pair<scorecard::Series, Period>, std::set<std::string>> said_;
};

template <class Item>
std::vector<Item> rows_of(db::Transaction& transaction, const AllianceId& alliance, const Spaces& spaces) {
  auto rows = transaction.all<Item>(access::items::select_all_sql<Item>(), alliance);
  std::erase_if(rows, [&](const Item& item) { return !spaces.has(item.space); });
  if constexpr (requires(Item item) { item.position; })
    std::stable_sort(rows.begin(), rows.end(), [](const Item& a, const Item& b) {
      return std::pair(a.position, a.id.view()) < std::pair(b.position, b.id.view());
    });
  return rows;
}

template <class Items, class ItemId>
bool has(const Items& items, const ItemId& id) {
  return std::any_of(items.begin(), items.end(), [&](const auto& item) { return item.id == id; });
}

/// The lights set by hand as they stood before that moment: one that was taken back since stood, a consent given since was not there.
std::vector<scorecard::LightOverride> overrides_until(db::Transaction& transaction, const AllianceId& alliance, const Spaces& spaces, Instant until) {
  static const std::string sql =
      fmt::format("SELECT {} FROM light_override WHERE alliance = $1 AND (removed_at IS NULL OR removed_at >= $2) AND (set_at IS NULL OR set_at < $2) ORDER BY id",
                  access::items::column_list<scorecard::LightOverride>());
  auto rows = transaction.all<scorecard::LightOverride>(sql, alliance, until);
  std::erase_if(rows, [&](const auto& item) { return !spaces.has(item.space); });
  for (auto& item : rows) {
    item.removed_at.reset();
    if (!item.consented_at || *item.consented_at < until) continue;
    item.consent_party.reset();
    item.consent_person.reset();
  }
  return rows;
}

/// What lost its perspective or theme is not lost with it.
void place_the_unplaced(Contents& contents) {
  strategy::Perspective lane;
  lane.name = "Not placed yet";
  strategy::Theme theme;
  theme.name = "Without a theme";
  bool lane_needed = false, theme_needed = false;
  for (auto& objective : contents.objectives) {
    if (!has(contents.perspectives, objective.perspective)) {
      lane.id = objective.perspective;
      objective.perspective = lane.id;
      lane_needed = true;
    }
    if (!has(contents.themes, objective.theme)) {
      theme.id = objective.theme;
      theme_needed = true;
    }
  }
  if (lane_needed) contents.perspectives.insert(contents.perspectives.begin(), lane);
  if (theme_needed) contents.themes.push_back(theme);
  for (auto& objective : contents.objectives) {
    if (lane_needed && !has(contents.perspectives, objective.perspective)) objective.perspective = lane.id;
    if (theme_needed && !has(contents.themes, objective.theme)) objective.theme = theme.id;
  }
}

}  // namespace

std::vector<Cell>& Values::of(scorecard::Series series) {
  switch (series) {
    case scorecard::Series::actual: return actual;
    case scorecard::Series::target: return target;
    case scorecard::Series::baseline: return baseline;
    case scorecard::Series::red: return red;
    case scorecard::Series::green: return green;
  }
  return actual;
}

Submission Values::submission(const scorecard::Measure& measure, const Cell& cell) const {
  if (auto said = words.find(cell.period); said != words.end()) {
    bool disputed = std::any_of(said->second.begin(), said->second.end(), [](const auto& word) { return word.verdict == scorecard::ValueWord::disputed; });
    return disputed ? Submission::disputed : Submission::accepted;
  }
  if (!measure.two_keys || cell.state != scorecard::ObservationState::value || cell.light_only) return Submission::none;
  Date given = day_in(cell.recorded_at, zone);
  return measure.two_keys_from && given < *measure.two_keys_from ? Submission::none : Submission::submitted;
}

std::string Spaces::key() const {
  std::string out = shared.text();
  for (const auto& space : others) out += space.view();
  return out;
}

db::Sight Spaces::sight() const {
  db::Sight sight;
  if (!shared.empty()) sight.spaces = shared.text();
  for (const auto& space : others) sight.spaces.append(sight.spaces.empty() ? "" : " ").append(space.view());
  return sight;
}

Spaces spaces_of(const access::Grant& grant, Side side) {
  Spaces spaces;
  if (grant.sees(grant.shared)) spaces.shared = grant.shared;
  for (const auto& agreement : grant.agreements)
    if (grant.sees(agreement)) spaces.others.push_back(agreement);
  if (side == Side::ours && grant.sees(grant.own)) {
    spaces.others.push_back(grant.own);
    spaces.own = grant.own;
  }
  std::sort(spaces.others.begin(), spaces.others.end());
  return spaces;
}

std::string Basis::key() const {
  if (is_now()) return "";
  return fmt::format("|{}{}|{}", static_cast<int>(text), number, on ? std::to_string(on->days) : "");
}

namespace {

constexpr Instant end_of_time{std::numeric_limits<std::int64_t>::max()};

/// Before which everything has happened that is to be told.
Instant until(const Contents& contents) { return contents.basis.on ? start_of(*contents.basis.on + 1, contents.alliance.zone) : end_of_time; }

/// Puts what a version says about a space in the place of what the tables of the draft say.
/// Rows keep the version number of the draft, so that a change made from here on names it.
template <class Item>
void put_version(std::vector<Item>& rows, const SpaceId& space, std::vector<Item> agreed) {
  std::unordered_map<std::string_view, std::int64_t> versions;
  for (const auto& item : rows) versions[item.id.view()] = item.version;
  for (auto& item : agreed)
    if (auto found = versions.find(item.id.view()); found != versions.end()) item.version = found->second;
  std::erase_if(rows, [&](const Item& item) { return item.space == space; });
  std::move(agreed.begin(), agreed.end(), std::back_inserter(rows));
  if constexpr (requires(Item item) { item.position; })
    std::stable_sort(rows.begin(), rows.end(), [](const Item& a, const Item& b) {
      return std::pair(a.position, a.id.view()) < std::pair(b.position, b.id.view());
    });
}

/// Where earlier versions judged earlier days, their targets go before those of the version in force, and what that one asks
/// for anew counts from its own day.
void put_eras(db::Transaction& transaction, Contents& contents, const charter::Charter& standing, std::vector<scorecard::Target>& targets) {
  auto all = charter::in_force_until(transaction, contents.spaces.shared, {standing.in_force_at->microseconds + 1});
  if (all.size() < 2) return;
  for (const auto& version : all)
    contents.eras.push_back(era_of(version, charter::document_of(transaction, version), contents.eras.empty() ? Order::first : Order::later, contents.alliance.zone));
  const auto days = two_keys_days(contents.eras);
  for (auto& measure : contents.measures)
    if (auto day = days.find(measure.id); day != days.end()) measure.two_keys_from = day->second;
  std::erase_if(targets, [&](const auto& target) { return target.space == contents.spaces.shared; });
  for (auto& [measure, over_time] : timeline(contents.eras)) std::move(over_time.begin(), over_time.end(), std::back_inserter(targets));
}

void put_versions(db::Transaction& transaction, Contents& contents, std::vector<scorecard::Target>& targets) {
  std::vector<SpaceId> spaces = contents.spaces.others;
  spaces.insert(spaces.begin(), contents.spaces.shared);
  for (const auto& space : spaces) {
    bool is_shared = space == contents.spaces.shared;
    if (!is_shared && contents.space_kinds[space] != access::SpaceKind::agreement) continue;
    // A number is that of a shared version; what agreements say is shown as it stands.
    Basis basis = contents.basis;
    if (!is_shared && basis.text == Basis::Text::version) basis.text = Basis::Text::standing;
    auto standing = charter::in_force_at(transaction, space, until(contents));
    if (is_shared) contents.ratified = standing.has_value();
    auto version = basis.text == Basis::Text::version ? charter::numbered(transaction, space, basis.number) : standing;
    if (is_shared && basis.text == Basis::Text::version && !version) throw_not_found();
    if (basis.text == Basis::Text::draft || !version) continue;
    charter::Document document = charter::document_of(transaction, *version);
    if (is_shared) {
      contents.charter = CharterRef{version->number, version->state, version->in_force_at};
      contents.alliance.name = document.terms.name;
      contents.alliance.vision = document.terms.vision;
      contents.alliance.mission = document.terms.mission;
      contents.alliance.first_month = document.terms.first_month;
      contents.alliance.first_day = document.terms.first_day;
      contents.alliance.calendar_kind = parse_calendar_kind(document.terms.calendar);
      contents.alliance.method = document.terms.method;
    }
    put_version(contents.perspectives, space, std::move(document.perspectives));
    put_version(contents.themes, space, std::move(document.themes));
    put_version(contents.objectives, space, std::move(document.objectives));
    put_version(contents.links, space, std::move(document.links));
    put_version(contents.wins, space, std::move(document.wins));
    put_version(contents.values, space, std::move(document.values));
    put_version(contents.measures, space, std::move(document.measures));
    put_version(targets, space, std::move(document.targets));
    if (is_shared && basis.text == Basis::Text::standing) put_eras(transaction, contents, *version, targets);
  }
}

}  // namespace

std::shared_ptr<Contents> load_contents(db::Transaction& transaction, const AllianceId& alliance, const Spaces& spaces, const Basis& basis) {
  auto found = transaction.one<alliance::Alliance>(alliance_sql, alliance);
  if (!found) throw_not_found();
  auto contents = std::make_shared<Contents>();
  contents->alliance = std::move(*found);
  contents->spaces = spaces;
  contents->basis = basis;
  contents->parties = transaction.all<alliance::Party>(parties_sql, alliance);
  transaction.each(
      spaces_sql,
      [&](const db::Row& row) {
        auto id = row.get<SpaceId>(0);
        if (!spaces.has(id)) return;
        contents->space_kinds[id] = row.get<access::SpaceKind>(1);
        contents->space_organisations[id] = row.get<OrganisationId>(2);
        if (auto name = row.get<std::string>(3); !name.empty()) contents->space_names[id] = std::move(name);
      },
      alliance);
  contents->perspectives = rows_of<strategy::Perspective>(transaction, alliance, spaces);
  contents->themes = rows_of<strategy::Theme>(transaction, alliance, spaces);
  contents->objectives = rows_of<strategy::Objective>(transaction, alliance, spaces);
  contents->links = rows_of<strategy::Link>(transaction, alliance, spaces);
  contents->wins = rows_of<strategy::Win>(transaction, alliance, spaces);
  contents->values = rows_of<strategy::SharedValue>(transaction, alliance, spaces);
  contents->measures = rows_of<scorecard::Measure>(transaction, alliance, spaces);
  contents->initiatives = rows_of<scorecard::Initiative>(transaction, alliance, spaces);
  contents->narratives = rows_of<scorecard::Narrative>(transaction, alliance, spaces);
  const Instant end = until(*contents);
  contents->overrides = overrides_until(transaction, alliance, spaces, end);
  contents->freezes = transaction.all<FreezeMark>(freezes_sql, alliance, spaces.shared, end);
  for (auto& word : scorecard::light_verdicts(transaction, alliance, end)) {
    if (!spaces.has(word.space)) continue;
    std::erase_if(contents->light_verdicts, [&](const auto& earlier) {
      return earlier.object == word.object && earlier.period == word.period && earlier.party == word.party;
    });
    contents->light_verdicts.push_back(std::move(word));
  }
  std::erase_if(contents->light_verdicts, [](const auto& word) { return word.verdict == scorecard::LightWord::withdrawn; });
  std::unordered_map<MeasureId, std::vector<scorecard::ValueVerdict>> words;
  for (auto& word : scorecard::value_verdicts(transaction, alliance, end))
    if (spaces.has(word.space)) words[word.measure].push_back(std::move(word));
  std::unordered_map<MeasureId, std::vector<scorecard::WithheldValue>> withheld;
  if (!spaces.own.empty())
    for (auto& value : scorecard::withheld_values(transaction, spaces.own)) withheld[value.measure].push_back(std::move(value));
  auto targets = rows_of<scorecard::Target>(transaction, alliance, spaces);
  put_versions(transaction, *contents, targets);
  place_the_unplaced(*contents);

  std::unordered_set<ObjectiveId> objectives;
  for (const auto& objective : contents->objectives) objectives.insert(objective.id);
  std::erase_if(contents->links, [&](const auto& link) { return !objectives.contains(link.cause) || !objectives.contains(link.effect); });
  std::erase_if(contents->measures, [&](const auto& measure) { return !objectives.contains(measure.objective); });
  for (auto& win : contents->wins) std::erase_if(win.objectives, [&](const auto& id) { return !objectives.contains(id); });
  for (auto& initiative : contents->initiatives)
    std::erase_if(initiative.objectives, [&](const auto& id) { return !objectives.contains(id); });

  std::unordered_set<MeasureId> measures;
  for (const auto& measure : contents->measures) measures.insert(measure.id);
  for (auto& target : targets)
    if (measures.contains(target.measure)) contents->targets[target.measure].push_back(std::move(target));
  for (auto& [measure, of_measure] : contents->targets)
    std::sort(of_measure.begin(), of_measure.end(), [](const auto& a, const auto& b) { return a.effective_from < b.effective_from; });

  Gatherer gatherer;
  MeasureId current;
  auto finish = [&] {
    if (!current.empty() && measures.contains(current)) contents->observations[current] = gatherer.finish(std::move(words[current]), withheld[current], contents->alliance.zone);
  };
  transaction.each(
      observations_sql,
      [&](const db::Row& row) {
        auto id = row.get<MeasureId>(0);
        if (!measures.contains(id)) return;
        if (id != current) {
          finish();
          current = id;
        }
        gatherer.take(row);
      },
      alliance, end);
  finish();
  transaction.each(
      people_sql,
      [&](const db::Row& row) {
        auto id = row.get<PersonId>(0);
        contents->people[id] = {id, row.get<std::string>(1), row.get<OrganisationId>(2)};
      },
      alliance);
  return contents;
}

ValuesPointer load_values(db::Transaction& transaction, const MeasureId& measure, const Spaces& spaces) {
  Gatherer gatherer;
  std::string zone(utc);
  transaction.each(
      observations_of_one_sql,
      [&](const db::Row& row) {
        if (gatherer.is_empty()) zone = row.get<std::string>(15);
        gatherer.take(row);
      },
      measure);
  auto words = scorecard::value_verdicts(transaction, measure);
  std::erase_if(words, [&](const auto& word) { return !spaces.has(word.space); });
  return gatherer.finish(std::move(words), spaces.own.empty() ? std::vector<scorecard::WithheldValue>{} : scorecard::withheld_values(transaction, spaces.own, measure), zone);
}

}  // namespace entente::model
