#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"

namespace entente::scorecard::formula {

/// A stretch of a formula's text, in bytes of UTF-8.
struct Place {
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
  std::uint32_t end() const { return offset + length; }
  bool operator==(const Place&) const = default;
};

/// From the beginning of the first to the end of the second.
inline Place join(Place first, Place last) {
  return {first.offset, last.end() - first.offset};
}

/// One thing that is wrong with a formula, and where. `code` is for programs, `message` for people.
struct Problem {
  std::string code;
  std::string message;
  Place place;
  int line = 1;            ///< from 1
  int column = 1;          ///< from 1, in characters (code points)
  std::string suggestion;  ///< what to write at the place instead; empty if nothing is near
};

/// A problem with line and column worked out from the text.
Problem problem_at(std::string_view text, Place place, std::string_view code, std::string message,
                   std::string suggestion = {});

/// Throws one `bad_input` error at `path` with all of them, if there are any. Each message ends with its place
/// ("line 1, column 5").
void throw_if_any(std::span<const Problem> problems, std::string_view path = "formula");

/// Browsers count UTF-16 units. Both clamp to the text; an offset within a character means its beginning.
std::size_t utf16_offset(std::string_view text, std::size_t bytes);
std::size_t byte_offset(std::string_view text, std::size_t utf16_units);

/// The candidate that is most like the word, without regard to case: by the fewest letters inserted, left out, changed
/// or swapped, at most a third of the word's and 3. Of equals the first. Empty if none is near.
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace entente::scorecard::formula
