#include "exchange/stratml.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "base/decimal.hpp"
#include "base/embedded.hpp"
#include "exchange/plan_document.hpp"
#include "exchange/xmllint_for_tests.hpp"

using namespace entente;
using namespace entente::exchange;

namespace {
std::string file(const std::string& name) {
  std::ifstream in(std::string(ENTENTE_SOURCE_DIR) + "/tests/data/stratml/" + name, std::ios::binary);
  REQUIRE_MESSAGE(in.good(), name);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

/// The error that reading gives; its code is empty if there is none.
Error error_of(std::string_view text) {
  try {
    read_stratml(text);
  } catch (const Error& error) {
    return error;
  }
  return Error(ErrorKind::internal, "", "");
}

std::string small(std::string_view goal, std::string_view before = "") {
  return fmt::format("<?xml version=\"1.0\"?>\n{}<StrategicPlan xmlns=\"urn:ISO:std:iso:17469:tech:xsd:stratml_core\">\n<Name>Plan</Name>\n<StrategicPlanCore>\n{}\n</StrategicPlanCore></StrategicPlan>", before, goal);
}

std::string indicator(std::string_view instances) {
  return small(fmt::format("<Goal><Name>G</Name><Objective><Name>O</Name><PerformanceIndicator><MeasurementDimension>M</MeasurementDimension>"
                           "<UnitOfMeasurement>points</UnitOfMeasurement>{}</PerformanceIndicator></Objective></Goal>", instances));
}

std::string result(std::string_view name, std::string_view start, std::string_view end, std::string_view units) {
  return fmt::format("<{0}><StartDate>{1}</StartDate><EndDate>{2}</EndDate><NumberOfUnits>{3}</NumberOfUnits></{0}>", name, start, end, units);
}
}  // namespace

TEST_CASE("albania.xml: everything in it is read") {
  const Plan plan = read_stratml(file("albania.xml"));
  CHECK(plan.alliance.name == "Human Freedom Report");
  CHECK(plan.organisations.at(0).name == "Albania");
  CHECK_FALSE(plan.organisations.at(0).invited);
  CHECK(plan.organisations.at(1).invited);
  CHECK(plan.themes.size() == 2);
  CHECK(plan.objectives.size() == 12);
  CHECK(plan.measures.size() == 104);
  CHECK(plan.values.size() == 7);
  CHECK(plan.themes.at(0).identifier == "d55e265");
  CHECK(plan.publication.vision_identifier == "44c3ed00-c544-11ef-b53f-543581babdf6");

  std::size_t targets = 0, actuals = 0, missing = 0;
  for (const Observation& row : plan.observations) {
    (row.series == Series::target ? targets : actuals)++;
    if (row.state == ObservationState::missing) {
      ++missing;
      CHECK(row.value.empty());
      CHECK(row.series == Series::actual);
    }
    CHECK(row.period >= "2000");
    CHECK(row.period <= "2022");
  }
  CHECK(targets == 2392);
  CHECK(actuals == 2392);
  CHECK(missing == 114);
  for (const Objective& objective : plan.objectives) CHECK(objective.perspective == "not-placed-yet");
  for (const Measure& measure : plan.measures) CHECK(measure.frequency == Frequency::year);
  for (const Target& target : plan.targets) CHECK(target.assumed);

  // Procedural Justice, read off the file by eye.
  const Measure& justice = plan.measures.at(0);
  CHECK(justice.name == "Procedural Justice");
  CHECK(justice.decimals == 2);
  auto value = [&](std::string_view period, Series series) {
    for (const Observation& row : plan.observations)
      if (row.measure == justice.key && row.period == period && row.series == series) return row;
    FAIL("no such row");
    return Observation{};
  };
  CHECK(value("2022", Series::actual).state == ObservationState::missing);
  CHECK(value("2021", Series::actual).value == "6.02");
  CHECK(value("2019", Series::actual).value == "5.9");
  CHECK(value("2022", Series::target).value == "6.82");
  CHECK(value("2022", Series::target).note == "Procedural Justice: International Average [Status: Annual Baseline]");
  for (const Target& target : plan.targets)
    if (target.measure == justice.key && target.effective_from == "2022-01-01")
      CHECK(target.scoring.text == R"({"type":"percent","target":6.82,"direction":"higher"})");
}

TEST_CASE("albania.xml: out and in again it is the same, and what goes out is valid") {
  Plan plan = read_stratml(file("albania.xml"));
  plan.warnings.clear();
  const std::string out = write_stratml(plan);
  CHECK(invalid(out) == "");
  const Plan again = read_stratml(out);
  CHECK(again == plan);
  CHECK(write_stratml(again) == out);
  CHECK(out.find("<Identifier>_44c3ed00-c544-11ef-b53f-543581babdf6</Identifier>") != std::string::npos);
  CHECK(out.find("<Identifier>d55e2778</Identifier>") != std::string::npos);
  // What the elements say is not said a second time in the instruction.
  CHECK(out.find("?>\n<PerformancePlan") < 60'000);
}

TEST_CASE("without the instruction the elements alone give the same numbers") {
  Plan plan = read_stratml(file("albania.xml"));
  std::string out = write_stratml(plan);
  const std::size_t begin = out.find("<?entente");
  out.erase(begin, out.find("?>", begin) + 2 - begin);
  const Plan bare = read_stratml(out);
  CHECK(bare.measures.size() == 104);
  CHECK(bare.observations.size() == plan.observations.size());
  CHECK(bare.targets == plan.targets);
}

TEST_CASE("a strategic plan of part 1, with the submitter in an old place") {
  const Plan plan = read_stratml(file("pmoai.xml"));
  CHECK(plan.themes.size() == 1);
  CHECK(plan.objectives.size() == 5);
  CHECK(plan.values.size() == 6);
  CHECK(plan.publication.family_name == "Ambur");
  CHECK(plan.publication.published == "2017-04-12");
  CHECK(plan.themes.at(0).identifier == "_c5f17c94-1fe8-11e7-b80e-50d26551e223");  // XML needed no mark here: it is theirs
  CHECK(plan.themes.at(0).description.find("– Jared Kushner (person): Senior Advisor") != std::string::npos);
  CHECK(plan.alliance.stage == AllianceStage::strategy);
  Plan quiet = plan;
  quiet.warnings.clear();
  const std::string out = write_stratml(quiet);
  CHECK(invalid(out) == "");
  CHECK(read_stratml(out) == quiet);
}

TEST_CASE("the reference alliance goes out valid and comes back the same") {
  for (const EmbeddedFile& embedded : embedded_files()) {
    if (embedded.name != "samples/reference/plan.json") continue;
    const Plan plan = read_plan_document(embedded.content);
    const std::string out = write_stratml(plan);
    CHECK(invalid(out) == "");
    CHECK(read_stratml(out) == plan);
  }
}

TEST_CASE("what is not well-formed is refused with its line and column") {
  const Error error = error_of(file("not-well-formed.xml"));
  CHECK(error.kind() == ErrorKind::bad_input);
  CHECK(error.code() == "not_well_formed");
  // xmllint: "not-well-formed.xml:5: parser error", the caret under the blank after "&", its 24th column.
  CHECK(error.fields().at(0).path == "line 5, column 23");
  CHECK(error.message().find("&amp;") != std::string::npos);
}

TEST_CASE("what is no StratML is refused with the element and its line") {
  const Error error = error_of(file("oecd-ai-invalid.xml"));
  CHECK(error.kind() == ErrorKind::bad_input);
  CHECK(error.code() == "invalid_stratml");
  CHECK(error.fields().at(0).path == "line 3");
  CHECK(error.message().find("“id”") != std::string::npos);
  CHECK(error_of("<html><body/></html>").message().find("“html”") != std::string::npos);
  CHECK(error_of("<StrategicPlan><Name>x</Name></StrategicPlan>").message().find("StrategicPlanCore") != std::string::npos);
  CHECK(error_of("<StrategicPlan><Name>x</Name><StrategicPlanCore/></StrategicPlan>").message().find("Goal") != std::string::npos);
  CHECK(error_of("<StrategicPlan><StrategicPlanCore/></StrategicPlan>").message().find("Name") != std::string::npos);
}

TEST_CASE("entities and other ways out of the file are shut") {
  CHECK(error_of(small("<Goal/>", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")).code() == "doctype");
  CHECK(error_of(small("<Goal><Name>&x;</Name></Goal>")).code() == "unknown_entity");
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "<Goal>";
  CHECK(error_of(deep).kind() == ErrorKind::too_large);
  CHECK(error_of(std::string(20'000'001, ' ')).kind() == ErrorKind::too_large);
}

TEST_CASE("XML that is not well-formed in other ways") {
  for (const char* text : {"", "   ", "<a>", "<a></b>", "</a>", "<a b=1/>", "<a b=\"1\" b=\"2\"/>", "<a b=\"<\"/>", "<a/><b/>", "<a/>x", "x<a/>", "<a>]]></a>", "<a><!-- a -- b --></a>",
                           "<a b=\"1\"c=\"2\"/>", "<1/>", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&#xZ;</a>", "<a>\x01</a>", "<a>\xC0\x80</a>", "<a>\xED\xA0\x80</a>", "<a>\xFF</a>",
                           "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>", " <?xml version=\"1.0\"?><a/>", "<a><?b</a>", "<a", "<a b", "<a b=\"", "<![CDATA[x]]>", "\xFE\xFF<a/>"}) {
    CAPTURE(text);
    CHECK(error_of(text).kind() == ErrorKind::bad_input);
  }
}

TEST_CASE("prefixes, other namespaces and any order are taken") {
  const Plan plan = read_stratml(
      "\xEF\xBB\xBF<s:StrategicPlan xmlns:s=\"http://www.stratml.net\" xmlns:o=\"urn:other\"><o:Extra><id/></o:Extra><s:StrategicPlanCore>"
      "<s:Goal><s:Objective><s:Description>Do it.\n\n   Soon.</s:Description></s:Objective><s:Name>A <!-- c -->goal</s:Name></s:Goal><s:Mission>Straight in</s:Mission>"
      "</s:StrategicPlanCore><s:Name><![CDATA[A & B]]></s:Name></s:StrategicPlan>");
  CHECK(plan.alliance.name == "A & B");
  CHECK(plan.alliance.mission == "Straight in");
  CHECK(plan.themes.at(0).name == "A goal");
  CHECK(plan.objectives.at(0).title == "Do it.");
  CHECK(plan.objectives.at(0).description == "Do it.\n\nSoon.");
  CHECK_FALSE(plan.warnings.empty());
}

TEST_CASE("numbers and dates of other people's files") {
  const Plan plan = read_stratml(indicator("<MeasurementInstance>" + result("TargetResult", "2021-10-01", "2022-09-30", "0.333333333333333315") +
                                           result("ActualResult", "2021-10-01", "2022-09-30", "1,234.5") + "</MeasurementInstance><MeasurementInstance>" +
                                           result("TargetResult", "2022-10-01", "2023-09-30", "0") + result("ActualResult", "2022-10-01", "2023-09-30", "-2") + "</MeasurementInstance>"));
  CHECK(plan.alliance.calendar.first_month == 10);
  REQUIRE(plan.observations.size() == 4);
  CHECK(plan.observations[0].period == "2022");
  CHECK(plan.observations[0].state == ObservationState::missing);
  CHECK(plan.observations[0].note == "[NumberOfUnits: 1,234.5]");
  CHECK(plan.observations[1].value == "0.333333333");
  CHECK(plan.observations[2].value == "-2");
  REQUIRE(plan.targets.size() == 2);
  CHECK(plan.targets[0].effective_from == "2021-10-01");
  CHECK(plan.targets[1].scoring.text == R"({"type":"unscored"})");
}

TEST_CASE("months, quarters and single days find their periods; two results for one period are told of") {
  const Plan plan = read_stratml(indicator("<MeasurementInstance>" + result("ActualResult", "2008-01-01", "2008-03-31", "1") + result("ActualResult", "2008-06-01", "2008-06-30", "2") +
                                           result("ActualResult", "", "2008-12-31", "3") + result("ActualResult", "2008-07-04", "2008-07-04", "4") +
                                           result("ActualResult", "2008-06-01", "2008-06-30", "5") + "</MeasurementInstance>"));
  std::vector<std::string> periods;
  for (const Observation& row : plan.observations) periods.push_back(row.period + "=" + row.value);
  CHECK(periods == std::vector<std::string>{"2008=3", "2008-06=2", "2008-07-04=4", "2008-Q1=1"});
  CHECK(plan.measures.at(0).frequency == Frequency::year);
  REQUIRE(plan.warnings.size() >= 1);
  CHECK(plan.warnings[0].message.find("more than one result") != std::string::npos);
}

TEST_CASE("when somebody edits the elements, they count") {
  Plan plan = read_stratml(file("albania.xml"));
  std::string out = write_stratml(plan);
  const std::size_t at = out.find("<Name>Movement</Name>");
  out.replace(at, 21, "<Name>Free movement</Name>");
  const Plan edited = read_stratml(out);
  CHECK(std::any_of(edited.objectives.begin(), edited.objectives.end(), [](const Objective& objective) { return objective.title == "Free movement"; }));
  CHECK(edited.perspectives == plan.perspectives);
}

TEST_CASE("a damaged instruction is refused") {
  CHECK(error_of(small("<Goal><Name>G</Name></Goal>", "<?entente {\"version\":1,?>")).code() == "bad_instruction");
  CHECK(error_of(small("<Goal><Name>G</Name></Goal>", "<?entente {\"version\":1,\"plan\":{\"links\":{\"added\":[{\"from\":\"a\",\"to\":\"b\"}]}}}?>")).code() == "bad_instruction");
  CHECK(error_of(small("<Goal><Name>G</Name></Goal>", "<?entente {\"version\":1,\"calendar\":{\"first_month\":13}}?>")).code() == "bad_instruction");
  CHECK(read_stratml(small("<Goal><Name>G</Name></Goal>", "<?entente {\"version\":99}?>")).warnings.size() >= 1);
}
