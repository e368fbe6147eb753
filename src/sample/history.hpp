#pragma once
#include <memory>

#include "sample/history_document.hpp"
#include "sample/stage.hpp"

/// Four years of the reference alliance beside its plan and its values: versions of the charter, reviews, words on values and
/// lights, comments.
namespace entente::sample {

inline constexpr std::string_view history_file = "samples/reference/history.json";

/// The events in the order of the file, which must be that of their days.
std::vector<Scene> history_scenes(std::string_view text);

/// The file, read.
std::shared_ptr<const HistoryDocument> read_history(std::string_view text);

}  // namespace entente::sample
