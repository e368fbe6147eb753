// How one measure stands.
#include <algorithm>

#include "scorecard/evaluation/aggregate.hpp"
#include "scorecard/evaluation/model.hpp"
#include "scorecard/evaluation/scratch.hpp"

namespace entente::scorecard::evaluation {
namespace {

void put_score(const Scored& scored, Level& level) {
  level.state = scored.state;
  level.problem = scored.problem;
  if (scored.state != State::value) return;
  level.has_score = level.has_interval = true;
  level.score = level.low = level.high = scored.score;
  level.has_attainment = scored.attainment.has_value();
  if (scored.attainment) level.attainment = *scored.attainment;
  level.computed = light_of(level.score);
}

/// The interval of a disputed value spans both sides.
void span_both(Score other, Level& level) {
  level.low = std::min(level.score, other);
  level.high = std::max(level.score, other);
  level.split = light_of(level.low) != light_of(level.high);
}

}  // namespace

Model::Moment Model::moment(Date as_of) const {
  Moment moment{as_of, {}, {}, {}};
  for (std::size_t f = 0; f < moment.ended.size(); ++f) {
    const Period period = calendar_.last_ended(as_of, static_cast<Frequency>(f));
    moment.ended[f] = period;
    moment.first[f] = calendar_.first_day(period);
    moment.last[f] = calendar_.last_day(period);
  }
  return moment;
}

const Model::Ruling* Model::ruling(const Measure& measure, Date last_day) const {
  for (std::size_t i = measure.rulings.size(); i > 0; --i)
    if (measure.rulings[i - 1].effective_from <= last_day) return &measure.rulings[i - 1];
  return nullptr;
}

const ScoringRule* Model::rule(NodeIndex measure, Period period) const {
  const Ruling* found = ruling(measures_.at(measure), calendar_.last_day(period));
  return found ? &found->rule : nullptr;
}

bool Model::active(const Measure& measure, Date first, Date last) const {
  return (!measure.starts || last >= *measure.starts) && (!measure.retired || first < *measure.retired);
}

CellValue Model::value_at(NodeIndex measure, std::int32_t position) const {
  CellValue value{columns_.kind(measure, position), columns_.number(measure, position), {}};
  if (value.kind == ValueKind::text)
    value.text = details_[static_cast<std::size_t>(columns_.detail(measure, position))].text;
  return value;
}

Part Model::part_at(NodeIndex measure, std::int32_t position) const {
  const Cell cell = columns_.cell(measure, position);
  Part part;
  part.state = cell.state;
  part.flags = cell.flags & (provisional | estimated | restated | disputed);
  part.value = value_at(measure, position);
  if (cell.detail < 0) return part;
  const Detail& detail = details_[static_cast<std::size_t>(cell.detail)];
  part.weight = detail.weight;
  part.has_ratio = detail.has_ratio;
  part.numerator = detail.numerator;
  part.denominator = detail.denominator;
  if (part.flags & disputed) part.other = detail.other;
  return part;
}

std::optional<Part> Model::part(NodeIndex measure, Period own) const {
  const std::int32_t position = columns_.find(measure, own.index);
  return position < 0 ? std::nullopt : std::optional(part_at(measure, position));
}

/// Value, marks and reason of a cell, without a judgement.
void Model::show(NodeIndex measure, std::int32_t position, Level& level) const {
  const Cell cell = columns_.cell(measure, position);
  level.kind = cell.kind;
  level.value = cell.number;
  level.flags |= cell.flags & (provisional | estimated | restated | disputed);
  level.detail = cell.detail;
  level.from = {measures_[measure].frequency, columns_.period(measure, position)};
  if (cell.detail < 0) return;
  const Detail& detail = details_[static_cast<std::size_t>(cell.detail)];
  level.have = detail.have;
  level.of = detail.of;
  level.problem = detail.problem;
}

/// A cell with a value, by the definition of its period.
void Model::judge_cell(NodeIndex measure, std::int32_t position, const Ruling& ruling, Date first, Date last,
                       Level& level) const {
  show(measure, position, level);
  if (ruling.effective_from > first) level.flags |= target_moved;
  if (ruling.restated_until && last < *ruling.restated_until) level.flags |= restated;
  put_score(ruling.rule.score(value_at(measure, position), last), level);
  if (!level.has_score || level.detail < 0) return;
  if (const auto& other = details_[static_cast<std::size_t>(level.detail)].other; other && (level.flags & disputed))
    span_both(ruling.rule.score_of(*other, last), level);
}

void Model::judge_period(NodeIndex index, Period period, Date first, Date last, Date as_of, Level& level) const {
  const Measure& measure = measures_[index];
  level.shown = level.from = period;
  if (!active(measure, first, last)) return;
  const Ruling* judge = ruling(measure, last);
  std::int32_t position = columns_.at_or_before(index, period.index);
  const bool own = position >= 0 && columns_.period(index, position) == period.index;
  const State observed = own ? columns_.state(index, position) : State::missing;

  if (!judge || judge->rule.is_unscored()) {
    if (own) show(index, position, level);
    level.state = !judge ? State::undefined : observed == State::na ? State::na : State::unscored;
    return;
  }
  if (own && observed == State::value) return judge_cell(index, position, *judge, first, last, level);
  if (own) {
    show(index, position, level);
    level.state = observed;
    if (observed == State::withheld && level.detail >= 0)
      level.computed = details_[static_cast<std::size_t>(level.detail)].shared_light;
    return;
  }
  if (judge->rule.type() == ScoringType::manual) {
    level.state = State::value;
    level.has_score = level.has_interval = true;
    level.score = level.low = level.high = middle_of(judge->rule.light());
    level.computed = judge->rule.light();
    if (judge->effective_from > first) level.flags |= target_moved;
    return;
  }
  const bool waiting = measure.grace > 0 && as_of - last <= measure.grace;
  level.state = waiting ? State::pending : State::missing;
  for (; position >= 0 && columns_.period(index, position) >= period.index - measure.carry; --position) {
    if (columns_.state(index, position) != State::value) continue;
    const Period earlier{period.frequency, columns_.period(index, position)};
    const Date earlier_last = calendar_.last_day(earlier);
    const Ruling* earlier_judge = ruling(measure, earlier_last);
    if (!earlier_judge) continue;
    Level carried;
    judge_cell(index, position, *earlier_judge, calendar_.first_day(earlier), earlier_last, carried);
    if (carried.state != State::value) continue;
    carried.shown = period;
    carried.state = waiting ? State::pending : State::stale;
    if (waiting) carried.flags |= due;
    level = carried;
    return;
  }
}

/// The own periods that make up a quarter, half or year of a fiscal calendar. Months, weeks and days are the same in each; quarters
/// and longer ones are the model's, and fill another calendar's or do not fit at all.
std::optional<Model::Range> Model::filling(Period whole, const Calendar& fiscal, Frequency own) const {
  if (own <= Frequency::month || fiscal == calendar_) return Range{fiscal.first_part(whole, own), fiscal.last_part(whole, own)};
  const Range range{calendar_.period_of(fiscal.first_day(whole), own), calendar_.period_of(fiscal.last_day(whole), own)};
  const bool fits = calendar_.first_day(range.first) == fiscal.first_day(whole) && calendar_.last_day(range.last) == fiscal.last_day(whole);
  return fits ? std::optional(range) : std::nullopt;
}

std::optional<Model::Range> Model::covered(const Measure& measure, const Moment& moment, const Question& question,
                                           int earlier) const {
  const Period own = moment.ended[static_cast<std::size_t>(measure.frequency)];
  const Calendar& fiscal = question.fiscal ? *question.fiscal : calendar_;
  const Range by_itself{own - earlier, own - earlier, true};
  switch (question.view) {
    case View::own:
      break;
    case View::quarter:
    case View::half: {
      const Frequency wanted = question.view == View::quarter ? Frequency::quarter : Frequency::half;
      if (measure.frequency > wanted) return by_itself;
      const Period whole = (question.fiscal ? fiscal.last_ended(moment.as_of, wanted) : moment.ended[static_cast<std::size_t>(wanted)]) - earlier;
      if (auto range = filling(whole, fiscal, measure.frequency)) return range;
      break;
    }
    case View::year_to_date: {
      const Period last = own - earlier;
      if (measure.frequency <= Frequency::month || !question.fiscal)
        return Range{fiscal.first_part(fiscal.containing(last, Frequency::year), measure.frequency), last};
      const Date begins = fiscal.first_day(fiscal.period_of(calendar_.last_day(last), Frequency::year));
      const Period first = calendar_.period_of(begins, measure.frequency);
      if (calendar_.first_day(first) == begins) return Range{first, last};
      break;
    }
    case View::rolling:
      return Range{own - (earlier + question.rolling - 1), own - earlier};
    case View::year_ago: {
      if (earlier > 0) return std::nullopt;
      const Period before = own.year_before();
      return Range{before, before};
    }
  }
  if (question.view == View::own) return Range{own - earlier, own - earlier};
  // What does not fit stands by itself, but for nothing that fits.
  return earlier == 0 ? std::optional(by_itself) : std::nullopt;
}

/// The aggregate of own cells, judged by the sum of the definitions for sum and count, else by the last one, which also
/// judges what is no aggregate of cells.
void Model::judge_range(NodeIndex index, const Range& range, Scratch& scratch, Level& level) const {
  const Measure& measure = measures_[index];
  const Date first = calendar_.first_day(range.first), last = calendar_.last_day(range.last);
  const Ruling* judge = ruling(measure, last);
  level.from = range.last;
  if (!judge || !active(measure, first, last)) return;

  Period first_in = range.first, last_in = range.last;
  while (measure.starts && first_in <= last_in && calendar_.last_day(first_in) < *measure.starts) first_in = first_in.next();
  while (measure.retired && first_in <= last_in && calendar_.first_day(last_in) >= *measure.retired) last_in = last_in.previous();
  const std::int32_t covered = last_in.index - first_in.index + 1;
  auto& parts = scratch.parts;
  parts.clear();
  std::int32_t position = std::max(0, columns_.at_or_before(index, range.first.index));
  for (; position < columns_.size(index) && columns_.period(index, position) <= range.last.index; ++position) {
    if (columns_.period(index, position) < range.first.index) continue;
    parts.push_back(part_at(index, position));
  }
  const auto whole = scratch.whole && *scratch.whole && covered > 0 ? (*scratch.whole)(index, first_in, last_in) : std::nullopt;
  const auto other = whole ? std::nullopt : other_side(measure.aggregation, parts, covered);
  const Aggregated result = whole ? *whole : aggregate(measure.aggregation, parts, covered);
  level.state = result.state;
  level.problem = result.problem;
  level.flags |= result.flags;
  level.have = static_cast<std::uint16_t>(std::min(result.have, 65535));
  level.of = static_cast<std::uint16_t>(std::min(result.of, 65535));
  if (judge->rule.is_unscored() && result.state != State::na) level.state = State::unscored;
  if (result.state != State::value) return;
  level.kind = result.value.kind;
  level.value = result.value.number;
  if (level.kind == ValueKind::text)  // the text stays with its cell
    for (std::int32_t at = 0; at < columns_.size(index); ++at)
      if (columns_.kind(index, at) == ValueKind::text && value_at(index, at).text == result.value.text)
        level.detail = columns_.detail(index, at);
  if (judge->rule.is_unscored()) return;

  const ScoringRule* rule = &judge->rule;
  ScoringRule summed;
  if (!whole && (measure.aggregation == Aggregation::sum || measure.aggregation == Aggregation::count)) {
    bool adds = true;
    for (Period part = range.first; part <= range.last && adds; part = part.next()) {
      const Date end = calendar_.last_day(part);
      const Ruling* piece = ruling(measure, end);
      if (!piece || !active(measure, calendar_.first_day(part), end)) continue;
      if (summed.type() == ScoringType::unscored) {
        summed = piece->rule;
      } else if (auto sum = summed.plus(piece->rule)) {
        summed = std::move(*sum);
      } else {
        adds = false;
      }
    }
    if (adds) rule = &summed;
  }
  if (judge->effective_from > first) level.flags |= target_moved;
  put_score(rule->score(result.value, last), level);
  if (level.has_score && other) span_both(rule->score_of(*other, last), level);
}

void Model::judge_view(NodeIndex index, const Moment& moment, const Question& question, Scratch& scratch,
                       Level& level) const {
  const Measure& measure = measures_[index];
  const Period shown = moment.ended[static_cast<std::size_t>(measure.frequency)];
  const auto range = covered(measure, moment, question, 0);
  if (range->first == range->last) {
    judge_period(index, range->last, calendar_.first_day(range->last), calendar_.last_day(range->last), moment.as_of,
                 level);
    if (range->covering) level.flags |= covering;
    return;
  }
  level.shown = shown;
  judge_range(index, *range, scratch, level);
  if (level.state != State::missing) return;
  // Not complete: as with a single period, an earlier view stands in, at most `carry` periods old.
  const bool waiting = measure.grace > 0 && moment.as_of - calendar_.last_day(range->last) <= measure.grace;
  for (int earlier = 1; earlier <= measure.carry; ++earlier) {
    const auto before = covered(measure, moment, question, earlier);
    if (!before) break;
    Level carried;
    judge_range(index, *before, scratch, carried);
    if (carried.state != State::value) continue;
    carried.shown = shown;
    carried.state = waiting ? State::pending : State::stale;
    if (waiting) carried.flags |= due;
    level = carried;
    return;
  }
  if (waiting) level.state = State::pending;
}

void Model::judge(NodeIndex index, const Moment& moment, const Question& question, Scratch& scratch,
                  Level& level) const {
  const Measure& measure = measures_[index];
  level = Level();
  if (question.view == View::own) {
    const auto f = static_cast<std::size_t>(measure.frequency);
    judge_period(index, moment.ended[f], moment.first[f], moment.last[f], moment.as_of, level);
  } else {
    judge_view(index, moment, question, scratch, level);
  }
  level.light = level.computed;
  override_light(measure.overrides, moment.as_of, level.light, level.flags);
}

std::optional<Score> Model::own_score(NodeIndex index, std::int32_t period) const {
  const std::int32_t position = columns_.find(index, period);
  if (position < 0 || columns_.state(index, position) != State::value) return std::nullopt;
  const Date last = calendar_.last_day({measures_[index].frequency, period});
  const Ruling* judge = ruling(measures_[index], last);
  if (!judge || judge->rule.type() == ScoringType::manual) return std::nullopt;
  const Scored scored = judge->rule.score(value_at(index, position), last);
  return scored.state == State::value ? std::optional(scored.score) : std::nullopt;
}

Trend Model::measure_trend(NodeIndex index, const Moment& moment) const {
  const Measure& measure = measures_[index];
  const Period shown = moment.ended[static_cast<std::size_t>(measure.frequency)];
  std::array<TrendPoint, trend_periods> points;
  std::array<Score, trend_periods> differences;
  std::size_t count = 0;
  for (int i = trend_periods - 1; i >= 0; --i) {
    const auto score = own_score(index, shown.index - i);
    if (!score) continue;
    if (measure.seasonal) {
      if (const auto before = own_score(index, (shown - i).year_before().index))
        differences[count++] = *score - *before;
    } else {
      points[count++] = {trend_periods - i, *score};
    }
  }
  return measure.seasonal ? seasonal_trend_of(std::span(differences).first(count))
                          : trend_of(std::span(points).first(count));
}

Signal Model::measure_signal(NodeIndex index, const Moment& moment, Scratch& scratch) const {
  const Measure& measure = measures_[index];
  const auto f = static_cast<std::size_t>(measure.frequency);
  const Ruling* judge = ruling(measure, moment.last[f]);
  if (!judge) return {};
  auto& values = scratch.values;
  values.clear();
  const std::int32_t last = columns_.at_or_before(index, moment.ended[f].index);
  for (std::int32_t position = 0; position <= last; ++position) {
    if (columns_.state(index, position) != State::value) continue;
    const CellValue value{columns_.kind(index, position), columns_.number(index, position), {}};
    if (judge->rule.charts(value)) values.push_back(value.number);
  }
  if (measure.cumulative) {
    Signal signal;
    signal.points = static_cast<int>(values.size());
    return signal;
  }
  return signal_of(values, measure.signal, judge->rule, moment.last[f]);
}

std::vector<HistoryPoint> Model::history(NodeIndex index, Date as_of, int count) const {
  const Measure& measure = measures_.at(index);
  const Period shown = calendar_.last_ended(as_of, measure.frequency);
  std::vector<HistoryPoint> points(static_cast<std::size_t>(std::max(count, 0)));
  Date next = calendar_.first_day(shown.next());
  for (std::size_t i = points.size(); i-- > 0;) {
    HistoryPoint& point = points[i];
    point.period = shown - static_cast<int>(points.size() - 1 - i);
    const Date first = calendar_.first_day(point.period), last = next - 1;
    next = first;
    judge_period(index, point.period, first, last, as_of, point.level);
    point.level.light = point.level.computed;
    if (const Ruling* judge = ruling(measure, last)) point.edges = judge->rule.bands(last);
  }
  return points;
}

}  // namespace entente::scorecard::evaluation
