#include "model/service.hpp"

namespace entente::model {

std::vector<std::shared_ptr<const AllianceItem>> Service::items(const access::Viewer& viewer) {
  std::vector<ItemPointer> out;
  out.reserve(viewer.grants.size());
  Date day = today();
  for (const auto& grant : viewer.grants) {
    if (!grant.may(access::Act::read_map)) continue;
    auto state = readings_.state(grant, Side::joint);
    auto item = ready_item(grant, day, state);
    out.push_back(item ? std::move(item) : judge_item(viewer, grant, day, state));
  }
  return out;
}

Service::ItemPointer Service::ready_item(const access::Grant& grant, Date day, const Readings::State& state) {
  std::lock_guard lock(mutex_);
  auto found = items_.find({day, grant.alliance.text() + state.spaces.key()});
  return found != items_.end() && found->second.revisions == state.revisions ? found->second.item : nullptr;
}

Service::ItemPointer Service::judge_item(const access::Viewer& viewer, const access::Grant& grant, Date day, const Readings::State& state) {
  // A reading that somebody is using is used; one for this alone would push the others out of memory.
  auto reading = readings_.ready(grant.alliance, state);
  auto updated = door_.read(state.spaces.sight(), [&](db::Transaction& transaction) {
    if (!reading) reading = std::make_shared<const Reading>(load_contents(transaction, grant.alliance, state.spaces));
    return transaction.one<Instant>("SELECT MAX(at) FROM record_leaf WHERE space = $1 AND idx >= $2 - 1", grant.shared,
                                    state.revisions.front());
  });
  auto item = std::make_shared<const AllianceItem>(
      build_item(Look{viewer, grant, *reading, day, Side::joint, ""}, updated.value_or(reading->contents().alliance.made_at)));
  std::lock_guard lock(mutex_);
  items_[{day, grant.alliance.text() + state.spaces.key()}] = {state.revisions, item};
  return item;
}

void Service::warm(const access::Viewer& viewer, const std::function<bool()>& stop) {
  Date day = today();
  {
    std::lock_guard lock(mutex_);
    items_.erase(items_.begin(), items_.lower_bound({day, ""}));
  }
  std::int64_t second = door_.now().microseconds / 1'000'000 % 86'400;
  for (int ahead = 0; ahead <= (second >= 86'400 - 600 ? 1 : 0); ++ahead)
    for (const auto& grant : viewer.grants) {
      if (stop()) return;
      auto state = readings_.state(grant, Side::joint);
      if (ready_item(grant, day + ahead, state)) continue;
      auto began = std::chrono::steady_clock::now();
      judge_item(viewer, grant, day + ahead, state);
      std::this_thread::sleep_for(std::chrono::steady_clock::now() - began);
    }
}

void Service::forget_homes(const access::Change& change) {
  constexpr std::string_view kinds[] = {"objective", "measure", "initiative", "theme"};
  std::lock_guard lock(mutex_);
  if (change.object.empty()) homes_.clear();
  if (std::find(std::begin(kinds), std::end(kinds), change.object) == std::end(kinds)) return;
  for (const auto& id : change.ids) homes_.erase(change.object + ":" + id);
}

AllianceId Service::alliance_of(const access::Viewer& viewer, std::string_view table, std::string_view id) {
  // Before anything is answered, be it only that nothing has changed: what lies in a space that the viewer does not see is unknown.
  auto seen = [&](const Home& home) {
    const auto* grant = viewer.grant(home.alliance);
    if (!grant || !grant->sees(home.space)) throw_not_found();
    return home.alliance;
  };
  std::string key = std::string(table) + ":" + std::string(id);
  std::int64_t before = changes_.load();
  {
    std::lock_guard lock(mutex_);
    if (auto known = homes_.find(key); known != homes_.end()) return seen(known->second);
  }
  constexpr std::pair<std::string_view, std::string_view> questions[] = {
      {"objective", "SELECT alliance, space FROM objective WHERE id = $1"},
      {"measure", "SELECT alliance, space FROM measure WHERE id = $1"},
      {"initiative", "SELECT alliance, space FROM initiative WHERE id = $1"},
      {"theme", "SELECT alliance, space FROM theme WHERE id = $1"}};
  for (const auto& [name, sql] : questions) {
    if (name != table) continue;
    auto found = door_.read(viewer, [&, sql = sql](db::Transaction& transaction) { return transaction.one<std::tuple<AllianceId, SpaceId>>(sql, id); });
    if (!found) throw_not_found();
    Home home{std::get<0>(*found), std::get<1>(*found)};
    AllianceId alliance = seen(home);
    std::lock_guard lock(mutex_);
    if (homes_.size() > 200'000) homes_.clear();
    if (before == changes_.load()) homes_[key] = std::move(home);
    return alliance;
  }
  throw_not_found();
}

}  // namespace entente::model
