#pragma once
#include "model/views_words.hpp"

/// What the scorecards get.
namespace entente::model {

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

/// One period of one measure.
struct CellView {
  std::string period;
  std::string label;
  State state = State::missing;
  json::RawScalar value;
  std::optional<Decimal> score;
  Light light = Light::grey;
  std::optional<Decimal> target;
  std::optional<Decimal> red;
  std::optional<std::optional<BandsView>> bands;  ///< only where a chart needs them
  std::vector<std::string> flags;
  std::optional<std::string> reason;
  std::optional<std::string> note;
  std::int64_t version = 0;
  std::optional<std::optional<Submission>> submission;               ///< only where both sides have a say
  std::optional<std::optional<std::vector<ValueWordView>>> words;    ///< only where there are any
  std::optional<std::optional<std::string>> giver;                   ///< whose value it is, where both sides have a say
  std::optional<std::optional<bool>> may_speak;                      ///< true: the viewer accepts or disputes
  std::optional<std::optional<std::string>> after_freeze;            ///< the latest review whose freeze has it otherwise
  std::optional<std::optional<bool>> light_only;                     ///< true: withheld; only one's own side sees the value
  std::optional<std::optional<Light>> shared_light;                  ///< then: the light that the partner sees; grey where it sees none
};
BOOST_DESCRIBE_STRUCT(CellView, (),
                      (period, label, state, value, score, light, target, red, bands, flags, reason, note, version, submission, words, giver,
                       may_speak, after_freeze, light_only, shared_light))

/// What a value is wanted to be; with the numbers below it says it whole.
enum class GoalKind : std::uint8_t { none, at_least, at_most, between, reach, towards, yes, word, by_day, judged, unscored };
BOOST_DESCRIBE_ENUM(GoalKind, none, at_least, at_most, between, reach, towards, yes, word, by_day, judged, unscored)

/// A target in parts, so that a screen can write it in the person's way.
struct GoalView {
  GoalKind kind = GoalKind::none;
  std::optional<Decimal> low;   ///< at_least, between
  std::optional<Decimal> high;  ///< at_most, between, reach, towards
  std::optional<Date> day;      ///< reach, by_day
  std::optional<std::string> word;
};
BOOST_DESCRIBE_STRUCT(GoalView, (), (kind, low, high, day, word))

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
  json::RawScalar value;
  std::string target;                 ///< in words: "≥ 700 patients"
  GoalView goal;                      ///< the same in parts
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
  bool may_withhold = false;          ///< a value may be kept in one's own private space
  bool two_keys = false;
  std::optional<Date> two_keys_from;  ///< for values given from this day on; nothing: for all
  std::optional<Decimal> note_below;  ///< a score under it needs a note
  bool computed = false;              ///< by a formula: nobody enters it
};
BOOST_DESCRIBE_STRUCT(MeasureRow, (),
                      (id, version, code, name, unit, decimals, currency, frequency, lead, owner, supplier, space, weight, mandatory,
                       period, value_period, value, target, goal, target_value, red_value, scoring, judgement, signal, recent, due,
                       next_period, assumed, may_enter, may_withhold, two_keys, two_keys_from, note_below, computed))

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
  std::vector<LightWordView> words;  ///< on the light of the period that is shown
  bool may_confirm = false;
};
BOOST_DESCRIBE_STRUCT(ObjectiveRow, (),
                      (id, version, code, title, description, perspective, theme, owner, space, weight, mandatory, method, k,
                       red_override, judgement, history, measures, initiatives, words, may_confirm))

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
  std::vector<LightWordView> words;
  bool may_confirm = false;
};
BOOST_DESCRIBE_STRUCT(ThemeScorecard, (),
                      (id, version, name, description, colour, kind, leader, priority, judgement, narrative, history, objectives, words, may_confirm))

struct NamedPerspective {
  PerspectiveId id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(NamedPerspective, (), (id, name))

struct CalendarView {
  std::int64_t first_month = 1;
  std::int64_t first_day = 1;
  std::string kind;
};
BOOST_DESCRIBE_STRUCT(CalendarView, (), (first_month, first_day, kind))

struct PartyView {
  PartyId id;
  std::optional<OrganisationId> organisation;
  std::string name;
  Mark mark;
  alliance::PartyKind kind = alliance::PartyKind::partner;
  alliance::PartyState state = alliance::PartyState::confirmed;
  std::int64_t version = 1;
  std::optional<CalendarView> calendar;  ///< its own fiscal one; nothing: the alliance's
};
BOOST_DESCRIBE_STRUCT(PartyView, (), (id, organisation, name, mark, kind, state, version, calendar))

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

}  // namespace entente::model
