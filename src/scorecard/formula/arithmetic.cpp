#include "scorecard/formula/arithmetic.hpp"

namespace entente::scorecard::formula {
namespace {

constexpr const char* too_large = "A number in this calculation is too large.";

Calculated fits(const std::optional<Int128>& units) {
  return units ? Calculated{Decimal::from_units(*units)} : Calculated{{}, too_large};
}

Int128 power_of_ten(int power) {
  Int128 result = 1;
  for (; power > 0; --power) result *= 10;
  return result;
}

}  // namespace

Calculated add(Decimal left, Decimal right) {
  Int128 sum;
  if (__builtin_add_overflow(left.units(), right.units(), &sum)) return {{}, too_large};
  return {Decimal::from_units(sum)};
}

Calculated subtract(Decimal left, Decimal right) {
  Int128 difference;
  if (__builtin_sub_overflow(left.units(), right.units(), &difference)) return {{}, too_large};
  return {Decimal::from_units(difference)};
}

Calculated multiply(Decimal left, Decimal right) {
  return fits(multiply_divide_half_even(left.units(), right.units(), Decimal::one_unit));
}

Calculated divide(Decimal left, Decimal right) {
  if (right.is_zero()) return {{}, left.is_zero() ? "Zero is divided by zero." : "A number is divided by zero."};
  return fits(multiply_divide_half_even(left.units(), Decimal::one_unit, right.units()));
}

Calculated shifted(Decimal number, int power) {
  if (power == 0 || number.is_zero()) return {number};
  if (power < -38) return {Decimal()};
  if (power < 0) return {Decimal::from_units(divide_half_even(number.units(), power_of_ten(-power)))};
  Int128 result;
  if (power > 38 || __builtin_mul_overflow(number.units(), power_of_ten(power), &result)) return {{}, too_large};
  return {Decimal::from_units(result)};
}

Calculated rounded(Decimal number, int digits) {
  const Int128 step = power_of_ten(Decimal::decimals - digits);
  Int128 result;
  if (__builtin_mul_overflow(divide_half_even(number.units(), step), step, &result)) return {{}, too_large};
  return {Decimal::from_units(result)};
}

Calculated floored(Decimal number) {
  Int128 rest = number.units() % Decimal::one_unit;
  if (rest < 0) rest += Decimal::one_unit;
  return subtract(number, Decimal::from_units(rest));
}

Calculated ceiled(Decimal number) {
  Int128 rest = -number.units() % Decimal::one_unit;
  if (rest < 0) rest += Decimal::one_unit;
  return add(number, Decimal::from_units(rest));
}

}  // namespace entente::scorecard::formula
