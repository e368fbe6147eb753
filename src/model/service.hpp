#pragma once
#include <functional>
#include <mutex>
#include <string>
#include <unordered_map>

#include "access/api.hpp"
#include "base/zone.hpp"
#include "model/build.hpp"
#include "model/readings.hpp"

namespace entente::model {

/// Everything that reading screens share: who looks at what, ready answers, and the list of alliances.
class Service {
 public:
  Service(access::Door& door, access::Revisions& revisions, Readings& readings) : door_(door), revisions_(revisions), readings_(readings) {
    door_.on_change([this](const access::Change& change) {
      ++changes_;
      forget_homes(change);
      forget_zones(change);
    });
    door_.on_rights_change([this](const access::Concerned&) { ++changes_; });
  }

  access::Door& door() { return door_; }
  Readings& readings() { return readings_; }
  /// The day that it is in the alliance's zone. May read, so not within a transaction.
  Date today(const AllianceId& alliance) { return day_in(door_.now(), zone_of(alliance)); }
  Date today(const Reading& reading) const { return day_in(door_.now(), reading.contents().alliance.zone); }
  /// The days of all zones that any alliance asked about so far lies in: equal as long as midnight has come to none of them.
  std::string days();

  /// Calls `build(Look)` on the alliance as the viewer sees it, by what stands now or another basis. `need` is the right that
  /// it takes.
  template <class Build>
  auto look(const access::Viewer& viewer, const AllianceId& alliance, Side side, std::string_view period, access::Act need, const Basis& basis,
            Build build) {
    const access::Grant& grant = viewer.need(alliance, need);
    auto reading = readings_.of(viewer, alliance, side, basis);
    Date day = today(*reading);
    return build(Look{viewer, grant, *reading, basis.on ? std::min(*basis.on, day) : day, side, std::string(period)});
  }

  /// The alliances of a viewer, judged; `updated` counts from the record.
  std::vector<std::shared_ptr<const AllianceItem>> items(const access::Viewer& viewer);
  /// Judges ahead what the list of this viewer will ask for: what is not ready for today, and from ten minutes before the midnight
  /// of an alliance for its tomorrow.
  /// Takes about 2 ms for each alliance, and half the time of one core. Stops early when `stop` says so.
  void warm(const access::Viewer& viewer, const std::function<bool()>& stop);

  /// Changes of any kind that this server has made: equal as long as nothing happened here.
  std::int64_t changes() const { return changes_.load(); }

  /// The alliance in which an objective, measure, initiative or theme lies; throws `not_found` if the viewer is not in it.
  AllianceId alliance_of(const access::Viewer& viewer, std::string_view table, std::string_view id);

 private:
  struct Item {
    std::vector<std::int64_t> revisions;
    std::shared_ptr<const AllianceItem> item;
  };
  using ItemPointer = std::shared_ptr<const AllianceItem>;
  /// An alliance as it stands for a set of spaces on a day.
  using ItemKey = std::pair<Date, std::string>;

  /// A private thing may be shared, and then lies elsewhere.
  void forget_homes(const access::Change& change);
  void forget_zones(const access::Change& change);
  std::string zone_of(const AllianceId& alliance);
  ItemPointer ready_item(const access::Grant& grant, Date day, const Readings::State& state);
  ItemPointer judge_item(const access::Viewer& viewer, const access::Grant& grant, Date day, const Readings::State& state);

  access::Door& door_;
  access::Revisions& revisions_;
  Readings& readings_;
  std::atomic<std::int64_t> changes_{0};
  std::mutex mutex_;
  std::map<ItemKey, Item> items_;
  struct Home {
    AllianceId alliance;
    SpaceId space;
  };
  std::unordered_map<std::string, Home> homes_;  ///< of things
  std::unordered_map<AllianceId, std::string> zones_;
  std::set<std::string> zones_seen_;   ///< also of alliances that were forgotten since
  std::int64_t zones_forgotten_ = 0;  ///< how often
};

/// The version that a query asks for: `basis` is a version's number or "draft", `on` a past day.
Basis basis_of(const http::Request& request);

void add_routes(access::Api& api, Service& service);
void add_formula_route(access::Api& api, Service& service);
void add_light_word_route(access::Api& api, Service& service);

}  // namespace entente::model
