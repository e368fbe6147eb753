#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/error.hpp"
#include "base/period.hpp"

namespace entente {

/// Days and periods that people enter about an alliance lie in these years: anything else is a slip of the finger.
constexpr int first_sane_year = 1970;
constexpr int last_sane_year = 2099;

/// Adds "bad_year" at `path` for a day outside of these years. An absent one is fine.
void check_day(const std::optional<Date>& day, std::string_view path, std::vector<FieldError>& errors);
void check_period(const std::optional<Period>& period, std::string_view path, std::vector<FieldError>& errors);

}  // namespace entente
