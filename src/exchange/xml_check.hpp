#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// The part of XML that has to be strict before a fast and forgiving parser may have a go at a file from outside.
namespace entente::exchange {

struct XmlLimits {
  std::size_t bytes = 20'000'000;
  unsigned depth = 64;
  std::size_t nodes = 1'000'000;  ///< elements, attributes, comments and instructions together
};

/// Checks that the text is a well-formed XML 1.0 document in UTF-8 (with or without byte order mark) without a DOCTYPE,
/// so that nothing but the five named entities and character references can occur. Throws
/// - `bad_input` "not_well_formed", "not_utf8", "doctype", with the place as the field's path ("line 5, column 23"),
/// - `too_large` beyond the limits.
/// Columns count characters, from 1.
void check_xml(std::string_view text, const XmlLimits& limits = {});

/// Lines of a text by byte offset.
class Lines {
 public:
  explicit Lines(std::string_view text);
  /// From 1.
  std::size_t line_of(std::size_t offset) const;

 private:
  std::vector<std::size_t> ends_;
};

}  // namespace entente::exchange
