#pragma once
#include <string>
#include <vector>

#include "base/calendar.hpp"
#include "base/error.hpp"
#include "scorecard/inputs.hpp"
#include "scorecard/types.hpp"

/// What measures, targets, initiatives and values must look like to be let in. Each `check` cleans the texts in place and
/// adds what is wrong to `errors`, at `path` + the field's name.
namespace entente::scorecard {

void check(Measure& measure, std::vector<FieldError>& errors, const std::string& path = "");
void check(Target& target, std::vector<FieldError>& errors, const std::string& path = "");
void check(Initiative& initiative, std::vector<FieldError>& errors, const std::string& path = "");
void check(Narrative& narrative, std::vector<FieldError>& errors, const std::string& path = "");
void check(LightOverride& light, std::vector<FieldError>& errors, const std::string& path = "");

/// Days after a period's end in which its value is pending: 10 for a month and longer, 2 for a week or a day.
std::int64_t usual_grace(Frequency frequency);

/// "LA1.2": the objective's code and the next free number.
std::string next_measure_code(const std::string& objective_code, const std::vector<std::string>& taken);

/// What kind of value a scoring takes.
enum class ValueKind : std::uint8_t { number, truth, text, date, none };
ValueKind value_kind(const json::Raw& scoring);

/// A value as it is stored: the canonical decimal, "true" or "false", or the text; null for an empty one. Adds to
/// `errors` at `path`.
std::optional<std::string> stored_value(const json::Value& value, ValueKind kind, const std::string& path,
                                        std::vector<FieldError>& errors);

/// The period that is named, if a value of this measure may be given for it: of the measure's frequency or finer, begun
/// by `today`, for series other than `actual` any time.
std::optional<Period> entry_period(const std::string& text, Frequency frequency, Series series, const Calendar& calendar, Date today,
                                   const std::string& path, std::vector<FieldError>& errors);

}  // namespace entente::scorecard
