#pragma once
#include <string>
#include <string_view>

#include "exchange/plan.hpp"

/// StratML (ISO 17469-1, ANSI/AIIM 22): themes are Goals, objectives Objectives, measures PerformanceIndicators, values
/// and targets MeasurementInstances, links Relationships.
namespace entente::exchange {

/// Reads any version of either part, in any order of elements, with or without namespace prefixes, up to 20 MB.
/// - A file written by `write_stratml` gives the plan it was made of; where somebody has edited the elements since, the
///   elements count.
/// - Of another file the Goals become themes, objectives go to the lane "Not placed yet" beside the standard four, a
///   numeric target becomes `percent` of it, higher, marked as assumed, an empty actual is missing, the first
///   Organization becomes the first party and the partner is to be invited. `warnings` tells what was passed over or
///   assumed, by line.
/// Throws `bad_input` with the line of what is wrong: not well-formed, not UTF-8, with a DOCTYPE, with elements that
/// StratML does not know, without a Name or a Goal; `too_large` beyond the limits.
Plan read_stratml(std::string_view text);

/// Writes a document that is valid against PerformancePlanOrReport.xsd (version 2.2.6 of 2016). Identifiers get a `_` in
/// front where XML wants one. What the schema has no place for travels in one processing instruction before the root
/// element, so that reading gives the same plan (`put_in_order`). The warnings of the plan are left out.
/// A measure without targets of its own series shows what it is scored against as TargetResult.
std::string write_stratml(const Plan& plan);

}  // namespace entente::exchange
