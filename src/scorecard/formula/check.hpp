#pragma once
#include <optional>

#include "scorecard/formula/nulls.hpp"
#include "scorecard/formula/catalogue.hpp"
#include "scorecard/formula/tree.hpp"

namespace entente::scorecard::formula {

/// What is said of the computed measure besides its text.
struct Settings {
  std::string code;
  Frequency frequency = Frequency::month;
  Aggregation aggregation = Aggregation::last;  ///< of the results, for longer periods and for other formulas
  Nulls nulls = Nulls::propagate;
  std::optional<Kind> kind;  ///< what it has to give; absent: whatever it gives
  std::optional<Unit> unit;  ///< absent: the unit that follows from the formula
};

/// What is known of a node before any value is.
struct Note {
  Kind kind = Kind::number;
  Unit unit;
  bool adapts = false;    ///< made of written numbers only: takes the unit of the other side
  bool zero = false;      ///< a written 0, which fits beside % too
  bool constant = false;  ///< names no measure
  int shift = 0;          ///< its value is multiplied by 10^shift before its parent sees it
  bool broken = false;    ///< has a problem, or is no value of its own (the text of a unit, a number of periods)
  Frequency frequency = Frequency::month;  ///< of a measure
  Unit input;                              ///< of a measure, as its values come in
  std::optional<Aggregation> aggregation;  ///< named in ROLLING
};

/// A formula that is ready to be worked out. Holds all that it needs.
struct Formula {
  Settings settings;
  Tree tree;
  std::vector<Note> notes;  ///< by node
  Kind kind = Kind::number;
  Unit unit;                  ///< of the result
  bool has_division = false;  ///< by something else than written numbers, or a power that may be one: longer periods
                              ///< aggregate the inputs first
};

struct Compiled {
  std::optional<Formula> formula;  ///< there unless there are problems
  std::vector<Problem> problems;   ///< in the order of the text; the first 10 or so
};

/// Checks names, types, units and periods of a parsed formula against what there is.
Compiled check(Tree tree, Settings settings, const Catalogue& catalogue);
/// Parses and checks.
Compiled compile(std::string_view text, Settings settings, const Catalogue& catalogue);

}  // namespace entente::scorecard::formula
