#include "exchange/sheets_out.hpp"

#include "exchange/transfer.hpp"
#include "exchange/workbook_writer.hpp"
#include "json/codec.hpp"

namespace entente::exchange {
namespace {

using Look = WorkbookWriter::Look;

/// A light is told by a word and shown by a colour.
void put_light(WorkbookWriter& out, model::Light light) {
  switch (light) {
    case model::Light::green: return out.text("green", Look::green);
    case model::Light::yellow: return out.text("yellow", Look::yellow);
    case model::Light::red: return out.text("red", Look::red);
    case model::Light::grey: return out.text("grey", Look::grey);
  }
}

/// A value as the screen has it: a number, a text, true or false, or nothing.
void put_value(WorkbookWriter& out, const json::RawScalar& value) {
  auto parsed = json::parse(value.text.empty() ? std::string_view("null") : std::string_view(value.text));
  if (parsed.string()) return out.value(*parsed.string());
  if (parsed.number()) return out.value(parsed.number()->text);
  if (parsed.boolean()) return out.text(*parsed.boolean() ? "yes" : "no");
  out.skip();
}

void put_number(WorkbookWriter& out, const std::optional<Decimal>& number) { number ? out.number(*number) : out.skip(); }
void put_day(WorkbookWriter& out, const std::optional<Date>& day) { day ? out.day(*day) : out.skip(); }

void put_measures(WorkbookWriter& out, const model::ScorecardView& card) {
  out.sheet("Scorecard", {{"Theme", 26}, {"Objective", 10}, {"Objective title", 40}, {"Objective light", 14}, {"Measure", 10}, {"Measure name", 40}, {"Unit", 12}, {"Taken each", 11},
                          {"Owner", 24}, {"Period", 11}, {"Value", 12}, {"Goal", 24}, {"Target", 12}, {"Light", 10}, {"Score", 10}, {"Trend", 13}, {"Space", 24}});
  for (const auto& theme : card.themes)
    for (const auto& objective : theme.objectives)
      for (const auto& measure : objective.measures) {
        out.text(theme.name);
        out.text(objective.code);
        out.text(objective.title);
        put_light(out, objective.judgement.light);
        out.text(measure.code);
        out.text(measure.name);
        out.text(measure.unit);
        out.text(name(measure.frequency));
        out.text(measure.owner ? measure.owner->name : "");
        out.text(measure.value_period.value_or(measure.period.value_or("")));
        put_value(out, measure.value);
        out.text(measure.target);
        put_number(out, measure.target_value);
        put_light(out, measure.judgement.light);
        put_number(out, measure.judgement.score);
        out.text(json::Codec<model::Trend>::name(measure.judgement.trend));
        out.text(measure.space.name);
        out.end_row();
      }
}

void put_initiatives(WorkbookWriter& out, const model::ScorecardView& card) {
  out.sheet("Initiatives", {{"Objective", 10}, {"Initiative", 44}, {"Owner", 24}, {"Start", 12}, {"Due", 12}, {"State", 12}, {"Progress %", 11}, {"Planned %", 11}, {"Late", 8},
                            {"Budget", 14}, {"Currency", 10}, {"Space", 24}});
  for (const auto& theme : card.themes)
    for (const auto& objective : theme.objectives)
      for (const auto& initiative : objective.initiatives) {
        out.text(objective.code);
        out.text(initiative.name);
        out.text(initiative.owner ? initiative.owner->name : "");
        put_day(out, initiative.start);
        put_day(out, initiative.due);
        out.text(json::Codec<scorecard::InitiativeState>::name(initiative.state));
        out.number(initiative.progress);
        out.number(initiative.planned);
        out.text(initiative.late ? "yes" : "no");
        put_number(out, initiative.budget);
        out.text(initiative.currency);
        out.text(initiative.space.name);
        out.end_row();
      }
}

}  // namespace

std::string observations_workbook(const model::Reading& reading, Instant made_at) {
  WorkbookWriter out(made_at);
  out.sheet("Values", {{"measure", 14}, {"period", 12}, {"series", 10}, {"value", 14}, {"state", 10}, {"note", 40}, {"reason", 40}});
  each_observation(reading, [&](const ObservationRow& row) {
    out.text(row.measure);
    out.text(row.period.text());
    out.text(json::Codec<Series>::name(row.series));
    out.value(row.value);
    out.text(json::Codec<ObservationState>::name(row.state));
    out.text(row.note);
    out.text(row.reason);
    out.end_row();
  });
  return out.finish();
}

std::string scorecard_workbook(const model::ScorecardView& card, Instant made_at) {
  WorkbookWriter out(made_at);
  put_measures(out, card);
  put_initiatives(out, card);
  return out.finish();
}

}  // namespace entente::exchange
