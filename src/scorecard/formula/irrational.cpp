// Functions whose results are not decimals: worked out with more digits than are kept, and rounded once.
#include <boost/multiprecision/cpp_dec_float.hpp>

#include "scorecard/formula/arithmetic.hpp"

namespace entente::scorecard::formula {
namespace {

/// A result has 32 digits at most, an exponent of e two before the point.
using Wide = boost::multiprecision::cpp_dec_float_50;
/// Whole powers keep 38 digits, and lose some with every multiplication.
using Wider = boost::multiprecision::cpp_dec_float_100;

constexpr const char* too_large = "A number in this calculation is too large.";
constexpr int places = 12;

template <class Number>
Number widen(Decimal number) {
  return Number(number.text());
}

template <class Number>
Calculated narrow(const Number& number, int decimals) {
  static const Number largest("170000000000000000000");
  if (!boost::multiprecision::isfinite(number) || abs(number) >= largest) return {{}, too_large};
  const Number scaled = abs(number) * Number(decimals == places ? "1e12" : "1e18");
  const Number whole = floor(scaled);
  const Number rest = scaled - whole;
  const Number half("0.5");
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
Wider whole_power(Wider base, Int128 exponent) {
  static const Wider bound("1e500");
  Wider result = 1;
  for (; exponent > 0; exponent /= 2) {
    if (exponent % 2 != 0) result *= base;
    if (abs(result) > bound || result == 0) break;
    if (exponent > 1) base *= base;
    if (abs(base) > bound) base = Wider(base > 0 ? "1e501" : "-1e501");
    if (base != 0 && abs(base) < 1 / bound) base = 0;
  }
  return result;
}

Calculated exponential_of(const Wide& number) {
  if (number > 47) return {{}, too_large};  // e^47 is more than 2 * 10^20
  if (number < -60) return {Decimal()};
  return narrow(Wide(exp(number)), places);
}

}  // namespace

Calculated square_root(Decimal number) {
  if (number.is_negative()) return {{}, "There is no square root of a number below zero."};
  return narrow(Wide(sqrt(widen<Wide>(number))), places);
}

Calculated natural_logarithm(Decimal number) {
  if (number.is_zero() || number.is_negative()) return {{}, "There is no logarithm of zero or less."};
  return narrow(Wide(log(widen<Wide>(number))), places);
}

Calculated exponential(Decimal number) {
  return exponential_of(widen<Wide>(number));
}

Calculated raise(Decimal base, Decimal exponent) {
  if (base.is_zero()) {
    if (exponent.is_zero()) return {{}, "Zero to the power of zero has no value."};
    if (exponent.is_negative()) return {{}, "A number is divided by zero."};
    return {Decimal()};
  }
  if (exponent.units() % Decimal::one_unit == 0) {
    const Int128 whole = exponent.units() / Decimal::one_unit;
    const Wider power = whole_power(widen<Wider>(base), whole < 0 ? -whole : whole);
    if (whole >= 0) return narrow(power, Decimal::decimals);
    return power == 0 ? Calculated{{}, too_large} : narrow(Wider(1 / power), Decimal::decimals);
  }
  if (base.is_negative()) return {{}, "A number below zero has powers for whole exponents only."};
  return exponential_of(widen<Wide>(exponent) * log(widen<Wide>(base)));
}

}  // namespace entente::scorecard::formula
