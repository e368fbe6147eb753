#pragma once
#include "model/build.hpp"
#include "model/views_aggregate.hpp"

namespace entente::model {

/// The scorecard as a view other than the measures' own periods shows it (scorecard/evaluation/level.hpp says what each covers).
/// `rolling`: own periods, 1 to 1000, for the view rolling. Lights and roll-up are those of the aggregated values; sums and counts
/// are judged by the thresholds of all periods that they cover, others by those of the last. `calendar`: the party by whose fiscal
/// year the quarters, halves and years go; nothing: the alliance's. Throws `bad_input` at "calendar" for a party without one.
AggregateView build_aggregate(const Look& look, scorecard::evaluation::View view, int rolling, const PartyId& calendar = {});

}  // namespace entente::model
