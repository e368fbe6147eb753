#include "model/build.hpp"
#include "strategy/rules.hpp"

namespace entente::model {

namespace layout = strategy::layout;

namespace {

void count(Counts& counts, Light light) {
  switch (light) {
    case Light::green: ++counts.green; break;
    case Light::yellow: ++counts.yellow; break;
    case Light::red: ++counts.red; break;
    case Light::grey: ++counts.grey; break;
  }
}

std::vector<PartyId> winners_of(const Contents& contents, const ObjectiveId& objective) {
  std::vector<PartyId> out;
  for (const auto& party : contents.parties)
    for (const auto& win : contents.wins)
      if (win.party == party.id && std::find(win.objectives.begin(), win.objectives.end(), objective) != win.objectives.end()) {
        out.push_back(party.id);
        break;
      }
  return out;
}

std::vector<std::string> advice_of(const Contents& contents) {
  std::unordered_set<ObjectiveId> linked;
  for (const auto& link : contents.links) {
    linked.insert(link.cause);
    linked.insert(link.effect);
  }
  std::size_t unplaced = 0, alone = 0;
  for (const auto& objective : contents.objectives) {
    for (const auto& lane : contents.perspectives)
      if (lane.id == objective.perspective && lane.name == "Not placed yet") ++unplaced;
    if (!linked.contains(objective.id)) ++alone;
  }
  return strategy::advice(contents.objectives.size(), unplaced, alone);
}

}  // namespace

MapView build_map(const Look& look) {
  const Reading& reading = look.reading;
  const Contents& contents = reading.contents();
  MapView view;
  view.alliance = head_of(reading);
  view.period = period_info(reading, look.period, look.side, look.today);
  view.ratified = contents.ratified;
  view.rights = rights_of(look);
  Judge judge(reading, view.period.as_of);
  const auto geometry = reading.picture();
  const layout::Picture& picture = *geometry;
  view.width = picture.width;
  view.height = picture.height;

  std::map<std::string, Counts> lane_counts;
  for (std::size_t i = 0; i < contents.objectives.size(); ++i) {
    const auto& objective = contents.objectives[i];
    const auto& placed = picture.cards[i];
    CardView card;
    card.id = objective.id;
    card.version = objective.version;
    card.code = objective.code;
    card.title = objective.title;
    card.lane = objective.perspective;
    card.theme = objective.theme;
    card.box = placed.box;
    card.judgement = judge.judgement(reading.node(objective.id));
    card.wins = winners_of(contents, objective.id);
    card.pinned = placed.pinned;
    card.column = placed.column;
    card.row = placed.row;
    card.space = space_ref(reading, objective.space);
    card.measures = static_cast<int>(reading.measures_of(objective.id).size());
    count(lane_counts[placed.lane], card.judgement.light);
    view.cards.push_back(std::move(card));
  }
  for (std::size_t i = 0; i < contents.perspectives.size(); ++i) {
    const auto& lane = contents.perspectives[i];
    const auto& placed = picture.lanes[i];
    view.lanes.push_back({lane.id, lane.version, lane.name, lane.question, lane.position, placed.box, placed.label,
                          lane_counts[lane.id.text()], lane.name == "Not placed yet"});
  }
  for (const auto& island : picture.islands)
    view.islands.push_back({*ThemeId::parse(island.theme), *PerspectiveId::parse(island.lane), island.box, island.label});
  for (const auto& arrow : picture.arrows)
    view.arrows.push_back({{*LinkId::parse(arrow.link)}, {*ObjectiveId::parse(arrow.from)}, *ObjectiveId::parse(arrow.to),
                           arrow.sign == layout::Sign::plus ? strategy::Sign::helps : strategy::Sign::hinders, arrow.points, true,
                           arrow.feedback});
  for (const auto& link : contents.links)
    view.links.push_back({link.id, link.version, link.cause, link.effect, link.sign, link.lag_months, link.strength});
  for (const auto& box : picture.wins) {
    const auto* party = reading.party(*PartyId::parse(box.party));
    WinsView wins{party->id, party->name, mark_of(*party), box.box, {}};
    for (const auto& win : contents.wins)
      if (win.party == party->id) wins.items.push_back({win.id, win.version, win.text, win.objectives});
    view.wins.push_back(std::move(wins));
  }
  for (const auto& value : contents.values) view.values.push_back({value.id, value.version, value.text});
  view.values_box = picture.values.box;
  for (const auto& theme : contents.themes)
    view.themes.push_back({theme.id, theme.version, theme.name, theme.colour, person_name(reading, theme.leader),
                           judge.judgement(reading.node(theme.id))});
  view.advice = advice_of(contents);
  if (!view.rights.read_scorecard)
    for (auto& card : view.cards) card.measures = 0;
  return view;
}

}  // namespace entente::model
