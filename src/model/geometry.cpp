#include "model/geometry.hpp"

namespace entente::model {

namespace layout = strategy::layout;

layout::Input layout_input(const Contents& contents) {
  layout::Input input;
  for (const auto& lane : contents.perspectives) input.lanes.push_back({lane.id.text(), lane.name, lane.question});
  for (const auto& theme : contents.themes) input.themes.push_back({theme.id.text(), theme.name, static_cast<int>(theme.colour)});
  for (const auto& objective : contents.objectives) {
    layout::Objective item{objective.id.text(), objective.code, objective.title, objective.perspective.text(), objective.theme.text(), {}};
    if (objective.pin_column) {
      item.pin = layout::Pin{static_cast<int>(*objective.pin_column), std::nullopt};
      if (objective.pin_row) item.pin->row = static_cast<int>(*objective.pin_row);
    }
    input.objectives.push_back(std::move(item));
  }
  for (const auto& link : contents.links)
    input.links.push_back({link.id.text(), link.cause.text(), link.effect.text(),
                           link.sign == strategy::Sign::helps ? layout::Sign::plus : layout::Sign::minus});
  for (const auto& party : contents.parties) {
    if (party.kind != alliance::PartyKind::partner) continue;
    layout::Party item{party.id.text(), party.name, {}};
    for (const auto& win : contents.wins)
      if (win.party == party.id) item.wins.push_back(win.text);
    input.parties.push_back(std::move(item));
  }
  for (const auto& value : contents.values) input.values.push_back(value.text);
  return input;
}

std::vector<layout::Place> places_known(const Contents& now, const layout::Picture& before) {
  std::unordered_map<std::string_view, const layout::Card*> cards;
  for (const auto& card : before.cards) cards[card.id] = &card;
  std::vector<layout::Place> places;
  for (const auto& objective : now.objectives) {
    auto card = cards.find(objective.id.view());
    // A row of another lane says nothing about this one.
    if (card != cards.end() && card->second->lane == objective.perspective.view())
      places.push_back({card->second->id, card->second->column, card->second->row});
  }
  return places;
}

}  // namespace entente::model
