#include "model/build_outlook.hpp"
#include "model/build_words.hpp"
#include "scorecard/scoring_json.hpp"

namespace entente::model {
namespace {

NarrativeView narrative_of(const Reading& reading, const ThemeId& theme, const std::string& period) {
  for (const auto& item : reading.contents().narratives)
    if (item.theme == theme && item.period.text() == period) return {item.analysis, item.recommendation, item.version};
  return {};
}

ObjectiveHead objective_head(const strategy::Objective& objective) { return {objective.id, objective.code, objective.title}; }

}  // namespace

ScorecardView build_scorecard(const Look& look, const ThemeId& only, int periods) {
  const Reading& reading = look.reading;
  const Contents& contents = reading.contents();
  if (!only.empty() && !reading.theme(only)) throw_not_found();
  ScorecardView view;
  view.alliance = head_of(reading);
  view.period = period_info(reading, look.period, look.side, look.today);
  view.ratified = contents.ratified;
  view.rights = rights_of(look);
  Judge judge(reading, view.period.as_of);
  view.judgement = judge.judgement(reading.alliance_node());
  for (const auto& lane : contents.perspectives) view.perspectives.push_back({lane.id, lane.name});
  for (const auto& party : contents.parties) view.parties.push_back(party_view(party));
  for (const auto& theme : contents.themes) {
    if (!only.empty() && theme.id != only) continue;
    ThemeScorecard item;
    item.id = theme.id;
    item.version = theme.version;
    item.name = theme.name;
    item.description = theme.description;
    item.colour = theme.colour;
    item.kind = theme.kind;
    item.leader = person_name(reading, theme.leader);
    item.priority = theme.priority;
    item.judgement = judge.judgement(reading.node(theme.id));
    item.narrative = narrative_of(reading, theme.id, view.period.period);
    item.history = judge.history(reading.node(theme.id), reading.reporting_frequency(), 8);
    item.words = words_on_light(look, theme.id.view(), view.period.as_of);
    item.may_confirm = may_confirm(look, theme.space, theme.id);
    for (const auto* objective : reading.objectives_of(theme.id)) item.objectives.push_back(objective_row(look, judge, *objective, periods));
    view.themes.push_back(std::move(item));
  }
  return view;
}

ObjectiveView build_objective(const Look& look, const ObjectiveId& id) {
  const Reading& reading = look.reading;
  const Contents& contents = reading.contents();
  const auto* objective = reading.objective(id);
  if (!objective) throw_not_found();
  ObjectiveView view;
  view.period = period_info(reading, look.period, look.side, look.today);
  Judge judge(reading, view.period.as_of);
  static_cast<ObjectiveRow&>(view) = objective_row(look, judge, *objective, 12);
  view.alliance = head_of(reading);
  view.rights = rights_of(look);
  view.ratified = contents.ratified;
  if (const auto* lane = reading.perspective(objective->perspective)) view.perspective_name = lane->name;
  if (const auto* theme = reading.theme(objective->theme)) {
    view.theme_name = theme->name;
    view.theme_colour = theme->colour;
  }
  for (const auto& link : contents.links) {
    bool is_cause = link.effect == id;
    if (!is_cause && link.cause != id) continue;
    const auto* other = reading.objective(is_cause ? link.cause : link.effect);
    LinkEnd end{link.id, link.version, other->id, other->code, other->title, judge.level(reading.node(other->id)).light, link.sign,
                link.lag_months, link.strength};
    (is_cause ? view.causes : view.effects).push_back(std::move(end));
  }
  for (const auto& win : contents.wins) {
    if (std::find(win.objectives.begin(), win.objectives.end(), id) == win.objectives.end()) continue;
    const auto* party = reading.party(win.party);
    view.wins.push_back({win.id, win.party, party ? party->name : "", party ? mark_of(*party) : Mark{}, win.text});
  }
  const bool may_edit = !look.is_past() && look.grant.may_edit(objective->theme);
  view.may_set_light = may_edit && look.grant.may(access::Act::accept);
  for (const auto& item : contents.overrides)
    if (item.object == id.view()) {
      const bool waits = !item.consent_party && contents.is_joint(item.space);
      if (item.expires >= look.today) view.may_set_light = false;
      // One that counted goes on telling why a period of its time looks as it does.
      if (item.expires < (waits ? look.today : view.period.as_of)) continue;
      auto by = person_name(reading, item.by_person);
      const auto* party = reading.party(item.by_party);
      view.override_ = OverrideView{item.id, item.version, static_cast<Light>(item.light), item.reason, item.expires,
                                    by ? by->name : "", party ? party->name : "", !waits,
                                    waits && !look.is_past() && look.grant.party != item.by_party && look.grant.may(access::Act::accept),
                                    may_edit && (waits || item.by_party == look.grant.party) && item.expires >= look.today};
    }
  return view;
}

MeasureView build_measure(const Look& look, const MeasureId& id, int periods) {
  const Reading& reading = look.reading;
  const auto* measure = reading.measure(id);
  if (!measure) throw_not_found();
  MeasureView view;
  view.period_info = period_info(reading, look.period, look.side, look.today);
  Judge judge(reading, view.period_info.as_of);
  static_cast<MeasureRow&>(view) = measure_row(look, judge, *measure, 12);
  view.definition = measure->definition;
  view.aggregation = measure->aggregation;
  view.source = measure->source;
  view.kind = measure->kind;
  view.carry = measure->carry;
  view.grace = measure->grace;
  view.cumulative = measure->cumulative;
  view.seasonal = measure->seasonal;
  view.formula = measure->formula;
  view.nulls = measure->nulls;
  view.natural_min = measure->natural_min;
  view.natural_max = measure->natural_max;
  view.base = measure->base;
  view.starts = measure->starts;
  view.retired = measure->retired;
  view.review_date = measure->review_date;
  view.alliance = head_of(reading);
  view.ratified = reading.contents().ratified;
  view.rights = rights_of(look);
  if (const auto* objective = reading.objective(measure->objective)) {
    view.objective = objective_head(*objective);
    if (const auto* theme = reading.theme(objective->theme)) view.theme = {theme->id, theme->name, theme->colour};
  }
  const auto& targets = reading.targets_of(id);
  for (auto target = targets.rbegin(); target != targets.rend(); ++target) {
    auto scoring = scorecard::parse_scoring(target->scoring.text);
    view.targets.push_back({target->id, target->version, target->effective_from, {target->scoring}, words_of(scoring, measure->unit),
                            target->reason, target->assumed});
  }
  if (const auto* target = reading.target_on(id, judge.as_of()))
    view.direction = evaluation::ScoringRule(scorecard::parse_scoring(target->scoring.text)).direction();
  view.cells = cells_of(look, judge, *measure, periods, Bands::given);
  if (!view.cells.empty()) view.begins = view.cells[told_from(reading, *measure, view.cells)].period;
  view.inputs = inputs_of(reading, *measure);
  view.forecast = forecast_of(reading, *measure, judge.as_of());
  return view;
}

InitiativeView build_initiative(const Look& look, const InitiativeId& id) {
  const Reading& reading = look.reading;
  for (const auto& initiative : reading.contents().initiatives) {
    if (initiative.id != id) continue;
    auto period = period_info(reading, look.period, look.side, look.today);
    Judge judge(reading, period.as_of);
    InitiativeView view;
    static_cast<InitiativeRow&>(view) = initiative_row(look, initiative, period.as_of);
    view.alliance = head_of(reading);
    view.rights = rights_of(look);
    view.period = std::move(period);
    view.description = initiative.description;
    view.cost = initiative.cost;
    for (const auto& objective_id : initiative.objectives)
      if (const auto* objective = reading.objective(objective_id)) {
        if (!view.theme) view.theme = objective->theme;
        view.objective_heads.push_back(objective_head(*objective));
      }
    for (std::size_t i = 0; i < initiative.milestones.size(); ++i) {
      const auto& milestone = initiative.milestones[i];
      view.milestones.push_back({std::to_string(i), milestone.name, milestone.due, milestone.done_at});
    }
    for (const auto& move : initiative.moves)
      if (const auto* measure = reading.measure(move.measure))
        view.moves.push_back({measure->id, measure->code, measure->name, move.sign, move.size, move.lag_months,
                              judge.level(reading.node(measure->id)).light, measure->unit});
    bool owns = initiative.owner && *initiative.owner == look.viewer.person && look.grant.may(access::Act::enter_observations);
    view.may_report = !look.is_past() && (owns || look.grant.may_edit(view.theme.value_or(ThemeId())));
    return view;
  }
  throw_not_found();
}

}  // namespace entente::model
