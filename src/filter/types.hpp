#pragma once
#include <optional>
#include <string>

#include "access/viewer.hpp"

/// Filters of the screens that are kept under a name. What is kept is an address: whoever opens it sees what that person's
/// rights show, so that a shared filter tells nothing but its own words.
namespace entente::filter {

using FilterId = Id<struct FilterKind>;

/// Who finds it in the list: the person who saved it, that person's party, or every party of the alliance.
enum class Audience : std::uint8_t { me, party, everybody };
BOOST_DESCRIBE_ENUM(Audience, me, party, everybody)

/// One row of the table saved_filter.
struct Filter {
  FilterId id;
  SpaceId space;  ///< for `me` that of the organisation outside alliances
  std::int64_t version = 0;
  PersonId owner;
  std::optional<AllianceId> alliance;  ///< nothing: of a page outside alliances, which stays one's own
  std::optional<PartyId> party;        ///< the owner's
  std::string name;
  std::string address;  ///< within the alliance ("/map?knock=1"), otherwise the whole ("/alliances?light=red")
  Audience audience = Audience::me;
  Instant made_at;
  std::optional<Instant> removed_at;
};
BOOST_DESCRIBE_STRUCT(Filter, (), (id, space, version, owner, alliance, party, name, address, audience, made_at, removed_at))

/// Most of one person's in one place.
inline constexpr std::size_t most_filters = 200;

}  // namespace entente::filter
