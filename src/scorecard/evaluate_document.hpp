#pragma once
#include <string>
#include <string_view>

namespace entente::scorecard {

/// What `entente evaluate` does: one JSON document with definitions and observations in, the evaluation out.
///
/// In: {"as_of", "calendar"?: {"first_month", "first_day", "kind": "months" | "445" | "iso_weeks"},
///      "measures": [{"code", "frequency", "aggregation"?: "last", "carry"?: 1, "grace"?: 0, "scoring"?, "base"?,
///      "natural_min"?,
///                    "natural_max"?, "cumulative"?, "seasonal"?, "observations"?: [{"period", "value"?, "state"?,
///                    "reason"?, "numerator"?, "denominator"?, "weight"?}]}],
///      "objectives"?, "themes"?: [{"code", "method"?: "mean", "k"?, "light"?, "reason"?, "red_override"?,
///                    "children"?: [{"code", "weight"?: 1, "mandatory"?: false}]}], "alliance"?: one of these,
///      "links"?: [see read_link]}
/// A measure may ask for a "forecast": see read_horizon in evaluate_outlook.hpp.
/// For `scoring` see scoring_json.hpp. A child may be any other node; a measure without `scoring` is undefined. An
/// observation with the state "withheld" may bring its value: then its light, and nothing else, is shown and stands in
/// for 0 to 100 in the interval. Numbers are read from their text and have at most 18 significant digits and 9
/// decimals.
///
/// Out: {"nodes": [{"code", "state", "value", "score", "attainment", "light", "trend", "period"?, "value_period"?,
///       "reason"?, "flags"?, "signal"? | "coverage", "low", "high", "split", "masked"}]}, measures first, then
///       objectives, themes and the alliance, each list in the order of the document. Scores, low and high are 0 to
///       100, coverage 0 to 1, all with up to 18 decimals; null where there is none. `value_period` is there where a
///       value is carried.
///
/// What was asked for, and only that, is there too: in a measure's node "forecast": {"status", "points", "needed" |
///       "method", "error", "scaled_error", "steps": [{"period", "p10", "p50", "p90", "chance"}]}; beside the nodes
///       "links": [{"cause", "effect", "verdict", "pairs", "effective", "obstacle", "needed" | "correlation", "p",
///       "adjusted"}].
///
/// Throws `bad_input` with every wrong field at its path ("measures[0].scoring.green"), unknown ones and two
/// observations for one period included; `too_large` beyond 1 MB or a depth of 32.
std::string evaluate_document(std::string_view json);

}  // namespace entente::scorecard
