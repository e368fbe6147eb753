// Numbers, days and places of spreadsheets, against values worked out by hand.
#include "exchange/sheet.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "base/decimal.hpp"

using namespace entente;
using namespace entente::exchange;

TEST_CASE("a stored number becomes the decimal that people see, without a digit of its binary form") {
  auto read = [](std::string_view text, int shift = 0) { return stored_number(text, shift).value_or("none"); };
  CHECK(read("19.8") == "19.8");
  CHECK(read("19.800000000000001") == "19.8");
  CHECK(read("0.30000000000000004") == "0.3");
  CHECK(read("1.1000000000000001E-2") == "0.011");
  CHECK(read("-2.9999999999999996") == "-3");
  CHECK(read("99.999999999999986") == "100");
  CHECK(read("0.33333333333333331") == "0.333333333");
  CHECK(read("0.66666666666666663") == "0.666666667");
  CHECK(read("0.0000000005") == "0.000000001");   // half away from zero at nine decimals
  CHECK(read("0.00000000049999") == "0");
  CHECK(read("-0.0000000001") == "0");
  CHECK(read("-0") == "0");
  CHECK(read("1E+2") == "100");
  CHECK(read("1.5e3") == "1500");
  CHECK(read("123456789012345678") == "123456789012346000");
  CHECK(read("007") == "7");
  CHECK(read("1.") == "1");
  CHECK(read(".5") == "0.5");
  CHECK(read("0.198", 2) == "19.8");
  CHECK(read("0.19800000000000001", 2) == "19.8");
  CHECK(read("1", 2) == "100");
  CHECK(read("0.00005", 2) == "0.005");
  for (const char* bad : {"", "-", ".", "abc", "1,5", "1e", "1e999999", "0x10", "NaN", "1 2"}) {
    CAPTURE(bad);
    CHECK(read(bad) == "none");
  }
  rc::check("what has at most 15 digits and 9 decimals stays as it is", [] {
    auto units = *rc::gen::inRange<std::int64_t>(-999'999'999'999'999, 999'999'999'999'999);
    auto places = *rc::gen::inRange(0, 9);
    auto decimal = Decimal::from_integer(units);
    for (int i = 0; i < places; ++i) decimal = decimal / Decimal::from_integer(10);
    RC_ASSERT(stored_number(decimal.text()) == decimal.text());
  });
}

TEST_CASE("serial numbers are days of both calendars, and the day that never was is none") {
  auto day = [](std::string_view number, DateSystem system = DateSystem::from_1900) {
    auto found = serial_day(number, system);
    return found ? found->text() : "none";
  };
  CHECK(day("1") == "1900-01-01");
  CHECK(day("59") == "1900-02-28");
  CHECK(day("60") == "none");
  CHECK(day("61") == "1900-03-01");
  CHECK(day("39629") == "2008-06-30");
  CHECK(day("39629.75") == "2008-06-30");
  CHECK(day("2958465") == "9999-12-31");
  CHECK(day("2958466") == "none");
  CHECK(day("0") == "none");
  CHECK(day("-1") == "none");
  CHECK(day("0", DateSystem::from_1904) == "1904-01-01");
  CHECK(day("38167", DateSystem::from_1904) == "2008-06-30");
}

TEST_CASE("a number format says whether a number is a day or a share") {
  for (std::uint32_t id : {14u, 15u, 17u, 22u}) CHECK(look_of_format(id, "") == NumberLook::day);
  for (std::uint32_t id : {9u, 10u}) CHECK(look_of_format(id, "") == NumberLook::percent);
  for (std::uint32_t id : {0u, 1u, 2u, 3u, 11u, 18u, 20u, 45u, 49u}) CHECK(look_of_format(id, "") == NumberLook::plain);
  for (const char* code : {"yyyy-mm-dd", "mmm\\ yy", "[$-409]d\\-mmm\\-yy;@", "dd.mm.yyyy\\ hh:mm", "mmmm", "\"Q\"yyyy"}) {
    CAPTURE(code);
    CHECK(look_of_format(164, code) == NumberLook::day);
  }
  for (const char* code : {"0.0%", "0\\ %;[Red]-0\\ %", "#,##0%"}) CHECK(look_of_format(164, code) == NumberLook::percent);
  for (const char* code : {"General", "0.00E+00", "#,##0.00\\ \"days\"", "[h]:mm:ss", "hh:mm", "\"dd\"0", "0_d", "[Red]0", "mm:ss.0"}) {
    CAPTURE(code);
    CHECK(look_of_format(164, code) == NumberLook::plain);
  }
}

TEST_CASE("columns and cells have names") {
  CHECK(column_name(1) == "A");
  CHECK(column_name(26) == "Z");
  CHECK(column_name(27) == "AA");
  CHECK(column_name(16'384) == "XFD");
  CHECK_FALSE(column_number("XFE"));
  CHECK_FALSE(column_number(""));
  CHECK_FALSE(column_number("A1"));
  rc::check("a name leads back to its column", [] {
    auto column = *rc::gen::inRange(1u, 16'385u);
    RC_ASSERT(column_number(column_name(column)) == column);
  });
  CHECK(cell_place("B7")->row == 7);
  CHECK(cell_place("xfd1048576")->column == 16'384);
  for (const char* bad : {"", "B", "7", "B0", "B1048577", "B7x", "B-7", "ABCD1", "$B$7"}) CHECK_FALSE(cell_place(bad));
  CHECK(cell_address(7, 28) == "AB7");
}
