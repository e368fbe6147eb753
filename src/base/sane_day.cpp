#include "base/sane_day.hpp"

#include <fmt/format.h>

namespace entente {
namespace {

void check_year(int year, std::string_view path, std::vector<FieldError>& errors) {
  if (year >= first_sane_year && year <= last_sane_year) return;
  errors.push_back({std::string(path), "bad_year", fmt::format("The year is between {} and {}.", first_sane_year, last_sane_year)});
}

}  // namespace

void check_day(const std::optional<Date>& day, std::string_view path, std::vector<FieldError>& errors) {
  if (day) check_year(day->year(), path, errors);
}

void check_period(const std::optional<Period>& period, std::string_view path, std::vector<FieldError>& errors) {
  if (period) check_year(period->year(), path, errors);
}

}  // namespace entente
