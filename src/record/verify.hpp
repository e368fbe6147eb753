#pragma once
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "record/file.hpp"
#include "record/merkle.hpp"

namespace entente::record {

/// What the person who verifies knows from elsewhere.
struct VerifyOptions {
  /// Keys that are trusted. Without any, the first key that the file itself names is, which the report says.
  std::vector<VerifierKey> keys;
  /// Witnesses that must have countersigned.
  std::vector<VerifierKey> witnesses;
  /// Signed heads that were taken away earlier: the history that they cover must still be there, unchanged.
  std::vector<std::string> earlier_heads;
};

enum class FileKind { unknown, receipt, record };

/// In plain words, what was checked and what is wrong.
struct VerifyReport {
  FileKind kind = FileKind::unknown;
  std::string origin;
  std::uint64_t leaves = 0;
  std::uint64_t heads = 0;
  std::vector<std::string> checked;
  std::vector<std::string> notes;  ///< what is right, but to be known: a restore to an earlier state; at most 20
  std::vector<std::string> wrong;  ///< at most 20 sentences

  bool right() const { return wrong.empty(); }
  /// For the command line: several lines, the verdict last.
  std::string text() const;
};

/// Checks a receipt or an exported record without asking anybody: neither network nor database. Memory is bounded by
/// the longest line (1 MB), time is linear. Never throws for wrong input: it is in the report.
VerifyReport verify(std::istream& in, const VerifyOptions& options = {});

/// Throws `bad_input` if the file cannot be opened.
VerifyReport verify_file(const std::string& path, const VerifyOptions& options = {});

}  // namespace entente::record
