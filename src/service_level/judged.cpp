// What was missed is not unmade by the party that promised it, in whichever way.
#include "scorecard/store.hpp"
#include "service_level/store.hpp"

namespace entente::service_level {
namespace {

/// What lies in a private space is its organisation's own affair.
bool may_judge_anew(const Viewer& viewer, const ServiceLevel& level) {
  if (viewer.operator_) return true;
  const auto& grant = viewer.need(level.alliance, access::Act::read_shared);
  return grant.party == level.to_party || level.space == grant.own;
}

bool keeps_judgements(db::Transaction& transaction, const ServiceLevel& before, const ServiceLevel& after, Instant now) {
  auto values = newest_values(transaction, before.id);
  Newest newest;
  for (const auto& [period, value] : values) newest[period] = &value;
  auto days = scorecard::days_of(transaction, before.alliance);
  return keeps_judgements(before, after, days.calendar, newest, days.on(now));
}

std::vector<FieldError> at_fields(const ServiceLevel& before, const ServiceLevel& after) {
  std::vector<FieldError> errors;
  if (before.limits != after.limits)
    errors.push_back({"limit_from", "judged",
                      "There are values from that day on, or they are due, and they are judged by the limit of that time. Only the party to which it was promised "
                      "changes that; or choose a later day."});
  for (auto [changed, path] : {std::pair{before.direction != after.direction, "direction"}, std::pair{before.frequency != after.frequency, "frequency"},
                               std::pair{before.grace != after.grace, "grace"}, std::pair{before.starts != after.starts, "starts"},
                               std::pair{before.ends != after.ends, "ends"}, std::pair{before.by_party != after.by_party, "by_party"},
                               std::pair{before.to_party != after.to_party, "to_party"}})
    if (changed)
      errors.push_back({path, "judged", "Periods that have ended would be judged anew. Only the party to which it was promised changes that."});
  return errors;
}

}  // namespace

void watch_levels(Door& all) {
  all.on_act([](Door& door, db::Transaction& transaction, const Viewer& viewer, const access::ActDraft& draft) {
    if (draft.object != "service_level" || draft.before.empty()) return;
    auto before = json::read_kept<ServiceLevel>(draft.before);
    auto after = draft.after.empty() ? before : json::read_kept<ServiceLevel>(draft.after);
    if (draft.after.empty()) after.removed_at = door.now();
    if (may_judge_anew(viewer, before) || keeps_judgements(transaction, before, after, door.now())) return;
    if (draft.kind == "changed") throw_if_any(at_fields(before, after));
    throw Error(ErrorKind::conflict, "judged",
                "Periods of this service level were judged, or their values are due, and that would no longer stand. Only the party to which it was promised does this.");
  });
}

}  // namespace entente::service_level
