#pragma once
#include <map>
#include <optional>

#include "access/door.hpp"

/// How often a measure's page was opened, by day and side. Who opened it is written nowhere, and no side learns of another's looks:
/// the counts lie in each side's private space.
namespace entente::discipline {

/// One more look of the viewer's side. Throws `not_found` for a measure that the viewer does not see.
void count_look(access::Door&, db::Transaction&, const access::Viewer&, const MeasureId&);

struct Looks {
  std::optional<Date> since;                 ///< the first day with a count; nothing was counted before
  std::map<MeasureId, std::int64_t> recent;  ///< times since the day asked for
};

/// Of the viewer's own side; empty for who does not see its private space.
Looks looks_of(db::Transaction&, const access::Viewer&, const AllianceId&, Date from);

}  // namespace entente::discipline
