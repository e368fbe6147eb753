#include "model/service.hpp"

namespace entente::model {

std::vector<std::shared_ptr<const AllianceItem>> Service::items(const access::Viewer& viewer) {
  std::vector<ItemPointer> out;
  out.reserve(viewer.grants.size());
  for (const auto& grant : viewer.grants) {
    if (!grant.may(access::Act::read_map)) continue;
    Date day = today(grant.alliance);
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
  Instant now = door_.now(), soon = now.plus_seconds(600);
  {
    std::lock_guard lock(mutex_);
    items_.erase(items_.begin(), items_.lower_bound({earliest_day(now), ""}));
    // Of what another server changed while nobody listened nothing was heard.
    if (door_.database().kind() == db::Kind::postgres) {
      ++zones_forgotten_;
      zones_.clear();
    }
  }
  auto judge_ahead = [&](const access::Grant& grant, Date day) {
    auto state = readings_.state(grant, Side::joint);
    if (ready_item(grant, day, state)) return;
    auto began = std::chrono::steady_clock::now();
    judge_item(viewer, grant, day, state);
    std::this_thread::sleep_for(std::chrono::steady_clock::now() - began);
  };
  for (const auto& grant : viewer.grants) {
    if (stop()) return;
    judge_ahead(grant, day_in(now, zone_of(grant.alliance)));
  }
  for (const auto& grant : viewer.grants) {
    if (stop()) return;
    std::string zone = zone_of(grant.alliance);
    if (Date tomorrow = day_in(soon, zone); tomorrow != day_in(now, zone)) judge_ahead(grant, tomorrow);
  }
}

std::string Service::days() {
  Instant now = door_.now();
  std::string out;
  std::lock_guard lock(mutex_);
  for (const auto& zone : zones_seen_) out += fmt::format("{} {} ", zone, day_in(now, zone).days);
  return out;
}

std::string Service::zone_of(const AllianceId& alliance) {
  std::int64_t forgotten = 0;
  {
    std::lock_guard lock(mutex_);
    if (auto known = zones_.find(alliance); known != zones_.end()) return known->second;
    forgotten = zones_forgotten_;
  }
  auto zone = door_.read([&](db::Transaction& transaction) { return transaction.one<std::string>("SELECT zone FROM alliance WHERE id = $1", alliance); })
                  .value_or(std::string(utc));
  std::lock_guard lock(mutex_);
  zones_seen_.insert(zone);
  if (forgotten == zones_forgotten_) zones_[alliance] = zone;
  return zone;
}

void Service::forget_zones(const access::Change& change) {
  if (!change.object.empty() && change.object != "alliance") return;
  std::lock_guard lock(mutex_);
  ++zones_forgotten_;
  zones_.erase(change.alliance);
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
