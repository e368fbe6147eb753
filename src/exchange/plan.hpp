#pragma once
#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "scorecard/formula/nulls.hpp"
#include "base/calendar.hpp"
#include "json/codec.hpp"

/// One alliance's whole plan as a document: what StratML, the sample and a move to another installation read and
/// write. It knows no database. Conventions for every struct here:
/// - A `key` is a local name, unique within its list, by which the other lists point at the item. A reference that is
///   empty means "none".
/// - `identifier` is what another system called the item (a StratML Identifier without the `_` that XML wanted); it is
///   kept so that out-and-in gives it back. Empty when there is none.
/// - Decimals are text ("12.50", at most 18 significant digits and 9 decimals), so that nothing passes through binary
///   floating point; empty means "not given". Dates are ISO ("2008-06-30"), periods are those of chapter 2 ("2008",
///   "2008-H1", "2008-Q2", "2008-06", "2008-W24", "2008-06-30"); empty means "not given".
/// - People are named by their e-mail address.
namespace entente::exchange {

BOOST_DEFINE_ENUM_CLASS(AllianceKind, alliance, partnership, joint_venture, strategic_business_relationship)
BOOST_DEFINE_ENUM_CLASS(AllianceStage, strategy, formation, launch, operation, review, exit, closed)
BOOST_DEFINE_ENUM_CLASS(PartyKind, partner, neutral)
BOOST_DEFINE_ENUM_CLASS(ThemeKind, managed, co_creation)
BOOST_DEFINE_ENUM_CLASS(RollUpMethod, mean, worst, best, median, k_of_n, manual, none)
BOOST_DEFINE_ENUM_CLASS(LinkSign, helps, hinders)
BOOST_DEFINE_ENUM_CLASS(LinkStrength, weak, medium, strong)
BOOST_DEFINE_ENUM_CLASS(Aggregation, sum, mean, weighted_mean, last, first, min, max, median, count, ratio, none)
BOOST_DEFINE_ENUM_CLASS(MeasureKind, lead, lag)
/// StratML's ValueChainStage. Input, processing and output lead; an outcome lags.
BOOST_DEFINE_ENUM_CLASS(Dimension, unknown, input, input_processing, output, output_processing, outcome)
BOOST_DEFINE_ENUM_CLASS(SourceKind, person, formula, feed, survey, raci)
BOOST_DEFINE_ENUM_CLASS(Series, actual, target, baseline, red, green)
/// What a row of an observation says. `value` is the only one with a number, truth value or text in it.
BOOST_DEFINE_ENUM_CLASS(ObservationState, value, missing, na, withheld)
BOOST_DEFINE_ENUM_CLASS(MoveSign, up, down)
BOOST_DEFINE_ENUM_CLASS(InitiativeState, planned, running, done, stopped)
/// The empty light is `none`.
BOOST_DEFINE_ENUM_CLASS(ManualLight, none, green, yellow, red, grey)

/// The fiscal calendar (base/calendar.hpp) and the time zone of the alliance.
struct PlanCalendar {
  int first_month = 1;
  int first_day = 1;
  CalendarKind kind = CalendarKind::months;
  std::string zone = "UTC";  ///< IANA name
  friend bool operator==(const PlanCalendar&, const PlanCalendar&) = default;
};
BOOST_DESCRIBE_STRUCT(PlanCalendar, (), (first_month, first_day, kind, zone))

struct Alliance {
  std::string identifier;
  std::string name;
  std::string description;
  std::string vision;
  std::string mission;
  AllianceKind kind = AllianceKind::alliance;
  AllianceStage stage = AllianceStage::strategy;
  PlanCalendar calendar;
  std::string currency;  ///< ISO 4217, the default of money measures and budgets
  std::string source;    ///< where the plan came from: an address or a citation
  RollUpMethod method = RollUpMethod::mean;
  friend bool operator==(const Alliance&, const Alliance&) = default;
};
BOOST_DESCRIBE_STRUCT(Alliance, (),
                      (identifier, name, description, vision, mission, kind, stage, calendar, currency, source, method))

/// An organisation and its place in the alliance. The first partner in the list is the first party.
struct Organisation {
  std::string key;
  std::string identifier;
  std::string name;
  std::string acronym;
  std::string mark;  ///< one or two letters drawn where there is no room for a name
  std::string description;
  PartyKind kind = PartyKind::partner;
  bool invited = false;  ///< not yet a party: "to be invited"
  friend bool operator==(const Organisation&, const Organisation&) = default;
};
BOOST_DESCRIBE_STRUCT(Organisation, (), (key, identifier, name, acronym, mark, description, kind, invited))

struct PlanValue {
  std::string key;
  std::string name;
  std::string description;
  friend bool operator==(const PlanValue&, const PlanValue&) = default;
};
BOOST_DESCRIBE_STRUCT(PlanValue, (), (key, name, description))

/// A lane of the map. `position` counts from the bottom, 0 first.
struct Perspective {
  std::string key;
  std::string name;
  std::string question;
  int position = 0;
  bool unplaced = false;  ///< the lane "Not placed yet" of a plan that has no perspectives
  friend bool operator==(const Perspective&, const Perspective&) = default;
};
BOOST_DESCRIBE_STRUCT(Perspective, (), (key, name, question, position, unplaced))

struct Theme {
  std::string key;
  std::string identifier;
  std::string code;
  std::string name;
  std::string description;
  int colour = 0;  ///< place in the palette of the screens, from 0
  ThemeKind kind = ThemeKind::managed;
  std::string leader;
  std::string priority;
  std::string weight = "1";
  RollUpMethod method = RollUpMethod::mean;
  int k = 1;  ///< for `k_of_n`
  bool red_override = false;
  friend bool operator==(const Theme&, const Theme&) = default;
};
BOOST_DESCRIBE_STRUCT(Theme, (),
                      (key, identifier, code, name, description, colour, kind, leader, priority, weight, method, k,
                       red_override))

/// `weight` and `mandatory` belong to the edge from the objective to its theme; the rest says how its measures roll up.
struct Objective {
  std::string key;
  std::string identifier;
  std::string code;
  std::string title;
  std::string description;
  std::string perspective;
  std::string theme;
  std::string owner;
  std::string weight = "1";
  bool mandatory = false;
  RollUpMethod method = RollUpMethod::mean;
  int k = 1;
  bool red_override = false;
  ManualLight manual_light = ManualLight::none;  ///< for the method `manual`
  std::string manual_reason;
  std::optional<int> pin_x;  ///< the corner of its card, in the map's units, where somebody pinned it
  std::optional<int> pin_y;
  friend bool operator==(const Objective&, const Objective&) = default;
};
BOOST_DESCRIBE_STRUCT(Objective, (),
                      (key, identifier, code, title, description, perspective, theme, owner, weight, mandatory, method, k,
                       red_override, manual_light, manual_reason, pin_x, pin_y))

/// "`from` helps `to`". At most one link for each ordered pair of objectives.
struct Link {
  std::string from;
  std::string to;
  LinkSign sign = LinkSign::helps;
  int lag_months = 0;
  LinkStrength strength = LinkStrength::medium;
  friend bool operator==(const Link&, const Link&) = default;
};
BOOST_DESCRIBE_STRUCT(Link, (), (from, to, sign, lag_months, strength))

/// What one partner gains, and the objectives that produce it.
struct Win {
  std::string key;
  std::string party;  ///< key of an organisation
  std::string text;
  std::vector<std::string> objectives;
  friend bool operator==(const Win&, const Win&) = default;
};
BOOST_DESCRIBE_STRUCT(Win, (), (key, party, text, objectives))

/// `weight` and `mandatory` belong to the edge from the measure to its objective.
struct Measure {
  std::string key;
  std::string identifier;
  std::string code;
  std::string name;
  std::string definition;
  std::string objective;
  std::string unit;
  int decimals = 0;  ///< shown, 0–9
  std::string currency;
  Frequency frequency = Frequency::month;
  Aggregation aggregation = Aggregation::last;
  MeasureKind kind = MeasureKind::lag;
  Dimension dimension = Dimension::unknown;
  SourceKind source = SourceKind::person;
  std::string source_text;
  std::string owner;
  std::string supplier;  ///< key of the organisation that supplies the values
  int carry = 1;
  int grace = -1;  ///< days; −1 takes the default of the frequency (10, for weeks and days 2)
  bool cumulative = false;
  bool seasonal = false;
  std::string natural_min;
  std::string natural_max;
  int base = 0;  ///< XmR limits locked to so many first points; 0 is none
  std::string weight = "1";
  bool mandatory = false;
  std::string private_to;  ///< key of the organisation in whose private space it lies; empty is shared
  std::string starts;      ///< date from which values are expected
  std::string retired;     ///< date
  std::string review;      ///< date
  std::string formula;     ///< of a computed measure, as it was written
  scorecard::formula::Nulls nulls = scorecard::formula::Nulls::propagate;
  bool two_keys = false;
  std::string note_below;  ///< a score
  std::string two_keys_from;  ///< date from which two keys count; empty: always
  friend bool operator==(const Measure&, const Measure&) = default;
};
BOOST_DESCRIBE_STRUCT(Measure, (),
                      (key, identifier, code, name, definition, objective, unit, decimals, currency, frequency,
                       aggregation, kind, dimension, source, source_text, owner, supplier, carry, grace, cumulative,
                       seasonal, natural_min, natural_max, base, weight, mandatory, private_to, starts, retired, review, formula, nulls, two_keys, note_below, two_keys_from))

/// How values become scores, as compact JSON in the shape of `entente evaluate`: {"type":"higher","red":500,"green":700}.
/// In a document it is that object, not a text.
struct Scoring {
  std::string text = R"({"type":"unscored"})";
  friend bool operator==(const Scoring&, const Scoring&) = default;
};

/// How a measure is judged from a day on. One for each measure and day.
struct Target {
  std::string measure;
  std::string effective_from;
  Scoring scoring;
  bool assumed = false;  ///< nobody has said so: "assumed, please check"
  std::string reason;    ///< why it moved
  friend bool operator==(const Target&, const Target&) = default;
};
BOOST_DESCRIBE_STRUCT(Target, (), (measure, effective_from, scoring, assumed, reason))

/// One for each measure, period and series. `value` is decimal text for numbers, "true"/"false" for yes/no, the text
/// itself for ordered texts; empty unless `state` is `value`.
struct Observation {
  std::string measure;
  std::string period;
  Series series = Series::actual;
  std::string value;
  ObservationState state = ObservationState::value;
  std::string reason;  ///< why it is `na`
  std::string note;
  std::string numerator;  ///< for `ratio`, with `denominator`
  std::string denominator;
  std::string weight;  ///< for `weighted_mean`
  std::string flags;   ///< of "provisional estimated", a blank between
  friend bool operator==(const Observation&, const Observation&) = default;
};
BOOST_DESCRIBE_STRUCT(Observation, (),
                      (measure, period, series, value, state, reason, note, numerator, denominator, weight, flags))

struct Milestone {
  std::string name;
  std::string due;
  std::string done;  ///< the day on which it was reached
  friend bool operator==(const Milestone&, const Milestone&) = default;
};
BOOST_DESCRIBE_STRUCT(Milestone, (), (name, due, done))

/// A measure that an initiative is meant to move: up or down, by how much (in the measure's unit), how late.
struct Move {
  std::string measure;
  MoveSign sign = MoveSign::up;
  std::string size;
  int lag_months = 0;
  friend bool operator==(const Move&, const Move&) = default;
};
BOOST_DESCRIBE_STRUCT(Move, (), (measure, sign, size, lag_months))

struct Initiative {
  std::string key;
  std::string identifier;
  std::string name;
  std::string description;
  std::vector<std::string> objectives;
  std::string owner;
  std::string start;
  std::string due;
  InitiativeState state = InitiativeState::planned;
  std::string budget;
  std::string spent;
  std::string currency;
  std::string progress;  ///< actual, a share from 0 to 1
  std::string planned;   ///< planned for today, a share; empty follows the calendar from start to due
  std::vector<Milestone> milestones;
  std::vector<Move> moves;
  std::string private_to;
  friend bool operator==(const Initiative&, const Initiative&) = default;
};
BOOST_DESCRIBE_STRUCT(Initiative, (),
                      (key, identifier, name, description, objectives, owner, start, due, state, budget, spent, currency,
                       progress, planned, milestones, moves, private_to))

/// StratML's administrative information and submitter.
struct Publication {
  std::string start;
  std::string end;
  std::string published;
  std::string submitter_identifier;
  std::string given_name;
  std::string family_name;
  std::string phone;
  std::string email;
  std::string vision_identifier;
  std::string mission_identifier;
  friend bool operator==(const Publication&, const Publication&) = default;
};
BOOST_DESCRIBE_STRUCT(Publication, (),
                      (start, end, published, submitter_identifier, given_name, family_name, phone, email, vision_identifier,
                       mission_identifier))

/// Something a lenient reader passed over or assumed. `path` is the line ("line 12") or the element.
struct Warning {
  std::string path;
  std::string message;
  friend bool operator==(const Warning&, const Warning&) = default;
};
BOOST_DESCRIBE_STRUCT(Warning, (), (path, message))

struct Plan {
  Alliance alliance;
  std::vector<Organisation> organisations;
  std::vector<PlanValue> values;
  std::vector<Perspective> perspectives;
  std::vector<Theme> themes;
  std::vector<Objective> objectives;
  std::vector<Link> links;
  std::vector<Win> wins;
  std::vector<Measure> measures;
  std::vector<Target> targets;
  std::vector<Observation> observations;
  std::vector<Initiative> initiatives;
  Publication publication;
  std::vector<Warning> warnings;  ///< never written
  friend bool operator==(const Plan&, const Plan&) = default;
};
BOOST_DESCRIBE_STRUCT(Plan, (),
                      (alliance, organisations, values, perspectives, themes, objectives, links, wins, measures, targets,
                       observations, initiatives, publication, warnings))

/// Lists whose order means nothing (links, targets, observations) in their one order: by the item they belong to, then
/// by day or period, then by series. Readers give plans in this order; two plans are the same when these are equal.
void put_in_order(Plan& plan);

}  // namespace entente::exchange

template <>
struct entente::json::Codec<entente::exchange::Scoring> {
  static constexpr Value::Type type = Value::Type::object;
  static void read(const Reader& at, const Value& value, exchange::Scoring& out) {
    if (!value.object()) return at.fail_type("an object", value);
    out.text.clear();
    write_value(out.text, value);
  }
  static void write(std::string& out, const exchange::Scoring& value) { out += value.text; }
  static std::string schema(Schemas&) { return R"({"type":"object"})"; }
};
