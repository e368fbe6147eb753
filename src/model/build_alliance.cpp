#include "model/build_words.hpp"
#include "model/reviewed.hpp"

namespace entente::model {
namespace {

std::string path_of(const Reading& reading, std::string_view kind, std::string_view id) {
  return fmt::format("/a/{}/{}/{}", reading.contents().alliance.slug, kind, id);
}

void fill_item(AllianceItem& item, const Look& look, const Judge& judge, Instant updated_at) {
  const Reading& reading = look.reading;
  const Contents& contents = reading.contents();
  const auto& a = contents.alliance;
  item.id = a.id;
  item.slug = a.slug;
  item.name = a.name;
  item.kind = a.kind;
  item.stage = a.stage;
  item.partner_type = a.partner_type;
  for (const auto& party : contents.parties) item.parties.push_back(party_view(party));
  Judgement whole = judge.judgement(reading.alliance_node());
  item.light = whole.light;
  item.split = whole.split;
  item.score = whole.score;
  item.trend = whole.trend;
  item.coverage = whole.coverage;
  for (const auto& theme : contents.themes)
    item.themes.push_back({theme.id, theme.name, theme.colour, judge.level(reading.node(theme.id)).light});
  const strategy::Objective* worst = nullptr;
  evaluation::Score worst_score = 0;
  for (const auto& objective : contents.objectives) {
    const auto& level = judge.level(reading.node(objective.id));
    switch (level.light) {
      case Light::green: ++item.greens; break;
      case Light::yellow: ++item.yellows; break;
      case Light::red: ++item.reds; break;
      case Light::grey: ++item.greys; break;
    }
    if (level.has_score && level.light != Light::green && (!worst || level.score < worst_score)) {
      worst = &objective;
      worst_score = level.score;
    }
  }
  if (worst) item.worst = fmt::format("{} {}", worst->code, worst->title);
  item.updated_at = updated_at;
  item.ratified = contents.ratified;
}

std::vector<FreshnessRow> freshness_of(const Look& look, const Judge& judge) {
  const Reading& reading = look.reading;
  std::vector<FreshnessRow> rows;
  auto row_of = [&](const std::optional<PartyId>& party) -> FreshnessRow& {
    for (auto& row : rows)
      if (row.party == party) return row;
    const auto* found = party ? reading.party(*party) : nullptr;
    rows.push_back({party, found ? found->name : "Nobody named", 0, 0, 0, 0});
    return rows.back();
  };
  for (const auto& measure : reading.contents().measures) {
    const auto& level = judge.level(reading.node(measure.id));
    if (level.state == State::unscored || level.state == State::undefined) continue;
    FreshnessRow& row = row_of(measure.supplier);
    ++row.total;
    if (level.state == State::pending) ++row.due;
    if (level.state == State::missing) ++row.missing;
    if (level.state == State::stale) ++row.stale;
  }
  return rows;
}

/// Since when the light has been red, looking back over the strip.
std::optional<std::string> red_since(const std::vector<HistoryCell>& history) {
  std::optional<std::string> since;
  for (auto cell = history.rbegin(); cell != history.rend() && cell->light == Light::red; ++cell) since = cell->period;
  return since;
}

}  // namespace

AllianceItem build_item(const Look& look, Instant updated_at) {
  AllianceItem item;
  Period period = look.reading.default_period(look.today);
  Judge judge(look.reading, std::min(look.reading.calendar().last_day(period), look.today));
  fill_item(item, look, judge, updated_at);
  item.period = period.text();
  return item;
}

AllianceView build_alliance(const Look& look, Instant updated_at) {
  const Reading& reading = look.reading;
  const Contents& contents = reading.contents();
  const auto& a = contents.alliance;
  AllianceView view;
  view.period_info = period_info(reading, look.period, look.side, look.today);
  Judge judge(reading, view.period_info.as_of);
  fill_item(view, look, judge, updated_at);
  view.period = view.period_info.period;
  view.charter = contents.charter;
  view.version = a.version;
  view.description = a.description;
  view.source = a.source;
  view.vision = a.vision;
  view.mission = a.mission;
  view.created_at = a.made_at;
  view.calendar = {a.first_month, a.first_day, std::string(name(a.calendar_kind))};
  view.currency = a.currency;
  view.zone = a.zone;
  view.rights = rights_of(look);
  view.me.roles = look.grant.roles.list();
  if (!look.grant.party.empty()) view.me.party = look.grant.party;
  view.me.themes = look.grant.themes;
  view.judgement = judge.judgement(reading.alliance_node());
  if (view.rights.read_scorecard) view.freshness = freshness_of(look, judge);

  auto add_masked = [&](NodeIndex node) {
    for (const auto& red : judge.judgement(node).masked) {
      auto kind = red.kind == NodeKind::measure ? "m" : red.kind == NodeKind::objective ? "o" : "scorecards";
      MaskedRow row{red.code, red.title, path_of(reading, kind, red.id), Light::red};
      bool known = std::any_of(view.overview.masked.begin(), view.overview.masked.end(), [&](const MaskedRow& other) { return other.link == row.link; });
      if (!known && (view.rights.read_scorecard || red.kind != NodeKind::measure)) view.overview.masked.push_back(std::move(row));
    }
  };
  add_masked(reading.alliance_node());
  for (const auto& theme : contents.themes) add_masked(reading.node(theme.id));
  for (const auto& objective : contents.objectives) add_masked(reading.node(objective.id));

  for (const auto& objective : contents.objectives) {
    NodeIndex node = reading.node(objective.id);
    if (judge.level(node).light != Light::red) continue;
    Judgement judgement = judge.judgement(node);
    std::string why = view.rights.read_scorecard ? judge.why(objective.id) : "";
    view.overview.reds.push_back({objective.id, objective.code, objective.title, objective.theme, why,
                                  red_since(judge.history(node, reading.reporting_frequency(), 8)), judgement.trend});
  }
  if (view.rights.read_scorecard) {
    for (const auto& initiative : contents.initiatives) {
      if (initiative.state == scorecard::InitiativeState::done || initiative.state == scorecard::InitiativeState::stopped) continue;
      auto row = initiative_row(look, initiative, judge.as_of());
      view.overview.initiatives.push_back({row.id, row.name, row.progress, row.planned, row.due, row.late});
    }
    std::stable_sort(view.overview.initiatives.begin(), view.overview.initiatives.end(),
                     [](const auto& x, const auto& y) { return x.late > y.late; });
  }
  view.overview.history = judge.history(reading.alliance_node(), reading.reporting_frequency(), 12);
  return view;
}

namespace {

/// One need for all values of a side that wait; one for each dispute.
void add_submissions(const Look& look, const AllianceHead& head, std::vector<Need>& needs) {
  if (!look.grant.may(access::Act::accept) || !look.grant.may(access::Act::read_shared)) return;
  std::map<std::string, int> waiting;
  std::string link = fmt::format("/a/{}/accept", look.reading.contents().alliance.slug);
  for (const auto& row : build_submissions(look).rows) {
    if (row.submission == Submission::submitted && row.may_speak) ++waiting[row.giver];
    if (row.submission != Submission::disputed) continue;
    std::string who;
    for (const auto& word : row.words)
      if (word.verdict == scorecard::ValueWord::disputed) who = word.mine ? "Your side" : word.party_name;
    needs.push_back({NeedKind::dispute, head, row.code + " " + row.name, fmt::format("{} disputes the value for {}.", who, row.label), std::nullopt,
                     row.light, path_of(look.reading, "m", row.measure.view())});
  }
  for (const auto& [giver, count] : waiting)
    needs.push_back({NeedKind::accept, head, count == 1 ? fmt::format("1 value of {}", giver) : fmt::format("{} values of {}", count, giver),
                     count == 1 ? "It is provisional until you accept it." : "They are provisional until you accept them.", std::nullopt, std::nullopt, link});
}

/// A review deals with the words that were said before it.
bool is_reviewed(const Contents& contents, const scorecard::LightVerdict& word) {
  return std::any_of(contents.freezes.begin(), contents.freezes.end(), [&](const FreezeMark& freeze) {
    return freeze.period == word.period && freeze.taken_at >= word.said_at && closes_period(freeze.taken_at, freeze.last_day, contents.alliance.zone);
  });
}

/// Lights that a party contests: for who leads the theme, and for the managers of the other parties.
void add_contested(const Look& look, const AllianceHead& head, std::vector<Need>& needs) {
  const Reading& reading = look.reading;
  const Contents& contents = reading.contents();
  if (!look.grant.may(access::Act::read_shared)) return;
  for (const auto& word : contents.light_verdicts) {
    if (word.verdict != scorecard::LightWord::contested || word.by_person == look.viewer.person || is_reviewed(contents, word)) continue;
    auto objective = std::find_if(contents.objectives.begin(), contents.objectives.end(), [&](const auto& one) { return one.id.view() == word.object; });
    auto theme = std::find_if(contents.themes.begin(), contents.themes.end(), [&](const auto& one) {
      return objective == contents.objectives.end() ? one.id.view() == word.object : one.id == objective->theme;
    });
    if (theme == contents.themes.end()) continue;
    bool steers = look.grant.roles.has(access::Role::alliance_manager) && word.party != look.grant.party;
    if (!steers && !look.grant.leads(theme->id)) continue;
    bool is_objective = objective != contents.objectives.end();
    const auto* party = reading.party(word.party);
    needs.push_back({NeedKind::contested, head, is_objective ? fmt::format("{} {}", objective->code, objective->title) : theme->name,
                     fmt::format("{} contests the light of {}.", party ? party->name : "The other partner", label_of(word.period)), std::nullopt,
                     static_cast<Light>(word.light), path_of(reading, is_objective ? "o" : "scorecards", word.object) + "?period=" + word.period.text()});
  }
}

}  // namespace

std::vector<Need> build_needs(const Look& look) {
  const Reading& reading = look.reading;
  const Contents& contents = reading.contents();
  std::vector<Need> needs;
  Period period = reading.default_period(look.today);
  Judge judge(reading, std::min(reading.calendar().last_day(period), look.today));
  Judge now(reading, look.today);
  AllianceHead head = head_of(reading);
  if (look.grant.may(access::Act::enter_observations))
    for (const auto& measure : contents.measures) {
      if (!measure.owner || *measure.owner != look.viewer.person || measure.is_retired(look.today) || !measure.formula.empty()) continue;
      const auto& level = now.level(reading.node(measure.id));
      // Values that stopped coming years ago are no news.
      bool due = level.state == State::pending || level.state == State::stale;
      if (!due) continue;
      Date last = reading.calendar().last_day(level.shown);
      needs.push_back({level.state == State::pending ? NeedKind::value_due : NeedKind::value_missing, head,
                       fmt::format("{} {}", measure.code, measure.name), fmt::format("The value for {} is due.", label_of(level.shown)),
                       last + static_cast<int>(measure.grace), level.light,
                       path_of(reading, "m", measure.id.view()) + "?enter=" + level.shown.text()});
    }
  for (const auto& objective : contents.objectives) {
    if (judge.level(reading.node(objective.id)).light != Light::red) continue;
    bool mine = look.grant.roles.has(access::Role::alliance_manager) || look.grant.roles.has(access::Role::sponsor) ||
                look.grant.leads(objective.theme) || (objective.owner && *objective.owner == look.viewer.person);
    if (!mine) continue;
    needs.push_back({NeedKind::red_objective, head, fmt::format("{} {}", objective.code, objective.title),
                     look.grant.may(access::Act::read_shared) ? judge.why(objective.id) : "", std::nullopt, Light::red,
                     path_of(reading, "o", objective.id.view())});
  }
  if (look.grant.may(access::Act::accept))
    for (const auto& item : contents.overrides) {
      const bool waits = !item.consent_party && contents.is_joint(item.space) && item.by_party != look.grant.party;
      if (!waits || item.expires < look.today) continue;
      auto objective = std::find_if(contents.objectives.begin(), contents.objectives.end(),
                                    [&](const auto& one) { return one.id.view() == item.object; });
      if (objective == contents.objectives.end()) continue;
      const auto* party = reading.party(item.by_party);
      needs.push_back({NeedKind::light_consent, head, fmt::format("{} {}", objective->code, objective->title),
                       fmt::format("{} asks you to agree to a light set by hand.", party ? party->name : "The other partner"), item.expires,
                       static_cast<Light>(item.light), path_of(reading, "o", objective->id.view())});
    }
  add_submissions(look, head, needs);
  add_contested(look, head, needs);
  if (look.grant.may_edit({})) {
    int unowned = 0;
    for (const auto& measure : contents.measures)
      if (!measure.owner && !measure.is_retired(look.today)) ++unowned;
    if (unowned > 0)
      needs.push_back({NeedKind::unowned_measure, head, fmt::format("{} measures have no owner", unowned),
                       "Nobody is reminded of their values.", std::nullopt, std::nullopt,
                       fmt::format("/a/{}/scorecards", contents.alliance.slug)});
    int unplaced = 0;
    for (const auto& objective : contents.objectives)
      if (const auto* lane = reading.perspective(objective.perspective); lane && lane->name == "Not placed yet") ++unplaced;
    if (unplaced > 0)
      needs.push_back({NeedKind::not_placed, head, fmt::format("{} objectives are not placed yet", unplaced),
                       "Drag each into its perspective.", std::nullopt, std::nullopt,
                       fmt::format("/a/{}/map?mode=edit", contents.alliance.slug)});
  }
  return needs;
}

}  // namespace entente::model
