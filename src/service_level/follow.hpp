#pragma once
#include <span>
#include <utility>
#include <vector>

#include "service_level/store.hpp"

/// A measure that follows a service level: the one way by which a service level colours the map.
namespace entente::service_level {

/// Whether there is such a measure; one that was removed does not count.
bool is_followed(db::Transaction&, const ServiceLevel&);

/// Makes it in the level's space, with a target for each limit: on the limit or beyond is green, everything else red.
MeasureId make_follower(Door&, db::Transaction&, const Viewer&, const ServiceLevel&, const FollowInput&);

/// What was promised anew becomes a target from the same day.
void follow_limits(Door&, db::Transaction&, const Viewer&, const ServiceLevel& before, const ServiceLevel& after);

/// Enters these values of each level for its measure, where it has one. Whoever may enter a level's values does so for the measure, too:
/// they are the same values.
using NewValues = std::vector<std::pair<ServiceLevel, std::vector<LevelValue>>>;
void follow_values(Door&, db::Transaction&, const Viewer&, const NewValues&);

/// Taking values back (values.cpp).
void add_value_undoer(access::Undoers&);

}  // namespace entente::service_level
