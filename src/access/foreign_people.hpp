#pragma once
#include <map>
#include <string>
#include <string_view>

#include "base/id.hpp"
#include "db/transaction.hpp"

/// People whom an import brought along under another identifier than they have here.
namespace entente::access {

/// From one identifier to another, both as text.
using IdMap = std::map<std::string, std::string, std::less<>>;

/// The text with each identifier that the map knows replaced; anything else stays byte by byte.
std::string with_ids(std::string text, const IdMap& ids);

/// Whom texts of an alliance mean that are kept as they came. Empty for an alliance that was formed here.
IdMap foreign_people(db::Transaction&, const AllianceId&);

}  // namespace entente::access
