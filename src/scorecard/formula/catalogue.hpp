#pragma once
#include <functional>
#include <map>
#include <string>

#include "base/period.hpp"
#include "scorecard/evaluation/definition.hpp"
#include "scorecard/formula/unit.hpp"

namespace entente::scorecard::formula {

using evaluation::Aggregation;

/// What kind of thing a measure or an expression gives. Dates cannot be computed with; only their lights can.
enum class Kind : std::uint8_t { number, truth, text, date };
BOOST_DESCRIBE_ENUM(Kind, number, truth, text, date)

/// What a formula has to know of a measure that it may name.
struct MeasureInfo {
  std::string code;
  std::string name;
  Kind kind = Kind::number;
  Unit unit;
  Frequency frequency = Frequency::month;
  Aggregation aggregation = Aggregation::last;
};

/// The measures and objectives that a formula may name: those that its author may see.
class Catalogue {
 public:
  /// In place of an earlier one with the same code. A code is a measure's or an objective's, not both.
  void add(MeasureInfo measure);
  void add_objective(std::string code, std::string name);

  const MeasureInfo* measure(std::string_view code) const;
  bool is_objective(std::string_view code) const { return objectives_.contains(code); }
  /// By code.
  const std::map<std::string, MeasureInfo, std::less<>>& measures() const { return measures_; }
  /// Names by code.
  const std::map<std::string, std::string, std::less<>>& objectives() const { return objectives_; }

  enum class Among : std::uint8_t { measures, all };
  /// The code that the word may have been meant for, as it is written in a formula; empty if none is near.
  std::string suggestion(std::string_view word, Among among) const;

 private:
  std::map<std::string, MeasureInfo, std::less<>> measures_;
  std::map<std::string, std::string, std::less<>> objectives_;
};

}  // namespace entente::scorecard::formula
