#pragma once
#include "model/views_common.hpp"
#include "scorecard/verdict_types.hpp"

/// What the two keys show: a party's words on values and on lights.
namespace entente::model {

/// A party's word on a value. `value` is the party's own where it disputes.
struct ValueWordView {
  PartyId party;
  std::string party_name;
  scorecard::ValueWord verdict = scorecard::ValueWord::accepted;
  json::RawScalar value;
  std::string reason;
  std::string by;
  Instant said_at;
  bool mine = false;  ///< of the viewer's own party
};
BOOST_DESCRIBE_STRUCT(ValueWordView, (), (party, party_name, verdict, value, reason, by, said_at, mine))

/// A party's word on a light.
struct LightWordView {
  PartyId party;
  std::string party_name;
  scorecard::LightWord verdict = scorecard::LightWord::confirmed;
  Light light = Light::grey;  ///< the one that was seen
  std::string period;
  std::string reason;
  std::string by;
  Instant said_at;
  bool mine = false;
};
BOOST_DESCRIBE_STRUCT(LightWordView, (), (party, party_name, verdict, light, period, reason, by, said_at, mine))

/// A value that waits for a party's word, or about which the parties differ.
struct SubmissionRow {
  MeasureId measure;
  std::string code;
  std::string name;
  std::string unit;
  std::int64_t decimals = 0;
  std::string currency;
  std::string objective;  ///< "CO1 Cost drivers in the open"
  std::string theme;
  std::string period;
  std::string label;
  json::RawScalar value;
  json::RawScalar before;  ///< the period before it
  std::string target;      ///< in words
  Light light = Light::grey;
  std::string note;
  std::string giver;       ///< whose value it is
  std::int64_t version = 0;
  Submission submission = Submission::submitted;
  std::vector<ValueWordView> words;
  bool may_speak = false;  ///< the viewer accepts or disputes it; else it waits for the other side
};
BOOST_DESCRIBE_STRUCT(SubmissionRow, (),
                      (measure, code, name, unit, decimals, currency, objective, theme, period, label, value, before, target, light, note,
                       giver, version, submission, words, may_speak))

struct SubmissionsView {
  AllianceHead alliance;
  std::vector<SubmissionRow> rows;  ///< those that the viewer may speak on first, then newest first; 500 at most
  std::int64_t more = 0;            ///< further ones
};
BOOST_DESCRIBE_STRUCT(SubmissionsView, (), (alliance, rows, more))

}  // namespace entente::model
