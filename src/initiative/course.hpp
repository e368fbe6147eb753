#pragma once
#include <optional>
#include <vector>

#include "access/door.hpp"
#include "scorecard/types.hpp"

/// How an initiative went: what was reported on it, each time that something of it changed.
namespace entente::initiative {

struct Report {
  InitiativeId initiative;
  Instant at;
  ActId act;
  scorecard::InitiativeState state = scorecard::InitiativeState::planned;
  Decimal progress;
  std::optional<Decimal> planned;
  std::optional<Decimal> budget;
  std::optional<Decimal> cost;
  std::optional<Date> starts;
  std::optional<Date> due;
};
BOOST_DESCRIBE_STRUCT(Report, (), (initiative, at, act, state, progress, planned, budget, cost, starts, due))

/// From now on each act on an initiative that changes any of this is kept, in its own transaction.
void watch_initiatives(access::Door&);

/// Oldest first. For who sees the initiative.
std::vector<Report> reports(db::Transaction&, const InitiativeId&);

}  // namespace entente::initiative
