#pragma once
#include <string>
#include <vector>

#include "access/columns.hpp"
#include "access/door.hpp"

/// Keeping what can be found in step with what is there.
namespace entente::search {

/// A thing as it is found. `words` is made from the rest (search/words.hpp).
struct Entry {
  std::string thing;  ///< its identifier
  std::string kind;   ///< "objective", "measure", "initiative", "service_level", "theme", "comment", "file", "alliance", …
  AllianceId alliance;
  SpaceId space;
  std::string about_kind;  ///< of a comment, file or card: what it is about, or stands on
  std::string about;
  std::string code;
  std::string title;
  std::string body;
};
BOOST_DESCRIBE_STRUCT(Entry, (), (thing, kind, alliance, space, about_kind, about, code, title, body))

/// Writes entries that are not there yet.
void write_entries(db::Transaction&, const std::vector<Entry>& entries);

/// From now on each act brings the index along, in its own transaction.
void watch(access::Door&);

/// What an alliance brought along at once, and the people who take part in it: none of its entries are there yet.
void index_alliance(db::Transaction&, const AllianceId& alliance);

/// Makes the whole index anew where it was made by other rules, or never. Takes about 20 s for a million things.
void make_if_old(access::Door&);

}  // namespace entente::search
