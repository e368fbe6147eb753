#include "base/decimal.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace entente;

namespace {
std::string canonical(std::string_view text) {
  return parse_decimal(text).text();
}
std::string problem(std::string_view text) {
  FieldError error;
  CHECK_FALSE(try_parse_decimal(text, &error));
  CHECK_FALSE(error.message.empty());
  return error.code;
}
}  // namespace

TEST_CASE("numbers are read from text and written canonically") {
  CHECK(canonical("612.5") == "612.5");
  CHECK(canonical("-0") == "0");
  CHECK(canonical("-0.000") == "0");
  CHECK(canonical("007.500") == "7.5");
  CHECK(canonical("1e5") == "100000");
  CHECK(canonical("2.5E-3") == "0.0025");
  CHECK(canonical("1E+2") == "100");
  CHECK(canonical("0e999999999999") == "0");
  CHECK(canonical("-123456789.123456789") == "-123456789.123456789");
  CHECK(canonical("999999999999999999") == "999999999999999999");
  CHECK(canonical("0.100000000000000000") == "0.1");  // trailing zeros are not digits
  CHECK(canonical("100000000000000000000e-3") == "100000000000000000");
}

TEST_CASE("what is no number, or does not fit, is refused by kind") {
  for (const auto text : {"", "-", "NaN", "nan", "Infinity", "-inf", "1.", ".5", "+1", " 1", "1 ", "1e", "1e+", "0x10",
                          "--1", "1.2.3", "abc"})
    CHECK_MESSAGE(problem(text) == "not_a_number", text);
  CHECK(problem("1,5") == "decimal_comma");
  CHECK(problem("1.234,5") == "decimal_comma");
  CHECK(problem("1,234.5") == "decimal_comma");
  CHECK(problem(",5") == "decimal_comma");
  CHECK(problem("1e308") == "number_too_large");
  CHECK(problem("1000000000000000000") == "number_too_large");
  CHECK(problem("1e-10") == "too_many_decimals");
  CHECK(problem("0.1234567891") == "too_many_decimals");
  CHECK(problem("1234567890123456789") == "too_many_digits");
  CHECK(problem("1.234567890123456789") == "too_many_digits");
  CHECK_THROWS_AS(parse_decimal("1e308", "rows[0].value"), Error);
}

TEST_CASE("arithmetic is exact where it can be and rounds half-even where it cannot") {
  CHECK(parse_decimal("0.1") + parse_decimal("0.2") == parse_decimal("0.3"));
  CHECK((parse_decimal("1") / parse_decimal("3")).text() == "0.333333333333333333");
  CHECK((parse_decimal("2") / parse_decimal("3")).text() == "0.666666666666666667");
  CHECK((parse_decimal("-2") / parse_decimal("3")).text() == "-0.666666666666666667");
  CHECK((parse_decimal("123456789") * parse_decimal("0.000000001")).text() == "0.123456789");
  // 10^17 / 10^-9 = 10^26 does not fit.
  CHECK_THROWS_AS(parse_decimal("100000000000000000") / parse_decimal("0.000000001"), Error);
  CHECK_THROWS_AS(parse_decimal("1") / Decimal(), Error);
  CHECK(divide_half_even(5, 2) == 2);
  CHECK(divide_half_even(7, 2) == 4);
  CHECK(divide_half_even(-5, 2) == -2);
  CHECK(divide_half_even(-7, 2) == -4);
  CHECK(parse_decimal("2.5").text_rounded(0) == "2");
  CHECK(parse_decimal("0.125").text_rounded(2) == "0.12");
}

TEST_CASE("wide products divide back") {
  CHECK(rc::check("a * b / b == a, with a product of up to 256 bits", [] {
    const Int128 a = Int128{*rc::gen::arbitrary<std::int64_t>()} * *rc::gen::arbitrary<std::int32_t>();
    const Int128 b = Int128{*rc::gen::nonZero<std::int64_t>()} * *rc::gen::nonZero<std::int32_t>();
    RC_ASSERT(multiply_divide_half_even(a, b, b).value() == a);
  }));
  CHECK(rc::check("text reads back as the same number", [] {
    const auto mantissa = *rc::gen::inRange<std::int64_t>(-999'999'999'999'999'999, 1'000'000'000'000'000'000);
    const auto places = *rc::gen::inRange(0, 10);
    const Decimal number = parse_decimal(std::to_string(mantissa) + "e-" + std::to_string(places));
    RC_ASSERT(parse_decimal(number.text()) == number);
  }));
}
