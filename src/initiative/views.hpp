#pragma once
#include "initiative/course.hpp"
#include "initiative/effect.hpp"
#include "model/build.hpp"

/// What the screens get of initiatives beside their plan: how they went, and whether they worked.
namespace entente::initiative {

/// Whether one measure that an initiative is meant to move did move.
struct EffectView {
  MeasureId measure;
  std::string code;
  std::string name;
  std::string unit;
  std::int64_t decimals = 0;
  std::string currency;
  model::Light light = model::Light::grey;
  scorecard::MoveSign sign = scorecard::MoveSign::up;
  std::optional<Decimal> size;
  std::int64_t lag_months = 0;
  Verdict verdict = Verdict::cannot_tell;
  bool settled = false;
  std::optional<Date> from;
  std::optional<Date> by;
  int before_values = 0;
  std::optional<Decimal> before;
  int after_values = 0;
  std::optional<Decimal> after;
  std::optional<Decimal> change;
  std::optional<Decimal> wanted;
};
BOOST_DESCRIBE_STRUCT(EffectView, (),
                      (measure, code, name, unit, decimals, currency, light, sign, size, lag_months, verdict, settled, from, by, before_values, before,
                       after_values, after, change, wanted))

struct InitiativeItem : model::InitiativeRow {
  std::optional<Decimal> cost;
  bool green = false;  ///< running and not behind its plan, or done
  bool flat = false;   ///< green, and a measure that it was to move is flat or went the other way
  std::vector<EffectView> effects;
};
BOOST_DESCRIBE_STRUCT(InitiativeItem, (model::InitiativeRow), (cost, green, flat, effects))

struct InitiativeList {
  model::PeriodInfo period;
  std::vector<InitiativeItem> items;  ///< green with a flat measure first, then those behind their plan, then the rest by their end
  std::int64_t flat = 0;              ///< how many of them stand there
};
BOOST_DESCRIBE_STRUCT(InitiativeList, (), (period, items, flat))

struct CoursePoint {
  Date day;
  scorecard::InitiativeState state = scorecard::InitiativeState::planned;
  Decimal progress;
  std::optional<Decimal> planned;  ///< what the plan of that time said for that day
  std::optional<Decimal> cost;
  std::optional<Decimal> budget;
};
BOOST_DESCRIBE_STRUCT(CoursePoint, (), (day, state, progress, planned, cost, budget))

struct CourseView {
  InitiativeId id;
  std::optional<Date> start;
  std::optional<Date> due;
  std::string currency;
  std::vector<CoursePoint> points;  ///< oldest first, the last of each day; the last one is today's
  std::vector<EffectView> effects;
};
BOOST_DESCRIBE_STRUCT(CourseView, (), (id, start, due, currency, points, effects))

/// What a viewer's reading tells; measures that the viewer does not see have no effect here.
InitiativeList build_list(const model::Look& look);
/// Throws `not_found` for what is not in this reading.
CourseView build_course(const model::Look& look, const InitiativeId& id, const std::vector<Report>& reports);

}  // namespace entente::initiative
