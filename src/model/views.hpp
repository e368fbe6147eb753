#pragma once
#include <optional>
#include <string>
#include <vector>

#include "alliance/types.hpp"
#include "json/field_types.hpp"
#include "model/contents.hpp"
#include "scorecard/evaluation/level.hpp"
#include "strategy/layout/layout.hpp"

/// What the screens get: the shapes of the answers that carry lights. Scores run from 0 to 100, shares from 0 to 1.
namespace entente::model {

namespace evaluation = scorecard::evaluation;
using access::Role;
using evaluation::Light;
using evaluation::State;
using evaluation::Trend;
using strategy::layout::Box;
using strategy::layout::Point;

struct Mark {
  std::string letter;
  alliance::MarkStyle style = alliance::MarkStyle::outlined;
};
BOOST_DESCRIBE_STRUCT(Mark, (), (letter, style))

struct SpaceRef {
  access::SpaceKind kind = access::SpaceKind::shared;
  std::string name;  ///< "Shared", "Only Aldermere Pharma"
};
BOOST_DESCRIBE_STRUCT(SpaceRef, (), (kind, name))

struct NodeRef {
  std::string id;
  std::string kind;  ///< "measure", "objective", "theme"
  std::string code;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(NodeRef, (), (id, kind, code, title))

/// How something stands, in all channels but the signal.
struct Judgement {
  Light light = Light::grey;
  std::optional<Light> split;  ///< the other half of a split light
  State state = State::undefined;
  std::optional<Decimal> score;
  std::optional<Decimal> attainment;
  Trend trend = Trend::insufficient;
  std::optional<Decimal> coverage;
  std::optional<Decimal> low;
  std::optional<Decimal> high;
  bool stale = false;
  bool due = false;
  bool overridden = false;
  bool capped = false;
  std::optional<Light> computed_light;
  std::vector<NodeRef> masked;  ///< red descendants of a green parent
  std::vector<std::string> flags;
};
BOOST_DESCRIBE_STRUCT(Judgement, (),
                      (light, split, state, score, attainment, trend, coverage, low, high, stale, due, overridden, capped,
                       computed_light, masked, flags))

struct PeriodChoice {
  std::string period;
  std::string label;
};
BOOST_DESCRIBE_STRUCT(PeriodChoice, (), (period, label))

struct PeriodInfo {
  std::string period;
  std::string label;
  Date first;
  Date last;
  Date as_of;
  std::string default_period;
  std::string reason;  ///< why that one is the default, in a line
  Frequency frequency = Frequency::quarter;
  std::vector<PeriodChoice> available;  ///< newest first
  Side side = Side::joint;
};
BOOST_DESCRIBE_STRUCT(PeriodInfo, (), (period, label, first, last, as_of, default_period, reason, frequency, available, side))

/// What this viewer may do here.
struct Rights {
  bool read_scorecard = false;
  bool edit_draft = false;
  std::vector<ThemeId> edit_themes;
  bool enter_observations = false;
  bool manage_members = false;
  bool comment = false;
  bool export_ = false;
  bool read_record = false;
  bool private_ = false;
};
BOOST_DESCRIBE_STRUCT(Rights, (),
                      (read_scorecard, edit_draft, edit_themes, enter_observations, manage_members, comment, export_, read_record, private_))

struct AllianceHead {
  AllianceId id;
  std::string slug;
  std::string name;
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(AllianceHead, (), (id, slug, name, version))

struct Counts {
  int green = 0;
  int yellow = 0;
  int red = 0;
  int grey = 0;
};
BOOST_DESCRIBE_STRUCT(Counts, (), (green, yellow, red, grey))

// --- the map -------------------------------------------------------------------------------------------------------

struct LaneView {
  PerspectiveId id;
  std::int64_t version = 0;
  std::string name;
  std::string question;
  std::int64_t position = 0;
  Box box;
  Box label;
  Counts counts;
  bool unplaced = false;
};
BOOST_DESCRIBE_STRUCT(LaneView, (), (id, version, name, question, position, box, label, counts, unplaced))

struct IslandView {
  ThemeId theme;
  PerspectiveId lane;
  Box box;
  Box label;
};
BOOST_DESCRIBE_STRUCT(IslandView, (), (theme, lane, box, label))

struct CardView {
  ObjectiveId id;
  std::int64_t version = 0;
  std::string code;
  std::string title;
  PerspectiveId lane;
  ThemeId theme;
  Box box;
  Judgement judgement;
  std::vector<PartyId> wins;
  bool pinned = false;
  int column = 0;
  int row = 0;
  SpaceRef space;
  int measures = 0;
};
BOOST_DESCRIBE_STRUCT(CardView, (), (id, version, code, title, lane, theme, box, judgement, wins, pinned, column, row, space, measures))

/// A stretch of an arrow: of one link, or the trunk that several share on their way to one objective.
struct ArrowView {
  std::vector<LinkId> links;
  std::vector<ObjectiveId> from;
  ObjectiveId to;
  strategy::Sign sign = strategy::Sign::helps;
  std::vector<Point> points;
  bool head = true;
  bool dashed = false;
};
BOOST_DESCRIBE_STRUCT(ArrowView, (), (links, from, to, sign, points, head, dashed))

struct LinkView {
  LinkId id;
  std::int64_t version = 0;
  ObjectiveId from;
  ObjectiveId to;
  strategy::Sign sign = strategy::Sign::helps;
  std::int64_t lag_months = 0;
  strategy::Strength strength = strategy::Strength::medium;
};
BOOST_DESCRIBE_STRUCT(LinkView, (), (id, version, from, to, sign, lag_months, strength))

struct WinItem {
  WinId id;
  std::int64_t version = 0;
  std::string text;
  std::vector<ObjectiveId> objectives;
};
BOOST_DESCRIBE_STRUCT(WinItem, (), (id, version, text, objectives))

struct WinsView {
  PartyId party;
  std::string name;
  Mark mark;
  Box box;
  std::vector<WinItem> items;
};
BOOST_DESCRIBE_STRUCT(WinsView, (), (party, name, mark, box, items))

struct ValueView {
  ValueId id;
  std::int64_t version = 0;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(ValueView, (), (id, version, text))

struct ThemeHead {
  ThemeId id;
  std::int64_t version = 0;
  std::string name;
  std::int64_t colour = 0;
  std::optional<PersonName> leader;
  Judgement judgement;
};
BOOST_DESCRIBE_STRUCT(ThemeHead, (), (id, version, name, colour, leader, judgement))

struct MapView {
  AllianceHead alliance;
  PeriodInfo period;
  bool ratified = false;
  Rights rights;
  double width = 0;
  double height = 0;
  std::vector<LaneView> lanes;  ///< bottom to top
  std::vector<IslandView> islands;
  std::vector<CardView> cards;
  std::vector<ArrowView> arrows;
  std::vector<LinkView> links;
  std::vector<WinsView> wins;
  std::vector<ValueView> values;
  Box values_box;
  std::vector<ThemeHead> themes;
  std::vector<std::string> advice;
};
BOOST_DESCRIBE_STRUCT(MapView, (),
                      (alliance, period, ratified, rights, width, height, lanes, islands, cards, arrows, links, wins, values,
                       values_box, themes, advice))

// --- the scorecard -------------------------------------------------------------------------------------------------

struct SignalView {
  int points = 0;
  evaluation::Limits limits = evaluation::Limits::none;
  std::optional<Decimal> centre;
  std::optional<Decimal> low;
  std::optional<Decimal> high;
  evaluation::Verdict verdict = evaluation::Verdict::none;
  std::vector<std::string> rules;
  evaluation::Assurance assurance = evaluation::Assurance::none;
};
BOOST_DESCRIBE_STRUCT(SignalView, (), (points, limits, centre, low, high, verdict, rules, assurance))

/// Where the light changes, ascending, with the lights between (one more).
struct BandsView {
  std::vector<Decimal> at;
  std::vector<Light> lights;
};
BOOST_DESCRIBE_STRUCT(BandsView, (), (at, lights))

/// One period of one measure. `value` is JSON: a number, a truth value, a text or null.
struct CellView {
  std::string period;
  std::string label;
  State state = State::missing;
  json::Raw value;
  std::optional<Decimal> score;
  Light light = Light::grey;
  std::optional<Decimal> target;
  std::optional<Decimal> red;
  std::optional<std::optional<BandsView>> bands;  ///< only where a chart needs them
  std::vector<std::string> flags;
  std::optional<std::string> reason;
  std::optional<std::string> note;
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(CellView, (), (period, label, state, value, score, light, target, red, bands, flags, reason, note, version))

struct MeasureRow {
  MeasureId id;
  std::int64_t version = 0;
  std::string code;
  std::string name;
  std::string unit;
  std::int64_t decimals = 0;
  std::string currency;
  Frequency frequency = Frequency::month;
  bool lead = false;
  std::optional<PersonName> owner;
  std::optional<PartyId> supplier;
  SpaceRef space;
  Decimal weight;
  bool mandatory = false;
  std::optional<std::string> period;  ///< the one that is shown
  std::optional<std::string> value_period;  ///< the one that the value is of, where it is carried
  json::Raw value;
  std::string target;                 ///< in words: "≥ 700 patients"
  std::optional<Decimal> target_value;
  std::optional<Decimal> red_value;
  evaluation::ScoringType scoring = evaluation::ScoringType::unscored;
  Judgement judgement;
  SignalView signal;
  std::vector<CellView> recent;       ///< oldest first
  std::optional<Date> due;            ///< when the next value has to be in
  std::optional<std::string> next_period;
  std::optional<std::string> assumed; ///< "assumed, please check"
  bool may_enter = false;
};
BOOST_DESCRIBE_STRUCT(MeasureRow, (),
                      (id, version, code, name, unit, decimals, currency, frequency, lead, owner, supplier, space, weight, mandatory,
                       period, value_period, value, target, target_value, red_value, scoring, judgement, signal, recent, due,
                       next_period, assumed, may_enter))

struct InitiativeRow {
  InitiativeId id;
  std::int64_t version = 0;
  std::string name;
  std::optional<PersonName> owner;
  std::optional<Date> start;
  std::optional<Date> due;
  Decimal progress;
  Decimal planned;
  scorecard::InitiativeState state = scorecard::InitiativeState::planned;
  std::optional<Decimal> budget;
  std::string currency;
  bool late = false;
  SpaceRef space;
  std::vector<ObjectiveId> objectives;
};
BOOST_DESCRIBE_STRUCT(InitiativeRow, (),
                      (id, version, name, owner, start, due, progress, planned, state, budget, currency, late, space, objectives))

struct HistoryCell {
  std::string period;
  Light light = Light::grey;
  std::optional<Decimal> score;
};
BOOST_DESCRIBE_STRUCT(HistoryCell, (), (period, light, score))

struct ObjectiveRow {
  ObjectiveId id;
  std::int64_t version = 0;
  std::string code;
  std::string title;
  std::string description;
  PerspectiveId perspective;
  ThemeId theme;
  std::optional<PersonName> owner;
  SpaceRef space;
  Decimal weight;
  bool mandatory = false;
  strategy::Method method = strategy::Method::mean;
  std::int64_t k = 1;
  bool red_override = false;
  Judgement judgement;
  std::vector<HistoryCell> history;
  std::vector<MeasureRow> measures;
  std::vector<InitiativeRow> initiatives;
};
BOOST_DESCRIBE_STRUCT(ObjectiveRow, (),
                      (id, version, code, title, description, perspective, theme, owner, space, weight, mandatory, method, k,
                       red_override, judgement, history, measures, initiatives))

struct NarrativeView {
  std::string analysis;
  std::string recommendation;
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(NarrativeView, (), (analysis, recommendation, version))

struct ThemeScorecard {
  ThemeId id;
  std::int64_t version = 0;
  std::string name;
  std::string description;
  std::int64_t colour = 0;
  strategy::ThemeKind kind = strategy::ThemeKind::managed;
  std::optional<PersonName> leader;
  std::string priority;
  Judgement judgement;
  NarrativeView narrative;
  std::vector<HistoryCell> history;
  std::vector<ObjectiveRow> objectives;
};
BOOST_DESCRIBE_STRUCT(ThemeScorecard, (),
                      (id, version, name, description, colour, kind, leader, priority, judgement, narrative, history, objectives))

struct NamedPerspective {
  PerspectiveId id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(NamedPerspective, (), (id, name))

struct PartyView {
  PartyId id;
  std::optional<OrganisationId> organisation;
  std::string name;
  Mark mark;
  alliance::PartyKind kind = alliance::PartyKind::partner;
  alliance::PartyState state = alliance::PartyState::confirmed;
};
BOOST_DESCRIBE_STRUCT(PartyView, (), (id, organisation, name, mark, kind, state))

struct ScorecardView {
  AllianceHead alliance;
  PeriodInfo period;
  bool ratified = false;
  Rights rights;
  Judgement judgement;
  std::vector<NamedPerspective> perspectives;
  std::vector<PartyView> parties;
  std::vector<ThemeScorecard> themes;
};
BOOST_DESCRIBE_STRUCT(ScorecardView, (), (alliance, period, ratified, rights, judgement, perspectives, parties, themes))

// --- one thing -----------------------------------------------------------------------------------------------------

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
  bool consented = false;
  bool may_consent = false;
};
BOOST_DESCRIBE_STRUCT(OverrideView, (), (id, version, light, reason, expires, by, consented, may_consent))

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
  std::optional<OverrideView> override_;
};
BOOST_DESCRIBE_STRUCT(ObjectiveView, (ObjectiveRow),
                      (alliance, period, rights, ratified, perspective_name, theme_name, theme_colour, causes, effects, wins, override_))

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
  json::Raw scoring;
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
};
BOOST_DESCRIBE_STRUCT(MeasureView, (MeasureRow),
                      (definition, aggregation, source, kind, carry, grace, cumulative, seasonal, natural_min, natural_max, base,
                       starts, retired, review_date, direction, alliance, period_info, ratified, rights, objective, theme, targets, cells))

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
};
BOOST_DESCRIBE_STRUCT(MoveView, (), (measure, code, name, sign, size, lag_months, light))

struct InitiativeView : InitiativeRow {
  AllianceHead alliance;
  Rights rights;
  std::string description;
  std::optional<ThemeId> theme;
  std::vector<ObjectiveHead> objective_heads;
  std::vector<MilestoneView> milestones;
  std::vector<MoveView> moves;
  std::optional<Decimal> cost;
  bool may_report = false;  ///< progress, cost, milestones
};
BOOST_DESCRIBE_STRUCT(InitiativeView, (InitiativeRow),
                      (alliance, rights, description, theme, objective_heads, milestones, moves, cost, may_report))

// --- alliances -----------------------------------------------------------------------------------------------------

struct ThemeLight {
  ThemeId id;
  std::string name;
  std::int64_t colour = 0;
  Light light = Light::grey;
};
BOOST_DESCRIBE_STRUCT(ThemeLight, (), (id, name, colour, light))

struct AllianceItem {
  AllianceId id;
  std::string slug;
  std::string name;
  alliance::Kind kind = alliance::Kind::alliance;
  alliance::Stage stage = alliance::Stage::strategy;
  std::optional<alliance::PartnerType> partner_type;
  std::vector<PartyView> parties;
  Light light = Light::grey;
  std::optional<Light> split;
  std::optional<Decimal> score;
  Trend trend = Trend::insufficient;
  std::optional<Decimal> coverage;
  std::optional<std::string> period;
  std::vector<ThemeLight> themes;
  int reds = 0;
  int yellows = 0;
  int greens = 0;
  int greys = 0;
  std::optional<std::string> worst;  ///< in a line
  Instant updated_at;
  bool ratified = false;
};
BOOST_DESCRIBE_STRUCT(AllianceItem, (),
                      (id, slug, name, kind, stage, partner_type, parties, light, split, score, trend, coverage, period, themes, reds,
                       yellows, greens, greys, worst, updated_at, ratified))

struct AllianceList {
  std::vector<AllianceItem> items;
  std::optional<std::string> next;
  std::int64_t total = 0;
};
BOOST_DESCRIBE_STRUCT(AllianceList, (), (items, next, total))

struct CalendarView {
  std::int64_t first_month = 1;
  std::int64_t first_day = 1;
  std::string kind;
};
BOOST_DESCRIBE_STRUCT(CalendarView, (), (first_month, first_day, kind))

struct MeView {
  std::vector<Role> roles;
  std::optional<PartyId> party;
  std::vector<ThemeId> themes;
};
BOOST_DESCRIBE_STRUCT(MeView, (), (roles, party, themes))

struct FreshnessRow {
  std::optional<PartyId> party;
  std::string name;
  int due = 0;
  int missing = 0;
  int stale = 0;
  int total = 0;
};
BOOST_DESCRIBE_STRUCT(FreshnessRow, (), (party, name, due, missing, stale, total))

struct MaskedRow {
  std::string code;
  std::string title;
  std::string link;
  Light light = Light::red;
};
BOOST_DESCRIBE_STRUCT(MaskedRow, (), (code, title, link, light))

struct RedRow {
  ObjectiveId id;
  std::string code;
  std::string title;
  ThemeId theme;
  std::string why;
  std::optional<std::string> since;
  Trend trend = Trend::insufficient;
};
BOOST_DESCRIBE_STRUCT(RedRow, (), (id, code, title, theme, why, since, trend))

struct InitiativeBrief {
  InitiativeId id;
  std::string name;
  Decimal progress;
  Decimal planned;
  std::optional<Date> due;
  bool late = false;
};
BOOST_DESCRIBE_STRUCT(InitiativeBrief, (), (id, name, progress, planned, due, late))

struct Overview {
  std::vector<MaskedRow> masked;
  std::vector<RedRow> reds;
  std::vector<InitiativeBrief> initiatives;
  std::vector<HistoryCell> history;
};
BOOST_DESCRIBE_STRUCT(Overview, (), (masked, reds, initiatives, history))

struct AllianceView : AllianceItem {
  std::int64_t version = 0;
  std::string description;
  std::string source;
  std::string vision;
  std::string mission;
  Instant created_at;
  CalendarView calendar;
  std::string currency;
  std::string zone;
  PeriodInfo period_info;
  Rights rights;
  MeView me;
  Judgement judgement;
  std::vector<FreshnessRow> freshness;
  Overview overview;
};
BOOST_DESCRIBE_STRUCT(AllianceView, (AllianceItem),
                      (version, description, source, vision, mission, created_at, calendar, currency, zone, period_info, rights, me,
                       judgement, freshness, overview))

// --- home ----------------------------------------------------------------------------------------------------------

enum class NeedKind : std::uint8_t { value_due, value_missing, red_objective, invitation, not_placed, unowned_measure };
BOOST_DESCRIBE_ENUM(NeedKind, value_due, value_missing, red_objective, invitation, not_placed, unowned_measure)

struct Need {
  NeedKind kind = NeedKind::value_due;
  std::optional<AllianceHead> alliance;
  std::string title;
  std::string detail;
  std::optional<Date> due;
  std::optional<Light> light;
  std::string link;
};
BOOST_DESCRIBE_STRUCT(Need, (), (kind, alliance, title, detail, due, light, link))

struct Home {
  std::vector<Need> needs;
  std::vector<AllianceItem> alliances;
};
BOOST_DESCRIBE_STRUCT(Home, (), (needs, alliances))

}  // namespace entente::model
