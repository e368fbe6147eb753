#include "service_level/follow.hpp"

#include "scorecard/store.hpp"

namespace entente::service_level {
namespace {

constexpr std::string_view source_word = "service_level";
constexpr std::string_view follower_there_sql = "SELECT COUNT(*) FROM measure WHERE id = $1 AND removed_at IS NULL";
constexpr std::string_view followed_by_sql = "SELECT COUNT(*) FROM service_level WHERE measure = $1 AND removed_at IS NULL";
constexpr std::string_view foreign_values_sql =
    "SELECT COUNT(*) FROM service_level JOIN observation ON observation.measure = service_level.measure WHERE service_level.alliance = $1 "
    "AND service_level.removed_at IS NULL AND observation.act = $2 AND observation.series = 'actual' AND observation.source <> $3";

scorecard::ScoringJson scoring_of(Direction direction, const Decimal& limit) {
  scorecard::ScoringJson scoring;
  scoring.text = fmt::format(R"({{"type":"{0}","red":{1},"green":{1}}})", direction == Direction::at_least ? "higher" : "lower", limit.text());
  return scoring;
}

/// The same person, whose right to enter the level's values reaches the measure that follows it.
Viewer entering(const Viewer& viewer, const AllianceId& alliance) {
  Viewer out = viewer;
  for (auto& grant : out.grants)
    if (grant.alliance == alliance) grant.roles.add(access::Role::alliance_manager);
  return out;
}

/// What a change of a measure leaves as it was.
bool same_taking(const std::string& before, const std::string& after) {
  if (before.empty() || after.empty()) return true;
  auto was = json::read_kept<scorecard::Measure>(before), is = json::read_kept<scorecard::Measure>(after);
  return was.unit == is.unit && was.frequency == is.frequency && was.formula == is.formula;
}

}  // namespace

bool is_followed(db::Transaction& transaction, const ServiceLevel& level) {
  return level.measure && *transaction.one<std::int64_t>(follower_there_sql, *level.measure) > 0;
}

MeasureId make_follower(Door& door, db::Transaction& transaction, const Viewer& viewer, const ServiceLevel& level, const FollowInput& input) {
  const auto& grant = viewer.need(level.alliance, access::Act::edit_draft);
  scorecard::MeasureInput measure;
  measure.objective = input.objective;
  measure.code = input.code;
  measure.name = input.name.value_or(level.name);
  measure.definition = level.promise;
  measure.unit = level.unit;
  measure.decimals = level.decimals;
  measure.frequency = level.frequency;
  measure.aggregation = scorecard::Aggregation::mean;
  measure.source = scorecard::Source::feed;
  measure.owner = level.owner;
  measure.supplier = level.by_party;
  measure.grace = level.grace;
  measure.starts = level.starts;
  if (level.space == grant.own) measure.private_ = true;
  else if (level.space != grant.shared) measure.space = level.space;
  measure.scoring = scoring_of(level.direction, level.limits.front().limit);
  measure.effective_from = std::min(level.limits.front().from, level.starts);
  auto made = scorecard::add(door, transaction, viewer, level.alliance, measure);
  auto id = *MeasureId::parse(made.id);
  for (std::size_t i = 1; i < level.limits.size(); ++i)
    scorecard::add(door, transaction, viewer, id, std::nullopt, scorecard::TargetInput{level.limits[i].from, scoring_of(level.direction, level.limits[i].limit), {}, {}});
  return id;
}

void follow_limits(Door& door, db::Transaction& transaction, const Viewer& viewer, const ServiceLevel& before, const ServiceLevel& after) {
  for (const auto& step : after.limits)
    if (std::find(before.limits.begin(), before.limits.end(), step) == before.limits.end())
      scorecard::add(door, transaction, viewer, *after.measure, std::nullopt, scorecard::TargetInput{step.from, scoring_of(after.direction, step.limit), {}, {}});
}

void follow_values(Door& door, db::Transaction& transaction, const Viewer& viewer, const NewValues& values) {
  std::vector<scorecard::ObservationInput> rows;
  for (const auto& [level, written] : values) {
    if (!is_followed(transaction, level)) continue;
    for (const auto& value : written) {
      scorecard::ObservationInput row;
      row.measure = level.measure->text();
      row.period = value.period.text();
      if (value.state == ValueState::value) row.value = json::Value(value.value->text());
      if (value.state == ValueState::na) row.state = scorecard::ObservationState::na;
      if (value.state == ValueState::missing) row.state = scorecard::ObservationState::missing;
      row.reason = value.reason.empty() ? "As the service level." : value.reason;
      row.note = value.note;
      rows.push_back(std::move(row));
    }
  }
  if (rows.empty()) return;
  // Whether this side may give the value was asked of the level.
  const auto& alliance = values.front().first.alliance;
  scorecard::enter(door, transaction, entering(viewer, alliance), alliance, rows, source_word, {.ask_supplier = false, .usual_reason = {}});
}

void watch_measures(Door& all) {
  all.on_act([](Door&, db::Transaction& transaction, const Viewer&, const access::ActDraft& draft) {
    bool taking_changed = draft.object == "measure" && draft.kind != "created" && !same_taking(draft.before, draft.after);
    if (taking_changed && *transaction.one<std::int64_t>(followed_by_sql, draft.object_id) > 0)
      throw Error(ErrorKind::conflict, "follows_service_level", "This measure follows a service level: its unit and frequency change with that one only.");
    // Taken back apart, the measure would say something else than the level.
    std::string_view allowed = draft.kind == "undone" ? "" : source_word;
    if (draft.object == "observation" && *transaction.one<std::int64_t>(foreign_values_sql, draft.alliance, draft.id, allowed) > 0)
      throw Error(ErrorKind::conflict, "follows_service_level", "This measure follows a service level: enter the value there.");
  });
}

}  // namespace entente::service_level
