#include "scorecard/evaluate_document.hpp"

#include <numeric>
#include <set>

#include "json/json.hpp"
#include "scorecard/evaluate_outlook.hpp"
#include "scorecard/evaluation/model.hpp"
#include "scorecard/fields.hpp"
#include "scorecard/scoring_json.hpp"

namespace entente::scorecard {
namespace {

using namespace evaluation;
using Need = Fields::Need;

struct Sighting {
  Observation observation;
  bool light_only = false;  ///< withheld, with a value of which only the light is shown
};

struct Document {
  Date as_of;
  Definition definition;
  std::vector<std::vector<Sighting>> observations;  ///< by measure
  std::vector<std::optional<int>> horizons;         ///< by measure: of the forecast, if one is asked for
  std::optional<std::vector<LinkQuestion>> links;
};

void read_calendar(const json::Reader& at, const json::Value& value, Calendar& calendar) {
  Fields fields(at, value);
  const auto month = fields.read<std::int64_t>("first_month").value_or(1);
  const auto day = fields.read<std::int64_t>("first_day").value_or(1);
  const auto kind = fields.read<std::string>("kind").value_or("months");
  fields.finish();
  const auto in = [](std::int64_t number, std::int64_t last) { return number >= 1 && number <= last; };
  if (!in(month, 12)) fields.at("first_month").fail("out_of_range", "The first month is 1 to 12.");
  if (!in(day, 31)) fields.at("first_day").fail("out_of_range", "The first day is 1 to 31.");
  if (!in(month, 12) || !in(day, 31)) return;
  try {
    calendar = Calendar(static_cast<int>(month), static_cast<int>(day), parse_calendar_kind(kind));
  } catch (const Error& error) {
    fields.at("kind").fail(error.fields().front().code, error.fields().front().message);
  }
}

/// A value by what the definition expects: wrong types are refused here, so that the cell never holds them.
void read_value(const json::Reader& at, const json::Value& value, const std::optional<Scoring>& scoring,
                Observation& observation) {
  const ScoringType type = scoring ? scoring->type : ScoringType::unscored;
  const bool free = type == ScoringType::unscored || type == ScoringType::manual;
  if (const bool* truth = value.boolean(); truth && (free || type == ScoringType::yesno)) {
    observation.value = *truth;
    return;
  }
  if (const std::string* text = value.string()) {
    if (free || type == ScoringType::texts) {
      observation.value = *text;
      return;
    }
    if (type == ScoringType::milestone) {
      const auto date = try_parse_date(*text);
      if (!date) return at.fail("bad_date", fmt::format("“{:.40}” is not a date. Write it as 2008-06-30.", *text));
      observation.value = *date;
      return;
    }
  }
  if (type == ScoringType::texts) return at.fail_type("a text", value);
  if (type == ScoringType::yesno && !value.number()) return at.fail_type("true or false", value);
  const auto number = Fields::number_at(at, value);
  if (!number) return;
  if (type == ScoringType::yesno && !number->is_zero() && *number != Decimal::from_integer(1))
    return at.fail("out_of_range", "Yes or no is true or false, or 1 or 0.");
  observation.value = *number;
}

std::optional<State> read_state(Fields& fields) {
  const auto state = fields.read<State>("state");
  if (!state) return State::value;
  switch (*state) {
    case State::value:
    case State::pending:
    case State::missing:
    case State::na:
    case State::withheld:
    case State::error:
      return state;
    default:
      break;
  }
  fields.at("state").fail("unknown_state",
                          "A state that can be declared is value, pending, missing, na, withheld or error.");
  return std::nullopt;
}

void read_observation(const json::Reader& at, const json::Value& value, const MeasureDefinition& measure,
                      const std::optional<Scoring>& scoring, std::set<Period>& seen, std::vector<Sighting>& out) {
  Fields fields(at, value);
  Sighting sighting;
  Observation& observation = sighting.observation;
  const auto period = fields.read<std::string>("period", Need::required);
  const auto state = read_state(fields);
  observation.reason = fields.read<std::string>("reason").value_or("");
  observation.numerator = fields.number("numerator");
  observation.denominator = fields.number("denominator");
  observation.weight = fields.number("weight");
  if (const json::Value* given = fields.take("value")) read_value(fields.at("value"), *given, scoring, observation);
  fields.finish();
  if (!period || !state) return;
  const auto parsed = try_parse_period(*period);
  if (!parsed)
    return fields.at("period").fail(
        "bad_period",
        fmt::format("“{:.40}” is not a period. Write 2008, 2008-H1, 2008-Q2, 2008-06, 2008-W24 or 2008-06-30.",
                    *period));
  observation.period = *parsed;
  observation.state = *state;
  if (!seen.insert(*parsed).second)
    return fields.at("period").fail("duplicate", fmt::format("There are two observations for {}.", *period));
  if (parsed->frequency > measure.frequency)
    return fields.at("period").fail(
        "period_too_coarse", fmt::format("{} is longer than the measure's period, a {}: a coarse value is never split.",
                                         *period, name(measure.frequency)));
  const bool has_value = observation.value.index() != 0 || observation.numerator;
  if (*state == State::withheld && has_value)
    sighting.light_only = true;
  else if (*state != State::value && has_value)
    return fields.at("value").fail("value_and_state", "Give a value or a state without one.");
  out.push_back(std::move(sighting));
}

void read_measure(const json::Reader& at, const json::Value& value, Document& document) {
  Fields fields(at, value);
  MeasureDefinition measure;
  measure.path = at.path();
  measure.code = fields.read<std::string>("code", Need::required).value_or("");
  measure.frequency = fields.read<Frequency>("frequency", Need::required).value_or(Frequency::month);
  measure.aggregation = fields.read<Aggregation>("aggregation").value_or(Aggregation::last);
  measure.carry = fields.read<std::int32_t>("carry").value_or(1);
  measure.grace = fields.read<std::int32_t>("grace").value_or(0);
  measure.base = fields.read<std::int32_t>("base");
  measure.natural_min = fields.number("natural_min");
  measure.natural_max = fields.number("natural_max");
  measure.cumulative = fields.read<bool>("cumulative").value_or(false);
  measure.seasonal = fields.read<bool>("seasonal").value_or(false);
  std::optional<int> horizon;
  if (const json::Value* given = fields.take("forecast")) horizon = read_horizon(fields.at("forecast"), *given);
  std::optional<Scoring> scoring;
  if (const json::Value* given = fields.take("scoring")) {
    scoring = read_scoring(fields.at("scoring"), *given);
    measure.scorings.push_back({always, *scoring});
  }
  std::vector<Sighting> sightings;
  if (const json::Value* list = fields.take("observations"); list && !list->array()) {
    fields.at("observations").fail_type("a list", *list);
  } else if (list) {
    std::set<Period> seen;
    const json::Reader here = fields.at("observations");
    for (std::size_t i = 0; i < list->array()->size(); ++i)
      read_observation(here.item(i), (*list->array())[i], measure, scoring, seen, sightings);
  }
  fields.finish();
  document.definition.measures.push_back(std::move(measure));
  document.observations.push_back(std::move(sightings));
  document.horizons.push_back(horizon);
}

void read_parent(const json::Reader& at, const json::Value& value, Document& document) {
  Fields fields(at, value);
  ParentDefinition parent;
  parent.path = at.path();
  parent.code = fields.read<std::string>("code", Need::required).value_or("");
  parent.method = fields.read<Method>("method").value_or(Method::mean);
  parent.k =
      fields.read<std::int32_t>("k", parent.method == Method::k_of_n ? Need::required : Need::optional).value_or(0);
  parent.light = fields.read<Light>("light", parent.method == Method::manual ? Need::required : Need::optional)
                     .value_or(Light::grey);
  parent.reason = fields.read<std::string>("reason").value_or("");
  parent.red_override = fields.read<bool>("red_override").value_or(false);
  if (const json::Value* list = fields.take("children"); list && !list->array()) {
    fields.at("children").fail_type("a list", *list);
  } else if (list) {
    const json::Reader here = fields.at("children");
    for (std::size_t i = 0; i < list->array()->size(); ++i) {
      const json::Reader item = here.item(i);
      Fields edge(item, (*list->array())[i]);
      Child child;
      child.code = edge.read<std::string>("code", Need::required).value_or("");
      child.weight = edge.number("weight").value_or(Decimal::from_integer(1));
      child.mandatory = edge.read<bool>("mandatory").value_or(false);
      edge.finish();
      parent.children.push_back(std::move(child));
    }
  }
  fields.finish();
  document.definition.parents.push_back(std::move(parent));
}

template <class ReadOne>
void read_list(Fields& fields, std::string_view name, Document& document, const ReadOne& read_one,
               Need need = Need::optional) {
  const json::Value* list = fields.take(name, need);
  if (!list) return;
  const json::Reader here = fields.at(name);
  if (!list->array()) return here.fail_type("a list", *list);
  for (std::size_t i = 0; i < list->array()->size(); ++i) read_one(here.item(i), (*list->array())[i], document);
}

Document read_document(std::string_view text) {
  const json::Value value = json::parse(text, {1'000'000, 32});
  std::vector<FieldError> errors;
  const json::Reader root(errors);
  Document document;
  Fields fields(root, value);
  document.as_of = fields.date("as_of", Need::required).value_or(Date());
  if (const json::Value* calendar = fields.take("calendar"))
    read_calendar(fields.at("calendar"), *calendar, document.definition.calendar);
  read_list(fields, "measures", document, read_measure, Need::required);
  read_list(fields, "objectives", document, read_parent);
  read_list(fields, "themes", document, read_parent);
  if (const json::Value* alliance = fields.take("alliance")) read_parent(fields.at("alliance"), *alliance, document);
  read_list(fields, "links", document, [](const json::Reader& at, const json::Value& link, Document& into) {
    if (!into.links) into.links.emplace();
    into.links->push_back(read_link(at, link));
  });
  fields.finish();
  throw_if_any(std::move(errors));
  return document;
}

void put_all(Model& model, const Document& document) {
  std::vector<FieldError> errors;
  for (NodeIndex measure = 0; measure < document.observations.size(); ++measure) {
    // In the order of time, whatever the document's: each one is then put at the end.
    const auto& sightings = document.observations[measure];
    std::vector<std::size_t> order(sightings.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return sightings[a].observation.period < sightings[b].observation.period;
    });
    for (const std::size_t i : order) {
      Sighting sighting = sightings[i];
      Observation& observation = sighting.observation;
      try {
        if (sighting.light_only) {
          // Judged once with its value, then only the light goes in.
          observation.state = State::value;
          model.put(measure, observation);
          const auto period = model.calendar().containing(observation.period, *model.frequency(measure));
          const auto judged = model.history(measure, model.calendar().last_day(period), 1).front().level;
          model.remove(measure, observation.period);
          observation.state = State::withheld;
          observation.value = {};
          observation.numerator = observation.denominator = std::nullopt;
          if (judged.has_score) observation.shared_light = judged.light;
        }
        model.put(measure, observation);
      } catch (const Error& error) {
        const std::string path = fmt::format("{}.observations[{}]", document.definition.measures[measure].path, i);
        for (const FieldError& field : error.fields())
          errors.push_back({path + "." + field.path, field.code, field.message});
        if (error.fields().empty()) errors.push_back({path, error.code(), error.message()});
      }
    }
  }
  throw_if_any(std::move(errors));
}

class Writer {
 public:
  Writer(const Document& document, const Model& model, const Evaluation& evaluation)
      : document_(document), model_(model), evaluation_(evaluation) {}

