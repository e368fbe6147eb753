#pragma once
#include <boost/describe/enum.hpp>
#include <cstdint>

#include "base/decimal.hpp"

/// The pure library of the scorecard: no input, no output, no clock. Give it definitions, values and a day, and it says
/// which light everybody has to see.
namespace entente::scorecard::evaluation {

/// A score on the scale from 0 to 3, as a count of 10^-12, so that the thresholds of one third and two thirds are the
/// whole numbers 1 and 2 and compare exactly. Every score, of a measure or of a parent, is rounded half-even to these
/// 12 decimals before it is compared or passed on, so that what is shown and what is judged never disagree.
using Score = std::int64_t;

constexpr Score score_unit = 1'000'000'000'000;
constexpr Score red_threshold = score_unit;        ///< 33.33: at or above it is not red
constexpr Score green_threshold = 2 * score_unit;  ///< 66.67: at or above it is green
constexpr Score full_score = 3 * score_unit;       ///< 100

enum class Light : std::uint8_t { green, yellow, red, grey };
BOOST_DESCRIBE_ENUM(Light, green, yellow, red, grey)

/// A value exactly on a threshold belongs to the better band.
constexpr Light light_of(Score score) {
  return score >= green_threshold ? Light::green : score >= red_threshold ? Light::yellow : Light::red;
}

/// The lowest and the highest score of a band; grey is the whole scale.
struct Band {
  Score low = 0;
  Score high = full_score;
};
constexpr Band band_of(Light light) {
  switch (light) {
    case Light::green:
      return {green_threshold, full_score};
    case Light::yellow:
      return {red_threshold, green_threshold - 1};
    case Light::red:
      return {0, red_threshold - 1};
    case Light::grey:
      break;
  }
  return {0, full_score};
}

/// What a light set by hand counts in a roll-up: the middle of its band (16.67, 50 or 83.33). Not for grey.
constexpr Score middle_of(Light light) {
  return light == Light::green ? 5 * score_unit / 2 : light == Light::yellow ? 3 * score_unit / 2 : score_unit / 2;
}

/// The score as people read it, 0 to 100, with 18 decimals.
inline Decimal hundred(Score score) {
  return Decimal::from_units(divide_half_even(Int128{score} * 100'000'000, 3));
}

}  // namespace entente::scorecard::evaluation
