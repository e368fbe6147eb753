#include "value/view.hpp"

#include <algorithm>
#include <set>

namespace entente::value {
namespace {

namespace items = access::items;
using access::Act;
using access::Grant;
using access::Reach;

constexpr std::string_view partners_sql = "SELECT id, name, state FROM party WHERE alliance = $1 AND kind = 'partner' ORDER BY position, id";
constexpr std::string_view names_sql =
    "SELECT person.id, person.name FROM member JOIN person ON person.id = member.person WHERE member.alliance = $1";
constexpr std::string_view objectives_sql = "SELECT id, code, title FROM objective WHERE alliance = $1 AND space = $2 AND removed_at IS NULL";
constexpr std::string_view currency_sql = "SELECT currency FROM alliance WHERE id = $1";

/// What the names of a page are taken from, read once.
struct Names {
  std::map<PartyId, std::string> parties;
  std::map<PersonId, std::string> people;
  std::map<ObjectiveId, ObjectiveRef> objectives;
  std::vector<PartyId> confirmed;  ///< partners that can speak

  std::vector<ObjectiveRef> of(const std::vector<ObjectiveId>& ids) const {
    std::vector<ObjectiveRef> out;
    for (const auto& id : ids)
      if (auto found = objectives.find(id); found != objectives.end()) out.push_back(found->second);
    return out;
  }
  template <class Word>
  std::vector<std::string> without_word(const PartyId& own, const std::vector<const Word*>& words) const {
    std::vector<std::string> out;
    for (const auto& party : confirmed)
      if (party != own && std::none_of(words.begin(), words.end(), [&](const Word* word) { return word->party == party; }))
        out.push_back(parties.at(party));
    return out;
  }
};

template <class Word>
bool is_standing(const std::vector<const Word*>& standing, const Word& word) {
  return std::any_of(standing.begin(), standing.end(), [&](const Word* one) { return one->id == word.id; });
}

HopeView view_of(const Hope& hope, const std::vector<HopeWord>& words, const Names& names, const Viewer& viewer, const std::optional<PartyId>& mine) {
  HopeView view{hope.id, hope.version, hope.party, names.parties.at(hope.party), hope.text, hope.leader, hope.hoped_on, names.of(hope.objectives), {}, {}, mine == hope.party,
                mine && mine != hope.party};
  auto standing = standing_words(hope, words);
  view.waits_for = names.without_word(hope.party, standing);
  for (const auto& word : words) {
    if (word.hope != hope.id) continue;
    bool outdated = word.said_of != hope.text;
    // Of one party's words on the same text only the newest stands.
    if (!outdated && !is_standing(standing, word)) continue;
    auto author = names.people.find(word.author);
    view.words.push_back({word.id, word.version, names.parties.at(word.party), author == names.people.end() ? "" : author->second, word.outcome,
                          word.text, word.said_at, outdated, outdated ? word.said_of : "", word.author == viewer.person});
  }
  return view;
}

BenefitView view_of(const Benefit& benefit, const std::vector<BenefitWord>& words, const Names& names, const Viewer& viewer,
                    const std::optional<PartyId>& mine) {
  BenefitView view;
  view.id = benefit.id;
  view.version = benefit.version;
  view.kind = benefit.kind;
  view.title = benefit.title;
  view.period = benefit.period;
  view.baseline = benefit.baseline;
  view.evidence = benefit.evidence;
  for (const auto& one : benefit.amounts) view.amounts.push_back({one.party, names.parties.at(one.party), one.amount, one.currency});
  view.objectives = names.of(benefit.objectives);
  view.claimed_by = benefit.claimed_by;
  view.claimed_by_name = names.parties.at(benefit.claimed_by);
  if (auto author = names.people.find(benefit.author); author != names.people.end()) view.author = author->second;
  view.state = state_of(benefit, names.confirmed, words);
  view.may_change = mine == benefit.claimed_by;
  view.may_speak = mine && mine != benefit.claimed_by;
  auto standing = standing_words(benefit, words);
  view.waits_for = names.without_word(benefit.claimed_by, standing);
  std::string claim = claim_text(benefit);
  for (const auto& word : words) {
    if (word.benefit != benefit.id) continue;
    bool outdated = word.said_of != claim;
    if (!outdated && !is_standing(standing, word)) continue;
    auto author = names.people.find(word.author);
    view.words.push_back({word.id, word.version, names.parties.at(word.party), author == names.people.end() ? "" : author->second, word.verdict,
                          word.note, word.said_at, outdated, word.author == viewer.person});
  }
  return view;
}

template <class Item>
void newest_period_first(std::vector<Item>& rows) {
  auto key = [](const Item& item) { return std::tuple(-item.period.year(), item.period.text(), item.title, item.id); };
  std::sort(rows.begin(), rows.end(), [&](const Item& a, const Item& b) { return key(a) < key(b); });
}

}  // namespace

ValueView value(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, std::optional<std::int64_t> year) {
  const Grant& grant = viewer.need(alliance, Act::read_shared);
  ValueView view;
  view.year = year;
  view.currency = transaction.one<std::string>(currency_sql, alliance).value_or("");
  Names names;
  std::vector<PartyId> order;
  for (auto& [party, name, state] : transaction.all<std::tuple<PartyId, std::string, std::string>>(partners_sql, alliance)) {
    view.partners.push_back({party, name});
    order.push_back(party);
    if (state == "confirmed") names.confirmed.push_back(party);
    names.parties.emplace(party, name);
  }
  for (auto& [person, name] : transaction.all<std::tuple<PersonId, std::string>>(names_sql, alliance)) names.people.emplace(person, name);
  for (auto& one : transaction.all<ObjectiveRef>(objectives_sql, alliance, grant.shared)) names.objectives.emplace(one.id, one);
  bool speaks = !viewer.operator_ && grant.reach(Act::accept) == Reach::all && names.parties.contains(grant.party);
  if (speaks) view.mine = grant.party;
  view.may_write = speaks;
  view.may_be_private = speaks && grant.sees(grant.own);

  auto hopes = items::all<Hope>(transaction, viewer, alliance);
  auto hope_words = items::all<HopeWord>(transaction, viewer, alliance);
  auto benefits = items::all<Benefit>(transaction, viewer, alliance);
  auto benefit_words = items::all<BenefitWord>(transaction, viewer, alliance);
  auto costs = items::all<Cost>(transaction, viewer, alliance);
  auto by_time = [](const auto& a, const auto& b) { return std::tie(b.said_at, a.id) < std::tie(a.said_at, b.id); };
  std::sort(hope_words.begin(), hope_words.end(), by_time);
  std::sort(benefit_words.begin(), benefit_words.end(), by_time);
  std::map<HopeId, std::vector<HopeWord>> words_of_hope;
  for (const auto& word : hope_words) words_of_hope[word.hope].push_back(word);
  std::map<BenefitId, std::vector<BenefitWord>> words_of_benefit;
  for (const auto& word : benefit_words) words_of_benefit[word.benefit].push_back(word);

  for (const auto& party : order) {
    std::vector<const Hope*> of_party;
    for (const auto& hope : hopes)
      if (hope.party == party) of_party.push_back(&hope);
    std::sort(of_party.begin(), of_party.end(), [](const Hope* a, const Hope* b) { return std::tie(a->text, a->id) < std::tie(b->text, b->id); });
    for (const Hope* hope : of_party) view.hopes.push_back(view_of(*hope, words_of_hope[hope->id], names, viewer, view.mine));
  }

  std::set<std::int64_t, std::greater<>> years;
  for (const auto& benefit : benefits) years.insert(benefit.period.year());
  for (const auto& cost : costs) years.insert(cost.period.year());
  view.years.assign(years.begin(), years.end());
  if (year) {
    std::erase_if(benefits, [&](const Benefit& benefit) { return benefit.period.year() != *year; });
    std::erase_if(costs, [&](const Cost& cost) { return cost.period.year() != *year; });
  }
  newest_period_first(benefits);
  newest_period_first(costs);
  std::vector<Judged> judged;
  for (const auto& benefit : benefits) {
    view.benefits.push_back(view_of(benefit, words_of_benefit[benefit.id], names, viewer, view.mine));
    judged.push_back({&benefit, view.benefits.back().state});
  }
  for (const auto& cost : costs) {
    bool is_private = cost.space != grant.shared;
    view.with_private = view.with_private || is_private;
    view.costs.push_back({cost.id, cost.version, cost.party, names.parties.at(cost.party), cost.title, cost.period, cost.amount, cost.currency, is_private,
                          view.mine == cost.party});
  }
  view.sums = sums_of(order, judged, costs);
  return view;
}

}  // namespace entente::value
