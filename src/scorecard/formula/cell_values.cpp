#include "scorecard/formula/cell_values.hpp"

#include <fmt/format.h>

#include "scorecard/formula/evaluate.hpp"

namespace entente::scorecard::formula {

Value CellValues::value(std::string_view code, Span span, Nulls nulls, Steps& steps) const {
  const MeasureInfo* measure = catalogue_.measure(code);
  if (!measure) return Value::none(State::undefined);
  if (measure->frequency > span.first.frequency)
    return Value::error(fmt::format("{} has longer periods than asked for.", code));
  const Period first = calendar_.first_part(span.first, measure->frequency);
  const Period last = calendar_.last_part(span.last, measure->frequency);
  if (first != last)
    if (const Formula* computed = formula(*measure); computed && computed->has_division)
      return work_out(*computed, {first, last}, *this, calendar_, steps);
  Gather gather(measure->kind, nulls);
  const Unit* unit = nullptr;
  bool any = false, switched = false;
  for (Period own = first; own <= last; own = own.next()) {
    steps.take(1);
    const Cell found = cell(*measure, own);
    if (found.part.state == State::value) {
      const Unit& present = measure->unit;
      switched = switched || (any && (unit ? *unit : present) != (found.unit ? *found.unit : present));
      unit = found.unit;
      any = true;
    }
    gather.add(found.part, found.reason);
  }
  Value value = gather.finish(measure->aggregation);
  if (value.state != State::value) return value;
  if (switched) return Value::error(fmt::format("The unit of {} was switched within these periods.", code));
  value.unit = unit;
  return value;
}

}  // namespace entente::scorecard::formula
