#include "sharing/store.hpp"

#include "access/items.hpp"
#include "auth/crypto.hpp"
#include "scorecard/computed.hpp"
#include "scorecard/rules.hpp"
#include "scorecard/store.hpp"
#include "service_level/store.hpp"
#include "strategy/store.hpp"

namespace entente::sharing {
namespace {

namespace items = access::items;
using access::Act;
using access::ActDraft;
using access::Grant;
using scorecard::Initiative;
using scorecard::Measure;
using scorecard::Target;
using service_level::ServiceLevel;
using strategy::Link;
using strategy::Objective;

/// All that goes along. The first of the kind asked for is the thing itself.
struct Load {
  std::vector<Objective> objectives;
  std::vector<Measure> measures;
  std::vector<Target> targets;
  std::vector<Link> links;
  std::vector<Initiative> initiatives;
  std::vector<ServiceLevel> levels;
};

template <class Item>
std::vector<Item> private_rows(db::Transaction& transaction, const Viewer& viewer, const Grant& grant) {
  auto rows = items::all<Item>(transaction, viewer, grant.alliance);
  std::erase_if(rows, [&](const Item& item) { return item.space != grant.own; });
  return rows;
}

template <class Item>
bool has(const std::vector<Item>& list, const auto& id) {
  return std::any_of(list.begin(), list.end(), [&](const Item& item) { return item.id == id; });
}

/// The thing, which must lie in the viewer's private space and be the viewer's to change.
template <class Item>
Item need_private(db::Transaction& transaction, const Viewer& viewer, const Grant& grant, const std::string& text) {
  auto id = decltype(Item::id)::parse(text);
  if (!id) throw_not_found();
  auto item = items::need<Item>(transaction, viewer, *id);
  if (item.alliance != grant.alliance || item.space != grant.own) throw_not_found();
  items::need_edit(transaction, viewer, item);
  return item;
}

void add_targets(db::Transaction& transaction, const Viewer& viewer, const Grant& grant, Load& load) {
  for (auto& target : private_rows<Target>(transaction, viewer, grant))
    if (has(load.measures, target.measure)) load.targets.push_back(std::move(target));
}

Load load_of(db::Transaction& transaction, const Viewer& viewer, const Grant& grant, Kind kind, const std::string& id) {
  Load load;
  switch (kind) {
    case Kind::objective: {
      load.objectives.push_back(need_private<Objective>(transaction, viewer, grant, id));
      const auto& objective = load.objectives.front();
      for (auto& measure : private_rows<Measure>(transaction, viewer, grant))
        if (measure.objective == objective.id) load.measures.push_back(std::move(measure));
      for (auto& link : private_rows<Link>(transaction, viewer, grant)) {
        const auto& other = link.cause == objective.id ? link.effect : link.cause;
        if (link.cause != objective.id && link.effect != objective.id) continue;
        auto end = items::find<Objective>(transaction, viewer, other);
        if (end && !end->removed_at && end->space == grant.shared) load.links.push_back(std::move(link));
      }
      break;
    }
    case Kind::measure: load.measures.push_back(need_private<Measure>(transaction, viewer, grant, id)); break;
    case Kind::initiative: load.initiatives.push_back(need_private<Initiative>(transaction, viewer, grant, id)); break;
    case Kind::service_level: {
      load.levels.push_back(need_private<ServiceLevel>(transaction, viewer, grant, id));
      if (load.levels.front().measure)
        if (auto measure = items::find<Measure>(transaction, viewer, *load.levels.front().measure); measure && !measure->removed_at)
          load.measures.push_back(std::move(*measure));
      break;
    }
  }
  // A measure that follows a service level goes with it, and not alone.
  if (kind != Kind::service_level)
    for (const auto& level : private_rows<ServiceLevel>(transaction, viewer, grant))
      if (level.measure && has(load.measures, *level.measure)) load.levels.push_back(level);
  add_targets(transaction, viewer, grant, load);
  return load;
}

std::string with_code(const std::string& code, const std::string& name) { return code.empty() ? name : code + " " + name; }

std::vector<Going> going_of(const Load& load, Kind kind) {
  std::vector<Going> out;
  for (const auto& one : load.objectives) out.push_back({"objective", one.id.text(), with_code(one.code, one.title)});
  for (const auto& one : load.initiatives) out.push_back({"initiative", one.id.text(), one.name});
  for (const auto& one : load.levels) out.push_back({"service_level", one.id.text(), with_code(one.code, one.name)});
  for (const auto& one : load.measures) out.push_back({"measure", one.id.text(), with_code(one.code, one.name)});
  if (!load.targets.empty()) out.push_back({"target", load.targets.front().id.text(), fmt::format("{}", load.targets.size())});
  if (!load.links.empty()) out.push_back({"link", load.links.front().id.text(), fmt::format("{}", load.links.size())});
  // The thing that was asked for stands first.
  std::stable_sort(out.begin(), out.end(), [&](const Going& a, const Going& b) {
    auto name = boost::describe::enum_to_string(kind, "");
    return (a.kind == name) > (b.kind == name);
  });
  return out;
}

/// "Only the parties to one agreement" and "everybody", with the names of the others.
std::vector<Destination> destinations_of(db::Transaction& transaction, const Grant& grant) {
  std::vector<Destination> out{{grant.shared, true, "Shared", {}}};
  transaction.each(
      "SELECT name FROM party WHERE alliance = $1 AND state = 'confirmed' AND id <> $2 ORDER BY position",
      [&](const db::Row& row) { out.front().parties.push_back(row.get<std::string>(0)); }, grant.alliance, grant.party);
  transaction.each(
      "SELECT agreement.space, agreement.name, party.name, party.id FROM agreement JOIN agreement_party ON agreement_party.agreement = agreement.id "
      "JOIN party ON party.id = agreement_party.party WHERE agreement.alliance = $1 AND agreement.state = 'in_force' ORDER BY agreement.made_at, party.position",
      [&](const db::Row& row) {
        auto space = row.get<SpaceId>(0);
        if (!grant.sees(space)) return;
        if (out.back().space != space) out.push_back({space, false, row.get<std::string>(1), {}});
        if (row.get<PartyId>(3) != grant.party) out.back().parties.push_back(row.get<std::string>(2));
      },
      grant.alliance);
  return out;
}

/// Versions go into the digest, so that a preview is of no use once somebody has changed what goes along.
std::string digest_of(const Load& load, SharingPreview preview) {
  preview.digest.clear();
  std::string text = json::text(preview);
  auto add_versions = [&](const auto& rows) {
    for (const auto& one : rows) text += fmt::format("\n{} {}", one.id.view(), one.version);
  };
  add_versions(load.objectives);
  add_versions(load.measures);
  add_versions(load.targets);
  add_versions(load.links);
  add_versions(load.initiatives);
  add_versions(load.levels);
  return auth::sha256_hex(text);
}

std::int64_t count_values(db::Transaction& transaction, const Load& load) {
  std::int64_t count = 0;
  for (const auto& one : load.measures) count += *transaction.one<std::int64_t>("SELECT COUNT(*) FROM observation WHERE measure = $1", one.id);
  for (const auto& one : load.levels) count += *transaction.one<std::int64_t>("SELECT COUNT(*) FROM service_level_value WHERE level = $1", one.id);
  for (const auto& one : load.initiatives) count += *transaction.one<std::int64_t>("SELECT COUNT(*) FROM initiative_course WHERE initiative = $1", one.id);
  return count;
}

constexpr std::string_view lights_by_hand_sql =
    "SELECT COUNT(*) FROM light_override WHERE object = $1 AND space = $2 AND removed_at IS NULL AND expires >= $3";

/// What is pointed at must be seen from there.
class Fit {
 public:
  Fit(db::Transaction& transaction, const Viewer& viewer, const Grant& grant, const Load& load, const SpaceId& to)
      : transaction_(transaction), viewer_(viewer), grant_(grant), load_(load), to_(to) {}

