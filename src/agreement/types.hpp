#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "base/clock.hpp"
#include "base/date.hpp"
#include "base/id.hpp"
#include "json/field_types.hpp"

/// Contracts between some of an alliance's parties. Only those parties know that one exists: it lies in a space of its own, in
/// which plan, values and service levels can lie beside it.
namespace entente::agreement {

enum class Kind : std::uint8_t { consulting, development, supply, service, licence, confidentiality, other };
BOOST_DESCRIBE_ENUM(Kind, consulting, development, supply, service, licence, confidentiality, other)

/// `proposed` until every party has consented. What follows `in_force` or `proposed` is the end; what lies in the space stays readable.
enum class State : std::uint8_t {
  proposed,
  in_force,
  declined,   ///< a party said no
  withdrawn,  ///< by the side that proposed it
  ended,
};
BOOST_DESCRIBE_ENUM(State, proposed, in_force, declined, withdrawn, ended)

enum class Verdict : std::uint8_t { agreed, declined };
BOOST_DESCRIBE_ENUM(Verdict, agreed, declined)

/// What is consented to never changes; another text is another agreement.
struct Agreement {
  AgreementId id;
  AllianceId alliance;
  SpaceId space;
  std::int64_t version = 0;
  std::string name;
  Kind kind = Kind::other;
  State state = State::proposed;
  std::string summary;
  std::optional<Date> starts;
  std::optional<Date> ends;
  std::string digest;  ///< SHA-256 of the agreed text (rules.hpp), 64 hexadecimal digits
  Instant made_at;
  PersonId made_by;
  PartyId made_by_party;
  std::optional<Instant> in_force_at;
  std::optional<Instant> closed_at;
  std::optional<PartyId> closed_by_party;
  std::string closing_reason;
};
BOOST_DESCRIBE_STRUCT(Agreement, (),
                      (id, alliance, space, version, name, kind, state, summary, starts, ends, digest, made_at, made_by, made_by_party,
                       in_force_at, closed_at, closed_by_party, closing_reason))

/// A party's place in it. Who must ratify has a word on the charter of the agreement's space.
struct Place {
  PartyId party;
  bool must_ratify = true;
};
BOOST_DESCRIBE_STRUCT(Place, (), (party, must_ratify))

/// A party's word on exactly one digest.
struct Consent {
  AgreementId agreement;
  SpaceId space;
  PartyId party;
  PersonId person;
  Verdict verdict = Verdict::agreed;
  std::string digest;
  std::string reason;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(Consent, (), (agreement, space, party, person, verdict, digest, reason, at))

}  // namespace entente::agreement
