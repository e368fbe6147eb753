#include "model/computed.hpp"

#include "scorecard/computed.hpp"
#include "scorecard/formula/cell_values.hpp"
#include "scorecard/formula/evaluate.hpp"
#include "scorecard/formula/parser.hpp"
#include "scorecard/formula/preview.hpp"

namespace entente::model {
namespace {

namespace ev = scorecard::evaluation;
namespace fm = scorecard::formula;

const Cell* cell_at(const ValuesPointer& values, const Period& period) {
  if (!values) return nullptr;
  const auto& cells = values->actual;
  auto place = std::lower_bound(cells.begin(), cells.end(), period, [](const Cell& cell, const Period& p) { return cell.period < p; });
  return place != cells.end() && place->period == period ? &*place : nullptr;
}

fm::Standing standing_of(const ev::Level& level) {
  fm::Standing out;
  out.state = level.state;
  if (level.state == ev::State::withheld) return out;
  if (level.has_score) out.score = ev::hundred(level.score);
  out.light = level.light;
  return out;
}

/// As unsure as the unsurest of what it is made of.
ev::Flags doubts(const fm::Value& value) {
  ev::Flags flags = value.flags & ev::estimated;
  if (value.flags & (ev::provisional | ev::estimated | ev::disputed)) flags |= ev::provisional;
  return flags;
}

/// A text as it is kept in a cell.
std::string stored_text(const fm::Value& value) {
  switch (value.kind) {
    case fm::Kind::truth: return value.number.is_zero() ? "false" : "true";
    case fm::Kind::number: return value.number.text_rounded(9);
    case fm::Kind::text:
    case fm::Kind::date: break;
  }
  return value.text;
}

}  // namespace

/// What formulas read: cells as they were entered or worked out, aggregates of finer ones from the model, judgements at the end
/// of a period.
class Computed::Stored final : public fm::CellValues {
 public:
  Stored(const Computed& of, const Sources& sources) : CellValues(of.catalogue_, of.calendar_), of_(of), sources_(sources) {}

  fm::Standing standing(std::string_view code, Period period, const fm::Values&, fm::Steps& steps) const override {
    steps.take(50);
    auto node = node_of(code);
    if (!node) return {};
    Date day = of_.calendar_.last_day(period);
    auto& judged = judged_[day];
    if (judged.levels.empty()) sources_.model.evaluate({.as_of = day, .channels = ev::Channels::level}, judged);
    return standing_of(judged.levels.at(*node));
  }

 protected:
  fm::Cell cell(const fm::MeasureInfo& info, Period own) const override {
    fm::Cell out;
    out.part.state = ev::State::missing;
    const MeasureId& id = of_.measures_.at(info.code);
    auto values = sources_.observations.find(id);
    const Cell* entered = values == sources_.observations.end() ? nullptr : cell_at(values->second, own);
    if (!entered || (!entered->error && entered->state == scorecard::ObservationState::missing)) {
      // A value that stands in finer periods than the measure's own: the model has aggregated it.
      if (auto part = sources_.model.part(sources_.measures.at(id), own)) out.part = *part;
      return out;
    }
    if (entered->error) {
      out.part.state = ev::State::error;
      out.reason = entered->reason;
      return out;
    }
    if (entered->restated) out.part.flags |= ev::restated;
    if (entered->flags.find("provisional") != std::string::npos) out.part.flags |= ev::provisional;
    if (entered->flags.find("estimated") != std::string::npos) out.part.flags |= ev::estimated;
    static const scorecard::Measure one_key;
    auto asked = of_.two_keys_.find(id);
    auto submission = values->second->submission(asked == of_.two_keys_.end() ? one_key : asked->second, *entered);
    if (submission == Submission::submitted) out.part.flags |= ev::provisional;
    if (submission == Submission::disputed) out.part.flags |= ev::disputed;
    switch (entered->state) {
      case scorecard::ObservationState::missing: return out;
      case scorecard::ObservationState::na: out.part.state = ev::State::na; return out;
      case scorecard::ObservationState::withheld: out.part.state = ev::State::withheld; return out;
      case scorecard::ObservationState::value: break;
    }
    if (!entered->value) return out;
    out.part.state = ev::State::value;
    put_value(info.kind, *entered->value, out.part);
    if (entered->numerator && entered->denominator) {
      out.part.numerator = *entered->numerator;
      out.part.denominator = *entered->denominator;
      out.part.has_ratio = true;
    }
    if (entered->weight) out.part.weight = *entered->weight;
    return out;
  }

  const fm::Formula* formula(const fm::MeasureInfo& info) const override {
    auto entry = of_.entries_.find(of_.measures_.at(info.code));
    return entry != of_.entries_.end() && entry->second.formula ? &*entry->second.formula : nullptr;
  }

