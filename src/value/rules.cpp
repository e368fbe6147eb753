#include "value/rules.hpp"

#include <algorithm>
#include <set>

#include "base/sane_day.hpp"
#include "base/text.hpp"

namespace entente::value {
namespace {

constexpr TextRule title_rule{.longest = 160};
constexpr TextRule lines_rule{.longest = 4000, .empty = TextRule::Empty::allowed, .lines = TextRule::Lines::many};
constexpr std::size_t most_amounts = 40;
constexpr std::size_t most_objectives = 50;
constexpr int money_decimals = 2;

struct Claim {
  BenefitKind kind = BenefitKind::cost;
  std::string title;
  Period period;
  std::string baseline;
  std::string evidence;
  std::vector<BenefitAmount> amounts;
};
BOOST_DESCRIBE_STRUCT(Claim, (), (kind, title, period, baseline, evidence, amounts))

template <class Word, class Counts>
std::vector<const Word*> newest_by_party(std::span<const Word> words, Counts counts) {
  std::map<PartyId, const Word*> newest;
  for (const auto& word : words) {
    if (!counts(word)) continue;
    auto& kept = newest[word.party];
    if (!kept || std::tie(kept->said_at, kept->id) < std::tie(word.said_at, word.id)) kept = &word;
  }
  std::vector<const Word*> out;
  for (const auto& word : words)
    if (auto found = newest.find(word.party); found != newest.end() && found->second == &word) out.push_back(&word);
  return out;
}

/// Each once, in its order.
void check_objectives(std::vector<ObjectiveId>& objectives, std::vector<FieldError>& errors) {
  std::set<ObjectiveId> seen;
  std::erase_if(objectives, [&](const ObjectiveId& id) { return !seen.insert(id).second; });
  if (objectives.size() > most_objectives) errors.push_back({"objectives", "too_many", fmt::format("{} objectives at most.", most_objectives)});
}

void check_currency(std::string_view currency, const std::string& path, std::vector<FieldError>& errors) {
  bool good = currency.size() == 3 && std::all_of(currency.begin(), currency.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!good) errors.push_back({path, "bad_currency", "A currency is three capital letters, such as EUR."});
}

void check_money(const Decimal& amount, const std::string& path, std::vector<FieldError>& errors) {
  if (amount.text() != amount.text_rounded(money_decimals)) errors.push_back({path, "too_many_decimals", "Money has two decimals at most."});
}

}  // namespace

std::string claim_text(const Benefit& benefit) {
  return json::text(Claim{benefit.kind, benefit.title, benefit.period, benefit.baseline, benefit.evidence, benefit.amounts});
}

std::vector<const BenefitWord*> standing_words(const Benefit& benefit, std::span<const BenefitWord> words) {
  std::string claim = claim_text(benefit);
  return newest_by_party(words, [&](const BenefitWord& word) {
    return !word.removed_at && word.benefit == benefit.id && word.party != benefit.claimed_by && word.said_of == claim;
  });
}

std::vector<const HopeWord*> standing_words(const Hope& hope, std::span<const HopeWord> words) {
  return newest_by_party(words, [&](const HopeWord& word) {
    return !word.removed_at && word.hope == hope.id && word.party != hope.party && word.said_of == hope.text;
  });
}

ClaimState state_of(const Benefit& benefit, std::span<const PartyId> partners, std::span<const BenefitWord> words) {
  std::map<PartyId, Verdict> said;
  for (const auto* word : standing_words(benefit, words)) said.emplace(word->party, word->verdict);
  std::size_t others = 0, confirmed = 0;
  for (const auto& partner : partners) {
    if (partner == benefit.claimed_by) continue;
    ++others;
    auto found = said.find(partner);
    if (found == said.end()) continue;
    if (found->second == Verdict::disputed) return ClaimState::disputed;
    ++confirmed;
  }
  return others > 0 && confirmed == others ? ClaimState::confirmed : ClaimState::claimed;
}

std::vector<Sum> sums_of(std::span<const PartyId> parties, std::span<const Judged> benefits, std::span<const Cost> costs) {
  std::map<std::pair<PartyId, std::string>, Sum> by_key;
  auto sum_of = [&](const PartyId& party, const std::string& currency) -> Sum& {
    auto& sum = by_key[{party, currency}];
    sum.party = party;
    sum.currency = currency;
    return sum;
  };
  for (const auto& [benefit, state] : benefits)
    for (const auto& one : benefit->amounts) {
      Sum& sum = sum_of(one.party, one.currency);
      sum.claimed = sum.claimed + one.amount;
      if (state == ClaimState::confirmed) sum.confirmed = sum.confirmed + one.amount;
      if (state == ClaimState::disputed) sum.disputed = sum.disputed + one.amount;
    }
  for (const auto& cost : costs) {
    Sum& sum = sum_of(cost.party, cost.currency);
    sum.cost = sum.cost + cost.amount;
  }
  std::vector<Sum> out;
  for (const auto& party : parties)
    for (auto& [key, sum] : by_key)
      if (key.first == party) {
        sum.net = sum.confirmed - sum.cost;
        out.push_back(sum);
      }
  return out;
}

void check(Hope& hope, std::vector<FieldError>& errors) {
  hope.text = clean_text(hope.text, "text", {.longest = 1000, .lines = TextRule::Lines::many}, errors);
  hope.leader = clean_text(hope.leader, "leader", {.longest = 120, .empty = TextRule::Empty::allowed}, errors);
  check_day(hope.hoped_on, "hoped_on", errors);
  check_objectives(hope.objectives, errors);
}

void check(HopeWord& word, std::vector<FieldError>& errors) { word.text = clean_text(word.text, "text", lines_rule, errors); }

void check(Benefit& benefit, std::vector<FieldError>& errors) {
  benefit.title = clean_text(benefit.title, "title", title_rule, errors);
  benefit.baseline = clean_text(benefit.baseline, "baseline", {.longest = 2000, .lines = TextRule::Lines::many}, errors);
  benefit.evidence = clean_text(benefit.evidence, "evidence", {.longest = 4000, .lines = TextRule::Lines::many}, errors);
  check_period(benefit.period, "period", errors);
  check_objectives(benefit.objectives, errors);
  if (benefit.amounts.empty() && (benefit.kind == BenefitKind::cost || benefit.kind == BenefitKind::revenue))
    errors.push_back({"amounts", "empty", "Say how much it is for at least one party."});
  if (benefit.amounts.size() > most_amounts) errors.push_back({"amounts", "too_many", fmt::format("{} amounts at most.", most_amounts)});
  std::set<std::pair<PartyId, std::string>> seen;
  for (std::size_t i = 0; i < benefit.amounts.size(); ++i) {
    const auto& one = benefit.amounts[i];
    check_currency(one.currency, fmt::format("amounts[{}].currency", i), errors);
    check_money(one.amount, fmt::format("amounts[{}].amount", i), errors);
    if (!seen.insert({one.party, one.currency}).second)
      errors.push_back({fmt::format("amounts[{}].party", i), "twice", "One amount for each party and currency."});
  }
}

void check(BenefitWord& word, std::vector<FieldError>& errors) {
  word.note = clean_text(word.note, "note", lines_rule, errors);
  if (word.verdict == Verdict::disputed && word.note.empty()) errors.push_back({"note", "reason_required", "Say what you see otherwise."});
}

void check(Cost& cost, std::vector<FieldError>& errors) {
  cost.title = clean_text(cost.title, "title", title_rule, errors);
  check_period(cost.period, "period", errors);
  check_currency(cost.currency, "currency", errors);
  check_money(cost.amount, "amount", errors);
  if (cost.amount <= Decimal()) errors.push_back({"amount", "not_positive", "A cost is more than nothing."});
}

}  // namespace entente::value
