// Values, on their two time axes.
#include "access/items.hpp"
#include "auth/crypto.hpp"
#include "base/text.hpp"
#include "scorecard/entry_measures.hpp"
#include "scorecard/supply.hpp"
#include "scorecard/withheld.hpp"

namespace entente::scorecard {
namespace {

namespace items = access::items;
using access::Act;
using access::Grant;

std::string flags_of(const ObservationInput& input, const std::string& path, std::vector<FieldError>& errors) {
  std::string out;
  if (!input.flags) return out;
  for (const auto& flag : *input.flags) {
    if (flag != "provisional" && flag != "estimated")
      errors.push_back({path + "flags", "unknown_flag", fmt::format("“{}” is not a flag; there are provisional and estimated.", flag)});
    out += (out.empty() ? "" : " ") + flag;
  }
  return out;
}

bool same_value(const Observation& a, const Observation& b) {
  return a.state == b.state && a.value == b.value && a.numerator == b.numerator && a.denominator == b.denominator &&
         a.weight == b.weight && a.flags == b.flags && a.shared_light == b.shared_light;
}

/// One row made ready to be written, and the value behind it if that is withheld.
struct Prepared {
  Observation row;
  std::optional<std::string> withheld;
};

std::optional<Prepared> prepare(const ObservationInput& input, const EntryMeasure& measure, const EntryMeasures& measures, const Calendar& calendar,
                                Date today, const std::string& path, std::vector<FieldError>& errors) {
  std::size_t errors_before = errors.size();
  Observation row;
  row.measure = measure.head.id;
  row.series = input.series.value_or(Series::actual);
  auto period = entry_period(input.period, measure.head.frequency, row.series, calendar, today, path + "period", errors);
  if (period) row.period = *period;
  row.state = input.state.value_or(ObservationState::value);
  row.reason = clean_text(input.reason.value_or(""), path + "reason", {.longest = 2000, .empty = TextRule::Empty::allowed, .lines = TextRule::Lines::many}, errors);
  row.note = clean_text(input.note.value_or(""), path + "note", {.longest = 4000, .empty = TextRule::Empty::allowed, .lines = TextRule::Lines::many}, errors);
  row.flags = flags_of(input, path, errors);
  row.numerator = input.numerator;
  row.denominator = input.denominator;
  row.weight = input.weight;
  std::optional<std::string> withheld;
  bool has_value = input.value && !input.value->is_null();
  if (row.state == ObservationState::value) {
    if (row.numerator && row.denominator) {
      if (row.denominator->is_zero())
        errors.push_back({path + "denominator", "division_by_zero", "A ratio cannot be divided by zero. Say n/a with a reason instead."});
      else
        row.value = (*row.numerator / *row.denominator).text_rounded(9);
    } else if (has_value) {
      row.value = stored_value(*input.value, row.series == Series::actual ? measure.kind : ValueKind::number, path + "value", errors);
    } else {
      errors.push_back({path + "value", "empty", "Give a value, or say n/a with a reason."});
    }
  } else if (has_value && row.state == ObservationState::withheld) {
    if (row.series != Series::actual)
      errors.push_back({path + "state", "only_actual", "Only an actual value can be withheld."});
    else
      withheld = stored_value(*input.value, measure.kind, path + "value", errors);
    if (withheld && row.series == Series::actual && period && input.share_light.value_or(true))
      row.shared_light = light_of_value(measures.scoring_on(measure, calendar.last_day(*period)), measure.kind, *withheld, calendar.last_day(*period));
  } else if (has_value) {
    errors.push_back({path + "value", "value_with_state", "A row has either a value or a state."});
  }
  if (row.state == ObservationState::na && row.reason.empty())
    errors.push_back({path + "reason", "reason_required", "Say why there is no value for this period."});
  if (errors.size() == errors_before && measure.head.note_below && row.series == Series::actual && row.value && row.note.empty())
    if (auto score = score_of_value(measures.scoring_on(measure, calendar.last_day(*period)), measure.kind, *row.value, calendar.last_day(*period));
        score && *score < *measure.head.note_below)
      errors.push_back({path + "note", "note_required",
                        fmt::format("A value that scores under {} needs a note: what happened, and what is done about it?", measure.head.note_below->text())});
  if (errors.size() != errors_before) return std::nullopt;
  return Prepared{std::move(row), std::move(withheld)};
}

/// What is kept private is in the private record.
void record_withheld(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, std::span<const WithheldValue> kept) {
  insert_withheld(transaction, kept);
  access::ActDraft draft{alliance, kept.front().space, "entered", "withheld_value", kept.front().measure.text(), kept.front().number + 1, "", ""};
  if (kept.size() == 1) {
    draft.after = json::text(kept.front());
  } else {
    std::string text;
    for (const auto& value : kept) json::write(text, value);
    draft.batch_count = kept.size();
    draft.batch_digest = auth::sha256(text);
  }
  door.act(transaction, viewer, draft);
}

}  // namespace

void put_batch(access::ActDraft& draft, std::span<const Observation> rows) {
  std::string text;
  for (const auto& row : rows) json::write(text, row);
  draft.batch_count = rows.size();
  draft.batch_digest = auth::sha256(text);
}

Entered enter(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance,
              std::span<const ObservationInput> inputs, std::string_view source, const EnterOptions& options) {
  const Grant& grant = viewer.need(alliance, Act::enter_observations);
  auto days = days_of(transaction, alliance);
  const Calendar& calendar = days.calendar;
  Instant now = door.now();
  Date today = days.on(now);
  EntryMeasures measures(transaction, grant);
  std::vector<FieldError> errors;
  Entered entered;
  std::map<SpaceId, std::vector<Observation>> writes;
  std::map<SpaceId, std::vector<std::optional<Observation>>> earlier;
  std::set<std::tuple<MeasureId, Series, Period>> seen;
  std::vector<WithheldValue> kept;

  for (std::size_t i = 0; i < inputs.size() && errors.size() < 100; ++i) {
    const auto& input = inputs[i];
    std::string path = fmt::format("[{}].", i);
    const EntryMeasure* measure = measures.find(input.measure);
    auto may = measure ? may_enter_actual(viewer, grant, {measure->head.space, measure->head.owner, measure->head.theme, measure->head.supplier}) : MayEnter::no;
    if (may == MayEnter::no) {
      errors.push_back({path + "measure", "unknown", fmt::format("There is no measure “{}” for which you may enter values.", input.measure)});
      continue;
    }
    if (measure->head.is_computed && input.series.value_or(Series::actual) == Series::actual) {
      errors.push_back({path + "measure", "computed", fmt::format("{} is computed by its formula; enter the values that it is made of.", measure->head.code)});
      continue;
    }
    auto prepared = prepare(input, *measure, measures, calendar, today, path, errors);
    if (!prepared) continue;
    Observation* row = &prepared->row;
    if (prepared->withheld && (measure->head.space == grant.own || !grant.sees(grant.own))) {
      errors.push_back({path + "state", "nobody_to_withhold_from",
                        measure->head.space == grant.own ? "Nobody but your own side sees this measure. Enter the value as it is."
                                                         : "You have no private space to keep the value in."});
      continue;
    }
    if (!seen.insert({row->measure, row->series, row->period}).second) {
      errors.push_back({path + "period", "twice", fmt::format("There are two rows for {} in {}.", measure->head.code, input.period)});
      continue;
    }
    auto present = newest_observation(transaction, row->measure, row->series, row->period);
    if (input.version && *input.version != (present ? present->number + 1 : 0)) {
      throw Error(ErrorKind::precondition_failed, "changed_meanwhile",
                  fmt::format("{} in {} was changed by somebody else meanwhile.", measure->head.code, input.period));
    }
    EnteredRow result{row->measure, row->period, Outcome::new_};
    bool is_withheld = present && present->state == ObservationState::withheld;
    // That a value is withheld, and no more, says nothing new of one that is: so a file that was taken out comes in again.
    bool only_withheld = is_withheld && row->state == ObservationState::withheld && !prepared->withheld;
    bool says_the_same = only_withheld || (present && same_value(*present, *row) &&
                                           (row->state != ObservationState::withheld ||
                                            prepared->withheld == withheld_value(transaction, grant.own, row->measure, row->period, present->number)));
    if (says_the_same && (row->note.empty() || row->note == present->note)) {
      result.outcome = Outcome::unchanged;
    } else if (may == MayEnter::other_supplier && options.ask_supplier && row->series == Series::actual) {
      auto supplier = transaction.one<std::string>("SELECT name FROM party WHERE id = $1", *measure->head.supplier);
      errors.push_back({path + "measure", "other_supplier", other_supplier_words(measure->head.code, supplier.value_or("another party"))});
      continue;
    } else if (is_withheld && present->organisation != viewer.organisation) {
      errors.push_back({path + "measure", "withheld_by_other", withheld_by_other_words(measure->head.code)});
      continue;
    } else {
      bool replaces = present && present->state != ObservationState::missing;
      if (replaces && row->reason.empty() && !options.usual_reason.empty()) row->reason = row->note.empty() ? std::string(options.usual_reason) : row->note;
      if (replaces && !says_the_same && row->reason.empty())
        errors.push_back({path + "reason", "reason_required", "A value stands here already. Say why it changes; the old one is kept."});
      result.outcome = replaces ? Outcome::corrected : Outcome::new_;
      row->number = present ? present->number + 1 : 0;
      row->recorded_at = now;
      row->person = viewer.person;
      row->organisation = viewer.organisation;
      row->source = source;
      if (prepared->withheld) kept.push_back({row->measure, row->period, row->number, grant.own, *prepared->withheld});
      earlier[measure->head.space].push_back(std::move(present));
      writes[measure->head.space].push_back(std::move(*row));
    }
    entered.rows.push_back(result);
  }
  throw_if_any(std::move(errors));

  for (auto& [space, rows] : writes) {
    access::ActDraft draft{alliance, space, "entered", "observation", rows.front().measure.text(), rows.front().number + 1, "", ""};
    std::vector<std::string> changed;
    for (const auto& row : rows)
      if (changed.empty() || changed.back() != row.measure.view()) changed.push_back(row.measure.text());
    std::sort(changed.begin(), changed.end());
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    ActId act = ActId::make(door.random());
    for (auto& row : rows) row.act = act;
    if (rows.size() == 1) {
      draft.after = json::text(rows.front());
      if (earlier[space].front()) draft.before = json::text(*earlier[space].front());
    } else {
      put_batch(draft, rows);
    }
    draft.id = act;
    insert_observations(transaction, rows);
    entered.acts.push_back(door.act(transaction, viewer, draft, std::move(changed)));
  }
  if (!kept.empty()) record_withheld(door, transaction, viewer, alliance, kept);
  return entered;
}

std::vector<Observation> history(db::Transaction& transaction, const Viewer& viewer, const MeasureId& id, const std::optional<Period>& period) {
  auto measure = items::find<Measure>(transaction, viewer, id);
  if (!measure) throw_not_found();
  viewer.need(measure->alliance, Act::read_shared);
  constexpr std::string_view all_sql =
      "SELECT measure, series, period, number, state, value, numerator, denominator, weight, reason, note, flags, recorded_at, "
      "person, organisation, source, act, shared_light FROM observation WHERE measure = $1 ORDER BY recorded_at DESC, period DESC, number DESC";
  constexpr std::string_view one_sql =
      "SELECT measure, series, period, number, state, value, numerator, denominator, weight, reason, note, flags, recorded_at, "
      "person, organisation, source, act, shared_light FROM observation WHERE measure = $1 AND period = $2 ORDER BY recorded_at DESC, number DESC";
  return period ? transaction.all<Observation>(one_sql, id, *period) : transaction.all<Observation>(all_sql, id);
}

}  // namespace entente::scorecard
