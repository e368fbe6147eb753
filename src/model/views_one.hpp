#pragma once
#include "model/views_outlook.hpp"
#include "scorecard/scoring_json.hpp"

/// What the pages of one objective, measure or initiative get.
namespace entente::model {

struct LinkEnd {
  LinkId link;
  std::int64_t version = 0;
  ObjectiveId objective;
  std::string code;
  std::string title;
  Light light = Light::grey;
  strategy::Sign sign = strategy::Sign::helps;
  std::int64_t lag_months = 0;
  strategy::Strength strength = strategy::Strength::medium;
};
BOOST_DESCRIBE_STRUCT(LinkEnd, (), (link, version, objective, code, title, light, sign, lag_months, strength))

struct WinOf {
  WinId id;
  PartyId party;
  std::string party_name;
  Mark mark;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(WinOf, (), (id, party, party_name, mark, text))

struct OverrideView {
  OverrideId id;
  std::int64_t version = 0;
  Light light = Light::grey;
  std::string reason;
  Date expires;
  std::string by;
  std::string party;         ///< whose people set it
  bool consented = false;    ///< it counts
  bool may_consent = false;  ///< or refuse: the other partner's
  bool may_remove = false;
};
BOOST_DESCRIBE_STRUCT(OverrideView, (), (id, version, light, reason, expires, by, party, consented, may_consent, may_remove))

struct ObjectiveView : ObjectiveRow {
  AllianceHead alliance;
  PeriodInfo period;
  Rights rights;
  bool ratified = false;
  std::string perspective_name;
  std::string theme_name;
  std::int64_t theme_colour = 0;
  std::vector<LinkEnd> causes;
  std::vector<LinkEnd> effects;
  std::vector<WinOf> wins;
  std::optional<OverrideView> override_;  ///< the newest of the period's time, consented to or not
  bool may_set_light = false;             ///< unless one is there that has not run out
};
BOOST_DESCRIBE_STRUCT(ObjectiveView, (ObjectiveRow),
                      (alliance, period, rights, ratified, perspective_name, theme_name, theme_colour, causes, effects, wins, override_, may_set_light))

struct ObjectiveHead {
  ObjectiveId id;
  std::string code;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(ObjectiveHead, (), (id, code, title))

struct NamedTheme {
  ThemeId id;
  std::string name;
  std::int64_t colour = 0;
};
BOOST_DESCRIBE_STRUCT(NamedTheme, (), (id, name, colour))

struct TargetView {
  TargetId id;
  std::int64_t version = 0;
  Date effective_from;
  scorecard::ScoringJson scoring;
  std::string words;
  std::string reason;
  bool assumed = false;
};
BOOST_DESCRIBE_STRUCT(TargetView, (), (id, version, effective_from, scoring, words, reason, assumed))

struct MeasureView : MeasureRow {
  std::string definition;
  scorecard::Aggregation aggregation = scorecard::Aggregation::last;
  scorecard::Source source = scorecard::Source::person;
  scorecard::Timing kind = scorecard::Timing::lag;
  std::int64_t carry = 1;
  std::int64_t grace = 10;
  bool cumulative = false;
  bool seasonal = false;
  std::string formula;  ///< of a computed measure; empty: its values are entered
  scorecard::formula::Nulls nulls = scorecard::formula::Nulls::propagate;
  std::optional<Decimal> natural_min;
  std::optional<Decimal> natural_max;
  std::optional<std::int64_t> base;
  std::optional<Date> starts;
  std::optional<Date> retired;
  std::optional<Date> review_date;
  evaluation::Direction direction = evaluation::Direction::none;
  AllianceHead alliance;
  PeriodInfo period_info;
  bool ratified = false;
  Rights rights;
  ObjectiveHead objective;
  NamedTheme theme;
  std::vector<TargetView> targets;  ///< newest first
  std::vector<CellView> cells;      ///< oldest first, gaps included
  std::optional<std::string> begins;  ///< the period of the first cell that tells something; those before it are no gaps
  std::vector<NodeRef> inputs;      ///< of a computed measure: what its formula names
  ForecastView forecast;            ///< from what was known at the end of the period shown
};
BOOST_DESCRIBE_STRUCT(MeasureView, (MeasureRow),
                      (definition, aggregation, source, kind, carry, grace, cumulative, seasonal, formula, nulls, natural_min, natural_max, base,
                       starts, retired, review_date, direction, alliance, period_info, ratified, rights, objective, theme, targets, cells, begins,
                       inputs, forecast))

struct MilestoneView {
  std::string id;
  std::string name;
  Date due;
  std::optional<Date> done_at;
};
BOOST_DESCRIBE_STRUCT(MilestoneView, (), (id, name, due, done_at))

struct MoveView {
  MeasureId measure;
  std::string code;
  std::string name;
  scorecard::MoveSign sign = scorecard::MoveSign::up;
  std::optional<Decimal> size;
  std::int64_t lag_months = 0;
  Light light = Light::grey;
  std::string unit;
};
BOOST_DESCRIBE_STRUCT(MoveView, (), (measure, code, name, sign, size, lag_months, light, unit))

struct InitiativeView : InitiativeRow {
  AllianceHead alliance;
  Rights rights;
  std::string description;
  std::optional<ThemeId> theme;
  PeriodInfo period;
  std::vector<ObjectiveHead> objective_heads;
  std::vector<MilestoneView> milestones;
  std::vector<MoveView> moves;
  std::optional<Decimal> cost;
  bool may_report = false;  ///< progress, cost, milestones
};
BOOST_DESCRIBE_STRUCT(InitiativeView, (InitiativeRow),
                      (alliance, rights, description, theme, period, objective_heads, milestones, moves, cost, may_report))

}  // namespace entente::model
