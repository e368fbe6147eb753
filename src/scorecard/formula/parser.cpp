#include "scorecard/formula/parser.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scorecard/formula/lexer.hpp"

namespace entente::scorecard::formula {
namespace {

struct Stop {
  Problem problem;
};

struct Operator {
  TokenKind token;
  NodeKind node;
};
constexpr std::array comparisons{
    Operator{TokenKind::equal, NodeKind::equal},     Operator{TokenKind::not_equal, NodeKind::not_equal},
    Operator{TokenKind::less, NodeKind::less},       Operator{TokenKind::less_equal, NodeKind::less_equal},
    Operator{TokenKind::greater, NodeKind::greater}, Operator{TokenKind::greater_equal, NodeKind::greater_equal},
};

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text), tokens_(lex(text)) { tree_.source = text; }

  Tree run() {
    if (now().kind == TokenKind::end) fail(now().place, "empty_formula", "Write a formula, such as A1 / B2.");
    tree_.root = any_of();
    if (now().kind != TokenKind::end) fail_here("An operator or the end is expected here");
    return std::move(tree_);
  }

 private:
  struct Nesting {
    explicit Nesting(Parser& parser) : parser_(parser) {
      if (++parser_.nesting_ > Limits::depth)
        parser_.fail(parser_.now().place, "too_deep",
                     fmt::format("A formula is at most {} levels deep.", Limits::depth));
    }
    ~Nesting() { --parser_.nesting_; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;
    Parser& parser_;
  };

  const Token& now() const { return tokens_[at_]; }
  const Token& after() const { return tokens_[std::min(at_ + 1, tokens_.size() - 1)]; }
  Token take() {
    Token token = tokens_[at_];
    if (token.kind != TokenKind::end) ++at_;
    return token;
  }
  bool is_word(std::string_view capitals) const {
    return now().kind == TokenKind::name && upper(now().text) == capitals;
  }

  [[noreturn]] void fail(Place place, std::string_view code, std::string message, std::string suggestion = {}) const {
    throw Stop{problem_at(text_, place, code, std::move(message), std::move(suggestion))};
  }

  /// Says what stands here instead of what is expected.
  [[noreturn]] void fail_here(std::string_view expected) const {
    const Token& token = now();
    const Token* before = at_ > 0 ? &tokens_[at_ - 1] : nullptr;
    switch (token.kind) {
      case TokenKind::end:
        fail(token.place, "unexpected_end", fmt::format("{}, but the formula ends.", expected));
      case TokenKind::comma:
        fail(token.place, "unexpected_comma",
             "A comma only stands between the arguments of a function. Write numbers with a decimal point: 1.5.");
      case TokenKind::close:
        fail(token.place, "unexpected_close",
             open_ == 0 ? "This parenthesis closes nothing." : fmt::format("{}, not a closing parenthesis.", expected));
      case TokenKind::percent:
        fail(token.place, "unexpected_percent", "A percent sign follows a written number: 5%.");
      case TokenKind::unknown:
        fail_unknown(token);
      case TokenKind::name:
        if (before && before->kind == TokenKind::number && before->place.end() == token.place.offset)
          fail(join(before->place, token.place), "code_needs_brackets",
               "A code that begins with a digit stands in brackets.", fmt::format("[{}{}]", before->text, token.text));
        break;
      default:
        break;
    }
    fail(token.place, "unexpected",
         fmt::format("{}, not “{:.40}”.", expected, text_.substr(token.place.offset, token.place.length)));
  }

  [[noreturn]] void fail_unknown(const Token& token) const {
    if (token.text == ";") fail(token.place, "unknown_sign", "Arguments are separated by commas.", ",");
    if (token.text == "“" || token.text == "”" || token.text == "'" || token.text == "‘" || token.text == "’")
      fail(token.place, "unknown_sign", "Texts stand in straight quotation marks.", "\"");
    if (token.text == ".") fail(token.place, "unknown_sign", "A decimal point has digits on both sides: 0.5.");
    if (token.text == "&") fail(token.place, "unknown_sign", "Two conditions are joined by AND.", "AND");
    if (token.text == "|") fail(token.place, "unknown_sign", "Two conditions are joined by OR.", "OR");
    if (token.text == "!") fail(token.place, "unknown_sign", "A condition is turned by NOT.", "NOT ");
    const bool shown = static_cast<unsigned char>(token.text[0]) >= 0x20;
    fail(token.place, "unknown_sign",
         shown ? fmt::format("“{}” has no meaning in a formula. Codes with such signs stand in brackets: [code].",
                             token.text)
               : std::string("There is a sign here that cannot be seen and has no meaning in a formula."));
  }

