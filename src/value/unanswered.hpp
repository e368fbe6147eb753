#pragma once
#include "access/viewer.hpp"
#include "db/transaction.hpp"
#include "value/types.hpp"

namespace entente::value {

/// A claim on which the viewer may speak for the own party, and nobody of that party has: a changed claim asks anew.
struct Unanswered {
  Benefit claim;
  std::string by;  ///< the party that claims
  std::string slug;
  std::string alliance_name;
};

/// In all alliances of the viewer, the oldest first.
std::vector<Unanswered> unanswered(db::Transaction&, const access::Viewer&);

}  // namespace entente::value
