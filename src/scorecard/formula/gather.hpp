#pragma once
#include <vector>

#include "scorecard/evaluation/aggregate.hpp"
#include "scorecard/formula/values.hpp"

namespace entente::scorecard::formula {

/// Brings the values of several periods together, in the order of time, under a null policy:
/// - propagate: as the scorecard does (a sum with a gap is missing, a mean with one is provisional; na is no gap);
/// - ignore: what is not there is left out; the result then is provisional;
/// - zero: a number that is not there counts as 0.
/// Any withheld: withheld. Otherwise any error: an error.
class Gather {
 public:
  Gather(Kind kind, Nulls nulls) : kind_(kind), nulls_(nulls) {}
  void add(const Value& value);
  /// One period of a stored measure: the part's state may be any; weight, numerator and denominator count.
  void add(evaluation::Part part, std::string_view reason);
  Value finish(Aggregation aggregation);

 private:
  Kind kind_;
  Nulls nulls_;
  std::vector<evaluation::Part> parts_;
  std::vector<std::string> texts_;
  int covered_ = 0;
  bool incomplete_ = false;
  State absent_ = State::na;  ///< the gravest of what is not there
  std::optional<std::string> error_;
};

}  // namespace entente::scorecard::formula
