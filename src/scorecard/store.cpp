#include "scorecard/store.hpp"

#include "access/chosen_space.hpp"
#include "scorecard/computed.hpp"
#include "scorecard/rules.hpp"
#include "scorecard/verdicts.hpp"
#include "strategy/store.hpp"

namespace entente::access {
namespace {

constexpr std::string_view theme_of_objective_sql = "SELECT theme FROM objective WHERE id = $1";

ThemeId theme_of_objective(db::Transaction& transaction, std::string_view objective) {
  return transaction.one<ThemeId>(theme_of_objective_sql, objective).value_or(ThemeId());
}

}  // namespace

ThemeId ItemKind<scorecard::Measure>::theme(db::Transaction& transaction, const scorecard::Measure& item) {
  return theme_of_objective(transaction, item.objective.view());
}

ThemeId ItemKind<scorecard::Target>::theme(db::Transaction& transaction, const scorecard::Target& item) {
  return transaction
      .one<ThemeId>("SELECT objective.theme FROM measure JOIN objective ON objective.id = measure.objective WHERE measure.id = $1",
                    item.measure)
      .value_or(ThemeId());
}

/// That of its first objective; an initiative without one belongs to no theme.
ThemeId ItemKind<scorecard::Initiative>::theme(db::Transaction& transaction, const scorecard::Initiative& item) {
  return item.objectives.empty() ? ThemeId() : theme_of_objective(transaction, item.objectives.front().view());
}

ThemeId ItemKind<scorecard::LightOverride>::theme(db::Transaction& transaction, const scorecard::LightOverride& item) {
  return theme_of_objective(transaction, item.object);
}

}  // namespace entente::access

