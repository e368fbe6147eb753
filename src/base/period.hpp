#pragma once
#include <boost/describe/enum.hpp>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.hpp"

namespace entente {

/// How long a period is; how often a measure is taken. From fine to coarse.
enum class Frequency : std::uint8_t { day, week, month, quarter, half, year };
BOOST_DESCRIBE_ENUM(Frequency, day, week, month, quarter, half, year)

/// "month"
std::string_view name(Frequency frequency);
std::optional<Frequency> try_parse_frequency(std::string_view text);

/// One period of time, by name: `2008`, `2008-H1`, `2008-Q2`, `2008-06`, `2008-W24` or `2008-06-30`. Which days a year,
/// half or quarter covers is told by a `Calendar`; days, weeks (ISO 8601) and months are the civil ones.
/// `index` counts periods of one frequency without a gap, so that the next one is index + 1: days since 1970-01-01,
/// weeks since 1970-W01, months, quarters, halves and years since those of year 0. The order is chronological among
/// periods of one frequency; across frequencies it is only good for sorting.
struct Period {
  Frequency frequency = Frequency::month;
  std::int32_t index = 0;

  constexpr auto operator<=>(const Period&) const = default;
  constexpr Period operator+(int more) const { return {frequency, index + more}; }
  constexpr Period operator-(int fewer) const { return {frequency, index - fewer}; }
  constexpr Period next() const { return *this + 1; }
  constexpr Period previous() const { return *this - 1; }
  /// The calendar year in the period's name (for weeks the ISO year).
  int year() const;
  /// The number within the year: 1 to 2, 4, 12 or 53; a year gives 1, a day its day of the month.
  int number() const;
  std::string text() const;
  /// The same period one year earlier. A 53rd week becomes week 52, the 29th of February the 28th.
  Period year_before() const;
};

/// A named period; absent for an impossible one (quarter 5, week 53 of a year with 52).
std::optional<Period> try_period(Frequency frequency, int year, int number);
/// Reads one of the six notations, exactly; absent otherwise. Years 0001 to 9999.
std::optional<Period> try_parse_period(std::string_view text);
/// The same, throwing `bad_input` "bad_period" at `path`.
Period parse_period(std::string_view text, std::string_view path = "period");

}  // namespace entente
