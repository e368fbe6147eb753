#include "scorecard/formula/check.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scorecard/formula/checker.hpp"
#include "scorecard/formula/lexer.hpp"
#include "scorecard/formula/parser.hpp"

namespace entente::scorecard::formula {
namespace {

constexpr std::array<std::pair<std::string_view, Aggregation>, 8> aggregators{{
    {"sum", Aggregation::sum},
    {"mean", Aggregation::mean},
    {"last", Aggregation::last},
    {"first", Aggregation::first},
    {"min", Aggregation::min},
    {"max", Aggregation::max},
    {"median", Aggregation::median},
    {"count", Aggregation::count},
}};
/// Looking for what is near costs time in a large catalogue.
constexpr std::size_t most_problems = 10;
constexpr std::array<std::string_view, 4> lights{"green", "yellow", "red", "grey"};

bool is_comparison(NodeKind kind) {
  return kind >= NodeKind::equal && kind <= NodeKind::greater_equal;
}

}  // namespace

std::string_view kind_words(Kind kind) {
  switch (kind) {
    case Kind::number:
      return "a number";
    case Kind::truth:
      return "true or false";
    case Kind::text:
      return "a text";
    case Kind::date:
      break;
  }
  return "a date";
}

Checker::Checker(Tree tree, Settings settings, const Catalogue& catalogue)
    : tree_(std::move(tree)),
      settings_(std::move(settings)),
      catalogue_(catalogue),
      notes_(tree_.nodes.size()),
      roles_(tree_.nodes.size(), Role::any) {}

void Checker::problem(Place place, std::string_view code, std::string message, std::string suggestion) {
  problems_.push_back(problem_at(tree_.source, place, code, std::move(message), std::move(suggestion)));
}

void Checker::assign_roles() {
  for (const Node& node : tree_.nodes)
    if (node.kind == NodeKind::call)
      for (std::size_t i = 0; i < node.children.size(); ++i) roles_[node.children[i]] = role_of(*node.function, i);
}

Compiled Checker::run() {
  assign_roles();
  for (NodeIndex index = 0; index < tree_.nodes.size() && problems_.size() < most_problems; ++index) check_node(index);
  if (problems_.empty()) check_result();
  if (!problems_.empty()) {
    std::ranges::stable_sort(problems_, {}, [](const Problem& one) { return one.place.offset; });
    return {std::nullopt, std::move(problems_)};
  }
  Formula formula;
  const Note& root = notes_[tree_.root];
  formula.kind = root.kind;
  formula.unit = root.unit;
  formula.settings = std::move(settings_);
  formula.tree = std::move(tree_);
  formula.notes = std::move(notes_);
  formula.has_division = has_division_;
  return {std::move(formula), {}};
}

void Checker::check_node(NodeIndex index) {
  const Node& node = at(index);
  Note& own = note(index);
  const Role role = roles_[index];
  if (role == Role::periods || role == Role::digits || role == Role::aggregator || role == Role::unit_text) {
    own.broken = own.constant = true;  // looked at by the function
    return;
  }
  own.constant = std::ranges::all_of(node.children, [&](NodeIndex child) { return note(child).constant; });
  const bool broken = std::ranges::any_of(
      node.children, [&](NodeIndex child) { return note(child).broken && roles_[child] <= Role::condition; });
  switch (node.kind) {
    case NodeKind::number:
      own.adapts = true;
      own.zero = node.number.is_zero();
      return;
    case NodeKind::percent:
      own.unit = Unit::percent();
      return;
    case NodeKind::text:
      own.kind = Kind::text;
      return;
    case NodeKind::truth:
      own.kind = Kind::truth;
      return;
    case NodeKind::measure:
      return check_measure(index);
    case NodeKind::call:
      return check_call(index);
    default:
      break;
  }
  if (broken) {
    own.broken = true;
    return;
  }
  if (node.kind == NodeKind::offset) {
    const bool constant = own.constant;
    own = note(node.children[0]);
    own.constant = constant;
    own.shift = 0;
    own.zero = false;
    return;
  }
  if (is_comparison(node.kind)) return check_comparison(index);
  if (node.kind == NodeKind::logical_and || node.kind == NodeKind::logical_or || node.kind == NodeKind::logical_not)
    return check_logic(index);
  for (const NodeIndex child : node.children)
    if (!needs(child, Kind::number, node.mark, tree_.source.substr(node.mark.offset, node.mark.length))) {
      own.broken = true;
      return;
    }
  if (node.kind == NodeKind::negate) {
    const Note& child = note(node.children[0]);
    own.unit = child.unit;
    own.adapts = child.adapts;
    own.zero = child.zero;
  } else if (node.kind == NodeKind::add || node.kind == NodeKind::subtract) {
    check_equal_units(index, node.children);
  } else if (node.kind == NodeKind::power) {
    check_power(index, node.children[0], node.children[1]);
  } else {
    check_product(index);
  }
}

bool Checker::needs(NodeIndex index, Kind kind, Place mark, std::string_view who) {
  if (note(index).kind == kind) return true;
  problem(mark, "wrong_kind",
          fmt::format("{} needs {}, but gets {}.", who, kind_words(kind), kind_words(note(index).kind)));
  return false;
}

void Checker::check_measure(NodeIndex index) {
  const Node& node = at(index);
  Note& own = note(index);
  own.constant = false;
  own.broken = true;
  const Role role = roles_[index];
  const MeasureInfo* measure = catalogue_.measure(node.text);
  const bool objective = catalogue_.is_objective(node.text);
  if (!measure && !objective) {
    const std::string near =
        catalogue_.suggestion(node.text, role == Role::node ? Catalogue::Among::all : Catalogue::Among::measures);
    return problem(node.place, "unknown_measure",
                   near.empty() ? fmt::format("There is no measure “{:.40}”.", node.text)
                                : fmt::format("There is no measure “{:.40}”. Did you mean {}?", node.text, near),
                   near);
  }
  if (role == Role::node) return;  // SCORE and STATUS take both, of any period and kind
  if (!measure)
    return problem(node.place, "objective_has_no_value",
                   fmt::format("{} is an objective: it has a score and a light, but no value.", node.text),
                   fmt::format("SCORE({})", written_code(node.text)));
  if (measure->kind == Kind::date)
    return problem(node.place, "date_measure",
                   fmt::format("{} is a date, which cannot be computed with; STATUS and SCORE of it can.", node.text));
  if (measure->frequency > settings_.frequency)
    return problem(node.place, "coarser_measure",
                   fmt::format("{} has one value a {}, but this formula is for each {}: a longer period's value is "
                               "never split.",
                               node.text, entente::name(measure->frequency), entente::name(settings_.frequency)));
  if (measure->frequency < settings_.frequency && measure->aggregation == Aggregation::none)
    return problem(node.place, "no_aggregation",
                   fmt::format("{} has one value a {} and no aggregation over time, so that there is none for a {}.",
                               node.text, entente::name(measure->frequency), entente::name(settings_.frequency)));
  own.broken = false;
  own.kind = measure->kind;
  own.unit = own.input = measure->unit;
  own.frequency = measure->frequency;
}

/// Whether the argument is what the function takes at this place.
bool Checker::check_argument(const Node& call, NodeIndex argument, Role role) {
  const Node& node = at(argument);
  const std::string_view who = call.function->name;
  const auto fail = [&](std::string_view code, std::string message, std::string suggestion = {}) {
    problem(node.place, code, std::move(message), std::move(suggestion));
    return false;
  };
  switch (role) {
    case Role::measure:
    case Role::node:
      if (node.kind != NodeKind::measure)
        return fail("needs_measure", role == Role::measure
                                         ? fmt::format("{} takes the code of a measure: {}(A) / {}(B), not {}(A / B).",
                                                       who, who, who, who)
                                         : fmt::format("{} takes the code of a measure or an objective.", who));
      if (role == Role::measure && !note(argument).broken && call.children.size() < 3 &&
          catalogue_.measure(node.text)->aggregation == Aggregation::none)
        return fail("no_aggregation",
                    fmt::format("{} has no aggregation over time. ROLLING can name one: ROLLING({}, 3, \"mean\").",
                                node.text, written_code(node.text)));
      return role == Role::node || !note(argument).broken;
    case Role::periods: {
      const auto number = literal_integer(tree_, argument);
      return (number && *number >= 1 && *number <= Limits::periods) ||
             fail("bad_periods", fmt::format("{} needs a whole number of periods that is written out, 1 to {}.", who,
                                             Limits::periods));
    }
    case Role::digits: {
      const auto number = literal_integer(tree_, argument);
      return (number && *number >= -18 && *number <= 18) ||
             fail("bad_digits", "ROUND needs a whole number of digits that is written out, −18 to 18.");
    }
    case Role::aggregator: {
      if (node.kind == NodeKind::text &&
          std::ranges::count(aggregators, node.text, &decltype(aggregators)::value_type::first))
        return true;
      std::vector<std::string_view> names;
      for (const auto& [word, aggregation] : aggregators) names.push_back(word);
      const std::string_view near = nearest(node.text, names);
      return fail("bad_aggregator",
                  "Aggregators are \"sum\", \"mean\", \"last\", \"first\", \"min\", \"max\", \"median\" and \"count\".",
                  near.empty() ? std::string() : fmt::format("\"{}\"", near));
    }
    case Role::unit_text:
      return (node.kind == NodeKind::text && Unit::read(node.text)) ||
             fail("bad_unit", fmt::format("{} needs a unit as text, such as \"EUR million\" or \"days\".", who));
    case Role::number:
      return !note(argument).broken && needs(argument, Kind::number, node.place, who);
    case Role::condition:
      return !note(argument).broken && needs(argument, Kind::truth, node.place, who);
    case Role::any:
    case Role::none:
      break;
  }
  return !note(argument).broken;
}

void Checker::check_call(NodeIndex index) {
  const Node& node = at(index);
  Note& own = note(index);
  bool good = true;
  for (std::size_t i = 0; i < node.children.size(); ++i)
    good = check_argument(node, node.children[i], role_of(*node.function, i)) && good;
  if (!good) {
    own.broken = true;
    return;
  }
  switch (node.function->id) {
    case FunctionName::status:
      own.kind = Kind::text;
      return;
    case FunctionName::known:
      own.kind = Kind::truth;
      return;
    case FunctionName::if_:
      return check_branches(index, 1);
    case FunctionName::coalesce:
      return check_branches(index, 0);
    case FunctionName::growth:
      has_division_ = has_division_ || !own.constant;
      break;
    case FunctionName::rolling:
      if (node.children.size() == 3)
        own.aggregation =
            std::ranges::find(aggregators, at(node.children[2]).text, &decltype(aggregators)::value_type::first)
                ->second;
      break;
    default:
      break;
  }
  check_function_units(index);
}

void Checker::check_branches(NodeIndex index, std::size_t first) {
  const Node& node = at(index);
  const auto branches = std::span(node.children).subspan(first);
  Note& own = note(index);
  own.kind = note(branches[0]).kind;
  for (const NodeIndex branch : branches.subspan(1)) {
    if (note(branch).kind == own.kind) continue;
    own.broken = true;
    return problem(at(branch).place, "mixed_kinds",
                   fmt::format("{} gives {} here and {} there.", node.function->name, kind_words(note(branch).kind),
                               kind_words(own.kind)));
  }
  if (own.kind == Kind::number) check_equal_units(index, branches);
}

void Checker::check_logic(NodeIndex index) {
  const Node& node = at(index);
  note(index).kind = Kind::truth;
  for (const NodeIndex child : node.children)
    if (!needs(child, Kind::truth, node.mark, upper(tree_.source.substr(node.mark.offset, node.mark.length))))
      note(index).broken = true;
}

void Checker::check_comparison(NodeIndex index) {
  const Node& node = at(index);
  const NodeIndex left = node.children[0], right = node.children[1];
  const Kind kind = note(left).kind;
  if (kind != note(right).kind) {
    note(index).broken = true;
    return problem(node.mark, "wrong_kind",
                   fmt::format("{} cannot be compared with {}.", kind_words(kind), kind_words(note(right).kind)));
  }
  if (kind != Kind::number && node.kind != NodeKind::equal && node.kind != NodeKind::not_equal) {
    note(index).broken = true;
    return problem(node.mark, "no_order", "Texts and truths are equal or not; neither is greater.");
  }
  if (kind == Kind::number) {
    check_equal_units(index, node.children);
  } else if (kind == Kind::text) {
    for (const auto& [light, text] : {std::pair(left, right), std::pair(right, left)}) {
      if (at(light).kind != NodeKind::call || at(light).function->id != FunctionName::status ||
          at(text).kind != NodeKind::text || std::ranges::count(lights, at(text).text))
        continue;
      const std::string_view near = nearest(at(text).text, lights);
      note(index).broken = true;
      problem(at(text).place, "unknown_light", "STATUS gives \"green\", \"yellow\", \"red\" or \"grey\".",
              near.empty() ? std::string() : fmt::format("\"{}\"", near));
    }
  }
  Note& own = note(index);
  own.kind = Kind::truth;
  own.unit = Unit();
  own.adapts = false;
}

void Checker::check_result() {
  Note& root = note(tree_.root);
  const Place place = at(tree_.root).place;
  if (settings_.kind && *settings_.kind != root.kind)
    return problem(place, "wrong_result",
                   fmt::format("The measure is {}, but the formula gives {}.", kind_words(*settings_.kind),
                               kind_words(root.kind)));
  if (root.kind != Kind::number || !settings_.unit) return;
  if (!root.adapts) {
    if (!root.unit.same_names(*settings_.unit))
      return problem(
          place, "wrong_result_unit",
          fmt::format("The measure is in {}, but the formula gives {}.", settings_.unit->text(), root.unit.text()));
    root.shift += root.unit.size() - settings_.unit->size();
  }
  root.unit = *settings_.unit;
}

Compiled check(Tree tree, Settings settings, const Catalogue& catalogue) {
  return Checker(std::move(tree), std::move(settings), catalogue).run();
}

Compiled compile(std::string_view text, Settings settings, const Catalogue& catalogue) {
  Parsed parsed = parse(text);
  if (!parsed.tree) return {std::nullopt, std::move(parsed.problems)};
  return check(std::move(*parsed.tree), std::move(settings), catalogue);
}

}  // namespace entente::scorecard::formula
