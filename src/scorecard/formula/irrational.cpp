// Functions whose results are not decimals: worked out with 100 decimal digits and rounded once.
#include <boost/multiprecision/cpp_dec_float.hpp>

#include "scorecard/formula/arithmetic.hpp"

namespace entente::scorecard::formula {
namespace {

using Wide = boost::multiprecision::cpp_dec_float_100;

constexpr const char* too_large = "A number in this calculation is too large.";
constexpr int places = 12;

Wide widen(Decimal number) {
  return Wide(number.text());
}

Calculated narrow(const Wide& number, int decimals) {
  static const Wide largest("170000000000000000000");
  if (!boost::multiprecision::isfinite(number) || abs(number) >= largest) return {{}, too_large};
  const Wide scaled = abs(number) * pow(Wide(10), decimals);
  Wide whole = floor(scaled);
  const Wide rest = scaled - whole;
  const Wide half("0.5");
  Int128 units = 0;
  for (const char digit : whole.str(0, std::ios_base::fixed)) {
    if (digit == '.') break;
    units = units * 10 + (digit - '0');
  }
  if (rest > half || (rest == half && units % 2 != 0)) ++units;
  for (int step = decimals; step < Decimal::decimals; ++step) units *= 10;
  return {Decimal::from_units(number < 0 ? -units : units)};
}

/// By squaring. What grows beyond all bounds on the way is cut off, so that the work stays small.
Wide whole_power(Wide base, Int128 exponent) {
  static const Wide bound("1e500");
  Wide result = 1;
  for (; exponent > 0; exponent /= 2) {
    if (exponent % 2 != 0) result *= base;
    if (abs(result) > bound || result == 0) break;
    if (exponent > 1) base *= base;
    if (abs(base) > bound) base = Wide(base > 0 ? "1e501" : "-1e501");
    if (base != 0 && abs(base) < 1 / bound) base = 0;
  }
  return result;
}

Calculated exponential_of(const Wide& number) {
  if (number > 47) return {{}, too_large};  // e^47 is more than 2 * 10^20
  if (number < -60) return {Decimal()};
  return narrow(exp(number), places);
}

}  // namespace

Calculated square_root(Decimal number) {
  if (number.is_negative()) return {{}, "There is no square root of a number below zero."};
  return narrow(sqrt(widen(number)), places);
}

Calculated natural_logarithm(Decimal number) {
  if (number.is_zero() || number.is_negative()) return {{}, "There is no logarithm of zero or less."};
  return narrow(log(widen(number)), places);
}

Calculated exponential(Decimal number) {
  return exponential_of(widen(number));
}

Calculated raise(Decimal base, Decimal exponent) {
  if (base.is_zero()) {
    if (exponent.is_zero()) return {{}, "Zero to the power of zero has no value."};
    if (exponent.is_negative()) return {{}, "A number is divided by zero."};
    return {Decimal()};
  }
  if (exponent.units() % Decimal::one_unit == 0) {
    const Int128 whole = exponent.units() / Decimal::one_unit;
    const Wide power = whole_power(widen(base), whole < 0 ? -whole : whole);
    if (whole >= 0) return narrow(power, Decimal::decimals);
    return power == 0 ? Calculated{{}, too_large} : narrow(1 / power, Decimal::decimals);
  }
  if (base.is_negative()) return {{}, "A number below zero has powers for whole exponents only."};
  return exponential_of(widen(exponent) * log(widen(base)));
}

}  // namespace entente::scorecard::formula
