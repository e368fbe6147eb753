#include <cmath>

#include "model/build_outlook.hpp"

namespace entente::model {
namespace {

namespace lt = scorecard::link_test;

constexpr int periods_tested = 120;

double noiseless(double value) {
  double rounded = std::round(value * 1e6) / 1e6;
  return rounded == 0 ? 0.0 : rounded;
}

/// The slowest frequency of the measures of both ends; nothing where one end has no measure.
std::optional<Frequency> frequency_of(const Reading& reading, const strategy::Link& link, bool& seasonal) {
  std::optional<Frequency> slowest;
  for (const auto& end : {link.cause, link.effect}) {
    const auto& measures = reading.measures_of(end);
    if (measures.empty()) return std::nullopt;
    for (const auto* measure : measures) {
      slowest = std::max(slowest.value_or(measure->frequency), measure->frequency);
      seasonal = seasonal || measure->seasonal;
    }
  }
  return slowest;
}

LinkObstacle obstacle_of(lt::Obstacle obstacle) {
  switch (obstacle) {
    case lt::Obstacle::none: return LinkObstacle::none;
    case lt::Obstacle::too_few: return LinkObstacle::too_few;
    case lt::Obstacle::no_movement: break;
  }
  return LinkObstacle::no_movement;
}

void put(LinkTestItem& item, const lt::Result& result) {
  item.verdict = result.verdict;
  item.obstacle = obstacle_of(result.obstacle);
  item.pairs = result.pairs;
  item.effective = noiseless(result.effective);
  item.needed = result.needed;
  if (result.verdict == lt::Verdict::untestable) return;
  item.correlation = noiseless(result.correlation);
  item.p = noiseless(result.p);
  item.adjusted = noiseless(result.adjusted);
  item.least_p = noiseless(result.least_p);
}

int& counter(LinkTestsView& view, lt::Verdict verdict) {
  switch (verdict) {
    case lt::Verdict::supported: return view.supported;
    case lt::Verdict::contradicted: return view.contradicted;
    case lt::Verdict::inconclusive: return view.inconclusive;
    case lt::Verdict::untestable: break;
  }
  return view.untestable;
}

/// What needs a look first.
int order_of(lt::Verdict verdict) {
  switch (verdict) {
    case lt::Verdict::contradicted: return 0;
    case lt::Verdict::supported: return 1;
    case lt::Verdict::inconclusive: return 2;
    case lt::Verdict::untestable: break;
  }
  return 3;
}

LinkTestEnd end_of(const strategy::Objective& objective) { return {objective.id, objective.code, objective.title}; }

}  // namespace

LinkTestsView build_link_tests(const Look& look) {
  const Reading& reading = look.reading;
  LinkTestsView view;
  view.alliance = head_of(reading);
  view.period = period_info(reading, look.period, look.side, look.today);
  view.false_discovery_rate = lt::false_discovery_rate;
  view.least_effective = lt::least_effective;

  std::vector<lt::Link> asked;
  std::vector<std::size_t> places;  // of what is asked in view.links
  for (const auto& link : reading.contents().links) {
    const auto *cause = reading.objective(link.cause), *effect = reading.objective(link.effect);
    if (!cause || !effect) continue;
    LinkTestItem item;
    item.link = link.id;
    item.cause = end_of(*cause);
    item.effect = end_of(*effect);
    item.sign = link.sign;
    item.lag_months = link.lag_months;
    item.frequency = frequency_of(reading, link, item.seasonal);
    if (item.frequency) {
      // A lag beyond the periods that are looked at leaves no pairs, however much longer it is.
      item.lag = std::min(lt::lag_periods(link.lag_months, *item.frequency), periods_tested);
      auto strip = reading.strip(*item.frequency, view.period.as_of, periods_tested);
      asked.push_back({link.sign == strategy::Sign::helps ? lt::Sign::helps : lt::Sign::hinders,
                       item.lag,
                       {{lt::series_of(*strip, reading.node(link.cause), item.seasonal), lt::series_of(*strip, reading.node(link.effect), item.seasonal)}}});
      places.push_back(view.links.size());
    } else {
      item.obstacle = LinkObstacle::no_measures;
    }
    view.links.push_back(std::move(item));
  }
  auto results = lt::test_links(asked);
  for (std::size_t i = 0; i < results.size(); ++i) put(view.links[places[i]], results[i]);
  for (const auto& item : view.links) ++counter(view, item.verdict);
  std::stable_sort(view.links.begin(), view.links.end(),
                   [](const auto& a, const auto& b) { return order_of(a.verdict) < order_of(b.verdict); });
  return view;
}

}  // namespace entente::model
