#include "scorecard/formula/tree.hpp"

#include <algorithm>

namespace entente::scorecard::formula {
namespace {

bool same(const Tree& left, NodeIndex l, const Tree& right, NodeIndex r) {
  const Node &a = left.at(l), &b = right.at(r);
  if (a.kind != b.kind || a.number != b.number || a.count != b.count || a.text != b.text || a.function != b.function ||
      a.children.size() != b.children.size())
    return false;
  for (std::size_t i = 0; i < a.children.size(); ++i)
    if (!same(left, a.children[i], right, b.children[i])) return false;
  return true;
}

}  // namespace

bool operator==(const Tree& left, const Tree& right) {
  return same(left, left.root, right, right.root);
}

std::optional<int> literal_integer(const Tree& tree, NodeIndex index) {
  const Node* node = &tree.at(index);
  const bool negative = node->kind == NodeKind::negate;
  if (negative) node = &tree.at(node->children[0]);
  if (node->kind != NodeKind::number || node->number.units() % Decimal::one_unit != 0) return std::nullopt;
  const Int128 whole = node->number.units() / Decimal::one_unit;
  if (whole > 1'000'000) return std::nullopt;
  return negative ? -static_cast<int>(whole) : static_cast<int>(whole);
}

std::vector<Reference> references(const Tree& tree) {
  std::vector<bool> judged(tree.nodes.size());
  for (const Node& node : tree.nodes)
    if (node.kind == NodeKind::call && node.function->roles[0] == Role::node)
      for (const NodeIndex child : node.children) judged[child] = true;
  std::vector<Reference> found;
  for (std::size_t i = 0; i < tree.nodes.size(); ++i)
    if (const Node& node = tree.nodes[i]; node.kind == NodeKind::measure)
      found.push_back({node.text, node.place, judged[i] ? Reference::As::judgement : Reference::As::value});
  std::ranges::sort(found, {}, [](const Reference& reference) { return reference.place.offset; });
  return found;
}

}  // namespace entente::scorecard::formula
