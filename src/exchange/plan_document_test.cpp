#include "exchange/plan_document.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>

#include "base/embedded.hpp"
#include "exchange/people_document.hpp"

using namespace entente;
using namespace entente::exchange;

namespace {
std::string_view sample(std::string_view name) {
  for (const EmbeddedFile& file : embedded_files())
    if (file.name == name) return file.content;
  FAIL("no such file: ", name);
  return {};
}

std::vector<FieldError> errors_of(std::string_view json) {
  try {
    read_plan_document(json);
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::bad_input);
    return error.fields();
  }
  return {};
}
}  // namespace

TEST_CASE("a plan document says only what differs, and reads back the same") {
  const Plan plan = read_plan_document(sample("samples/reference/plan.json"));
  const std::string text = plan_document(plan);
  CHECK(read_plan_document(text) == plan);
  CHECK(plan_document(Plan{}) == "{}");
  CHECK(read_plan_document("{}") == Plan{});
}

TEST_CASE("a wrong plan document is refused at the path") {
  CHECK(errors_of(R"({"alliance":{"nmae":"x"}})").at(0).path == "alliance.nmae");
  CHECK(errors_of(R"({"objectives":[{"key":"A","theme":"none"}]})").at(0).path == "objectives[0].theme");
  CHECK(errors_of(R"({"objectives":[{"key":"A"},{"key":"A"}]})").at(0).path == "objectives[1].key");
  CHECK(errors_of(R"({"objectives":[{"key":"A"}],"links":[{"from":"A","to":"A"}]})").at(0).code == "link_to_itself");
  const std::string measure = R"({"objectives":[{"key":"A"}],"measures":[{"key":"M","objective":"A"}],)";
  CHECK(errors_of(measure + R"("observations":[{"measure":"M","period":"2008-Q5","value":"1"}]})").at(0).code == "bad_period");
  CHECK(errors_of(measure + R"("observations":[{"measure":"M","period":"2008","value":"1"},{"measure":"M","period":"2008","value":"2"}]})").at(0).path ==
        "observations[1]");
  CHECK(errors_of(measure + R"("observations":[{"measure":"M","period":"2008"}]})").at(0).code == "value_and_state");
  CHECK(errors_of(measure + R"("targets":[{"measure":"M","effective_from":"2008-02-30"}]})").at(0).code == "bad_date");
  CHECK(errors_of(measure + R"("targets":[{"measure":"M","effective_from":"2008-02-29","scoring":7}]})").size() == 1);
}

TEST_CASE("the reference alliance holds what its description lists") {
  const Plan plan = read_plan_document(sample("samples/reference/plan.json"));
  CHECK(plan.organisations.size() == 3);
  CHECK(plan.values.size() == 8);
  CHECK(plan.perspectives.size() == 4);
  CHECK(plan.themes.size() == 5);
  CHECK(plan.objectives.size() == 24);
  CHECK(plan.links.size() == 34);
  CHECK(plan.wins.size() == 4);
  CHECK(plan.alliance.description.find("Harvard Business Review") != std::string::npos);
  for (const Objective& objective : plan.objectives) CHECK_MESSAGE(objective.title.size() <= 66, objective.title);

  std::set<std::string> types;
  for (const Target& target : plan.targets) types.insert(target.scoring.text.substr(9, target.scoring.text.find('"', 9) - 9));
  CHECK(types == std::set<std::string>{"bands", "higher", "lower", "manual", "milestone", "percent", "progress", "range", "target", "texts",
                                       "unscored", "yesno"});

  std::map<std::string, int> initiatives_of_theme;
  std::map<std::string, std::string> theme_of;
  for (const Objective& objective : plan.objectives) theme_of[objective.key] = objective.theme;
  std::set<std::string> private_to;
  for (const Initiative& initiative : plan.initiatives) {
    private_to.insert(initiative.private_to);
    if (initiative.private_to.empty()) ++initiatives_of_theme[theme_of[initiative.objectives.at(0)]];
  }
  CHECK(initiatives_of_theme["collaboration"] >= 6);
  CHECK(private_to == std::set<std::string>{"", "aldermere", "halden"});

  std::set<std::string> codes;
  for (const Theme& theme : plan.themes) CHECK(codes.insert(theme.code).second);
  for (const Objective& objective : plan.objectives) CHECK(codes.insert(objective.code).second);
  for (const Measure& measure : plan.measures) CHECK(codes.insert(measure.code).second);
}

TEST_CASE("the reference alliance has 520 people, and every address in the plan is one of them") {
  const Plan plan = read_plan_document(sample("samples/reference/plan.json"));
  const auto people = read_people_document(sample("samples/reference/people.json"));
  CHECK(people.size() == 520);
  std::set<std::string> addresses;
  std::set<std::string> managed;
  for (const PlanPerson& person : people) {
    addresses.insert(person.email);
    for (const PersonRole& role : person.roles)
      if (role.role == "alliance_manager") CHECK(managed.insert(person.organisation).second);
  }
  CHECK(managed == std::set<std::string>{"aldermere", "halden"});
  for (const Theme& theme : plan.themes) CHECK(addresses.contains(theme.leader));
  for (const Objective& objective : plan.objectives) CHECK(addresses.contains(objective.owner));
  for (const Measure& measure : plan.measures) CHECK_MESSAGE(addresses.contains(measure.owner), measure.owner);
  for (const Initiative& initiative : plan.initiatives) CHECK(addresses.contains(initiative.owner));
}
