#pragma once
#include "possession/types.hpp"

namespace entente::possession {

/// What is in an export, in plain words.
std::string readme_of(const Manifest&);
std::string readme_of(const Bundle&);

}  // namespace entente::possession
