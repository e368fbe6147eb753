#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/error.hpp"

namespace entente {

/// Days of agreements and plans lie in the years 1950 to 2150: anything else was mistyped. Adds "out_of_range" at `path` otherwise.
inline void check_near(const std::optional<Date>& day, std::string_view path, std::vector<FieldError>& errors) {
  if (day && (day->year() < 1950 || day->year() > 2150))
    errors.push_back({std::string(path), "out_of_range", "Please give a year from 1950 to 2150."});
}

/// The same, and that the end does not lie before the start.
inline void check_span(const std::optional<Date>& starts, const std::optional<Date>& ends, std::vector<FieldError>& errors) {
  check_near(starts, "starts", errors);
  check_near(ends, "ends", errors);
  if (starts && ends && *ends < *starts) errors.push_back({"ends", "out_of_order", "The end cannot lie before the start."});
}

}  // namespace entente
