#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "scorecard/formula/problem.hpp"

namespace entente::scorecard::formula {

enum class TokenKind : std::uint8_t {
  number,     ///< 12, 1.5, 2e6
  text,       ///< "green"; a quotation mark within is doubled
  name,       ///< a bare measure code, function or word: letters, digits, _ and dots between them; begins with a letter
  bracketed,  ///< [any code]; a closing bracket within is doubled
  plus,
  minus,   ///< - or −
  times,   ///< * or ×
  divide,  ///< / or ÷
  power,
  percent,
  at,
  open,
  close,
  comma,
  equal,      ///< = or ==
  not_equal,  ///< <>, != or ≠
  less,
  less_equal,  ///< <= or ≤
  greater,
  greater_equal,  ///< >= or ≥
  unknown,        ///< one character that has no meaning here
  end,
};

struct Token {
  TokenKind kind = TokenKind::end;
  Place place;
  std::string text;    ///< what it says: digits, letters, the inside of quotes or brackets
  bool closed = true;  ///< text and bracketed: whether the closing mark is there
};

/// The words of a formula; the last one is `end`. Takes any bytes and never fails: what has no meaning is `unknown`.
std::vector<Token> lex(std::string_view text);

/// Whether a code can stand in a formula without brackets (the reserved words AND, OR, NOT, TRUE and FALSE cannot).
bool is_bare_name(std::string_view code);
/// A measure code as it is written in a formula: bare, or in brackets.
std::string written_code(std::string_view code);
/// AND, OR, NOT, TRUE or FALSE, in any case.
bool is_reserved_word(std::string_view word);
/// ASCII capitals.
std::string upper(std::string_view word);

}  // namespace entente::scorecard::formula
