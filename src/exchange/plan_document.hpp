#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "exchange/plan.hpp"

namespace entente::exchange {

/// A plan as a JSON document of its own: the members of `Plan` by name; what is absent has its default. `warnings` are
/// left out. At most 20 MB.
std::string plan_document(const Plan& plan);

/// Reads such a document, checks it (see `check`) and puts it in order. Throws `bad_input` with the path of each thing
/// that is wrong ("measures[3].objective").
Plan read_plan_document(std::string_view json);

/// What is wrong with a plan in itself: keys that are empty or given twice, references to nothing, impossible dates,
/// periods and decimals, a scoring that is no JSON object, two rows for one period, a link from an objective to itself.
/// Does not judge whether a scoring makes sense: that is for the scorecard.
std::vector<FieldError> check(const Plan& plan);

}  // namespace entente::exchange
