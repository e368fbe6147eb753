#include "model/build_words.hpp"
#include "model/supply.hpp"
#include "scorecard/scoring_json.hpp"

namespace entente::model {

namespace ev = evaluation;
using access::Act;

AllianceHead head_of(const Reading& reading) {
  const auto& contents = reading.contents();
  const auto& a = contents.alliance;
  return {a.id, a.slug, a.name, a.version, contents.ratified, contents.charter};
}

Rights rights_of(const Look& look) {
  const auto& grant = look.grant;
  Rights rights;
  rights.read_scorecard = grant.may(Act::read_shared);
  if (!look.is_past()) {
    rights.edit_draft = grant.may_edit({});
    for (const auto& theme : look.reading.contents().themes)
      if (grant.may_edit(theme.id)) rights.edit_themes.push_back(theme.id);
    rights.enter_observations = grant.may(Act::enter_observations);
  }
  rights.manage_members = grant.may(Act::manage_members);
  rights.comment = grant.may(Act::comment);
  rights.export_ = grant.may_take_record();
  rights.read_record = grant.may_take_record();
  rights.private_ = grant.sees(grant.own);
  return rights;
}

SpaceRef space_ref(const Reading& reading, const SpaceId& space) {
  const Contents& contents = reading.contents();
  auto kind = contents.space_kinds.find(space);
  if (kind == contents.space_kinds.end() || kind->second == access::SpaceKind::shared) return {access::SpaceKind::shared, "Shared"};
  if (kind->second == access::SpaceKind::agreement) {
    auto name = contents.space_names.find(space);
    return {kind->second, name == contents.space_names.end() ? "Agreement" : name->second};
  }
  auto organisation = contents.space_organisations.find(space);
  if (organisation != contents.space_organisations.end())
    for (const auto& party : contents.parties)
      if (party.organisation == organisation->second) return {kind->second, "Only " + party.name};
  return {kind->second, "Only us"};
}

Mark mark_of(const alliance::Party& party) { return {party.mark_letter, party.mark_style}; }

PartyView party_view(const alliance::Party& party) {
  std::optional<CalendarView> calendar;
  if (auto own = calendar_of(party)) calendar = {own->first_month(), own->first_day_of_month(), std::string(name(own->kind()))};
  return {party.id, party.organisation, party.name, mark_of(party), party.kind, party.state, party.version, std::move(calendar)};
}

std::optional<PersonName> person_name(const Reading& reading, const std::optional<PersonId>& person) {
  if (!person) return std::nullopt;
  auto found = reading.contents().people.find(*person);
  return found == reading.contents().people.end() ? std::nullopt : std::optional(found->second);
}

namespace {

/// The latest review that saw another value of this period, or none: the row was recorded after its freeze.
const FreezeMark* overtaken(const Reading& reading, const Cell& cell) {
  const FreezeMark* latest = nullptr;
  Date last = reading.calendar().last_day(cell.period);
  for (const auto& freeze : reading.contents().freezes)
    if (last <= freeze.last_day && freeze.taken_at < cell.recorded_at) latest = &freeze;
  return latest;
}

}  // namespace

std::vector<CellView> cells_of(const Look& look, const Judge& judge, const scorecard::Measure& measure, int periods, Bands bands) {
  const Reading& reading = judge.reading();
  std::vector<CellView> out;
  for (const auto& point : reading.model().history(reading.node(measure.id), judge.as_of(), periods)) {
    CellView cell;
    cell.period = point.period.text();
    cell.label = label_of(point.period);
    const ev::Level& level = point.level;
    cell.state = level.state;
    bool own = level.kind != ev::ValueKind::none && level.from == level.shown;
    cell.value = own ? judge.value(level) : json::RawScalar{};
    cell.score = own ? hundred(level.has_score, level.score) : std::nullopt;
    cell.light = level.light;
    Limits limits = limits_of(point.edges);
    if (limits.green) cell.target = rounded(*limits.green);
    if (limits.red) cell.red = rounded(*limits.red);
    if (bands == Bands::given) {
      BandsView shown;
      for (int i = 0; i < point.edges.count; ++i) shown.at.push_back(rounded(point.edges.at[static_cast<std::size_t>(i)]));
      for (int i = 0; i <= point.edges.count && point.edges.count > 0; ++i) shown.lights.push_back(point.edges.lights[static_cast<std::size_t>(i)]);
      cell.bands.emplace(std::move(shown));
    }
    cell.flags = flag_names(level.flags);
    if (auto reason = reading.model().reason(level); !reason.empty()) cell.reason = std::string(reason);
    if (level.problem) cell.reason = level.problem;
    if (const Cell* stored = reading.cell(measure.id, point.period)) {
      cell.version = stored->version;
      if (!stored->note.empty()) cell.note = stored->note;
      if (!cell.reason && !stored->reason.empty()) cell.reason = stored->reason;
      auto submission = reading.contents().observations.at(measure.id)->submission(measure, *stored);
      if (submission != Submission::none) {
        cell.submission.emplace(submission);
        cell.giver.emplace(giver_of(reading, measure.id, *stored));
      }
      if (auto words = words_on(look, measure, point.period); !words.empty()) cell.words.emplace(std::move(words));
      if (may_speak(look, measure, *stored)) cell.may_speak.emplace(true);
      if (stored->light_only) {
        cell.light_only.emplace(true);
        cell.shared_light.emplace(static_cast<Light>(stored->shared_light));
      }
      if (const auto* review = overtaken(reading, *stored)) cell.after_freeze.emplace(review->title);
    }
    out.push_back(std::move(cell));
  }
  return out;
}

std::size_t told_from(const Reading& reading, const scorecard::Measure& measure, const std::vector<CellView>& cells) {
  std::optional<Date> begin;
  auto values = reading.contents().observations.find(measure.id);
  if (values != reading.contents().observations.end() && values->second && !values->second->actual.empty())
    begin = reading.calendar().first_day(values->second->actual.front().period);
  else if (measure.starts)
    begin = measure.starts;
  else if (const auto& targets = reading.targets_of(measure.id); !targets.empty())
    begin = targets.front().effective_from;
  std::size_t first = 0;
  while (first + 1 < cells.size() && (!begin || reading.calendar().last_day(parse_period(cells[first].period)) < *begin)) ++first;
  return first;
}

MeasureRow measure_row(const Look& look, const Judge& judge, const scorecard::Measure& measure, int periods) {
  const Reading& reading = look.reading;
  NodeIndex node = reading.node(measure.id);
  const ev::Level& level = judge.level(node);
  MeasureRow row;
  row.id = measure.id;
  row.version = measure.version;
  row.code = measure.code;
  row.name = measure.name;
  row.unit = measure.unit;
  row.decimals = measure.decimals;
  row.currency = measure.currency;
  row.frequency = measure.frequency;
  row.lead = measure.kind == scorecard::Timing::lead;
  row.owner = person_name(reading, measure.owner);
  row.supplier = measure.supplier;
  row.space = space_ref(reading, measure.space);
  row.weight = measure.weight;
  row.mandatory = measure.mandatory;
  row.period = level.shown.text();
  if (level.from != level.shown && level.kind != ev::ValueKind::none) row.value_period = level.from.text();
  row.value = judge.value(level);
  if (const auto* target = reading.target_on(measure.id, judge.as_of())) {
    ev::Scoring scoring = scorecard::parse_scoring(target->scoring.text);
    row.target = words_of(scoring, measure.unit);
    row.goal = goal_of(scoring);
    row.scoring = scoring.type;
    if (target->assumed) row.assumed = "assumed, please check";
  } else {
    row.target = "no target yet";
  }
  if (const auto* rule = reading.model().rule(node, level.shown)) {
    Limits limits = limits_of(rule->bands(reading.calendar().last_day(level.shown)));
    if (limits.green) row.target_value = rounded(*limits.green);
    if (limits.red) row.red_value = rounded(*limits.red);
  }
  row.judgement = judge.judgement(node);
  row.signal = judge.signal(measure.id);
  row.recent = cells_of(look, judge, measure, periods, Bands::left_out);
  row.recent.erase(row.recent.begin(), row.recent.begin() + static_cast<std::ptrdiff_t>(told_from(reading, measure, row.recent)));
  Period next = reading.calendar().last_ended(look.today, measure.frequency);
  auto values = reading.contents().observations.find(measure.id);
  if (values != reading.contents().observations.end() && values->second && !values->second->actual.empty()) {
    const Period& newest = values->second->actual.back().period;
    if (newest.frequency == measure.frequency) next = newest.next();
  }
  row.computed = !measure.formula.empty();
  if (reading.calendar().first_day(next) <= look.today && !measure.is_retired(reading.calendar().first_day(next)) && !row.computed) {
    row.next_period = next.text();
    row.due = reading.calendar().last_day(next) + static_cast<int>(measure.grace);
  }
  row.two_keys = measure.two_keys;
  row.two_keys_from = measure.two_keys_from;
  row.note_below = measure.note_below;
  row.may_withhold = measure.space != look.grant.own && look.grant.sees(look.grant.own);
  row.may_enter = !row.computed && !look.is_past() && may_enter(look.viewer, look.grant, reading, measure) == scorecard::MayEnter::yes;
  return row;
}

InitiativeRow initiative_row(const Look& look, const scorecard::Initiative& initiative, Date as_of) {
  InitiativeRow row;
  row.id = initiative.id;
  row.version = initiative.version;
  row.name = initiative.name;
  row.owner = person_name(look.reading, initiative.owner);
  row.start = initiative.starts;
  row.due = initiative.due;
  row.progress = initiative.progress;
  row.state = initiative.state;
  row.budget = initiative.budget;
  row.currency = initiative.currency.empty() ? look.reading.contents().alliance.currency : initiative.currency;
  row.space = space_ref(look.reading, initiative.space);
  row.objectives = initiative.objectives;
  if (initiative.planned) {
    row.planned = *initiative.planned;
  } else if (initiative.starts && initiative.due && *initiative.due > *initiative.starts) {
    int all = *initiative.due - *initiative.starts;
    int gone = std::clamp(as_of - *initiative.starts, 0, all);
    row.planned = rounded(Decimal::from_integer(gone) / Decimal::from_integer(all), 4);
  }
  bool open = initiative.state == scorecard::InitiativeState::planned || initiative.state == scorecard::InitiativeState::running;
  Decimal tenth = Decimal::from_units(Decimal::one_unit / 10);
  row.late = open && ((initiative.due && *initiative.due < as_of) || initiative.progress + tenth < row.planned);
  return row;
}

ObjectiveRow objective_row(const Look& look, const Judge& judge, const strategy::Objective& objective, int periods) {
  const Reading& reading = look.reading;
  NodeIndex node = reading.node(objective.id);
  ObjectiveRow row;
  row.id = objective.id;
  row.version = objective.version;
  row.code = objective.code;
  row.title = objective.title;
  row.description = objective.description;
  row.perspective = objective.perspective;
  row.theme = objective.theme;
  row.owner = person_name(reading, objective.owner);
  row.space = space_ref(reading, objective.space);
  row.weight = objective.weight;
  row.mandatory = objective.mandatory;
  row.method = objective.method;
  row.k = objective.k;
  row.red_override = objective.red_override;
  row.judgement = judge.judgement(node);
  row.history = judge.history(node, reading.reporting_frequency(), 8);
  for (const auto* measure : reading.measures_of(objective.id)) row.measures.push_back(measure_row(look, judge, *measure, periods));
  for (const auto* initiative : reading.initiatives_of(objective.id)) row.initiatives.push_back(initiative_row(look, *initiative, judge.as_of()));
  row.words = words_on_light(look, objective.id.view(), judge.as_of());
  row.may_confirm = may_confirm(look, objective.space, objective.theme);
  return row;
}

}  // namespace entente::model
