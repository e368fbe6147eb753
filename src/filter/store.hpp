#pragma once
#include <vector>

#include "access/door.hpp"
#include "filter/rules.hpp"

/// Saved filters. Every function takes the viewer, and refuses with `not_found` what the viewer does not find or may not do.
namespace entente::filter {

using access::Changed;
using access::Door;

struct SaveInput {
  std::string name;
  std::string address;
};
BOOST_DESCRIBE_STRUCT(SaveInput, (), (name, address))

struct FilterChange {
  std::optional<std::string> name;
  std::optional<std::string> address;
};
BOOST_DESCRIBE_STRUCT(FilterChange, (), (name, address))

struct ShareInput {
  Audience audience = Audience::party;
};
BOOST_DESCRIBE_STRUCT(ShareInput, (), (audience))

struct FilterItem {
  FilterId id;
  std::int64_t version = 0;
  std::string name;
  std::string address;
  Audience audience = Audience::me;
  bool own = false;
  std::string by;  ///< the name of who saved it
  bool may_change = false;
};
BOOST_DESCRIBE_STRUCT(FilterItem, (), (id, version, name, address, audience, own, by, may_change))

struct FilterList {
  std::vector<FilterItem> items;      ///< by name
  std::vector<Audience> may_share;    ///< whom the viewer may show filters to; nobody outside alliances
};
BOOST_DESCRIBE_STRUCT(FilterList, (), (items, may_share))

/// What the viewer finds in an alliance, or, without one, of pages outside alliances.
FilterList filters(db::Transaction&, const Viewer&, const std::optional<AllianceId>&);

/// Keeps an address for the viewer alone. Refuses at "name" one that the viewer has there already.
Changed save(Door&, db::Transaction&, const Viewer&, const std::optional<AllianceId>&, const SaveInput&);
Changed change(Door&, db::Transaction&, const Viewer&, const FilterId&, std::int64_t version, const FilterChange&);
/// Shows it to more people. There is no way back: `conflict` "shared_already".
Changed share(Door&, db::Transaction&, const Viewer&, const FilterId&, std::int64_t version, const ShareInput&);
Changed remove(Door&, db::Transaction&, const Viewer&, const FilterId&, std::int64_t version);
/// Brings a removed one back, as it was.
Changed restore(Door&, db::Transaction&, const Viewer&, const FilterId&);

}  // namespace entente::filter
