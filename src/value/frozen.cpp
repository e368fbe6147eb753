#include "value/frozen.hpp"

#include "access/items.hpp"
#include "value/items.hpp"
#include "value/rules.hpp"

namespace entente::value {
namespace {

template <class Item>
std::vector<Item> rows_of(db::Transaction& transaction, const AllianceId& alliance, const SpaceId& shared) {
  auto rows = transaction.all<Item>(access::items::select_all_sql<Item>(), alliance);
  std::erase_if(rows, [&](const Item& item) { return item.space != shared; });
  return rows;
}

constexpr std::string_view parties_sql = "SELECT id, name FROM party WHERE alliance = $1 ORDER BY position, id";
constexpr std::string_view codes_sql = "SELECT id, code FROM objective WHERE alliance = $1 AND space = $2";

}  // namespace

std::vector<FrozenHope> frozen_hopes(db::Transaction& transaction, const AllianceId& alliance, const SpaceId& shared) {
  auto hopes = rows_of<Hope>(transaction, alliance, shared);
  auto words = rows_of<HopeWord>(transaction, alliance, shared);
  std::sort(hopes.begin(), hopes.end(), [](const Hope& a, const Hope& b) { return std::tie(a.text, a.id) < std::tie(b.text, b.id); });
  auto parties = transaction.all<std::tuple<PartyId, std::string>>(parties_sql, alliance);
  std::map<PartyId, std::string> names;
  for (const auto& [party, name] : parties) names.emplace(party, name);
  std::map<ObjectiveId, std::string> codes;
  for (auto& [objective, code] : transaction.all<std::tuple<ObjectiveId, std::string>>(codes_sql, alliance, shared)) codes.emplace(objective, code);
  std::vector<FrozenHope> out;
  for (const auto& [party, name] : parties)
    for (const auto& hope : hopes) {
      if (hope.party != party) continue;
      FrozenHope frozen{name, hope.text, hope.leader, {}, {}};
      for (const auto& objective : hope.objectives)
        if (auto found = codes.find(objective); found != codes.end()) frozen.objectives.push_back(found->second);
      for (const auto* word : standing_words(hope, words)) frozen.words.push_back({names[word->party], word->outcome, word->text});
      out.push_back(std::move(frozen));
    }
  return out;
}

}  // namespace entente::value