  NodeIndex add(Node node) {
    int depth = 0;
    for (const NodeIndex child : node.children) depth = std::max(depth, depths_[child]);
    if (++depth > Limits::depth)
      fail(node.place, "too_deep",
           fmt::format("A formula is at most {} levels deep; for long sums there is SUM(…).", Limits::depth));
    if (tree_.nodes.size() >= Limits::nodes)
      fail(node.place, "too_long", fmt::format("A formula has at most {} parts.", Limits::nodes));
    depths_.push_back(depth);
    tree_.nodes.push_back(std::move(node));
    return static_cast<NodeIndex>(tree_.nodes.size() - 1);
  }

  NodeIndex binary(NodeKind kind, NodeIndex left, const Token& sign, NodeIndex right) {
    Node node;
    node.kind = kind;
    node.place = join(tree_.at(left).place, tree_.at(right).place);
    node.mark = sign.place;
    node.children = {left, right};
    return add(std::move(node));
  }
  NodeIndex unary(NodeKind kind, const Token& sign, NodeIndex child) {
    Node node;
    node.kind = kind;
    node.place = join(sign.place, tree_.at(child).place);
    node.mark = sign.place;
    node.children = {child};
    return add(std::move(node));
  }

  NodeIndex any_of() {
    const Nesting nesting(*this);
    NodeIndex left = all_of();
    while (is_word("OR")) {
      const Token sign = take();
      left = binary(NodeKind::logical_or, left, sign, all_of());
    }
    return left;
  }

  NodeIndex all_of() {
    NodeIndex left = negation();
    while (is_word("AND")) {
      const Token sign = take();
      left = binary(NodeKind::logical_and, left, sign, negation());
    }
    return left;
  }

  NodeIndex negation() {
    if (!is_word("NOT")) return comparison();
    const Nesting nesting(*this);
    const Token sign = take();
    return unary(NodeKind::logical_not, sign, negation());
  }

  NodeIndex comparison() {
    const NodeIndex left = sum();
    const auto* found = std::ranges::find(comparisons, now().kind, &Operator::token);
    if (found == comparisons.end()) return left;
    const Token sign = take();
    const NodeIndex both = binary(found->node, left, sign, sum());
    if (std::ranges::find(comparisons, now().kind, &Operator::token) != comparisons.end())
      fail(now().place, "chained_comparison", "Comparisons cannot be chained: write A < B AND B < C.");
    return both;
  }

  NodeIndex sum() {
    NodeIndex left = product();
    while (now().kind == TokenKind::plus || now().kind == TokenKind::minus) {
      const Token sign = take();
      left = binary(sign.kind == TokenKind::plus ? NodeKind::add : NodeKind::subtract, left, sign, product());
    }
    return left;
  }

  NodeIndex product() {
    NodeIndex left = signed_power();
    while (now().kind == TokenKind::times || now().kind == TokenKind::divide) {
      const Token sign = take();
      left = binary(sign.kind == TokenKind::times ? NodeKind::multiply : NodeKind::divide, left, sign, signed_power());
    }
    return left;
  }

  NodeIndex signed_power() {
    if (now().kind != TokenKind::minus) return power();
    const Nesting nesting(*this);
    const Token sign = take();
    return unary(NodeKind::negate, sign, signed_power());
  }

  NodeIndex power() {
    const NodeIndex base = postfix();
    if (now().kind != TokenKind::power) return base;
    const Nesting nesting(*this);
    const Token sign = take();
    return binary(NodeKind::power, base, sign, signed_power());
  }

  NodeIndex postfix() {
    NodeIndex child = primary();
    while (now().kind == TokenKind::at) {
      const Token sign = take();
      const bool back = now().kind == TokenKind::minus;
      if (back) take();
      if (now().kind != TokenKind::number) fail_here("The number of periods is expected after @, such as A1@-3");
      const Token digits = take();
      const auto number = try_parse_decimal(digits.text);
      const Place place = join(sign.place, digits.place);
      if (!number || number->units() % Decimal::one_unit != 0 || *number > Decimal::from_integer(Limits::periods))
        fail(place, "bad_offset", fmt::format("Write a whole number of periods, at most {}.", Limits::periods));
      if (!back && !number->is_zero())
        fail(place, "bad_offset", fmt::format("A formula looks back only: @-{}.", digits.text), "@-" + digits.text);
      Node node;
      node.kind = NodeKind::offset;
      node.place = join(tree_.at(child).place, digits.place);
      node.mark = place;
      node.count = static_cast<int>(number->units() / Decimal::one_unit);
      node.children = {child};
      child = add(std::move(node));
    }
    return child;
  }

