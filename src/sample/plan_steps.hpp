#pragma once
#include <map>
#include <set>
#include <string>

#include "exchange/plan.hpp"
#include "sample/history_document.hpp"

/// The plan of the sample over time: the plan document and the history's own parts are what stands at the end, and each event
/// says what stood before it. Pure.
namespace entente::sample {

/// The whole plan as it was before the event of this index (the number of events: at the end).
exchange::Plan plan_before(const HistoryDocument& history, std::size_t event, std::string_view plan_document);

/// The same before anybody reported on its initiatives: nothing done, nothing spent, no milestone reached.
exchange::Plan without_reports(exchange::Plan plan);

/// What had not come in before that event, as exchange::ApplyOptions names it.
std::set<std::string> held_before(const HistoryDocument& history, std::size_t event);

/// The day on which measures came in that were not there from the start.
std::map<std::string, Date> days_of_coming(const HistoryDocument& history, const exchange::Plan& plan);

}  // namespace entente::sample
