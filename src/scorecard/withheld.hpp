#pragma once
#include <optional>
#include <span>
#include <string>

#include "base/date.hpp"
#include "db/transaction.hpp"
#include "scorecard/rules.hpp"

/// Values that a partner keeps, showing their light at most. The shared cell says `withheld`; the value lies in the private
/// space of the organisation that gave it.
namespace entente::scorecard {

struct WithheldValue {
  MeasureId measure;
  Period period;
  std::int64_t number = 0;  ///< of the row of the cell that it stands behind
  SpaceId space;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(WithheldValue, (), (measure, period, number, space, value))

void insert_withheld(db::Transaction&, std::span<const WithheldValue>);
/// The value behind a row, if it lies in this space.
std::optional<std::string> withheld_value(db::Transaction&, const SpaceId&, const MeasureId&, const Period&, std::int64_t number);
/// The same in whichever space it lies: for those whose row it is, and the local operator.
std::optional<WithheldValue> withheld_behind(db::Transaction&, const MeasureId&, const Period&, std::int64_t number);
/// All of a measure that lie in this space, by period and number.
std::vector<WithheldValue> withheld_values(db::Transaction&, const SpaceId&, const MeasureId&);

/// All that lie in this space.
std::vector<WithheldValue> withheld_values(db::Transaction&, const SpaceId&);

/// What a value is worth in a period that ends on this day, 0 to 100; nothing where it has no score.
std::optional<Decimal> score_of_value(const std::optional<std::string>& scoring, ValueKind kind, const std::string& value, Date period_end);

/// The light of a value in a period that ends on this day. It is judged once, when the value is given, and kept: were it
/// judged anew with each change of the target, moving the target would tell the value.
Light light_of_value(const std::optional<std::string>& scoring, ValueKind kind, const std::string& value, Date period_end);

}  // namespace entente::scorecard