  NodeIndex primary() {
    switch (now().kind) {
      case TokenKind::number:
        return number();
      case TokenKind::text:
      case TokenKind::bracketed:
        return enclosed();
      case TokenKind::name:
        return named();
      case TokenKind::open: {
        const Token parenthesis = take();
        ++open_;
        const NodeIndex inside = any_of();
        if (now().kind != TokenKind::close) fail_unclosed(parenthesis);
        take();
        --open_;
        return inside;
      }
      default:
        fail_here("A number, a measure or a function is expected here");
    }
  }

  NodeIndex number() {
    const Token digits = take();
    Node node;
    FieldError problem;
    const auto value = try_parse_decimal(digits.text, &problem);
    if (!value) fail(digits.place, problem.code, problem.message);
    node.number = *value;
    node.place = node.mark = digits.place;
    if (now().kind == TokenKind::percent) {
      node.kind = NodeKind::percent;
      node.place = join(digits.place, take().place);
    }
    return add(std::move(node));
  }

  NodeIndex enclosed() {
    const Token token = take();
    const bool is_text = token.kind == TokenKind::text;
    if (!token.closed)
      fail(token.place, is_text ? "open_text" : "open_bracket",
           is_text ? "The closing quotation mark of this text is missing."
                   : "The closing bracket of this code is missing.");
    if (!is_text && token.text.empty()) fail(token.place, "empty_code", "There is no code within these brackets.");
    Node node;
    node.kind = is_text ? NodeKind::text : NodeKind::measure;
    node.text = token.text;
    node.place = node.mark = token.place;
    return add(std::move(node));
  }

  NodeIndex named() {
    if (after().kind == TokenKind::open && !is_reserved_word(now().text)) return call();
    if (is_word("AND") || is_word("OR") || is_word("NOT"))
      fail_here(fmt::format("A number, a measure or a function is expected here; {} stands between two conditions",
                            upper(now().text)));
    const Token token = take();
    Node node;
    node.place = node.mark = token.place;
    const std::string capitals = upper(token.text);
    if (capitals == "TRUE" || capitals == "FALSE") {
      node.kind = NodeKind::truth;
      node.number = Decimal::from_integer(capitals == "TRUE" ? 1 : 0);
    } else {
      node.kind = NodeKind::measure;
      node.text = token.text;
    }
    return add(std::move(node));
  }

  NodeIndex call() {
    const Token name = take();
    const Token parenthesis = take();
    Node node;
    node.kind = NodeKind::call;
    node.function = find_function(name.text);
    if (!node.function) {
      std::vector<std::string_view> names;
      for (const Function& function : functions()) names.push_back(function.name);
      const std::string near(nearest(name.text, names));
      fail(name.place, "unknown_function",
           near.empty() ? fmt::format("There is no function “{:.40}”.", name.text)
                        : fmt::format("There is no function “{:.40}”. Did you mean {}?", name.text, near),
           near);
    }
    ++open_;
    if (now().kind != TokenKind::close) {
      for (;;) {
        node.children.push_back(any_of());
        if (now().kind == TokenKind::unknown) fail_unknown(now());
        if (now().kind != TokenKind::comma) break;
        take();
      }
    }
    if (now().kind != TokenKind::close) fail_unclosed(parenthesis);
    node.place = join(name.place, take().place);
    node.mark = name.place;
    --open_;
    if (node.children.size() < node.function->least || node.children.size() > node.function->most)
      fail(node.place, "wrong_arguments",
           fmt::format("{} takes {} arguments: {}.", node.function->name, arity_words(*node.function),
                       node.function->signature));
    return add(std::move(node));
  }

  [[noreturn]] void fail_unclosed(const Token& parenthesis) const {
    if (now().kind == TokenKind::end)
      fail(parenthesis.place, "open_parenthesis", "The closing parenthesis for this one is missing.");
    fail_here("An operator, a comma or a closing parenthesis is expected here");
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  int nesting_ = 0;
  int open_ = 0;
  Tree tree_;
  std::vector<int> depths_;
};

}  // namespace

Parsed parse(std::string_view text) {
  if (text.size() > Limits::bytes)
    return {std::nullopt,
            {problem_at(text, {Limits::bytes, 0}, "too_long",
                        fmt::format("A formula has at most {} characters.", Limits::bytes))}};
  try {
    return {Parser(text).run(), {}};
  } catch (Stop& stop) {
    return {std::nullopt, {std::move(stop.problem)}};
  }
}

}  // namespace entente::scorecard::formula
