// Any bytes as a formula: a problem that lies within the text, or a tree that prints and reads back, and if it is
// sound, a value for any inputs within the steps allowed. What reads a withheld input alone never gives a value.
#include <cstdio>
#include <cstdlib>

#include "scorecard/formula/cell_values.hpp"
#include "scorecard/formula/complete.hpp"
#include "scorecard/formula/parser.hpp"
#include "scorecard/formula/preview.hpp"
#include "scorecard/formula/printer.hpp"

namespace {
using namespace entente;
using namespace entente::scorecard::formula;

void require(bool truth, const char* what) {
  if (truth) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

Catalogue make_catalogue() {
  Catalogue all;
  const auto add = [&](std::string code, std::string_view unit, Frequency frequency, Aggregation aggregation,
                       Kind kind = Kind::number) {
    all.add({code, "Measure " + code, kind, *Unit::read(unit), frequency, aggregation});
  };
  add("A", "", Frequency::month, Aggregation::sum);
  add("B", "", Frequency::month, Aggregation::mean);
  add("E", "EUR", Frequency::day, Aggregation::sum);
  add("K", "EUR thousand", Frequency::week, Aggregation::median);
  add("D", "days", Frequency::month, Aggregation::last);
  add("P", "%", Frequency::month, Aggregation::max);
  add("Q", "", Frequency::quarter, Aggregation::sum);
  add("T", "", Frequency::month, Aggregation::last, Kind::truth);
  add("S", "", Frequency::month, Aggregation::last, Kind::text);
  all.add_objective("O", "Objective");
  return all;
}

/// Cells by a hash of seed, code and period: numbers small and huge, and all states.
class Hashed : public CellValues {
 public:
  Hashed(const Catalogue& all, const Calendar& calendar, std::uint64_t seed) : CellValues(all, calendar), seed_(seed) {}
  Cell cell(const MeasureInfo& measure, Period own) const override {
    const std::uint64_t hash = mixed(measure.code, own);
    Cell cell;
    if (all_withheld || hash % 16 == 0) {
      constexpr std::array states{State::missing,  State::pending, State::na,
                                  State::withheld, State::error,   State::stale};
      cell.part.state = all_withheld ? State::withheld : states[(hash >> 8) % states.size()];
      return cell;
    }
    auto& value = cell.part.value;
    value.kind = measure.kind == Kind::number  ? scorecard::evaluation::ValueKind::number
                 : measure.kind == Kind::truth ? scorecard::evaluation::ValueKind::truth
                                               : scorecard::evaluation::ValueKind::text;
    value.text = "green";
    if (measure.kind == Kind::truth) value.number = Decimal::from_integer(hash >> 63);
    if (measure.kind == Kind::number) {
      Int128 units = static_cast<std::int64_t>(hash);
      for (std::uint64_t i = (hash >> 4) % 19; i > 0; --i) units *= 10;
      value.number = Decimal::from_units(units);
    }
    return cell;
  }
  Standing standing(std::string_view code, Period period, const Values&, Steps&) const override {
    if (all_withheld) return {State::withheld, std::nullopt, std::nullopt};
    const std::uint64_t hash = mixed(code, period);
    if (hash % 4 == 0) return {State::missing, std::nullopt, std::nullopt};
    return {State::value, Decimal::from_integer(static_cast<std::int64_t>(hash % 101)), Light::yellow};
  }
  bool all_withheld = false;

 private:
  std::uint64_t mixed(std::string_view code, Period period) const {
    std::uint64_t hash = seed_ ^ (static_cast<std::uint64_t>(static_cast<unsigned char>(code[0])) << 40) ^
                         static_cast<std::uint64_t>(static_cast<std::uint32_t>(period.index));
    for (int round = 0; round < 3; ++round) hash = (hash ^ (hash >> 31)) * 0x9E3779B97F4A7C15U;
    return hash ^ (hash >> 29);
  }
  std::uint64_t seed_;
};
}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2 || size > 6'000) return 0;
  static const Catalogue all = make_catalogue();
  static const std::array calendars{Calendar(), Calendar(7, 31, CalendarKind::weeks_445),
                                    Calendar(4, 6, CalendarKind::iso_weeks)};
  const std::uint8_t first = data[0], second = data[1];
  const std::string_view text(reinterpret_cast<const char*>(data + 2), size - 2);
  Settings settings;
  settings.code = "F";
  settings.nulls = static_cast<Nulls>(first % 3);
  settings.frequency = static_cast<Frequency>((first / 3) % 6);
  if (first & 0x80) settings.unit = Unit::percent();
  const Calendar& calendar = calendars[second % calendars.size()];
  const std::size_t caret = second * text.size() / 256;

  (void)complete(text, caret, all);
  require(byte_offset(text, utf16_offset(text, caret)) <= caret, "an offset moved on");
  const Parsed parsed = parse(text);
  require(parsed.tree.has_value() == parsed.problems.empty(), "neither a tree nor a problem");
  for (const Problem& problem : parsed.problems) {
    require(problem.place.end() <= text.size(), "a problem outside of the text");
    require(!problem.message.empty() && problem.line >= 1 && problem.column >= 1, "a problem without words");
  }
  if (!parsed.tree) return 0;
  const std::string canonical = print(*parsed.tree);
  const Parsed again = parse(canonical);
  // Printing may add blanks and parentheses, and so pass the length.
  if (!again.tree) require(canonical.size() > Limits::bytes, "printed text that does not read");
  if (again.tree) require(*again.tree == *parsed.tree, "another tree than was printed");

  const Compiled sound = check(*parsed.tree, settings, all);
  require(sound.formula.has_value() == sound.problems.empty(), "neither sound nor a problem");
  for (const Problem& problem : sound.problems)
    require(problem.place.end() <= text.size(), "a problem outside of the text");
  if (!sound.formula) return 0;
  Hashed values(all, calendar, first + 256U * second);
  const Period period = calendar.period_of(parse_date("2008-06-30"), settings.frequency);
  const Span span{period - (second % 4), period};
  const Value value = evaluate(*sound.formula, span, values, calendar, 20'000);
  require(value.state != State::stale, "a carried value");
  require(value.place.end() <= text.size(), "an error outside of the text");
  if (value.state == State::value) require(value.kind == sound.formula->kind, "another kind than promised");
  require(evaluate(*sound.formula, span, values, calendar, 20'000) == value, "another value the second time");
  values.all_withheld = true;
  const auto named = references(*parsed.tree);
  if (!sound.formula->notes[parsed.tree->root].constant &&
      parsed.tree->at(parsed.tree->root).kind == NodeKind::measure && !named.empty())
    require(evaluate(*sound.formula, span, values, calendar, 20'000).state == State::withheld, "told what is withheld");
  (void)preview(*sound.formula, period, 2, values, calendar, 5'000);
  return 0;
}
