#include "discipline/measure_reviews.hpp"

#include "base/text.hpp"
#include "scorecard/scoring_json.hpp"
#include "scorecard/store.hpp"

namespace entente::access {

ThemeId ItemKind<discipline::MeasureReview>::theme(db::Transaction& transaction, const discipline::MeasureReview& item) {
  return transaction
      .one<ThemeId>("SELECT objective.theme FROM measure JOIN objective ON objective.id = measure.objective WHERE measure.id = $1", item.measure)
      .value_or(ThemeId());
}

}  // namespace entente::access

namespace entente::discipline {
namespace {

namespace items = access::items;

constexpr std::size_t most_decided = 50;

DecisionView view_of(const model::Look& look, const MeasureReview& review, const std::map<PersonId, std::string>& deciders) {
  auto by = deciders.find(review.by_person);
  const auto* party = look.reading.party(review.by_party);
  return {review.id, review.verdict, review.reason, by == deciders.end() ? "" : by->second, party ? party->name : "", review.decided_at, review.quiet_until};
}

std::optional<Date> first_value_of(const model::Reading& reading, const scorecard::Measure& measure) {
  auto values = reading.contents().observations.find(measure.id);
  if (values == reading.contents().observations.end() || !values->second) return std::nullopt;
  std::optional<Instant> first;
  for (const auto& cell : values->second->actual)
    if (!first || cell.recorded_at < *first) first = cell.recorded_at;
  if (!first) return std::nullopt;
  return first->day();
}

Habit habit_of(const model::Look& look, const scorecard::Measure& measure, const Looks& looks, const std::vector<model::CellView>& cells, const MeasureReview* last) {
  Habit habit;
  std::vector<PastLight> past;
  for (const auto& cell : cells) {
    const auto* target = look.reading.target_on(measure.id, look.reading.calendar().last_day(parse_period(cell.period)));
    bool by_hand = target && scorecard::parse_scoring(target->scoring.text).type == model::evaluation::ScoringType::manual;
    past.push_back({cell.state == model::State::value && !cell.value.text.empty() && cell.value.text != "null", by_hand, static_cast<strategy::Light>(cell.light)});
  }
  habit.lights = lights_that_count(past);
  habit.first_value = first_value_of(look.reading, measure);
  habit.counted_since = looks.since;
  if (auto found = looks.recent.find(measure.id); found != looks.recent.end()) habit.looks = found->second;
  habit.review_date = measure.review_date;
  if (last) habit.quiet_until = last->quiet_until;
  return habit;
}

}  // namespace

Decided decide(access::Door& door, db::Transaction& transaction, const access::Viewer& viewer, const MeasureId& id, const ReviewInput& input) {
  auto measure = items::need<scorecard::Measure>(transaction, viewer, id);
  items::need_edit(transaction, viewer, measure);
  Date today = scorecard::today_of(transaction, measure.alliance, door.now());
  std::vector<FieldError> errors;
  MeasureReview review;
  review.reason = clean_text(input.reason, "reason", {.longest = 4000, .lines = TextRule::Lines::many}, errors);
  if (input.verdict == ReviewVerdict::drop && !measure.retired && measure.starts && *measure.starts >= today)
    errors.push_back({"verdict", "not_begun", "This measure has not begun to count. Take it out of the plan instead."});
  throw_if_any(std::move(errors));
  review.alliance = measure.alliance;
  review.space = measure.space;
  review.measure = id;
  review.verdict = input.verdict;
  review.by_person = viewer.person;
  review.by_party = viewer.need(measure.alliance, access::Act::edit_draft).party;
  review.decided_at = door.now();
  review.quiet_until = rest_after(input.verdict, today);
  Decided out;
  if (input.verdict == ReviewVerdict::drop && !measure.retired) {
    scorecard::MeasureInput retired;
    retired.retired = std::optional(today);
    out.acts.push_back(scorecard::change(door, transaction, viewer, id, measure.version, retired).act);
  }
  auto changed = items::create(door, transaction, viewer, review, "decided");
  out.id = changed.id;
  out.version = changed.version;
  out.acts.push_back(changed.act);
  return out;
}

std::vector<MeasureReview> measure_reviews(db::Transaction& transaction, const access::Viewer& viewer, const AllianceId& alliance) {
  auto all = items::all<MeasureReview>(transaction, viewer, alliance);
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
    return std::pair(b.decided_at.microseconds, b.id.view()) < std::pair(a.decided_at.microseconds, a.id.view());
  });
  return all;
}

void add_review_undoer(access::Undoers& undoers) { undoers.add_item<MeasureReview>(); }

std::map<PersonId, std::string> deciders_of(db::Transaction& transaction, const AllianceId& alliance) {
  std::map<PersonId, std::string> out;
  transaction.each("SELECT DISTINCT person.id, person.name FROM measure_review JOIN person ON person.id = measure_review.by_person WHERE measure_review.alliance = $1",
                   [&](const db::Row& row) { out[row.get<PersonId>(0)] = row.get<std::string>(1); }, alliance);
  return out;
}

Renegotiation build_renegotiation(const model::Look& look, const Looks& looks, const std::vector<MeasureReview>& reviews, const std::map<PersonId, std::string>& deciders) {
  const auto& reading = look.reading;
  Renegotiation out;
  out.counted_since = looks.since;
  model::Judge judge(reading, look.today);
  for (const auto& measure : reading.contents().measures) {
    if (measure.retired && *measure.retired <= look.today) continue;
    ++out.measures;
    auto last = std::find_if(reviews.begin(), reviews.end(), [&](const MeasureReview& review) { return review.measure == measure.id; });
    const MeasureReview* decision = last == reviews.end() ? nullptr : &*last;
    auto cells = model::cells_of(look, judge, measure, periods_looked_at, model::Bands::left_out);
    Habit habit = habit_of(look, measure, looks, cells, decision);
    out.lights_tell += lights_tell(habit);
    out.looks_tell += looks_tell(habit, look.today);
    auto why = standings(habit, look.today);
    if (why.empty()) continue;
    auto row = model::measure_row(look, judge, measure, 1);
    PutUp item;
    item.measure = measure.id;
    item.code = measure.code;
    item.name = measure.name;
    if (const auto* objective = reading.objective(measure.objective)) {
      item.objective = objective->code + " " + objective->title;
      if (const auto* theme = reading.theme(objective->theme)) item.theme = {theme->id, theme->name, theme->colour};
      item.may_decide = !look.is_past() && look.grant.may_edit(objective->theme);
    }
    item.owner = row.owner ? row.owner->name : "";
    item.target = row.target;
    item.judgement = row.judgement;
    item.standings = std::move(why);
    item.judged = static_cast<int>(habit.lights.size());
    item.green = static_cast<int>(std::count(habit.lights.begin(), habit.lights.end(), strategy::Light::green));
    item.red = static_cast<int>(std::count(habit.lights.begin(), habit.lights.end(), strategy::Light::red));
    item.looks = habit.looks;
    item.review_date = measure.review_date;
    if (decision) item.last = view_of(look, *decision, deciders);
    item.recent = std::move(cells);
    out.items.push_back(std::move(item));
  }
  std::stable_sort(out.items.begin(), out.items.end(), [](const PutUp& a, const PutUp& b) { return a.standings.size() > b.standings.size(); });
  for (const auto& review : reviews) {
    const auto* measure = reading.measure(review.measure);
    if (measure && out.decided.size() < most_decided) out.decided.push_back({measure->id, measure->code, measure->name, view_of(look, review, deciders)});
  }
  return out;
}

}  // namespace entente::discipline
