#include "scorecard/formula/evaluate.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scorecard/formula/arithmetic.hpp"
#include "scorecard/formula/gather.hpp"

namespace entente::scorecard::formula {
namespace {

constexpr std::array typical_days{1, 7, 30, 91, 182, 365};

std::string_view light_text(Light light) {
  switch (light) {
    case Light::green:
      return "green";
    case Light::yellow:
      return "yellow";
    case Light::red:
      return "red";
    case Light::grey:
      break;
  }
  return "grey";
}

class Evaluator {
 public:
  Evaluator(const Formula& formula, const Values& values, const Calendar& calendar, Steps& steps)
      : formula_(formula), values_(values), calendar_(calendar), steps_(steps), nulls_(formula.settings.nulls) {}

  /// The value of a node as its parent sees it.
  Value at(NodeIndex index, Span span) {
    steps_.take(1);
    Value value = own(index, span);
    const Note& note = formula_.notes[index];
    if (note.shift != 0 && value.state == State::value && value.kind == Kind::number)
      value = keep(value, shifted(value.number, note.shift), index);
    return value;
  }

 private:
  const Node& node(NodeIndex index) const { return formula_.tree.at(index); }

  Value keep(const Value& flags_of, const Calculated& result, NodeIndex index) const {
    if (result.problem) return Value::error(result.problem, node(index).place);
    Value value = Value::of(result.number);
    value.flags = flags_of.flags;
    return value;
  }

  Value own(NodeIndex index, Span span) {
    const Node& here = node(index);
    switch (here.kind) {
      case NodeKind::number:
      case NodeKind::percent:
        return Value::of(here.number);
      case NodeKind::text:
        return Value::of_text(here.text);
      case NodeKind::truth:
        return Value::of_truth(!here.number.is_zero());
      case NodeKind::measure:
        return read(index, span);
      case NodeKind::call:
        return call(index, span);
      case NodeKind::offset:
        return at(here.children[0], {span.first - here.count, span.last - here.count});
      case NodeKind::logical_and:
      case NodeKind::logical_or:
        return logical(index, span);
      case NodeKind::negate:
      case NodeKind::logical_not: {
        Value value = at(here.children[0], span);
        if (value.state != State::value) return value;
        if (here.kind == NodeKind::negate)
          value.number = -value.number;
        else
          value.number = Decimal::from_integer(value.number.is_zero() ? 1 : 0);
        return value;
      }
      default:
        return binary(index, span);
    }
  }

  // --- inputs ---