 private:
  static void put_value(fm::Kind kind, const std::string& text, ev::Part& part) {
    if (kind == fm::Kind::truth) {
      part.value = {ev::ValueKind::truth, Decimal::from_integer(text == "true" ? 1 : 0), {}};
    } else if (kind == fm::Kind::text) {
      part.value = {ev::ValueKind::text, {}, text};
    } else if (auto day = kind == fm::Kind::date ? try_parse_date(text) : std::nullopt) {
      part.value = {ev::ValueKind::date, Decimal::from_integer(day->days), {}};
    } else if (auto number = try_parse_decimal(text)) {
      part.value = {ev::ValueKind::number, *number, {}};
    } else {
      part.state = ev::State::error;
    }
  }

  std::optional<ev::NodeIndex> node_of(std::string_view code) const {
    if (auto measure = of_.measures_.find(std::string(code)); measure != of_.measures_.end()) return sources_.measures.at(measure->second);
    if (auto objective = of_.objectives_.find(std::string(code)); objective != of_.objectives_.end()) return sources_.objectives.at(objective->second);
    return std::nullopt;
  }

  const Computed& of_;
  const Sources& sources_;
  mutable std::map<Date, ev::Evaluation> judged_;
};

Computed::Computed(const Contents& contents, const Calendar& calendar, Names names) : calendar_(calendar) {
  bool any = std::any_of(contents.measures.begin(), contents.measures.end(), [](const auto& measure) { return !measure.formula.empty(); });
  if (!any && names == Names::when_used) return;
  // A shared measure goes before a private one of the same code, as when the formula was written.
  auto measures = contents.measures;
  std::stable_partition(measures.begin(), measures.end(), [&](const auto& measure) { return measure.space == contents.spaces.shared; });
  auto kind_of = [&](const MeasureId& id) {
    auto found = contents.targets.find(id);
    return found == contents.targets.end() || found->second.empty() ? scorecard::ValueKind::number : scorecard::value_kind(found->second.back().scoring);
  };
  catalogue_ = scorecard::catalogue_of(measures, contents.objectives, kind_of);
  for (const auto& objective : contents.objectives) objectives_.try_emplace(objective.code, objective.id);
  for (const auto& measure : measures) {
    measures_.try_emplace(measure.code, measure.id);
    codes_[measure.id] = measure.code;
    if (measure.two_keys) two_keys_.emplace(measure.id, measure);
  }
  for (auto& [objective, children] : scorecard::children_of(measures, contents.objectives)) graph_.set(objective, std::move(children));
  for (const auto& measure : measures) {
    if (measure.formula.empty()) continue;
    auto compiled = fm::compile(measure.formula, scorecard::settings_of(measure, kind_of(measure.id)), catalogue_);
    Entry entry;
    if (compiled.formula && measures_.at(measure.code) == measure.id) {
      graph_.set(measure.code, compiled.formula->tree);
      entry.formula = std::move(compiled.formula);
    } else {
      entry.problem = compiled.problems.empty() ? "Another measure has the same code." : compiled.problems.front().message;
    }
    entries_.emplace(measure.id, std::move(entry));
  }
  // Formulas that were saved one by one can still go in a circle once both are in force: then none of these is worked out.
  while (auto circle = graph_.circle()) {
    bool is_cut = false;
    for (const auto& code : *circle)
      if (auto id = measures_.find(code); id != measures_.end())
        if (auto entry = entries_.find(id->second); entry != entries_.end()) {
          entry->second = {std::nullopt, "The formulas go in a circle: " + fm::path_words(*circle)};
          graph_.erase(code);
          is_cut = true;
        }
    // One that goes through no formula of these, such as that of a formula which is only looked at.
    if (!is_cut) graph_.erase(circle->front());
  }
  for (const auto& code : graph_.order())
    if (auto id = measures_.find(code); id != measures_.end() && entries_.contains(id->second)) order_.push_back(id->second);
  for (const auto& [id, entry] : entries_)
    if (!entry.formula) order_.push_back(id);
}

std::vector<MeasureId> Computed::affected_by(const MeasureId& changed) const {
  std::vector<MeasureId> out;
  auto code = codes_.find(changed);
  if (empty() || code == codes_.end()) return out;
  const std::string codes[]{code->second};
  for (const auto& affected : graph_.affected_by(codes))
    if (auto id = measures_.find(affected); id != measures_.end() && entries_.contains(id->second)) out.push_back(id->second);
  return out;
}

std::optional<fm::Span> Computed::reach(const fm::Formula& formula, const Sources& sources) const {
  std::optional<fm::Span> span;
  auto take = [&](const MeasureId& id) {
    auto found = sources.observations.find(id);
    if (found == sources.observations.end() || !found->second || found->second->actual.empty()) return;
    for (const Cell* cell : {&found->second->actual.front(), &found->second->actual.back()}) {
      Period own = calendar_.period_of(calendar_.last_day(cell->period), formula.settings.frequency);
      if (!span) span = fm::Span::of(own);
      span->first = std::min(span->first, own);
      span->last = std::max(span->last, own);
    }
  };
  std::vector<std::string> waiting;
  for (const auto& reference : fm::references(formula.tree)) waiting.push_back(reference.code);
  std::set<std::string> seen;
  while (!waiting.empty()) {
    std::string code = std::move(waiting.back());
    waiting.pop_back();
    if (!seen.insert(code).second) continue;
    if (auto id = measures_.find(code); id != measures_.end()) take(id->second);
    if (objectives_.contains(code))
      if (const auto* children = graph_.dependencies(code)) waiting.insert(waiting.end(), children->begin(), children->end());
  }
  // A hundred years of days are no series.
  constexpr int most = 2'000;
  if (span && span->last.index - span->first.index > most) span->first.index = span->last.index - most;
  return span;
}

ValuesPointer Computed::work_out(const MeasureId& id, const Sources& sources) const {
  auto values = std::make_shared<Values>();
  if (auto entered = sources.observations.find(id); entered != sources.observations.end() && entered->second) *values = *entered->second;
  values->actual.clear();
  const Entry& entry = entries_.at(id);
  auto put_error = [&](Period period, std::string reason) {
    Cell cell;
    cell.period = period;
    cell.error = true;
    cell.reason = std::move(reason);
    values->actual.push_back(std::move(cell));
  };
  if (!entry.formula) {
    // At the newest period of anything at all, where people look.
    std::optional<Date> newest;
    for (const auto& [other, series] : sources.observations)
      if (series && !series->actual.empty()) newest = std::max(newest.value_or(Date{}), calendar_.last_day(series->actual.back().period));
    auto info = catalogue_.measure(codes_.at(id));
    if (newest && info) put_error(calendar_.period_of(*newest, info->frequency), entry.problem);
    return values;
  }
  const fm::Formula& formula = *entry.formula;
  auto span = reach(formula, sources);
  if (!span) return values;
  Stored stored(*this, sources);
  fm::Steps share{most_steps / entries_.size(), 0};
  for (Period period = span->first; period <= span->last; period = period.next()) {
    fm::Steps steps;
    fm::Value value = fm::evaluate(formula, fm::Span::of(period), stored, calendar_, steps);
    share.used += steps.used;
    if (share.used > share.most) {
      // The newest period says so, where people look.
      put_error(span->last, fmt::format("The formula takes too many steps over all its periods: more than {}.", share.most));
      break;
    }
    Cell cell;
    cell.period = period;
    const ev::Flags flags = doubts(value);
    if (flags & ev::provisional) cell.flags = "provisional";
    if (flags & ev::estimated) cell.flags += " estimated";
    switch (value.state) {
      case ev::State::value: cell.value = stored_text(value); break;
      case ev::State::na: cell.state = scorecard::ObservationState::na; break;
      case ev::State::withheld: cell.state = scorecard::ObservationState::withheld; break;
      case ev::State::error: put_error(period, value.reason); continue;
      default: continue;
    }
    values->actual.push_back(std::move(cell));
  }
  return values;
}

std::optional<ev::Aggregated> Computed::whole(const MeasureId& id, fm::Span span, const Sources& sources, std::uint64_t& left) const {
  auto entry = entries_.find(id);
  if (entry == entries_.end() || !entry->second.formula || !entry->second.formula->has_division) return std::nullopt;
  const fm::Formula& formula = *entry->second.formula;
  if (formula.kind != fm::Kind::number && formula.kind != fm::Kind::truth) return std::nullopt;
  Stored stored(*this, sources);
  fm::Steps steps{std::min(fm::Steps::usual, left), 0};
  const fm::Value value = fm::evaluate(formula, span, stored, calendar_, steps);
  left -= std::min(left, steps.used);
  ev::Aggregated out;
  out.flags = doubts(value);
  switch (value.state) {
    case ev::State::value:
      out.value = {formula.kind == fm::Kind::truth ? ev::ValueKind::truth : ev::ValueKind::number, value.number, {}};
      [[fallthrough]];
    case ev::State::na:
    case ev::State::withheld: out.state = value.state; break;
    case ev::State::error:
      out.state = value.state;
      out.problem = "The formula cannot be worked out over these periods.";
      break;
    default: break;
  }
  return out;
}

std::vector<fm::PreviewPoint> Computed::preview(const fm::Formula& formula, int count, const Sources& sources) const {
  auto span = reach(formula, sources);
  if (!span) return {};
  Stored stored(*this, sources);
  return fm::preview(formula, span->last, std::min(count, span->last.index - span->first.index + 1), stored, calendar_);
}

}  // namespace entente::model
