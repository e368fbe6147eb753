// Makes a portfolio for the load tests: `entente_portfolio FILE ALLIANCES` writes a database with so many alliances of 5
// themes × 5 objectives × 2 measures × 24 months, by the rules that everybody's data goes through, and prints what a load
// test needs: a person's token, an alliance, an objective, a measure.
#include <iostream>

#include "alliance/store.hpp"
#include "app/program.hpp"
#include "organisation/store.hpp"
#include "scorecard/store.hpp"
#include "strategy/store.hpp"

using namespace entente;

namespace {

constexpr int themes = 5, objectives = 5, measures = 2, months = 24;

struct Made {
  AllianceId alliance;
  ObjectiveId objective;
  MeasureId measure;
};

Made make_alliance(access::Door& door, db::Transaction& transaction, const access::Viewer& maker, int number) {
  Made made;
  auto formed = alliance::make_alliance(door, transaction, maker, {.name = fmt::format("Alliance {:05}", number)});
  const auto& viewer = formed.viewer;
  made.alliance = formed.alliance.id;
  auto lanes = access::items::all<strategy::Perspective>(transaction, viewer, made.alliance);
  std::vector<scorecard::ObservationInput> values;
  std::vector<ObjectiveId> all;
  for (int t = 0; t < themes; ++t) {
    auto theme = strategy::add(door, transaction, viewer, made.alliance, strategy::ThemeInput{.name = fmt::format("Theme {}", t + 1)});
    for (int o = 0; o < objectives; ++o) {
      strategy::ObjectiveInput input;
      input.code = fmt::format("T{}O{}", t + 1, o + 1);
      input.title = fmt::format("Objective {} of theme {}", o + 1, t + 1);
      input.theme = ThemeId::parse(theme.id);
      input.perspective = lanes[static_cast<std::size_t>((t + o) % 4)].id;
      made.objective = *ObjectiveId::parse(strategy::add(door, transaction, viewer, made.alliance, input).id);
      all.push_back(made.objective);
      for (int m = 0; m < measures; ++m) {
        scorecard::MeasureInput measure;
        measure.objective = made.objective;
        measure.code = fmt::format("T{}O{}M{}", t + 1, o + 1, m + 1);
        measure.name = fmt::format("Measure {}", m + 1);
        measure.unit = "points";
        measure.scoring = scorecard::ScoringJson{R"({"type":"higher","red":50,"green":70})"};
        measure.effective_from = parse_date("2008-01-01");
        made.measure = *MeasureId::parse(scorecard::add(door, transaction, viewer, made.alliance, measure).id);
        for (int month = 0; month < months; ++month) {
          scorecard::ObservationInput value;
          value.measure = made.measure.text();
          value.period = fmt::format("{}-{:02}", 2008 + month / 12, month % 12 + 1);
          int level = 55 + (number * 7 + t * 5 + o * 3 + m) % 25 + (month * 5 + number) % 7;
          value.value = json::Value(json::Number{std::to_string(level)});
          values.push_back(std::move(value));
        }
      }
    }
  }
  for (std::size_t i = 5; i < all.size(); ++i) strategy::add(door, transaction, viewer, made.alliance, strategy::LinkInput{.from = all[i - 5], .to = all[i]});
  scorecard::enter(door, transaction, viewer, made.alliance, values, "api");
  return made;
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) {
    std::cerr << "entente_portfolio FILE ALLIANCES\n";
    return 2;
  }
  log::Log log(log::Level::error);
  app::Settings settings;
  settings.database = words[1];
  app::Program program(settings, system_clock(), system_random(), log);
  auto& door = program.door();
  access::Viewer operator_;
  operator_.operator_ = true;
  PersonId person = door.write([&](db::Transaction& transaction) {
    auto organisation = organisation::make_organisation(door, transaction, operator_, "Load Works");
    return organisation::make_person(door, transaction, operator_, {organisation.id, "Load Person", "load@example.org", "", false}).id;
  });
  Made made;
  auto viewer = program.viewers().of(person, access::Channel::api);
  for (int done = 0, all = std::atoi(words[2]); done < all;)
    door.write([&](db::Transaction& transaction) {
      for (int i = 0; i < 20 && done < all; ++i, ++done) made = make_alliance(door, transaction, *viewer, done);
    });
  std::string token = door.write([&](db::Transaction& transaction) { return program.sessions().make_token(transaction, person, "load", std::nullopt).text; });
  std::cout << token << " " << made.alliance.view() << " " << made.objective.view() << " " << made.measure.view() << "\n";
}