namespace entente::scorecard {
namespace {

namespace items = access::items;
using access::Act;
using access::Grant;

/// Days that a light set by hand can last.
constexpr int longest_override = 366;
constexpr std::string_view last_frozen_sql = "SELECT MAX(last_day) FROM review_freeze WHERE alliance = $1 AND space = $2 AND last_day < $3";
constexpr std::string_view frozen_since_sql = "SELECT COUNT(*) FROM review_freeze WHERE alliance = $1 AND space = $2 AND taken_at >= $3";
constexpr std::string_view open_overrides_sql =
    "SELECT COUNT(*) FROM light_override WHERE object = $1 AND space = $2 AND removed_at IS NULL AND expires >= $3";

template <class Item>
void check_or_throw(Item& item) {
  std::vector<FieldError> errors;
  check(item, errors);
  throw_if_any(std::move(errors));
}

// The parts of other areas' tables that are looked at here.
struct ObjectiveHead {
  AllianceId alliance;
  SpaceId space;
  std::string code;
  ThemeId theme;
};
BOOST_DESCRIBE_STRUCT(ObjectiveHead, (), (alliance, space, code, theme))

constexpr std::string_view objective_head_sql =
    "SELECT alliance, space, code, theme FROM objective WHERE id = $1 AND removed_at IS NULL";

std::optional<ObjectiveHead> find_objective(db::Transaction& transaction, const Viewer& viewer, const ObjectiveId& id) {
  auto head = transaction.one<ObjectiveHead>(objective_head_sql, id);
  if (!head) return std::nullopt;
  const Grant* grant = viewer.grant(head->alliance);
  return grant && grant->sees(head->space) ? head : std::nullopt;
}

ObjectiveHead need_objective(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const ObjectiveId& id,
                             const std::string& path) {
  auto head = find_objective(transaction, viewer, id);
  if (!head || head->alliance != alliance) throw_bad_field(path, "unknown", "There is no such objective in this alliance.");
  return *head;
}

void need_member(db::Transaction& transaction, const AllianceId& alliance, const std::optional<PersonId>& person) {
  if (!person) return;
  auto found = transaction.one<std::int64_t>(
      "SELECT COUNT(*) FROM member WHERE alliance = $1 AND person = $2 AND state = 'confirmed'", alliance, *person);
  if (*found == 0) throw_bad_field("owner", "not_a_member", "This person is not a member of the alliance.");
}

void check_references(db::Transaction& transaction, const Viewer& viewer, const Measure& measure, const Measure* before) {
  auto objective = need_objective(transaction, viewer, measure.alliance, measure.objective, "objective");
  const Grant& grant = viewer.need(measure.alliance, Act::read_map);
  if (objective.space != grant.shared && objective.space != measure.space)
    throw_bad_field("objective", "other_space", "A measure lies where its objective does, or where fewer see it.");
  // Who has left since keeps nobody from changing the rest.
  if (!before || before->owner != measure.owner) need_member(transaction, measure.alliance, measure.owner);
  if (measure.supplier &&
      *transaction.one<std::int64_t>("SELECT COUNT(*) FROM party WHERE id = $1 AND alliance = $2", *measure.supplier, measure.alliance) == 0)
    throw_bad_field("supplier", "unknown", "There is no such party in this alliance.");
  std::string id = measure.id.empty() ? "-" : measure.id.text();
  auto taken = transaction.one<std::int64_t>(
      "SELECT COUNT(*) FROM measure WHERE alliance = $1 AND space = $2 AND code = $3 AND id <> $4 AND removed_at IS NULL",
      measure.alliance, measure.space, measure.code, id);
  if (*taken > 0) throw_bad_field("code", "taken", fmt::format("Another measure has the code {}.", measure.code));
}

/// A formula may name what lies in the same space or is shared. `scoring` is what is asked from now on, where that changes.
void check_formula_of(db::Transaction& transaction, const Viewer& viewer, const Measure& item, const std::optional<json::Raw>& scoring) {
  if (item.formula.empty()) return;
  const Grant& grant = viewer.need(item.alliance, Act::read_map);
  auto in_reach = [&](const auto& row) { return row.space == grant.shared || row.space == item.space; };
  auto measures = items::all<Measure>(transaction, viewer, item.alliance);
  std::erase_if(measures, [&](const Measure& other) { return !in_reach(other); });
  // A shared one goes before a private one with the same code.
  std::stable_partition(measures.begin(), measures.end(), [&](const Measure& other) { return other.space == grant.shared; });
  auto objectives = items::all<strategy::Objective>(transaction, viewer, item.alliance);
  std::erase_if(objectives, [&](const auto& other) { return !in_reach(other); });
  std::unordered_map<MeasureId, Target> newest;
  for (auto& target : items::all<Target>(transaction, viewer, item.alliance)) {
    auto& place = newest[target.measure];
    if (place.id.empty() || place.effective_from < target.effective_from) place = std::move(target);
  }
  check_formula(item, measures, objectives, [&](const MeasureId& id) {
    if (id == item.id && scoring) return value_kind(*scoring);
    auto found = newest.find(id);
    return found == newest.end() ? ValueKind::number : value_kind(found->second.scoring);
  });
}

/// A formula gives the measure its source.
void put_formula(db::Transaction& transaction, const Viewer& viewer, const MeasureInput& input, const std::optional<json::Raw>& scoring, Measure& item) {
  if (input.formula) item.source = input.formula->empty() ? (item.source == Source::formula ? Source::person : item.source) : Source::formula;
  // Of some plans only the word is known that a formula gives the values; these are entered.
  if (item.source != Source::formula) item.formula.clear();
  check_formula_of(transaction, viewer, item, scoring);
}

/// What is asked for today says nothing of values that were given before.
void date_two_keys(const Door& door, db::Transaction& transaction, const MeasureInput& input, bool asked_before, Measure& item) {
  if (!item.two_keys) item.two_keys_from.reset();
  else if (!asked_before && !input.two_keys_from) item.two_keys_from = today_of(transaction, item.alliance, door.now());
}

void check_references(db::Transaction& transaction, const Viewer& viewer, const Initiative& initiative, const Initiative* before) {
  // What is shared may point only at what is shared, or its partners would learn of what is not.
  const SpaceId& shared = viewer.need(initiative.alliance, Act::read_map).shared;
  auto need_reach = [&](const SpaceId& space, const std::string& path) {
    if (space != initiative.space && space != shared) throw_bad_field(path, "other_space", "What is shared cannot point at something private.");
  };
  for (std::size_t i = 0; i < initiative.objectives.size(); ++i) {
    std::string path = fmt::format("objectives[{}]", i);
    need_reach(need_objective(transaction, viewer, initiative.alliance, initiative.objectives[i], path).space, path);
  }
  // Who has left since keeps nobody from changing the rest.
  if (!before || before->owner != initiative.owner) need_member(transaction, initiative.alliance, initiative.owner);
  for (std::size_t i = 0; i < initiative.moves.size(); ++i) {
    auto measure = items::find<Measure>(transaction, viewer, initiative.moves[i].measure);
    if (!measure || measure->alliance != initiative.alliance)
      throw_bad_field(fmt::format("moves[{}].measure", i), "unknown", "There is no such measure in this alliance.");
    need_reach(measure->space, fmt::format("moves[{}].measure", i));
  }
}

void put_into(const InitiativeInput& input, Initiative& item) {
  items::apply(input, item);
  if (input.start) item.starts = *input.start;
}

constexpr std::string_view target_on_day_sql =
    "SELECT id, alliance, space, version, measure, effective_from, scoring, assumed, reason, removed_at FROM target "
    "WHERE measure = $1 AND effective_from = $2 AND removed_at IS NULL";

}  // namespace

Days days_of(db::Transaction& transaction, const AllianceId& alliance) {
  auto row = transaction.one<std::tuple<int, int, std::string, std::string>>(
      "SELECT COALESCE(agreed.first_month, alliance.first_month), COALESCE(agreed.first_day, alliance.first_day), "
      "COALESCE(agreed.calendar_kind, alliance.calendar_kind), alliance.zone FROM alliance "
      "JOIN space ON space.alliance = alliance.id AND space.kind = 'shared' "
      "LEFT JOIN charter agreed ON agreed.alliance = alliance.id AND agreed.space = space.id AND agreed.state = 'in_force' "
      "WHERE alliance.id = $1",
      alliance);
  if (!row) throw_not_found();
  auto& [month, day, kind, zone] = *row;
  return {Calendar(month, day, parse_calendar_kind(kind)), std::move(zone)};
}

Calendar calendar_of(db::Transaction& transaction, const AllianceId& alliance) { return days_of(transaction, alliance).calendar; }

Date today_of(db::Transaction& transaction, const AllianceId& alliance, Instant now) {
  auto zone = transaction.one<std::string>("SELECT zone FROM alliance WHERE id = $1", alliance);
  if (!zone) throw_not_found();
  return day_in(now, *zone);
}

Changed add(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const MeasureInput& input) {
  const Grant& grant = viewer.need(alliance, Act::edit_draft);
  if (!input.objective) throw_bad_field("objective", "empty", "Please choose an objective.");
  auto objective = need_objective(transaction, viewer, alliance, *input.objective, "objective");
  Measure item;
  item.alliance = alliance;
  bool elsewhere = input.space || input.private_.value_or(false);
  item.space = elsewhere ? access::chosen_space(viewer, alliance, input.private_, input.space) : objective.space;
  items::apply(input, item);
  date_two_keys(door, transaction, input, false, item);
  if (!input.grace) item.grace = usual_grace(item.frequency);
  if (!input.owner) item.owner = viewer.person.empty() ? std::nullopt : std::optional(viewer.person);
  if (!input.owner && viewer.operator_) item.owner.reset();
  if (!input.code)
    item.code = next_measure_code(objective.code, transaction.all<std::string>(
                                                      "SELECT code FROM measure WHERE alliance = $1 AND removed_at IS NULL "
                                                      "AND (space = $2 OR space = $3)",
                                                      alliance, grant.shared, item.space));
  item.position = *transaction.one<std::int64_t>("SELECT COUNT(*) FROM measure WHERE alliance = $1 AND space = $2", alliance, item.space);
  if (input.position) item.position = *input.position;
  check_or_throw(item);
  check_references(transaction, viewer, item, nullptr);
  put_formula(transaction, viewer, input, input.scoring, item);
  Target target;
  if (input.scoring) {
    auto days = days_of(transaction, alliance);
    target.effective_from = input.effective_from.value_or(days.calendar.first_day(days.calendar.period_of(days.on(door.now()), Frequency::year)));
    target.scoring = *input.scoring;
    check_or_throw(target);
  }
  Changed changed = items::create(door, transaction, viewer, item);
  if (input.scoring) {
    target.alliance = alliance;
    target.space = item.space;
    target.measure = item.id;
    items::create(door, transaction, viewer, target);
  }
  return changed;
}

Changed change(Door& door, db::Transaction& transaction, const Viewer& viewer, const MeasureId& id, std::int64_t version,
               const MeasureInput& input) {
  if (input.private_ || input.space) throw_bad_field(input.space ? "space" : "private", "fixed", "Where a measure lies cannot be changed here.");
  if (input.scoring || input.effective_from) throw_bad_field("scoring", "fixed", "Give the measure a new target instead.");
  auto before = items::need<Measure>(transaction, viewer, id);
  items::need_edit(transaction, viewer, before);
  access::need_version(before.version, version);
  Measure after = before;
  items::apply(input, after);
  date_two_keys(door, transaction, input, before.two_keys, after);
  check_or_throw(after);
  check_references(transaction, viewer, after, &before);
  put_formula(transaction, viewer, input, {}, after);
  if (after.frequency != before.frequency &&
      *transaction.one<std::int64_t>("SELECT COUNT(*) FROM observation WHERE measure = $1", id) > 0 && after.frequency < before.frequency)
    throw_bad_field("frequency", "has_values", "There are values already; a coarse value is never split into finer ones.");
  return items::change(door, transaction, viewer, before, after);
}

Changed remove(Door& door, db::Transaction& transaction, const Viewer& viewer, const MeasureId& id, std::int64_t version) {
  auto item = items::need<Measure>(transaction, viewer, id);
  items::need_edit(transaction, viewer, item);
  access::need_version(item.version, version);
  return items::remove(door, transaction, viewer, item);
}

Changed add(Door& door, db::Transaction& transaction, const Viewer& viewer, const MeasureId& measure_id, std::optional<std::int64_t> version,
            const TargetInput& input) {
  auto measure = items::need<Measure>(transaction, viewer, measure_id);
  items::need_edit(transaction, viewer, measure);
  Target item;
  item.alliance = measure.alliance;
  item.space = measure.space;
  item.measure = measure.id;
  item.effective_from = input.effective_from;
  item.scoring = input.scoring;
  item.reason = input.reason.value_or("");
  item.assumed = input.assumed.value_or(false);
  check_or_throw(item);
  auto same_day = transaction.one<Target>(target_on_day_sql, measure.id, item.effective_from);
  if (version) access::need_version(same_day ? same_day->version : 0, *version);
  if (same_day) {
    item.id = same_day->id;
    return items::change(door, transaction, viewer, *same_day, item);
  }
  return items::create(door, transaction, viewer, item);
}

Changed remove(Door& door, db::Transaction& transaction, const Viewer& viewer, const TargetId& id, std::int64_t version) {
  auto item = items::need<Target>(transaction, viewer, id);
  items::need_edit(transaction, viewer, item);
  access::need_version(item.version, version);
  return items::remove(door, transaction, viewer, item);
}

Changed add(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const InitiativeInput& input) {
  Initiative item;
  item.alliance = alliance;
  item.space = access::chosen_space(viewer, alliance, input.private_, input.space);
  put_into(input, item);
  check_or_throw(item);
  check_references(transaction, viewer, item, nullptr);
  return items::create(door, transaction, viewer, item);
}

namespace {

/// What somebody who is responsible for an initiative, but may not edit the plan, may still say about it.
bool is_progress_only(const InitiativeInput& input) {
  return !input.name && !input.description && !input.objectives && !input.owner && !input.start && !input.due && !input.budget &&
         !input.currency && !input.moves && !input.private_ && !input.space;
}

/// What such a report changes.
bool differs_in_progress_only(const Initiative& one, const Initiative& other) {
  Initiative same = one;
  same.version = other.version;
  same.progress = other.progress;
  same.planned = other.planned;
  same.state = other.state;
  same.cost = other.cost;
  same.milestones = other.milestones;
  return json::text(same) == json::text(other);
}

bool reports_on(const Viewer& viewer, const Initiative& initiative) {
  return initiative.owner && *initiative.owner == viewer.person && viewer.need(initiative.alliance, Act::read_shared).may(Act::enter_observations);
}

}  // namespace

Changed change(Door& door, db::Transaction& transaction, const Viewer& viewer, const InitiativeId& id, std::int64_t version,
               const InitiativeInput& input) {
  if (input.private_ || input.space) throw_bad_field(input.space ? "space" : "private", "fixed", "Where an initiative lies cannot be changed here.");
  auto before = items::need<Initiative>(transaction, viewer, id);
  if (!(reports_on(viewer, before) && is_progress_only(input))) items::need_edit(transaction, viewer, before);
  access::need_version(before.version, version);
  Initiative after = before;
  put_into(input, after);
  check_or_throw(after);
  if (input.objectives || input.moves || input.owner) check_references(transaction, viewer, after, &before);
  after.version = before.version + 1;
  items::replace(transaction, after);
  access::ActDraft draft = items::draft(after, "changed");
  draft.before = json::text(before);
  draft.after = json::text(after);
  return {after.id.text(), after.version, door.act(transaction, viewer, draft), true};
}

Changed remove(Door& door, db::Transaction& transaction, const Viewer& viewer, const InitiativeId& id, std::int64_t version) {
  auto item = items::need<Initiative>(transaction, viewer, id);
  items::need_edit(transaction, viewer, item);
  access::need_version(item.version, version);
  return items::remove(door, transaction, viewer, item);
}

Changed put(Door& door, db::Transaction& transaction, const Viewer& viewer, const ThemeId& theme, std::int64_t version, const NarrativeInput& input) {
  auto head = transaction.one<std::tuple<AllianceId, SpaceId>>("SELECT alliance, space FROM theme WHERE id = $1 AND removed_at IS NULL", theme);
  if (!head) throw_not_found();
  Narrative item;
  std::tie(item.alliance, item.space) = *head;
  item.theme = theme;
  item.period = parse_period(input.period);
  item.analysis = input.analysis;
  item.recommendation = input.recommendation;
  items::need_edit(transaction, viewer, item);
  check_or_throw(item);
  static const std::string find_sql = fmt::format("SELECT {} FROM narrative WHERE theme = $1 AND period = $2 AND removed_at IS NULL",
                                                  items::column_list<Narrative>());
  auto present = transaction.one<Narrative>(find_sql, theme, item.period);
  access::need_version(present ? present->version : 0, version);
  if (present) {
    item.id = present->id;
    return items::change(door, transaction, viewer, *present, item);
  }
  return items::create(door, transaction, viewer, item);
}

Changed add(Door& door, db::Transaction& transaction, const Viewer& viewer, const ObjectiveId& objective, const OverrideInput& input) {
  auto head = find_objective(transaction, viewer, objective);
  if (!head) throw_not_found();
  LightOverride item;
  item.alliance = head->alliance;
  item.space = head->space;
  item.object = objective.text();
  item.light = input.light;
  item.reason = input.reason;
  item.expires = input.expires;
  item.by_party = viewer.need(head->alliance, Act::accept).party;
  item.by_person = viewer.person;
  item.set_at = door.now();
  auto days = days_of(transaction, head->alliance);
  Date today = days.on(*item.set_at);
  auto frozen = transaction.one<std::optional<Date>>(last_frozen_sql, item.alliance, item.space, today).value_or(std::nullopt);
  Date usual = days.calendar.first_day(days.calendar.last_ended(today, Frequency::quarter));
  item.starts = input.starts.value_or(frozen ? std::max(usual, *frozen + 1) : usual);
  if (frozen && *item.starts <= *frozen)
    throw_bad_field("starts", "frozen", fmt::format("A review has frozen the lights up to {}. Choose a later day.", frozen->text()));
  if (item.expires <= today) throw_bad_field("expires", "past", "An override must end on a later day, such as the next review.");
  if (item.expires > today + longest_override) throw_bad_field("expires", "too_far", "A light set by hand lasts a year at most. Choose the next review.");
  if (*transaction.one<std::int64_t>(open_overrides_sql, item.object, item.space, today) > 0)
    throw Error(ErrorKind::conflict, "override_open", "A light set by hand stands here already, or waits for consent. Take that one back first.");
  check_or_throw(item);
  return items::create(door, transaction, viewer, item);
}

Changed consent(Door& door, db::Transaction& transaction, const Viewer& viewer, const OverrideId& id, std::int64_t version) {
  auto before = items::need<LightOverride>(transaction, viewer, id);
  const Grant& grant = viewer.need(before.alliance, Act::accept);
  access::need_version(before.version, version);
  if (grant.party == before.by_party)
    throw Error(ErrorKind::conflict, "own_override", "The other partner has to consent.");
  auto kind = transaction.one<std::string>("SELECT kind FROM party WHERE id = $1", grant.party);
  if (kind != "partner") throw_not_found();
  if (grant.reach(Act::accept) == access::Reach::own_theme && !grant.leads(access::ItemKind<LightOverride>::theme(transaction, before))) throw_not_found();
  if (before.consent_party) throw Error(ErrorKind::conflict, "consented_already", "The other partner has consented already.");
  Date today = today_of(transaction, before.alliance, door.now());
  if (before.expires < today) throw Error(ErrorKind::conflict, "expired", "The light that was asked for has run out. Set a new one.");
  LightOverride after = before;
  // A review that was held while it waited saw the computed light, and goes on telling it.
  auto frozen = transaction.one<std::optional<Date>>(last_frozen_sql, before.alliance, before.space, today).value_or(std::nullopt);
  if (frozen && before.starts && *before.starts <= *frozen) after.starts = *frozen + 1;
  if (after.starts && *after.starts > after.expires)
    throw Error(ErrorKind::conflict, "frozen", "A review has frozen the lights of all this time. Set a new one.");
  after.version = before.version + 1;
  after.consent_party = grant.party;
  after.consent_person = viewer.person;
  after.consented_at = door.now();
  items::replace(transaction, after);
  access::ActDraft draft = items::draft(after, "consented");
  draft.before = json::text(before);
  draft.after = json::text(after);
  return {after.id.text(), after.version, door.act(transaction, viewer, draft), false};
}

Changed remove(Door& door, db::Transaction& transaction, const Viewer& viewer, const OverrideId& id, std::int64_t version) {
  auto item = items::need<LightOverride>(transaction, viewer, id);
  items::need_edit(transaction, viewer, item);
  access::need_version(item.version, version);
  const Grant& grant = viewer.need(item.alliance, Act::edit_draft);
  // While it waits for consent the other side declines it by this.
  if (item.consent_party && grant.party != item.by_party && !viewer.operator_)
    throw Error(ErrorKind::conflict, "not_yours", "The other side set this light. Ask it to take it back, or contest the light.");
  Date today = today_of(transaction, item.alliance, door.now());
  if (item.expires < today) throw Error(ErrorKind::conflict, "expired", "It has run out. It stays, to tell why a period of its time looks as it does.");
  // What a review has seen goes on telling why the period looks as it does: it ends. Otherwise it goes.
  auto since = item.consented_at ? item.consented_at : item.set_at;
  bool seen = (item.consent_party || item.space == grant.own) && since &&
              *transaction.one<std::int64_t>(frozen_since_sql, item.alliance, item.space, *since) > 0;
  if (!seen || !item.starts || *item.starts >= today) return items::remove(door, transaction, viewer, item);
  LightOverride ended = item;
  ended.expires = today - 1;
  return items::change(door, transaction, viewer, item, ended);
}

void add_undoers(access::Undoers& undoers) {
  undoers.add_item<Measure>([](db::Transaction& transaction, const Viewer& viewer, const Measure& measure) {
    check_references(transaction, viewer, measure, &measure);
    check_formula_of(transaction, viewer, measure, std::nullopt);
  });
  undoers.add_item<Target>();
  undoers.add_item_with<Initiative>([](Door&, db::Transaction& transaction, const Viewer& viewer, const Initiative& present, const Initiative* earlier) {
    if (earlier && reports_on(viewer, present) && differs_in_progress_only(present, *earlier)) return;
    items::need_edit(transaction, viewer, present);
    if (earlier) items::need_edit(transaction, viewer, *earlier);
  });
  undoers.add_item<Narrative>();
  undoers.add_item<LightOverride>();
  add_entry_undoer(undoers);
  add_verdict_undoers(undoers);
}

}  // namespace entente::scorecard
