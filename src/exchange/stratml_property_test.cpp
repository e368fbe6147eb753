#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "base/calendar.hpp"
#include "exchange/plan_document.hpp"
#include "exchange/stratml.hpp"
#include "exchange/xmllint_for_tests.hpp"

using namespace entente;
using namespace entente::exchange;

namespace {
/// Texts that hurt: quotation marks of XML and JSON, the end of an instruction, other scripts, control characters,
/// blanks at the ends, what looks like a placeholder or a descriptor.
rc::Gen<std::string> any_text() {
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(
                          rc::gen::element<std::string>("a", "B ", "<", ">", "&", "?>", "]]>", "\"", "\\", "\n", "\r", "\t", " ", "  ", "é", "中", "😀", "\x01", "\x7f", "\xEF\xBF\xBF", "…", "[x: y]",
                                                        "[To be determined]", "-", "1.50", "--", "Stakeholders:")),
                      [](const std::vector<std::string>& parts) {
                        std::string out;
                        for (const std::string& part : parts) out += part;
                        return out;
                      });
}

rc::Gen<std::string> any_key() {
  return rc::gen::element<std::string>("a", "b", "LA1", "CO2", "1", "2", "_", "_3", "44c3ed00-c544", "x y", "é", "00000000000000000000", "item", "outside-all-themes", "a.2");
}

template <class Item>
std::string key_of(const std::vector<Item>& items) {
  return items.empty() ? std::string() : (*rc::gen::elementOf(items)).key;
}

std::string decimal() { return *rc::gen::element<std::string>("0", "1", "-3", "12.5", "12.50", "1e3", "007", "999999999999999999", "0.000000001"); }
std::string optional_decimal() { return *rc::gen::arbitrary<bool>() ? decimal() : std::string(); }
std::string optional_date() { return *rc::gen::element<std::string>("", "2008-02-29", "0001-01-01", "9999-12-31", "2008-06-30"); }

template <class Item>
std::vector<Item> items(std::size_t most, void (*fill)(Item&)) {
  std::vector<Item> out;
  std::set<std::string> taken;
  const auto count = *rc::gen::inRange<std::size_t>(0, most + 1);
  for (std::size_t i = 0; i < count; ++i) {
    Item item;
    item.key = *any_key();
    if (!taken.insert(item.key).second) continue;
    if constexpr (requires { item.identifier; })
      if (*rc::gen::arbitrary<bool>()) item.identifier = *any_key();
    fill(item);
    out.push_back(std::move(item));
  }
  return out;
}

