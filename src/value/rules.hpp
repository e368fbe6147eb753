#pragma once
#include <map>
#include <span>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "value/types.hpp"

/// Pure rules of the value of an alliance: which words count, when a benefit is confirmed, and sums by party and currency.
namespace entente::value {

/// What the other sides' words make of a claim.
enum class ClaimState : std::uint8_t {
  claimed,    ///< somebody's word is still missing
  confirmed,  ///< every other partner has confirmed it as it stands
  disputed,   ///< one of them disputes it
};
BOOST_DESCRIBE_ENUM(ClaimState, claimed, confirmed, disputed)

/// A claim in one text: kind, title, period, baseline, evidence and amounts. Words on any other text do not count.
std::string claim_text(const Benefit&);

/// The words that count: of each party the newest one that was said of this text. In the order of `words`.
std::vector<const BenefitWord*> standing_words(const Benefit&, std::span<const BenefitWord> words);
std::vector<const HopeWord*> standing_words(const Hope&, std::span<const HopeWord> words);

/// `partners`: every confirmed partner. The claimant's own side has said its word by claiming; without another partner nobody
/// can confirm.
ClaimState state_of(const Benefit&, std::span<const PartyId> partners, std::span<const BenefitWord> words);

/// What one party has of the alliance in one currency.
struct Sum {
  PartyId party;
  std::string currency;
  Decimal claimed;    ///< all benefits, whatever was said of them
  Decimal confirmed;  ///< those that every other partner confirmed
  Decimal disputed;
  Decimal cost;
  Decimal net;        ///< confirmed less cost
};
BOOST_DESCRIBE_STRUCT(Sum, (), (party, currency, claimed, confirmed, disputed, cost, net))

struct Judged {
  const Benefit* benefit = nullptr;
  ClaimState state = ClaimState::claimed;
};

/// By party (in the order of `parties`) and currency; never across currencies. Parties without any amount are left out. Throws
/// `bad_input` "number_too_large" where a sum does not fit.
std::vector<Sum> sums_of(std::span<const PartyId> parties, std::span<const Judged> benefits, std::span<const Cost> costs);

/// Clean the texts in place and add what is wrong to `errors`.
void check(Hope&, std::vector<FieldError>& errors);
void check(HopeWord&, std::vector<FieldError>& errors);
/// A benefit in cost or revenue has an amount for at least one party; no party has two in one currency.
void check(Benefit&, std::vector<FieldError>& errors);
/// Disputing needs a reason.
void check(BenefitWord&, std::vector<FieldError>& errors);
/// A cost is more than nothing.
void check(Cost&, std::vector<FieldError>& errors);

}  // namespace entente::value
