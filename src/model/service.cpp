#include "model/service.hpp"

namespace entente::model {

std::vector<std::shared_ptr<const AllianceItem>> Service::items(const access::Viewer& viewer) {
  std::vector<std::shared_ptr<const AllianceItem>> out;
  out.reserve(viewer.grants.size());
  Date day = today();
  for (const auto& grant : viewer.grants) {
    if (!grant.may(access::Act::read_map)) continue;
    auto state = readings_.state(grant, Side::joint);
    std::string key = grant.alliance.text() + state.spaces.key();
    {
      std::lock_guard lock(mutex_);
      auto found = items_.find(key);
      if (found != items_.end() && found->second.day == day && found->second.revisions == state.revisions) {
        out.push_back(found->second.item);
        continue;
      }
    }
    auto reading = readings_.of(viewer, grant.alliance, Side::joint);
    auto updated = door_.read([&](db::Transaction& transaction) {
      return transaction.one<Instant>("SELECT MAX(at) FROM record_leaf WHERE space = $1 AND idx >= $2 - 1", grant.shared,
                                      state.revisions.front());
    });
    auto item = std::make_shared<const AllianceItem>(
        build_item(Look{viewer, grant, *reading, day, Side::joint, ""}, updated.value_or(reading->contents().alliance.made_at)));
    std::lock_guard lock(mutex_);
    items_[key] = {std::move(state.revisions), day, item};
    out.push_back(std::move(item));
  }
  return out;
}

AllianceId Service::alliance_of(const access::Viewer& viewer, std::string_view table, std::string_view id) {
  std::string key = std::string(table) + ":" + std::string(id);
  {
    std::lock_guard lock(mutex_);
    if (auto known = homes_.find(key); known != homes_.end()) {
      if (!viewer.grant(known->second)) throw_not_found();
      return known->second;
    }
  }
  constexpr std::pair<std::string_view, std::string_view> questions[] = {
      {"objective", "SELECT alliance FROM objective WHERE id = $1"},
      {"measure", "SELECT alliance FROM measure WHERE id = $1"},
      {"initiative", "SELECT alliance FROM initiative WHERE id = $1"},
      {"theme", "SELECT alliance FROM theme WHERE id = $1"}};
  for (const auto& [name, sql] : questions) {
    if (name != table) continue;
    auto alliance = door_.read([&, sql = sql](db::Transaction& transaction) { return transaction.one<AllianceId>(sql, id); });
    if (!alliance || !viewer.grant(*alliance)) throw_not_found();
    std::lock_guard lock(mutex_);
    if (homes_.size() > 200'000) homes_.clear();
    homes_[key] = *alliance;
    return *alliance;
  }
  throw_not_found();
}

}  // namespace entente::model
