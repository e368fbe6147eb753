#include "service_level/store.hpp"

#include "access/chosen_space.hpp"
#include "scorecard/rules.hpp"
#include "scorecard/store.hpp"
#include "service_level/follow.hpp"
#include "strategy/store.hpp"

namespace entente::service_level {
namespace {

namespace items = access::items;
using access::Act;
using access::Grant;

constexpr std::string_view party_sql = "SELECT COUNT(*) FROM party WHERE id = $1 AND alliance = $2";
constexpr std::string_view party_of_agreement_sql = "SELECT COUNT(*) FROM agreement_party WHERE agreement = $1 AND party = $2";
constexpr std::string_view space_of_agreement_sql = "SELECT space FROM agreement WHERE id = $1 AND alliance = $2";
constexpr std::string_view code_taken_sql =
    "SELECT COUNT(*) FROM service_level WHERE alliance = $1 AND space = $2 AND code = $3 AND id <> $4 AND removed_at IS NULL";
constexpr std::string_view codes_sql = "SELECT code FROM service_level WHERE alliance = $1 AND removed_at IS NULL AND (space = $2 OR space = $3)";
constexpr std::string_view has_values_sql = "SELECT COUNT(*) FROM service_level_value WHERE level = $1";

void check_references(db::Transaction& transaction, const ServiceLevel& level, const ServiceLevel* before) {
  std::vector<FieldError> errors;
  for (const auto& [party, path] : {std::pair{level.by_party, "by_party"}, std::pair{level.to_party, "to_party"}}) {
    if (*transaction.one<std::int64_t>(party_sql, party, level.alliance) == 0)
      errors.push_back({path, "unknown", "There is no such party in this alliance."});
    else if (level.agreement && *transaction.one<std::int64_t>(party_of_agreement_sql, *level.agreement, party) == 0)
      errors.push_back({path, "not_in_agreement", "This party is no party to the agreement."});
  }
  std::string id = level.id.empty() ? "-" : level.id.text();
  if (*transaction.one<std::int64_t>(code_taken_sql, level.alliance, level.space, level.code, id) > 0)
    errors.push_back({"code", "taken", fmt::format("Another service level has the code {}.", level.code)});
  throw_if_any(std::move(errors));
  if (level.owner && !(before && before->owner == level.owner)) strategy::need_member(transaction, level.alliance, *level.owner, "owner");
}

void check_or_throw(ServiceLevel& level) {
  std::vector<FieldError> errors;
  check(level, errors);
  throw_if_any(std::move(errors));
}

/// A further limit, in the place of one from the same day.
void put_limit(ServiceLevel& level, Date from, const Decimal& limit) {
  std::erase_if(level.limits, [&](const Limit& step) { return step.from == from; });
  level.limits.push_back({from, limit});
}

/// The measure that follows a level is not taken back with it: it would stay, and say something else.
void refuse_apart(db::Transaction& transaction, const ServiceLevel& present, const ServiceLevel& earlier) {
  if (!is_followed(transaction, present)) return;
  if (earlier.measure != present.measure)
    throw Error(ErrorKind::conflict, "followed", "A measure follows this service level. To end that, remove the measure.");
  if (earlier.limits != present.limits)
    throw Error(ErrorKind::conflict, "followed", "A measure follows this service level, and has this limit as its target. Give a new limit instead.");
}

ServiceLevel need_for_edit(db::Transaction& transaction, const Viewer& viewer, const ServiceLevelId& id, std::int64_t version) {
  auto level = items::need<ServiceLevel>(transaction, viewer, id);
  items::need_edit(transaction, viewer, level);
  access::need_version(level.version, version);
  return level;
}

SpaceId space_of(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const LevelInput& input) {
  if (!input.agreement || !*input.agreement) return access::chosen_space(viewer, alliance, input.private_, {});
  auto space = transaction.one<SpaceId>(space_of_agreement_sql, **input.agreement, alliance);
  if (!space || !viewer.need(alliance, Act::read_shared).sees(*space)) throw_bad_field("agreement", "unknown", "There is no such agreement in this alliance.");
  if (input.private_.value_or(false)) throw_bad_field("private", "of_agreement", "What belongs to an agreement is seen by its parties.");
  return *space;
}

}  // namespace

Changed add(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const LevelInput& input) {
  const Grant& grant = viewer.need(alliance, Act::edit_draft);
  if (!grant.may_edit({})) throw_not_found();
  ServiceLevel level;
  level.alliance = alliance;
  level.space = space_of(transaction, viewer, alliance, input);
  level.starts = scorecard::today_of(transaction, alliance, door.now());
  items::apply(input, level);
  if (!input.grace) level.grace = scorecard::usual_grace(level.frequency);
  if (!input.owner && !viewer.person.empty()) level.owner = viewer.person;
  if (!input.code) level.code = next_code(transaction.all<std::string>(codes_sql, alliance, grant.shared, level.space));
  if (input.limit) put_limit(level, input.limit_from.value_or(level.starts), *input.limit);
  check_or_throw(level);
  check_references(transaction, level, nullptr);
  return items::create(door, transaction, viewer, level);
}

Changed change(Door& door, db::Transaction& transaction, const Viewer& viewer, const ServiceLevelId& id, std::int64_t version, const LevelInput& input) {
  if (input.private_) throw_bad_field("private", "fixed", "Where a service level lies cannot be changed here.");
  ServiceLevel before = need_for_edit(transaction, viewer, id, version);
  if (input.agreement && *input.agreement != before.agreement)
    throw_bad_field("agreement", "fixed", "To which agreement a service level belongs cannot be changed: it lies where that agreement's parties see it.");
  ServiceLevel after = before;
  items::apply(input, after);
  if (input.limit) put_limit(after, input.limit_from ? *input.limit_from : scorecard::today_of(transaction, after.alliance, door.now()), *input.limit);
  check_or_throw(after);
  check_references(transaction, after, &before);
  bool followed = is_followed(transaction, before);
  for (auto [changed, path] : {std::pair{after.unit != before.unit, "unit"}, std::pair{after.frequency != before.frequency, "frequency"},
                               std::pair{after.direction != before.direction, "direction"}})
    if (changed && followed) throw_bad_field(path, "followed", "A measure follows this service level: its unit, frequency and direction stay as they are.");
  if (after.frequency != before.frequency && *transaction.one<std::int64_t>(has_values_sql, id) > 0)
    throw_bad_field("frequency", "has_values", "There are values already. Make a new service level with the other frequency.");
  Changed changed = items::change(door, transaction, viewer, before, after);
  if (!followed || after.limits == before.limits) return changed;
  follow_limits(door, transaction, viewer, before, after);
  changed.undoable = false;
  return changed;
}

Changed remove(Door& door, db::Transaction& transaction, const Viewer& viewer, const ServiceLevelId& id, std::int64_t version) {
  return items::remove(door, transaction, viewer, need_for_edit(transaction, viewer, id, version));
}

Changed follow(Door& door, db::Transaction& transaction, const Viewer& viewer, const ServiceLevelId& id, std::int64_t version, const FollowInput& input) {
  ServiceLevel before = need_for_edit(transaction, viewer, id, version);
  if (is_followed(transaction, before)) throw Error(ErrorKind::conflict, "followed_already", "A measure follows this service level already.");
  ServiceLevel after = before;
  after.measure = make_follower(door, transaction, viewer, before, input);
  Changed changed = items::change(door, transaction, viewer, before, after);
  changed.undoable = false;
  std::vector<LevelValue> values;
  for (auto& [period, value] : newest_values(transaction, id))
    if (value.state != ValueState::missing) values.push_back(std::move(value));
  follow_values(door, transaction, viewer, {{after, std::move(values)}});
  return changed;
}

bool may_enter(const Viewer& viewer, const access::Grant& grant, const ServiceLevel& level) { return grant.may_enter(viewer.person, level.owner, {}); }

void add_undoers(access::Undoers& undoers) {
  undoers.add_item_with<ServiceLevel>([](Door&, db::Transaction& transaction, const Viewer& viewer, const ServiceLevel& present, const ServiceLevel* earlier) {
    items::need_edit(transaction, viewer, present);
    if (!earlier) return;
    refuse_apart(transaction, present, *earlier);
    check_references(transaction, *earlier, earlier);
    items::need_edit(transaction, viewer, *earlier);
  });
  add_value_undoer(undoers);
}

}  // namespace entente::service_level
