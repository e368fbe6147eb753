#include "scorecard/formula/cell_values.hpp"

#include "scorecard/formula/graph.hpp"
#include "scorecard/formula/world_for_tests.hpp"

using namespace entente;
using namespace entente::scorecard::formula;
using namespace entente::scorecard::formula::test;

namespace {

struct Line {
  std::string code, text;
  Frequency frequency = Frequency::month;
  Aggregation aggregation = Aggregation::sum;
  Nulls nulls = Nulls::propagate;
};

/// A to D as plain numbers, so that any formula over them is sound.
Catalogue plain() {
  Catalogue all;
  for (const char* code : {"A", "B", "C", "D"}) all.add({.code = code, .aggregation = Aggregation::sum});
  return all;
}

/// Computed measures over stored ones, each worked out for the periods of its own, dependencies first.
class Working : public Stored {
 public:
  Working(Catalogue& catalogue, const std::vector<Line>& lines) : Stored(catalogue) {
    for (const Line& line : lines)
      catalogue.add({.code = line.code, .frequency = line.frequency, .aggregation = line.aggregation});
    for (const Line& line : lines) {
      Settings settings;
      settings.code = line.code;
      settings.frequency = line.frequency;
      settings.aggregation = line.aggregation;
      settings.nulls = line.nulls;
      formulas_.emplace(line.code, compiled(line.text, catalogue, settings));
      graph_.set(line.code, formulas_.at(line.code).tree);
    }
  }

  /// From one month to another, and the longer periods that end between them.
  void work_out(std::string_view first, std::string_view last) {
    const Calendar calendar;
    for (const std::string& code : graph_.order()) {
      const Formula& formula = formulas_.at(code);
      const Frequency frequency = formula.settings.frequency;
      const Period end = calendar.period_of(calendar.last_day(parse_period(last)), frequency);
      for (Period period = calendar.period_of(calendar.last_day(parse_period(first)), frequency); period <= end; period = period.next()) {
        const Value value = evaluate(formula, Span::of(period), *this, calendar);
        if (value.state == State::value)
          put(code, period, value.number);
        else
          put_state(code, period, value.state);
      }
    }
  }
  std::string at(const std::string& code, std::string_view period) const {
    const Cell& cell = cells.find(code)->second.at(parse_period(period));
    Value value = Value::none(cell.part.state);
    value.number = cell.part.value.number;
    return words(value);
  }

 protected:
  const Formula* formula(const MeasureInfo& measure) const override {
    const auto found = formulas_.find(measure.code);
    return found == formulas_.end() ? nullptr : &found->second;
  }

 private:
  std::map<std::string, Formula> formulas_;
  Graph graph_;
};

}  // namespace

TEST_CASE("formulas build on formulas, and longer periods aggregate the inputs of a division first") {
  Catalogue all = plain();
  Working it(all, {
                      {"RATIO", "A / B", Frequency::month, Aggregation::mean},
                      {"DOUBLE", "2 * A", Frequency::month, Aggregation::sum},
                      {"HALF", "A / 2", Frequency::month, Aggregation::max},
                      {"BACK", "PREV(A) / B", Frequency::month, Aggregation::mean},
                      {"NESTED", "1 + RATIO / 2", Frequency::month, Aggregation::mean},
                      {"QUARTERS", "RATIO", Frequency::quarter},
                      {"SUMS", "DOUBLE + HALF", Frequency::quarter},
                      {"LATE", "BACK", Frequency::quarter},
                      {"DEEP", "NESTED", Frequency::quarter},
                      {"MEANS", "ROLLING(RATIO, 3)", Frequency::month},
                      {"SINGLY", "ROLLING(RATIO, 3, \"mean\")", Frequency::month},
                  });
  it.fill("A", "2008-03", {"4", "1", "2", "30"});
  it.fill("B", "2008-04", {"2", "2", "3"});
  it.work_out("2008-04", "2008-06");
  CHECK(it.at("RATIO", "2008-06") == "10");
  // By hand: 33 / 7, not the mean of 0.5, 1 and 10; 66 + 15, where a division by a written number is none.
  CHECK(it.at("QUARTERS", "2008-Q2") == "4.714285714285714286");
  CHECK(it.at("SUMS", "2008-Q2") == "81");
  CHECK(it.at("LATE", "2008-Q2") == "1");  // (4 + 1 + 2) / 7
  // A division by a written number is none, so NESTED is the mean of its months: 1 + (0.5 + 1 + 10) / 3 / 2.
  CHECK(it.at("DEEP", "2008-Q2") == "2.916666666666666667");
  CHECK(it.at("MEANS", "2008-06") == "4.714285714285714286");
  CHECK(it.at("SINGLY", "2008-06") == "3.833333333333333333");  // (0.5 + 1 + 10) / 3
}

TEST_CASE("what is withheld stays so through formulas that use it") {
  Catalogue all = plain();
  Working it(all, {{"F", "A + B", Frequency::month, Aggregation::last, Nulls::zero},
                   {"G", "COALESCE(F, 0) * 0", Frequency::month, Aggregation::sum, Nulls::ignore},
                   {"H", "ROLLING(F, 3)", Frequency::month, Aggregation::sum, Nulls::ignore},
                   {"I", "F", Frequency::quarter},
                   {"J", "A / B", Frequency::month, Aggregation::mean},
                   {"K", "J", Frequency::quarter}});
  it.fill("A", "2008-04", {"1", "2", "3"});
  it.fill("B", "2008-04", {"1", "2", "3"});
  it.put_state("A", parse_period("2008-05"), State::withheld);
  it.work_out("2008-04", "2008-06");
  CHECK(it.at("G", "2008-05") == "withheld");
  CHECK(it.at("H", "2008-06") == "withheld");
  CHECK(it.at("I", "2008-Q2") == "withheld");
  CHECK(it.at("K", "2008-Q2") == "withheld");
  CHECK(it.at("G", "2008-06") == "0");
}

TEST_CASE("a period in which a division fails does not spoil the longer one, where the inputs are there") {
  Catalogue all = plain();
  Working it(all, {{"RATIO", "A / B", Frequency::month, Aggregation::mean}, {"QUARTERS", "RATIO", Frequency::quarter}});
  it.fill("A", "2008-04", {"1", "2", "3"});
  it.fill("B", "2008-04", {"4", "0", "8"});
  it.work_out("2008-04", "2008-06");
  CHECK(it.at("RATIO", "2008-05") == "error");
  CHECK(it.at("QUARTERS", "2008-Q2") == "0.5");  // 6 / 12
}
