#pragma once
#include <optional>
#include <string>
#include <vector>

#include "scorecard/evaluation/definition.hpp"

namespace entente::scorecard::evaluation {

/// What few cells have besides a value.
struct Detail {
  std::string text;  ///< the value, if it is a text
  std::string reason;
  const char* problem = nullptr;
  Decimal numerator, denominator, weight = Decimal::from_integer(1);
  std::optional<Decimal> other;      ///< a disputed value's other side
  Light shared_light = Light::grey;  ///< of a withheld cell
  std::uint16_t have = 0, of = 0;    ///< of a cell made from finer observations
  bool has_ratio = false;
};

/// One cell as it goes in and out of the columns.
struct Cell {
  State state = State::value;  ///< value, na, withheld or error
  ValueKind kind = ValueKind::none;
  Flags flags = no_flags;
  std::int32_t detail = -1;
  Decimal number;
};

/// The cells of all measures as typed columns, one array for each field. A measure's cells lie side by side in the
/// order of time; periods without a cell take no room. A measure that outgrows its place moves to the end.
class Columns {
 public:
  explicit Columns(std::size_t measures) : places_(measures) {}

  std::int32_t size(std::size_t measure) const { return places_[measure].size; }
  /// The position of the last cell at or before a period (by its index); −1 if there is none. Positions count from 0
  /// within the measure.
  std::int32_t at_or_before(std::size_t measure, std::int32_t period) const;
  /// The position of the cell of exactly this period, or −1.
  std::int32_t find(std::size_t measure, std::int32_t period) const {
    const std::int32_t position = at_or_before(measure, period);
    return position >= 0 && this->period(measure, position) == period ? position : -1;
  }

  std::int32_t period(std::size_t measure, std::int32_t position) const { return periods_[slot(measure, position)]; }
  State state(std::size_t measure, std::int32_t position) const { return states_[slot(measure, position)]; }
  ValueKind kind(std::size_t measure, std::int32_t position) const { return kinds_[slot(measure, position)]; }
  Decimal number(std::size_t measure, std::int32_t position) const { return numbers_[slot(measure, position)]; }
  std::int32_t detail(std::size_t measure, std::int32_t position) const { return details_[slot(measure, position)]; }
  Cell cell(std::size_t measure, std::int32_t position) const;

  void put(std::size_t measure, std::int32_t period, const Cell& cell);
  void remove(std::size_t measure, std::int32_t position);

 private:
  struct Place {
    std::uint32_t offset = 0;
    std::int32_t size = 0, capacity = 0;
  };
  std::size_t slot(std::size_t measure, std::int32_t position) const {
    return places_[measure].offset + static_cast<std::size_t>(position);
  }
  void resize(std::size_t slots);
  void copy(std::size_t from, std::size_t to);
  void make_room(Place& place);

  std::vector<Place> places_;
  std::vector<Decimal> numbers_;
  std::vector<std::int32_t> periods_, details_;
  std::vector<Flags> flags_;
  std::vector<State> states_;
  std::vector<ValueKind> kinds_;
};

}  // namespace entente::scorecard::evaluation
