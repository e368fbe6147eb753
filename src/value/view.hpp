#pragma once
#include "value/store.hpp"

/// What the page of the alliance's value shows, in one answer.
namespace entente::value {

struct PartyRef {
  PartyId id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(PartyRef, (), (id, name))

struct ObjectiveRef {
  ObjectiveId id;
  std::string code;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(ObjectiveRef, (), (id, code, title))

/// One word, on a hope or a claim. An outdated one was said of another text.
struct HopeWordView {
  HopeWordId id;
  std::int64_t version = 0;
  std::string party_name;
  std::string author;
  Outcome outcome = Outcome::not_yet;
  std::string text;
  Instant said_at;
  bool outdated = false;
  std::string said_of;  ///< of an outdated one: the text it was said of
  bool mine = false;
};
BOOST_DESCRIBE_STRUCT(HopeWordView, (), (id, version, party_name, author, outcome, text, said_at, outdated, said_of, mine))

struct HopeView {
  HopeId id;
  std::int64_t version = 0;
  PartyId party;
  std::string party_name;
  std::string text;
  std::string leader;
  std::optional<Date> hoped_on;
  std::vector<ObjectiveRef> objectives;
  std::vector<HopeWordView> words;
  std::vector<std::string> waits_for;  ///< other partners without a word on this text
  bool may_change = false;
  bool may_speak = false;
};
BOOST_DESCRIBE_STRUCT(HopeView, (), (id, version, party, party_name, text, leader, hoped_on, objectives, words, waits_for, may_change, may_speak))

struct BenefitWordView {
  BenefitWordId id;
  std::int64_t version = 0;
  std::string party_name;
  std::string author;
  Verdict verdict = Verdict::confirmed;
  std::string note;
  Instant said_at;
  bool outdated = false;
  bool mine = false;
};
BOOST_DESCRIBE_STRUCT(BenefitWordView, (), (id, version, party_name, author, verdict, note, said_at, outdated, mine))

struct AmountView {
  PartyId party;
  std::string party_name;
  Decimal amount;
  std::string currency;
};
BOOST_DESCRIBE_STRUCT(AmountView, (), (party, party_name, amount, currency))

struct BenefitView {
  BenefitId id;
  std::int64_t version = 0;
  BenefitKind kind = BenefitKind::cost;
  std::string title;
  Period period;
  std::string baseline;
  std::string evidence;
  std::vector<AmountView> amounts;
  std::vector<ObjectiveRef> objectives;
  PartyId claimed_by;
  std::string claimed_by_name;
  std::string author;
  ClaimState state = ClaimState::claimed;
  std::vector<BenefitWordView> words;
  std::vector<std::string> waits_for;
  bool may_change = false;
  bool may_speak = false;
};
BOOST_DESCRIBE_STRUCT(BenefitView, (),
                      (id, version, kind, title, period, baseline, evidence, amounts, objectives, claimed_by, claimed_by_name, author,
                       state, words, waits_for, may_change, may_speak))

struct CostView {
  CostId id;
  std::int64_t version = 0;
  PartyId party;
  std::string party_name;
  std::string title;
  Period period;
  Decimal amount;
  std::string currency;
  bool private_ = false;
  bool may_change = false;
};
BOOST_DESCRIBE_STRUCT(CostView, (), (id, version, party, party_name, title, period, amount, currency, private_, may_change))

struct ValueView {
  std::vector<HopeView> hopes;        ///< by party, then by text
  std::vector<BenefitView> benefits;  ///< newest period first
  std::vector<CostView> costs;        ///< newest period first
  std::vector<Sum> sums;              ///< of the year asked for, or of all
  bool with_private = false;          ///< the sums hold costs that only the own side sees
  std::vector<std::int64_t> years;    ///< in which there is a benefit or a cost, newest first
  std::optional<std::int64_t> year;
  std::vector<PartyRef> partners;
  std::optional<PartyId> mine;        ///< the party for which the viewer may write
  std::string currency;               ///< of the alliance
  bool may_write = false;
  bool may_be_private = false;
};
BOOST_DESCRIBE_STRUCT(ValueView, (),
                      (hopes, benefits, costs, sums, with_private, years, year, partners, mine, currency, may_write, may_be_private))

/// `year`: only benefits and costs whose period is named by it; hopes are always all there.
ValueView value(db::Transaction&, const Viewer&, const AllianceId&, std::optional<std::int64_t> year);

}  // namespace entente::value
