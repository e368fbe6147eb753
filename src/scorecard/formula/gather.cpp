#include "scorecard/formula/gather.hpp"

namespace entente::scorecard::formula {
namespace {

using evaluation::Part;
using evaluation::ValueKind;

int gravity(State state) {
  switch (state) {
    case State::withheld:
      return 8;
    case State::error:
      return 7;
    case State::missing:
    case State::stale:
      return 6;
    case State::pending:
      return 5;
    case State::unknown:
      return 4;
    case State::undefined:
      return 3;
    case State::unscored:
      return 2;
    case State::na:
      return 1;
    case State::value:
      break;
  }
  return 0;
}

}  // namespace

State graver(State left, State right) {
  const State state = gravity(right) > gravity(left) ? right : left;
  return state == State::stale ? State::missing : state;
}

void Gather::add(const Value& value) {
  Part part;
  part.state = value.state;
  part.flags = value.flags;
  part.value.number = value.number;
  part.value.kind = value.kind == Kind::number  ? ValueKind::number
                    : value.kind == Kind::truth ? ValueKind::truth
                                                : ValueKind::text;
  part.value.text = value.text;
  add(part, value.reason);
}

void Gather::add(Part part, std::string_view reason) {
  if (part.state == State::error && !error_) error_ = std::string(reason);
  if (is_absent(part.state)) {
    absent_ = graver(absent_, part.state);
    if (nulls_ == Nulls::zero && kind_ == Kind::number) {
      part = Part{};
      part.value.kind = ValueKind::number;
    } else if (nulls_ == Nulls::ignore) {
      incomplete_ = true;
      return;
    } else if (part.state != State::na) {
      ++covered_;
      return;
    }
  }
  ++covered_;
  if (part.state == State::value && part.value.kind == ValueKind::text) {
    // The text is kept by position: views would not outlive the caller's value.
    part.value.number = Decimal::from_integer(static_cast<std::int64_t>(texts_.size()));
    texts_.emplace_back(part.value.text);
    part.value.text = {};
  }
  parts_.push_back(part);
}

Value Gather::finish(Aggregation aggregation) {
  if (covered_ == 0) return Value::none(absent_);
  for (const Part& part : parts_)
    if (part.state == State::withheld) return Value::none(State::withheld);
  if (error_) return Value::error(error_->empty() ? "A value of this period cannot be used." : *error_);
  const evaluation::Aggregated all = evaluation::aggregate(aggregation, parts_, covered_);
  if (all.state == State::error) return Value::error(all.problem ? all.problem : "These values cannot be aggregated.");
  if (all.state != State::value)
    return Value::none(all.state == State::missing ? graver(absent_, State::na) : all.state);
  Value value;
  value.state = State::value;
  value.flags =
      all.flags & (evaluation::provisional | evaluation::estimated | evaluation::restated | evaluation::disputed);
  if (incomplete_) value.flags |= evaluation::provisional;
  switch (all.value.kind) {
    case ValueKind::text:
      value.kind = Kind::text;
      value.text = texts_[static_cast<std::size_t>(all.value.number.units() / Decimal::one_unit)];
      break;
    case ValueKind::truth:
      value.kind = Kind::truth;
      value.number = all.value.number;
      break;
    default:
      value.number = all.value.number;
  }
  return value;
}

}  // namespace entente::scorecard::formula
