#include "scorecard/formula/parser.hpp"

#include <rapidcheck.h>

#include <functional>

#include "scorecard/formula/lexer.hpp"
#include "scorecard/formula/printer.hpp"
#include "scorecard/formula/world_for_tests.hpp"

using namespace entente;
using namespace entente::scorecard::formula;

namespace {

std::string canonical(std::string_view text) {
  const Parsed parsed = parse(text);
  return parsed.tree ? print(*parsed.tree) : "! " + parsed.problems.at(0).code;
}

Problem problem(std::string_view text) {
  const Parsed parsed = parse(text);
  REQUIRE_MESSAGE(parsed.problems.size() == 1, text);
  CHECK_FALSE(parsed.tree.has_value());
  return parsed.problems[0];
}

/// Any tree that the parser can give, by its shape alone.
NodeIndex grow(Tree& tree, int depth) {
  Node node;
  const int kind = depth > 0 ? *rc::gen::inRange(0, 22) : *rc::gen::inRange(0, 5);
  node.kind = static_cast<NodeKind>(kind);
  const auto child = [&] { node.children.push_back(grow(tree, depth - 1)); };
  switch (node.kind) {
    case NodeKind::number:
    case NodeKind::percent:
      node.number = Decimal::from_units(Int128{*rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000)} * 1'000'000'000);
      break;
    case NodeKind::text:
      node.text = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab \"],é")));
      break;
    case NodeKind::truth:
      node.number = Decimal::from_integer(*rc::gen::inRange(0, 2));
      break;
    case NodeKind::measure:
      node.text = *rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::elementOf(std::string("Aor1.-]_[ "))));
      break;
    case NodeKind::call: {
      const auto all = functions();
      node.function = &all[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(all.size())))];
      const int count = *rc::gen::inRange<int>(node.function->least, std::min<int>(node.function->most, 4) + 1);
      for (int i = 0; i < count; ++i) child();
      break;
    }
    case NodeKind::offset:
      node.count = *rc::gen::inRange(0, Limits::periods + 1);
      child();
      break;
    case NodeKind::negate:
    case NodeKind::logical_not:
      child();
      break;
    default:
      child();
      child();
  }
  tree.nodes.push_back(std::move(node));
  return static_cast<NodeIndex>(tree.nodes.size() - 1);
}

}  // namespace

TEST_CASE("formulas are read by the usual precedence") {
  CHECK(canonical("1+2*3") == "1 + 2 * 3");
  CHECK(canonical("(1+2)*3") == "(1 + 2) * 3");
  CHECK(canonical("a-(b-c)-(d)") == "a - (b - c) - d");
  CHECK(canonical("a-(b+c)") == "a - (b + c)");
  CHECK(canonical("(a*b)/(c*d)") == "a * b / (c * d)");
  CHECK(canonical("-2^2") == "-2^2");
  CHECK(canonical("(-2)^2") == "(-2)^2");
  CHECK(canonical("2^-3^2") == "2^-3^2");
  CHECK(canonical("(2^3)^2") == "(2^3)^2");
  CHECK(canonical("--a") == "--a");
  CHECK(canonical("not a<b and c or d") == "NOT a < b AND c OR d");
  CHECK(canonical("a and (b or c)") == "a AND (b OR c)");
  CHECK(canonical("(a = b) = c") == "(a = b) = c");
  CHECK(canonical("if(status([CO-1])=\"red\",0,prev(LA4.4 , 3))") == "IF(STATUS([CO-1]) = \"red\", 0, PREV(LA4.4, 3))");
  CHECK(canonical("a@-3 − b × c ÷ 2 ≠ 5%") == "a@-3 - b * c / 2 <> 5%");
  CHECK(canonical("(a+b)@-1@0") == "(a + b)@-1@0");
  CHECK(canonical("1.50 + 2e3 + 007 + 0.000000001") == "1.5 + 2000 + 7 + 0.000000001");
  CHECK(canonical("-0") == "-0");
  CHECK(canonical("[AND] + [a b] + [x]]y] + SUM + sum(SUM)") == "[AND] + [a b] + [x]]y] + SUM + SUM(SUM)");
  CHECK(canonical("\"say \"\"yes\"\"\" = S") == "\"say \"\"yes\"\"\" = S");
  CHECK(canonical("a\n\t+\u00A0b") == "a + b");
}

