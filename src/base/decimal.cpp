#include "base/decimal.hpp"

#include <bit>

namespace entente {
namespace {

constexpr UInt128 biggest = ~UInt128{0} >> 1;

struct Wide {  ///< an unsigned number of 256 bits
  UInt128 high = 0;
  UInt128 low = 0;
};

constexpr UInt128 magnitude(Int128 number) {
  return number < 0 ? -static_cast<UInt128>(number) : static_cast<UInt128>(number);
}

Wide multiply(UInt128 a, UInt128 b) {
  constexpr UInt128 mask = ~std::uint64_t{0};
  const UInt128 a0 = a & mask, a1 = a >> 64, b0 = b & mask, b1 = b >> 64;
  const UInt128 low = a0 * b0, cross1 = a1 * b0, cross2 = a0 * b1;
  const UInt128 middle = (low >> 64) + (cross1 & mask) + (cross2 & mask);
  return {a1 * b1 + (cross1 >> 64) + (cross2 >> 64) + (middle >> 64), (middle << 64) | (low & mask)};
}

/// Adds one to the quotient where the remainder is past half of the divisor, or exactly half and the quotient odd.
UInt128 round_half_even(UInt128 quotient, UInt128 remainder, UInt128 divisor) {
  const UInt128 rest = divisor - remainder;
  return quotient + (remainder > rest || (remainder == rest && (quotient & 1)) ? 1 : 0);
}

[[noreturn]] void throw_too_large() {
  throw Error(ErrorKind::bad_input, "number_too_large", "A number in this calculation is too large.");
}

struct Problem {
  const char* code;
  const char* message;
};
constexpr Problem not_a_number{"not_a_number",
                               "This is not a number. Write it with digits and a decimal point, such as 1234.5."};
constexpr Problem decimal_comma{"decimal_comma",
                                "Write numbers with a decimal point and without separators: 1234.5, not 1.234,5."};
constexpr Problem too_many_digits{"too_many_digits", "A number has at most 18 significant digits."};
constexpr Problem too_many_decimals{"too_many_decimals", "A number has at most 9 decimals."};
constexpr Problem too_large{"number_too_large", "A number has at most 18 digits before the decimal point."};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The number, or a pointer to what is wrong with the text.
std::pair<Decimal, const Problem*> read(std::string_view text) {
  const auto fail = [](const Problem& problem) { return std::pair{Decimal(), &problem}; };
  std::size_t at = 0;
  const bool negative = !text.empty() && text[0] == '-';
  if (negative) ++at;

  // The digits without leading zeros; trailing zeros are only written when a further digit follows.
  std::uint64_t mantissa = 0;
  int digits = 0, zeros = 0, exponent = 0;
  bool overlong = false;
  const auto take = [&](char c) {
    if (c == '0') {
      if (digits > 0) ++zeros;
      return;
    }
    for (; zeros > 0 && digits < 19; --zeros, ++digits) mantissa *= 10;
    if (digits >= 18) {
      overlong = true;
      return;
    }
    mantissa = mantissa * 10 + static_cast<unsigned>(c - '0');
    ++digits;
  };
  const std::size_t whole_begin = at;
  while (at < text.size() && is_digit(text[at])) take(text[at++]);
  if (at == whole_begin)
    return fail(text.find(',') != text.npos && text.find_first_not_of("-+0123456789.,") == text.npos ? decimal_comma
                                                                                                     : not_a_number);
  int fraction = 0;
  if (at < text.size() && text[at] == '.') {
    const std::size_t fraction_begin = ++at;
    while (at < text.size() && is_digit(text[at])) {
      take(text[at++]);
      if (fraction < 1'000'000) ++fraction;
    }
    if (at == fraction_begin) return fail(not_a_number);
  }
  if (at < text.size() && text[at] == ',') return fail(decimal_comma);
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    const bool below = at < text.size() && text[at] == '-';
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
    const std::size_t exponent_begin = at;
    while (at < text.size() && is_digit(text[at])) exponent = std::min(exponent * 10 + (text[at++] - '0'), 10'000'000);
    if (at == exponent_begin) return fail(not_a_number);
    if (below) exponent = -exponent;
  }
  if (at != text.size()) return fail(not_a_number);
  if (overlong) return fail(too_many_digits);
  if (mantissa == 0) return {Decimal(), nullptr};