  /// Whether these periods lie where calendars reach.
  static bool within_time(Span span) { return span.first.year() >= 2 && span.last.year() <= 9'997; }

  /// A measure over a span, by its own aggregator.
  Value read(NodeIndex measure, Span span) {
    if (!within_time(span)) return zeroed(Value::none(State::undefined), measure);
    const Note& note = formula_.notes[measure];
    const auto days = calendar_.last_day(span.last) - calendar_.first_day(span.first) + 1;
    steps_.take(static_cast<std::uint64_t>(days / typical_days[static_cast<std::size_t>(note.frequency)]));
    return input(values_.value(node(measure).text, span, nulls_, steps_), measure);
  }

  Value zeroed(Value value, NodeIndex measure) const {
    if (nulls_ == Nulls::zero && is_absent(value.state) && formula_.notes[measure].kind == Kind::number)
      return Value::of(Decimal());
    return value;
  }

  /// An input as the formula takes it.
  Value input(Value value, NodeIndex index) const {
    const Note& note = formula_.notes[index];
    const std::string& code = node(index).text;
    if (value.state == State::error)
      return Value::error(value.reason.empty() ? fmt::format("The value of {} cannot be used.", code)
                                               : fmt::format("{}: {}", code, value.reason),
                          node(index).place);
    if (value.state != State::value) return zeroed(Value::none(graver(value.state, State::na)), index);
    if (value.kind != note.kind)
      return Value::error(fmt::format("The value of {} is of another kind than its measure.", code), node(index).place);
    if (const Unit* unit = std::exchange(value.unit, nullptr);
        unit && value.kind == Kind::number && *unit != note.input) {
      if (!unit->same_names(note.input))
        return Value::error(
            fmt::format("The unit of {} was {} then, and is {}.", code, unit->text(), note.input.text()),
            node(index).place);
      return keep(value, shifted(value.number, unit->size() - note.input.size()), index);
    }
    return value;
  }

  Value rolling(NodeIndex index, Span span) {
    const Node& here = node(index);
    const NodeIndex measure = here.children[0];
    const int count = *literal_integer(formula_.tree, here.children[1]);
    const Note& note = formula_.notes[index];
    if (!note.aggregation) return read(measure, {span.last - (count - 1), span.last});
    Gather gather(formula_.notes[measure].kind, nulls_);
    for (int back = count - 1; back >= 0; --back) {
      steps_.take(1);
      gather.add(read(measure, Span::of(span.last - back)));
    }
    Value value = gather.finish(*note.aggregation);
    if (value.state == State::error) value.place = here.place;
    return value;
  }

  Value year_to_date(NodeIndex measure, Span span) {
    if (!within_time(span)) return zeroed(Value::none(State::undefined), measure);
    const Period year = calendar_.containing(span.last, Frequency::year);
    return read(measure, {calendar_.first_part(year, span.last.frequency), span.last});
  }

  Value judged(NodeIndex index, Span span) {
    const Node& here = node(index);
    if (!within_time(span)) return Value::none(State::undefined);
    steps_.take(1);
    const Standing standing = values_.standing(node(here.children[0]).text, span.last, values_, steps_);
    if (here.function->id == FunctionName::status) {
      if (standing.light) return Value::of_text(std::string(light_text(*standing.light)));
      return standing.state == State::withheld ? Value::none(State::withheld) : Value::of_text("grey");
    }
    if (standing.state == State::withheld) return Value::none(State::withheld);
    if (standing.state == State::error)
      return Value::error(fmt::format("{} has no score, because of an error.", node(here.children[0]).text),
                          here.place);
    if (standing.score) return Value::of(*standing.score);
    return Value::none(standing.state == State::value ? State::unscored : graver(standing.state, State::na));
  }

  // --- operators ---

  /// What keeps the operands from being used; nothing if all have values.
  static std::optional<Value> hindrance(std::span<const Value> operands) {
    const Value* gravest = nullptr;
    for (const Value& operand : operands) {
      if (operand.state == State::value) continue;
      if (!gravest || (graver(gravest->state, operand.state) == operand.state && gravest->state != operand.state))
        gravest = &operand;
    }
    if (!gravest) return std::nullopt;
    return gravest->state == State::error ? *gravest : Value::none(gravest->state);
  }

  Value binary(NodeIndex index, Span span) {
    const Node& here = node(index);
    std::array<Value, 2> operands{at(here.children[0], span), at(here.children[1], span)};
    auto& [left, right] = operands;
    if (const auto stopped = hindrance(operands)) {
      const bool adds = here.kind == NodeKind::add || here.kind == NodeKind::subtract;
      if (nulls_ != Nulls::ignore || !adds || !is_absent(stopped->state)) return *stopped;
      if (left.state == State::value) return provisional(left);
      if (right.state != State::value) return *stopped;
      if (here.kind == NodeKind::subtract) right.number = -right.number;
      return provisional(right);
    }
    left.flags |= right.flags;
    switch (here.kind) {
      case NodeKind::add:
        return keep(left, add(left.number, right.number), index);
      case NodeKind::subtract:
        return keep(left, subtract(left.number, right.number), index);
      case NodeKind::multiply:
        return keep(left, multiply(left.number, right.number), index);
      case NodeKind::divide:
        return keep(left, divide(left.number, right.number), index);
      case NodeKind::power:
        steps_.take(200);
        return keep(left, raise(left.number, right.number), index);
      default:
        break;
    }
    Value truth = Value::of_truth(holds(here.kind, left, right));
    truth.flags = left.flags;
    return truth;
  }

  static Value provisional(Value value) {
    value.flags |= evaluation::provisional;
    return value;
  }

  static bool holds(NodeKind kind, const Value& left, const Value& right) {
    const std::strong_ordering order =
        left.kind == Kind::text ? left.text <=> right.text : left.number <=> right.number;
    switch (kind) {
      case NodeKind::equal:
        return order == 0;
      case NodeKind::not_equal:
        return order != 0;
      case NodeKind::less:
        return order < 0;
      case NodeKind::less_equal:
        return order <= 0;
      case NodeKind::greater:
        return order > 0;
      default:
        return order >= 0;
    }
  }

  Value logical(NodeIndex index, Span span) {
    const Node& here = node(index);
    Value left = at(here.children[0], span);
    if (left.state != State::value) return left;
    const bool decides = left.number.is_zero() == (here.kind == NodeKind::logical_and);
    if (decides) return left;
    Value right = at(here.children[1], span);
    if (right.state == State::value) right.flags |= left.flags;
    return right;
  }

  // --- functions ---

  Value call(NodeIndex index, Span span) {
    const Node& here = node(index);
    switch (here.function->id) {
      case FunctionName::prev: {
        const int count = here.children.size() > 1 ? *literal_integer(formula_.tree, here.children[1]) : 1;
        return at(here.children[0], {span.first - count, span.last - count});
      }
      case FunctionName::sply:
        if (!within_time(span)) return Value::none(State::undefined);
        return at(here.children[0], {span.first.year_before(), span.last.year_before()});
      case FunctionName::ytd:
        return year_to_date(here.children[0], span);
      case FunctionName::rolling:
        return rolling(index, span);
      case FunctionName::growth:
        return growth(index, span);
      case FunctionName::score:
      case FunctionName::status:
        return judged(index, span);
      case FunctionName::if_: {
        const Value condition = at(here.children[0], span);
        if (condition.state != State::value) return condition;
        Value value = at(here.children[condition.number.is_zero() ? 2 : 1], span);
        if (value.state == State::value) value.flags |= condition.flags;
        return value;
      }
      case FunctionName::coalesce:
      case FunctionName::known:
        return first_known(index, span);
      default:
        return calculated(index, span);
    }
  }

  Value growth(NodeIndex index, Span span) {
    const Node& here = node(index);
    const int count = here.children.size() > 1 ? *literal_integer(formula_.tree, here.children[1]) : 1;
    std::array<Value, 2> both{at(here.children[0], span),
                              at(here.children[0], {span.first - count, span.last - count})};
    if (const auto stopped = hindrance(both)) return *stopped;
    both[0].flags |= both[1].flags;
    const Calculated difference = subtract(both[0].number, both[1].number);
    if (difference.problem) return keep(both[0], difference, index);
    const Decimal earlier = both[1].number;
    return keep(both[0], divide(difference.number, earlier.is_negative() ? -earlier : earlier), index);
  }

  Value first_known(NodeIndex index, Span span) {
    const Node& here = node(index);
    const Nulls outer = std::exchange(nulls_, Nulls::propagate);
    State absent = State::na;
    std::optional<Value> found;
    for (const NodeIndex child : here.children) {
      Value value = at(child, span);
      if (is_absent(value.state)) {
        absent = graver(absent, value.state);
        continue;
      }
      found = std::move(value);
      break;
    }
    nulls_ = outer;
    if (here.function->id == FunctionName::known) {
      if (found && found->state != State::value) return *found;
      return Value::of_truth(found.has_value());
    }
    if (found) return *found;
    if (nulls_ == Nulls::zero && formula_.notes[index].kind == Kind::number) return Value::of(Decimal());
    return Value::none(absent);
  }

  Value calculated(NodeIndex index, Span span) {
    const Node& here = node(index);
    std::vector<Value> arguments;
    for (std::size_t i = 0; i < here.children.size(); ++i)
      if (role_of(*here.function, i) == Role::number) arguments.push_back(at(here.children[i], span));
    const FunctionName id = here.function->id;
    const bool list =
        id == FunctionName::sum || id == FunctionName::avg || id == FunctionName::min || id == FunctionName::max;
    if (list) return of_list(index, arguments);
    if (const auto stopped = hindrance(arguments)) return *stopped;
    for (const Value& argument : arguments) arguments[0].flags |= argument.flags;
    const Value& first = arguments[0];
    return keep(first, function_of(here, arguments), index);
  }

  Value of_list(NodeIndex index, std::vector<Value>& arguments) {
    const Node& here = node(index);
    if (const auto stopped = hindrance(arguments)) {
      if (nulls_ != Nulls::ignore || !is_absent(stopped->state)) return *stopped;
      std::erase_if(arguments, [](const Value& argument) { return argument.state != State::value; });
      if (arguments.empty()) return *stopped;
      arguments[0].flags |= evaluation::provisional;
    }
    Value& total = arguments[0];
    for (const Value& argument : std::span(arguments).subspan(1)) {
      total.flags |= argument.flags;
      switch (here.function->id) {
        case FunctionName::min:
          total.number = std::min(total.number, argument.number);
          break;
        case FunctionName::max:
          total.number = std::max(total.number, argument.number);
          break;
        default: {
          const Calculated sum = add(total.number, argument.number);
          if (sum.problem) return keep(total, sum, index);
          total.number = sum.number;
        }
      }
    }
    if (here.function->id != FunctionName::avg) return total;
    return keep(total, divide(total.number, Decimal::from_integer(static_cast<std::int64_t>(arguments.size()))), index);
  }

  Calculated function_of(const Node& here, std::span<const Value> arguments) {
    const Decimal x = arguments[0].number;
    switch (here.function->id) {
      case FunctionName::abs:
        return {x.is_negative() ? -x : x};
      case FunctionName::round:
        return rounded(x, here.children.size() > 1 ? *literal_integer(formula_.tree, here.children[1]) : 0);
      case FunctionName::floor:
        return floored(x);
      case FunctionName::ceil:
        return ceiled(x);
      case FunctionName::sign:
        return {Decimal::from_integer(x.is_zero() ? 0 : x.is_negative() ? -1 : 1)};
      case FunctionName::clamp:
        if (arguments[2].number < arguments[1].number) return {{}, "The low limit of CLAMP is above the high one."};
        return {std::clamp(x, arguments[1].number, arguments[2].number)};
      case FunctionName::sqrt:
        steps_.take(200);
        return square_root(x);
      case FunctionName::ln:
        steps_.take(200);
        return natural_logarithm(x);
      case FunctionName::exp:
        steps_.take(200);
        return exponential(x);
      case FunctionName::power:
        steps_.take(200);
        return raise(x, arguments[1].number);
      default:  // CONVERT, UNIT and NUMBER change the unit only; a new size is the node's shift
        return {x};
    }
  }

  const Formula& formula_;
  const Values& values_;
  const Calendar& calendar_;
  Steps& steps_;
  Nulls nulls_;
};

}  // namespace

Value work_out(const Formula& formula, Span span, const Values& values, const Calendar& calendar, Steps& steps) {
  Value value = Evaluator(formula, values, calendar, steps).at(formula.tree.root, span);
  if (value.state == State::value) value.kind = formula.kind;
  return value;
}

Value too_many(const Steps& steps) {
  return Value::error(fmt::format("The formula takes too many steps: more than {}.", steps.most));
}

Value evaluate(const Formula& formula, Span span, const Values& values, const Calendar& calendar,
               std::uint64_t most_steps) {
  Steps steps{most_steps, 0};
  return evaluate(formula, span, values, calendar, steps);
}

Value evaluate(const Formula& formula, Span span, const Values& values, const Calendar& calendar, Steps& steps) {
  try {
    return work_out(formula, span, values, calendar, steps);
  } catch (const TooManySteps&) {
    return too_many(steps);
  }
}

}  // namespace entente::scorecard::formula
