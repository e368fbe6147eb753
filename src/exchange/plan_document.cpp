#include "exchange/plan_document.hpp"

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/period.hpp"
#include "exchange/sparse.hpp"
#include "json/json.hpp"

namespace entente::exchange {
namespace {
constexpr json::Limits limits{.bytes = 20'000'000, .depth = 16};
constexpr std::size_t most_errors = 100;

/// Gathers what is wrong, up to a limit that a person can still read.
class Check {
 public:
  explicit Check(std::vector<FieldError>& errors) : errors_(errors) {}

  void fail(std::string path, std::string_view code, std::string message) {
    if (errors_.size() < most_errors) errors_.push_back({std::move(path), std::string(code), std::move(message)});
  }
  void decimal(const std::string& text, std::string_view list, std::size_t index, std::string_view field) {
    FieldError problem;
    if (text.empty() || try_parse_decimal(text, &problem)) return;
    fail(fmt::format("{}[{}].{}", list, index, field), problem.code, problem.message);
  }
  void date(const std::string& text, std::string_view list, std::size_t index, std::string_view field) {
    if (text.empty() || try_parse_date(text)) return;
    fail(fmt::format("{}[{}].{}", list, index, field), "bad_date", fmt::format("“{}” is not a date such as 2008-06-30.", text));
  }
  void once(std::unordered_set<std::string>& seen, std::string identity, std::string_view list, std::size_t index,
            std::string_view what) {
    if (seen.insert(std::move(identity)).second) return;
    fail(fmt::format("{}[{}]", list, index), "given_twice", fmt::format("There is already {}.", what));
  }

 private:
  std::vector<FieldError>& errors_;
};

using Keys = std::unordered_set<std::string_view>;

template <class Item>
Keys keys_of(Check& check, const std::vector<Item>& items, std::string_view list) {
  Keys keys;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string& key = items[i].key;
    if (key.empty()) check.fail(fmt::format("{}[{}].key", list, i), "missing", "A key is missing.");
    else if (!keys.insert(key).second)
      check.fail(fmt::format("{}[{}].key", list, i), "given_twice", fmt::format("The key “{}” is given twice.", key));
  }
  return keys;
}

enum class Empty { allowed, refused };

void refer(Check& check, const Keys& keys, const std::string& key, Empty empty, std::string_view list, std::size_t index,
           std::string_view field) {
  if (key.empty() ? empty == Empty::allowed : keys.contains(key)) return;
  check.fail(fmt::format("{}[{}].{}", list, index, field), "unknown_key",
             key.empty() ? "A key is missing." : fmt::format("Nothing has the key “{}”.", key));
}

void check_measure(Check& check, const Measure& measure, std::size_t i, const Keys& organisations) {
  refer(check, organisations, measure.supplier, Empty::allowed, "measures", i, "supplier");
  refer(check, organisations, measure.private_to, Empty::allowed, "measures", i, "private_to");
  check.decimal(measure.natural_min, "measures", i, "natural_min");
  check.decimal(measure.note_below, "measures", i, "note_below");
  check.decimal(measure.natural_max, "measures", i, "natural_max");
  check.decimal(measure.weight, "measures", i, "weight");
  check.date(measure.starts, "measures", i, "starts");
  check.date(measure.retired, "measures", i, "retired");
  check.date(measure.review, "measures", i, "review");
  check.date(measure.two_keys_from, "measures", i, "two_keys_from");
  if (measure.decimals < 0 || measure.decimals > 9)
    check.fail(fmt::format("measures[{}].decimals", i), "out_of_range", "Decimals are 0 to 9.");
}

void check_targets(Check& check, const Plan& plan, const Keys& measures) {
  std::unordered_set<std::string> seen;
  for (std::size_t i = 0; i < plan.targets.size(); ++i) {
    const Target& target = plan.targets[i];
    refer(check, measures, target.measure, Empty::refused, "targets", i, "measure");
    if (target.effective_from.empty()) check.fail(fmt::format("targets[{}].effective_from", i), "missing", "A date is missing.");
    check.date(target.effective_from, "targets", i, "effective_from");
    check.once(seen, target.measure + '\n' + target.effective_from, "targets", i, "a target of this measure from that day on");
    try {
      if (json::parse(target.scoring.text).object()) continue;
    } catch (const Error&) {
    }
    check.fail(fmt::format("targets[{}].scoring", i), "not_a_scoring", "A scoring is a JSON object.");
  }
}

void check_observations(Check& check, const Plan& plan, const Keys& measures) {
  std::unordered_set<std::string> seen;
  for (std::size_t i = 0; i < plan.observations.size(); ++i) {
    const Observation& row = plan.observations[i];
    refer(check, measures, row.measure, Empty::refused, "observations", i, "measure");
    if (!try_parse_period(row.period))
      check.fail(fmt::format("observations[{}].period", i), "bad_period", fmt::format("“{}” is not a period.", row.period));
    check.once(seen, row.measure + '\n' + row.period + '\n' + std::to_string(static_cast<int>(row.series)), "observations", i,
               "a value for this measure, period and series");
    const bool has_value = !row.value.empty() || !row.numerator.empty();
    if (has_value != (row.state == ObservationState::value))
      check.fail(fmt::format("observations[{}].value", i), "value_and_state", "A value goes with the state “value”, and only with it.");
    check.decimal(row.numerator, "observations", i, "numerator");
    check.decimal(row.denominator, "observations", i, "denominator");
    check.decimal(row.weight, "observations", i, "weight");
  }
}

void check_initiatives(Check& check, const Plan& plan, const Keys& organisations, const Keys& objectives, const Keys& measures) {
  keys_of(check, plan.initiatives, "initiatives");
  for (std::size_t i = 0; i < plan.initiatives.size(); ++i) {
    const Initiative& item = plan.initiatives[i];
    for (const std::string& key : item.objectives) refer(check, objectives, key, Empty::refused, "initiatives", i, "objectives");
    for (const Move& move : item.moves) {
      refer(check, measures, move.measure, Empty::refused, "initiatives", i, "moves");
      check.decimal(move.size, "initiatives", i, "moves");
    }
    for (const Milestone& milestone : item.milestones) {
      check.date(milestone.due, "initiatives", i, "milestones");
      check.date(milestone.done, "initiatives", i, "milestones");
    }
    refer(check, organisations, item.private_to, Empty::allowed, "initiatives", i, "private_to");
    check.date(item.start, "initiatives", i, "start");
    check.date(item.due, "initiatives", i, "due");
    for (auto [text, field] : {std::pair(&item.budget, "budget"), {&item.spent, "spent"}, {&item.progress, "progress"}, {&item.planned, "planned"}})
      check.decimal(*text, "initiatives", i, field);
  }
}
}  // namespace

