#pragma once
#include <optional>
#include <string>
#include <vector>

#include "access/door.hpp"

/// Witnesses: keys of the parties' own, with which they countersign heads of the record, so that nobody is shown another history.
/// Every function takes the viewer, who has to be one who may take the record.
namespace entente::possession {

using access::Changed;
using access::Door;
using access::Viewer;

struct WitnessInput {
  std::string key;               ///< a verifier key: name+number+key
  std::optional<SpaceId> space;  ///< whose heads it signs; the shared one unless given
};
BOOST_DESCRIBE_STRUCT(WitnessInput, (), (key, space))

struct WitnessItem {
  std::string id;
  SpaceId space;
  std::string space_name;
  std::string name;  ///< of the key
  std::string key;
  std::string party;
  bool ours = false;
  Instant made_at;
  std::optional<std::int64_t> signed_size;  ///< of the longest head that it countersigned
  std::optional<Instant> signed_at;
};
BOOST_DESCRIBE_STRUCT(WitnessItem, (), (id, space, space_name, name, key, party, ours, made_at, signed_size, signed_at))

struct WitnessedHead {
  SpaceId space;
  std::string space_name;
  std::int64_t size = 0;
  std::optional<Instant> signed_at;
};
BOOST_DESCRIBE_STRUCT(WitnessedHead, (), (space, space_name, size, signed_at))

struct WitnessList {
  std::vector<WitnessItem> items;
  std::vector<WitnessedHead> heads;  ///< the newest head of each space that the viewer sees
  bool may_change = false;
};
BOOST_DESCRIBE_STRUCT(WitnessList, (), (items, heads, may_change))

WitnessList witnesses(db::Transaction&, const Viewer&, const AllianceId&);
/// The party's alliance manager registers a key. A leaf in the record of the space says so.
Changed add_witness(Door&, db::Transaction&, const Viewer&, const AllianceId&, const WitnessInput&);
/// One of the own party's. What it signed stays.
Changed remove_witness(Door&, db::Transaction&, const Viewer&, const AllianceId&, std::string_view id);

/// A space of the alliance whose record the viewer may take; the shared one unless named. `not_found` otherwise.
SpaceId need_space(const Viewer&, const AllianceId&, const std::optional<SpaceId>&);

struct CosignatureInput {
  std::optional<SpaceId> space;
  std::string head;  ///< the head with the witness's signature, as “entente witness sign” prints it
};
BOOST_DESCRIBE_STRUCT(CosignatureInput, (), (space, head))

/// Takes a witness's signature of a head. Refuses at "head" what no registered witness of the space has signed. It is no act: a leaf would make the log grow with each look at it.
void add_cosignature(Door&, db::Transaction&, const Viewer&, const AllianceId&, const CosignatureInput&);

}  // namespace entente::possession
