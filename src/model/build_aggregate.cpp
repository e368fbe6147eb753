#include "model/build_aggregate.hpp"

namespace entente::model {
namespace {

namespace ev = scorecard::evaluation;

AggregateNode node_of(const Judge& judge, NodeIndex node, std::string id, std::string code, std::string title, const ThemeId& theme) {
  const auto& level = judge.level(node);
  return {std::move(id), std::move(code), std::move(title), theme, level.light, hundred(level.has_score, level.score)};
}

}  // namespace

AggregateView build_aggregate(const Look& look, ev::View view, int rolling) {
  const Reading& reading = look.reading;
  AggregateView out;
  out.period = period_info(reading, look.period, look.side, look.today);
  ev::Question question;
  question.as_of = out.period.as_of;
  question.view = view;
  question.rolling = rolling;
  question.channels = ev::Channels::level;
  Judge judge(reading, question);
  for (const auto& theme : reading.contents().themes) out.themes.push_back(node_of(judge, reading.node(theme.id), theme.id.text(), "", theme.name, theme.id));
  for (const auto& objective : reading.contents().objectives) {
    out.objectives.push_back(node_of(judge, reading.node(objective.id), objective.id.text(), objective.code, objective.title, objective.theme));
    for (const auto* measure : reading.measures_of(objective.id)) {
      const auto& level = judge.level(reading.node(measure->id));
      out.measures.push_back({measure->id, measure->code, measure->name, objective.id, measure->unit, measure->decimals, measure->currency, level.shown.text(),
                              level.state, level.light, hundred(level.has_score, level.score), judge.value(level), level.have, level.of});
    }
  }
  return out;
}

}  // namespace entente::model
