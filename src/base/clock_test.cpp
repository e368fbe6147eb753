#include "base/clock.hpp"

#include <date/date.h>
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "base/error.hpp"

using namespace entente;

TEST_CASE("a moment is written as RFC 3339 with microseconds, and read back") {
  CHECK(Instant{0}.text() == "1970-01-01T00:00:00.000000Z");
  CHECK(Instant{-1}.text() == "1969-12-31T23:59:59.999999Z");
  CHECK(Instant{1'214'827'200'000'001}.text() == "2008-06-30T12:00:00.000001Z");
  CHECK(rc::check([](std::int64_t number) {
    Instant instant{number % 100'000'000'000'000'000};
    auto time = date::sys_time<std::chrono::microseconds>(std::chrono::microseconds(instant.microseconds));
    RC_ASSERT(instant.text() == date::format("%FT%TZ", time));
    const bool has_four_digits = parse_instant("0001-01-01T00:00:00Z") <= instant && instant.text().size() == 27;
    if (has_four_digits) RC_ASSERT(parse_instant(instant.text()) == instant);
  }));
}

TEST_CASE("other forms of RFC 3339 are read, and what is no moment is refused") {
  CHECK(parse_instant("2008-06-30T12:00:00Z") == Instant{1'214'827'200'000'000});
  CHECK(parse_instant("2008-06-30T14:00:00+02:00") == Instant{1'214'827'200'000'000});
  for (auto bad : {"", "2008-06-30", "2008-06-31T12:00:00.000000Z", "2008-13-01T12:00:00.000000Z",
                   "2008-06-30T24:00:00.000000Z", "2008-06-30T12:60:00.000000Z", "2008-06-30T12:00:60.000000Z",
                   "2008-06-30T12:00:00.000000", "2008-06-30T12:00:00.00000xZ", "2008-06-30T12:00:00Zx"})
    CHECK_THROWS_AS(parse_instant(bad), Error);
}
