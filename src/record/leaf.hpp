#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <boost/describe.hpp>

#include "base/clock.hpp"
#include "base/id.hpp"
#include "record/merkle.hpp"

namespace entente::record {

/// Through what somebody acted.
BOOST_DEFINE_ENUM_CLASS(Channel, web, api, command_line, system)

/// An anonymous act (a survey answer, a confidential concern) leaves neither person nor channel, and the day only.
/// Whether five or more could have acted, so that the organisation may stand there, is for the caller to know.
enum class Naming { named, anonymous };

/// What was acted on.
struct ActObject {
  std::string kind;  ///< "objective"
  std::string id;
  std::int64_t version = 0;  ///< after the act
  std::string label;         ///< what people call it, for sentences; never the name of a person; may be empty
};

/// Many changes that are one act: how many, and the SHA-256 of them all as they were sent.
struct Batch {
  std::uint64_t count = 0;
  Hash digest{};
};

/// One act as the areas report it.
struct Act {
  ActId id;
  std::string kind;  ///< "objective.changed": the noun, a full stop, what happened to it
  Instant at;
  Channel channel = Channel::system;
  PersonId person;          ///< empty: the server itself
  std::string person_name;  ///< as it is shown at the time of the act
  OrganisationId organisation;
  ActObject object;
  std::string before;  ///< JSON, or empty where there was nothing
  std::string after;   ///< JSON, or empty where nothing is left
  std::optional<Batch> batch;
  Naming naming = Naming::named;
};

/// What stands in the record.
struct Leaf {
  SpaceId space;
  std::uint64_t index = 0;
  ActId act;
  std::string kind;
  Instant at;  ///< of an anonymous act the beginning of the day, in UTC
  Naming naming = Naming::named;
  Channel channel = Channel::system;
  std::optional<Hash> person;  ///< the commitment; see `commitment`
  OrganisationId organisation;
  ActObject object;
  std::string before;  ///< canonical JSON, or empty
  std::string after;
  std::optional<Batch> batch;
};

/// JSON with the members of each object sorted by the bytes of their names, without white space, texts escaped as
/// little as possible, numbers as they were written: RFC 8785, but for numbers, which are never turned into binary.
/// A text above `largest_value` bytes becomes {"digest":{"bytes":…,"sha256":"…"}}. Throws `bad_input` if it is not JSON.
std::string canonical(std::string_view json);
inline constexpr std::size_t largest_value = 16 * 1024;

/// What stands for a person: HMAC-SHA-256 with the salt as its key over identifier, newline, name. Without the salt
/// nobody can tell whose it is.
Hash commitment(std::string_view salt, PersonId person, std::string_view name);

/// The leaf's bytes: canonical JSON with the members act, after, at, batch, before, channel, format (1), index, kind,
/// object, organisation, person, space; what is absent is left out.
std::string leaf_bytes(const Leaf& leaf);

/// Throws `bad_input` (code `malformed_leaf`) unless these are the bytes that `leaf_bytes` gives for some leaf.
Leaf parse_leaf(std::string_view bytes);

}  // namespace entente::record
