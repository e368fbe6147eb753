#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "access/viewer.hpp"

/// The words under which things are found, and the question for them. Each indexed word begins with the space in which the
/// thing lies, a letter that says who may find it by what, and then the word itself as `words_of` gives it. A question names
/// only such beginnings as its viewer may use, so neither the answer nor the time it takes depends on what lies elsewhere.
namespace entente::search {

/// By which rules `indexed_words` works: raised with each change of them, so that the index is made anew.
constexpr std::int64_t rules = 3;

enum class Part : std::uint8_t { code, title, all };

/// A thing stands on the map when those see it, too, who see nothing else.
enum class Reach : std::uint8_t { everybody, not_map_only };

/// What is indexed of a thing, with blanks between. `title` counts for more than `body`; both may be empty.
std::string indexed_words(const SpaceId& space, Reach reach, std::string_view code, std::string_view title, std::string_view body);

/// One alternative for each beginning, for each word that was typed: all words must be there, each by one of its beginnings.
using Question = std::vector<std::vector<std::string>>;
/// Empty where nothing can be found: no words, or nothing that the viewer sees. Eight words at most are taken.
Question question_of(const access::Viewer&, std::string_view text, Part part);

/// The question in the language of the one database or the other.
std::string for_sqlite(const Question&);
std::string for_postgres(const Question&);

}  // namespace entente::search