TEST_CASE("what cannot be read is refused at its place, in words") {
  const auto at = [](std::string_view text, std::string_view code, std::uint32_t offset, std::uint32_t length) {
    const Problem found = problem(text);
    CHECK_MESSAGE(found.code == code, text);
    CHECK_MESSAGE(found.place.offset == offset, text);
    CHECK_MESSAGE(found.place.length == length, text);
    CHECK(found.message.size() > 10);
  };
  at("", "empty_formula", 0, 0);
  at("  ", "empty_formula", 2, 0);
  at("A +", "unexpected_end", 3, 0);
  at("A + * B", "unexpected", 4, 1);
  at("A B", "unexpected", 2, 1);
  at("1,5", "unexpected_comma", 1, 1);
  at("(A + B", "open_parenthesis", 0, 1);
  at("SUM(A, B", "open_parenthesis", 3, 1);
  at("A)", "unexpected_close", 1, 1);
  at("SUM()", "wrong_arguments", 0, 5);
  at("PREV(A, 1, 2)", "wrong_arguments", 0, 13);
  at("1A + 2", "code_needs_brackets", 0, 2);
  at("A < B < C", "chained_comparison", 6, 1);
  at("[A", "open_bracket", 0, 2);
  at("[]", "empty_code", 0, 2);
  at("\"red", "open_text", 0, 4);
  at("A@3", "bad_offset", 1, 2);
  at("A@-1.5", "bad_offset", 1, 5);
  at("A@-1001", "bad_offset", 1, 6);
  at("A@B", "unexpected", 2, 1);
  at("A%", "unexpected_percent", 1, 1);
  at("A AND AND B", "unexpected", 6, 3);
  at("1e308 + A", "number_too_large", 0, 5);
  at("0.0000000001", "too_many_decimals", 0, 12);
  at("1234567890123456789", "too_many_digits", 0, 19);
  at(".5", "unknown_sign", 0, 1);
  at("A + é", "unknown_sign", 4, 2);
  at("A + \x01", "unknown_sign", 4, 1);
  CHECK(problem("SUM(A; B)").suggestion == ",");
  CHECK(problem("2B").suggestion == "[2B]");
  const Problem unknown = problem("ROLING(A, 3)");
  CHECK(unknown.code == "unknown_function");
  CHECK(unknown.suggestion == "ROLLING");
  CHECK(unknown.message.find("Did you mean ROLLING?") != std::string::npos);
  CHECK(problem("XYZZYX(A)").suggestion.empty());
  const Problem second_line = problem("A +\n é\n + ?");
  CHECK(second_line.line == 2);
  CHECK(second_line.column == 2);
  CHECK(problem("\"é\" = ?").column == 7);  // characters, not bytes
}

