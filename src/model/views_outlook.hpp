#pragma once
#include "model/views_scorecard.hpp"
#include "scorecard/forecast/forecast.hpp"
#include "scorecard/link_test/links.hpp"

/// What looks ahead, and what tests the map. It stands beside the lights and never changes them.
namespace entente::model {

/// Why there is no forecast.
enum class NoForecast : std::uint8_t {
  none,          ///< there is one
  too_few,       ///< fewer than 12 own values
  cumulative,    ///< a running total
  not_a_number,  ///< yes or no, texts, dates
  too_old,       ///< the last value lies further back than a forecast reaches ahead
  retired,
};
BOOST_DESCRIBE_ENUM(NoForecast, none, too_few, cumulative, not_a_number, too_old, retired)

/// What is expected of one period. Half of the futures lie below p50; a tenth below p10, a tenth above p90.
struct ForecastStepView {
  std::string period;
  std::string label;
  Decimal p10;
  Decimal p50;
  Decimal p90;
  std::optional<double> chance;  ///< of being on track in this period, 0 to 1
  Light light = Light::grey;     ///< that p50 would get: a forecast light
  std::optional<Decimal> target;
  std::optional<Decimal> red;
  BandsView bands;  ///< by the target in force then
};
BOOST_DESCRIBE_STRUCT(ForecastStepView, (), (period, label, p10, p50, p90, chance, light, target, red, bands))

struct CandidateView {
  scorecard::forecast::Method method = scorecard::forecast::Method::naive;
  double error = 0;  ///< mean absolute error of its past forecasts, in the measure's unit
};
BOOST_DESCRIBE_STRUCT(CandidateView, (), (method, error))

/// Whether the target will be met by its day.
struct TargetChanceView {
  Date by;                ///< the target's own day; without one the end of the fiscal year of the next value
  bool own_day = false;   ///< the target names its day
  std::string period;     ///< the one that is looked at: the measure's, with this day
  std::string label;
  std::string target;     ///< the values that are on track then, in words: "≥ 700 patients"
  double chance = 0;      ///< 0 to 1: on no path, on every path
  Light light = Light::grey;
};
BOOST_DESCRIBE_STRUCT(TargetChanceView, (), (by, own_day, period, label, target, chance, light))

struct ForecastView {
  NoForecast obstacle = NoForecast::too_few;
  int points = 0;  ///< values that it is made of
  int needed = 0;  ///< with too_few: values still needed
  std::optional<scorecard::forecast::Method> method;
  std::optional<double> error;         ///< of the method, from its past forecasts (rolling origin), in the measure's unit
  std::optional<double> scaled_error;  ///< the same divided by the mean change from value to value (MASE)
  std::vector<CandidateView> candidates;
  std::vector<ForecastStepView> steps;  ///< from the first period after the last value
  std::optional<TargetChanceView> meets;  ///< nothing where no target is in force that can be met by a number
};
BOOST_DESCRIBE_STRUCT(ForecastView, (), (obstacle, points, needed, method, error, scaled_error, candidates, steps, meets))

/// What is expected of one measure, beside its light.
struct OutlookItem {
  MeasureId measure;
  ObjectiveId objective;
  scorecard::forecast::Method method = scorecard::forecast::Method::naive;
  int points = 0;
  TargetChanceView meets;
};
BOOST_DESCRIBE_STRUCT(OutlookItem, (), (measure, objective, method, points, meets))

struct OutlookView {
  PeriodInfo period;
  std::vector<OutlookItem> items;  ///< only measures of which something can be said
};
BOOST_DESCRIBE_STRUCT(OutlookView, (), (period, items))

struct LinkTestEnd {
  ObjectiveId objective;
  std::string code;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(LinkTestEnd, (), (objective, code, title))

enum class LinkObstacle : std::uint8_t { none, no_measures, too_few, no_movement };
BOOST_DESCRIBE_ENUM(LinkObstacle, none, no_measures, too_few, no_movement)

/// One link and what the figures say to it. Numbers only where it could be tested.
struct LinkTestItem {
  LinkId link;
  LinkTestEnd cause;
  LinkTestEnd effect;
  strategy::Sign sign = strategy::Sign::helps;
  std::int64_t lag_months = 0;
  std::optional<Frequency> frequency;  ///< the periods that are compared: those of the slowest measure of both
  int lag = 0;                         ///< in these periods
  bool seasonal = false;               ///< changes to a year ago are compared
  scorecard::link_test::Verdict verdict = scorecard::link_test::Verdict::untestable;
  LinkObstacle obstacle = LinkObstacle::none;
  int pairs = 0;
  double effective = 0;                ///< pairs, after the reduction for what follows slowly
  int needed = 0;                      ///< with too_few: periods still needed
  std::optional<double> correlation;   ///< of ranks, −1 to 1
  std::optional<double> p;
  std::optional<double> adjusted;      ///< p after Benjamini and Hochberg over all links
  std::optional<double> least_p;       ///< the smallest p that so few periods can give
};
BOOST_DESCRIBE_STRUCT(LinkTestItem, (),
                      (link, cause, effect, sign, lag_months, frequency, lag, seasonal, verdict, obstacle, pairs, effective, needed,
                       correlation, p, adjusted, least_p))

struct LinkTestsView {
  AllianceHead alliance;
  PeriodInfo period;
  double false_discovery_rate = 0;
  double least_effective = 0;  ///< effective pairs that a test takes
  int supported = 0;
  int contradicted = 0;
  int inconclusive = 0;
  int untestable = 0;
  std::vector<LinkTestItem> links;  ///< contradicted ones first, then supported, inconclusive, untestable
};
BOOST_DESCRIBE_STRUCT(LinkTestsView, (),
                      (alliance, period, false_discovery_rate, least_effective, supported, contradicted, inconclusive, untestable, links))

}  // namespace entente::model
