#pragma once
#include <optional>
#include <string>
#include <vector>

#include "json/json.hpp"
#include "scorecard/evaluation/model.hpp"
#include "scorecard/link_test/links.hpp"

/// The parts of `entente evaluate` that look beyond the light: forecasts and the test of links.
namespace entente::scorecard {

/// {"horizon"?: 1}: how many periods after its last value a measure's forecast reaches, 1 to 60. Absent with what is
/// wrong in the reader.
std::optional<int> read_horizon(const json::Reader& at, const json::Value& value);

/// {"cause", "effect", "sign"?: "helps" | "hinders", "lag"?: 0, "frequency", "seasonal"?: false}: two nodes by their
/// codes, whose scores are compared in periods of this frequency, the effect's `lag` periods later.
struct LinkQuestion {
  std::string path;
  std::string cause, effect;
  link_test::Sign sign = link_test::Sign::helps;
  int lag = 0;
  Frequency frequency = Frequency::month;
  bool seasonal = false;
};
LinkQuestion read_link(const json::Reader& at, const json::Value& value);

/// The forecast of one measure as a JSON object, with the chance of being green in each period by the rules in force
/// then.
std::string forecast_json(const evaluation::Model& model, evaluation::NodeIndex node,
                          const evaluation::MeasureDefinition& measure, Date as_of, int horizon);

/// The verdicts on all links as a JSON list, in their order, over at most the last 120 periods that ended by the day.
/// Throws `bad_input` at "links[i].cause" or ".effect" for an unknown code, at "links[i].lag" out of range.
std::string links_json(const evaluation::Model& model, const std::vector<LinkQuestion>& links, Date as_of);

}  // namespace entente::scorecard
