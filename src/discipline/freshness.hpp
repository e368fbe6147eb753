#pragma once
#include <optional>
#include <string>
#include <vector>

#include "model/build.hpp"

namespace entente::discipline {

/// How the figures of one owner, theme or party stand today. `id` and `name` are empty for measures that nobody owns, or no party
/// supplies.
struct FreshnessLine {
  std::optional<std::string> id;
  std::string name;
  int total = 0;    ///< measures that are judged
  int due = 0;      ///< not there yet, within the grace
  int stale = 0;    ///< the grace is over, and an earlier value stands in
  int missing = 0;  ///< the grace is over, and there is nothing
  std::optional<Date> oldest;  ///< since when the longest awaited of the missing and stale values is due
};
BOOST_DESCRIBE_STRUCT(FreshnessLine, (), (id, name, total, due, stale, missing, oldest))

struct Freshness {
  Date as_of;
  std::vector<FreshnessLine> owners;   ///< those that lack most first
  std::vector<FreshnessLine> themes;   ///< in the order of the scorecards
  std::vector<FreshnessLine> parties;  ///< in the order of the alliance
};
BOOST_DESCRIBE_STRUCT(Freshness, (), (as_of, owners, themes, parties))

/// From what the viewer sees: never more than the scorecard tells.
Freshness build_freshness(const model::Look& look);

}  // namespace entente::discipline
