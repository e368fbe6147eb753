#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "access/columns.hpp"
#include "base/clock.hpp"
#include "base/id.hpp"
#include "json/json.hpp"

/// What the alliance is worth: what the leaders of each side hoped for, benefits that were realised, and what it costs. Each
/// struct is one row of the table of its name.
namespace entente::value {

using HopeId = Id<struct HopeKind>;
using HopeWordId = Id<struct HopeWordKind>;
using BenefitId = Id<struct BenefitKindTag>;
using BenefitWordId = Id<struct BenefitWordKind>;
using CostId = Id<struct CostKind>;

/// An expected synergy: what the leaders of one side hoped for when they signed.
struct Hope {
  HopeId id;
  AllianceId alliance;
  SpaceId space;
  std::int64_t version = 0;
  PartyId party;
  std::string text;
  std::string leader;  ///< whose hope it was, as it was written down: "Chief medical officer"
  std::optional<Date> hoped_on;
  std::vector<ObjectiveId> objectives;
  std::optional<Instant> removed_at;
};
BOOST_DESCRIBE_STRUCT(Hope, (), (id, alliance, space, version, party, text, leader, hoped_on, objectives, removed_at))

/// What came of a hope.
enum class Outcome : std::uint8_t { came_true, partly, not_yet, not_at_all };
BOOST_DESCRIBE_ENUM(Outcome, came_true, partly, not_yet, not_at_all)

/// Said by a person of another side than the hope's. It counts while the hope says what it said then.
struct HopeWord {
  HopeWordId id;
  AllianceId alliance;
  SpaceId space;
  std::int64_t version = 0;
  HopeId hope;
  std::string said_of;  ///< the hope's text at that time
  PartyId party;
  PersonId author;
  Outcome outcome = Outcome::not_yet;
  std::string text;
  Instant said_at;
  std::optional<Instant> removed_at;
};
BOOST_DESCRIBE_STRUCT(HopeWord, (), (id, alliance, space, version, hope, said_of, party, author, outcome, text, said_at, removed_at))

enum class BenefitKind : std::uint8_t { time, cost, revenue, quality };
BOOST_DESCRIBE_ENUM(BenefitKind, time, cost, revenue, quality)

/// What one party gained, in money. Negative where the benefit of the whole cost this party something.
struct BenefitAmount {
  PartyId party;
  Decimal amount;
  std::string currency;  ///< "EUR"
};
BOOST_DESCRIBE_STRUCT(BenefitAmount, (), (party, amount, currency))

/// A benefit that one side claims for a period: measured from which baseline, shown by which evidence.
struct Benefit {
  BenefitId id;
  AllianceId alliance;
  SpaceId space;
  std::int64_t version = 0;
  BenefitKind kind = BenefitKind::cost;
  std::string title;
  Period period;
  std::string baseline;
  std::string evidence;
  std::vector<BenefitAmount> amounts;  ///< one for each party and currency; none: not in money
  std::vector<ObjectiveId> objectives;
  PartyId claimed_by;
  PersonId author;
  Instant claimed_at;
  std::optional<Instant> removed_at;
};
BOOST_DESCRIBE_STRUCT(Benefit, (),
                      (id, alliance, space, version, kind, title, period, baseline, evidence, amounts, objectives, claimed_by, author,
                       claimed_at, removed_at))

enum class Verdict : std::uint8_t { confirmed, disputed };
BOOST_DESCRIBE_ENUM(Verdict, confirmed, disputed)

/// A party's word on a claim of another's. It counts while the claim says what it said then.
struct BenefitWord {
  BenefitWordId id;
  AllianceId alliance;
  SpaceId space;
  std::int64_t version = 0;
  BenefitId benefit;
  std::string said_of;  ///< the claim at that time (`claim_text`)
  PartyId party;
  PersonId author;
  Verdict verdict = Verdict::confirmed;
  std::string note;
  Instant said_at;
  std::optional<Instant> removed_at;
};
BOOST_DESCRIBE_STRUCT(BenefitWord, (),
                      (id, alliance, space, version, benefit, said_of, party, author, verdict, note, said_at, removed_at))

/// What the alliance costs one party in a period. Lies in the shared space, or in the party's private one.
struct Cost {
  CostId id;
  AllianceId alliance;
  SpaceId space;
  std::int64_t version = 0;
  PartyId party;
  std::string title;
  Period period;
  Decimal amount;
  std::string currency;
  std::optional<Instant> removed_at;
};
BOOST_DESCRIBE_STRUCT(Cost, (), (id, alliance, space, version, party, title, period, amount, currency, removed_at))

}  // namespace entente::value
