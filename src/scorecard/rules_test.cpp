#include "scorecard/rules.hpp"

#include <doctest/doctest.h>

#include "base/random.hpp"

using namespace entente;
using namespace entente::scorecard;

TEST_CASE("a measure retires after the day on which it starts, or it would never count") {
  SeededRandom random(1);
  Measure measure;
  measure.code = "CO1.1";
  measure.name = "Cycle time";
  measure.objective = ObjectiveId::make(random);
  auto paths = [&](const char* starts, const char* retired) {
    measure.starts = parse_date(starts);
    measure.retired = parse_date(retired);
    std::vector<FieldError> errors;
    check(measure, errors);
    std::vector<std::string> out;
    for (const auto& error : errors) out.push_back(error.path);
    return out;
  };
  CHECK(paths("2008-06-15", "2008-06-16").empty());
  CHECK(paths("2008-06-15", "2008-06-15") == std::vector<std::string>{"retired"});
  CHECK(paths("2008-06-15", "2008-06-14") == std::vector<std::string>{"retired"});
}
