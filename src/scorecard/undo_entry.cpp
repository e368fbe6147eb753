// Taking values back: each cell gets its earlier value again, as a further row of its history.
#include "scorecard/entry_measures.hpp"
#include "scorecard/withheld.hpp"

namespace entente::scorecard {
namespace {

using access::ActDraft;

std::string columns_of(std::string_view row) {
  std::string out;
  access::items::each_member<Observation>([&](std::string_view name, auto) { out += fmt::format("{}{}.{}", out.empty() ? "" : ", ", row, name); });
  return out;
}

// What the act wrote, by its index; what stood before each row; and how many of the cells say something newer by now.
const std::string entered_sql =
    fmt::format("SELECT {} FROM observation entered WHERE entered.act = $1 ORDER BY entered.measure, entered.series, entered.period", columns_of("entered"));
const std::string earlier_sql = fmt::format(
    "SELECT {} FROM observation entered JOIN observation earlier ON earlier.measure = entered.measure AND earlier.series = entered.series AND "
    "earlier.period = entered.period AND earlier.number = entered.number - 1 WHERE entered.act = $1",
    columns_of("earlier"));
constexpr std::string_view newer_sql =
    "SELECT COUNT(*) FROM observation entered JOIN observation newer ON newer.measure = entered.measure AND newer.series = entered.series AND "
    "newer.period = entered.period AND newer.number = entered.number + 1 WHERE entered.act = $1";

/// The measure of what is taken back, once it is clear that the viewer may enter values for it.
Measure need_entered(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const MeasureId& id) {
  auto measure = access::items::need<Measure>(transaction, viewer, id);
  const auto& grant = viewer.need(alliance, access::Act::enter_observations);
  if (measure.alliance != alliance || !grant.may_enter(viewer.person, measure.owner, access::ItemKind<Measure>::theme(transaction, measure))) throw_not_found();
  return measure;
}

Changed undo_entry(Door& door, db::Transaction& transaction, const Viewer& viewer, const ActId& act, const AllianceId& alliance) {
  viewer.need(alliance, access::Act::enter_observations);
  auto rows = transaction.all<Observation>(entered_sql, act);
  if (rows.empty()) throw Error(ErrorKind::conflict, "not_undoable", "This cannot be undone.");
  std::map<std::tuple<MeasureId, Series, Period>, Observation> before;
  for (auto& row : transaction.all<Observation>(earlier_sql, act)) before.emplace(std::tuple(row.measure, row.series, row.period), std::move(row));
  ActId undoing = ActId::make(door.random());
  std::vector<std::string> changed;
  SpaceId space;
  std::vector<Observation> written;
  std::vector<WithheldValue> kept;
  for (const auto& row : rows) {
    if (changed.empty() || changed.back() != row.measure.view()) {
      space = need_entered(transaction, viewer, alliance, row.measure).space;
      changed.push_back(row.measure.text());
    }
    if (row.organisation != viewer.organisation && !viewer.operator_)
      throw Error(ErrorKind::conflict, "not_yours", "The other side entered this. Correct it, or dispute it.");
    Observation back;
    if (row.number > 0) {
      back = before.at({row.measure, row.series, row.period});
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
    written.push_back(std::move(back));
  }
  if (*transaction.one<std::int64_t>(newer_sql, act) > 0)
    throw Error(ErrorKind::conflict, "changed_since", "One of these values was changed again since. Undo the later change first.");
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
