#pragma once
#include <doctest/doctest.h>

#include <map>
#include <string>

#include "scorecard/formula/cell_values.hpp"
#include "scorecard/formula/evaluate.hpp"

/// A few measures with values in memory, for the tests of this room.
namespace entente::scorecard::formula::test {

inline Unit unit(std::string_view text) {
  return *Unit::read(text);
}
inline Decimal number(std::string_view text) {
  return parse_decimal(text);
}

class Stored : public CellValues {
 public:
  explicit Stored(const Catalogue& catalogue, const Calendar& calendar = {}) : CellValues(catalogue, calendar) {}

  void put(const std::string& code, std::string_view period, std::string_view value) {
    Cell cell;
    cell.part.value.kind = evaluation::ValueKind::number;
    cell.part.value.number = number(value);
    cells[code][parse_period(period)] = cell;
  }
  void put(const std::string& code, Period period, Decimal value) {
    Cell cell;
    cell.part.value.kind = evaluation::ValueKind::number;
    cell.part.value.number = value;
    cells[code][period] = cell;
  }
  void put_state(const std::string& code, Period period, State state) {
    Cell cell;
    cell.part.state = state;
    cells[code][period] = cell;
  }
  /// Into consecutive periods.
  void fill(const std::string& code, std::string_view first, std::initializer_list<const char*> values) {
    Period period = parse_period(first);
    for (const char* value : values) {
      if (*value) put(code, period, number(value));
      period = period.next();
    }
  }

  Cell cell(const MeasureInfo& measure, Period own) const override {
    if (const auto of_code = cells.find(measure.code); of_code != cells.end())
      if (const auto found = of_code->second.find(own); found != of_code->second.end()) return found->second;
    Cell none;
    none.part.state = own >= pending_from && own.frequency == pending_from.frequency ? State::pending : State::missing;
    return none;
  }
  Standing standing(std::string_view code, Period, const Values&, Steps&) const override {
    const auto found = standings.find(code);
    return found == standings.end() ? Standing{} : found->second;
  }

  std::map<std::string, std::map<Period, Cell>, std::less<>> cells;
  std::map<std::string, Standing, std::less<>> standings;
  Period pending_from = parse_period("2999-01");
};

/// A, B, C: EUR a month, sums; D: days; P: %; K: EUR thousand; U: USD; N: patients; Q: EUR a quarter; W: EUR a week,
/// sums; T: a truth; S: a text; X: a date; CO-1 and LA4.4: plain; O1 and O2: objectives.
inline Catalogue catalogue() {
  Catalogue all;
  const auto add = [&](std::string code, std::string_view unit_text, Frequency frequency = Frequency::month,
                       Aggregation aggregation = Aggregation::sum, Kind kind = Kind::number) {
    all.add({code, "Measure " + code, kind, unit(unit_text), frequency, aggregation});
  };
  for (const char* code : {"A", "B", "C"}) add(code, "EUR");
  add("D", "days", Frequency::month, Aggregation::mean);
  add("P", "%", Frequency::month, Aggregation::mean);
  add("K", "EUR thousand");
  add("U", "USD");
  add("N", "patients");
  add("Q", "EUR", Frequency::quarter);
  add("W", "EUR", Frequency::week);
  add("L", "EUR", Frequency::month, Aggregation::last);
  add("Z", "EUR", Frequency::month, Aggregation::none);
  add("T", "", Frequency::month, Aggregation::last, Kind::truth);
  add("S", "", Frequency::month, Aggregation::last, Kind::text);
  add("X", "", Frequency::month, Aggregation::last, Kind::date);
  add("CO-1", "");
  add("LA4.4", "");
  all.add_objective("O1", "First objective");
  all.add_objective("O2", "Second objective");
  return all;
}

inline Formula compiled(std::string_view text, const Catalogue& all, Settings settings = {}) {
  Compiled result = compile(text, std::move(settings), all);
  for (const Problem& problem : result.problems) FAIL_CHECK(std::string(text), ": ", problem.message);
  REQUIRE(result.formula.has_value());
  return std::move(*result.formula);
}

/// The only problem of a formula.
inline Problem problem_of(std::string_view text, const Catalogue& all, Settings settings = {}) {
  const Compiled result = compile(text, std::move(settings), all);
  CHECK_MESSAGE(result.problems.size() == 1, text);
  return result.problems.empty() ? Problem{} : result.problems[0];
}

/// "12.5", "true", "green", or the state: "missing", "error".
inline std::string words(const Value& value) {
  static constexpr std::array names{"value",    "pending", "missing",  "stale",     "na",
                                    "withheld", "error",   "unscored", "undefined", "unknown"};
  if (value.state != State::value) return names[static_cast<std::size_t>(value.state)];
  if (value.kind == Kind::text) return value.text;
  if (value.kind == Kind::truth) return value.number.is_zero() ? "false" : "true";
  return value.number.text();
}

}  // namespace entente::scorecard::formula::test
