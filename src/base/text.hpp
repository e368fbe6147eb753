#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"

namespace entente {

/// What may stand in a field.
struct TextRule {
  std::size_t longest = 200;  ///< in characters (code points)
  enum class Empty { refused, allowed } empty = Empty::refused;
  enum class Lines { one, many } lines = Lines::one;
};

/// The text in Unicode's normal form C without blanks at its ends. Adds to `errors` at `path`, and gives the empty text,
/// for control characters, characters that cannot be seen or that turn the direction of writing, bad UTF-8, and what the
/// rule refuses.
std::string clean_text(std::string_view text, std::string_view path, const TextRule& rule, std::vector<FieldError>& errors);

/// The same, throwing.
std::string clean_text(std::string_view text, std::string_view path, const TextRule& rule = {});

/// Two texts fold to the same when people would take one for the other by case or width: for e-mail addresses and search.
std::string fold(std::string_view text);

/// The words of a text for search: runs of letters and digits, folded and without accents ("Crème brûlée" gives "creme",
/// "brulee"; "ß" is "ss", "ø" is "o"), in their order. Of a word longer than 40 characters the beginning.
std::vector<std::string> words_of(std::string_view text);

/// A coarser folding in which letters of different scripts that look alike are one (Cyrillic "а" and Latin "a", "0" and
/// "o"), and blanks and punctuation do not count: for names of organisations.
std::string fold_look_alikes(std::string_view name);

/// "Aldermere–Halden" becomes "aldermere-halden": lower-case ASCII letters, digits and hyphens, 48 characters at most,
/// "alliance" if nothing is left.
std::string slug_of(std::string_view name);

/// Whether it has the form of an e-mail address: one @, something on both sides, no blanks, 254 characters at most.
bool is_email(std::string_view text);

}  // namespace entente
