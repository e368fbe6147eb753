#include "scorecard/formula/printer.hpp"

#include <fmt/format.h>

#include "scorecard/formula/lexer.hpp"

namespace entente::scorecard::formula {
namespace {

/// How tightly a node holds together; see the grammar in parser.hpp.
enum Level { loose, either, both, turned, compared, summed, multiplied, signed_, raised, tight };

struct Form {
  Level level;
  std::string_view sign;
  Level left, right;  ///< what the operands need at least
};

Form form_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::logical_or:
      return {either, " OR ", either, both};
    case NodeKind::logical_and:
      return {both, " AND ", both, turned};
    case NodeKind::logical_not:
      return {turned, "NOT ", loose, turned};
    case NodeKind::equal:
      return {compared, " = ", summed, summed};
    case NodeKind::not_equal:
      return {compared, " <> ", summed, summed};
    case NodeKind::less:
      return {compared, " < ", summed, summed};
    case NodeKind::less_equal:
      return {compared, " <= ", summed, summed};
    case NodeKind::greater:
      return {compared, " > ", summed, summed};
    case NodeKind::greater_equal:
      return {compared, " >= ", summed, summed};
    case NodeKind::add:
      return {summed, " + ", summed, multiplied};
    case NodeKind::subtract:
      return {summed, " - ", summed, multiplied};
    case NodeKind::multiply:
      return {multiplied, " * ", multiplied, signed_};
    case NodeKind::divide:
      return {multiplied, " / ", multiplied, signed_};
    case NodeKind::negate:
      return {signed_, "-", loose, signed_};
    case NodeKind::power:
      return {raised, "^", tight, signed_};
    default:
      return {tight, "", tight, tight};
  }
}

void write(const Tree& tree, NodeIndex index, Level least, std::string& out) {
  const Node& node = tree.at(index);
  const Form form = form_of(node.kind);
  if (form.level < least) {
    out += '(';
    write(tree, index, loose, out);
    out += ')';
    return;
  }
  switch (node.kind) {
    case NodeKind::number:
      out += node.number.text();
      return;
    case NodeKind::percent:
      out += node.number.text() + "%";
      return;
    case NodeKind::text:
      out += '"';
      for (const char c : node.text) {
        out += c;
        if (c == '"') out += c;
      }
      out += '"';
      return;
    case NodeKind::truth:
      out += node.number.is_zero() ? "FALSE" : "TRUE";
      return;
    case NodeKind::measure:
      out += written_code(node.text);
      return;
    case NodeKind::offset:
      write(tree, node.children[0], tight, out);
      out += node.count == 0 ? "@0" : fmt::format("@-{}", node.count);
      return;
    case NodeKind::call:
      out += node.function->name;
      out += '(';
      for (std::size_t i = 0; i < node.children.size(); ++i) {
        if (i > 0) out += ", ";
        write(tree, node.children[i], loose, out);
      }
      out += ')';
      return;
    case NodeKind::logical_not:
    case NodeKind::negate:
      out += form.sign;
      write(tree, node.children[0], form.right, out);
      return;
    default:
      write(tree, node.children[0], form.left, out);
      out += form.sign;
      write(tree, node.children[1], form.right, out);
  }
}

}  // namespace

std::string print(const Tree& tree) {
  std::string out;
  write(tree, tree.root, loose, out);
  return out;
}

}  // namespace entente::scorecard::formula
