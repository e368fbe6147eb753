#include "scorecard/formula/complete.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "scorecard/formula/lexer.hpp"
#include "scorecard/formula/tree.hpp"

namespace entente::scorecard::formula {
namespace {

struct Call {
  const Function* function;  ///< null for a plain parenthesis
  std::size_t argument;
};

/// The parentheses that are open before a token.
std::vector<Call> open_calls(std::span<const Token> tokens) {
  std::vector<Call> calls;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind == TokenKind::open)
      calls.push_back(
          {i > 0 && tokens[i - 1].kind == TokenKind::name ? find_function(tokens[i - 1].text) : nullptr, 0});
    else if (tokens[i].kind == TokenKind::close && !calls.empty())
      calls.pop_back();
    else if (tokens[i].kind == TokenKind::comma && !calls.empty())
      ++calls.back().argument;
  }
  return calls;
}

bool ends_operand(TokenKind kind) {
  return kind == TokenKind::number || kind == TokenKind::text || kind == TokenKind::name ||
         kind == TokenKind::bracketed || kind == TokenKind::close || kind == TokenKind::percent;
}

class Collector {
 public:
  Collector(std::string_view prefix, std::size_t most) : prefix_(upper(prefix)), most_(most) {}

  void offer(CandidateKind kind, std::string_view key, std::string_view also, Candidate candidate) {
    const std::string capitals = upper(key);
    candidate.kind = kind;
    if (capitals.starts_with(prefix_))
      first_.push_back(std::move(candidate));
    else if (capitals.find(prefix_) != std::string::npos || upper(also).find(prefix_) != std::string::npos)
      then_.push_back(std::move(candidate));
  }

  std::vector<Candidate> finish() {
    first_.insert(first_.end(), std::make_move_iterator(then_.begin()), std::make_move_iterator(then_.end()));
    if (first_.size() > most_) first_.resize(most_);
    return std::move(first_);
  }

 private:
  std::string prefix_;
  std::size_t most_;
  std::vector<Candidate> first_, then_;
};

void offer_texts(Collector& collector, std::span<const std::string_view> texts, std::string_view detail) {
  for (const std::string_view text : texts)
    collector.offer(CandidateKind::text, text, {},
                    {{}, fmt::format("\"{}\"", text), std::string(text), std::string(detail)});
}

void offer_codes(Collector& collector, const Catalogue& catalogue, Role role) {
  for (const auto& [code, measure] : catalogue.measures())
    if (measure.kind != Kind::date || role == Role::node)
      collector.offer(
          CandidateKind::measure, code, measure.name,
          {{},
           written_code(code),
           code,
           measure.kind == Kind::number ? fmt::format("{} ({})", measure.name, measure.unit.text()) : measure.name});
  if (role != Role::node) return;
  for (const auto& [code, name] : catalogue.objectives())
    collector.offer(CandidateKind::objective, code, name, {{}, written_code(code), code, name});
}

constexpr std::array<std::string_view, 8> aggregators{"sum", "mean", "last", "first", "min", "max", "median", "count"};
constexpr std::array<std::string_view, 4> lights{"green", "yellow", "red", "grey"};

/// Whether the tokens end with STATUS(…) and a sign of equality.
bool compares_light(std::span<const Token> tokens) {
  if (tokens.empty() || (tokens.back().kind != TokenKind::equal && tokens.back().kind != TokenKind::not_equal))
    return false;
  const std::size_t close = tokens.size() - 2;
  return tokens.size() >= 5 && tokens[close].kind == TokenKind::close && tokens[close - 2].kind == TokenKind::open &&
         upper(tokens[close - 3].text) == "STATUS";
}

}  // namespace

Completion complete(std::string_view text, std::size_t caret, const Catalogue& catalogue, std::size_t most) {
  text = text.substr(0, Limits::bytes);
  caret = std::min(caret, text.size());
  const std::vector<Token> tokens = lex(text);
  // The token that the caret stands in or right after, if it is one that is being written.
  std::size_t before = 0;
  while (tokens[before].kind != TokenKind::end && tokens[before].place.end() < caret) ++before;
  const Token& here = tokens[before];
  const bool begun = here.place.offset < caret && (here.kind == TokenKind::name || here.kind == TokenKind::bracketed ||
                                                   here.kind == TokenKind::text || here.kind == TokenKind::number);
  // A mark that ends right at the caret counts as before it.
  if (!begun)
    while (tokens[before].kind != TokenKind::end && tokens[before].place.end() <= caret) ++before;
  const std::span<const Token> earlier(tokens.data(), before);

  Completion completion;
  completion.replace = begun ? here.place : Place{static_cast<std::uint32_t>(caret), 0};
  const std::vector<Call> calls = open_calls(earlier);
  for (auto call = calls.rbegin(); call != calls.rend() && !completion.signature; ++call)
    if (call->function) completion.signature = SignatureHelp{call->function, call->argument};
  if (begun && here.kind == TokenKind::number) return completion;

  const Role role =
      !calls.empty() && calls.back().function ? role_of(*calls.back().function, calls.back().argument) : Role::any;
  std::string_view written;
  if (begun) {
    const std::size_t inside = here.kind == TokenKind::name ? 0 : 1;
    written = text.substr(here.place.offset, caret - here.place.offset);
    written.remove_prefix(std::min(inside, written.size()));
  }
  Collector collector(written, most);
  const bool in_text = begun && here.kind == TokenKind::text;
  if (role == Role::aggregator) {
    offer_texts(collector, aggregators, "aggregator");
  } else if (compares_light(earlier)) {
    offer_texts(collector, lights, "light");
  } else if (in_text || role == Role::unit_text || role == Role::periods || role == Role::digits) {
    // nothing to choose from
  } else if (!earlier.empty() && ends_operand(earlier.back().kind) &&
             !(earlier.back().kind == TokenKind::name && is_reserved_word(earlier.back().text))) {
    for (const std::string_view word : {"AND", "OR"})
      collector.offer(CandidateKind::word, word, {},
                      {{}, std::string(word) + " ", std::string(word), "joins two conditions"});
  } else {
    offer_codes(collector, catalogue, role);
    if (role != Role::measure && role != Role::node && !(begun && here.kind == TokenKind::bracketed))
      for (const Function& function : functions())
        collector.offer(
            CandidateKind::function, function.name, {},
            {{}, fmt::format("{}(", function.name), std::string(function.signature), std::string(function.help)});
  }
  completion.candidates = collector.finish();
  return completion;
}

}  // namespace entente::scorecard::formula
