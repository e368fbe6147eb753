#pragma once
#include <optional>
#include <string>
#include <unordered_map>

#include "scorecard/rules.hpp"
#include "scorecard/store.hpp"

/// The measures that come with values, as what is in force has them.
namespace entente::scorecard {

/// What is asked of a measure from a day on.
struct TargetStep {
  Date from;
  std::string scoring;
};
BOOST_DESCRIBE_STRUCT(TargetStep, (), (from, scoring))

/// What has to be known of a measure to take its values.
struct MeasureHead {
  MeasureId id;
  SpaceId space;
  std::string code;
  Frequency frequency = Frequency::month;
  std::optional<PersonId> owner;
  bool is_computed = false;
  ThemeId theme;
  std::optional<std::string> scoring;  ///< the newest
  std::optional<Decimal> note_below;
  std::optional<PartyId> supplier;  ///< only one that can supply: a partner that has joined
  bool agreed = false;              ///< the version in force has it
  std::optional<std::string> agreed_targets;  ///< its `TargetStep`s there, as JSON
};
BOOST_DESCRIBE_STRUCT(MeasureHead, (), (id, space, code, frequency, owner, is_computed, theme, scoring, note_below, supplier, agreed, agreed_targets))

struct EntryMeasure {
  MeasureHead head;
  ValueKind kind = ValueKind::number;
};

/// The measures that the rows of one call name by identifier or code, each looked up once. What the grant does not see is not
/// found.
class EntryMeasures {
 public:
  EntryMeasures(db::Transaction& transaction, const access::Grant& grant) : transaction_(transaction), grant_(grant) {}

  /// Null where there is none. Good as long as this is.
  const EntryMeasure* find(const std::string& name);

  /// What is asked in a period that ends on this day: the newest target that holds by then, and before all of them the first.
  std::optional<std::string> scoring_on(const EntryMeasure&, Date) const;

 private:
  std::optional<EntryMeasure> by_code(const std::string& code);

  db::Transaction& transaction_;
  const access::Grant& grant_;
  std::unordered_map<std::string, std::optional<EntryMeasure>> known_;
  std::unordered_map<std::string, std::optional<MeasureHead>> codes_;
};

/// The newest row of a cell, and writing rows.
std::optional<Observation> newest_observation(db::Transaction&, const MeasureId&, Series, const Period&);
void insert_observations(db::Transaction&, std::span<const Observation>);

}  // namespace entente::scorecard
