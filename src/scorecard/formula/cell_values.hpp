#pragma once
#include "scorecard/formula/gather.hpp"

namespace entente::scorecard::formula {

/// What a stored measure has in one of its own periods.
struct Cell {
  evaluation::Part part;       ///< its state may be any: without an observation pending, missing or undefined
  std::string_view reason;     ///< with error
  const Unit* unit = nullptr;  ///< where the value was entered in another unit than the measure's present one
};

/// Values from the cells of measures: aggregates the measure's own periods to what a formula asks for. The owner says what
/// a cell holds and how a measure or objective stands. Of a computed measure the cells are those that were worked out; over
/// several of them a formula with a division is worked out once, its inputs aggregated first.
class CellValues : public Values {
 public:
  /// The catalogue has to stay.
  CellValues(const Catalogue& catalogue, const Calendar& calendar) : catalogue_(catalogue), calendar_(calendar) {}
  Value value(std::string_view code, Span span, Nulls nulls, Steps& steps) const override;

 protected:
  /// `own` has the measure's frequency.
  virtual Cell cell(const MeasureInfo& measure, Period own) const = 0;
  /// Of a computed measure; null for all others.
  virtual const Formula* formula(const MeasureInfo&) const { return nullptr; }

 private:
  const Catalogue& catalogue_;
  Calendar calendar_;
};

}  // namespace entente::scorecard::formula
