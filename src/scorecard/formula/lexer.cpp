#include "scorecard/formula/lexer.hpp"

#include <algorithm>
#include <array>

namespace entente::scorecard::formula {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

struct Sign {
  std::string_view text;
  TokenKind kind;
};
// Longer signs before those that they begin with.
constexpr std::array signs{
    Sign{"<=", TokenKind::less_equal},   Sign{">=", TokenKind::greater_equal}, Sign{"<>", TokenKind::not_equal},
    Sign{"!=", TokenKind::not_equal},    Sign{"==", TokenKind::equal},         Sign{"≤", TokenKind::less_equal},
    Sign{"≥", TokenKind::greater_equal}, Sign{"≠", TokenKind::not_equal},      Sign{"−", TokenKind::minus},
    Sign{"×", TokenKind::times},         Sign{"÷", TokenKind::divide},         Sign{"+", TokenKind::plus},
    Sign{"-", TokenKind::minus},         Sign{"*", TokenKind::times},          Sign{"/", TokenKind::divide},
    Sign{"^", TokenKind::power},         Sign{"%", TokenKind::percent},        Sign{"@", TokenKind::at},
    Sign{"(", TokenKind::open},          Sign{")", TokenKind::close},          Sign{",", TokenKind::comma},
    Sign{"=", TokenKind::equal},         Sign{"<", TokenKind::less},           Sign{">", TokenKind::greater},
};

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::vector<Token> run() {
    std::vector<Token> tokens;
    for (;;) {
      skip_blanks();
      tokens.push_back(next());
      if (tokens.back().kind == TokenKind::end) return tokens;
    }
  }

 private:
  void skip_blanks() {
    for (;;) {
      if (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos)
        ++at_;
      else if (text_.substr(at_).starts_with("\u00A0"))  // pasted from elsewhere
        at_ += 2;
      else
        return;
    }
  }

  Token token(TokenKind kind, std::size_t begin, std::string text) const {
    return {kind, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_ - begin)}, std::move(text), true};
  }
  Token token(TokenKind kind, std::size_t begin) const {
    return token(kind, begin, std::string(text_.substr(begin, at_ - begin)));
  }
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

  Token next() {
    const std::size_t begin = at_;
    if (at_ >= text_.size()) return token(TokenKind::end, begin);
    if (is_digit(peek())) return number(begin);
    if (is_letter(peek())) return name(begin);
    if (peek() == '"') return enclosed(TokenKind::text, '"');
    if (peek() == '[') return enclosed(TokenKind::bracketed, ']');
    for (const Sign& sign : signs) {
      if (!text_.substr(at_).starts_with(sign.text)) continue;
      at_ += sign.text.size();
      return token(sign.kind, begin);
    }
    // One whole character, so that a message can show it.
    for (++at_; at_ < text_.size() && (static_cast<unsigned char>(text_[at_]) & 0xC0) == 0x80 && at_ - begin < 4;)
      ++at_;
    return token(TokenKind::unknown, begin);
  }

  Token number(std::size_t begin) {
    const auto digits = [&] {
      while (is_digit(peek())) ++at_;
    };
    digits();
    if (peek() == '.' && is_digit(peek(1))) {
      ++at_;
      digits();
    }
    if (peek() == 'e' || peek() == 'E') {
      const bool is_signed = peek(1) == '-' || peek(1) == '+';
      if (is_digit(peek(is_signed ? 2 : 1))) {
        at_ += is_signed ? 2 : 1;
        digits();
      }
    }
    return token(TokenKind::number, begin);
  }

  Token name(std::size_t begin) {
    while (is_letter(peek()) || is_digit(peek()) || (peek() == '.' && (is_letter(peek(1)) || is_digit(peek(1))))) ++at_;
    return token(TokenKind::name, begin);
  }

  Token enclosed(TokenKind kind, char closing) {
    const std::size_t begin = at_++;
    std::string inside;
    for (; at_ < text_.size(); ++at_) {
      if (text_[at_] == closing) {
        if (peek(1) != closing) {
          ++at_;
          return token(kind, begin, std::move(inside));
        }
        ++at_;
      }
      inside += text_[at_];
    }
    Token open = token(kind, begin, std::move(inside));
    open.closed = false;
    return open;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<Token> lex(std::string_view text) {
  return Lexer(text).run();
}

std::string upper(std::string_view word) {
  std::string result(word);
  std::ranges::transform(result, result.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return result;
}

bool is_reserved_word(std::string_view word) {
  const std::string capitals = upper(word);
  return capitals == "AND" || capitals == "OR" || capitals == "NOT" || capitals == "TRUE" || capitals == "FALSE";
}

bool is_bare_name(std::string_view code) {
  if (code.empty() || !is_letter(code.front()) || code.back() == '.' || is_reserved_word(code)) return false;
  for (std::size_t i = 0; i < code.size(); ++i)
    if (!is_letter(code[i]) && !is_digit(code[i]) && (code[i] != '.' || code[i - 1] == '.')) return false;
  return true;
}

std::string written_code(std::string_view code) {
  if (is_bare_name(code)) return std::string(code);
  std::string written = "[";
  for (const char c : code) {
    written += c;
    if (c == ']') written += c;
  }
  return written + "]";
}

}  // namespace entente::scorecard::formula
