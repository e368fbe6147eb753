#include "scorecard/rules.hpp"

#include "base/sane_day.hpp"
#include "base/text.hpp"
#include "scorecard/scoring_json.hpp"

namespace entente::scorecard {
namespace {

const TextRule note_rule{.longest = 20'000, .empty = TextRule::Empty::allowed, .lines = TextRule::Lines::many};
const TextRule short_rule{.longest = 60, .empty = TextRule::Empty::allowed};

void refuse(std::vector<FieldError>& errors, const std::string& path, std::string_view code, std::string message) {
  errors.push_back({path, std::string(code), std::move(message)});
}

/// An impossible scoring is refused where it is entered.
void check_scoring(const json::Raw& scoring, const std::string& path, std::vector<FieldError>& errors) {
  try {
    parse_scoring(scoring.text, path);
  } catch (const Error& error) {
    if (error.fields().empty()) refuse(errors, path, error.code(), error.message());
    errors.insert(errors.end(), error.fields().begin(), error.fields().end());
  }
}

void check_currency(const std::string& currency, std::vector<FieldError>& errors, const std::string& path) {
  bool good = currency.empty() || (currency.size() == 3 && std::all_of(currency.begin(), currency.end(), [](char c) { return c >= 'A' && c <= 'Z'; }));
  if (!good) refuse(errors, path, "bad_currency", "A currency is three capital letters, such as EUR.");
}

void check_share(const std::optional<Decimal>& share, std::vector<FieldError>& errors, const std::string& path) {
  if (share && (share->is_negative() || *share > Decimal::from_integer(1)))
    refuse(errors, path, "out_of_range", "This lies from 0 to 100 %.");
}

}  // namespace

void check(Measure& measure, std::vector<FieldError>& errors, const std::string& path) {
  measure.code = clean_text(measure.code, path + "code", {.longest = 40}, errors);
  measure.name = clean_text(measure.name, path + "name", {.longest = 200}, errors);
  measure.definition = clean_text(measure.definition, path + "definition", note_rule, errors);
  measure.unit = clean_text(measure.unit, path + "unit", short_rule, errors);
  measure.dimension = clean_text(measure.dimension, path + "dimension", short_rule, errors);
  check_currency(measure.currency, errors, path + "currency");
  if (measure.objective.empty()) refuse(errors, path + "objective", "empty", "Please choose an objective.");
  if (measure.decimals < 0 || measure.decimals > 9) refuse(errors, path + "decimals", "out_of_range", "Decimals are 0 to 9.");
  if (measure.carry < 0 || measure.carry > 60) refuse(errors, path + "carry", "out_of_range", "A value can be carried 0 to 60 periods.");
  if (measure.grace < 0 || measure.grace > 366) refuse(errors, path + "grace", "out_of_range", "The grace is 0 to 366 days.");
  if (measure.base && (*measure.base < 6 || *measure.base > 1000))
    refuse(errors, path + "base", "out_of_range", "Limits need 6 points or more.");
  if (measure.natural_min && measure.natural_max && *measure.natural_min >= *measure.natural_max)
    refuse(errors, path + "natural_max", "out_of_order", "The upper bound must lie above the lower one.");
  if (measure.weight.is_negative()) refuse(errors, path + "weight", "negative", "A weight is zero or more.");
  if (measure.mandatory && measure.weight.is_zero())
    refuse(errors, path + "weight", "mandatory_without_weight", "What is mandatory needs a weight above zero.");
  if (measure.note_below && (measure.note_below->is_negative() || *measure.note_below > Decimal::from_integer(100)))
    refuse(errors, path + "note_below", "out_of_range", "A score is 0 to 100.");
  if (measure.starts && measure.retired && *measure.retired <= *measure.starts)
    refuse(errors, path + "retired", "out_of_order", "A measure retires after the day on which it starts.");
}

void check(Target& target, std::vector<FieldError>& errors, const std::string& path) {
  target.reason = clean_text(target.reason, path + "reason", note_rule, errors);
  check_scoring(target.scoring, path + "scoring", errors);
}

void check(Initiative& initiative, std::vector<FieldError>& errors, const std::string& path) {
  initiative.name = clean_text(initiative.name, path + "name", {.longest = 160}, errors);
  initiative.description = clean_text(initiative.description, path + "description", note_rule, errors);
  check_currency(initiative.currency, errors, path + "currency");
  check_share(initiative.progress, errors, path + "progress");
  check_share(initiative.planned, errors, path + "planned");
  check_day(initiative.starts, path + "start", errors);
  check_day(initiative.due, path + "due", errors);
  if (initiative.starts && initiative.due && *initiative.due < *initiative.starts)
    refuse(errors, path + "due", "out_of_order", "The end cannot lie before the start.");
  for (const auto& [amount, name] : {std::pair{&initiative.budget, "budget"}, std::pair{&initiative.cost, "cost"}})
    if (*amount && (*amount)->is_negative()) refuse(errors, path + name, "negative", "An amount is zero or more.");
  if (initiative.milestones.size() > 100) refuse(errors, path + "milestones", "too_many", "100 milestones are the most.");
  if (initiative.moves.size() > 50) refuse(errors, path + "moves", "too_many", "50 measures are the most.");
  for (std::size_t i = 0; i < std::min<std::size_t>(initiative.moves.size(), 50); ++i)
    if (std::int64_t lag = initiative.moves[i].lag_months; lag < 0 || lag > 120)
      refuse(errors, fmt::format("{}moves[{}].lag_months", path, i), "out_of_range", "The time until it works is 0 to 120 months.");
  for (std::size_t i = 0; i < initiative.milestones.size(); ++i)
    initiative.milestones[i].name =
        clean_text(initiative.milestones[i].name, fmt::format("{}milestones[{}].name", path, i), {.longest = 160}, errors);
}

void check(Narrative& narrative, std::vector<FieldError>& errors, const std::string& path) {
  narrative.analysis = clean_text(narrative.analysis, path + "analysis", note_rule, errors);
  narrative.recommendation = clean_text(narrative.recommendation, path + "recommendation", note_rule, errors);
}

void check(LightOverride& light, std::vector<FieldError>& errors, const std::string& path) {
  if (light.starts && light.expires < *light.starts) refuse(errors, path + "expires", "out_of_order", "The end cannot lie before the start.");
  light.reason = clean_text(light.reason, path + "reason", {.longest = 4000, .lines = TextRule::Lines::many}, errors);
}

std::int64_t usual_grace(Frequency frequency) { return frequency >= Frequency::month ? 10 : 2; }

std::string next_measure_code(const std::string& objective_code, const std::vector<std::string>& taken) {
  for (int number = 1;; ++number) {
    std::string code = fmt::format("{}.{}", objective_code, number);
    if (std::find(taken.begin(), taken.end(), code) == taken.end()) return code;
  }
}

ValueKind value_kind(const json::Raw& scoring) {
  json::Value parsed = json::parse(scoring.text);
  const json::Value* type = parsed.find("type");
  const std::string* name = type ? type->string() : nullptr;
  if (!name) return ValueKind::number;
  if (*name == "yesno") return ValueKind::truth;
  if (*name == "texts") return ValueKind::text;
  if (*name == "milestone") return ValueKind::date;
  if (*name == "manual" || *name == "unscored") return ValueKind::none;
  return ValueKind::number;
}

std::optional<std::string> stored_value(const json::Value& value, ValueKind kind, const std::string& path,
                                        std::vector<FieldError>& errors) {
  if (value.is_null()) return std::nullopt;
  const std::string* text = value.string();
  const std::string* number = value.number() ? &value.number()->text : text;
  switch (kind) {
    case ValueKind::truth:
      if (value.boolean()) return *value.boolean() ? "true" : "false";
      if (text && (*text == "true" || *text == "yes" || *text == "1")) return "true";
      if (text && (*text == "false" || *text == "no" || *text == "0")) return "false";
      refuse(errors, path, "not_a_truth_value", "Say yes or no: true or false.");
      return std::nullopt;
    case ValueKind::text:
      if (text) return clean_text(*text, path, {.longest = 200}, errors);
      refuse(errors, path, "not_a_text", "This measure takes one of its texts.");
      return std::nullopt;
    case ValueKind::date:
      if (text && try_parse_date(*text)) return *text;
      refuse(errors, path, "bad_date", "This measure takes a day, such as 2008-06-30.");
      return std::nullopt;
    case ValueKind::none:
      if (text) return clean_text(*text, path, {.longest = 4000, .lines = TextRule::Lines::many}, errors);
      [[fallthrough]];
    case ValueKind::number: {
      FieldError problem{path, "not_a_number", "This is not a number."};
      if (number)
        if (auto decimal = try_parse_decimal(*number, &problem)) return decimal->text();
      problem.path = path;
      errors.push_back(std::move(problem));
      return std::nullopt;
    }
  }
  return std::nullopt;
}

std::optional<Period> entry_period(const std::string& text, Frequency frequency, Series series, const Calendar& calendar, Date today,
                                   const std::string& path, std::vector<FieldError>& errors) {
  auto period = try_parse_period(text);
  if (!period) {
    refuse(errors, path, "bad_period", fmt::format("“{}” is not a period such as 2008-06, 2008-Q2 or 2008.", text));
    return std::nullopt;
  }
  if (period->frequency > frequency) {
    refuse(errors, path, "too_coarse",
           fmt::format("This measure is taken each {}; a {} is too long for it.", name(frequency), name(period->frequency)));
    return std::nullopt;
  }
  if (series == Series::actual && calendar.first_day(*period) > today) {
    refuse(errors, path, "not_begun", fmt::format("{} has not begun yet.", text));
    return std::nullopt;
  }
  return period;
}

}  // namespace entente::scorecard
