#pragma once
#include <string>
#include <string_view>

namespace entente::discussion {

/// A comment's text for a line in a list or for search: mentions become "@Name", line ends become blanks.
std::string plain(std::string_view text);
/// At most `longest` characters of it, cut behind a word, with "…" where something was left out.
std::string excerpt(std::string_view text, std::size_t longest);

}  // namespace entente::discussion