  std::string run() {
    out_ = "{\"nodes\":[";
    for (NodeIndex node = 0; node < model_.size(); ++node) {
      if (node > 0) out_ += ',';
      write_node(node);
    }
    out_ += ']';
    if (document_.links) raw("links", links_json(model_, *document_.links, document_.as_of));
    return out_ + '}';
  }

 private:
  void key(std::string_view name) {
    if (out_.back() != '{') out_ += ',';
    out_ += '"';
    out_ += name;
    out_ += "\":";
  }
  void text(std::string_view name, std::string_view value) {
    key(name);
    json::write_string(out_, value);
  }
  void raw(std::string_view name, std::string_view value) {
    key(name);
    out_ += value;
  }
  template <class Enum>
  void named(std::string_view name, Enum value) {
    text(name, json::Codec<Enum>::name(value));
  }
  void score(std::string_view name, bool there, Score value) { raw(name, there ? hundred(value).text() : "null"); }

  void value(const Level& level) {
    switch (level.kind) {
      case ValueKind::none:
        return raw("value", "null");
      case ValueKind::number:
        return raw("value", level.value.text());
      case ValueKind::truth:
        return raw("value", level.value.is_zero() ? "false" : "true");
      case ValueKind::text:
        return text("value", model_.text(level));
      case ValueKind::date:
        break;
    }
    text("value", Date{static_cast<std::int32_t>(level.value.units() / Decimal::one_unit)}.text());
  }
  void flags(Flags flags) {
    static constexpr std::array<std::pair<Flag, std::string_view>, 5> names{{{provisional, "provisional"},
                                                                             {estimated, "estimated"},
                                                                             {restated, "restated"},
                                                                             {disputed, "disputed"},
                                                                             {due, "due"}}};
    std::string list;
    for (const auto& [flag, name] : names)
      if (flags & flag) list += fmt::format("{}\"{}\"", list.empty() ? "" : ",", name);
    if (!list.empty()) raw("flags", "[" + list + "]");
  }
  void signal(const Signal& signal) {
    key("signal");
    out_ += '{';
    raw("points", std::to_string(signal.points));
    named("limits", signal.limits);
    const bool there = signal.limits != Limits::none;
    raw("centre", there ? signal.centre.text() : "null");
    raw("low", there ? signal.low.text() : "null");
    raw("high", there ? signal.high.text() : "null");
    named("verdict", signal.verdict);
    std::string rules;
    const auto add = [&](SignalRule rule, std::string_view name) {
      if (signal.rules & rule) rules += fmt::format("{}\"{}\"", rules.empty() ? "" : ",", name);
    };
    add(outside, "outside");
    add(run_of_eight, "run_of_eight");
    add(three_of_four, "three_of_four");
    raw("rules", "[" + rules + "]");
    named("assurance", signal.assurance);
    out_ += '}';
  }
  void write_node(NodeIndex node) {
    const Level& level = evaluation_.levels[node];
    out_ += '{';
    text("code", model_.code(node));
    named("state", level.state);
    value(level);
    score("score", level.has_score, level.score);
    raw("attainment", level.has_attainment ? level.attainment.text() : "null");
    named("light", level.light);
    named("trend", evaluation_.trends[node]);
    if (model_.is_measure(node)) {
      text("period", level.shown.text());
      if (level.from != level.shown) text("value_period", level.from.text());
      if (level.of > 0 && level.have < level.of)
        raw("periods", fmt::format("{{\"have\":{},\"of\":{}}}", level.have, level.of));
      signal(evaluation_.signals[node]);
      if (const auto horizon = document_.horizons[node])
        raw("forecast",
            forecast_json(model_, node, document_.definition.measures[node], document_.as_of, *horizon));
    } else {
      raw("coverage", level.coverage < 0 ? "null" : Decimal::from_units(Int128{level.coverage} * 1'000'000).text());
      score("low", level.has_interval, level.low);
      score("high", level.has_interval, level.high);
      raw("split", level.split ? "true" : "false");
      std::string codes;
      for (const NodeIndex red : model_.masked(evaluation_, node)) {
        if (!codes.empty()) codes += ',';
        json::write_string(codes, model_.code(red));
      }
      raw("masked", "[" + codes + "]");
    }
    if (const auto reason = model_.reason(level); !reason.empty()) text("reason", reason);
    flags(level.flags);
    out_ += '}';
  }

  const Document& document_;
  const Model& model_;
  const Evaluation& evaluation_;
  std::string out_;
};

}  // namespace

std::string evaluate_document(std::string_view json) {
  Document document = read_document(json);
  Model model(document.definition);
  put_all(model, document);
  const Evaluation evaluation = model.evaluate({document.as_of});
  return Writer(document, model, evaluation).run();
}

}  // namespace entente::scorecard
