#include "scorecard/formula/problem.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace entente::scorecard::formula {
namespace {

bool begins_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

constexpr std::size_t longest_compared = 60;

constexpr std::size_t farthest = 3;

/// The number of letters to insert, leave out, change or swap with their neighbour; anything above `farthest` where it
/// is more. Only cells that near the diagonal are worked out.
std::size_t distance(std::string_view a, std::string_view b) {
  constexpr std::size_t far = farthest + 1;
  std::array<std::array<std::size_t, longest_compared + 2>, 3> rows;
  for (auto& row : rows) row.fill(far);
  for (std::size_t j = 0; j <= std::min(b.size(), farthest); ++j) rows[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i - 1) % 3];
    const auto& twice_above = rows[(i + 1) % 3];
    const std::size_t first = i > farthest ? i - farthest : 1, last = std::min(b.size(), i + farthest);
    row[first - 1] = first == 1 ? i : far;
    for (std::size_t j = first; j <= last; ++j) {
      const bool same = lower(a[i - 1]) == lower(b[j - 1]);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1)});
      if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]))
        row[j] = std::min(row[j], twice_above[j - 2] + 1);
    }
    row[last + 1] = far;
  }
  return rows[a.size() % 3][b.size()];
}

}  // namespace

Problem problem_at(std::string_view text, Place place, std::string_view code, std::string message,
                   std::string suggestion) {
  Problem problem{std::string(code), std::move(message), place, 1, 1, std::move(suggestion)};
  for (std::size_t at = 0; at < place.offset && at < text.size(); ++at) {
    if (text[at] == '\n') {
      ++problem.line;
      problem.column = 1;
    } else if (begins_character(text[at])) {
      ++problem.column;
    }
  }
  return problem;
}

void throw_if_any(std::span<const Problem> problems, std::string_view path) {
  std::vector<FieldError> fields;
  for (const Problem& problem : problems)
    fields.push_back({std::string(path), problem.code,
                      fmt::format("{} (line {}, column {})", problem.message, problem.line, problem.column)});
  entente::throw_if_any(std::move(fields));
}

std::size_t utf16_offset(std::string_view text, std::size_t bytes) {
  bytes = std::min(bytes, text.size());
  while (bytes > 0 && bytes < text.size() && !begins_character(text[bytes])) --bytes;
  std::size_t units = 0;
  for (std::size_t at = 0; at < bytes; ++at)
    if (begins_character(text[at])) units += static_cast<unsigned char>(text[at]) >= 0xF0 ? 2 : 1;
  return units;
}

std::size_t byte_offset(std::string_view text, std::size_t utf16_units) {
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t wide = static_cast<unsigned char>(text[at]) >= 0xF0 ? 2 : 1;
    if (units + wide > utf16_units) return at;
    units += wide;
    for (++at; at < text.size() && !begins_character(text[at]);) ++at;
  }
  return text.size();
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
  if (word.empty() || word.size() > longest_compared) return {};
  std::size_t least = std::clamp<std::size_t>(word.size() / 3, 1, farthest) + 1;
  std::string_view found;
  for (const std::string_view candidate : candidates) {
    const std::size_t gap =
        candidate.size() > word.size() ? candidate.size() - word.size() : word.size() - candidate.size();
    if (candidate.size() > longest_compared || gap >= least) continue;
    if (const std::size_t far = distance(word, candidate); far < least) least = far, found = candidate;
  }
  return found;
}

}  // namespace entente::scorecard::formula
