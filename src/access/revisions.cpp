#include "access/revisions.hpp"

namespace entente::access {

Revisions::Revisions(Door& door) : door_(door) {
  door_.on_change([this](const Change& change) {
    std::lock_guard lock(mutex_);
    auto& known = known_[change.space];
    known = std::max(known, change.revision);
  });
}

std::vector<std::int64_t> Revisions::of(std::span<const SpaceId> spaces) {
  if (door_.database().kind() == db::Kind::postgres) return read(spaces);
  {
    std::lock_guard lock(mutex_);
    std::vector<std::int64_t> out;
    for (const auto& space : spaces) {
      auto found = known_.find(space);
      if (found == known_.end()) break;
      out.push_back(found->second);
    }
    if (out.size() == spaces.size()) return out;
  }
  auto out = read(spaces);
  std::lock_guard lock(mutex_);
  for (std::size_t i = 0; i < spaces.size(); ++i) {
    auto& known = known_[spaces[i]];
    known = std::max(known, out[i]);
    out[i] = known;
  }
  return out;
}

std::vector<std::int64_t> Revisions::read(std::span<const SpaceId> spaces) {
  return door_.read([&](db::Transaction& transaction) {
    std::vector<std::int64_t> out;
    for (const auto& space : spaces)
      out.push_back(transaction.one<std::int64_t>("SELECT revision FROM space WHERE id = $1", space).value_or(0));
    return out;
  });
}

}  // namespace entente::access
