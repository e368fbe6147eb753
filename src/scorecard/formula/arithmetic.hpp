#pragma once
#include "base/decimal.hpp"

/// Decimal arithmetic that answers with a reason instead of throwing. Nothing passes through binary floating point.
namespace entente::scorecard::formula {

struct Calculated {
  Decimal number;
  const char* problem = nullptr;  ///< why there is no number
};

/// Exact.
Calculated add(Decimal left, Decimal right);
Calculated subtract(Decimal left, Decimal right);
/// Rounded half-even to 18 decimals, once.
Calculated multiply(Decimal left, Decimal right);
Calculated divide(Decimal left, Decimal right);
/// number * 10^power; downward rounded half-even to 18 decimals.
Calculated shifted(Decimal number, int power);
/// Half-even to so many decimals, −18 to 18.
Calculated rounded(Decimal number, int digits);
Calculated floored(Decimal number);
Calculated ceiled(Decimal number);

/// Rounded half-even to 12 decimals from 50 digits.
Calculated square_root(Decimal number);
Calculated natural_logarithm(Decimal number);
Calculated exponential(Decimal number);
/// For a whole exponent rounded half-even to 18 decimals; otherwise to 12, for a base of 0 or more. 0 to the power of 0
/// is an error.
Calculated raise(Decimal base, Decimal exponent);

}  // namespace entente::scorecard::formula
