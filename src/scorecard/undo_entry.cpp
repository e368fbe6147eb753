// Taking values back: each cell gets its earlier value again, as a further row of its history.
#include "scorecard/entry_measures.hpp"
#include "scorecard/withheld.hpp"

namespace entente::scorecard {
namespace {

using access::ActDraft;

constexpr std::string_view columns_of_rows =
    "SELECT observation.measure, observation.series, observation.period, observation.number, observation.state, observation.value, "
    "observation.numerator, observation.denominator, observation.weight, observation.reason, observation.note, observation.flags, "
    "observation.recorded_at, observation.person, observation.organisation, observation.source, observation.act, observation.shared_light "
    "FROM measure JOIN observation ON observation.measure = measure.id WHERE measure.alliance = $1 AND observation.act = $2 "
    "ORDER BY observation.measure, observation.series, observation.period";
constexpr std::string_view row_sql =
    "SELECT measure, series, period, number, state, value, numerator, denominator, weight, reason, note, flags, recorded_at, person, "
    "organisation, source, act, shared_light FROM observation WHERE measure = $1 AND series = $2 AND period = $3 AND number = $4";
constexpr std::string_view newest_number_sql =
    "SELECT MAX(number) FROM observation WHERE measure = $1 AND series = $2 AND period = $3";
Changed undo_entry(Door& door, db::Transaction& transaction, const Viewer& viewer, const ActId& act, const AllianceId& alliance) {
  viewer.need(alliance, access::Act::enter_observations);
  auto rows = transaction.all<Observation>(columns_of_rows, alliance, act);
  if (rows.empty()) throw Error(ErrorKind::conflict, "not_undoable", "This cannot be undone.");
  ActId undoing = ActId::make(door.random());
  std::vector<std::string> changed;
  SpaceId space;
  std::vector<Observation> written;
  std::vector<WithheldValue> kept;
  for (const auto& row : rows) {
    auto measure = access::items::need<Measure>(transaction, viewer, row.measure);
    const auto& grant = viewer.need(alliance, access::Act::enter_observations);
    if (!grant.may_enter(viewer.person, measure.owner, access::ItemKind<Measure>::theme(transaction, measure))) throw_not_found();
    if (row.organisation != viewer.organisation && !viewer.operator_)
      throw Error(ErrorKind::conflict, "not_yours", "The other side entered this. Correct it, or dispute it.");
    space = measure.space;
    auto newest = transaction.one<std::int64_t>(newest_number_sql, row.measure, row.series, row.period);
    if (newest != row.number)
      throw Error(ErrorKind::conflict, "changed_since", "One of these values was changed again since. Undo the later change first.");
    Observation back;
    if (row.number > 0) {
      back = *transaction.one<Observation>(row_sql, row.measure, row.series, row.period, row.number - 1);
      // What another side kept lies where only that side can bring it back from.
      if (back.state == ObservationState::withheld && back.organisation != row.organisation)
        throw Error(ErrorKind::conflict, "not_yours", "The other side withheld what stood here before. Only that side gives it again.");
    } else {
      back = row;
      back.state = ObservationState::missing;
      back.value.reset();
      back.numerator.reset();
      back.denominator.reset();
      back.weight.reset();
      back.note.clear();
      back.flags.clear();
      back.shared_light.reset();
    }
    back.number = row.number + 1;
    back.reason = "Taken back.";
    back.recorded_at = door.now();
    back.person = viewer.person;
    back.organisation = row.organisation;  // its value stays its own when the operator takes it back
    back.act = undoing;
    // What was withheld then is so again.
    if (back.state == ObservationState::withheld && row.number > 0)
      if (auto value = withheld_behind(transaction, row.measure, row.period, row.number - 1))
        kept.push_back({row.measure, row.period, back.number, value->space, std::move(value->value)});
    changed.push_back(row.measure.text());
    written.push_back(std::move(back));
  }
  insert_observations(transaction, written);
  insert_withheld(transaction, kept);
  ActDraft draft{alliance, space, "undone", "observation", rows.front().measure.text(), written.front().number + 1, "", ""};
  draft.id = undoing;
  if (rows.size() == 1) {
    draft.before = json::text(rows.front());
    draft.after = json::text(written.front());
  } else {
    put_batch(draft, written);
  }
  std::sort(changed.begin(), changed.end());
  changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
  auto answer = door.act(transaction, viewer, draft, std::move(changed));
  return {rows.front().measure.text(), written.front().number + 1, answer, true};
}

}  // namespace

void add_entry_undoer(access::Undoers& undoers) {
  undoers.add("observation", [](Door& door, db::Transaction& transaction, const Viewer& viewer, const ActId& act, const std::string&,
                                const AllianceId& alliance, const std::string&, const std::string&) {
    return undo_entry(door, transaction, viewer, act, alliance);
  });
}

}  // namespace entente::scorecard
