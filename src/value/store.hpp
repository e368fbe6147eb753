#pragma once
#include "value/items.hpp"
#include "value/rules.hpp"

/// Hopes, benefits and costs. Every function takes the viewer, refuses with `not_found` what the viewer may not see or do, and
/// returns the act. They are written by whoever may accept for the own party as a partner (alliance manager, sponsor); a
/// neutral party neither hopes nor claims.
namespace entente::value {

using access::Changed;
using access::Door;
using access::Viewer;

template <class T>
using Maybe = std::optional<std::optional<T>>;

struct HopeInput {
  std::optional<std::string> text;
  std::optional<std::string> leader;
  Maybe<Date> hoped_on;
  std::optional<std::vector<ObjectiveId>> objectives;
};
BOOST_DESCRIBE_STRUCT(HopeInput, (), (text, leader, hoped_on, objectives))

struct HopeWordInput {
  std::optional<Outcome> outcome;
  std::optional<std::string> text;
};
BOOST_DESCRIBE_STRUCT(HopeWordInput, (), (outcome, text))

struct BenefitInput {
  std::optional<BenefitKind> kind;
  std::optional<std::string> title;
  std::optional<Period> period;
  std::optional<std::string> baseline;
  std::optional<std::string> evidence;
  std::optional<std::vector<BenefitAmount>> amounts;
  std::optional<std::vector<ObjectiveId>> objectives;
};
BOOST_DESCRIBE_STRUCT(BenefitInput, (), (kind, title, period, baseline, evidence, amounts, objectives))

struct BenefitWordInput {
  std::optional<Verdict> verdict;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(BenefitWordInput, (), (verdict, note))

struct CostInput {
  std::optional<std::string> title;
  std::optional<Period> period;
  std::optional<Decimal> amount;
  std::optional<std::string> currency;
  std::optional<bool> private_;  ///< on making only: for the own side alone
};
BOOST_DESCRIBE_STRUCT(CostInput, (), (title, period, amount, currency, private_))

/// For the own party; changed and removed by it alone. A changed text asks the other sides anew.
Changed add(Door&, db::Transaction&, const Viewer&, const AllianceId&, const HopeInput&);
Changed change(Door&, db::Transaction&, const Viewer&, const HopeId&, std::int64_t version, const HopeInput&);
Changed remove(Door&, db::Transaction&, const Viewer&, const HopeId&, std::int64_t version);

Changed add(Door&, db::Transaction&, const Viewer&, const AllianceId&, const BenefitInput&);
Changed change(Door&, db::Transaction&, const Viewer&, const BenefitId&, std::int64_t version, const BenefitInput&);
Changed remove(Door&, db::Transaction&, const Viewer&, const BenefitId&, std::int64_t version);

/// The own word on another side's hope or claim: made, or said anew. `version` is that of the hope or claim, so that nobody
/// speaks of a text not seen. One's own side is refused at "outcome" or "verdict", "own_side".
Changed say(Door&, db::Transaction&, const Viewer&, const HopeId&, std::int64_t version, const HopeWordInput&);
Changed say(Door&, db::Transaction&, const Viewer&, const BenefitId&, std::int64_t version, const BenefitWordInput&);
/// By who wrote it, and nobody else.
Changed remove(Door&, db::Transaction&, const Viewer&, const HopeWordId&, std::int64_t version);
Changed remove(Door&, db::Transaction&, const Viewer&, const BenefitWordId&, std::int64_t version);

Changed add(Door&, db::Transaction&, const Viewer&, const AllianceId&, const CostInput&);
Changed change(Door&, db::Transaction&, const Viewer&, const CostId&, std::int64_t version, const CostInput&);
Changed remove(Door&, db::Transaction&, const Viewer&, const CostId&, std::int64_t version);

void add_undoers(access::Undoers&);

}  // namespace entente::value
