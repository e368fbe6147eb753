#include "scorecard/formula/book.hpp"

#include "scorecard/formula/gather.hpp"

namespace entente::scorecard::formula {
namespace {

constexpr std::size_t most_remembered = 100'000;

}  // namespace

Book::Book(std::vector<Formula> formulas, const std::map<std::string, Graph::Codes>& parents, const Calendar& calendar)
    : calendar_(calendar) {
  for (const auto& [code, children] : parents) graph_.set(code, children);
  for (Formula& formula : formulas) {
    std::string code = formula.settings.code;
    graph_.set(code, formula.tree);
    formulas_.insert_or_assign(std::move(code), std::move(formula));
  }
  refuse_circle(graph_);
}

const Formula* Book::find(std::string_view code) const {
  const auto found = formulas_.find(code);
  return found == formulas_.end() ? nullptr : &found->second;
}

Value Reader::ask(std::string_view code, Period period) const {
  const Formula* formula = book_.find(code);
  if (!formula || formula->settings.frequency != period.frequency) return Value::none(State::undefined);
  Steps steps{most_steps_, 0};
  try {
    return own(*formula, Span::of(period), steps);
  } catch (const TooManySteps&) {
    return too_many(steps);
  }
}

std::vector<std::string> Reader::forget(std::span<const std::string> changed) {
  std::vector<std::string> affected = book_.graph().affected_by(changed);
  for (const std::string& code : affected) {
    const auto found = known_.find(code);
    if (found == known_.end()) continue;
    known_count_ -= found->second.size();
    known_.erase(found);
  }
  return affected;
}

/// A formula over periods of its own frequency, worked out once.
Value Reader::own(const Formula& formula, Span span, Steps& steps) const {
  if (const auto of_code = known_.find(formula.settings.code); of_code != known_.end()) {
    if (const auto found = of_code->second.find(span); found != of_code->second.end()) {
      steps.take(found->second.cost);
      return found->second.value;
    }
  }
  const std::uint64_t before = steps.used;
  Value value = work_out(formula, span, *this, book_.calendar(), steps);
  ++worked_out_;
  if (known_count_ >= most_remembered) {
    known_.clear();
    known_count_ = 0;
  }
  ++known_count_;
  known_[formula.settings.code].emplace(span, Known{value, steps.used - before});
  return value;
}

Value Reader::value(std::string_view code, Span span, Nulls nulls, Steps& steps) const {
  const Formula* formula = book_.find(code);
  if (!formula) return stored_.value(code, span, nulls, steps);
  const Frequency frequency = formula->settings.frequency;
  if (frequency > span.first.frequency) return Value::error("A longer period's value is never split.");
  const Calendar& calendar = book_.calendar();
  const Span periods{calendar.first_part(span.first, frequency), calendar.last_part(span.last, frequency)};
  if (formula->has_division || periods.first == periods.last) return own(*formula, periods, steps);
  Gather gather(formula->kind, nulls);
  for (Period period = periods.first; period <= periods.last; period = period.next()) {
    steps.take(1);
    gather.add(own(*formula, Span::of(period), steps));
  }
  return gather.finish(formula->settings.aggregation);
}

Standing Reader::standing(std::string_view code, Period period, const Values&, Steps& steps) const {
  return stored_.standing(code, period, *this, steps);
}

}  // namespace entente::scorecard::formula
