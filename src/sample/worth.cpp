#include "sample/worth.hpp"

#include "value/store.hpp"

namespace entente::sample {
namespace {

using namespace value;

// samples/reference/value.json, as it is written by hand. People are named by their addresses, objectives by their codes,
// parties by the keys of their organisations.

struct ToldHopeWord {
  std::string by;
  Date on;
  Outcome outcome = Outcome::not_yet;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(ToldHopeWord, (), (by, on, outcome, text))

struct ToldHope {
  std::string by;
  Date on;
  std::string leader;
  Date hoped_on;
  std::vector<std::string> objectives;
  std::string text;
  std::vector<ToldHopeWord> words;
};
BOOST_DESCRIBE_STRUCT(ToldHope, (), (by, on, leader, hoped_on, objectives, text, words))

struct ToldAmount {
  std::string party;
  Decimal amount;
  std::string currency;
};
BOOST_DESCRIBE_STRUCT(ToldAmount, (), (party, amount, currency))

struct ToldVerdict {
  std::string by;
  Date on;
  Verdict verdict = Verdict::confirmed;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(ToldVerdict, (), (by, on, verdict, note))

struct ToldBenefit {
  std::string by;
  Date on;
  BenefitKind kind = BenefitKind::cost;
  Period period;
  std::string title;
  std::vector<std::string> objectives;
  std::string baseline;
  std::string evidence;
  std::vector<ToldAmount> amounts;
  std::vector<ToldVerdict> words;
};
BOOST_DESCRIBE_STRUCT(ToldBenefit, (), (by, on, kind, period, title, objectives, baseline, evidence, amounts, words))

struct ToldCost {
  std::string by;
  Date on;
  Period period;
  std::string title;
  Decimal amount;
  std::string currency;
  bool private_ = false;
};
BOOST_DESCRIBE_STRUCT(ToldCost, (), (by, on, period, title, amount, currency, private_))

struct Told {
  std::vector<ToldHope> hopes;
  std::vector<ToldBenefit> benefits;
  std::vector<ToldCost> costs;
};
BOOST_DESCRIBE_STRUCT(Told, (), (hopes, benefits, costs))

std::vector<ObjectiveId> objectives_of(const Stage& stage, const std::vector<std::string>& codes) {
  std::vector<ObjectiveId> out;
  for (const auto& code : codes) out.push_back(stage.objective(code));
  return out;
}

PartyId party_of(const Stage& stage, const std::string& key) {
  auto found = stage.made.parties.find(key);
  if (found == stage.made.parties.end()) throw_broken("party " + key);
  return found->second;
}

HopeId hope(Stage& stage, const ToldHope& told) {
  HopeInput input;
  input.text = told.text;
  input.leader = told.leader;
  input.hoped_on = told.hoped_on;
  input.objectives = objectives_of(stage, told.objectives);
  return *HopeId::parse(add(stage.door, stage.transaction, stage.person(told.by), stage.alliance(), input).id);
}

BenefitId claim(Stage& stage, const ToldBenefit& told) {
  BenefitInput input;
  input.kind = told.kind;
  input.title = told.title;
  input.period = told.period;
  input.baseline = told.baseline;
  input.evidence = told.evidence;
  input.objectives = objectives_of(stage, told.objectives);
  input.amounts.emplace();
  for (const auto& one : told.amounts) input.amounts->push_back({party_of(stage, one.party), one.amount, one.currency});
  return *BenefitId::parse(add(stage.door, stage.transaction, stage.person(told.by), stage.alliance(), input).id);
}

void pay(Stage& stage, const ToldCost& told) {
  CostInput input;
  input.title = told.title;
  input.period = told.period;
  input.amount = told.amount;
  input.currency = told.currency;
  input.private_ = told.private_;
  add(stage.door, stage.transaction, stage.person(told.by), stage.alliance(), input);
}

}  // namespace

std::vector<Scene> worth_scenes(std::string_view text) {
  auto told = json::read<Told>(text, {1'000'000, 16});
  std::vector<Scene> scenes;
  for (const auto& one : told.hopes) {
    auto id = std::make_shared<HopeId>();
    scenes.push_back({one.on, [one, id](Stage& stage) { *id = hope(stage, one); }});
    for (const auto& word : one.words)
      scenes.push_back({word.on, [word, id](Stage& stage) {
                          say(stage.door, stage.transaction, stage.person(word.by), *id, 1, HopeWordInput{word.outcome, word.text});
                        }});
  }
  for (const auto& one : told.benefits) {
    auto id = std::make_shared<BenefitId>();
    scenes.push_back({one.on, [one, id](Stage& stage) { *id = claim(stage, one); }});
    for (const auto& word : one.words)
      scenes.push_back({word.on, [word, id](Stage& stage) {
                          say(stage.door, stage.transaction, stage.person(word.by), *id, 1, BenefitWordInput{word.verdict, word.note});
                        }});
  }
  for (const auto& one : told.costs) scenes.push_back({one.on, [one](Stage& stage) { pay(stage, one); }});
  return scenes;
}

}  // namespace entente::sample
