#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "access/columns.hpp"
#include "access/viewer.hpp"
#include "db/transaction.hpp"
#include "json/json.hpp"

namespace entente::search {

struct HitAlliance {
  AllianceId id;
  std::string slug;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(HitAlliance, (), (id, slug, name))

/// `title` of a comment is its beginning; `note` of a person is the organisation.
struct Hit {
  std::string kind;  ///< "objective", "measure", "initiative", "service_level", "theme", "comment", "file", "alliance", "person",
                     ///< "win", "value", "workshop", "card", "finding", "agreement", "review", "benefit"
  std::string id;
  std::string code;
  std::string title;
  std::string note;
  HitAlliance alliance;
  bool is_private = false;  ///< only the viewer's own organisation finds it
  std::string link;
};
BOOST_DESCRIBE_STRUCT(Hit, (), (kind, id, code, title, note, alliance, is_private, link))

struct Found {
  std::vector<Hit> items;
  bool more = false;
};
BOOST_DESCRIBE_STRUCT(Found, (), (items, more))

/// What the viewer may see that has, for each word of `text`, a word that begins with it; accents and case do not count.
/// Codes come first, then what is called so, then what only says so; `kind` empty: of every kind.
Found find(db::Transaction&, const access::Viewer&, std::string_view text, std::string_view kind, int limit);

}  // namespace entente::search
