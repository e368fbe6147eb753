#pragma once
#include <pugixml.hpp>
#include <string>
#include <unordered_map>

#include "base/calendar.hpp"
#include "exchange/plan.hpp"
#include "exchange/stratml_vocabulary.hpp"

namespace entente::exchange::stratml {

enum class Origin { foreign, own };

/// What the `entente` instruction says about the elements, so that they can be read.
struct Hints {
  Origin origin = Origin::foreign;
  Calendar calendar;
  /// From identifiers in the file to keys, for items that have a foreign identifier; values by "value:" and their name.
  std::unordered_map<std::string, std::string> keys;
};

/// What the elements alone say, in order (`put_in_order`). Texts of foreign files are tidied, and their codes are what
/// the SequenceIndicators say. Without a Name or a Goal: `bad_input` "invalid_stratml".
Plan read_elements(const pugi::xml_node& root, const Hints& hints, Notes& notes);

/// The fiscal calendar that the dates of the results suggest.
Calendar guess_calendar(const pugi::xml_node& root);

}  // namespace entente::exchange::stratml
