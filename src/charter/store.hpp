#pragma once
#include <optional>
#include <string>
#include <vector>

#include "access/door.hpp"
#include "charter/rules.hpp"

/// Proposing, ratifying and comparing versions of the charter. Every function takes the viewer, and answers `not_found` for
/// what the viewer may not see or do.
namespace entente::charter {

using access::Changed;
using access::Door;
using access::Viewer;

struct ProposalInput {
  std::optional<std::string> note;
  std::optional<Date> effective_from;
  std::optional<SpaceId> space;  ///< of an agreement; nothing: the shared space
};
BOOST_DESCRIBE_STRUCT(ProposalInput, (), (note, effective_from, space))

struct ConsentInput {
  Verdict verdict = Verdict::ratified;
  std::string digest;  ///< of the document that was looked at
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(ConsentInput, (), (verdict, digest, reason))

/// A partner's place in the way of a version.
struct Partner {
  PartyId party;
  std::string name;
  std::string mark_letter;
  std::string mark_style;
  bool must_ratify = true;
  std::optional<Verdict> verdict;
  std::string person;  ///< who spoke
  std::string reason;
  std::optional<Instant> at;
};
BOOST_DESCRIBE_STRUCT(Partner, (), (party, name, mark_letter, mark_style, must_ratify, verdict, person, reason, at))

struct CharterView {
  CharterId id;
  std::int64_t number = 0;
  State state = State::proposed;
  std::string digest;
  std::string note;
  std::optional<Date> effective_from;
  Instant made_at;
  std::string made_by;
  std::string made_by_party;
  std::optional<Instant> in_force_at;
  std::optional<Instant> superseded_at;
  std::vector<Partner> partners;
  bool may_sign = false;  ///< the viewer, after a fresh login
  bool may_return = false;
  bool may_withdraw = false;
};
BOOST_DESCRIBE_STRUCT(CharterView, (),
                      (id, number, state, digest, note, effective_from, made_at, made_by, made_by_party, in_force_at, superseded_at, partners,
                       may_sign, may_return, may_withdraw))

/// The working draft of the shared space as it stands now, and its digest.
struct Draft {
  Document document;
  std::string digest;
};
Draft working_draft(db::Transaction&, const Viewer&, const AllianceId&, const SpaceId& space, const std::optional<Date>& effective_from = {});

/// Freezes the working draft as the next version. Throws `bad_input` at its places if it cannot be a charter; `conflict`
/// "open_proposal" while another version waits, "nothing_changed" if it says what is in force already, "no_partner" while
/// nobody else has joined.
Changed propose(Door&, db::Transaction&, const Viewer&, const AllianceId&, const ProposalInput&);
/// Takes a proposal of one's own side back.
Changed withdraw(Door&, db::Transaction&, const Viewer&, const CharterId&);
/// A partner's word. Ratifying is for those whom the organisation named as ones who may bind it; returning, with a reason,
/// also for those who may accept. Throws `conflict` as `after_consent` does, and "draft_changed" if the draft is no longer what
/// was proposed.
struct Spoken {
  Changed changed;
  State state = State::proposed;
};
BOOST_DESCRIBE_STRUCT(Spoken, (), (changed, state))
Spoken consent(Door&, db::Transaction&, const Viewer&, const CharterId&, const ConsentInput&);

/// The newest first.
std::vector<CharterView> versions(db::Transaction&, const Viewer&, const AllianceId&, const SpaceId& space);
Charter need(db::Transaction&, const Viewer&, const CharterId&);
/// The bytes that were signed.
std::string document_text(db::Transaction&, const Viewer&, const CharterId&);
Document document_of(db::Transaction&, const Charter&);
/// The version of a space that was in force at a moment, or nothing. For who sees the space.
std::optional<Charter> in_force_at(db::Transaction&, const SpaceId& space, Instant moment);
/// All that were, or are, in force in a space until a moment, oldest first.
std::vector<Charter> in_force_until(db::Transaction&, const SpaceId& space, Instant moment);
std::optional<Charter> numbered(db::Transaction&, const SpaceId& space, std::int64_t number);

/// Names for `difference`: of people and parties; with a shared plan, to which the plan of an agreement refers, of its items too.
Names names_of(db::Transaction&, const AllianceId&, const std::optional<SpaceId>& shared_plan = {});

struct Signatory {
  PersonId person;
  std::string name;
  std::string organisation;
  std::string named_by;
  Instant named_at;
};
BOOST_DESCRIBE_STRUCT(Signatory, (), (person, name, organisation, named_by, named_at))

/// Whether the viewer is named as one who may bind the own organisation.
bool is_signatory(db::Transaction&, const Viewer&, const AllianceId&);
/// The same whatever the roles allow.
bool is_named(db::Transaction&, const Viewer&, const AllianceId&);
std::vector<Signatory> signatories(db::Transaction&, const Viewer&, const AllianceId&);
/// By an administrator, for somebody else of the own organisation who is in the alliance.
Changed name_signatory(Door&, db::Transaction&, const Viewer&, const AllianceId&, const PersonId&);
Changed end_signatory(Door&, db::Transaction&, const Viewer&, const AllianceId&, const PersonId&);

/// From now on an edit of the draft voids the proposal that waits, in the same transaction.
void watch_edits(Door&);

}  // namespace entente::charter
