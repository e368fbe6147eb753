#pragma once
#include "access/door.hpp"

namespace entente::scorecard {

/// A formula names measures and objectives by their codes: a code goes or changes only when no formula names it that the one
/// who changes it sees. Otherwise the act is refused with `conflict` "named_by_formula". To be called once.
void watch_codes(access::Door&);

}  // namespace entente::scorecard
