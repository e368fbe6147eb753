// Units of the nodes of a formula.
#include <fmt/format.h>

#include <algorithm>

#include "scorecard/formula/checker.hpp"

namespace entente::scorecard::formula {

/// A plain number, or one in hundredths, is brought to a plain number.
void Checker::make_plain(NodeIndex operand) {
  Note& own = note(operand);
  if (own.adapts || !own.unit.is_number()) return;
  own.shift += own.unit.size();
  own.unit = Unit();
}

void Checker::say_unequal(NodeIndex index, NodeIndex left, NodeIndex right) {
  const Node& node = at(index);
  const Unit &a = note(left).unit, &b = note(right).unit;
  note(index).broken = true;
  if (a.same_names(b))
    return problem(node.mark, "unequal_sizes",
                   fmt::format("{} and {} are of different size: write CONVERT(…, \"{}\") around one of them.",
                               a.text(), b.text(), a.text()));
  std::string message;
  switch (node.kind) {
    case NodeKind::add:
      message = fmt::format("{} and {} cannot be added.", a.text(), b.text());
      break;
    case NodeKind::subtract:
      message = fmt::format("{} cannot be taken from {}.", b.text(), a.text());
      break;
    case NodeKind::call:
      message = fmt::format("{} needs equal units, but gets {} and {}.", node.function->name, a.text(), b.text());
      break;
    default:
      message = fmt::format("{} and {} cannot be compared.", a.text(), b.text());
  }
  problem(node.mark, "unequal_units", std::move(message));
}

/// Operands that are added, compared or chosen from. Written numbers take the unit of the others.
void Checker::check_equal_units(NodeIndex index, std::span<const NodeIndex> operands) {
  Note& own = note(index);
  const auto fixed = std::ranges::find_if(operands, [&](NodeIndex operand) { return !note(operand).adapts; });
  if (fixed == operands.end()) {
    own.adapts = true;
    return;
  }
  bool mixed = false;
  for (const NodeIndex operand : operands) {
    if (note(operand).adapts || note(operand).unit == note(*fixed).unit) continue;
    if (!note(operand).unit.is_number() || !note(*fixed).unit.is_number()) return say_unequal(index, *fixed, operand);
    mixed = true;
  }
  if (mixed)  // plain numbers and hundredths
    for (const NodeIndex operand : operands) make_plain(operand);
  own.unit = note(*fixed).unit;
  if (!own.unit.is_number() || own.unit.is_plain()) return;
  for (const NodeIndex operand : operands) {
    if (!note(operand).adapts || note(operand).zero) continue;
    own.broken = true;
    const std::string written = tree_.source.substr(at(operand).place.offset, at(operand).place.length);
    return problem(at(operand).place, "needs_percent",
                   fmt::format("The other side is in {}: write {}, or 100% for the whole.", own.unit.text(),
                               at(operand).kind == NodeKind::number ? written + "%" : "percent signs"),
                   at(operand).kind == NodeKind::number ? written + "%" : std::string());
  }
}

void Checker::check_product(NodeIndex index) {
  const Node& node = at(index);
  const NodeIndex left = node.children[0], right = node.children[1];
  const bool divides = node.kind == NodeKind::divide;
  Note& own = note(index);
  if (divides && !note(right).constant) has_division_ = true;
  if (note(left).adapts && note(right).adapts) {
    own.adapts = true;
    return;
  }
  if (note(right).adapts || (note(left).adapts && !divides)) {
    own.unit = note(note(right).adapts ? left : right).unit;
    return;
  }
  make_plain(left);
  make_plain(right);
  const auto unit = divides ? note(left).unit.over(note(right).unit) : note(left).unit.times(note(right).unit);
  if (!unit) {
    own.broken = true;
    return problem(node.mark, "unit_too_complex", "The unit of this is too complicated.");
  }
  own.unit = *unit;
  if (own.unit.is_number()) {
    own.shift = own.unit.size();
    own.unit = Unit();
  }
}

void Checker::check_power(NodeIndex index, NodeIndex base, NodeIndex exponent) {
  const Node& node = at(index);
  Note& own = note(index);
  make_plain(base);
  make_plain(exponent);
  const auto whole = literal_integer(tree_, exponent);
  if (!note(base).constant && (!whole || *whole < 0)) has_division_ = true;
  if (!note(exponent).adapts && !note(exponent).unit.is_plain()) {
    own.broken = true;
    return problem(node.mark, "exponent_with_unit",
                   fmt::format("An exponent is a plain number, not {}.", note(exponent).unit.text()));
  }
  if (note(base).adapts || note(base).unit.is_plain()) {
    own.adapts = note(base).adapts && note(exponent).adapts;
    return;
  }
  const auto unit = whole ? note(base).unit.raised(*whole) : std::nullopt;
  if (!unit) {
    own.broken = true;
    return problem(node.mark, "exponent_of_unit",
                   fmt::format("With {}, the exponent is a whole number that is written out.", note(base).unit.text()));
  }
  own.unit = *unit;
}

void Checker::check_function_units(NodeIndex index) {
  const Node& node = at(index);
  Note& own = note(index);
  const NodeIndex first = node.children[0];
  const auto fail = [&](std::string_view code, std::string message) {
    own.broken = true;
    problem(at(first).place, code, std::move(message));
  };
  switch (node.function->units) {
    case UnitRule::keep:
      own.kind = note(first).kind;
      own.unit = note(first).unit;
      own.adapts = note(first).adapts;
      if (own.aggregation == Aggregation::count) own.kind = Kind::number, own.unit = Unit();
      return;
    case UnitRule::equal:
      return check_equal_units(index, node.children);
    case UnitRule::plain:
      return;
    case UnitRule::points:
      own.unit = Unit::named("points");
      return;
    case UnitRule::power:
      return check_power(index, first, node.children[1]);
    case UnitRule::needs_plain:
      make_plain(first);
      own.adapts = note(first).adapts;
      if (!own.adapts && !note(first).unit.is_plain())
        fail("needs_plain",
             fmt::format("{} needs a plain number, not {}.", node.function->name, note(first).unit.text()));
      return;
    case UnitRule::root: {
      make_plain(first);
      own.adapts = note(first).adapts;
      const auto root = note(first).unit.root();
      if (!root) return fail("no_root", fmt::format("There is no square root of {}.", note(first).unit.text()));
      own.unit = *root;
      return;
    }
    case UnitRule::given: {
      const Unit given = *Unit::read(at(node.children[1]).text);
      own.unit = given;
      if (node.function->id == FunctionName::unit) {
        if (!note(first).adapts && !note(first).unit.is_plain())
          fail("has_unit", fmt::format("This already is in {}; CONVERT changes its size.", note(first).unit.text()));
      } else if (note(first).adapts) {
        fail("no_unit", "This has no unit yet; UNIT gives it one.");
      } else if (!note(first).unit.same_names(given)) {
        fail("unequal_units", fmt::format("{} cannot be converted to {}.", note(first).unit.text(), given.text()));
      } else {
        own.shift = note(first).unit.size() - given.size();
      }
      return;
    }
    case UnitRule::text:
    case UnitRule::truth:
      return;
  }
}

}  // namespace entente::scorecard::formula
