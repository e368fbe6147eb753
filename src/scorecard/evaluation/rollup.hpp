#pragma once
#include <span>
#include <vector>

#include "scorecard/evaluation/definition.hpp"

namespace entente::scorecard::evaluation {

/// What a parent sees of a child. Known: it has a score. Unknown: missing, error, withheld, unknown. Left out: the
/// rest, and a weight of zero.
struct Standing {
  State state = State::undefined;
  Light light = Light::grey;  ///< the one that is shown, caps and overrides included; a withheld child's shared light
  bool has_score = false;
  Score score = 0, low = 0, high = 0;  ///< low and high only count with a score
};

/// An edge made ready: weights are whole numbers, the common factor of the parent's weights taken out.
struct Weighted {
  Standing child;
  std::int64_t weight = 1;
  bool mandatory = false;
};

/// What comes of it. coverage, low and high are there even where the parent is unknown.
struct RollUp {
  State state = State::undefined;  ///< value, unknown, pending, na, unscored or undefined
  Light light = Light::grey;
  bool has_score = false, has_interval = false;
  bool split = false;   ///< low and high lie in different bands, and the light is not capped
  bool capped = false;  ///< a red mandatory child or the red override made the light red
  Score score = 0, low = 0, high = 0;
  Score coverage = -1;  ///< 0 to 1 as a count of 10^-12; −1 where no child is in
};

struct RollUpRule {
  Method method = Method::mean;
  int k = 0;
  bool red_override = false;
  Light light = Light::grey;  ///< for manual
};

/// From children to parent:
/// - coverage = known weight / (known + unknown weight); under a half, or with an unknown mandatory child, the parent
/// is
///   unknown, whatever red there is: no score, no split.
/// - mean Σ w·score / Σ w over the known; worst, best; median: the lowest score at which half of the weight is reached;
///   k_of_n: the k-th best score, or 0 where fewer than k are known.
/// - low and high: the same method with unknown children at 0 and at 100 (a withheld child with a shared light at the
/// ends
///   of that band), known ones at their own low and high.
/// - manual: the light set by hand, the middle of its band as score and interval, with the coverage of the children;
///   none, or a manual light of grey: unscored.
/// Does not depend on the order of the children. `scratch` saves allocations; its contents do not matter.
RollUp roll_up(const RollUpRule& rule, std::span<const Weighted> children,
               std::vector<std::pair<Score, std::int64_t>>& scratch);

/// Whole weights in the same proportion: exact unless they span more than 18 digits.
std::vector<std::int64_t> whole_weights(std::span<const Decimal> weights);

}  // namespace entente::scorecard::evaluation