std::string plan_document(const Plan& plan) {
  std::string out;
  if (plan.warnings.empty()) {
    write_sparse(out, plan, Plan{});
  } else {
    Plan quiet = plan;
    quiet.warnings.clear();
    write_sparse(out, quiet, Plan{});
  }
  return out;
}

Plan read_plan_document(std::string_view json) {
  const json::Value document = json::parse(json, limits);
  std::vector<FieldError> errors;
  Plan plan;
  read_sparse(json::Reader(errors), document, plan);
  throw_if_any(std::move(errors));
  throw_if_any(check(plan));
  plan.warnings.clear();
  put_in_order(plan);
  return plan;
}

std::vector<FieldError> check(const Plan& plan) {
  std::vector<FieldError> errors;
  Check check(errors);
  const PlanCalendar& calendar = plan.alliance.calendar;
  if (calendar.first_month < 1 || calendar.first_month > 12 || calendar.first_day < 1 || calendar.first_day > 31)
    check.fail("alliance.calendar", "out_of_range", "A fiscal year begins in month 1 to 12, on day 1 to 31.");

  const Keys organisations = keys_of(check, plan.organisations, "organisations");
  keys_of(check, plan.values, "values");
  const Keys perspectives = keys_of(check, plan.perspectives, "perspectives");
  const Keys themes = keys_of(check, plan.themes, "themes");
  const Keys objectives = keys_of(check, plan.objectives, "objectives");
  const Keys measures = keys_of(check, plan.measures, "measures");
  keys_of(check, plan.wins, "wins");

  for (std::size_t i = 0; i < plan.themes.size(); ++i) check.decimal(plan.themes[i].weight, "themes", i, "weight");
  for (std::size_t i = 0; i < plan.objectives.size(); ++i) {
    refer(check, perspectives, plan.objectives[i].perspective, Empty::allowed, "objectives", i, "perspective");
    refer(check, themes, plan.objectives[i].theme, Empty::allowed, "objectives", i, "theme");
    check.decimal(plan.objectives[i].weight, "objectives", i, "weight");
  }
  std::unordered_set<std::string> seen;
  for (std::size_t i = 0; i < plan.links.size(); ++i) {
    const Link& link = plan.links[i];
    refer(check, objectives, link.from, Empty::refused, "links", i, "from");
    refer(check, objectives, link.to, Empty::refused, "links", i, "to");
    if (link.from == link.to) check.fail(fmt::format("links[{}]", i), "link_to_itself", "An objective cannot help itself.");
    check.once(seen, link.from + '\n' + link.to, "links", i, "a link between these two objectives");
  }
  for (std::size_t i = 0; i < plan.wins.size(); ++i) {
    refer(check, organisations, plan.wins[i].party, Empty::refused, "wins", i, "party");
    for (const std::string& key : plan.wins[i].objectives) refer(check, objectives, key, Empty::refused, "wins", i, "objectives");
  }
  for (std::size_t i = 0; i < plan.measures.size(); ++i) {
    refer(check, objectives, plan.measures[i].objective, Empty::refused, "measures", i, "objective");
    check_measure(check, plan.measures[i], i, organisations);
  }
  check_targets(check, plan, measures);
  check_observations(check, plan, measures);
  check_initiatives(check, plan, organisations, objectives, measures);
  return errors;
}

}  // namespace entente::exchange
