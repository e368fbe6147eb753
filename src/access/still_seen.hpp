#pragma once
#include <string>
#include <vector>

#include "access/rights.hpp"
#include "db/transaction.hpp"
#include "mail/outbox.hpp"

namespace entente::access {

/// Of the parts of a mail those that the person may see by what is stored now: a confirmed person with one membership that sees
/// every space of the part and has its right.
std::vector<mail::Part> still_seen(db::Transaction& transaction, const PersonId& person, std::vector<mail::Part> parts);

/// The word for an act in a part: "read_map".
std::string_view right_name(Act act);

}  // namespace entente::access
