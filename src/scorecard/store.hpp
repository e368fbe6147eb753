#pragma once
#include <span>

#include "access/items.hpp"
#include "base/calendar.hpp"
#include "base/zone.hpp"
#include "scorecard/inputs.hpp"
#include "scorecard/types.hpp"

namespace entente::access {

template <>
struct ItemKind<scorecard::Measure> {
  static constexpr std::string_view table = "measure", word = "measure";
  static ThemeId theme(db::Transaction&, const scorecard::Measure&);
};
template <>
struct ItemKind<scorecard::Target> {
  static constexpr std::string_view table = "target", word = "target";
  static ThemeId theme(db::Transaction&, const scorecard::Target&);
};
template <>
struct ItemKind<scorecard::Initiative> {
  static constexpr std::string_view table = "initiative", word = "initiative";
  static ThemeId theme(db::Transaction&, const scorecard::Initiative&);
};
template <>
struct ItemKind<scorecard::Narrative> {
  static constexpr std::string_view table = "narrative", word = "narrative";
  static ThemeId theme(db::Transaction&, const scorecard::Narrative& item) { return item.theme; }
};
template <>
struct ItemKind<scorecard::LightOverride> {
  static constexpr std::string_view table = "light_override", word = "override";
  static ThemeId theme(db::Transaction&, const scorecard::LightOverride&);
};

}  // namespace entente::access

/// Changing the scorecards, and entering values. Every function takes the viewer, refuses with `not_found` what the
/// viewer may not see or do, and returns the act. `version` is the one that If-Match names.
namespace entente::scorecard {

using access::Changed;
using access::Door;
using access::Viewer;

/// A measure, with its first target where `scoring` is given.
Changed add(Door&, db::Transaction&, const Viewer&, const AllianceId&, const MeasureInput&);
Changed change(Door&, db::Transaction&, const Viewer&, const MeasureId&, std::int64_t version, const MeasureInput&);
Changed remove(Door&, db::Transaction&, const Viewer&, const MeasureId&, std::int64_t version);

/// From a day on the measure is scored anew. A target with the same first day is replaced; `version` is that target's, 0 where
/// there is none, and nothing where an import lays a plan down.
Changed add(Door&, db::Transaction&, const Viewer&, const MeasureId&, std::optional<std::int64_t> version, const TargetInput&);
Changed remove(Door&, db::Transaction&, const Viewer&, const TargetId&, std::int64_t version);

Changed add(Door&, db::Transaction&, const Viewer&, const AllianceId&, const InitiativeInput&);
/// The owner may change progress, planned, cost, state and milestones; the rest needs the right to edit.
Changed change(Door&, db::Transaction&, const Viewer&, const InitiativeId&, std::int64_t version, const InitiativeInput&);
Changed remove(Door&, db::Transaction&, const Viewer&, const InitiativeId&, std::int64_t version);

/// `version` is that of the theme's narrative for the period, 0 where there is none.
Changed put(Door&, db::Transaction&, const Viewer&, const ThemeId&, std::int64_t version, const NarrativeInput&);

/// A light set by hand over that of an objective; it counts once another partner consents.
Changed add(Door&, db::Transaction&, const Viewer&, const ObjectiveId&, const OverrideInput&);
Changed consent(Door&, db::Transaction&, const Viewer&, const OverrideId&, std::int64_t version);
Changed remove(Door&, db::Transaction&, const Viewer&, const OverrideId&, std::int64_t version);

struct EnteredRow {
  MeasureId measure;
  Period period;
  Outcome outcome = Outcome::new_;
};

struct Entered {
  std::vector<EnteredRow> rows;
  std::vector<access::ActAnswer> acts;  ///< one for each space that was written to
};

struct EnterOptions {
  bool ask_supplier = true;       ///< not for what another record of the alliance brings along: it was asked there
  std::string_view usual_reason;  ///< of a correction that gives none, nor a note; empty: one is asked for
};

/// Values, all or none. `source` is where they come from ("screen", "api", "csv"). Wrong rows are reported together, at
/// "[3].value". A correction of a value needs a reason, and keeps the old one. Actual values of a measure that another party
/// supplies are refused, and so is what would replace a value that another organisation withholds.
Entered enter(Door&, db::Transaction&, const Viewer&, const AllianceId&, std::span<const ObservationInput>, std::string_view source, const EnterOptions& = {});

/// Makes the act one of many rows: how many, and the SHA-256 of them all as JSON, one after the other in this order.
void put_batch(access::ActDraft&, std::span<const Observation>);

/// All recorded for a measure, newest first; of one period, or of all.
std::vector<Observation> history(db::Transaction&, const Viewer&, const MeasureId&, const std::optional<Period>& period);

void add_undoers(access::Undoers&);
/// Of values: each cell gets its earlier value again, as a further row of its history.
void add_entry_undoer(access::Undoers&);

/// The alliance's fiscal calendar: that of the version in force, until the first ratification that of the working draft.
Calendar calendar_of(db::Transaction&, const AllianceId&);

/// By what an alliance counts its days.
struct Days {
  Calendar calendar;
  std::string zone;  ///< IANA name

  Date on(Instant at) const { return day_in(at, zone); }
};
Days days_of(db::Transaction&, const AllianceId&);

/// The day that it is in the alliance's zone.
Date today_of(db::Transaction&, const AllianceId&, Instant now);

}  // namespace entente::scorecard
