#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "access/viewer.hpp"
#include "discussion/types.hpp"

/// Pure rules of talking: what may be talked about by whom, and whom a text addresses.
namespace entente::discussion {

constexpr std::size_t longest_text = 8000;   ///< characters of a comment
constexpr std::size_t most_mentions = 50;    ///< people whom one comment addresses

/// "objective:3f…"; nothing for what names no thing.
std::optional<About> try_parse_about(std::string_view text);
/// The same, throwing `bad_input` "bad_about" at `path`.
About parse_about(std::string_view text, std::string_view path = "about");

/// Whether a thing stands on the map, which those see, too, who see nothing else (employees and ambassadors).
bool on_the_map(Kind kind);
/// Whether things of this kind in this space, and what is said about them, are for the person with this grant.
bool may_see(const access::Grant&, Kind, const SpaceId&);
/// Whether the person may say something about them.
bool may_comment(const access::Grant&, Kind, const SpaceId&);

/// Whom the text addresses: each `@[any words](identifier of a person)` once, in the order of the text. What does not have
/// this form exactly is plain text.
std::vector<PersonId> mentions_of(std::string_view text);

}  // namespace entente::discussion
