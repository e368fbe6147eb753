#include "discipline/renegotiation.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace entente;
using namespace entente::discipline;
using strategy::Light;

namespace {

Date day(const char* text) { return parse_date(text); }

/// Lights by letters: g, y, r.
Habit lit(std::string_view letters) {
  Habit habit;
  for (char letter : letters) habit.lights.push_back(letter == 'g' ? Light::green : letter == 'y' ? Light::yellow : Light::red);
  return habit;
}

std::vector<Standing> on(const Habit& habit, const char* today = "2010-02-01") { return standings(habit, day(today)); }

using List = std::vector<Standing>;

}  // namespace

TEST_CASE("always means green each time, never means red each time, and both need six periods") {
  CHECK(on(lit("gggggg")) == List{Standing::always_met});
  CHECK(on(lit("rrrrrr")) == List{Standing::never_met});
  CHECK(on(lit("ggggg")).empty());
  CHECK(on(lit("rrrrr")).empty());
  CHECK(on(lit("rrrrry")).empty());  // a yellow period is not "never met"
  CHECK(on(lit("yyyyyy")).empty());
  CHECK(on(lit("gggggy")).empty());
  CHECK(on({}).empty());
}

TEST_CASE("a light set by hand, and one of a period in which nobody judged anything, counts for nothing") {
  const PastLight judged{true, false, Light::green}, by_hand{true, true, Light::green}, empty{false, false, Light::green}, grey{true, false, Light::grey};
  auto of = [&](std::vector<PastLight> past) {
    Habit habit;
    habit.lights = lights_that_count(past);
    return habit;
  };
  CHECK(on(of({judged, judged, judged, judged, judged, judged})) == List{Standing::always_met});
  CHECK(on(of({by_hand, by_hand, by_hand, by_hand, by_hand, by_hand})).empty());
  CHECK(on(of({empty, empty, empty, empty, empty, empty})).empty());
  CHECK(on(of({judged, judged, judged, judged, judged, by_hand})).empty());
  CHECK(on(of({judged, judged, judged, judged, judged, empty})).empty());
  CHECK(on(of({judged, by_hand, judged, empty, judged, grey, judged, judged, judged})) == List{Standing::always_met});
}

TEST_CASE("nobody looked is said only when looking was counted long enough") {
  Habit habit;
  habit.first_value = day("2009-01-15");
  CHECK(on(habit).empty());
  habit.counted_since = day("2009-11-04");
  CHECK(on(habit).empty());  // 89 days
  CHECK(on(habit, "2010-02-02") == List{Standing::not_looked_at});
  habit.looks = 1;
  CHECK(on(habit, "2010-02-02").empty());
  habit.looks = 0;
  habit.first_value = day("2010-01-01");  // a new measure
  CHECK(on(habit, "2010-02-02").empty());
  habit.first_value.reset();
  CHECK(on(habit, "2010-02-02").empty());
}

TEST_CASE("a review date puts a measure up, a decision gives it rest for its time") {
  Habit habit;
  habit.review_date = day("2010-02-02");
  CHECK(on(habit).empty());
  CHECK(on(habit, "2010-02-02") == List{Standing::review_passed});
  habit.quiet_until = rest_after(ReviewVerdict::keep, day("2010-02-02"));
  CHECK(habit.quiet_until == day("2011-02-02"));
  CHECK(on(habit, "2011-02-02").empty());
  CHECK(on(habit, "2011-02-03") == List{Standing::review_passed});
  CHECK(rest_after(ReviewVerdict::renegotiate, day("2010-02-02")) == day("2010-05-03"));
  CHECK(rest_after(ReviewVerdict::drop, day("2010-02-02")) == day("2011-02-02"));
}

TEST_CASE("one light of another colour takes always and never away") {
  rc::check("any lights", [] {
    auto length = *rc::gen::inRange(0, 13);
    Habit habit;
    int green = 0, red = 0;
    for (int i = 0; i < length; ++i) {
      habit.lights.push_back(*rc::gen::element(Light::green, Light::yellow, Light::red));
      green += habit.lights.back() == Light::green;
      red += habit.lights.back() == Light::red;
    }
    auto found = on(habit);
    bool always = std::find(found.begin(), found.end(), Standing::always_met) != found.end();
    bool never = std::find(found.begin(), found.end(), Standing::never_met) != found.end();
    RC_ASSERT(always == (length >= 6 && green == length));
    RC_ASSERT(never == (length >= 6 && red == length));
  });
}