  // The number is mantissa * 10^power, with `digits` digits and no trailing zero.
  const long power = static_cast<long>(zeros) - fraction + exponent;
  if (digits + power > Decimal::max_input_digits) return fail(too_large);
  if (power < -Decimal::max_input_decimals) return fail(too_many_decimals);
  Int128 units = mantissa;
  for (long step = power + Decimal::decimals; step > 0; --step) units *= 10;
  return {Decimal::from_units(negative ? -units : units), nullptr};
}

}  // namespace

Int128 divide_half_even(Int128 number, Int128 divisor) {
  const UInt128 top = magnitude(number), bottom = magnitude(divisor);
  const UInt128 rounded = round_half_even(top / bottom, top % bottom, bottom);
  return (number < 0) != (divisor < 0) ? -static_cast<Int128>(rounded) : static_cast<Int128>(rounded);
}

std::optional<Int128> multiply_divide_half_even(Int128 a, Int128 b, Int128 divisor) {
  if (divisor == 0) return std::nullopt;
  Int128 product;
  if (!__builtin_mul_overflow(a, b, &product)) return divide_half_even(product, divisor);
  const UInt128 bottom = magnitude(divisor);
  const Wide wide = multiply(magnitude(a), magnitude(b));
  if (wide.high >= bottom) return std::nullopt;
  // Long division, one bit at a time: a rare path, so short beats fast.
  UInt128 remainder = wide.high, quotient = 0;
  for (int bit = 127; bit >= 0; --bit) {
    const bool carry = remainder >> 127;
    remainder = (remainder << 1) | ((wide.low >> bit) & 1);
    quotient <<= 1;
    if (carry || remainder >= bottom) {
      remainder -= bottom;
      quotient |= 1;
    }
  }
  quotient = round_half_even(quotient, remainder, bottom);
  if (quotient > biggest) return std::nullopt;
  const bool negative = ((a < 0) != (b < 0)) != (divisor < 0);
  return negative ? -static_cast<Int128>(quotient) : static_cast<Int128>(quotient);
}

Decimal operator+(Decimal left, Decimal right) {
  Int128 sum;
  if (__builtin_add_overflow(left.units_, right.units_, &sum)) throw_too_large();
  return Decimal(sum);
}

Decimal operator-(Decimal left, Decimal right) {
  Int128 difference;
  if (__builtin_sub_overflow(left.units_, right.units_, &difference)) throw_too_large();
  return Decimal(difference);
}

Decimal operator*(Decimal left, Decimal right) {
  const auto product = multiply_divide_half_even(left.units_, right.units_, Decimal::one_unit);
  if (!product) throw_too_large();
  return Decimal(*product);
}

Decimal operator/(Decimal left, Decimal right) {
  if (right.is_zero()) throw Error(ErrorKind::bad_input, "division_by_zero", "A number cannot be divided by zero.");
  const auto quotient = multiply_divide_half_even(left.units_, Decimal::one_unit, right.units_);
  if (!quotient) throw_too_large();
  return Decimal(*quotient);
}

std::string Decimal::text() const {
  if (units_ == 0) return "0";
  const UInt128 number = magnitude(units_);
  const auto unit = static_cast<UInt128>(one_unit);
  auto whole = static_cast<UInt128>(number / unit);
  auto fraction = static_cast<std::uint64_t>(number % unit);
  char buffer[64];
  char* at = buffer + sizeof buffer;
  if (fraction != 0) {
    int places = decimals;
    while (fraction % 10 == 0) fraction /= 10, --places;
    for (; places > 0; --places, fraction /= 10) *--at = static_cast<char>('0' + fraction % 10);
    *--at = '.';
  }
  do {
    *--at = static_cast<char>('0' + static_cast<int>(whole % 10));
    whole /= 10;
  } while (whole != 0);
  if (units_ < 0) *--at = '-';
  return std::string(at, buffer + sizeof buffer);
}

std::string Decimal::text_rounded(int places) const {
  Int128 step = 1;
  for (int place = places; place < decimals; ++place) step *= 10;
  return Decimal(divide_half_even(units_, step) * step).text();
}

double Decimal::approximate() const {
  return static_cast<double>(units_) / 1e18;
}

std::optional<Decimal> try_parse_decimal(std::string_view text, FieldError* problem) {
  const auto [number, wrong] = read(text);
  if (!wrong) return number;
  if (problem) problem->code = wrong->code, problem->message = wrong->message;
  return std::nullopt;
}

Decimal parse_decimal(std::string_view text, std::string_view path) {
  const auto [number, wrong] = read(text);
  if (wrong) throw_bad_field(path, wrong->code, wrong->message);
  return number;
}

}  // namespace entente
