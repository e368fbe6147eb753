#pragma once
#include <string>
#include <vector>

#include "review/types.hpp"

/// Pure rules of freezes: what differs between two, and what was restated since one was taken.
namespace entente::review {

enum class Change : std::uint8_t { added, changed, removed };
BOOST_DESCRIBE_ENUM(Change, added, changed, removed)

/// A part of a definition that differs, in the words of the screens.
struct FieldChange {
  std::string name;
  std::string before;
  std::string after;
};
BOOST_DESCRIBE_STRUCT(FieldChange, (), (name, before, after))

/// Where something stood. `value` is that of a measure, of `period`.
struct Standing {
  model::Light light = model::Light::grey;
  std::optional<Decimal> score;
  json::RawScalar value;
  std::string period;
};
BOOST_DESCRIBE_STRUCT(Standing, (), (light, score, value, period))

/// A value that one freeze has otherwise than the other, or than what is known now.
struct Restated {
  MeasureId measure;
  std::string code;
  std::string name;
  std::string unit;
  std::int64_t decimals = 0;
  std::string period;
  std::string label;
  json::RawScalar before;
  json::RawScalar after;
  model::State state_before = model::State::missing;
  model::State state_after = model::State::missing;
};
BOOST_DESCRIBE_STRUCT(Restated, (), (measure, code, name, unit, decimals, period, label, before, after, state_before, state_after))

/// One thing that stands or is defined otherwise. `before` is absent for what was added, `after` for what was removed.
struct Compared {
  model::NodeKind kind = model::NodeKind::measure;
  std::string id;
  std::string code;
  std::string title;
  std::string unit;
  std::int64_t decimals = 0;
  Change change = Change::changed;
  std::optional<Standing> before;
  std::optional<Standing> after;
  std::vector<FieldChange> fields;
};
BOOST_DESCRIBE_STRUCT(Compared, (), (kind, id, code, title, unit, decimals, change, before, after, fields))

struct Comparison {
  std::vector<Compared> items;     ///< alliance, themes, objectives, measures, each in the order of the later one
  std::vector<Restated> restated;  ///< periods that both have, with other values
};
BOOST_DESCRIBE_STRUCT(Comparison, (), (items, restated))

Comparison compare(const Document& before, const Document& after);

/// The values of a freeze that are known otherwise by now: `now` is the same picture made today, for the same period.
std::vector<Restated> restated_since(const Document& frozen, const model::ScorecardView& now);

/// A thing that a freeze saw and that has been removed from the plan since: what is known of it today is nothing.
struct Gone {
  model::NodeKind kind = model::NodeKind::measure;
  std::string id;
};
BOOST_DESCRIBE_STRUCT(Gone, (), (kind, id))
std::vector<Gone> gone_since(const Document& frozen, const model::ScorecardView& now);

/// The bytes that are kept and their digest.
std::string text(const Document& document);
std::string digest(std::string_view text);

}  // namespace entente::review
