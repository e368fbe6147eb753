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

bool is_fiscal(ev::View view) { return view == ev::View::quarter || view == ev::View::half || view == ev::View::year_to_date; }

/// The fiscal quarter or half-year that ended last, or the fiscal year up to the day.
std::optional<Stretch> stretch_of(const Calendar& fiscal, ev::View view, Date as_of) {
  if (!is_fiscal(view)) return std::nullopt;
  if (view == ev::View::year_to_date) {
    Period year = fiscal.period_of(as_of, Frequency::year);
    return Stretch{fiscal.first_day(year), as_of, label_of(year)};
  }
  Period period = fiscal.last_ended(as_of, view == ev::View::quarter ? Frequency::quarter : Frequency::half);
  return Stretch{fiscal.first_day(period), fiscal.last_day(period), label_of(period)};
}

/// The first of the own periods of a year so far, where that year is over: no period of the new one has ended yet.
std::string earlier_year(const Calendar& own, const Calendar& fiscal, const ev::Level& level, Date as_of) {
  if (level.of == 0) return "";
  const Period& last = level.from;
  Period year = last.frequency <= Frequency::month ? fiscal.containing(last, Frequency::year) : fiscal.period_of(own.last_day(last), Frequency::year);
  if (year >= fiscal.period_of(as_of, Frequency::year)) return "";
  return Period{last.frequency, last.index - level.of + 1}.text();
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
  if (!calendar.empty() && is_fiscal(view)) {
    question.fiscal = calendar_of(reading, calendar);
    out.calendar = calendar;
  }
  const Calendar fiscal = question.fiscal.value_or(reading.calendar());
  out.stretch = stretch_of(fiscal, view, question.as_of);
  Judge judge(reading, question);
  for (const auto& theme : reading.contents().themes) out.themes.push_back(node_of(judge, reading.node(theme.id), theme.id.text(), "", theme.name, theme.id));
  for (const auto& objective : reading.contents().objectives) {
    out.objectives.push_back(node_of(judge, reading.node(objective.id), objective.id.text(), objective.code, objective.title, objective.theme));
    for (const auto* measure : reading.measures_of(objective.id)) {
      const auto& level = judge.level(reading.node(measure->id));
      AggregateMeasure row{measure->id, measure->code, measure->name, objective.id, measure->unit, measure->decimals, measure->currency};
      row.period = (level.kind == ev::ValueKind::none ? level.shown : level.from).text();
      if (view == ev::View::year_to_date) row.since = earlier_year(reading.calendar(), fiscal, level, question.as_of);
      row.state = level.state;
      row.stale = level.state == State::stale;
      row.due = (level.flags & ev::due) != 0 || level.state == State::pending;
      row.light = level.light;
      row.score = hundred(level.has_score, level.score);
      row.value = judge.value(level);
      row.have = level.have;
      row.of = level.of;
      row.covering = (level.flags & ev::covering) != 0;
      out.measures.push_back(std::move(row));
    }
  }
  return out;
}

}  // namespace entente::model
