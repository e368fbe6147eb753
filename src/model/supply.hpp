#pragma once
#include "model/reading.hpp"
#include "scorecard/supply.hpp"

/// Whose value it is, as a reading has it.
namespace entente::model {

scorecard::MayEnter may_enter(const access::Viewer&, const access::Grant&, const Reading&, const scorecard::Measure&);

/// Whether the other side withholds the value of a cell: nobody else replaces it.
bool withheld_by_other(const access::Viewer&, const Reading&, const scorecard::Measure&, const Cell&);

}  // namespace entente::model
