#include "model/build_aggregate.hpp"

namespace entente::model {
namespace {

namespace ev = scorecard::evaluation;

AggregateNode node_of(const Judge& judge, NodeIndex node, std::string id, std::string code, std::string title, const ThemeId& theme) {
  const auto& level = judge.level(node);
  return {std::move(id), std::move(code), std::move(title), theme, level.light, hundred(level.has_score, level.score)};
}

Calendar calendar_of(const Reading& reading, const PartyId& party) {
  const auto* found = reading.party(party);
  auto own = found ? alliance::calendar_of(*found) : std::nullopt;
  if (!own) throw_bad_field("calendar", "unknown", "This party has no fiscal year of its own here.");
  return *own;
}

/// The fiscal quarter or half-year that ended last.
std::optional<Stretch> stretch_of(const Calendar& fiscal, ev::View view, Date as_of) {
  if (view != ev::View::quarter && view != ev::View::half) return std::nullopt;
  Period period = fiscal.last_ended(as_of, view == ev::View::quarter ? Frequency::quarter : Frequency::half);
  return Stretch{fiscal.first_day(period), fiscal.last_day(period), label_of(period)};
}

}  // namespace

AggregateView build_aggregate(const Look& look, ev::View view, int rolling, const PartyId& calendar) {
  const Reading& reading = look.reading;
  AggregateView out;
  out.period = period_info(reading, look.period, look.side, look.today);
  ev::Question question;
  question.as_of = out.period.as_of;
  question.view = view;
  question.rolling = rolling;
  question.channels = ev::Channels::level;
  if (!calendar.empty()) {
    question.fiscal = calendar_of(reading, calendar);
    out.calendar = calendar;
  }
  out.stretch = stretch_of(question.fiscal.value_or(reading.calendar()), view, question.as_of);
  Judge judge(reading, question);
  for (const auto& theme : reading.contents().themes) out.themes.push_back(node_of(judge, reading.node(theme.id), theme.id.text(), "", theme.name, theme.id));
  for (const auto& objective : reading.contents().objectives) {
    out.objectives.push_back(node_of(judge, reading.node(objective.id), objective.id.text(), objective.code, objective.title, objective.theme));
    for (const auto* measure : reading.measures_of(objective.id)) {
      const auto& level = judge.level(reading.node(measure->id));
      out.measures.push_back({measure->id, measure->code, measure->name, objective.id, measure->unit, measure->decimals, measure->currency, level.shown.text(),
                              level.state, level.light, hundred(level.has_score, level.score), judge.value(level), level.have, level.of,
                              (level.flags & ev::covering) != 0});
    }
  }
  return out;
}

}  // namespace entente::model
