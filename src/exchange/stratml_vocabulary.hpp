#pragma once
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "exchange/plan.hpp"
#include "exchange/xml_check.hpp"

namespace entente::exchange::stratml {

/// The name without its namespace prefix.
std::string_view local(const pugi::xml_node& node);
/// All character data directly in the element, as it stands.
std::string text_of(const pugi::xml_node& element);
/// The first child of that local name.
pugi::xml_node child(const pugi::xml_node& element, std::string_view name);
/// The text of that child; empty without one.
std::string child_text(const pugi::xml_node& element, std::string_view name);

/// What a lenient reader passed over, alike things counted together under the line of the first.
class Notes {
 public:
  explicit Notes(const Lines& lines) : lines_(lines) {}
  void warn(const pugi::xml_node& node, std::string message);
  /// "line 12: …, and 113 more like it"
  std::vector<Warning> warnings() const;
  std::string line(const pugi::xml_node& node) const;

 private:
  struct Note {
    std::string path;
    std::string message;
    std::size_t count = 1;
  };
  const Lines& lines_;
  std::vector<Note> notes_;
};

/// Takes elements of other namespaces out of the document (with a warning), warns of known elements in odd places, and
/// throws `bad_input` "invalid_stratml" with the line of each when the root or other elements are none that any version of
/// StratML (ISO 17469-1, ANSI/AIIM 22) knows.
void check_vocabulary(pugi::xml_node root, Notes& notes);

}  // namespace entente::exchange::stratml
