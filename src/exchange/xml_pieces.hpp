#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::exchange {

/// Cuts elements of some names out of an XML text that comes in parts, so that a long one is never in memory as a whole. Names
/// are compared without their prefix; an element of such a name does not hold another of the same. Throws `bad_input`
/// "bad_workbook" for a DOCTYPE, an entity of one's own, and what does not end; `too_large` for an element beyond `longest`.
class XmlPieces {
 public:
  /// Gets the name without its prefix and the element's text, tags included.
  using Use = std::function<void(std::string_view name, std::string_view element)>;
  XmlPieces(std::vector<std::string_view> names, Use use, std::size_t longest = 4'000'000);

  void add(std::string_view part);
  /// Throws if the text ended in the middle of something.
  void finish() const;

 private:
  std::size_t take(std::size_t at);

  std::vector<std::string_view> names_;
  Use use_;
  std::size_t longest_;
  std::string waiting_;
};

}  // namespace entente::exchange
