#pragma once
#include <string>
#include <vector>

#include "access/door.hpp"

/// Moving what one organisation keeps to itself into the shared space or that of an agreement: an act with a confirmation that has no
/// way back, and writes a leaf in the record of both spaces.
namespace entente::sharing {

using access::Changed;
using access::Door;
using access::Viewer;

enum class Kind : std::uint8_t { objective, measure, initiative, service_level };
BOOST_DESCRIBE_ENUM(Kind, objective, measure, initiative, service_level)

struct SharingInput {
  Kind kind = Kind::objective;
  std::string id;
  SpaceId space;                    ///< to where: the shared one, or that of an agreement
  std::optional<std::string> seen;  ///< the digest of the preview: somebody has seen just this go along, and who will see it
};
BOOST_DESCRIBE_STRUCT(SharingInput, (), (kind, id, space, seen))

/// One thing that goes along.
struct Going {
  std::string kind;  ///< "objective", "measure", "target", "link", "initiative", "service_level"
  std::string id;
  std::string label;
};
BOOST_DESCRIBE_STRUCT(Going, (), (kind, id, label))

/// Where something can go, and who will see it there.
struct Destination {
  SpaceId space;
  bool shared = false;
  std::string name;
  std::vector<std::string> parties;  ///< names of the others that will see it
};
BOOST_DESCRIBE_STRUCT(Destination, (), (space, shared, name, parties))

struct SharingPreview {
  std::vector<Going> going;   ///< the thing itself first; its values and their whole history go with a measure or service level
  std::int64_t values = 0;    ///< rows of that history
  std::vector<Destination> destinations;
  std::string digest;         ///< of all this and of the versions of what goes along; 64 hexadecimal digits
};
BOOST_DESCRIBE_STRUCT(SharingPreview, (), (going, values, destinations, digest))

/// What would go along, and to where it can go; nothing is changed. `not_found` for what is not the viewer's own side's to share.
SharingPreview preview(db::Transaction&, const Viewer&, const AllianceId&, Kind, const std::string& id);

/// Moves it. Throws `bad_input` at "seen" without a confirmation, `conflict` where something has changed since, `bad_input` at "space" for no such destination, at "code" where the code is
/// taken there, and at the field that points at something that cannot be seen from there.
Changed share(Door&, db::Transaction&, const Viewer&, const AllianceId&, const SharingInput&);

}  // namespace entente::sharing
