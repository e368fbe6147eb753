#pragma once
#include "formation/items.hpp"
#include "formation/rules.hpp"

/// Talks and what was found in them. Every function takes the viewer, and refuses with `not_found` what the viewer may not
/// see or do.
///
/// A talk is its interviewer's alone: not even colleagues of the interviewer's organisation find it, by any question. The record
/// of the organisation's private space says that something was noted, and keeps a salted commitment to it: no name, no answer,
/// no number. Nothing leads from a finding back to a talk.
namespace entente::formation {

using access::Changed;
using access::Door;
using access::Viewer;

template <class T>
using Maybe = std::optional<std::optional<T>>;

struct InterviewInput {
  std::optional<std::string> person;
  Maybe<PartyId> party;
  Maybe<Date> held_on;
  std::optional<std::vector<Answer>> answers;
};
BOOST_DESCRIBE_STRUCT(InterviewInput, (), (person, party, held_on, answers))

struct QuestionSetInput {
  std::optional<std::string> name;
  std::optional<std::vector<Question>> questions;
};
BOOST_DESCRIBE_STRUCT(QuestionSetInput, (), (name, questions))

struct FindingInput {
  std::optional<FindingKind> kind;
  std::optional<std::string> text;
  std::optional<std::string> words;
};
BOOST_DESCRIBE_STRUCT(FindingInput, (), (kind, text, words))

Changed add(Door&, db::Transaction&, const Viewer&, const AllianceId&, const InterviewInput&);
/// The talk as it was stays kept, for the interviewer alone, so that the change can be undone.
Changed change(Door&, db::Transaction&, const Viewer&, const InterviewId&, std::int64_t version, const InterviewInput&);
/// Deletes a talk with everything it ever said. Cannot be undone; the record still verifies.
Changed erase(Door&, db::Transaction&, const Viewer&, const InterviewId&, std::int64_t version);

Changed add(Door&, db::Transaction&, const Viewer&, const AllianceId&, const QuestionSetInput&);
Changed change(Door&, db::Transaction&, const Viewer&, const QuestionSetId&, std::int64_t version, const QuestionSetInput&);
Changed remove(Door&, db::Transaction&, const Viewer&, const QuestionSetId&, std::int64_t version);

/// A text that names somebody with whom the viewer spoke is refused at "text" or "words", "names_somebody". Changed and removed
/// only by who wrote it.
Changed add(Door&, db::Transaction&, const Viewer&, const AllianceId&, const FindingInput&);
Changed change(Door&, db::Transaction&, const Viewer&, const FindingId&, std::int64_t version, const FindingInput&);
Changed remove(Door&, db::Transaction&, const Viewer&, const FindingId&, std::int64_t version);

struct InterviewView {
  InterviewId id;
  std::int64_t version = 0;
  Instant made_at;
  Talk talk;
};
BOOST_DESCRIBE_STRUCT(InterviewView, (), (id, version, made_at, talk))

struct QuestionSetView {
  std::optional<QuestionSetId> id;  ///< none: the built-in one, which is not changed
  std::int64_t version = 0;
  std::string name;
  std::vector<Question> questions;
};
BOOST_DESCRIBE_STRUCT(QuestionSetView, (), (id, version, name, questions))

struct FindingView {
  FindingId id;
  std::int64_t version = 0;
  FindingKind kind = FindingKind::value;
  std::string text;
  std::string words;
  bool mine = false;
};
BOOST_DESCRIBE_STRUCT(FindingView, (), (id, version, kind, text, words, mine))

/// The page of interviews and findings, as this viewer sees it.
struct InterviewsView {
  std::vector<InterviewView> interviews;  ///< the viewer's own, newest first
  std::vector<QuestionSetView> question_sets;
  std::vector<FindingView> findings;
  bool may_interview = false;
  bool may_find = false;
  bool may_edit_sets = false;
};
BOOST_DESCRIBE_STRUCT(InterviewsView, (), (interviews, question_sets, findings, may_interview, may_find, may_edit_sets))

InterviewsView interviews(db::Transaction&, const Viewer&, const AllianceId&);

void add_interview_undoers(access::Undoers&);

}  // namespace entente::formation
