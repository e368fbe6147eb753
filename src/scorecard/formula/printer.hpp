#pragma once
#include <string>

#include "scorecard/formula/tree.hpp"

namespace entente::scorecard::formula {

/// The canonical text of a formula: capitals, single blanks, no parenthesis too many. Reads back as an equal tree.
std::string print(const Tree& tree);

}  // namespace entente::scorecard::formula