Plan any_plan() {
  Plan plan;
  plan.alliance.name = *any_text();
  plan.alliance.description = *any_text();
  plan.alliance.vision = *any_text();
  plan.alliance.identifier = *any_key();
  plan.alliance.source = *rc::gen::element<std::string>("", "a book", "https://example.org/x?y=1&z=2", "http://[bad");
  plan.alliance.calendar = {*rc::gen::inRange(1, 13), *rc::gen::inRange(1, 32), *rc::gen::element(CalendarKind::months, CalendarKind::weeks_445, CalendarKind::iso_weeks), "Europe/Brussels"};
  plan.publication.start = optional_date();
  plan.publication.family_name = *any_text();
  plan.publication.mission_identifier = *any_key();
  plan.organisations = items<Organisation>(3, [](Organisation& item) { item.name = *any_text(); item.acronym = *any_text(); });
  plan.values = items<PlanValue>(3, [](PlanValue& item) { item.name = *any_text(); item.description = *any_text(); });
  plan.perspectives = items<Perspective>(3, [](Perspective& item) { item.name = *any_text(); });
  plan.themes = items<Theme>(3, [](Theme& item) { item.name = *any_text(); item.code = *any_text(); item.weight = decimal(); });
  plan.objectives = items<Objective>(5, [](Objective& item) { item.title = *any_text(); item.code = *any_text(); item.description = *any_text(); });
  for (Objective& item : plan.objectives) {
    if (*rc::gen::arbitrary<bool>()) item.theme = key_of(plan.themes);
    if (*rc::gen::arbitrary<bool>()) item.perspective = key_of(plan.perspectives);
    if (*rc::gen::arbitrary<bool>()) item.pin_x = *rc::gen::arbitrary<int>();
  }
  if (plan.objectives.empty()) return plan;
  std::set<std::pair<std::string, std::string>> linked;
  for (int i = *rc::gen::inRange(0, 6); i > 0; --i) {
    Link link{key_of(plan.objectives), key_of(plan.objectives), *rc::gen::element(LinkSign::helps, LinkSign::hinders), *rc::gen::inRange(0, 40),
              *rc::gen::element(LinkStrength::weak, LinkStrength::medium, LinkStrength::strong)};
    if (link.from != link.to && linked.emplace(link.from, link.to).second) plan.links.push_back(link);
  }
  plan.measures = items<Measure>(5, [](Measure& item) {
    item.name = *any_text();
    item.unit = *any_text();
    item.definition = *any_text();
    item.dimension = *rc::gen::element(Dimension::unknown, Dimension::input, Dimension::outcome);
    item.frequency = *rc::gen::element(Frequency::day, Frequency::month, Frequency::year);
    item.natural_min = optional_decimal();
    item.formula = *any_text();
    item.nulls = *rc::gen::element(scorecard::formula::Nulls::propagate, scorecard::formula::Nulls::zero);
    item.two_keys = *rc::gen::arbitrary<bool>();
    item.two_keys_from = *rc::gen::element<std::string>("", "2008-04-01");
  });
  for (Measure& item : plan.measures) item.objective = key_of(plan.objectives);
  if (plan.measures.empty()) return plan;
  std::set<std::string> taken;
  for (int i = *rc::gen::inRange(0, 5); i > 0; --i) {
    Target target{key_of(plan.measures), *rc::gen::element<std::string>("2007-01-01", "2008-04-01", "2008-05-05"), {*rc::gen::element<std::string>(
        R"({"type":"unscored"})", R"({"type":"higher","red":5,"green":7.5})", R"({"type":"percent","target":-1,"direction":"lower"})", R"({"type":"texts","scores":{"?>":1}})")},
        *rc::gen::arbitrary<bool>(), *any_text()};
    if (taken.insert(target.measure + target.effective_from).second) plan.targets.push_back(target);
  }
  taken.clear();
  for (int i = *rc::gen::inRange(0, 25); i > 0; --i) {
    Observation row;
    row.measure = key_of(plan.measures);
    row.period = *rc::gen::element<std::string>("2008", "2008-H1", "2008-Q2", "2008-06", "2008-W24", "2008-06-30", "2009", "0001", "9999-12", "2008-02-29");
    row.series = *rc::gen::element(Series::actual, Series::target, Series::baseline);
    row.state = *rc::gen::element(ObservationState::value, ObservationState::missing, ObservationState::na, ObservationState::withheld);
    if (row.state == ObservationState::value) row.value = *rc::gen::arbitrary<bool>() ? decimal() : "x" + *any_text();
    row.note = *any_text();
    row.reason = *any_text();
    row.weight = optional_decimal();
    if (taken.insert(row.measure + '\n' + row.period + '\n' + std::to_string(static_cast<int>(row.series))).second) plan.observations.push_back(row);
  }
  plan.initiatives = items<Initiative>(2, [](Initiative& item) {
    item.name = *any_text();
    item.due = optional_date();
    item.milestones = {{*any_text(), optional_date(), optional_date()}};
  });
  return plan;
}
}  // namespace

TEST_CASE("any plan survives out and in, and writing is steady") {
  CHECK(rc::check("read(write(plan)) is the plan, in order", [] {
    Plan plan = any_plan();
    RC_PRE(check(plan).empty());
    const std::string out = write_stratml(plan);
    put_in_order(plan);
    Plan again = read_stratml(out);
    again.warnings.clear();
    RC_ASSERT(plan_document(again) == plan_document(plan));
    RC_ASSERT(again == plan);
    RC_ASSERT(write_stratml(again) == out);
    RC_ASSERT(read_plan_document(plan_document(plan)) == plan);
  }));
}

TEST_CASE("any plan goes out valid") {
  CHECK(rc::check("xmllint takes write(plan)", [] {
    static int left = 15;  // each asks another program
    if (left-- <= 0) return;
    const Plan plan = any_plan();
    RC_PRE(check(plan).empty());
    RC_ASSERT(invalid(write_stratml(plan)) == "");
  }));
}
