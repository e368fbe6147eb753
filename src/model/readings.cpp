#include "model/readings.hpp"

namespace entente::model {
namespace {

constexpr std::size_t kept_changes = 64;

}  // namespace

Readings::Readings(access::Door& door, access::Revisions& revisions, std::size_t budget)
    : door_(door), revisions_(revisions), budget_(budget) {
  door_.on_change([this](const access::Change& change) { changed(change); });
}

void Readings::changed(const access::Change& change) {
  // What people say and attach changes no reading.
  bool said = change.object == "comment" || change.object == "file";
  if (!said && (change.object != "observation" || change.ids.size() > 4)) return;
  std::vector<MeasureId> measures;
  for (const auto& id : change.ids)
    if (auto measure = MeasureId::parse(id); measure && !said) measures.push_back(*measure);
  std::lock_guard lock(mutex_);
  auto& changes = value_changes_[change.space];
  changes[change.revision] = std::move(measures);
  while (changes.size() > kept_changes) changes.erase(changes.begin());
}

Readings::State Readings::state(const access::Grant& grant, Side side) {
  State state;
  state.spaces = spaces_of(grant, side);
  std::vector<SpaceId> all = state.spaces.others;
  all.insert(all.begin(), state.spaces.shared);
  state.revisions = revisions_.of(all);
  return state;
}

ReadingPointer Readings::of(const access::Viewer& viewer, const AllianceId& alliance, Side side, const Basis& basis) {
  const access::Grant& grant = viewer.need(alliance, access::Act::read_map);
  State now = state(grant, side);
  std::string key = alliance.text() + now.spaces.key() + basis.key();
  std::shared_ptr<Entry> entry;
  {
    std::lock_guard lock(mutex_);
    auto found = entries_.find(key);
    if (found != entries_.end()) {
      by_age_.splice(by_age_.begin(), by_age_, found->second);
      entry = *found->second;
    } else {
      entry = std::make_shared<Entry>();
      entry->key = key;
      entry->alliance = alliance;
      entry->spaces = now.spaces;
      by_age_.push_front(entry);
      entries_[key] = by_age_.begin();
    }
  }
  std::lock_guard building(entry->building);
  {
    std::lock_guard lock(mutex_);
    if (entry->reading && entry->revisions == now.revisions) return entry->reading;
  }
  // Which measures' values changed since, if nothing else did.
  std::optional<std::set<MeasureId>> only_values;
  ReadingPointer before;
  {
    std::lock_guard lock(mutex_);
    before = entry->reading;
    if (before && !basis.on && entry->revisions.size() == now.revisions.size()) {
      only_values.emplace();
      for (std::size_t i = 0; i < now.revisions.size() && only_values; ++i) {
        const SpaceId& space = i == 0 ? now.spaces.shared : now.spaces.others[i - 1];
        auto changes = value_changes_.find(space);
        for (std::int64_t revision = entry->revisions[i] + 1; revision <= now.revisions[i] && only_values; ++revision) {
          auto at = changes == value_changes_.end() ? std::map<std::int64_t, std::vector<MeasureId>>::iterator() : changes->second.find(revision);
          if (changes == value_changes_.end() || at == changes->second.end()) {
            only_values.reset();
          } else {
            only_values->insert(at->second.begin(), at->second.end());
          }
        }
      }
      if (only_values && only_values->size() > 8) only_values.reset();
    }
  }
  db::Sight sight = now.spaces.sight();
  ReadingPointer made;
  if (only_values) {
    made = before;
    for (const auto& measure : *only_values) {
      if (!made->measure(measure)) continue;
      auto values = door_.read(sight, [&](db::Transaction& transaction) { return load_values(transaction, measure, now.spaces); });
      made = made->with_values(measure, std::move(values));
    }
  } else {
    made = std::make_shared<const Reading>(
        door_.read(sight, [&](db::Transaction& transaction) { return load_contents(transaction, alliance, now.spaces, basis); }),
        before ? before->picture_seen() : nullptr);
  }
  std::lock_guard lock(mutex_);
  entry->reading = made;
  entry->revisions = std::move(now.revisions);
  make_room();
  return made;
}

ReadingPointer Readings::ready(const AllianceId& alliance, const State& state) {
  std::lock_guard lock(mutex_);
  auto found = entries_.find(alliance.text() + state.spaces.key());
  if (found == entries_.end() || (*found->second)->revisions != state.revisions) return nullptr;
  return (*found->second)->reading;
}

void Readings::make_room() {
  std::size_t used = answer_bytes_;
  for (const auto& entry : by_age_)
    if (entry->reading) used += entry->reading->size();
  while (used > budget_ && by_age_.size() > 1) {
    const auto& oldest = by_age_.back();
    if (oldest->reading) used -= std::min(used, oldest->reading->size());
    entries_.erase(oldest->key);
    by_age_.pop_back();
  }
}

Readings::Text Readings::answer(const std::string& key, const std::string& etag) {
  std::lock_guard lock(mutex_);
  auto found = answers_.find(key);
  if (found == answers_.end() || found->second.etag != etag) return nullptr;
  answer_age_.splice(answer_age_.begin(), answer_age_, found->second.age);
  return found->second.text;
}

void Readings::keep_answer(const std::string& key, const std::string& etag, Text text) {
  std::lock_guard lock(mutex_);
  auto found = answers_.find(key);
  if (found != answers_.end()) {
    answer_bytes_ -= found->second.text->size();
    answer_age_.erase(found->second.age);
    answers_.erase(found);
  }
  if (text->size() > budget_ / 8) return;
  answer_age_.push_front(key);
  answer_bytes_ += text->size();
  answers_[key] = {etag, std::move(text), answer_age_.begin()};
  while (answer_bytes_ > budget_ / 3 && !answer_age_.empty()) {
    auto oldest = answers_.find(answer_age_.back());
    answer_bytes_ -= oldest->second.text->size();
    answers_.erase(oldest);
    answer_age_.pop_back();
  }
}

}  // namespace entente::model
