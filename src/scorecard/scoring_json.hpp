#pragma once
#include <string>
#include <string_view>

#include "json/codec.hpp"
#include "scorecard/evaluation/scoring.hpp"

namespace entente::scorecard {

/// A scoring definition as it came in; its schema is "Scoring".
struct ScoringJson : json::Raw {};

/// The JSON Schema of all types of scoring.
std::string scoring_schema(json::Schemas& schemas);

/// The JSON of a scoring definition, as it stands in `entente evaluate`, in the API and in a target's row:
///   {"type":"higher","red":500,"green":700}
///   higher, lower {red, green, worst?, stretch?} · target, range {red_low, green_low, green_high, red_high} ·
///   progress {baseline, target, start?, due?, curve?: "linear" | "s" | "steps", steps?: [{date, share}], red?, green?}
///   · percent {target, direction?, baseline?, red?, green?} · bands {edges, direction?} · yesno · texts {scores:
///   {text: 0..100}} · milestone {due, yellow_days, red_days} · manual {light, reason} · unscored
/// A field that does not belong to the type is refused like an unknown one. Adds what is wrong, the impossible included
/// (`evaluation::problems`), to the reader.
evaluation::Scoring read_scoring(const json::Reader& at, const json::Value& value);

/// The same from text; throws `bad_input` with paths below `path`.
evaluation::Scoring parse_scoring(std::string_view text, std::string_view path = "scoring");

}  // namespace entente::scorecard

template <>
struct entente::json::Codec<entente::scorecard::ScoringJson> : entente::json::Codec<entente::json::Raw> {
  static std::string schema(Schemas& schemas) { return entente::scorecard::scoring_schema(schemas); }
};
