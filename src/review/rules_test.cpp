// What differs between two freezes, on pictures made by hand.
#include "review/rules.hpp"

#include <doctest/doctest.h>

#include "auth/crypto.hpp"
#include "base/random.hpp"
#include "json/json.hpp"

namespace {

using namespace entente;
using namespace entente::review;
using model::Light;
using model::State;

SeededRandom random_source(9);
const ThemeId theme_id = ThemeId::make(random_source);
const ObjectiveId objective_id = ObjectiveId::make(random_source);
const MeasureId first_measure = MeasureId::make(random_source), second_measure = MeasureId::make(random_source);

model::CellView cell(const char* period, const char* value, std::int64_t version, State state = State::value) {
  model::CellView out;
  out.period = out.label = period;
  out.value.text = value;
  out.state = state;
  out.version = version;
  return out;
}

model::MeasureRow measure(const MeasureId& id, const char* code, Light light, std::vector<model::CellView> cells) {
  model::MeasureRow row;
  row.id = id;
  row.code = code;
  row.name = "Measure " + std::string(code);
  row.target = "≥ 700 patients";
  row.weight = Decimal::from_integer(1);
  row.judgement.light = light;
  row.value.text = cells.empty() ? "null" : cells.back().value.text;
  row.period = cells.empty() ? std::nullopt : std::optional(cells.back().period);
  row.recent = std::move(cells);
  return row;
}

Document document(std::vector<model::MeasureRow> measures) {
  Document out;
  model::ObjectiveRow objective;
  objective.id = objective_id;
  objective.code = "O1";
  objective.title = "Enrol";
  objective.weight = Decimal::from_integer(1);
  objective.measures = std::move(measures);
  model::ThemeScorecard theme;
  theme.id = theme_id;
  theme.name = "Speed";
  theme.objectives.push_back(std::move(objective));
  out.scorecard.themes.push_back(std::move(theme));
  return out;
}

const Compared* item(const Comparison& comparison, std::string_view code) {
  for (const auto& one : comparison.items)
    if (one.code == code) return &one;
  return nullptr;
}

}  // namespace

TEST_CASE("a freeze compared with itself has no differences") {
  auto one = document({measure(first_measure, "M1", Light::green, {cell("2009-11", "700", 1), cell("2009-12", "720", 2)})});
  auto same = compare(one, one);
  CHECK(same.items.empty());
  CHECK(same.restated.empty());
}

TEST_CASE("what stands otherwise, is defined otherwise, came or went is told, each once") {
  auto before = document({measure(first_measure, "M1", Light::yellow, {cell("2009-12", "600", 1)})});
  auto after = document({measure(first_measure, "M1", Light::green, {cell("2009-12", "600", 1), cell("2010-01", "720", 1)}),
                         measure(second_measure, "M2", Light::grey, {})});
  after.scorecard.themes[0].objectives[0].measures[0].target = "≥ 710 patients";
  after.scorecard.themes[0].name = "Speed and quality";
  auto difference = compare(before, after);
  // The theme is renamed, so that its objective says another theme, too.
  REQUIRE(difference.items.size() == 4);
  CHECK(difference.items[0].fields.at(0).name == "title");
  CHECK(item(difference, "O1")->fields.at(0).after == "Speed and quality");
  const auto& changed = *item(difference, "M1");
  CHECK(changed.change == Change::changed);
  CHECK(changed.before->light == Light::yellow);
  CHECK(changed.after->value.text == "720");
  REQUIRE(changed.fields.size() == 1);
  CHECK(changed.fields[0].before == "≥ 700 patients");
  CHECK(item(difference, "M2")->change == Change::added);
  CHECK_FALSE(item(difference, "M2")->before);

  // The other way round what came has gone.
  auto back = compare(after, before);
  CHECK(item(back, "M2")->change == Change::removed);
  CHECK_FALSE(item(back, "M2")->after);
}

TEST_CASE("restated is what both know and have otherwise; a period that only one has is not") {
  auto frozen = document({measure(first_measure, "M1", Light::yellow,
                                  {cell("2009-09", "null", 0, State::missing), cell("2009-10", "500", 1), cell("2009-11", "510", 1), cell("2009-12", "600", 1)})});
  auto now = document({measure(first_measure, "M1", Light::yellow,
                               {cell("2009-09", "480", 1), cell("2009-10", "500", 1), cell("2009-11", "511", 2), cell("2009-12", "null", 2, State::na),
                                cell("2010-01", "700", 1)})});
  auto restated = restated_since(frozen, now.scorecard);
  REQUIRE(restated.size() == 3);
  CHECK(restated[0].period == "2009-09");  // came after the review
  CHECK(restated[0].state_before == State::missing);
  CHECK(restated[1].period == "2009-11");
  CHECK(restated[1].before.text == "510");
  CHECK(restated[1].after.text == "511");
  CHECK(restated[2].state_after == State::na);
  // Corrected and corrected back is what the review saw.
  auto same_again = document({measure(first_measure, "M1", Light::yellow, {cell("2009-10", "500", 3)})});
  CHECK(restated_since(frozen, same_again.scorecard).empty());
}

TEST_CASE("what has been removed since is told, with what stood below it") {
  auto frozen = document({measure(first_measure, "M1", Light::green, {}), measure(second_measure, "M2", Light::grey, {})});
  CHECK(gone_since(frozen, frozen.scorecard).empty());
  auto without = gone_since(frozen, document({measure(first_measure, "M1", Light::green, {})}).scorecard);
  REQUIRE(without.size() == 1);
  CHECK(without[0].kind == model::NodeKind::measure);
  CHECK(without[0].id == second_measure.text());
  model::ScorecardView nothing;
  CHECK(gone_since(frozen, nothing).size() == 4);  // theme, objective and both measures
  CHECK(gone_since(document({}), frozen.scorecard).empty());  // what came is not gone
}

TEST_CASE("the digest is that of the bytes") {
  // SHA-256 of the empty text, FIPS 180-4.
  CHECK(digest("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  // What is read back and written again has the same one.
  auto one = document({measure(first_measure, "M1", Light::green, {cell("2009-12", "720", 2)})});
  one.scorecard.alliance.id = one.map.alliance.id = AllianceId::make(random_source);
  one.scorecard.themes[0].objectives[0].perspective = PerspectiveId::make(random_source);
  one.scorecard.themes[0].objectives[0].theme = theme_id;
  CHECK(digest(text(one)) == auth::sha256_hex(text(json::read_kept<Document>(text(one)))));
}