TEST_CASE("a formula is bounded in length, parts and depth") {
  CHECK(problem(std::string(5'000, ' ') + "1").code == "too_long");
  CHECK(parse(std::string(3'999, ' ') + "1").tree.has_value());
  CHECK(problem(std::string(3'000, '(')).code == "too_deep");
  CHECK(problem(std::string(3'000, '-') + "1").code == "too_deep");
  CHECK(canonical(std::string(90, '(') + "1" + std::string(90, ')')) == "1");
  std::string chain = "1";
  for (int i = 0; i < 98; ++i) chain += "+1";
  CHECK(parse(chain).tree.has_value());
  CHECK(problem(chain + "+1+1").code == "too_deep");
  std::string wide = "SUM(1";
  for (int i = 0; i < 99; ++i) wide += ",1*1*1*1*1*1*1*1";
  CHECK(problem(wide + ")").code == "too_long");
  std::string nots;
  for (int i = 0; i < 900; ++i) nots += "NOT ";
  CHECK(problem(nots + "T").code == "too_deep");
}

TEST_CASE("what is printed reads back as the same tree") {
  CHECK(rc::check("parse(print(t)) == t", [] {
    Tree tree;
    tree.root = grow(tree, *rc::gen::inRange(0, 5));
    RC_PRE(tree.nodes.size() <= 150U);
    const std::string text = print(tree);
    const Parsed parsed = parse(text);
    RC_LOG() << text << "\n";
    RC_ASSERT(parsed.tree.has_value());
    RC_ASSERT(*parsed.tree == tree);
    RC_ASSERT(print(*parsed.tree) == text);
    for (std::size_t i = 0; i < parsed.tree->nodes.size(); ++i)
      for (const NodeIndex child : parsed.tree->nodes[i].children) {
        RC_ASSERT(child < i);
        RC_ASSERT(parsed.tree->at(child).place.offset >= parsed.tree->nodes[i].place.offset);
        RC_ASSERT(parsed.tree->at(child).place.end() <= parsed.tree->nodes[i].place.end());
      }
  }));
  // The comparison of trees tells them apart.
  CHECK_FALSE(*parse("a - (b - c)").tree == *parse("a - b - c").tree);
  CHECK_FALSE(*parse("a@-1").tree == *parse("a@-2").tree);
}

TEST_CASE("offsets of browsers, and what is near") {
  const std::string_view text = "é€😀x";  // 2, 3, 4, 1 bytes; 1, 1, 2, 1 units
  CHECK(utf16_offset(text, 0) == 0);
  CHECK(utf16_offset(text, 2) == 1);
  CHECK(utf16_offset(text, 5) == 2);
  CHECK(utf16_offset(text, 7) == 2);  // within the third
  CHECK(utf16_offset(text, 9) == 4);
  CHECK(utf16_offset(text, 99) == 5);
  CHECK(byte_offset(text, 0) == 0);
  CHECK(byte_offset(text, 2) == 5);
  CHECK(byte_offset(text, 3) == 5);
  CHECK(byte_offset(text, 4) == 9);
  CHECK(byte_offset(text, 99) == 10);
  constexpr std::array<std::string_view, 3> words{"COALESCE", "CEIL", "CLAMP"};
  CHECK(nearest("coalesec", words) == "COALESCE");
  CHECK(nearest("CIEL", words) == "CEIL");
  CHECK(nearest("QUERY", words).empty());
  CHECK(nearest("", words).empty());
}

TEST_CASE("nearness agrees with a plain search") {
  // By the definition, without a table: optimal string alignment.
  const std::function<int(std::string_view, std::string_view)> apart = [&](std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) return static_cast<int>(a.size() + b.size());
    int least = std::min({apart(a.substr(1), b) + 1, apart(a, b.substr(1)) + 1,
                          apart(a.substr(1), b.substr(1)) + (a[0] == b[0] ? 0 : 1)});
    if (a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0])
      least = std::min(least, apart(a.substr(2), b.substr(2)) + 1);
    return least;
  };
  int near = 0;
  CHECK(rc::check("as by definition", [&] {
    const auto letters =
        rc::gen::container<std::string>(*rc::gen::inRange<std::size_t>(1, 8), rc::gen::inRange('a', 'd'));
    const std::string word = *letters, other = *rc::gen::container<std::string>(*rc::gen::inRange<std::size_t>(1, 8),
                                                                                rc::gen::inRange('a', 'd'));
    const std::array<std::string_view, 1> candidates{other};
    const bool expected = apart(word, other) <= std::clamp(static_cast<int>(word.size()) / 3, 1, 3);
    near += expected;
    RC_ASSERT(nearest(word, candidates).empty() != expected);
  }));
  CHECK(near > 0);
}

TEST_CASE("references are found with what is asked of them") {
  const auto found = references(*parse("STATUS(O1) = \"red\" OR A / SCORE([B c]) > A").tree);
  REQUIRE(found.size() == 4);
  CHECK(found[0].code == "O1");
  CHECK(found[0].as == Reference::As::judgement);
  CHECK(found[1].code == "A");
  CHECK(found[1].as == Reference::As::value);
  CHECK(found[2].code == "B c");
  CHECK(found[2].as == Reference::As::judgement);
  CHECK(found[3].place.offset == 41);
}
