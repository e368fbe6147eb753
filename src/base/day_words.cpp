#include "base/day_words.hpp"

#include <fmt/format.h>

#include <array>

namespace entente {

std::string day_words(Date day) {
  static constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return fmt::format("{} {} {}", day.day(), months[static_cast<std::size_t>(day.month() - 1)], day.year());
}

}  // namespace entente
