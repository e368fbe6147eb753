#include "model/lights_only.hpp"

namespace entente::model {

void show_lights_only(Judgement& judgement) {
  judgement.score.reset();
  judgement.attainment.reset();
  judgement.coverage.reset();
  judgement.low.reset();
  judgement.high.reset();
  std::erase_if(judgement.masked, [](const NodeRef& node) { return node.kind == NodeKind::measure; });
}

void show_lights_only(MapView& view) {
  for (auto& card : view.cards) show_lights_only(card.judgement);
  for (auto& theme : view.themes) show_lights_only(theme.judgement);
}

void show_lights_only(ObjectiveView& view) {
  show_lights_only(view.judgement);
  view.measures.clear();
  view.initiatives.clear();
  for (auto& word : view.words) {
    word.reason.clear();
    word.by.clear();
  }
  if (view.override_) view.override_->reason.clear();
}

}  // namespace entente::model
