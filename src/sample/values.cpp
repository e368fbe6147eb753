#include "sample/values.hpp"

#include "exchange/csv.hpp"
#include "exchange/extras.hpp"
#include "exchange/show_sample.hpp"
#include "scorecard/store.hpp"

namespace entente::sample {
namespace {

/// Before it there is no alliance to tell values to.
constexpr Date first_day{13'200};
/// Values come in so many days after their period, unless the file says when.
constexpr int days_late = 5;

using Rows = std::vector<scorecard::ObservationInput>;

/// Gathers rows by day and giver.
class Gatherer {
 public:
  Gatherer(const exchange::Plan& plan, const Cast& cast, const ValuesTold& told) : told_(told) {
    const auto& first = cast.managers.at(plan.organisations.front().key);
    for (const auto& measure : plan.measures) {
      const auto& side = measure.private_to.empty() ? measure.supplier : measure.private_to;
      auto organisation = std::find_if(plan.organisations.begin(), plan.organisations.end(), [&](const auto& one) { return one.key == side; });
      // A neutral party enters no values.
      bool gives = organisation != plan.organisations.end() && organisation->kind == exchange::PartyKind::partner;
      givers_[measure.key] = gives ? cast.managers.at(side) : first;
    }
  }

  void take(const exchange::ObservationRow& row) {
    const std::string key(row.measure);
    auto giver = givers_.find(key);
    if (giver == givers_.end() || row.state == exchange::ObservationState::missing) return;
    scorecard::ObservationInput input;
    input.measure = key;
    input.period = row.period.text();
    input.series = exchange::same_name<scorecard::Series>(row.series);
    input.state = exchange::same_name<scorecard::ObservationState>(row.state);
    if (row.state == exchange::ObservationState::value) input.value = json::Value(std::string(row.value));
    if (told_.withheld.contains({key, input.period}) && input.series == scorecard::Series::actual) input.state = scorecard::ObservationState::withheld;
    if (!row.reason.empty()) input.reason = std::string(row.reason);
    if (!row.note.empty()) input.note = std::string(row.note);
    Date day = row.recorded_on.value_or(std::max(Calendar().last_day(row.period) + days_late, first_day));
    // A first value and its correction do not meet on the day on which all the past of a measure is told.
    if (auto came = told_.coming.find(key); came != told_.coming.end() && day <= came->second) day = came->second + (row.recorded_on ? 2 : 1);
    rows_[{day, giver->second}].push_back(std::move(input));
  }

  std::vector<Scene> finish() {
    std::vector<Scene> scenes;
    for (auto& [place, rows] : rows_)
      scenes.push_back({place.first, [giver = place.second, rows = std::move(rows)](Stage& stage) mutable {
                          for (auto& row : rows) row.measure = stage.measure(row.measure).text();
                          auto entered = scorecard::enter(stage.door, stage.transaction, stage.person(giver), stage.alliance(), rows, "sample");
                          stage.values += static_cast<std::int64_t>(entered.rows.size());
                        }});
    return scenes;
  }

 private:
  const ValuesTold& told_;
  std::map<std::string, std::string> givers_;
  std::map<std::pair<Date, std::string>, Rows> rows_;
};

}  // namespace

std::vector<Scene> value_scenes(const exchange::Plan& plan, const Cast& cast, const ValuesTold& told) {
  Gatherer gatherer(plan, cast, told);
  for (std::string_view name : {"samples/reference/observations.csv", "samples/reference/corrections.csv"}) {
    exchange::CsvOptions options;
    options.recorded_on = exchange::RecordedOn::taken;
    options.kind_of = [&](std::string_view measure) { return exchange::sample_value(plan, measure); };
    auto report = exchange::read_observations(exchange::source_of(exchange::sample_file(name)), [&](const exchange::ObservationRow& row) { gatherer.take(row); }, options);
    throw_if_any(std::move(report.errors));
  }
  return gatherer.finish();
}

}  // namespace entente::sample
