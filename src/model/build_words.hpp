#pragma once
#include "model/build.hpp"
#include "model/views_words.hpp"

/// The two keys, as screens show them.
namespace entente::model {

/// A stored value as JSON: a number, a truth value, or a text.
json::RawScalar scalar_of(const std::optional<std::string>& value, evaluation::ScoringType type);

/// The name of the party whose value stands in a cell.
std::string giver_of(const Reading& reading, const MeasureId& measure, const Cell& cell);
std::vector<ValueWordView> words_on(const Look& look, const scorecard::Measure& measure, const Period& period);
/// On the light of an objective or theme as of a day: of the periods in which the day lies.
std::vector<LightWordView> words_on_light(const Look& look, std::string_view object, Date as_of);
/// Whether any party contests this light as of a day. What was said of another light counts no more.
bool is_contested(const Reading& reading, std::string_view object, Date as_of, evaluation::Light computed);
/// Whether the viewer may accept or dispute this cell: it is the other side's, and not withheld.
bool may_speak(const Look& look, const scorecard::Measure& measure, const Cell& cell);
/// Whether the viewer may confirm or contest lights of the period that is looked at; not once a review froze it.
bool may_confirm(const Look& look, const SpaceId& space, const ThemeId& theme);

SubmissionsView build_submissions(const Look& look);

}  // namespace entente::model
