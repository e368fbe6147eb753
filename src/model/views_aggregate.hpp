#pragma once
#include "model/views_common.hpp"

/// A scorecard over longer stretches than the measures' own periods: a quarter, a half-year, the year so far, so many periods, or the
/// same period a year ago.
namespace entente::model {

struct AggregateMeasure {
  MeasureId id;
  std::string code;
  std::string name;
  ObjectiveId objective;
  std::string unit;
  std::int64_t decimals = 0;
  std::string currency;
  std::string period;  ///< the last own period that is covered; of a value that is carried, the one that it is from
  std::string since;   ///< the first one, where the year so far is that of an earlier fiscal year; else empty
  State state = State::undefined;
  bool stale = false;  ///< an earlier value stands in
  bool due = false;    ///< and its successor may still come
  Light light = Light::grey;
  std::optional<Decimal> score;
  json::RawScalar value;
  std::int64_t have = 0;  ///< periods with a value …
  std::int64_t of = 0;    ///< … of those that are covered; 0 where nothing is put together
  bool covering = false;  ///< the value is of its own `period`, which is longer than the stretch or no part of it
};
BOOST_DESCRIBE_STRUCT(AggregateMeasure, (), (id, code, name, objective, unit, decimals, currency, period, since, state, stale, due, light, score, value, have, of, covering))

/// An objective, a theme or the alliance, rolled up from these values.
struct AggregateNode {
  std::string id;
  std::string code;  ///< empty for themes
  std::string title;
  ThemeId theme;
  Light light = Light::grey;
  std::optional<Decimal> score;
};
BOOST_DESCRIBE_STRUCT(AggregateNode, (), (id, code, title, theme, light, score))

/// A fiscal quarter or half-year, or a fiscal year up to the day.
struct Stretch {
  Date first;
  Date last;
  std::string label;
};
BOOST_DESCRIBE_STRUCT(Stretch, (), (first, last, label))

struct AggregateView {
  PeriodInfo period;
  std::optional<PartyId> calendar;  ///< whose fiscal year it is; nothing: the alliance's
  std::optional<Stretch> stretch;   ///< of the views that go by a fiscal year: quarter, half, year_to_date
  std::vector<AggregateNode> themes;
  std::vector<AggregateNode> objectives;
  std::vector<AggregateMeasure> measures;  ///< in the order of the scorecard
};
BOOST_DESCRIBE_STRUCT(AggregateView, (), (period, calendar, stretch, themes, objectives, measures))

}  // namespace entente::model
