#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.hpp"

namespace entente {

__extension__ typedef __int128 Int128;
__extension__ typedef unsigned __int128 UInt128;

/// An exact decimal number. What comes in has at most 18 significant digits and 9 decimals and is read from text, never
/// through binary floating point. Inside, a number is a count of units of 10^-18, so that a mean or a ratio keeps 18
/// decimals (rounded half-even) and sums stay exact. Magnitude: below 10^18 from text, below 1.7 * 10^20 as a result.
/// Trivially copyable, 16 bytes, ordered by value. There is no negative zero and no NaN.
class Decimal {
 public:
  static constexpr int max_input_digits = 18;
  static constexpr int max_input_decimals = 9;
  static constexpr int decimals = 18;
  static constexpr Int128 one_unit = 1'000'000'000'000'000'000;

  constexpr Decimal() = default;
  /// A whole number.
  static constexpr Decimal from_integer(std::int64_t number) { return Decimal(number * one_unit); }
  /// A number given as a count of 10^-18.
  static constexpr Decimal from_units(Int128 units) { return Decimal(units); }

  constexpr Int128 units() const { return units_; }
  constexpr bool is_zero() const { return units_ == 0; }
  constexpr bool is_negative() const { return units_ < 0; }

  constexpr bool operator==(const Decimal&) const = default;
  constexpr std::strong_ordering operator<=>(const Decimal& other) const {
    return units_ < other.units_   ? std::strong_ordering::less
           : units_ > other.units_ ? std::strong_ordering::greater
                                   : std::strong_ordering::equal;
  }

  /// Sums and differences are exact; all four throw `bad_input` "number_too_large" where the result does not fit.
  friend Decimal operator+(Decimal left, Decimal right);
  friend Decimal operator-(Decimal left, Decimal right);
  /// Rounded half-even to 18 decimals.
  friend Decimal operator*(Decimal left, Decimal right);
  /// Rounded half-even to 18 decimals; dividing by zero throws `bad_input` "division_by_zero".
  friend Decimal operator/(Decimal left, Decimal right);
  constexpr Decimal operator-() const { return Decimal(-units_); }

  /// The shortest plain notation: no exponent, no trailing zeros, "-0" is "0". Reads back as the same number, unless a
  /// computed result has more digits than text may bring in.
  std::string text() const;
  /// Rounded half-even to so many decimals (0 to 18), then the shortest notation.
  std::string text_rounded(int places) const;
  /// For drawing and statistics only; never for a judgement.
  double approximate() const;

 private:
  constexpr explicit Decimal(Int128 units) : units_(units) {}
  Int128 units_ = 0;
};
static_assert(sizeof(Decimal) == 16);

/// Reads `-12.5`, `007`, `1e5`, `2.5E-3`. Absent with `problem` filled in (its `path` is left alone) for what is not a
/// number ("not_a_number": empty, NaN, Infinity, spaces, a leading plus, "5." or ".5"), for a comma ("decimal_comma"),
/// and for numbers that do not fit ("too_many_digits", "too_many_decimals", "number_too_large").
std::optional<Decimal> try_parse_decimal(std::string_view text, FieldError* problem = nullptr);

/// The same, throwing `bad_input` with the problem at `path`.
Decimal parse_decimal(std::string_view text, std::string_view path = "value");

/// number / divisor, rounded half-even; the divisor is not zero.
Int128 divide_half_even(Int128 number, Int128 divisor);

/// a * b / divisor with a 256-bit product, rounded half-even. Absent for a divisor of zero or a result that does not
/// fit.
std::optional<Int128> multiply_divide_half_even(Int128 a, Int128 b, Int128 divisor);

}  // namespace entente