  std::vector<FieldError> check(Date today) {
    for (const auto& one : load_.objectives) {
      // It was set without the other side's consent, which a light that all see needs.
      if (*transaction_.one<std::int64_t>(lights_by_hand_sql, one.id, grant_.own, today) > 0)
        errors_.push_back({"id", "light_by_hand", "A light set by hand stands on this objective. Take that light back first."});
      need_free_code<Objective>(one.code, "objective");
      need_seen<strategy::Perspective>(one.perspective, "perspective", "The perspective is private.");
      need_seen<strategy::Theme>(one.theme, "theme", "The theme is private.");
    }
    for (const auto& one : load_.measures) {
      need_free_code<Measure>(one.code, "measure");
      if (!has(load_.objectives, one.objective)) need_seen<Objective>(one.objective, "objective", fmt::format("The objective of {} is private. Share the objective with its measures.", one.code));
    }
    for (const auto& one : load_.initiatives) {
      for (const auto& id : one.objectives) need_seen<Objective>(id, "objectives", "One of its objectives is private. Share that one first.");
      for (const auto& move : one.moves) need_seen<Measure>(move.measure, "moves", "One of the measures that it is to move is private. Share that one first.");
    }
    for (const auto& one : load_.levels) need_free_code<ServiceLevel>(one.code, "service level");
    return std::move(errors_);
  }

