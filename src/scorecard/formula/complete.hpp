#pragma once
#include <optional>
#include <string>
#include <vector>

#include "scorecard/formula/catalogue.hpp"
#include "scorecard/formula/functions.hpp"
#include "scorecard/formula/problem.hpp"

namespace entente::scorecard::formula {

enum class CandidateKind : std::uint8_t { function, measure, objective, word, text };
BOOST_DESCRIBE_ENUM(CandidateKind, function, measure, objective, word, text)

struct Candidate {
  CandidateKind kind = CandidateKind::function;
  std::string insert;  ///< what to write in place of what stands there: "ROLLING(", "[CO-1]", "\"green\""
  std::string label;   ///< a function's signature, a measure's code
  std::string detail;  ///< a function's help; a measure's name and unit
};

/// The function within whose parentheses the caret stands.
struct SignatureHelp {
  const Function* function = nullptr;
  std::size_t argument = 0;  ///< from 0
};

struct Completion {
  Place replace;  ///< what a chosen candidate stands in place of; empty, at the caret, where nothing is begun
  std::vector<Candidate> candidates;
  std::optional<SignatureHelp> signature;
};

/// What can stand at the caret (in bytes; clamped to the text): at most `most` candidates, those that begin with what
/// is written first, then those that hold it, measures also by name. Takes any text, finished or not. Nothing after a
/// number or within a text that is no choice.
Completion complete(std::string_view text, std::size_t caret, const Catalogue& catalogue, std::size_t most = 20);

}  // namespace entente::scorecard::formula
