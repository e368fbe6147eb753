#include "exchange/plan.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace entente::exchange {
namespace {
/// The place of each key in its list; what is not in the list comes last.
template <class Item>
class Places {
 public:
  explicit Places(const std::vector<Item>& items) {
    for (const Item& item : items) places_.emplace(item.key, places_.size());
  }
  std::size_t of(const std::string& key) const {
    auto found = places_.find(key);
    return found == places_.end() ? places_.size() : found->second;
  }

 private:
  std::unordered_map<std::string_view, std::size_t> places_;
};
}  // namespace

void put_in_order(Plan& plan) {
  const Places objectives(plan.objectives);
  const Places measures(plan.measures);
  auto sort = [](auto& items, auto key) {
    std::stable_sort(items.begin(), items.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  };
  sort(plan.links, [&](const Link& link) {
    return std::tuple(objectives.of(link.from), objectives.of(link.to), std::string_view(link.from), std::string_view(link.to));
  });
  sort(plan.targets, [&](const Target& target) {
    return std::tuple(measures.of(target.measure), std::string_view(target.measure), std::string_view(target.effective_from));
  });
  sort(plan.observations, [&](const Observation& row) {
    return std::tuple(measures.of(row.measure), std::string_view(row.measure), std::string_view(row.period), row.series);
  });
}

}  // namespace entente::exchange
