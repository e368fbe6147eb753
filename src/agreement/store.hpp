#pragma once
#include <optional>
#include <string>
#include <vector>

#include "access/door.hpp"
#include "agreement/rules.hpp"
#include "organisation/types.hpp"

/// Making, consenting to and ending agreements. Every function takes the viewer, and answers `not_found` for what the viewer may not see or do.
namespace entente::agreement {

using access::Changed;
using access::Door;
using access::Viewer;

struct PlaceInput {
  PartyId party;
  std::optional<bool> must_ratify;  ///< unless given: partners do, neutral parties do not
};
BOOST_DESCRIBE_STRUCT(PlaceInput, (), (party, must_ratify))

struct AgreementInput {
  std::string name;
  std::optional<Kind> kind;
  std::optional<std::string> summary;
  std::optional<Date> starts;
  std::optional<Date> ends;
  std::vector<PlaceInput> parties;
};
BOOST_DESCRIBE_STRUCT(AgreementInput, (), (name, kind, summary, starts, ends, parties))

struct ConsentInput {
  Verdict verdict = Verdict::agreed;
  std::string digest;  ///< of the text that was looked at
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(ConsentInput, (), (verdict, digest, reason))

struct ClosingInput {
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ClosingInput, (), (reason))

struct PartyWord {
  PartyId party;
  std::string name;
  organisation::Mark mark;
  bool must_ratify = true;
  std::optional<Verdict> verdict;
  std::string person;
  std::string reason;
  std::optional<Instant> at;
};
BOOST_DESCRIBE_STRUCT(PartyWord, (), (party, name, mark, must_ratify, verdict, person, reason, at))

/// How much lies in the space.
struct Holds {
  std::int64_t objectives = 0;
  std::int64_t measures = 0;
  std::int64_t initiatives = 0;
  std::int64_t service_levels = 0;
};
BOOST_DESCRIBE_STRUCT(Holds, (), (objectives, measures, initiatives, service_levels))

struct AgreementView {
  AgreementId id;
  std::int64_t version = 0;
  SpaceId space;
  std::string name;
  Kind kind = Kind::other;
  State state = State::proposed;
  std::string summary;
  std::optional<Date> starts;
  std::optional<Date> ends;
  bool over = false;  ///< its last day has passed
  std::string digest;
  Instant made_at;
  std::string made_by;
  std::string made_by_party;
  std::optional<Instant> in_force_at;
  std::optional<Instant> closed_at;
  std::string closed_by_party;
  std::string closing_reason;
  std::vector<PartyWord> parties;
  Holds holds;
  bool may_consent = false;  ///< the viewer, after a fresh login
  bool may_decline = false;
  bool may_withdraw = false;
  bool may_end = false;
};
BOOST_DESCRIBE_STRUCT(AgreementView, (),
                      (id, version, space, name, kind, state, summary, starts, ends, over, digest, made_at, made_by, made_by_party, in_force_at,
                       closed_at, closed_by_party, closing_reason, parties, holds, may_consent, may_decline, may_withdraw, may_end))

/// The maker's own party is one of the parties, named or not. Its space is opened at once, so that the parties can read what they
/// are asked; nothing is put into it before it is in force.
Changed make(Door&, db::Transaction&, const Viewer&, const AllianceId&, const AgreementInput&);
/// A party's word. Agreeing is for one who may bind the party: named by its organisation, or for a neutral party, which has nobody to
/// name, its consultant. Declining, with a reason, also for those who may accept.
struct Spoken {
  Changed changed;
  State state = State::proposed;
};
BOOST_DESCRIBE_STRUCT(Spoken, (), (changed, state))
Spoken consent(Door&, db::Transaction&, const Viewer&, const AgreementId&, const ConsentInput&);
/// Before it is in force, by the side that proposed it.
Changed withdraw(Door&, db::Transaction&, const Viewer&, const AgreementId&);
/// By any party's person who may bind it, with a reason. What lies in the space stays there.
Changed end(Door&, db::Transaction&, const Viewer&, const AgreementId&, const ClosingInput&);

/// The viewer's own, the newest first.
std::vector<AgreementView> agreements(db::Transaction&, const Viewer&, const AllianceId&, Date today);
Agreement need(db::Transaction&, const Viewer&, const AgreementId&);

/// From now on nothing is added to the space of an agreement that is not in force.
void watch_spaces(Door&);

}  // namespace entente::agreement
