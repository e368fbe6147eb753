#include "model/lights_only.hpp"

namespace entente::model {
namespace {

void hide_scores(std::vector<HistoryCell>& history) {
  for (auto& cell : history) cell.score.reset();
}

}  // namespace

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

void show_lights_only(AllianceItem& item) {
  item.score.reset();
  item.coverage.reset();
}

void show_lights_only(AllianceView& view) {
  show_lights_only(static_cast<AllianceItem&>(view));
  show_lights_only(view.judgement);
  hide_scores(view.overview.history);
}

void show_lights_only(ObjectiveView& view) {
  show_lights_only(view.judgement);
  hide_scores(view.history);
  view.measures.clear();
  view.initiatives.clear();
  for (auto& word : view.words) {
    word.reason.clear();
    word.by.clear();
  }
  if (view.override_) view.override_->reason.clear();
}

}  // namespace entente::model