  /// Throws unless each formula names only what is seen from there.
  void check_formulas() {
    auto reach = [&](const auto& item, const auto& going) { return item.space == grant_.shared || item.space == to_ || has(going, item.id); };
    auto measures = items::all<Measure>(transaction_, viewer_, grant_.alliance);
    std::erase_if(measures, [&](const Measure& other) { return !reach(other, load_.measures); });
    auto objectives = items::all<Objective>(transaction_, viewer_, grant_.alliance);
    std::erase_if(objectives, [&](const Objective& other) { return !reach(other, load_.objectives); });
    std::unordered_map<MeasureId, Target> newest;
    for (auto& target : items::all<Target>(transaction_, viewer_, grant_.alliance)) {
      auto& place = newest[target.measure];
      if (place.id.empty() || place.effective_from < target.effective_from) place = std::move(target);
    }
    for (auto measure : load_.measures) {
      if (measure.formula.empty()) continue;
      measure.space = to_;
      scorecard::check_formula(measure, measures, objectives, [&](const MeasureId& id) {
        auto found = newest.find(id);
        return found == newest.end() ? scorecard::ValueKind::number : scorecard::value_kind(found->second.scoring);
      });
    }
  }

 private:
  template <class Item, class ItemId>
  void need_seen(const ItemId& id, const char* path, std::string message) {
    auto item = items::find<Item>(transaction_, viewer_, id);
    if (item && !item->removed_at && item->space != grant_.shared && item->space != to_) errors_.push_back({path, "other_space", std::move(message)});
  }
  template <class Item>
  void need_free_code(const std::string& code, const char* word) {
    auto others = items::all<Item>(transaction_, viewer_, grant_.alliance);
    if (std::any_of(others.begin(), others.end(), [&](const Item& item) { return item.space == to_ && item.code == code; }))
      errors_.push_back({"code", "taken", fmt::format("Another {} there has the code {}. Give this one another code first.", word, code)});
  }

  db::Transaction& transaction_;
  const Viewer& viewer_;
  const Grant& grant_;
  const Load& load_;
  const SpaceId& to_;
  std::vector<FieldError> errors_;
};

/// Moves one row, with a leaf in both spaces that bear the same act. The record of the private one keeps what it was.
template <class Item>
Changed move(Door& door, db::Transaction& transaction, const Viewer& viewer, const Item& before, const SpaceId& to) {
  Item after = before;
  after.space = to;
  after.version = before.version + 1;
  items::need_edit(transaction, viewer, after);
  items::replace(transaction, after);
  ActDraft leaving = items::draft(before, "shared");
  leaving.version = after.version;
  leaving.before = json::text(before);
  leaving.after = json::text(after);
  leaving.id = ActId::make(door.random());
  ActDraft coming = items::draft(after, "shared");
  coming.after = leaving.after;
  coming.id = leaving.id;
  door.act(transaction, viewer, leaving);
  return {after.id.text(), after.version, door.act(transaction, viewer, coming), false};
}

SharingPreview preview_of(db::Transaction& transaction, const Grant& grant, const Load& load, Kind kind) {
  SharingPreview out{going_of(load, kind), count_values(transaction, load), destinations_of(transaction, grant), ""};
  out.digest = digest_of(load, out);
  return out;
}

}  // namespace

SharingPreview preview(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, Kind kind, const std::string& id) {
  const Grant& grant = viewer.need(alliance, Act::edit_draft);
  if (!grant.sees(grant.own)) throw_not_found();
  Load load = load_of(transaction, viewer, grant, kind, id);
  return preview_of(transaction, grant, load, kind);
}

Changed share(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const SharingInput& input) {
  const Grant& grant = viewer.need(alliance, Act::edit_draft);
  if (!grant.sees(grant.own)) throw_not_found();
  Load load = load_of(transaction, viewer, grant, input.kind, input.id);
  auto now = preview_of(transaction, grant, load, input.kind);
  const auto& destinations = now.destinations;
  auto to = std::find_if(destinations.begin(), destinations.end(), [&](const Destination& one) { return one.space == input.space; });
  if (to == destinations.end()) throw_bad_field("space", "unknown", "There is no such space to share into.");
  if (!input.seen) throw_bad_field("seen", "not_confirmed", "Sharing has no way back. Look at what goes along and who will see it, and confirm.");
  if (*input.seen != now.digest) throw Error(ErrorKind::conflict, "changed_since", "What goes along, or who will see it, has changed since you looked. Look again.");
  Fit fit(transaction, viewer, grant, load, input.space);
  throw_if_any(fit.check(scorecard::today_of(transaction, alliance, door.now())));
  fit.check_formulas();
  Changed changed;
  auto move_all = [&](const auto& rows, Kind kind) {
    for (const auto& row : rows) {
      Changed moved = move(door, transaction, viewer, row, input.space);
      if (kind == input.kind && moved.id == input.id) changed = moved;
    }
  };
  for (const auto& row : load.objectives) changed = move(door, transaction, viewer, row, input.space);
  move_all(load.measures, Kind::measure);
  for (const auto& row : load.targets) move(door, transaction, viewer, row, input.space);
  for (const auto& row : load.links) move(door, transaction, viewer, row, input.space);
  move_all(load.initiatives, Kind::initiative);
  move_all(load.levels, Kind::service_level);
  return changed;
}

}  // namespace entente::sharing
